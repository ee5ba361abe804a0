"""The report of the year before: named, in the same run, or beside the one that is judged."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING, Any

import pytest

from checker.corpus import NOT_BEFORE

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from subprocess import CompletedProcess

    Call = Callable[..., CompletedProcess[str]]
    Told = Callable[..., dict[str, Any]]

pytestmark = pytest.mark.usefixtures("desk")

REPORT = """\
format: kvalitetsrapport/1
status: färdig
rapport:
  kommun: Exempelkommun
  nämnd: Nämnden
  period:
    från: {year}-01-01
    till: {year}-12-31
avvikelser:
  totalt: {total}
  föregående: {before}
  analys: De flesta gäller dokumentationen.
"""
OLD = REPORT.format(year=2024, total=30, before=20)
NEW = REPORT.format(year=2025, total=40, before=30)
WRONG = REPORT.format(year=2025, total=40, before=31)
NO_REPORT = (
    "ingen rapport från samma kommun och nämnd, av samma slag, för 2024-01-01–2024-12-31 finns här"
)


@pytest.fixture
def put(desk: Path) -> Callable[..., None]:
    def write(**texts: str) -> None:
        for name, text in texts.items():
            file = desk / (name.replace("__", "/") + ".yaml")
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")

    return write


@pytest.fixture
def told(call: Call) -> Told:
    """For each judged file: what it was compared with, its cross findings and the exit code."""

    def said(*words: str, stdin: str = "") -> dict[str, Any]:
        done = call("check", "--only", "JMF101", *words, "--format", "json", stdin=stdin.encode())
        result = json.loads(done.stdout)
        return {
            "code": done.returncode,
            "previous": {one["file"]: one["previous"] for one in result["reports"]},
            "findings": [
                (one["file"], one["line"], one["rule"], [two["file"] for two in one["related"]])
                for one in result["findings"]
            ],
            "not_run": [one["reason"] for one in result["not_run"]],
            "refused": [(one["file"], one["reason"]) for one in result["refused"]],
        }

    return said


def outcome(
    previous: dict[str, str | None], *findings: tuple[str, int, str, list[str]], code: int = 0
) -> dict[str, Any]:
    return {
        "code": code,
        "previous": previous,
        "findings": list(findings),
        "not_run": [],
        "refused": [],
    }


FOUND = ("år/ny.yaml", 11, "JMF101", ["år/gammal.yaml"])


class TestBeside:
    def test_the_report_in_the_same_folder_is_read_and_not_judged(
        self, put: Callable[..., None], told: Told
    ) -> None:
        put(år__ny=NEW, år__gammal=OLD)
        assert told("år/ny.yaml") == outcome({"år/ny.yaml": "år/gammal.yaml"})
        put(år__ny=WRONG)
        assert told("år/ny.yaml") == outcome({"år/ny.yaml": "år/gammal.yaml"}, FOUND, code=1)

    def test_a_file_of_the_working_folder_is_beside_one_that_is_named_without_it(
        self, put: Callable[..., None], told: Told
    ) -> None:
        put(ny=NEW, gammal=OLD)
        assert told("ny.yaml")["previous"] == {"ny.yaml": "gammal.yaml"}

    def test_folders_below_and_above_are_not_looked_in(
        self, put: Callable[..., None], told: Told
    ) -> None:
        put(år__ny=NEW, år__förr__gammal=OLD, gammal=OLD)
        found = told("år/ny.yaml")
        assert (found["previous"], found["not_run"]) == ({"år/ny.yaml": None}, [NO_REPORT])

    def test_a_hidden_file_is_not_read(self, put: Callable[..., None], told: Told) -> None:
        put(**{"år__ny": NEW, "år__.dold": OLD})
        assert told("år/ny.yaml")["previous"] == {"år/ny.yaml": None}

    def test_a_link_that_leads_out_is_not_followed_and_one_that_stays_is(
        self, desk: Path, put: Callable[..., None], told: Told
    ) -> None:
        put(år__ny=NEW, annat__gammal=OLD)
        (desk / "år" / "länk.yaml").symlink_to(desk / "annat" / "gammal.yaml")
        assert told("år/ny.yaml")["previous"] == {"år/ny.yaml": None}
        put(år__gammal=OLD)
        (desk / "år" / "länk.yaml").unlink()
        (desk / "år" / "en.yaml").symlink_to("gammal.yaml")
        assert told("år/ny.yaml")["previous"] == {"år/ny.yaml": "år/en.yaml"}

    def test_what_cannot_be_read_beside_is_not_told(
        self, desk: Path, put: Callable[..., None], told: Told
    ) -> None:
        put(år__ny=NEW, år__a="inget: av detta\n", år__b='Exempelkommun: "aldrig stängt\n')
        (desk / "år" / "latin.yaml").write_bytes(OLD.encode("latin-1"))
        os.mkfifo(desk / "år" / "fifo.yaml")
        (desk / "år" / "mapp.yaml").mkdir()
        (desk / "år" / "borta.yaml").symlink_to("finns-inte.yaml")
        found = told("år/ny.yaml")
        assert (found["code"], found["refused"], found["not_run"]) == (0, [], [NO_REPORT])
        assert list(found["previous"]) == ["år/ny.yaml"]

    def test_a_file_that_does_not_name_the_kommun_and_the_board_is_not_parsed(
        self, put: Callable[..., None], call: Call, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        from checker import gathering
        from checker.document.reader import read_document

        put(år__ny=NEW, år__gammal=OLD, år__annan=OLD.replace("Exempelkommun", "Annankommun"))
        put(år__tredje=OLD.replace("Nämnden", "Byggnämnd"))
        read = []

        def noted(content: bytes, name: str) -> object:
            read.append(name)
            return read_document(content, name)

        monkeypatch.setattr(gathering, "read_document", noted)
        assert call("check", "år/ny.yaml", "--only", "JMF101").returncode == 0
        assert read == ["år/gammal.yaml"]

    def test_a_board_under_its_former_name_is_found(
        self, put: Callable[..., None], told: Told
    ) -> None:
        put(år__ny=NEW.replace("Nämnden", "Byggnämnd\n  tidigare_namn: Nämnden"), år__gammal=OLD)
        assert told("år/ny.yaml")["previous"] == {"år/ny.yaml": "år/gammal.yaml"}

    def test_a_kommun_in_other_letters_is_found(self, put: Callable[..., None], told: Told) -> None:
        put(år__ny=NEW, år__gammal=OLD.replace("Exempelkommun", "EXEMPELKOMMUN"))
        assert told("år/ny.yaml")["previous"] == {"år/ny.yaml": "år/gammal.yaml"}


class TestInTheSameRun:
    def test_each_is_judged_and_the_later_is_compared(
        self, put: Callable[..., None], told: Told
    ) -> None:
        put(år__ny=WRONG, år__gammal=OLD)
        found = told("år")
        assert found["previous"] == {"år/gammal.yaml": None, "år/ny.yaml": "år/gammal.yaml"}
        assert (found["findings"], found["code"]) == ([FOUND], 1)
        assert found == told("år/ny.yaml", "år/gammal.yaml")

    def test_a_run_parses_each_file_once(
        self, put: Callable[..., None], call: Call, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        from checker import gathering, inputs
        from checker.document.reader import read_document

        put(år__ny=WRONG, år__gammal=OLD)
        read = []

        def noted(content: bytes, name: str) -> object:
            read.append(name)
            return read_document(content, name)

        for module in (gathering, inputs):
            monkeypatch.setattr(module, "read_document", noted)
        call("check", "år/ny.yaml", "år", "--previous", "år/gammal.yaml", "--previous", "år")
        assert read == ["år/ny.yaml", "år/gammal.yaml"]

    def test_two_folders_of_one_run_see_each_other(
        self, put: Callable[..., None], told: Told
    ) -> None:
        put(a__ny=NEW, b__gammal=OLD)
        assert told("a", "b")["previous"] == {"a/ny.yaml": "b/gammal.yaml", "b/gammal.yaml": None}


class TestNamed:
    @pytest.mark.parametrize("path", ["förr/gammal.yaml", "förr"])
    def test_a_file_or_a_folder_is_compared_with_and_not_judged(
        self, put: Callable[..., None], told: Told, path: str
    ) -> None:
        put(år__ny=WRONG, förr__gammal=OLD)
        place = (*FOUND[:3], ["förr/gammal.yaml"])
        found = told("år/ny.yaml", "--previous", path)
        assert found == outcome({"år/ny.yaml": "förr/gammal.yaml"}, place, code=1)

    def test_it_may_be_given_several_times(self, put: Callable[..., None], told: Told) -> None:
        put(år__ny=NEW, a__annan=OLD.replace("Nämnden", "Annan nämnd"), b__gammal=OLD)
        found = told("år/ny.yaml", "--previous", "a/annan.yaml", "--previous", "b/gammal.yaml")
        assert found["previous"] == {"år/ny.yaml": "b/gammal.yaml"}

    def test_it_goes_before_the_one_beside(self, put: Callable[..., None], told: Told) -> None:
        put(år__ny=NEW, år__gammal=OLD.replace("totalt: 30", "totalt: 3"), bas__gammal=OLD)
        found = told("år/ny.yaml", "--previous", "bas")
        assert (found["previous"], found["findings"]) == ({"år/ny.yaml": "bas/gammal.yaml"}, [])

    def test_standard_input_can_be_compared(self, put: Callable[..., None], told: Told) -> None:
        put(förr__gammal=OLD)
        found = told("-", "--previous", "förr", "--stdin-filename", "ny.yaml", stdin=WRONG)
        assert found["previous"] == {"ny.yaml": "förr/gammal.yaml"}
        assert [one[1:3] for one in found["findings"]] == [(11, "JMF101")]

    def test_standard_input_alone_says_why_not(self, put: Callable[..., None], told: Told) -> None:
        put(gammal=OLD)
        reason = "rapporten kom från standard in, och ingen rapport att jämföra med angavs"
        assert told("-", stdin=NEW)["not_run"] == [reason]

    @pytest.mark.parametrize(
        ("path", "reason"),
        [("finns-inte.yaml", "filen finns inte."), ("fifo.yaml", "det är ingen vanlig fil.")],
    )
    def test_a_named_file_that_is_missing_is_wrong_use(
        self, put: Callable[..., None], told: Told, path: str, reason: str
    ) -> None:
        put(år__ny=NEW)
        found = told("år/ny.yaml", "--previous", path)
        assert (found["code"], found["refused"]) == (2, [(path, reason)])
        told_why = f"{path}, som angavs med --previous, går inte att läsa som rapport"
        assert found["not_run"] == [told_why]

    def test_a_named_file_that_is_no_report_is_told_as_the_reason(
        self, put: Callable[..., None], told: Told
    ) -> None:
        put(år__ny=NEW)
        found = told("år/ny.yaml", "--previous", "word.yaml")
        assert found["code"] == 0
        assert found["not_run"] == [
            "word.yaml, som angavs med --previous, går inte att läsa som rapport"
        ]

    def test_what_is_no_report_in_a_named_folder_is_passed_over(
        self, put: Callable[..., None], told: Told
    ) -> None:
        put(år__ny=NEW, förr__skräp="inget: av detta\n")
        assert told("år/ny.yaml", "--previous", "förr")["not_run"] == [NO_REPORT]

    def test_a_named_file_of_another_board_is_told_as_the_reason(
        self, put: Callable[..., None], told: Told
    ) -> None:
        put(år__ny=NEW)
        found = told("år/ny.yaml", "--previous", "clean.yaml")
        assert found["not_run"] == [NOT_BEFORE.format(file="clean.yaml")]

    def test_it_is_never_written_over(
        self, desk: Path, put: Callable[..., None], call: Call
    ) -> None:
        put(år__ny=NEW, förr__gammal=OLD)
        done = call(
            "check", "år/ny.yaml", "--previous", "förr", "--output", "json=förr/gammal.yaml"
        )
        assert done.returncode == 2
        assert (desk / "förr/gammal.yaml").read_text(encoding="utf-8") == OLD

    def test_a_value_is_needed(self, call: Call) -> None:
        done = call("check", "clean.yaml", "--previous")
        assert (done.returncode, done.stderr) == (
            2,
            "kvalitetskoll: --previous behöver ett värde.\n",
        )


class TestTwins:
    def test_a_copy_beside_is_told_on_the_one_that_is_judged(
        self, put: Callable[..., None], call: Call
    ) -> None:
        put(år__ny=NEW, år__kopia=NEW)
        done = call("check", "år/ny.yaml", "--only", "KORP001")
        assert done.returncode == 1
        assert "jfr år/kopia.yaml rad 6: samma period" in done.stdout

    def test_of_two_that_are_judged_the_first_is_left_alone(
        self, put: Callable[..., None], call: Call
    ) -> None:
        put(år__ny=NEW, år__kopia=NEW)
        done = call("check", "år", "--only", "KORP001", "--format", "json")
        found = json.loads(done.stdout)["findings"]
        assert [(one["file"], one["related"][0]["file"]) for one in found] == [
            ("år/ny.yaml", "år/kopia.yaml")
        ]

    def test_of_many_copies_only_the_first_are_named(
        self, put: Callable[..., None], call: Call
    ) -> None:
        put(**{f"år__kopia{number:02}": NEW for number in range(12)}, år__ny=NEW)
        done = call("check", "år/ny.yaml", "--only", "KORP001", "--format", "json")
        found = json.loads(done.stdout)["findings"]
        assert "år/kopia08.yaml, år/kopia09.yaml och 2 filer till. Behåll" in found[0]["message"]
        assert len(found[0]["related"]) == 10

    def test_a_finished_report_is_not_told_of_its_own_draft(
        self, put: Callable[..., None], call: Call
    ) -> None:
        put(år__ny=NEW, år__utkast=NEW.replace("färdig", "utkast"))
        done = call("check", "år", "--only", "KORP001", "--format", "json")
        found = json.loads(done.stdout)["findings"]
        assert [(one["file"], one["todo"]) for one in found] == [("år/utkast.yaml", True)]
        assert done.returncode == 0


def test_the_text_says_what_a_report_was_compared_with_and_where_the_other_figure_stands(
    put: Callable[..., None], call: Call
) -> None:
    put(år__ny=WRONG, år__gammal=OLD)
    rows = call("check", "år/ny.yaml", "--only", "JMF101").stdout.splitlines()
    assert "     jfr år/gammal.yaml rad 10: 30" in rows
    assert "Förra året     jämförd med år/gammal.yaml" in rows


def test_the_text_says_why_a_report_was_not_compared(put: Callable[..., None], call: Call) -> None:
    put(år__ny=NEW, år__gammal=OLD.replace("färdig", "utkast"))
    text = " ".join(call("check", "år/ny.yaml", "--only", "JMF101").stdout.split())
    told = "år/gammal.yaml är ett utkast, och utkast jämförs inte"
    assert f" Förra året inte jämförd: {told} Regler " in text
    assert f" Kunde inte kontrolleras JMF101: {told} " in text


def test_a_breakdown_on_the_report_before_is_told(
    put: Callable[..., None], call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> object:
        raise ZeroDivisionError

    put(år__ny=NEW, år__gammal=OLD)
    monkeypatch.setattr("checker.corpus.edition_of", broken)
    done = call("check", "år/ny.yaml")
    assert done.returncode == 4
    assert "Kontrollen gick sönder på år/ny.yaml (ZeroDivisionError)" in done.stdout
