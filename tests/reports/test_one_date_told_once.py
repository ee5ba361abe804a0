"""One date, number or missing answer is one finding, whichever rules it breaks with."""

from __future__ import annotations

import pytest

from checker.catalog import read_catalogue
from checker.document.reader import read_document
from checker.engine import judge
from checker.resources import folder

CATALOGUE = read_catalogue(folder("rules"))
HEAD = """\
format: kvalitetsrapport/1
status: färdig
rapport:
  kommun: Exempelkommun
  nämnd: Socialnämnden
  period:
    från: 2024-01-01
    till: 2024-12-31
  upprättad: 2025-02-10
lex_sarah:
  ärenden:
    - nr: 2024-1
      verksamhet: Äldreomsorg
      händelser:
        - Ett besök uteblev.
"""
RIGHT = {
    "inträffade": "2024-02",
    "inkom": "2024-03-04",
    "utredning_klar": "2024-05-02",
    "beslut": "2024-05-13",
    "bedömning": "allvarligt missförhållande",
}


def told(text: str, *subjects: str) -> list[str]:
    """The rules of the subjects that say something of a report, each as often as it does."""
    result, crashes = judge(read_document(text.encode(), "r.yaml"), CATALOGUE)
    assert crashes == ()
    return [one.rule for one in result.findings if one.rule.startswith(subjects)]


def dated(notified: str = "2024-03-10", **wrong: str) -> str:
    """A case with all its dates, and some of them wrong."""
    lines = [f"      {name}: {value}\n" for name, value in (RIGHT | wrong).items()]
    return HEAD + "".join(lines) + f"      ivo:\n        anmäld: ja\n        datum: {notified}\n"


DATES = ("LEX009", "LEX01")


def test_dates_in_order_are_not_told() -> None:
    assert told(dated(), *DATES) == []


@pytest.mark.parametrize(
    ("field", "date"),
    [
        ("inträffade", "2026-02"),
        ("inkom", "2026-03-04"),
        ("utredning_klar", "2026-05-02"),
        ("beslut", "2026-05-13"),
    ],
)
def test_a_date_after_the_report_was_written_is_told_once(field: str, date: str) -> None:
    assert told(dated(**{field: date}), *DATES) == ["LEX015"]


def test_a_notification_after_the_report_was_written_is_told_once() -> None:
    assert told(dated(notified="2026-03-10"), *DATES) == ["LEX015"]


def test_a_decision_before_the_report_came_in_is_told_once_and_not_as_outside_the_period() -> None:
    assert told(dated(beslut="2023-05-13"), *DATES) == ["LEX009"]


def test_an_investigation_finished_after_the_decision_is_told_once_and_not_as_late() -> None:
    assert told(dated(utredning_klar="2024-11-02"), *DATES) == ["LEX009"]


def test_an_investigation_that_took_too_long_is_told_where_the_decision_follows_it() -> None:
    late = dated(utredning_klar="2024-06-02", beslut="2024-06-13")
    assert told(late, *DATES) == ["LEX016"]


def test_a_decision_outside_the_period_is_told_where_the_order_is_right() -> None:
    early = {"inträffade": "2023-02", "inkom": "2023-03-04", "utredning_klar": "2023-05-02"}
    assert told(dated(**early, beslut="2023-05-13"), "LEX011") == ["LEX011"]


def test_a_decision_shortly_after_the_period_is_in_order_where_the_case_came_in_during_it() -> None:
    assert told(dated(beslut="2025-01-20"), *DATES) == []


@pytest.mark.parametrize(
    "words",
    ["Kvinnan, 410506-XXXX, föll.", "410506-XXXX", "Kvinnan, född 1941-05-06, föll."],
)
def test_a_hidden_number_or_a_birth_date_is_told_by_the_privacy_guard_alone(words: str) -> None:
    text = HEAD + f"      enhet: Solgården\n      kommentar: {words}\n"
    assert told(text, "PERS", "DEL014") == ["PERS003"]


def test_an_exact_age_beside_a_birth_date_is_still_told() -> None:
    words = "Den 84-åriga kvinnan, född 1941-05-06, föll."
    text = HEAD + f"      enhet: Solgården\n      kommentar: {words}\n"
    assert told(text, "PERS") == ["PERS007", "PERS003"]


def test_a_placeholder_of_crosses_is_still_told() -> None:
    assert told(HEAD + "      kommentar: Se ärende XXXX\n", "DEL014") == ["DEL014"]
