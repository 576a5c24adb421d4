#!/usr/bin/env python3
"""Hostile inputs: nothing that is fed to the program may crash it, hang it, make it eat the memory or write rubbish to the terminal.

usage: [ADVISE_SHARED=FOLDER] tests/nasty/run.py PROGRAM [--only REGEX] [-v] [--list] [--keep] [--jobs N]

  --only REGEX  only the cases whose id (kind/theme/name) holds it      -v  one line for each case, with its time and memory
  --list        print the ids                                            --keep  leave the files of the cases, and say where

Cases come from our own generator (cases.py) and, where $ADVISE_SHARED/nasty/make_nasty.py is, from that (shared_cases.py).
ADVISE_NASTY_SCALE=N multiplies the time allowed (8 for a program built with sanitizers, else 1).
The last line is "N passed, N failed"; the exit code is 1 when something failed. Python standard library only."""
import argparse, collections, multiprocessing, os, re, shutil, signal, stat, sys, tempfile, time, traceback

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
sys.dont_write_bytecode = True

import cases, judges, judges_streams, shared_cases      # noqa: E402
from harness import Settings, end_with_child, launch    # noqa: E402

JUDGES = {**judges.JUDGES, **judges_streams.JUDGES}
SHOWN_OF_MESSAGES = 600
state = {}      # of a worker: set before the workers are forked


def outcome(number):
    """Runs one case; -> what the report needs of it, small."""
    case = state["cases"][number]
    path = os.path.join(state["folder"], "%d" % number)
    try:
        verdict = JUDGES[case.kind](case, judges.Folder(path), state["settings"])
    except Exception:       # a fault of the tests must be seen, and must not end the run
        return dict(number=number, failures=[("the test itself failed", traceback.format_exc(limit=-3), "")], seconds=0, rss=0, slowest=0, runs=0, skipped=None)
    failures = [(run.shown() if run else "", text, run.err[:SHOWN_OF_MESSAGES] if run else "") for run, text in verdict.failures()]
    result = dict(number=number, failures=failures, skipped=verdict.skipped, runs=len(verdict.runs),
                  slowest=max((r.seconds or 0 for r in verdict.runs), default=0), rss=max((r.rss or 0 for r in verdict.runs), default=0))
    if not state["keep"]:
        remove(path)
    return result


def begin_worker():
    signal.signal(signal.SIGTERM, end_with_child)
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def remove(path):
    def again(function, name, _):
        os.chmod(os.path.dirname(name), stat.S_IRWXU)
        function(name)
    shutil.rmtree(path, onerror=again)


def cost(case):
    """Heavy cases begin first, so that the last ones to end are short."""
    return -case.weight


def runnable_by_nobody(settings, folder):
    """Whether an ordinary user can run the program where it lies."""
    if os.geteuid() != 0:
        return True
    os.chmod(folder, 0o755)
    try:
        return launch(settings, ["--version"], folder, user=65534).rc == 0
    except OSError:
        return False


def collect(arguments, folder):
    found, bodies = [], os.path.join(folder, "bodies")
    os.makedirs(bodies)
    for case in cases.cases():
        if not arguments.only or re.search(arguments.only, case.id):
            case.store(os.path.join(bodies, "%d" % len(found)))
            found.append(case)
    script = os.path.join(os.environ.get("ADVISE_SHARED", ""), "nasty", "make_nasty.py")
    if os.environ.get("ADVISE_SHARED") and os.path.exists(script):
        found += shared_cases.cases(script, os.path.join(folder, "shared"))
    else:
        print("no shared cases here (ADVISE_SHARED); our own run")
    if arguments.only:
        found = [c for c in found if re.search(arguments.only, c.id)]
    return sorted(found, key=cost)


def report(arguments, result):
    case = state["cases"][result["number"]]
    if result["skipped"]:
        print("skipped  %s: %s" % (case.id, result["skipped"]))
    elif result["failures"]:
        print("FAILED   %s" % case.id)
        for command, text, messages in result["failures"][:6]:
            print("    " + text.replace("\n", "\n    "))
            if command:
                print("      advise " + command)
            if messages and arguments.verbose:
                print("      | " + messages.rstrip().replace("\n", "\n      | "))
        if len(result["failures"]) > 6:
            print("    and %d more" % (len(result["failures"]) - 6))
    elif arguments.verbose:
        print("ok       %s (%d runs, at most %.2f s, %d MiB)" % (case.id, result["runs"], result["slowest"], result["rss"] >> 20))
    sys.stdout.flush()


def summary(results, begun):
    known = state["cases"]
    passed = sum(1 for r in results if not r["failures"] and not r["skipped"])
    failed = sum(1 for r in results if r["failures"])
    skipped = sum(1 for r in results if r["skipped"])
    themes = collections.Counter(known[r["number"]].kind for r in results)
    print()
    print("%d runs of the program in %.0f s: %s" % (sum(r["runs"] for r in results), time.monotonic() - begun, ", ".join("%s %d" % t for t in sorted(themes.items()))))
    for what, key, unit in (("slowest", "slowest", 1), ("largest", "rss", 1 << 20)):
        most = sorted(results, key=lambda r: -r[key])[:3]
        print("%s: %s" % (what, ", ".join("%s (%.1f %s)" % (known[r["number"]].id, r[key] / unit, "s" if unit == 1 else "MiB") for r in most)))
    if skipped:
        print("%d skipped" % skipped)
    print("%d passed, %d failed" % (passed, failed))
    return 0 if failed == 0 and passed > 0 else 1


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("program")
    parser.add_argument("--only")
    parser.add_argument("-v", "--verbose", action="store_true")
    parser.add_argument("--list", action="store_true")
    parser.add_argument("--keep", action="store_true")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 2)
    arguments = parser.parse_args()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))     # so that what was begun is ended, and the files go
    settings = Settings(arguments.program)
    folder = tempfile.mkdtemp(prefix="advise-nasty-")
    begun = time.monotonic()
    try:
        found = collect(arguments, folder)
        if arguments.list:
            print("\n".join(c.id for c in found))
            return 0
        ordinary = runnable_by_nobody(settings, folder)
        if not ordinary:
            print("an ordinary user cannot run %s: cases about permissions are skipped" % settings.program)
        state.update(cases=found, folder=folder, settings=settings, keep=arguments.keep)
        judges.ORDINARY_USER = ordinary
        with multiprocessing.get_context("fork").Pool(arguments.jobs, begin_worker, maxtasksperchild=40) as pool:
            results = []
            for result in pool.imap_unordered(outcome, range(len(found))):
                report(arguments, result)
                results.append(result)
        return summary(results, begun)
    finally:
        if arguments.keep:
            print("the files are in " + folder)
        else:
            remove(folder)


if __name__ == "__main__":
    sys.exit(main())
