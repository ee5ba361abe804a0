"""Each deviation from the shape: its code, its place, its words, and what it makes unusable."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from checker.document.reader import read_document
from checker.schema.misfit import MOST_GUESSES
from checker.schema.shape import read_shape

if TYPE_CHECKING:
    from collections.abc import Mapping

    from checker.document.model import Route
    from checker.schema.shape import Shape
    from tests.inner.conftest import Bench

Told = tuple[str, str, dict[str, str]]
CHOICES = "Skriv ”utkast”, ”färdig” eller ”fastställd”."
ELSEWHERE = "Ta bort den, eller skriv uppgiften under avsnitt med en egen rubrik."


def dotted(route: Route) -> str:
    return ".".join(map(str, route))


def told(shape: Shape) -> list[Told]:
    return [
        (one.code, dotted(one.problem.route), dict(one.problem.values)) for one in shape.misfits
    ]


def broken(shape: Shape) -> list[str]:
    return sorted(map(dotted, shape.broken))


def values(shape: Shape) -> Mapping[str, str]:
    (only,) = shape.misfits
    return only.problem.values


def codes(shape: Shape) -> list[str]:
    return [one.code for one in shape.misfits]


def test_a_report_that_fits_has_nothing_told(bench: Bench) -> None:
    shape = bench.shape("status: utkast\navvikelser:\n  totalt: 3\n")
    assert (shape.judged, shape.misfits, shape.broken) == (True, (), frozenset())


# --- format ---


def read(text: str) -> Shape:
    return read_shape(read_document(text.encode(), "namn.yaml", traps=False))


def test_a_file_without_a_format_is_no_report() -> None:
    shape = read("avvikelser:\n  totalt: många\n  väder: x\n")
    assert not shape.judged
    assert told(shape) == [("no-format", "format", {"förslag": ""})]
    assert shape.values.cells == {}


def test_a_misspelt_format_key_is_suggested() -> None:
    suggestion = " Menade du format i stället för fromat?"
    assert told(read("fromat: kvalitetsrapport/1\n")) == [
        ("no-format", "format", {"förslag": suggestion})
    ]


@pytest.mark.parametrize(
    ("stated", "code", "shown"),
    [
        ("kvalitetsrapport/2", "newer-format", "kvalitetsrapport/2"),
        ("kvalitetsrapport/10", "newer-format", "kvalitetsrapport/10"),
        ("kvalitetsrapport/999999999", "newer-format", "kvalitetsrapport/999999999"),
        ("kvalitetsrapport/9999999999", "unknown-format", "kvalitetsrapport/9999999999"),
        ("kvalitetsrapport/0", "unknown-format", "kvalitetsrapport/0"),
        ("kvalitetsrapport/1.5", "unknown-format", "kvalitetsrapport/1.5"),
        ("kvalitetsrapport/", "unknown-format", "kvalitetsrapport/"),
        ("kvalitetsrapport", "unknown-format", "kvalitetsrapport"),
        ("Kvalitetsrapport/1", "unknown-format", "Kvalitetsrapport/1"),
        ("patientrapport/2", "unknown-format", "patientrapport/2"),
        ("1", "unknown-format", "1"),
        ("true", "unknown-format", "true"),
        ("", "unknown-format", "tomt"),
        ("{a: 1}", "unknown-format", "en uppställning med nycklar"),
        ("[1]", "unknown-format", "en lista"),
        ("0102" + "031234", "unknown-format", "ÅÅMMDD-XXXX"),
    ],
)
def test_a_format_that_is_not_ours_is_newer_or_unknown(stated: str, code: str, shown: str) -> None:
    shape = read(f"format: {stated}\n")
    assert not shape.judged
    assert told(shape) == [(code, "format", {"format": shown, "kända": "kvalitetsrapport/1"})]


@pytest.mark.parametrize("number", ["²", "9" * 5000])
def test_a_format_number_that_is_no_number_is_told(number: str) -> None:
    assert not read(f"format: kvalitetsrapport/{number}\n").judged


# --- keys ---


def test_a_misspelt_key_is_one_mistake_and_its_neighbour_cannot_be_trusted(bench: Bench) -> None:
    shape = bench.shape("avikelser:\n  totalt: 3\n")
    assert told(shape) == [
        ("unknown-key", "avikelser", {"nyckel": "avikelser", "förslag": "Menade du avvikelser?"})
    ]
    assert broken(shape) == ["avikelser", "avvikelser"]


def test_no_rule_says_that_the_neighbour_of_a_misspelt_key_is_missing(bench: Bench) -> None:
    rule = bench.rule(
        check="part_present",
        parameters={"parts": ["avvikelser"], "called": "avvikelser"},
        message="{del} {läge}{var}.",
    )
    result = bench.judge("avikelser:\n  totalt: 3\n", rule)
    assert [(one.name, one.span.line) for one in result.findings] == [("unknown-key", 1)]
    assert [(one.rule, one.reason) for one in result.not_run] == [
        ("TST001", "uppgiften går inte att läsa: se påpekandet på rad 1")
    ]
    missing = bench.judge("synpunkter:\n  totalt: 3\n", rule)
    assert [one.message for one in missing.findings] == ["avvikelser saknas."]


def test_a_key_that_is_there_already_is_named_as_a_twin(bench: Bench) -> None:
    shape = bench.shape("avvikelser:\n  totalt: 3\n  Totalt: 4\n")
    assert told(shape) == [
        (
            "unknown-key",
            "avvikelser.Totalt",
            {"nyckel": "Totalt", "förslag": "Nyckeln totalt finns redan här."},
        )
    ]
    assert broken(shape) == ["avvikelser.Totalt"]


def test_where_few_keys_are_known_they_are_listed(bench: Bench) -> None:
    shape = bench.shape("rapport:\n  period:\n    längd: ett år\n")
    assert values(shape) == {
        "nyckel": "längd",
        "förslag": "Här kan det stå från, till, benämning eller förklaring.",
    }


def test_where_many_keys_are_known_another_way_out_is_told(bench: Bench) -> None:
    shape = bench.shape("avvikelser:\n  solsken: ja\n")
    assert values(shape) == {"nyckel": "solsken", "förslag": ELSEWHERE}
    assert broken(shape) == ["avvikelser.solsken"]


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        (
            "avvikelser:\n  lex_sarah: x\n",
            "Den hör hemma längst till vänster, eller direkt i ett verksamhetsområde.",
        ),
        (
            "ansvar:\n  socialchef: x\n",
            "Här ska det stå en lista, med ett bindestreck framför varje punkt.",
        ),
        (
            "avvikelser:\n  per_status:\n    Avslutad: 4\n",
            "Är det en rad i tabellen ska den stå under antal, två mellanslag längre in.",
        ),
    ],
)
def test_a_key_in_the_wrong_place_is_told_where_it_belongs(
    bench: Bench, text: str, hint: str
) -> None:
    assert values(bench.shape(text))["förslag"] == hint


def test_a_report_of_nothing_but_unknown_keys_is_told_without_guesses(bench: Bench) -> None:
    keys = [f"avikelser{'x' * number}" for number in range(3)]
    fillers = [f"okänd{number}" for number in range(MOST_GUESSES - 1)]
    shape = bench.shape("".join(f"{key}: 1\n" for key in [keys[0], *fillers, keys[1], keys[2]]))
    hints = {one.problem.route[0]: one.problem.values["förslag"] for one in shape.misfits}
    assert len(hints) == MOST_GUESSES + 2
    assert hints[keys[0]] == "Menade du avvikelser?"
    assert hints[keys[1]] == hints[keys[2]]
    assert "Menade du" not in hints[keys[1]]
    assert (keys[2],) in shape.broken


def test_every_unknown_key_is_told_by_itself(bench: Bench) -> None:
    shape = bench.shape("avvikelser:\n  solsken: ja\n  totallt: 3\n  månsken: nej\n")
    assert [(code, place) for code, place, _ in told(shape)] == [
        ("unknown-key", "avvikelser.solsken"),
        ("unknown-key", "avvikelser.totallt"),
        ("unknown-key", "avvikelser.månsken"),
    ]
    assert broken(shape) == [
        "avvikelser.månsken",
        "avvikelser.solsken",
        "avvikelser.totallt",
        "avvikelser.totalt",
    ]


def test_a_foreign_key_is_shown_safely(bench: Bench) -> None:
    number = "64" + "0823-" + "32" + "34"
    shape = bench.shape(f"{number}: x\n")
    assert values(shape)["nyckel"] == "ÅÅMMDD-XXXX"


def test_a_key_that_an_object_is_meaningless_without_is_missed(bench: Bench) -> None:
    shape = bench.shape("verksamhetsområden:\n  - inledning:\n  - namn: Vuxna\n")
    assert told(shape) == [("missing-key", "verksamhetsområden.0.namn", {"nyckel": "namn"})]
    assert broken(shape) == ["verksamhetsområden.0.namn"]


def test_a_misspelt_key_is_not_missed_too(bench: Bench) -> None:
    shape = bench.shape("verksamhetsområden:\n  - nam: Vuxna\n")
    assert told(shape) == [
        (
            "unknown-key",
            "verksamhetsområden.0.nam",
            {"nyckel": "nam", "förslag": "Menade du namn?"},
        )
    ]
    assert broken(shape) == ["verksamhetsområden.0.nam", "verksamhetsområden.0.namn"]


def test_a_key_is_missed_beside_one_that_is_not_like_it(bench: Bench) -> None:
    shape = bench.shape("verksamhetsområden:\n  - väder: sol\n")
    assert [(code, place) for code, place, _ in told(shape)] == [
        ("missing-key", "verksamhetsområden.0.namn"),
        ("unknown-key", "verksamhetsområden.0.väder"),
    ]


# --- types ---


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        (
            "avvikelser: många",
            "avvikelser",
            ("avvikelser", "en uppställning med nycklar", "en text"),
        ),
        ("avvikelser: 3", "avvikelser", ("avvikelser", "en uppställning med nycklar", "ett tal")),
        ("avvikelser: 3.5", "avvikelser", ("avvikelser", "en uppställning med nycklar", "ett tal")),
        ("avvikelser: true", "avvikelser", ("avvikelser", "en uppställning med nycklar", "true")),
        ("avvikelser: false", "avvikelser", ("avvikelser", "en uppställning med nycklar", "false")),
        ('avvikelser: ""', "avvikelser", ("avvikelser", "en uppställning med nycklar", "tomt")),
        (
            "avvikelser: [a]",
            "avvikelser",
            ("avvikelser", "en uppställning med nycklar", "en lista"),
        ),
        (
            "ansvar: x",
            "ansvar",
            ("ansvar", "en lista med bindestreck eller en uppställning med nycklar", "en text"),
        ),
        (
            "verksamhetsområden:\n  namn: x",
            "verksamhetsområden",
            ("verksamhetsområden", "en lista med bindestreck", "en uppställning med nycklar"),
        ),
        (
            "verksamhetsområden:\n  - x",
            "verksamhetsområden.0",
            ("verksamhetsområden", "en uppställning med nycklar", "en text"),
        ),
        (
            "avvikelser:\n  totalt:\n    - 1",
            "avvikelser.totalt",
            ("totalt", "ett antal", "en lista"),
        ),
        (
            "avvikelser:\n  totalt: true",
            "avvikelser.totalt",
            ("totalt", "ett antal", "true"),
        ),
        (
            "rapport:\n  upprättad: [2024]",
            "rapport.upprättad",
            ("upprättad", "ett datum", "en lista"),
        ),
        (
            "avvikelser:\n  förändring: [1]",
            "avvikelser.förändring",
            ("förändring", "en förändring", "en lista"),
        ),
        (
            "avvikelser:\n  andelar:\n    - gäller: x\n      andel: [1]",
            "avvikelser.andelar.0.andel",
            ("andel", "en andel", "en lista"),
        ),
        ("rapport:\n  kommun: [a]", "rapport.kommun", ("kommun", "en text", "en lista")),
        (
            "avvikelser:\n  per_status:\n    antal: {A: 1}\n    visar_minst: tio",
            "avvikelser.per_status.visar_minst",
            ("visar_minst", "ett heltal", "en text"),
        ),
        (
            "avvikelser:\n  per_status:\n    antal: {A: [[1]]}\n    år: [2024]",
            "avvikelser.per_status.antal.A.0",
            ("A", "ett antal", "en lista"),
        ),
    ],
)
def test_a_value_of_the_wrong_type_is_told_with_what_was_expected(
    bench: Bench, text: str, place: str, words: tuple[str, str, str]
) -> None:
    shape = bench.shape(text)
    expected = dict(zip(("nyckel", "väntat", "är"), words, strict=True))
    assert told(shape) == [("wrong-type", place, expected)]
    assert broken(shape) == [place]


@pytest.mark.parametrize(
    ("text", "code", "place", "key"),
    [
        ("rapport:\n  titel: {a: 1}", "braces-for-text", "rapport.titel", "titel"),
        ("rapport:\n  titel: {a: 1, b: 2}", "braces-for-text", "rapport.titel", "titel"),
        ("avvikelser:\n  totalt: {a: }", "braces-for-text", "avvikelser.totalt", "totalt"),
        (
            "rapport:\n  titel:\n    Rapport 2024: del 1",
            "colon-split-text",
            "rapport.titel",
            "titel",
        ),
        (
            "planerade_åtgärder:\n  - Rutin: skriv den",
            "colon-split-text",
            "planerade_åtgärder.0",
            "planerade_åtgärder",
        ),
        ("avvikelser: totalt:5", "no-space-after-colon", "avvikelser", "avvikelser"),
        (
            "verksamhetsområden:\n  - namn:Vuxna",
            "no-space-after-colon",
            "verksamhetsområden.0",
            "verksamhetsområden",
        ),
    ],
)
def test_a_known_slip_of_yaml_is_told_as_that(
    bench: Bench, text: str, code: str, place: str, key: str
) -> None:
    shape = bench.shape(text)
    assert told(shape) == [(code, place, {"nyckel": key})]
    assert broken(shape) == [place]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("rapport:\n  titel:\n    a: 1\n    b: 2", ["wrong-type"]),
        ("avvikelser: a b:c", ["wrong-type"]),
        ("avvikelser: {a: 1}", ["unknown-key"]),
        ("planerade_åtgärder:\n  - ansvarig: chef", ["missing-key"]),
        ("planerade_åtgärder:\n  - åtgard: x", ["unknown-key"]),
        ("planerade_åtgärder:\n  - a: x\n    b: y", ["missing-key", "unknown-key", "unknown-key"]),
    ],
)
def test_what_is_no_such_slip_is_told_as_what_it_is(
    bench: Bench, text: str, kinds: list[str]
) -> None:
    assert codes(bench.shape(text)) == kinds


# --- values ---


@pytest.mark.parametrize(
    ("stated", "shown", "suggestion"),
    [
        ("utkasst", "utkasst", "Menade du ”utkast”?"),
        ("Färdig", "Färdig", "Menade du ”färdig”?"),
        ("klar", "klar", CHOICES),
        ("5", "5", CHOICES),
        ("true", "true", CHOICES),
        ("[utkast]", "en lista", CHOICES),
        ('""', "tomt", CHOICES),
        ("a\u200b##b", "a\\u200b# #b", CHOICES),
    ],
)
def test_a_value_that_is_not_among_the_known_is_told_with_the_one_that_was_meant(
    bench: Bench, stated: str, shown: str, suggestion: str
) -> None:
    shape = bench.shape(f"status: {stated}\n")
    expected = {"nyckel": "status", "värde": shown, "förslag": suggestion}
    assert told(shape) == [("unknown-value", "status", expected)]
    assert broken(shape) == ["status"]


@pytest.mark.parametrize(
    ("line", "place", "words"),
    [
        ("år: [1899]", "år.0", ("år", "1899", "1900")),
        ("visar_minst: -1", "visar_minst", ("visar_minst", "-1", "0")),
        ("avrundat_till: 0", "avrundat_till", ("avrundat_till", "0", "1")),
    ],
)
def test_a_number_that_is_too_small_is_told_with_the_least(
    bench: Bench, line: str, place: str, words: tuple[str, str, str]
) -> None:
    shape = bench.shape(f"avvikelser:\n  per_status:\n    {line}\n")
    expected = dict(zip(("nyckel", "värde", "minst"), words, strict=True))
    assert told(shape) == [("too-small", f"avvikelser.per_status.{place}", expected)]
    assert broken(shape) == [f"avvikelser.per_status.{place}"]


# --- what is written in a cell, a share, a change, a date ---

NO_COUNT = (
    "Texten går inte att läsa som ett antal. Skriv till exempel 12, <5, 10–19, minst 10, ca 120"
    " eller .. när uppgift saknas."
)


@pytest.mark.parametrize("line", ["totalt: många", "föregående: många"])
def test_a_cell_that_is_no_count_is_told_once(bench: Bench, line: str) -> None:
    shape = bench.shape(f"avvikelser:\n  {line}\n")
    place = f"avvikelser.{line.partition(':')[0]}"
    expected = {"värde": "många", "förklaring": NO_COUNT}
    assert told(shape) == [("unreadable-cell", place, expected)]
    assert broken(shape) == [place]
    assert shape.values.cells == {}


@pytest.mark.parametrize(
    ("text", "code", "place"),
    [
        (
            "avvikelser:\n  andelar:\n    - gäller: x\n      andel: mycket",
            "unreadable-share",
            "avvikelser.andelar.0.andel",
        ),
        ("avvikelser:\n  förändring: 4", "unreadable-change", "avvikelser.förändring"),
    ],
)
def test_a_share_or_a_change_that_is_none_is_told_with_an_explanation(
    bench: Bench, text: str, code: str, place: str
) -> None:
    shape = bench.shape(text)
    ((told_code, told_place, words),) = told(shape)
    assert (told_code, told_place) == (code, place)
    assert words["värde"] == text.rpartition(" ")[2]
    assert words["förklaring"].endswith(".")
    assert broken(shape) == [place]


@pytest.mark.parametrize("stated", ["2024-13-01", "i våras", "12", "2024-02-30"])
def test_a_date_that_is_none_is_told(bench: Bench, stated: str) -> None:
    shape = bench.shape(f"rapport:\n  upprättad: {stated}\n")
    assert told(shape) == [("unreadable-date", "rapport.upprättad", {"värde": stated})]
    assert broken(shape) == ["rapport.upprättad"]


def test_where_words_are_an_answer_too_only_a_date_is_read(bench: Bench) -> None:
    shape = bench.shape(
        "planerade_åtgärder:\n  - {åtgärd: a, klart: löpande}\n  - {åtgärd: b, klart: 2024-05}\n"
    )
    assert shape.misfits == ()
    assert list(map(dotted, shape.values.dates)) == ["planerade_åtgärder.1.klart"]


def test_an_unreadable_value_is_shown_masked_and_cut(bench: Bench) -> None:
    number = "64" + "0823-" + "32" + "34"
    shape = bench.shape(f"avvikelser:\n  totalt: {number} {'x' * 100}\n")
    shown = values(shape)["värde"]
    assert shown.startswith("ÅÅMMDD-XXXX xxx")
    assert len(shown) == 60


# --- tables ---


def table(*lines: str) -> str:
    return "avvikelser:\n  per_status:\n" + "".join(f"    {line}\n" for line in lines)


ROW = "avvikelser.per_status.antal"


@pytest.mark.parametrize("columns", ["år: [2022, 2023]", "kolumner: [Kvinnor, Män]"])
@pytest.mark.parametrize(
    ("row", "many"), [("[1]", "1"), ("[1, 2, 3]", "3"), ("[]", "0"), ("7", "1"), ("<5", "1")]
)
def test_a_row_is_as_long_as_its_columns(bench: Bench, columns: str, row: str, many: str) -> None:
    shape = bench.shape(table(columns, "antal:", "  B: [1, 2]", f"  A: {row}"))
    expected = {"rad": "A", "antal": many, "kolumner": "2"}
    assert told(shape) == [("row-length", f"{ROW}.A", expected)]
    assert broken(shape) == [f"{ROW}.A"]


def test_rows_that_are_as_long_as_their_columns_or_empty_are_in_order(bench: Bench) -> None:
    lines = ("antal:", "  A: [1, 2]", "  B:", "totalt: [1, 2]", "föregående: {A: 1}")
    assert bench.shape(table("år: [2022, 2023]", *lines)).misfits == ()
    assert bench.shape(table("antal:", "  A: 1", "  B:", "totalt: 1", "år:")).misfits == ()


@pytest.mark.parametrize("columns", ["år:", "kolumner: []", "rubrik: x"])
def test_a_row_of_several_figures_needs_columns(bench: Bench, columns: str) -> None:
    shape = bench.shape(table(columns, "antal:", "  A: [1, 2]", "  B: [3]"))
    assert told(shape) == [
        ("row-without-columns", f"{ROW}.A", {"rad": "A", "antal": "2", "kolumner": "0"}),
        ("row-without-columns", f"{ROW}.B", {"rad": "B", "antal": "1", "kolumner": "0"}),
    ]
    assert broken(shape) == [f"{ROW}.A", f"{ROW}.B"]


@pytest.mark.parametrize("name", ["totalt", "kolumnsumma", "föregående"])
def test_a_list_of_totals_is_as_long_as_the_columns_too(bench: Bench, name: str) -> None:
    place = f"avvikelser.per_status.{name}"
    long = bench.shape(table("år: [2022, 2023]", "antal:", "  A: [1, 2]", f"{name}: [1, 2, 3]"))
    assert told(long) == [("row-length", place, {"rad": name, "antal": "3", "kolumner": "2"})]
    bare = bench.shape(table("antal:", "  A: 1", f"{name}: [1]"))
    expected = {"rad": name, "antal": "1", "kolumner": "0"}
    assert told(bare) == [("row-without-columns", place, expected)]


@pytest.mark.parametrize(
    "name", ["Totalt", "summa", "TOTALSUMMA", "totalt antal", "summa totalt", " Total "]
)
def test_a_total_among_the_rows_is_told(bench: Bench, name: str) -> None:
    shape = bench.shape(table("antal:", "  A: 1", f'  "{name}": 1'))
    expected = {"rad": name}
    assert told(shape) == [("total-row", f"{ROW}.{name}", expected)]
    assert broken(shape) == [f"{ROW}.{name}"]


def test_a_total_among_the_columns_is_told_and_the_table_is_not_read(bench: Bench) -> None:
    shape = bench.shape(table("kolumner: [K, M, Summa]", "antal:", "  A: [1, 2, 3]"))
    assert told(shape) == [
        ("total-column", "avvikelser.per_status.kolumner.2", {"kolumn": "Summa"})
    ]
    assert broken(shape) == ["avvikelser.per_status"]


@pytest.mark.parametrize("name", ["Totalt för Vuxna", "Summering", "Hela"])
def test_a_row_that_only_begins_like_a_total_is_none(bench: Bench, name: str) -> None:
    assert bench.shape(table("antal:", f"  {name}: 1")).misfits == ()


def test_a_row_name_is_shown_safely(bench: Bench) -> None:
    number = "64" + "0823-" + "32" + "34"
    shape = bench.shape(table("antal:", f"  {number}: [1]"))
    assert values(shape)["rad"] == "ÅÅMMDD-XXXX"


# --- prose ---


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("Vi hade {avvikelser.totalt} avvikelser.", []),
        ("{a} och {b.c_d.e}", []),
        ("Vi skrev {{så här}}.", []),
        ("{här står inget tal}", [0]),
        ("Första raden\nandra { raden\ntredje }", [1, 2]),
        ("{}", [0]),
        ("{a.}", [0]),
        ("{{{a}}}", []),
    ],
)
def test_braces_in_prose_are_kept_for_references(bench: Bench, text: str, rows: list[int]) -> None:
    block = "".join(f"    {line}\n" for line in text.split("\n"))
    shape = bench.shape(f"inledning:\n  text: |\n{block}")
    assert [(one.code, one.problem.route, one.problem.text_line) for one in shape.misfits] == [
        ("reserved-braces", ("inledning", "text"), row) for row in rows
    ]
    assert shape.broken == frozenset()


# --- one mistake, one finding ---


def test_a_fault_of_the_file_is_not_told_again(bench: Bench) -> None:
    text = "verksamhetsområden:\n  - !!str {namn: Vuxna}\n  - namn: Barn\n"
    document = bench.document(text)
    assert [fault.route for fault in document.faults] == [("verksamhetsområden", 0)]
    shape = read_shape(document)
    assert shape.misfits == ()
    assert broken(shape) == ["verksamhetsområden.0"]


def test_what_lies_below_a_fault_of_the_file_is_not_told_either(bench: Bench) -> None:
    text = "synpunkter:\n  totalt: 3\nsynpunkter:\n  totalt: många\n"
    document = bench.document(text)
    assert [(fault.code, fault.route) for fault in document.faults] == [
        ("duplicate-key", ("synpunkter",))
    ]
    assert read_shape(document).misfits == ()


def test_it_is_known_where_each_broken_place_is_told(bench: Bench) -> None:
    document = bench.document(
        "avikelser:\n  totalt: 3\nsynpunkter:\n  totalt: x\nlex_sarah:\nlex_sarah:\n"
    )
    places = {
        dotted(route): (span.line, span.column)
        for route, span in read_shape(document).told_at(document).items()
    }
    assert places == {
        "avikelser": (1, 1),
        "avvikelser": (1, 1),
        "synpunkter.totalt": (4, 11),
        "lex_sarah": (6, 1),
    }


@pytest.mark.parametrize("line", ["årr: [2022, 2023]", "kolumer: [Kvinnor, Män]"])
def test_misspelt_columns_are_one_mistake(bench: Bench, line: str) -> None:
    shape = bench.shape(table(line, "antal:", "  A: [1, 2]", "  B: [3, 4]"))
    assert codes(shape) == ["unknown-key"]


@pytest.mark.parametrize("line", ["år: 2022", "kolumner: {a: 1}"])
def test_columns_that_cannot_be_read_are_one_mistake(bench: Bench, line: str) -> None:
    shape = bench.shape(table(line, "antal:", "  A: [1, 2]", "  B: [3, 4]"))
    assert len(shape.misfits) == 1


def test_a_slip_in_a_table_does_not_make_its_cells_unreadable(bench: Bench) -> None:
    lines = ("streck_betyder: noll", "komentar: x", "antal:", '  A: "-"', '  B: "-"')
    assert codes(bench.shape(table(*lines))) == ["unknown-key"]


@pytest.mark.parametrize("line", ["streck_betyder: nol", "streckbetyder: noll"])
def test_a_slip_in_what_a_table_says_of_its_cells_is_one_mistake(bench: Bench, line: str) -> None:
    shape = bench.shape(table(line, "antal:", '  A: "-"', '  B: "-"', "totalt: 3"))
    assert len(shape.misfits) == 1
    assert {"avvikelser.per_status.antal.A", "avvikelser.per_status.antal.B"} <= set(broken(shape))


def test_such_a_slip_in_one_table_leaves_the_others_alone(bench: Bench) -> None:
    text = table("streck_betyder: nol", "antal: {A: 1}") + "  per_orsak:\n    antal: {B: många}\n"
    assert codes(bench.shape(text)) == ["unknown-value", "unreadable-cell"]


@pytest.mark.parametrize("row", ["{x: 1}", "många"])
def test_a_row_that_cannot_be_read_is_one_mistake(bench: Bench, row: str) -> None:
    shape = bench.shape(table("år: [2022, 2023]", "antal:", "  A: [1, 2]", f"  B: {row}"))
    assert len(shape.misfits) == 1


def test_a_single_total_under_several_years_is_told(bench: Bench) -> None:
    shape = bench.shape(table("år: [2022, 2023]", "antal:", "  A: [1, 2]", "totalt: 2"))
    assert codes(shape) == ["row-length"]


def test_a_report_can_have_many_mistakes_each_told_once(bench: Bench) -> None:
    shape = bench.shape(
        """\
        status: klar
        avikelser: {}
        rapport:
          upprättad: i går
        synpunkter:
          totalt: x
          per_status:
            antal:
              Summa: [1]
        """
    )
    assert sorted(codes(shape)) == [
        *("row-without-columns", "unknown-key", "unknown-value", "unreadable-cell"),
        "unreadable-date",
    ]
