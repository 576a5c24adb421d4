#include "format_layout.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

namespace advise::grammar {
namespace {

/// Reads the shape of one stretch. The grammar has counted how deep it may be.
class shape_reader {
public:
    shape_reader(const token_row& row, std::size_t first, std::size_t last) : row_(row), at_(first), last_(last) {}

    layout_node joined_by_or() {
        return joined("or", [this] { return joined("and", [this] { return run(); }); });
    }

private:
    [[nodiscard]] bool at(std::string_view what) const { return at_ != last_ && row_[at_].is(what); }

    template <class Part>
    layout_node joined(std::string_view connective, Part part) {
        layout_node first = part();
        if (!at(connective)) return first;
        layout_node made{layout_kind::chain, first.first, 0, {}, 0, false};
        made.children.push_back(std::move(first));
        while (at(connective)) {
            ++at_;
            made.children.push_back(part());
        }
        made.last = at_;
        for (const layout_node& child : made.children) made.need = std::max(made.need, child.need + connective.size() + 1);
        return made;
    }

    layout_node run() {
        layout_node made{layout_kind::run, at_, 0, {}, 0, false};
        std::size_t piece = at_;
        while (at_ != last_ && !row_[at_].is("and") && !row_[at_].is("or") && !row_[at_].is(",") && !row_[at_].is(")")) {
            if (!row_[at_].is("(")) {
                ++at_;
                continue;
            }
            made.need = std::max(made.need, row_.width(piece, at_ + 1));
            made.children.push_back(group());
            made.need = std::max(made.need, made.children.back().need);
            piece = at_ - 1;
        }
        made.last = at_;
        made.need = std::max(made.need, row_.width(piece, at_));
        return made;
    }

    layout_node group() {
        layout_node made{layout_kind::group, at_++, 0, {}, 0, true};
        for (;;) {
            layout_node member = joined_by_or();
            made.fills = made.fills && member.kind == layout_kind::run && bare(member);
            made.need = std::max(made.need, member.need + 1);
            made.children.push_back(std::move(member));
            if (!at(",")) break;
            ++at_;
        }
        ++at_;
        made.last = at_;
        return made;
    }
    // A term alone, or a number with its unit.
    [[nodiscard]] bool bare(const layout_node& run) const {
        if (!run.children.empty()) return false;
        for (std::size_t i = run.first; i != run.last; ++i)
            if (row_[i].kind != token_kind::term && row_[i].kind != token_kind::number && !row_[i].is("-")) return false;
        return true;
    }

    const token_row& row_;
    std::size_t at_, last_;
};

}  // namespace

token_row::token_row(std::vector<format_token> tokens) : tokens_(std::move(tokens)) {
    std::size_t end = 0, before = 0, after = 0;
    for (std::size_t i = 0; i != tokens_.size(); ++i) {
        end += tokens_[i].width + (spaced(i) ? 1 : 0);
        ends_.push_back(end);
        before_.push_back(before += tokens_[i].before.empty() ? 0 : 1);
        after_.push_back(after += tokens_[i].after.empty() ? 0 : 1);
    }
}

bool token_row::has_comment(std::size_t first, std::size_t last) const {
    if (last - first < 2) return false;
    const std::size_t after_until_first = first == 0 ? 0 : after_[first - 1];
    return before_[last - 1] != before_[first] || after_[last - 2] != after_until_first;
}

layout_node layout_of(const token_row& row, std::size_t first, std::size_t last) { return shape_reader(row, first, last).joined_by_or(); }

}  // namespace advise::grammar
