"""Each form by itself against whatever a cell may hold, should those who fill it have slipped."""

from __future__ import annotations

import csv
import json
import re
import unicodedata
from datetime import date
from html.parser import HTMLParser
from io import StringIO
from typing import TYPE_CHECKING, Any, Literal

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from checker.output.lines import ASCII, plain
from checker.output.overview_csv import overview_csv
from checker.output.overview_html import overview_html
from checker.output.overview_json import overview_json
from checker.output.overview_markdown import overview_markdown
from checker.output.overview_text import overview_text
from checker.overview.page import About, Cell, Column, Overview, Place, Row, State, Table

if TYPE_CHECKING:
    from collections.abc import Callable

a_few = settings(max_examples=40)  # each page holds dozens of hostile texts
BIRTH, LAST = "64" + "0823", "32" + "34"
HIDDEN = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
FORMS: dict[str, Callable[[Overview], str]] = {
    "text": lambda page: plain(overview_text(page)),
    "wide text": lambda page: plain(overview_text(page, 120)),
    "simple text": lambda page: plain(overview_text(page, 60, ASCII)),
    "markdown": overview_markdown,
    "csv": overview_csv,
    "json": overview_json,
    "html": overview_html,
}
every_form = pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)

# What is most likely to break out, of terminals, CI systems, markup and spreadsheet programs.
PIECES = st.sampled_from(
    [
        *(
            "\x1b[31m",
            "\x1b]8;;http://a.se\x07",
            "\x9b1m",
            "\r",
            "\n",
            "\x00",
            "\x7f",
            "\t",
            "\x85",
        ),
        *("\u202e", "\u2066", "\u200b", "\ufeff", "\u2028", "\ud800", "\ue000", "\uffff"),
        *(
            "::error::",
            "##[error]",
            "::",
            "##",
            "<script>alert(1)</script>",
            "</td></table>",
            "<!--",
        ),
        *("]]>", "</style>", '" onclick="x', "' x='", "&lt;", "&", "|", "`", "```", "[a](b)", "\\"),
        *("@anna", "#12", "=1+1", "+1", "-1", "@A1", "\uff1d1", ";", '"', "'", "a", " ", "å", "1"),
        *("https://a.se", "www.a.se", "--> ", "{{x}}", "%0A", "$x$", "~~", "---", "# a", "1. a"),
    ]
)
HOSTILE = st.lists(st.one_of(PIECES, st.text(max_size=5)), max_size=6).map("".join)
CELLS = st.builds(
    Cell,
    HOSTILE,
    st.none() | st.sampled_from(State),
    st.lists(
        st.builds(Place, HOSTILE, st.integers(1, 9999), st.tuples(HOSTILE) | st.just(())),
        max_size=5,
    ).map(tuple),
)


@st.composite
def tables(draw: st.DrawFn) -> Table:
    many = draw(st.sampled_from([1, 2, 3, 11, 14]))
    columns = tuple(
        Column(f"c{at}", draw(HOSTILE), number=draw(st.booleans())) for at in range(many)
    )
    kinds: tuple[Literal["row", "group", "sum"], ...] = ("row", "group", "sum")
    rows = []
    for _ in range(draw(st.integers(0, 3))):
        kind = draw(st.sampled_from(kinds))
        cells = 1 if kind == "group" else many
        rows.append(Row(tuple(draw(CELLS) for _ in range(cells)), kind))
    notes = tuple(draw(st.lists(HOSTILE, max_size=2)))
    return Table(draw(HOSTILE), draw(HOSTILE), columns, tuple(rows), notes, draw(st.booleans()))


PAGES = st.builds(
    Overview,
    title=HOSTILE,
    notes=st.lists(HOSTILE, max_size=2).map(tuple),
    tables=st.lists(tables(), max_size=2).map(tuple),
    reports=st.lists(
        st.builds(About, HOSTILE, HOSTILE, st.none() | st.just(State.NOT_TESTED)), max_size=2
    ).map(tuple),
    today=st.just(date(2026, 11, 22)),
    version=HOSTILE,
)


