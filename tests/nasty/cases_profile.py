"""Profiles: keys and values as text and as JSON, contradictions, floods, Persian."""
import random

from case import Case, MARK


def P(theme, name, body, demand="either", **more):
    return Case("profile", theme, name, body, demand, **more)


def keys():
    for name, text in {"no_key": ": yes", "only_colon": ":", "three_colons": ": : :", "two_terms": "python, sql: yes", "html": "<b>: yes", "digit_first": "3d printing: yes", "equals": "python = 3", "arrow": "python -> infra", "dash": "- python", "bracket": "[skills]",
                       "patch": "--- a/x", "slash": "/etc/passwd", "brace": "a}: yes", "json_array": "[1,2,3]", "empty_quotes": '"": yes', "quote_inside": 'py"th"on: yes', "star": "*: yes", "conflict": "<<<<<<< HEAD", "only_hyphen": '"-": yes', "yaml_end": "...", "parenthesis": "(python): yes"}.items():
        yield P("key", name, "sql: yes\n" + text + "\n", "error", also=[(2, None)])
    for name, text in {"quoted": '"python": yes', "spaces": "  python   :   yes  ", "tab": "python\t:\tyes", "case": "PyThOn: YES", "keywords": "and or not at least in is: yes", "alone": "python", "label": "Parallel programming: yes", "persian_label": "موازی سازی: بله", "aka": "parallel-programming: yes",
                       "like_a_statement": "fact: yes\nrole: yes\nwhen: no\nimport: yes", "no_blank": "python:yes", "unknown_word": "pyhton: yes"}.items():
        yield P("key", "good_" + name, text + "\n", "ok")
    yield P("key", "conclusion", "a: yes\n" + MARK + "infra: yes\n", "error", says="infra")
    yield P("key", "conclusion_by_label", MARK + "مهندس زیرساخت: بله\n", "error")
    yield P("key", "unknown_with_suggestion", "pyhton: yes\n", "ok", warns="(?i)pyhton(?s:.)*python")
    for word in ("id", "name", "note", "otherwise", "نام", "یادداشت", "بقیه"):
        yield P("key", "own_word_" + str(len(word)) + word, "%s: no\n" % word, "ok")
    yield P("key", "otherwise_yes", "otherwise: yes\n", "error", also=[(1, None)])
    yield P("key", "otherwise_twice", "otherwise: no\npython: yes\notherwise: no\n", "ok")
    yield P("key", "otherwise_alone", "otherwise\n")
    yield P("key", "names_twice", "name: a\nname: b\n")


