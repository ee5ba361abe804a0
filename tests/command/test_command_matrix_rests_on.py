"""What the kravöversikt says of changed rules, own rules and exceptions: nothing goes unseen."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path
    from subprocess import CompletedProcess

    Call = Callable[..., CompletedProcess[str]]

RULESET = """\
extends: default
reports: rapporter
rules_folder: regler
rules:
  DEL011: {severity: info, reason: Mallen är ny.}
  DEL002: {off: true, reason: "=Nämnden har beslutat det."}
  PERS008: {on: true, reason: Regionen skriver reservnummer.}
"""
EXCEPTION = """\
undantag:
  - regel: TAB001
    rapport: a.yaml
    ställe: avvikelser.totalt
    skäl: Återgivet som det är tryckt.
    beslutat_av: kvalitetsutvecklare
    till: 2027-12-31
"""
OWNER = "    ansvarig: Verksamhetschef\n"


@pytest.fixture
def place(desk: Path, files: Mapping[str, bytes], monkeypatch: pytest.MonkeyPatch) -> Path:
    """A municipality's folder with a ruleset, an own rule, an exception and three files."""
    folder = desk / "kommun"
    for name in ("regler", "rapporter"):
        (folder / name).mkdir(parents=True)
    (folder / "kvalitetskoll.yaml").write_text(RULESET, encoding="utf-8")
    (folder / "regler/EGN001.yaml").write_bytes(files["rules_good/EGN001.yaml"])
    (folder / "rapporter/undantag.yaml").write_text(EXCEPTION, encoding="utf-8")
    report = files["error.yaml"].decode().replace(OWNER, "")
    (folder / "rapporter/a.yaml").write_text(report, encoding="utf-8")
    (folder / "rapporter/b.yaml").write_bytes(files["clean.yaml"])
    (folder / "rapporter/c.yaml").write_bytes(files["syntax.yaml"])
    monkeypatch.chdir(folder)
    return folder


def tables(call: Call, *words: str) -> tuple[list[str], dict[str, list[list[str]]]]:
    page: dict[str, Any] = json.loads(call("matrix", *words, "--format", "json").stdout)
    cells = {
        table["key"]: [[one["text"] for one in row["cells"].values()] for row in table["rows"]]
        for table in page["tables"]
    }
    return page["notes"], cells


@pytest.mark.usefixtures("place")
def test_the_page_begins_with_what_it_rests_on(call: Call) -> None:
    notes, found = tables(call)
    assert notes[-1] == (
        "Bedömt enligt kvalitetskoll.yaml, med 3 avsteg från standardreglerna, 1 egen regel och"
        " 1 undantag. De står i tabeller nedan."
    )
    assert list(found)[:6] == [
        *("counts", "summary", "deviations", "own_rules", "exceptions", "requirements_1"),
    ]


@pytest.mark.usefixtures("place")
def test_every_change_stands_there_with_its_reason(call: Call) -> None:
    rows = {row[0]: row[2:] for row in tables(call)[1]["deviations"]}
    assert rows == {
        "DEL011": [
            *("upplysning i stället för se över", "Mallen är ny.", "kvalitetskoll.yaml rad 5"),
        ],
        "DEL002": ["avstängd", "=Nämnden har beslutat det.", "kvalitetskoll.yaml rad 6"],
        "PERS008": [
            "tillval som är påslaget",
            "Regionen skriver reservnummer.",
            "kvalitetskoll.yaml rad 7",
        ],
    }


@pytest.mark.usefixtures("place")
def test_every_own_rule_has_a_row_for_each_report(call: Call) -> None:
    assert [row[0:1] + row[2:] for row in tables(call)[1]["own_rules"]] == [
        ["EGN001", "rapporter/a.yaml", "1 påpekande"],
        ["EGN001", "rapporter/b.yaml", "inga påpekanden"],
        ["EGN001", "rapporter/c.yaml", "kunde inte kontrolleras"],
    ]


