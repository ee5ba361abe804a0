"""Cases of every kind, made one after the other; what told something new is made from again."""

from __future__ import annotations

import re
from collections import deque
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from fuzz import settings
from fuzz.cases import REPORT, Case, of_report, planted
from fuzz.damage import damaged
from fuzz.noise import mutated, noise
from fuzz.reports import heading, report, whole_report
from fuzz.tokens import hostile
from fuzz.writing import PLAIN, any_style, hostile_style, written

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from random import Random

SHIPPED: Final = Path(__file__).resolve().parent.parent / "reports_yaml"
POOL: Final = 3_000
"""Inputs that are kept to be changed further; the oldest give way."""
LARGEST_KEPT: Final = 12_000
"""Bytes: large inputs take most of the time and find little that small ones do not."""
OPTIONS: Final = (
    *("--final", "--ascii", "--debug", "--fail-on=never", "--fail-on=info", "--color=always", "-x"),
    *(
        "--today=2026-11-22",
        "--today=2026-13-01",
        "--only=LEX003",
        "--format=json",
        "--format=text",
    ),
    *("--format=github", "--format=html", "--timeout=9", "--timeout=0", "--changed-since=HEAD"),
    *("--rule-pages=https://a.example/x", "--rule-pages=javascript:x", "--output=sarif=ut.sarif"),
    *("--output=json=ut.json", "--output=x", "--previous=.", "--ruleset=kvalitetskoll.yaml", "--"),
)
EARLIER: Final = {"från": "2024-01-01", "till": "2024-12-31"}
HEADER: Final = (
    "format: kvalitetsrapport/1\nrapport:\n  kommun: Exempelkommun\n  nämnd: Socialnämnden\n"
    "  period:\n    från: 2025-01-01\n    till: 2025-12-31\n"
).encode()


class Maker:
    """Makes cases."""

    def __init__(self, random: Random) -> None:
        """Starts from pieces of the shipped reports."""
        self.random = random
        self.whole = [file.read_bytes() for file in sorted(SHIPPED.glob("*-20*.yaml"))]
        self.seeds = [HEADER + part for whole in self.whole for part in _parts(whole)]
        self.pool: deque[bytes] = deque(maxlen=POOL)

    def case(self) -> Case:
        """One more."""
        random = self.random
        (make,) = random.choices(_MAKERS, _WEIGHTS)
        case = make(self)
        if random.random() < 0.25:
            case = planted(case, random)
        if random.random() < 0.05 and not case.in_folder:
            case = replace(case, only=(random.choice(settings.shipped())["id"],))
        return replace(case, final=random.random() < 0.3)

    def keep(self, case: Case) -> None:
        """Takes an input that told something new among those that are changed further."""
        if case.size <= LARGEST_KEPT:
            self.pool.extend(content for name, content in case.files if name.endswith(REPORT))

    def sound(self) -> Case:
        """A report that follows the format."""
        tree = report(self.random)
        return of_report(written(tree, self.random, any_style(self.random)), "sound")

    def broken(self) -> Case:
        """One whose shape does not."""
        tree = damaged(report(self.random), self.random, self.random.randint(1, 4))
        return of_report(written(tree, self.random, PLAIN), "broken")

    def hostile(self) -> Case:
        """One with YAML's traps, in a file with a name as bad."""
        tree = report(self.random)
        content = written(tree, self.random, hostile_style(self.random))
        name = f"{hostile(self.random)}{REPORT}" if self.random.random() < 0.3 else REPORT
        return of_report(content, "hostile", name)

    def mutated(self) -> Case:
        """A real report, or one that told something new, with a few changes."""
        from_pool = self.pool and self.random.random() < 0.6
        seed = self.random.choice(self.pool if from_pool else self.seeds)
        times = self.random.choice((1, 1, 2, 3, 8))
        return of_report(mutated(seed, self.random, self.seeds, times), "mutated")

    def noise(self) -> Case:
        """Bytes as nobody wrote them."""
        content = noise(self.random)
        return of_report(HEADER + content if self.random.random() < 0.5 else content, "noise")

    def large(self) -> Case:
        """A report with everything."""
        if self.random.random() < 0.5:
            return of_report(written(whole_report(self.random), self.random), "large")
        seed = self.random.choice(self.whole)
        return of_report(mutated(seed, self.random, self.seeds, 2), "large")

    def folder(self) -> Case:
        """Reports beside each other, with rules and exceptions of a municipality."""
        random = self.random
        tree = report(random)
        tree["rapport"] = heading(random)
        trees = [tree, *self._beside(tree)]
        names = [f"{letter}-{REPORT}" for letter in "abc"[: len(trees)]]
        contents = (written(one, random, any_style(random)) for one in trees)
        files = list(zip(names, contents, strict=True))
        if random.random() < 0.6:
            files.append(("undantag.yaml", self._settings(settings.exceptions(random, names))))
        if random.random() < 0.6:
            files.append(("kvalitetskoll.yaml", self._settings(settings.ruleset(random))))
            for number in range(random.choice((0, 1, 1, 3))):
                rule = self._settings(settings.own_rule(random, number))
                files.append((f"egna/EGN{number:03}.yaml", rule))
        return Case("folder", tuple(files), in_folder=True)

    def _beside(self, tree: dict[str, Any]) -> Iterator[dict[str, Any]]:
        """The report of the year before, much like this one, and sometimes one of the same year."""
        random = self.random
        if random.random() < 0.7:
            before = damaged(tree, random, random.choice((0, 1, 3)))
            before["rapport"] = {**tree["rapport"], "period": EARLIER}
            yield before
        if random.random() < 0.3:
            yield damaged(tree, random, 2)

    def command(self) -> Case:
        """A command line, with words that are wrong or worse."""
        random = self.random
        files = self.folder().files
        names = [name for name, _ in files]
        some = [
            random.choice((*OPTIONS, *names, hostile(random))) for _ in range(random.randint(0, 3))
        ]
        match random.choice(("check", "check", "matrix", "explain", "rules", "else")):
            case "check" | "matrix" as command:
                words = [command, random.choice((".", ".", names[0])), *some]
            case "explain":
                words = ["explain", random.choice(settings.shipped())["id"], names[0], *some[:1]]
            case "rules":
                words = ["rules", *random.choice(((), ("--test", "egna"), ("--format", "json")))]
            case _:
                words = some
        safe = tuple(word.replace("\0", "") for word in words)  # no system passes it on
        return Case("command", files, in_folder=True, words=safe)

    def _settings(self, tree: dict[str, object]) -> bytes:
        """A file of settings: mostly as meant, else broken or with traps."""
        random = self.random
        chance = random.random()
        if chance < 0.1:
            tree = damaged(tree, random, 1)
        content = written(tree, random, hostile_style(random) if chance > 0.95 else PLAIN)
        return mutated(content, random, self.seeds, 1) if 0.85 < chance < 0.95 else content


def _parts(whole: bytes) -> list[bytes]:
    """The parts of a report, each by itself; of a long one its first thousands of bytes."""
    parts = re.split(rb"\n(?=\S)", whole)
    return [part[:4_000] + b"\n" for part in parts if b":" in part]


_TABLE: Final[tuple[tuple[Callable[[Maker], Case], float], ...]] = (
    (Maker.sound, 18),
    (Maker.broken, 16),
    (Maker.hostile, 18),
    (Maker.mutated, 30),
    (Maker.noise, 14),
    (Maker.large, 0.3),
    (Maker.folder, 6),
    (Maker.command, 1),
)
_MAKERS: Final = [make for make, _ in _TABLE]
_WEIGHTS: Final = [weight for _, weight in _TABLE]
