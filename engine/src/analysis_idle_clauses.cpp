// Clauses without which a conclusion holds for just the same profiles.
#include "analysis_state.hpp"

#include <algorithm>

namespace advise::engine {
namespace {

constexpr std::size_t most_places = 4;  // that say why

/// One thing that a conclusion needs, as a literal, and the clauses behind it.
struct piece {
    sat_literal of = 0;
    std::vector<related_place> places;
};

/// One conclusion. Clauses are taken away from the last to the first; what was found idle stays away, so that all that is reported can be
/// deleted together.
class clause_weeder {
public:
    clause_weeder(analysis_state& state, conclusion_id x)
        : state_(state), x_(x), about_(state.rules.conclusions[x]), kept_(about_.clauses.size(), true) {}

    void weed() {
        tell_lesser_needs();
        if (about_.need() != nullptr && !state_.is_cut(need_literal(state_.code, x_))) try_need();
        find_decisive();
        while (weed_once()) {
        }  // with a clause gone another may be the last of its kind, and what is enough something else
    }

private:
    /// \return whether something was found
    bool weed_once() {
        bool found = false;
        for (std::size_t i = about_.clauses.size(); i-- > 0;) {
            const clause& c = about_.clauses[i];
            if (!kept_[i] || (c.kind == clause_kind::evidence ? c.points != 0 : decisive_[i])) continue;
            if (state_.is_reported(c.body) || (c.kind != clause_kind::evidence && state_.gives_up())) continue;
            state_.begin();
            std::vector<related_place> why;
            if (c.kind != clause_kind::evidence && !changes_nothing(i, why)) continue;
            tell(i, std::move(why));
            found = true;
        }
        return found;
    }

    void tell(std::size_t i, std::vector<related_place> why) {
        const clause& c = about_.clauses[i];
        kept_[i] = false;
        state_.idle_clause[state_.clause_number(c)] = true;
        finding& made = state_.report(finding_kind::clause_changes_nothing, c.at);
        made.about = x_;
        made.clause = c.kind;
        made.related = std::move(why);
        find_decisive();
    }

    finding& tell_need(const points_requirement& need, std::vector<related_place> why) {
        finding& made = state_.report(finding_kind::points_change_nothing, need.at);
        made.about = x_;
        made.points = need.points;
        made.related = std::move(why);
        return made;
    }

    /// Of several `requires N points` the greatest says it all.
    void tell_lesser_needs() {
        for (std::size_t i = 1; i < about_.needs().size(); ++i) tell_need(about_.needs()[i], {{related_kind::says_already, about_.needs().front().at}});
    }

    void try_need() {
        if (state_.gives_up()) return;
        state_.begin();
        const std::vector<piece> with = pieces();
        need_kept_ = false;
        std::vector<related_place> why;
        if (differ(with, pieces(), why)) need_kept_ = true;
        else tell_need(*about_.need(), std::move(why));
    }

    /// Clauses that a sample shows to matter beside those that are kept: the only `when` that holds, or the only need that fails.
    void find_decisive() {
        decisive_.assign(about_.clauses.size(), false);
        state_.meter.spent += state_.samples.blocks() * about_.clauses.size() / 16;
        const bool need = about_.need() != nullptr && need_kept_;
        const std::size_t whens = count(clause_kind::when), requirements = count(clause_kind::requires_) + (need ? 1 : 0);
        for (std::uint32_t block = 0; block < state_.samples.blocks(); ++block) {
            const auto word = [&](const clause& c) { return state_.samples.word(block, state_.of(c.body)); };
            std::uint64_t one_when = 0, more_whens = 0, one_fails = 0, more_fail = 0;
            const auto fails = [&](std::uint64_t w) {
                more_fail |= one_fails & w;
                one_fails |= w;
            };
            for (std::size_t i = 0; i < about_.clauses.size(); ++i) {
                const clause& c = about_.clauses[i];
                if (!kept_[i]) continue;
                if (c.kind == clause_kind::when) {
                    more_whens |= one_when & word(c);
                    one_when |= word(c);
                }
                if (c.kind == clause_kind::requires_) fails(~word(c));
                if (c.kind == clause_kind::unless) fails(word(c));
            }
            if (need) fails(~state_.samples.word(block, need_literal(state_.code, x_)));
            const std::uint64_t enough = whens > 0 ? one_when : requirements > 0 ? ~std::uint64_t{0} : 0;
            for (std::size_t i = 0; i < about_.clauses.size(); ++i) {
                const clause& c = about_.clauses[i];
                std::uint64_t matters = 0;
                // The last of its kind changes what is enough: that is for the solver.
                if (c.kind == clause_kind::when && whens > 1) matters = word(c) & ~more_whens & ~one_fails;
                if (c.kind == clause_kind::requires_ && (whens > 0 || requirements > 1)) matters = ~word(c) & ~more_fail & enough;
                if (c.kind == clause_kind::unless) matters = word(c) & ~more_fail & enough;
                if (matters != 0) decisive_[i] = true;
            }
        }
    }

