"""The text layer of rule files and profiles (LANGUAGE.md §2): encodings, controls, marks, line ends, terms."""
from case import Case, MARK, PROFILE

RULES = "parallelism and low-level optimisation -> infra\n"
BIDI = [0x202A, 0x202B, 0x202C, 0x202D, 0x202E, 0x2066, 0x2067, 0x2068, 0x2069]
MARKS = [0x200E, 0x200F, 0x061C, 0x00AD]
CONTROLS = [c for c in (*range(0x20), 0x7F, *range(0x80, 0xA0)) if c not in (0x09, 0x0A, 0x0D)]
NOT_UTF8 = {
    "lone_continuation": b"\x80", "lone_start": b"\xc3", "overlong_nul": b"\xc0\x80", "overlong_slash": b"\xc0\xaf",
    "overlong_3": b"\xe0\x80\xaf", "overlong_4": b"\xf0\x80\x80\xaf", "surrogate": b"\xed\xa0\x80", "surrogate_pair": b"\xed\xa0\xbd\xed\xb8\x80",
    "above_10ffff": b"\xf4\x90\x80\x80", "f5": b"\xf5\x80\x80\x80", "fe": b"\xfe", "ff": b"\xff", "cut_2": b"\xd9", "cut_3": b"\xe2\x82",
    "cut_4": b"\xf0\x9f\x98", "five_bytes": b"\xf8\x88\x80\x80\x80", "six_bytes": b"\xfc\x84\x80\x80\x80\x80",
}
PERSIAN = "موازی‌سازی"


def hexed(c):
    return r"(U\+%04X|\\x%02x|\\u\{%04X\})" % (c, c, c)


def bad_bytes(b):
    return b.decode("utf-8", "surrogateescape")


def both(theme, name, make, *, rules=True, profile=True, **more):
    """The same text inside a rule file and inside a profile: make(kind) gives the body."""
    if rules:
        yield Case("rules", theme, name, make("rules"), **more)
    if profile:
        yield Case("profile", theme, name, make("profile"), **more)


def in_name(kind, x):
    return RULES + "# after two lines\n  py%sthon and sql -> infra\n" % x if kind == "rules" else "a: yes\n\n  py%sthon: yes\n" % x


def in_comment(kind, x):
    return (RULES if kind == "rules" else "a: yes\n") + "# ab%scd\n" % x


def in_text(kind, x):
    return RULES + 'role infra "Inf%sra"\n' % x if kind == "rules" else "note: ab%scd\n" % x


def controls():
    for c in CONTROLS:
        for case in both("control", "name_%02x" % c, lambda kind: in_name(kind, MARK + chr(c)), demand="error", says=hexed(c), light=True,
                         hidden=[chr(c)]):
            yield case
    every = "".join("# %s\n" % chr(c) for c in CONTROLS)
    yield Case("rules", "control", "all_in_comments", RULES + every, "error", errors=len(CONTROLS))
    yield Case("profile", "control", "all_in_comments", "a: yes\n" + every, "error", errors=len(CONTROLS))
    yield Case("rules", "control", "all_in_labels", "role r\n" + "".join('    label x%d "a%sb"\n' % (i, chr(c)) for i, c in enumerate(CONTROLS)), "error")
    yield Case("profile", "control", "all_in_notes", "".join("note: a%sb\n" % chr(c) for c in CONTROLS), "error", errors=len(CONTROLS))
    for name, text in {"colour": "\x1b[31mred", "clear": "\x1b[2J\x1b[H", "title": "\x1b]2;root\x07", "link": "\x1b]8;;http://x.invalid\x1b\\x", "paste": "\x1b[201~",
                       "c1": "\x9b2J", "backspaces": "no\b\bYES"}.items():
        yield from both("control", "sequence_" + name, lambda kind: in_text(kind, MARK + text) if text[0] != "n" else in_text(kind, text), demand="error")
    yield from both("control", "tab_is_a_blank", lambda kind: "parallelism\tand\tlow-level\toptimisation\t->\tinfra\n" if kind == "rules" else "parallelism:\tyes\n", demand="ok")
    yield Case("rules", "control", "nul_does_not_end_a_name", "fact python: level\nfact python" + MARK + "\0x: level\n", "error", says=hexed(0))
    yield Case("profile", "control", "nul_does_not_end_a_key", "python" + MARK + "\0x: yes\n", "error", says=hexed(0))
    yield from both("control", "only_nuls", lambda kind: b"\0" * 100000, demand="error", errors=1)


