"""Nothing that a stranger wrote is obeyed by what reads our output: CI systems, terminals."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from datetime import date
from io import StringIO
from typing import TYPE_CHECKING

import pytest

from checker.cli.main import main
from checker.compiled import default_catalogue
from checker.output.forms import FORMS, Manner, form
from checker.output.lines import ASCII, UNICODE, plain
from checker.output.overview_csv import overview_csv
from checker.output.overview_html import overview_html
from checker.output.overview_json import overview_json
from checker.output.overview_markdown import overview_markdown
from checker.output.overview_text import overview_text
from checker.output.paint import paint
from checker.output.rule_page import rule_page
from checker.output.rule_table import rule_table
from checker.output.text import text as text_form
from checker.overview.build import overview
from checker.result import Crash, Refused
from checker.ruleset.loading import ruleset_of
from checker.run import run
from checker.shown import shown_trace
from checker.verdict import Exit
from tests.forms.hostile import WORDS, file_name, plant
from tests.forms.runners import SGR, commands, openings, steering

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.output.lines import Line
    from checker.result import Result

TODAY = date(2026, 11, 22)
WAYS = ((40, UNICODE), (57, ASCII), (80, UNICODE), (120, ASCII))
OWN_COMMANDS = {
    "github": {("github", "error"), ("github", "warning"), ("github", "notice")},
    "azure": {("azure", "task.logissue")},
}
NAMES = {
    "github": {"file", "line", "endLine", "col", "endColumn", "title"},
    "azure": {"type", "sourcepath", "linenumber", "columnnumber", "code"},
}
every_word = pytest.mark.parametrize("words", WORDS.values(), ids=WORDS)


@pytest.fixture(scope="module", params=WORDS.values(), ids=list(WORDS))
def planted(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Planted]:
    """The made-up report with the words in every place, judged; something went wrong, too."""
    folder = tmp_path_factory.mktemp("planted")
    plant(folder, request.param)
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        result = run([".", f"{request.param} finns inte"], today=TODAY)
        trace = shown_trace(ValueError(request.param))
        crashes = tuple(Crash("", one.file, "ValueError", trace) for one in result.reports)
        assert len(result.findings) > 10
        yield Planted(request.param, replace(result, crashes=crashes))


@dataclass(frozen=True)
class Planted:
    """Words of a stranger, and what came out of a run on reports that hold them everywhere."""

    words: str
    result: Result


def assert_harmless(output: str, what: str = "", *, coloured: bool = False) -> None:
    """No line of it is a command, begins like one, or steers a terminal."""
    assert (what, steering(output, coloured=coloured)) == (what, [])
    assert (what, commands(output), openings(output)) == (what, [], [])


def assert_harmless_lines(lines: list[Line], what: str) -> None:
    """Neither plain nor in colour; and the colours are all that the painter of lines adds."""
    flat, stream = plain(lines), StringIO()
    paint(lines, stream, colour=True)
    assert_harmless(flat, what)
    assert_harmless(stream.getvalue(), f"{what} in colour", coloured=True)
    bare = SGR.sub("", stream.getvalue()).split("\n")
    assert [row.rstrip() for row in bare] == flat.split("\n")


def test_no_form_of_a_result_is_obeyed_in_what_is_not_ours(planted: Planted) -> None:
    for name in FORMS:
        for ascii_only in (False, True):
            output = form(name, planted.result, Manner(Exit.INTERNAL, ascii=ascii_only))
            if name not in OWN_COMMANDS:
                assert_harmless(output, name)
                continue
            assert steering(output) == []
            read = commands(output)
            assert len(read) == len(openings(output)) > 5
            assert {(one.system, one.name) for one in read} <= OWN_COMMANDS[name]
            for one in read:
                assert set(one.properties) <= NAMES[name]
            rules = Counter(one.rule for one in planted.result.findings if not one.todo)
            if name == "azure":
                codes = Counter(one.properties["code"] for one in read if "code" in one.properties)
                assert codes == Counter({rule: rules[rule] for rule in codes})


def test_no_width_of_the_text_is_obeyed(planted: Planted) -> None:
    for width, signs in WAYS:
        assert_harmless_lines(text_form(planted.result, width, signs), f"{width} wide")


def test_no_form_of_the_overview_is_obeyed(planted: Planted) -> None:
    page = overview(planted.result, planted.result.catalogue)
    for width, signs in WAYS:
        assert_harmless_lines(overview_text(page, width, signs), f"{width} wide")
    for written in (overview_markdown, overview_json, overview_html):
        assert_harmless(written(page), written.__name__)
    assert_harmless(_unpacked(overview_csv(page)), "csv")


def test_no_page_of_an_own_rule_is_obeyed(planted: Planted) -> None:
    _, catalogue = ruleset_of(["."], None, default_catalogue())
    rule = catalogue.named("KOM001")
    assert planted.result.ruleset.own == (rule.id,)
    for width, signs in WAYS:
        assert_harmless_lines(rule_page(rule, [], width, signs), f"{width} wide")
    assert_harmless_lines(rule_table(catalogue, 80, UNICODE), "the table")


def calls(words: str) -> Iterator[list[str]]:
    """Command lines that hold the words: some can be used, most cannot."""
    name = file_name(words)
    yield ["check", f"./{name}", "--debug", "--color", "never"]
    yield ["check", "-", "--stdin-filename", words, "--format", "github"]
    yield ["check", words]
    yield ["check", f"--{words}"]
    yield ["check", ".", "--format", words]
    yield ["check", ".", "--only", words]
    yield ["check", ".", "--today", words]
    yield ["check", ".", "--rule-pages", words]
    yield ["check", ".", "--output", words]
    yield ["check", ".", "--output", f"json=finns inte/{words}"]
    yield ["check", ".", "--previous", words]
    yield ["check", ".", "--ruleset", words]
    yield ["check", "--ruleset", f"./{name}", "."]
    yield ["matrix", f"./{name}", "--format", "csv", f"--{words}"]
    yield ["explain", words]
    yield ["explain", "TAB001", f"./{name}"]
    yield ["explain", "KOM001", f"./{name}", "--color", "always"]
    yield ["rules", "--test", words]
    yield ["rules", "--test", "egna_regler"]
    yield [words]


def test_no_command_line_is_obeyed(
    planted: Planted,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    catalogue = default_catalogue()
    for module in ("checker.run", "checker.cli.rules", "checker.cli.matrix"):
        monkeypatch.setattr(f"{module}.default_catalogue", lambda: catalogue)
    monkeypatch.setattr("checker.cli.explain.read_catalogue", lambda _folder: catalogue)
    for call in calls(planted.words):
        monkeypatch.setattr("sys.stdin", type("Stdin", (), {"buffer": _Empty()}))
        code = main(call)
        out, err = capsys.readouterr()
        out = _unpacked(out) if "csv" in call else out
        assert code in {0, 1, 2, 3}, call
        if "github" in call:
            assert {(one.system, one.name) for one in commands(out)} == {("github", "error")}
            assert steering(out) == []
        else:
            assert_harmless(out, str(call), coloured="always" in call)
        assert_harmless(err, str(call))


def _unpacked(csv: str) -> str:
    """Without the marks that a spreadsheet wants: the first of the file, and of each line's end."""
    return csv.removeprefix("\ufeff").replace("\r\n", "\n")


class _Empty:
    def read(self, _limit: int) -> bytes:
        return b""


@every_word
def test_no_trace_is_obeyed(words: str) -> None:
    error = ValueError(words)
    error.__cause__ = KeyError(words)
    assert_harmless(shown_trace(error))


@every_word
def test_no_refused_file_is_obeyed(words: str, made_up: Result) -> None:
    refused = run([words, f"{words}/{words}"], today=TODAY).refused
    assert len(refused) >= 1
    result = replace(made_up, reports=(), settings=(), refused=(*refused, Refused(":", ":")))
    for name in FORMS:
        output = form(name, result, Manner(Exit.USAGE))
        if name in OWN_COMMANDS:
            assert len(commands(output)) == len(result.refused)
            assert steering(output) == []
        else:
            assert_harmless(output, name)
