"""The lex Sarah register: what each cell says of a case."""

from __future__ import annotations

from textwrap import dedent, indent

import pytest

from checker.overview.page import MISSING, State
from checker.overview.register import SECRECY, register
from tests.overview.small_reports import LINES_BEFORE, cells, head, judged, lines, report

UNTESTED = "kunde inte kontrolleras"
OF_THE_YEAR = """\
- nr: 2024-1
  lagrum: SoL
  verksamhet: Hemtjänst
  utförare: egen regi
  inkom: 2024-02-20
  utredning_klar: 2024-03-01
  beslut: 2024-03-05
  antal_händelser: <5
  antal_rapporter: ca 3
  händelser:
    - En person fick inte sina besök.
    - Larmet gick inte fram.
  orsaker:
    - Planeringen ändrades
    - |
      Ingen
      märkte det
  konsekvenser: Ingen mat.
  bedömning: allvarligt missförhållande
  åtgärder:
    föreslagna:
      - Utbildning
    planerade:
      - åtgärd: Larm i systemet
        klart: 2024-12
      - Ny rutin
    pågående:
      - Genomgång
    genomförda:
      - Samtal
      - Brev
      -
  ivo:
    anmäld: ja
    datum: 2024-03-06
    utfall: pågår
"""


def listed(*cases: str) -> str:
    return "lex_sarah:\n  ärenden:\n" + indent("".join(map(dedent, cases)), "    ")


def only_row(*case: str) -> dict[str, str]:
    table, _ = register(report(listed(*case)))
    (row,) = table.rows
    return cells(table, row)


def test_a_full_case_is_told_in_every_cell() -> None:
    assert only_row(OF_THE_YEAR) == {
        "number": "2024-1",
        "area": "Hemtjänst",
        "act": "SoL",
        "provider": "egen regi",
        "received": "2024-02-20",
        "decided": "2024-03-05",
        "days": "14",
        "reports": "ca 3",
        "events": "<5",
        "event": "En person fick inte sina besök; Larmet gick inte fram",
        "cause": "Planeringen ändrades; Ingen märkte det",
        "consequence": "ja",
        "assessment": "allvarligt missförhållande",
        "proposed": "1",
        "planned": "2",
        "ongoing": "1",
        "done": "2",
        "refers_to": "inget ärende",
        "ivo": "ja",
        "ivo_date": "2024-03-06",
        "ivo_outcome": "pågår",
        "remains": ("1 föreslagen åtgärd; 2 planerade åtgärder; 1 pågående åtgärd; pågår hos IVO"),
    }


def test_each_cell_says_where_it_is_from() -> None:
    table, _ = register(report(listed(OF_THE_YEAR)))
    first = LINES_BEFORE + 3
    at = [[first + line for line in found] for found in (
        [0], [2], [1], [3], [4], [6], [4, 6], [8], [7], [9], [12], [17], [18],
        [20], [22], [26], [28], [], [33], [34], [35], [20, 22, 26, 35],
    )]  # fmt: skip
    assert lines(table.rows[0]) == at
    place = table.rows[0].cells[4].places[0]
    assert (place.file, place.route) == ("a.yaml", ("lex_sarah", "ärenden", 0, "inkom"))


@pytest.mark.parametrize("case", ["- nr: 7\n", "- id: 7\n"])
def test_what_a_case_does_not_say_is_missing_and_never_nought(case: str) -> None:
    missing = dict.fromkeys(only_row(case), MISSING)
    told = {"number": "7", "consequence": "nej", "refers_to": "inget ärende"}
    assert only_row(case) == missing | told | {"remains": "bedömning saknas"}


def test_a_case_that_stands_empty_is_still_a_case() -> None:
    table, sums = register(report(listed("- nr: 1\n", "-\n")))
    assert [cells(table, row)["number"] for row in table.rows] == ["1", MISSING]
    assert cells(table, table.rows[1])["remains"] == "bedömning saknas"
    assert table.rows[1].cells[0].places[0].line == LINES_BEFORE + 4
    assert cells(sums, sums.rows[-1])["missing"] == "2"


def test_fields_that_stand_empty_are_missing() -> None:
    case = """\
        - nr: 1
          händelser: []
          orsaker:
          konsekvenser: ''
          bedömning:
          åtgärder:
            planerade: []
            genomförda:
          ivo:
        """
    told = only_row(case)
    names = ("events", "event", "cause", "assessment", "planned", "done", "ivo")
    assert {told[name] for name in names} == {MISSING}
    assert told["consequence"] == "nej"


def test_a_stated_nought_and_a_printed_lack_are_told_as_such() -> None:
    told = only_row(
        "- antal_händelser: 0\n  antal_rapporter: ..\n  ivo:\n    anmäld: uppgift saknas\n"
    )
    assert (told["events"], told["reports"], told["ivo"]) == ("0", MISSING, MISSING)


