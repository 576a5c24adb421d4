"""The command line, files and streams: what is given as an argument, and what the world around a run may be like."""
from case import Case, PROFILE

RULES = "parallelism and low-level optimisation -> infra\nstatistics and python -> data scientist\n"
FILES = {"r.rules": RULES, "p.txt": PROFILE, "bad.rules": ") -> x\n", "bad.txt": ": yes\n", "t.rules": RULES + 'test "t"\n    given parallelism: yes\n    expect infra: unknown\n', "fail.rules": RULES + 'test "t"\n    expect infra: yes\n'}
ADVISE = ["--rules", "{D}/r.rules", "{D}/p.txt"]


def C(theme, name, argv, rc, **more):
    files = dict(FILES, **more.pop("files", {}))
    return Case("cli", theme, name, argv=argv, rc=rc if isinstance(rc, list) else [rc], files=files, **more)


def usage():
    for name, argv in {"nothing": [], "unknown_option": ["--frobnicate"], "unknown_letter": ["-z"], "misspelt_command": ["chekc", "{D}/r.rules"], "two_profiles": ADVISE + ["{D}/p.txt"], "rules_without_value": ["--rules"], "rules_empty": ["--rules", "", "{D}/p.txt"], "rules_equals_nothing": ["--rules=", "{D}/p.txt"],
                       "format_word": ["--format", "xml"] + ADVISE, "format_case": ["--format", "JSON"] + ADVISE, "lang_word": ["--lang", "xx"] + ADVISE, "color_word": ["--color", "sometimes"] + ADVISE, "json_value": ["--json=yes"] + ADVISE, "check_nothing": ["check"], "explain_nothing": ["explain"], "explain_one": ["explain", "infra"],
                       "explain_three": ["explain", "a", "b", "c"], "schema_word": ["schema", "nonsense"], "help_word": ["help", "nonsense"], "help_code": ["help", "A9999"], "depth_zero": ["explain", "--depth", "0", "infra", "{D}/p.txt", "--rules", "{D}/r.rules"], "depth_minus": ["explain", "--depth", "-1", "infra", "{D}/p.txt"],
                       "depth_huge": ["explain", "--depth", "99999999999999999999", "infra", "{D}/p.txt"], "depth_word": ["explain", "--depth", "2x", "infra", "{D}/p.txt"], "ask_word": ["ask", "--blank", "--frobnicate"], "o_nothing": ["-o"], "empty_argument": [""], "blank_argument": [" "], "only_dashes": ["--"], "dash_dash_option": ["--", "--help"], "minus_number": ["-1"]}.items():
        yield C("usage", name, argv, 2)
        yield C("usage", name + "_fa", argv + ["--lang", "fa"] if "--" not in argv else argv, 2)
    for name, argv in {"help": ["--help"], "help_command": ["help"], "help_check": ["check", "--help"], "help_help": ["help", "help"], "version": ["--version"], "schema_result": ["schema", "result"], "schema_profile": ["schema", "profile"], "blank": ["ask", "--blank"], "blank_fa": ["ask", "--blank", "--lang", "fa"], "options_last": ["{D}/p.txt", "--rules", "{D}/r.rules", "--closed", "-q"],
                       "test": ["test", "{D}/t.rules"], "format_pretty": ["--format", "pretty"] + ADVISE}.items():
        yield C("usage", "good_" + name, argv, 0, out=r"\S")
    yield C("usage", "json_closed", ["--json", "--closed"] + ADVISE, 0, json="advise/result/1")
    yield C("usage", "format_twice", ["--format", "json", "--format", "pretty"] + ADVISE, [0, 2])
    yield C("usage", "color_always", ["--color", "never"] + ADVISE, 0, alike=ADVISE)
    yield C("usage", "same_rules_twice", ["--rules", "{D}/r.rules"] + ADVISE, [0, 2])
    yield C("usage", "check_the_same_file_twice", ["check", "{D}/r.rules", "{D}/./r.rules"], [0, 1])
    yield C("usage", "check_300_files", ["check"] + ["{D}/f%d.rules" % i for i in range(300)], [1, 2], files={"f%d.rules" % i: "a%d -> r\n" % i for i in range(300)}, says="256")
    yield C("usage", "arguments_20000", ["x"] * 20000, 2)
    yield C("usage", "check_missing_10000", ["check"] + ["{D}/none%d" % i for i in range(10000)], 2)
    yield C("usage", "argument_of_100000_letters", ["x" * 100000], 2)
    yield C("usage", "option_of_100000_letters", ["--" + "x" * 100000], 2)
    yield C("usage", "check_fails", ["check", "{D}/bad.rules"], 1, says=r"bad\.rules:1:1")
    yield C("usage", "check_json_fails", ["check", "--json", "{D}/bad.rules"], 1, json="advise/check/1")
    yield C("usage", "test_fails", ["test", "{D}/fail.rules"], 1)
    yield C("usage", "test_of_bad_rules", ["test", "{D}/bad.rules"], [1, 2], says=r"bad\.rules:1:1")
    yield C("usage", "bad_rules_and_profile", ["--rules", "{D}/bad.rules", "{D}/bad.txt"], 2, says=r"bad\.rules:1:1")
    yield C("usage", "explain_unknown_role", ["explain", "infar", "--rules", "{D}/r.rules", "{D}/p.txt"], 2, says="infra")
    for name, role in {"escape": "\x1b[2J", "bidi": "a\u202eb", "newline": "x\nFORGED", "long": "x" * 100000, "not_utf8": "\udcff", "format": "%s{}{0}", "empty": "", "blank": " ", "quote": '"'}.items():
        yield C("usage", "explain_role_" + name, ["explain", "--rules", "{D}/r.rules", "--", role, "{D}/p.txt"], 2, forged="FORGED", hidden=["\x1b", "\u202e"])