def values():
    good = {"python": ["yes", "no", "none", "expert", "0", "4", "unknown", "?", "at least beginner", "at most 2", "2+", ">= 2", "1..3", "EXPERT", "Expert # c", '"expert"', "نمی‌دانم", "حداقل ۲", "بله", "ندارم"],
            "a": ["yes", "no", "بله", "نه", "خیر", "دارم", "unknown"], "years": ["4", "4 years", "4 year", "3..5", "3..5 years", "at least 3", "at most 5 years", "3+", ">= 3", "< 3", "> 3", "2.5", "۲٫۵", "۲ سال", "0", "60", "yes", "no", "حداکثر ۵ سال", "دست‌کم ۲"],
            "country": ["iran", "no", "germany", "ایران", "unknown", "no  # option"], "language": ["c++", "c#", '"c#"', "RUST"], "skills": ["a", "a, b", "a، b", "a ؛ b", "includes a", "شامل a, b", "no", "a, a", "A , PYTHON"], "temperature": ["-40", "-0", "-5..-2", "yes", "no", "at least -1"],
            "big": ["999999999999.999999", "-999999999999.999999", "0.000001"], "marks": ["high", "بالا", "2", "at least middle"], "count": ["999999999999", "no", "at least 0"]}
    bad = {"python": ["5", "-1", "2.5", "maybe", "beginner, expert", "includes expert", "expert plus", "at least", "at least at least 2", "3..1", "1..", "2147483648", "9" * 400, "nan", "inf", "1e2", "0x3", "0b11", "1_0", "~3", "50%", "2-3", "3 years", "yes no", "|", "&x", "*x", "!!python/object", "null", "true", "high", '"', "<b>"],
           "a": ["3", "expert", "at least yes", "1", "yes, no", "yes yes", "1..2", "y", "on"], "years": ["many", "61", "-1", "3 kg", "1,500", "3.", ".5", "1e3", "5..3", "3..5..7", "years", "3 4", "+", "1000000000000", "0.0000001", "at least many", "includes 3", "3, 4", "half", "٣٫", "0x10", "nan"],
           "country": ["yes", "spain", "iran, germany", "at least iran", "3", "0", "iran..germany", "includes iran"], "language": ["c+++", "c sharp"], "skills": ["z", "a, z", "a,, b", ", a", "includes", "includes z", "at least a", "yes", "3", "a b", "includes includes a"], "temperature": ["-41", "61", "--3", "cold", "5 degrees"],
           "big": ["1000000000000", "1e12", "0.0000001"], "marks": ["expert", "3", "low, high"], "count": ["3 items", "-1", "-0.000001", "1000000000000", "18446744073709551616"]}
    for key, texts in good.items():
        for i, text in enumerate(texts):
            yield P("value", "good_%s_%d" % (key, i), "%s: %s\n" % (key, text), "ok", light=i > 5, silent=True)
    for key, texts in bad.items():
        for i, text in enumerate(texts):
            yield P("value", "bad_%s_%d" % (key, i), "d: yes\n%s: %s\n" % (key, text), "error", also=[(2, None)], light=i > 5)
    for key in ("python", "a", "years", "country", "skills"):
        yield P("value", "nothing_" + key, "%s:\n" % key, "error", also=[(1, None)])
    for key, text in {"python": "plus: +3", "years": "٣", "count": "３", "a": "true"}.items():
        yield P("value", "odd_" + key, "%s: %s\n" % (key, text))
    yield P("value", "of_a_megabyte", "skills: " + "python, " * 131072 + "a\n", "ok")
    yield P("value", "of_a_megabyte_of_nonsense", "skills: " + MARK + "zz" + ", zz" * 262144 + "\n", "error")
    yield P("value", "a_hundred_thousand_numbers", "python: " + "3 " * 100000 + "\n", "error")
    yield P("value", "error_far_to_the_right", "note: x\nskills: " + "a, " * 100000 + MARK + "z\n", "error")
    yield P("value", "note_of_a_megabyte", "note: " + "x" * (1 << 20) + "\npython: yes\n", "ok")
    yield P("value", "name_of_a_megabyte", "name: " + "x" * (1 << 20) + "\npython: yes\n", "ok")
    yield P("value", "name_of_marks", "name: e" + "\u0301" * 5000 + "\npython: yes\n")
    yield P("value", "the_exact_number", "big: -0.000001\n", "ok", verdicts={"analyst": "unknown"})


def contradictions():
    for name, (one, two) in {"yes_no": ("python: yes", "python: no"), "levels": ("python: expert", "python: beginner"), "label": ("parallelism: expert", "Parallel programming: none"), "persian": ("parallelism: no", "موازی‌سازی: بله"), "case": ("Python: yes", "PYTHON: no"), "spelling": ("low-level optimisation: yes", "low_level  optimisation: no"),
                             "nfd": ("café: yes", "cafe\u0301: no"), "bounds": ("years: at least 5", "years: at most 4"), "bound_value": ("years: 3", "years: > 3"), "ranges": ("years: 1..2", "years: 3..4"), "choice": ("country: iran", "country: germany"), "set": ("skills: a, b", "skills: a"),
                             "includes": ("skills: a", "skills: includes b"), "yes_no_fact": ("a", "a: no"), "grid": ("years: > 3", "years: < 3.000001")}.items():
        yield P("contradiction", name, one + "\n# between\n" + two + "\n", "error", also=[(1, None), (3, None)])
        yield P("contradiction", name + "_later", one + "\n" * 5000 + two + "\n", "error", also=[(1, None), (5001, None)], light=True)
    for name, (one, two) in {"twice": ("python: yes", "python: yes"), "narrower": ("python: yes", "python: expert"), "bounds": ("years: at least 2", "years: at most 4"), "unknown": ("python: unknown", "python: unknown"), "includes": ("skills: includes a", "skills: includes b"), "inside": ("skills: a, b", "skills: includes a"),
                             "touching": ("years: 1..3", "years: 3..5")}.items():
        yield P("contradiction", "none_" + name, one + "\n" + two + "\n", "ok", silent=True)
    yield P("contradiction", "a_hundred_thousand_times_the_same", "python: yes\n" * 100000, "ok", weight=1)
    yield P("contradiction", "a_hundred_thousand_bounds", "".join("count: at least %d\n" % i for i in range(100000)), "ok", weight=1)
    yield P("contradiction", "fifty_thousand", "python: yes\npython: no\n" * 50000, "error", weight=1)