def test_a_selection_of_events_gives_the_least_number() -> None:
    case = "- nr: 1\n  visar_delar: ja\n  händelser:\n    - A\n    -\n    - B\n"
    assert only_row(case)["events"] == "minst 2"
    assert only_row(case.replace("ja", "nej"))["events"] == "2"


def test_long_words_are_cut_and_numbers_of_persons_are_masked() -> None:
    person = "64" + "0823" + "-" + "32" + "34"
    told = only_row(f"- nr: {person}\n  händelser:\n    - {person} {'x' * 90}\n")
    assert told["number"] == "ÅÅMMDD-XXXX"
    assert told["event"].startswith("ÅÅMMDD-XXXX xxx")
    assert (len(told["event"]), told["event"][-1]) == (60, "…")


def test_an_area_and_a_verksamhet_are_both_told_unless_they_are_the_same() -> None:
    text = """\
        verksamhetsområden:
          - namn: Äldre
            lex_sarah:
              ärenden:
                - verksamhet: Hemtjänst
                - verksamhet: Äldre
                - nr: 3
        """
    table, _ = register(report(text))
    areas = [cells(table, row)["area"] for row in table.rows]
    assert areas == ["Äldre › Hemtjänst", "Äldre", "Äldre"]


def test_a_case_that_refers_to_another_says_so_wherever_its_measures_would_stand() -> None:
    cases = "- nr: A1\n  bedömning: missförhållande\n  åtgärder:\n    se_ärende: {}\n- nr: A2\n"
    table, _ = register(report(listed(cases.format("a2"))))
    told = cells(table, table.rows[0])
    assert {told[name] for name in ("proposed", "planned", "ongoing", "done")} == {"se a2"}
    assert (told["refers_to"], told["remains"]) == ("a2", "se ärende a2")
    place = table.rows[0].cells[17].places
    assert [one.line for one in place] == [LINES_BEFORE + 6, LINES_BEFORE + 7]
    table, _ = register(report(listed(cases.format("A9"))))
    told = cells(table, table.rows[0])
    assert told["refers_to"] == "A9 (finns inte i rapporten)"
    assert told["remains"] == "se ärende A9 (finns inte i rapporten)"


def test_a_reference_goes_to_the_case_of_its_own_list() -> None:
    cases = "- nr: 1\n  åtgärder:\n    se_ärende: 2\n- nr: 2\n"
    area = "  - namn: {}\n" + indent(listed(cases), "    ")
    table, _ = register(report("verksamhetsområden:\n" + area.format("A") + area.format("B")))
    found = [row.cells[17].places[-1].route for row in table.rows if row.cells[17].places]
    of_list = ("lex_sarah", "ärenden", 1)
    assert found == [("verksamhetsområden", index, *of_list) for index in (0, 1)]


@pytest.mark.parametrize(
    ("case", "words"),
    [
        ("bedömning: missförhållande", "åtgärder saknas"),
        ("bedömning: risk för missförhållande", "åtgärder saknas"),
        ("bedömning: inget missförhållande", "inget enligt rapporten"),
        ("bedömning: utredning pågår", "utredning pågår"),
        ("bedömning: allvarligt missförhållande", "åtgärder saknas; besked om IVO saknas"),
        (
            "bedömning: påtaglig risk för allvarligt missförhållande\n  ivo:\n    anmäld: nej",
            "åtgärder saknas; inte anmält till IVO",
        ),
        (
            "bedömning: missförhållande\n  åtgärder:\n    genomförda:\n      - A",
            "inget enligt rapporten",
        ),
        (
            "bedömning: missförhållande\n  åtgärder:\n    pågående:\n      - A\n      - B",
            "2 pågående åtgärder",
        ),
        (
            "bedömning: inget missförhållande\n  ivo:\n    anmäld: ja",
            "datum för anmälan till IVO saknas; utfall hos IVO saknas",
        ),
        (
            "ivo:\n    anmäld: ja\n    datum: 2024-03\n    utfall: avslutat",
            "bedömning saknas",
        ),
    ],
)
def test_what_remains_is_what_the_report_shows(case: str, words: str) -> None:
    assert only_row(f"- {case}\n")["remains"] == words


def test_what_was_not_reported_to_ivo_has_no_date_and_no_outcome() -> None:
    table, _ = register(report(listed("- nr: 1\n  ivo:\n    anmäld: nej\n")))
    date, outcome = table.rows[0].cells[19:21]
    assert date == outcome
    assert (date.text, date.state) == ("ej aktuellt: inte anmält", State.NOT_APPLICABLE)


def test_what_cannot_be_read_says_so_in_its_own_cell() -> None:
    case = """\
        - nr: 1
          inkom: i våras
          lagrum: Skollagen
          händelser:
            - A
            - {B: c}
          bedömning: missförhållande
          åtgärder:
            planerade: Ny rutin
        """
    table, _ = register(report(listed(case)))
    told = cells(table, table.rows[0])
    names = {name for name, words in told.items() if UNTESTED in words}
    measures = {"planned", "remains"}
    assert names == {"received", "act", "days", "events", "event"} | measures
    assert told["remains"] == f"åtgärder {UNTESTED}"
    states = {cell.state for cell in table.rows[0].cells if UNTESTED in cell.text}
    assert states == {State.NOT_TESTED}
    assert lines(table.rows[0])[4] == [LINES_BEFORE + 4]


