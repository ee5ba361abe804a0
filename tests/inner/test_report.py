from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from checker.dates import Days
from checker.report import Item, UnsoundError, has_content

if TYPE_CHECKING:
    from tests.inner.conftest import Bench

TEXT = """\
status: fastställd
rapport:
  kommun: Ekerö kommun
  nämnd: 5
  period:
    från: 2024-01-01
    till: 2024-12-31
verksamhetsområden:
  - namn: Vuxna
    lex_sarah:
      ärenden:
        - nr: LS-1
          id: a
        - nr: 0102
        - händelser: []
  - namn: 2020
    avvikelser:
      andelar:
        - gäller: Klara i tid
          andel: 5 av 10
avsnitt:
  - rubrik: Inledande ord
    text: x
  - rubrik: ""
    text: y
lex_sarah:
  ärenden:
    - id: LS-9
planerade_åtgärder:
  - åtgärd: Skriv en rutin
  - Ring
avvikelser:
  totalt: 12
  per_status:
    antal:
      Öppen:
"""
CASES = ("verksamhetsområden", 0, "lex_sarah", "ärenden")


@pytest.mark.parametrize(
    ("route", "words"),
    [
        ((), ""),
        (("avvikelser", "totalt"), "avvikelser › totalt"),
        (("verksamhetsområden",), "verksamhetsområden"),
        (("verksamhetsområden", 0), "Vuxna"),
        (("verksamhetsområden", 1, "avvikelser"), "2020 › avvikelser"),
        ((*CASES, 0), "Vuxna › lex_sarah › ärenden › LS-1"),
        ((*CASES, 1, "händelser"), "Vuxna › lex_sarah › ärenden › 0102 › händelser"),
        ((*CASES, 2), "Vuxna › lex_sarah › ärenden › 3"),
        (
            ("verksamhetsområden", 1, "avvikelser", "andelar", 0, "andel"),
            "2020 › avvikelser › andelar › Klara i tid › andel",
        ),
        (("avsnitt", 0, "text"), "avsnitt › Inledande ord › text"),
        (("avsnitt", 1, "text"), "avsnitt › 2 › text"),
        (("lex_sarah", "ärenden", 0), "lex_sarah › ärenden › LS-9"),
        (("planerade_åtgärder", 0), "planerade_åtgärder › 1"),
        (("planerade_åtgärder", 1, "klart"), "planerade_åtgärder › 2 › klart"),
        (("saknas", 4, "x"), "saknas › 5 › x"),
    ],
)
def test_a_place_is_told_in_words_by_the_names_that_things_have(
    bench: Bench, route: tuple[str | int, ...], words: str
) -> None:
    report = bench.report(TEXT)
    assert report.crumbs(route) == Item(report, route).crumbs == words


@pytest.mark.parametrize(
    ("route", "identity"),
    [
        ((), ""),
        (("avvikelser", "totalt"), "avvikelser.totalt"),
        (("verksamhetsområden", 0), "verksamhetsområden[namn=Vuxna]"),
        ((*CASES, 0), "verksamhetsområden[namn=Vuxna].lex_sarah.ärenden[id=a]"),
        ((*CASES, 1), "verksamhetsområden[namn=Vuxna].lex_sarah.ärenden[nr=0102]"),
        ((*CASES, 2, "ivo"), "verksamhetsområden[namn=Vuxna].lex_sarah.ärenden[2].ivo"),
        (
            ("verksamhetsområden", 1, "avvikelser", "andelar", 0),
            "verksamhetsområden[namn=2020].avvikelser.andelar[0]",
        ),
        (("planerade_åtgärder", 7), "planerade_åtgärder[7]"),
        (("avsnitt", 0, "text"), "avsnitt[rubrik=Inledande ord].text"),
        (("lex_sarah", "ärenden", 0), "lex_sarah.ärenden[id=LS-9]"),
    ],
)
def test_the_identity_of_a_place_is_by_name_where_there_is_one(
    bench: Bench, route: tuple[str | int, ...], identity: str
) -> None:
    assert bench.report(TEXT).identity(route) == identity


