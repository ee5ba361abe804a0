"""The SARIF form: what GitHub and editors read."""

from __future__ import annotations

import json
import zlib
from dataclasses import replace
from datetime import date
from random import Random
from typing import TYPE_CHECKING, Any

import pytest

from checker.document.model import Span
from checker.finding import Citation, Related, Severity
from checker.output import sarif, sarif_notes, sarif_results
from checker.result import Crash, NotRun, NotTestable, Refused, Waived
from checker.ruleset.model import Deviation, Parameter, Ruleset
from checker.settings import SettingsResult
from checker.verdict import Exit
from tests.forms.checked import faults, official_schema, read_sarif, written
from tests.forms.conftest import REPORT
from tests.inner.conftest import Bench

if TYPE_CHECKING:
    from checker.finding import Finding
    from checker.result import Result

BENCH = Bench()
SECOND = "kvalitetsrapport-2025.yaml"


def one(run: dict[str, Any], rule: str) -> dict[str, Any]:
    (found,) = (each for each in run["results"] if each["ruleId"] == rule)
    return dict(found)


def notes(run: dict[str, Any], kind: str) -> list[dict[str, Any]]:
    (invocation,) = run["invocations"]
    told = invocation["toolConfigurationNotifications"] + invocation["toolExecutionNotifications"]
    return [each for each in told if each["descriptor"]["id"] == kind]


def texts(run: dict[str, Any], kind: str) -> list[str]:
    return [each["message"]["text"] for each in notes(run, kind)]


def of_findings(*findings: Finding, **changes: Any) -> Result:
    return BENCH.result(BENCH.report_result(*findings, path="namn.yaml", **changes))


def everything() -> Result:
    """What the made-up report cannot have: crashes, refused files, files without a path."""
    waived = Waived(
        BENCH.finding(), "Tryckt.", "SAS", date(2026, 12, 31), "a b.yaml", Span(2, 1, 2, 3)
    )
    related = (Related("förra.yaml", Span(7, 3, 7, 8), ("avvikelser", 1), "då"),)
    report = BENCH.report_result(
        BENCH.finding(related=related, citations=(Citation("Lagen, 1 § (lag)", "Lagen 1 §"),)),
        waived=(waived,),
        not_run=(NotRun("TST002", "skäl", "namn.yaml", Span(1, 1, 1, 1)),),
        not_testable=(NotTestable("TST003", "ingen total", "namn.yaml", Span(1, 1, 1, 1), (), ""),),
    )
    found = BENCH.finding(file="undantag.yaml", rule="TST002")
    return BENCH.result(
        report,
        only=("TST001",),
        refused=(Refused("borta.yaml", "filen finns inte."),),
        crashes=(Crash("TST001", "namn.yaml", "ValueError"), Crash("", "namn.yaml", "KeyError")),
        settings=(SettingsResult("undantag.yaml", BENCH.document("a: 1"), (found,)),),
    )


def test_the_made_up_report_fits_the_official_schema(made_up: Result) -> None:
    assert faults(official_schema(), json.loads(written("sarif", made_up))) == []


def test_whatever_a_run_can_hold_fits_the_official_schema() -> None:
    for result in (everything(), BENCH.result()):
        log = json.loads(written("sarif", result, Exit.INTERNAL, pages=""))
        assert faults(official_schema(), log) == []
        read_sarif(result)


def test_what_the_schema_cannot_say_holds_and_every_place_lies_in_its_file(made_up: Result) -> None:
    run = read_sarif(made_up, folder=REPORT)
    assert len(run["results"]) == len(made_up.findings) + len(made_up.waived) == 22


def test_the_tool_is_named_with_version_language_and_every_rule(made_up: Result) -> None:
    driver = read_sarif(made_up)["tool"]["driver"]
    assert (driver["name"], driver["version"], driver["language"]) == (
        "Kvalitetskoll",
        "0.0.0",
        "sv",
    )
    assert [rule["id"] for rule in driver["rules"]] == [
        bound.rule.id for bound in made_up.catalogue.bound
    ]
    for rule in driver["rules"]:
        assert rule["help"]["text"].startswith("Varför: ")
        assert "\n\nSå här rättar du: " in rule["help"]["text"]
        assert "**Varför**\n\n" in rule["help"]["markdown"]
        assert 0 < len(rule["shortDescription"]["text"]) <= 1024
        assert 0 < len(rule["fullDescription"]["text"]) <= 1024


