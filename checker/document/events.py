"""The stream of parser events: from libyaml where it is installed, else from pure Python."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from collections.abc import Iterator

Parser = Literal["c", "pure"]


def c_available() -> bool:
    """Whether libyaml is there; its wheels do not exist for every system."""
    try:
        import _ruamel_yaml  # noqa: F401
    except ImportError:
        return False
    return True


def events(text: str, parser: Parser) -> Iterator[Any]:
    """The events of a text, one by one, so that limits hold while they come.

    Only events: composing and loading recurse, and crash the C library on deep nesting.
    """
    return _from_c(text) if parser == "c" else _from_pure(text)


def _from_c(text: str) -> Iterator[Any]:
    from _ruamel_yaml import CParser

    return iter(CParser(text).get_event, None)


def _from_pure(text: str) -> Iterator[Any]:
    from ruamel.yaml import YAML

    # A new object for each text: it keeps state, also after an error.
    yield from YAML(typ="safe", pure=True).parse(text)
