"""What must hold of every execution, whatever the input; each broken promise is a sentence."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from checker.finding import Severity
from checker.verdict import Exit, Verdict
from fuzz import kinds
from fuzz.form_oracles import form_faults
from fuzz.planted import tells_number

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.document.model import Document, Span
    from checker.finding import Finding
    from checker.result import ReportResult, Result
    from fuzz.trial import Trial

OF_COMMAND = frozenset(Exit)
OF_RUN = OF_COMMAND - {Exit.INTERNAL, Exit.INTERRUPTED}


def faults(trial: Trial) -> list[str]:
    """The promises that an execution broke; empty for a sound one."""
    return list(_faults(trial))


def same(first: Trial, second: Trial) -> list[str]:
    """What differs between two executions of one case, which must not differ in anything."""
    told = [name for name, text in first.outputs.items() if second.outputs.get(name) != text]
    told += [] if first.code == second.code else ["the exit code"]
    return [f"a second run changed {', '.join(told)}"] if told else []


def _faults(trial: Trial) -> Iterator[str]:
    if trial.result is not None:
        yield from _of_result(trial.result, trial.code)
    elif trial.code not in OF_RUN:
        yield f"exit code {trial.code}"
    for name, text in trial.outputs.items():
        form = _asked_for(trial.case.words) if name == "stdout" else name
        yield from (f"{form}: {told}" for told in form_faults(form, text))
        for number in trial.case.planted:
            if tells_number(form, text, number):
                yield f"{form}: tells a personal identity number"


def _asked_for(words: tuple[str, ...]) -> str:
    """The form that a command line writes, where it is one that holds commands of our own."""
    asked = [word.removeprefix("--format=") for word in words if word.startswith("--format=")]
    return asked[-1] if asked and asked[-1] in kinds.PERCENT else "stdout"


def _of_result(result: Result, code: int) -> Iterator[str]:
    for crash in result.crashes:
        yield f"crash of {crash.rule or 'the judging'}: {crash.error}\n{crash.trace}"
    for given_up in result.given_up:
        yield f"gave up: {given_up.told}"
    for report in result.reports:
        yield from _of_report(report)
    for settings in result.settings:
        yield from _of_findings(settings.findings, settings.document)
    yield from _of_verdict(result, code)


def _of_report(report: ReportResult) -> Iterator[str]:
    document = report.document
    yield from _of_findings((*report.findings, *(one.finding for one in report.waived)), document)
    untested = [(one.rule, one.span) for one in report.not_run]
    untested += [(one.rule, one.span) for one in report.not_testable]
    for rule, span in untested:
        if not _lies_in(span, document):
            yield f"{rule} not tested at {span}, outside the file"
    if list(report.findings) != sorted(report.findings, key=lambda one: one.sort_key):
        yield "findings out of order"
    if report.judged and document.data is None:
        yield "judged without data"


def _of_findings(findings: tuple[Finding, ...], document: Document) -> Iterator[str]:
    for one in findings:
        if not _lies_in(one.span, document):
            yield f"{one.rule} at {one.span}, outside the file"
        for other in one.related:
            if other.file == document.name and not _lies_in(other.span, document):
                yield f"{one.rule}: related {other.span} outside the file"
        if not one.message.strip() or not one.help.strip():
            yield f"{one.rule} says nothing"
    for fingerprint, many in Counter(one.fingerprint for one in findings).items():
        if many > 1:
            rules = {one.rule for one in findings if one.fingerprint == fingerprint}
            yield f"{many} findings of {rules} have one fingerprint"


def _lies_in(span: Span, document: Document) -> bool:
    """Whether a span begins on a line of the file and ends there or later in it."""
    if not document.lines:  # no text, such as a file in another encoding: its bytes have lines
        return span.line >= 1 and span.column >= 1
    many = len(document.lines)
    if not (1 <= span.line <= span.end_line <= many + 1 and span.line <= many):
        return False
    if span.column < 1 or (span.line, span.column) > (span.end_line, span.end_column):
        return False
    return span.column <= len(document.lines[span.line - 1]) + 1


def _of_verdict(result: Result, code: int) -> Iterator[str]:
    """The verdict and the exit code, reckoned again from the findings."""
    wrong = [one for one in result.findings if not one.todo]
    errors = [one for one in wrong if one.severity is Severity.ERROR]
    warnings = [one for one in wrong if one.severity is Severity.WARNING]
    untested = [one for one in result.reports if not one.judged]
    expected = _exit(result, errors=bool(errors))
    if code != expected:
        yield f"exit code {code}, not {expected}"
    is_whole = bool(result.reports) and not (untested or result.refused or result.crashes)
    if (result.verdict is Verdict.NOT_TESTED) == is_whole:
        yield f"verdict {result.verdict} where everything was tested: {is_whole}"
    if is_whole and bool(errors) != (result.verdict is Verdict.NEEDS_CORRECTION):
        yield f"verdict {result.verdict} with {len(errors)} errors"
    if warnings and result.verdict is Verdict.CLEAR:
        yield f"verdict clear with {len(warnings)} warnings"
    for report in untested:
        if not any(one.severity is Severity.ERROR for one in report.findings):
            yield "a file was not judged, and no error says why"


def _exit(result: Result, *, errors: bool) -> Exit:
    """4 over 2 over 1; 0 only where something was judged."""
    if result.crashes or result.given_up:
        return Exit.INTERNAL
    if result.refused:
        return Exit.USAGE
    if errors:
        return Exit.FINDINGS
    return Exit.OK if any(one.judged for one in result.reports) else Exit.NOTHING_JUDGED
