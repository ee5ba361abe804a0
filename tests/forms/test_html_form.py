"""The result of a check as a page: to the letter, in order, readable, and never too large."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from checker.document.model import Span
from checker.finding import Related, Severity
from checker.output.forms import Manner, form
from checker.output.html_style import STYLE
from checker.output.overview_style import STYLE as OVERVIEW_STYLE
from checker.output.page_style import BASE
from checker.output.said import MOST
from checker.result import Crash, Refused
from checker.ruleset.model import DEFAULT
from checker.verdict import Exit
from tests.forms.drawn import elements, html, lines

if TYPE_CHECKING:
    from checker.finding import Finding
    from checker.result import Result

GOLDEN = Path(__file__).parent / "golden" / "check.html"
PAGES = "https://exempel.se/regler"
# Which letters stand on which ground; what is not named here stands on the paper.
GROUNDS = [
    *(("red", "red-tint"), ("orange", "orange-tint"), ("yellow", "yellow-tint")),
    *(("green", "green-tint"), ("blue-dark", "blue-tint"), ("purple", "purple-tint")),
    *(("grey", "grey-tint"), ("ink", "red-tint"), ("ink", "orange-tint"), ("ink", "yellow-tint")),
    *(("ink", "green-tint"), ("ink", "purple-tint"), ("ink", "gold-tint"), ("ink", "head")),
    *(("ink", "grey-tint"), ("soft", "grey-tint"), ("faint", "grey-tint"), ("ink", "sum")),
    *(("soft", "red-tint"), ("soft", "orange-tint"), ("soft", "yellow-tint")),
    *(("soft", "green-tint"), ("soft", "purple-tint")),
    *((ink, "paper") for ink in ("ink", "soft", "faint", "blue", "red", "purple")),
]


def written(result: Result, pages: str = "") -> str:
    return form("html", result, Manner(Exit.FINDINGS, rule_pages=pages))


def alone(made_up: Result, *findings: Finding) -> Result:
    """The second report with these findings and nothing else."""
    report = replace(made_up.reports[1], findings=findings, waived=(), not_run=(), points=())
    return replace(made_up, reports=(report,), settings=(), ruleset=DEFAULT)


def finding(made_up: Result, rule: str) -> Finding:
    return next(one for one in made_up.findings if one.rule == rule)


def item(text: str) -> list[str]:
    """The lines of the first finding on a page."""
    found = text.replace("\u00a0", " ").split('<ol class="findings">\n')[1]
    return found[: found.index("\n</ol>")].split("\n")


def test_the_made_up_report_to_the_letter(made_up: Result, pytestconfig: pytest.Config) -> None:
    got = written(made_up, PAGES)
    if pytestconfig.getoption("--update-golden"):
        GOLDEN.write_text(got, encoding="utf-8")
    assert got == GOLDEN.read_text(encoding="utf-8")


def test_a_finding_has_its_line_with_the_place_marked(made_up: Result) -> None:
    error = replace(finding(made_up, "LEX004"), citations=(), message="Fel <1>.", help="Rätta.")
    assert item(written(alone(made_up, error), PAGES)) == [
        '<li class="error">',
        '<p class="message">Fel &lt;1&gt;.</p>',
        (
            f'<p class="place"><a href="{PAGES}/LEX004.md">LEX004</a> · rad 76 · '
            "lex_<wbr>sarah › ärenden › 2025-1 › ivo › anmäld</p>"
        ),
        (
            '<pre class="frame"><span class="here"><span class="nr">76</span>'
            "<code>        anmäld: <mark>nej</mark></code></span></pre>"
        ),
        '<p class="help"><b>Så här:</b> Rätta.</p>',
        "</li>",
    ]


def test_other_places_are_drawn_with_their_words_and_the_gaps_between(made_up: Result) -> None:
    error = finding(made_up, "LEX004")
    near = Related(error.file, Span(8, 10, 8, 23), (), "vems <rapport>")
    far = Related("annan.yaml", Span(4, 1, 4, 2), (), "24")
    rest = tuple(Related(error.file, Span(at, 1, at, 2), (), "") for at in range(9, 16))
    page = written(alone(made_up, replace(error, related=(near, *rest, far))))
    (frame,) = (line for line in item(page) if line.startswith("<pre"))
    assert frame.split("</span><span")[:2] == [
        (
            '<pre class="frame"><span><span class="nr">8</span><code>  nämnd: '
            "<mark>Socialnämnden</mark><i>vems &lt;rapport&gt;</i></code>"
        ),
        '><span class="nr">9</span><code>  period:</code>',
    ]
    assert frame.count('<span class="nr">⋮</span>') == 2
    assert frame.endswith("<code><i>och 2 ställen till: rad 14, 15</i></code></span></pre>")
    assert '<p class="place">Jämför annan.yaml rad 4: 24</p>' in item(page)


def test_what_stands_empty_is_marked_with_a_blank(made_up: Result) -> None:
    error = replace(finding(made_up, "DEL011"), span=Span(23, 12, 23, 12))
    page = written(alone(made_up, error))
    assert "<code>samverkan:<mark> </mark></code>" in page


def test_an_information_has_no_frame_but_all_its_lines(made_up: Result) -> None:
    page = written(alone(made_up, finding(made_up, "LEX023")))
    assert '<li class="info">' in page
    assert "<pre" not in page
    assert '<p class="place">LEX023 · rad\u00a065, 77</p>' in page


def test_rules_have_links_only_where_their_pages_are_named_and_own_rules_never(
    made_up: Result,
) -> None:
    addresses = re.findall(r'href="([^#"]*)"', written(made_up))
    assert addresses == []
    linked = re.findall(r'href="([^#"]*)"', written(made_up, PAGES))
    assert f"{PAGES}/TXT001.md" in linked
    assert f"{PAGES}/KOM001.md" not in linked


def test_the_page_tells_everything_in_order(made_up: Result) -> None:
    refused = (Refused("borta.yaml", "filen finns inte"),)
    crashes = (Crash("DEL011", "a.yaml", "ValueError"),)
    root = html(written(replace(made_up, refused=refused, crashes=crashes)))
    heads = [one for one in elements(root) if one.tag in {"h1", "h2", "h3"}]
    assert ["".join(one.itertext()) for one in heads] == [
        "Kunde inte kontrolleras (3 avsteg, 2 undantag)",
        "Innehåll",
        "Gick inte att kontrollera",
        "kvalitetsrapport-2025.yaml",
        "Fel 6",
        "Se över 4",
        "Att göra 4",
        "Upplysningar 4",
        "Undantag 1",
        "Kunde inte kontrolleras",
        "Om kontrollen",
        "kvalitetsrapport-2024.yaml",
        "Undantag 1",
        "Kunde inte kontrolleras",
        "Om kontrollen",
        "undantag.yaml",
        "Det här kan bara en människa bedöma",
        "Avsteg från standardreglerna (3)",
    ]
    told = lines(root)
    assert "borta.yaml: filen finns inte" in told
    assert "5 punkter kräver bedömning av en människa." in told
    assert "Arbetsmaterial. Ska sekretessgranskas innan det lämnas ut." in told
    broken = "Regeln DEL011 gick sönder på a.yaml (ValueError)."
    assert [line for line in told if line.startswith(broken)]


def test_every_link_of_the_contents_leads_to_its_section(made_up: Result) -> None:
    root = html(written(made_up))
    (nav,) = root.iter("nav")
    links = {one.attrib["href"][1:]: "".join(one.itertext()) for one in nav.iter("a")}
    heads = {
        section.attrib["id"]: "".join(next(section.iter("h2")).itertext())
        for section in root.iter("section")
        if "id" in section.attrib
    }
    assert links == heads
    assert list(links) == ["r1", "r2", "s1", "people", "deviations"]


def test_that_there_is_no_report_is_told(made_up: Result) -> None:
    empty = replace(made_up, reports=(), settings=(), paths=("tom",), ruleset=DEFAULT)
    root = html(written(empty))
    assert "Ingen rapport att kontrollera: tom har inga filer som slutar på .yaml eller .yml." in (
        lines(root)
    )
    assert not list(root.iter("table"))
    assert not list(root.iter("nav"))


@pytest.mark.parametrize("findings", [MOST, MOST + 1, 1_000])
def test_of_very_many_findings_a_hundred_are_shown_and_all_counted(
    made_up: Result, findings: int
) -> None:
    one = finding(made_up, "LEX004")
    text = written(alone(made_up, *(one,) * findings))
    assert text.count('<li class="error">') == MOST
    assert f'<h3>Fel <span class="error">{findings}</span></h3>' in text
    rest = f'<p class="rest">{findings - MOST} till visas inte här. Formen json har alla.</p>'
    assert text.count(rest) == (findings > MOST)


def test_a_page_of_many_reports_has_a_limit_too(made_up: Result) -> None:
    one = finding(made_up, "LEX004")
    (report,) = alone(made_up, *(one,) * 90).reports
    result = replace(alone(made_up), reports=(report,) * 1_200)
    text = written(result)
    assert text.count('<li class="error">') == 1_000
    assert text.count('<section class="report"') == 200
    assert text.count('<th scope="row">') == 1_001
    assert f'<th scope="row">Alla 1200 rapporter</th><td></td><td class="number">{90 * 1_200}' in (
        text
    )
    assert '<p class="rest">200 till visas inte här. Formen json har alla.</p>' in text
    assert len(text) < 2 * 1024**2


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2 defines it."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def colours() -> dict[str, str]:
    found = dict(re.findall(r"--([\w-]+): #(\w+);", BASE))
    return {name: code * 2 if len(code) == 3 else code for name, code in found.items()}


@pytest.mark.parametrize(("ink", "ground"), GROUNDS)
def test_letters_can_be_read_against_their_ground(ink: str, ground: str) -> None:
    light, dark = sorted((luminance(colours()[name]) for name in (ink, ground)), reverse=True)
    assert (light + 0.05) / (dark + 0.05) >= 4.5


@pytest.mark.parametrize("style", [STYLE, OVERVIEW_STYLE], ids=["check", "matrix"])
def test_a_style_has_no_colour_of_its_own_beside_those_that_are_measured(style: str) -> None:
    _, _, rest = style.partition("}")
    assert set(re.findall(r"#[0-9a-f]{3,6}\b", rest)) <= {"#000", "#fff"}
    pairs = re.findall(r"background: var\(--([\w-]+)\); color: var\(--([\w-]+)\)", style)
    assert {(ink, ground) for ground, ink in pairs} <= set(GROUNDS)
    assert set(re.findall(r"var\(--([\w-]+)\)", style)) <= set(colours())
    assert not re.search(r"url\(|@import|expression|<", style)


def test_what_is_left_of_the_hundred_goes_to_the_next_weight(made_up: Result) -> None:
    error = finding(made_up, "LEX004")
    warning = replace(error, severity=Severity.WARNING)
    text = written(alone(made_up, *(error,) * 98, *(warning,) * 5))
    assert (text.count('<li class="error">'), text.count('<li class="warning">')) == (98, 2)
    assert '<p class="rest">3 till visas inte här. Formen json har alla.</p>' in text
