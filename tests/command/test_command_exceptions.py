"""``undantag.yaml`` as the command reads it: where it is found, what it excuses, what fails."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING, Any

import pytest

import checker
from checker.output.json_form import result_schema

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from subprocess import CompletedProcess

    Call = Callable[..., CompletedProcess[str]]

pytestmark = pytest.mark.usefixtures("desk")

ENTRY = """\
  - regel: TAB001
    rapport: {report}
    ställe: avvikelser.totalt
    skäl: Återgivet som det är tryckt.
    beslutat_av: kvalitetsutvecklare
"""


@pytest.fixture
def put(desk: Path) -> Callable[..., None]:
    """Puts an exception for a report into a folder, or a text as it is."""

    def write(folder: str, report: str = "error.yaml", text: str = "") -> None:
        file = desk / folder / "undantag.yaml"
        file.write_text(text or "undantag:\n" + ENTRY.format(report=report), encoding="utf-8")

    return write


@pytest.fixture
def told(call: Call) -> Callable[..., dict[str, Any]]:
    """The JSON form of a run, checked against its schema."""
    from jsonschema import Draft202012Validator
    from referencing import Registry

    validator = Draft202012Validator(json.loads(result_schema()), registry=Registry())

    def said(*words: str, **how: Any) -> dict[str, Any]:
        done = call("check", *words, "--format", "json", **how)
        data: dict[str, Any] = json.loads(done.stdout)
        validator.validate(data)
        assert data["exit_code"] == done.returncode
        return data

    return said


def waived(data: dict[str, Any]) -> list[tuple[str, str]]:
    return [(one["file"], one["exception"]["file"]) for one in data["waived"]]


class TestWhereItIsLookedFor:
    def test_beside_a_named_file(self, put: Callable[..., None], told: Any) -> None:
        put(".")
        data = told("error.yaml")
        assert (data["exit_code"], waived(data)) == (0, [("error.yaml", "undantag.yaml")])

    def test_above_a_named_file_it_is_not(self, put: Callable[..., None], told: Any) -> None:
        put(".", "both/error.yml")
        data = told("both/error.yml")
        assert (data["exit_code"], waived(data)) == (1, [])

    def test_in_each_folder_up_to_the_one_that_was_given(
        self, desk: Path, put: Callable[..., None], told: Any
    ) -> None:
        (desk / "år/2025").mkdir(parents=True)
        (desk / "error.yaml").rename(desk / "år/2025/error.yaml")
        put("år", "2025/error.yaml")
        place = [("år/2025/error.yaml", "år/undantag.yaml")]
        assert waived(told("år")) == place
        assert waived(told("år/2025")) == []
        assert waived(told("år/2025/error.yaml")) == []
        assert waived(told("år/2025/error.yaml", "år")) == place
        assert waived(told("år/2025", "år/")) == place

    def test_in_a_folder_that_has_no_report_left(
        self, desk: Path, put: Callable[..., None], told: Any, call: Call
    ) -> None:
        """A report that has been moved leaves its exceptions behind; nobody must forget them."""
        (desk / "ours/tom").mkdir()
        put("ours/tom")
        (desk / "ours/clean.yaml").write_bytes((desk / "clean.yaml").read_bytes())
        data = told("ours")
        assert [(one["rule"], one["file"]) for one in data["findings"]] == [
            ("UND003", "ours/tom/undantag.yaml")
        ]
        put("ours/tom", text="undantag: nej\n")
        assert call("check", "ours").returncode == 2
        assert call("check", "ours/clean.yaml").returncode == 0

    def test_from_anywhere_in_the_file_system(
        self, desk: Path, put: Callable[..., None], told: Any, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        put("both", "error.yml")
        monkeypatch.chdir(desk / "nothing")
        data = told("../both")
        [(_, name)] = waived(data)
        assert name == f"{desk}/both/undantag.yaml"

    def test_standard_input_has_none(
        self, put: Callable[..., None], told: Any, files: dict[str, bytes]
    ) -> None:
        put(".")
        data = told("-", "--stdin-filename", "error.yaml", stdin=files["error.yaml"])
        assert (data["exit_code"], waived(data)) == (1, [])


class TestWhatIsSaid:
    def test_the_verdict_says_how_many_and_the_text_lists_them(
        self, call: Call, put: Callable[..., None]
    ) -> None:
        put(".")
        done = call("check", "error.yaml")
        rows = done.stdout.splitlines()
        start = rows.index("Undantag (1)")
        assert rows[start + 1] == "  • TAB001 · rad 36 · avvikelser › totalt"
        assert rows[start + 2].startswith("     Påpekandet: ")
        assert "     Skäl: Återgivet som det är tryckt." in rows
        told = "     Beslutat av: kvalitetsutvecklare, utan sista dag (undantag.yaml rad 2)"
        assert told in rows
        assert "Undantag       1 påpekande räknas inte, av skäl som står ovan" in rows
        assert rows[-2].endswith(" · inga avsteg · 1 undantag")
        assert rows[-1].startswith("Inget att rätta (1 undantag)")
        assert max(map(len, rows[:-1])) <= 80
        assert done.returncode == 0

    def test_with_another_form_the_count_stands_on_standard_error(
        self, call: Call, put: Callable[..., None]
    ) -> None:
        put(".")
        done = call("check", "error.yaml", "--format", "json")
        assert done.stderr.startswith("Inget att rätta (1 undantag)")

    def test_an_exception_that_has_ended_counts_no_more(
        self, call: Call, put: Callable[..., None], told: Any
    ) -> None:
        text = "undantag:\n" + ENTRY.format(report="error.yaml") + "    till: 2026-06-30\n"
        put(".", text=text)
        assert told("error.yaml", "--today", "2026-06-30")["exit_code"] == 0
        data = told("error.yaml", "--today", "2026-07-01")
        assert [(one["rule"], one["file"], one["line"]) for one in data["findings"]] == [
            ("TAB001", "error.yaml", 36),
            ("UND001", "undantag.yaml", 7),
        ]
        assert (data["exit_code"], data["summary"]["warning"], data["waived"]) == (1, 1, [])
        rows = call("check", "error.yaml", "--today", "2026-07-01").stdout.splitlines()
        start = rows.index("undantag.yaml")
        assert rows[start + 2 : start + 7] == [
            "  se över  Undantaget från TAB001 gällde till 2026-06-30, och räknas inte",
            "     längre.",
            "     UND001 · rad 7",
            "     7 │     till: 2026-06-30",
            "       │           ^^^^^^^^^^",
        ]

    def test_one_that_is_not_used_fails_where_warnings_fail(
        self, put: Callable[..., None], told: Any
    ) -> None:
        put(".", "clean.yaml")
        data = told("clean.yaml", "--fail-on", "warning")
        assert [(one["rule"], one["line"]) for one in data["findings"]] == [("UND002", 4)]
        assert (data["exit_code"], data["verdict"]["code"]) == (1, "clear_with_remarks")
        assert told("clean.yaml", "--only", "TAB002")["findings"] == []

    def test_one_for_a_file_that_is_not_there_is_told_when_the_folder_is_judged(
        self, put: Callable[..., None], told: Any
    ) -> None:
        put("both", "borta.yaml")
        data = told("both")
        assert [(one["rule"], one["line"]) for one in data["findings"]] == [
            ("TAB001", 36),
            ("UND003", 3),
        ]
        assert [one["rule"] for one in told("both/error.yml")["findings"]] == ["TAB001"]

    def test_one_for_a_file_that_is_there_but_not_judged_is_not_told(
        self, put: Callable[..., None], told: Any
    ) -> None:
        put(".", "error.yaml")
        assert told("clean.yaml")["findings"] == []


class TestWhatDoesNotLoad:
    @pytest.mark.parametrize(
        ("text", "sentence"),
        [
            ("undantag:\n  - regel: TAB001\n", "2: nyckeln rapport saknas."),
            ('undantag: "aldrig\n', "1: filen går inte att läsa: citattecknet avslutas inte."),
            ("# tom\n", "1: filen går inte att läsa: filen är tom."),
            ("undantag: &a []\n", "1: filen går inte att läsa: ordet börjar med &."),
            (
                "undantag: []\nundantag: []\n",
                "2: filen går inte att läsa: samma nyckel två gånger.",
            ),
        ],
    )
    def test_gives_2_with_file_line_and_sentence_and_no_verdict(
        self, call: Call, put: Callable[..., None], text: str, sentence: str
    ) -> None:
        put(".", text=text)
        done = call("check", "clean.yaml")
        assert (done.returncode, done.stdout) == (2, "")
        told = f"kvalitetskoll: Filen går inte att använda. undantag.yaml:{sentence}\n"
        assert done.stderr == told

    def test_a_report_under_its_name_is_told_and_not_judged(
        self, call: Call, put: Callable[..., None], files: dict[str, bytes]
    ) -> None:
        put("both", text=files["clean.yaml"].decode())
        done = call("check", "both")
        told = "both/undantag.yaml:1: nyckeln undantag saknas.\n"
        assert (done.returncode, done.stderr) == (
            2,
            f"kvalitetskoll: Filen går inte att använda. {told}",
        )

    def test_a_link_that_leads_out_is_not_followed(self, desk: Path, call: Call) -> None:
        (desk / "undantag.yaml").write_text("undantag: []\n")
        (desk / "both/undantag.yaml").symlink_to(desk / "undantag.yaml")
        done = call("check", "both")
        assert (done.returncode, done.stderr.split(". ", 1)[1]) == (
            2,
            "both/undantag.yaml:1: länken leder ut ur mappen, och följs inte.\n",
        )

    def test_what_is_no_file_is_told(self, desk: Path, call: Call) -> None:
        (desk / "undantag.yaml").mkdir()
        assert call("check", "clean.yaml").stderr.endswith("undantag.yaml:1: det är en mapp.\n")
        (desk / "undantag.yaml").rmdir()
        os.mkfifo(desk / "undantag.yaml")
        done = call("check", "clean.yaml")
        assert done.stderr.endswith("undantag.yaml:1: det är ingen vanlig fil.\n")
        assert done.returncode == 2

    def test_the_library_raises_what_the_command_says(
        self, desk: Path, put: Callable[..., None]
    ) -> None:
        put(".", text="undantag: {}\n")
        with pytest.raises(checker.RuleFileError) as caught:
            checker.check(desk / "error.yaml")
        assert (caught.value.file, caught.value.line) == ("undantag.yaml", 1)
        assert caught.value.sentence == "undantag ska vara en lista."


class TestExplain:
    def test_the_entry_that_explain_writes_excuses_the_finding(
        self, desk: Path, call: Call
    ) -> None:
        out = call("explain", "TAB001", "both/error.yml", "both/clean.yaml").stdout
        pasted = out[out.index("  undantag:\n") :].replace("skäl:", "skäl: Så tryckt.")
        pasted = pasted.replace("beslutat_av:", "beslutat_av: SAS")
        (desk / "both/undantag.yaml").write_text(pasted, encoding="utf-8")
        assert call("check", "both").returncode == 0
        assert call("explain", "TAB001", "both").stdout.endswith(
            "\nUndantag\n  TAB001 har inget påpekande att undanta i det som angavs: "
            "1 har redan undantag.\n"
        )

    def test_what_is_wrong_in_a_table_and_what_may_be_a_number_can_be_excused(
        self, desk: Path, call: Call, put: Callable[..., None]
    ) -> None:
        clean = (desk / "clean.yaml").read_text(encoding="utf-8")
        like = f"{'64' + '0823'}-{'32' + '35'}"  # its check digit is wrong
        (desk / "clean.yaml").write_text(f"{clean}slutsatser:\n  text: Se {like}.\n")
        assert "PERS002" in call("check", "clean.yaml").stdout
        entry = "  - regel: PERS002\n    rapport: clean.yaml\n    ställe: slutsatser.text\n"
        put(".", text=f"undantag:\n{entry}    skäl: Ett ärende.\n    beslutat_av: SAS\n")
        done = call("check", "clean.yaml", "--fail-on", "warning")
        assert done.returncode == 0
        assert done.stdout.splitlines()[-1].startswith("Inget att rätta (1 undantag)")

    def test_of_what_is_no_report_it_is_not_said_that_nothing_was_found(self, call: Call) -> None:
        done = call("explain", "TAB001", "syntax.yaml")
        told = "syntax.yaml går inte att läsa som rapport, se kvalitetskoll check."
        assert (done.returncode, done.stdout, done.stderr) == (2, "", f"kvalitetskoll: {told}\n")

    def test_without_a_rule_it_is_asked_for(self, call: Call) -> None:
        assert call("explain").stderr == "kvalitetskoll: REGEL saknas.\n"

    def test_an_entry_that_is_not_filled_in_does_not_load(self, desk: Path, call: Call) -> None:
        out = call("explain", "TAB001", "both").stdout
        (desk / "both/undantag.yaml").write_text(out[out.index("  undantag:\n") :])
        done = call("check", "both")
        told = "both/undantag.yaml:5: skäl är tomt: skriv varför påpekandet får stå kvar.\n"
        assert (done.returncode, done.stderr.split(". ", 1)[1]) == (2, told)

    def test_a_row_without_a_name_is_told_to_need_one(self, call: Call) -> None:
        out = call("explain", "AND002", "warning.yaml").stdout
        told = "    # warning.yaml rad 43: raden behöver ett id, nr eller namn först\n"
        assert out.endswith(f"  undantag:\n{told}")

    def test_without_a_report_there_is_a_pattern_to_fill_in(self, call: Call) -> None:
        out = call("explain", "TAB001").stdout
        assert out.endswith(
            "  undantag:\n    - regel: TAB001\n      rapport: rapport.yaml\n"
            "      ställe: avvikelser.totalt\n"
            "      skäl:  # varför påpekandet får stå kvar\n"
            "      beslutat_av:  # en roll, inget namn\n"
        )

    @pytest.mark.parametrize("rule", ["FORM103", "UND001", "SEK001"])
    def test_what_cannot_be_excused_says_so(self, call: Call, rule: str) -> None:
        out = call("explain", rule).stdout
        assert f"\nUndantag\n  {rule} " in out
        assert out.endswith("kan inte undantas.\n")
        assert "\n    - regel:" not in out

    def test_a_report_that_is_not_there_is_told(self, call: Call) -> None:
        done = call("explain", "TAB001", "borta.yaml")
        assert (done.returncode, done.stdout) == (2, "")
        assert done.stderr == "kvalitetskoll: borta.yaml går inte att läsa: filen finns inte.\n"


def test_an_output_is_never_written_over_the_exceptions(
    desk: Path, call: Call, put: Callable[..., None]
) -> None:
    put(".")
    done = call("check", "error.yaml", "--output", "json=undantag.yaml")
    assert done.returncode == 2
    assert "Kan inte skriva undantag.yaml: det är en fil som kontrollen läser." in done.stderr
    assert (desk / "undantag.yaml").read_text().startswith("undantag:")
