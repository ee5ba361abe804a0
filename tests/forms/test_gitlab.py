"""The gitlab form: what a merge request shows."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from checker.finding import Basis, Severity
from checker.output.gitlab import SEVERITIES
from checker.result import Crash, Refused
from checker.run import run
from tests.forms.checked import read_gitlab
from tests.forms.conftest import REPORT, TODAY
from tests.inner.conftest import Bench

if TYPE_CHECKING:
    from pathlib import Path

    from checker.result import Result

BENCH = Bench()
OURS = "Det är vårt fel, inte rapportens."
NOTHING = "Här finns ingen mapp reports_yaml. Ange den fil eller mapp som ska kontrolleras."


def one(result: Result, rule: str) -> dict[str, Any]:
    (found,) = (each for each in read_gitlab(result) if each["check_name"] == rule)
    return found


def test_a_finding_stands_with_words_place_and_fingerprint(made_up: Result) -> None:
    (finding,) = (each for each in made_up.findings if each.rule == "JMF101")
    assert one(made_up, "JMF101") == {
        "description": (
            "JMF101: Här står att antalet var 50 förra perioden, men i förra rapporten är det 52 "
            "(kvalitetsrapport-2024.yaml rad 35). Rätta talet, eller skriv skälet under "
            "ändrad_efteråt eller jämförs_inte."
        ),
        "check_name": "JMF101",
        "fingerprint": finding.fingerprint,
        "severity": "major",
        "location": {"path": "kvalitetsrapport-2025.yaml", "lines": {"begin": 36, "end": 36}},
    }


def test_every_finding_is_there_the_gravest_first(made_up: Result) -> None:
    told = read_gitlab(made_up)
    severities = [each["severity"] for each in told]
    assert severities == sorted(severities, key=SEVERITIES.index)
    assert {each: severities.count(each) for each in SEVERITIES} == {
        "blocker": 0,
        "critical": 1,
        "major": 5,
        "minor": 6,
        # 4 informations, 4 to-dos, 2 waived, 2 reports with something not tested, 3 deviations.
        "info": 15,
    }
    assert told[0]["check_name"] == "LEX004"


@pytest.mark.parametrize(
    ("changes", "severity"),
    [
        ({"basis": Basis.LAW}, "critical"),
        ({"basis": Basis.REGULATION}, "critical"),
        ({"basis": Basis.PRIVACY}, "critical"),
        ({"basis": Basis.TEMPLATE}, "major"),
        ({"basis": Basis.CONSISTENCY}, "major"),
        ({"severity": Severity.WARNING, "basis": Basis.LAW}, "minor"),
        ({"severity": Severity.INFO}, "info"),
        ({"todo": True, "basis": Basis.LAW}, "info"),
    ],
)
def test_how_grave_a_finding_is(changes: dict[str, Any], severity: str) -> None:
    report = BENCH.report_result(BENCH.finding(**changes))
    assert one(BENCH.result(report), "TST001")["severity"] == severity
    report = replace(report, judged=False)
    unread = "blocker" if severity in {"critical", "major"} else severity
    assert one(BENCH.result(report), "TST001")["severity"] == unread


def test_what_is_excused_to_do_or_not_tested_is_told_without_weight(made_up: Result) -> None:
    assert one(made_up, "TAB001")["description"] == (
        "TAB001: Undantag: Raderna i per_kategori ger 40 tillsammans, men totalen är 42, alltså 2 "
        "för hög. Rätta totalen eller den rad som är fel. Skäl: Systemet räknar två avvikelser som "
        "saknar kategori. Det byts ut under våren. Beslutat av: verksamhetschef."
    )
    assert one(made_up, "RAP010")["description"].startswith("RAP010: Att göra: Rapporten visar")
    first, second = (
        each for each in read_gitlab(made_up) if "kunde inte köras överallt" in each["description"]
    )
    assert first["description"] == "3 regler kunde inte köras överallt: ATG003, JMF104, LEX014."
    assert first["location"] == {"path": "kvalitetsrapport-2024.yaml", "lines": {"begin": 1}}
    assert second["location"]["path"] == "kvalitetsrapport-2025.yaml"
    assert one(made_up, "ATG002")["description"] == (
        "ATG002: Avsteg: ATG002 (Förra årets åtgärder följs inte upp): avstängd. Skäl: "
        "Uppföljningen står i nämndens egen åtgärdsplan."
    )
    assert one(made_up, "ATG002")["location"] == {
        "path": "kvalitetskoll.yaml",
        "lines": {"begin": 8},
    }


def test_nothing_that_went_wrong_looks_like_a_pass() -> None:
    result = BENCH.result(
        refused=(Refused("borta.yaml", "filen finns inte."),),
        crashes=(Crash("TST001", "a.yaml", "ValueError"), Crash("", "b.yaml", "KeyError")),
        only=("TST001",),
    )
    assert [(each["severity"], each["description"]) for each in read_gitlab(result)] == [
        (
            "blocker",
            f"TST001: Regeln TST001 gick sönder på a.yaml (ValueError). {OURS}",
        ),
        (
            "blocker",
            f"Kontrollen gick sönder på b.yaml (KeyError). {OURS}",
        ),
        ("blocker", "Filen kontrollerades inte: filen finns inte."),
        ("info", "Bara de här reglerna kördes: TST001."),
    ]
    (nothing,) = read_gitlab(BENCH.result())
    assert (nothing["severity"], nothing["description"]) == (
        "blocker",
        NOTHING,
    )


def test_two_files_with_the_same_name_when_masked_have_their_own_fingerprints() -> None:
    reports = (BENCH.report_result(BENCH.finding(), path=path) for path in ("a.yaml", "b.yaml"))
    first, second = read_gitlab(BENCH.result(*reports))
    assert first["fingerprint"] == "0" * 32
    assert second["fingerprint"] != "0" * 32
    assert [each["location"]["path"] for each in (first, second)] == ["a.yaml", "b.yaml"]


def test_a_line_above_moves_no_fingerprint(
    made_up: Result, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for file in REPORT.rglob("*.yaml"):
        (tmp_path / file.relative_to(REPORT)).parent.mkdir(exist_ok=True)
        text = file.read_text(encoding="utf-8")
        moved = text if file.parent.name == "egna_regler" else f"# ny rad\n{text}"
        (tmp_path / file.relative_to(REPORT)).write_text(moved, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    before, after = read_gitlab(made_up), read_gitlab(run(["."], today=TODAY))
    assert {each["fingerprint"] for each in before} == {each["fingerprint"] for each in after}
    lines = [
        {each["fingerprint"]: each["location"]["lines"]["begin"] for each in told}
        for told in (before, after)
    ]
    moved_by = {lines[1][print_] - line for print_, line in lines[0].items()}
    assert moved_by == {0, 1}  # what is about a whole file stays on its first line
