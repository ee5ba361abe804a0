"""A stranger's ruleset and rule files: told with file and line, and never able to do anything."""

from __future__ import annotations

import os
import random
from typing import TYPE_CHECKING

import pytest

from fuzz.numbers import FORMS, make
from tests.command.conftest import RULE

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from subprocess import CompletedProcess

    Call = Callable[..., CompletedProcess[str]]

pytestmark = [pytest.mark.usefixtures("desk"), pytest.mark.timeout(300)]

HEAD = "extends: default\nrules_folder: regler\n"
MESSAGE = "message: Åtgärden har ingen ansvarig."
ITEMS = 'items: ["planerade_åtgärder[*]"]'
UNREADABLE = "filen går inte att läsa: "
DEEP = "en egen regel får ha högst 20 väljare, med högst 2 ** i var."
LARGE = "en parameter får ha högst 100 poster, och en post högst 500 tecken."
REFUSED = "kvalitetskoll: Filen går inte att använda. kommun/"


@pytest.fixture
def kommun(desk: Path) -> Path:
    """A municipality's folder with a ruleset, one own rule and a clean report."""
    (desk / "kommun/regler").mkdir(parents=True)
    (desk / "kommun/kvalitetskoll.yaml").write_text(HEAD, encoding="utf-8")
    (desk / "kommun/regler/EGN001.yaml").write_text(RULE, encoding="utf-8")
    (desk / "kommun/rapport.yaml").write_bytes((desk / "clean.yaml").read_bytes())
    return desk / "kommun"


def told(done: CompletedProcess[str]) -> str:
    """The one sentence on standard error of a run that could not begin."""
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(REFUSED)
    assert done.stderr.count("\n") == 1
    return done.stderr.removeprefix(REFUSED).removesuffix("\n")


def message(text: str) -> tuple[str, str]:
    return MESSAGE, f"message: {text}"


def value(name: str) -> str:
    return f"Kontrollen ger inget värde för {{{name}}}."


