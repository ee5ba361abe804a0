"""A check of acts that a text names by their number: is it told where one is repealed?"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from checker.checks.then import is_after, knows_it_ended
from checker.finding import Problem
from checker.paragraphs import paragraphs
from checker.rule import FORBID
from checker.shown import shown
from checker.unfit import require_day, require_some

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.report import Item


@dataclass(frozen=True, slots=True, kw_only=True)
class RepealedAct:
    """Mentions of an act by its number after it was repealed.

    Attributes:
        number: as ``2001:453``.
        since: the day from which it is repealed.
    """

    __pydantic_config__ = FORBID

    items: ClassVar[tuple[str, ...]] = ()
    number: str
    since: str

    def __post_init__(self) -> None:
        """The day is a day."""
        require_some(self, "number")
        require_day(self, "since")


def repealed_act(item: Item, ask: RepealedAct) -> Iterator[Problem]:
    """A repealed act is told to be repealed."""
    name = re.compile(
        r"(?:(?:SoL|[Ss]ocialtjänstlag\w*)\s)?\(?(?:SFS\s?)?"
        rf"(?<![\d:]){re.escape(ask.number)}(?!\d)\)?"
    )
    for paragraph in paragraphs(str(item.value)):
        for found in name.finditer(paragraph.text):
            is_known = knows_it_ended(paragraph.text, paragraph.text)
            if is_known or not is_after(item, ask.since, 0, paragraph.text):
                continue
            printed = shown(" ".join(found[0].split()))
            line = paragraph.line_at(found.start())
            yield Problem(item.route, {"citat": printed}, text_line=line)
