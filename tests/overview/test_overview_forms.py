"""Each form of the small page, to the letter."""

from __future__ import annotations

import csv
import json
import re
from base64 import b64encode
from dataclasses import replace
from datetime import date
from hashlib import sha256
from html.parser import HTMLParser
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from jsonschema import Draft202012Validator

from checker.output.lines import ASCII, UNICODE, Part, plain
from checker.output.overview_csv import overview_csv
from checker.output.overview_html import overview_html
from checker.output.overview_json import overview_json, overview_schema
from checker.output.overview_markdown import overview_markdown
from checker.output.overview_style import STYLE
from checker.output.overview_text import overview_text
from checker.output.overview_words import LEGEND, STYLES
from checker.overview.page import STATES, Cell, Column, Overview, Place, Row, State, Table

if TYPE_CHECKING:
    from checker.output.lines import Style

SCHEMA = Path(__file__).resolve().parents[2] / "schemas/overview.schema.json"

TEXT_HEAD = """\
{heavy}
Kravöversikt
Arbetsmaterial.
Programmet ser att en del finns.
Rapporter:
  rapporter/exempel.yaml
    Exempelkommun · Socialnämnden
  trasig.yaml
    kunde inte kontrolleras: fel
Framtagen 2026-11-22 med Kvalitetskoll 1.2.3
"""
TEXT_REST = """\

{heavy}
Ärenden

Verksamhet          Ärenden
{light27}
Äldreomsorg           1 | 2
Hemtjänst    uppgift saknas
{light27}
Summa                    43

{heavy}
Åtgärder

Det finns inget att visa här.
"""
TEXT_80 = """\

{heavy}
SOSFS 2011:9
Läs mallen.

Krav        Hela rapporten     Äldreomsorg
{light66}
5 kap. Förbättringsarbete
Riskanalys  redovisas, rad 14  redovisas inte
Synpunkter  krävs inte         ej aktuellt: Inget kom in. (rad 30)
"""
TEXT_60 = """\

{heavy}
SOSFS 2011:9
Läs mallen.

Krav        Hela rapporten     Äldreomsorg
{light60}
5 kap. Förbättringsarbete
Riskanalys  redovisas, rad 14  redovisas inte
Synpunkter  krävs inte         ej aktuellt: Inget kom in.
                               (rad 30)
"""
TEXT_48 = """\

{heavy}
SOSFS 2011:9
Läs mallen.

{light2} 5 kap. Förbättringsarbete

Riskanalys
  Hela rapporten  redovisas, rad 14
  Äldreomsorg     redovisas inte

Synpunkter
  Hela rapporten  krävs inte
  Äldreomsorg     ej aktuellt: Inget kom in.
                  (rad 30)

"""
MARKDOWN = """\
# Kravöversikt

Arbetsmaterial.

Programmet ser att en del finns.

Framtagen 2026-11-22 med Kvalitetskoll 1.2.3.

Rapporter:

* rapporter/exempel.yaml: Exempelkommun · Socialnämnden
* trasig.yaml: kunde inte kontrolleras: fel

## SOSFS 2011:9

Läs mallen.

| Krav | Hela rapporten | Äldreomsorg | Bedömd av, datum |
| --- | --- | --- | --- |
| **5 kap. Förbättringsarbete** |  |  |  |
| Riskanalys | redovisas, rad 14 | redovisas inte |  |
| Synpunkter | krävs inte | ej aktuellt: Inget kom in. (rad 30) |  |

## Ärenden

| Verksamhet | Ärenden |
| --- | ---: |
| Äldreomsorg | 1 \\| 2 |
| Hemtjänst | uppgift saknas |
| **Summa** | **43** |

## Åtgärder

Det finns inget att visa här.
"""
CSV = """\
Kravöversikt
Arbetsmaterial.
Programmet ser att en del finns.
Framtagen 2026-11-22 med Kvalitetskoll 1.2.3
Rapport;rapporter/exempel.yaml;Exempelkommun · Socialnämnden
Rapport;trasig.yaml;kunde inte kontrolleras: fel

SOSFS 2011:9
Läs mallen.
Krav;Hela rapporten;Äldreomsorg;Bedömd av, datum
5 kap. Förbättringsarbete;;;
Riskanalys;redovisas, rad 14;redovisas inte;
Synpunkter;krävs inte;ej aktuellt: Inget kom in. (rad 30);

Ärenden
Verksamhet;Ärenden
Äldreomsorg;1 | 2
Hemtjänst;uppgift saknas
Summa;43

Åtgärder
Åtgärd
Det finns inget att visa här.
"""
HTML_HEAD = """\
<body>
<header>
<h1>Kravöversikt</h1>
<p class="made">Framtagen 2026-11-22 med Kvalitetskoll 1.2.3</p>
<div class="notice">
<p>Arbetsmaterial.</p>
<p>Programmet ser att en del finns.</p>
</div>
<h2>Rapporter</h2>
<ul class="reports">
<li><b>rapporter/exempel.yaml</b> <span>Exempelkommun · Socialnämnden</span></li>
<li><b>trasig.yaml</b> <span class="not_tested">kunde inte kontrolleras: fel</span></li>
</ul>
</header>
<nav aria-labelledby="contents">
<h2 id="contents">Innehåll</h2>
<ol>
<li><a href="#t1">SOSFS 2011:9</a></li>
<li><a href="#t2">Ärenden</a></li>
<li><a href="#t3">Åtgärder</a></li>
</ol>
</nav>
<main>
"""
HTML_TABLES = """\
<section id="t1" aria-labelledby="h1" class="brief">
<h2 id="h1">SOSFS 2011:9</h2>
<p class="note">Läs mallen.</p>
<table class="plain">
<caption>SOSFS 2011:9</caption>
<thead>
<tr>
<th scope="col" class="name">Krav</th>
<th scope="col">Hela rapporten</th>
<th scope="col">Äldreomsorg</th>
<th scope="col" class="sign">Bedömd av, datum</th>
</tr>
</thead>
<tbody>
<tr class="group"><th scope="rowgroup" colspan="4">5 kap. Förbättringsarbete</th></tr>
<tr>
<th scope="row" class="name">Riskanalys</th>
<td class="answered"><b>redovisas</b> <small>rad&nbsp;14</small></td>
<td class="not_answered"><b>redovisas inte</b></td>
<td class="sign"></td>
</tr>
<tr>
<th scope="row" class="name">Synpunkter</th>
<td class="not_required"><b>krävs inte</b></td>
<td class="not_applicable"><b>ej aktuellt</b>: Inget kom in. <small>rad&nbsp;30</small></td>
<td class="sign"></td>
</tr>
</tbody>
</table>
</section>
<section id="t2" aria-labelledby="h2" class="brief">
<h2 id="h2">Ärenden</h2>
<table class="narrow">
<caption>Ärenden</caption>
<thead>
<tr>
<th scope="col" class="name">Verksamhet</th>
<th scope="col" class="number">Ärenden</th>
</tr>
</thead>
<tbody>
<tr>
<th scope="row" class="name">Äldreomsorg</th>
<td class="number">1 | 2</td>
</tr>
<tr>
<th scope="row" class="name">Hemtjänst</th>
<td class="number"><i>uppgift saknas</i></td>
</tr>
<tr class="sum">
<th scope="row" class="name">Summa</th>
<td class="number">43</td>
</tr>
</tbody>
</table>
</section>
<section id="t3" aria-labelledby="h3" class="brief">
<h2 id="h3">Åtgärder</h2>
<p>Det finns inget att visa här.</p>
</section>
</main>
<footer>Framtagen 2026-11-22 med Kvalitetskoll 1.2.3</footer>
</body>
</html>
"""


