"""The figures of a report as one net: numbers, and the equations that tie them together."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, TypeAlias

from checker.arithmetic.equations import Equation
from checker.arithmetic.interval import UNKNOWN, Interval

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from checker.document.model import Document, Route, Span

Key: TypeAlias = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Number:
    """A number that a report prints, or could have printed; its texts are not yet safe to show.

    Attributes:
        name: what it is, for a reader: ``raden ”Bemötande”``.
        text: as printed; empty when it is printed nowhere.
        route: where; None when nowhere.
        span: the same as a place, for a number of another file.
        hides: printed so that a small number stays hidden, such as ``<5``.
        persons: it counts persons.
    """

    interval: Interval
    name: str = ""
    text: str = ""
    file: str = ""
    route: Route | None = None
    span: Span | None = None
    hides: bool = False
    persons: bool = False


@dataclass(frozen=True, slots=True)
class Tie:
    """An equation between numbers, and what it is for a reader.

    Attributes:
        route: where it is printed itself, as a change is.
    """

    equation: Equation
    words: str
    route: Route | None = None


@dataclass(slots=True)
class Net:
    """Numbers and ties.

    Attributes:
        names: the numbers that another report can tell too, by what they count and when.
    """

    numbers: list[Number] = field(default_factory=list)
    ties: list[Tie] = field(default_factory=list)
    names: dict[Key, int] = field(default_factory=dict)

    def add(self, number: Number) -> int:
        """Adds a number; gives what it is called in equations."""
        self.numbers.append(number)
        return len(self.numbers) - 1

    def unprinted(self, name: str) -> int:
        """Adds a number that is printed nowhere."""
        return self.add(Number(UNKNOWN, name))

    def tie(self, equation: Equation, words: str, route: Route | None = None) -> None:
        """Adds an equation; one without counts says nothing."""
        if equation.terms:
            self.ties.append(Tie(equation, words, route))

    def same(self, one: int, other: int, words: str) -> None:
        """Two numbers are the same, if they are not one."""
        if one != other:
            self.tie(Equation(((one, 1), (other, -1))), words)

    def joined(self, other: Net, words: str) -> tuple[Net, int]:
        """Both nets side by side, and how far the other's numbers are moved up.

        Args:
            other: the net of another report.
            words: what all its equations are for a reader of this one.
        """
        moved = len(self.numbers)
        ties = [
            Tie(replace(tie.equation, terms=_moved(tie.equation, moved)), words)
            for tie in other.ties
        ]
        return Net(self.numbers + other.numbers, self.ties + ties, dict(self.names)), moved

    def for_next(self, document: Document) -> Net:
        """What the next report needs: all of it, if something is hidden; else what has a name."""
        hides = any(number.hides for number in self.numbers)
        kept = range(len(self.numbers)) if hides else sorted(set(self.names.values()))
        place = {number: index for index, number in enumerate(kept)}
        numbers = [self.numbers[number] for number in kept]
        spans = [document.place(one.route) if one.route else None for one in numbers]
        return Net(
            [replace(one, span=span) for one, span in zip(numbers, spans, strict=True)],
            self.ties if hides else [],
            {key: place[number] for key, number in self.names.items()},
        )

    def clusters(self) -> Iterator[list[int]]:
        """The ties that share numbers which are not exact, each group by itself.

        A tie of exact numbers alone is left out when it holds, and is a group when it does not.
        """
        leader = list(range(len(self.numbers)))

        def leader_of(number: int) -> int:
            while leader[number] != number:
                leader[number] = leader[leader[number]]
                number = leader[number]
            return number

        open_numbers = [
            [number for number, _ in tie.equation.terms if not self.is_exact(number)]
            for tie in self.ties
        ]
        for numbers in open_numbers:
            for number in numbers[1:]:
                leader[leader_of(number)] = leader_of(numbers[0])
        groups: dict[int, list[int]] = {}
        for tie, numbers in enumerate(open_numbers):
            if numbers:
                groups.setdefault(leader_of(numbers[0]), []).append(tie)
            elif not self._holds(tie):
                yield [tie]
        yield from groups.values()

    def _holds(self, tie: int) -> bool:
        """Whether a tie of exact numbers holds."""
        equation = self.ties[tie].equation
        made = sum(factor * self.numbers[one].interval.low for one, factor in equation.terms)
        low, high = equation.low, equation.high
        return (low is None or low <= made) and (high is None or made <= high)

    def tied_to(self, number: int) -> list[int]:
        """The ties that matter if a number were another than it is printed as."""
        found: dict[int, None] = {}
        numbers, waiting = {number}, [number]
        using = self._using()
        while waiting:
            for tie in using.get(waiting.pop(), ()):
                found[tie] = None
                new = {
                    one
                    for one, _ in self.ties[tie].equation.terms
                    if one not in numbers and not self.is_exact(one)
                }
                numbers |= new
                waiting += new
        return sorted(found)

    def _using(self) -> dict[int, list[int]]:
        using: dict[int, list[int]] = {}
        for tie, one in enumerate(self.ties):
            for number, _ in one.equation.terms:
                using.setdefault(number, []).append(tie)
        return using

    def is_exact(self, number: int) -> bool:
        """Whether only one value is possible as it is printed."""
        return self.numbers[number].interval.is_exact

    def numbers_in(self, ties: Iterable[int]) -> list[int]:
        """The numbers of some ties, each once."""
        terms = (self.ties[tie].equation.terms for tie in ties)
        return list(dict.fromkeys(number for pairs in terms for number, _ in pairs))

    def system(self, ties: Sequence[int], kept: Sequence[int] = ()) -> System:
        """Ties as equations over counts alone: exact numbers become constants unless kept."""
        numbers = [
            number
            for number in self.numbers_in(ties)
            if number in kept or not self.is_exact(number)
        ]
        place = {number: index for index, number in enumerate(numbers)}
        equations = []
        for tie in ties:
            equation = self.ties[tie].equation
            known = sum(
                factor * self.numbers[number].interval.low
                for number, factor in equation.terms
                if number not in place
            )
            terms = tuple(
                (place[number], factor) for number, factor in equation.terms if number in place
            )
            low = None if equation.low is None else equation.low - known
            high = None if equation.high is None else equation.high - known
            equations.append(Equation(terms, low, high))
        return System([self.numbers[number].interval for number in numbers], equations, place)


@dataclass(frozen=True, slots=True)
class System:
    """What the arithmetic is asked about: counts and equations.

    Attributes:
        place: where a number of the net stands among the counts.
    """

    counts: list[Interval]
    equations: list[Equation]
    place: dict[int, int]


def _moved(equation: Equation, by: int) -> tuple[tuple[int, int], ...]:
    return tuple((number + by, factor) for number, factor in equation.terms)