@pytest.mark.parametrize(
    ("status", "final", "draft"),
    [
        ("utkast", False, True),
        (" Utkast ", False, True),
        ("utkast", True, False),
        ("färdig", False, False),
        ("fastställd", False, False),
        ("", False, False),
        ("5", False, False),
    ],
)
def test_a_draft_says_so_and_is_not_read_as_finished(
    bench: Bench,
    status: str,
    final: bool,  # noqa: FBT001
    draft: bool,  # noqa: FBT001
) -> None:
    text = f'status: "{status}"' if status.strip() != status else f"status: {status}"
    assert bench.report(text, final=final).is_draft is draft


def test_a_report_without_a_status_is_no_draft(bench: Bench) -> None:
    assert not bench.report("avvikelser:").is_draft


@pytest.mark.parametrize(
    ("first", "last", "days"),
    [
        ("2024-01-01", "2024-12-31", (date(2024, 1, 1), date(2024, 12, 31))),
        ("2024-09", "2025-08", (date(2024, 9, 1), date(2025, 8, 31))),
        ("2024-05-01", "2024-05-01", (date(2024, 5, 1), date(2024, 5, 1))),
        ("2024-12-31", "2024-01-01", None),
        ("2024-01-01", "", None),
        ("", "2024-12-31", None),
        ("förra året", "2024-12-31", None),
    ],
)
def test_a_period_is_known_when_both_days_are_and_follow_on_each_other(
    bench: Bench, first: str, last: str, days: tuple[date, date] | None
) -> None:
    text = f"rapport:\n  period:\n    från: {first}\n    till: {last}\n"
    assert bench.report(text).period == (Days(*days) if days else None)


def test_a_heading_is_a_text_of_the_report_block(bench: Bench) -> None:
    report = bench.report(TEXT)
    assert report.heading("kommun") == "Ekerö kommun"
    assert report.heading("nämnd") == report.heading("titel") == ""
    assert bench.report("rapport: x").heading("kommun") == ""
    assert bench.report("avvikelser:").heading("kommun") == ""


def test_the_areas_are_the_items_of_their_list(bench: Bench) -> None:
    report = bench.report(TEXT)
    assert [area.route for area in report.areas] == [
        ("verksamhetsområden", 0),
        ("verksamhetsområden", 1),
    ]
    assert [area.text("namn") for area in report.areas] == ["Vuxna", "2020"]
    assert bench.report("avvikelser:").areas == ()


def test_the_root_is_the_whole_report(bench: Bench) -> None:
    report = bench.report(TEXT)
    assert report.root == Item(report, ())
    assert report.root.value == report.data
    assert report.root.name == "rapporten"


@pytest.mark.parametrize(
    ("route", "name"),
    [
        (("avvikelser", "totalt"), "totalt"),
        ((*CASES, 0), "ärenden"),
        ((), "rapporten"),
    ],
)
def test_an_item_is_named_by_its_last_key(
    bench: Bench, route: tuple[str | int, ...], name: str
) -> None:
    assert bench.item(TEXT, *route).name == name


@pytest.mark.parametrize(
    ("dotted", "value"),
    [
        ("totalt", 12),
        ("per_status.antal", {"Öppen": None}),
        ("per_status.antal.Öppen", None),
        ("per_status.antal.Stängd", None),
        ("totalt.x", None),
        ("saknas.x.y", None),
    ],
)
def test_a_dotted_path_leads_to_a_value_or_to_none(bench: Bench, dotted: str, value: Any) -> None:
    assert bench.item(TEXT, "avvikelser").get(dotted) == value


@pytest.mark.parametrize(
    ("text", "written"),
    [("0012", "0012"), ("1.50", "1.50"), ('"  <5 "', "<5"), ("ja", "ja"), ("", ""), ("null", "")],
)
def test_the_text_of_a_value_is_as_written_without_outer_space(
    bench: Bench, text: str, written: str
) -> None:
    assert bench.item(f"avvikelser:\n  avser: {text}", "avvikelser").text("avser") == written


def test_a_block_has_no_text(bench: Bench) -> None:
    assert bench.item(TEXT, "avvikelser").text("per_status") == ""
    assert bench.report(TEXT).root.text("planerade_åtgärder") == ""


