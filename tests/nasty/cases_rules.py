"""Rule files: nesting, numbers, points, counts, the cap on errors, blocks, texts that are echoed."""
import random

from case import Case, MARK

DECLARED = "fact a: yes/no\nfact b: yes/no\nfact c: yes/no\nfact n: number -1000..1000\nfact l: level\nfact d: one of (red, green, blue)\nfact s: any of (x, y, z)\n"


def nesting():
    def case(name, text, demand, **more):
        return Case("rules", "nesting", name, text, demand, **more)
    deep = "128|deep|nest"
    for n in (60, 127, 128):
        yield case("parentheses_%d" % n, "(" * n + "a" + ")" * n + " -> infra\n", "ok", seconds=1, explain="infra")
        yield case("not_%d" % n, "not " * n + "a -> infra\n", "ok", seconds=1, explain="infra")
    yield case("parentheses_129", "(" * 128 + MARK + "(" + "a" + ")" * 129 + " -> infra\n", "error", says=deep, seconds=1)
    yield case("not_129", "not " * 128 + MARK + "not a -> infra\n", "error", says=deep)
    for word in ("all of (", "any of (", "none of (", "at least 1 of (", "at most 0 of (", "exactly 1 of ("):
        name = word[:-2].replace(" ", "_")
        yield case("%s_128" % name, word * 128 + "a" + ")" * 128 + " -> infra\n", "ok", seconds=1)
        yield case("%s_129" % name, word * 129 + "a" + ")" * 129 + " -> infra\n", "error", says=deep, errors=1)
    yield case("mixed_128", "not (" * 64 + "a" + ")" * 64 + " -> infra\n", "ok")
    yield case("mixed_129", "(" + "not (" * 64 + "a" + ")" * 65 + " -> infra\n", "error", says=deep, errors=1)
    yield case("and_or_128", "".join("a%d and (b%d or (" % (i, i) for i in range(64)) + "c" + "))" * 64 + " -> infra\n", "ok", seconds=1, explain="infra")
    yield case("and_or_130", "".join("a%d and (b%d or (" % (i, i) for i in range(65)) + "c" + "))" * 65 + " -> infra\n", "error", says=deep)
    yield case("over_128_lines", "(\n" * 128 + "a" + "\n)" * 128 + " -> infra\n", "ok")
    yield case("over_129_lines", "(\n" * 128 + MARK + "(\na" + "\n)" * 129 + " -> infra\n", "error", says=deep)
    for where, head in {"when": "role r\n    when ", "requires": "role r\n    requires ", "unless": "role r\n    when a\n    unless ", "evidence": "role r\n    +1 ",
                        "after": "fact x: level\n    effort 1 week\n    after ", "claim": "a -> r\nclaim never not r and ", "named_rule": "rule x: "}.items():
        tail = " -> r\n" if where == "named_rule" else "\n"
        yield case("in_%s_128" % where, "fact a: level\n" + head + "(" * 128 + "a" + ")" * 128 + tail, "ok")
        yield case("in_%s_129" % where, "fact a: level\n" + head + "(" * 129 + "a" + ")" * 129 + tail, "error", says=deep, errors=1)
    yield case("after_the_error_reading_goes_on", "(" * 500 + "a" + ")" * 500 + " -> infra\n" + MARK.join(("b and ", ") -> x\n")).replace(MARK, ""), "error", errors=2, also=[(2, 7)])
    for name, text in {"open": "(" * 1000000 + "\n", "close": "a" + ")" * 1000000 + " -> x\n", "not": "not " * 1000000 + "a -> x\n", "balanced": "(" * 500000 + "a" + ")" * 500000 + " -> x\n",
                       "lists": "all of (" * 200000 + "\n", "open_lines": "(\n" * 300000, "open_statements": "(a ->\n" * 100000, "not_open": "not (" * 200000 + "a\n"}.items():
        yield case("a_million_" + name, text, "error", weight=2)
    for n in (30, 60, 120):         # alternatives that begin alike must not be tried again and again
        yield case("no_backtracking_%d" % n, "(" * n + "a and b" + ")" * n + " or\n", "error", seconds=1)
        yield case("no_backtracking_unbalanced_%d" % n, "(" * n + "a" + ")" * (n - 1) + " -> x\n", "error", seconds=1)
        yield case("no_backtracking_not_%d" % (n // 2), "not (" * (n // 2) + "a" + ")" * (n // 2 - 1) + " -> x\n", "error", seconds=1)
        yield case("no_backtracking_lists_%d" % n, "at least 1 of (" * n + "a, b" + ", c)" * n + " and -> x\n", "error", seconds=1)
        yield case("no_backtracking_comparisons_%d" % n, "(" * n + "a >= " + ")" * n + " -> x\n", "error", seconds=1)


def numbers():
    head = "fact n: number -999999999999.999999..999999999999.999999\n"
    good = ["0", "-0", "5", "999999999999", "999999999999.999999", "-999999999999.999999", "0.000001", "-0.000001", "12.50", "۱۲", "۱٫۵", "-۳", "0.1"]
    bad = {"13_digits": "1000000000000", "7_decimals": "0.0000001", "thousands": "1,500", "point_last": "3.", "point_first": ".5", "exponent": "1e3", "exponent_point": "1.5e3", "hex": "0x10",
           "underscore": "1_000", "two_points": "1.2.3", "two_minus": "--3", "percent": "5%", "unit_glued": "3kg", "400_digits": "9" * 400, "400_decimals": "0." + "3" * 400,
           "nan": "nan", "inf": "inf", "minus_inf": "-inf", "half": "½", "square": "²", "range": "2..5", "nothing": "", "word": "many", "parentheses": "(3)", "20_digits": "99999999999999999999", "2_64": "18446744073709551616"}
    for i, number in enumerate(good):
        yield Case("rules", "number", "good_%d" % i, head + "role r\n    when n = %s\n" % number, "ok", silent=True, explain="r")
    for name, number in bad.items():
        more = {"thousands": dict(says="1500"), "point_last": dict(says=r"\b3\b"), "13_digits": dict(says="12"), "7_decimals": dict(says="6")}.get(name, {})
        yield Case("rules", "number", "bad_" + name, head + "role r\n    when n = %s\n" % number, "error", also=[(3, None)], **more)
        if number:
            yield Case("rules", "number", "bad_range_" + name, "fact n: number 0..%s\n" % number, "error", **({} if name == "range" else {"says": more["says"]} if more else {}))
    for name, number in {"fullwidth": "３", "arabic_indic": "٣", "plus": "+3", "leading_zeros": "007", "13_with_zeros": "0000000000001", "arabic_comma": "1،500", "unicode_minus": "−3"}.items():
        yield Case("rules", "number", "odd_" + name, head + "role r\n    when n = %s\n" % number, "either")
    for values, verdict in {"2..5": "yes", "3..5": "no", "2..2": "yes", "-5..2": "yes", "2.000000..2.5": "yes", "2.000001..5": "no"}.items():
        yield Case("rules", "number", "in_" + values, "fact n: number -10..10\nrole r\n    when n in %s\n" % values, "ok", profile="n: 2\n", verdicts={"r": verdict})
    for name, values in {"upside_down": "5..2", "three": "1..2..3", "open_left": "..5", "open_right": "2..", "four_dots": "2....5"}.items():
        yield Case("rules", "number", "in_bad_" + name, head + "role r\n    when n in %s\n" % values, "error")
    yield Case("rules", "number", "range_upside_down", "fact n: number " + "5..2\n", "error", also=[(1, None)])
    yield Case("rules", "number", "range_of_one", "fact n: number 3..3\nrole r\n    when n = 3\n", "ok", profile="", verdicts={"r": "yes"})
    yield Case("rules", "number", "outside_the_range", "fact n: number 0..5\nrole r\n    when n > 5\nrole s\n    when n < 0\nrole t\n    when n >= 0\n", profile="", verdicts={"r": "no", "s": "no", "t": "yes"})
    yield Case("rules", "number", "no_floating_point", "fact n: number 0..1\nrole r\n    when n = 0.1\nrole s\n    when n > 0.1 and n < 0.100001\n", "ok", profile="n: 0.1\n", verdicts={"r": "yes", "s": "no"})
    yield Case("rules", "number", "between_the_grid_is_nothing", "fact n: number 0..1\nrole r\n    when n > 0.1 and n < 0.100001\nrole s\n    when not (n > 0.1 and n < 0.100001)\n", "ok", profile="", verdicts={"r": "no", "s": "yes"})
    yield Case("rules", "number", "the_greatest_numbers", head + "role r\n    when n >= 999999999999.999999\nrole s\n    when n > 999999999999.999999\nrole t\n    when n >= -999999999999.999999\n", "ok",
               profile="n: at least 999999999999.999999\n", verdicts={"r": "yes", "s": "no", "t": "yes"})
    yield Case("rules", "number", "as_a_level", "fact l: level\nrole r\n    when l >= " + MARK + "2\n", "error")
    yield Case("rules", "number", "both_kinds", "x >= 3 -> r\nx >= beginner -> q\n", "error", also=[(1, None), (2, None)])


def points():
    for n in ("+1000", "-1000", "+1", "-1"):
        yield Case("rules", "points", "clause_" + n, DECLARED + "role r\n    %s a\n" % n, "ok")
        yield Case("rules", "points", "arrow_" + n, DECLARED + "a -> r (%s)\n" % n, "ok")
    for n in ("+1001", "-1001", "+99999999999", "-9223372036854775808", "+18446744073709551617", "+4294967297", "+" + "9" * 400, "+1.5", "-0.5"):
        yield Case("rules", "points", "clause_" + n[:22], DECLARED + "role r\n    %s a\n" % n, "error", also=[(9, None)])
        yield Case("rules", "points", "arrow_" + n[:22], DECLARED + "a -> r (%s)\n" % n, "error", also=[(8, None)])
    for n in ("+0", "-0", "+ 3", "+007", "+۳", "++3", "+-3"):
        yield Case("rules", "points", "odd_" + n.replace(" ", "_"), DECLARED + "role r\n    %s a\n" % n, "either")
    yield Case("rules", "points", "arrow_without_sign", DECLARED + "a -> r (3)\n", "either")
    yield Case("rules", "points", "requires_1000", DECLARED + "role r\n    +1000 a\n    requires 1000 points\n", "ok", profile="a: yes\n", verdicts={"r": "yes 1000..1000"})
    yield Case("rules", "points", "requires_1001", DECLARED + "role r\n    +1000 a\n    requires 1001 points\n", "error", says="1000")
    yield Case("rules", "points", "requires_several", DECLARED + "role r\n    +5 a\n    requires 3 points\n    requires 7 points\n    requires -2 points\n", "ok", profile="a: yes\n", verdicts={"r": "no 5..5"})
    yield Case("rules", "points", "sum_of_100000", "fact a: yes/no\nrole r\n" + "    +1000 a\n" * 100000 + "    -1000 not a\n", "ok", profile="", verdicts={"r": "unknown -1000..100000000"}, weight=3)
    yield Case("rules", "points", "hundred_thousand_facts", "role r\n" + "".join("    +%d f%d\n" % (i % 1000 + 1, i) for i in range(100000)), "ok", profile="f0: yes\n", verdicts={"r": "yes 1..50050000"}, weight=3)
    yield Case("rules", "points", "evidence_against_itself", DECLARED + "role r\n    +7 a\n    -7 a\n    +3 not a\n    -3 not a\n", "ok", profile="", verdicts={"r": "no 0..0"})
    for count, demand in (("0", "ok"), ("3", "ok"), ("4", "error"), ("-1", "error"), ("4294967297", "error"), ("18446744073709551617", "error"), ("1.5", "error"), ("٣", "either"), ("three", "error"), ("", "error")):
        for word in ("at least", "at most", "exactly"):
            yield Case("rules", "count", "%s_%s" % (word.replace(" ", "_"), count or "nothing"), DECLARED + "role r\n    when %s %s of (a, b, c)\n" % (word, count), demand,
                       says=r"\b3\b" if count == "4" else None, also=[(9, None)] if demand == "error" else [])
    yield Case("rules", "count", "members_count_each_time", DECLARED + "at least 2 of (a, a, b) -> r\nexactly 2 of (a, a) -> r2\nexactly 1 of (a, a) -> t\n", "ok", profile="a: yes\n", verdicts={"r": "yes", "r2": "yes", "t": "no"})
    yield Case("rules", "count", "of_one", DECLARED + "at least 0 of (a) -> r\nat most 1 of (a) -> r2\nexactly 0 of (a) -> t\n", "ok", profile="", verdicts={"r": "yes", "r2": "yes", "t": "unknown"})
    yield Case("rules", "count", "of_none", "at least 1 of () -> r\n", "error")
    yield Case("rules", "count", "half_of_100000", "at least 50000 of (" + ", ".join("f%d" % i for i in range(100000)) + ") -> r\n", "ok", verdicts={"r": "unknown"}, weight=3)
    for text in ("-5 weeks", "1000000000000 weeks", "0.0000001 weeks", "many weeks", "", "5", "5 weeks and more"):
        yield Case("rules", "count", "effort_" + (text.replace(" ", "_") or "nothing"), "fact a: level\n    effort %s\n" % text, "error" if text != "5" else "either")
    yield Case("rules", "count", "effort_half", "fact a: level\n    effort 0.5 weeks\nfact b: level\n    effort ۲ week\n", "ok")
    yield Case("rules", "count", "effort_of_choice", DECLARED + "fact x: one of (p, q)\n    effort 2 weeks\n", "error", also=[(9, None)])


def cap():
    bad = ") -> x\n"
    for n in (1, 49, 50, 51, 1000, 100000):
        yield Case("rules", "cap", "wrong_lines_%d" % n, bad * n, "error", errors=n, weight=n > 10000)
    yield Case("rules", "cap", "wrong_lines_between_right_ones", ("a -> b\n" + bad) * 30, "error", errors=30, also=[(60, 1)])
    yield Case("rules", "cap", "the_same_fact_100000_times", "fact a: level\n" * 100001, "error", errors=100000, weight=1)
    yield Case("rules", "cap", "unknown_levels_10000", "fact a: level\n" + "".join("a >= zzz%d -> r\n" % i for i in range(10000)), "error", errors=10000)
    yield Case("rules", "cap", "undeclared_facts_10000", "fact a: level\n" + "".join("b%d -> r\n" % i for i in range(10000)), "ok", warns="A1009", weight=1)
    yield Case("rules", "cap", "mixed_and_or_10000", "a and b or c -> r\n" * 10000, "ok", warns="A2002", weight=1)
    yield Case("rules", "cap", "unmentioned_concepts_10000", "".join("concept c%d\n    when a\n" % i for i in range(10000)), "ok", warns="A2003", weight=1)
    yield Case("rules", "cap", "near_misses", "".join("fact skill number n%d: level\n" % i for i in range(5000)) + "".join("skil numbr n%d -> r\n" % i for i in range(2000)), "ok", warns="A1009", weight=2)
    yield Case("rules", "cap", "near_levels", "scale s: " + " < ".join("level x%d" % i for i in range(3000)) + "\nfact f: s\n" + "".join("f >= levle x%d -> r\n" % i for i in range(3000)), "error", errors=3000, weight=2)
    yield Case("rules", "cap", "one_line_many_errors", "a and ) " * 100000 + "\n", "error", seconds=5)
    yield Case("rules", "cap", "error_at_column_a_million", "python and " * 100000 + MARK + ") -> infra\n", "error", errors=1)
    yield Case("rules", "cap", "error_after_wide_letters", "漢字 and " * 50 + MARK + ") -> infra\n", "error")
    yield Case("rules", "cap", "error_after_tabs", "\t" * 200000 + "a and " + MARK + ") -> infra\n", "error")
    yield Case("rules", "cap", "error_before_a_long_tail", "a and " + MARK + ") " + "-> infra " * 100000 + "\n", "error")
    yield Case("rules", "cap", "error_under_combining_marks", ("e" + "\u0301" * 100 + " and ") * 20 + MARK + ") -> x\n", "error")
    yield Case("rules", "cap", "error_in_persian", "موازی‌سازی and " + MARK + ") -> infra\n", "error")


BROKEN = {
    "no_head": "a ->", "no_body": "-> r", "no_arrow": "a b", "two_arrows": "a -> b -> c", "arrow_split": "a - > r", "arrow_long": "a --> r", "arrow_back": "a <- r", "operator_first": "and a -> r", "operator_last": "a and -> r",
    "operator_twice": "a and and b -> r", "keywords": "and -> or", "two_heads": "a -> r and s", "list_head": "a -> (r, s)", "no_parentheses": "() -> r", "comma": "a, b -> r", "semicolon": "a -> r; b -> s", "plus_minus": "a -> r (+)",
    "points_twice": "a -> r (+1) (+2)", "unless_after_arrow": "a -> r unless b", "equals_twice": "a == yes -> r", "assign": "a := yes -> r", "bang": "!a -> r", "ampersands": "a && b -> r", "pipes": "a || b -> r", "brackets": "[a] -> r",
    "braces": "{a} -> r", "not_in": "a not in (x) -> r", "no_value": "a >= -> r", "no_operand": ">= expert -> r", "chain": "beginner <= a <= expert -> r", "of_alone": "at least 2 (a, b) -> r", "list_open": "all of (a, b -> r", "list_comma": "all of (a,, b) -> r",
    "list_comma_last": "all of (a, b,) -> r", "list_comma_first": "all of (, a) -> r", "list_semicolon": "all of (a; b) -> r", "because_without_text": "a -> r\n    because", "because_first": "because \"x\"", "cites_unknown": "a -> r\n    cites nowhere \"p\"",
    "cites_nothing": "a -> r\n    cites", "clause_alone": "when a", "plus_alone": "+1 a", "role_without_name": "role", "fact_without_type": "fact a", "fact_unknown_type": "fact a: bool", "fact_empty_choice": "fact a: one of ()",
    "fact_option_twice": "fact a: one of (x, y, x)", "scale_twice": "scale s: a < b\nscale s: a < b", "scale_level_twice": "scale s: a < b < a", "scale_upside": "scale s: a > b", "syntax_2": "syntax 2", "syntax_late": "a -> r\nsyntax 1",
    "language_tag": "language english please", "ruleset_twice": 'ruleset "a"\nruleset "b"', "import_word": "import x.rules", "source_nothing": "source", "name_id": "fact id: level", "name_note": "fact note: level", "name_name": "fact name: level",
    "name_otherwise": "fact otherwise: level", "name_persian": "fact نام: level", "concluded_fact": "fact a: level\nb -> a", "compared_conclusion": "a -> b\nb >= 3 -> c", "bare_choice": "fact a: one of (x, y)\na -> r", "choice_order": "fact a: one of (x, y)\na >= x -> r",
    "yes_no_level": "fact a: yes/no\na >= expert -> r", "level_of_other_scale": "scale s: p < q\nfact a: level\na >= q -> r", "wrong_unit": "fact a: number 0..9 years\na >= 3 kg -> r", "unit_where_none": "fact a: number 0..9\na >= 3 years -> r",
    "includes_level": "a includes b -> r\nfact a: level", "any_of_equals": "fact a: any of (x, y)\na = x -> r", "member_not_bare": "at least 1 of (a and b, c) >= expert -> r", "test_unknown": 'a -> r\ntest "t"\n    given b: yes\n    expect q: yes', "test_given_arrow": 'a -> r\ntest "t"\n    given a -> b',
    "test_points": 'a -> r\ntest "t"\n    expect r points many', "test_verdict": 'a -> r\ntest "t"\n    expect r: maybe', "claim_nothing": "claim", "claim_unknown": "a -> r\nclaim always zzz", "claim_ignores": "a -> r\nclaim r ignores zzz", "claim_more": "a -> r\nclaim more zzz never hurts r",
    "block_clause": "fact a: level\n    when b", "label_language": 'fact a: level\n    label xx yy "z"', "label_twice": 'fact a: level\n    label "x"\n    label "y"', "aka_twice": "fact a: level\n    aka z\nfact b: level\n    aka z", "after_rule": "a -> r\n    when b", "merge": "<<<<<<< HEAD\na -> r\n=======\nb -> r\n>>>>>>> x",
    "patch": "--- a/x\n+++ b/x\n@@ -1 +1 @@\n-a -> r", "block_comment": "/* a -> r */", "slashes": "// a -> r", "shell": "$(id) -> r", "backslash": "a \\\n-> r", "percent": "%s -> r", "question": "a? -> r", "url": "http://x.invalid/ -> r", "equals_arrow_back": "a <= -> r",
}


def syntax():
    for name, text in BROKEN.items():
        yield Case("rules", "syntax", name, text + "\n", "error")
        if name != "because_first":     # there it belongs to the rule above
            yield Case("rules", "syntax", "then_" + name, "good and fine -> other\n" + text + "\nmore and fine -> other\n", "error", light=True)
    yield Case("rules", "syntax", "odd_scale_of_one_level", "scale s: x\nfact f: s\nf >= x -> r\n")
    for name, text in {"keyword_inside_words": "android and oracle and notebook and inside -> infra", "keywords_in_capitals": "a AND NOT b Or c -> infra", "symbols": "¬a ∧ (b ∨ c) → infra", "fat_arrow": "a => infra", "comparisons": "a ≥ beginner and b ≠ expert and c ≤ expert -> infra",
                       "persian_comma": "any of (a، b، c) -> infra", "goes_on": "a\n  and b\n\n# c\n  or c\n  -> infra\n  because \"x\"", "rule_named": "rule my first: a -> infra (+3)", "not_conclusion": "a -> infra\nb -> not infra", "words_like_keywords": "a -> rolex\nb -> facts\nc -> testing"}.items():
        yield Case("rules", "syntax", "good_" + name, text + "\n", "ok")


HOSTILE = {
    "html": "<script>alert(1)</script>", "attribute": '" onload="alert(1)', "json": '","admin":true,"', "format": "%s%n%x{}{0}{1}{99999999999}", "braces": "{", "braces_close": "}}", "backslashes": "\\\\", "shell": "$(touch x)`id`", "url": "javascript:alert(1)",
    "percent": "100%", "sql": "'); DROP TABLE x;--", "long": "w" * 200, "words": "and or not -> #", "entities": "&lt;&#60;", "rtl": "שלום עולם", "persian": "سلام دنیا «نقل»", "emoji": "👩‍👩‍👧", "marks": "a" + "\u0301" * 60, "zwnj": "\u200ca\u200c", "line_separator": "a\u2028b",
    "private": "\ue000\uf8ff", "noncharacter": "\ufffe", "tag": "\U000e0041x", "wide": "漢" * 60, "tab": "a\tb", "ansi_text": "\\x1b[31m", "arrow": "--> x.rules:1:1", "error": "error[A1003]: no",
}


def echo():
    """Texts of the file that come back in answers and messages."""
    for name, text in HOSTILE.items():
        q = '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
        yield Case("rules", "echo", "term_" + name, "fact %s: level\n    label %s\nrole r\n    when %s\n    +1 not %s\n" % (q, q, q, q), noisy=False, explain="r")
        yield Case("rules", "echo", "role_" + name, "role %s %s\n    when python\n        because %s\n        cites b %s\nsource b %s\n    url %s\n" % (q, q, q, q, q, q), explain=text)
        yield Case("rules", "echo", "twice_" + name, "fact %s: level\nfact %s: level\n" % (q, q), "error", also=[(1, None), (2, None)])
        yield Case("rules", "echo", "level_" + name, "scale s: low < %s\n    label %s %s\nfact f: s\nrole r\n    when f >= %s\n" % (q, q, q, q), explain="r")
        yield Case("rules", "echo", "ruleset_" + name, "ruleset %s\npython -> infra\n" % q, "ok")
        yield Case("rules", "echo", "import_" + name, "import %s\n" % q, "error", files={"secret/outside.rules": "SECRET -> x\n"})
    yield Case("rules", "echo", "holes_are_not_filled_twice", 'fact "{1}": level\nfact "{1}": level\nfact "{0}{0}{0}": bool\n', "error", says=r"(?s)\{1\}.*\{0\}\{0\}\{0\}")


def blocks():
    yield Case("rules", "block", "all_of_the_language", SAMPLER, "ok", explain="infra")
    yield Case("rules", "block", "tests_100", SAMPLER + "".join('test "t%d"\n    given parallelism: expert\n    expect infra: unknown\n' % i for i in range(100)), "ok")
    yield Case("rules", "block", "given_100000", 'fact a: level\na -> r\ntest "t"\n' + "    given a: expert\n" * 100000, "ok", weight=2)
    yield Case("rules", "block", "because_100000", "fact a: level\nrole r\n    when a\n" + '        cites b "p"\n' * 100000 + 'source b "B"\n', "ok", profile="a: yes\n", weight=2, explain="r")
    yield Case("rules", "block", "because_in_1000_languages", "fact a: level\nrole r\n    when a\n" + "".join('        because x%d "t"\n' % i for i in range(1000)))
    yield Case("rules", "block", "aka_10000", "fact a: level\n    aka " + ", ".join("n%d" % i for i in range(10000)) + "\nn9999 -> r\n", "ok", profile="n77: yes\n", verdicts={"r": "yes"})
    yield Case("rules", "block", "options_10000", "fact a: one of (" + ", ".join("o%d" % i for i in range(10000)) + ")\nrole r\n    when a = o77\nrole s\n    when a != o77 or a = o77\n", "ok", profile="", verdicts={"r": "unknown", "s": "yes"}, explain="s", weight=2)
    yield Case("rules", "block", "set_of_5000", "fact a: any of (" + ", ".join("o%d" % i for i in range(5000)) + ")\nrole r\n    when a includes o77\n", "ok", profile="a: includes o77\n", verdicts={"r": "yes"}, weight=2)
    yield Case("rules", "block", "levels_10000", "scale s: " + " < ".join("o%d" % i for i in range(10000)) + "\nfact a: s\nrole r\n    when a >= o9999\nrole t\n    when a >= o0\n", "ok", profile="", verdicts={"r": "unknown", "t": "yes"}, weight=2)
    yield Case("rules", "block", "thresholds_20000", "fact n: number\nrole r\n" + "".join("    +1 n >= %d\n" % i for i in range(1, 20001)), "ok", profile="n: 100\n", verdicts={"r": "yes 100..100"}, weight=2)
    yield Case("rules", "block", "thresholds_open", "fact n: number\nrole r\n" + "".join("    %s1 n >= %d\n" % ("+-"[i % 2], i) for i in range(1, 2001)), "ok", profile="", verdicts={"r": "no -1..0"}, weight=2)


SAMPLER = """\
syntax 1
ruleset "All of it"
language en
source book "A book"
    url "https://example.invalid/"
scale grade: low < middle < high
    label fa middle "میانه"
fact parallelism: level
    label "Parallel programming"
    label fa "موازی‌سازی"
    aka "parallel programming", multithreading
    ask "How well?"
    ask fa "چقدر؟"
    effort 8 weeks
    after years of experience >= 1
fact refuses on-call: yes/no
fact years of experience: number 0..60 years
    effort 52 weeks
fact degree: one of (none, bachelor, "master of science")
    label fa bachelor "کارشناسی"
fact languages: any of (english, persian, german)
fact marks: grade
fact notes: grade

concept systems background
    label fa "پیش‌زمینه"
    when parallelism >= intermediate and (marks = high or languages includes german)
    when at least 2 of (parallelism, marks) and not refuses on-call
role infra "ML infrastructure engineer"
    label fa "مهندس زیرساخت"
    when systems background or degree in (bachelor, "master of science")
        because "It is so." because fa "چنین است."
        cites book "paragraph 3"
    requires 1 points
    requires none of (refuses on-call, years of experience > 50)
    unless marks = low and years of experience < 2 years
    +3 parallelism is at least advanced
        because "More is better."
    +2 years of experience in 2..5
    -2 marks is low
role developer advocate
rule the pair: exactly 1 of (parallelism, refuses on-call) -> developer advocate (+4)
any of (marks, notes) > low
    and degree != none
    -> developer advocate
refuses on-call -> not developer advocate
test "one"
    given parallelism: expert
    given refuses on-call: no
    expect infra: unknown
    expect developer advocate points 4
claim always systems background or not systems background
claim never infra and refuses on-call and years of experience < 2
claim developer advocate ignores languages
claim more parallelism never hurts infra
"""


def sweeps():
    """Small inputs in great number: every single byte, a good file cut at every byte, and with pieces of the language strewn in."""
    yield Case("sweep", "bytes", "each_byte_alone", [bytes([i]) for i in range(256)], argv=["rules"], weight=1)
    yield Case("sweep", "bytes", "each_byte_in_a_rule", [b"a and b" + bytes([i]) + b" -> c\n" for i in range(256)], argv=["rules"], weight=1)
    data = SAMPLER.encode()
    cuts = [data[:i] for i in range(0, len(data), 3)]
    for part in range(4):
        yield Case("sweep", "cut", "rules_%d" % part, cuts[part::4], argv=["rules"], weight=1)
    random_ = random.Random(20240501)
    pieces = [p.encode() for p in ("(", ")", '"', "->", "and", "or", "not", ",", ":", "..", "+1", "-1", "#", "\n", "\n\n    ", "at least 2 of (", "in", "of", "is", ">=", "fact", "role", "when", "because", "test", "given", "claim", "0", "3.",
                                   "1,5", "\\", "\u200f", "\u202e", "\u200c", "،", "٫", "۳", "\t", "\r", "\0", "unless", "label", "import \"x\"", "scale", "<", "=", "yes/no", "one of", "{", ";")] + [b"\xff", b"\xe2\x82"]
    lines = SAMPLER.splitlines(keepends=True)

    def mutant():
        text = bytearray("".join(random_.choices(lines, k=random_.randint(1, 20))) .encode() if random_.random() < 0.5 else data)
        for _ in range(random_.randint(1, 6)):
            at, what = random_.randrange(len(text) + 1), random_.random()
            if what < 0.6:
                text[at:at] = random_.choice(pieces)
            elif what < 0.8:
                del text[at:at + random_.randint(1, 12)]
            else:
                end = min(len(text), at + random_.randint(1, 40))
                text[at:at] = text[at:end] * random_.randint(1, 3)
        return bytes(text)
    for part in range(6):
        yield Case("sweep", "mutants", "rules_%d" % part, [mutant() for _ in range(200)], argv=["rules"], weight=1)


def cases():
    for part in (nesting, numbers, points, cap, syntax, echo, blocks, sweeps):
        yield from part()
