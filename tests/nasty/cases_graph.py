"""What lies between statements and between files: imports, cycles, long chains, wide rules, floods of names, hard questions."""
import random

from case import Case, MARK

SECRET = "TOPSECRET"


def imports():
    def case(name, text, demand, files=None, **more):
        return Case("rules", "import", name, text, demand, files=files or {}, hidden=[SECRET], place="tree/root.rules", **more)
    leaf = "python -> infra\n"
    chain = lambda n: {"tree/c%d.rules" % i: 'import "c%d.rules"\n' % (i + 1) if i < n else leaf for i in range(1, n + 1)}
    for n, demand in ((1, "ok"), (30, "ok"), (31, "ok"), (32, "either"), (33, "error"), (300, "error")):
        yield case("depth_%d" % n, 'import "c1.rules"\n', demand, chain(n), says="32" if demand == "error" else None)
    many = lambda n: {"tree/m%d.rules" % i: "a%d -> r\n" % i for i in range(n)}
    yield case("files_256", "".join('import "m%d.rules"\n' % i for i in range(255)), "ok", many(255))
    yield case("files_257", "".join('import "m%d.rules"\n' % i for i in range(255)) + "import " + MARK + '"m255.rules"\n', "error", many(256), says="256")
    yield case("files_1000", "".join('import "m%d.rules"\n' % i for i in range(1000)), "error", many(1000), says="256")
    yield case("laughs", 'import "l0.rules"\n', "ok", {"tree/l%d.rules" % i: 'import "l%d.rules"\n' % (i + 1) * 10 if i < 9 else leaf for i in range(10)}, seconds=1, verdicts={"infra": "yes"})
    yield case("once", 'import "a.rules"\n' * 1000, "ok", {"tree/a.rules": leaf})
    yield case("once_by_many_ways", 'import "a.rules"\nimport "./a.rules"\nimport "sub/../a.rules"\nimport "sub/link.rules"\nimport "hard.rules"\nimport ".//a.rules"\n', "ok",
               {"tree/a.rules": "fact python: level\npython -> infra\n", "tree/sub/link.rules": ("symlink", "../a.rules"), "tree/hard.rules": ("link", "tree/a.rules")})
    yield case("diamond", 'import "a.rules"\nimport "b.rules"\n', "ok", {"tree/a.rules": 'import "c.rules"\n', "tree/b.rules": 'import "c.rules"\n', "tree/c.rules": "fact x: level\nx -> r\n"})
    yield case("itself", "import " + MARK + '"root.rules"\n', "error")
    yield case("two_of_each_other", 'import "a.rules"\n', "error", {"tree/a.rules": 'import "root.rules"\n'}, says=r"(?s)a\.rules:1:8.*root\.rules:1:8")
    yield case("cycle_of_20", 'import "a0.rules"\n', "error", {"tree/a%d.rules" % i: 'import "a%d.rules"\n' % ((i + 1) % 20) for i in range(20)})
    yield case("itself_by_symlink", 'import "me.rules"\n', "error", {"tree/me.rules": ("symlink", "root.rules")})
    outside = {"outside.rules": SECRET + " -> x\n", "treeish/x.rules": SECRET + " -> x\n"}
    for name, path in {"dotdot": "../outside.rules", "dotdot_deep": "sub/../../outside.rules", "dotdot_many": "../" * 60 + "etc/passwd", "absolute": "/etc/passwd", "sibling_with_the_same_beginning": "../treeish/x.rules", "proc": "/proc/self/mem", "proc_environ": "/proc/self/environ",
                       "device": "/dev/zero", "terminal": "/dev/tty", "stdin": "/dev/stdin", "fd": "/proc/self/fd/0", "home": "~/.ssh/id_rsa", "variable": "$HOME/.profile", "url": "http://169.254.169.254/", "file_url": "file:///etc/passwd", "backslashes": "..\\\\..\\\\outside.rules", "percent": "%2e%2e/outside.rules"}.items():
        yield case("outside_" + name, "import " + MARK + '"%s"\n' % path, "error", dict(outside, **{"tree/sub/x": ""}), forbid=["root:x:", "daemon:"])
    yield case("outside_from_inside", 'import "sub/a.rules"\n', "error", dict(outside, **{"tree/sub/a.rules": 'import "../../outside.rules"\n'}), says=r"a\.rules:1:8")
    yield case("upwards_within_the_tree", 'import "sub/a.rules"\n', "ok", {"tree/sub/a.rules": 'import "../b.rules"\n', "tree/b.rules": leaf}, verdicts={"infra": "yes"})
    yield case("symlink_out", "import " + MARK + '"link.rules"\n', "error", dict(outside, **{"tree/link.rules": ("symlink", "../outside.rules")}))
    yield case("symlink_out_absolute", "import " + MARK + '"link.rules"\n', "error", {"tree/link.rules": ("symlink", "/etc/passwd")}, forbid=["root:x:"])
    yield case("symlink_folder_out", "import " + MARK + '"up/outside.rules"\n', "error", dict(outside, **{"tree/up": ("symlink", "..")}))
    yield case("symlink_to_symlink_out", "import " + MARK + '"one.rules"\n', "error", dict(outside, **{"tree/one.rules": ("symlink", "two.rules"), "tree/two.rules": ("symlink", "../outside.rules")}))
    yield case("symlink_within", 'import "link.rules"\n', "ok", {"tree/link.rules": ("symlink", "sub/a.rules"), "tree/sub/a.rules": leaf}, verdicts={"infra": "yes"})
    yield case("symlink_loop", "import " + MARK + '"a.rules"\n', "error", {"tree/a.rules": ("symlink", "b.rules"), "tree/b.rules": ("symlink", "a.rules")})
    yield case("symlink_to_nothing", "import " + MARK + '"a.rules"\n', "error", {"tree/a.rules": ("symlink", "none.rules")})
    yield case("symlink_to_device", "import " + MARK + '"a.rules"\n', "error", {"tree/a.rules": ("symlink", "/dev/zero")})
    yield case("root_is_a_symlink_out_of_its_folder", 'import "a.rules"\n', "either", {"tree/a.rules": leaf})
    yield case("folder", "import " + MARK + '"sub"\n', "error", {"tree/sub": ("dir",)})
    yield case("folder_itself", "import " + MARK + '"."\n', "error")
    yield case("fifo", "import " + MARK + '"pipe"\n', "error", {"tree/pipe": ("fifo",)}, seconds=2)
    yield case("socket", "import " + MARK + '"socket"\n', "error", {"tree/socket": ("socket",)}, seconds=2)
    yield case("missing", "import " + MARK + '"none.rules"\n', "error", says="none.rules")
    yield case("below_a_file", "import " + MARK + '"a.rules/b.rules"\n', "error", {"tree/a.rules": leaf})
    yield case("empty_name", "import " + MARK + '""\n', "error")
    yield case("name_of_300_letters", "import " + MARK + '"%s.rules"\n' % ("x" * 300), "error")
    yield case("name_of_5000_letters", "import " + MARK + '"%s.rules"\n' % ("a/" * 2500), "error")
    yield case("name_with_newline", "import " + MARK + '"a\\nFORGED"\n', "error", forged="FORGED")
    yield case("name_with_escape", 'import "%s"\n' % "a\u202eb", "error")
    yield case("name_in_persian", 'import "قاعده.rules"\n', "ok", {"tree/قاعده.rules": leaf}, verdicts={"infra": "yes"})
    yield case("errors_of_both_files", 'import "a.rules"\n' + ") -> x\n", "error", {"tree/a.rules": "a -> r\n) -> y\n"}, says=r"(?s)root\.rules:2:1.*a\.rules:2:1|a\.rules:2:1.*root\.rules:2:1")
    yield case("not_text", 'import "a.rules"\n', "error", {"tree/a.rules": b"\x7fELF" + bytes(range(256))}, says=r"a\.rules:1:1")
    yield case("crlf_and_bom", 'import "a.rules"\r\n', "ok", {"tree/a.rules": b"\xef\xbb\xbfpython -> infra\r\n"}, verdicts={"infra": "yes"})
    yield case("stands_at_its_place", 'fact x: level\nimport "a.rules"\n', "error", {"tree/a.rules": "fact x: level\n"}, says=r"(?s)a\.rules:1:6.*root\.rules:1:6")
    yield case("fifty_errors_each", "".join('import "a%d.rules"\n' % i for i in range(100)), "error", {"tree/a%d.rules" % i: ") -> x\n" * 200 for i in range(100)})
    yield case("ends_inside_parentheses", 'import "a.rules"\nb) -> x\n', "error", {"tree/a.rules": "(a and\n"}, says=r"a\.rules:1:")
    yield case("ends_inside_a_block", 'import "a.rules"\n    when b\n', "error", {"tree/a.rules": "role r\n    when a\n"}, says=r"root\.rules:2:")