def floods():
    yield P("flood", "items_100000", "skills: " + "python, " * 100000 + "\n", "error", weight=1)
    yield P("flood", "keys_100000", "".join("k%d: yes\n" % i for i in range(100000)), "ok", warns="A3101", weight=2)
    yield P("flood", "near_misses_20000", "".join("pyth%dn: yes\n" % i for i in range(20000)), "ok", warns="A3101", weight=1)
    yield P("flood", "near_misses_of_many_facts", "".join("skil numbr n%d: yes\n" % i for i in range(3000)), "ok", rules="".join("fact skill number n%d: level\n" % i for i in range(5000)) + "skill number n1 -> infra\n", warns="A3101", weight=2)
    yield P("flood", "wrong_lines_100000", ": : : )\n" * 100000, "error", errors=100000, weight=1)
    yield P("flood", "wrong_values_100000", "python: maybe\n" * 100000, "error", errors=100000, weight=1)
    yield P("flood", "long_keys", "".join("%s%d: yes\n" % ("x" * 240, i) for i in range(5000)), "ok", weight=1)
    for name, (one, other) in {"times_31": ("c0", "an"), "times_33": ("c0", "ar")}.items():
        yield P("flood", name, "".join("x" + "".join(other if i >> k & 1 else one for k in range(14)) + ": yes\n" for i in range(1 << 14)), "ok", weight=1)
        yield P("flood", "json_" + name, "{" + ",".join('"x' + "".join(other if i >> k & 1 else one for k in range(14)) + '": true' for i in range(1 << 14)) + "}", "ok", weight=1)
    yield P("flood", "facts_100000_closed", "otherwise: no\n", "ok", rules="".join("fact f%d: level\n" % i for i in range(100000)) + "f1 or f2 -> infra\n", weight=3)
    yield P("flood", "facts_50000_all_given", "".join("f%d: expert\n" % i for i in range(50000)), "ok", rules=" and ".join("f%d" % i for i in range(50000)) + " -> infra\n", verdicts={"infra": "yes"}, weight=3)
    yield P("flood", "size_64_mib", "# " + "x" * ((64 << 20) - 3) + "\n", "ok", light=True, weight=3)
    yield Case("cli", "flood", "size_over_64_mib", rc=[2], argv=["big.txt"], files={"big.txt": lambda: b"# " + b"x" * (64 << 20)}, says="64", weight=3)


