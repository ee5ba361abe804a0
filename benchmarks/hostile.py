"""How long every hostile input takes and how much memory, each in a process of its own."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from checker.resources import folder
from tests.hostile.case import Case
from tests.hostile.every import CASES
from tests.hostile.running import run_apart

SECONDS, MEGABYTES = 3.0, 256
ORDINARY = 1.0
WORST = 10


def main() -> int:
    """Prints the worst ten, and what is beyond the goals; 1 if anything that is refused is."""
    ordinary = folder("rules").parent / "reports_yaml"
    reports = [
        Case(f"{path.name}, an ordinary report", 0, path.read_bytes(), refused=False)
        for path in sorted(ordinary.glob("*-20*.yaml"))
    ]
    named = [case for case in CASES if not any("\0" in path for path in case.paths)]
    rows = []
    for case in (*reports, *named):
        with tempfile.TemporaryDirectory() as place:
            done = run_apart(case, Path(place))
        limit = SECONDS if case.refused else ORDINARY if case in reports else None
        beyond = limit is not None and (done.seconds > limit or done.peak > MEGABYTES * 1024)
        wrong = case not in reports and done.code != case.code
        rows.append((done.seconds, done.peak / 1024, case, beyond, wrong))
    refused = [row for row in rows if row[2].refused]
    print(f"{len(named)} hostile inputs, {len(refused)} of them refused")
    for title, chosen in (("refused", refused), ("all", rows)):
        for name, by in (("seconds of processor time", 0), ("megabytes at most", 1)):
            print(f"\nThe worst of {title} by {name}")
            for row in sorted(chosen, key=lambda row: -row[by])[:WORST]:
                print(f"  {row[0]:6.2f} s {row[1]:6.0f} MB  {row[2].name!r}")
    for seconds, memory, case, beyond, wrong in rows:
        if case in reports or beyond or wrong:
            told = "BEYOND" if beyond else "WRONG CODE" if wrong else "ordinary"
            print(f"{told}: {case.name!r}, {seconds:.2f} s, {memory:.0f} MB")
    return int(any(beyond or wrong for *_, beyond, wrong in rows))


if __name__ == "__main__":
    sys.exit(main())
