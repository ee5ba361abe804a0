"""What took longer than a report may take, and how that is told."""

from __future__ import annotations

from dataclasses import dataclass

OUT_OF_TIME = "tiden tog slut innan regeln var klar"
"""Why a rule was not run."""


@dataclass(frozen=True, slots=True)
class GivenUp:
    """A file that we gave up on: a limit of ours, never a pass.

    Attributes:
        seconds: the limit.
        only_compared: it was not to be judged, only to be compared with.
    """

    file: str
    seconds: float
    only_compared: bool = False

    @property
    def told(self) -> str:
        """What happened, as a sentence that begins with the file."""
        if self.only_compared:
            limit = in_seconds(self.seconds)
            return f"{self.file} hann inte läsas: det som rapporterna jämförs med tog över {limit}."
        return f"{self.file} tog över {in_seconds(self.seconds)} att kontrollera, och vi gav upp."

    @property
    def remedy(self) -> str:
        """Whose limit it is, and how to raise it."""
        return (
            "Det är vår tidsgräns, inte ett fel i rapporten. Det som hann hittas visas. Ge mer tid"
            " med --timeout SEKUNDER."
        )


def in_seconds(seconds: float) -> str:
    """``60 sekunder``."""
    number = f"{seconds:.3f}".rstrip("0").rstrip(".").replace(".", ",")
    return f"{number} {'sekund' if number == '1' else 'sekunder'}"
