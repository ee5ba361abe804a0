"""Personal identity numbers made while a test runs, so that none stands in a file."""

from __future__ import annotations

import pytest

from fuzz.numbers import FORMS, Made, make, weigh

__all__ = ["Made", "Workshop"]


class Workshop:
    """Makes numbers and writes them."""

    forms = FORMS
    make = staticmethod(make)
    weigh = staticmethod(weigh)


@pytest.fixture(scope="session")
def workshop() -> Workshop:
    return Workshop()