def test_a_rule_is_described_with_its_sources_as_they_are_cited(made_up: Result) -> None:
    rules = {rule["id"]: rule for rule in read_sarif(made_up)["tool"]["driver"]["rules"]}
    rule = rules["LEX003"]
    source = made_up.catalogue.sources["SOSFS-2011-5-kap-5-slut"]
    assert source.citation() == (
        "Socialstyrelsens föreskrifter och allmänna råd (SOSFS 2011:5) om lex Sarah, 5 kap. "
        "(i slutet) (föreskrift, gäller från 2011-07-01, enligt sekundärkälla)"
    )
    assert rule["help"]["text"].endswith(f"- {source.citation()}: {source.text}")
    assert f"* {source.citation()}: " in rule["help"]["markdown"]
    assert {
        name: rule[name] for name in ("name", "helpUri", "defaultConfiguration", "properties")
    } == {
        "name": "bedömt-ärende-utan-åtgärd",
        "helpUri": "https://exempel.se/regler/LEX003.md",
        "defaultConfiguration": {"enabled": True, "level": "error"},
        "properties": {
            "tags": ["kvalitetsrapport", "mall"],
            "basis": "template",
            "whenDraft": "todo",
            "precision": "very-high",
            "problem.severity": "error",
        },
    }
    assert "helpUri" not in rules["KOM001"]  # a municipality's own rule has no page of ours


def test_a_source_known_from_memory_is_never_printed() -> None:
    sure, unsure = BENCH.source(), BENCH.source(id="LAG-2", place="2 §", confidence="MEMORY")
    rule = BENCH.rule(sources=("LAG-1", "LAG-2"))
    result = BENCH.result(catalogue=BENCH.catalogue(rule, sources=(sure, unsure)))
    rules = {each["id"]: each for each in read_sarif(result)["tool"]["driver"]["rules"]}
    assert rules["TST001"]["help"] == {
        "text": "Varför: Därför.\n\nSå här rättar du: Skriv något.\n\nKällor:\n"
        "- Lagen (2000:1), 1 § (lag): Något ska göras.",
        "markdown": "En regel (`en-regel`)\n\n**Varför**\n\nDärför.\n\n**Så här rättar du**\n\n"
        "Skriv något.\n\n**Källor**\n\n* Lagen (2000:1), 1 § (lag): Något ska göras.",
    }


def test_without_pages_no_rule_has_a_link(made_up: Result) -> None:
    rules = read_sarif(made_up, pages="")["tool"]["driver"]["rules"]
    assert not [rule for rule in rules if "helpUri" in rule]


def test_a_finding_stands_with_place_words_sources_and_fingerprint(made_up: Result) -> None:
    run = read_sarif(made_up)
    numbers = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    (finding,) = (each for each in made_up.findings if each.rule == "LEX004")
    assert one(run, "LEX004") == {
        "ruleId": "LEX004",
        "ruleIndex": numbers.index("LEX004"),
        "kind": "fail",
        "level": "error",
        "message": {"text": finding.message},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": SECOND, "uriBaseId": "%SRCROOT%", "index": 1},
                    "region": {"startLine": 76, "startColumn": 17, "endLine": 76, "endColumn": 20},
                },
                "logicalLocations": [
                    {
                        "name": "anmäld",
                        "fullyQualifiedName": "/lex_sarah/ärenden/0/ivo/anmäld",
                        "kind": "property",
                    }
                ],
                "message": {"text": "lex_sarah › ärenden › 2025-1 › ivo › anmäld"},
            }
        ],
        "partialFingerprints": {"kvalitetskoll/v1": finding.fingerprint},
        "properties": {
            "basis": "law",
            "severity": "error",
            "todo": False,
            "places": 1,
            "sources": [
                (
                    "Socialtjänstlagen (2001:453), 14 kap. 7 § (lag, gällde 2011-07-01–2025-06-30, "
                    "enligt sekundärkälla)"
                ),
                (
                    "Lagen (1993:387) om stöd och service till vissa funktionshindrade, 24 f § "
                    "(lag, gäller från 2011-07-01)"
                ),
            ],
        },
    }