def test_the_text_of_what_is_not_there_is_empty(bench: Bench) -> None:
    assert bench.item(TEXT, "avvikelser").text("räknar") == ""


def test_the_parent_holds_the_item(bench: Bench) -> None:
    item = bench.item(TEXT, *CASES, 0)
    assert item.parent.route == CASES
    assert item.parent.parent.route == CASES[:-1]


def test_the_items_of_a_list_are_places_and_of_anything_else_none(bench: Bench) -> None:
    report = bench.report(TEXT)
    assert [item.route for item in Item(report, CASES).items] == [(*CASES, n) for n in range(3)]
    for route in (("avvikelser",), ("avvikelser", "totalt"), ("saknas",), (*CASES, 9)):
        assert Item(report, route).items == ()


def test_selecting_starts_at_the_item(bench: Bench) -> None:
    area = bench.report(TEXT).areas[0]
    assert [item.route for item in area.select("**.ärenden[*]")] == [
        (*CASES, 0),
        (*CASES, 1),
        (*CASES, 2),
    ]
    assert list(bench.report(TEXT).areas[1].select("**.ärenden[*]")) == []


BROKEN = """\
avvikelser:
  totalt: många
  per_status:
    antal:
      A: 1
      B: oklart
  analys: ja
"""


def test_reading_at_or_below_a_broken_place_stops(bench: Bench) -> None:
    item = bench.item(BROKEN, "avvikelser")
    assert item.report.broken == {
        ("avvikelser", "totalt"),
        ("avvikelser", "per_status", "antal", "B"),
    }
    for dotted in ("totalt", "totalt.x.y", "per_status.antal.B"):
        with pytest.raises(UnsoundError) as caught:
            item.get(dotted)
        assert caught.value.route in item.report.broken
    with pytest.raises(UnsoundError) as caught:
        item.text("totalt")
    assert caught.value.route == ("avvikelser", "totalt")
    assert item.get("analys") == "ja"
    assert item.get("per_status.antal.A") == 1


def test_a_whole_is_sound_only_when_nothing_below_it_is_broken(bench: Bench) -> None:
    item = bench.item(BROKEN, "avvikelser")
    item.require()
    item.at("analys").require_whole()
    with pytest.raises(UnsoundError) as caught:
        item.at("per_status").require_whole()
    assert caught.value.route == ("avvikelser", "per_status", "antal", "B")
    with pytest.raises(UnsoundError) as caught:
        item.at("totalt.x").require_whole()
    assert caught.value.route == ("avvikelser", "totalt")


def test_what_is_broken_beside_an_item_does_not_matter(bench: Bench) -> None:
    item = bench.item(BROKEN, "avvikelser", "per_status", "antal", "A")
    item.require_whole()
    assert item.value == 1


def test_selecting_stops_at_a_broken_item_but_a_report_names_it(bench: Bench) -> None:
    report = bench.report(BROKEN)
    found = report.root.select("avvikelser.per_status.antal.*")
    assert next(found).route == ("avvikelser", "per_status", "antal", "A")
    with pytest.raises(UnsoundError):
        next(found)
    assert [item.route[-1] for item in report.select("avvikelser.per_status.antal.*")] == ["A", "B"]


@pytest.mark.parametrize(
    ("value", "content"),
    [
        (None, False),
        ("", False),
        (" \n", False),
        ([], False),
        ({}, False),
        ([None, "", {}], False),
        ({"a": None, "b": [{"c": " "}]}, False),
        (0, True),
        (0.0, True),
        (False, True),
        ("x", True),
        ([None, "x"], True),
        ({"a": {"b": [0]}}, True),
    ],
)
def test_content_is_anything_but_blanks_and_blocks_of_blanks(
    value: Any,
    content: bool,  # noqa: FBT001
) -> None:
    assert has_content(value) is content


def test_nothing_is_selected_below_what_is_not_there(bench: Bench) -> None:
    assert list(bench.item(TEXT, "synpunkter").select("per_*")) == []
    assert list(bench.item(TEXT, "synpunkter").select("**")) == []
    assert list(bench.item(TEXT, "synpunkter").select("")) == []
