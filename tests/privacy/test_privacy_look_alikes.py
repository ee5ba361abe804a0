"""What only looks like a personal identity number, in its written form, is never told as one."""

from __future__ import annotations

import random
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from checker.document.reader import read_document
from checker.guard import guard
from checker.privacy.details import find_details
from checker.privacy.numbers import Kind, check_digit, find_numbers
from checker.privacy.stand_ins import STAND_INS

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

    from tests.privacy.conftest import Workshop

TOLD = {Kind.NUMBER, Kind.LIKE, Kind.HIDDEN}
# Case numbers of IVO and Göteborg, as they are printed in published reports.
PRINTED = (
    *("N163-1523/23", "N163-1365/23", "N163-1351/23", "N163-1347/23", "N163-1047/23"),
    *("N163-1042/24", "N163-0904", "N163-0819/24", "N163-0753/24", "N163-0450/24"),
    *("N163-0424/24", "N163- 0557/22", "Dnr: N163- egenkontroller av arbetet"),
    *("lämnades den 3 2023 - 31", "2019/2020", "nr 53/54", "30-60-90 -", "8-14"),
)
LOOK_ALIKES = (
    *PRINTED,
    *("8.5-29206/2014", "SN 2014/0047", "ON 2019/0026 53515", "SCN-2015-0180", "2016/34-NF-107"),
    *("KS-2014/742.912", "VON/2022:00276", "SN/2020:1", "3.1.3-148/2013"),
    *("2001:453", "2025:400", "SOSFS 2011:9", "HSLF-FS 2025:21", "SOSFS 2014:5", "2011:9"),
    *("2023-09-01", "2023-09-01 – 2024-08-31", "2023-09-01/2024-08-31", "20230901-20240831"),
    *("20230101" + "-1231", "20210901" + "-0831", "20070101" + "–1231", "20130901" + " - 0831"),
    *("212000-1355", "16212000" + "-1355", "2002-1054", "978-91-7555-148-7", "2014-1-24"),
    *("08-530 611 60", "070-1740605", "+46 70 174 06 05", "701 48", "82 834", "1 109"),
    *("12 34 56-7", "123-4567", "5555-5555", "11 kap. 1 a §", "den 12 januari 2024"),
    *("Totalt 766 559 547 386", "12 21 19 8", "2017 2018 2019 2020", "1 205 121 234 kronor"),
    *("120512 1234", "2023-11-10 2024", "2024-01-31 1500", "ÅÅMMDD-XXXX", "YYYYMMDD-NNNC"),
    *("OCR 1234567890123", "2024-01-31 14:05:12", "2024-01-31 kl. 1405", "20240131T140512Z"),
    *("59.329323, 18.068581", "N 6580822, E 674032", "Kolada-id 120512 1480", "U31462"),
    *("ISBN 9789175551487", "bankgiro 640-8231", "plusgiro 12 34 56-7", "8327-9 123 456 789-0"),
    *("IBAN SE35 5000 0000 0549 1000 0003", "411 05 Göteborg, 031-365 00 00", "1 234 567 890"),
    *(
        "v1.2.3",
        "20240131.1",
        "[2017, 2018, 2019, 2020]",
        "[12, 10, 11, 1234]",
        "2017-2018-2019-2020",
    ),
    *("12 10 11 1234", "| 121011 | 1234 |", "240101-241231", "SN-2024-01-12-0045", "LSG-2024-0004"),
    *(
        "SN 2024-000123" + "-1234",
        "2020-12-31 – 1234 besök",
        "2020-12-31: 1234",
        "CELEX 32016R0679",
    ),
    *(
        "SHA 640823" + "1234ab",
        "x640823" + "-1234",
        "0701" + "740605",
        "0046701740605",
        "2023-12-8862",
    ),
    *("skyddade personuppgifter", "sekretess", "personnummer", "0,6408", "2024-02-29T12:30:00"),
)


@pytest.mark.parametrize("text", LOOK_ALIKES)
@pytest.mark.parametrize("around", ["{}", "text: {}", "# ({}), enligt", "Dnr {}."])
def test_a_look_alike_is_not_told(around: str, text: str) -> None:
    document = read_document(f"{around.format(text)}\n".encode(), "r.yaml")
    assert list(guard(document)) == []


