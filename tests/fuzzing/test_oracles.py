"""Each oracle speaks when its promise is broken: one that never does would find nothing."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import replace
from random import Random
from typing import TYPE_CHECKING, Any

import pytest

from checker.cli.arguments import CHECK_FORMS, MATRIX_FORMS
from checker.document.model import Span
from checker.result import Crash, Refused, Result
from checker.verdict import Exit
from fuzz import kinds
from fuzz.cases import Case, of_report, planted
from fuzz.driver import drive, examine, key
from fuzz.form_oracles import form_faults
from fuzz.forms import ALL, CHECK, EVERY, MATRIX, in_turn
from fuzz.making import Maker
from fuzz.numbers import FORMS, make
from fuzz.oracles import faults, same
from fuzz.planted import tells_number
from fuzz.shrinking import shrunk
from fuzz.trial import Trial, attempt

if TYPE_CHECKING:
    from pathlib import Path

REPORT = """\
format: kvalitetsrapport/1
status: färdig
rapport:
  period:
    från: 2025-01-01
    till: 2025-12-31
avvikelser:
  totalt: 3
  väder: fint
"""
MADE = make(Random(1))
FIGURES = MADE.birth + MADE.last
PAGE = "<html><head><meta content=\"default-src 'none'\"></head><body>{}</body></html>"
XML = "<?xml version='1.0'?><a>{}</a>"


@pytest.fixture
def trial(tmp_path: Path) -> Trial:
    """A sound execution."""
    found = attempt(of_report(REPORT.encode()), tmp_path, ())
    assert found.result
    assert len(found.result.findings) > 3
    assert found.code == Exit.FINDINGS
    assert faults(found) == []
    return found


def with_finding(trial: Trial, **changes: Any) -> Trial:
    """The execution with one finding changed."""
    assert trial.result
    (report,) = trial.result.reports
    first, *others = report.findings
    findings = (replace(first, **changes), *others)
    result = replace(trial.result, reports=(replace(report, findings=findings),))
    return replace(trial, result=result)


@pytest.mark.parametrize(
    "span",
    [Span(0, 1, 1, 1), Span(10, 1, 10, 2), Span(2, 1, 1, 1), Span(2, 5, 2, 4), Span(1, 99, 1, 99)],
)
def test_a_finding_outside_the_file_is_told(trial: Trial, span: Span) -> None:
    assert any("outside the file" in told for told in faults(with_finding(trial, span=span)))


def test_two_findings_with_one_fingerprint_are_told(trial: Trial) -> None:
    assert trial.result
    other = trial.result.findings[1].fingerprint
    assert any("one fingerprint" in told for told in faults(with_finding(trial, fingerprint=other)))


def test_a_finding_that_says_nothing_is_told(trial: Trial) -> None:
    assert any("says nothing" in told for told in faults(with_finding(trial, message=" ")))


def test_findings_out_of_order_are_told(trial: Trial) -> None:
    assert trial.result
    (report,) = trial.result.reports
    backwards = replace(report, findings=report.findings[::-1])
    turned = replace(trial, result=replace(trial.result, reports=(backwards,)))
    assert "findings out of order" in faults(turned)


@pytest.mark.parametrize("code", [Exit.OK, Exit.USAGE, Exit.NOTHING_JUDGED, Exit.INTERNAL, 7])
def test_an_exit_code_that_does_not_follow_from_the_findings_is_told(
    trial: Trial, code: int
) -> None:
    assert any("exit code" in told for told in faults(replace(trial, code=code)))


def test_a_crash_is_told(trial: Trial) -> None:
    assert trial.result
    crashed = replace(trial.result, crashes=(Crash("DEL001", "rapport.yaml", "KeyError"),))
    assert any("crash of DEL001" in told for told in faults(replace(trial, result=crashed)))


class Wrong(Result):
    """A result with a verdict of its own."""

    @property
    def verdict(self) -> Any:
        return self.version


@pytest.mark.parametrize("verdict", ["clear", "clear_with_remarks", "draft", "not_tested"])
def test_a_verdict_that_does_not_follow_from_the_findings_is_told(
    trial: Trial, verdict: str
) -> None:
    assert trial.result
    from checker.verdict import Verdict

    fields = {name: getattr(trial.result, name) for name in Result.__dataclass_fields__}
    wrong = Wrong(**{**fields, "version": Verdict(verdict)})
    assert any(told.startswith("verdict") for told in faults(replace(trial, result=wrong)))


def test_a_refused_file_makes_the_code_two(trial: Trial) -> None:
    assert trial.result
    refused = replace(trial.result, refused=(Refused("x.yaml", "filen finns inte."),))
    assert faults(replace(trial, result=refused, code=Exit.USAGE)) == []
    assert faults(replace(trial, result=refused)) == ["exit code 1, not 2"]


def test_a_second_run_that_differs_is_told(trial: Trial) -> None:
    first, second = (replace(trial, outputs={"text": word}) for word in ("a", "b"))
    assert same(first, first) == []
    assert same(first, second) == ["a second run changed text"]
    assert same(first, replace(first, code=0)) == ["a second run changed the exit code"]


STEERING = [
    "\x1b[31m",
    "\r",
    "\x07",
    "\x00",
    "\x7f",
    "\x9b",
    "\u202e",
    "\u200b",
    "\u2028",
    "\ue000",
]
COMMANDS = [
    " ::error::x",
    "::set-output name=a::b",
    "x ##[error]y",
    "##vso[task.complete]",
    "##VSO[",
]


@pytest.mark.parametrize("form", sorted(kinds.KNOWN - kinds.JSON))
@pytest.mark.parametrize("piece", STEERING)
def test_what_steers_a_terminal_is_told_in_every_form(form: str, piece: str) -> None:
    text = f"ett{piece}två\n"
    told = list(form_faults(form, f"\ufeff{text}" if form in kinds.CSV else text))
    if form == "stdout" and piece == "\x1b[31m":  # colour, asked for
        assert told == []
    else:
        assert any(one.startswith("holds U+") for one in told)


@pytest.mark.parametrize("form", sorted(kinds.KNOWN - kinds.JSON))
@pytest.mark.parametrize("piece", COMMANDS)
def test_what_a_ci_system_obeys_is_told_in_every_form(form: str, piece: str) -> None:
    told = list(form_faults(form, f"ett\n{piece}\n"))
    ours = form == "azure" and piece == "##vso[task.complete]"
    assert any("a CI system obeys" in one for one in told) != ours


@pytest.mark.parametrize(
    ("form", "line", "sound"),
    [
        ("github", "::error file=a.yaml,line=3,title=X::Något är fel", True),
        ("github", "::notice::Klart", True),
        ("github", "::set-env name=a::b", False),
        ("github", "::add-mask::a", False),
        ("github", " ::error::x", False),
        ("github", "::error file=a:b.yaml::x", False),
        ("azure", "##vso[task.logissue type=error;sourcepath=a.yaml;linenumber=3;]Fel", True),
        ("azure", "##vso[task.complete result=Failed;]", True),
        ("azure", "##vso[task.setvariable variable=a]b", False),
        ("azure", "##vso[task.logissue type=error;]x ##vso[task.complete]", False),
        ("azure", "::error::x", False),
        ("text", "::error file=a.yaml,line=3::Något är fel", False),
    ],
)
def test_only_our_own_commands_stand_in_the_form_that_is_made_of_them(
    form: str,
    line: str,
    sound: bool,  # noqa: FBT001 - a column of the table
) -> None:
    assert (list(form_faults(form, f"{line}\n")) == []) is sound


@pytest.mark.parametrize("form", ["html", "matrix-html"])
@pytest.mark.parametrize(
    "inside",
    [
        *("<script>x</script>", '<p onclick="x">y</p>', '<a href="http://a.example">x</a>'),
        *(
            '<a href="javascript:x">y</a>',
            "<img>",
            "<iframe></iframe>",
            "<p>",
            "</p>",
            "<!-- x -->",
        ),
        *(
            '<p style="background:url(x)">y</p>',
            "<style>@import x</style>",
            "<base>",
            "<form></form>",
        ),
    ],
)
def test_what_runs_or_fetches_in_a_page_is_told(form: str, inside: str) -> None:
    assert list(form_faults(form, PAGE.format(inside))) != []


def test_a_page_that_does_nothing_is_sound_and_must_say_that_it_loads_nothing() -> None:
    page = PAGE.format('<h1 id="a">x &lt;script&gt;</h1><a href="#a">y</a><br>')
    assert list(form_faults("html", page)) == []
    assert list(form_faults("html", page.replace("default-src 'none'", ""))) != []


@pytest.mark.parametrize(
    "text",
    [
        "<a>",
        "<!DOCTYPE a><a/>",
        "<a>&b;</a>",
        XML.format("<![CDATA[x]]>"),
        "",
        XML.format("<?x y?>"),
    ],
)
def test_what_is_no_plain_xml_is_told(text: str) -> None:
    assert list(form_faults("junit", text)) != []
    assert list(form_faults("junit", XML.format("&lt;x&gt;"))) == []


RESULT = {
    "findings": [{"severity": "error", "todo": False}],
    "waived": [],
    "summary": {"error": 1, "warning": 0, "info": 0, "waived": 0},
}


@pytest.mark.parametrize(
    ("form", "text"),
    [
        *(("json", text) for text in ('{"a": "å"}', '{"a": NaN}', '{"a": 1, "a": 2}', "{", "")),
        ("json", json.dumps({**RESULT, "findings": []})),
        ("json", json.dumps({**RESULT, "waived": [1]})),
        ("gitlab", json.dumps([{"fingerprint": "a", "severity": "error"}] * 2)),
        ("matrix-json", json.dumps({"tables": [{"columns": [1], "rows": [{"cells": [1, 2]}]}]})),
        ("matrix-csv", "\ufeffa\n"),
        ("matrix-csv", "a\r\n"),
        ("matrix-csv", "\ufeffa;=1+1\r\n"),
        ("matrix-csv", "\ufeff ＝1+1\r\n"),
        ("matrix-markdown", "[a](b)\n"),
        ("matrix-markdown", "<b>\n"),
        ("matrix-markdown", "@anna\n"),
        *(("markdown", text) for text in ("[a](b)\n", "<details> x", "`x`\n", "https://a.se\n")),
        ("markdown", "[DEL001](https://example.se/regler/DEL001.html)\n"),
        ("text", "\ud800"),
    ],
)
def test_what_breaks_its_form_is_told(form: str, text: str) -> None:
    assert told(form, text) != []


def test_our_own_links_and_folds_are_no_markup_of_a_reports() -> None:
    link = "[DEL001](https://example.se/regler/DEL001.md) · rad 3"
    page = f"<details>\n<summary>Två</summary>\n\n* a\\\n  {link}\n\n</details>\n"
    assert told("markdown", page) == []


def told(form: str, text: str) -> list[str]:
    try:
        return list(form_faults(form, text))
    except KeyError as missing:  # a required key: told as what escapes an oracle
        return [str(missing)]


def sarif(**place: Any) -> str:
    physical = {"artifactLocation": {"uri": "a%20b.yaml"}, "region": {"startLine": 1}, **place}
    result = {
        "ruleId": "A",
        "ruleIndex": 0,
        "locations": [{"physicalLocation": physical}],
    }
    driver = {"tool": {"driver": {"rules": [{"id": "A"}]}}}
    return json.dumps({"runs": [{**driver, "results": [result]}]})


def test_sarif_points_at_lines_and_has_addresses() -> None:
    assert told("sarif", sarif()) == []
    assert told("sarif", sarif(region={"startLine": 0})) == ["points at no line"]
    assert told("sarif", sarif(artifactLocation={"uri": "a b"})) == ["has an address that is none"]
    assert told("sarif", sarif().replace('"id": "A"', '"id": "B"')) != []


def issue(**changes: Any) -> dict[str, Any]:
    plain = {"fingerprint": "a", "severity": "major", "location": {"lines": {"begin": 1}}}
    return {**plain, **changes}


def test_gitlab_wants_fingerprints_lines_and_known_severities() -> None:
    assert told("gitlab", json.dumps([issue(), issue(fingerprint="b")])) == []
    assert told("gitlab", json.dumps([issue(), issue()])) == ["has a fingerprint twice"]
    assert told("gitlab", json.dumps([issue(severity="error")])) == ["has the severity error"]
    assert told("gitlab", json.dumps([issue(location={"lines": {"begin": 0}})])) != []


@pytest.mark.parametrize("written", [one(MADE) for one in FORMS.values()], ids=FORMS)
def test_a_number_is_seen_in_every_form_of_writing(written: str) -> None:
    assert tells_number("text", f"kund {written} ringde\n", FIGURES)
    assert tells_number("json", json.dumps([{f"kund {written}": 1}]), FIGURES)
    assert not tells_number("text", "kund ÅÅMMDD-XXXX ringde\n", FIGURES)


def test_a_number_is_seen_behind_the_escapes_of_a_form() -> None:
    hidden = "".join(f"&#{ord(one)};" for one in FIGURES)
    assert tells_number("html", hidden, FIGURES)
    assert tells_number("github", "".join(f"%{ord(one):02X}" for one in FIGURES), FIGURES)


def test_every_form_of_the_program_is_drawn_in_turn_and_known_to_the_oracles() -> None:
    assert set(CHECK) == set(CHECK_FORMS)
    assert set(MATRIX) == {f"matrix-{name}" for name in MATRIX_FORMS}
    assert set(ALL) <= kinds.KNOWN
    drawn = Counter(form for number in range(1, EVERY) for form in in_turn(number))
    assert set(drawn) == set(ALL)


@pytest.mark.timeout(300)
def test_a_program_that_does_not_mask_is_found_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("checker.shown.mask", str)
    monkeypatch.setattr("checker.output.framing.concealed", lambda lines, at, *_: lines[at])
    random, seen = Random(3), set[str]()
    for _ in range(60):
        case = planted(Maker(random).sound(), random)
        seen.update(faults(attempt(case, tmp_path / "place", ("text", "json"))))
    assert {
        "text: tells a personal identity number",
        "json: tells a personal identity number",
    } <= seen


@pytest.mark.timeout(300)
def test_a_fault_is_kept_small_and_can_be_tried_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError

    monkeypatch.setattr("checker.schema.values._cell_rules", broken)
    said: list[str] = []
    tally = drive(1, executions=60, seconds=999, home=tmp_path, tell=said.append)
    (name,) = tally.faults
    assert name.startswith("crash of the judging: RuntimeError at ")
    assert len(said) == 1
    (file,) = tmp_path.glob("fault-*.json")
    kept = Case.of(file.read_text(encoding="utf-8"))
    assert kept.size < 300
    assert [key(one) for one in examine(kept, tmp_path / "place")[0]] == [name]
    assert not (tmp_path / "under-trial.json").exists()


@pytest.mark.timeout(300)
def test_the_same_seed_tries_the_same_cases(tmp_path: Path) -> None:
    first, second = (
        drive(9, executions=80, seconds=999, home=tmp_path, tell=print) for _ in range(2)
    )
    assert first.faults == {}
    assert (first.kinds, first.endings, first.drawn) == (second.kinds, second.endings, second.drawn)
    assert len(first.kinds) > 4


def test_a_hang_is_told_and_ends(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def hang(*_: object) -> None:
        while True:
            pass

    monkeypatch.setattr("fuzz.driver.LONGEST", 0.2)
    monkeypatch.setattr("checker.schema.values._cell_rules", hang)
    case = of_report(REPORT.replace("väder: fint", "per_status: {antal: {A: 1}}").encode())
    (fault,) = examine(case, tmp_path)[0]
    assert fault.startswith("takes longer than")


def test_a_case_is_kept_whole() -> None:
    random = Random(5)
    for _ in range(40):
        case = Maker(random).case()
        assert Case.of(case.kept()) == case


def test_what_is_left_after_shrinking_still_fails() -> None:
    case = of_report("".join(f"rad {number}\n" for number in range(200)).encode())
    small = shrunk(case, lambda one: b"rad 77" in one.files[0][1])
    assert small.files[0][1] == b"rad 77"
