"""The four verdicts of a check of numbers."""

from __future__ import annotations

from enum import Enum


class Outcome(Enum):
    """What a check of numbers found (arithmetic.md, "Consistent iff the intervals meet")."""

    AGREES = "agrees"
    """All is exact and equal: stämmer."""

    MAY_AGREE = "may_agree"
    """The intervals meet: kan stämma."""

    DISAGREES = "disagrees"
    """No possible figures make it true: stämmer inte. The only finding of the four."""

    NOT_TESTABLE = "not_testable"
    """What is needed is missing, or nothing could have failed: kunde inte kontrolleras."""
