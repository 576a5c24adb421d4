// A question: it may be asked and is worth asking, its answers are all that there are, each settles what it is said to, and how much is left.
#include "checking.hpp"
#include "questions.hpp"

#include <algorithm>

namespace advise::verify {
namespace {

using enum aspect;

class question_checker {
public:
    question_checker(checking& c) : c_(c), relevant_(c.base.facts.size()) {}

    void run() {
        const json& made = c_.result;
        c_.leave_unknown_fields(made, "", {"schema", "question", "expected_questions", "exact", "left", "skipped", "until", "rules", "profile"});
        const bool of_files = made.find("rules") != nullptr || made.find("profile") != nullptr;
        if (of_files) check_files(c_);
        const json* exact = c_.member(expected, made, "", "exact", json::kind::boolean);
        if (exact == nullptr || !read_until()) return;
        exact_ = exact->truth;
        find_relevant();
        check_skipped();
        check_left();
        check_asked();
        if (exact_) check_expected();
        else c_.leave(expected, "expected_questions", why::estimate);
        if (of_files) c_.finish({hashes});
        c_.finish({question, answers, decides, left, expected, skipped, labels});
    }

private:
    bool read_until() {
        const json* written = c_.result.find("until");
        if (written == nullptr) return goals_ = goals_of(c_.base, until::verdicts, c_.left), true;
        constexpr std::pair<const char*, until> words[] = {{"verdicts", until::verdicts}, {"first", until::first}, {"all", until::all}};
        for (const auto& [word, settled] : words)
            if (*written == json::of(word)) return goals_ = goals_of(c_.base, settled, c_.left), true;
        c_.refuse(left, "until", why::not_a, {"\"verdicts\", \"first\", \"all\""});
        return false;
    }

    // --- what is relevant

    [[nodiscard]] bool askable(std::size_t f) const { return !c_.left[f].decided() && !c_.who.facts[f].never_ask; }

    /// Of the fact that is asked first; then of all others, which share the work.
    void find_relevant() {
        const json* asked = c_.result.find("question");
        const json* name = asked == nullptr ? nullptr : asked->find("fact");
        const std::size_t first = name == nullptr ? none : find_fact(*name);
        budget own{most_cases}, shared{most_cases};
        if (first != none) find_relevant(first, own);
        for (std::size_t f = 0; f < relevant_.size(); ++f)
            if (f != first) find_relevant(f, shared);
    }
    void find_relevant(std::size_t f, budget& work) {
        relevant_[f] = false;
        for (std::size_t g = 0; g < goals_.size() && askable(f) && relevant_[f] == false; ++g)
            relevant_[f] = matters(c_.base, goals_[g], f, c_.left, work);
    }

    [[nodiscard]] std::size_t find_fact(const json& name) const {
        for (std::size_t f = 0; f < c_.base.facts.size(); ++f)
            if (name == json::of(c_.base.facts[f].term)) return f;
        return none;
    }

    void leave(aspect of, const std::string& where) { c_.leave(of, where, why::too_many_cases, {std::to_string(most_cases)}); }

    /// That a fact may be asked, and can change the answer.
    void check_relevant(aspect of, const std::string& where, const json& name, bool for_certain) {
        const std::size_t f = find_fact(name);
        if (f == none || !askable(f)) return c_.refuse(of, where, why::not_askable, {name.is == json::kind::string ? name.string : text_of(name)});
        if (!relevant_[f]) return leave(of, where);
        if (*relevant_[f]) return;
        // Facts that the work limit left undecided may stand among the others.
        if (exact_ || for_certain) c_.refuse(of, where, why::not_relevant, {name.string});
        else c_.leave(of, where, why::limit_claimed);
    }

    void check_left() {
        const json* all = c_.member(left, c_.result, "", "left", json::kind::array);
        if (all == nullptr) return;
        std::size_t next = 0;
        for (std::size_t i = 0; i < all->items.size(); ++i) {
            const std::string where = indexed("left", i);
            check_relevant(left, where, all->items[i], false);
            const std::size_t f = find_fact(all->items[i]);
            if (f == none) continue;
            if (f < next) c_.refuse(left, where, why::facts_out_of_order);
            next = f + 1;
        }
        for (std::size_t f = 0; f < c_.base.facts.size(); ++f) {
            const bool listed = std::find(all->items.begin(), all->items.end(), json::of(c_.base.facts[f].term)) != all->items.end();
            if (!listed && !relevant_[f]) leave(left, "left");
            else if (!listed && *relevant_[f]) c_.refuse(left, "left", why::fact_left_out, {c_.base.facts[f].term});
        }
    }

    void check_skipped() {
        json right = json::array();
        for (std::size_t f = 0; f < c_.base.facts.size(); ++f)
            if (c_.who.facts[f].never_ask) right.items.push_back(json::of(c_.base.facts[f].term));
        c_.compare_member(skipped, c_.result, "", "skipped", right);
    }

    // --- the question

