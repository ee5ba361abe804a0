"""A municipality's own rules: the same form as the shipped ones, read from a stranger's folder."""

from __future__ import annotations

import os
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from checker.binding import SELECTORS
from checker.catalog import bind_documents
from checker.checks.registry import BUILTIN
from checker.document.selector import DEEP
from checker.files import LEADS_OUT, is_within, settings_bytes, shown_name
from checker.finding import Basis
from checker.limits import (
    MAX_DEEP,
    MAX_ENTRIES,
    MAX_ENTRY,
    MAX_PARAGRAPH,
    MAX_RULE_BYTES,
    MAX_RULES,
    MAX_SELECTORS,
)
from checker.rule_file import RuleFileError
from checker.shown import shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.binding import Bound
    from checker.catalog import Catalogue
    from checker.document.model import Document
    from checker.rule import Rule

ENDINGS = (".yaml", ".yml")
WORDS = ("title", "why", "fix", "message", "message_many", "label")
PREFIX = "Ge egna regler ett eget prefix, till exempel EGN001."
NOT_OURS = frozenset({Basis.LAW, Basis.REGULATION})  # a municipality makes no law
CHOOSE = "Välj template, consistency, privacy, general_advice eller practice."


def read_own_rules(folder: str, catalogue: Catalogue) -> tuple[Bound, ...]:
    """The rules of a folder, bound.

    Args:
        folder: where they lie, at any depth; links out of it are not followed.
        catalogue: the shipped rules, whose ids and names are taken, and the sources.

    Raises:
        RuleFileError: one does not load, or is not for a municipality to make.
    """
    found = []
    for document, bound in bind_documents(own_files(folder), catalogue.sources, catalogue.titles):
        _check(bound, catalogue, document)
        found.append(replace(bound, rule=_harmless(bound.rule)))
    return tuple(found)


def own_files(folder: str) -> dict[str, bytes]:
    """The rule files of a folder by the names that they are shown by, sorted.

    Raises:
        RuleFileError: there are too many, or one cannot be read or leads out of the folder.
    """
    found: dict[str, bytes] = {}
    left = MAX_RULE_BYTES
    for path in own_paths(folder):
        content = settings_bytes(path, left)
        left -= len(content)
        found[shown_name(path)] = content
    return found


def own_paths(folder: str) -> Iterator[str]:
    """The paths of the rule files of a folder, sorted.

    Raises:
        RuleFileError: there are too many, or one leads out of the folder.
    """
    count = 0
    for parent, folders, names in os.walk(folder, followlinks=False):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if not name.endswith(ENDINGS) or name.startswith("."):
                continue
            path = os.path.join(parent, name)  # noqa: PTH118 - the name as it was given
            if not is_within(path, folder):
                raise RuleFileError(shown_name(path), 1, LEADS_OUT)
            if count == MAX_RULES:
                sentence = f"mappen har fler än {MAX_RULES} regelfiler."
                raise RuleFileError(shown_name(path), 1, sentence)
            count += 1
            yield path


def _check(bound: Bound, catalogue: Catalogue, document: Document) -> None:
    rule = bound.rule
    for key, word in (("id", rule.id), ("name", rule.name)):
        if catalogue.find(word):
            sentence = f"{shown(word)} finns redan bland standardreglerna. {PREFIX}"
            raise _error(document, key, sentence)
    prefix = _prefix(rule.id)
    if prefix in _prefixes(catalogue):
        sentence = f"id som börjar på {prefix} är standardreglernas. {PREFIX}"
        raise _error(document, "id", sentence)
    if rule.basis in NOT_OURS:
        raise _error(
            document, "basis", f"grunden {rule.basis} får bara standardregler ha. {CHOOSE}"
        )
    if rule.check == BUILTIN:
        raise _error(document, "check", "en egen regel kan inte ha kontrollen builtin.")
    chosen = [one for name in SELECTORS for one in getattr(bound.parameters, name, ())]
    if len(chosen) > MAX_SELECTORS or any(one.count(DEEP) > MAX_DEEP for one in chosen):
        most = f"högst {MAX_SELECTORS} väljare, med högst {MAX_DEEP} {DEEP} i var"
        sentence = f"en egen regel får ha {most}."
        raise _error(document, "with", sentence)
    if not _is_small(rule.parameters):
        most = f"högst {MAX_ENTRIES} poster, och en post högst {MAX_ENTRY} tecken"
        sentence = f"en parameter får ha {most}."
        raise _error(document, "with", sentence)


def _prefix(name: str) -> str:
    return name.rstrip("0123456789")


def _prefixes(catalogue: Catalogue) -> set[str]:
    """How the ids begin that are ours: of rules, of requirements and of what people judge."""
    rows = (row for group in catalogue.requirements.groups for row in group.requirements)
    ids = [one.rule.id for one in catalogue.bound]
    ids += [one.id for one in catalogue.points] + [row.id for row in rows]
    return set(map(_prefix, ids))


def _is_small(value: Any) -> bool:
    """Whether a parameter, and each entry of it, is no larger than a rule needs."""
    if isinstance(value, str):
        return len(value) <= MAX_ENTRY
    if isinstance(value, dict):
        return len(value) <= MAX_ENTRIES and all(map(_is_small, (*value, *value.values())))
    if isinstance(value, list):
        return len(value) <= MAX_ENTRIES and all(map(_is_small, value))
    return True


def _harmless(rule: Rule) -> Rule:
    """The rule with words that can be shown anywhere, each as one paragraph."""
    words: dict[str, Any] = {name: _words(getattr(rule, name)) for name in WORDS}
    kinds = {
        kind: tuple(replace(one, name=_words(one.name)) for one in getattr(rule.examples, kind))
        for kind in ("good", "bad")
    }
    return replace(rule, examples=replace(rule.examples, **kinds), **words)


def _words(text: str) -> str:
    return shown(" ".join(text.split()), MAX_PARAGRAPH)


def _error(document: Document, key: str, sentence: str) -> RuleFileError:
    return RuleFileError(document.name, document.place((key,)).line, sentence)
