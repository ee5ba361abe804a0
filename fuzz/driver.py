"""The driver: one case after the other, every oracle after each, faults kept to be tried again."""

from __future__ import annotations

import contextlib
import re
import signal
import tempfile
import time
import traceback
from collections import Counter
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Final

from fuzz.forms import ALL, in_turn
from fuzz.making import Maker
from fuzz.oracles import faults, same
from fuzz.shrinking import shrunk
from fuzz.trial import attempt, load_once

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from fuzz.cases import Case
    from fuzz.trial import Trial

LONGEST: Final = 10.0
"""Seconds of our own processor time; no input of these sizes may take as long."""
AGAIN: Final = 10
"""One execution in so many is done twice, and must give the same."""
TOLD_EVERY: Final = 60
"""Seconds between words of how far it has come."""
UNDER_TRIAL: Final = "under-trial.json"
_PLACE: Final = re.compile(r'File "[^"]*?(\w+/\w+\.py)", line (\d+)')
_PARTICULARS: Final = re.compile(r"\b\d+|0x[0-9a-f]+|'[^']*'")


class HangError(BaseException):
    """An execution took too long; no ``except Exception`` of the program may stop it."""


@dataclass(slots=True)
class Tally:
    """What a run of the driver came to.

    Attributes:
        faults: by what is wrong; of each how many times, and the first case made small.
    """

    seed: int
    executions: int = 0
    seconds: float = 0
    kinds: Counter[str] = field(default_factory=Counter)
    endings: Counter[str] = field(default_factory=Counter)
    drawn: Counter[str] = field(default_factory=Counter)
    faults: Counter[str] = field(default_factory=Counter)
    examples: dict[str, tuple[Case, str]] = field(default_factory=dict)
    slowest: tuple[float, str] = (0, "")

    @property
    def speed(self) -> float:
        """Executions a second."""
        return self.executions / max(self.seconds, 0.001)


def drive(
    seed: int, *, executions: int, seconds: float, home: Path, tell: Callable[[str], None]
) -> Tally:
    """Tries cases until there have been as many, or it has taken as long.

    Args:
        seed: the same one gives the same cases.
        executions: how many at most.
        seconds: how long at most.
        home: where the case under trial and the failing ones are written.
        tell: told of each new fault.
    """
    load_once()
    home.mkdir(parents=True, exist_ok=True)
    under_trial = home / UNDER_TRIAL  # stays behind when a signal kills the process
    maker, tally, told = Maker(Random(seed)), Tally(seed), set[str]()
    start = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="fuzz-") as folder:
        workplace = Path(folder) / "place"
        while tally.executions < executions and time.monotonic() - start < seconds:
            case = maker.case()
            under_trial.write_text(case.kept(), encoding="utf-8")
            begun = time.process_time()
            forms = in_turn(tally.executions)
            broken, trial = examine(case, workplace, forms, again=tally.executions % AGAIN == 0)
            _count(tally, case, trial, time.process_time() - begun)
            for fault in broken:
                keys = partial(_keys, workplace=workplace, forms=_forms_of(fault, forms))
                if said := _keep(tally, case, fault, home, keys):
                    tell(said)
            new = signature(trial) - told
            if new:
                told |= new
                maker.keep(case)
            if time.monotonic() - start > tally.seconds + TOLD_EVERY:
                tally.seconds = time.monotonic() - start
                tell(f"{tally.executions} executions, {len(tally.faults)} faults")
    tally.seconds = time.monotonic() - start
    under_trial.unlink()
    return tally


def examine(
    case: Case, workplace: Path, forms: Iterable[str] = ALL, *, again: bool = True
) -> tuple[list[str], Trial | None]:
    """One execution: the promises that it broke, and what came out.

    Args:
        case: what to try.
        workplace: a folder for its files.
        forms: those to draw.
        again: whether to do it twice and compare.
    """
    try:
        with _limited():
            trial = attempt(case, workplace, forms)
            broken = faults(trial)
            if again:
                broken += same(trial, attempt(case, workplace, forms))
    except HangError:
        return [f"takes longer than {LONGEST:.0f} s\n{traceback.format_exc()}"], None
    except Exception as error:  # noqa: BLE001 - what escapes is what we are looking for
        return [f"{type(error).__name__} escapes\n{traceback.format_exc()}"], None
    return broken, trial


def key(fault: str) -> str:
    """What tells faults apart: the words without their particulars, and where it happened."""
    head = _PARTICULARS.sub("N", fault.partition("\n")[0])
    places = [place for place in _PLACE.findall(fault) if not place[0].startswith("fuzz/")]
    return f"{head} at {':'.join(places[-1])}" if places else head


def _keys(case: Case, workplace: Path, forms: Iterable[str]) -> set[str]:
    return set(map(key, examine(case, workplace, forms)[0]))


def _forms_of(fault: str, forms: tuple[str, ...]) -> tuple[str, ...]:
    """The form that a fault is about, if it is about one: the others need not be drawn again."""
    form = fault.partition(":")[0]
    return (form,) if form in forms else forms


def signature(trial: Trial | None) -> set[str]:
    """What an execution has told: rules, what was not run, how settings did not load."""
    if trial is None:
        return set()
    result = trial.result
    if result is None:
        return {_PARTICULARS.sub("N", text)[:80] for text in trial.outputs.values()}
    told = {f"{one.rule} {one.todo}" for one in result.findings}
    for report in result.reports:
        told |= {f"not run {one.rule}" for one in report.not_run}
        told |= {f"not testable {one.rule}" for one in report.not_testable}
        told |= {f"waived {one.finding.rule}" for one in report.waived}
    return told | {f"verdict {result.verdict}"}


def _count(tally: Tally, case: Case, trial: Trial | None, took: float) -> None:
    tally.executions += 1
    tally.kinds[case.kind] += 1
    tally.slowest = max(tally.slowest, (took, f"{case.kind}, {case.size} bytes"))
    if trial is not None:
        tally.drawn.update(trial.outputs.keys())
        verdict = trial.result.verdict if trial.result else f"exit {trial.code}"
        tally.endings[verdict] += 1


def _keep(
    tally: Tally, case: Case, fault: str, home: Path, keys: Callable[[Case], set[str]]
) -> str:
    """Notes a fault; of a new one, where its case has been written, made small."""
    name = key(fault)
    tally.faults[name] += 1
    if name in tally.examples:
        return ""
    small = shrunk(case, lambda one: name in keys(one))
    file = home / f"fault-{tally.seed}-{len(tally.examples)}.json"
    file.write_text(small.kept(), encoding="utf-8")
    tally.examples[name] = (small, fault)
    return f"{name}\n  {file}"


@contextlib.contextmanager
def _limited() -> Iterator[None]:
    if not hasattr(signal, "SIGVTALRM"):  # Windows: there a hang is seen by whoever waits
        yield
        return

    def stop(*_: object) -> None:
        raise HangError

    signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, LONGEST)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
