"""No personal number in any output, whatever goes wrong."""

from __future__ import annotations

import re
import shutil
import unicodedata
from typing import TYPE_CHECKING

import pytest

from checker.cli.arguments import MATRIX_FORMS
from checker.privacy.stand_ins import STAND_INS

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
    "with its date in parts": f"19{BORN[:2]}-{BORN[2:4]}-{BORN[4:]}-{LAST}",
    "with an underscore": f"{BORN}_{LAST}",
    "with a soft hyphen": f"{BORN}\u00ad{LAST}",
    "with marks of no width": f"{BORN[:3]}\u200b{BORN[3:]}-\u2060{LAST}",
    "in full width": f"{BORN}-{LAST}".translate({ord(str(n)): 0xFF10 + n for n in range(10)}),
}
NUMBER = FORMS["with a dash"]
CASE = """\
  ärenden:
    - nr: 2025-1
      enhet: Norr
      inkom: 2025-03-04
      händelser: [Ett besök uteblev]
      åtgärder: {genomförda: [Rutinen är ny]}
"""
AREA = """\
verksamhetsområden:
  - namn: Äldreomsorg
    avvikelser: {totalt: 3, per_kategori: {antal: {Fall: 2}}}
"""
# What of a report that has a case and an area is replaced, and by what; @@ is the number.
PLACES = {
    "value": ("Besök uteblir", "Besöket hos @@ uteblir"),
    "folded value": ("Besök uteblir under", "Besöket hos @@,\n        uteblir under"),
    "key": ("  analys: Risken", "  '@@': Risken"),
    "comment": ("totalt: 41", "totalt: 41  # @@"),
    "number of a case": ("nr: 2025-1", "nr: '@@'"),
    "id of a case": ("nr: 2025-1", "id: '@@'"),
    "unit of a case": ("enhet: Norr", "enhet: '@@'"),
    "event": ("[Ett besök", "['@@ väntade', Ett besök"),
    "measure of a case": ("[Rutinen är ny]", "[{åtgärd: 'Rutin för @@', klart: '@@'}]"),
    "name of an area": ("namn: Äldreomsorg", "namn: 'Äldreomsorg @@'"),
    "row of a table": ("      Övrigt: 15", "      'Övrigt @@': 15"),
    "reason why a part is missing": ("Ingen synpunkt", "@@, ingen synpunkt"),
    "measure": ("åtgärd: Utbilda", "åtgärd: Utbilda @@,"),
    "day of a measure": ("klart: 2026-11-30", "klart: '@@'"),
    "title": ("titel: Kvalitetsrapport", "titel: Kvalitetsrapport för @@"),
    "board": ("nämnd: ", "nämnd: '@@'  # "),
}
BETWEEN = re.compile(r"[\s\u00a0\u202f+\-\u2010-\u2015\u2212.,_]")
# Every form that the program can write its result in; whoever adds one adds it here.
WAYS = {
    "text": ("--output", "text=out.txt", "--output", "json=out.json"),
    "json": ("--format", "json", "--debug", "--final"),
}
# Every call that reads a report; it ends with the report's name.
CALLS = {
    **{f"check {way}": ("check", *words) for way, words in WAYS.items()},
    **{f"matrix {form}": ("matrix", "--debug", "--format", form) for form in MATRIX_FORMS},
    "explain a rule of areas": ("explain", "TAB001"),
    "explain a rule of cases": ("explain", "LEX001"),
}

SOME = ("with a dash", "in one piece with its century", "with a no-break space and a dash")

every_form = pytest.mark.parametrize("number", FORMS.values(), ids=FORMS)
every_call = pytest.mark.parametrize("words", CALLS.values(), ids=CALLS)
some_forms = pytest.mark.parametrize("number", [FORMS[name] for name in SOME], ids=SOME)


def holds(text: str, number: str) -> bool:
    """Whether the number can be read, in whatever form: the date and one figure are enough."""
    whole, read = plain(number)[-10:], plain(text)
    return whole in read or whole[:7] in read


