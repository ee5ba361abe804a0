"""What YAML accepts in silence although the author meant something else."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from checker.document.model import Span
from checker.document.reader import read_document

if TYPE_CHECKING:
    from tests.document.conftest import Found, Read

BOTH = pytest.mark.parametrize("parser", ["c", "pure"])


@BOTH
@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("antal: >5\nb: 1\n", [("block-header", 1, 8)]),
        ("antal: >5", [("block-header", 1, 8)]),
        ("antal: >-5 # c\n\nb: 1\n", [("block-header", 1, 8)]),
        ("a:\n  - >5\n  - |2\n", [("block-header", 2, 5), ("block-header", 3, 5)]),
        ("antal: >\nb: 1\n", []),
        ("antal: >2\n   x\n", []),
        ("antal: <5\n", []),
        # the number sign
        ("text: se punkt #4\n", [("comment-cut", 1, 16)]),
        ("text: se punkt   #4 # c\n", [("comment-cut", 1, 18)]),
        ("text: #4\n", [("comment-cut", 1, 7)]),
        ("a:\n  - #4\n  - b #c\n", [("comment-cut", 2, 5), ("comment-cut", 3, 7)]),
        ("text: ett\n  två #tre\n", [("comment-cut", 2, 7)]),
        ("text: #vård\n\nb: 1\n", [("comment-cut", 1, 7)]),
        ("a: [b, c #d\n  ]\n", [("comment-cut", 1, 10)]),
        ("text: se punkt # 4\n", []),
        ("text: se punkt #\n", []),
        ("text: x ####\n", []),
        ("text: x #-----\n", []),
        ("text: C#-kod a#b\n", []),
        ("text: x # se #4\n", []),
        ('text: "x" #4\n', []),
        ("text: |\n  se punkt #4\n", []),
        ("a: #4\n  b: 1\n", []),
        ("#4\na: 1\n", []),
        # comments in a text
        ("a: |\n  x\n  # y\n", [("comment-in-text", 3, 3)]),
        (
            "a: >\n  # x\n\n    # y  \nb: 1\n",
            [("comment-in-text", 2, 3), ("comment-in-text", 4, 5)],
        ),
        ("a: |\n  x\n# y\n", []),
        ("a: |\n  x # y\n  #4\n  #\n", []),
        # braces
        ("a: {procent: 39,5}\n", [("flow-key-without-value", 1, 17)]),
        ("a: {Post, inkommen handling: 22}\n", [("flow-key-without-value", 1, 5)]),
        ("a: {b, c, d}\n", [("flow-key-without-value", 1, 5)]),
        ("a: {b: 1,\n  c\n  }\n", [("flow-key-without-value", 2, 3)]),
        ("a: {b: {c: 1,5}}\n", [("flow-key-without-value", 1, 14)]),
        ("a: {b.c}\n", [("brace-first", 1, 5)]),
        ("a:\n  - {b}\n", [("brace-first", 2, 6)]),
        ("a: {b: , c: ~, d : }\n", []),
        ("a: {}\n", []),
        ('{"a": 1, "b": null}\n', []),
        # brackets
        ("a: [Brist i jourhem, hög alkoholkonsumtion]\n", [("flow-comma-text", 1, 4)]),
        ("a: [Brist, hög\n  konsumtion]\n", [("flow-comma-text", 1, 4)]),
        ("a:\n  - [Brist i jourhem, 5]\n", [("flow-comma-text", 2, 5)]),
        ("a: [Brist i jourhem]\n", []),
        ("a: [SoL, LSS]\n", []),
        ('a: ["Brist i jourhem", "hög konsumtion"]\n', []),
        ("a: [12, <5, 10-19, 10–19, ca 120, 1 234, .., –, ≥10, < 5, 12 %, 39.5]\n", []),
        ("a: [drygt 7 %, knappt 1 200, nära 5, 10 - 19]\n", []),
        ("kolumner: [Första halvåret, Andra halvåret]\n", []),
        ("omfattar:\n  utförare: [egen regi, privat utförare, myndighetsutövning]\n", []),
        ("a:\n  varav: [Mer än en gång, Beröm]\n  år: [2023 jan, 2024]\n", []),
        # lines that became text
        ("a:\n  nyckel:värde\n", [("colon-without-space", 2, 9)]),
        ("a: x\n  nyckel:värde\n", [("colon-without-space", 2, 9)]),
        ("a:\n  - x\n    b:2\n", [("colon-without-space", 3, 6)]),
        ("a:\n  -x\n  -y\n", [("dash-without-space", 2, 3), ("dash-without-space", 3, 3)]),
        ("a:\n  - x\n   - y\n", [("indentation", 3, 4)]),
        ("a: x\n  - y\n", [("indentation", 2, 3)]),
        ("a: nyckel:värde\nb:\n  - c:d\n", []),
        ("a:\n  IVO:s beslut\n", []),
        ("a:\n  https://ivo.se\n", []),
        ("a:\n  HVB:et\n  12:30 och 5:2\n  SOSFS 2011:9\n", []),
        ("a:\n  -3\n", []),
        ("a:\n  text\n  --- och så\n", []),
        ("a: |\n  b:2\n  -x\n", []),
        ("a: [b\n  - c]\n", []),
        ("a: 'x\n  b:2'\n", []),
    ],
)
def test_a_trap_is_found_and_what_is_none_is_left(
    found: Found, parser: str, text: str, places: Any
) -> None:
    assert found(text, parser) == places


@pytest.mark.parametrize(
    ("text", "route"),
    [
        ("a:\n  b: >5\n", ("a", "b")),
        ("a: {procent: 39,5}\n", ("a",)),
        ("a: [ett två, tre fyra]\n", ("a",)),
        ("a: #4\n", ("a",)),
        ("a: se #4\n", None),
        ("a: |\n  # x\n", None),
        ("a:\n  b:c\n", ("a",)),
        ("a:\n  -x\n", ("a",)),
        ("a:\n  - x\n   - y\n", ("a", 0)),
    ],
)
def test_a_trap_names_what_it_spoils_and_lets_the_rest_be_judged(
    read: Read, text: str, route: Any
) -> None:
    document = read(text)
    assert [fault.route for fault in document.faults] == [route]
    assert document.readable


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("antal: >5 # c\nb: 1\n", (1, 8, 1, 10)),
        ("text: se punkt   #4 # c  \n", (1, 18, 1, 24)),
        ("text: ett\n  två #tre\n", (2, 7, 2, 11)),
        ("a: |\n  x\n   # y \n", (3, 4, 3, 7)),
        ("a: {procent: 39,5 }\n", (1, 17, 1, 18)),
        ("a: {b.c}\n", (1, 5, 1, 8)),
        ("a: [Brist, hög\n  konsumtion]\n", (1, 4, 2, 14)),
        ("a:\n  nyckel:värde\n", (2, 9, 2, 10)),
        ("a:\n  -x\n", (2, 3, 2, 4)),
        ("a:\n  - x\n   - y\n", (3, 4, 3, 7)),
    ],
)
def test_a_trap_covers_what_was_not_meant_and_no_more(read: Read, text: str, place: Any) -> None:
    assert [fault.span for fault in read(text).faults] == [Span(*place)]


def test_traps_are_not_looked_for_in_what_is_dropped(found: Found) -> None:
    assert found("a: 1\na: {b: 39,5}\nc: &x\n  d: >5\n") == [
        ("duplicate-key", 2, 1),
        ("anchor", 3, 4),
    ]


def test_files_of_our_own_can_be_read_without_traps() -> None:
    text = "unless: {bedömning: [inget missförhållande, utredning pågår]}\n".encode()
    assert len(read_document(text, "regel.yaml").faults) == 1
    assert read_document(text, "regel.yaml", traps=False).faults == ()
