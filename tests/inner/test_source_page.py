"""A provision's page in the terminal and in the handbook."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from checker.catalog import Catalogue, read_catalogue
from checker.coverage import covered
from checker.naming import find_sources
from checker.output.lines import ASCII, UNICODE, plain
from checker.output.rule_page import rule_page
from checker.output.source_markdown import source_markdown
from checker.output.source_page import source_page
from checker.registers import Point
from checker.resources import folder

if TYPE_CHECKING:
    from tests.inner.conftest import Bench

SHIPPED: Catalogue = read_catalogue(folder("rules"))


def small(bench: Bench) -> Catalogue:
    old = bench.source(
        id="LAG-0",
        short="Gamla lagen",
        act="Gamla lagen (1980:1)",
        last=date(2025, 6, 30),
        confidence="SECONDARY",
        how="återgiven i annan källa",
        successor="LAG-1",
    )
    new = bench.source(
        first=date(2025, 7, 1),
        how="läst i lagtexten",
        checked=date(2026, 11, 22),
        predecessor="LAG-0",
    )
    guess = bench.source(id="LAG-2", confidence="MEMORY", place="2 §", text="Kanske.")
    rule = bench.rule(sources=("LAG-0", "LAG-1", "LAG-2"))
    citing = bench.rule(
        id="TST002",
        name="annan",
        title="En hänvisning",
        check="repealed_act",
        parameters={"number": "1980:1", "since": "2025-07-01"},
        message="x",
        sources=("LAG-1",),
    )
    point = Point("BED001", "Är det så?", "Maskinen vet inte.", "**.analys", ("LAG-1",))
    return bench.catalogue(rule, citing, sources=[old, new, guess], points=[point])


def page(catalogue: Catalogue, key: str) -> str:
    one = covered(catalogue, catalogue.sources[key])
    return plain(source_page(one, catalogue.sources, 80, UNICODE))


def test_a_provisions_page_tells_all_that_the_register_knows(bench: Bench) -> None:
    assert (
        page(small(bench), "LAG-1")
        == """\
LAG-1
  Lagen (2000:1), 1 §
    lag, gäller från 2025-07-01, läst i lagtexten · LAG-1
    Något ska göras.
    Ersatte Gamla lagen 1 §.
    Kontrollerad 2026-11-22.

Regler som bygger på den
    TST001  En regel

Regler som kontrollerar hänvisningar till den
    TST002  En hänvisning

  Fråga till en människa: Är det så?
"""
    )


def test_a_provision_without_a_rule_says_why(bench: Bench) -> None:
    source = bench.source(coverage="outside", reason="Den gäller annat.")
    catalogue = bench.catalogue(sources=[source])
    assert page(catalogue, "LAG-1").endswith("\n  Gäller inte rapporten: Den gäller annat.\n")
    judged = bench.catalogue(sources=[bench.source(coverage="judgement", reason="Se själv.")])
    assert page(judged, "LAG-1").endswith("\n  Kräver bedömning: Se själv.\n")


def test_what_is_known_from_memory_has_a_page_that_tells_nothing_but_that(bench: Bench) -> None:
    told = page(small(bench), "LAG-2")
    assert told.startswith("LAG-2\n  Posten är obekräftad: ")
    assert "Kanske" not in told
    assert "2 §" not in told


def test_a_rules_page_has_what_is_in_force_first_and_then_what_was(bench: Bench) -> None:
    catalogue = small(bench)
    rule = catalogue.named("TST001")
    sources = [catalogue.sources[key] for key in rule.sources]
    told = plain(rule_page(rule, sources, 80, UNICODE, catalogue.sources))
    start, end = told.index("Källor"), told.index("Fel: ")
    assert (
        told[start:end]
        == """\
Källor
  Lagen (2000:1), 1 §
    lag, gäller från 2025-07-01, läst i lagtexten · LAG-1
    Något ska göras.
    Ersatte Gamla lagen 1 §.

Källor som har gällt
  Gamla lagen (1980:1), 1 §
    lag, gällde till 2025-06-30, enligt sekundärkälla · LAG-0
    Något ska göras.
    Ersattes av Lagen 1 §.

"""
    )


def test_a_rule_without_sources_has_no_such_section(bench: Bench) -> None:
    assert "Källor" not in plain(rule_page(bench.rule(), [], 80, UNICODE))


def test_a_page_of_the_handbook_links_both_ways(bench: Bench) -> None:
    catalogue = small(bench)
    one = covered(catalogue, catalogue.sources["LAG-1"])
    assert (
        source_markdown(one, catalogue.sources)
        == """\
# Lagen 1 §

Något ska göras.

| | |
|---|---|
| Lag eller källa | Lagen (2000:1) |
| Plats | 1 § |
| Tyngd | lag |
| När | gäller från 2025-07-01 |
| Säkerhet | läst |
| Hur vi vet det | läst i lagtexten |
| Kontrollerad | 2026-11-22 |
| Ersatte | [Gamla lagen 1 §](../kallor/LAG-0.md) |

Sammanfattningen är vår egen och aldrig lagens ordalydelse. Läs alltid källan.

## Regler som bygger på den

* [TST001](../regler/TST001.md): En regel

## Regler som kontrollerar hänvisningar till den

* [TST002](../regler/TST002.md): En hänvisning

## Frågor till en människa

* Är det så? Maskinen vet inte.
"""
    )


@pytest.mark.parametrize(
    ("word", "ids"),
    [
        ("SoL-2025-27-5", ["SoL-2025-27-5"]),
        ("sol-2025-27-5", ["SoL-2025-27-5"]),
        ("27 kap. 5 § SoL", ["SoL-2025-27-5"]),
        ("SoL 34:7", ["SoL-2025-34-5"]),
        ("14 kap. 3 § SoL", ["SoL-2025-14-3", "SoL-2001-14-3"]),
        ("14 kap. 3 § SoL (2001:453)", ["SoL-2001-14-3"]),
        ("24 e § LSS", ["LSS-24e"]),
        ("5 kap. 2 § SOSFS 2011:9", ["SOSFS-2011-9-5-2", "SOSFS-2011-9-5-2-AR"]),
        ("27 kap. 50 § SoL", []),
        ("14 kap. 3 § OSL", []),
        ("LEX003", []),
    ],
)
def test_a_provision_is_found_by_its_id_or_as_it_is_cited(word: str, ids: list[str]) -> None:
    assert [one.id for one in find_sources(word, SHIPPED.sources)] == ids


@pytest.mark.parametrize("width", [60, 80])
def test_every_provisions_page_fits_a_terminal(width: int) -> None:
    for source in SHIPPED.sources.values():
        lines = source_page(covered(SHIPPED, source), SHIPPED.sources, width, ASCII)
        for row in plain(lines).splitlines():
            assert len(row) <= width, row
            assert not set(row) & set("│·–…”")
