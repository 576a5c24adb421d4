// The profile that an interview makes: what was given, as it was written, and the answers behind it.
#pragma once

#include "render/profile_terms.hpp"

#include <advise/engine/facts.hpp>
#include <advise/grammar/profile.hpp>

#include <string>
#include <vector>

namespace advise::cli {

/// An answer as it is written into a profile.
struct given_answer {
    engine::fact_id fact = engine::nothing;
    std::string value;                      ///< "advanced"; "?" for "don't know"; empty: put off, and not written down
};

class interview_profile {
public:
    /// \param original the bytes of the profile that was given, "" for none  \param terms must outlive the object
    interview_profile(const engine::rule_base& rules, const profile_terms& terms, std::string original, std::string name, engine::bind_options how);

    /// The whole file: the original, byte for byte but for answers that were taken out, then each answer below its question. A JSON profile gets
    /// members before its last brace.
    [[nodiscard]] std::string text() const;
    /// Gives the file its meaning; facts that were put off are not to be asked. Errors go to `found`.
    engine::facts bind(grammar::diagnostics& found);
    /// Takes what the original says of a fact out, so that it can be answered anew, in its place. \return false where it says nothing of it
    bool take_out(engine::fact_id f);
    /// What was taken out and has no answer now stands in the file again.
    void put_back_unanswered();
    /// The profile as it was parsed by the last `bind`.
    [[nodiscard]] const grammar::profile& parsed() const { return parsed_; }

    std::vector<given_answer> answers;      ///< in the order in which they were given

private:
    [[nodiscard]] bool is_json() const;
    [[nodiscard]] const given_answer* answer_in_place(engine::fact_id f) const;
    [[nodiscard]] std::string original_with_changes() const;
    [[nodiscard]] std::string text_with_members(std::string_view before, const std::vector<given_answer>& added) const;

    /// What the original says of a fact that was taken out; bytes of the original.
    struct statement {
        engine::fact_id fact = engine::nothing;
        std::size_t begin = 0, end = 0;             ///< of the line or member
        std::size_t value_begin = 0, value_end = 0;
        bool bare = false;                          ///< a key alone
        bool first = true;                          ///< of this fact
    };
    const engine::rule_base& rules_;
    const profile_terms& terms_;
    std::string original_, name_;
    engine::bind_options how_;
    grammar::profile parsed_;
    std::vector<statement> taken_out_;              ///< in order of place
};

}  // namespace advise::cli
