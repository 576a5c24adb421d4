// Facts and their values as they are written into a profile: names that lead back to what they name, in the reader's language where they can.
#pragma once

#include "words.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace advise::cli {

class profile_terms {
public:
    /// `speak` must outlive the object.
    explicit profile_terms(const words& speak) : rules_(speak.rules()), speak_(speak), in_(speak.language()) {}

    /// In another language than that of the rules, the label, where it leads back to the fact; else the term. Quoted where that is needed.
    [[nodiscard]] std::string key(engine::fact_id f) const;
    /// A level or option, in the same way.
    [[nodiscard]] std::string option(engine::fact_id f, std::size_t index) const;
    /// With its label, where that says more than the term that is to be written.
    [[nodiscard]] std::string explained_option(engine::fact_id f, std::size_t index) const;
    /// All values, as they can be written: "none, beginner, …", "yes, no", "0 to 60 years".
    [[nodiscard]] std::string values(engine::fact_id f) const;
    /// The comments above an entry of a profile: the question, the values, and what those values mean whose labels say more.
    [[nodiscard]] std::string above_entry(engine::fact_id f) const;
    /// The first line of a profile made by an interview.
    [[nodiscard]] std::string title_of_profile() const;
    /// The question in the reader's language, else the rule base's; without one the label.
    [[nodiscard]] std::string question(engine::fact_id f) const;

private:
    /// The label, where it says more than the term that is to be written; else "".
    [[nodiscard]] std::string explanation(engine::fact_id f, std::size_t index) const;
    [[nodiscard]] std::string_view tag() const { return in_ == grammar::language::fa ? "fa" : "en"; }

    const engine::rule_base& rules_;
    const words& speak_;
    grammar::language in_;
};

}  // namespace advise::cli
