// What the checks of a result share: the rules, what is known, Kleene's truths, and the report that grows.
#pragma once

#include "cases.hpp"
#include "shown.hpp"
#include "verify.hpp"

#include <set>

namespace advise::verify {

struct checking {
    checking(const rules& r, const person& p, const request& a) : base(r), who(p), asked(a), result(*a.result) {
        for (const known_fact& f : p.facts) left.push_back(f.left);
    }

    const rules& base;
    const person& who;
    const request& asked;
    const json& result;
    report out;
    std::vector<possible> left;             ///< of each fact
    truths kleene;                          ///< of the conditions that count
    std::vector<std::size_t> node_of;       ///< of each condition, the index of its node

    void refuse(aspect of, std::string where, why because, std::vector<std::string> arguments = {});
    void leave(aspect of, std::string where, why because, std::vector<std::string> arguments = {});
    /// What is not looked at any more because of something else that was refused or left: it is not counted as proved.
    void pass_over(std::initializer_list<aspect> all) { open_.insert(all); }
    /// Fields beside those that the checker knows.
    void leave_unknown_fields(const json& object, const std::string& where, std::initializer_list<std::string_view> known);

    /// A member of that kind; where there is none that is refused, and nullptr comes back.
    const json* member(aspect of, const json& object, const std::string& where, std::string_view name, json::kind kind);
    /// Refuses every place in which what stands there is not what is expected. \param whole an object has no further member
    void compare(aspect of, const std::string& where, const json& actual, const json& expected, bool whole = false);
    void compare_member(aspect of, const json& object, const std::string& where, std::string_view name, const json& expected, bool whole = false);

    /// `at` as the result should have it: files are called as the result calls them.
    [[nodiscard]] json at_json(const place& p) const;
    /// "my.rules:3:5".
    [[nodiscard]] std::string place_text(const place& p) const;

    /// What is proved: every aspect that these kinds of results have, but for those that were refused or left somewhere.
    void finish(std::initializer_list<aspect> all);

private:
    std::set<aspect> open_;
};

std::string indexed(std::string_view list, std::size_t i);
std::string keyed(std::string_view object, const std::string& key);

// Each checks a part of a result.
void check_files(checking& c);
/// \return of each entry of the advice its conclusion, or `none`
std::vector<std::size_t> check_roles(checking& c, bool all_roles);
void check_nodes(checking& c, const std::vector<std::size_t>& about);
void check_advice(checking& c, const std::vector<std::size_t>& about);
void check_order(checking& c, const std::vector<std::size_t>& about);
/// "label" of an object about a conclusion.
struct labelled {
    std::string where;
    const json* in = nullptr;
    std::size_t conclusion = none;
};
/// All labels are in one language.
void check_labels(checking& c, const std::vector<labelled>& all);
/// Verdict, exactness and points of a conclusion if the facts are these, decided by cases.
void check_standing(checking& c, const std::string& where, const json& claimed, std::size_t conclusion, const std::vector<possible>& facts);
/// An interval of points: the right one; where a work limit is claimed, one around it.
void check_interval(checking& c, aspect of, const std::string& where, const json& claimed, interval right, bool exact);
void check_plan(checking& c);
/// The plans to every role, or to those within an effort.
void check_plans(checking& c);
void check_what_if(checking& c);
void check_comparison(checking& c);
/// \param exact whether the comparison says that there is no smaller change, or none at all
void check_swap(checking& c, std::size_t first, std::size_t second, bool exact);
void check_question(checking& c);
/// "reasons" of an explanation.
void check_reasons(checking& c, std::size_t about);

/// One entry of the advice, as it claims.
struct claims {
    std::string where;
    const json* entry = nullptr;
    std::size_t conclusion = none;
    truth verdict = truth::unknown;
    bool exact = true;
    interval points;
    std::vector<std::size_t> order;         ///< the conditions below it
    std::vector<std::size_t> rests_on;      ///< those of them that count
    truth kleene = truth::unknown;
    interval kleene_points;
};
void check_witnesses(checking& c, const claims& of);
void check_splits(checking& c, const claims& of);
void check_by_all_states(checking& c, const claims& of);

}  // namespace advise::verify