def some_day(dice: Random) -> date:
    return date(1990, 1, 1) + timedelta(days=dice.randrange(14_000))


def day(dice: Random) -> str:
    return some_day(dice).isoformat()


def days(dice: Random) -> str:
    first = some_day(dice)
    last = first + timedelta(days=dice.randrange(800))
    sign = dice.choice([" – ", "–", "/", " till ", " - ", "—", " ", " och ", ", "])
    if dice.random() < 0.2:
        return f"{first:%Y%m%d}{sign}{last:%Y%m%d}"
    return f"{first}{sign}{last}"


def phone(dice: Random) -> str:
    area = dice.choice(["08", "010", "020", "031", "040", "070", "073", "0500", "0771"])
    groups = dice.choice([(3, 2, 2), (3, 3, 2), (2, 2, 2), (3, 3), (7,), (2, 2), (3, 2)])
    rest = " ".join("".join(dice.choices("0123456789", k=size)) for size in groups)
    return dice.choice([f"{area}-{rest}", f"{area} {rest}", f"+46 {area[1:]} {rest}"])


def organisation(dice: Random, weigh: Callable[[str], int]) -> str:
    figures = f"{dice.randrange(1, 10)}{dice.randrange(10)}{dice.randrange(20, 100)}"
    figures += f"{dice.randrange(100000):05}"
    whole = f"{figures[:6]}-{figures[6:]}{weigh(figures)}"
    return dice.choice([whole, whole.replace("-", ""), f"16{whole}"])


@pytest.mark.parametrize("seed", [1, random.SystemRandom().randrange(2**32)], ids=["one", "fresh"])
def test_no_date_range_telephone_or_organisation_number_is_told(
    workshop: Workshop, seed: int
) -> None:
    dice = random.Random(seed)
    makers: tuple[Callable[[Random], str], ...] = (
        day,
        days,
        phone,
        lambda dice: organisation(dice, workshop.weigh),
    )
    texts = [makers[number % 4](dice) for number in range(100_000)]
    told = [text for text in texts if any(one.kind in TOLD for one in find_numbers(text))]
    print(f"\n{len(told)} of {len(texts)} look-alikes told (seed {seed})")  # noqa: T201
    assert told == [], seed
    # As sentences, too, with what comes next close by.
    for sign in (", ", "\n", " och "):
        found = find_numbers(sign.join(texts[:20_000]))
        assert [one for one in found if one.kind is Kind.NUMBER] == [], seed


def test_a_range_is_let_through_only_from_the_first_of_a_month_to_the_last_of_a_later_one() -> None:
    through = {
        f"{year}{month:02}{first:02}-{end}"
        for year in (2023, 2024)
        for month in (1, 9)
        for first in (1, 2)
        for end in ("0131", "0228", "0229", "0831", "0930", "1231", "1230")
        if all(one.kind is Kind.ELSE for one in find_numbers(f"{year}{month:02}{first:02}-{end}"))
    }
    assert through == {
        *("20230101" + "-0228", "20230101" + "-0831", "20230101" + "-0930", "20230101" + "-1231"),
        *("20240101" + "-0229", "20240101" + "-0831", "20240101" + "-0930", "20240101" + "-1231"),
        *("20230901" + "-0131", "20230901" + "-0229", "20230901" + "-0831", "20230901" + "-1231"),
        *("20240901" + "-0131", "20240901" + "-0228", "20240901" + "-0831", "20240901" + "-1231"),
    }


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("640823-0000", Kind.LIKE),
        ("Dnr 640823-0000", Kind.LIKE),
        ("N-640823-0000", Kind.ELSE),
        ("N-640823-{last}", Kind.NUMBER),
        ("x640823-{last}y", Kind.NUMBER),
        ("1964-08-23 – {last}", Kind.LIKE),
        ("1964-08-23-\n  {last}", Kind.NUMBER),
        ("640823 - {last}", Kind.NUMBER),
        ("1964-08-23 {last}", Kind.LIKE),
        ("640823.{last}", Kind.LIKE),
        ("640823/{last}", Kind.LIKE),
        ("1964.08.23-{last}", Kind.NUMBER),
        ("64 08 23-{last}", Kind.NUMBER),
        ("640823-XXXX", Kind.HIDDEN),
        ("19640823-****", Kind.HIDDEN),
        ("640823-3XXX", Kind.HIDDEN),
        ("640823••••", Kind.HIDDEN),
        ("2024-02-31-{last}", None),
        ("641323-{last}", None),
        ("640800-{last}", None),
        ("640860-{last}", None),
    ],
)
def test_how_sure_it_is_follows_from_date_check_digit_and_form(
    text: str, kind: Kind | None
) -> None:
    last = STAND_INS["{personnummer}"][-4:]
    assert [one.kind for one in find_numbers(text.format(last=last))] == ([kind] if kind else [])


