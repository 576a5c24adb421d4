// Statements and clauses (LANGUAGE.md §3) as X3 rules: what follows the keyword of each.
#pragma once

namespace advise::grammar {
namespace {

using ast::statement;

// --- types of facts ---------------------------------------------------------------------------------------------------

struct scan_yes_no {
    static constexpr message expected = expected_type;
    static bool read(cursor& it, cursor end, reading& r) {
        if (!word(it, end, r, "yes/no")) return false;
        r.out.type = ast::fact_type::yes_no;
        return true;
    }
};
struct scan_number_type {
    static constexpr message expected = expected_type;
    static bool read(cursor& it, cursor end, reading& r) {
        if (!word(it, end, r, "number")) return false;
        r.out.type = ast::fact_type::number;
        return true;
    }
};
/// `one of`, `any of`: names of scales do not begin so.
struct scan_choice_type {
    static constexpr message expected = expected_type;
    static bool read(cursor& it, cursor end, reading& r) {
        const bool one = two_words(it, end, r, "one", "of");
        if (!one && !two_words(it, end, r, "any", "of")) return false;
        r.out.type = one ? ast::fact_type::one_of : ast::fact_type::any_of;
        return true;
    }
};
struct scan_range_read {
    static constexpr message expected = expected_number;
    static bool read(cursor&, cursor, reading& r) { return r.out.has_range = true; }
};

// --- tests and claims -------------------------------------------------------------------------------------------------

struct scan_first {
    static constexpr message expected = expected_conclusion;
    static bool read(cursor& it, cursor end, reading& r) {
        if (!word(it, end, r, "first")) return false;
        r.out.expect = ast::expect_kind::first;
        return true;
    }
};
struct scan_points_word {
    static constexpr message expected = expected_expectation;
    static bool read(cursor& it, cursor end, reading& r) {
        if (!word(it, end, r, "points")) return false;
        r.out.expect = ast::expect_kind::points;
        return true;
    }
};
template <bool Upper>
struct scan_bound {
    static constexpr message expected = expected_points;
    static bool read(cursor& it, cursor end, reading& r) {
        std::int64_t points = 0;
        span where;
        if (!read_bound(it, end, r, points, where)) return false;
        if (!Upper) r.out.lower_points = points;
        r.out.upper_points = points;
        r.out.points_where = {Upper ? r.out.points_where.begin : where.begin, where.end};
        return true;
    }
    // Sums of points are no single points: they may pass 1000.
    static bool read_bound(cursor& it, cursor end, reading& r, std::int64_t& points, span& where) {
        const cursor first = it;
        words::number_scan s{};
        if (!read_number(it, end, r, s)) return false;
        if (!s.whole) refuse(first, it, points_not_whole);
        points = s.micro / limits::grid;
        where = r.where(first, it);
        return true;
    }
};
struct scan_verdict {
    static constexpr message expected = expected_verdict;
    static bool read(cursor& it, cursor end, reading& r) {
        using enum ast::verdict_word;
        r.out.expect = ast::expect_kind::verdict;
        r.out.verdict = word(it, end, r, "yes") ? yes : word(it, end, r, "no") ? no : unknown;
        return r.out.verdict != unknown || word(it, end, r, "unknown");
    }
};
template <ast::claim_kind Kind>
struct scan_claim_word {
    static constexpr message expected = expected_claim;
    static bool read(cursor& it, cursor end, reading& r) {
        using enum ast::claim_kind;
        if (!word(it, end, r, Kind == always ? "always" : Kind == never ? "never" : Kind == ignores ? "ignores" : "more")) return false;
        r.out.claim = Kind;
        return true;
    }
};
struct scan_ignores : scan_claim_word<ast::claim_kind::ignores> {
    static constexpr message expected = expected_ignores;
};
struct scan_never_hurts {
    static constexpr message expected = expected_never_hurts;
    static bool read(cursor& it, cursor end, reading& r) { return two_words(it, end, r, "never", "hurts"); }
};

/// `requires 3 points`: a condition never begins with a digit or sign.
struct scan_required_points : scan_points {
    static bool read(cursor& it, cursor end, reading& r) {
        const bool sign = it != end && (*it == '+' || *it == '-');
        if (!words::begins_number(it + sign, end) || !scan_points::read(it, end, r)) return false;
        r.out.kind = ast::statement_kind::requires_points;
        return true;
    }
};
struct scan_points_after_number {
    static constexpr message expected = expected_word_points;
    static bool read(cursor& it, cursor end, reading& r) { return word(it, end, r, "points") || word(it, end, r, "point"); }
};

// --- because and cites ------------------------------------------------------------------------------------------------

struct scan_because {
    static constexpr message expected = expected_line_end;
    static bool read(cursor& it, cursor end, reading& r) {
        if (!word(it, end, r, "because")) return false;
        r.out.reasons.emplace_back();
        return true;
    }
};
struct scan_because_language {
    static constexpr message expected = expected_text;
    static bool read(cursor& it, cursor end, reading& r) { return read_single_word(it, end, r, r.out.reasons.back().language); }
};
struct scan_because_text {
    static constexpr message expected = expected_text;
    static bool read(cursor& it, cursor end, reading& r) {
        const cursor first = it;
        if (!read_quoted(it, end, r)) return false;
        store_text(first, it, r, r.out.reasons.back().text);
        return true;
    }
};
struct scan_cites {
    static constexpr message expected = expected_line_end;
    static bool read(cursor& it, cursor end, reading& r) {
        if (!word(it, end, r, "cites")) return false;
        r.out.citations.emplace_back();
        return true;
    }
};
struct scan_cited_source {
    static constexpr message expected = expected_source;
    static bool read(cursor& it, cursor end, reading& r) { return read_term(it, end, r, r.out.citations.back().source); }
};
struct scan_cited_text {
    static constexpr message expected = expected_text;
    static bool read(cursor& it, cursor end, reading& r) {
        const cursor first = it;
        if (!read_quoted(it, end, r)) return false;
        store_text(first, it, r, r.out.citations.back().text);
        return true;
    }
};

// --- the rules --------------------------------------------------------------------------------------------------------

template <auto Member, message Expected>
const token<scan_term<Member, Expected>> term_as{};
template <message Expected>
const token<scan_item<Expected>> item{};
const token<scan_text> quoted_text{};
const token<scan_colon> colon{};
const token<scan_arrow> arrow_sign{};
const token<scan_points> points{};
const token<scan_end<expected_line_end>> line_end{};
const token<scan_end<expected_operator_or_end>> condition_end{};
const auto name = term_as<&statement::name, expected_name>;
const auto conclusion = term_as<&statement::conclusion, expected_conclusion>;

const auto reason = token<scan_because>{} > -token<scan_because_language>{} > token<scan_because_text>{};
const auto citation = token<scan_cites>{} > token<scan_cited_source>{} > -token<scan_cited_text>{};
const auto reasons = *(reason | citation);

const auto syntax_rest = token<scan_number_into<&statement::number, &statement::number_where, expected_number>>{} > line_end;
const auto text_rest = quoted_text > line_end;
const auto language_rest = token<scan_language_name>{} > line_end;
const auto source_rest = name > quoted_text > line_end;
const auto scale_rest = name > colon > item<expected_level> > *(token<scan_less>{} > item<expected_level>) > line_end;

const auto fact_range = token<scan_number_into<&statement::lower, &statement::range_where, expected_number>>{} > dots
                        > token<scan_number_into<&statement::upper, &statement::range_where, expected_number>>{} > token<scan_range_read>{};
const auto fact_type =
    named<expected_type>(token<scan_yes_no>{} | (token<scan_number_type>{} > -fact_range > -term_as<&statement::unit, expected_unit>)
                         | (token<scan_choice_type>{} > open > item<expected_option> > *(comma > item<expected_option>) > close_list)
                         | term_as<&statement::scale_name, expected_type>);
const auto fact_rest = name > colon > fact_type > line_end;
const auto role_rest = name > -quoted_text > line_end;
const auto concept_rest = name > line_end;

const auto arrow_body = condition > arrow_sign > -token<scan_not>{} > conclusion > -(open > points > close) > reasons > line_end;
const auto rule_rest = name > colon > arrow_body;

const auto claim_rest = named<expected_claim>((token<scan_claim_word<ast::claim_kind::always>>{} > condition > condition_end)
                                              | (token<scan_claim_word<ast::claim_kind::never>>{} > condition > condition_end)
                                              | (token<scan_claim_word<ast::claim_kind::more_never_hurts>>{}
                                                 > term_as<&statement::about, expected_fact> > token<scan_never_hurts>{} > conclusion > line_end)
                                              | (conclusion > token<scan_ignores>{} > term_as<&statement::about, expected_fact> > line_end));

const auto label_rest = *token<scan_label_part>{} > token<scan_label_done>{} > line_end;
const auto aka_rest = item<expected_name> > *(comma > item<expected_name>) > line_end;
const auto ask_rest = -token<scan_language>{} > quoted_text > line_end;
const auto effort_rest =
    token<scan_number_into<&statement::number, &statement::number_where, expected_number>>{} > -term_as<&statement::unit, expected_unit> > line_end;
const auto after_rest = condition > condition_end;
const auto condition_rest = condition > reasons > condition_end;
const auto requires_rest = ((token<scan_required_points>{} > token<scan_points_after_number>{}) | condition) > reasons > condition_end;
const auto evidence_rest = points > condition > reasons > condition_end;
const auto expect_rest =
    (token<scan_first>{} > conclusion > line_end)
    | (conclusion > named<expected_expectation>((token<scan_points_word>{} > token<scan_bound<false>>{} > -(dots > token<scan_bound<true>>{}))
                                                | (colon > token<scan_verdict>{}))
       > line_end);

}  // namespace
}  // namespace advise::grammar
