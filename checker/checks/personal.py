"""A check of single things that point at a person: addresses, telephone numbers, reservnummer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from checker.finding import Problem
from checker.privacy.details import find_details
from checker.rule import FORBID

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.report import Item


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonalDetail:
    """What a text must not hold.

    Attributes:
        finds: an address of e-mail, a telephone number or a reservnummer.
    """

    __pydantic_config__ = FORBID

    items: tuple[str, ...]
    finds: Literal["email", "phone", "reserve"]


def personal_detail(item: Item, ask: PersonalDetail) -> Iterator[Problem]:
    """The text holds no such thing; each line that does is told once."""
    value = item.value
    if not isinstance(value, str | int):
        return
    text = item.report.document.text(item.route) or str(value)
    rows = {text.count("\n", 0, one.start) for one in find_details(text, ask.finds)}
    for row in sorted(rows):
        yield Problem(item.route, {"del": item.name}, text_line=row)
