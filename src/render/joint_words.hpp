// How facts and values of two versions of the rules are said: in the words of the new one, where it has them.
#pragma once

#include "words.hpp"

#include <advise/engine/difference.hpp>

namespace advise::cli {

class joint_words {
public:
    /// All must outlive the object.
    joint_words(const engine::rule_base& old, const engine::rule_base& now, const engine::difference& found, grammar::language in)
        : found_(found), old_(old, nobody_, in), new_(now, nobody_, in) {}

    [[nodiscard]] const words& old() const { return old_; }
    [[nodiscard]] const words& now() const { return new_; }
    [[nodiscard]] std::string say_it(say id, std::initializer_list<std::string_view> arguments = {}) const { return new_.say_it(id, arguments); }

    [[nodiscard]] std::string fact(std::size_t f) const;         ///< within a sentence; says of which version it is where both have one of that name
    [[nodiscard]] std::string role(std::size_t r) const;         ///< as a heading
    [[nodiscard]] std::string role_inside(std::size_t r) const;  ///< within a sentence
    [[nodiscard]] std::string concept_named(std::size_t c) const { return new_.conclusion(found_.concepts[c].in_new); }  ///< as a heading
    [[nodiscard]] std::string concept_inside(std::size_t c) const { return new_.conclusion_inside(found_.concepts[c].in_new); }
    /// "years of experience: at least 3 years; parallelism: advanced".
    [[nodiscard]] std::string conditions(const std::vector<engine::joint_condition>& all) const;
    /// What a profile says of these facts: "years of experience: 3 years".
    [[nodiscard]] std::string profile(const engine::joint_profile& shown, const std::vector<std::size_t>& facts) const;
    [[nodiscard]] std::string list(const std::vector<std::string>& items) const { return new_.list_with(say::between_sources, items); }

private:
    [[nodiscard]] const words& of(const engine::joint_fact& f) const { return f.in_new != engine::nothing ? new_ : old_; }
    [[nodiscard]] static engine::fact_id id(const engine::joint_fact& f) { return f.in_new != engine::nothing ? f.in_new : f.in_old; }
    [[nodiscard]] std::string_view term_of(const engine::joint_role& role) const;
    [[nodiscard]] bool shared_name(std::size_t r) const;
    void say_condition(const engine::joint_condition& c, std::vector<std::string>& out) const;
    [[nodiscard]] std::string interval(const engine::joint_condition& c) const;

    engine::facts nobody_;
    const engine::difference& found_;
    words old_, new_;
};

}  // namespace advise::cli
