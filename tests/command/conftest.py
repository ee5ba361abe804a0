"""A desk with small reports on it, and the command as a process and as a call."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from functools import cache
from pathlib import Path
from subprocess import PIPE, CompletedProcess
from typing import TYPE_CHECKING, Any, TypeAlias

import pytest

import checker
from checker.catalog import Catalogue, read_catalogue
from checker.cli.main import main
from checker.compiled import default_catalogue

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    Call: TypeAlias = Callable[..., CompletedProcess[str]]

HOME = Path(checker.__file__).parent.parent

CLEAN = """\
format: kvalitetsrapport/1
status: färdig
rapport:
  titel: Kvalitetsrapport 2025
  slag: kvalitetsrapport
  kommun: Exempelkommun
  nämnd: Socialnämnden
  period:
    från: 2025-01-01
    till: 2025-12-31
  upprättad: 2026-02-02
  sekretessgranskad:
    av: SAS
    datum: 2026-02-04
sammanfattning:
  text: Året var lugnt, och rutinerna är kända.
ansvar:
  - roll: Socialnämnden
    ansvar: Beslutar om mål.
processer_och_rutiner:
  text: Varje enhet går igenom sina rutiner en gång om året.
samverkan:
  text: Nämnden möter regionen varje kvartal.
riskanalys:
  risker:
    - risk: Besök uteblir under semestern
      åtgärd: Jämför planeringen med utförda besök
      ansvarig: Enhetschef
  analys: Risken är störst när ordinarie personal är borta.
egenkontroll:
  text: Enheterna granskade sina planer i november.
  analys: Fler planer är aktuella än förra året.
synpunkter:
  ej_aktuellt: Ingen synpunkt kom in under året.
avvikelser:
  totalt: 40
  per_kategori:
    antal:
      Brist i dokumentation: 25
      Övrigt: 15
  andelar:
    - gäller: Besvarade i tid
      andel: 6 av 61 (10 %)
  analys: De flesta gäller dokumentationen, och rutinen är ny.
lex_sarah:
  ej_aktuellt: Ingen rapport enligt lex Sarah kom in under året.
förra_årets_åtgärder:
  - åtgärd: Ta emot synpunkter på webben
    läge: genomförd
    effekt: önskad
    uppföljning: Formuläret öppnade i mars.
planerade_åtgärder:
  - åtgärd: Utbilda enheterna i dokumentation
    ansvarig: Verksamhetschef
    klart: 2026-11-30
"""
ERROR = CLEAN.replace("totalt: 40", "totalt: 41")
RISKS = CLEAN[CLEAN.index("riskanalys:") : CLEAN.index("egenkontroll:")]
DRAFT = CLEAN.replace("status: färdig", "status: utkast").replace(RISKS, "")

RULE = """\
id: EGN001
name: vår-egen-regel
title: Åtgärden har ingen ansvarig
basis: practice
severity: info
why: Läsaren vill veta vem som ansvarar.
fix: Skriv en roll.
check: each_has
with:
  items: ["planerade_åtgärder[*]"]
  all_of: [ansvarig]
message: Åtgärden har ingen ansvarig.
examples:
  good:
    - name: rollen står där
      report: |
        planerade_åtgärder:
          - åtgärd: Utbilda
            ansvarig: Chef
  bad:
    - name: ingen roll
      report: |
        planerade_åtgärder:
          - åtgärd: Utbilda  # <- EGN001
