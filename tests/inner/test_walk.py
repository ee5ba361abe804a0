from __future__ import annotations

import copy
import json
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from referencing import Registry

from checker.document.reader import read_document
from checker.schema.misfit import misfits
from checker.schema.shape import read_shape
from checker.schema.walk import Visit, allowed, report_schema, walk

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.document.model import Route
    from tests.inner.conftest import Bench

REPORTS = sorted((Path(__file__).resolve().parents[2] / "reports_yaml").glob("*-20*.yaml"))
WRONG: tuple[Any, ...] = (
    *(None, True, False, 0, -1, 1, 1899, 1900, 2024, 2.0, 2.5, "", "text", "<5", "2024"),
    *("ja", "nej", "utkast", "Utkast", "SoL", "kritik", "noll", [], {}, [None], [1, "x"], [{}]),
    *({"namn": "x"}, {"text": "x"}, {"x": 1}, {"åtgärd": None}, [[1]], {"2024": 1, "20245": 1}),
)
KEYS = ("namn", "antal", "år", "totalt", "x", "", "2024", "2024\n", "åtgärd", "Namn", "format")
# Where to do it (counted over all places), what to do, and with which value or key.
Damage = tuple[int, str, int]
DAMAGE = st.lists(
    st.tuples(
        st.integers(0, 5000),
        st.sampled_from(["delete", "rename", "swap", "add", "append"]),
        st.integers(0, len(WRONG) - 1),
    ),
    max_size=4,
)


WHICH = st.sampled_from([0, 0, 1, 1, 2])  # the last one is long, and slow to ask jsonschema about


@cache
def report(index: int) -> Any:
    file = REPORTS[index % len(REPORTS)]
    data = read_document(file.read_bytes(), file.name).data
    assert data is not None
    return data


def holders(data: Any) -> Iterator[Any]:
    """Every mapping and list, the top one first."""
    waiting = [data]
    while waiting:
        here = waiting.pop(0)
        if isinstance(here, dict | list):
            yield here
            waiting += here.values() if isinstance(here, dict) else here


def damaged(data: Any, damage: list[Damage]) -> Any:
    data = copy.deepcopy(data)
    for place, what, which in damage:
        found = list(holders(data))
        here = found[place % len(found)]
        value = copy.deepcopy(WRONG[which])
        keys = list(here) if isinstance(here, dict) else list(range(len(here)))
        key = keys[place % len(keys)] if keys else None
        if what == "add" and isinstance(here, dict):
            here[KEYS[which % len(KEYS)]] = value
        elif what == "append" and isinstance(here, list):
            here.append(value)
        elif key is None:
            continue
        elif what == "delete":
            del here[key]
        elif what == "rename" and isinstance(here, dict):
            here[f"{key}x" if which % 2 else KEYS[which % len(KEYS)]] = here.pop(key)
        else:
            here[key] = value
    return data


@cache
def validator() -> Draft202012Validator:
    return Draft202012Validator(report_schema(), registry=Registry())


@pytest.mark.parametrize("index", range(len(REPORTS)), ids=lambda index: REPORTS[index].stem)
def test_the_shipped_reports_fit(index: int) -> None:
    assert all(visit.fits for visit in walk(report(index)))
    assert validator().is_valid(report(index))


@settings(max_examples=200)
@given(WHICH, DAMAGE)
def test_the_walk_says_yes_or_no_as_jsonschema_does(index: int, damage: list[Damage]) -> None:
    data = damaged(report(index), damage)
    assert all(visit.fits for visit in walk(data)) == validator().is_valid(data)


@given(
    st.recursive(
        st.sampled_from(WRONG),
        lambda below: st.one_of(
            st.lists(below, max_size=3),
            st.dictionaries(st.sampled_from(sorted(report_schema()["properties"])), below),
        ),
        max_leaves=12,
    )
)
@example([])
@example(None)
@example("format")
def test_anything_at_all_gets_the_answer_of_jsonschema(data: Any) -> None:
    assert all(visit.fits for visit in walk(data)) == validator().is_valid(data)