def bidi():
    for c in BIDI:
        for where, make in (("name", in_name), ("comment", in_comment), ("text", in_text)):
            yield from both("bidi", "%s_%04x" % (where, c), lambda kind: make(kind, "x" + MARK + chr(c)), demand="error", says="U\\+%04X" % c,
                            hidden=[chr(c)], light=where != "name")
    yield Case("rules", "bidi", "in_quoted_term", 'fact "a' + MARK + '\u202eb": level\n', "error", says="U\\+202E")
    yield Case("rules", "bidi", "in_because", 'role r\n    when a\n        because "x' + MARK + '\u2066y"\n', "error")
    yield Case("rules", "bidi", "early_return_attack", 'fact admin: yes/no\nrole r\n    when admin # ' + MARK + '\u202e \u2066 not really\u2069 \u2066\n', "error")
    for c in MARKS:
        with_mark, plain = in_name("rules", chr(c)), in_name("rules", "")
        yield Case("rules", "marks", "dropped_%04x" % c, with_mark, "ok", same=plain, warns="U\\+%04X" % c, hidden=["y" + chr(c) + "t"])
        yield Case("profile", "marks", "dropped_%04x" % c, in_name("profile", chr(c)), "ok", same=in_name("profile", ""), warns="U\\+%04X" % c)
    yield Case("rules", "marks", "column_after_dropped_marks", "\u200f\u200fa -> b\n\u200f\u200ea and " + MARK + ") -> c\n", "error")
    yield Case("profile", "marks", "column_after_dropped_marks", "a: yes\n\u200f\u200e" + MARK + ": yes\n", "error")
    yield Case("rules", "marks", "a_million", "a" + "\u200f" * 1000000 + " -> infra\n", "ok", same="a -> infra\n", weight=2)
    yield Case("rules", "marks", "in_100000_lines", "a\u200f -> infra\n" * 100000, "ok", weight=2)
    yield Case("rules", "marks", "mark_between_blanks", "a \u200f and \u200f b -> infra\n", "ok", same="a and b -> infra\n")
    yield Case("rules", "marks", "mark_before_keyword", "\u200frole infra\n    \u200fwhen a\n", "ok", same="role infra\n    when a\n")
    yield Case("rules", "marks", "only_marks", "\u200f\u200e\n\u061c\n", "ok", noisy=True)


