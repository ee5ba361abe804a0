"""A rule bound to its check: everything that can be wrong with it is told before any report."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any

from checker.checks.registry import BUILTIN, CHECKS
from checker.document.selector import SelectorError, parse_selector
from checker.rule import names_in
from checker.rule_file import RuleFileError, validated
from checker.shown import shown
from checker.text import is_blank, nearest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from checker.checks.kinds import Check
    from checker.document.model import Document, Route
    from checker.report import Item, Report
    from checker.rule import Rule
    from checker.sources import Source

ID = re.compile(r"[A-Z]{3,4}\d{3}")  # ids are file names too: plain letters only
NAME = re.compile(r"[a-zåäöé0-9]+(-[a-zåäöé0-9]+)*")
PATH = re.compile(r"\w+(\.\w+)*")
MANY = frozenset({"antal"})  # what message_many may use
SELECTORS = (  # parameters that hold selectors
    *("items", "if_any", "unless_any", "unless_empty", "parts", "texts"),
)
PATHS = (  # and paths
    *("any_of", "all_of", "field", "fields", "stated", "listed", "left", "right"),
    *("when", "unless", "match", "start", "part", "lists", "cases", "called_by"),
    *("unless_before", "unless_after", "unless_begun"),
)


@dataclass(frozen=True, slots=True)
class Bound:
    """A rule, its check and the parameters as the check wants them."""

    rule: Rule
    check: Check
    parameters: Any

    @property
    def selectors(self) -> tuple[str, ...]:
        """What the rule looks at."""
        selectors: tuple[str, ...] = self.parameters.items
        return selectors

    def items(self, report: Report) -> Iterator[Item]:
        """The places of a report that the rule looks at."""
        if self.check.places:
            return self.check.places(report)
        return (item for one in self.selectors for item in report.select(one))

    @property
    def code(self) -> str | None:
        """For what reading finds: the fault that the rule words."""
        return self.parameters.code if self.rule.check == BUILTIN else None


def bind(rule: Rule, sources: Mapping[str, Source], document: Document) -> Bound:
    """Binds a rule from its file.

    Raises:
        RuleFileError: something in it is unknown, ill-formed or not allowed.
    """

    def fail(sentence: str, *place: str | int) -> RuleFileError:
        route: Route = place
        return RuleFileError(document.name, document.place(route).line, sentence)

    _check_form(rule, fail)
    check = CHECKS.get(rule.check)
    if check is None:
        near = nearest(rule.check, CHECKS)
        hint = f" Menade du {near}?" if near else ""
        raise fail(f"Kontrollen {shown(rule.check)} finns inte.{hint}", "check")
    for index, source in enumerate(rule.sources):
        if source not in sources:
            raise fail(f"Källan {shown(source)} finns inte i sources.yaml.", "sources", index)
    if rule.severity.rank < rule.basis.highest.rank:
        sentence = f"En regel med grunden {rule.basis} får högst vara {rule.basis.highest}."
        raise fail(sentence, "severity")
    if rule.basis.is_norm and not any(sources[source].citable for source in rule.sources):
        raise fail(f"Grunden {rule.basis} kräver en källa som är läst eller återgiven.", "sources")
    parameters = validated(check.parameters, rule.parameters, document, ("with",))
    _check_paths(parameters, fail)
    _check_adjustable(rule, parameters, fail)
    if rule.check != BUILTIN:
        _check_words(rule, check.words, fail)
    return Bound(rule, check, parameters)


def _check_paths(parameters: Any, fail: Callable[..., RuleFileError]) -> None:
    left_out = {one.name: one.default for one in fields(parameters)}
    for name in (*SELECTORS, *PATHS):
        value = getattr(parameters, name, ())
        if value == left_out.get(name):
            continue
        for text in (value,) if isinstance(value, str) else value:
            if name in PATHS and not PATH.fullmatch(text):
                raise fail(f"Vägen {shown(text)} ska vara nycklar med punkt emellan.", "with", name)
            try:
                parse_selector(text)
            except SelectorError:
                sentence = f"Väljaren {shown(text)} går inte att läsa."
                raise fail(sentence, "with", name) from None


def _check_adjustable(rule: Rule, parameters: Any, fail: Callable[..., RuleFileError]) -> None:
    for name, ends in rule.adjustable.items():
        value = getattr(parameters, name, None)
        # True is a whole number to Python, and none to the writer of a rule.
        number = value if isinstance(value, int) and not isinstance(value, bool) else None
        if number is None or not ends.min <= number <= ends.max:
            sentence = f"{shown(name)} ska vara en parameter vars tal ligger mellan min och max."
            raise fail(sentence, "adjustable", name)


def _check_words(rule: Rule, words: frozenset[str], fail: Callable[..., RuleFileError]) -> None:
    for key, allowed in (("message", words), ("message_many", words | MANY), ("label", words)):
        unknown = names_in(getattr(rule, key)) - allowed
        if unknown:
            raise fail(f"Kontrollen ger inget värde för {{{shown(min(unknown))}}}.", key)


def bind_trusted(rule: Rule) -> Bound:
    """Binds a rule of the shipped catalogue, which was checked when it was made."""
    check = CHECKS[rule.check]
    given = {name: _frozen(value) for name, value in rule.parameters.items()}
    return Bound(rule, check, check.parameters(**given))


def _check_form(rule: Rule, fail: Callable[..., RuleFileError]) -> None:
    if not ID.fullmatch(rule.id):
        raise fail("id ska vara tre eller fyra versaler och tre siffror, som TAB001.", "id")
    if not NAME.fullmatch(rule.name):
        raise fail("name ska vara gemena ord med bindestreck emellan.", "name")
    for key in ("title", "why", "fix", "message"):
        if is_blank(getattr(rule, key)):
            raise fail(f"{key} är tomt.", key)
    for kind in ("good", "bad"):
        if not getattr(rule.examples, kind):
            raise fail(f"Regeln saknar exempel under {kind}.", "examples")


def _frozen(value: Any) -> Any:
    if isinstance(value, list):
        return tuple(_frozen(child) for child in value)
    if isinstance(value, dict):
        return {key: _frozen(child) for key, child in value.items()}
    return value
