#!/usr/bin/env python3
"""bench/batch.py PROGRAM SHARED FOLDER: `advise batch` as a whole process beside the other engines of the shared bench, in turns.

The common workload: 100,000 profiles, 200 facts, 300 concepts, 50 roles. Each engine's answer must have the checksum of the reference. Times are
the least of several runs taken in turns: processor time (user and system) where one thread works, wall time where two do. FOLDER keeps
what was made and built. The last line counts the demands that were missed; the exit code is 1 when there are any."""
import hashlib, itertools, json, os, shutil, subprocess, sys, time

RUNS = 7
PEOPLE = 100000
missed = 0


def report(what, measured, unit, kind=None, demanded=None, beside=""):
    global missed
    demand = ""
    if kind:
        met = measured <= demanded if kind == "at most" else measured >= demanded
        missed += not met
        demand = "%s %g %s  %s" % (kind, demanded, unit, "met" if met else "MISSED")
    print("  %-52s %9.3f %-5s  %-28s %s" % (what, measured, unit, demand, beside), flush=True)


def run(command, out, threads=1):
    """One run -> (seconds, exit code): processor time of one thread, wall time of several."""
    begun = time.perf_counter()
    with open(out, "wb") as file, open(out + ".err", "wb") as err:
        child = subprocess.Popen(command, stdout=file, stderr=err, stdin=subprocess.DEVNULL)
        _, status, used = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    wall = time.perf_counter() - begun
    return (used.ru_utime + used.ru_stime if threads == 1 else wall), child.returncode, wall


def in_turns(engines, runs=RUNS):
    """engines: name -> (command, out, threads) -> name -> least seconds; those that fail are told and left out."""
    least, failed = {}, set()
    for _ in range(runs):
        for name, (command, out, threads) in engines.items():
            if name in failed:
                continue
            seconds, code, _ = run(command, out, threads)
            if code != 0:
                failed.add(name)
                print("  %s failed with code %d: not compared" % (name, code))
                least.pop(name, None)
                continue
            least[name] = min(seconds, least.get(name, 1e9))
    return least


def digest(lines):
    total = hashlib.sha256()
    for who, roles in lines:
        total.update(("%s: %s\n" % (who, ",".join(sorted(roles)))).encode())
    return total.hexdigest()[:16]


def of_advise(path):
    with open(path) as file:
        return digest((r["id"], r["yes"]) for r in map(json.loads, file))


def of_peer(path):
    with open(path) as file:
        return digest((who, roles.split(",") if roles else []) for who, roles in (line.rstrip("\n").split(": ", 1) for line in file))


def prepare(shared, folder):
    """A copy of the shared bench that may be written to, with the workload and the reference."""
    bench = os.path.join(folder, "shared")
    if not os.path.exists(bench):
        shutil.copytree(shared, bench, ignore=shutil.ignore_patterns("work", "npm", "results.ndjson"))
    work = os.path.join(bench, "work", "batch")
    python = sys.executable
    if not os.path.exists(work + "/advise.rules"):
        subprocess.run([python, "gen.py", "--attrs", "200", "--concepts", "300", "--roles", "50", "--profiles", str(PEOPLE), "--density", "0.3", "--seed", "2", work], cwd=bench, check=True, stdout=2)
        subprocess.run([python, "emit_advise.py", work], cwd=bench, check=True, stdout=2)
    if not os.path.exists(work + "/ref.all.json"):
        subprocess.run([python, "ref.py", work], cwd=bench, check=True, stdout=2)
    return bench, work


def build(name, command, made):
    """-> whether it is there; what cannot be built is told."""
    if os.path.exists(made):
        return True
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode == 0:
        return True
    print("  %s cannot be built here (libsimdjson-dev?): not compared" % name)
    return False


def straight(bench, work):
    """The generated C++ of the shared bench; its own runner makes and builds it."""
    made = work + "/build/cpp_flat/prog"
    if not os.path.exists(made):
        subprocess.run([sys.executable, "peers/cpp_straight.py", work, "--limit", "1000", "--style", "flat"], cwd=bench, capture_output=True)
    if os.path.exists(made):
        return made
    print("  cpp_straight cannot be built here (libsimdjson-dev?): not compared")
    return None


