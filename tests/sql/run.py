#!/usr/bin/env python3
"""tests/sql/run.py ENGINE CASES CLIENTS PROGRAM: runs the scripts of `advise compile --to sql` in an engine, for every case of sql_cases.

ENGINE is SQLite, PostgreSQL, DuckDB, or anything else for the grammars of Spark and Trino. CASES is the folder that sql_cases filled, CLIENTS the one in which npm put
the clients. Every answer must be what Kleene's tables of the engine say, every self-test must have no failures, and nobody's values be invalid.
PROGRAM is advise: with it the recipes of docs/sql.md are run as they stand there, and must come to what advise says.
Prints each failure, and at the end "N passed, N failed"."""
import glob
import json
import os
import re
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
MARK = "---- case "


def in_sqlite(names, folder, _clients):
    """A database in memory for each case."""
    answers = {}
    for name in names:
        with open(f"{folder}/{name}.sqlite.sql", encoding="utf-8") as script:
            done = subprocess.run(["sqlite3", "-batch", "-bail", ":memory:"], stdin=script, capture_output=True, text=True, timeout=120, check=False)
        answers[name] = (done.stdout.splitlines(), done.stderr)
    return answers


def as_postgres(command, **more):
    """The server does not run as root."""
    if os.getuid() == 0:
        command = ["runuser", "-u", "postgres", "--", *command]
    return subprocess.run(command, capture_output=True, text=True, check=False, **more)


class Cluster:
    """A server of our own: a socket in a folder of our own, no port, gone afterwards."""

    def __init__(self):
        programs = sorted(glob.glob("/usr/lib/postgresql/*/bin/initdb"))
        self.programs = os.path.dirname(programs[-1]) if programs else None
        # a socket's path may have 107 bytes, and the server's user must get there
        self.folder = tempfile.mkdtemp(prefix="advise-pg-", dir="/tmp")

    def __enter__(self):
        if os.getuid() == 0:
            subprocess.run(["chown", "postgres", self.folder], check=True)
        made = as_postgres([f"{self.programs}/initdb", "-D", f"{self.folder}/data", "-A", "trust", "-U", "postgres", "--locale=C.UTF-8", "-E", "UTF8", "--no-sync"], cwd="/tmp")
        options = f"-k {self.folder} -c listen_addresses= -c fsync=off"
        started = as_postgres([f"{self.programs}/pg_ctl", "-D", f"{self.folder}/data", "-o", options, "-l", f"{self.folder}/log", "-w", "start"], cwd="/tmp")
        if made.returncode or started.returncode:
            raise OSError(made.stderr + started.stderr + started.stdout)
        return self

    def __exit__(self, *_):
        as_postgres([f"{self.programs}/pg_ctl", "-D", f"{self.folder}/data", "-m", "immediate", "-w", "stop"], cwd="/tmp")
        subprocess.run(["rm", "-rf", self.folder], check=False)

    def run(self, script, **more):
        return subprocess.run(["psql", "-h", self.folder, "-U", "postgres", "-d", "postgres", "-XqAt", "-v", "ON_ERROR_STOP=1", "-f", script], capture_output=True, text=True,
                              check=False, env={**os.environ, "PGOPTIONS": "-c client_min_messages=warning"}, **more)


def in_postgres(names, folder, _clients):
    """All cases in one session, a schema for each."""
    answers = {}
    with Cluster() as cluster, tempfile.NamedTemporaryFile("w", suffix=".sql", encoding="utf-8") as all_cases:
        for name in names:
            all_cases.write(f"\\echo {MARK}{name}\nCREATE SCHEMA c{name};\nSET search_path TO c{name};\n")
            with open(f"{folder}/{name}.postgres.sql", encoding="utf-8") as script:
                all_cases.write(script.read())
            all_cases.write(f"SET client_min_messages TO warning;\nDROP SCHEMA c{name} CASCADE;\n")
        all_cases.flush()
        done = cluster.run(all_cases.name, timeout=500)
    name = None
    for line in done.stdout.splitlines():
        if line.startswith(MARK):
            name = line[len(MARK):]
            answers[name] = ([], "")
        elif name is not None:
            answers[name][0].append(line)
    if name is not None and done.stderr:
        answers[name] = (answers[name][0], done.stderr)
    elif done.stderr:
        print(done.stderr)
    return answers