def cycles():
    def case(name, text, **more):
        return Case("rules", "cycle", name, text, "error", **more)
    ring = lambda n: "".join("c%d -> c%d\n" % (i, (i + 1) % n) for i in range(n))
    yield case("of_1", "a and " + MARK + "infra -> infra\n", errors=1)
    yield case("of_1_alone", "infra -> infra\n", errors=1)
    yield case("of_2", ring(2), errors=1, also=[(1, None), (2, None)])
    yield case("of_3", ring(3), errors=1, also=[(1, None), (2, None), (3, None)])
    yield case("of_1000", ring(1000), errors=1)
    yield case("of_100000", ring(100000), errors=1, weight=3)
    yield case("with_a_base", "python -> c0\n" + ring(5), errors=1)
    yield case("reached_by_a_long_tail", "".join("t%d -> t%d\n" % (i, i + 1) for i in range(5000)) + "t5000 and c0 -> c1\nc1 -> c0\n", errors=1)
    yield case("two_apart", "a -> b\nb -> a\nc -> d\nd -> c\n", errors=2)
    yield case("twenty_thousand_apart", "".join("a%d -> b%d\nb%d -> a%d\n" % ((i,) * 4) for i in range(20000)), errors=20000, weight=3)
    yield case("two_that_share", "a and x -> b\nb -> a\nb -> c\nc -> b\n", errors=1)
    yield case("by_not", "not a -> b\nnot b -> a\n", errors=1)
    yield case("by_not_itself", "not a -> a\n", errors=1)
    yield case("by_not_conclusion", "infra -> not infra\npython -> infra\n", errors=1)
    yield case("by_points", "infra -> infra (+1)\n", errors=1)
    yield case("by_negative_points", "role r\n    when a\n    -1 r\n", errors=1)
    yield case("by_requires", "role r\n    requires r\n", errors=1)
    yield case("by_unless", "role r\n    when a\n    unless q\nconcept q\n    when not r\n", errors=1)
    yield case("by_list", "role r\n    when at least 2 of (a, b, all of (c, not r))\n", errors=1)
    yield case("by_alias", 'role r\n    aka the thing\n    when a and the thing\n', errors=1)
    yield case("through_three_files", 'import "b.rules"\nx -> y\n', files={"b.rules": 'import "c.rules"\ny -> z\n', "c.rules": "z -> x\n"}, says=r"(?s)b\.rules:2:.*c\.rules:1:|c\.rules:1:.*b\.rules:2:")
    yield case("complete_200", "".join(" and ".join("v%d" % j for j in range(200) if j != i) + " -> v%d\n" % i for i in range(200)), errors=1)
    yield case("not_1001", "".join("n%d -> n%d\n" % (i, i + 1) for i in range(1000)) + "not n1000 -> n0\n", errors=1)
    yield Case("rules", "cycle", "none_among_facts_learnt", "fact a: level\n    effort 1 week\n    after b >= beginner\nfact b: level\n    effort 1 week\n    after a >= beginner\na -> r\n", "either")
    yield Case("rules", "cycle", "none_when_only_a_claim_closes_it", "a -> b\nb -> c\nclaim always not c or a\n", "ok")