def only(table: Table) -> Overview:
    """A page with nothing but a table."""
    return Overview("Titel", (), (table,), (), date(2026, 11, 22), "1")


def ruled(text: str, width: int, heavy: str, light: str) -> str:
    """An expected text with its rules drawn."""
    text = text.replace("{heavy}", heavy * width)
    return re.sub(r"\{light(\d+)\}", lambda found: light * int(found[1]), text)


@pytest.mark.parametrize(("width", "table"), [(80, TEXT_80), (60, TEXT_60), (48, TEXT_48)])
def test_the_text_form(page: Overview, width: int, table: str) -> None:
    expected = ruled(TEXT_HEAD + table + TEXT_REST, width, "━", "─")
    assert plain(overview_text(page, width, UNICODE)) == expected


def test_the_text_form_with_simple_signs(page: Overview) -> None:
    expected = ruled(TEXT_HEAD + TEXT_60 + TEXT_REST, 60, "=", "-").replace("·", "-")
    assert plain(overview_text(page, 60, ASCII)) == expected


def test_the_text_form_is_never_narrower_than_forty(page: Overview) -> None:
    assert overview_text(page, 1) == overview_text(page, 40)


@pytest.mark.parametrize("width", [40, 80])
def test_a_state_has_its_colour_in_the_text_form(page: Overview, width: int) -> None:
    styles: dict[str, Style] = {
        part.text.strip(): part.style for line in overview_text(page, width) for part in line
    }
    assert styles["redovisas, rad 14"] == "ok"
    assert styles["redovisas inte"] == "error"
    assert styles["uppgift saknas"] == "dim"
    assert styles["43"] == "bold"
    assert styles["Arbetsmaterial."] == "warning"


