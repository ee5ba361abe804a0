"""Options and settings of the whole suite."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from hypothesis import HealthCheck, Phase, settings

if TYPE_CHECKING:
    import pytest

settings.register_profile(
    "steady", deadline=None, suppress_health_check=[HealthCheck.too_slow], print_blob=True
)
# Mutation testing wants to know whether a case fails, not which is the smallest.
settings.register_profile(
    "mutation",
    settings.get_profile("steady"),
    derandomize=True,
    database=None,
    phases=(Phase.explicit, Phase.generate),
)
settings.load_profile("steady")
os.environ.pop("NO_COLOR", None)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden", action="store_true", help="write the golden files instead of comparing"
    )
    parser.addoption(
        "--cases",
        type=int,
        default=1,
        metavar="N",
        help="try N times as many random tables against trying every value",
    )
