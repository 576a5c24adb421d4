#!/usr/bin/env python3
"""external.py PROGRAM FOLDER: rule bases of other systems with those systems' own answers. Every folder of FOLDER holds case.rules, profiles.ndjson and
expect.ndjson, which lists the roles that `advise batch --closed --output roles` must say yes to, in any order."""
import json
import pathlib
import subprocess
import sys


def answers(program, folder):
    run = subprocess.run([program, "batch", "--rules", folder / "case.rules", "--closed", "--output", "roles", "-q", folder / "profiles.ndjson"],
                         capture_output=True, text=True, check=True)
    return [json.loads(line) for line in run.stdout.splitlines()]


def main():
    program, root = sys.argv[1], pathlib.Path(sys.argv[2])
    good = bad = 0
    for folder in sorted(each for each in root.iterdir() if each.is_dir()):
        expected = [json.loads(line) for line in (folder / "expect.ndjson").read_text(encoding="utf-8").splitlines()]
        got = answers(program, folder)
        if len(got) != len(expected):
            print(f"{folder.name}: {len(got)} answers to {len(expected)} records")
            bad += 1
        for want, have in zip(expected, got):
            same = have["id"] == want["id"] and sorted(have.get("yes", [])) == sorted(want["yes"])
            good, bad = good + same, bad + (not same)
            if not same:
                print(f"{folder.name}: expected {want}, got {have}")
    print(f"{good} passed, {bad} failed")
    return 0 if bad == 0 else 1


sys.exit(main())
