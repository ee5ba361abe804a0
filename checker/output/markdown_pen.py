"""What the Markdown form writes with: how much of everything, and the links to the rules' pages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.output.markdown_text import as_text
from checker.output.said import fit, more

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence


@dataclass(frozen=True, slots=True)
class Pen:
    """How much is told, and where a rule's page is.

    Attributes:
        most: of a kind.
        longest: characters of a text.
        address: of a rule's page; empty for none.
    """

    most: int
    longest: int
    address: Callable[[str], str]

    def text(self, words: str) -> str:
        """Foreign words, or words that hold some."""
        return as_text(fit(words, self.longest))

    def rule(self, rule: str) -> str:
        """A rule's id, as a link where it has a page."""
        address = self.address(rule)
        return f"[{self.text(rule)}]({address})" if address else self.text(rule)

    def items(self, texts: Sequence[str]) -> Iterator[str]:
        """A list of texts; what is more than enough is counted."""
        yield from (f"* {self.text(one)}" for one in texts[: self.most])
        yield from self.more(len(texts) - self.most)

    def more(self, number: int) -> Iterator[str]:
        """How many are left out of a list."""
        if told := more(number):
            yield f"* {told}"


def folded(title: str, lines: Iterable[str]) -> Iterator[str]:
    """What is read on demand; GitHub and GitLab both fold it, others show it as it is."""
    yield from ("", "<details>", f"<summary>{title}</summary>", "")
    yield from lines
    yield from ("", "</details>")
