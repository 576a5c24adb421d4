// The cheapest plan: the best one, the first of equals, other ways, or what stands in the way.
#include <advise/engine/plan.hpp>

#include "plan_blocked.hpp"
#include "plan_purpose.hpp"
#include "plan_search.hpp"
#include "plan_way.hpp"

#include <algorithm>

namespace advise::engine {
namespace {

class planner {
public:
    planner(const program& code, const facts& person, conclusion_id role, const plan_options& options)
        : program_(code), code_(code.code()), person_(person), options_(options), problem_(make_plan_problem(code_, person, role))
    {
        made_.role = role;
    }

    plan run()
    {
        advise_options verdict_only;
        verdict_only.witnesses = false;
        made_.verdict = advise_on(program_, person_, {made_.role}, verdict_only).roles.front().verdict;
        if (problem_.decided) made_.possible = problem_.holds;
        else search();
        if (made_.possible) {
            explain(made_.best);
            for (plan_way& other : made_.alternatives) explain(other);
        } else if (options_.blocked && made_.optimal && options_.within == INT64_MAX) {
            tell_what_blocks(program_, person_, made_);
        } else {
            made_.blocked_exact = false;
        }
        return std::move(made_);
    }

private:
    void explain(plan_way& way) const {
        if (options_.unlocks) tell_unlocks(code_, problem_.start, way);
        tell_counted(code_, person_, problem_.start, made_.role, way);
        if (options_.unlocks) tell_needs(code_, problem_.start, made_.role, way);
    }

    void search() {
        // The best plan may take half of the work; what is left makes it the first of equals, and finds others.
        plan_search search(code_, problem_, options_.work_limit / 2);
        plan_question question;
        if (options_.within != INT64_MAX) question.below = {options_.within, INT64_MAX};
        plan_answer answer = search.solve(question);
        const std::int64_t left_aside = std::min(answer.complete ? INT64_MAX : answer.at_least.effort, problem_.cut ? problem_.cut_effort : INT64_MAX);
        if (!answer.best) {
            made_.optimal = left_aside == INT64_MAX || left_aside > options_.within;
            made_.at_least = std::min(left_aside, options_.within);
            return;
        }
        made_.possible = true;
        const std::int64_t effort = answer.best->cost.effort;
        made_.at_least = std::min(effort, left_aside);
        made_.optimal = answer.complete && left_aside > effort;
        search.allow(options_.work_limit / 4);
        if (made_.optimal) made_.optimal = search.put_first(*answer.best, question);
        made_.best = way_of(code_, problem_, search.judge(), *answer.best);
        search.allow(options_.work_limit / 4);
        made_.alternatives_exact = find_others(search, *answer.best) && made_.optimal && left_aside > effort + effort / 5;
    }

    /// \return whether these are all, or as many as are wanted
    bool find_others(plan_search& search, const found_plan& best)
    {
        plan_question question;
        question.below = {best.cost.effort + best.cost.effort / 5, INT64_MAX};
        question.not_above.push_back(best.cells);
        while (made_.alternatives.size() < options_.alternatives) {
            plan_answer other = search.solve(question);
            if (!other.complete) return false;
            if (!other.best) return true;
            if (!search.put_first(*other.best, question)) return false;
            made_.alternatives.push_back(way_of(code_, problem_, search.judge(), *other.best));
            question.not_above.push_back(other.best->cells);
        }
        return true;
    }

    const program& program_;
    const program::data& code_;
    const facts& person_;
    const plan_options& options_;
    plan_problem problem_;
    plan made_;
};

}  // namespace

plan cheapest_plan(const program& code, const facts& person, conclusion_id role, const plan_options& options)
{
    return planner(code, person, role, options).run();
}

}  // namespace advise::engine