def chains():
    def case(name, text, **more):
        more.setdefault("weight", 4)
        return Case("rules", "chain", name, text, "ok", **more)
    links = lambda n: ["c%d -> c%d\n" % (i, i + 1) for i in range(n)]
    yes = dict(profile="python: expert\n")
    yield case("of_100000", "python -> c0\n" + "".join(links(100000)), verdicts={"c100000": "yes"}, explain="c100000", **yes)
    yield case("of_100000_reversed", "".join(reversed(links(100000))) + "python -> c0\n", verdicts={"c100000": "yes"}, **yes)
    mixed = links(100000)
    random.Random(5).shuffle(mixed)
    yield case("of_100000_shuffled", "".join(mixed) + "python -> c0\n", verdicts={"c100000": "unknown"}, profile="")
    yield case("of_20001_nots", "python -> c0\n" + "".join("not c%d -> c%d\n" % (i, i + 1) for i in range(20001)), verdicts={"c20001": "no"}, explain="c20001", **yes)
    yield case("of_5000_open", "python -> c0\n" + "".join("c%d or not c%d -> c%d\n" % (i, i, i + 1) for i in range(5000)), verdicts={"c5000": "yes"}, profile="")
    yield case("of_concepts", "".join("concept k%d\n    requires k%d\n" % (i, i + 1) for i in range(20000)) + "concept k20000\n    when python\nrole r\n    when k0\n", verdicts={"r": "yes"}, explain="r", **yes)
    diamonds = lambda n, op: "python -> d0\n" + "".join("d%d -> l%d\nd%d -> m%d\nl%d %s m%d -> d%d\n" % (i, i, i, i, i, op, i, i + 1) for i in range(n))
    yield case("diamonds_60", diamonds(60, "and"), verdicts={"d60": "yes"}, explain="d60", weight=0, **yes)
    yield case("diamonds_60_open", diamonds(60, "or"), verdicts={"d60": "unknown"}, explain="d60", weight=0, profile="")
    yield case("diamonds_10000", diamonds(10000, "and"), verdicts={"d10000": "yes"}, **yes)
    yield case("diamonds_with_points", "python -> d0\n" + "".join("role q%d\n    +2 d%d\n    +3 d%d\nq%d -> d%d\n" % (i, i, i, i, i + 1) for i in range(60)) , weight=0, **yes)
    yield case("every_one_on_all_before", "f0 -> g0\n" + "".join("at least %d of (%s) -> g%d\n" % (i // 2 + 1, ", ".join("g%d" % j for j in range(i)), i) for i in range(1, 300)), verdicts={"g299": "unknown"}, profile="", explain="g299")
    yield case("grid_60", "".join("p%d_%d or p%d_%d -> p%d_%d\n" % (i, j, i, j + 1, i + 1, j) for i in range(60) for j in range(60)) + "", profile="", weight=1)


def wide():
    def case(name, text, **more):
        more.setdefault("weight", 3)
        return Case("rules", "wide", name, text, more.pop("demand", "ok"), **more)
    n = 100000
    yield case("and_100000", " and ".join("s%d" % i for i in range(n)) + " -> infra\n", profile="s1: no\n", verdicts={"infra": "no"})
    yield case("and_100000_open", " and ".join("s%d" % i for i in range(n)) + " -> infra\n", profile="", verdicts={"infra": "unknown"}, explain="infra")
    yield case("or_100000", " or ".join("s%d" % i for i in range(n)) + " -> infra\n", profile="s7: expert\n", verdicts={"infra": "yes"})
    yield case("and_over_100000_lines", "s0\n" + "".join("  and s%d\n" % i for i in range(1, n)) + "  -> infra\n", profile="", verdicts={"infra": "unknown"})
    yield case("rules_100000", "".join("s%d and t%d -> r%d\n" % (i, i, i % 1000) for i in range(n)), profile="")
    yield case("roles_20000", "".join("s%d -> r%d\n" % (i % 50, i) for i in range(20000)), profile="s1: expert\n", verdicts={"r1": "yes"})
    yield case("one_role_50000_rules", "".join("s%d -> infra\n" % i for i in range(50000)), profile="s1: no\n", verdicts={"infra": "unknown"}, explain="infra")
    yield case("the_same_rule_50000_times", "python -> infra\n" * 50000, verdicts={"infra": "yes"})
    yield case("facts_100000", "".join("fact f%d: level\n" % i for i in range(n)) + "f1 -> r\n", profile="", verdicts={"r": "unknown"})
    yield case("one_line_of_10_mib", "all of (" + ", ".join("skill with the name n%d >= intermediate" % i for i in range(200000)) + ") -> r\n", profile="", verdicts={"r": "unknown"}, weight=5)
    yield case("dnf_64", " and ".join("(a%d or b%d)" % (i, i) for i in range(64)) + " -> infra\n", profile="", verdicts={"infra": "unknown"}, weight=0, explain="infra")
    yield case("cnf_64", " or ".join("(a%d and b%d)" % (i, i) for i in range(64)) + " -> infra\n", profile="", verdicts={"infra": "unknown"}, weight=0)
    for name, (one, other) in {"times_31": ("c0", "an"), "times_33": ("c0", "ar")}.items():     # equal under h * 31 + c, or 33; small letters, for case is folded
        names = ["x" + "".join(other if i >> k & 1 else one for k in range(14)) for i in range(1 << 14)]
        yield case("flood_" + name, "".join("%s -> r\n" % x for x in names), profile="%s: yes\n" % names[5], verdicts={"r": "yes"})
    yield case("names_apart_by_2_32", "".join("n%d -> r\n" % (i << 32) for i in range(5000)), profile="n4294967296: yes\n", verdicts={"r": "yes"}, weight=0)
    yield case("names_that_begin_alike", "".join("%s%d -> r\n" % ("x" * 240, i) for i in range(20000)), profile="", verdicts={"r": "unknown"})


def hard():
    """Exactness on purpose made hard: an answer within the time, exact or said not to be."""
    def case(name, text, verdicts=None, **more):
        more.setdefault("profile", "")
        return Case("rules", "hard", name, text, "ok", verdicts=verdicts, weight=4, **more)
    xor = lambda a, b: "((%s and not %s) or (not %s and %s))" % (a, b, a, b)
    parity = lambda n: "".join("%s -> x%d\n" % (xor("f%d" % i if i == 0 else "x%d" % i, "f%d" % (i + 1)), i + 1) for i in range(n))
    yield case("parity_10", parity(10), {"x10": "unknown"}, explain="x10")
    yield case("parity_60", parity(60), {"x60": "unknown?"}, explain="x60")
    yield case("parity_is_itself", parity(40) + "x40 or not x40 -> r\n", {"r": "yes?"})

    def clauses(n, ratio, seed):
        r = random.Random(seed)
        return ["(" + " or ".join(("not " if r.random() < 0.5 else "") + "v%d" % v for v in r.sample(range(n), 3)) + ")" for _ in range(int(n * ratio))]
    for n in (30, 60, 120, 250):
        yield case("three_sat_%d" % n, " and ".join(clauses(n, 4.26, n)) + " -> r\n", {"r": "inexact"}, explain="r")
    yield case("three_sat_50_roles", "".join("%s -> r%d\n" % (" and ".join(clauses(100, 4.4, i)), i) for i in range(50)), {"r0": "inexact"})
    yield case("three_sat_1000_roles", "".join("%s -> r%d\n" % (" and ".join(clauses(60, 4.6, i)), i) for i in range(1000)), {"r0": "inexact"}, seconds=5)
    holes = lambda n: " and ".join("(" + " or ".join("p%d_%d" % (i, j) for j in range(n)) + ")" for i in range(n + 1)) + " and " + " and ".join("(not p%d_%d or not p%d_%d)" % (i, j, k, j) for j in range(n) for i in range(n + 1) for k in range(i))
    for n in (4, 8, 12):
        yield case("pigeons_%d" % n, holes(n) + " -> r\n", {"r": "no" if n == 4 else "no?"})
    r = random.Random(3)
    cut = "role r\n" + "".join("    %+d %s\n" % (r.choice((-7, -3, 2, 5)), xor("v%d" % a, "v%d" % b)) for a, b in (r.sample(range(50), 2) for _ in range(300)))
    yield case("points_of_a_cut", cut, {"r": "inexact"}, explain="r")
    yield case("points_near_the_need", "role r\n" + "".join("    +%d v%d\n    -%d v%d and w%d\n" % (r.randint(1, 1000), i, r.randint(1, 1000), i, i) for i in range(60)) + "    requires 1000 points\n", {"r": "inexact"})
    yield case("counts", "exactly 20 of (" + ", ".join("v%d" % i for i in range(40)) + ") and exactly 10 of (" + ", ".join("v%d" % i for i in range(0, 40, 2)) + ") and exactly 5 of (" + ", ".join("v%d" % i for i in range(0, 40, 3)) + ") -> r\n", {"r": "unknown?"})
    yield case("choices", "".join("fact q%d: one of (%s)\n" % (i, ", ".join("o%d" % k for k in range(9))) for i in range(9)) + " and ".join("not (q%d = o%d and q%d = o%d)" % (i, k, j, k) for i in range(9) for j in range(i) for k in range(9))
               + " and " + " and ".join("not (q%d = o%d and q%d = o%d)" % (i, k, j, k + i - j) for i in range(9) for j in range(i) for k in range(9) if 0 <= k + i - j < 9) + " -> queens\n", {"queens": "unknown?"}, explain="queens")
    yield case("sets", "".join("fact s%d: any of (%s)\n" % (i, ", ".join("o%d" % k for k in range(20))) for i in range(5)) + " and ".join("(%s)" % " or ".join(("not " if r.random() < 0.5 else "") + "s%d includes o%d" % (r.randrange(5), r.randrange(20)) for _ in range(3)) for _ in range(420)) + " -> r\n", {"r": "inexact"})
    yield case("numbers", "".join("fact n%d: number 0..1000\n" % i for i in range(8)) + " and ".join("(%s)" % " or ".join("n%d %s %d" % (r.randrange(8), r.choice(("<", ">=", "=", "!=")), r.randrange(1000)) for _ in range(3)) for _ in range(150)) + " -> r\n", {"r": "inexact"})
    yield case("tautology_indirect", "python -> p\nnot python -> q\np or q -> infra\n", {"infra": "yes"}, explain="infra")
    yield case("tautology_of_40", " or ".join(["(v%d and not v%d)" % (i, (i + 1) % 40) for i in range(40)] + ["(" + " and ".join("v%d" % i for i in range(40)) + ")", "(" + " and ".join("not v%d" % i for i in range(40)) + ")"]) + " -> r\n", {"r": "yes?"})


def cases():
    for part in (imports, cycles, chains, wide, hard):
        yield from part()