def test_each_severity_has_its_level_and_a_todo_is_open(made_up: Result) -> None:
    run = read_sarif(made_up)
    told = {each["ruleId"]: (each["kind"], each["level"]) for each in run["results"]}
    assert told["TXT001"] == ("fail", "error")
    assert told["SEK002"] == ("fail", "warning")
    assert told["ATG001"] == ("fail", "note")
    assert told["RAP010"] == ("open", "none")
    assert one(run, "RAP010")["message"]["text"].startswith("Att göra: Rapporten visar inte att ")


def test_the_worst_stands_first_and_what_is_excused_last(made_up: Result) -> None:
    found = read_sarif(made_up)["results"]
    levels = [each["level"] for each in found if "suppressions" not in each]
    assert levels == ["error"] * 6 + ["warning"] * 6 + ["note"] * 4 + ["none"] * 4
    assert ["suppressions" in each for each in found] == [False] * 20 + [True] * 2


def test_a_finding_of_many_places_has_the_others_as_related(made_up: Result) -> None:
    found = one(read_sarif(made_up), "ATG001")
    assert found["properties"]["places"] == 5
    assert [(each["id"], each["message"]["text"]) for each in found["relatedLocations"]] == [
        (1, "saknar ansvarig"),
        (2, "saknar klart"),
        (3, "saknar klart"),
        (4, "saknar ansvarig och klart"),
    ]
    lines = [each["physicalLocation"]["region"]["startLine"] for each in found["relatedLocations"]]
    assert lines == [92, 94, 96, 98]
    (finding,) = (each for each in made_up.findings if each.rule == "ATG001")
    assert found["partialFingerprints"] == {"kvalitetskoll/v1": finding.fingerprint}


def test_a_place_in_another_file_points_there(made_up: Result) -> None:
    (there,) = one(read_sarif(made_up), "JMF101")["relatedLocations"]
    assert there["physicalLocation"]["artifactLocation"]["uri"] == "kvalitetsrapport-2024.yaml"
    assert there["physicalLocation"]["region"]["startLine"] == 35


def test_what_an_exception_excuses_is_suppressed_with_its_reason(made_up: Result) -> None:
    (suppression,) = one(read_sarif(made_up), "TAB001")["suppressions"]
    assert suppression == {
        "kind": "external",
        "status": "accepted",
        "justification": (
            "Systemet räknar två avvikelser som saknar kategori. Det byts ut under våren. "
            "Beslutat av: verksamhetschef, till 2026-12-31."
        ),
        "location": {
            "physicalLocation": {
                "artifactLocation": {"uri": "undantag.yaml", "uriBaseId": "%SRCROOT%", "index": 2},
                "region": {"startLine": 8, "startColumn": 12, "endLine": 8, "endColumn": 18},
            }
        },
    }
    (endless,) = one(read_sarif(made_up), "AND001")["suppressions"]
    assert endless["justification"].endswith("Beslutat av: kvalitetsutvecklare, utan sista dag.")


def test_the_run_tells_what_was_not_tested_and_what_deviates(made_up: Result) -> None:
    run = read_sarif(made_up)
    untested = sum(len(each.not_run) for each in made_up.reports)
    assert len(notes(run, "not-run")) == untested > 20
    assert "FORM" not in {each["associatedRule"]["id"][:4] for each in notes(run, "not-run")}
    assert "RIM003 kördes inte: uppgiften går inte att läsa: se påpekandet på rad 58." in texts(
        run, "not-run"
    )
    (untestable,) = notes(run, "not-testable")
    assert untestable["message"]["text"].endswith(
        " kunde inte kontrollera siffrorna: det saknas tal för kvar_från_förra_perioden och pågår."
    )
    (place,) = untestable["locations"]
    assert place["physicalLocation"]["region"]["startLine"] == 61
    assert texts(run, "verdict") == [f"{made_up.verdict_text}."]
    assert texts(run, "deviation") == [
        (
            "DEL011 (En del står tom): fel i stället för se över. "
            "Skäl: Nämnden har beslutat att ingen rubrik får stå tom."
        ),
        (
            "ATG002 (Förra årets åtgärder följs inte upp): avstängd. "
            "Skäl: Uppföljningen står i nämndens egen åtgärdsplan."
        ),
        (
            "RIM001 (Samma analys står på två ställen): shortest 120 i stället för 80. "
            "Skäl: Enheterna har en gemensam inledande mening."
        ),
    ]


