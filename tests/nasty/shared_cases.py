"""The cases of ../shared/nasty/make_nasty.py, where that is present: kinds rules and profile, and those of the command line that this
program has commands for."""
import json, os, subprocess, sys

from case import Case

# A case whose demand LANGUAGE.md (normative) clearly contradicts: file -> (demand, why).
EXCEPTIONS = {}

# Texts that the manifest forbids in every output and that are harmless in ours: a page of plain text and JSON are no HTML, and show a
# term as it is written (LANGUAGE.md §2). Where an answer is HTML, they have to be escaped, and this must go.
NO_HTML_YET = {"<script>alert", "onerror=alert(1)>", "<svg/onload"}

# What there is no command for.
NOT_OURS = {"serve"}

# Exit codes where COMMANDS.md (normative) has others: an input that cannot be understood and an output that cannot be written are 2, signals 128 + n.
EXIT_CODES = {"fmt_bad_syntax": [2], "fmt_bad_utf8": [2], "fmt_enospc": [2], "sigpipe": [0, 141], "batch_sigint": [0, 130], "batch_sigterm": [0, 143]}


def make(script, folder):
    """Writes the files; -> the manifest's cases."""
    subprocess.run([sys.executable, script, folder], check=True, stderr=subprocess.DEVNULL)
    with open(os.path.join(folder, "manifest.json"), encoding="utf-8") as f:
        return json.load(f)["cases"]


def unescaped(text):
    return text.encode("ascii", "backslashreplace").decode("unicode_escape")


def cases(script, folder):
    for entry in make(script, folder):
        case = taken(entry, folder)
        if case is not None:
            yield case


def taken(entry, folder):
    kind, file = entry["kind"], entry["file"]
    path = os.path.join(folder, file)
    common = dict(theme="shared/" + entry["group"], name=os.path.basename(file).partition("__")[2].rpartition(".")[0],
                  seconds=min(5, entry.get("max_s", 5)), forbid=[unescaped(t) for t in entry.get("forbid_out", []) if t not in NO_HTML_YET])
    if kind == "cli":
        return command_line(path, folder, common)
    if kind not in ("rules", "profile", "ndjson", "lsp"):
        return None
    demand = EXCEPTIONS.get(file, (entry["demand"],))[0]
    expect = entry.get("expect", "")
    if expect.startswith(":"):
        common["says"] = expect
    if expect == "certain":
        common.update(profile="", verdicts={"infra": "yes"})
    if entry.get("relation") == "same":
        with open(os.path.join(folder, entry["pair"]), "rb") as f:
            common.update(same=f.read(), strictly=True)
    return Case(kind, demand=demand, ready=path, weight=os.path.getsize(path) >> 20, **common)


def command_line(path, folder, common):
    with open(path, encoding="utf-8") as f:
        said = json.load(f)
    argv = said["argv"]
    if argv and argv[0] in NOT_OURS:
        return None
    user = any(verb.startswith(("chmod:000:", "chmod:555:")) for verb in said["setup"])
    said["expect_rc"] = EXIT_CODES.get(common["name"], said["expect_rc"])
    return Case("cli", argv=argv, stdin=said["stdin"], env=said["env"], setup=said["setup"], rc=said["expect_rc"], ready=folder, as_user=user,
                alike=argv if said["env"].get("LC_ALL") or said["env"].get("__clear__") else None, **common)
