"""Hostile places: what is no file, links, folders that lead out or never end, our own settings."""

from __future__ import annotations

import os
import socket
from typing import TYPE_CHECKING

from tests.command.conftest import CLEAN, RULE
from tests.hostile.case import NAME, Case

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.hostile.case import Content

HEAD = "extends: default\nrules_folder: regler\n"
ENTRY = "undantag:\n  - regel: TAB001\n    rapport: rapport.yaml\n    ställe: avvikelser\n"
ENTRY += "    skäl: Så är det.\n    beslutat_av: SAS\n"


def cases() -> Iterator[Case]:
    """All of them."""
    yield from _no_files()
    yield from _folders()
    yield from _exceptions()
    yield from _rulesets()


def _no_files() -> Iterator[Case]:
    links: dict[str, Callable[[Path], str]] = {
        "a dangling link": lambda _: "borta.yaml",
        "a link to itself": lambda _: NAME,
        "a link to a device without end": lambda _: "/dev/zero",
        "a link to nothing at all": lambda _: "/dev/null",
        "a link to chance": lambda _: "/dev/urandom",
        "a link to standard input": lambda _: "/dev/stdin",
    }
    for name, target in links.items():
        yield Case(name, 2, put=_link(target))
    yield Case("a FIFO", 2, put=lambda folder: os.mkfifo(folder / NAME))
    yield Case("a socket", 2, put=_socket)
    yield Case("a device", 2, paths=("/dev/zero",))
    yield Case("a terminal", 2, paths=("/dev/tty",))
    for path in ("/proc/self/mem", "/proc/self/fd/0"):
        yield Case(f"the file {path}", 2, paths=(path,))
    for path in (
        "/proc/self/environ",
        "/proc/self/cmdline",
        "/proc/self/maps",
        "/proc/self/status",
    ):
        yield Case(f"the file {path}", 1, paths=(path,))
    yield Case("a file as a folder", 2, CLEAN, paths=(f"{NAME}/{NAME}",))
    yield Case("a folder called like a report", 3, put=lambda folder: (folder / NAME).mkdir())


def _folders() -> Iterator[Case]:
    yield Case("a chain of links", 0, CLEAN, put=_chain, paths=("länk30.yaml",), refused=False)
    yield Case("links around", 2, CLEAN, put=_rounds, paths=(".",), refused=False)
    yield Case("links out", 2, CLEAN, put=_out, paths=(".",), refused=False)
    yield Case("a folder that holds itself", 0, CLEAN, put=_itself, paths=(".",), refused=False)
    yield Case("5,000 files of others", 3, put=_many, paths=(".",))
    yield Case("500 folders deep", 0, CLEAN, put=_deep, paths=(".",), refused=False)
    yield Case(
        "100 empty reports",
        files={f"{at}.yaml": b"" for at in range(100)},
        paths=(".",),
        heavy=True,
        refused=False,  # a hundred reports, each with a case for every rule in JUnit
    )
    mixed = {f"{at:02}.yaml": bytes([at]) * 50 for at in range(64)}
    yield Case("bytes in a folder", files=mixed, paths=(".",))


def _exceptions() -> Iterator[Case]:
    exceptions: dict[str, Content] = {
        "nothing": "",
        "a list": "- a\n",
        "a text": "undantag: hej\n",
        "no form": "undantag: [1, [2], {3: 4}]\n",
        "a bomb": "a: &a [x]\nundantag: [*a, *a]\n",
        "depth": f"undantag: {'[' * 5_000}\n",
        "a tag": "undantag: !!python/object:os.system []\n",
        "two documents": "undantag: []\n---\nundantag: []\n",
        "a NUL": "undantag: []\0\n",
        "UTF-16": ENTRY.encode("utf-16"),
        "a report that leads out": ENTRY.replace("rapport.yaml", "../../../etc/passwd"),
        "a report from the root": ENTRY.replace("rapport.yaml", "/etc/passwd"),
        "a rule of nobody": ENTRY.replace("TAB001", "'{0.__class__}'"),
        "a place without a name": ENTRY.replace("avvikelser", "'a[0]'"),
        "a reason that says nothing": ENTRY.replace("Så är det.", '"\\u200b"'),
        "a day that is none": f"{ENTRY}    till: 2026-02-30\n",
        "the same 5,000 times": ENTRY + ENTRY.split("\n", 1)[1] * 5_000,
        "a megabyte and more": "#" * (1024**2 + 1),
        "an unknown key": f"{ENTRY}    pwned: '::pwned::'\n",
    }
    for name, content in exceptions.items():
        yield Case(f"exceptions: {name}", 2, CLEAN, files={"undantag.yaml": content})
    unused = ENTRY.split("\n", 1)[1]
    many = "undantag:\n" + "".join(
        unused.replace("avvikelser", f"avsnitt[namn=nummer {at}]") for at in range(6_000)
    )
    yield Case(
        "exceptions: 6,000 that nobody uses",
        1,
        CLEAN.replace("totalt: 40", "totalt: 41"),
        files={"undantag.yaml": many},
        heavy=True,
        refused=False,
    )
    yield Case(
        "exceptions: a FIFO", 2, CLEAN, put=lambda folder: os.mkfifo(folder / "undantag.yaml")
    )
    yield Case("exceptions: a link out", 2, CLEAN, put=_exceptions_elsewhere)