def filled(text: str) -> Overview:
    """A page that holds a text in every place."""
    cell = Cell(text, State.HUMAN, (Place(text, 3, (text, 0)),))
    other = Cell(text)
    columns = (Column("a", text), Column("b", text, number=True))
    rows = (Row((cell,), "group"), Row((cell, other)), Row((other, cell), "sum"))
    table = Table(text, text, columns, rows, (text,), sign=True)
    many = tuple(Column(f"c{at}", text) for at in range(14))
    records = Table(text, text, many, (Row((cell,) * 14),))
    reports = (About(text, text), About(text, text, State.NOT_TESTED))
    return Overview(text, (text, text), (table, records), reports, date(2026, 11, 22), text)


@every_form
@a_few
@given(page=PAGES)
@example(filled("\x1b[31m\u202e\x85\u2028\ud800\ue000\x00\r\n"))
def test_nothing_that_steers_a_terminal_comes_out(
    form: Callable[[Overview], str], page: Overview
) -> None:
    text = form(page).removeprefix("\ufeff")
    steering = {mark for mark in text if unicodedata.category(mark) in HIDDEN}
    assert steering <= ({"\r", "\n"} if form is overview_csv else {"\n"})
    text.encode()


@pytest.mark.parametrize("form", [FORMS[name] for name in FORMS if name != "html"])
@a_few
@given(page=PAGES)
@example(filled("::error::x"))
@example(filled("##[error]x"))
@example(filled(":"))
@example(filled("#"))
def test_no_line_is_a_command_to_a_ci_system(
    form: Callable[[Overview], str], page: Overview
) -> None:
    for line in re.split(r"[\r\n]", form(page)):
        assert not line.lstrip().startswith("::")
        assert "##[" not in line


# Elements that HTML closes by itself have no end tag.
VOID = {"meta", "br", "wbr"}
OURS = {
    *("html", "head", "meta", "title", "style", "body", "header", "h1", "h2", "p", "div", "ul"),
    *("li", "b", "span", "nav", "ol", "a", "section", "dl", "dt", "dd", "main", "table"),
    *("caption", "thead", "tbody", "tr", "th", "td", "small", "i", "footer", "wbr", "br"),
}
ATTRIBUTES = {
    *("lang", "charset", "http-equiv", "content", "name", "class", "id", "aria-labelledby"),
    *("href", "scope", "colspan"),
}


