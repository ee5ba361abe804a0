"""No personal number in any output, whatever goes wrong."""

from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING

import pytest

from checker.cli.arguments import MATRIX_FORMS

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path
    from subprocess import CompletedProcess

    Call = Callable[..., CompletedProcess[str]]
    Check = Callable[..., str]

BORN, LAST = f"{90}{1:02}{2:02}", f"{12}{34}"  # put together here, so that it stands nowhere
DIGITS = BORN + LAST
FORMS = {
    "with a dash": f"{BORN}-{LAST}",
    "with its century": f"19{BORN}-{LAST}",
    "in one piece": DIGITS,
    "in one piece with its century": f"19{DIGITS}",
    "with a plus sign": f"{BORN}+{LAST}",
    "with a space": f"{BORN} {LAST}",
    "with a no-break space and a dash": f"{BORN}\u00a0\u2013 {LAST}",
    "of a samordningsnummer": f"{BORN[:4]}{62}-{LAST}",
}
NUMBER = FORMS["with a dash"]
BETWEEN = re.compile(r"[\s\u00a0\u202f+\-\u2010-\u2015\u2212.,_]")

SOME = ("with a dash", "in one piece with its century", "with a no-break space and a dash")

every_form = pytest.mark.parametrize("number", FORMS.values(), ids=FORMS)
some_forms = pytest.mark.parametrize("number", [FORMS[name] for name in SOME], ids=SOME)


def holds(text: str, number: str) -> bool:
    """Whether the number's ten digits can be read, in whatever form."""
    return BETWEEN.sub("", number)[-10:] in BETWEEN.sub("", text)


def said(done: CompletedProcess[str]) -> str:
    return done.stdout + done.stderr


@pytest.fixture
def text(desk: Path) -> str:
    return (desk / "error.yaml").read_text(encoding="utf-8")


@pytest.fixture
def everything(call: Call, desk: Path) -> Check:
    """All that the program says of a report, in every form."""

    def ways(content: str | bytes, name: str = "rapport.yaml") -> str:
        data = content if isinstance(content, bytes) else content.encode()
        (desk / name).write_bytes(data)
        found = [said(call("check", name, *words)) for words in ((), ("--format", "json"))]
        found += [said(call("matrix", name, "--format", form)) for form in MATRIX_FORMS]
        assert all("Internt fel" not in one for one in found)
        return "\n".join(found)

    return ways


@every_form
def test_in_every_value(everything: Check, text: str, number: str) -> None:
    """The format and the period stay, so that the report is judged."""
    head, body = text.split("sammanfattning:\n")
    body = re.sub(r"(?m)(?<=: )[^\n]+$", number, body)
    found = everything(head + "sammanfattning:\n" + body)
    assert "FORM" in found
    assert "ÅÅMMDD-XXXX" in found
    assert not holds(found, number)


@some_forms
def test_in_one_value_at_a_time(everything: Check, text: str, number: str) -> None:
    for place in (
        "kommun: Exempelkommun",
        "nämnd: Socialnämnden",
        "slag: kvalitetsrapport",
        "från: 2025-01-01",
        "status: färdig",
        "format: kvalitetsrapport/1",
        "totalt: 41",
        "Övrigt: 15",
        "andel: 6 av 61 (10 %)",
        "gäller: Besvarade i tid",
        "läge: genomförd",
        "klart: 2026-11-30",
    ):
        key = place.split(":")[0]
        found = everything(text.replace(place, f"{key}: {number}"))
        assert not holds(found, number), place


@some_forms
def test_in_every_key(everything: Check, text: str, number: str) -> None:
    for key in ("avvikelser", "totalt", "per_kategori", "Övrigt", "format", "rapport", "risk"):
        found = everything(re.sub(rf"(?m)\b{key}:", f'"{number}":', text))
        assert not holds(found, number), key
    doubled = everything(f"{text}'{number}': 1\n'{number}': 2\n")
    assert "FORM" in doubled
    assert not holds(doubled, number)


@every_form
def test_in_a_comment_beside_what_is_wrong(everything: Check, text: str, number: str) -> None:
    found = everything(text.replace("totalt: 41", f"totalt: 41  # {number}"))
    assert "TAB001" in found
    assert "ÅÅMMDD-XXXX" in found
    assert not holds(found, number)


@pytest.mark.parametrize(
    "line",
    [
        '"{}',
        "a: '{}",
        "{}: [",
        "- {}",
        "  {}: a: b",
        "\t{}: 1",
        "a: *{}",
        "a: &x{} 1",
        "!{} a: 1",
        "%{}",
        "a: {{{}",
        "a: |{}\n  x",
        "? {}\n: [",
        "---\n{}: 1",
        "{}\x07: 1",
        "a: {}\u2028",
        '"\\q{}": 1',
        "a:{}",
        "<<: {}",
        "a: 1 #{}",
    ],
)
def test_in_broken_yaml(everything: Check, text: str, line: str) -> None:
    found = everything(text + line.format(NUMBER) + "\n")
    assert "FORM" in found
    assert not holds(found, NUMBER)