def characters():
    """What stands for something else, and what stands for nothing."""
    yield Case("rules", "blank", "no_break_space", "low\u00a0level\u00a0optimisation\u00a0->\u00a0infra\n", "ok", same="low level optimisation -> infra\n")
    yield Case("profile", "blank", "no_break_space", "low\u00a0level:\u00a0yes\n", "ok", same="low level: yes\n")
    yield Case("rules", "blank", "indented_by_no_break_space", "role infra\n\u00a0\u00a0when a\n", "ok", same="role infra\n  when a\n")
    yield Case("rules", "blank", "curly_apostrophe", "bachelor\u2019s degree -> infra\n", "ok", same="bachelor's degree -> infra\n")
    yield Case("rules", "blank", "typographic_hyphens", "low\u2010level and high\u2011level -> infra\n", "ok", same="low-level and high-level -> infra\n")
    for c in (0x2003, 0x3000, 0x1680, 0x2028, 0x2029, 0x2009, 0x202F):
        yield Case("rules", "blank", "other_%04x" % c, "low%slevel -> infra\n) -> nothing\n" % chr(c), "error", also=[(2, 1)])
        yield Case("profile", "blank", "other_%04x" % c, "low%slevel: yes\n: yes\n" % chr(c), "error", also=[(2, 1)])
    for c in (0x200B, 0x200D, 0x2060, 0xFEFF, 0x180E, 0xE0041, 0xFE0F, 0x034F, 0x3164, 0x115F, 0xFFA0, 0x2063, 0xFFF9):
        yield from both("invisible", "name_%04x" % c, lambda kind: in_name(kind, chr(c)), noisy=True)
        yield Case("rules", "invisible", "quoted_%04x" % c, 'fact "py%sthon": level\nfact python: level\n"py%sthon" and python -> infra\n' % (chr(c), chr(c)), noisy=True)
    for c in (0xFFFE, 0xFFFF, 0xFDD0, 0x10FFFF, 0xE000, 0xF8FF, 0x0378):
        yield Case("rules", "unassigned", "name_%04x" % c, in_name("rules", MARK + chr(c)), "error")
        yield Case("profile", "unassigned", "name_%04x" % c, "a: yes\n" + MARK + "py%sthon: yes\n" % chr(c), "error")
    for name, word in {"hebrew": "עברית", "arabic": "عربي", "persian": PERSIAN, "chinese": "机器学习", "hindi": "हिन्दी", "thai": "ภาษาไทย", "georgian": "ქართული", "deseret": "𐐔𐐯𐑅", "turkish": "İŞÇİ"}.items():
        yield Case("rules", "script", name, "%s and python -> infra\n" % word, "ok")
        yield Case("profile", "script", name, "%sها: yes\n" % word, "ok", warns="A3101")
    yield Case("rules", "script", "emoji", MARK + "👩‍🚀 -> infra\n", "error")
    yield Case("rules", "script", "zalgo", "e" + "\u0301" * 100 + " -> infra\n" + "e" + "\u0301" * 100 + " " + MARK + ") -> infra\n", "error")
    yield Case("rules", "script", "five_thousand_marks", "e" + "\u0301" * 5000 + " -> infra\n", "error", says="256")