def in_duckdb(names, folder, clients):
    """A database in memory for each case, in one process."""
    scripts = [f"{folder}/{name}.duckdb.sql" for name in names]
    done = subprocess.run(["node", f"{HERE}/duckdb.mjs", clients, *scripts], capture_output=True, text=True, timeout=500, check=False)
    answers = {name: ([], done.stderr) for name in names}
    for line in done.stdout.splitlines():
        row = json.loads(line)
        answers[names[row["script"]]] = (row["rows"], row["error"])
    return answers


def check(name, folder, lines, complaint):
    """What is wrong with the answers to a case; "" if nothing is."""
    with open(f"{folder}/{name}.expected", encoding="utf-8") as file:
        expected = sorted(json.loads(line) for line in file if line.strip())
    if complaint:
        return complaint
    # what the script itself says comes first: the count of its self-test
    tested = [line for line in lines if line.startswith("advise_selftest|")]
    if len(tested) != 1 or not tested[0].endswith("|0") or (expected and tested[0].split("|")[1] == "0"):
        return f"the self-test says {tested}"
    rest = [line for line in lines if not line.startswith("advise_selftest|")]
    if rest[:2] != ["0", "0"]:
        return f"failures of the self-test, then invalid rows: {rest[:2]}"
    got = sorted(json.loads(line) for line in rest[2:])
    if got == expected:
        return ""
    wrong = [pair for pair in zip(expected, got) if pair[0] != pair[1]][:3]
    return f"{len(got)} answers, {len(expected)} expected; expected and got: {wrong}"


ENGINES = {"SQLite": in_sqlite, "PostgreSQL": in_postgres, "DuckDB": in_duckdb}


def run_engine(engine, names, folder, clients):
    passed = failed = 0
    answers = ENGINES[engine](names, folder, clients)
    for name in names:
        lines, complaint = answers.get(name, ([], "it was not run"))
        problem = check(name, folder, lines, complaint)
        if problem:
            failed += 1
            print(f"{engine}, {folder}/{name}: {problem[:2000]}")
        else:
            passed += 1
    return passed, failed


def run_syntax(names, folder, clients):
    """Spark and Trino cannot be had here; their grammars can."""
    # the grammars are slow: of the random cases one in five
    chosen = [name for i, name in enumerate(names) if i % 5 == 0 or not name.isdigit()]
    scripts = [f"{folder}/{name}.{dialect}.sql" for name in chosen for dialect in ("spark", "trino")]
    with tempfile.NamedTemporaryFile("w", suffix=".txt") as listed:
        listed.write("\n".join(scripts))
        listed.flush()
        done = subprocess.run(["node", f"{clients}/syntax.mjs", listed.name], capture_output=True, text=True, timeout=500, check=False)
    *complaints, counts = done.stdout.strip().splitlines() or [""]
    print("\n".join(complaints), end="\n" if complaints else "")
    if not re.fullmatch(r"\d+ passed, \d+ failed", counts):
        print(counts, done.stderr)
        return 0, 1
    return int(counts.split()[0]), int(counts.split()[2])


# ---- the recipes of docs/sql.md

PEOPLE = [("ann", 4, 1, "2.5"), ("bob", 3, 0, "2.499999"), ("cyd", None, 1, "10"), ("dan", 0, None, None), ("eve", 3, 1, None)]
LEVELS = ["none", "beginner", "intermediate", "advanced", "expert"]


def block(name):
    """A block of the document, by what stands after its three backticks."""
    with open(f"{HERE}/../../docs/sql.md", encoding="utf-8") as file:
        return re.search(rf"^```{re.escape(name)}\n(.*?)^```", file.read(), re.M | re.S).group(1)


def value(v):
    return "NULL" if v is None else str(v)


def people_table(yes_no, level=value):
    rows = ", ".join(f"('{name}', {level(skill)}, {value(None if teaches is None else yes_no(teaches))}, {value(years)})" for name, skill, teaches, years in PEOPLE)
    kind = "REAL" if yes_no is int else "DECIMAL(18,6)"
    return f"CREATE TABLE people (person TEXT, skill INTEGER, teaches {'INTEGER' if yes_no is int else 'BOOLEAN'}, years {kind});\nINSERT INTO people VALUES {rows};\n"


