// Verdict and points that are claimed without a proof of their own: decided by cases.
#include "checking.hpp"

namespace advise::verify {

void check_interval(checking& c, aspect of, const std::string& where, const json& claimed, interval right, bool exact) {
    const json* low = claimed.find("low");
    const json* high = claimed.find("high");
    const bool numbers = low != nullptr && high != nullptr && low->is == json::kind::number && high->is == json::kind::number;
    const bool wider = numbers && low->number <= right.low && high->number >= right.high && (low->number != right.low || high->number != right.high);
    if (!exact && wider) return c.leave(of, where, why::limit_claimed);
    c.compare(of, where, claimed, json::object({{"low", json::of(right.low)}, {"high", json::of(right.high)}}));
}

void check_standing(checking& c, const std::string& where, const json& claimed, std::size_t conclusion, const std::vector<possible>& facts) {
    using enum aspect;
    const json* exactly = c.member(exact, claimed, where, "exact", json::kind::boolean);
    const json* interval = c.member(points, claimed, where, "points", json::kind::object);
    if (exactly == nullptr || interval == nullptr) return c.pass_over({verdicts, points});
    if (!exactly->truth) c.leave(exact, where + ".exact", why::limit_claimed);
    budget work{most_cases};
    const auto truly = standing_of(c.base, conclusion, facts, work);
    if (!truly) {
        for (const auto& [of, name] : {std::pair(verdicts, ".verdict"), std::pair(points, ".points")})
            c.leave(of, where + name, why::too_many_cases, {std::to_string(most_cases)});
        return;
    }
    const json* verdict = claimed.find("verdict");
    const bool left_open = !exactly->truth && verdict != nullptr && *verdict == json::of("unknown");
    if (left_open) c.leave(verdicts, where + ".verdict", why::limit_claimed);
    else c.compare_member(verdicts, claimed, where, "verdict", json::of(name_of(truly->verdict)));
    check_interval(c, points, where + ".points", *interval, truly->points, exactly->truth);
}

}  // namespace advise::verify