RULES = {
    # Messages are text with plain names, and nothing is reached through a name.
    "an attribute": (*message("Se {x.__class__}"), 12, value("x.__class__")),
    "a method": (*message("Se {vad.__init__.__globals__}"), 12, value("vad.__init__.__globals__")),
    "a conversion": (*message("Se {vad!r}"), 12, value("vad!r")),
    "a position": (*message("Se {0}"), 12, value("0")),
    "no name": (*message("Se {}"), 12, value("")),
    "a width": (*message("Se {vad:>1000000000}"), 12, value("vad:>1000000000")),
    "an index": (*message("Se {vad[0]}"), 12, value("vad[0]")),
    "a variable": (*message("Se ${HOME}"), 12, value("HOME")),
    "an escaped escape": (*message('"Se \\e[2J"'), 12, f"{UNREADABLE}osynligt styrtecken."),
    "an attribute in a label": (
        MESSAGE,
        f'{MESSAGE}\nlabel: "{{vad.__doc__}}"',
        13,
        value("vad.__doc__"),
    ),
    # Checks come from a table, and know their parameters.
    "a function of Python": (
        "check: each_has",
        "check: os.system",
        8,
        "Kontrollen os.system finns inte.",
    ),
    "a dunder": (
        "check: each_has",
        "check: __import__",
        8,
        "Kontrollen __import__ finns inte.",
    ),
    "a path": (
        "check: each_has",
        "check: ../../presence.part_present",
        8,
        "Kontrollen ../../presence.part_present finns inte.",
    ),
    "a check of reading": (
        RULE[RULE.index("check:") : RULE.index("message:")],
        "check: builtin\nwith: {code: empty}\n",
        8,
        "en egen regel kan inte ha kontrollen builtin.",
    ),
    "a pattern": ("all_of:", "pattern: (a+)+$\n  all_of:", 11, "nyckeln pattern är okänd."),
    "a script": (MESSAGE, f"{MESSAGE}\nscript: rm -rf /", 13, "nyckeln script är okänd."),
    # Selectors and parameters are bounded in what they cost.
    "four times any depth": (ITEMS, 'items: ["**.**.**.**"]', 9, DEEP),
    "a hundred times any depth": (ITEMS, f'items: ["{".".join(["**"] * 100)}"]', 9, DEEP),
    "many selectors": (ITEMS, f"items: {[f'a{at}' for at in range(21)]}", 9, DEEP),
    "any depth in a condition": ("all_of:", 'if_any: ["**.a.**.b.**.c"]\n  all_of:', 9, DEEP),
    "a long selector": (ITEMS, f"items: [{'a' * 501}]", 9, LARGE),
    "a selector of 100 kB": (ITEMS, f"items: [{'.'.join(['a'] * 50_000)}]", 9, LARGE),
    "a bracket that is not closed": (
        ITEMS,
        f"items: ['{'[' * 40}']",
        10,
        f"Väljaren {'[' * 40} går inte att läsa.",
    ),
    "a quote that is not closed": (
        ITEMS,
        f"""items: ['"{"a" * 40}']""",
        10,
        f'Väljaren "{"a" * 40} går inte att läsa.',
    ),
    "three stars": (ITEMS, "items: ['a.***']", 10, "Väljaren a.*** går inte att läsa."),
    "many entries": ("all_of: [ansvarig]", f"all_of: {['a'] * 101}", 9, LARGE),
    # What is a rule file's own is read as safely as a report.
    "a NUL": (MESSAGE, f"{MESSAGE}\0", 12, f"{UNREADABLE}osynligt styrtecken."),
    "an escape": (
        "title: Å",
        "title: \x1bÅ",
        3,
        f"{UNREADABLE}osynligt styrtecken.",
    ),
    "an object of Python": (
        "severity: info",
        "severity: !!python/object/apply:os.system [id]",
        5,
        f"{UNREADABLE}ordet börjar med !.",
    ),
    "an anchor": ("severity: info", "severity: &a info", 5, f"{UNREADABLE}ordet börjar med &."),
    "a merge key": (MESSAGE, f"{MESSAGE}\n<<: {{why: a}}", 13, f"{UNREADABLE}nyckeln <<."),
    "a second document": (
        RULE,
        f"{RULE}---\n{RULE}",
        25,
        f"{UNREADABLE}flera dokument i samma fil.",
    ),
    "a depth of hundred": (
        "all_of: [ansvarig]",
        f"all_of: {'[' * 100}{']' * 100}",
        11,
        f"{UNREADABLE}för många nivåer.",
    ),
    "two messages": (MESSAGE, f"{MESSAGE}\n{MESSAGE}", 13, f"{UNREADABLE}samma nyckel två gånger."),
    "no rule at all": (RULE, "- a\n- b\n", 1, f"{UNREADABLE}filen börjar inte med en nyckel."),
    "nothing": (RULE, "", 1, f"{UNREADABLE}filen är tom."),
    "a law of its own": (
        "basis: practice",
        "basis: law",
        1,
        "Grunden law kräver en källa som är läst eller återgiven.",
    ),
    "an id that leads out": (
        "id: EGN001",
        "id: ../../EGN001",
        1,
        "id ska vara tre eller fyra versaler och tre siffror, som TAB001.",
    ),
}


@pytest.mark.parametrize("case", RULES.values(), ids=list(RULES))
def test_an_own_rule_that_does_not_load_is_told_and_nothing_is_judged(
    call: Call, kommun: Path, case: tuple[str, str, int, str]
) -> None:
    old, new, line, sentence = case
    assert old in RULE
    (kommun / "regler/EGN001.yaml").write_text(RULE.replace(old, new, 1), encoding="utf-8")
    for words in (["check", "kommun"], ["matrix", "kommun"], ["rules", "--test", "kommun/regler"]):
        assert told(call(*words)) == f"regler/EGN001.yaml:{line}: {sentence}"


@pytest.mark.parametrize("form", sorted(FORMS))
def test_a_personal_number_in_an_own_rule_is_refused_and_not_shown(
    call: Call, kommun: Path, form: str
) -> None:
    number = FORMS[form](make(random.Random(1)))
    text = RULE.replace("Läsaren vill veta", f"Fråga {number} om")
    (kommun / "regler/EGN001.yaml").write_text(text, encoding="utf-8")
    sentence = "här står ett personnummer. Ta bort det; i ett exempel skriver du {personnummer}."
    assert told(call("check", "kommun")) == f"regler/EGN001.yaml:6: {sentence}"


