// Conditions (LANGUAGE.md §4) as X3 rules. One token decides each choice, nothing is tried twice: reading is linear, and a
// rule writes into the builder as it goes because it will never be taken back, except by an error that ends the statement.
#pragma once

namespace advise::grammar {
namespace {

struct scan_begin_condition {
    static constexpr message expected = expected_condition;
    static bool read(cursor&, cursor, reading& r) { return r.builder.begin_condition(), true; }
};
struct scan_end_condition {
    static constexpr message expected = expected_condition;
    static bool read(cursor&, cursor, reading& r) { return r.builder.end_condition(r.last_end()), true; }
};

struct scan_connective {
    static constexpr message expected = expected_operator_or_end;
    static bool read(cursor& it, cursor end, reading& r) {
        if (it == end) return false;
        const auto end_of_operand = r.last_end();
        if (word(it, end, r, "and") || symbol(it, end, r, "∧")) return r.builder.conjunction(), true;
        if (word(it, end, r, "or") || symbol(it, end, r, "∨")) return r.builder.disjunction(end_of_operand), true;
        return false;
    }
};

/// All the `not`s before an operand are read at once: a chain of them needs no recursion.
bool read_not(cursor& it, cursor end, reading& r) {
    const cursor first = it;
    if (!word(it, end, r, "not") && !symbol(it, end, r, "¬")) return false;
    if (r.builder.depth() >= limits::nesting) refuse(first, it, nested_too_deep, {std::to_string(limits::nesting)});
    r.builder.deepen(1);
    r.builder.negation(r.offset(first));
    return true;
}
struct scan_nots {
    static constexpr message expected = expected_condition;
    static bool read(cursor& it, cursor end, reading& r) {
        r.builder.begin_operand(r.offset(it));
        std::uint32_t count = 0;
        while (read_not(it, end, r)) {
            ++count;
            it = words::skip_space(it, end);
        }
        r.builder.push_negations(count);
        return true;
    }
};
struct scan_end_nots {
    static constexpr message expected = expected_condition;
    static bool read(cursor&, cursor, reading& r) { return r.builder.end_negations(r.last_end()), true; }
};

struct scan_operand {
    static constexpr message expected = expected_condition;
    static bool read(cursor& it, cursor end, reading& r) {
        ast::term t;
        if (!read_term(it, end, r, t)) return false;
        r.builder.term(t);
        return true;
    }
};

// --- lists ------------------------------------------------------------------------------------------------------------

/// `all of`, `any of`, `none of` before a parenthesis; without one they are words of a term.
struct scan_quantifier {
    static constexpr message expected = expected_condition;
    static bool read(cursor& it, cursor end, reading& r) {
        if (!may_be(it, end, "all") && !may_be(it, end, "any") && !may_be(it, end, "none")) return false;
        const cursor first = it, w = words::word_end(it, end);
        ast::node_kind kind{};
        switch (words::packed_word(it, w)) {
        case words::packed("all"): kind = ast::node_kind::all; break;
        case words::packed("any"): kind = ast::node_kind::any; break;
        case words::packed("none"): kind = ast::node_kind::none; break;
        default: return false;
        }
        const cursor of = words::skip_space(w, end), of_end = words::word_end(of, end);
        if (!words::same_word(of, of_end, "of")) return false;
        const cursor open = words::skip_space(of_end, end);
        if (open == end || *open != '(') return false;
        r.builder.begin_list(kind, r.offset(first));
        return r.took(it, of_end);
    }
};
/// `at least`, `at most`, and `exactly` before a number: no term begins so.
struct scan_counter {
    static constexpr message expected = expected_condition;
    static bool read(cursor& it, cursor end, reading& r) {
        const auto at = r.offset(it);
        if (two_words(it, end, r, "at", "least")) return r.builder.begin_list(ast::node_kind::at_least, at), true;
        if (two_words(it, end, r, "at", "most")) return r.builder.begin_list(ast::node_kind::at_most, at), true;
        if (!may_be(it, end, "exactly")) return false;
        const cursor w = words::word_end(it, end);
        if (!words::same_word(it, w, "exactly") || !words::begins_number(words::skip_space(w, end), end)) return false;
        r.builder.begin_list(ast::node_kind::exactly, at);
        return r.took(it, w);
    }
};
struct scan_count {
    static constexpr message expected = expected_count;
    static bool read(cursor& it, cursor end, reading& r) {
        const cursor first = it;
        words::number_scan s{};
        if (!read_number(it, end, r, s)) return false;
        if (!s.whole) refuse(first, it, count_not_whole);
        r.builder.list_count(s.micro / limits::grid, r.where(first, it));
        return true;
    }
};
struct scan_member {
    static constexpr message expected = expected_condition;
    static bool read(cursor&, cursor, reading& r) { return r.builder.begin_member(), true; }
};
struct scan_end_list {
    static constexpr message expected = expected_close;
    static bool read(cursor&, cursor, reading& r) { return r.builder.end_list(r.last_end()), true; }
};

// --- comparisons ------------------------------------------------------------------------------------------------------

struct scan_compare {
    static constexpr message expected = expected_operator_or_end;
    static bool read(cursor& it, cursor end, reading& r) {
        using enum ast::comparison;
        const cursor first = it;
        const auto op = read_operator(it, end, r);
        if (op == none) return false;
        r.builder.compare(op, r.where(first, it));
        return true;
    }

private:
    static ast::comparison read_operator(cursor& it, cursor end, reading& r) {
        using enum ast::comparison;
        if (it == end) return none;
        switch (*it) {
        case '=':
        case '!':
        case '<':
        case '>':
        case '\xE2': return read_symbol(it, end, r);
        case 'i':
        case 'I':
        case 'a':
        case 'A': return read_words(it, end, r);
        default: return none;
        }
    }
    // `==`, `=<`, `<>` and their like are left where they are: the error will name them whole.
    static ast::comparison read_symbol(cursor& it, cursor end, reading& r) {
        using enum ast::comparison;
        const char next = end - it > 1 ? it[1] : ' ';
        const bool equals = next == '=';
        if (equals && end - it > 2 && (it[2] == '=' || it[2] == '>')) return none;
        switch (*it) {
        case '=': return equals || next == '>' || next == '<' ? none : took(it, 1, r, eq);
        case '!': return equals ? took(it, 2, r, ne) : none;
        case '<': return equals ? took(it, 2, r, le) : next == '>' || (next == '-' && !words::begins_number(it + 1, end)) ? none : took(it, 1, r, lt);
        case '>': return equals ? took(it, 2, r, ge) : took(it, 1, r, gt);
        default: break;
        }
        if (symbol(it, end, r, "≥")) return ge;
        if (symbol(it, end, r, "≤")) return le;
        return symbol(it, end, r, "≠") ? ne : none;
    }
    static ast::comparison took(cursor& it, int bytes, reading& r, ast::comparison op) {
        r.took(it, it + bytes);
        return op;
    }
    static ast::comparison read_words(cursor& it, cursor end, reading& r) {
        using enum ast::comparison;
        if (word(it, end, r, "includes")) return includes;
        const bool is = word(it, end, r, "is");
        cursor next = is ? words::skip_space(it, end) : it;
        if (two_words(next, end, r, "at", "least")) return it = next, ge;
        if (two_words(next, end, r, "at", "most")) return it = next, le;
        if (!is) return none;
        if (word(next, end, r, "not")) return it = next, ne;
        return eq;
    }
};
struct scan_in {
    static constexpr message expected = expected_operator_or_end;
    static bool read(cursor& it, cursor end, reading& r) {
        const cursor first = it;
        if (!word(it, end, r, "in")) return false;
        r.builder.compare(ast::comparison::in, r.where(first, it));
        return true;
    }
};

template <bool InList>
struct scan_number_value {
    static constexpr message expected = expected_value;
    static bool read(cursor& it, cursor end, reading& r) {
        const cursor first = it;
        words::number_scan s{};
        if (!read_number(it, end, r, s, InList)) return false;
        r.builder.value(ast::value_kind::number, r.where(first, it)).number.micro = s.micro;
        return true;
    }
};
struct scan_range_end {
    static constexpr message expected = expected_number;
    static bool read(cursor& it, cursor end, reading& r) {
        words::number_scan s{};
        if (!read_number(it, end, r, s)) return false;
        auto& v = r.builder.last_value();
        v.kind = ast::value_kind::range;
        v.upper.micro = s.micro;
        v.where.end = r.last_end();
        r.builder.extend(r.last_end());
        return true;
    }
};
struct scan_value_unit {
    static constexpr message expected = expected_value;
    static bool read(cursor& it, cursor end, reading& r) {
        ast::term t;
        if (!read_term(it, end, r, t)) return false;
        auto& v = r.builder.last_value();
        v.unit = t;
        v.where.end = r.last_end();
        r.builder.extend(r.last_end());
        return true;
    }
};
struct scan_word_value {
    static constexpr message expected = expected_value;
    static bool read(cursor& it, cursor end, reading& r) {
        ast::term t;
        if (!read_term(it, end, r, t)) return false;
        r.builder.value(ast::value_kind::word, t.where).word = t;
        return true;
    }
};
struct scan_end_values {
    static constexpr message expected = expected_close;
    static bool read(cursor&, cursor, reading& r) { return r.builder.extend(r.last_end()), true; }
};

// --- the rules --------------------------------------------------------------------------------------------------------

const token<scan_comma> comma{};
const token<scan_open> open{};
const token<scan_close<expected_close>> close{};
const token<scan_close<expected_comma_or_close>> close_list{};
const token<scan_close<expected_operator_or_close>> close_condition{};
const token<scan_dots> dots{};

const x3::rule<struct condition_rule> condition = "a condition";
const x3::rule<struct operand_rule> operand = "a condition";
const x3::rule<struct comparison_rule> comparison = "a comparison";
const x3::rule<struct value_rule> value = "a value";

const auto list_value = named<expected_value>((token<scan_number_value<true>>{} >> -token<scan_value_unit>{}) | token<scan_word_value>{});
const auto range = token<scan_number_value<false>>{} > dots > token<scan_range_end>{} > -token<scan_value_unit>{};
const auto value_list = open > list_value > *(comma > list_value) > close_list > token<scan_end_values>{};
const auto comparison_def = (token<scan_compare>{} > value) | (token<scan_in>{} > named<expected_in_values>(value_list | range));

const auto list = ((token<scan_counter>{} > token<scan_count>{} > token<scan_of>{}) | token<scan_quantifier>{}) > open > token<scan_member>{}
                  > condition > *(comma > token<scan_member>{} > condition) > close_list > token<scan_end_list>{} > -comparison;
const auto group = open > condition > close_condition;
const auto operand_def = token<scan_nots>{} > named<expected_condition>(group | list | (token<scan_operand>{} > -comparison))
                         > token<scan_end_nots>{};

const auto value_def = named<expected_value>((token<scan_number_value<false>>{} >> -token<scan_value_unit>{}) | token<scan_word_value>{});
const auto condition_def = token<scan_begin_condition>{} > operand > *(token<scan_connective>{} > operand) > token<scan_end_condition>{};

BOOST_SPIRIT_DEFINE(condition, operand, comparison, value)

}  // namespace
}  // namespace advise::grammar