@every_form
def test_in_a_file_that_is_not_utf_8(everything: Check, text: str, number: str) -> None:
    content = f"{number}: å {number}\n{text}"
    assert not holds(everything(content.encode("latin-1", "replace")), number)
    assert not holds(everything(content.encode("utf-16")), number)
    assert not holds(everything(b"PK\x03\x04" + content.encode()), number)


@every_form
def test_in_the_name_of_a_file_or_folder(call: Call, desk: Path, number: str) -> None:
    folder = desk / f"mapp {number}"
    shutil.copytree(desk / "both", folder)
    shutil.copy(desk / "syntax.yaml", folder / f"{number}.yaml")
    shutil.copy(desk / "shape.yaml", folder / f"rapport_{number}_ny.yaml")
    for words in ((folder.name,), (folder.name, "--format", "json"), (str(folder),)):
        done = call("check", *words)
        assert done.returncode == 1
        assert not holds(said(done), number)
    for path in (f"{number}.yaml", f"{folder.name}/missing.yaml"):
        done = call("check", path)
        assert done.returncode == 2
        assert not holds(said(done), number)


@some_forms
@pytest.mark.parametrize(
    "words",
    [
        ("check", "{}"),
        ("check", "--{}"),
        ("check", "clean.yaml", "--only", "{}"),
        ("check", "clean.yaml", "--today", "{}"),
        ("check", "clean.yaml", "--format", "{}"),
        ("check", "clean.yaml", "--fail-on", "{}"),
        ("check", "clean.yaml", "--output", "{}"),
        ("check", "clean.yaml", "--output", "json={}/a.json"),
        ("check", "-", "--stdin-filename", "{}"),
        ("explain", "{}"),
        ("explain", "TAB001", "{}"),
        ("rules", "--test", "{}"),
        ("rules", "{}"),
        ("matrix", "{}"),
        ("matrix", "--{}"),
        ("matrix", "clean.yaml", "--format", "{}"),
        ("matrix", "clean.yaml", "--output", "csv={}/a.csv"),
        ("matrix", "-", "--stdin-filename", "{}"),
        ("{}",),
    ],
    ids=" ".join,
)
@pytest.mark.usefixtures("shared_desk")
def test_in_the_command_line(call: Call, words: tuple[str, ...], number: str) -> None:
    done = call(*(word.replace("{}", number) for word in words))
    assert not holds(said(done), number)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("check: each_has", "check: '{}'"),
        ("id: EGN001", "id: '{}'"),
        ("name: vår-egen-regel", "name: '{}'"),
        ("severity: info", "severity: '{}'"),
        ("severity: info", "severity: info\n'{}': 1"),
        ("severity: info", "severity: info\nsources: ['{}']"),
        ("all_of: [ansvarig]", "all_of: [ansvarig]\n  '{}': 1"),
        ('items: ["planerade_åtgärder[*]"]', "items: ['a[{}']"),
        ("message: Åtgärden har", "message: '{{{}}}'\nrest: Åtgärden har"),
        ("message: Åtgärden har", "message: {} {{nix}}"),
        ("name: ingen roll", "name: '{}'"),
        ("# <- EGN001", "# {}"),
        ("id: EGN001", "id: EGN001\n'{}: ["),
    ],
)
def test_in_a_rule_file(
    call: Call, desk: Path, files: Mapping[str, bytes], old: str, new: str
) -> None:
    rule = files["rules_good/EGN001.yaml"].decode()
    assert old in rule
    (desk / "rules_own").mkdir()
    for name in (f"{NUMBER}.yaml", "EGN001.yaml"):
        (desk / "rules_own" / name).write_text(
            rule.replace(old, new.format(NUMBER)), encoding="utf-8"
        )
        assert not holds(said(call("rules", "--test", "rules_own")), NUMBER)
        (desk / "rules_own" / name).unlink()


@pytest.mark.parametrize("number", [DIGITS, f"19{DIGITS}"])
def test_in_a_limit_of_a_table(everything: Check, text: str, number: str) -> None:
    found = everything(text.replace("    antal:", f"    visar_minst: {number}\n    antal:"))
    assert not holds(found, number)


@pytest.mark.parametrize("line", ["okänd: {} {} y{}", "okänd: 1 # {} {} y{}"])
def test_at_the_edge_of_a_code_frame(everything: Check, text: str, line: str) -> None:
    """Birth date and three figures are as good as all four."""
    found = "".join(
        everything(text + line.format("x" * before, NUMBER, "y" * 80) + "\n")
        for before in range(44, 58, 2)
    )
    leaks = [start for start in (NUMBER[:-1], NUMBER[:-2], NUMBER[:-3]) if start in found]
    assert leaks == []


@pytest.mark.parametrize("before", range(20, 80, 10))
def test_in_a_long_value(everything: Check, text: str, before: int) -> None:
    found = everything(text.replace("kvalitetsrapport\n", f"{'x' * before} {NUMBER} {'y' * 80}\n"))
    assert not holds(found, NUMBER)