def _rulesets() -> Iterator[Case]:
    rulesets: dict[str, Content] = {
        "nothing": "",
        "an address": "extends: https://127.0.0.1:9/\n",
        "a file": "extends: file:///etc/passwd\n",
        "a bomb": "a: &a {b: 1}\nrules: {<<: [*a, *a]}\n",
        "depth": f"extends: default\nrules: {'{a: ' * 5_000}\n",
        "a folder that leads out": "extends: default\nrules_folder: ../..\n",
        "a folder from the root": "extends: default\nreports: /etc\n",
        "a script": "extends: default\nscript: rm -rf /\n",
        "a thousand unknown rules": "extends: default\nrules:\n"
        + "".join(f"  '::pwned{at}::': {{off: true}}\n" for at in range(1_000)),
        "Latin-1": "extends: default # åäö\n".encode("latin-1"),
        "a megabyte and more": "#" * (1024**2 + 1),
    }
    for name, content in rulesets.items():
        yield Case(f"ruleset: {name}", 2, CLEAN, files={"kvalitetskoll.yaml": content})
    rules = {
        "no rule": "a: 1\n",
        "a check of Python": RULE.replace("each_has", "builtins.eval"),
        "a format": RULE.replace("har ingen ansvarig.", "{x.__class__}"),
        "a selector without end": RULE.replace("planerade_åtgärder[*]", "**.**.**.**"),
        "a megabyte of selectors": RULE.replace(
            '["planerade_åtgärder[*]"]', f"[{'a.' * 200_000}a]"
        ),
        "a megabyte of placeholders": RULE.replace("har ingen ansvarig.", "{a}" * 200_000),
        "depth": RULE.replace("[ansvarig]", "[" * 5_000),
        "an object": RULE.replace("severity: info", "severity: !!python/name:os.system"),
        "commands": RULE.replace("EGN001\n", "'::pwned::'\n", 1),
    }
    for name, content in rules.items():
        files = {"kvalitetskoll.yaml": HEAD, "regler/a.yaml": content}
        yield Case(f"own rule: {name}", 2, CLEAN, files=files)
    many = {
        f"regler/{at:03}.yaml": RULE.replace("EGN001", f"EGN{at:03}").replace(
            "vår-egen-regel", f"regel-{at}"
        )
        for at in range(501)
    }
    yield Case("501 own rules", 2, CLEAN, files={"kvalitetskoll.yaml": HEAD, **many}, heavy=True)
    del many["regler/500.yaml"]
    files = {"kvalitetskoll.yaml": HEAD, **many}
    yield Case("500 own rules", 0, CLEAN, files=files, heavy=True, refused=False)


def _link(target: Callable[[Path], str]) -> Callable[[Path], None]:
    return lambda folder: (folder / NAME).symlink_to(target(folder))


def _socket(folder: Path) -> None:
    # The name of a socket is short; the folder of a test is not.
    here = os.getcwd()  # noqa: PTH109 - put back below
    os.chdir(folder)
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(NAME)
    os.chdir(here)


def _chain(folder: Path) -> None:
    (folder / "länk0.yaml").symlink_to(NAME)
    for at in range(1, 31):
        (folder / f"länk{at}.yaml").symlink_to(f"länk{at - 1}.yaml")


def _rounds(folder: Path) -> None:
    (folder / "a.yaml").symlink_to("b.yaml")
    (folder / "b.yaml").symlink_to("a.yaml")


def _out(folder: Path) -> None:
    (folder / "lösenord.yaml").symlink_to("/etc/passwd")
    (folder / "upp.yaml").symlink_to("../../..")
    (folder / "ut").symlink_to("/")


def _itself(folder: Path) -> None:
    (folder / "inre").mkdir()
    (folder / "inre/yttre").symlink_to(folder)
    (folder / "här").symlink_to(".")


def _many(folder: Path) -> None:
    for at in range(5_000):
        (folder / f"{at}.txt").touch()


def _deep(folder: Path) -> None:
    (folder / "/".join("d" * 500)).mkdir(parents=True)


def _exceptions_elsewhere(folder: Path) -> None:
    (folder / "undantag.yaml").symlink_to("/etc/passwd")
