"""How cases are judged that are streams of records: batches of people (NDJSON), and what an editor says to the language server."""
import json, re

from case import data_of
from harness import Refused, expect_rc, launch, strict_json
from judges import Verdict, judge_everything
from kit import KIT

MOST_LINES = 2000       # of an answer that are looked at one by one; of longer ones, so many at either end


def read(path):
    with open(path, "rb") as f:
        return f.read()


# ---- batches

def lines_of(data):
    """The lines of an input: a last line without an end counts, an end does not begin another."""
    return data.removesuffix(b"\n").split(b"\n") if data else []


def judge_lines(run, data, answer):
    """One line of JSON for each line of the input. -> how many are error records, of those looked at"""
    asked, given = lines_of(data), lines_of(answer)
    if len(asked) != len(given):
        run.wrong("%d lines in, %d lines out" % (len(asked), len(given)))
        return 0
    places = range(len(given)) if len(given) <= MOST_LINES else [*range(MOST_LINES // 2), *range(len(given) - MOST_LINES // 2, len(given))]
    errors = 0
    for i in places:
        try:
            record = strict_json(given[i])
            if "error" in record:
                errors += 1
                if not {"code", "message", "column"} <= record["error"].keys():
                    run.wrong("line %d: an error record without code, message or column" % (i + 1))
            elif "id" not in record or not {"advice", "yes", "schema"} & record.keys():
                run.wrong("line %d: neither an answer nor an error" % (i + 1))
        except (Refused, ValueError, AttributeError, TypeError) as why:
            run.wrong("line %d of the answer is bad: %s" % (i + 1, why))
            return errors
    return errors


NOT_LINES = (b"\xff\xfe", b"\xfe\xff", b"\x1f\x8b")       # UTF-16, gzip: refused whole, with one error


def ndjson_case(case, folder, settings):
    v = Verdict(case)
    folder.write("kit.rules", KIT)
    data = read(case.ready) if case.ready else data_of(case.body)
    if case.ready is None:
        folder.write("people.ndjson", data)
    people = case.ready or folder.at("people.ndjson")
    rules = ["--rules", folder.at("kit.rules")]

    def go(*argv, **more):
        return v.add(launch(settings, ["batch", *rules, *argv], folder.at("runs"), seconds=case.seconds, **more))

    main = go(people)
    if data.startswith(NOT_LINES):
        for run in (main, go("--jobs", "2", people), go("-", stdin=data)):
            expect_rc(run, {2})
            if read(run.out_path):
                run.wrong("an answer to what is no text in UTF-8")
            if "help:" not in run.err:
                run.wrong("no help")
        return v
    allowed = {"ok": {0}, "error": {3}, "either": {0, 3}}[case.demand]
    expect_rc(main, allowed)
    answer = read(main.out_path)
    errors = judge_lines(main, data, answer)
    if main.rc == 3 and not errors and len(lines_of(data)) <= MOST_LINES:
        main.wrong("exit code 3 without an error record")
    if main.rc == 3 and not re.search(r"\b1\b", main.err):
        main.wrong("no message about the bad record")
    if case.light:
        return v
    for other in (go("--jobs", "2", people), go("-", stdin=data)):
        expect_rc(other, {main.rc})
        if read(other.out_path) != answer:
            other.wrong("other bytes than the main run")
    small = len(lines_of(data)) <= MOST_LINES
    for output in ("roles", "full") if small else ("roles",):
        other = go("--output", output, people)
        expect_rc(other, {main.rc})
        judge_lines(other, data, read(other.out_path))
    expect_rc(go("--strict", "--closed", people), {0, 3})
    judge_everything(v, [])
    return v


# ---- the language server

def frames(data):
    """The bodies of the frames that a server wrote; Refused where it wrote something else."""
    found, at = [], 0
    while at < len(data):
        head = re.compile(rb"(?:[A-Za-z-]+: [^\r\n]*\r\n)+\r\n").match(data, at)
        length = head and re.search(rb"(?i)^content-length: (\d+)\r$", head.group(), re.M)
        if not length or head.end() + int(length.group(1)) > len(data):
            raise Refused("no frame at byte %d" % at)
        found.append(data[head.end():head.end() + int(length.group(1))])
        at = head.end() + int(length.group(1))
    return found


def lsp_case(case, folder, settings):
    v = Verdict(case)
    said = folder.at("said")
    run = v.add(launch(settings, ["lsp"], folder.at("runs"), stdin=read(case.ready), seconds=case.seconds, out_to=said))
    expect_rc(run, {"ok": {0}, "error": {1}, "either": {0, 1}}[case.demand])
    answered = []
    try:
        for body in frames(read(said)):
            message = json.loads(body)      # an id is given back as it came, be it 1.5
            if message.get("jsonrpc") != "2.0":
                run.wrong("a message that is no JSON-RPC 2.0: %r" % body[:80])
            if "id" in message and "method" not in message:
                answered.append(message["id"])
                if ("result" in message) == ("error" in message):
                    run.wrong("an answer with both or neither of result and error: %r" % body[:80])
            for text in case.forbid:
                if text.encode() in body:
                    run.wrong("the output holds %r" % text)
    except (Refused, ValueError) as why:
        run.wrong("the server wrote what is no frame of JSON: %s" % why)
    return v


JUDGES = {"ndjson": ndjson_case, "lsp": lsp_case}
