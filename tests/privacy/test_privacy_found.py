"""A thousand numbers, in every form and place: all found, each once and where it stands."""

from __future__ import annotations

import random
from collections import Counter
from itertools import product
from typing import TYPE_CHECKING

import pytest

from checker.catalog import Catalogue, read_catalogue
from checker.document.reader import read_document
from checker.engine import judge
from checker.finding import Severity
from checker.inputs import Stdin, collect
from checker.resources import folder
from checker.result import Refused

if TYPE_CHECKING:
    from checker.document.model import Document
    from tests.privacy.conftest import Made, Workshop

HEAD = """\
format: kvalitetsrapport/1
status: färdig
rapport:
  kommun: Exempelkommun
  nämnd: Socialnämnden
  period:
    från: 2024-01-01
    till: 2024-12-31
"""
# What stands around a number; what the line before it ends with decides nothing.
PLACES = {
    "value": "inledning:\n  text: @@\n",
    "quoted value": "inledning:\n  text: 'om @@ igen'\n",
    "prose": "inledning:\n  text: Kunden (@@), sade man, fick vänta.\n",
    "literal text": "inledning:\n  text: |\n    Först det ena.\n    Sedan @@.\n",
    "folded text": "inledning:\n  text: >\n    Först det ena,\n    sedan @@.\n",
    "key": "? '@@'\n: 1\n",
    "row of a table": "avvikelser:\n  per_enhet:\n    antal:\n      '@@': 12\n",
    "list item": "lex_sarah:\n  ärenden:\n    - nr: 2024-1\n      händelser:\n        - @@\n",
    "flow list": "avvikelser:\n  per_enhet:\n    antal: {A: ['@@', 2]}\n",
    "comment": "inledning:\n  text: Lugnt.  # gäller @@\n",
    "comment line": "# @@\n",
    "broken yaml": "inledning: [\n  @@\navsnitt: 'aldrig stängt\n",
    "tag and anchor": "inledning: !x &y '@@'\n",
    "unknown part": "något_annat:\n  djupt: {nere: '@@'}\n",
}
# A number that is itself broken: by a line, or by an escape.
BROKEN = {
    "folded at its dash": ("inledning:\n  text: >\n    Kunden @@ väntade.\n", "{b}-\n    {l}"),
    "literal text at its dash": ("inledning:\n  text: |\n    Kunden @@.\n", "{b}-\n    {l}"),
    "literal text at its space": ("inledning:\n  text: |\n    Kunden @@.\n", "{b}\n    {l}"),
    "plain text of two lines": ("inledning:\n  text: Kunden @@.\n", "{b}-\n    {l}"),
    "comment of two lines": ("# gäller @@\n", "{b}-\n# {l}"),
    "escaped figure": ('inledning:\n  text: "@@"\n', "\\x3{first}{others}-{l}"),
    "escaped dash": ('inledning:\n  text: "@@"\n', "{b}\\u2011{l}"),
    "escaped line break": ('inledning:\n  text: "a @@"\n', "{first}\\\n    {others}-{l}"),
    "escaped in a key": ('"@@": 1\n', "{b}\\U0000002D{l}"),
    "unquoted integer": ("avvikelser:\n  totalt: @@\n", "{b}{l}"),
    "unquoted long integer": ("avvikelser:\n  totalt: @@\n", "{c}{b}{l}"),
    "unquoted integer as key": ("avvikelser:\n  @@: 1\n", "{b}{l}"),
    "signed integer": ("avvikelser:\n  totalt: @@\n", "+{b}{l}"),
    "hexadecimal integer": ("avvikelser:\n  totalt: @@\n", "0x"),
}
FILE_NAMES = ("{}.yaml", "rapport_{}.yaml", "lex sarah {}/rapport.yaml", "{}_slutlig.yml")


def catalogue() -> Catalogue:
    return read_catalogue(folder("rules")).only(["PERS001"])


CATALOGUE = catalogue()


def errors(document: Document) -> list[tuple[str, int, int]]:
    report, crashes = judge(document, CATALOGUE)
    assert crashes == ()
    return [
        (one.rule, one.span.line, one.span.column)
        for one in report.findings
        if one.rule.startswith("PERS") and one.severity is Severity.ERROR
    ]


def stands(text: str, number: str) -> tuple[int, int]:
    """Line and column of the first place of a number in a text."""
    at = text.index(number)
    return text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)


def fresh() -> int:
    return random.SystemRandom().randrange(2**32)


