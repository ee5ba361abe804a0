"""The escaping of each form, sign for sign: what a program reads into a text is taken from it."""

from __future__ import annotations

from datetime import date

import pytest

from checker.document.model import Span
from checker.finding import Severity
from checker.output import azure, github, overview_clean, page_html
from checker.output.annotations import Annotation
from checker.output.machine import address, plain_path
from checker.output.markdown_text import as_text as markdown
from checker.output.markdown_text import row
from checker.output.overview_csv import as_text as csv
from checker.overview.page import About, Cell, Column, Overview, Place, Row, Table

DAY = date(2026, 3, 1)
BIRTH, LAST = "64" + "0823", "32" + "34"


@pytest.mark.parametrize(
    ("text", "written"),
    [
        # CommonMark 0.31, 2.4, and GFM: a backslash
        ("a*b_c", r"a\*b\_c"),
        ("[a](b)", r"\[a\](b)"),
        ("<b> a|b ~x~ $x$ a&b `x` !x", r"\<b\> a\|b \~x\~ \$x\$ a\&b \`x\` \!x"),
        ("{x} x^2", r"\{x\} x\^2"),
        ("a\\", r"a\\"),
        ("www.x.se WWW.y.se ww.z", r"www\.x.se WWW\.y.se ww.z"),
        ('100 % %x %"m"', r'100 % \%x \%"m"'),
        # at the start of a line only
        ("- a - b", r"\- a - b"),
        ("+ a + b", r"\+ a + b"),
        ("= a = b", r"\= a = b"),
        ("# a # b", r"\# a # b"),
        ("/assign a/b", r"\/assign a/b"),
        (": a : b", r"\: a : b"),
        ("1. a 1. b", r"1\. a 1. b"),
        ("12) b", r"12\) b"),
        ("12 b", "12 b"),
        ("  - a  ", r"\- a"),
        # what only a blank keeps apart
        ("@kim a@b.se @ x", "@ kim a@ b.se @ x"),
        ('nr #3 #"x" # #', r'nr # 3 # "x" # #'),
        ("se GH-3, gh-4, xGH-5 och GH-x", "se GH- 3, gh- 4, xGH-5 och GH-x"),
        ("https://x.se", "https: //x.se"),
        ("x :tada: :+1: :100: :1234:", "x : tada: : +1: : 100: : 1234:"),
        ("12:30:45 1:2", "12:30:45 1:2"),
        ("[issue:3] [issue: 3]", r"\[issue: 3\] \[issue: 3\]"),
        ("{-so-} [+x+] {=y=}", r"\{ -so-\} \[ +x+\] \{=y=\}"),
        ("å ä ö, (x); \"y\" 'z' a.b", "å ä ö, (x); \"y\" 'z' a.b"),
    ],
)
def test_markdown_draws_the_text_as_it_is(text: str, written: str) -> None:
    assert markdown(text) == written


