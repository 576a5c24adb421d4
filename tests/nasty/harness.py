"""Runs the program on one input and judges what every run must keep to, whatever the input: no signal, no sanitizer report, no hang,
bounded memory, an exit code of ours, clean UTF-8 on both streams, short messages. Python standard library only."""
import codecs, hashlib, json, os, re, resource, shlex, signal, subprocess, sys, time

MAX_SECONDS = 5
MAX_RSS = 1 << 30
MAX_STDERR = 64 << 10
MAX_STDOUT = 1 << 30
MAX_MESSAGE_LINE = 1000         # characters in one line of the messages: what is quoted of a line is a window
KEPT = 256 << 10                # bytes of each stream that are kept for a look

SANITIZER = re.compile(r"==\d+==\s*ERROR: |runtime error: |SUMMARY: \w+Sanitizer|Assertion .* failed|terminate called")
# C0 but line feed and tab, DEL; C1; U+202A-202E, U+2066-2069.
CONTROL = re.compile(rb"[\x00-\x08\x0b-\x1f\x7f]|\xc2[\x80-\x9f]")
BIDI = re.compile(rb"\xe2\x80[\xaa-\xae]|\xe2\x81[\xa6-\xa9]")
FINDING = re.compile(r"^(error|warning|note)\[(A\d{4})\]: (.*)\n *--> (.*):(\d+):(\d+)$", re.M)
PLACE = re.compile(r":[0-9]+:[0-9]+")


def is_sanitized(program):
    with open(program, "rb") as f:
        import mmap
        with mmap.mmap(f.fileno(), 0, access=mmap.ACCESS_READ) as m:
            return m.find(b"__asan_init") >= 0 or m.find(b"__ubsan_handle") >= 0


class Settings:
    """What all runs share. `scale` multiplies time and, under a sanitizer, memory."""
    def __init__(self, program):
        self.program = os.path.abspath(program)
        self.sanitized = is_sanitized(self.program)
        self.scale = float(os.environ.get("ADVISE_NASTY_SCALE") or (8 if self.sanitized else 1))
        self.rss = MAX_RSS * (4 if self.sanitized else 1)


class Run:
    """One run of the program: what it did and what is wrong with that."""
    def __init__(self, argv):
        self.argv, self.problems = argv, []
        self.killed = False
        self.rc = self.seconds = self.rss = None
        self.out = self.err = ""        # the beginning of each stream
        self.out_path = None

    def wrong(self, text):
        self.problems.append(text)

    def shown(self):
        line = " ".join(shlex.quote(a.encode("utf-8", "backslashreplace").decode()) if len(a) < 300 else shlex.quote(a[:40]) + "…" for a in self.argv[:12])
        return line + (" …" if len(self.argv) > 12 else "")


def environment(extra):
    env = {"PATH": os.environ.get("PATH", "/usr/bin:/bin"), "LC_ALL": "C.UTF-8", "HOME": os.environ.get("HOME", "/")}
    env["ASAN_OPTIONS"] = "exitcode=86:detect_stack_use_after_return=1"
    env["UBSAN_OPTIONS"] = "print_stacktrace=1"
    if extra.get("__clear__"):
        return {}
    env.update(extra)
    return env


def activity(pid):
    """(seconds of processor time, whether it sleeps) of a process."""
    try:
        with open("/proc/%d/stat" % pid) as f:
            fields = f.read().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK"), fields[0] in "SD"
    except (OSError, IndexError, ValueError):
        return 0, True


class Watch:
    """Kills a child that takes too long. Processor time counts, for a busy machine is no fault of the program; one that only sleeps is
    given up after a while."""
    def __init__(self, child, limit):
        self.child, self.limit, self.begun, self.why = child, limit, time.monotonic(), None

    def look(self, *_):
        used, sleeps = activity(self.child.pid)
        wall = time.monotonic() - self.begun
        if used > 1.5 * self.limit + 1:
            self.kill("still running after %.1f s of processor time" % used)
        elif wall > 120 * self.limit or (sleeps and wall > 4 * self.limit and used < wall / 20):
            self.kill("hangs: killed after %.0f s (%.1f s of processor time)" % (wall, used))

    def kill(self, why):
        self.why = why
        try:
            os.killpg(self.child.pid, signal.SIGKILL)
        except ProcessLookupError:
            pass

    def wait(self):
        """-> usage; sets the child's return code so that Popen does not wait again"""
        global watched
        watched = self
        old = signal.signal(signal.SIGALRM, self.look)
        signal.setitimer(signal.ITIMER_REAL, 1, 1)
        try:
            _, status, usage = os.wait4(self.child.pid, 0)
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)
            signal.signal(signal.SIGALRM, old)
            watched = None
        self.child.returncode = os.waitstatus_to_exitcode(status)
        return usage


watched = None      # the child of this process that runs now


def end_with_child(*_):
    """What a worker does when it is told to end: it leaves no program behind."""
    if watched:
        watched.kill("the tests were ended")
    os._exit(143)