def files():
    for name, path in {"missing": "{D}/none.txt", "folder": "{D}", "root": "/", "device_zero": "/dev/zero", "memory": "/proc/self/mem", "below_a_file": "{D}/p.txt/x", "long": "x" * 5000, "long_path": "a/" * 3000, "newline": "{D}/a\nFORGED.txt", "escape": "{D}/\x1b[31mred.txt", "not_utf8": "{D}/\udcff\udcfe.txt", "bidi": "{D}/a\u202eb.txt",
                       "format": "{D}/%s%n{}{0}.txt", "builtin": "builtin:none.rules", "home": "~/x.txt", "quote": "{D}/a'\"b.txt", "c1": "{D}/a\u009b2Jb.txt"}.items():
        yield C("file", "profile_" + name, ["--rules", "{D}/r.rules", path], 2, forged="FORGED", hidden=["\x1b", "\u202e", "\u009b"])
        yield C("file", "json_" + name, ["--json", "--rules", "{D}/r.rules", path], 2, forged="FORGED")
        yield C("file", "fa_" + name, ["--lang", "fa", "--rules", "{D}/r.rules", path], 2, forged="FORGED")
        if name != "device_zero":
            yield C("file", "rules_" + name, ["--rules", path, "{D}/p.txt"], 2, forged="FORGED", hidden=["\x1b", "\u202e"])
            yield C("file", "check_" + name, ["check", path], [1, 2], forged="FORGED")
            yield C("file", "check_json_" + name, ["check", "--json", path], [1, 2], json="advise/check/1", forged="FORGED")
    yield C("file", "rules_device_zero", ["check", "/dev/zero"], [1, 2], weight=5)
    weird = {"\x1b[31mred.txt": PROFILE, "a\nFORGED.txt": PROFILE, "a\u202eb.txt": PROFILE, "\udcff.txt": PROFILE, "bad\x1b[31m.txt": ": yes\n", "bad\nFORGED.rules": ") -> x\n", "bad\udcff.rules": ") -> x\n", "%s{}{0}.txt": ": yes\n"}
    for i, name in enumerate(weird):
        kind = "check" if name.endswith(".rules") else "profile"
        argv = ["check"] if kind == "check" else ["--rules", "{D}/r.rules"]
        rc = 1 if kind == "check" else 2 if ": yes" == weird[name][:5] else 0
        for more, schema in ([], None), (["--json"], "advise/check/1" if kind == "check" else "advise/result/1"):
            yield C("file", "name_%d_%s%s" % (i, kind, "_json" if more else ""), argv + more + ["{D}/" + name], rc, files=weird, forged="FORGED", hidden=["\x1b", "\u202e"], json=schema)
    yield C("file", "profile_null", ["--rules", "{D}/r.rules", "/dev/null"], 0)
    yield C("file", "rules_null", ["--rules", "/dev/null", "{D}/p.txt"], 0)
    yield C("file", "check_null", ["check", "/dev/null"], 0)
    yield C("file", "leading_dash", ["--rules", "{D}/r.rules", "./-rf"], 0, files={"-rf": PROFILE})
    yield C("file", "leading_dash_after_dashes", ["--rules", "{D}/r.rules", "--", "-rf"], 0, files={"-rf": PROFILE})
    yield C("file", "named_like_a_command", ["--rules", "{D}/r.rules", "./check"], 0, files={"check": PROFILE})
    yield C("file", "no_permission", ["--rules", "{D}/r.rules", "{D}/p.txt"], 2, setup=["chmod:000:p.txt"], as_user=True, says="(?i)permission")
    yield C("file", "no_permission_rules", ["check", "{D}/r.rules"], [1, 2], setup=["chmod:000:r.rules"], as_user=True, says="(?i)permission")
    yield C("file", "no_permission_import", ["check", "{D}/i.rules"], 1, files={"i.rules": 'import "r.rules"\n'}, setup=["chmod:000:r.rules"], as_user=True, says="(?i)permission")
    yield C("file", "no_permission_folder", ["check", "{D}/sub/a.rules"], [1, 2], files={"sub/a.rules": "a -> b\n"}, setup=["chmod:000:sub"], as_user=True, says="(?i)permission")
    yield C("file", "symlink_loop", ["--rules", "{D}/r.rules", "{D}/loop"], 2, setup=["symlink:loop:loop"])
    yield C("file", "symlink_dangling", ["--rules", "{D}/r.rules", "{D}/dangling"], 2, setup=["symlink:/no/such:dangling"])
    yield C("file", "symlink_good", ["--rules", "{D}/link", "{D}/p.txt"], 0, setup=["symlink:r.rules:link"])
    yield C("file", "fifo_closed_at_once", ["--rules", "{D}/r.rules", "{D}/fifo"], 0, setup=["fifo:fifo"])
    yield C("file", "fifo_rules", ["check", "{D}/fifo"], 0, setup=["fifo:fifo"])