WORDS = {
    "percent signs": "Se %(vad)s %s %n",
    "a shell": "Se $(id) `id` $HOME",
    "markup": "Se [bold]fet[/] [/] :smile: [link=file:///etc/passwd]x[/link]",
    "a script": "Se <script>alert(1)</script>",
    "commands": "Se ::error::ja ##[error]ja ##vso[task.x]ja",
    "a formula": "=HYPERLINK(1)",
    "an override": '"Se \\u202E och \\u2066"',
}


@pytest.mark.parametrize("words", WORDS.values(), ids=list(WORDS))
def test_the_words_of_an_own_rule_are_shown_as_they_are_and_steer_nothing(
    call: Call, kommun: Path, words: str
) -> None:
    quoted = words if words[0] == '"' else f"'{words}'"
    text = RULE.replace("all_of: [ansvarig]", "all_of: [finns_inte]").replace(*message(quoted))
    text = text.replace(
        "- åtgärd: Utbilda\n            ansv", "- finns_inte: Utbilda\n            ansv"
    )
    (kommun / "regler/EGN001.yaml").write_text(text, encoding="utf-8")
    done = call("check", "kommun", "--fail-on", "info")
    assert (done.returncode, done.stderr) == (1, "")
    assert "EGN001" in done.stdout
    steering = ("::error::", "##[", "##vso[", "\u202e", "\u2066")
    assert [one for one in steering if one in done.stdout] == []


# What a rule folder may hold besides rules, and what is said of it.
def _fifo(folder: Path) -> None:
    os.mkfifo(folder / "b.yaml")


def _link_out(folder: Path) -> None:
    (folder / "b.yaml").symlink_to(folder.parent.parent / "clean.yaml")


def _link_to_password_file(folder: Path) -> None:
    (folder / "b.yaml").symlink_to("/etc/passwd")


def _link_to_itself(folder: Path) -> None:
    (folder / "b.yaml").symlink_to("b.yaml")


def _dangling_link(folder: Path) -> None:
    (folder / "b.yaml").symlink_to("borta.yaml")


def _device(folder: Path) -> None:
    (folder / "b.yaml").symlink_to("/dev/zero")


def _many(folder: Path) -> None:
    for at in range(500):
        (folder / f"b{at:03}.yaml").write_text("")


def _large(folder: Path) -> None:
    (folder / "b.yaml").write_text("#" * (2 * 1024**2 + 1))


def _endless(folder: Path) -> None:
    (folder / "b.yaml").write_bytes(b"a" * (11 * 1024**2))


OUT = "länken leder ut ur mappen, och följs inte."
FOLDERS = {
    "a FIFO": (_fifo, "b.yaml:1: det är ingen vanlig fil."),
    "a link out of the folder": (_link_out, f"b.yaml:1: {OUT}"),
    "a link to a system file": (_link_to_password_file, f"b.yaml:1: {OUT}"),
    "a link to a device": (_device, f"b.yaml:1: {OUT}"),
    "a link to itself": (_link_to_itself, "b.yaml:1: filen går inte att läsa."),
    "a link to nothing": (_dangling_link, "b.yaml:1: filen finns inte."),
    "501 rules": (_many, "b499.yaml:1: mappen har fler än 500 regelfiler."),
    "more than two megabytes": (_large, "b.yaml:1: filen är för stor."),
    "more than any file may have": (_endless, "b.yaml:1: filen är för stor."),
}


@pytest.mark.parametrize(("put", "sentence"), FOLDERS.values(), ids=list(FOLDERS))
def test_a_rule_folder_with_anything_but_rules_is_refused(
    call: Call, kommun: Path, put: Callable[[Path], None], sentence: str
) -> None:
    put(kommun / "regler")
    assert told(call("check", "kommun")) == f"regler/{sentence}"


def test_a_linked_folder_of_rules_is_not_walked(call: Call, kommun: Path) -> None:
    (kommun / "regler/ut").symlink_to("/etc")
    (kommun / "regler/runt").symlink_to(kommun / "regler")
    assert call("check", "kommun").returncode == 0


