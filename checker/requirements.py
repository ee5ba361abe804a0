"""The requirements of the kravöversikt read from their file, or told to be wrong with a line."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from checker.binding import ID
from checker.checks.fields import EachHas
from checker.checks.presence import PartPresent
from checker.document.selector import SelectorError, parse_selector
from checker.registers import document_of
from checker.requirement import Group, Requirement, Requirements
from checker.rule import FORBID
from checker.rule_file import RuleFileError, validated
from checker.shown import shown

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from checker.binding import Bound
    from checker.document.model import Document, Route
    from checker.registers import Point
    from checker.sources import Source

REQUIREMENTS = "requirements.yaml"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Entry:
    __pydantic_config__ = FORBID

    id: str = ""
    krav: str = ""
    fråga: str = ""
    källor: tuple[str, ...] = ()
    svar: tuple[str, ...] = ()
    bedöms: tuple[str, ...] = ()
    krävs_av: str = ""
    regler: tuple[str, ...] = ()
    hel_del: bool = False


@dataclass(frozen=True, slots=True)
class _Group:
    __pydantic_config__ = FORBID

    nyckel: str
    rubrik: str
    krav: tuple[_Entry, ...]


@dataclass(frozen=True, slots=True)
class _File:
    __pydantic_config__ = FORBID

    grupper: tuple[_Group, ...]
    överallt: dict[str, str] = field(default_factory=dict)


def read_requirements(
    files: Mapping[str, bytes],
    sources: Mapping[str, Source],
    bound: Iterable[Bound],
    points: Iterable[Point],
) -> Requirements:
    """What is asked for; nothing where a folder of rules has no such file.

    Raises:
        RuleFileError: it does not fit, or names what does not exist.
    """
    if REQUIREMENTS not in files:
        return Requirements()
    document = document_of(files, REQUIREMENTS)
    read: _File = validated(_File, document.data, document)
    reader = _Reader(
        document, sources, {one.rule.id: one for one in bound}, {one.id: one for one in points}
    )
    reader.known("rule", read.överallt, "överallt")
    return Requirements(tuple(reader.groups(read.grupper)), read.överallt)


@dataclass
class _Reader:
    document: Document
    sources: Mapping[str, Source]
    bound: Mapping[str, Bound]
    points: Mapping[str, Point]
    taken: set[str] = field(default_factory=set)

    def groups(self, groups: tuple[_Group, ...]) -> list[Group]:
        found = []
        for number, group in enumerate(groups):
            self._once(group.nyckel, ("grupper", number, "nyckel"))
            rows = (
                self._requirement(entry, ("grupper", number, "krav", index))
                for index, entry in enumerate(group.krav)
            )
            found.append(Group(group.nyckel, group.rubrik, tuple(rows)))
        left = sorted(set(self.points) - self.taken)
        if left:
            raise self._fault(f"Frågan {left[0]} har ingen rad.", ("grupper",))
        return found

    def known(self, kind: str, names: Iterable[str], *route: str | int) -> None:
        """Stops at the first name that nothing has."""
        registers: dict[str, tuple[Collection[str], str]] = {
            "rule": (self.bound, "Regeln {} finns inte."),
            "source": (self.sources, "Källan {} finns inte i sources.yaml."),
            "point": (self.points, "Frågan {} finns inte i judgement.yaml."),
        }
        register, sentence = registers[kind]
        for name in names:
            if name not in register:
                raise self._fault(sentence.format(shown(name)), route)

    def _requirement(self, entry: _Entry, route: Route) -> Requirement:
        self.known("source", entry.källor, *route, "källor")
        self.known("rule", entry.regler, *route, "regler")
        self.known("rule", filter(None, [entry.krävs_av]), *route, "krävs_av")
        self.known("point", filter(None, [entry.fråga]), *route, "fråga")
        ways = [entry.krävs_av, entry.fråga, entry.svar or entry.bedöms]
        if sum(map(bool, ways)) != 1:
            raise self._fault("En rad ska ha krävs_av, fråga, eller svar och bedöms.", route)
        for key in ("svar", "bedöms"):
            self._readable(getattr(entry, key), (*route, key))
        if entry.fråga:
            return self._question(entry, route)
        if not entry.krav.strip() or not ID.fullmatch(entry.id):
            sentence = "En rad ska ha krav och ett id som KRAV001."
            raise self._fault(sentence, route)
        self._once(entry.id, (*route, "id"))
        demanded = (entry.krävs_av,) if entry.krävs_av else ()
        return Requirement(
            id=entry.id,
            text=entry.krav,
            sources=entry.källor,
            answers=self._answers(entry, route),
            judged_at=entry.bedöms,
            demanded_by=entry.krävs_av,
            rules=tuple(dict.fromkeys(demanded + entry.regler)),
            whole_part=entry.hel_del,
        )

    def _question(self, entry: _Entry, route: Route) -> Requirement:
        """The row of a point, which has its words and its place already."""
        point = self.points[entry.fråga]
        if entry.id or entry.krav:
            raise self._fault("En rad med fråga har sitt id och sina ord därifrån.", route)
        self._once(point.id, (*route, "fråga"))
        return Requirement(
            id=point.id,
            text=point.question,
            sources=entry.källor,
            judged_at=(point.items,),
            rules=entry.regler,
            point=point.id,
        )

    def _answers(self, entry: _Entry, route: Route) -> tuple[str, ...]:
        """Where it is answered; of what a rule demands, the rule knows where."""
        if not entry.krävs_av:
            return entry.svar
        ask: Any = self.bound[entry.krävs_av].parameters
        if isinstance(ask, PartPresent):
            return ask.parts
        if isinstance(ask, EachHas):
            fields = (*ask.any_of, *ask.all_of)
            return tuple(f"{item}.{one}".lstrip(".") for item in ask.items for one in fields)
        sentence = "krävs_av ska vara en regel med kontrollen part_present eller each_has."
        raise self._fault(sentence, (*route, "krävs_av"))

    def _readable(self, selectors: tuple[str, ...], route: Route) -> None:
        for index, selector in enumerate(selectors):
            try:
                parse_selector(selector)
            except SelectorError:
                sentence = f"Väljaren {shown(selector)} går inte att läsa."
                raise self._fault(sentence, (*route, index)) from None

    def _once(self, name: str, route: Route) -> None:
        if name in self.taken:
            raise self._fault(f"{shown(name)} står två gånger.", route)
        self.taken.add(name)

    def _fault(self, sentence: str, route: Route) -> RuleFileError:
        return RuleFileError(REQUIREMENTS, self.document.place(route).line, sentence)