def test_a_long_title_stands_above_its_cell_where_there_is_no_room_beside_it() -> None:
    names = ("Nr", "Bedömning av konsekvenserna för den enskilde", "Anmälan till IVO")
    columns = tuple(Column(name, name) for name in names)
    rows = (Row((Cell("1"), Cell("allvarliga"), Cell("ingen anmälan är gjord"))),)
    overview = only(Table("t", "T", columns, rows))
    text = plain(overview_text(overview, 40))
    assert text.endswith(
        "\n1\n  Bedömning av konsekvenserna för den\n    enskilde\n"
        + " " * 24
        + "allvarliga\n  Anmälan till IVO      ingen anmälan är\n"
        + " " * 24
        + "gjord\n\n"
    )


def test_a_column_gives_way_only_as_long_as_its_words_are_whole() -> None:
    columns = (Column("a", "A"), Column("b", "B"))
    row = Row((Cell("x" * 30), Cell("y " * 30)))
    text = plain(overview_text(only(Table("t", "T", columns, (row,))), 50))
    assert text.endswith(
        f"\n{'x' * 30}  y y y y y y y y y\n" + f"{'':32}y y y y y y y y y\n" * 2 + f"{'':32}y y y\n"
    )


def test_a_row_without_words_is_still_a_row() -> None:
    table = Table("t", "T", (Column("a", "A"),), (Row((Cell(""),)), Row((Cell("b"),))))
    assert plain(overview_text(only(table), 40)).endswith("\nA\n─\n\nb\n")


def test_a_sum_is_not_signed_in_html() -> None:
    table = Table("t", "T", (Column("a", "A"),), (Row((Cell("Summa"),), "sum"),), sign=True)
    html = overview_html(only(table))
    assert '<th scope="row" class="name">Summa</th>\n<td></td>\n</tr>' in html


@pytest.mark.parametrize("key", ["id", "number", "report"])
def test_a_number_stands_before_the_name_in_a_rows_heading(key: str) -> None:
    columns = (Column(key, "Nr"), Column("b", "Krav"), Column("c", "Hela rapporten"))
    rows = (Row((Cell("SOSFS-1"), Cell("Verksamhetsriskanalys"), Cell("redovisas"))),)
    text = plain(overview_text(only(Table("t", "T", columns, rows)), 40))
    assert text.endswith("\nSOSFS-1 · Verksamhetsriskanalys\n  Hela rapporten  redovisas\n\n")


def test_a_line_and_its_number_stay_together_in_a_column(page: Overview) -> None:
    text = plain(overview_text(page, 56))
    assert "(rad 30)" in text


def test_the_markdown_form(page: Overview) -> None:
    assert overview_markdown(page) == MARKDOWN


def test_the_csv_form(page: Overview) -> None:
    assert overview_csv(page) == "\ufeff" + CSV.replace("\n", "\r\n")
    assert overview_csv(page).encode().startswith(b"\xef\xbb\xbfKrav")


