"""What a municipality writes beside its reports: own rules, a ruleset, exceptions."""

from __future__ import annotations

from copy import deepcopy
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from checker.document.reader import read_document
from checker.resources import folder
from fuzz.tokens import hostile
from fuzz.values import value

if TYPE_CHECKING:
    from random import Random

SELECTORS: Final = (
    *("**", "*", "**.**", "**[*]", "avvikelser", "avvikelser.per_kategori", "**.per_*", "a[*][*]"),
    *(
        "**.lex_sarah.ärenden[*]",
        "planerade_åtgärder[*]",
        "verksamhetsområden[*].namn",
        "**.antal.*",
    ),
    *('"a.b".c', "**.analys", "rapport.period", "", ".", "[", "a..b", "***", '"', "**." * 30 + "a"),
)
PATTERNS: Final = (  # each hangs an engine that tracks back
    *(
        "(a+)+$",
        "(a|a)*b",
        "^(([a-z])+.)+[A-Z]([a-z])+$",
        "(.*)*x",
        "(?=a)b",
        r"(a)\1",
        "a{1000}{9}",
    ),
)
PLACES: Final = (
    *("avvikelser.analys", "synpunkter.analys", "rapport.sekretessgranskad.av", "avvikelser", ""),
    *("lex_sarah.ärenden[nr=LS-1].åtgärder", "verksamhetsområden[namn=Vuxna].avvikelser", "[0]"),
    *("planerade_åtgärder[3].ansvarig", "avvikelser.per_kategori.antal", "x[id=", "a[b=c]]"),
)


@cache
def shipped() -> tuple[dict[str, Any], ...]:
    """The shipped rule files as data; only a checkout has them all."""
    files = sorted(folder("rules").glob("*/*.yaml"))
    read = (read_document(file.read_bytes(), file.name).data for file in files)
    return tuple(one for one in read if one and one["check"] != "builtin")


def own_rule(random: Random, number: int) -> dict[str, Any]:
    """A rule like one of the shipped ones, with other words and another aim."""
    rule = deepcopy(random.choice(shipped()))
    rule |= {"id": f"EGN{number:03}", "name": f"egen-regel-{number}", "sources": []}
    rule["basis"] = random.choice(("template", "consistency", "privacy", "practice"))
    rule["severity"] = (
        "info" if rule["basis"] == "practice" else random.choice(("error", "warning"))
    )
    aim = rule.get("with", {})
    if random.random() < 0.5:
        aim["items"] = [random.choice(SELECTORS[:12])]
    for key in random.sample(sorted(aim), min(len(aim), random.choice((0, 0, 1)))):
        aim[key] = random.choice(([random.choice(SELECTORS)], random.choice(PATTERNS), 10**9, None))
    for key in random.sample(("title", "why", "fix", "message"), random.choice((0, 0, 1, 2))):
        rule[key] = f"{random.choice((rule.get(key, ''), 'Text'))} {hostile(random)}"
    if random.random() < 0.1:
        rule["message"] = random.choice(("{vad.__class__}", "{0}", "{", "{antal!r:>{x}}", "{x}"))
    return rule


def ruleset(random: Random) -> dict[str, Any]:
    """A ``kvalitetskoll.yaml``, mostly one that loads."""
    made: dict[str, Any] = {"extends": "default", "rules": {}}
    for rule in random.sample(shipped(), random.choice((0, 1, 2, 5))):
        free = rule["basis"] in {"template", "general_advice", "practice"}
        change: dict[str, Any] = {"reason": random.choice(("Nämnden vill.", hostile(random)))}
        if rule.get("opt_in"):
            change["on"] = True
        elif rule.get("adjustable") and random.random() < 0.5:
            name = random.choice(list(rule["adjustable"]))
            change["parameters"] = {name: rule["adjustable"][name]["min"]}
        elif free and random.random() < 0.5:
            change["off"] = True
        else:
            change["severity"] = random.choice(("info", rule["severity"]))
        made["rules"][random.choice((rule["id"], rule["name"]))] = change
    if random.random() < 0.5:
        made["rules_folder"] = random.choice(("egna", "egna", "egna", "..", "/etc", "egna/../.."))
    if random.random() < 0.2:
        made[random.choice(("extends", "reports", "rules", "x"))] = hostile(random)
    return made


def exceptions(random: Random, reports: list[str]) -> dict[str, Any]:
    """An ``undantag.yaml``, mostly one that loads."""
    entries = []
    for _ in range(random.choice((1, 1, 2, 4))):
        rule = random.choice(shipped())
        entry: dict[str, Any] = {
            "regel": random.choice((rule["id"], rule["name"])),
            "rapport": random.choice(reports),
            "ställe": random.choice(PLACES[:4] if random.random() < 0.8 else PLACES),
            "skäl": random.choice(("Återgivet som det är tryckt.", hostile(random))),
            "beslutat_av": random.choice(("nämnden", "SAS", hostile(random))),
        }
        if random.random() < 0.4:
            entry["till"] = random.choice(("2027-12-31", "2020-01-01", value("datum", random)))
        if random.random() < 0.05:
            entry[random.choice(("regel", "rapport", "ställe", "x"))] = hostile(random)
        entries.append(entry)
    return {"undantag": entries}
