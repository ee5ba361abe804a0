"""Running a hostile case: in this process, or in one of its own that tells its time and memory."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

import checker
from checker.cli.arguments import CHECK_FORMS
from checker.cli.main import main

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.hostile.case import Case

HOME = Path(checker.__file__).parent.parent
# Whatever goes wrong, the machine lives on: three gigabytes of addresses, a minute of work.
APART = """\
import resource, sys
resource.setrlimit(resource.RLIMIT_AS, (3 * 1024**3, 3 * 1024**3))
resource.setrlimit(resource.RLIMIT_CPU, (60, 60))
from checker.cli.main import main
code = main(sys.argv[2:])
status = open("/proc/self/status").read()
peak = int(status.split("VmHWM:")[1].split()[0])
spent = resource.getrusage(resource.RUSAGE_SELF)
open(sys.argv[1], "w").write(f"{peak} {spent.ru_utime + spent.ru_stime}")
sys.exit(code)
"""


@dataclass(frozen=True)
class Done:
    """What came of a run.

    Attributes:
        outputs: the files that were written, by form.
        seconds: of processor time, where that was measured; else of the clock.
        peak: kilobytes of memory; 0 where that was not measured.
    """

    code: int
    out: str
    err: str
    outputs: dict[str, str] = field(default_factory=dict)
    seconds: float = 0.0
    peak: int = 0


def words_for(case: Case, folder: Path, into: Path) -> list[str]:
    """Builds a case, and gives the call that writes every form of it."""
    folder.mkdir()
    into.mkdir()
    paths = case.build(folder)
    outputs = [f"--output={form}={into / form}" for form in CHECK_FORMS]
    return ["check", "--fail-on=error", *outputs, *paths]


def run_here(case: Case, place: Path) -> Done:
    """A case by the real entry, called in this process."""
    folder, into = place / "in", place / "out"
    words = words_for(case, folder, into)
    out, err = (io.TextIOWrapper(io.BytesIO(), "utf-8", newline="\n") for _ in range(2))
    with _streams(out, err), _inside(folder):
        code = main(words)
    return Done(int(code), _text(out), _text(err), _written(into))


def run_apart(case: Case, place: Path) -> Done:
    """A case in a process of its own."""
    folder, into, told = place / "in", place / "out", place / "told"
    words = words_for(case, folder, into)
    began = perf_counter()
    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", APART, str(told), *words],
        cwd=folder,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
        timeout=280,
        env={**os.environ, "PYTHONPATH": str(HOME), "PYTHONUTF8": "1", "NO_COLOR": "1"},
    )
    seconds, peak = perf_counter() - began, 0
    if told.exists():
        kilobytes, spent = told.read_text("utf-8").split()
        seconds, peak = float(spent), int(kilobytes)
    out, err = done.stdout.decode(), done.stderr.decode()
    return Done(done.returncode, out, err, _written(into), seconds, peak)


def _text(stream: io.TextIOWrapper) -> str:
    stream.flush()
    stream.seek(0)
    return stream.read()


def _written(folder: Path) -> dict[str, str]:
    return {path.name: path.read_bytes().decode() for path in sorted(folder.iterdir())}


@contextmanager
def _streams(out: io.TextIOWrapper, err: io.TextIOWrapper) -> Iterator[None]:
    before = sys.stdin, sys.stdout, sys.stderr
    sys.stdin, sys.stdout, sys.stderr = io.TextIOWrapper(io.BytesIO()), out, err
    try:
        yield
    finally:
        sys.stdin, sys.stdout, sys.stderr = before


@contextmanager
def _inside(folder: Path) -> Iterator[None]:
    before = Path.cwd()
    os.chdir(folder)
    try:
        yield
    finally:
        os.chdir(before)