def test_what_a_cell_holds_of_semicolons_and_quotes_stays_in_its_cell() -> None:
    columns = (Column("a", "A"), Column("b", "B"))
    overview = only(Table("t", "T", columns, (Row((Cell('a;"b";c'), Cell("d"))),)))
    rows = list(csv.reader(StringIO(overview_csv(overview)), delimiter=";"))
    assert rows[-1] == ['a;"b";c', "d"]


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        ("=1+1", "'=1+1"),
        ("+46 8", "'+46 8"),
        ("-1+1", "'-1+1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("  =1", "'=1"),
        ("\t=1", "'=1"),
        ("\uff1d1", "'\uff1d1"),
        ("\uff0b1+1", "'\uff0b1+1"),
        ("\uff20A1", "'\uff20A1"),
        ("-", "'-"),
        ("-5", "-5"),
        ("+5", "+5"),
        ("-5,25", "-5,25"),
        ("43", "43"),
        ("0", "0"),
        ("12-3", "'12-3"),
        ("1/24", "'1/24"),
        ("1E6", "'1E6"),
        ("012", "'012"),
        ("2024-01-31", "2024-01-31"),
        ("a=1", "a=1"),
        ("a,=1+1", "a,'=1+1"),
        ('a, "=1+1"', 'a,\' "=1+1"'),
        ("ökat, -5 %", "ökat, -5 %"),
        ("-5,=1", "'-5,'=1"),
        ('"=1+1"', '\'"=1+1"'),
        ("'=1+1", "''=1+1"),
    ],
)
def test_no_cell_is_a_formula_and_a_number_stays_a_number(cell: str, written: str) -> None:
    table = Table("t", cell, (Column("a", cell),), (Row((Cell(cell),)),), (cell,))
    rows = list(csv.reader(StringIO(overview_csv(only(table))), delimiter=";"))
    assert rows[-4:] == [[written]] * 4


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("<b>", r"\<b\>"),
        ("[a](b)", r"\[a\](b)"),
        ("`a`", r"\`a\`"),
        ("a|b", r"a\|b"),
        (r"a\|b", r"a\\\|b"),
        ("@anna", "@ anna"),
        ("a@b.se", "a@ b.se"),
        ("#12", r"\# 12"),
        ("https://a.se", "https: //a.se"),
        ("www.a.se", r"www\.a.se"),
        (":tada:", r"\: tada:"),
        ("bra :tada:", "bra : tada:"),
        ("kl. 12:30:45", "kl. 12:30:45"),
        ("GH-12", "GH- 12"),
        ("[issue:3]", r"\[issue: 3\]"),
        ("{-a-}", r"\{ -a-\}"),
        ("%3, 45 %", r"\%3, 45 %"),
        ("/close", r"\/close"),
        ("- a", r"\- a"),
        ("1. a", r"1\. a"),
        ("2) a", r"2\) a"),
        ("5 kap. 1 §", "5 kap. 1 §"),
        ("&lt;", r"\&lt;"),
        ("~a~ $b$ *c* _d_ !e", r"\~a\~ \$b\$ \*c\* \_d\_ \!e"),
    ],
)
def test_markdown_draws_a_text_as_it_is(text: str, written: str) -> None:
    table = Table("t", text, (Column("a", text),), (Row((Cell(text),)),), (text,))
    lines = overview_markdown(only(table)).splitlines()
    assert lines[-7:] == [f"## {written}", "", written, "", f"| {written} |", "| --- |", lines[-1]]
    assert lines[-1] == f"| {written} |"


def test_the_json_form(page: Overview) -> None:
    told = json.loads(overview_json(page))
    assert [told[key] for key in ("version", "date", "title", "notes")] == [
        1,
        "2026-11-22",
        "Kravöversikt",
        ["Arbetsmaterial.", "Programmet ser att en del finns."],
    ]
    assert told["tool"] == {"name": "kvalitetskoll", "version": "1.2.3"}
    assert [(one["file"], one["read"]) for one in told["reports"]] == [
        ("rapporter/exempel.yaml", True),
        ("trasig.yaml", False),
    ]
    requirements, figures, empty = told["tables"]
    assert [requirements[key] for key in ("key", "title", "notes", "sign")] == [
        "requirements",
        "SOSFS 2011:9",
        ["Läs mallen."],
        True,
    ]
    group, risk, _ = requirements["rows"]
    assert group == {
        "kind": "group",
        "heading": {"text": "5 kap. Förbättringsarbete", "state": None, "places": []},
        "cells": {},
    }
    assert (risk["kind"], risk["heading"]) == ("row", None)
    assert risk["cells"]["report"] == {
        "text": "redovisas",
        "state": "answered",
        "places": [{"file": "rapporter/exempel.yaml", "line": 14, "path": "/riskanalys"}],
    }
    assert figures["columns"][1] == {"key": "cases", "title": "Ärenden", "number": True}
    assert [row["kind"] for row in figures["rows"]] == ["row", "row", "sum"]
    assert empty["rows"] == []


