"""Which provisions of the register a person means by what they write."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.citations import citations
from checker.sections import places

if TYPE_CHECKING:
    from collections.abc import Mapping

    from checker.sources import Source


def find_sources(word: str, register: Mapping[str, Source]) -> list[Source]:
    """The provisions that a person means by an id, or by ``27 kap. 5 § SoL``."""
    named = [source for key, source in register.items() if key.casefold() == word.casefold()]
    if named:
        return named
    return [
        source
        for cited in citations(word)
        for source in register.values()
        if source.short.startswith(cited.act)
        and cited.number in source.act
        and set(cited.places) <= set(places(source.place))
    ]
