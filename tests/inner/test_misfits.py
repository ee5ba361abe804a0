"""Each deviation from the shape: its code, its place, its words, and what it makes unusable."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from checker.document.reader import read_document
from checker.schema.shape import read_shape
from tests.inner.conftest import dotted

if TYPE_CHECKING:
    from checker.schema.shape import Shape
    from tests.inner.conftest import Bench
