from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from checker.document.selector import Index, Selector, SelectorError, parse_selector

if TYPE_CHECKING:
    from checker.document.model import Route

REPORT: dict[str, Any] = {
    "avvikelser": {"totalt": 3, "per_status": {"antal": {"A": 1}}, "per_orsak": None},
    "lex_sarah": {"ärenden": [{"nr": 1}, {"nr": 2, "ivo": {"anmäld": "ja"}}]},
    "områden": [
        {"namn": "Vuxna", "lex_sarah": {"ärenden": [{"nr": 3}]}},
        {"namn": "Barn", "lex_sarah": None},
    ],
    "kap. 11": {"SoL [ny]": 7},
}


def routes(selector: str, data: Any = REPORT) -> list[Route]:
    return list(parse_selector(selector).select(data))


@pytest.mark.parametrize(
    ("text", "steps"),
    [
        ("", ()),
        ("avvikelser", ("avvikelser",)),
        ("avvikelser.totalt", ("avvikelser", "totalt")),
        ("ärenden[*].nr", ("ärenden", "[*]", "nr")),
        ("[*][*]", ("[*]", "[*]")),
        ("**.per_*", ("**", "per_*")),
        ('"kap. 11"."SoL [ny]"', ("kap. 11", "SoL [ny]")),
        ('a."b.c"[*]', ("a", "b.c", "[*]")),
    ],
)
def test_a_selector_is_read_step_by_step(text: str, steps: tuple[str, ...]) -> None:
    assert parse_selector(text) == Selector(text, steps)


@pytest.mark.parametrize(
    "text", [".", ".a", "a.", "a..b", "a[", "a]", "a[0]", "[]", '"a', 'a""', '""', "a.[*]"]
)
def test_what_is_no_step_is_refused(text: str) -> None:
    with pytest.raises(SelectorError) as caught:
        parse_selector(text)
    assert str(caught.value) == text


def test_the_empty_selector_is_the_report_itself() -> None:
    assert routes("") == [()]


def test_keys_lead_down_one_level_each() -> None:
    assert routes("avvikelser.totalt") == [("avvikelser", "totalt")]


def test_a_key_that_stands_empty_is_found() -> None:
    assert routes("avvikelser.per_orsak") == [("avvikelser", "per_orsak")]


@pytest.mark.parametrize("text", ["synpunkter", "avvikelser.totalt.andel", "områden.namn", "a.b"])
def test_a_key_that_is_not_there_selects_nothing(text: str) -> None:
    assert routes(text) == []


def test_every_item_of_a_list_is_selected() -> None:
    assert routes("lex_sarah.ärenden[*]") == [
        ("lex_sarah", "ärenden", 0),
        ("lex_sarah", "ärenden", 1),
    ]


def test_items_of_something_that_is_no_list_are_none() -> None:
    assert routes("avvikelser[*]") == routes("avvikelser.totalt[*]") == []


def test_an_item_step_is_no_key() -> None:
    assert routes("[*]", {"[*]": 1}) == []


def test_a_star_is_every_key() -> None:
    assert routes("avvikelser.*") == [
        ("avvikelser", "totalt"),
        ("avvikelser", "per_status"),
        ("avvikelser", "per_orsak"),
    ]


def test_a_star_is_no_list_item() -> None:
    assert routes("områden.*") == []


@pytest.mark.parametrize(
    ("pattern", "fitting"),
    [
        ("per_*", ["per_", "per_a", "per_a_summa", "per_summa"]),
        ("*_summa", ["_summa", "per_a_summa", "per_summa"]),
        ("per_*_summa", ["per_a_summa"]),
        ("x*", []),
    ],
)
def test_a_star_in_a_key_stands_for_any_letters(pattern: str, fitting: list[str]) -> None:
    keys = ["_summa", "a_per_", "per_", "per_a", "per_a_summa", "per_summa"]
    assert routes(pattern, dict.fromkeys(keys)) == [(name,) for name in fitting]