def test_an_own_rule_tells_why_it_says_nothing(call: Call, place: Path) -> None:
    def outcome(text: str = RULESET) -> list[str]:
        (place / "kvalitetskoll.yaml").write_text(text, encoding="utf-8")
        return [row[3] for row in tables(call, "rapporter/a.yaml")[1]["own_rules"]]

    off = "  EGN001: {off: true, reason: Paus.}\n"
    assert outcome(RULESET + off) == ["avstängd"]
    report = place / "rapporter/a.yaml"
    text = report.read_text(encoding="utf-8")
    measures = text[text.index("planerade_åtgärder:") :]
    report.write_text(text.replace(measures, ""), encoding="utf-8")
    assert outcome() == ["hade inget att gälla"]
    measure = "  - åtgärd: Utbilda\n    ansvarig: {roll: [x]}\n"
    report.write_text(text + measure, encoding="utf-8")
    assert outcome() == ["1 påpekande · kunde inte köras överallt"]
    excuse = EXCEPTION.replace("TAB001", "EGN001")
    excuse = excuse.replace("avvikelser.totalt", "planerade_åtgärder[nr=7].ansvarig")
    (place / "rapporter/undantag.yaml").write_text(excuse, encoding="utf-8")
    named = text.replace("  - åtgärd: Utbilda", '  - nr: "7"\n    åtgärd: Utbilda')
    report.write_text(named, encoding="utf-8")
    assert outcome() == ["1 undantag"]
    rule = place / "regler/EGN001.yaml"
    rule.write_text(f"opt_in: true\n{rule.read_text(encoding='utf-8')}", encoding="utf-8")
    (place / "rapporter/undantag.yaml").unlink()
    assert outcome() == ["tillval som inte är påslaget"]


@pytest.mark.usefixtures("place")
def test_every_exception_stands_there_with_who_decided_and_till_when(call: Call) -> None:
    [row] = tables(call)[1]["exceptions"]
    assert row[:2] == ["rapporter/a.yaml", "TAB001"]
    assert row[2].startswith("Raderna i per_kategori ger 40 tillsammans, men totalen är 41")
    assert row[3:] == [
        *("Återgivet som det är tryckt.", "kvalitetsutvecklare", "2027-12-31"),
        "rapporter/undantag.yaml rad 2",
    ]


@pytest.mark.usefixtures("place")
def test_a_requirement_whose_rule_is_turned_off_says_so(call: Call) -> None:
    sources = {row[0]: row[2] for row in tables(call)[1]["requirements_1"] if len(row) > 1}
    off = [key for key, source in sources.items() if source.endswith("av kommunen: DEL002")]
    assert off
    assert all("avstängd" not in sources[key] for key in sources.keys() - set(off))


@pytest.mark.usefixtures("place")
@pytest.mark.parametrize("form", ["text", "markdown", "csv", "html"])
def test_every_form_has_them(call: Call, form: str) -> None:
    told = " ".join(call("matrix", "--format", form).stdout.replace("\\", "").split())
    for words in (
        *("Avsteg från standardreglerna", "Egna regler", "Undantag", "DEL011", "EGN001"),
        *("tillval som är påslaget", "Återgivet som det är tryckt.", "Regionen skriver"),
    ):
        assert words in told
    assert (";'=Nämnden" in told) is (form == "csv")


def test_without_any_of_it_nothing_is_said(call: Call, place: Path) -> None:
    (place / "kvalitetskoll.yaml").write_text("extends: default\n")
    (place / "rapporter/undantag.yaml").unlink()
    notes, found = tables(call, "rapporter/b.yaml")
    assert notes[-1] == "Bedömt enligt kvalitetskoll.yaml, utan avsteg från standardreglerna."
    assert not {"deviations", "own_rules", "exceptions"} & set(found)
    (place / "kvalitetskoll.yaml").unlink()
    notes, _ = tables(call, "rapporter/b.yaml")
    assert not [note for note in notes if note.startswith("Bedömt")]