BELOW = "ska vara en mapp under mappen med kvalitetskoll.yaml."
RULESETS = {
    "an address": ("extends: https://exempel.se/regler.yaml\n", 1, "extends ska vara default."),
    "a file as an address": ("extends: file:///etc/passwd\n", 1, "extends ska vara default."),
    "a list": ("extends: [default]\n", 1, "extends ska vara default."),
    "a folder above": (HEAD.replace(": regler", ": .."), 2, f"rules_folder {BELOW}"),
    "a folder around": (HEAD.replace(": regler", ": regler/../.."), 2, f"rules_folder {BELOW}"),
    "a folder from the root": (HEAD.replace(": regler", ": /etc"), 2, f"rules_folder {BELOW}"),
    "a folder at home": (
        HEAD.replace(": regler", ": ~root"),
        2,
        "mappen i rules_folder finns inte.",
    ),
    "a NUL in a folder": (
        HEAD.replace(": regler", ': "reg\\0ler"'),
        2,
        f"{UNREADABLE}osynligt styrtecken.",
    ),
    "an address as a folder": (
        HEAD.replace(": regler", ": https://exempel.se"),
        2,
        "mappen i rules_folder finns inte.",
    ),
    "a link as a folder": (HEAD.replace(": regler", ": ut"), 2, f"rules_folder {BELOW}"),
    "a link as a folder of reports": ("extends: default\nreports: ut\n", 2, f"reports {BELOW}"),
    "a file as a folder": (
        HEAD.replace(": regler", ": rapport.yaml"),
        2,
        "mappen i rules_folder finns inte.",
    ),
    "an alias": (f"{HEAD}rules: *alla\n", 3, f"{UNREADABLE}ordet börjar med *."),
    "an object of Python": (
        f"{HEAD}rules: !!python/name:os.system\n",
        3,
        f"{UNREADABLE}ordet börjar med !.",
    ),
    "a depth of hundred": (
        f"{HEAD}rules: {'{a: ' * 100}{'}' * 100}\n",
        3,
        f"{UNREADABLE}för många nivåer.",
    ),
    "another YAML": (f"%YAML 1.1\n---\n{HEAD}", 1, f"{UNREADABLE}raden ändrar hur filen läses."),
    "a format": (f"{HEAD}rules: {{'{{0.__class__}}': 1}}\n", 3, "{0.__class__} ska vara {keys}."),
    "a megabyte and more": (HEAD + "#" * 1024**2, 1, "filen är för stor."),
}


@pytest.mark.parametrize(("text", "line", "sentence"), RULESETS.values(), ids=list(RULESETS))
def test_a_ruleset_that_reaches_out_is_told_and_nothing_is_judged(
    call: Call, kommun: Path, text: str, line: int, sentence: str
) -> None:
    (kommun / "ut").symlink_to("/etc")
    (kommun / "kvalitetskoll.yaml").write_text(text, encoding="utf-8")
    sentence = sentence.replace("{keys}", "en uppställning med nycklar")
    for words in (["check", "kommun"], ["matrix", "kommun"]):
        assert told(call(*words)) == f"kvalitetskoll.yaml:{line}: {sentence}"


def test_a_ruleset_in_utf_16_is_told(call: Call, kommun: Path) -> None:
    (kommun / "kvalitetskoll.yaml").write_bytes(HEAD.encode("utf-16"))
    sentence = f"{UNREADABLE}filen är inte sparad som UTF-8."
    assert told(call("check", "kommun")) == f"kvalitetskoll.yaml:1: {sentence}"


@pytest.mark.parametrize("kind", ["fifo", "device", "folder"])
def test_a_ruleset_that_is_no_file_is_told(call: Call, kommun: Path, kind: str) -> None:
    named = kommun / "andra.yaml"
    if kind == "fifo":
        os.mkfifo(named)
    elif kind == "device":
        named.symlink_to("/dev/zero")
    else:
        named.mkdir()
    sentence = "det är en mapp." if kind == "folder" else "det är ingen vanlig fil."
    done = call("check", "kommun", "--ruleset", "kommun/andra.yaml")
    assert told(done) == f"andra.yaml:1: {sentence}"