def launch(settings, argv, folder, *, stdin=None, env=None, cwd=None, seconds=MAX_SECONDS, shell=None, user=None, out_to=None, beside=None):
    """Runs the program with argv. `shell` is a line of sh around it, with "$@" for the program; `beside` is called once it has begun."""
    run = Run(argv)
    base = os.path.join(folder, "run%d" % launch.count)
    launch.count += 1
    run.out_path, err_path = base + ".out", base + ".err"
    command = [settings.program] + argv
    if shell:
        command = ["/bin/sh", "-c", shell, "sh"] + command
    command = [os.fsencode(a) for a in command]
    extra = dict(user=user, group=user, extra_groups=[]) if user else {}
    with open(out_to or run.out_path, "wb") as out, open(err_path, "wb") as err:
        source = open(os.devnull, "rb")
        if stdin is not None:
            with open(base + ".in", "wb") as f:
                f.write(stdin if isinstance(stdin, bytes) else stdin.encode("utf-8", "surrogateescape"))
            source = open(base + ".in", "rb")
        try:
            child = subprocess.Popen(command, stdin=source, stdout=out, stderr=err, env=environment(env or {}), cwd=cwd,
                                     start_new_session=True, close_fds=True, **extra)
        except OSError as failure:      # E2BIG and the like: the system would not start it
            source.close()
            run.rc, run.seconds, run.rss = None, 0, 0
            run.wrong("could not be started: %s" % failure)
            return run
        source.close()
        if beside:
            beside(child)
        limit = seconds * settings.scale
        watch = Watch(child, limit)
        usage = watch.wait()
    run.rc, run.seconds, run.rss = child.returncode, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024
    if watch.why:
        run.killed = True
        run.wrong(watch.why)
    elif run.seconds > limit:
        run.wrong("too slow: %.1f s of processor time, allowed are %g" % (run.seconds, limit))
    if run.rss > settings.rss:
        run.wrong("too much memory: %d MiB" % (run.rss >> 20))
    run.err = judge_stream(run, err_path, "standard error", MAX_STDERR)
    if not out_to:
        run.out = judge_stream(run, run.out_path, "standard output", MAX_STDOUT)
    if SANITIZER.search(run.err):
        run.wrong("a sanitizer or the run time complains")
    return run


launch.count = 0


def judge_stream(run, path, name, most):
    """Clean UTF-8 without control characters; reads in pieces so that this process stays small. -> the beginning as text"""
    size = os.path.getsize(path)
    if size > most:
        run.wrong("%s is %d bytes long" % (name, size))
    decoder = codecs.getincrementaldecoder("utf-8")("strict")
    head, tail, offset = b"", b"", 0
    with open(path, "rb") as f:
        while True:
            piece = f.read(1 << 20)
            if len(head) < KEPT:
                head += piece[:KEPT - len(head)]
            try:
                decoder.decode(piece, final=not piece)
            except UnicodeDecodeError as bad:
                run.wrong("%s is not UTF-8 near byte %d: %r" % (name, offset + bad.start, bad.object[max(0, bad.start - 20):bad.start + 20]))
                break
            both = tail + piece
            for pattern, what in ((CONTROL, "a raw control character"), (BIDI, "a raw bidirectional control")):
                found = pattern.search(both)
                if found:
                    run.wrong("%s holds %s: %r" % (name, what, both[max(0, found.start() - 30):found.end() + 10]))
                    return head.decode("utf-8", "replace")
            if not piece:
                break
            tail, offset = piece[-3:], offset + len(piece)
    return head.decode("utf-8", "replace")


def holds(run, texts):
    """Which of some texts stand in the output of a run."""
    found = set()
    wanted = [t.encode("utf-8", "surrogatepass") for t in texts]
    if not wanted:
        return found
    reach = max(len(w) for w in wanted)
    for path in (run.out_path, run.out_path[:-4] + ".err"):
        if not os.path.exists(path):
            continue
        with open(path, "rb") as f:
            tail = b""
            while piece := f.read(1 << 20):
                both = tail + piece
                found.update(t for t, w in zip(texts, wanted) if w in both)
                tail = both[-reach:]
    return found


def expect_rc(run, allowed):
    if run.rc is None or run.killed:
        return
    if run.rc < 0:
        run.wrong("ended by signal %s" % signal.Signals(-run.rc).name)
    elif run.rc not in allowed:
        run.wrong("exit code %d, expected %s" % (run.rc, " or ".join(map(str, sorted(allowed)))))


def expect_short_lines(run):
    """What is quoted of a long line is a window of it."""
    for line in run.err.split("\n"):
        if len(line) > MAX_MESSAGE_LINE:
            run.wrong("a line of the messages is %d characters long: %s…" % (len(line), line[:120]))
            return


def findings(text):
    """(severity, code, message, file, line, column) of the messages of an English run."""
    return [(s, c, m, f, int(l), int(k)) for s, c, m, f, l, k in FINDING.findall(text)]


