"""Whatever lies in a repository: a documented ending, nothing that steers, and little memory."""

from __future__ import annotations

import json
import os
import re
import sys
import unicodedata
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest

from checker.cli.arguments import CHECK_FORMS
from checker.compiled import default_catalogue
from checker.document import opening
from fuzz.numbers import FORMS, make
from tests.command.conftest import CLEAN
from tests.hostile.case import NAME, Case
from tests.hostile.every import CASES
from tests.hostile.output_hazards import PWNED
from tests.hostile.running import Done, run_apart, run_here

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from checker.catalog import Catalogue

pytestmark = pytest.mark.timeout(300)

MOST = 256 * 1024  # kilobytes of memory for what is refused
PHRASES = ("Inget att rätta", "Klar med påpekanden", "Behöver rättas", "Kunde inte kontrolleras")
# How parsers and Python begin to speak when nobody puts their words into Swedish.
PARSERS = re.compile(
    r"Traceback|while (?:scanning|parsing)|did not find|could not find|not allowed here"
    r"|found (?:character|unknown|undefined|duplicate|unexpected)|expected (?:a|the|<|')"
    r"|unacceptable character|mapping values|codec can't|\bErrno\b|[a-z]Error\b|recursion"
)
HIDDEN = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
# GitHub and Azure write commands of their own: what a stranger wrote is known by its word.
COMMAND = re.compile(rf"(?:::|##\[|##vso\[)\s*{PWNED}|[\r\n]\s*::(?:error|stop-commands)::{PWNED}")
OWN_COMMANDS = {"github", "azure"}
# What would be markup; Markdown takes a backslash before a sign as the sign itself.
MARKUP = {
    "html": re.compile(rf"<(?:script|style)[^>]*>[^<]*{PWNED}|<{PWNED}"),
    "markdown": re.compile(rf"(?<!\\)<(?:script|style)\b|(?<!\\)<{PWNED}|(?<!\\)\]\(javascript:"),
}
HERE = [case for case in CASES if not case.heavy]
APART = [case for case in CASES if case.heavy]


@pytest.fixture(autouse=True)
def _catalogue_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("checker.run.default_catalogue", catalogue)


@cache
def catalogue() -> Catalogue:
    return default_catalogue()


@pytest.fixture
def reached() -> Iterator[list[str]]:
    """What the program has tried to reach beyond its files: the network, other programs."""
    seen: list[str] = []
    WATCH.append(seen)
    yield seen
    WATCH.remove(seen)


WATCH: list[list[str]] = []
BEYOND = {
    *("socket.connect", "socket.getaddrinfo", "urllib.Request", "subprocess.Popen", "os.system"),
    *("os.exec", "os.posix_spawn", "os.fork", "ctypes.dlopen", "pickle.find_class"),
}


def watched(event: str, _given: Any) -> None:
    if WATCH and event in BEYOND:
        WATCH[-1].append(event)


sys.addaudithook(watched)


def verify(case: Case, done: Done) -> None:
    assert done.code == case.code, (done.out[-500:], done.err)
    every = {"standard out": done.out, "standard error": done.err, **done.outputs}
    for form, text in every.items():
        assert not PARSERS.search(text), (form, PARSERS.search(text))
        assert not COMMAND.search(text), (form, COMMAND.search(text))
        hidden = {mark for mark in text if mark != "\n" and unicodedata.category(mark) in HIDDEN}
        assert not hidden, (form, hidden)
        if form not in OWN_COMMANDS:
            assert not re.search(r"^\s*::|##\[", text, re.MULTILINE), form
        assert form not in MARKUP or not MARKUP[form].search(text), form
    if not done.out:
        assert re.fullmatch(r"kvalitetskoll: .+\.\n", done.err), done.err
        assert done.outputs == {}
        return
    assert done.out.splitlines()[-1].startswith(PHRASES)
    assert sorted(done.outputs) == sorted(CHECK_FORMS)
    told = json.loads(done.outputs["json"])
    assert (told["exit_code"], told["partial"]) == (case.code, False)
    assert not any(is_hidden(text) for text in texts_in(told))