def test_what_a_ruleset_changes_is_an_override_of_the_default(made_up: Result) -> None:
    run = read_sarif(made_up)
    (invocation,) = run["invocations"]
    assert [
        (each["descriptor"]["id"], each["configuration"])
        for each in invocation["ruleConfigurationOverrides"]
    ] == [
        ("DEL011", {"level": "error"}),
        ("ATG002", {"enabled": False}),
        ("RIM001", {"parameters": {"properties": {"shortest": 120}}}),
    ]
    rules = {each["id"]: each for each in run["tool"]["driver"]["rules"]}
    assert rules["DEL011"]["defaultConfiguration"] == {"enabled": True, "level": "warning"}
    assert rules["ATG002"]["defaultConfiguration"] == {"enabled": True, "level": "note"}


def test_a_rule_run_only_on_request_is_off_by_default_also_where_it_is_on() -> None:
    asked = [bound for bound in BENCH.catalogue(BENCH.rule(opt_in=True)).bound if not bound.code]
    on = Ruleset("k.yaml", deviations=(Deviation("TST001", "En regel", "Vi vill.", 3, on=True),))
    for opt_in, ruleset in ((True, Ruleset()), (False, on)):
        bound = tuple(replace(each, rule=replace(each.rule, opt_in=opt_in)) for each in asked)
        catalogue = replace(BENCH.catalogue(), bound=bound)
        run = read_sarif(BENCH.result(catalogue=catalogue, ruleset=ruleset))
        (rule,) = run["tool"]["driver"]["rules"]
        assert rule["defaultConfiguration"] == {"enabled": False, "level": "error"}
    assert run["invocations"][0]["ruleConfigurationOverrides"] == [
        {"descriptor": {"id": "TST001", "index": 0}, "configuration": {"enabled": True}}
    ]