def test_a_row_of_a_markdown_table_has_a_bar_around_each_cell() -> None:
    assert row(["a", "", "b"]) == "| a |  | b |"


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        ("=1+1", "'=1+1"),
        ("+x", "'+x"),
        ("-x", "'-x"),
        ("@x", "'@x"),
        ("=", "'="),
        (" =1", "' =1"),
        ('"=1', "'\"=1"),
        ("'=1", "''=1"),
        ("\uff1d1", "'\uff1d1"),
        ("\ufe63x", "'\ufe63x"),
        # numbers stay numbers
        ("46", "46"),
        ("+46", "+46"),
        ("-5", "-5"),
        ("-5,5", "-5,5"),
        ("-5 %", "-5 %"),
        ("-5 x", "'-5 x"),
        ("-5,5,5", "'-5,5,5"),
        # what is read as something else
        ("12-3", "'12-3"),
        ("1/24", "'1/24"),
        ("1E6", "'1E6"),
        ("1e6", "'1e6"),
        ("012", "'012"),
        ("0", "0"),
        ("2024-01-31", "2024-01-31"),
        ("12-3 x", "12-3 x"),
        # behind a comma a cell may begin
        ("a,=b", "a,'=b"),
        ("a, -b", "a,' -b"),
        ("a,-5", "a,-5"),
        ("a, -5", "a, -5"),
        ("a,b,=c,d", "a,b,'=c,d"),
        ("=a,=b", "'=a,'=b"),
        ("a = b", "a = b"),
        ("X=1", "X=1"),
    ],
)
def test_no_cell_of_a_csv_is_run_or_read_as_something_else(cell: str, written: str) -> None:
    assert csv(cell) == written


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("<a href=\"x\">'&'", "&lt;a href=&quot;x&quot;&gt;&#x27;&amp;&#x27;"),
        ("rad 12", "rad 12"),
        ("å/ä", "å/ä"),
    ],
)
def test_html_shows_the_signs_themselves(text: str, written: str) -> None:
    assert page_html.plain(text) == written


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("rad 12 och rad x", "rad\u00a012 och rad x"),
        ("brad 12", "brad 12"),
        ("mapp/fil_namn", "mapp/<wbr>fil_<wbr>namn"),
        ("a / b_", "a / b_"),
        ("x" * 24, "x" * 24),
        ("x" * 25, "x" * 24 + "<wbr>x"),
        ("x" * 49, "x" * 24 + "<wbr>" + "x" * 24 + "<wbr>x"),
        ("<wbr>", "&lt;wbr&gt;"),
    ],
)
def test_html_breaks_long_words_and_paths_and_keeps_a_line_with_its_number(
    text: str, written: str
) -> None:
    assert page_html.as_text(text) == written


def test_a_page_names_its_one_style_and_lets_nothing_else_in() -> None:
    written = page_html.page("<x>", "p{}", ["<p>", "</p>"])
    assert written == (
        '<!DOCTYPE html>\n<html lang="sv">\n<head>\n<meta charset="utf-8">\n'
        '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; style-src '
        "'sha256-gG2yISYereRMiG2lMXrbiUgi0Ubw9p7QCeWcroOvy9Y='; base-uri 'none'; form-action"
        " 'none'\">\n"
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="referrer" content="no-referrer">\n<meta name="robots" content="noindex">\n'
        "<title>&lt;x&gt;</title>\n<style>p{}</style>\n</head>\n<body>\n<p>\n</p>\n</body>\n"
        "</html>\n"
    )


@pytest.mark.parametrize(
    ("text", "data", "value"),
    [
        ("50 %0A\r\n::x, y", "50 %250A%0D%0A::x, y", "50 %250A%0D%0A%3A%3Ax%2C y"),
        ("a%%", "a%25%25", "a%25%25"),
        ("å:ä", "å:ä", "å%3Aä"),
    ],
)
def test_github_reads_the_text_and_no_command(text: str, data: str, value: str) -> None:
    assert (github._data(text), github._property(text)) == (data, value)


def test_a_command_of_github_has_its_place_and_every_sentence() -> None:
    one = Annotation(
        Severity.WARNING,
        "R1: x, y",
        ("Ett: 100 %.", "Två."),
        file="a,b.yaml",
        span=Span(3, 5, 3, 9),
        place="a,b.yaml rad 3",
        crumbs="Vuxna › x",
    )
    assert github._command(one) == (
        "::warning file=a%2Cb.yaml,line=3,endLine=3,col=5,endColumn=9,title=R1%3A x%2C y"
        "::Ett: 100 %25.%0ATvå.%0Aa,b.yaml rad 3 · Vuxna › x"
    )


def test_azure_reads_the_text_and_no_command() -> None:
    written = azure._escaped("50 %3B;]\r\n[x]")
    assert written == "50 %AZP253B%3B%5D%0D%0A[x%5D"


