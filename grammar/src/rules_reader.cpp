// The loop that owns a rule file: statement by statement, which block a clause belongs to, and how to go on after an error.
#include <advise/grammar/parse.hpp>

#include "evidence_hints.hpp"
#include "grammar.hpp"
#include "mark_hints.hpp"
#include "statement_lines.hpp"
#include "syntax_report.hpp"

#include <advise/grammar/limits.hpp>

#include <utility>

namespace advise::grammar {
namespace {

using words::cursor;
using enum message;
using kind = ast::statement_kind;

/// What a clause may stand in. `unknown`: a header that could not be read; its clauses are passed over in silence.
enum class block : std::uint8_t { none, unknown, source, scale, fact, conclusion, test };

block block_of(kind k) {
    switch (k) {
    case kind::source: return block::source;
    case kind::scale: return block::scale;
    case kind::fact: return block::fact;
    case kind::concept_:
    case kind::role: return block::conclusion;
    case kind::test: return block::test;
    default: return block::none;
    }
}

bool fits(kind clause, block b) {
    switch (clause) {
    case kind::url: return b == block::source;
    case kind::label: return b == block::scale || b == block::fact || b == block::conclusion;
    case kind::aka: return b == block::fact || b == block::conclusion;
    case kind::ask:
    case kind::effort:
    case kind::after: return b == block::fact;
    case kind::given:
    case kind::expect: return b == block::test;
    default: return b == block::conclusion;
    }
}

std::string_view clauses_of(block b) {
    switch (b) {
    case block::source: return "url";
    case block::scale: return "label";
    case block::fact: return "label, aka, ask, effort, after";
    case block::test: return "given, expect";
    default: return "label, aka, when, requires, unless, +N, -N";
    }
}

std::string_view blocks_with(kind clause) {
    switch (clause) {
    case kind::url: return "source";
    case kind::label: return "fact, concept, role, scale";
    case kind::aka: return "fact, concept, role";
    case kind::ask:
    case kind::effort:
    case kind::after: return "fact";
    case kind::given:
    case kind::expect: return "test";
    default: return "concept, role";
    }
}

}  // namespace

class rules_reader::impl {
public:
    impl(const source& file, diagnostics& out)
        : file_(file), out_(out), origin_(file.text().data()), lines_(origin_, origin_ + file.text().size()), grammar_(file.text()) {}

    bool next(ast::statement& s) {
        while (lines_.next(line_)) {
            if (line_.first < comment_end_) continue;
            if (std::exchange(goes_on_, false) && !line_.has_keyword && !find_arrow(line_.first, line_.last)) continue;
            kind_ = line_.has_keyword ? line_.kind : kind::arrow;
            if (accepted() ? read(s) : pass_over()) return true;
        }
        return false;
    }

private:
    [[nodiscard]] span where(cursor first, cursor last) const {
        return {static_cast<std::uint32_t>(first - origin_), static_cast<std::uint32_t>(last - origin_)};
    }

    // Whether the statement is worth reading; what is not has been reported.
    bool accepted() {
        if (file_.has_bad(where(line_.first, line_.last))) {  // reported with the text; the rest of it is guesswork
            const bool rule = kind_ == kind::arrow && find_arrow(line_.first, line_.last);
            if (!words::is_clause(kind_)) enter(rule ? block::none : block::unknown, kind_);
            return false;
        }
        if (is_conflict_marker()) return false;
        if (!words::is_clause(kind_) || fits(kind_, block_)) return true;
        if (report_dashed_header()) return false;
        if (block_ != block::unknown && !report_keyword_in_rule(file_, line_, out_) && !report_stray_dash(file_, line_, out_)
            && !report_worded_clause(file_, line_, block_ == block::test, out_))
            report_misplaced();
        return false;
    }

    bool pass_over() {
        lines_.resume_inside(line_);
        return false;
    }

    bool is_conflict_marker() {
        if (std::string_view("<=>|").find(*line_.first) == std::string_view::npos) return false;
        std::string_view const text{line_.first, static_cast<std::size_t>(line_.last - line_.first)};
        for (std::string_view const marker : {"<<<<<<<", "=======", ">>>>>>>", "|||||||"}) {
            if (!text.starts_with(marker)) continue;
            out_.add(merge_conflict, {&file_, where(line_.first, line_.first + marker.size())}).help.push_back({help_resolve_conflict, {}});
            return true;
        }
        return false;
    }

    void report_misplaced() {
        const place at{&file_, where(line_.first, line_.keyword_end)};
        std::string const clause(words::word_of(kind_));
        std::string const word = kind_ == kind::evidence ? std::string(1, *line_.first) : clause;
        if (block_ == block::none && header_ == kind::ruleset && kind_ == kind::label) {
            out_.add(clause_outside, at, {word}).help.push_back({help_title_once, {}});
        } else if (block_ == block::none) {
            out_.add(clause_outside, at, {word}).help.push_back({help_clause_belongs, {clause, std::string(blocks_with(kind_))}});
        } else {
            auto& d = out_.add(clause_of_other_block, at, {word, std::string(words::word_of(header_))});
            d.help.push_back({help_clause_belongs, {clause, std::string(blocks_with(kind_))}});
            d.help.push_back({help_clauses_of, {std::string(clauses_of(block_))}});
        }
    }

    bool read(ast::statement& s) {
        s.clear();
        s.kind = kind_;
        s.where = where(line_.first, line_.last);
        s.keyword = where(line_.first, line_.keyword_end);
        if (!line_.has_keyword) s.keyword.end = s.keyword.begin;
        if (kind_ == kind::given) return read_given(s);
        const cursor rest = kind_ == kind::evidence || !line_.has_keyword ? line_.first : line_.keyword_end;
        if (!grammar_.read(kind_, line_.has_keyword, rest, line_.last, s)) return give_up(s);
        if (!words::is_clause(kind_)) enter(block_of(kind_), kind_);
        return true;
    }

