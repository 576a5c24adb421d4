#include "format_tokens.hpp"

#include "words.hpp"

#include <advise/grammar/term_key.hpp>
#include <advise/grammar/utf8.hpp>

#include <algorithm>
#include <utility>

namespace advise::grammar {
namespace {

using words::cursor;
using kind = ast::statement_kind;

/// What the tree says is a term or a text.
struct atom {
    span where;
    bool is_term = false;
    bool quoted = false;
};

void add(std::vector<atom>& to, const ast::term& t) {
    if (!t.empty()) to.push_back({t.where, true, t.quoted});
}
void add(std::vector<atom>& to, const ast::text& t) {
    if (t.where.begin != t.where.end) to.push_back({t.where, false, true});
}

std::vector<atom> atoms_of(const ast::statement& s) {
    std::vector<atom> found;
    for (const ast::term* t : {&s.name, &s.language, &s.scale_name, &s.unit, &s.conclusion, &s.about}) add(found, *t);
    for (const ast::term& t : s.terms) add(found, t);
    for (const ast::node& n : s.condition.nodes)
        if (n.kind == ast::node_kind::operand) add(found, n.term);
    for (const ast::value& v : s.condition.values) {
        if (v.kind == ast::value_kind::word) add(found, v.word);
        else add(found, v.unit);
    }
    if (s.has_quoted) add(found, s.quoted);
    for (const ast::because& b : s.reasons) add(found, b.language), add(found, b.text);
    for (const ast::cites& c : s.citations) add(found, c.source), add(found, c.text);
    std::sort(found.begin(), found.end(), [](const atom& a, const atom& b) { return a.where.begin < b.where.begin; });
    return found;
}

struct canonical {
    std::string_view written, to_write;
    bool is_word = false;
};
// The longer before those that they begin with.
constexpr canonical symbols[] = {
    {"->", "->"}, {"=>", "->"}, {"→", "->"}, {"..", ".."}, {"<=", "<="}, {"≤", "<="},        {">=", ">="},      {"≥", ">="},
    {"!=", "!="}, {"≠", "!="},  {"،", ","},  {"<", "<"},   {">", ">"},   {"∧", "and", true}, {"∨", "or", true}, {"¬", "not", true},
};

/// Cuts one statement.
class cutter {
public:
    cutter(const source& file, const ast::statement& s)
        : file_(file), s_(s), origin_(file.text().data()), p_(origin_ + s.where.begin), end_(origin_ + s.where.end), atoms_(atoms_of(s)) {}

    std::vector<format_token> cut() {
        for (skip(); p_ < end_; skip()) {
            take();
            made_.back().width = display_width(made_.back().text);
        }
        return std::move(made_);
    }

private:
    [[nodiscard]] std::uint32_t offset() const { return static_cast<std::uint32_t>(p_ - origin_); }
    [[nodiscard]] std::string_view rest() const { return {p_, static_cast<std::size_t>(end_ - p_)}; }

    // Blanks, line ends and comments before the next token. Empty lines keep groups of comments apart.
    void skip() {
        bool same_line = !made_.empty();
        std::size_t line_ends = 0;  // since the last token or comment
        const auto keep_apart = [&] {
            if (std::exchange(line_ends, 0) > 1) waiting_.emplace_back();
        };
        for (;;) {
            p_ = words::skip_blanks(p_, end_);
            if (p_ == end_) return;
            if (*p_ == '\n') {
                same_line = false;
                ++line_ends;
                ++p_;
            } else if (*p_ == '#') {
                std::string comment = comment_text(file_, offset());
                keep_apart();
                if (same_line) made_.back().after = std::move(comment);
                else waiting_.push_back(std::move(comment));
                p_ = words::line_end(p_, end_);
            } else {
                if (!waiting_.empty()) keep_apart();
                return;
            }
        }
    }

    void take() {
        if (next_ != atoms_.size() && atoms_[next_].where.begin == offset()) return take_atom(atoms_[next_++]);
        if (const cursor w = words::word_end(p_, end_); w != p_) return take_word(w);
        unsigned value = 0;
        if (words::digit_at(p_, end_, value)) return take_number();
        take_symbol();
    }
    format_token& put(token_kind what, std::string text) {
        format_token& t = made_.emplace_back();
        t.kind = what;
        t.text = std::move(text);
        t.before = std::exchange(waiting_, {});
        return t;
    }
    void take_atom(const atom& a) {
        const ast::term as_term{a.where, a.quoted};
        std::string text = a.quoted ? written_text(file_, a.where) : spelling(file_, as_term);
        format_token& t = put(a.is_term ? token_kind::term : token_kind::text, std::move(text));
        kind begins{};
        cursor word_end = p_;
        t.sticky = words::line_kind(p_, end_, begins, word_end) && !words::is_clause(begins);
        p_ = origin_ + a.where.end;
    }
    void take_word(cursor word_end) {
        std::string text(p_, word_end);
        for (char& c : text)
            if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
        if (s_.kind == kind::requires_points && (text == "point" || text == "points")) text = s_.points == 1 ? "point" : "points";
        put(token_kind::word, std::move(text));
        p_ = word_end;
    }
    void take_number() {
        const cursor number_end = words::scan_number(p_, end_, true).end;
        std::string text(p_, number_end);
        const bool unsigned_points = s_.kind == kind::arrow && s_.has_points && s_.points_where.begin == offset();
        put(token_kind::number, unsigned_points ? "+" + text : text);
        p_ = number_end;
    }
    void take_symbol() {
        for (const canonical& c : symbols) {
            if (!rest().starts_with(c.written)) continue;
            p_ += c.written.size();
            format_token& t = put(c.is_word ? token_kind::word : token_kind::symbol, std::string(c.to_write));
            t.glued = t.text == ".." || t.text == ",";
            t.opens = t.text == "..";
            return;
        }
        const char c = *p_++;
        if (c == '+' && s_.kind == kind::requires_points) return take_plain_points();
        format_token& t = put(token_kind::symbol, std::string(1, c));
        t.glued = c == ',' || c == ')' || c == ':';
        t.opens = c == '(' || c == '+' || c == '-';
    }
    // `requires +3 points` is `requires 3 points`.
    void take_plain_points() {
        p_ = words::skip_blanks(p_, end_);
        take_number();
    }