@pytest.mark.parametrize(
    ("file", "span", "properties"),
    [
        ("a;b.yaml", Span(3, 5, 4, 9), "sourcepath=a%3Bb.yaml;linenumber=3;columnnumber=5;"),
        ("a.yaml", None, ""),
        ("", Span(3, 5, 4, 9), ""),
    ],
)
def test_a_command_of_azure_has_a_place_where_a_file_has_one(
    file: str, span: Span | None, properties: str
) -> None:
    one = Annotation(Severity.ERROR, "R1", ("Ett]", "Två."), file, span, rule="R1", crumbs="a › b")
    assert azure._command(one) == (
        f"##vso[task.logissue type=error;{properties}code=R1;]Ett%5D Två. Gäller a › b."
    )


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("rapporter/å ä.yaml", "rapporter/%C3%A5%20%C3%A4.yaml"),
        ("a%b#c?.yaml", "a%25b%23c%3F.yaml"),
        ("/x/y.yaml", "file:///x/y.yaml"),
        ("//x/y.yaml", "file:///x/y.yaml"),
        ("C:/x y.yaml", "file:///C:/x%20y.yaml"),
        ("c:x.yaml", "c%3Ax.yaml"),
        ("../x.yaml", "../x.yaml"),
        ("a\udce5b.yaml", "a%E5b.yaml"),
        ("/X/Xy.yaml", "file:///X/Xy.yaml"),
        (f"{'x' * 70}/{BIRTH}-{LAST}.yaml", "visas%20s%C3%A5.yaml"),
        # the last figure of an escape must not make a number of nine others
        ("å408233234.yaml", "%C3%A5%34%30%38%32%33%33%32%33%34.yaml"),
        ("", "visas%20s%C3%A5.yaml"),
        (f"{BIRTH}-{LAST}.yaml", "visas%20s%C3%A5.yaml"),
    ],
)
def test_a_path_becomes_an_address_byte_by_byte(path: str, uri: str) -> None:
    assert address("visas så.yaml", path) == uri


def test_a_name_that_is_no_text_becomes_an_address_too() -> None:
    assert address("a\ud800", "") == "a%5Cud800"


@pytest.mark.parametrize(
    ("path", "written"),
    [
        ("å ä.yaml", "å ä.yaml"),
        ("x" * 300, "x" * 300),
        ("a\x1b.yaml", "visas"),
        ("a::b.yaml", "visas"),
        ("", "visas"),
        (f"{BIRTH}-{LAST}.yaml", "visas"),
    ],
)
def test_a_path_is_written_out_only_where_it_can_be(path: str, written: str) -> None:
    assert plain_path("visas", path) == written


def test_every_text_of_a_kravöversikt_is_made_fit_to_be_shown() -> None:
    dirty, safe = f"\t{BIRTH}-{LAST}\x1b::", r"ÅÅMMDD-XXXX\x1b: :"
    place = Place(dirty, 3, ())
    cell = Cell(dirty, places=(place,))
    table = Table(
        key=dirty,
        title=dirty,
        columns=(Column(dirty, dirty),),
        rows=(Row(cells=(cell, cell)),),
        notes=(dirty, dirty),
    )
    page = Overview(
        title=dirty,
        notes=(dirty,),
        tables=(table, table),
        reports=(About(file=dirty, text=dirty),),
        today=DAY,
        version=dirty,
    )
    clean_table = Table(
        key=safe,
        title=safe,
        columns=(Column(safe, safe),),
        rows=(Row(cells=(Cell(safe, places=(Place(safe, 3, ()),)),) * 2),),
        notes=(safe, safe),
    )
    assert overview_clean.clean(page) == Overview(
        title=safe,
        notes=(safe,),
        tables=(clean_table, clean_table),
        reports=(About(file=safe, text=safe),),
        today=DAY,
        version=safe,
    )


def test_a_text_of_a_kravöversikt_is_not_cut() -> None:
    page = Overview("x" * 100_000, notes=(), tables=(), reports=(), today=DAY, version="1")
    assert overview_clean.clean(page).title == "x" * 100_000
