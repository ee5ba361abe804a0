"""The register of norms: it agrees with itself, with the rules, and with what may be printed."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest

from checker.binding import Bound
from checker.catalog import Catalogue, read_catalogue
from checker.coverage import OF_CITATIONS, covered, faults
from checker.output.coverage_markdown import coverage_table
from checker.output.lines import UNICODE, plain
from checker.output.rule_markdown import rule_index, rule_markdown
from checker.output.rule_page import rule_page
from checker.output.source_markdown import source_markdown
from checker.output.source_page import source_page
from checker.resources import folder
from checker.sections import places
from checker.sources import MEMORY, SECONDARY, Source

CATALOGUE: Catalogue = read_catalogue(folder("rules"))
REGISTER = CATALOGUE.sources
OLD, NEW = "Socialtjänstlagen (2001:453)", "Socialtjänstlagen (2025:400)"
CHANGE = date(2025, 7, 1)
EVERY = list(REGISTER.values())
ACT_OF_LSS = "Lagen (1993:387) om stöd och service till vissa funktionshindrade"
MOVED = [one for one in CATALOGUE.bound if one.rule.check == "moved_citation"]


def named(value: object) -> str:
    if isinstance(value, Bound):
        return value.rule.id
    return value.id if isinstance(value, Source) else str(value)


def test_every_provision_is_cited_by_a_rule_or_says_why_not() -> None:
    assert faults(CATALOGUE) == []


def test_a_reason_is_made_of_sentences_in_our_own_words() -> None:
    for source in EVERY:
        assert not source.reason or source.reason.endswith("."), source.id
        assert not re.search(r"\b(pröva\w*|godkän\w*|anmärk\w*|varning)\b", source.reason), (
            source.id
        )


@pytest.mark.parametrize("source", EVERY, ids=named)
def test_predecessors_and_successors_name_each_other(source: Source) -> None:
    if source.successor:
        assert REGISTER[source.successor].predecessor == source.id
    if source.predecessor:
        assert REGISTER[source.predecessor].successor == source.id


@pytest.mark.parametrize("source", EVERY, ids=named)
def test_a_successor_is_in_force_from_the_day_after(source: Source) -> None:
    if source.successor:
        assert source.last is not None
        assert REGISTER[source.successor].first == source.last + timedelta(days=1)


def test_the_two_acts_on_social_services_meet_on_the_day_of_the_change() -> None:
    old = [one for one in EVERY if one.act == OLD]
    new = [one for one in EVERY if one.act == NEW]
    assert {one.last for one in old} == {CHANGE - timedelta(days=1)}
    assert {one.last for one in new} == {None}
    assert {one.first for one in new} == {CHANGE, date(2026, 1, 1)}
    assert [one.id for one in new if one.first != CHANGE] == ["SoL-2025-27-7"]
    assert all(one.successor for one in old)
    assert [one.id for one in new if not one.predecessor] == [
        "SoL-2025-15-9",
        "SoL-2025-27-7",
        "SoL-2025-overgang",
        "SoL-2025-31-1",
    ]


def test_a_provision_is_known_as_it_says() -> None:
    how = {
        "VERIFIED": {"läst i lagtexten"},
        "SECONDARY": {"återgiven i annan källa"},
        "MEMORY": {"ur minnet"},
    }
    for source in EVERY:
        assert source.how in how[source.confidence], source.id
        assert source.checked == date(2026, 11, 22), source.id


def test_an_id_can_be_the_name_of_a_file_anywhere() -> None:
    assert all(re.fullmatch(r"[A-Za-z0-9-]+", key) for key in REGISTER)
    assert len({key.casefold() for key in REGISTER}) == len(REGISTER)


# --- what the rules about citations say moved ---


def by_place(act: str) -> dict[str, list[Source]]:
    found: dict[str, list[Source]] = {}
    for source in EVERY:
        if source.act == act:
            found.setdefault(source.place, []).append(source)
    return found


@pytest.mark.parametrize("bound", [one for one in MOVED if one.parameters.act == "SoL"], ids=named)
def test_a_moved_place_is_moved_to_where_the_register_says(bound: Bound) -> None:
    ask = bound.parameters
    theirs, ours = (OLD, NEW) if ask.finds == "left" else (NEW, OLD)
    for place, now in ask.moved.items():
        if not now or re.fullmatch(r"\d+ kap\.", place):
            continue  # nothing is suggested, or a chapter for a chapter
        sources = [
            one
            for source in by_place(theirs).get(place, [])
            if (one := REGISTER.get(source.successor or source.predecessor)) and one.citable
        ]
        wanted = {one for source in sources for one in places(source.place)}
        if place == "3 kap. 3 §":
            wanted |= set(places("5 kap. 2 §"))  # the fourth paragraph of it has its own entry
        assert set(places(now)) <= wanted, place
        assert all(source.act == ours for source in sources)
        meant = [one for one in sources if set(places(one.place)) & set(places(now))]
        assert meant
        assert all(source.id in bound.rule.sources for source in meant), place


@pytest.mark.parametrize("bound", MOVED, ids=named)
def test_what_is_suggested_is_never_known_from_memory_alone(bound: Bound) -> None:
    ask = bound.parameters
    memory = {
        (source.act, place)
        for source in EVERY
        if source.confidence == MEMORY
        for place in places(source.place)
    }
    confirmed = {
        (source.act, place) for source in EVERY if source.citable for place in places(source.place)
    }
    act = {"left": NEW, "early": OLD}[ask.finds] if ask.act == "SoL" else ACT_OF_LSS
    suggested = {(act, place) for text in ask.moved.values() if text for place in places(text)}
    assert not {one for one in suggested if one in memory and one not in confirmed}


def test_the_rules_about_citations_cover_nothing_else() -> None:
    lag = {one.rule.check for one in CATALOGUE.bound if one.rule.id.startswith("LAG")}
    assert lag == set(OF_CITATIONS)
    assert not {
        one.rule.id
        for one in CATALOGUE.bound
        if one.rule.check in OF_CITATIONS and not one.rule.id.startswith("LAG")
    }


# --- what may be printed ---


def pages() -> dict[str, str]:
    """Everything that is printed about rules and norms."""
    made = {"tackning": coverage_table(CATALOGUE), "index": rule_index(CATALOGUE)}
    for bound in CATALOGUE.bound:
        sources = [REGISTER[key] for key in bound.rule.sources]
        made[bound.rule.id] = rule_markdown(bound.rule, sources) + plain(
            rule_page(bound.rule, sources, 10_000, UNICODE, REGISTER)
        )
    for source in EVERY:
        one = covered(CATALOGUE, source)
        made[source.id] = plain(source_page(one, REGISTER, 10_000, UNICODE))
        if source.citable:
            made[source.id] += source_markdown(one, REGISTER)
    return made


PAGES = pages()


def test_nothing_known_from_memory_is_printed_as_a_citation() -> None:
    confirmed = {source.text for source in EVERY if source.citable}
    confirmed |= {f"{source.short} {source.place}" for source in EVERY if source.citable}
    for source in EVERY:
        if source.confidence != MEMORY:
            continue
        name = f"{source.short} {source.place}"
        for title, page in PAGES.items():
            assert source.citation() not in page, title
            assert source.brief() not in page, title
            assert f"{source.id}.md" not in page, title
            assert source.text in confirmed or source.text not in page, title
            assert name in confirmed or f"{name}." not in page, title


def test_what_another_source_tells_is_always_said_to_be_so() -> None:
    for source in EVERY:
        if source.confidence == SECONDARY:
            assert "enligt sekundärkälla" in source.citation()
            assert "enligt sekundärkälla" in source.brief()
            assert "enligt sekundärkälla" in PAGES[source.id], source.id
    for bound in CATALOGUE.bound:
        told = [REGISTER[key] for key in bound.rule.sources]
        often = sum(source.confidence == SECONDARY for source in told)
        assert PAGES[bound.rule.id].count("enligt sekundärkälla") == 2 * often, bound.rule.id


def test_a_rule_and_its_provisions_lead_to_each_other() -> None:
    for bound in CATALOGUE.bound:
        for key in bound.rule.sources:
            if REGISTER[key].citable:
                assert f"(../kallor/{key}.md)" in PAGES[bound.rule.id]
                assert f"(../regler/{bound.rule.id}.md)" in PAGES[key]


def test_the_table_of_coverage_has_a_row_for_every_provision() -> None:
    table = PAGES["tackning"]
    rows = [row for row in table.splitlines() if row.startswith("|") and row[2:7] != "plats"]
    assert len([row for row in rows if not row.startswith("|---")]) == len(REGISTER)
    assert table.count("| obekräftad |") == sum(one.confidence == MEMORY for one in EVERY)
    for source in EVERY:
        assert source.reason in table