    [[nodiscard]] std::size_t count(clause_kind kind) const {
        std::size_t kept = 0;
        for (std::size_t i = 0; i < about_.clauses.size(); ++i) kept += kept_[i] && about_.clauses[i].kind == kind ? 1U : 0U;
        return kept;
    }

    /// What the conclusion needs with the clauses that are kept.
    std::vector<piece> pieces() {
        proof_space& space = state_.space();
        std::vector<piece> all;
        std::vector<sat_literal> whens;
        std::vector<related_place> when_places;
        bool requires_something = need_kept_ && about_.need() != nullptr;
        for (std::size_t i = 0; i < about_.clauses.size(); ++i) {
            const clause& c = about_.clauses[i];
            if (!kept_[i] || c.kind == clause_kind::evidence) continue;
            const sat_literal body = space.world().of(state_.of(c.body));
            if (c.kind == clause_kind::requires_) all.push_back({body, {{related_kind::says_already, c.at}}});
            if (c.kind == clause_kind::unless) all.push_back({-body, {{related_kind::rules_out_already, c.at}}});
            requires_something = requires_something || c.kind == clause_kind::requires_;
            if (c.kind != clause_kind::when) continue;
            whens.push_back(body);
            when_places.push_back({related_kind::says_already, c.at});
        }
        if (need_kept_ && about_.need() != nullptr)
            all.push_back({space.world().of(need_literal(state_.code, x_)), {{related_kind::says_already, about_.need()->at}}});
        if (!whens.empty()) all.push_back({any_holds(space.solver(), space.always(), whens), when_places});
        else if (!requires_something) all.push_back({space.points_at_least(space.world(), x_, 1), {}});
        return all;
    }

    bool changes_nothing(std::size_t i, std::vector<related_place>& why) {
        if (about_.clauses[i].kind == clause_kind::when && others_keep_when(i)) return when_changes_nothing(i, why);
        const std::vector<piece> with = pieces();
        kept_[i] = false;
        const bool same = !differ(with, pieces(), why);
        kept_[i] = true;
        return same;
    }

    [[nodiscard]] bool others_keep_when(std::size_t i) const {
        for (std::size_t j = 0; j < about_.clauses.size(); ++j)
            if (j != i && kept_[j] && about_.clauses[j].kind == clause_kind::when) return true;
        return false;
    }

    /// A `when` beside others: where it holds and nothing else forbids it, another one holds too.
    bool when_changes_nothing(std::size_t i, std::vector<related_place>& why) {
        proof_space& space = state_.space();
        std::vector<piece> asked;
        for (piece& p : pieces()) asked.push_back(std::move(p));
        asked.back() = {space.world().of(state_.of(about_.clauses[i].body)), {}};  // the `when`s stand last
        for (std::size_t j = 0; j < about_.clauses.size(); ++j) {
            const clause& c = about_.clauses[j];
            if (j != i && kept_[j] && c.kind == clause_kind::when)
                asked.push_back({-space.world().of(state_.of(c.body)), {{related_kind::says_already, c.at}}});
        }
        return impossible(asked, why);
    }

    /// Whether some profile fits the one and not the other; `why` gets the places that exclude it.
    bool differ(const std::vector<piece>& with, const std::vector<piece>& without, std::vector<related_place>& why) {
        return one_is_more(without, with, why) || one_is_more(with, without, why);
    }

    /// Whether `a` can hold where a part of `b` does not.
    bool one_is_more(const std::vector<piece>& a, const std::vector<piece>& b, std::vector<related_place>& why) {
        for (const piece& missing : b) {
            if (std::ranges::any_of(a, [&](const piece& p) { return p.of == missing.of; })) continue;
            std::vector<piece> asked = a;
            asked.push_back({-missing.of, {}});
            if (!impossible(asked, why)) return true;
        }
        return false;
    }

    bool impossible(const std::vector<piece>& asked, std::vector<related_place>& why) {
        std::vector<sat_literal> literals;
        for (const piece& p : asked) literals.push_back(p.of);
        proof_space& space = state_.space();
        if (state_.ask(literals) != sat_answer::impossible) return false;
        for (const std::size_t i : space.core(literals))
            for (const related_place& place : asked[i].places)
                if (why.size() < most_places) why.push_back(place);
        return true;
    }

    analysis_state& state_;
    conclusion_id x_;
    const conclusion& about_;
    std::vector<bool> kept_, decisive_;
    bool need_kept_ = true;
};

}  // namespace

void find_idle_clauses(analysis_state& state) {
    for (conclusion_id x = 0; x < state.rules.conclusions.size(); ++x) {
        if (!state.is_cut(state.code.conclusions[x].holds)) clause_weeder(state, x).weed();
        state.step();
    }
}

}  // namespace advise::engine