def json_profiles():
    def J(name, text, demand, **more):
        return P("json", name, text, demand, **more)
    good = {"empty": "{}", "blanks": " \r\n\t{ \"python\" : \"expert\" }\n ", "all_types": '{"python":"expert","a":true,"b":false,"years":2.5,"country":"iran","skills":["a","b"],"statistics":null}', "set_empty": '{"skills":[]}', "number_for_level": '{"python":3}', "escape": '{"pyth\\u006fn":"\\u0065xpert"}',
            "pair": '{"note":"\\ud83d\\ude00"}', "persian": '{"موازی‌سازی":"پیشرفته?"}'.replace("پیشرفته?", "بله"), "values_as_text": '{"years":"at least 3","python":"2+","skills":"includes a"}', "minus": '{"temperature":-5}', "big": '{"big":-999999999999.999999}', "id_number": '{"id":9007199254740993,"python":"yes"}', "id_null": '{"id":null}', "name": '{"name":"Sara","note":"x","otherwise":"no"}',
            "bom": "\ufeff{}", "solidus": '{"note":"a\\/b"}', "zero": '{"years":0}', "one_line_of_keys": "{" + ",".join('"k%d":1' % i for i in range(50000)) + "}", "key_of_a_megabyte_in_note": '{"note":"' + "x" * (1 << 20) + '"}', "proto": '{"__proto__":"yes","constructor":"yes"}'}
    for name, text in good.items():
        yield J("good_" + name, text, "ok", weight=name.startswith("one_line"))
    yield J("exact_number", '{"years": 2.000001}', "ok", verdicts={"analyst": "unknown"})
    yield J("same_as_text", '{"python":"expert","years":3,"a":true,"b":false,"skills":["a"]}', "ok", same="python: expert\nyears: 3\na: yes\nb: no\nskills: a\n")
    bad = {"open": "{", "open_many": "{" * 100000, "two": '{"a":true}{"b":true}', "garbage": '{"a":true} x', "garbage_nul": '{"a":true}\0', "comma_last": '{"a":true,}', "comma_first": '{,"a":true}', "comma_two": '{"a":true,,"b":true}', "no_comma": '{"a":true "b":true}', "colon_two": '{"a"::true}', "no_colon": '{"a" true}', "no_value": '{"a":}', "no_key": '{:true}', "key_word": "{a:true}", "key_number": "{1:true}", "key_single": "{'a':true}",
           "comment": '{"a":true/*x*/}', "comment_line": '{"a":true}//x', "hash": '{"a":true} # x', "string_open": '{"a":"yes', "string_newline": '{"a":"y\nes"}', "string_tab": '{"note":"a\tb"}', "escape_x": '{"note":"\\x41"}', "escape_u": '{"note":"\\u12"}', "escape_u_bad": '{"note":"\\uZZZZ"}', "escape_end": '{"note":"\\',
           "surrogate_high": '{"note":"\\ud800"}', "surrogate_low": '{"note":"\\udc00"}', "surrogate_order": '{"note":"\\udc00\\ud800"}', "surrogate_high_text": '{"note":"\\ud800abc"}', "surrogate_two_high": '{"note":"\\ud800\\ud800"}', "surrogate_key": '{"\\ud800":true}', "true_capital": '{"a":True}', "word": '{"a":yes}', "undefined": '{"a":undefined}', "nan": '{"years":NaN}', "infinity": '{"years":Infinity}', "minus_infinity": '{"years":-Infinity}',
           "leading_zero": '{"years":03}', "minus_zero_digit": '{"years":-03}', "plus": '{"years":+3}', "point_first": '{"years":.5}', "point_last": '{"years":5.}', "minus": '{"years":-}', "hex": '{"years":0x10}', "exponent_bare": '{"years":3e}', "exponent_huge": '{"years":1e400}', "exponent_huge_minus": '{"years":1e-400}', "digits_13": '{"big":1000000000000}', "digits_7_after": '{"big":0.0000001}', "digits_10000": '{"big":' + "1" * 10000 + "}",
           "digits_million": '{"big":' + "9" * 1000000 + "}", "u64": '{"count":18446744073709551616}', "nested_object": '{"python":{"level":"yes"}}', "nested_empty": '{"python":{}}', "nested_array": '{"skills":[["a"]]}', "array_of_objects": '{"skills":[{}]}', "array_for_level": '{"python":["yes"]}', "array_open": '{"skills":["a"', "array_comma": '{"skills":["a",]}', "array_null": '{"skills":[null]}', "deep_arrays": '{"skills":' + "[" * 100000 + "]" * 100000 + "}",
           "deep_objects": '{"a":' * 50000 + "1" + "}" * 50000, "deep_open": '{"a":[' + "[" * 1000000, "duplicate": '{"python":"yes","python":"yes"}', "duplicate_differs": '{"python":"yes","python":"no"}', "duplicate_escaped": '{"python":"yes","pyth\\u006fn":"no"}', "duplicate_name": '{"name":"a","name":"b"}', "duplicate_otherwise": '{"otherwise":"no","otherwise":"no"}', "contradiction_by_spelling": '{"python":"yes","PYTHON":"no"}', "key_empty": '{"":true}', "key_blank": '{" ":true}',
           "bad_utf8": b'{"note":"\xff"}', "bidi": '{"note":"a\u202eb"}', "single_quotes": "{'a': 'yes'}", "vertical_tab": '{\x0b"a":true}', "form_feed": '{"a":\x0ctrue}', "no_break_space": '{\u00a0"a":true\u2003}', "bom_inside": '{\ufeff"a":true}', "level_range": '{"python":5}', "level_fraction": '{"python":2.5}', "bool_for_choice": '{"language":true}', "unknown_level": '{"python":"maybe"}', "number_for_choice": '{"country":0}', "conclusion": '{"infra":true}', "out_of_range": '{"years":61}', "text_number": '{"years":"1,500"}'}
    for name, text in bad.items():
        yield J("bad_" + name, text, "error", light=len(text) < 60 and not name.startswith(("dup", "sur", "esc", "dig", "nested")))
    for name, text in {"exponent": '{"years":1e1}', "exponent_zero": '{"years":3e0}', "minus_zero": '{"years":-0}', "fraction_zeros": '{"years":3.000000000}', "control_escape": '{"name":"\\u001b[2J\\u0007"}', "nul_escape": '{"name":"a\\u0000b"}', "nul_in_key": '{"python\\u0000x":true}', "bidi_escape": '{"name":"a\\u202eb","note":"\\u2066"}', "bidi_in_key": '{"a\\u202eb":true}',
                       "c1_escape": '{"name":"\\u009b2J"}', "cr_escape": '{"name":"no\\rYES"}', "control_in_value": '{"python":"\\u001b[2J"}', "control_in_set": '{"skills":["\\u001b[2J"]}', "name_number": '{"name":5}', "name_array": '{"name":["a"]}', "name_null": '{"name":null}', "otherwise_false": '{"otherwise":false}', "id_object": '{"id":{"a":1}}', "noncharacter": '{"name":"\\uffff"}', "same_key_spelt_twice": '{"python":"yes","Python":"yes"}'}.items():
        yield J("odd_" + name, text, "either", hidden=["\x1b", "\x07", "\x9b", "\u202e"])
    yield J("place_of_the_error", '{\n  "a": true,\n  "b": ' + MARK + 'maybe\n}\n', "error")
    yield J("place_of_the_second_key", '{"python":"yes",\n ' + MARK + '"python":"no"}', "error")
    yield J("place_after_persian", '{"note":"سلام", ' + MARK + "x}", "error")
    yield J("array_instead", "[1,2,3]\n", "error")
    yield J("string_instead", '"x"\n', "either")


