"""Batches of people, NDJSON: records that are no records, keys and values that could be taken for others, floods."""
import json, random

from case import Case

GOOD = '{"id":1,"python":"yes","years":3}\n'


def B(theme, name, body, demand="either", **more):
    return Case("ndjson", theme, name, body, demand, **more)


def lines():
    for name, text in {"text_profile": "python: yes", "rules": "fact a: level", "csv": "id,python\n1,2", "only_brace": "{", "only_close": "}", "empty_array": "[]", "number": "-1", "word": "true", "comma": ",", "quote": '"', "nothing_but_tabs": "\t\t", "form_feed": "\f{}", "nul": "\0", "escape": "\x1b[2J",
                       "bom_inside": '{"\ufeffpython":1}', "bidi": '{"id":"\u202e"}', "c1": '{"id":"\u009b"}', "two": "{}{}", "behind": "{} {}", "comma_behind": "{},", "comma_before": ",{}", "cr_inside": '{"id":1,\r"a":true}', "cr_in_string": '{"id":"a\rb"}', "line_separator": '{"id":1}\u2028'}.items():
        demand = "either" if name in ("bom_inside", "line_separator") else "error"
        yield B("line", name, GOOD + text + "\n" + GOOD, demand)
    yield B("line", "empty_object", "{}\n{ }\n {} \n{\t}\n", "ok")
    yield B("line", "blanks_everywhere", ' \t{ \t"id" \t: 1 \t, "python" : "yes" } \t\n', "ok")
    yield B("line", "only_line_ends", "\n" * 1000, "error")
    yield B("line", "carriage_returns", "{}\r\n\r\n{}\r\n", "error")
    yield B("line", "no_end", "{}\n{}", "ok")
    yield B("line", "first_bom", "\ufeff" + GOOD + GOOD, "ok")
    yield B("line", "utf16", GOOD.encode("utf-16-le"), "error")


def keys():
    for name, text in {"spelling": '"PYTHON":1', "escaped": '"pyth\\u006fn":1', "label": '"Parallel programming":1', "persian": '"پایتون":1', "arabic": '"پايتون":1', "zwnj": '"موازی\u200cسازی":1', "blanks": '"low  level":1', "hyphen": '"low-level":1', "marks": '"py\u200ethon":1', "nbsp": '"low\u00a0level":1', "nfd": '"cafe\u0301":1', "full_width": '"ｐｙｔｈｏｎ":1',
                       "name": '"name":[1,2]', "note": '"note":null', "otherwise": '"otherwise":"no"', "unknown": '"pyhton":1', "unknown_escaped": '"p\\u0079hton":"\\u0041"', "id_twice_spelt": '"id":2,"ID":3', "slash": '"a\\/b":1', "long_unknown": '"%s":1' % ("k" * 250)}.items():
        yield B("key", "good_" + name, "{%s}\n" % text, "ok")
    for name, text in {"empty": '"":1', "blank": '" ":1', "too_long": '"%s":1' % ("k" * 255), "conclusion": '"infra":1', "conclusion_label": '"مهندس زیرساخت":true', "twice": '"python":1,"python":1', "twice_escaped": '"python":1,"\\u0070ython":1', "unknown_twice": '"zz":1,"zz":1', "unknown_twice_escaped": '"zz":1,"z\\u007a":1', "id_twice": '"id":1,"id":1', "contradiction": '"python":1,"Python":2', "contradiction_label": '"parallelism":1,"موازی سازی":"at least 3"',
                       "no_quotes": "python:1", "number": "1:1", "unclosed": '"python:1', "escape_at_end": '"python\\":1', "control": '"py\tthon":1', "control_escaped": '"py\\u0000":1', "otherwise_yes": '"otherwise":"yes"', "invisible": '"py\u200bthon":1', "name_twice": '"name":"a","name":"b"'}.items():
        yield B("key", "bad_" + name, GOOD + "{%s}\n" % text, "error")
    yield B("key", "same_fact_twice_without_contradiction", '{"python":"at least 2","Python":"at most 3"}\n', "ok")
    yield B("key", "sixty_thousand_spellings", lambda: "".join('{"id":%d,"%s":1}\n' % (i, "".join(c.upper() if i >> j & 1 else c for j, c in enumerate("parallel programming"))) for i in range(60000)), "ok")
    yield B("key", "a_hundred_thousand_unknown", lambda: "".join('{"k%d":%d}\n' % (i, i) for i in range(100000)), "ok")


