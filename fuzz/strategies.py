"""The makers as strategies of hypothesis, which chooses for them and makes what fails small."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from fuzz import settings
from fuzz.cases import Case, planted
from fuzz.damage import damaged
from fuzz.making import Maker
from fuzz.noise import noise
from fuzz.reports import report
from fuzz.writing import any_style, hostile_style, written

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TypeVar

    T = TypeVar("T")


def made(make: Callable[[Random], T]) -> st.SearchStrategy[T]:
    """What a maker makes; by a seed, for a report takes more choices than hypothesis keeps."""
    return st.integers(0, 2**32 - 1).map(lambda seed: make(Random(seed)))


def chosen(make: Callable[[Random], T]) -> st.SearchStrategy[T]:
    """What a maker of small things makes, every choice one of hypothesis, so that it shrinks."""
    return st.randoms(use_true_random=False).map(make)


def _broken(random: Random) -> dict[str, Any]:
    return damaged(report(random), random, random.randint(1, 4))


trees: st.SearchStrategy[dict[str, Any]] = made(report)
"""Reports that follow the format, as data."""

broken_trees: st.SearchStrategy[dict[str, Any]] = made(_broken)
"""Reports of which the shape is broken, as data."""

files: st.SearchStrategy[bytes] = made(
    lambda random: written(report(random), random, any_style(random))
)
"""Reports that follow the format, in any layout."""

broken_files: st.SearchStrategy[bytes] = made(
    lambda random: written(_broken(random), random, any_style(random))
)
"""Reports of which the shape is broken, in any layout."""

hostile_files: st.SearchStrategy[bytes] = made(
    lambda random: written(report(random), random, hostile_style(random))
)
"""Reports with strange scalars, keys and quotes, tags and anchors."""

byte_noise: st.SearchStrategy[bytes] = chosen(noise)
"""Bytes as nobody wrote them."""

rules: st.SearchStrategy[dict[str, Any]] = made(lambda random: settings.own_rule(random, 1))
"""A municipality's own rules, as data."""

rulesets: st.SearchStrategy[dict[str, Any]] = made(settings.ruleset)
"""Rulesets, as data."""

exceptions: st.SearchStrategy[dict[str, Any]] = made(
    lambda random: settings.exceptions(random, ["a-rapport.yaml", "b-rapport.yaml"])
)
"""Files of exceptions, as data."""

cases: st.SearchStrategy[Case] = made(lambda random: Maker(random).case())
"""Anything that the driver tries."""

cases_with_number: st.SearchStrategy[Case] = made(
    lambda random: planted(Maker(random).sound(), random)
)
"""Reports with a personal identity number somewhere in them."""