    const source& file_;
    const ast::statement& s_;
    cursor origin_, p_, end_;
    std::vector<atom> atoms_;
    std::size_t next_ = 0;
    std::vector<std::string> waiting_;
    std::vector<format_token> made_;
};

/// Whether a line break may stand before a token, `depth` parentheses deep.
bool may_begin_line(const format_token& t, unsigned depth) {
    if (depth != 0) return !t.sticky;
    return t.is("and") || t.is("or") || t.is("->") || t.is("because") || t.is("cites");
}

/// Signs that end a piece belong on its line, whatever comment stood between: the comment then stands behind the sign, where it stays when the
/// text is formatted again.
class comment_mover {
public:
    /// \param ends_in_comment whether a comment stands behind the last token
    comment_mover(std::vector<format_token>& tokens, bool ends_in_comment) : tokens_(tokens), ends_in_comment_(ends_in_comment) {
        unsigned depth = 0;
        for (const format_token& t : tokens) depth_.push_back(depth = t.is("(") ? depth + 1 : t.is(")") ? depth - 1 : depth);
    }

    // From the last to the first, each as far as it gets: so that none stops before one that will go on.
    void move() {
        for (std::size_t i = tokens_.size(); i-- != 0;)
            for (std::size_t at = i; at + 1 < tokens_.size() && move_from(at);) ++at;
    }

private:
    bool move_from(std::size_t i) {
        if (tokens_[i + 1].is(")")) return move_behind_parenthesis(i);
        if (tokens_[i + 1].is(",") && i + 2 < tokens_.size() && !tokens_[i + 2].sticky) move_behind_comma(tokens_[i], tokens_[i + 1], tokens_[i + 2]);
        return false;
    }
    // The first of them at the end of its line, the others before what follows.
    static void move_behind_comma(format_token& before, format_token& comma, format_token& after) {
        if (before.after.empty() && comma.before.empty()) return;
        std::vector<std::string> own = std::exchange(comma.before, {});
        if (!comma.after.empty()) own.push_back(std::exchange(comma.after, {}));
        comma.after = std::exchange(before.after, {});
        after.before.insert(after.before.begin(), own.begin(), own.end());
    }
    // Only where the line may end there too.
    bool move_behind_parenthesis(std::size_t i) {
        format_token& closing = tokens_[i + 1];
        if (tokens_[i].after.empty() || !closing.before.empty() || !closing.after.empty()) return false;
        if (i + 2 == tokens_.size() ? ends_in_comment_ : !may_begin_line(tokens_[i + 2], depth_[i + 1])) return false;
        closing.after = std::exchange(tokens_[i].after, {});
        return true;
    }

    std::vector<format_token>& tokens_;
    bool ends_in_comment_;
    std::vector<unsigned> depth_;  ///< parentheses open behind each token
};

}  // namespace

std::vector<format_token> format_tokens(const source& file, const ast::statement& s) {
    std::vector<format_token> tokens = cutter(file, s).cut();
    const std::string_view text = file.text();
    const cursor end = text.data() + text.size(), behind = words::skip_blanks(text.data() + s.where.end, end);
    comment_mover(tokens, behind != end && *behind == '#').move();
    return tokens;
}

std::string written_text(const source& file, span where) {
    const std::uint32_t begin = file.written_offset(where.begin), last = file.written_offset(where.end - 1);
    const std::uint32_t length = decode_one(file.written(), last).length;  // of an apostrophe that was written as U+2019: 3
    return std::string(file.written().substr(begin, last + length - begin));
}

std::string comment_text(const source& file, std::uint32_t begin) {
    const std::string_view text = file.written().substr(file.written_offset(begin));
    std::string comment(text.substr(0, text.find('\n')));
    constexpr std::string_view no_break_space = "\u00A0";
    for (;;) {
        if (comment.back() == ' ' || comment.back() == '\t' || comment.back() == '\r') comment.pop_back();
        else if (comment.ends_with(no_break_space)) comment.resize(comment.size() - no_break_space.size());
        else return comment;
    }
}

}  // namespace advise::grammar
