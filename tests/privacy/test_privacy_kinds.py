"""How sure it is that figures are a number: by their check digit, what parts them, what follows."""

from __future__ import annotations

import pytest

from checker.privacy import mask
from checker.privacy.masking import HIDDEN as HIDDEN_AS
from checker.privacy.numbers import Kind, check_digit, find_numbers

NUMBER, LIKE, HIDDEN, ELSE = Kind.NUMBER, Kind.LIKE, Kind.HIDDEN, Kind.ELSE
BORN, MOBILE = "64" + "0823", "07" + "0101"
RIGHT = f"323{check_digit(BORN + '323')}"
WRONG = f"323{(check_digit(BORN + '323') + 1) % 10}"
NOUGHTS = f"000{check_digit(BORN + '000')}"
EARLY = "20" + "0412"
EARLY_RIGHT = f"341{check_digit(EARLY + '341')}"
EARLY_WRONG = f"341{(check_digit(EARLY + '341') + 1) % 10}"
AT_20 = f"201{check_digit(BORN + '201')}"
MISDIALLED = f"123{(check_digit(MOBILE + '123') + 1) % 10}"
DATE = f"19{BORN[:2]}-{BORN[2:4]}-{BORN[4:]}"


def kinds(text: str) -> list[Kind]:
    return [one.kind for one in find_numbers(text)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (f"{BORN}-{RIGHT}", NUMBER),
        (f"{BORN}-{NOUGHTS}", LIKE),
        (f"{BORN}-{WRONG}", LIKE),
        (f"{BORN}{WRONG}", LIKE),
        (f"19{BORN}{WRONG}", LIKE),
        (f"{DATE}-{RIGHT}", NUMBER),
        (f"{DATE}-{WRONG}", LIKE),
        (f"{DATE.replace('-', '/')}-{RIGHT}", NUMBER),
        (f"{DATE.replace('-', '/')}-{WRONG}", ELSE),
        (f"{BORN}-XXXX", HIDDEN),
        (f"{BORN}-32**", HIDDEN),
        # a space
        (f"{BORN} {RIGHT}", NUMBER),
        (f"{BORN} {WRONG}", ELSE),
        (f"{DATE} {RIGHT}", LIKE),
        (f"{DATE} {WRONG}", ELSE),
        (f"{DATE} {AT_20}", ELSE),
        (f"{DATE} - {RIGHT}", LIKE),
        (f"{DATE}- {RIGHT}", NUMBER),
        (f"{BORN} {RIGHT} 12", LIKE),
        (f"{BORN} {AT_20} 12", ELSE),
        (f"{BORN}-{RIGHT} 12", NUMBER),
        (f"{BORN} - {RIGHT}", NUMBER),
        # a sign that is seldom written there
        (f"{BORN}.{RIGHT}", LIKE),
        (f"{BORN}/{RIGHT}", LIKE),
        (f"{BORN}/{WRONG}", ELSE),
        (f"{BORN}+{RIGHT}", NUMBER),
        (f"{BORN}_{RIGHT}", NUMBER),
        # part of something longer
        (f"{BORN}-{WRONG} x", LIKE),
        (f"x {BORN}-{WRONG}", LIKE),
        (f"x{BORN}-{WRONG}", ELSE),
        (f"-{BORN}-{WRONG}", ELSE),
        (f"2.{BORN}-{WRONG}", ELSE),
        (f"/{BORN}-{WRONG}", ELSE),
        (f"_{BORN}-{WRONG}", ELSE),
        (f"({BORN}-{WRONG})", LIKE),
        (f"{BORN}-{WRONG}a", ELSE),
        (f"{BORN}-{WRONG}a 1", ELSE),
        (f"{BORN}-{WRONG}.", LIKE),
        (f"x{BORN}-{RIGHT}", NUMBER),
        # in bold, where the first two figures could be a century and the stars be blots
        (f"**{EARLY}{EARLY_RIGHT}**", NUMBER),
        (f"**{EARLY}{EARLY_WRONG}**", LIKE),
        (f"**{BORN}{RIGHT}**", NUMBER),
        (f"**19{BORN}{RIGHT}**", NUMBER),
        (f"**19{EARLY}****", HIDDEN),
        (f"**{EARLY}12****", HIDDEN),
        (f"19{EARLY}32**", HIDDEN),
        # a mobile number
        (f"{MOBILE}{MISDIALLED}", ELSE),
        (f"{MOBILE}-{MISDIALLED}", LIKE),
        (f"20{MOBILE}{MISDIALLED}", LIKE),
        # a range of dates
        ("20230101" + "-1231", ELSE),
        ("20230101" + "-0131", LIKE),
        ("20230901" + "-0831", ELSE),
        ("20230901" + "-0830", LIKE),
        ("20230201" + "-0228", LIKE),
        ("20231201" + "-0229", ELSE),  # of the year after
        ("20230101" + "-1331", LIKE),
        ("20230101" + "-0031", LIKE),
        ("230101" + "-1231", NUMBER),
        ("20230102" + "-1231", LIKE),
        ("20230101" + "+1231", NUMBER),
    ],
)
def test_how_sure_it_is(text: str, kind: Kind) -> None:
    assert kinds(text) == [kind]


@pytest.mark.parametrize("century", ["18", "19", "20"])
@pytest.mark.parametrize("around", ["**", "_", "#", "x", "??"])
@pytest.mark.parametrize("rest", ["0412", "1231", "0101"])
def test_ten_figures_are_masked_whatever_they_begin_with_and_whatever_follows(
    century: str, around: str, rest: str
) -> None:
    assert mask(f"a {century}{rest}3412{around}") == f"a {HIDDEN_AS}{around}"


def test_a_birth_date_with_blots_is_masked_with_all_its_blots() -> None:
    assert mask("a 19" + "041212" + "**** b") == f"a {HIDDEN_AS} b"


@pytest.mark.parametrize(
    "text",
    [
        f"{BORN} XXXX",
        f"{DATE}XXXX",
        f"{DATE} ____",
        "2023-13-01-1234",
        "20230230" + "-1234",
        f"1{BORN}-{RIGHT}",
        f"{BORN}-{RIGHT}1",
        f"{BORN[:4]}-{BORN[4:]}-{RIGHT}",
    ],
)
def test_what_is_not_written_as_a_number_is_not_looked_at(text: str) -> None:
    assert kinds(text) == []


@pytest.mark.parametrize(
    ("text", "start", "end", "is_bare"),
    [
        (f"om {BORN}{RIGHT}.", 3, 13, True),
        (f"om {BORN}-{RIGHT}.", 3, 14, False),
        (f"om 19{BORN}{RIGHT}.", 3, 15, False),
        (f"om {BORN}\u200b{RIGHT}.", 3, 14, True),
    ],
)
def test_a_number_knows_its_place_its_ten_figures_and_whether_they_are_bare(
    text: str, start: int, end: int, *, is_bare: bool
) -> None:
    (number,) = find_numbers(text)
    assert (number.start, number.end, number.is_bare) == (start, end, is_bare)
    assert number.digits == BORN + RIGHT


@pytest.mark.parametrize(("day", "is_samordning"), [("01", False), ("31", False), ("61", True)])
def test_a_samordningsnummer_has_a_day_above_sixty(day: str, *, is_samordning: bool) -> None:
    (number,) = find_numbers(f"6408{day}-1234")
    assert number.is_samordning is is_samordning
