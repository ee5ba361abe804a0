"""The catalogue: all rules bound, the norms that they cite, and what only a person can judge."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING

from checker.binding import Bound, bind
from checker.document.reader import read_document
from checker.registers import POINTS, SOURCES, Point, read_points, read_sources
from checker.requirement import Requirements
from checker.requirements import REQUIREMENTS, read_requirements
from checker.rule_file import RuleFileError, read_rule
from checker.text import nearest, normal

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from checker.document.model import Document
    from checker.rule import Rule
    from checker.sources import Source


class UnknownRuleError(LookupError):
    """No rule is called that."""

    def __init__(self, word: str, near: str | None) -> None:
        """Keeps the word, and the one that may have been meant."""
        super().__init__(word)
        self.word, self.near = word, near


@dataclass(frozen=True)
class Catalogue:
    """The rules of a run.

    Attributes:
        off: the ids of rules that a ruleset has turned off; they can still be named and explained.
    """

    bound: tuple[Bound, ...]
    sources: dict[str, Source]
    points: tuple[Point, ...]
    requirements: Requirements = field(default_factory=Requirements)
    off: frozenset[str] = frozenset()

    @cached_property
    def builtin(self) -> dict[str, Rule]:
        """The rules for what reading finds, by code."""
        return {bound.code: bound.rule for bound in self.bound if bound.code}

    @property
    def titles(self) -> dict[str, str]:
        """What each fault of reading is called, by code."""
        return {code: rule.title for code, rule in self.builtin.items()}

    @cached_property
    def checking(self) -> tuple[Bound, ...]:
        """The rules that run a check on a report."""
        return tuple(
            one
            for one in self.bound
            if not one.code and not one.rule.opt_in and one.rule.id not in self.off
        )

    @cached_property
    def _by_word(self) -> dict[str, Rule]:
        named = [(name, one.rule) for one in self.bound for name in (one.rule.id, one.rule.name)]
        return {normal(name): rule for name, rule in reversed(named)}

    def find(self, word: str) -> Rule | None:
        """The rule with this id or name."""
        return self._by_word.get(normal(word))

    def named(self, word: str) -> Rule:
        """The rule with this id or name.

        Raises:
            UnknownRuleError: there is none.
        """
        rule = self.find(word)
        if rule is None:
            raise UnknownRuleError(word, self.near(word))
        return rule

    def near(self, word: str) -> str | None:
        """The id or name that a misspelt word may stand for."""
        return nearest(word, (name for one in self.bound for name in (one.rule.id, one.rule.name)))

    def only(self, words: Iterable[str]) -> Catalogue:
        """The catalogue with no other checks than these; what reading finds is always told.

        A rule that is named is run, though it be one that is run only on request or turned off.

        Raises:
            UnknownRuleError: no rule is called by one of the words.
        """
        wanted = list(words)
        for word in wanted:
            self.named(word)
        kept = (one for one in self.bound if one.code or any(map(one.rule.is_called, wanted)))
        asked = (replace(one, rule=replace(one.rule, opt_in=False)) for one in kept)
        return replace(self, bound=tuple(asked), off=frozenset())


def read_catalogue(rules: Path) -> Catalogue:
    """The rules of a folder with ``sources.yaml`` and ``judgement.yaml``, read and bound.

    Raises:
        RuleFileError: one of the files does not load.
    """
    files = rule_files(rules)
    sources = read_sources(files)
    bound = sorted(bind_files(files, sources), key=lambda one: one.rule.id)
    points = read_points(files, sources)
    requirements = read_requirements(files, sources, bound, points)
    return Catalogue(tuple(bound), sources, points, requirements)


def bind_files(files: dict[str, bytes], sources: dict[str, Source]) -> Iterator[Bound]:
    """The rules of a folder's files, bound.

    Raises:
        RuleFileError: one does not load, or an id, a name or a code stands twice.
    """
    return (bound for _, bound in bind_documents(files, sources))


def bind_documents(
    files: dict[str, bytes], sources: dict[str, Source], titles: Mapping[str, str] | None = None
) -> Iterator[tuple[Document, Bound]]:
    """The same, each with its file.

    Args:
        files: their content by name.
        sources: the norms that they may cite.
        titles: what each fault of reading is called, by code, where the rules are known already.

    Raises:
        RuleFileError: as above.
    """
    taken: set[str] = set()
    for name, content in files.items():
        if name in {SOURCES, POINTS, REQUIREMENTS}:
            continue
        document = read_document(content, name, traps=False)
        bound = bind(read_rule(document, titles), sources, document)
        for key in filter(None, (bound.rule.id, bound.rule.name, bound.code)):
            if normal(key) in taken:
                raise RuleFileError(name, 1, f"{key} finns redan i en annan regelfil.")
            taken.add(normal(key))
        yield document, bound


def rule_files(rules: Path) -> dict[str, bytes]:
    """The YAML files below a folder by relative name, sorted."""
    found = sorted(path for path in rules.rglob("*.yaml") if path.is_file())
    return {path.relative_to(rules).as_posix(): path.read_bytes() for path in found}