class Tree(HTMLParser):
    """Checks that tags are balanced, ours, and carry nothing but our attributes."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tables: list[list[int]] = []
        self.comments = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in OURS
        assert {name for name, _ in attrs} <= ATTRIBUTES
        for name, value in attrs:
            if name == "href":
                assert re.fullmatch(r"#t\d+", value or "")
        if tag not in VOID:
            self.open.append(tag)
        if tag == "table":
            self.tables.append([])
        elif tag == "tr":
            self.tables[-1].append(0)
        elif tag in {"td", "th"}:
            self.tables[-1][-1] += int(dict(attrs).get("colspan") or 1)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_comment(self, _data: str) -> None:
        self.comments += 1


@a_few
@given(PAGES)
@example(filled("<script>alert(1)</script>"))
@example(filled('"><img src=x onerror=alert(1)>'))
@example(filled("</style></caption></td></table><!--"))
@example(filled("&lt;script&gt;"))
def test_the_html_is_balanced_and_holds_only_our_own_markup(page: Overview) -> None:
    tree = Tree()
    tree.feed(overview_html(page))
    tree.close()
    assert tree.open == []
    assert tree.comments == 0
    for rows in tree.tables:
        assert len(set(rows)) == 1, "every row has as many cells as the head"


@a_few
@given(PAGES)
def test_the_html_shows_every_cell(page: Overview) -> None:
    found = overview_html(page)
    shown = [table for table in page.tables if table.rows]
    assert found.count("<table ") == len(shown)
    assert found.count("<caption>") == len(shown)


@a_few
@given(PAGES)
@example(filled('";=1+1;"'))
@example(filled("=cmd|' /C calc'!A0"))
def test_the_csv_has_as_many_cells_as_the_table_and_no_formula(page: Overview) -> None:
    text = overview_csv(page)
    assert text.startswith("\ufeff")
    assert text.count("\n") == text.count("\r\n")
    rows = list(csv.reader(StringIO(text[1:], newline=""), delimiter=";", strict=True))
    expected = [1] * (2 + len(page.notes)) + [3] * len(page.reports)
    for table in page.tables:
        width = len(table.columns) + table.sign
        expected += [0, 1, *[1] * len(table.notes), width, *[width] * len(table.rows)]
        expected += [] if table.rows else [1]
    assert [len(row) for row in rows] == expected
    for cell in (cell for row in rows for cell in row):
        start = unicodedata.normalize("NFKC", cell).lstrip()[:1]
        assert start not in set("=+-@") or re.fullmatch(r"[+-]\d+(,\d+)?", cell)


@a_few
@given(PAGES)
def test_the_markdown_has_as_many_cells_as_the_table(page: Overview) -> None:
    rows = [line for line in overview_markdown(page).split("\n") if line.startswith("| ")]
    expected = [
        len(table.columns) + table.sign
        for table in page.tables
        if table.rows
        for _ in range(2 + len(table.rows))
    ]
    assert [len(re.findall(r"(?<!\\)(?:\\\\)*\|", row)) - 1 for row in rows] == expected


@a_few
@given(PAGES)
@example(filled("<b>`a`[a](b)@anna www.a.se https://a.se #12"))
def test_the_markdown_holds_no_markup_link_or_call_of_a_reports(page: Overview) -> None:
    text = overview_markdown(page)
    bare = re.sub(r"\\[^\w\s]", "¤", text)
    assert not re.search(r"[<`\[\]~$]|@\w|(?<!\n)#\w|://|www\.", bare, re.IGNORECASE)
    starts = re.compile(r"^(#{1,2} |\* |\| |\w|[^\w\s>+=-]|$)")
    assert [line for line in text.split("\n") if not starts.match(line)] == []


@a_few
@given(PAGES)
def test_the_json_can_be_read_and_is_ascii(page: Overview) -> None:
    text = overview_json(page)
    assert text.isascii()

    def never(constant: str) -> Any:
        raise AssertionError(constant)

    told = json.loads(text, parse_constant=never)
    assert [len(table["rows"]) for table in told["tables"]] == [
        len(table.rows) for table in page.tables
    ]
    for table, given_table in zip(told["tables"], page.tables, strict=True):
        for row in table["rows"]:
            assert len(row["cells"]) in {0, len(given_table.columns)}


@a_few
@given(PAGES, st.integers(40, 130))
def test_the_text_form_tells_every_table_at_any_width(page: Overview, width: int) -> None:
    lines = plain(overview_text(page, width)).split("\n")
    assert lines.count("━" * width) == 1 + len(page.tables)


NUMBERS = [
    f"{BIRTH}-{LAST}",
    f"19{BIRTH}{LAST}",
    f"{BIRTH}{LAST}",
    f"{BIRTH}+{LAST}",
    f"{BIRTH}\u00a0\u2013 {LAST}",
    f"{BIRTH}\u200b{LAST}",
]


@every_form
@pytest.mark.parametrize("number", NUMBERS)
@pytest.mark.parametrize("around", ["{}", "kund {} ringde", "{}: {}", "=\t{}"])
def test_no_personal_number_comes_out_of_any_place(
    form: Callable[[Overview], str], number: str, around: str
) -> None:
    text = form(filled(around.replace("{}", number)))
    figures = re.sub(r"[^\d\n]", "", text)
    assert BIRTH + LAST not in figures
    assert "MMDD-XXXX" in text


@every_form
def test_what_is_harmless_comes_out_as_it_is(form: Callable[[Overview], str]) -> None:
    assert "Socialnamnden" in form(filled("Socialnamnden"))
