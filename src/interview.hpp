// The conversation of `advise ask`: one question at a time, answers by number, name or value, and commands to go back, skip, ask why, correct, stop.
#pragma once

#include "context.hpp"
#include "interview_profile.hpp"
#include "interview_words.hpp"
#include "line_reader.hpp"
#include "render/document.hpp"

#include <advise/engine/program.hpp>
#include <advise/engine/question.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace advise::cli {

class interview {
public:
    /// All of them must outlive the object. `person` is what the profile says; `speak` refers to it.
    interview(context& run, const engine::program& code, engine::facts& person, interview_profile& file, const words& speak, const profile_terms& terms,
              const interruption& signals)
        : run_(run), code_(code), rules_(code.rules()), file_(file), speak_(speak), terms_(terms), person_(person), in_(run.io.in, signals) {}

    /// Talks until there is nothing to ask, the input ends, the person stops, or a signal comes.
    void talk();
    /// The signal that ended the talk; 0 where none did.
    [[nodiscard]] int signal() const { return in_.signal(); }
    /// Where to save, asked at a terminal; "" for nowhere.
    std::string ask_where_to_save();
    /// Whether a file that exists may be overwritten; asked until the answer is yes or no. Nullopt at the end of the input.
    std::optional<bool> may_overwrite(const std::string& path);

private:
    enum class step : std::uint8_t { go_on, stop };

    void converse();
    void show(const engine::question& asked);
    step take(const engine::question* asked, const std::string& line);
    step command(const engine::question* asked, ask_word word, const std::string& rest);
    void answer(const engine::question& asked, const std::string& line);
    [[nodiscard]] std::string help_for(engine::fact_id f) const;
    void record(engine::fact_id f, std::string value);
    void back();
    void change(const std::string& which);
    void reopen(std::size_t index);
    void list();
    void why(const engine::question& asked);
    void say_over();
    [[nodiscard]] std::string choice_value(engine::fact_id f, std::size_t number) const;
    std::optional<std::string> value_by_number(const engine::question& asked, const std::string& line, bool& failed);
    std::optional<std::string> value_by_numbers_inside(const engine::question& asked, const std::string& line, bool& failed);
    std::optional<std::string> read();
    void complain(const std::string& message, const std::string& help = {});
    void tell_line(const std::string& text);
    void tell_page(const document& page);
    std::string said(say id, std::initializer_list<std::string_view> arguments = {}) const { return tell(id, run_.spoken, arguments); }

    context& run_;
    const engine::program& code_;
    const engine::rule_base& rules_;
    interview_profile& file_;
    const words& speak_;
    const profile_terms& terms_;
    engine::facts& person_;
    line_reader in_;
    engine::fact_id wanted_ = engine::nothing;      ///< to be asked again, whatever is relevant
    std::vector<given_answer> withdrawn_;           ///< by going back, while no other answer has come
};

}  // namespace advise::cli