def encodings():
    base = {"rules": RULES, "profile": PROFILE}
    for name, b in NOT_UTF8.items():
        for where, make in (("name", in_name), ("comment", in_comment), ("text", in_text)):
            yield from both("utf8", "%s_%s" % (where, name), lambda kind: make(kind, MARK + bad_bytes(b)), demand="error", says="UTF-8", light=where != "name")
    yield from both("utf8", "cut_at_the_end", lambda kind: "# abc " + MARK + bad_bytes(b"\xe2\x82"), demand="error")
    yield from both("utf8", "after_wide_letters", lambda kind: "# 漢字é " + MARK + bad_bytes(b"\xff") + " x\n", demand="error")
    yield from both("utf8", "all_errors_of_a_run", lambda kind: ("# " + bad_bytes(b"\xff") + " ab\n") * 20 + base[kind], demand="error", errors=20)
    for codec, says in (("utf-16-le", "UTF-16"), ("utf-16-be", "UTF-16"), ("utf-32-le", "UTF-32"), ("utf-32-be", "UTF-32"), ("cp037", "EBCDIC|UTF-8")):
        for bom in ("", "\ufeff"):
            if bom and codec == "cp037":
                continue
            yield from both("encoding", codec + ("_bom" if bom else ""), lambda kind: (bom + base[kind]).encode(codec), demand="error", says=says, errors=1)
    persian = "# پرونده‌ای به فارسی\nموازی سازی -> infra\n".replace("\u200c", " ").replace("ی", "ي")
    yield Case("rules", "encoding", "windows_1256", (persian * 30).encode("cp1256"), "error", says="UTF-8")
    yield Case("rules", "encoding", "latin_1", ("# café à la crème\ncafé -> infra\n" * 100).encode("latin-1"), "error", says="UTF-8")
    for name, head in {"elf": b"\x7fELF\x02\x01\x01\0\0", "png": b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "jpeg": b"\xff\xd8\xff\xe0\0\x10JFIF\0", "gzip": b"\x1f\x8b\x08\0\0\0\0\0\0\x03",
                       "zip": b"PK\x03\x04\x14\0\0\0\x08\0", "sqlite": b"SQLite format 3\0", "pdf": b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n", "zstd": b"\x28\xb5\x2f\xfd", "class": b"\xca\xfe\xba\xbe"}.items():
        noise = bytes((i * 167 + 13) % 256 for i in range(4000))
        yield from both("encoding", "file_" + name, lambda kind: head + noise, demand="error")
    yield from both("encoding", "web_page", lambda kind: "<!DOCTYPE html>\n<html><body>404</body></html>\n", demand="error")
    for kind in base:
        yield Case(kind, "encoding", "bom", "\ufeff" + base[kind], "ok", same=base[kind], strictly=True)
    yield Case("rules", "encoding", "column_after_bom", "\ufeff" + MARK + ") -> x\n", "error")
    yield Case("profile", "encoding", "column_after_bom", "\ufeff" + MARK + ": yes\n", "error")
    yield from both("encoding", "two_boms", lambda kind: "\ufeff\ufeff" + base[kind], noisy=True)
    yield from both("encoding", "only_bom", lambda kind: "\ufeff", demand="ok")


def line_ends():
    rules = RULES + "\n# a comment\nrole other\n    when a\n    or b\n    +2 c\n"
    person = "parallelism: yes\n\n# a comment\nlow-level optimisation: advanced\n"
    for kind, text in (("rules", rules), ("profile", person)):
        bytes_ = text.encode()
        yield Case(kind, "eol", "crlf", bytes_.replace(b"\n", b"\r\n"), "ok", same=text, strictly=True)
        yield Case(kind, "eol", "some_crlf", bytes_.replace(b"\n", b"\r\n", 2), "ok", same=text, strictly=True)
        yield Case(kind, "eol", "none_at_the_end", text.rstrip("\n"), "ok", same=text, strictly=True)
        yield Case(kind, "eol", "blanks_at_the_end", text + "  \t \u00a0 ", "ok", same=text, strictly=True)
        yield Case(kind, "eol", "comment_at_the_end", text + "# end", "ok", same=text, strictly=True)
        yield Case(kind, "eol", "only_cr", bytes_.replace(b"\n", b"\r"), "error", says="(?i)carriage return|U\\+000D")
        yield Case(kind, "eol", "cr_in_a_line", text + "# a" + MARK + "\rb\n", "error", says="(?i)carriage return|U\\+000D")
        yield Case(kind, "eol", "cr_cr_lf", bytes_.replace(b"\n", b"\r\r\n"), "error")
        yield Case(kind, "eol", "cr_at_the_end", text + "# a" + MARK + "\r", "error")
        yield Case(kind, "eol", "lf_cr", bytes_.replace(b"\n", b"\n\r"), "error")
        yield Case(kind, "eol", "a_million_blank_lines", "\n" * 1000000 + text, "ok", weight=2)
        yield Case(kind, "eol", "error_after_a_million_lines", "\n" * 1000000 + MARK + (") -> x\n" if kind == "rules" else ": yes\n"), "error", weight=2)
        yield Case(kind, "eol", "error_at_the_end", text + ("a and" if kind == "rules" else "python:"), "error")
    yield Case("rules", "eol", "crlf_column", "a -> b\r\nc and " + MARK + ") -> d\r\n", "error")
    yield Case("profile", "eol", "crlf_value", "name: Sara\r\npython: expert\r\n", "ok", silent=True, shown="Sara")
    yield Case("rules", "comment", "needs_a_blank_before", "c# and f#x -> infra\n", "ok", silent=True, verdicts={"infra": "unknown"})
    yield Case("rules", "comment", "megabyte", RULES + "#" + "x" * (1 << 20) + "\n", "ok", same=RULES, strictly=True)
    yield Case("rules", "comment", "inside_parentheses", "all of (a, # )) -> x\n  b) # (\n -> infra\n", "ok")
    yield Case("profile", "comment", "after_value", "python: expert # not: yes\n", "ok", same="python: expert\n")
    yield Case("profile", "comment", "hash_in_value", "language: c#\n", "ok")
    for kind in ("rules", "profile"):
        yield Case(kind, "empty", "nothing", "", "ok")
        yield Case(kind, "empty", "newline", "\n", "ok")
        yield Case(kind, "empty", "blanks", " \t \u00a0\n", "ok")
        yield Case(kind, "empty", "comment", "# nothing", "ok")


def terms():
    fact = "fact %s: level\nrole r\n    when %s\n"
    yield Case("rules", "term", "256_bytes", fact % ("a" * 256, "a" * 256), "ok", silent=True)
    yield Case("rules", "term", "257_bytes", "fact " + MARK + "a" * 257 + ": level\n", "error", says="257.*256")
    yield Case("rules", "term", "256_bytes_of_persian", fact % ("س" * 128, "س" * 128), "ok", silent=True)
    yield Case("rules", "term", "258_bytes_of_persian", "fact " + MARK + "س" * 129 + ": level\n", "error", says="258.*256")
    yield Case("rules", "term", "256_bytes_quoted", 'fact "%s": level\n' % ("a" * 254), "ok")
    yield Case("rules", "term", "257_bytes_quoted", "fact " + MARK + '"%s": level\n' % ("a" * 255), "error", says="257.*256")
    yield Case("rules", "term", "256_bytes_in_words", fact % ("ab " * 85 + "a", "ab " * 85 + "a"), "ok", silent=True)
    yield Case("rules", "term", "257_bytes_in_words", "fact " + MARK + "ab " * 85 + "ab: level\n", "error", says="256")
    yield Case("rules", "term", "long_in_a_rule", "python and " + MARK + "a" * 300 + " -> infra\n", "error", says="300.*256")
    yield Case("rules", "term", "long_conclusion", "python -> " + MARK + "a" * 300 + "\n", "error", says="300.*256")
    yield Case("rules", "term", "long_option", "fact f: one of (a, " + MARK + "b" * 300 + ")\n", "error", says="300.*256")
    yield Case("rules", "term", "long_level", "scale s: a < " + MARK + "b" * 300 + "\n", "error", says="300.*256")
    yield Case("rules", "term", "long_aka", 'fact f: level\n    aka ' + MARK + "b" * 300 + "\n", "error", says="300.*256")
    yield Case("rules", "term", "64_kib", MARK + "a" * 65536 + " -> infra\n", "error", says="65536.*256", errors=1)
    yield Case("rules", "term", "16_mib", "a" * (16 << 20) + " -> infra\n", "error", says="256", weight=3)
    yield Case("rules", "term", "20000_words", "ab " * 20000 + "-> infra\n", "error", says="256", errors=1)
    yield Case("profile", "term", "256_bytes", "a" * 256 + ": yes\n", "ok", warns="A3101")
    yield Case("profile", "term", "257_bytes", MARK + "a" * 257 + ": yes\n", "error", says="257.*256")
    yield Case("profile", "term", "16_mib", "a" * (16 << 20) + ": yes\n", "error", weight=3)
    yield Case("profile", "term", "json_257_bytes", '{' + MARK + '"' + "a" * 257 + '": true}\n', "error", says="256")
    yield Case("rules", "term", "labels_have_no_limit", 'role r "%s"\n    when a\n' % ("wide " * 20000), "ok", weight=1)
    yield Case("rules", "term", "label_without_blanks", 'role r "%s"\n    when a\n        because "%s"\n' % ("x" * 100000, "y" * 100000), "ok", explain="r")

    same = {"case": ("Low-Level", "low level"), "separators": ("a_b-c d", "abcd"), "nbsp": ("a\u00a0b", "ab"), "zwnj": ("می‌خوانم", "میخوانم"), "arabic_yeh": ("علي", "علی"), "alef_maksura": ("علىٰ", "علی"),
            "arabic_kaf": ("كار", "کار"), "teh_marbuta": ("جامعة", "جامعه"), "heh_hamza": ("جامعۀ", "جامعه"), "tatweel": ("کـــار", "کار"), "harakat": ("کُتُب", "کتب"), "persian_digits": ("c۲۰", "c20"), "arabic_digits": ("c٢٠", "c20"),
            "fullwidth": ("ｐｙｔｈｏｎ", "python"), "ligature": ("ﬁnance", "finance"), "kelvin": ("\u212aotlin", "kotlin"), "sharp_s": ("STRASSE", "straße"), "nfd": ("cafe\u0301", "café"), "long_s": ("teſt", "test"), "roman": ("level Ⅳ", "level iv"),
            "math": ("𝐩ython", "python"), "final_sigma": ("ΣΑΣ", "σας")}
    for name, (one, other) in same.items():
        yield Case("rules", "identity", "same_" + name, 'fact "%s": level\nfact %s"%s": level\n' % (one, MARK, other), "error", also=[(1, 6)])
    different = {"cyrillic": ("р", "p"), "greek": ("ο", "o"), "dotless": ("ı", "i"), "dotted": ("İ", "i"), "digits": ("1-2", "12"), "minus": ("-1", "1"), "plus": ("c++", "c"), "sharp": ("c#", "c"), "dot": ("node.js", "nodejs"), "slash": ("ci/cd", "cicd"),
                 "accent": ("é", "e"), "alef_madda": ("آب", "اب"), "word_digits": ("a-1", "a 1x"), "range": ("1-2-3", "1-23")}
    for name, (one, other) in different.items():
        yield Case("rules", "identity", "different_" + name, 'fact "%s": level\nfact "%s": level\n' % (one, other), "ok")
    for name, term in {"hyphen": "-", "blank": " ", "underscore": "_", "zwnj": "\u200c", "tatweel": "\u0640", "harakat": "\u064b", "empty": "", "all": "-_ \u200c\u0640"}.items():
        yield Case("rules", "identity", "nothing_left_" + name, 'fact %s"%s": level\n' % (MARK, term), "error")
    for name, line in {"digit_first": "3d printing -> infra", "number_after": "python 3 -> infra", "keyword": "test automation -> qa", "minus": "-1 -> infra"}.items():
        yield Case("rules", "identity", "to_be_quoted_" + name, "a -> infra\n" + line + "\n", "error", says='(?s)"(3d printing|python 3|test automation|-1)"|outside')


def quotes():
    for name, text in {"unclosed": '"python -> infra\n', "over_lines": '"py\nthon" -> infra\n', "at_the_end": '"', "escape_at_the_end": '"a\\', "escaped_quote": '"a\\" -> infra\n',
                       "three": '"a" "b" " -> infra\n', "thousands": '"' * 20001 + " -> infra\n", "label": 'role r "a\n', "import": 'import "a\n'}.items():
        yield Case("rules", "quotes", name, text, "error", at=None)
    for c in "qxu0'trab/":
        yield Case("rules", "quotes", "escape_" + ("quote" if c == "'" else "slash" if c == "/" else c), '"py' + MARK + '\\' + c + '" -> infra\n', "error", says=r"\\")
    yield Case("rules", "quotes", "all_escapes", 'role r "a \\" b \\\\ c"\n    when "x \\" y" and "\\\\z"\n', "ok", verdicts={"r": "unknown"})
    yield Case("rules", "quotes", "symbols_in_terms", '"a -> b" and "(c)" and "d, e" and "# f" and "and" and "not" -> "at least 2 of (x)"\n', "ok", verdicts={"at least 2 of (x)": "unknown"})
    yield Case("rules", "quotes", "newline_in_term_forges_no_line", 'fact "a\\nFORGED": level\nrole "r\\nFORGED" "l\\nFORGED"\n    when "a\\nFORGED"\n', forged="FORGED", explain="r\nFORGED")
    yield Case("rules", "quotes", "newline_in_label_forges_no_line", 'fact a: level\n    label "x\\nFORGED"\n    ask "y\\nFORGED"\nrole r\n    label "l\\nFORGED"\n    when a\n', "ok", forged="FORGED", explain="r")
    yield Case("profile", "quotes", "newline_in_name_forges_no_line", 'name: "Sara\\nFORGED"\npython: yes\n', forged="FORGED")
    yield Case("profile", "quotes", "json_newline_in_name_forges_no_line", '{"name": "Sara\\nFORGED", "note": "x\\nFORGED", "python": true}', forged="FORGED")
    yield Case("profile", "quotes", "json_newline_in_key_forges_no_line", '{"pyth\\nFORGED": true, "\\nFORGED": 1}', forged="FORGED")
    yield Case("profile", "quotes", "unclosed_key", MARK + '"python: yes\n', "error")
    yield Case("profile", "quotes", "unclosed_value", 'python: "yes\n', "error", also=[(1, None)])


def cases():
    for part in (controls, bidi, characters, encodings, line_ends, terms, quotes):
        yield from part()