    // The rest of the line, raw: a line of a profile knows no keywords.
    bool read_given(ast::statement& s) {
        const cursor first = words::skip_blanks(line_.keyword_end, line_.last);
        const cursor last = words::text_end(first, line_.last);
        s.line = where(first, last);
        s.where.end = s.line.end;
        if (const cursor arrow = find_arrow(first, last)) {
            out_.add(arrow_in_given, {&file_, where(arrow, words::piece_end(arrow, last))}).help.push_back({help_profile_line, {}});
            return false;
        }
        if (first != last && *first == ':') {
            const std::string_view rest{words::skip_blanks(first + 1, last), last};
            out_.add(syntax_unexpected, {&file_, where(first, first + 1)}, {expected_profile_line, std::string(":")})
                .help.push_back({help_write_line, {"given " + std::string(rest)}});
            return false;
        }
        if (first != last) return true;
        out_.add(syntax_missing, {&file_, where(line_.keyword_end, line_.keyword_end)}, {expected_profile_line, std::string("given")})
            .help.push_back({help_profile_line, {}});
        return false;
    }

    // After an error: what can still be said about the statement, and where to go on.
    bool give_up(ast::statement& s) {
        if (report_keyword_in_rule(file_, line_, out_)) {
            enter(block::none, kind::arrow);
            return pass_over();
        }
        if (report_stray_dash(file_, line_, out_)) return pass_over();
        const auto meant =
            report({file_, line_, kind_, s, grammar_.failure(), block_ == block::test || (block_ == block::unknown && header_ == kind::test)}, out_);
        pass_over_comment();
        goes_on_ = ends_too_early();
        lines_.resume_inside(line_);
        if (words::is_clause(kind_)) return false;
        if (kind_ == kind::arrow && !line_.has_keyword) {
            after_unknown_line(meant);
            return false;
        }
        return hand_on_broken(s);
    }

    // `when a and`, `when a,`, `scale s`: the next line was meant to belong to it, and is no mistake of its own.
    [[nodiscard]] bool ends_too_early() const {
        const std::string_view text{line_.first, words::text_end(line_.first, words::line_end(line_.first, line_.last))};
        if (kind_ == kind::scale) return text.find(':') == text.npos;
        if (kind_ != kind::when && kind_ != kind::requires_ && kind_ != kind::unless && kind_ != kind::evidence) return false;
        return text.ends_with(" and") || text.ends_with(" or") || text.ends_with(',');
    }

    // `- role x`: a list as YAML has it. What follows belongs to the header.
    bool report_dashed_header() {
        if (kind_ != kind::evidence || *line_.first != '-') return false;
        const cursor word = words::skip_blanks(line_.first + 1, line_.last),
                     last = words::text_end(line_.first, words::line_end(line_.first, line_.last));
        kind header{};
        if (!words::find_keyword(word, words::word_end(word, last), header) || words::is_clause(header)) return false;
        out_.add(clause_outside, {&file_, where(line_.first, line_.first + 1)}, {std::string("-")})
            .help.push_back({help_write_line, {std::string(word, last)}});
        enter(block::unknown, header);
        return true;
    }

    // A comment of another language that goes on over lines is reported once.
    void pass_over_comment() {
        const cursor end = origin_ + file_.text().size();
        std::string_view const rest{line_.first, static_cast<std::size_t>(end - line_.first)};
        if (comment_open_ || !rest.starts_with("/*")) return;
        std::size_t const close = rest.find("*/");
        if (close == rest.npos) comment_open_ = true;
        else comment_end_ = line_.first + close;
    }

    // A line that is no rule may have been meant as a header or a clause: what follows belongs to it or to the block above.
    void after_unknown_line(std::string_view meant) {
        if (find_arrow(line_.first, line_.last)) return enter(block::none, kind::arrow);
        for (const auto& k : words::keywords())
            if (k.text == meant && !words::is_clause(k.kind)) return enter(block::unknown, k.kind);
    }

    bool hand_on_broken(ast::statement& s) {
        const bool named = block_of(kind_) != block::none && !s.name.empty();
        enter(named ? block_of(kind_) : block_of(kind_) == block::none ? block::none : block::unknown, kind_);
        s.broken = named;
        return named;
    }

    void enter(block b, kind header) {
        block_ = b;
        header_ = header;
    }

    const source& file_;
    diagnostics& out_;
    cursor origin_;
    statement_lines lines_;
    statement_grammar grammar_;
    statement_line line_;
    kind kind_{};
    block block_ = block::none;
    kind header_{};
    cursor comment_end_ = nullptr;  ///< of a reported comment over several lines
    bool goes_on_ = false;          ///< the statement before ended too early and was reported
    bool comment_open_ = false;     ///< no such comment ends any more: looked for once
};

rules_reader::rules_reader(const source& file, diagnostics& out) : impl_(std::make_unique<impl>(file, out)) {}
rules_reader::~rules_reader() = default;
bool rules_reader::next(ast::statement& out) { return impl_->next(out); }

// Plain wherever a term can stand: in a claim too, and at the start of a line.
bool is_plain_term(std::string_view text) {
    const cursor first = text.data(), end = first + text.size();
    if (text.empty() || text.size() > limits::term_bytes || text.find('\n') != text.npos) return false;
    if (words::term_end(first, end, words::term_place::claim) != end || words::says_nothing(first, end, false)) return false;
    const cursor word = words::word_end(first, end);
    for (std::string_view const special : {"first", "always", "never", "more"})
        if (words::same_word(first, word, special)) return false;
    kind k{};
    return !words::find_keyword(first, word, k);
}

}  // namespace advise::grammar
