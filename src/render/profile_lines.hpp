// Values of facts as lines of a profile.
#pragma once

#include "profile_terms.hpp"
#include "words.hpp"

#include <advise/engine/advice.hpp>

#include <string>
#include <vector>

namespace advise::cli {

/// Lines that can be written into a profile, or after `given`, and read again. In the reader's language, where that leads back.
class profile_lines {
public:
    /// The rule base must outlive the object.
    profile_lines(const engine::rule_base& rules, grammar::language in) : rules_(rules), speak_(rules, nobody_, in), terms_(speak_) {}
    profile_lines(const profile_lines&) = delete;
    profile_lines& operator=(const profile_lines&) = delete;

    [[nodiscard]] std::string line(engine::fact_id f, const engine::fact_value& value) const;
    /// A whole profile: what closing it does not say by itself has a line.
    [[nodiscard]] std::vector<std::string> lines(const engine::completion& values) const;

private:
    [[nodiscard]] bool in_persian() const { return speak_.language() == grammar::language::fa; }
    [[nodiscard]] bool is_its_no(engine::fact_id f, const engine::fact_value& value) const;
    [[nodiscard]] std::string text(engine::fact_id f, const engine::fact_value& value) const;
    [[nodiscard]] std::string set_text(engine::fact_id f, const engine::fact_value& value) const;

    const engine::rule_base& rules_;
    engine::facts nobody_;
    words speak_;
    profile_terms terms_;
};

}  // namespace advise::cli
