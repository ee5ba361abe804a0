"""What CI systems draw beside the lines of a file: the findings, the worst first, each in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.finding import Severity
from checker.output.framing import MOST_RELATED
from checker.output.lines import ASCII, UNICODE, plain
from checker.output.said import rows_in_words
from checker.output.text import text
from checker.shown import LONG, shown
from checker.text import counted, listed
from checker.verdict import Exit

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Iterator

    from checker.document.model import Span
    from checker.finding import Finding
    from checker.output.forms import Manner
    from checker.result import Result

MOST = 10  # of each level in a step: GitHub and Azure Pipelines draw no more
LONGEST_PATH = 4096  # characters; a path that is cut names no file
WIDTH = 100  # of a line in a log
ORDER = tuple(Severity)


@dataclass(frozen=True, slots=True)
class Annotation:
    """One thing to draw.

    Attributes:
        severity: how much it matters; to-dos, which do not count as wrong, have none.
        title: a few words.
        words: what is wrong, how to mend it and by what right; a sentence each.
        file: its path from the working folder; empty for what stands in no file.
        rule: the id of the rule; empty for what no rule says.
        place: the file and line in words, for a log shows neither.
        crumbs: the place in the report in words.
    """

    severity: Severity | None
    title: str
    words: tuple[str, ...]
    file: str = ""
    span: Span | None = None
    rule: str = ""
    place: str = ""
    crumbs: str = ""

    @property
    def rank(self) -> int:
        """0 is the worst."""
        return ORDER.index(self.severity) if self.severity else len(ORDER)


def annotated(result: Result, manner: Manner) -> list[Annotation]:
    """Everything that a person should see, the worst first; within that by file, place and rule."""
    found = [
        _annotation(finding, shown(report.path, LONGEST_PATH))
        for report in result.reports
        for finding in report.findings
    ]
    found += [_annotation(one, file.file) for file in result.settings for one in file.findings]
    # The findings are in order already: sorting by rank leaves them so.
    return [*_failures(result, manner), *sorted(found, key=lambda one: one.rank)]


def the_rest(result: Result, manner: Manner) -> str:
    """What is no finding, as plain text for a log: the verdict and all that it rests on."""
    signs = ASCII if manner.ascii else UNICODE
    return plain(text(result, WIDTH, signs, findings=False))


def left_out(levels: Counter[str], words: dict[str, str], where: str) -> str:
    """How much of each level a system does not draw; empty where it draws everything.

    Args:
        levels: how many annotations there are of each level.
        where: the system draws them.
        words: what people call the levels that are drawn, the worst first.
    """
    over = {level: levels[level] - MOST for level in words if levels[level] > MOST}
    if not over:
        return ""
    rest = listed([f"{many} {words[level]}" for level, many in over.items()])
    return f"högst {MOST} av varje nivå {where}, så {rest} visas inte där"


def _annotation(finding: Finding, file: str) -> Annotation:
    return Annotation(
        severity=None if finding.todo else finding.severity,
        title=f"{finding.rule} {finding.name}",
        words=tuple(_words(finding)),
        file=file,
        span=finding.span,
        rule=finding.rule,
        place=f"{finding.file} rad {finding.span.line}",
        crumbs=finding.crumbs,
    )


def _words(finding: Finding) -> Iterator[str]:
    yield finding.message
    yield f"Så här: {finding.help}"
    if finding.citations:
        yield f"Källor: {'; '.join(one.brief for one in finding.citations)}."
    own = [one.span.line for one in finding.related if one.file == finding.file]
    if own:
        yield f"Jämför {rows_in_words(own)}."
    others = [one for one in finding.related if one.file != finding.file]
    for one in others[:MOST_RELATED]:
        yield f"Jämför {one.file} rad {one.span.line}: {shown(one.message, LONG)}."
    if len(others) > MOST_RELATED:
        rest = counted(len(others) - MOST_RELATED, "ställe", "ställen")
        yield f"Jämför också {rest} till i andra filer."


def _failures(result: Result, manner: Manner) -> Iterator[Annotation]:
    """What the run could not do: it must not be looked for in a log."""
    if result.partial:
        told = "Det som hann hittas visas; loggen säger vad som hände."
        yield Annotation(Severity.ERROR, "Kontrollen blev inte klar", (told,))
    for one in result.refused:
        told = f"{one.file}: {one.reason}"
        yield Annotation(Severity.ERROR, "Filen gick inte att läsa", (told,))
    if manner.exit_code is Exit.NOTHING_JUDGED:
        told = "Ingen rapport kontrollerades; loggen säger varför."
        yield Annotation(Severity.ERROR, "Inget är kontrollerat", (told,))
