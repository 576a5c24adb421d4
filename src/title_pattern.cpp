#include "title_pattern.hpp"

#include <advise/grammar/utf8.hpp>

#include <algorithm>
#include <utility>

namespace advise::cli {
namespace {

constexpr int most_depth = 100;  // of parentheses
constexpr char32_t last_point = 0x10FFFF;

std::vector<char32_t> points_of(std::string_view text) {
    std::vector<char32_t> all;
    for (std::size_t at = 0; at < text.size();) {
        const grammar::decoded next = grammar::decode_one(text, at);
        all.push_back(next.point);
        at += next.length;
    }
    return all;
}

}  // namespace

/// Reads a pattern by descent; each part writes its steps at the end of the program.
class pattern_reader {
public:
    explicit pattern_reader(std::string_view text) : points_(points_of(text)) {}

    std::optional<title_pattern> read(std::size_t& wrong) {
        if (!alternatives(0) || at_ != points_.size()) {
            wrong = std::min(at_ + 1, std::max<std::size_t>(points_.size(), 1));
            return std::nullopt;
        }
        add(title_pattern::step_kind::match);
        return std::move(made_);
    }

private:
    using kind = title_pattern::step_kind;
    using steps = std::vector<title_pattern::step>;

    [[nodiscard]] bool is(char32_t point) const { return at_ < points_.size() && points_[at_] == point; }
    steps& all() { return made_.steps_; }
    title_pattern::step& add(kind what) {
        title_pattern::step& made = all().emplace_back();
        made.kind = what;
        return made;
    }

    /// Puts a step before what was written since `begin`; what leads behind it is moved.
    void insert(std::size_t begin, title_pattern::step first) {
        for (std::size_t i = begin; i < all().size(); ++i) {
            if (all()[i].to >= begin) ++all()[i].to;
            if (all()[i].or_to >= begin) ++all()[i].or_to;
        }
        all().insert(all().begin() + static_cast<std::ptrdiff_t>(begin), std::move(first));
    }

    bool alternatives(int depth) {
        if (depth > most_depth) return false;
        const std::size_t begin = all().size();
        if (!sequence(depth)) return false;
        if (!is('|')) return true;
        ++at_;
        title_pattern::step fork;
        fork.kind = kind::fork;
        insert(begin, fork);
        const std::size_t leave = all().size();
        add(kind::jump);
        all()[begin].to = begin + 1;
        all()[begin].or_to = all().size();
        if (!alternatives(depth + 1)) return false;
        all()[leave].to = all().size();
        return true;
    }

    bool sequence(int depth) {
        while (at_ < points_.size() && !is('|') && !is(')'))
            if (!repeated(depth)) return false;
        return true;
    }

    bool repeated(int depth) {
        const std::size_t begin = all().size();
        if (is('*') || is('+') || is('?') || !atom(depth)) return false;
        for (; is('*') || is('+') || is('?'); ++at_) repeat(begin, points_[at_]);
        return true;
    }

    void repeat(std::size_t begin, char32_t how) {
        if (how == '+') {
            title_pattern::step& again = add(kind::fork);
            again.to = begin;
            again.or_to = all().size();
            return;
        }
        title_pattern::step fork;
        fork.kind = kind::fork;
        insert(begin, fork);
        if (how == '*') add(kind::jump).to = begin;
        all()[begin].to = begin + 1;
        all()[begin].or_to = all().size();
    }

    bool atom(int depth) {
        const char32_t point = points_[at_];
        if (point == '(') return group(depth);
        if (point == '[') return bracket();
        if (point == '{' || point == '}' || point == ']') return false;
        ++at_;
        if (point == '^' || point == '$') {
            add(point == '^' ? kind::at_begin : kind::at_end);
            return true;
        }
        if (point == '.') return set({{0, last_point}});
        if (point != '\\') return set({{point, point}});
        if (at_ == points_.size()) return false;
        const char32_t meant = points_[at_];
        if ((meant >= 'a' && meant <= 'z') || (meant >= 'A' && meant <= 'Z') || (meant >= '0' && meant <= '9')) return false;
        ++at_;
        return set({{meant, meant}});
    }

    bool set(std::vector<std::pair<char32_t, char32_t>> ranges) {
        add(kind::set).ranges = std::move(ranges);
        return true;
    }

    bool group(int depth) {
        ++at_;
        if (!alternatives(depth + 1) || !is(')')) return false;
        ++at_;
        return true;
    }

    bool bracket() {
        ++at_;
        const bool negated = is('^');
        if (negated) ++at_;
        std::vector<std::pair<char32_t, char32_t>> ranges;
        for (bool first = true; at_ < points_.size() && (first || !is(']')); first = false) {
            const std::optional<char32_t> from = member();
            if (!from) return false;
            std::optional<char32_t> to = from;
            if (is('-') && at_ + 1 < points_.size() && points_[at_ + 1] != ']') {
                ++at_;
                to = member();
            }
            if (!to || *to < *from) return false;
            ranges.emplace_back(*from, *to);
        }
        if (!is(']')) return false;
        ++at_;
        title_pattern::step& made = add(kind::set);
        made.negated = negated;
        made.ranges = std::move(ranges);
        return true;
    }

    std::optional<char32_t> member() {
        if (is('\\')) ++at_;
        if (at_ == points_.size()) return std::nullopt;
        return points_[at_++];
    }

    std::vector<char32_t> points_;
    std::size_t at_ = 0;
    title_pattern made_;
};

std::optional<title_pattern> title_pattern::parse(std::string_view text, std::size_t& wrong) { return pattern_reader(text).read(wrong); }

bool title_pattern::matches(std::string_view title) const {
    const std::vector<char32_t> points = points_of(title);
    std::vector<std::size_t> now, next, open;
    std::vector<std::size_t> seen(steps_.size(), points.size() + 1);  // at which place of the title a step was last entered
    bool found = false;
    const auto enter = [&](std::vector<std::size_t>& into, std::size_t first, std::size_t place) {
        open.push_back(first);
        while (!open.empty()) {
            const std::size_t at = open.back();
            open.pop_back();
            if (seen[at] == place) continue;
            seen[at] = place;
            const step& s = steps_[at];
            found = found || s.kind == step_kind::match;
            if (s.kind == step_kind::set) into.push_back(at);
            if (s.kind == step_kind::fork) open.push_back(s.or_to);
            if (s.kind == step_kind::fork || s.kind == step_kind::jump) open.push_back(s.to);
            if ((s.kind == step_kind::at_begin && place == 0) || (s.kind == step_kind::at_end && place == points.size())) open.push_back(at + 1);
        }
    };
    for (std::size_t place = 0; !found; ++place) {
        enter(now, 0, place);
        if (place == points.size()) break;
        next.clear();
        for (const std::size_t at : now) {
            const step& s = steps_[at];
            const bool inside =
                std::ranges::any_of(s.ranges, [&](const auto& range) { return points[place] >= range.first && points[place] <= range.second; });
            if (inside != s.negated) enter(next, at + 1, place + 1);
        }
        now.swap(next);
    }
    return found;
}

}  // namespace advise::cli
