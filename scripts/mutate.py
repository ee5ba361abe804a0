"""Mutation testing: small faults are put into the code, and the tests must see each of them.

    python3 dev.py mutate [GROUP ...] [--sample N] [--seed S] [--again]

Groups and their tests stand in pyproject.toml, under [tool.kvalitetskoll.mutation]; mutmut does the
work, in build/mutation/GROUP. A new run goes on where the last one was: it tries what is new or
changed, what was not tried yet, and what survived; ``--again`` starts over. Each survivor is shown
as the change that no test saw.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
WORK = ROOT / "build" / "mutation"
BESIDE = ("fuzz", "rules", "schemas", "reports_yaml")  # what the tests need beside the code
COPIED = ("checker", "tests", *BESIDE, "pyproject.toml")
LEFT_OUT, KILLED = 34, {1, 3, -24, 24, 152, 255, 36, -9, -11}  # exit codes, as mutmut keeps them
MEMORY = 4 * 1024**3  # bytes: a mutant that never stops filling a list must not fill the machine
SETTINGS = """\
[mutmut]
source_paths = checker
only_mutate =
  {mutate}
also_copy =
  {beside}
pytest_add_cli_args_test_selection =
  {tests}
pytest_add_cli_args =
  --hypothesis-profile=mutation
  -p
  no:cacheprovider
track_dependencies = false
timeout_multiplier = 4
timeout_constant = 3
"""


def main() -> int:
    """Runs the groups that were asked for; 1 when a score is below what its group demands."""
    groups = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["kvalitetskoll"]
    asked = arguments(sorted(groups["mutation"]))
    low = [
        name
        for name in asked.groups or groups["mutation"]
        if run(name, groups["mutation"][name], asked) < groups["mutation"][name]["least"]
    ]
    return 1 if low else 0


def arguments(names: list[str]) -> argparse.Namespace:
    """What was asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("groups", nargs="*", metavar="GROUP", help=", ".join(names))
    parser.add_argument("--sample", type=int, help="only so many mutants, drawn at random")
    parser.add_argument("--seed", type=int, default=1, help="what the sample is drawn with")
    parser.add_argument("--again", action="store_true", help="start over")
    return parser.parse_args()


def run(name: str, group: dict[str, list[str]], asked: argparse.Namespace) -> float:
    """Tests the mutants of a group and tells how many were seen, in percent."""
    work = WORK / name
    if asked.again:
        shutil.rmtree(work, ignore_errors=True)
    is_new = not work.exists()
    prepare(work, group)
    if is_new:
        draw(work, asked.sample, asked.seed)
    else:
        wake(work)
    mutmut(work, "run", "--max-children=1")
    return tell(name, work)


def prepare(work: Path, group: dict[str, list[str]]) -> None:
    """Copies the project there, makes the mutants and learns which tests reach which function."""
    for part in COPIED:
        shutil.rmtree(work / part, ignore_errors=True)
        if (ROOT / part).is_dir():
            shutil.copytree(ROOT / part, work / part)
        else:
            shutil.copy2(ROOT / part, work / part)
    lists = {key: "\n  ".join(group[key]) for key in ("mutate", "tests")}
    beside = "\n  ".join(BESIDE)
    (work / "setup.cfg").write_text(SETTINGS.format(**lists, beside=beside))
    # mutmut has no command that stops here; a name that no mutant has makes it stop.
    mutmut(work, "run", "--max-children=1", "none")


def draw(work: Path, sample: int | None, seed: int) -> None:
    """Leaves out all but so many of the mutants."""
    everyone = sorted(results(work))
    if sample is None or sample >= len(everyone):
        return
    drawn = random.Random(seed).sample(everyone, sample)  # noqa: S311 - no secret
    mark(work, set(everyone) - set(drawn), LEFT_OUT)


def wake(work: Path) -> None:
    """Lets what survived be tried again."""
    mark(work, {mutant for mutant, code in results(work).items() if survived(code)}, None)


def mark(work: Path, mutants: set[str], code: int | None) -> None:
    """Writes an exit code for mutants; None for not tried."""
    for path in metas(work):
        meta = json.loads(path.read_text())
        codes = meta["exit_code_by_key"]
        codes.update(dict.fromkeys(mutants & codes.keys(), code))
        path.write_text(json.dumps(meta))


def survived(code: int | None) -> bool:
    """Whether an exit code says that no test saw the fault."""
    return code is not None and code != LEFT_OUT and code not in KILLED


def tell(name: str, work: Path) -> float:
    """Prints the score and every survivor."""
    codes = results(work)
    tried = {mutant: code for mutant, code in codes.items() if code not in {LEFT_OUT, None}}
    alive = [mutant for mutant, code in tried.items() if survived(code)]
    score = 100 * (len(tried) - len(alive)) / max(len(tried), 1)
    for mutant in alive:
        print(mutmut(work, "show", mutant))
    print(f"{name}: {len(codes)} mutants, {len(tried)} tried, {len(alive)} survived, {score:.1f} %")
    if left := sum(code is None for code in codes.values()):
        print(f"{name}: mutmut stopped with {left} left; run it again")
        return 0
    return score


def results(work: Path) -> dict[str, int | None]:
    """Every mutant, with its exit code if it was tried."""
    found: dict[str, int | None] = {}
    for path in metas(work):
        found |= json.loads(path.read_text())["exit_code_by_key"]
    return found


def metas(work: Path) -> list[Path]:
    """Where mutmut keeps what it found, a file for each module."""
    return sorted((work / "mutants" / "checker").rglob("*.meta"))


def mutmut(work: Path, *words: str) -> str:
    """Runs mutmut there; what it says is kept in a file too, for it is mostly a moving wheel."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    command = (sys.executable, "-m", "mutmut", *words)
    said = work / "said.txt"
    with said.open("w") as file:
        subprocess.run(command, cwd=work, check=False, stdout=file, stderr=subprocess.STDOUT)
    return said.read_text()


if __name__ == "__main__":
    sys.exit(main())