def test_the_json_form_is_ascii_and_follows_its_schema(page: Overview) -> None:
    text = overview_json(page)
    assert text.isascii()
    Draft202012Validator(json.loads(overview_schema())).validate(json.loads(text))


def test_the_schema_of_the_json_form_is_the_one_that_is_shipped() -> None:
    assert SCHEMA.read_text(encoding="utf-8") == overview_schema()


def test_the_html_form(page: Overview) -> None:
    html = overview_html(page)
    legend = html.index('<section class="legend"')
    table = html.index('<section id="t1"')
    assert html[html.index("<body>") : legend] == HTML_HEAD
    assert html[table:].replace("\u00a0", "&nbsp;") == HTML_TABLES


def test_what_the_words_mean_stands_before_the_first_table_that_uses_them(page: Overview) -> None:
    states, figures, _ = page.tables
    html = overview_html(replace(page, tables=(figures, states, states)))
    assert html.count("Orden i tabellerna") == 1
    assert html.index('id="t1"') < html.index("Orden i tabellerna") < html.index('id="t2"')


def test_what_is_the_same_beside_each_other_is_told_once_in_html() -> None:
    place = (Place("a.yaml", 3),)
    answered = Cell("redovisas, rad 3", State.ANSWERED, place)
    row = Row((Cell("Ja"), Cell("Ja"), Cell("Ja"), answered, answered, Cell("0"), Cell("0")))
    columns = tuple(Column(f"c{at}", "K") for at in range(7))
    html = overview_html(only(Table("t", "T", columns, (row,))))
    assert (
        html.replace("\u00a0", " ")
        .split("<tbody>\n")[1]
        .startswith(
            '<tr>\n<th scope="row" class="name">Ja</th>\n<td colspan="2">Ja</td>\n'
            '<td colspan="2" class="answered"><b>redovisas</b>, rad 3</td>\n'
            "<td>0</td>\n<td>0</td>\n</tr>\n"
        )
    )


def test_what_is_the_same_beside_each_other_is_told_once_in_text_but_figures_stand_alone() -> None:
    titles = ("Del", "Ärenden vid periodens slut", "Allvarliga ärenden", "Fel", "Se över")
    columns = tuple(Column(title, title, number=True) for title in titles)
    cells = ("Vuxna", "för hela rapporten", "för hela rapporten", "0", "0")
    table = Table("t", "T", columns, (Row(tuple(map(Cell, cells))),))
    assert plain(overview_text(only(table), 40)).endswith(
        "\nVuxna\n  Ärenden vid periodens slut, Allvarliga\n    ärenden\n"
        + " " * 24
        + "för hela\n"
        + " " * 24
        + "rapporten\n  Fel                   0\n  Se över               0\n\n"
    )


def test_what_stands_on_other_lines_is_not_the_same() -> None:
    cells = (Cell("Krav"), *(Cell("nej", places=(Place("a.yaml", line),)) for line in (3, 4)))
    columns = tuple(Column(f"c{at}", "K") for at in range(3))
    html = overview_html(only(Table("t", "T", columns, (Row(cells),))))
    assert html.replace("\u00a0", " ").count("<td>nej <small>rad ") == 2


def _by_report(rows: int) -> str:
    columns = (Column("report", "Rapport"), Column("part", "Del"), Column("c", "Antal"))
    told = tuple(Row((Cell("a.yaml"), Cell(f"Del {at}"), Cell("x"))) for at in range(rows))
    return overview_html(only(Table("t", "T", columns, told)))


def test_a_few_rows_of_a_report_name_it_once_in_html() -> None:
    html = _by_report(2).split("<tbody>\n")[1]
    assert html.startswith(
        '<tr>\n<th scope="rowgroup" rowspan="2" class="id">a.yaml</th>\n'
        '<th scope="row" class="name">Del 0</th>\n<td>x</td>\n</tr>\n'
        '<tr>\n<th scope="row" class="name">Del 1</th>\n<td>x</td>\n</tr>\n'
    )
    assert "rowspan" not in _by_report(1) + _by_report(9)
    assert _by_report(9).count(">a.yaml</th>") == 9


def test_the_html_form_runs_nothing_and_fetches_nothing(page: Overview) -> None:
    html = overview_html(page)
    digest = b64encode(sha256(STYLE.encode()).digest()).decode()
    [policy] = re.findall(r'http-equiv="Content-Security-Policy" content="([^"]*)"', html)
    assert policy.split("; ") == [
        "default-src 'none'",
        f"style-src 'sha256-{digest}'",
        "base-uri 'none'",
        "form-action 'none'",
    ]
    assert f"<style>{STYLE}</style>" in html
    assert not re.search(r"<script|\ssrc=|\sstyle=|url\(|@import|https?:|\son\w+=", html)


