"""A report with broken shape: keys gone, renamed or doubled, values of the wrong kind."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, Any, Final

from fuzz.tokens import hostile

if TYPE_CHECKING:
    from collections.abc import Iterator
    from random import Random

WRONG: Final[tuple[Any, ...]] = (
    *(None, True, False, 0, -1, 1899, 2**70, 2.5, 1e300, "", " ", "text", "<5", "ja", "Utkast"),
    *([], {}, [None], [[1]], [{}], {"x": 1}, {"": 1}, [1, "x"], {"antal": 3}, {"2024": 1}),
)
KEYS: Final = (
    *("namn", "antal", "år", "totalt", "x", " ", "2024", "åtgärd", "Namn", "NAMN", "format", "a.b"),
    *(
        "a[0]",
        "*",
        "**",
        "__class__",
        "totalt ",
        "to\u00adtalt",
        "ansvarig ",
        "lex_sarah",
        "period",
    ),
)


def damaged(tree: dict[str, Any], random: Random, times: int) -> dict[str, Any]:
    """The tree with a few things wrong in it; the one that was given is left as it is."""
    tree = deepcopy(tree)
    for _ in range(times):
        here = random.choice(list(_holders(tree)))
        keys = list(here) if isinstance(here, dict) else list(range(len(here)))
        key = random.choice(keys) if keys else None
        wrong = deepcopy(random.choice(WRONG)) if random.random() < 0.8 else hostile(random)
        what = random.choice(("delete", "rename", "swap", "swap", "add", "lift", "double"))
        _do(what, here, key, wrong, random)
    return tree


def _do(what: str, here: Any, key: Any, wrong: Any, random: Random) -> None:
    if what == "add":
        if isinstance(here, dict):
            here[_key(random)] = wrong
        else:
            here.append(wrong)
    elif key is None:
        return
    elif what == "delete":
        del here[key]
    elif what == "rename" and isinstance(here, dict):
        value = here.pop(key)
        here[f"{key}x" if random.random() < 0.4 else _key(random)] = value
    elif what == "lift" and isinstance(here[key], dict | list):
        below = here[key]
        here[key] = next(iter(below.values() if isinstance(below, dict) else below), None)
    elif what == "double":
        here[key] = [here[key], deepcopy(here[key])]
    else:
        here[key] = wrong


def _key(random: Random) -> str:
    return random.choice(KEYS) if random.random() < 0.8 else hostile(random)


def _holders(tree: Any) -> Iterator[Any]:
    waiting = [tree]
    while waiting:
        here = waiting.pop()
        if isinstance(here, dict | list):
            yield here
            waiting += here.values() if isinstance(here, dict) else here
