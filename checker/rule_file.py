"""A rule file read: from a document to a rule, or to a Swedish sentence with its line."""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING, Any

from checker.guard import first_number
from checker.rule import Example, Examples, Rule
from checker.shown import shown
from checker.text import nearest

if TYPE_CHECKING:
    from collections.abc import Iterable

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
    "enum": "{key} är inget av de tillåtna värdena",
    "literal_error": "{key} är inget av de tillåtna värdena",
}


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


def read_rule(document: Document) -> Rule:
    """A rule from its file.

    Raises:
        RuleFileError: the file is no YAML, or no rule.
    """
    require_readable(document)
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


def require_readable(document: Document) -> None:
    """Stops at the first fault of a file of ours.

    Raises:
        RuleFileError: the file is no YAML, or holds a personal identity number: what stands in it
            is shown to people.
    """
    for fault in document.faults:
        sentence = f"filen går inte att läsa ({fault.code})."
        raise RuleFileError(document.name, fault.span.line, sentence)
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
    first: ErrorDetails = error.errors(
        include_input=False, include_url=False, include_context=False
    )[0]
    place = tuple("with" if step == "parameters" else step for step in first["loc"])
    named = (*below, *place)
    key = str(next((step for step in reversed(named) if isinstance(step, str)), "filen"))
    words = _WORDS.get(first["type"], "{key} har fel form").format(key=shown(key))
    if first["type"] in {"extra_forbidden", "unexpected_keyword_argument"}:
        near = nearest(key, _choices(kind, place))
        words += f", menade du {near}" if near else ""
    line = document.place((*below, *place)).line
    return RuleFileError(document.name, line, words + ("?" if "menade du" in words else "."))


def _choices(kind: type, place: Route) -> Iterable[str]:
    """The keys that may stand beside the wrong one."""
    if kind is Rule and place[:1] == ("examples",):
        kind = Examples if len(place) == 2 else Example  # noqa: PLR2004 - examples, good
    names = getattr(kind, "__dataclass_fields__", ())
    return ["with" if name == "parameters" else name for name in names]
