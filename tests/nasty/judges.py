"""How each kind of case is run and judged. A judge gives the runs that it made and what is wrong beyond them."""
import os, re, signal, socket, stat, threading, time

from case import Stored, data_of, marked_place
from harness import (PLACE, Text, digest, expect_places, expect_rc, expect_short_lines, findings, holds, launch)
from kit import KIT, KIT_NUMBERS

OTHER_WORLD = {"LC_ALL": "tr_TR.UTF-8", "LANG": "de_DE.UTF-8", "TZ": "Asia/Tehran", "COLUMNS": "37", "TERM": "dumb"}
ARABIC = re.compile("[\u0600-\u06ff]")
ORDINARY_USER = True    # modes mean nothing to root; set by run.py
HUGE = 512 << 10        # bytes of a file above which only the main runs are made


class Verdict:
    """All runs of a case, and what is wrong between them."""
    def __init__(self, case):
        self.case, self.runs, self.problems, self.skipped = case, [], [], None

    def add(self, run):
        self.runs.append(run)
        return run

    def wrong(self, text):
        self.problems.append(text)

    def failures(self):
        return [(r, p) for r in self.runs for p in r.problems] + [(None, p) for p in self.problems]


class Folder:
    """The folder of one case."""
    def __init__(self, path):
        self.path = path
        os.makedirs(path, exist_ok=True)
        os.makedirs(self.at("runs"), exist_ok=True)

    def at(self, name):
        return os.path.join(self.path, name)

    def write(self, name, body):
        path = self.at(name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        kind = body[0] if isinstance(body, tuple) else None
        if kind == "symlink":
            os.symlink(body[1].replace("{D}", self.path), path)
        elif kind == "fifo":
            os.mkfifo(path)
        elif kind == "dir":
            os.makedirs(path, exist_ok=True)
        elif kind == "link":
            os.link(self.at(body[1]), path)
        elif kind == "socket":
            here = os.getcwd()
            os.chdir(os.path.dirname(path))
            socket.socket(socket.AF_UNIX).bind(os.path.basename(path))
            os.chdir(here)
        else:
            data = data_of(body)
            with open(path, "wb") as f:
                f.write(data)
            return data
        return b""


def allowed(demand, when_error):
    return {"ok": {0}, "error": {when_error}, "either": {0, when_error}}[demand]


# ---- what the messages say

def judge_messages(v, run, refused, name, data):
    """The English messages of the main run."""
    case, text = v.case, run.err + run.out
    expect_short_lines(run)
    expect_places(run, name, Text(data))
    found = findings(text)
    errors = [f for f in found if f[0] == "error"]
    if refused and not PLACE.search(text):
        run.wrong("no file:line:column in the messages")
    if refused and not errors:
        run.wrong("refused without an error with a code and a place")
    if case.says and not re.search(case.says, text):
        run.wrong("the messages do not say /%s/" % case.says)
    place = case.at or marked_place(case.body)
    if place and refused:
        got = errors[0][4:6] if errors else None
        if got != place:
            run.wrong("the first error is at %s, expected %d:%d" % ("%d:%d" % got if got else "no place", *place))
    for line, column in case.also:
        if not re.search(r":%d:%s\b" % (line, column or r"\d+"), text):
            run.wrong("no message names the place %s:%s" % (line, column or "…"))
    if case.warns and not refused and not re.search(case.warns, text):
        run.wrong("no warning says /%s/" % case.warns)
    if case.noisy and not refused and not run.err:
        run.wrong("accepted without a word")
    if case.silent and run.err:
        run.wrong("expected no messages")


def judge_everything(v, texts):
    """What holds of all runs of a case."""
    for run in v.runs:
        for text in holds(run, v.case.hidden + v.case.forbid):
            run.wrong("the output holds %r" % text)
        if v.case.forged and re.search(r"(?m)^\W*" + re.escape(v.case.forged), run.out + run.err):
            run.wrong("a text of the input begins a line of the output: %s" % v.case.forged)


def judge_verdicts(v, run, answer):
    rows = {r[0]: r for r in answer.get("roles", [])}
    for role, wanted in v.case.verdicts.items():
        row = rows.get(role)
        if row is None:
            run.wrong("the answer has no role %r" % role)
            continue
        verdict, _, points = wanted.partition(" ")
        exact = not points.endswith("~")
        got = row[1] + (" %d..%d" % (row[3], row[4]) if points else "")
        if verdict == "inexact":        # hard on purpose, the truth is not known here
            continue
        if wanted.endswith("?"):        # hard on purpose: the truth, or Kleene's verdict and said not to be exact
            if row[1] != wanted[:-1] and (row[2] or row[1] != "unknown"):
                run.wrong("%s: %s%s, expected %s" % (role, row[1], "" if row[2] else " (not exact)", wanted))
            continue
        if got != wanted.rstrip("~") or (exact and not row[2]):
            run.wrong("%s: %s%s, expected %s" % (role, got, "" if row[2] else " (not exact)", wanted))


# ---- rule files

def rules_case(case, folder, settings):
    v = Verdict(case)
    main, data = main_file(case, folder, "case.rules")
    person = folder.at("person.txt")
    folder.write("person.txt", case.profile)
    small = len(data) < HUGE and not case.light

    def go(*argv, **more):
        return v.add(launch(settings, list(argv), folder.at("runs"), seconds=case.seconds, **more))

    check = go("check", main)
    expect_rc(check, allowed(case.demand, 1))
    refused = check.rc == 1
    judge_messages(v, check, refused, main, data)
    if case.errors is not None:
        judge_count(check, case.errors)
    if not case.light:
        checked = go("check", "--json", main)
        expect_rc(checked, {check.rc})
        judge_check_json(checked, refused, main, data)
    if small:
        persian = go("check", "--lang", "fa", main)
        expect_rc(persian, {check.rc})
        if refused and not ARABIC.search(persian.err + persian.out):
            persian.wrong("the messages are not in Persian")
    pretty = go("--rules", main, person)
    expect_rc(pretty, {2} if refused else {0})
    if case.shown and not re.search(case.shown, pretty.out):
        pretty.wrong("the answer does not show /%s/" % case.shown)
    if not refused and (not case.light or case.verdicts):
        answers(v, go, ["--rules", main, person], small)
    if not refused and case.explain:
        expect_rc(go("explain", "--rules", main, "--", case.explain, person), {0})
        if small:
            expect_rc(go("explain", "--lang", "fa", "--rules", main, "--", case.explain, person), {0})
        proof = go("explain", "--json", "--rules", main, "--", case.explain, person)
        expect_rc(proof, {0})
        judge_json(proof, "advise/explain/1")
    if case.same is not None and not refused:
        same_answer(v, settings, folder, "rules", main, person, case.same)
    judge_everything(v, [])
    return v


def main_file(case, folder, default):
    for name, body in case.files.items():
        folder.write(name, body)
    if case.ready:
        with open(case.ready, "rb") as f:
            return case.ready, f.read()
    name = case.place or default
    return folder.at(name), folder.write(name, case.body)


def judge_count(run, errors):
    found = re.search(r"(?m)^\D*\b(\d+) errors?\b(?! in this file| more| are)", run.err + run.out)
    shown = len([f for f in findings(run.err + run.out) if f[0] == "error"])
    if shown != min(errors, 50):
        run.wrong("%d errors are shown, expected %d" % (shown, min(errors, 50)))
    if errors > 50 and not re.search(r"\b%d more errors" % (errors - 50), run.err + run.out):
        run.wrong("it is not said that %d more errors are not shown" % (errors - 50))
    if found and int(found.group(1)) != errors:
        run.wrong("%s errors are counted, expected %d" % (found.group(1), errors))


def judge_check_json(run, refused, main, data):
    result = digest(run, "advise/check/1") if run.rc in (0, 1) else {}
    if "errors" not in result:
        return
    if bool(result["errors"]) != refused:
        run.wrong("%d errors in the JSON, exit code %s" % (result["errors"], run.rc))
    text, name = Text(data), os.path.basename(main)
    for _, code, file, line, column, end_line, end_column in result["rows"]:
        if file is None or os.path.basename(file) != name:
            continue
        if not text.has(line, column) or not text.has(end_line, end_column) or (end_line, end_column) < (line, column):
            run.wrong("%s: not a stretch of the file: %s:%s-%s:%s" % (code, line, column, end_line, end_column))
            return


def judge_json(run, schema):
    if run.rc == 0:
        digest(run, schema)


def answers(v, go, argv, small):
    """The JSON answer, twice (the second time in another environment: the same bytes), and the Persian page."""
    answer = go("--json", *argv)
    expect_rc(answer, {0})
    if answer.rc != 0:
        return
    result = digest(answer, "advise/result/1")
    if v.case.verdicts:
        judge_verdicts(v, answer, result)
    if not small:
        return
    again = go("--json", *argv, env=OTHER_WORLD)
    with open(answer.out_path, "rb") as a, open(again.out_path, "rb") as b:
        if a.read() != b.read():
            again.wrong("other bytes than in another environment (%s)" % OTHER_WORLD)
    persian = go("--lang", "fa", *argv)
    expect_rc(persian, {0})


def same_answer(v, settings, folder, kind, rules, person, twin):
    """The answers on two rule files (or two profiles) that have one name, each in a folder of its own: equal, or equal in meaning."""
    runs = []
    for name in ("one", "two"):
        place = folder.at(name)
        for file, source in ("base.rules", rules), ("me.txt", person):
            changed = name == "two" and file == ("base.rules" if kind == "rules" else "me.txt")
            folder.write(os.path.join(name, file), twin if changed else Stored(source))
        pair = []
        for more in ([], ["--json"]):
            pair.append(v.add(launch(settings, [*more, "--rules", "base.rules", "me.txt"], folder.at("runs"), seconds=v.case.seconds, cwd=place)))
            expect_rc(pair[-1], {0})
        runs.append(pair)
    (page, answer), (other_page, other) = runs
    if answer.rc != 0 or other.rc != 0:
        return
    what = "whole" if v.case.strictly else "meaning"
    if digest(answer, "advise/result/1").get(what) != digest(other, "advise/result/1").get(what):
        answer.wrong("not the answer that its twin gets (%s)" % what)
    if v.case.strictly and page.out != other_page.out:
        page.wrong("not the page that its twin gets")


# ---- profiles

def profile_case(case, folder, settings):
    v = Verdict(case)
    main, data = main_file(case, folder, "case.txt")
    small = len(data) < HUGE and not case.light
    kits = [folder.write("kit.rules", case.rules or KIT) and folder.at("kit.rules")]
    if case.rules is None and not case.light:
        folder.write("numbers.rules", KIT_NUMBERS)
        kits.append(folder.at("numbers.rules"))

    def go(*argv, **more):
        return v.add(launch(settings, list(argv), folder.at("runs"), seconds=case.seconds, **more))

    pretty = go("--rules", kits[0], main)
    expect_rc(pretty, allowed(case.demand, 2))
    refused = pretty.rc == 2
    if case.shown and not re.search(case.shown, pretty.out):
        pretty.wrong("the answer does not show /%s/" % case.shown)
    pretty_messages = pretty
    judge_messages_of_profile(v, pretty_messages, refused, main, data)
    if case.light:
        judge_everything(v, [])
        return v
    if refused:
        expect_rc(go("--json", "--rules", kits[0], main), {2})
    else:
        answers(v, go, ["--rules", kits[0], main], small)
    if small:
        persian = go("--lang", "fa", "--rules", kits[0], main)
        expect_rc(persian, {pretty.rc})
        if refused and not ARABIC.search(persian.err):
            persian.wrong("the messages are not in Persian")
        expect_rc(go("--strict", "--rules", kits[0], main), {2} if refused else {0, 2})
        expect_rc(go("explain", "--rules", kits[0], "infra", main), {2} if refused else {0})
    if len(kits) > 1:       # the same profile where python is a number: only what holds of every run
        other = go("--rules", kits[1], main)
        expect_rc(other, {0, 2})
        if other.rc == 2 and not PLACE.search(other.err):
            other.wrong("no file:line:column in the messages")
    if case.same is not None and not refused:
        same_answer(v, settings, folder, "profile", kits[0], main, case.same)
    judge_everything(v, [])
    return v


def judge_messages_of_profile(v, run, refused, main, data):
    page, run.out = run.out, ""     # the page itself may hold what looks like a message
    english = ARABIC.search(run.err) is None or "error[" in run.err or not refused
    if english:
        judge_messages(v, run, refused, main, data)
        if v.case.errors is not None:
            judge_count(run, v.case.errors)
    else:
        expect_short_lines(run)
        if not PLACE.search(run.err):
            run.wrong("no file:line:column in the messages")
        if v.case.says and not re.search(v.case.says, run.err):
            run.wrong("the messages do not say /%s/" % v.case.says)
        place = v.case.at or marked_place(v.case.body)
        if place and not re.search(r":%d:%d\b" % place, run.err):
            run.wrong("the messages do not name the place %d:%d" % place)
    run.out = page


# ---- many small inputs of one kind

def sweep_case(case, folder, settings):
    """Bodies that are only to be survived: one run for each."""
    v = Verdict(case)
    kit = None
    if case.argv == ["profile"]:
        kit = folder.at("kit.rules")
        folder.write("kit.rules", case.rules or KIT)
    for number, body in enumerate(case.body):
        name = folder.at("%d.%s" % (number, "txt" if kit else "rules"))
        data = folder.write(os.path.basename(name), body)
        argv = ["--rules", kit, name] if kit else ["check", name]
        run = launch(settings, argv, folder.at("runs"), seconds=case.seconds)
        refused = run.rc == (2 if kit else 1)
        expect_rc(run, {0, 2} if kit else {0, 1})
        expect_short_lines(run)
        expect_places(run, name, Text(data))
        if refused and not PLACE.search(run.err + run.out):
            run.wrong("no file:line:column in the messages")
        if run.problems:
            v.add(run)
        else:
            for path in (name, run.out_path, run.out_path[:-4] + ".err"):
                os.unlink(path)
    if not v.runs:
        v.add(run)
    return v


# ---- the command line

def cli_case(case, folder, settings):
    v = Verdict(case)
    for name, body in case.files.items():
        folder.write(name, body)
    root = case.ready or folder.path        # {D}
    runs = folder.at("runs")
    user = None
    if case.as_user and not ORDINARY_USER:
        v.skipped = "no ordinary user can run the program here"
        return v
    if case.as_user and os.geteuid() == 0:
        user = 65534
        os.chmod(runs, 0o777)
    setting = Setting(case, root, settings)
    argv = [a.replace("{D}", root) for a in case.argv]
    before = {name: read(os.path.join(root, name)) for name in case.keeps}
    try:
        setting.prepare()
        if setting.skip:
            v.skipped = setting.skip
            return v
        run = v.add(launch(settings, argv, runs, stdin=case.stdin, env=case.env, cwd=setting.cwd or root, seconds=case.seconds,
                           shell=setting.shell(), user=user, out_to=setting.out_to, beside=setting.beside))
        setting.judge(run)
    finally:
        setting.undo()
    if case.signal_ok and run.rc is not None and (run.rc == -13 or run.rc == 141):
        run.rc = 0
    expect_rc(run, set(case.rc))
    if case.says and not re.search(case.says, run.err):
        run.wrong("the messages do not say /%s/" % case.says)
    if case.out and not re.search(case.out, run.out):
        run.wrong("the answer does not match /%s/" % case.out)
    if case.json and (run.rc in (0, 1) or run.rc == 2 and run.out):
        digest(run, case.json)
    unheard = "close:2" in case.setup or any(verb.startswith("rlimit:FSIZE:") for verb in case.setup)
    if run.rc == 2 and not run.err and not (case.json and run.out) and not unheard:
        run.wrong("exit code 2 without a message")
    for name, bytes_before in before.items():
        if read(os.path.join(root, name)) != bytes_before:
            v.wrong("the file %s was changed" % name)
    if case.alike is not None:
        other = v.add(launch(settings, [a.replace("{D}", root) for a in case.alike], runs, stdin=case.stdin, cwd=root))
        if (other.rc, other.out) != (run.rc, run.out):
            run.wrong("not what `advise %s` prints" % " ".join(case.alike))
    judge_everything(v, [])
    return v


def read(path):
    with open(path, "rb") as f:
        return f.read()


class Setting:
    """The verbs of `setup` (see make_nasty.py): what stands around a run of the program."""
    def __init__(self, case, root, settings):
        self.case, self.root, self.settings = case, root, settings
        self.redirections, self.limits, self.filter, self.fifos = [], [], None, []
        self.out_to = self.cwd = self.skip = None
        self.restore, self.links, self.modes, self.signals = [], [], [], []

    def path(self, name):
        return name.replace("{D}", self.root) if name.startswith(("/", "{D}")) else os.path.join(self.root, name)

    def prepare(self):
        for verb in self.case.setup:
            name, _, rest = verb.partition(":")
            getattr(self, "do_" + name, self.do_unknown)(rest)

    def do_unknown(self, rest):
        self.skip = "the verb of its setup is not known here"

    def do_close(self, fd):
        self.redirections.append("%s<&-" % fd if fd == "0" else "%s>&-" % fd)

    def do_stdout(self, target):
        if target.startswith("/"):
            self.out_to = target
        else:
            self.filter = target

    def do_write(self, rest):
        name, _, text = rest.partition(":")
        path = self.path(name)
        self.folder_of(path)
        with open(path, "w") as f:
            f.write(text)

    def do_chmod(self, rest):
        mode, _, name = rest.partition(":")
        path = self.path(name)
        self.restore.append((path, stat.S_IMODE(os.stat(path).st_mode)))
        os.chmod(path, int(mode, 8))
        self.modes.append((path, int(mode, 8)))

    def do_fifo(self, name):
        path = self.path(name)
        self.folder_of(path)
        if not os.path.exists(path):
            os.mkfifo(path)
        self.fifos.append(path)

    def do_symlink(self, rest):
        target, _, name = rest.rpartition(":")
        path = self.path(name)
        self.folder_of(path)
        if not os.path.islink(path):
            os.symlink(target.replace("{D}", self.root), path)
        self.links.append(path)

    def do_link(self, rest):
        target, _, name = rest.rpartition(":")
        os.link(self.path(target), self.path(name))

    def do_twice(self, _):
        target = self.path(self.case.argv[-1])
        if not os.path.exists(target):
            self.do_copy("{D}/rules/base__base.rules:" + target)
        self.limits.append('{ "$@" & } >/dev/null 2>&1')

    def do_signal(self, rest):
        name, _, after = rest.partition(":")
        self.signals.append((float(after), getattr(signal, "SIG" + name)))

    def do_copy(self, rest):
        source, _, target = rest.rpartition(":")
        with open(self.path(source), "rb") as f:
            data = f.read()
        self.folder_of(self.path(target))
        with open(self.path(target), "wb") as f:
            f.write(data)

    def do_rlimit(self, rest):
        name, _, number = rest.partition(":")
        letter, unit = {"STACK": ("s", 1024), "AS": ("v", 1024), "NOFILE": ("n", 1), "FSIZE": ("f", 512), "CPU": ("t", 1)}[name]
        if self.settings.sanitized and (name in ("AS", "STACK") or rest == "NOFILE:3"):
            self.skip = "a program with sanitizers needs more than this limit"
        self.limits.append("ulimit -%s %d" % (letter, int(number) // unit))

    def do_cwd_removed(self, rest):
        self.limits.append('mkdir -p "%s/gone" && cd "%s/gone" && rmdir "%s/gone"' % ((self.root,) * 3))

    @staticmethod
    def folder_of(path):
        os.makedirs(os.path.dirname(path), exist_ok=True)
        os.chmod(os.path.dirname(path), 0o755)

    def shell(self):
        if not (self.redirections or self.limits or self.filter):
            return None
        line = " && ".join(self.limits + [""]) if self.limits else ""
        if self.filter:     # the status of the program, not that of the filter
            status = os.path.join(self.root, "status")
            return '%s{ "$@" %s; echo $? >"%s"; } | %s >/dev/null; exit "$(cat "%s")"' % (line, " ".join(self.redirections), status, self.filter, status)
        return '%sexec "$@" %s' % (line, " ".join(self.redirections))

    def beside(self, child):
        for path in self.fifos:
            threading.Thread(target=self.open_and_close, args=(path, child), daemon=True).start()
        if self.signals:
            threading.Thread(target=self.send_signals, args=(child,), daemon=True).start()

    def send_signals(self, child):
        begun = time.monotonic()
        for after, number in sorted(self.signals):
            time.sleep(max(0, begun + after - time.monotonic()))
            if child.returncode is None:
                try:
                    os.kill(child.pid, number)
                except ProcessLookupError:
                    return

    def judge(self, run):
        """What must still be as it was made."""
        for path in self.links:
            if not os.path.islink(path):
                run.wrong("%s is no link any more" % os.path.basename(path))
        for path, mode in self.modes:
            if stat.S_IMODE(os.stat(path).st_mode) != mode:
                run.wrong("the mode of %s is not kept" % os.path.basename(path))

    @staticmethod
    def open_and_close(path, child):
        while child.returncode is None:
            try:
                os.close(os.open(path, os.O_WRONLY | os.O_NONBLOCK))
                time.sleep(0.05)
            except OSError:     # nobody reads it yet
                time.sleep(0.01)

    def undo(self):
        for path, mode in reversed(self.restore):
            try:
                os.chmod(path, mode)
            except OSError:
                pass


JUDGES = {"rules": rules_case, "profile": profile_case, "sweep": sweep_case, "cli": cli_case}