def plain(text: str) -> str:
    """A text without what parts figures, in ordinary figures; what a code stands for is read."""
    text = re.sub(r"\\+(?:x|u)([0-9a-f]{2,5})", lambda code: chr(int(code[1], 16)), text)
    text = unicodedata.normalize("NFKC", text)
    seen = (mark for mark in text if unicodedata.category(mark) != "Cf")
    return BETWEEN.sub("", "".join(seen))


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
        found = [said(call("check", name, *words)) for words in WAYS.values()]
        found += [said(call("matrix", name, "--format", form)) for form in MATRIX_FORMS]
        assert all("Internt fel" not in one for one in found)
        written = [(desk / out).read_text(encoding="utf-8") for out in ("out.txt", "out.json")]
        return "\n".join(found + written)

    return ways


@pytest.fixture
def full(text: str) -> str:
    """The same report with a case and an area."""
    reason = "  ej_aktuellt: Ingen rapport enligt lex Sarah kom in under året.\n"
    assert reason in text
    return text.replace(reason, CASE) + AREA


@every_call
@some_forms
def test_in_every_kind_of_place(
    call: Call, desk: Path, full: str, words: tuple[str, ...], number: str
) -> None:
    for place, (old, new) in PLACES.items():
        assert full.count(old) >= 1, place
        planted = full.replace(old, new.replace("@@", number))
        (desk / "rapport.yaml").write_text(planted, encoding="utf-8")
        before = planted.replace("2025", "2024").replace("2026", "2025")
        (desk / "before.yaml").write_text(before, encoding="utf-8")
        previous = ("--previous", "before.yaml") if words[0] != "explain" else ()
        done = call(*words, *previous, "rapport.yaml")
        assert done.returncode in {0, 1}, place
        assert not holds(said(done), number), place


@every_call
@some_forms
def test_in_the_name_of_a_file_and_its_folder(
    call: Call, desk: Path, full: str, words: tuple[str, ...], number: str
) -> None:
    folder = desk / f"mapp {number}"
    folder.mkdir()
    (folder / f"{number}.yaml").write_text(full, encoding="utf-8")
    for name in (folder.name, f"{folder.name}/{number}.yaml", str(folder)):
        done = call(*words, name)
        assert done.returncode in {0, 1}
        assert not holds(said(done), number)


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


@some_forms
def test_a_number_in_a_file_of_settings_is_never_repeated(
    call: Call, desk: Path, number: str
) -> None:
    entry = (
        "  - regel: TAB001\n    rapport: error.yaml\n    ställe: avvikelser.totalt\n"
        f'    skäl: "Gäller {number}."\n    beslutat_av: "Chef {number}"\n'
    )
    used = f"undantag:\n{entry}"
    unused = used.replace("avvikelser.totalt", f'"ärenden[id={number}]"')
    wrong = [used.replace("TAB001", f'"{number}"'), used.replace("skäl:", f'"{number}":')]
    change = f'extends: default\nrules: {{DEL011: {{severity: info, reason: "{number}"}}}}\n'
    for file, text, code in (
        ("undantag.yaml", used, 0),
        ("undantag.yaml", unused, 1),
        *(("undantag.yaml", one, 2) for one in wrong),
        ("kvalitetskoll.yaml", change, 1),
        ("kvalitetskoll.yaml", change.replace("DEL011", f'"{number}"'), 2),
    ):
        (desk / file).write_text(text, encoding="utf-8")
        for form in ("text", "json"):
            done = call("check", "error.yaml", "--format", form)
            assert done.returncode == code
            assert not holds(said(done), number)
        for words in CALLS.values():
            done = call(*words, "error.yaml")
            assert done.returncode in {0, code}
            assert not holds(said(done), number)
        (desk / file).unlink()


@every_form
def test_in_a_text_that_goes_on_in_the_next_line(everything: Check, text: str, number: str) -> None:
    """The line with the other half is shown too, for something else is wrong there."""
    first, last = number[:-4].rstrip("-+_ \u2013\u2060"), number[-4:]
    for between in ("\n    ", "-\n    ", " \\\n    ", "\\\n    -"):
        quoted = f'"{first}{between}{last}"'
        found = everything(text.replace("kvalitetsrapport\n", f"{quoted}  # okänt\n", 1))
        assert not holds(found, number)
    found = everything(f"{text}x:y {first}\n{last}:z\n")
    assert "FORM" in found
    assert LAST not in plain(found)


