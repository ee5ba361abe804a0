"""The result of a check in Markdown, to the letter, and never longer than a comment may be."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from checker.document.model import Span
from checker.finding import Related, Severity
from checker.output.forms import Manner, form
from checker.output.markdown_form import NOT_ALL, ROOM
from checker.result import Crash, Refused
from checker.ruleset.model import DEFAULT
from checker.verdict import Exit
from tests.forms.filled import filled

if TYPE_CHECKING:
    from checker.finding import Finding
    from checker.result import Result

GOLDEN = Path(__file__).parent / "golden" / "markdown.md"
PAGES = "https://exempel.se/regler"


def written(result: Result, pages: str = "") -> str:
    return form("markdown", result, Manner(Exit.FINDINGS, rule_pages=pages))


def alone(made_up: Result, *findings: Finding) -> Result:
    """The second report with these findings and nothing else."""
    report = replace(made_up.reports[1], findings=findings, waived=(), not_run=(), points=())
    return replace(made_up, reports=(report,), settings=(), ruleset=DEFAULT)


def part(text: str, first: str, last: str) -> list[str]:
    """The lines from one to the one before another, without empty ones."""
    lines = text.split("\n")
    start = lines.index(first)
    return [line for line in lines[start : lines.index(last, start + 1)] if line]


def test_the_made_up_report_to_the_letter(made_up: Result, pytestconfig: pytest.Config) -> None:
    got = written(made_up, PAGES)
    if pytestconfig.getoption("--update-golden"):
        GOLDEN.write_text(got, encoding="utf-8")
    assert got == GOLDEN.read_text(encoding="utf-8")


def test_a_finding_says_what_where_how_to_mend_and_by_what_right(made_up: Result) -> None:
    finding = next(one for one in made_up.findings if one.rule == "LEX004")
    near = Related(finding.file, Span(9, 1, 9, 2), (), "nr 1")
    far = Related("annan.yaml", Span(4, 1, 4, 2), (), "")
    finding = replace(finding, related=(near, far), message="Fel.", help="Rätta [det].")
    assert part(written(alone(made_up, finding), PAGES), "#### Fel (1)", "<details>") == [
        "#### Fel (1)",
        "* Fel.\\",
        f"  [LEX004]({PAGES}/LEX004.md) · rad 76 · lex\\_sarah › ärenden › 2025-1 › ivo › anmäld",
        "  * Jämför: rad 9: nr 1; annan.yaml rad 4",
        "  * Så här: Rätta \\[det\\].",
        (
            "  * Källor: SoL (2001:453) 14 kap. 7 § (lag, gällde 2011-07-01–2025-06-30, enligt "
            "sekundärkälla); LSS 24 f § (lag, gäller från 2011-07-01)"
        ),
    ]


def test_rules_have_links_only_where_their_pages_are_named_and_own_rules_never(
    made_up: Result,
) -> None:
    assert "](" not in written(made_up)
    linked = written(made_up, PAGES)
    assert f"[TXT001]({PAGES}/TXT001.md)" in linked
    assert "\n  KOM001 · rad 26" in linked
    assert "KOM001.md" not in linked


def test_the_worst_report_stands_first_and_what_is_only_to_be_known_is_folded(
    made_up: Result,
) -> None:
    lines = written(made_up).split("\n")
    marks = ("### ", "#### ", "<summary>")
    assert [line for line in lines if line.startswith(marks)] == [
        "### kvalitetsrapport-2025.yaml",
        "#### Fel (6)",
        "#### Se över (4)",
        "#### Att göra (4)",
        "<summary>Upplysningar (4)</summary>",
        "<summary>Undantag (1)</summary>",
        "<summary>Kunde inte kontrolleras (5), och annat om kontrollen</summary>",
        "### kvalitetsrapport-2024.yaml",
        "<summary>Undantag (1)</summary>",
        "<summary>Kunde inte kontrolleras (1), och annat om kontrollen</summary>",
        "### undantag.yaml: påpekanden om filen (2)",
        "### Det här kan bara en människa bedöma",
        "### Avsteg från standardreglerna (3)",
    ]


def test_what_could_not_be_judged_stands_before_the_reports(made_up: Result) -> None:
    refused = (Refused("borta.yaml", "filen finns inte"),)
    crashes = (Crash("DEL011", "a.yaml", "ValueError"), Crash("", "b.yaml", "KeyError"))
    text = written(replace(made_up, refused=refused, crashes=crashes))
    assert text.startswith("## Kvalitetskoll: Kunde inte kontrolleras (3 avsteg, 2 undantag)\n")
    rows = part(text, "### Gick inte att kontrollera", "### kvalitetsrapport-2025.yaml")
    assert rows[1:] == [
        "* borta.yaml: filen finns inte",
        (
            "* Regeln DEL011 gick sönder på a.yaml (ValueError). Det är vårt fel, inte rapportens. "
            "Det som hann hittas visas."
        ),
        (
            "* Kontrollen gick sönder på b.yaml (KeyError). Det är vårt fel, inte rapportens. "
            "Det som hann hittas visas."
        ),
    ]


def test_that_there_is_no_report_is_told(made_up: Result) -> None:
    empty = replace(made_up, reports=(), settings=(), paths=("tom_mapp",), ruleset=DEFAULT)
    assert written(empty).split("\n")[:5] == [
        "## Kvalitetskoll: Kunde inte kontrolleras",
        "",
        "Ingen rapport att kontrollera: tom\\_mapp har inga filer som slutar på .yaml eller .yml.",
        "",
        "Kvalitetskoll 0.0.0 · standardreglerna (204) · inga avsteg · inga undantag",
    ]


def test_a_report_without_anything_to_say_has_neither_list_nor_fold(made_up: Result) -> None:
    report = replace(alone(made_up).reports[0], judged=False, not_testable=())
    text = written(replace(alone(made_up), reports=(report,)))
    assert "####" not in text
    assert "<details>" not in text


@pytest.mark.parametrize(("findings", "shown"), [(100, 100), (101, 100), (1_000, 100)])
def test_of_very_many_findings_a_hundred_are_shown_and_all_counted(
    made_up: Result, findings: int, shown: int
) -> None:
    error = next(one for one in made_up.findings if one.rule == "LEX004")
    one = replace(error, message="Fel.", help="Rätta.", related=(), citations=())
    text = written(alone(made_up, *(one,) * findings))
    assert text.count("\n* Fel.\\\n") == shown
    assert f"#### Fel ({findings})" in text
    assert text.count(f"* {findings - shown} till visas inte här.") == (findings > shown)
    assert NOT_ALL not in text


@pytest.mark.timeout(120)
@pytest.mark.parametrize("words", ["ord " * 500, "@#<" * 2_000, "\u202e" * 2_000])
def test_no_result_is_longer_than_a_comment_may_be(made_up: Result, words: str) -> None:
    told = filled(made_up, words)
    many = tuple(replace(report, findings=report.findings * 5) for report in told.reports)
    text = written(replace(told, reports=many * 50, refused=told.refused * 50))
    assert len(text) <= ROOM
    assert NOT_ALL in text
    assert "**Alla 100 rapporter**" in text
    assert "| **1500** | **1000** | **1000** | **1500** | **100** |" in text


def test_what_is_left_of_the_hundred_goes_to_the_next_weight(made_up: Result) -> None:
    error = next(one for one in made_up.findings if one.rule == "LEX004")
    error = replace(error, message="Fel.", help="Rätta.", related=(), citations=())
    warning = replace(error, severity=Severity.WARNING)
    text = written(alone(made_up, *(error,) * 98, *(warning,) * 5))
    told = part(text, "#### Se över (5)", "<details>")
    assert told.count("* Fel.\\") == 2
    assert "* 3 till visas inte här. Formen json har alla." in told
