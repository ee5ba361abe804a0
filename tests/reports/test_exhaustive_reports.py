"""Random small reports, judged by the program and by trying every value: they never differ.

``pytest tests/reports/test_exhaustive_reports.py --cases 30 --log-cli-level INFO`` tries thirty
times as many, and says how many were possible and how many findings the others got.
"""

from __future__ import annotations

import logging
import re
from collections import Counter
from random import Random, SystemRandom
from typing import TYPE_CHECKING, Any

import pytest

from checker.compiled import default_catalogue
from checker.document.reader import read_document
from checker.engine import judge
from tests.reports.every_world import is_hidden, meanings, numbers
from tests.reports.random_report import as_yaml, honest, set_at, with_a_slip

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.result import ReportResult
    from tests.reports.every_world import Path
    from tests.reports.random_report import Data

LOG = logging.getLogger(__name__)
FIXED, FRESH = 300, 20  # reports with known seeds, and with new ones each run
CUT_OFF = "AND002"
HIDDEN = {"SEK001": "known", "SEK002": "known", "SEK003": "nearly"}
LABELS = ("går att räkna ut", "har bara")  # of the places that are put together in one finding
MEND = re.compile(r"från (?P<stated>\S+(?: \S+)?) till (?P<right>\d+)\.")


def consistency_rules() -> tuple[str, ...]:
    rules = [bound.rule for bound in default_catalogue().bound]
    wrong = (
        rule.id
        for rule in rules
        if rule.basis == "consistency" and rule.severity == "error"
        if re.fullmatch(r"TAB0..|AND0..|JMF0..", rule.id)
    )
    return (*wrong, CUT_OFF)


CONSISTENCY = consistency_rules()
CATALOGUE = default_catalogue().only((*CONSISTENCY, *HIDDEN))


def drawn(seed: int) -> Data:
    """Half of the reports are true ones; in the other half one number is changed."""
    random = Random(seed)
    report = honest(random)
    return with_a_slip(report, random) if seed % 2 else report


def judged(report: Data) -> ReportResult:
    result, crashes = judge(read_document(as_yaml(report).encode(), "rapport.yaml"), CATALOGUE)
    assert crashes == ()
    assert {one.rule for one in result.findings} <= {*CONSISTENCY, *HIDDEN}
    return result


def contradictions(result: ReportResult) -> int:
    return sum(one.places for one in result.findings if one.rule in CONSISTENCY)


def given_away(result: ReportResult) -> dict[Path, str]:
    """The hidden figures that the program says are known, or nearly."""
    found: dict[Path, str] = {}
    for one in result.findings:
        if how := HIDDEN.get(one.rule):
            found[one.route] = how
            found |= {near.route: how for near in one.related if near.message.startswith(LABELS)}
    return found


def known(report: Data, values: dict[Path, set[int]]) -> dict[Path, str]:
    """The hidden figures of which a reader knows one value only, or two of more."""
    found: dict[Path, str] = {}
    for path, left in values.items():
        if len(left) == 1:
            found[path] = "known"
        elif len(left) == 2 and printed(report, path) > 2:
            found[path] = "nearly"
    return found


def printed(report: Data, path: Path) -> int:
    """How many values a hidden figure prints."""
    node: Any = report
    zeros = False
    for step in path:
        zeros = zeros or (isinstance(node, dict) and node.get("nollor_döljs") == "ja")
        node = node[step]
    text = str(node).partition(" av ")[0]
    assert is_hidden(text)
    return len(numbers(text, zeros=zeros))


def mended(report: Data, result: ReportResult) -> Iterator[Data]:
    """The report as a lone finding about linked figures says that it could be."""
    for one in result.findings:
        found = MEND.search(one.message) if one.rule == "TAB019" else None
        if found and contradictions(result) == 1:
            node: Any = report
            for step in one.route:
                node = node[step]
            stated, right = found.group("stated", "right")
            assert str(node).partition(" av ")[0] == stated
            text = str(node).replace(stated, right, 1)
            yield set_at(report, one.route, int(text) if text.isdigit() else text)


def disagreement(report: Data, seen: Counter[str]) -> str:
    """What the program and the search say differently of a report; empty when nothing."""
    values, result = meanings(report), judged(report)
    found = contradictions(result)
    if values is None:
        seen["impossible"] += 1
        seen[f"told in {found}"] += 1
        for mend in mended(report, result):
            seen["mends"] += 1
            if meanings(mend) is None:
                return "the mend leaves it impossible"
        return "" if found else "it is impossible, and nothing is found"
    seen["possible"] += 1
    if found:
        return "it is possible, but something is found"
    expected, told = known(report, values), given_away(result)
    seen["known"] += len(expected)
    return "" if told == expected else f"a reader knows {expected}, the program tells {told}"


@pytest.fixture
def seeds(request: pytest.FixtureRequest) -> list[int]:
    times = int(request.config.getoption("--cases"))
    fresh = SystemRandom().randrange(10**6, 10**9)
    return [*range(FIXED * times), *range(fresh, fresh + FRESH * times)]


def test_the_program_and_exhaustive_search_agree_about_every_small_report(
    seeds: list[int],
) -> None:
    seen: Counter[str] = Counter()
    for seed in seeds:
        report = drawn(seed)
        differs = disagreement(report, seen)
        assert not differs, f"seed {seed}: {differs}\n{as_yaml(report)}"
    LOG.info("%s", dict(seen))
    assert min(seen[one] for one in ("possible", "impossible", "mends", "known")) > 0


@pytest.mark.parametrize("seed", range(0, 200, 2))
def test_a_true_report_is_possible_to_the_search_itself(seed: int) -> None:
    assert meanings(honest(Random(seed))) is not None