    void check_asked() {
        const json* asked = c_.result.find("question");
        if (asked == nullptr) c_.refuse(question, "question", why::missing);
        if (asked == nullptr || asked->is != json::kind::object) c_.pass_over({answers, decides, labels});
        if (asked == nullptr) return;
        if (asked->is == json::kind::null) {
            for (std::size_t f = 0; f < relevant_.size(); ++f)
                if (relevant_[f] == true) return c_.refuse(question, "question", why::differs, {"null", c_.base.facts[f].term});
            return;
        }
        if (asked->is != json::kind::object) return c_.refuse(question, "question", why::not_a, {"{…}"});
        const json* name = c_.member(question, *asked, "question", "fact", json::kind::string);
        if (name == nullptr) return c_.pass_over({answers, decides, labels});
        c_.leave_unknown_fields(*asked, "question", {"fact", "text", "answers"});
        check_relevant(question, "question.fact", *name, true);
        const std::size_t f = find_fact(*name);
        if (f == none || !askable(f)) return c_.pass_over({answers, decides, labels});
        const json* among = c_.result.find("left");
        if (among != nullptr && std::find(among->items.begin(), among->items.end(), *name) == among->items.end())
            c_.refuse(left, "left", why::fact_left_out, {name->string});
        asked_ = f;
        check_text(*asked, c_.base.facts[f]);
        check_answers(*asked, f);
    }

    /// The question, else the label, else the term, in the language of the rules or of `--lang`.
    void check_text(const json& asked, const fact& f) {
        const json* text = c_.member(labels, asked, "question", "text", json::kind::string);
        if (text == nullptr) return;
        for (const std::string& language : {c_.base.language, std::string("en"), std::string("fa")})
            if (text->string == text_in(f, language)) return;
        c_.refuse(labels, "question.text", why::labels_of_no_language, {text->string, f.term});
    }

    [[nodiscard]] std::string text_in(const fact& f, const std::string& language) const {
        for (const texts* all : {&f.questions, &f.labels})
            for (const std::string& wanted : {language, c_.base.language})
                if (const auto found = all->find(wanted); found != all->end()) return found->second;
        return f.term;
    }

    void check_answers(const json& asked, std::size_t f) {
        const json* written = c_.member(answers, asked, "question", "answers", json::kind::array);
        if (written == nullptr) return c_.pass_over({decides});
        const std::vector<possible> right = answers_of(c_.base, f, c_.left[f]);
        if (written->items.size() != right.size()) c_.pass_over({decides});
        if (written->items.size() != right.size())
            return c_.refuse(answers, "question.answers", why::differs, {std::to_string(written->items.size()), std::to_string(right.size())});
        budget work{most_cases};
        const std::vector<std::optional<truth>> now = verdicts_with(f, c_.left[f], work);
        for (std::size_t i = 0; i < right.size(); ++i) {
            const std::string where = indexed("question.answers", i);
            c_.leave_unknown_fields(written->items[i], where, {"value", "decides"});
            c_.compare_member(answers, written->items[i], where, "value", answer_json(c_.base.facts[f], right[i]), true);
            check_decides(where, written->items[i], now, verdicts_with(f, right[i], work));
        }
    }

    /// Of each role, its verdict when the fact is known to be this.
    std::vector<std::optional<truth>> verdicts_with(std::size_t f, const possible& answer, budget& work) const {
        std::vector<possible> facts = c_.left;
        facts[f] = answer;
        std::vector<std::optional<truth>> made(c_.base.conclusions.size());
        for (std::size_t r = 0; r < made.size(); ++r)
            if (c_.base.conclusions[r].is_role) made[r] = truth_by_cases(c_.base, c_.base.conclusions[r].node, facts, work);
        return made;
    }

    /// The roles that are open now, and certain then.
    void check_decides(const std::string& where, const json& answer, const std::vector<std::optional<truth>>& now,
                       const std::vector<std::optional<truth>>& then) {
        json right = json::array();
        for (std::size_t r = 0; r < now.size(); ++r) {
            if (!c_.base.conclusions[r].is_role) continue;
            const bool decided_now = now[r] && *now[r] != truth::unknown;
            if (decided_now) continue;
            if (!now[r] || !then[r]) return leave(decides, where + ".decides");
            if (*then[r] == truth::unknown) continue;
            right.items.push_back(json::object({{"role", json::of(c_.base.conclusions[r].term)}, {"verdict", json::of(name_of(*then[r]))}}));
        }
        c_.compare_member(decides, answer, where, "decides", right);
    }

    // --- how many questions are left

    void check_expected() {
        if (std::find(relevant_.begin(), relevant_.end(), std::nullopt) != relevant_.end()) return leave(expected, "expected_questions");
        std::vector<bool> may_ask(c_.base.facts.size());
        for (std::size_t f = 0; f < may_ask.size(); ++f) may_ask[f] = askable(f);
        const auto best = best_by_trying(c_.base, goals_, c_.left, may_ask, most_states);
        if (!best) return c_.leave(expected, "expected_questions", why::too_many_states, {std::to_string(most_states)});
        const std::string cents = std::to_string(100 + best->hundredths % 100).substr(1);
        c_.compare_member(expected, c_.result, "", "expected_questions", json::of(std::to_string(best->hundredths / 100) + '.' + cents));
        if (asked_ != none && best->fact != none && best->fact != asked_)
            c_.refuse(expected, "question.fact", why::better_question, {c_.base.facts[best->fact].term});
    }

    checking& c_;
    std::vector<goal> goals_;
    bool exact_ = true;
    std::vector<std::optional<bool>> relevant_;  // of each fact; nothing where it could not be decided
    std::size_t asked_ = none;
};

}  // namespace

void check_question(checking& c) { question_checker(c).run(); }

}  // namespace advise::verify
