"""On what a rule depends: fields of an item, content of a part, a reason why there is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.report import NOT_APPLICABLE, UnsoundError, has_content
from checker.shown import shown
from checker.text import normal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from checker.report import Item


def concerns(
    item: Item, when: dict[str, tuple[str, ...]], unless: dict[str, tuple[str, ...]]
) -> bool:
    """Whether the item's fields are as a rule wants them."""
    wanted = all(normal(item.text(name)) in values for name, values in when.items())
    return wanted and not any(normal(item.text(name)) in values for name, values in unless.items())


def is_not_applicable(item: Item) -> bool:
    """Whether the report says that the part is not applicable."""
    value = item.value
    return isinstance(value, dict) and NOT_APPLICABLE in value


def label(item: Item) -> str:
    """What a person calls an item: its number, its name, or else its key."""
    crumbs = item.crumbs.split(" › ")
    return shown(crumbs[-1])


def known(item: Item, dotted: str) -> bool:
    """Whether there is a date at a path.

    Raises:
        UnsoundError: what stands there could not be read.
    """
    place = item.at(dotted)
    place.require()
    return place.route in item.report.values.dates


def comes_before(item: Item, earlier: str, later: str) -> bool:
    """Whether a date comes surely before another, if both stand there and can be read."""
    dates = item.report.values.dates
    one, other = dates.get(item.at(earlier).route), dates.get(item.at(later).route)
    return one is not None and other is not None and other.surely_after(one)


def printed(item: Item, dotted: str) -> str:
    """A date as the author wrote it."""
    return shown(item.text(dotted))


def has_any(item: Item, selectors: tuple[str, ...]) -> bool:
    """Whether any selector finds content; a part that is not applicable is an answer too.

    Raises:
        UnsoundError: none does, but one of them leads to what could not be read.
    """
    unsound: UnsoundError | None = None
    for selector in selectors:
        try:
            if holds_of_any(item.report.select(selector, item.route), _answers):
                return True
            if not set('*["') & set(selector):
                item.at(selector).require()
        except UnsoundError as error:
            unsound = unsound or error
    if unsound:
        raise unsound
    return False


def holds_of_any(places: Iterable[Item], condition: Callable[[Item], bool]) -> bool:
    """Whether something holds of any place, in whatever order they stand.

    Raises:
        UnsoundError: of none that can be read, but one of them cannot.
    """
    unsound: UnsoundError | None = None
    for place in places:
        try:
            place.require()
        except UnsoundError as error:
            unsound = unsound or error
        else:
            if condition(place):
                return True
    if unsound:
        raise unsound
    return False


def _answers(place: Item) -> bool:
    return has_content(place.value) or is_not_applicable(place)