def test_the_html_form_says_what_the_words_on_the_page_mean_and_no_others(page: Overview) -> None:
    html = overview_html(page)
    told = re.findall(r'<dt class="(\w+)">', html)
    assert told == ["answered", "not_answered", "not_applicable", "not_required"]
    assert "Orden i tabellerna" not in overview_html(replace(page, tables=page.tables[1:]))


class Headings(HTMLParser):
    """The levels of the headings, in their order."""

    def __init__(self) -> None:
        super().__init__()
        self.levels: list[int] = []

    def handle_starttag(self, tag: str, _attributes: object) -> None:
        if re.fullmatch(r"h\d", tag):
            self.levels.append(int(tag[1]))


def test_the_headings_of_the_html_form_have_one_top_and_skip_no_level(page: Overview) -> None:
    read = Headings()
    read.feed(overview_html(page))
    assert read.levels[0] == 1
    assert read.levels.count(1) == 1
    assert set(read.levels) == {1, 2}


def test_a_table_of_very_many_columns_is_set_as_records_in_html() -> None:
    columns = tuple(Column(f"c{at}", f"Fält {at}", number=at == 2) for at in range(13))
    cells = tuple(Cell(f"värde {at}" * (5 if at == 3 else 1)) for at in range(13))
    html = overview_html(only(Table("t", "T", columns, (Row(cells),), sign=True)))
    assert '<table class="records">' in html
    assert '<th scope="row">värde 0</th>\n<td><dl>\n' in html
    assert '<div class="short"><dt>Fält 1</dt>\n<dd>värde 1</dd></div>' in html
    assert '<div class="figure"><dt>Fält 2</dt>' in html
    assert '<div class="long"><dt>Fält 3</dt>' in html
    assert html.count("<dt>") == 12
    assert html.count("<td") == 2


def test_records_are_named_by_their_report_and_number_in_html() -> None:
    keys = ("report", "number", *(f"c{at}" for at in range(12)))
    columns = tuple(Column(key, key.upper()) for key in keys)
    html = overview_html(only(Table("t", "T", columns, (Row(tuple(map(Cell, keys))),))))
    assert '<th scope="col">REPORT, NUMBER</th>\n<th scope="col">Uppgifter</th>' in html
    assert '<th scope="row">report<br>number</th>\n<td><dl>' in html
    assert html.count("<dt>") == 12


def test_a_column_has_the_room_that_it_needs_in_html() -> None:
    keys = ("id", "requirement", "source", "plan", "report")
    columns = tuple(Column(key, key) for key in keys)
    row = Row((Cell("1"), Cell("b"), Cell("c"), Cell("d" * 91), Cell("e" * 91, State.HUMAN)))
    html = overview_html(only(Table("t", "T", columns, (row,))))
    heads = re.findall(r'<th scope="col"(?: class="(\w+)")?>', html)
    assert heads == ["id", "name", "source", "prose", ""]


def test_a_long_word_and_a_path_may_be_broken_in_html() -> None:
    table = Table("t", "T", (Column("a", "A"),), (Row((Cell("x" * 50 + ' a/b_c &<"'),)),))
    html = overview_html(only(table))
    broken = f"{'x' * 24}<wbr>{'x' * 24}<wbr>xx a/<wbr>b_<wbr>c &amp;&lt;&quot;"
    assert f'<th scope="row" class="name">{broken}</th>' in html


def test_a_table_of_many_columns_is_set_small_in_html() -> None:
    columns = tuple(Column(f"c{at}", f"Fält {at}") for at in range(10))
    row = Row(tuple(Cell("a") for _ in columns))
    assert '<table class="wide">' in overview_html(only(Table("t", "T", columns, (row,))))


def test_every_state_has_a_colour_and_a_meaning() -> None:
    assert set(STYLES) == set(LEGEND) == set(STATES) == set(State)
    assert [state for state in State if f".{state}" not in STYLE] == []


def test_the_parts_of_a_line_are_one_line_each(page: Overview) -> None:
    for line in overview_text(page, 80):
        assert all(isinstance(part, Part) and "\n" not in part.text for part in line)
