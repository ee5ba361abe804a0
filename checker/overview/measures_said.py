"""The measures that a report and the one before it tell, each as it can be found again."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from checker.extract import measure_text
from checker.keyed import area_of
from checker.overview.measures_joined import Said
from checker.overview.page import Place
from checker.overview.reading import place_of, sound
from checker.report import has_content

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from checker.edition import Edition
    from checker.report import Item


def said(items: Iterable[Item]) -> Iterator[Said]:
    """Measures of this year's report, in the order given, those too that cannot be read."""
    for item in items:
        if not has_content(item.value):
            continue
        number, own_id = (sound(partial(item.text, key), "") for key in ("nr", "id"))
        text = sound(partial(measure_text, item), None)
        area = sound(partial(area_of, item), None)
        place = place_of(item.report, item.route)
        readable = text is not None
        yield Said(number, own_id, text or "", area, place, item, readable)


def said_before(previous: Edition | None) -> Iterator[Said]:
    """The measures that the report before planned."""
    if previous is None:
        return
    for plan in previous.measures:
        place = Place(previous.file, plan.place.span.line, plan.place.route)
        yield Said(plan.number, plan.id, plan.text, plan.area, place)