@pytest.mark.parametrize("seed", [1, fresh()], ids=["fixed", "fresh"])
def test_a_thousand_numbers_are_found_in_every_form_and_place(
    workshop: Workshop, seed: int
) -> None:
    dice = random.Random(seed)
    ways = list(product(workshop.forms, PLACES))
    found: Counter[str] = Counter()
    missed = []
    for round_ in range(1000):
        form, place = ways[round_ % len(ways)]
        number = workshop.forms[form](workshop.make(dice))
        text = PLACES[place].replace("@@", number)
        text = text + HEAD if round_ % 2 else HEAD + text
        told = errors(read_document(text.encode(), "rapport.yaml"))
        if told == [("PERS001", *stands(text, number))]:
            found[place] += 1
        else:
            missed.append((form, place, told))
    print(f"\n{sum(found.values())} of 1000 numbers in {len(ways)} ways (seed {seed})")  # noqa: T201
    assert missed == [], seed
    assert set(found) == set(PLACES)


@pytest.mark.parametrize("seed", [2, fresh()], ids=["fixed", "fresh"])
@pytest.mark.parametrize("way", BROKEN)
def test_a_number_is_found_though_it_is_broken_or_written_as_something_else(
    workshop: Workshop, way: str, seed: int
) -> None:
    dice = random.Random(seed)
    for _ in range(25):
        made = workshop.make(dice)
        around, written = BROKEN[way]
        number = broken(made, written)
        text = HEAD + around.replace("@@", number)
        line, column = stands(text, number)
        start = column + (1 if way == "signed integer" else 0)
        assert errors(read_document(text.encode(), "r.yaml")) == [("PERS001", line, start)], seed


def broken(made: Made, written: str) -> str:
    if written == "0x":
        return hex(int("19" + made.birth + made.last))
    first, others = made.birth[:1], made.birth[1:]
    return written.format(c=made.century, b=made.birth, l=made.last, first=first, others=others)


@pytest.mark.parametrize("seed", [3, fresh()], ids=["fixed", "fresh"])
def test_a_number_in_the_name_of_a_file_is_found(workshop: Workshop, seed: int) -> None:
    dice = random.Random(seed)
    for form, name in product(workshop.forms, FILE_NAMES):
        named = name.format(workshop.forms[form](workshop.make(dice)))
        (found,) = collect(["-"], Stdin(named, HEAD.encode()))
        assert not isinstance(found, Refused)
        assert errors(found.document()) == [("PERS004", 1, 1)], (form, seed)


def test_a_file_that_is_no_report_is_searched_too(workshop: Workshop) -> None:
    number = workshop.forms["dash"](workshop.make(random.Random(4)))
    for text in (f"- {number}\n", f"{number}\n", f"a: {number}\n", f"format: x/1\na: {number}\n"):
        told = errors(read_document(text.encode(), "r.yaml"))
        assert told == [("PERS001", *stands(text, number))]


def test_one_number_at_many_places_is_one_finding_with_a_count(workshop: Workshop) -> None:
    number = workshop.forms["dash"](workshop.make(random.Random(5)))
    text = HEAD + "".join(f"# {row} {number}\n" for row in range(5))
    report, _ = judge(read_document(text.encode(), "r.yaml"), CATALOGUE)
    (told,) = (one for one in report.findings if one.rule == "PERS001")
    assert (told.span.line, told.places) == (9, 5)
    assert told.message.startswith("Personnummer står på 5 ställen i filen, här det första.")
    assert [one.span.line for one in told.related] == [10, 11, 12, 13]


def test_two_numbers_on_one_line_are_two(workshop: Workshop) -> None:
    dice = random.Random(6)
    first, second = (workshop.forms["dash"](workshop.make(dice)) for _ in range(2))
    text = f"{HEAD}inledning:\n  text: {first} och {second}\n"
    told = errors(read_document(text.encode(), "r.yaml"))
    assert told == [("PERS001", 10, 9), ("PERS001", 10, 9 + len(first) + 5)]


def test_a_finding_names_the_part_that_it_stands_in(workshop: Workshop) -> None:
    number = workshop.forms["dash"](workshop.make(random.Random(7)))
    text = f"{HEAD}synpunkter:\n  analys: |\n    Mycket.\n    Och {number}.\n"
    report, _ = judge(read_document(text.encode(), "r.yaml"), CATALOGUE)
    (told,) = report.findings
    assert (told.crumbs, told.route) == ("synpunkter › analys", ("synpunkter", "analys"))
    assert (told.span.line, told.span.end_column - told.span.column) == (12, len(number))


def test_a_hostile_file_full_of_numbers_has_an_end(workshop: Workshop) -> None:
    number = workshop.forms["dash"](workshop.make(random.Random(8)))
    text = HEAD + f"# {number}\n" * 20_000
    report, _ = judge(read_document(text.encode(), "r.yaml"), CATALOGUE)
    assert [one.places for one in report.findings if one.rule == "PERS001"] == [1000]


def test_whoever_is_born_after_the_period_is_nobody_in_the_report(workshop: Workshop) -> None:
    for day, told in (("241231", [("PERS001", 9, 3)]), ("250101", [])):
        text = f"{HEAD}# 20{day}-{123}{workshop.weigh(day + '123')}\n"
        assert errors(read_document(text.encode(), "r.yaml")) == told