@given(WHICH, DAMAGE)
def test_a_report_that_does_not_fit_is_told_and_one_that_fits_is_not(
    index: int, damage: list[Damage]
) -> None:
    data = damaged(report(index), damage)
    if not isinstance(data, dict):
        return
    text = json.dumps(data, ensure_ascii=False, indent=1)
    document = read_document(text.encode(), "namn.yaml", traps=False)
    if document.faults:  # an empty key and the like; told by the reader
        return
    assert document.data == data
    told = list(misfits(document))
    assert bool(told) != validator().is_valid(data)
    places = [(misfit.code, misfit.problem.route) for misfit in told]
    assert len(set(places)) == len(places)
    shape = read_shape(document)
    if shape.judged:
        assert {route for one in told for route in one.broken} <= shape.broken


def visits(text: str, bench: Bench) -> list[Visit]:
    return list(walk(bench.document(text).data))


def test_every_value_is_visited_parents_first_in_the_order_of_the_text(bench: Bench) -> None:
    text = """\
    avvikelser:
      per_status:
        antal:
          B: [1, 2]
          A: 3
      totalt: 3
    status: utkast
    """
    assert visits(text, bench)[1:-1] == [
        Visit(
            ("avvikelser",), {"per_status": {"antal": {"B": [1, 2], "A": 3}}, "totalt": 3}, *PART
        ),
        Visit(("avvikelser", "per_status"), {"antal": {"B": [1, 2], "A": 3}}, *TABLE),
        Visit((*ROWS,), {"B": [1, 2], "A": 3}, "", fits=True),
        Visit((*ROWS, "B"), [1, 2], "cell_eller_rad", fits=True),
        Visit((*ROWS, "B", 0), 1, "cell", fits=True),
        Visit((*ROWS, "B", 1), 2, "cell", fits=True),
        Visit((*ROWS, "A"), 3, "cell_eller_rad", fits=True),
        Visit(("avvikelser", "totalt"), 3, "cell", fits=True),
        Visit(("status",), "utkast", "", fits=True),
    ]


ROWS: Route = ("avvikelser", "per_status", "antal")
PART: tuple[str, bool] = ("del_med_antal", True)
TABLE: tuple[str, bool] = ("tabell", True)


def test_what_the_schema_does_not_know_is_not_visited(bench: Bench) -> None:
    text = "avvikelser:\n  väder: {a: 1}\n  totalt: 3\n"
    seen = {visit.route: visit.fits for visit in visits(text, bench)}
    assert seen == {
        (): True,
        ("avvikelser",): False,
        ("avvikelser", "totalt"): True,
        ("format",): True,
    }


@pytest.mark.parametrize(
    ("key", "schema", "below"),
    [
        ("a", {"properties": {"a": {"type": "null"}}}, {"type": "null"}),
        ("2024", {"patternProperties": {"^[0-9]{4}$": {"type": "number"}}}, {"type": "number"}),
        (
            "202",
            {"patternProperties": {"^[0-9]{4}$": {}}, "additionalProperties": False},
            False,
        ),
        ("b", {"properties": {"a": {}}, "additionalProperties": False}, False),
        (
            "b",
            {"properties": {"a": {}}, "additionalProperties": {"type": "null"}},
            {"type": "null"},
        ),
        ("b", {"properties": {"a": {}}}, True),
        ("b", {}, True),
    ],
)
def test_a_key_leads_to_its_schema(key: str, schema: dict[str, Any], below: Any) -> None:
    assert allowed(key, schema) == below


def test_the_schema_is_a_valid_one() -> None:
    Draft202012Validator.check_schema(report_schema())


def test_the_schema_keeps_to_the_keywords_that_the_walk_knows() -> None:
    known = {
        *("$schema", "$id", "$defs", "$ref", "title", "description", "examples", "type", "enum"),
        *("minimum", "required", "properties", "patternProperties", "additionalProperties"),
        "items",
    }
    waiting: list[Any] = [report_schema()]
    while waiting:
        schema = waiting.pop()
        assert set(schema) <= known
        for word in ("$defs", "properties", "patternProperties"):
            waiting += schema.get(word, {}).values()
        for word in ("items", "additionalProperties"):
            if isinstance(schema.get(word), dict):
                waiting.append(schema[word])


def test_no_key_is_both_named_and_fitted_by_a_pattern() -> None:
    # The walk follows the first of the two; jsonschema asks both.
    for schema in (report_schema(), *report_schema()["$defs"].values()):
        for pattern in schema.get("patternProperties", {}):
            fitted = {"patternProperties": {pattern: {}}, "additionalProperties": False}
            assert not any(allowed(key, fitted) == {} for key in schema["properties"])