def persian():
    yield P("persian", "a_profile", "نام: سارا\nموازی‌سازی: بله\nlow-level optimisation: دارم\nپایتون: حداقل ۲\nyears: ۳ سال\nskills: شامل python، a\ncountry: ایران\nبقیه: نه\n", "ok", silent=True, shown="سارا", verdicts={"infra": "yes"})
    yield P("persian", "error_is_in_persian", "نام: سارا کریمی از تهران\nموازی‌سازی: " + MARK + "خیلی زیاد\n", "error", says="[\u0600-\u06ff]{3}")
    yield P("persian", "unknown_key", "نام: سارا\nموازی‌ساز: بله\n", "ok", warns="[\u0600-\u06ff]{3}")
    yield P("persian", "contradiction", "موازی سازی: بله\nموازی‌سازی: نه\n", "error", also=[(1, None), (2, None)])
    yield P("persian", "syntax", "موازی سازی بله\n: بله\n", "error", also=[(2, 1)])
    yield P("persian", "conclusion", "مهندس زیرساخت: بله\n", "error")
    yield P("persian", "pasted_with_marks", "\u200fموازی‌سازی\u200f: \u200eبله\u200f\n", "ok", same="موازی‌سازی: بله\n")
    yield P("persian", "arabic_letters", "موازي‌سازي: بله\n", "ok", same="موازی‌سازی: بله\n")
    yield P("persian", "digits", "years: ٣\n", "either")
    yield P("persian", "latin_words_inside", "نام: سارا (Sara) <b>C++</b>\npython: بله\n", "ok")
    yield P("persian", "bad_utf8", "نام: سارا\nموازی" + MARK + b"\xd8".decode("utf-8", "surrogateescape") + ": بله\n", "error")
    yield P("persian", "many_errors", "موازی‌سازی: خیلی\n" * 1000, "error")
    yield P("persian", "long_line", "نام: " + "سارا " * 50000 + "\nموازی‌سازی: " + "خیلی " * 10000 + "\n", "error")
    yield P("persian", "combining", "نام: سَارَا\nمُوازی‌سازی: " + MARK + "مُمکِنٰٰٰٰ\n", "error")
    for name, text in {"html": "<script>alert(1)</script>", "format": "%s{}{0}", "ansi_text": "\\x1b[31m", "quote": '"', "colon": "a: b: c", "rtl": "שלום", "long": "w" * 3000, "emoji": "👩‍🚀"}.items():
        yield P("persian", "name_" + name, "name: %s\nnote: %s\npython: yes\n" % (text, text))
        yield P("persian", "key_" + name, '"%s": yes\n' % text.replace("\\", "\\\\").replace('"', '\\"'))
        yield P("persian", "value_" + name, "python: %s\n" % text, "error")


