"""What a ruleset may do to a rule: which can be turned off or lowered, and by how much."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from checker.binding import Bound, bind_trusted
from checker.finding import Basis, Severity
from checker.rule import FORBID
from checker.ruleset.model import Deviation, Parameter
from checker.shown import LONG, shown
from checker.text import is_blank, listed, nearest

if TYPE_CHECKING:
    from collections.abc import Callable

    from checker.rule import Rule
    from checker.rule_file import RuleFileError

    Fail = Callable[..., RuleFileError]

# What a municipality may choose for itself; the rest is law, privacy, or simply true or false.
FREE = frozenset({Basis.TEMPLATE, Basis.GENERAL_ADVICE, Basis.PRACTICE})
_BOUND = {
    Basis.LAW: "vilar på lag",
    Basis.REGULATION: "vilar på en föreskrift",
    Basis.CONSISTENCY: "kontrollerar att rapporten går ihop",
    Basis.PRIVACY: "rör sekretess",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What a ruleset says of one rule.

    Attributes:
        off: the rule is not run.
        on: a rule that is run only on request is run.
        severity: the one instead of the default.
        parameters: other values of what the rule lists as adjustable.
        reason: why; required.
    """

    __pydantic_config__ = FORBID

    off: bool = False
    on: bool = False
    severity: Severity | None = None
    parameters: dict[str, int] = field(default_factory=dict)
    reason: str | None


def changed(bound: Bound, change: Change, line: int, fail: Fail) -> tuple[Bound, Deviation | None]:
    """A rule as a change leaves it, and the deviation; none when nothing is other than by default.

    Args:
        bound: the rule by default.
        change: what is to be changed.
        line: where the ruleset says so.
        fail: makes the error for a sentence and a key.

    Raises:
        RuleFileError: the rule cannot be changed so.
    """
    rule = bound.rule
    _check_sense(rule, change, fail)
    severity = _severity(rule, change, fail)
    parameters = tuple(
        one
        for name, value in change.parameters.items()
        if (one := _parameter(bound, name, value, fail)).was != one.now
    )
    new = replace(
        rule,
        severity=severity,
        opt_in=rule.opt_in and not change.on,
        parameters={**rule.parameters, **{one.name: one.now for one in parameters}},
    )
    deviation = Deviation(
        rule=rule.id,
        title=rule.title,
        reason=shown(" ".join((change.reason or "").split()), LONG * 2),
        line=line,
        off=change.off,
        on=change.on,
        severity=(rule.severity, severity) if severity is not rule.severity else None,
        parameters=parameters,
    )
    idle = not (change.off or change.on or deviation.severity or parameters)
    return bind_trusted(new), None if idle else deviation


def _check_sense(rule: Rule, change: Change, fail: Fail) -> None:
    if is_blank(change.reason or ""):
        raise fail("reason är tomt: skriv varför.", "reason")
    if change.off:
        if change.on or change.severity or change.parameters:
            raise fail("off: true går inte ihop med en annan ändring av regeln.", "off")
        if rule.opt_in:
            raise fail(f"{rule.id} är ett tillval och körs inte om inget slår på den.", "off")
        if rule.basis not in FREE:
            raise fail(f"{rule.id} {_BOUND[rule.basis]} och kan inte stängas av.", "off")
    elif change.on:
        if not rule.opt_in:
            raise fail(f"{rule.id} är inget tillval och är redan påslagen.", "on")
    elif rule.opt_in:
        raise fail(f"{rule.id} är ett tillval: slå på den med on: true.")
    elif not change.severity and not change.parameters:
        raise fail(f"{rule.id}: ange off, on, severity eller parameters.")


def _severity(rule: Rule, change: Change, fail: Fail) -> Severity:
    if change.severity is None:
        return rule.severity
    severity = change.severity
    if severity.rank > rule.severity.rank and rule.basis not in FREE:
        raise fail(f"{rule.id} {_BOUND[rule.basis]} och kan inte sänkas.", "severity")
    highest = rule.basis.highest
    if severity.rank < highest.rank:
        sentence = f"{rule.id} har grunden {rule.basis} och får högst vara {highest}."
        raise fail(sentence, "severity")
    return severity


def _parameter(bound: Bound, name: str, value: int, fail: Fail) -> Parameter:
    ends = bound.rule.adjustable.get(name)
    if ends is None:
        near = nearest(name, bound.rule.adjustable)
        hint = f", menade du {near}?" if near else _adjustable(bound.rule)
        raise fail(f"{shown(name)} går inte att ändra{hint}", "parameters", name)
    if not ends.min <= value <= ends.max:
        sentence = f"{name} ska vara mellan {ends.min} och {ends.max}."
        raise fail(sentence, "parameters", name)
    return Parameter(name, getattr(bound.parameters, name), value)


def _adjustable(rule: Rule) -> str:
    if not rule.adjustable:
        return f": {rule.id} har inga tal som en regeluppsättning kan ändra."
    return f": i {rule.id} kan {listed(sorted(rule.adjustable))} ändras."