def test_start_and_end_of_a_pattern_may_not_share_letters() -> None:
    assert routes("aba*aba", {"aba": 1, "ababa": 1, "abaaba": 1}) == [("abaaba",)]


def test_two_stars_are_zero_or_more_levels() -> None:
    assert routes("**.lex_sarah") == [
        ("lex_sarah",),
        ("områden", 0, "lex_sarah"),
        ("områden", 1, "lex_sarah"),
    ]


def test_two_stars_go_through_lists_too() -> None:
    assert routes("**.nr") == [
        ("lex_sarah", "ärenden", 0, "nr"),
        ("lex_sarah", "ärenden", 1, "nr"),
        ("områden", 0, "lex_sarah", "ärenden", 0, "nr"),
    ]


def test_two_stars_at_the_end_are_everything_below() -> None:
    assert routes("lex_sarah.ärenden[*].ivo.**") == [
        ("lex_sarah", "ärenden", 1, "ivo"),
        ("lex_sarah", "ärenden", 1, "ivo", "anmäld"),
    ]


def test_a_place_that_is_found_in_two_ways_is_given_once() -> None:
    assert routes("**.**.nr", {"a": {"nr": 1}}) == [("a", "nr")]


def test_places_come_in_the_order_of_the_text() -> None:
    assert routes("*.x", {"b": {"x": 1}, "a": {"x": 2}}) == [("b", "x"), ("a", "x")]


def test_a_selector_can_start_below_the_root() -> None:
    found = parse_selector("ärenden[*]").select(REPORT["lex_sarah"], ("lex_sarah",))
    assert list(found) == [("lex_sarah", "ärenden", 0), ("lex_sarah", "ärenden", 1)]


def test_a_quoted_key_may_hold_dots_and_brackets() -> None:
    assert routes('"kap. 11"."SoL [ny]"') == [("kap. 11", "SoL [ny]")]


@pytest.mark.parametrize("data", [None, 5, "text", []])
def test_nothing_is_found_in_what_holds_no_keys(data: Any) -> None:
    assert routes("**.a", data) == []


KEY = st.sampled_from(["a", "b", "per_a", "per_b", "per_"])
DATA = st.recursive(
    st.none() | st.integers(0, 3),
    lambda below: st.lists(below, max_size=3) | st.dictionaries(KEY, below, max_size=3),
    max_leaves=12,
)
STEP = st.sampled_from(["a", "b", "per_a", "per_*", "*_a", "*", "**", "[*]"])


@given(DATA, st.lists(STEP, max_size=3))
@example({"a": {"b": 1}}, ["**"])
@example([{"a": 1}], ["**", "a"])
@example({"per_a": {"per_b": {"a": 1}}}, ["per_*", "a"])
def test_an_index_finds_what_a_walk_finds(data: Any, steps: list[str]) -> None:
    selector = parse_selector(".".join(["**", *steps]).replace(".[*]", "[*]"))
    assert set(selector.select_from(Index(data))) == set(selector.select(data))


@pytest.mark.parametrize("text", ["", "a", "a.b", "*.b", "a[*]", "**", "**.*", "**[*]", "**.**.b"])
def test_an_index_is_of_use_only_where_a_key_follows_two_stars(text: str) -> None:
    data: Any = {"a": {"b": [{"b": 1}]}, "b": [2]}
    selector = parse_selector(text)
    assert list(selector.select_from(Index(data))) == list(selector.select(data))


@pytest.mark.parametrize(
    ("text", "data"),
    [
        ("**.a.**", {"a": {"a": {"b": 1}}}),
        ("**.per_*", {"x": {"per_b": 1, "per_a": 2}, "y": {"per_b": 3}}),
    ],
)
def test_an_index_gives_each_place_once_in_the_order_of_the_text(text: str, data: Any) -> None:
    selector = parse_selector(text)
    assert list(selector.select_from(Index(data))) == list(selector.select(data))


@pytest.mark.parametrize("text", ["a.*b*", "a[*]b", 'a"b"'])
def test_a_slip_in_a_selector_is_refused(text: str) -> None:
    with pytest.raises(SelectorError):
        parse_selector(text)