def streams():
    yield C("stream", "stdin", ["--rules", "{D}/r.rules", "-"], 0, stdin=PROFILE, out="Infra")
    yield C("stream", "stdin_json", ["--json", "--rules", "{D}/r.rules", "-"], 0, stdin='{"parallelism": true}', json="advise/result/1")
    yield C("stream", "stdin_rules", ["--rules", "-", "{D}/p.txt"], 0, stdin=RULES, out="infra")
    yield C("stream", "stdin_for_both", ["--rules", "-", "-"], [0, 2], stdin=RULES)
    yield C("stream", "stdin_check", ["check", "-"], 0, stdin=RULES)
    yield C("stream", "stdin_check_bad", ["check", "-"], 1, stdin=") -> x\n", says=":1:1")
    yield C("stream", "stdin_import", ["check", "-"], 1, stdin='import "r.rules"\n', says=":1:8")
    yield C("stream", "stdin_empty", ["--rules", "{D}/r.rules", "-"], 0, stdin="")
    yield C("stream", "stdin_binary", ["--rules", "{D}/r.rules", "-"], 2, stdin=bytes(range(256)) * 100)
    yield C("stream", "stdin_closed", ["--rules", "{D}/r.rules", "-"], 2, setup=["close:0"])
    yield C("stream", "stdin_closed_but_not_needed", ADVISE, 0, setup=["close:0"])
    yield C("stream", "stdout_closed", ADVISE, 2, setup=["close:1"])
    yield C("stream", "stdout_closed_json", ["--json"] + ADVISE, 2, setup=["close:1"])
    yield C("stream", "stdout_closed_help", ["--help"], 2, setup=["close:1"])
    yield C("stream", "stdout_closed_check", ["check", "{D}/r.rules"], 2, setup=["close:1"])
    yield C("stream", "stderr_closed", ["--rules", "{D}/r.rules", "{D}/none"], 2, setup=["close:2"])
    yield C("stream", "stderr_closed_with_warnings", ADVISE, 0, setup=["close:2"], files={"p.txt": "pyhton: yes\n"})
    yield C("stream", "all_closed", ADVISE, 2, setup=["close:0", "close:1", "close:2"], keeps=["r.rules", "p.txt"])
    yield C("stream", "stderr_closed_and_output_file", ["-o", "{D}/out.txt", "--rules", "{D}/r.rules", "{D}/bad.txt"], 2, setup=["close:2"], files={"out.txt": "old\n"}, keeps=["out.txt", "bad.txt", "r.rules"])
    yield C("stream", "full", ADVISE, 2, setup=["stdout:/dev/full"])
    yield C("stream", "full_json", ["--json"] + ADVISE, 2, setup=["stdout:/dev/full"])
    yield C("stream", "full_help", ["--help"], 2, setup=["stdout:/dev/full"])
    yield C("stream", "full_version", ["--version"], 2, setup=["stdout:/dev/full"])
    yield C("stream", "full_schema", ["schema", "result"], 2, setup=["stdout:/dev/full"])
    yield C("stream", "reader_leaves_at_once", ["--json", "--rules", "{D}/wide.rules", "{D}/p.txt"], 0, setup=["stdout:true"], signal_ok=True, files={"wide.rules": "".join("s%d -> r%d\n" % (i, i) for i in range(20000))})
    yield C("stream", "reader_leaves_after_a_line", ["--json", "--rules", "{D}/wide.rules", "{D}/p.txt"], 0, setup=["stdout:head -c 10"], signal_ok=True, files={"wide.rules": "".join("s%d -> r%d\n" % (i, i) for i in range(20000))})
    for name, target in {"full": "/dev/full", "folder": "{D}", "no_folder": "{D}/none/out.txt", "profile_itself": "{D}/p.txt", "rules_themselves": "{D}/r.rules", "profile_by_other_way": "{D}/./sub/../p.txt", "profile_by_link": "{D}/hard.txt", "empty": "", "import": "{D}/imported.rules"}.items():
        yield C("stream", "output_" + name, ["-o", target, "--rules", "{D}/main.rules", "{D}/p.txt"], 2, keeps=["p.txt", "r.rules", "main.rules", "imported.rules"],
                files={"sub/x": "", "main.rules": 'import "imported.rules"\nimport "r.rules"\n', "imported.rules": "x -> y\n", "hard.txt": ("link", "p.txt")} if name != "profile_by_link" else {"main.rules": RULES, "imported.rules": "", "hard.txt": ("link", "p.txt")})
    yield C("stream", "output_rules_themselves_now", ["-o", "{D}/r.rules"] + ADVISE, 2, keeps=["r.rules"])
    yield C("stream", "output_good", ["-o", "{D}/out.txt"] + ADVISE, 0)
    yield C("stream", "output_null", ["-o", "/dev/null"] + ADVISE, 0)
    yield C("stream", "output_after_an_error_is_untouched", ["-o", "{D}/out.txt", "--rules", "{D}/bad.rules", "{D}/p.txt"], 2, files={"out.txt": "old\n"}, keeps=["out.txt"])
    yield C("stream", "output_no_room", ["-o", "{D}/out.txt", "--json"] + ADVISE, 2, files={"out.txt": "old\n"}, keeps=["out.txt"], setup=["rlimit:FSIZE:512"], signal_ok=False)
    yield C("stream", "output_folder_read_only", ["-o", "{D}/ro/out.txt"] + ADVISE, 2, files={"ro/out.txt": "old\n"}, keeps=["ro/out.txt"], setup=["chmod:555:ro"], as_user=True)