def duckdb(bench):
    if not shutil.which("node") or not shutil.which("npm"):
        print("  DuckDB: there is no node or npm: not compared")
        return False
    if not os.path.exists(bench + "/npm/node_modules/@duckdb/node-api"):
        os.makedirs(bench + "/npm", exist_ok=True)
        subprocess.run(["npm", "install", "--silent", "--prefix", bench + "/npm", "@duckdb/node-api@1.5.6-r.1"], capture_output=True)
    if os.path.exists(bench + "/npm/node_modules/@duckdb/node-api"):
        return True
    print("  DuckDB cannot be installed here (npm @duckdb/node-api): not compared")
    return False


def main():
    program, shared, folder = sys.argv[1:4]
    os.makedirs(folder, exist_ok=True)
    print("\nBatch: whole processes, 100,000 profiles, 300 concepts, 50 roles (processor time, least of %d runs in turns)" % RUNS)
    bench, work = prepare(shared, folder)
    out = lambda name: os.path.join(folder, name + ".out")
    people = work + "/profiles.ndjson"
    ours = [program, "batch", "--rules", work + "/advise.rules", "--output", "roles", "-q", "--jobs", "1"]
    engines = {"closed": (ours + ["--closed", people], out("closed"), 1)}
    if build("bitslice", ["g++", "-std=c++20", "-O3", "-march=native", bench + "/native/bitslice.cpp", "-o", bench + "/native/bitslice", "-lsimdjson"], bench + "/native/bitslice"):
        engines["bitslice"] = ([bench + "/native/bitslice", work + "/rules.json", people, out("bitslice.txt"), "1", "simdjson"], out("bitslice"), 1)
    flat = straight(bench, work)
    if flat:
        engines["cpp_straight"] = ([flat, people, out("cpp.txt")], out("cpp"), 1)
    if duckdb(bench):
        engines["DuckDB"] = (["node", bench + "/peers/duckdb.mjs", work + "/rules.json", people, out("duckdb.txt"), "1", "one"], out("duckdb"), 1)
    least = in_turns(engines)
    reference = json.load(open(work + "/ref.all.json"))["checksum"]
    sums = {"closed": lambda: of_advise(out("closed")), "bitslice": lambda: of_peer(out("bitslice.txt")), "cpp_straight": lambda: of_peer(out("cpp.txt")), "DuckDB": lambda: of_peer(out("duckdb.txt"))}
    for name in least:
        right = sums[name]() == reference
        report("%s, %d profiles a second" % ({"closed": "advise batch --closed --output roles"}.get(name, name), PEOPLE / least[name]), least[name], "s", beside="checksum " + ("right" if right else "WRONG"))
        if not right:
            report("  wrong checksums", 1, "", "at most", 0)
    for name, kind, bound in (("bitslice", "at most", 1.10), ("cpp_straight", "at most", 0.6)):
        if name in least:
            report("advise / %s" % {"bitslice": "bitslice --parser simdjson", "cpp_straight": "cpp_straight --style flat"}[name], least["closed"] / least[name], "×", kind, bound)
    if "DuckDB" in least:
        report("throughput of advise / DuckDB", least["DuckDB"] / least["closed"], "×", "at least", 8)

    print("\nBatch: what is not listed is unknown")
    opened = in_turns({"closed": engines["closed"], "kleene": (ours + ["--kleene", people], out("kleene"), 1), "exact": (ours + [people], out("exact"), 1)}, 3)
    report("Kleene alone / closed", opened["kleene"] / opened["closed"], "×", "at most", 1.6)
    report("exact / closed", opened["exact"] / opened["closed"], "×", "at most", 4)
    some = os.path.join(folder, "some.ndjson")
    with open(people, "rb") as source, open(some, "wb") as to:
        to.writelines(itertools.islice(source, 5000))
    run(ours + ["--summary", "--json", some], out("summary"))
    settled = json.load(open(out("summary") + ".err"))["settled"]
    print("  how the roles of the first 5,000 were settled: %s" % ", ".join("%s %d" % each for each in settled.items()))

    print("\nBatch: two threads, 1,000,000 profiles (wall time)")
    if len(os.sched_getaffinity(0)) < 2:
        print("  there is only one processor here: not measured")
    else:
        many = os.path.join(folder, "many.ndjson")
        if not os.path.exists(many):
            with open(many, "wb") as to:
                for _ in range(10):
                    with open(people, "rb") as source:
                        shutil.copyfileobj(source, to)
        threads = in_turns({n: (ours[:-1] + [n, "--closed", many], out("many" + n), 2) for n in ("1", "2")}, 5)
        report("two threads / one", threads["1"] / threads["2"], "×", "at least", 1.8)
    print("\n%s" % ("every demand was met" if missed == 0 else "%d demands were missed" % missed))
    return missed != 0


sys.exit(main())
