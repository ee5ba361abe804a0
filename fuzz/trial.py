"""One execution: a case read, parsed and judged, its result in the forms; what broke is told."""

from __future__ import annotations

import contextlib
import io
import os
import shutil
import sys
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Final

import checker.cli.check
import checker.cli.explain
import checker.cli.matrix
import checker.cli.rules
import checker.run
from checker.catalog import UnknownRuleError, read_catalogue
from checker.cli.main import main
from checker.compiled import default_catalogue
from checker.finding import Severity
from checker.inputs import STDIN, Stdin
from checker.overview.build import overview
from checker.rule_file import RuleFileError
from checker.verdict import Exit
from fuzz.forms import CHECK, MATRIX

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from checker.catalog import Catalogue
    from checker.result import Result
    from fuzz.cases import Case

TODAY: Final = date(2026, 11, 22)
DOCUMENTED: Final = (RuleFileError, UnknownRuleError)
"""What ``checker.run.run`` may raise, as its docstring says."""


@dataclass(slots=True)
class Trial:
    """What came out of a case.

    Attributes:
        case: what was tried.
        result: None where settings did not load, and for a command line.
        code: the exit code.
        outputs: the text of each form; of a command line what it wrote, and else the sentence of
            the documented error, under ``sentence``.
    """

    case: Case
    result: Result | None = None
    code: int = Exit.USAGE
    outputs: dict[str, str] = field(default_factory=dict)


@cache
def catalogue() -> Catalogue:
    """The shipped rules, loaded once."""
    return default_catalogue()


@cache
def _with_examples(_folder: Path) -> Catalogue:
    return read_catalogue(_folder)


def load_once() -> None:
    """Lets the program keep its rules from run to run: reading them takes longer than judging."""
    for module in (checker.run, checker.cli.rules, checker.cli.matrix):
        module.default_catalogue = catalogue  # type: ignore[attr-defined]
    checker.cli.explain.read_catalogue = _with_examples  # type: ignore[attr-defined]


def attempt(case: Case, workplace: Path, forms: Iterable[str]) -> Trial:
    """Runs a case; whatever is not documented escapes.

    Args:
        case: what to try.
        workplace: a folder for its files; it is emptied first.
        forms: the names of the forms to draw, as in ``fuzz.forms``; a command line draws its own.
    """
    if case.in_folder:
        _put(case, workplace)
    if case.words:
        return _commanded(case, workplace)
    trial = Trial(case)
    try:
        trial.result = _run(case, workplace)
    except DOCUMENTED as error:
        sentence = str(error) if isinstance(error, RuleFileError) else ""
        trial.outputs["sentence"] = sentence
        return trial
    code = trial.result.exit_code(Severity.ERROR)
    trial.code = code
    page = None
    for form in forms:
        if form in MATRIX:
            page = page or overview(trial.result, trial.result.catalogue)
            trial.outputs[form] = MATRIX[form](page)
        else:
            trial.outputs[form] = CHECK[form](trial.result, code)
    return trial


def _run(case: Case, workplace: Path) -> Result:
    if case.in_folder:
        return checker.run.run([str(workplace)], only=case.only, final=case.final, today=TODAY)
    ((name, content),) = case.files
    given = Stdin(name, content)
    return checker.run.run([STDIN], stdin=given, only=case.only, final=case.final, today=TODAY)


def _put(case: Case, workplace: Path) -> None:
    shutil.rmtree(workplace, ignore_errors=True)
    (workplace / ".git").mkdir(parents=True)  # where the search for a ruleset ends
    for name, content in case.files:
        file = workplace / name
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(content)


def _commanded(case: Case, workplace: Path) -> Trial:
    out, err = io.StringIO(), io.StringIO()
    with contextlib.chdir(workplace), _streams(out, err):
        code = main(case.words)
    return Trial(case, code=code, outputs={"stdout": out.getvalue(), "stderr": err.getvalue()})


@contextlib.contextmanager
def _streams(out: io.StringIO, err: io.StringIO) -> Iterator[None]:
    usual = sys.stdin, sys.stdout, sys.stderr
    sys.stdin, sys.stdout, sys.stderr = open(os.devnull, encoding="utf-8"), out, err  # noqa: SIM115, PTH123 - closed below
    try:
        yield
    finally:
        sys.stdin.close()
        sys.stdin, sys.stdout, sys.stderr = usual