def world():
    for name, env in {"de": {"LC_ALL": "de_DE.UTF-8"}, "tr": {"LC_ALL": "tr_TR.UTF-8"}, "fa": {"LC_ALL": "fa_IR.UTF-8", "LANG": "fa_IR.UTF-8"}, "latin": {"LC_ALL": "en_US.ISO-8859-1"}, "c": {"LC_ALL": "C"}, "bogus": {"LC_ALL": "xx_XX.bogus"}, "long": {"LC_ALL": "x" * 10000}, "nothing": {"__clear__": "1"}, "tz": {"TZ": ":/etc/shadow"},
                      "dumb": {"TERM": "dumb", "NO_COLOR": "1"}, "term": {"TERM": "\x1b[2J"}, "malloc": {"GLIBCXX_TUNABLES": "x", "LANGUAGE": "fa:de"}}.items():
        yield C("world", "environment_" + name, ["--json"] + ADVISE, 0, env=env, alike=["--json"] + ADVISE, json="advise/result/1")
        yield C("world", "environment_page_" + name, ADVISE, 0, env=env, alike=ADVISE, hidden=["\x1b"])
    for name, columns in {"0": "0", "minus": "-1", "huge": "999999999", "1": "1", "word": "wide", "overflow": "18446744073709551617", "fraction": "80.5", "empty": "", "20": "20"}.items():
        yield C("world", "columns_" + name, ADVISE, 0, env={"COLUMNS": columns})
        yield C("world", "columns_messages_" + name, ["check", "{D}/bad.rules"], 1, env={"COLUMNS": columns})
    yield C("world", "colour_forced", ["--color", "never"] + ADVISE, 0, env={"CLICOLOR_FORCE": "1"}, hidden=["\x1b"])
    yield C("world", "no_colour", ADVISE, 0, env={"CLICOLOR_FORCE": "1", "NO_COLOR": "1"}, hidden=["\x1b"])
    yield C("world", "folder_removed", ADVISE, 0, setup=["cwd_removed"])
    yield C("world", "folder_removed_relative", ["p.txt"], 2, setup=["cwd_removed"])
    yield C("world", "few_descriptors", ADVISE, [0, 2], setup=["rlimit:NOFILE:4"])
    yield C("world", "no_descriptors", ADVISE, [0, 2], setup=["rlimit:NOFILE:3"])
    deep = "(" * 128 + "python" + ")" * 128 + " -> c0\n"
    yield C("world", "small_stack_nesting", ["check", "{D}/deep.rules"], 0, files={"deep.rules": deep}, setup=["rlimit:STACK:262144"])
    yield C("world", "small_stack_nots", ["--rules", "{D}/deep.rules", "{D}/p.txt"], 0, files={"deep.rules": "not " * 128 + "python -> c0\n"}, setup=["rlimit:STACK:262144"])
    yield C("world", "small_stack_chain", ["--rules", "{D}/chain.rules", "{D}/p.txt"], 0, files={"chain.rules": deep + "".join("c%d -> c%d\n" % (i, i + 1) for i in range(20000))}, setup=["rlimit:STACK:262144"], weight=1)
    yield C("world", "small_stack_explain", ["explain", "c20000", "--rules", "{D}/chain.rules", "{D}/p.txt"], 0, files={"chain.rules": deep + "".join("c%d -> c%d\n" % (i, i + 1) for i in range(20000))}, setup=["rlimit:STACK:262144"], weight=1)
    yield C("world", "small_memory", ["check", "{D}/wide.rules"], [0, 2], files={"wide.rules": lambda: "".join("s%d and t%d -> r%d\n" % (i, i, i % 1000) for i in range(100000))}, setup=["rlimit:AS:67108864"], weight=1)
    yield C("world", "tiny_memory", ["--rules", "{D}/wide.rules", "{D}/p.txt"], [0, 2], files={"wide.rules": lambda: "".join("s%d and t%d -> r%d\n" % (i, i, i % 1000) for i in range(100000))}, setup=["rlimit:AS:33554432"], weight=1)
    yield C("world", "tiny_memory_profile", ["--rules", "{D}/r.rules", "{D}/big.txt"], [0, 2], files={"big.txt": lambda: "# " + "x" * (40 << 20)}, setup=["rlimit:AS:33554432"], weight=1)


def cases():
    for part in (usage, files, streams, world):
        yield from part()
