"""The published reports broken by script: each slip gives exactly the findings that it should.

What is expected is written by hand from the rules, not from what the program says. Where the two
differ the expectation stays, and ``differs`` says why. This file has the tools and Göteborg's
report; ``test_broken_reports_2.py`` has Ekerö's.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import pytest

from checker.catalog import read_catalogue
from checker.document.reader import read_document
from checker.engine import judge
from checker.finding import Severity
from checker.resources import folder
from checker.result import Verdict

Lines = list[tuple[int | None, str]]  # each with its number in the shipped file, if it is from there
Edit = Callable[[Lines], Lines]

REPORTS = Path(__file__).resolve().parents[2] / "reports_yaml"
GOTEBORG = "goteborg-nordost-2024"
CATALOGUE = read_catalogue(folder("rules"))
WARNING, INFO = Severity.WARNING, Severity.INFO
COMMENT = re.compile(r"(^|\s)#.*")


@dataclass(frozen=True)
class Found:
    """A finding; its line as text, where needed as ``a line » a later one » the line``."""

    rule: str
    line: str
    message: str
    severity: Severity = Severity.ERROR
    todo: bool = False


@dataclass(frozen=True)
class Mutation:
    """A slip, and what it does to the findings of the report."""

    name: str
    report: str
    edit: Sequence[Edit]
    new: Sequence[Found] = ()
    gone: Sequence[Found] = ()
    verdict: Verdict = Verdict.NEEDS_CORRECTION
    draft: bool = False  # both the report and the broken one are a draft
    differs: str = ""  # why the program does not do this yet


def line_at(lines: Lines, place: str) -> int:
    """The index of a line: the first part stands once in the file, the others are the next such."""
    first, *others = place.split(" » ")
    bare = [COMMENT.sub("", text).strip() for _, text in lines]
    if bare.count(first) != 1:
        raise LookupError(f"{first!r} stands {bare.count(first)} times in the report")
    index = bare.index(first)
    for part in others:
        if part not in bare[index + 1 :]:
            raise LookupError(f"no {part!r} in {place!r}")
        index = bare.index(part, index + 1)
    return index


def put(place: str, text: str) -> Edit:
    """Another line in place of this one."""

    def edited(lines: Lines) -> Lines:
        at = line_at(lines, place)
        number, old = lines[at]
        new = old[: len(old) - len(old.lstrip())] + text
        if COMMENT.sub("", old) == new:
            raise LookupError(f"{place!r} is not changed")
        return [*lines[:at], (number, new), *lines[at + 1 :]]

    return edited


def add(place: str, *texts: str) -> Edit:
    """More lines after this one, at its margin."""

    def edited(lines: Lines) -> Lines:
        at = line_at(lines, place)
        margin = re.match(r" *(- )?", lines[at][1])
        if not margin or not texts:
            raise LookupError(f"nothing to add after {place!r}")
        more: Lines = [(None, " " * margin.end() + text) for text in texts]
        return [*lines[: at + 1], *more, *lines[at + 1 :]]

    return edited


def cut(place: str, count: int = 1, *, keep: int = 0) -> Edit:
    """Without this line and all that lies below it, so many lines; ``keep=1`` keeps the line."""

    def edited(lines: Lines) -> Lines:
        at = line_at(lines, place)
        margin = len(lines[at][1]) - len(lines[at][1].lstrip())
        end = at + 1
        while end < len(lines) and re.match(rf" {{{margin + 1}}}|\s*$", lines[end][1]):
            end += 1
        while not lines[end - 1][1].strip():
            end -= 1
        if end - at - keep != count:
            raise LookupError(f"{place!r} has {end - at - keep} lines, not {count}")
        return lines[: at + keep] + lines[end:]

    return edited


def emptied(place: str, count: int) -> Edit:
    """The line alone, without the so many lines below it."""
    return cut(place, count, keep=1)


class Seen(NamedTuple):
    """A finding, with the number of its line."""

    line: int
    rule: str
    severity: Severity
    todo: bool
    message: str


def judged(report: str, edits: Sequence[Edit]) -> tuple[Lines, Counter[Seen], Verdict]:
    """The lines of an edited report, its findings and its verdict."""
    shipped = (REPORTS / f"{report}.yaml").read_text(encoding="utf-8")
    lines: Lines = list(enumerate(shipped.splitlines(), start=1))
    for edit in edits:
        lines = edit(lines)
    text = "\n".join(line for _, line in lines) + "\n"
    result, crashes = judge(read_document(text.encode(), f"{report}.yaml"), CATALOGUE)
    assert crashes == ()
    found = Counter(
        Seen(one.span.line, one.rule, one.severity, one.todo, one.message)
        for one in result.findings
    )
    return lines, found, result.verdict


def readable(findings: Counter[Seen], lines: Lines) -> list[str]:
    return [
        f"{rule} {severity}{' to do' if todo else ''} on {lines[line - 1][1].strip()!r}: {message}"
        for line, rule, severity, todo, message in sorted(findings.elements())
    ]


def expected(findings: Sequence[Found], lines: Lines) -> list[str]:
    placed = Counter(
        Seen(line_at(lines, one.line) + 1, one.rule, one.severity, one.todo, one.message)
        for one in findings
    )
    return readable(placed, lines)


def check(mutation: Mutation) -> None:
    """Exactly these findings are new, exactly those are gone, and the verdict is this."""
    status = [put("status: fastställd", "status: utkast")] if mutation.draft else []
    whole, before, _ = judged(mutation.report, status)
    lines, after, verdict = judged(mutation.report, [*status, *mutation.edit])
    new, gone = expected(mutation.new, lines), expected(mutation.gone, whole)
    moved = {number: at for at, (number, _) in enumerate(lines, start=1) if number}
    kept = [one for one in before if one._replace(line=moved.get(one.line, 0)) in after]
    still = Counter(one._replace(line=moved[one.line]) for one in kept)
    assert max([*before.values(), *after.values()], default=1) == 1, "a finding is told twice"
    assert readable(after - still, lines) == new
    assert readable(before - Counter(kept), whole) == gone
    assert verdict == mutation.verdict


def cases(mutations: Sequence[Mutation]) -> list[ParameterSet]:
    """The mutations as parameters; a misplaced edit fails whatever is expected."""
    return [
        pytest.param(
            one,
            id=one.name,
            marks=pytest.mark.xfail(raises=AssertionError, strict=True, reason=one.differs)
            if one.differs
            else (),
        )
        for one in mutations
    ]


def rows(rule: str, line: str, table: str, added: str, stated: str, by: str) -> Found:
    message = (
        f"Raderna{table} ger {added} tillsammans, men totalen är {stated}, alltså {by}. "
        "Rätta totalen eller den rad som är fel."
    )
    return Found(rule, line, message)


def share(line: str, count: str, base: str, right: str) -> Found:
    message = (
        f"Andelen stämmer inte: {count} av {base} är {right}. "
        "Rätta andelen, antalet eller det hela."
    )
    return Found("AND001", line, message)


def missing(rule: str, line: str, what: str, *, todo: bool = False) -> Found:
    message = f"{what}. Mallen kräver den; lagen kräver arbetet, inte rapporten."
    return Found(rule, line, message, todo=todo)


def unknown(line: str, key: str, meant: str) -> Found:
    return Found("FORM101", line, f"Nyckeln {key} är okänd här. Menade du {meant}?")
