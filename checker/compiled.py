"""The shipped catalogue as one file of data, so that a run need not read and bind every rule."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

from checker.binding import bind_trusted
from checker.catalog import Catalogue, read_catalogue, rule_files
from checker.finding import Basis, Severity
from checker.registers import Point
from checker.requirement import Group, Requirement, Requirements
from checker.resources import folder
from checker.rule import Range, Rule
from checker.sources import Source

COMPILED = "catalogue.json"
_LISTS = ("sources", "answers", "judged_at", "rules")  # of a requirement


def default_catalogue() -> Catalogue:
    """The shipped rules: as compiled, or from their files where these have changed since.

    Raises:
        RuleFileError: a rule file does not load.
    """
    files = rule_files(folder("rules"))
    compiled = folder("rules") / COMPILED
    try:
        stored = json.loads(compiled.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        stored = {}
    if isinstance(stored, dict) and stored.get("digest") == digest(files):
        return _from_compiled(stored)
    return read_catalogue(folder("rules"))


def compiled_catalogue() -> str:
    """The shipped rules as one JSON text, examples left out, for a quick start."""
    catalogue = read_catalogue(folder("rules"))
    rules = []
    for bound in catalogue.bound:
        data = asdict(bound.rule)
        del data["examples"]
        rules.append(data)
    content = {
        "digest": digest(rule_files(folder("rules"))),
        "rules": rules,
        "sources": [asdict(source) for source in catalogue.sources.values()],
        "points": [asdict(point) for point in catalogue.points],
        "requirements": asdict(catalogue.requirements),
    }
    return json.dumps(content, ensure_ascii=False, indent=1, default=str) + "\n"


def digest(files: dict[str, bytes]) -> str:
    """What tells whether rule files have changed."""
    from hashlib import sha256

    whole = sha256()
    for name, content in files.items():
        text = content.replace(b"\r\n", b"\n")  # git may have turned the line ends
        whole.update(f"{name}\0{len(text)}\0".encode() + text)
    return whole.hexdigest()


def _from_compiled(stored: dict[str, Any]) -> Catalogue:
    from datetime import date

    sources = {}
    for data in stored["sources"]:
        days = {
            key: date.fromisoformat(data[key]) if data[key] else None
            for key in ("first", "last", "checked")
        }
        sources[data["id"]] = Source(**{**data, **days})
    bound = []
    for data in stored["rules"]:
        typed = {
            "basis": Basis(data["basis"]),
            "severity": Severity(data["severity"]),
            "adjustable": {name: Range(**ends) for name, ends in data["adjustable"].items()},
        }
        rule = Rule(**{**data, **typed, "sources": tuple(data["sources"])})
        bound.append(bind_trusted(rule))
    points = (Point(**{**data, "sources": tuple(data["sources"])}) for data in stored["points"])
    return Catalogue(tuple(bound), sources, tuple(points), _requirements(stored["requirements"]))


def _requirements(stored: dict[str, Any]) -> Requirements:
    groups = []
    for group in stored["groups"]:
        rows = [
            Requirement(**{**row, **{key: tuple(row[key]) for key in _LISTS}})
            for row in group["requirements"]
        ]
        groups.append(Group(group["key"], group["title"], tuple(rows)))
    return Requirements(tuple(groups), stored["everywhere"])