def first(text: str, latest: date | None = None) -> Kind:
    return next(iter(find_numbers(text, latest))).kind


def test_nobody_is_born_after_the_period() -> None:
    number = STAND_INS["{tolv siffror}"]
    assert first(number, date(1864, 8, 22)) is Kind.ELSE
    assert first(number, date(1864, 8, 23)) is Kind.NUMBER
    # Of two figures nobody knows the century: what fits one may be it.
    assert first(number[2:], date(1864, 8, 23)) is Kind.NUMBER


def test_a_check_digit_that_is_one_off_or_two_figures_that_swapped_places_are_seen() -> None:
    number = STAND_INS["{personnummer}"]
    assert first(number) is Kind.NUMBER
    for digit in range(1, 10):
        other = f"{number[:-1]}{(int(number[-1]) + digit) % 10}"
        assert [one.kind for one in find_numbers(other)] == [Kind.LIKE]


@pytest.mark.parametrize(
    ("text", "sorts"),
    [
        ("N163- 0557/22 och 2024-01-02 – 2024-01-09 klockan 08-12", []),
        ("Skulden var 12 500 kronor, 0500 gånger", []),
        ("HSLF-FS 2025:21 och 2016/34-NF-107", []),
        ("o.s.f. 2012-03-04", []),
        ("Idén är född 2012", []),
        ("född 2012-03-04", ["birth"]),
        ("Född: den 4 mars 2012", ["birth"]),
        ("f\u006fo\u0308dd fo\u0308dd 120304", ["birth"]),
        ("ring 0701740605", ["phone"]),
        ("ring +46 (0)8 530 611 60", ["phone"]),
        ("a.b@c.se", ["email"]),
        ("Registrator@ivo.se, socialnamnden@exempelkommun.se och info@exempel.se", []),
        ("registrator.ek@ivo.se", ["email"]),
        ("informationen@exempel.se", ["email"]),
        (
            "IVO 010-788 50 00, +46 10-788 50 00, +46 (0)10-788 50 00, 020-12 34 56, 0771-12 34 56",
            [],
        ),
        ("Medicin gavs 08 12 16 20", []),
        ("ring 08 530 611 60", ["phone"]),
        ("ring 0102-12 34 56", ["phone"]),
    ],
)
def test_what_else_points_at_a_person(text: str, sorts: list[str]) -> None:
    assert [one.sort for one in find_details(text)] == sorts


def test_a_serial_of_noughts_is_no_number_though_its_check_digit_is_right() -> None:
    assert first(f"640823-000{check_digit('640823000')}") is Kind.LIKE
    assert first(f"640823-001{check_digit('640823001')}") is Kind.NUMBER


def test_a_date_and_a_year_are_nothing_though_the_check_digit_is_right() -> None:
    for year in ("199", "202"):
        assert first(f"1964-08-23 {year}{check_digit('640823' + year)}") is Kind.ELSE
    assert first(f"1964-08-23 323{check_digit('640823323')}") is Kind.LIKE


def test_a_number_goes_on_over_two_empty_lines_but_not_over_three() -> None:
    last = STAND_INS["{personnummer}"][-4:]
    assert first(f"640823-\n\n\n  {last}") is Kind.NUMBER
    assert list(find_numbers(f"640823-\n\n\n\n{last}")) == []


def test_a_birth_date_that_is_part_of_a_number_is_not_told_beside_it() -> None:
    text = f"# född {STAND_INS['{personnummer}']} och född 640823\n"
    told = [(one.code, one.span.column) for one in guard(read_document(text.encode(), "r.yaml"))]
    assert told == [("personal-number", 8), ("birth-date", 29)]
