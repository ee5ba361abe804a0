"""``python -m fuzz``: cases at random, or with ``--replay FILE`` one that failed, tried again."""

from __future__ import annotations

import argparse
import secrets
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from fuzz.cases import Case
from fuzz.driver import drive, examine, key
from fuzz.trial import load_once

if TYPE_CHECKING:
    from fuzz.driver import Tally

NO_END = 10**9


def main(words: list[str]) -> int:
    """Gives 1 when a promise was broken."""
    parser = argparse.ArgumentParser(prog="python -m fuzz", description=__doc__)
    parser.add_argument("--executions", type=int, help="how many (5,000 where no time is given)")
    parser.add_argument("--seconds", type=float, default=NO_END, help="how long at most")
    parser.add_argument("--seed", type=int, help="the same seed gives the same cases")
    parser.add_argument("--faults", type=Path, default=Path("fuzz-faults"), help="a folder")
    parser.add_argument("--replay", type=Path, help="a file of that folder")
    given = parser.parse_args(words)
    if given.replay:
        return replay(given.replay)
    seed = secrets.randbelow(2**32) if given.seed is None else given.seed
    many = given.executions or (NO_END if given.seconds < NO_END else 5_000)
    print(f"seed {seed}", flush=True)
    tally = drive(seed, executions=many, seconds=given.seconds, home=given.faults, tell=_say)
    report(tally)
    return 1 if tally.faults else 0


def replay(file: Path) -> int:
    """Tries a case again, with every form, and tells all that is wrong."""
    load_once()
    case = Case.of(file.read_text(encoding="utf-8"))
    for name, content in case.files:
        print(f"--- {name}", content.decode("utf-8", "backslashreplace"), sep="\n")
    with tempfile.TemporaryDirectory(prefix="fuzz-") as folder:
        broken, _ = examine(case, Path(folder) / "place")
    for fault in broken:
        print(f"=== {key(fault)}", fault, sep="\n")
    return 1 if broken else 0


def report(tally: Tally) -> None:
    """Says what a run came to."""
    print(
        f"{tally.executions} executions in {tally.seconds:.0f} s ({tally.speed:.0f}/s),"
        f" {len(tally.faults)} faults, seed {tally.seed}"
    )
    for title, counted in (
        ("made", tally.kinds),
        ("ended", tally.endings),
        ("drew", tally.drawn),
    ):
        print(f"  {title}:", ", ".join(f"{name} {many}" for name, many in counted.most_common()))
    print(f"  slowest: {tally.slowest[0]:.2f} s of processor time ({tally.slowest[1]})")
    for name, many in tally.faults.most_common():
        print(f"  {many} times: {name}")


def _say(sentence: str) -> None:
    print(sentence, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