@pytest.mark.parametrize(
    ("field", "column"),
    [
        ("åtgärder:\n    planerade:\n      - Ny rutin\n      - - 1\n", "planned"),
        ("konsekvenser:\n    - Ingen mat\n    - - 1\n", "consequence"),
        ("orsaker:\n    - Brist\n    - - 1\n", "cause"),
    ],
)
def test_a_list_is_not_told_in_part_as_if_it_were_whole(field: str, column: str) -> None:
    assert only_row(f"- nr: 1\n  {field}")[column] == UNTESTED


def test_a_reference_is_told_also_where_the_other_cases_cannot_be_read() -> None:
    text = listed("- nr: 1\n  åtgärder:\n    se_ärende: 2\n", "- nr: [2]\n")
    table, _ = register(report(text))
    told = cells(table, table.rows[0])
    assert (told["refers_to"], told["remains"]) == (
        "2",
        f"bedömning saknas; åtgärder {UNTESTED}",
    )
    assert lines(table.rows[0])[17] == [LINES_BEFORE + 5]


def test_cases_below_a_broken_part_are_told_once_each() -> None:
    part = listed("- nr: 1\n  bedömning: missförhållande\n")
    table, sums = register(report(part + "lex_sarah:\n  totalt: 3\n"))
    (row,) = table.rows
    assert cells(table, row)["assessment"] == UNTESTED
    assert sums.rows[-1].cells[-1].text == "1"


def test_a_case_that_is_no_case_is_told_as_unreadable() -> None:
    table, sums = register(report(listed("- nr: 1\n  bedömning: missförhållande\n", "- En text\n")))
    told = cells(table, table.rows[0])
    whole = "; ".join(f"{part} {UNTESTED}" for part in ("bedömning", "åtgärder", "IVO"))
    assert told == dict.fromkeys(told, UNTESTED) | {"remains": whole}
    counted = {key: text for key, text in cells(sums, sums.rows[-1]).items() if text != "0"}
    assert counted == {"area": "Totalt", "misconduct": "1", "not_tested": "1", "total": "2"}


@pytest.mark.parametrize(
    ("text", "area", "line"),
    [
        ("lex_sarah:\n  ärenden: Tretton stycken\n", UNTESTED, 2),
        ("lex_sarah: Tretton ärenden\n", UNTESTED, 1),
        ("lex_sara:\n  ärenden:\n    - nr: 1\n", UNTESTED, 1 - LINES_BEFORE),
        ("verksamhetsområden: Vuxna\n", UNTESTED, 1),
        ("verksamhetsområden:\n  - Vuxna\n", UNTESTED, 2),
        ("verksamhetsområden:\n  - namn: Vuxna\n    lex_sarah: Inga\n", "Vuxna", 3),
    ],
)
def test_a_list_that_cannot_be_read_is_never_no_cases(text: str, area: str, line: int) -> None:
    table, sums = register(report(text))
    (row,) = table.rows
    assert cells(table, row) == dict.fromkeys(cells(table, row), UNTESTED) | {"area": area}
    assert {place.line for cell in row.cells for place in cell.places} == {LINES_BEFORE + line}
    assert [one.kind for one in sums.rows] == ["row", "sum"]
    assert {cell.text for cell in sums.rows[1].cells[1:]} == {"minst 0"}


def test_a_file_that_is_no_report_stands_in_the_register() -> None:
    table, sums = register(judged(head() + listed("- nr: 1\n"), "a: b\n"))
    rows = [cells(table, row) for row in table.rows]
    assert [row["report"] for row in rows] == ["b.yaml", "a.yaml"]
    assert {text for key, text in rows[0].items() if key != "report"} == {UNTESTED}
    assert [row.cells[0].text for row in sums.rows] == [
        *("a.yaml", MISSING, "Totalt"),
        *("b.yaml", UNTESTED, "Totalt"),
    ]


def test_it_is_headed_as_working_material_and_says_when_it_is_empty() -> None:
    table, sums = register(report("avvikelser:\n  totalt: 1\n"))
    assert table.notes[0] == SECRECY
    assert SECRECY.startswith("Arbetsmaterial. Ska sekretessgranskas ")
    assert table.notes[-1] == "Inga lex Sarah-ärenden står i det som har lästs."
    assert (table.rows, sums.rows) == ((), ())
    assert "report" not in {column.key for column in table.columns}


def test_a_draft_is_told_as_it_stands() -> None:
    table, _ = register(report(listed("- nr: 1\n  bedömning: missförhållande\n"), status="utkast"))
    assert cells(table, table.rows[0])["remains"] == "åtgärder saknas"
