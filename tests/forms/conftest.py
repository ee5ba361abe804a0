"""What the tests of the forms share: one made-up report with findings of every kind."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from checker.run import run

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.result import Result

REPORT = Path(__file__).parent / "report"
TODAY = date(2026, 11, 22)


@pytest.fixture(scope="session")
def made_up() -> Iterator[Result]:
    """The folder ``report``, judged from inside it, so that its names are the same everywhere."""
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(REPORT)
        yield replace(run(["."], today=TODAY), version="0.0.0")