def values():
    good = {"python": ['"yes"', "0", "4", "null", "true", '"at least 2"', '"\\u0061t least 2"', '"EXPERT"', '"۳"', '"?"', '"1..3"', "2.0", "-0", "4.000000"], "a": ["true", "false", '"no"', "null", '"بله"'], "years": ["60", "0.000001", '"3+"', '"3 years"', "-0", "59.999999", '"حداقل ۲"'], "country": ['"iran"', '"no"', "false", '"ایران"'],
            "skills": ["[]", '["a"]', '["a","a"]', '[ "a" , "sql" ]', '"a, b"', '"includes a"', "false", '["\\u0061"]'], "temperature": ["-40", "-0.5", '"-5..-2"'], "big": ["999999999999.999999", "-999999999999.999999"], "id": ["-0", "123456789012345678901234567890", '"\\u0000\\u001b[2J"', '"\\ud83d\\ude00"', "true", "[1]", '"\u200e"', '"a\\nb"']}
    bad = {"python": ["5", "-1", "2.5", '"maybe"', "[]", '[1]', "{}", "01", "1e0", "+1", ".5", "1.", "NaN", "Infinity", "tru", "nul", "'yes'", '"yes', "yes", "1 2", "0x1", "1_0", '"\\x"', '"\\u12"', '"\\ud800"', "9" * 400, '"%s"' % ("x" * 300), "1\u00a02", '"\\u202e"'], "a": ["1", "0", '"true"', '["a"]'],
           "years": ["61", "-1", "60.000001", "0.0000001", "1234567890123", '"3 kg"', "1e1", '"1,5"', "--3"], "country": ["true", "1", '"spain"', '["iran"]'], "skills": ['["z"]', '["a",]', '[,"a"]', '["a" "b"]', '[["a"]]', '["a"', '[null]', '["a"}', "true", '"z"'], "id": ["01", "+1", '"\\ud800"', '{"a":1}', "[[1]]", "", '"\udcff"', "1x"]}
    for demand, table in (("ok", good), ("error", bad)):
        for key, texts in table.items():
            for i, text in enumerate(texts):
                yield B("value", "%s_%s_%d" % (demand, key, i), GOOD + '{"b":true,"%s":%s}\n' % (key, text) + GOOD, demand, light=i > 6)
    yield B("value", "unknown_keys_with_bad_values", "".join('{"zz":%s}\n' % v for v in ("1e1", "01", '"\\ud800"', "{}", "[[]]", "tru", '"\\u0000"', "1234567890123")), "error")
    yield B("value", "forty_thousand_values", lambda: "".join('{"id":%d,"years":"at least %d.%06d"}\n' % (i, i % 60, i) for i in range(40000)), "ok")
    yield B("value", "forty_thousand_wrong_values", lambda: "".join('{"id":%d,"country":"c%d"}\n' % (i, i) for i in range(40000)), "error")


def floods():
    yield B("flood", "a_record_of_the_greatest_length", lambda: '{"id":1,"name":"%s"}\n' % ("x" * ((1 << 19) - 19)) + GOOD, "ok")
    yield B("flood", "a_record_that_is_too_long", lambda: '{"id":1,"name":"%s"}\n' % ("x" * (1 << 19)) + GOOD, "error")
    yield B("flood", "a_line_of_sixty_four_megabytes", lambda: GOOD + "x" * (64 << 20) + "\n" + GOOD, "error", seconds=10)
    yield B("flood", "a_line_of_nuls", lambda: GOOD.encode() + bytes(8 << 20) + b"\n" + GOOD.encode(), "error")
    yield B("flood", "as_many_members_as_fit", lambda: ("{" + ",".join('"k%d":1' % i for i in range(43000)) + "}\n") * 8, "ok", seconds=10)
    yield B("flood", "as_many_commas_as_fit", lambda: ("{" + "," * 500000 + "}\n") * 4, "error", seconds=10)
    yield B("flood", "as_many_options_as_fit", lambda: ('{"skills":[' + ",".join(['"a"'] * 130000) + "]}\n") * 4, "ok", seconds=10)
    yield B("flood", "half_a_million_empty_records", lambda: "{}\n" * 500000, "ok", seconds=20)
    yield B("flood", "half_a_million_bad_lines", lambda: "x\n" * 500000, "error", seconds=20)
    yield B("flood", "random_bytes", lambda: random.Random(5).randbytes(1 << 20), "error")

    def mutants():
        draw = random.Random(6)
        base = json.dumps({"id": 7, "python": "at least 2", "skills": ["a", "sql"], "years": 4, "name": "سارا", "a": True}, ensure_ascii=False)
        made = []
        for _ in range(4000):
            text = bytearray(base.encode())
            for _ in range(draw.randint(1, 3)):
                text[draw.randrange(len(text))] = draw.choice(b'{}[]",:\\ 0a\x00\xff\xd8')
            made.append(bytes(text).replace(b"\n", b" "))
        return b"\n".join(made) + b"\n"
    yield B("flood", "mutants", mutants, "error", seconds=10)


def cases():
    for part in (lines, keys, values, floods):
        yield from part()
