"""The error for a text that cannot be read as a number, with Swedish words for its author."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


class UnreadableError(ValueError):
    """A text that is no count, share or change.

    Attributes:
        code: what is wrong, stable and in English; for tests and for choosing a rule.
        message: plain Swedish sentences: what is wrong, and how to write it. Quotes nothing but
            numbers of at most nine digits.
    """

    def __init__(self, code: str, message: str) -> None:
        """Take the code and the Swedish message."""
        super().__init__(message)
        self.code = code
        self.message = message


@dataclass(frozen=True, slots=True)
class Refusal:
    """A kind of text that is refused.

    Attributes:
        code: the code of the error.
        pattern: a regular expression for the whole text, which ``numerals.plain`` has made.
        message: the Swedish message.
    """

    code: str
    pattern: str
    message: str


def first_refusal(printed: str, refusals: Iterable[Refusal]) -> Refusal:
    """The first kind that the text is of; the refusals end with one for every text."""
    return next(refusal for refusal in refusals if re.fullmatch(refusal.pattern, printed))
