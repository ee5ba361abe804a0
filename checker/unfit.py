"""Parameters that a check cannot work with, though each has the right form."""

from __future__ import annotations

from datetime import date


class UnfitError(ValueError):
    """A parameter that cannot be used.

    Attributes:
        key: which.
        sentence: why, in Swedish, without a full stop; it repeats nothing of what was written.
    """

    def __init__(self, key: str, sentence: str) -> None:
        """Keeps both."""
        super().__init__(sentence)
        self.key, self.sentence = key, sentence


def require_some(parameters: object, *names: str) -> None:
    """Stops where a parameter that must name something is empty.

    Raises:
        UnfitError: it is.
    """
    for name in names:
        if not getattr(parameters, name):
            raise UnfitError(name, f"{name} är tomt")


def require_day(parameters: object, name: str) -> None:
    """Stops where a parameter is no day.

    Raises:
        UnfitError: it is none.
    """
    try:
        date.fromisoformat(getattr(parameters, name))
    except ValueError:
        raise UnfitError(name, f"{name} ska vara ett datum som 2025-07-01") from None