class Text:
    """Where places of a text may lie."""
    def __init__(self, data):
        if data.startswith(b"\xef\xbb\xbf"):
            data = data[3:]
        self.count = data.count(b"\n") + 1
        self.lines = data.split(b"\n") if len(data) <= 1 << 20 else None

    def has(self, line, column):
        if not 1 <= line <= self.count or column < 1:
            return False
        return self.lines is None or column <= len(self.lines[line - 1].decode("utf-8", "replace")) + 1


UNSAFE = {c: "\\x%02x" % c for c in (*range(0x09), *range(0x0A, 0x20), 0x7F)} | {0xDC00 + b: "\\x%02x" % b for b in range(0x80, 0x100)}
FILLERS = set("\u3164\u115f\u1160\uffa0\ufe0f\u034f")      # show nothing, though they are letters and marks
QUOTED = re.compile(r"^ *--> (.*):(\d+):(\d+)\n *\|\n *(\d+) \|(?: (.*))?\n", re.M)


def as_quoted(line):
    """How a line is quoted in a message, or None where that is a matter of taste (tabs, invisible characters)."""
    text = line.decode("utf-8", "surrogateescape").removesuffix("\r").translate(UNSAFE)
    return text if text.isprintable() and not FILLERS & set(text) else None


def expect_places(run, path, text):
    """Every place in the messages about a file is one that the file has, and what is quoted of a line stands in it."""
    name = os.path.basename(path)
    for _, code, _, file, line, column in findings(run.err):
        if os.path.basename(file) == name and not text.has(line, column):
            run.wrong("%s names a place that is not in the file: %d:%d" % (code, line, column))
            return
    for file, line, _, number, quoted in QUOTED.findall(run.err):
        if os.path.basename(file) != name or text.lines is None or int(line) > text.count:
            continue
        whole = as_quoted(text.lines[int(line) - 1])
        if number != line or (whole is not None and quoted.strip("…").rstrip() not in whole):
            run.wrong("what is quoted of line %s does not stand in it: %r" % (line, quoted[:80]))
            return


# ---- JSON answers: read strictly, in a process of its own when they are large

class Refused(Exception):
    pass


def strict_json(data):
    def members(pairs):
        result = dict(pairs)
        if len(result) != len(pairs):
            raise Refused("a key stands twice in one object")
        return result

    def no_floats(digits):
        raise Refused("a floating-point number: " + digits)
    return json.loads(data.decode("utf-8"), object_pairs_hook=members, parse_float=no_floats, parse_constant=no_floats)


def without(value, names):
    if isinstance(value, dict):
        return {k: without(v, names) for k, v in value.items() if k not in names}
    if isinstance(value, list):
        return [without(v, names) for v in value]
    return value


def fingerprint(value):
    return hashlib.sha256(json.dumps(value, sort_keys=True).encode()).hexdigest()


def digest_of(path):
    """What the tests want to know of a JSON answer, as a small dictionary; {"bad": why} for what is none."""
    with open(path, "rb") as f:
        data = f.read()
    try:
        top = strict_json(data)
        schema = top["schema"]
        if schema == "advise/check/1":
            found = top["diagnostics"]
            rows = [(d["severity"], d["code"], d["file"], d["line"], d["column"], d["end_line"], d["end_column"]) for d in found]
            return {"schema": schema, "errors": sum(r[0] == "error" for r in rows), "rows": rows[:200]}
        if schema == "advise/explain/1":
            return {"schema": schema}
        if schema == "advise/result/1":
            rows = [[r["role"], r["verdict"], r["exact"], r["points"]["low"], r["points"]["high"], r["points"]["max"], len(r["open"])] for r in top["advice"]]
            order = [({"yes": 0, "unknown": 1, "no": 2}[r[1]], -r[3], -r[4]) for r in rows]
            if order != sorted(order):
                return {"bad": "the roles are not in the order of LANGUAGE.md §1"}
            if any(r[3] > r[4] for r in rows):
                return {"bad": "an interval ends before it begins"}
            if any(c >= n["id"] for n in top["nodes"] for c in n.get("of", [])):
                return {"bad": "a node comes before its children"}
            return {"schema": schema, "count": len(rows), "roles": rows[:300], "meaning": fingerprint([r[1:] for r in rows]),
                    "whole": fingerprint(without({"advice": top["advice"], "nodes": top["nodes"]}, ("file",)))}
        return {"schema": schema}
    except (Refused, ValueError, KeyError, TypeError, AttributeError) as why:
        return {"bad": "%s: %s" % (type(why).__name__, why)}


def digest(run, schema):
    """The digest of the answer of a run; complains about what is no JSON of ours."""
    if os.path.getsize(run.out_path) > 1 << 20:
        made = subprocess.run([sys.executable, __file__, run.out_path], stdout=subprocess.PIPE)
        result = json.loads(made.stdout) if made.returncode == 0 else {"bad": "could not be read"}
    else:
        result = digest_of(run.out_path)
    if "bad" in result:
        run.wrong("the JSON is bad: " + result["bad"])
    elif result["schema"] != schema:
        run.wrong("the schema is %r, expected %r" % (result["schema"], schema))
    return result


if __name__ == "__main__":
    json.dump(digest_of(sys.argv[1]), sys.stdout)
