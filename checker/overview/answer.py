"""What stands where a requirement is answered."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from checker.document.model import Route
    from checker.overview.page import State


@dataclass(frozen=True, slots=True)
class Answer:
    """What stands there.

    Attributes:
        routes: where.
        reason: why it is not applicable.
        share: how many of all places, in words.
    """

    state: State
    routes: tuple[Route, ...] = ()
    reason: str = ""
    share: str = ""
