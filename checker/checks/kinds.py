"""What a check is: a function, its parameters and the words that its messages may use."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

from checker.rule import FORBID

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from checker.finding import Judged, Problem
    from checker.report import Item, Report


class Parameters(Protocol):
    """What every check takes: the selectors of the items that it looks at."""

    @property
    def items(self) -> tuple[str, ...]:
        """Selectors; each item is checked by itself."""


@dataclass(frozen=True, slots=True)
class Check:
    """A way to check.

    Attributes:
        run: called with each item that the rule selects.
        parameters: the dataclass of its parameters.
        words: the names that it puts into ``Problem.values``.
        places: the items that it looks at, where no selector can tell them.
    """

    run: Callable[[Item, Any], Iterator[Problem | Judged]]
    parameters: type
    words: frozenset[str]
    places: Callable[[Report], Iterator[Item]] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Where:
    """Parameters of a check that needs only to know where to look."""

    __pydantic_config__ = FORBID

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Builtin:
    """Parameters of a rule for what reading itself finds: the fault's code."""

    __pydantic_config__ = FORBID

    code: str
    items: tuple[str, ...] = ()