def as_advise_says(program, here):
    """What the recipes must come to: [id, role, verdict, low, high] of everybody."""
    rows = []
    for name, skill, teaches, years in PEOPLE:
        lines = [] if skill is None else [f"parallelism: {LEVELS[skill]}"]
        lines += [] if teaches is None else [f"enjoys teaching: {'yes' if teaches else 'no'}"]
        lines += [] if years is None else [f"years of experience: {years}"]
        done = subprocess.run([program, "--json", "--rules", f"{here}/team.rules", "-"], input="\n".join(lines) + "\n", capture_output=True, text=True, check=True)
        for role in json.loads(done.stdout)["advice"]:
            rows.append([name, role["role"], ["no", "unknown", "yes"].index(role["verdict"]), role["points"]["low"], role["points"]["high"]])
    return sorted(rows)


def rows_of(lines):
    """Lines of "ann|infra|2|0|2"; those of the self-test left out."""
    return sorted([*line.split("|")[:2], *map(int, line.split("|")[2:])] for line in lines if line.count("|") == 4)


ASK = "SELECT id, role, verdict, low, high FROM roles;\n"
WHY = "\nSELECT COUNT(*) FROM ({}) why WHERE requirement = 'unless parallelism >= expert' AND id = 'ann' AND role = 'advocate';\n"


def why():
    return WHY.format(block("sql why").split("ORDER BY")[0])


def shell(commands, here, **environment):
    done = subprocess.run(["bash", "-euc", commands], cwd=here, capture_output=True, text=True, check=False, env={**os.environ, **environment})
    return done.stdout.splitlines(), done.stderr


def recipe_sqlite(here, _clients):
    script = f"sqlite3 team.db <<'END'\n{people_table(int)}END\n{block('sh sqlite')}\nsqlite3 team.db <<'END'\n{ASK}{why()}END\n"
    return shell(script, here)


def recipe_postgres(here, _clients):
    with Cluster() as cluster:
        script = f"psql -Xqc \"{people_table(bool)}\"\n{block('sh postgres')}\npsql -XqAt <<'END'\n{ASK}{why()}END\n"
        return shell(script, here, PGHOST=cluster.folder, PGUSER="postgres", PGDATABASE="postgres", PGOPTIONS="-c client_min_messages=warning")


def recipe_duckdb(here, clients):
    """Parquet in, the script, Parquet out."""
    people = people_table(bool, lambda v: "NULL" if v is None else f"'{LEVELS[v]}'").replace("skill INTEGER", "skill VARCHAR")
    with open(f"{here}/team.sql", encoding="utf-8") as file:
        script = file.read()
    with open(f"{here}/all.sql", "w", encoding="utf-8") as file:
        file.write(people + "COPY people TO 'people.parquet' (FORMAT parquet);\nDROP TABLE people;\n" + block("sql parquet-in") + script + block("sql parquet-out")
                   + "CREATE VIEW roles AS SELECT * FROM 'roles.parquet';\n" + ASK + why() + block("sql columns"))
    done = subprocess.run(["node", f"{HERE}/duckdb.mjs", os.path.abspath(clients), "all.sql"], cwd=here, capture_output=True, text=True, check=False)
    said = json.loads(done.stdout)
    return said["rows"], done.stderr + said["error"]


def run_recipe(engine, clients, program):
    recipe = {"SQLite": recipe_sqlite, "PostgreSQL": recipe_postgres, "DuckDB": recipe_duckdb}[engine]
    dialect = {"PostgreSQL": "postgres"}.get(engine, engine.lower())
    with tempfile.TemporaryDirectory() as here:
        with open(f"{here}/team.rules", "w", encoding="utf-8") as file:
            file.write(block("rules team.rules"))
        subprocess.run([program, "compile", "--to", "sql", "--dialect", dialect, "team.rules", "-o", "team.sql"], cwd=here, check=True)
        lines, complaint = recipe(here, clients)
        expected, got = as_advise_says(program, here), rows_of(lines)
    if not complaint and got == expected and "1" in lines:
        return 1, 0
    print(f"the recipe of docs/sql.md for {engine}: {complaint}\nexpected {expected}\ngot {got}\nall {lines}")
    return 0, 1


def main():
    engine, folder, clients, program = sys.argv[1:5]
    names = sorted(os.path.basename(path)[: -len(".expected")] for path in glob.glob(f"{folder}/*.expected"))
    if engine in ENGINES:
        counts = [run_engine(engine, names, folder, clients), run_recipe(engine, clients, os.path.abspath(program))]
    else:
        counts = [run_syntax(names, folder, clients)]
    passed, failed = (sum(column) for column in zip(*counts))
    print(f"{passed} passed, {failed} failed")
    return 0 if failed == 0 and passed > 0 else 1


if __name__ == "__main__":
    sys.exit(main())