def texts_in(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    for child in value.values() if isinstance(value, dict) else ():
        yield from texts_in(child)
    for child in value if isinstance(value, list) else ():
        yield from texts_in(child)


def is_hidden(text: str) -> bool:
    return any(unicodedata.category(mark) in HIDDEN for mark in text)


def test_there_are_more_than_two_hundred_and_thirty_in_processes_of_their_own() -> None:
    assert len({case.name for case in CASES}) == len(CASES) > 400
    assert len(APART) >= 30


@pytest.mark.parametrize("case", HERE, ids=[case.name for case in HERE])
def test_it_ends_as_documented_in_every_form(
    case: Case, tmp_path: Path, reached: list[str]
) -> None:
    verify(case, run_here(case, tmp_path))
    assert reached == []


@pytest.mark.parametrize("case", APART, ids=[case.name for case in APART])
def test_a_heavy_one_does_so_within_its_memory(case: Case, tmp_path: Path) -> None:
    done = run_apart(case, tmp_path)
    verify(case, done)
    assert done.peak > 0
    assert done.peak <= MOST or not case.refused


@pytest.mark.parametrize("form", sorted(FORMS))
def test_a_personal_number_in_every_place_comes_out_nowhere(
    tmp_path: Path, form: str, reached: list[str]
) -> None:
    import random

    number = FORMS[form](make(random.Random(5)))
    text = CLEAN.replace("Kvalitetsrapport 2025", f"'{number}'").replace("färdig", f"'{number}'")
    text = f"# {number}\n{text}'{number}': 1\n'{number}': 2\n"
    for case in (
        Case("judged", content=text, file=f"{number.replace('/', '∕')}.yaml"),
        Case("refused", content=f"{text}avsnitt: [\n{number}"),
        Case("in a name", 2, paths=(f"borta/{number}.yaml",)),
    ):
        (tmp_path / case.name).mkdir()
        done = run_here(case, tmp_path / case.name)
        verify(case, done)
        for output in (done.out, done.err, *done.outputs.values()):
            assert number not in output
            assert number[-4:] not in re.sub(r"\d{4}-\d\d-\d\d", "", output).split()
    assert reached == []


def test_a_file_that_is_gone_when_it_is_read_is_told_and_the_rest_is_judged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = opening.read_bytes

    def vanishing(path: str) -> bytes:
        if path.endswith("b.yaml"):
            os.unlink(path)  # noqa: PTH108 - the name as it was given
        return read(path)

    monkeypatch.setattr("checker.inputs.read_bytes", vanishing)
    files = {"a.yaml": CLEAN.replace("totalt: 40", "totalt: 41"), "b.yaml": CLEAN}
    case = Case("gone", 2, files=files, paths=(".",))
    done = run_here(case, tmp_path)
    verify(case, done)
    assert "b.yaml: filen finns inte." in " ".join(done.out.split())
    assert "TAB001" in done.out


@pytest.mark.parametrize("name", [NAME, "undantag.yaml", "kvalitetskoll.yaml"])
def test_a_file_that_grows_without_end_is_too_large(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    # What fstat says of the size is never believed: this one says four bytes.
    (tmp_path / "large").write_bytes(b"# " * 6 * 1024**2)
    opened = os.open

    def growing(path: Any, flags: int, *rest: Any, **named: Any) -> int:
        if isinstance(path, str) and path.endswith(name):
            path = str(tmp_path / "large")
        return opened(path, flags, *rest, **named)

    monkeypatch.setattr("checker.document.opening.os.open", growing)
    contents = {NAME: CLEAN, name: "a: 1"}
    case = Case("growing", 1 if name == NAME else 2, files=contents)
    done = run_here(case, tmp_path)
    verify(case, done)
    told = "Filen är större än 10 MB" if name == NAME else f"{name}:1: filen är för stor."
    assert told in " ".join((done.out + done.err).split())


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
@pytest.mark.parametrize("place", [NAME, "inre"])
def test_what_may_not_be_read_is_told(tmp_path: Path, place: str) -> None:
    def forbid(folder: Path) -> None:
        (folder / "inre").mkdir()
        (folder / place).chmod(0)

    case = Case("forbidden", 2, CLEAN, put=forbid, paths=(".",))
    verify(case, run_here(case, tmp_path))


def test_no_reference_of_a_schema_is_ever_fetched(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, reached: list[str]
) -> None:
    for number, reference in enumerate(("http://127.0.0.1:9/x.json", "file:///etc/passwd")):
        schema = {"properties": {"status": {"$ref": reference}}}
        monkeypatch.setattr("checker.schema.misfit.report_schema", lambda schema=schema: schema)
        (tmp_path / str(number)).mkdir()
        # Judging it breaks down, which is told, for the shipped schema has no such reference.
        case = Case("references", 4, CLEAN.replace("rapport:", "okänd: 1\nrapport:"))
        done = run_here(case, tmp_path / str(number))
        assert (done.code, "root:" in done.out + done.err) == (4, False)
        assert "Kontrollen gick sönder på rapport.yaml (_WrappedReferencingError)" in done.out
    assert reached == []
