"""A rule file read: from a document to a rule, or to a Swedish sentence with its line."""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass
from functools import cache
from types import UnionType
from typing import TYPE_CHECKING, Any, get_args, get_origin, get_type_hints

from checker.guard import first_number
from checker.rule import Rule
from checker.shown import shown
from checker.text import listed, nearest
from checker.unfit import UnfitError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pydantic import TypeAdapter, ValidationError
    from pydantic_core import ErrorDetails

    from checker.document.model import Document, Route

NO_NUMBERS = "här står ett personnummer. Ta bort det; i ett exempel skriver du {personnummer}."
_WORDS = {
    "missing": "nyckeln {key} saknas",
    "extra_forbidden": "nyckeln {key} är okänd",
    "unexpected_keyword_argument": "nyckeln {key} är okänd",
    "string_type": "{key} ska vara en text",
    "int_type": "{key} ska vara ett heltal",
    "bool_type": "{key} ska vara true eller false",
    "tuple_type": "{key} ska vara en lista",
    "list_type": "{key} ska vara en lista",
    "dict_type": "{key} ska vara en uppställning med nycklar",
    "dataclass_type": "{key} ska vara en uppställning med nycklar",
    "enum": "{key} ska vara {values}",
    "literal_error": "{key} ska vara {values}",
}
_UNKNOWN = frozenset({"extra_forbidden", "unexpected_keyword_argument"})


class RuleFileError(Exception):
    """A rule file, or another file of ours, that does not load.

    Attributes:
        file: its name.
        line: where, from 1.
        sentence: what is wrong, in Swedish.
    """

    def __init__(self, file: str, line: int, sentence: str) -> None:
        """Keeps the place and the sentence."""
        super().__init__(f"{shown(file, 120)}:{line}: {sentence}")
        self.file, self.line, self.sentence = file, line, sentence


def read_rule(document: Document, titles: Mapping[str, str] | None = None) -> Rule:
    """A rule from its file.

    Args:
        document: the file.
        titles: what each fault of reading is called, by code, where the rules are known already.

    Raises:
        RuleFileError: the file is no YAML, or no rule.
    """
    require_readable(document, titles)
    data: dict[str, Any] = dict(document.data or {})
    if "parameters" in data:  # our own word for what the file calls with
        place = document.place(("parameters",))
        raise RuleFileError(
            document.name, place.line, "nyckeln parameters är okänd, menade du with?"
        )
    if "with" in data:
        data["parameters"] = _with_list(data.pop("with"))
    rule: Rule = validated(Rule, data, document)
    return rule


def require_readable(document: Document, titles: Mapping[str, str] | None = None) -> None:
    """Stops at the first fault of a file of ours.

    Args:
        document: the file.
        titles: what a fault is called, by code, where the rules are known already.

    Raises:
        RuleFileError: the file is no YAML, or holds a personal identity number: what stands in it
            is shown to people.
    """
    for fault in document.faults:
        title = (titles or {}).get(fault.code)
        told = f": {title[:1].lower()}{title[1:]}." if title else f" ({fault.code})."
        raise RuleFileError(document.name, fault.span.line, f"filen går inte att läsa{told}")
    number = first_number(document)
    if number is not None:
        raise RuleFileError(document.name, number.line, NO_NUMBERS)


def _with_list(parameters: Any) -> Any:
    """A single selector may stand without its list."""
    if isinstance(parameters, dict) and isinstance(parameters.get("items"), str):
        return {**parameters, "items": [parameters["items"]]}
    return parameters


def validated(kind: type, data: object, document: Document, below: Route = ()) -> Any:
    """Data as an instance of a dataclass, checked by pydantic.

    Raises:
        RuleFileError: with the place of the first thing that does not fit.
    """
    from pydantic import ValidationError

    try:
        # By way of JSON a list may become a tuple, and yet no text becomes a number.
        return _adapter(kind).validate_json(json.dumps(data), strict=True)
    except ValidationError as error:
        raise _told(error, kind, document, below) from error


@cache
def _adapter(kind: type) -> TypeAdapter[Any]:
    from pydantic import TypeAdapter

    return TypeAdapter(kind)


def _told(error: ValidationError, kind: type, document: Document, below: Route) -> RuleFileError:
    # The input may be anything: it is never repeated, only the key that holds it.
    errors = error.errors(include_input=False, include_url=False, include_context=False)
    first = _misspelt(errors, kind) or errors[0]
    unfit = _unfit(error)
    if unfit:
        line = document.place((*below, *errors[0]["loc"], unfit.key)).line
        return RuleFileError(document.name, line, f"{unfit.sentence}.")
    written = {"parameters": "with"} if kind is Rule else {}
    place = tuple(written.get(str(step), step) for step in first["loc"])
    named = (*below, *place)
    key = str(next((step for step in reversed(named) if isinstance(step, str)), "filen"))
    words = _WORDS.get(first["type"], "{key} har fel form")
    values = listed(_values(kind, first["loc"]), "eller") if "{values}" in words else ""
    lead = "varje post i " if first["type"] == "dataclass_type" and key != named[-1] else ""
    words = lead + words.format(key=shown(key), values=values)
    if first["type"] in _UNKNOWN:
        near = nearest(key, _choices(kind, place))
        words += f", menade du {near}" if near else ""
    line = document.place((*below, *place)).line
    return RuleFileError(document.name, line, words + ("?" if "menade du" in words else "."))


def _unfit(error: ValidationError) -> UnfitError | None:
    """What a check itself has against its parameters."""
    first = error.errors(include_input=False, include_url=False)[0]
    cause = first.get("ctx", {}).get("error")
    return cause if isinstance(cause, UnfitError) else None


def _misspelt(errors: Sequence[ErrorDetails], kind: type) -> ErrorDetails | None:
    """The key that stands there instead of the missing one: that is where the writer looks."""
    missing = errors[0]["loc"]
    for one in errors if errors[0]["type"] == "missing" else ():
        near = one["type"] in _UNKNOWN and nearest(str(one["loc"][-1]), _choices(kind, one["loc"]))
        if near and (*one["loc"][:-1], near) == missing:
            return one
    return None


def _choices(kind: Any, place: Route) -> list[str]:
    """The keys that may stand beside the wrong one."""
    kind = _kind_at(kind, place[:-1])
    names = [one.name for one in fields(kind)] if is_dataclass(kind) else []
    return ["with" if name == "parameters" and kind is Rule else name for name in names]


def _values(kind: Any, place: Route) -> list[str]:
    """The values that a key may have, where there are but a few."""
    kind = _kind_at(kind, place)
    if get_origin(kind) is UnionType:
        kind = get_args(kind)[0]  # the other is None
    return [str(one) for one in get_args(kind) or kind]


def _kind_at(kind: Any, place: Route) -> Any:
    """The type of what stands at a place in an instance."""
    for step in place:
        if isinstance(step, str) and is_dataclass(kind):
            kind = get_type_hints(kind).get(step)
        elif get_args(kind):  # an item of a list, or an entry under a name of its own
            kind = get_args(kind)[1 if get_origin(kind) is dict else 0]
    return kind