"""

SHAPES: dict[str, bytes] = {
    "clean.yaml": CLEAN.encode(),
    "error.yaml": ERROR.encode(),
    "warning.yaml": CLEAN.replace("(10 %)", "(9 %)").encode(),
    "info.yaml": CLEAN.replace("totalt: 40", "totalt: 45")
    .replace("    antal:", "    flera_möjliga: ja\n    antal:")
    .encode(),
    "draft.yaml": DRAFT.encode(),
    "draft_error.yaml": DRAFT.replace("totalt: 40", "totalt: 41").encode(),
    "syntax.yaml": (CLEAN + 'avsnitt: "aldrig stängt\n').encode(),
    "latin1.yaml": CLEAN.encode("latin-1"),
    "utf16.yaml": CLEAN.encode("utf-16"),
    "word.yaml": b"PK\x03\x04\x14\x00\x06\x00" + bytes(range(256)),
    "empty.yaml": b"",
    "comment.yaml": b"# bara en kommentar\n",
    "list.yaml": b"- ett\n- tva\n",
    "no_format.yaml": CLEAN.removeprefix("format: kvalitetsrapport/1\n").encode(),
    "other_format.yaml": CLEAN.replace("kvalitetsrapport/1", "recept/1").encode(),
    "deep.yaml": CLEAN.encode() + b"avsnitt: " + b"[" * 100 + b"]" * 100 + b"\n",
    "shape.yaml": CLEAN.replace("totalt: 40", "totalt: [a, {b: c}]").encode(),
    "both/clean.yaml": CLEAN.encode(),
    "both/error.yml": ERROR.encode(),
    "ours/kvalitetskoll.yaml": b"extends: default\n",
    "ours/undantag.yaml": b"undantag: []\n",
    "ours/.git/hidden.yaml": ERROR.encode(),
    "ours/readme.txt": ERROR.encode(),
    "rules_good/EGN001.yaml": RULE.encode(),
    "rules_failing/EGN001.yaml": RULE.replace("Utbilda  # <- EGN001", "Utbilda").encode(),
    "rules_broken/EGN001.yaml": RULE.replace("check: each_has", "check: finns_inte").encode(),
    "rules_syntax/EGN001.yaml": (RULE + 'slut: "aldrig stängt\n').encode(),
}
# Each on its own board's behalf: two reports of the same board and year would be a finding.
FILES = {
    name: content.replace(
        "Socialnämnden\n  period".encode(), f"Socialnämnd{at:02}\n  period".encode()
    )
    for at, (name, content) in enumerate(SHAPES.items())
}


@pytest.fixture
def files() -> Mapping[str, bytes]:
    """The content of every file on the desk."""
    return FILES


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder of the test's own, with every file, an empty folder and a FIFO."""
    return _desk(tmp_path / "desk", monkeypatch)


@pytest.fixture
def shared_desk(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The same for tests that write nothing, made once."""
    return _desk(tmp_path_factory.getbasetemp() / "shared_desk", monkeypatch)


def _desk(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    if not folder.exists():
        for name, content in FILES.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_bytes(content)
        (folder / "nothing").mkdir()
        os.mkfifo(folder / "fifo.yaml")
    monkeypatch.chdir(folder)
    return folder


@cache
def _catalogue() -> Catalogue:
    """Read once for all tests: where the compiled one is not up to date, reading takes a while."""
    return default_catalogue()


@cache
def _with_examples(rules: Path) -> Catalogue:
    return read_catalogue(rules)


@pytest.fixture
def call(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Call:
    """The command, called in this process."""
    monkeypatch.setattr("checker.run.default_catalogue", _catalogue)
    monkeypatch.setattr("checker.cli.rules.default_catalogue", _catalogue)
    monkeypatch.setattr("checker.cli.matrix.default_catalogue", _catalogue)
    monkeypatch.setattr("checker.cli.explain.read_catalogue", _with_examples)

    def called(*words: str, stdin: bytes | None = b"") -> CompletedProcess[str]:
        stream = None if stdin is None else io.TextIOWrapper(io.BytesIO(stdin))
        monkeypatch.setattr("sys.stdin", stream)
        capsys.readouterr()
        code = main(list(words))
        out, err = capsys.readouterr()
        return CompletedProcess(words, code, out, err)

    return called


@pytest.fixture
def run() -> Call:
    """The command, run as a process of its own; further words are those of subprocess.run."""

    def ran(
        *words: str, env: Mapping[str, str] | None = None, script: str = "", **how: Any
    ) -> CompletedProcess[str]:
        start = ["-c", script] if script else ["-m", "checker"]
        usual = {"stdout": PIPE, "stderr": PIPE, "encoding": "utf-8", "timeout": 20}
        done: CompletedProcess[str] = subprocess.run(  # noqa: S603 - our own program
            [sys.executable, *start, *words],
            env={**_environment(), **(env or {})},
            check=False,
            **{**usual, **how},
        )
        return done

    return ran


def _environment() -> dict[str, str]:
    """The environment without what steers colours, widths and encodings."""
    steering = ("NO_COLOR", "TERM", "COLORTERM", "COLUMNS", "FORCE_COLOR")
    kept = {
        name: value
        for name, value in os.environ.items()
        if name not in steering and not name.startswith("PYTHON")
    }
    return {**kept, "PYTHONPATH": str(HOME)}
