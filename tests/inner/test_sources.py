from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from checker.dates import parse_days
from checker.sources import Source, read_source

if TYPE_CHECKING:
    from tests.inner.conftest import Bench

OLD, NEW = date(2002, 1, 1), date(2025, 7, 1)
ENTRY = {
    "act": "Socialtjänstlagen (2025:400)",
    "short": "SoL",
    "place": "3 kap. 1 §",
    "weight": "law",
    "from": "2025-07-01",
    "to": None,
    "text": "Barnets bästa.",
    "confidence": "VERIFIED",
    "checked": "2026-11-22",
}


def test_a_source_is_read_from_its_entry() -> None:
    assert read_source("SoL-1", ENTRY) == Source(
        id="SoL-1",
        act="Socialtjänstlagen (2025:400)",
        short="SoL",
        place="3 kap. 1 §",
        weight="law",
        first=NEW,
        last=None,
        text="Barnets bästa.",
        confidence="VERIFIED",
        checked=date(2026, 11, 22),
    )


def test_a_source_tells_how_it_is_known_and_what_it_came_after() -> None:
    more = {
        "how": "läst i lagtexten",
        "predecessor": "SoL-0",
        "successor": "SoL-2",
        "coverage": "outside",
        "reason": "Den gäller annat.",
    }
    source = read_source("SoL-1", {**ENTRY, **more})
    assert {name: getattr(source, name) for name in more} == more


def test_a_source_without_a_short_name_goes_by_its_full_one() -> None:
    entry = {key: value for key, value in ENTRY.items() if key != "short"}
    assert read_source("SoL-1", entry).short == "Socialtjänstlagen (2025:400)"
    assert read_source("SoL-1", {**ENTRY, "short": ""}).short == "Socialtjänstlagen (2025:400)"


def test_a_source_may_have_a_last_day_and_no_first() -> None:
    source = read_source("X", {**ENTRY, "from": None, "to": "2025-06-30"})
    assert (source.first, source.last) == (None, date(2025, 6, 30))


@pytest.mark.parametrize("name", ["act", "place", "weight", "text", "confidence"])
@pytest.mark.parametrize("value", [None, 5, ["a"]])
def test_a_field_that_is_missing_is_named(name: str, value: object) -> None:
    with pytest.raises(ValueError, match=f"^SoL-1: {name} saknas$"):
        read_source("SoL-1", {**ENTRY, name: value})
    with pytest.raises(ValueError, match=f"^SoL-1: {name} saknas$"):
        read_source("SoL-1", {key: one for key, one in ENTRY.items() if key != name})


def test_an_unknown_weight_is_told_with_the_known_ones() -> None:
    words = (
        "SoL-1: weight är inget av law, regulation, general_advice, guidance, practice, definition"
    )
    with pytest.raises(ValueError, match=f"^{words}$"):
        read_source("SoL-1", {**ENTRY, "weight": "lag"})


def test_an_unknown_confidence_is_told_with_the_known_ones() -> None:
    words = "SoL-1: confidence är inget av VERIFIED, SECONDARY, MEMORY"
    with pytest.raises(ValueError, match=f"^{words}$"):
        read_source("SoL-1", {**ENTRY, "confidence": "verified"})


@pytest.mark.parametrize(
    ("confidence", "citable"), [("VERIFIED", True), ("SECONDARY", True), ("MEMORY", False)]
)
def test_what_is_known_from_memory_alone_is_not_cited(
    bench: Bench,
    confidence: str,
    citable: bool,  # noqa: FBT001
) -> None:
    assert bench.source(confidence=confidence).citable is citable


@pytest.mark.parametrize(
    ("first", "last", "period", "in_force"),
    [
        (None, None, "2024", True),
        (NEW, None, "2025-06-30", False),
        (NEW, None, "2025-07-01", True),
        (NEW, None, "2025", True),
        (NEW, None, "2026", True),
        (OLD, date(2025, 6, 30), "2025-06-30", True),
        (OLD, date(2025, 6, 30), "2025-07-01", False),
        (OLD, date(2025, 6, 30), "2025", True),
        (OLD, date(2025, 6, 30), "2001", False),
        (OLD, date(2025, 6, 30), "2026", False),
        (None, date(2025, 6, 30), "1990", True),
        (None, date(2025, 6, 30), "2026", False),
    ],
)
def test_a_source_is_in_force_on_any_day_of_the_period(
    bench: Bench,
    first: date | None,
    last: date | None,
    period: str,
    in_force: bool,  # noqa: FBT001
) -> None:
    source = bench.source(first=first, last=last)
    assert source.in_force(parse_days(period)) is in_force


@pytest.mark.parametrize(
    ("first", "last", "confidence", "standing"),
    [
        (None, None, "VERIFIED", "lag"),
        (NEW, None, "VERIFIED", "lag, gäller från 2025-07-01"),
        (OLD, date(2025, 6, 30), "VERIFIED", "lag, gällde 2002-01-01–2025-06-30"),
        (None, date(2025, 6, 30), "VERIFIED", "lag, gällde till 2025-06-30"),
        (NEW, None, "SECONDARY", "lag, gäller från 2025-07-01, enligt sekundärkälla"),
        (None, None, "SECONDARY", "lag, enligt sekundärkälla"),
    ],
)
def test_a_citation_has_the_weight_the_dates_and_how_sure_we_are(
    bench: Bench, first: date | None, last: date | None, confidence: str, standing: str
) -> None:
    source = bench.source(first=first, last=last, confidence=confidence)
    assert source.citation() == f"Lagen (2000:1), 1 § ({standing})"
    assert source.brief() == f"Lagen 1 § ({standing})"


@pytest.mark.parametrize(
    ("first", "last", "period", "standing"),
    [
        (NEW, None, "2026", "lag"),
        (NEW, None, "2025", "lag, gäller från 2025-07-01"),
        (OLD, date(2025, 6, 30), "2024", "lag, gällde 2002-01-01–2025-06-30"),
        (None, None, "2024", "lag"),
    ],
)
def test_the_dates_are_left_out_of_what_has_been_in_force_since_before_the_period(
    bench: Bench, first: date | None, last: date | None, period: str, standing: str
) -> None:
    source = bench.source(first=first, last=last)
    assert source.standing_in(parse_days(period)) == standing


def test_without_a_period_the_dates_are_told(bench: Bench) -> None:
    assert bench.source(first=NEW).standing_in(None) == "lag, gäller från 2025-07-01"


@pytest.mark.parametrize(
    ("weight", "word"),
    [
        ("law", "lag"),
        ("regulation", "föreskrift"),
        ("general_advice", "allmänt råd"),
        ("guidance", "vägledning"),
        ("practice", "praxis"),
        ("definition", "definition"),
    ],
)
def test_a_weight_has_a_swedish_name(bench: Bench, weight: str, word: str) -> None:
    assert bench.source(weight=weight).citation() == f"Lagen (2000:1), 1 § ({word})"


@pytest.mark.parametrize("day", [2025, "2025-13-01", "i sommar"])
def test_a_day_that_is_no_date_is_named(day: object) -> None:
    for name in ("from", "to", "checked"):
        told = f"SoL-1: {name} är inget datum som 2025-07-01"
        with pytest.raises(ValueError, match=f"^{told}$"):
            read_source("SoL-1", {**ENTRY, name: day})
