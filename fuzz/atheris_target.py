"""A target for atheris: coverage of the program guides which inputs are tried further.

    python -m fuzz.atheris_target CORPUS [-max_total_time=3600] [-max_len=4096] [-seed=1]

The bytes are the report itself; after a first zero byte they are instead the choices of the
makers, so that sound reports, folders, rules and command lines are reached too. ``--seeds CORPUS``
writes the pieces of the shipped reports there, to begin with. The oracles are those of the driver.
"""

from __future__ import annotations

import sys
import tempfile
from hashlib import sha256
from itertools import count
from pathlib import Path
from random import Random
from typing import Final

import atheris

with atheris.instrument_imports(include=["checker"]):
    from fuzz.cases import Case, of_report, planted
    from fuzz.driver import examine
    from fuzz.forms import in_turn
    from fuzz.making import Maker
    from fuzz.trial import load_once

MADE: Final = b"\0"
WORKPLACE: Final = Path(tempfile.mkdtemp(prefix="fuzz-")) / "place"
NUMBERS: Final = count(1)
FAULTS: Final = Path("fuzz-faults")


class BrokenPromiseError(AssertionError):
    """An oracle was not content; the case lies in the folder of faults."""


class _Choices(Random):
    """Chooses by the bytes of the fuzzer, and the least once they have ended."""

    def __init__(self, data: bytes) -> None:
        super().__init__()
        self._data = atheris.FuzzedDataProvider(data)

    def random(self) -> float:
        return float(self._data.ConsumeIntInRange(0, 2**16 - 1)) / 2**16

    def getrandbits(self, k: int, /) -> int:
        return int(self._data.ConsumeIntInRange(0, 2**k - 1)) if k <= 64 else 0  # what it can give

    def randbytes(self, n: int) -> bytes:
        return bytes(self._data.ConsumeBytes(n))


def case_of(data: bytes) -> Case:
    """The case that bytes stand for."""
    if not data.startswith(MADE):
        number = Random(len(data))
        case = of_report(data)
        return planted(case, number) if len(data) % 4 == 0 else case
    return Maker(_Choices(data[1:])).case()


def one_input(data: bytes) -> None:
    """One execution.

    Raises:
        BrokenPromiseError: a promise was broken.
    """
    case = case_of(data)
    broken, _ = examine(case, WORKPLACE, in_turn(next(NUMBERS)), again=False)
    if broken:
        FAULTS.mkdir(exist_ok=True)
        (FAULTS / f"atheris-{sha256(data).hexdigest()[:16]}.json").write_text(
            case.kept(), encoding="utf-8"
        )
        raise BrokenPromiseError("\n".join(broken))


def write_seeds(folder: Path) -> None:
    """Writes what the fuzzer begins with."""
    folder.mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(Maker(Random(0)).seeds):
        (folder / f"part-{number}").write_bytes(seed)
    for number in range(50):
        (folder / f"made-{number}").write_bytes(MADE + Random(number).randbytes(600))


if __name__ == "__main__":
    if sys.argv[1:2] == ["--seeds"]:
        write_seeds(Path(sys.argv[2]))
    else:
        load_once()
        atheris.Setup(sys.argv, one_input)
        atheris.Fuzz()