def sweeps():
    person = "name: Sara\nnote: x\nparallelism: advanced\nlow-level optimisation: at least beginner\nyears: 3..5 years\na\nb: no\nskills: python, a\ncountry: iran\nlanguage: c#\ntemperature: -3.5\nموازی‌سازی: حداقل ۲\nکلید: بله، نه\notherwise: no\n"
    json = '{"name":"Sara","python":"expert","a":true,"years":2.5,"skills":["a","b"],"country":null,"note":"\\u0633\\ud83d\\ude00\\n","موازی‌سازی":"at least 2","id":1}\n'
    for name, text in (("text", person), ("json", json)):
        data = text.encode()
        yield Case("sweep", "cut", "profile_" + name, [data[:i] for i in range(len(data))], argv=["profile"], weight=1)
    yield Case("sweep", "bytes", "each_byte_in_a_profile", [b"a: yes\npy" + bytes([i]) + b"thon: yes\n" for i in range(256)], argv=["profile"], weight=1)
    yield Case("sweep", "bytes", "each_byte_in_json", [b'{"a":true,"b":' + bytes([i]) + b'"yes"}\n' for i in range(256)], argv=["profile"], weight=1)
    r = random.Random(20240502)
    pieces = [p.encode() for p in (":", ",", '"', "{", "}", "[", "]", "..", "-", "+", ">=", "at least", "includes", "#", "\n", " ", "\\", "\\u", "\\ud800", "0", "1e9", "null", "true", "otherwise: no", "حداقل", "۳", "،", "؟", "\u200f", "\u202e", "\0", "\r", "\x1b")] + [b"\xff", b"\xd8"]

    def mutant(text):
        data = bytearray(text.encode())
        for _ in range(r.randint(1, 5)):
            at = r.randrange(len(data) + 1)
            if r.random() < 0.65:
                data[at:at] = r.choice(pieces)
            else:
                del data[at:at + r.randint(1, 10)]
        return bytes(data)
    for name, text in (("text", person), ("json", json)):
        for part in range(2):
            yield Case("sweep", "mutants", "profile_%s_%d" % (name, part), [mutant(text) for _ in range(200)], argv=["profile"], weight=1)


def cases():
    for part in (keys, values, contradictions, floods, json_profiles, persian, sweeps):
        yield from part()