@pytest.mark.parametrize(
    "escaped",
    [
        "".join(f"\\x{ord(mark):02x}" for mark in NUMBER),
        "".join(f"\\u{ord(mark):04X}" for mark in NUMBER),
        f"{BORN}\\u2011{LAST}",
        f"{BORN}\\_{LAST}",
        f"{BORN[:5]}\\\n  {BORN[5:]}-{LAST}",
    ],
)
def test_written_with_escapes(everything: Check, text: str, escaped: str) -> None:
    found = everything(f'{text}"{escaped}": 1\nokänd: "{escaped}"\n')
    assert "FORM" in found
    assert "ÅÅMMDD-XXXX" in found
    assert escaped not in found
    assert not holds(found, NUMBER)


@every_form
def test_in_the_files_beside_a_report(call: Call, desk: Path, number: str) -> None:
    """A ruleset, an exception or last year's report says no more than the report itself."""
    clean = (desk / "clean.yaml").read_text(encoding="utf-8")
    before = clean.replace("2025", "2024").replace("klart: 2026-11-30", f"klart: '{number}'")
    (desk / "before.yaml").write_text(f"{before}'{number}': 1\n", encoding="utf-8")
    for name in ("undantag.yaml", "kvalitetskoll.yaml"):
        (desk / name).write_text(f"regel: TAB001\n'{number}': '{number}'\n", encoding="utf-8")
        for words in WAYS.values():
            done = call("check", "error.yaml", "--previous", "before.yaml", *words)
            assert not holds(said(done), number)
            done = call("check", "error.yaml", "--ruleset", name, *words)
            assert not holds(said(done), number)
        (desk / name).unlink()


@every_form
@pytest.mark.parametrize("words", WAYS.values(), ids=WAYS)
def test_in_the_words_of_an_error_of_our_own(
    call: Call,
    desk: Path,
    monkeypatch: pytest.MonkeyPatch,
    words: tuple[str, ...],
    number: str,
) -> None:
    """A trace holds the words of the exception, and of the one that it came from."""

    def stumble(*_: object) -> None:
        raise ValueError(f"kan inte {number}\nmed {number!r}") from KeyError(number)

    monkeypatch.setattr("checker.engine.read_shape", stumble)
    done = call("check", str(desk / "clean.yaml"), *words)
    assert done.returncode == 4
    assert ("ValueError" in done.stderr) is ("--debug" in words)
    assert not holds(said(done), number)
    monkeypatch.setattr("checker.run.Gathering", stumble)
    done = call("check", str(desk / "clean.yaml"), *words)
    assert done.returncode == 4
    assert "Internt fel (ValueError)" in done.stderr
    assert not holds(said(done), number)


def test_a_valid_number_anywhere_fails_the_gate(call: Call, desk: Path, text: str) -> None:
    valid = STAND_INS["{personnummer}"]
    (desk / "rapport.yaml").write_text(f"{text}# {valid}\n", encoding="utf-8")
    done = call("check", "rapport.yaml", "--only", "TXT001")
    assert done.returncode == 1
    assert "PERS001" in done.stdout
    assert not holds(said(done), valid)
    done = call("check", "-", "--stdin-filename", f"{valid}.yaml", stdin=text.encode())
    assert "PERS004" in done.stdout
    assert not holds(said(done), valid)


def test_neither_address_nor_telephone_number_stands_in_a_code_frame(
    everything: Check, text: str
) -> None:
    case = "  ärenden:\n    - nr: 1\n      händelser:\n        - Ring {} nu\n"
    reason = "  ej_aktuellt: Ingen rapport enligt lex Sarah kom in under året.\n"
    for told in ("070-174 06 05", "kim@exempel.se"):
        found = everything(text.replace(reason, case.format(told)))
        assert "PERS00" in found
        assert "Ring [dolt] nu" in found
        assert told not in found


def test_a_page_of_a_rule_shows_no_number(call: Call) -> None:
    for rule in (f"PERS{number:03}" for number in range(1, 9)):
        done = call("explain", rule)
        assert done.returncode == 0
        assert not any(number in done.stdout for number in STAND_INS.values())
    assert "{personnummer}" in call("explain", "PERS001").stdout


@pytest.mark.usefixtures("shared_desk")
def test_not_even_the_birth_date_of_a_word_that_is_taken_apart(call: Call) -> None:
    for word in (f"--{BORN} {LAST}", f"--{BORN} -{LAST}"):
        done = call("check", word)
        assert done.returncode == 2
        assert BORN not in said(done)