def test_what_went_wrong_is_an_error_of_the_run() -> None:
    run = read_sarif(everything(), Exit.INTERNAL)
    (refused,) = notes(run, "refused")
    assert refused["level"] == "error"
    assert refused["message"]["text"] == "borta.yaml kontrollerades inte: filen finns inte."
    assert refused["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "borta.yaml"
    first, second = notes(run, "crash")
    assert first["message"]["text"] == (
        "Regeln TST001 gick sönder på namn.yaml (ValueError). Det är vårt fel, inte rapportens."
    )
    assert (first["level"], first["exception"]) == ("error", {"kind": "ValueError"})
    assert first["associatedRule"] == {"id": "TST001", "index": 0}
    assert second["message"]["text"].startswith("Kontrollen gick sönder på namn.yaml (KeyError).")
    assert texts(run, "narrowed") == ["Bara de här reglerna kördes: TST001."]
    assert run["properties"]["partial"] is True


@pytest.mark.parametrize(
    ("code", "successful"),
    [
        (Exit.OK, True),
        (Exit.FINDINGS, True),
        (Exit.USAGE, False),
        (Exit.NOTHING_JUDGED, False),
        (Exit.INTERNAL, False),
    ],
)
def test_a_run_that_judged_nothing_or_broke_down_was_no_success(
    code: Exit, *, successful: bool
) -> None:
    (invocation,) = read_sarif(BENCH.result(), code)["invocations"]
    assert (invocation["exitCode"], invocation["executionSuccessful"]) == (int(code), successful)
    assert invocation["exitCodeDescription"]


def test_the_run_is_named_by_its_day_and_its_columns_count_characters(made_up: Result) -> None:
    run = read_sarif(made_up)
    assert run["automationDetails"] == {"id": "kvalitetskoll/2026-11-22"}
    assert (run["columnKind"], run["language"]) == ("unicodeCodePoints", "sv")
    assert list(run["originalUriBaseIds"]) == ["%SRCROOT%"]
    assert run["properties"]["verdict"] == "needs_correction"
    assert len(run["properties"]["human"]) == 4


def test_each_report_is_an_artifact_with_its_verdict(made_up: Result) -> None:
    first, second, third, *_ = read_sarif(made_up)["artifacts"]
    assert first["properties"]["verdictText"] == "Inget att rätta"
    assert (second["location"]["uri"], second["roles"]) == (SECOND, ["analysisTarget"])
    assert second["properties"]["verdict"] == "needs_correction"
    assert third == {"location": {"uri": "undantag.yaml", "uriBaseId": "%SRCROOT%"}}


def test_nothing_in_a_message_is_a_link_or_a_placeholder() -> None:
    finding = BENCH.finding(
        message="Se [här](https://ond.example) och {0}, men {avvikelser.totalt}."
    )
    (found,) = read_sarif(of_findings(finding))["results"]
    assert found["message"]["text"] == (
        "Se [här] (https: //ond.example) och { 0}, men {avvikelser.totalt}."
    ).replace("https: //", "https://")


def test_more_results_than_github_takes_leave_out_the_least_and_say_so(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sarif, "MOST_RESULTS", 3)
    monkeypatch.setattr(sarif, "SHOWN_RESULTS", 2)
    severities = (Severity.INFO, Severity.ERROR, Severity.INFO, Severity.WARNING, Severity.ERROR)
    findings = (BENCH.finding(severity=severity) for severity in severities)
    run = read_sarif(of_findings(*findings))
    assert [each["level"] for each in run["results"]] == ["error", "error", "warning"]
    assert texts(run, "left-out") == [
        "2 påpekanden av 5 fick inte plats. De allvarligaste står kvar.",
        "GitHub visar 2 av de 3 påpekandena.",
    ]


def test_a_log_larger_than_github_takes_is_cut_until_it_fits(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    random = Random(5)
    findings = [BENCH.finding(fingerprint=f"{random.getrandbits(128):032x}") for _ in range(400)]
    result = of_findings(*findings)
    sizes = [len(zlib.compress(written("sarif", one).encode())) for one in (result, of_findings())]
    monkeypatch.setattr(sarif, "MOST_BYTES", sum(sizes) // 2)
    text = written("sarif", result)
    assert len(zlib.compress(text.encode())) <= sum(sizes) // 2
    run = read_sarif(result)
    kept = len(run["results"])
    assert 100 < kept < 250  # half, and no more lost than there must
    assert texts(run, "left-out") == [
        f"{400 - kept} påpekanden av 400 fick inte plats. De allvarligaste står kvar."
    ]


def test_what_is_small_once_packed_is_not_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    result = of_findings(*(BENCH.finding() for _ in range(400)))
    size = len(written("sarif", result))
    monkeypatch.setattr(sarif, "MOST_BYTES", size // 2)
    run = read_sarif(result)
    assert len(run["results"]) == 400
    assert texts(run, "left-out") == []


def test_more_places_than_a_result_may_have_are_told_by_number(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sarif_results, "MOST_PLACES", 3)
    related = tuple(Related("namn.yaml", Span(1, 1, 1, 2), (), "") for _ in range(7))
    run = read_sarif(of_findings(BENCH.finding(related=related)))
    assert [each["id"] for each in run["results"][0]["relatedLocations"]] == [1, 2]
    assert texts(run, "left-out") == ["5 ställen till fick inte plats."]


def test_more_that_was_not_tested_than_there_is_room_for_is_told_by_number(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sarif_notes, "MOST_NOTES", 2)
    skipped = tuple(NotRun("TST001", "skäl", "namn.yaml", Span(1, 1, 1, 1)) for _ in range(5))
    run = read_sarif(of_findings(not_run=skipped))
    assert len(notes(run, "not-run")) == 2
    assert texts(run, "left-out") == [
        "3 upplysningar om det som inte kunde kontrolleras fick inte plats."
    ]


def test_a_parameter_and_a_level_changed_together_are_one_override() -> None:
    changed = Deviation(
        "TST001",
        "En regel",
        "Vi vill.",
        3,
        severity=(Severity.INFO, Severity.ERROR),
        parameters=(Parameter("shortest", 80, 120),),
    )
    run = read_sarif(BENCH.result(ruleset=Ruleset("k.yaml", deviations=(changed,))))
    assert run["invocations"][0]["ruleConfigurationOverrides"] == [
        {
            "descriptor": {"id": "TST001", "index": 0},
            "configuration": {
                "level": "error",
                "parameters": {"properties": {"shortest": 120}},
            },
        }
    ]
    rule = run["tool"]["driver"]["rules"][0]
    assert rule["defaultConfiguration"]["level"] == "note"
