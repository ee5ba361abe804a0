"""Which report comes before a report, and which claim to be the same."""

from __future__ import annotations

import pytest

from checker.corpus import NOT_BEFORE, OTHER_LENGTH, Corpus, Member, Origin
from checker.document.reader import read_document
from checker.engine import read_report

HERE = "finns här"
YEAR = "2024-01-01/2024-12-31"
NONE = f"ingen rapport från samma kommun och nämnd, av samma slag, för {{}} {HERE}"


def member(  # noqa: PLR0913 - what a report is told apart by
    name: str,
    period: str = YEAR,
    *,
    kommun: str = "Ekerö",
    board: str = "Socialnämnden",
    kind: str = "kvalitetsberättelse",
    status: str = "fastställd",
    former: str = "",
    origin: Origin = Origin.JUDGED,
    final: bool = False,
) -> Member:
    first, _, last = period.partition("/")
    lines = [
        "format: kvalitetsrapport/1",
        f"status: {status}",
        "rapport:",
        *(f"  {key}: {value}" for key, value in (("kommun", kommun), ("nämnd", board)) if value),
        *([f"  slag: {kind}"] if kind else []),
        *([f"  tidigare_namn: {former}"] if former else []),
        *(["  period:", f"    från: {first}", f"    till: {last}"] if period else []),
        "",
    ]
    report = read_report(read_document("\n".join(lines).encode(), name), final=final).report
    assert report is not None
    return Member(report, origin)


def beside(name: str, period: str, **how: str) -> Member:
    return member(name, period, origin=Origin.BESIDE, **how)  # type: ignore[arg-type]


def before(own: Member, *others: Member, from_stdin: bool = False) -> str:
    """The file that was chosen, or the reason why none was."""
    found = Corpus([own, *others]).neighbours(own, from_stdin=from_stdin)
    assert (found.previous is None) == bool(found.reason)
    return found.previous.file if found.previous else found.reason


@pytest.mark.parametrize(
    ("own", "other"),
    [
        ("2024-01-01/2024-12-31", "2023-01-01/2023-12-31"),
        ("2023-09-01/2024-08-31", "2022-09-01/2023-08-31"),
        ("2024-01-01/2024-08-31", "2023-01-01/2023-08-31"),
        ("2023-03-01/2024-02-29", "2022-03-01/2023-02-28"),
        ("2024-03-01/2025-02-28", "2023-03-01/2024-02-29"),
        # No report a year earlier: the one that ends the day before, as long as this one.
        ("2024-07-01/2024-12-31", "2024-01-01/2024-06-30"),
        ("2024-01-01/2024-03-31", "2023-10-01/2023-12-31"),
        ("2024-03-01/2024-05-31", "2023-12-01/2024-02-29"),
    ],
)
def test_the_report_before_is_found(own: str, other: str) -> None:
    assert before(member("ny.yaml", own), beside("gammal.yaml", other)) == "gammal.yaml"


def test_a_year_earlier_goes_before_the_day_before() -> None:
    own = member("h2.yaml", "2024-07-01/2024-12-31")
    year = beside("förra-h2.yaml", "2023-07-01/2023-12-31")
    half = beside("h1.yaml", "2024-01-01/2024-06-30")
    assert before(own, half, year) == before(own, year, half) == "förra-h2.yaml"


def test_what_was_named_goes_before_what_lies_beside() -> None:
    own = member("h2.yaml", "2024-07-01/2024-12-31")
    year = beside("förra-h2.yaml", "2023-07-01/2023-12-31")
    half = member("h1.yaml", "2024-01-01/2024-06-30", origin=Origin.NAMED)
    assert before(own, year, half) == "h1.yaml"
    same = member("bas/förra-h2.yaml", "2023-07-01/2023-12-31", origin=Origin.PREVIOUS)
    assert before(own, year, same) == "bas/förra-h2.yaml"


def test_names_are_compared_without_case_and_form_of_letters() -> None:
    own = member("ny.yaml", kommun="EKERÖ", board="socialnämnden", kind="Kvalitetsberättelse")
    assert before(own, beside("gammal.yaml", "2023-01-01/2023-12-31", kommun="Ekero\u0308"))


@pytest.mark.parametrize(
    "other",
    [{"kommun": "Ekeröd"}, {"board": "Omsorgsnämnden"}, {"kind": "kvalitetsrapport"}, {"kind": ""}],
)
def test_another_name_is_another_report(other: dict[str, str]) -> None:
    reason = NONE.format("2023-01-01–2023-12-31")
    assert before(member("ny.yaml"), beside("a.yaml", "2023-01-01/2023-12-31", **other)) == reason


def test_a_board_is_found_under_its_former_name() -> None:
    own = member("ny.yaml", former="omsorgsnämnden")
    old = beside("gammal.yaml", "2023-01-01/2023-12-31", board="Omsorgsnämnden")
    assert before(own, old) == "gammal.yaml"
    # The other way it does not go: last year's report cannot know the name that came later.
    later = beside("ny.yaml", YEAR, former="omsorgsnämnden")
    earlier = member("äldre.yaml", "2025-01-01/2025-12-31", board="Omsorgsnämnden")
    assert before(earlier, later) == NONE.format("2024-01-01–2024-12-31")


def test_a_report_under_the_old_name_and_one_under_the_new_cannot_both_be_the_one_before() -> None:
    own = member("ny.yaml", former="Omsorgsnämnden")
    old = beside("b.yaml", "2023-01-01/2023-12-31", board="Omsorgsnämnden")
    new = beside("a.yaml", "2023-01-01/2023-12-31")
    told = "det går inte att veta vilken av a.yaml eller b.yaml som är den förra rapporten"
    assert before(own, old, new) == told


def test_a_draft_is_not_used_however_the_run_reads_it() -> None:
    told = "a.yaml är ett utkast, och utkast jämförs inte"
    draft = beside("a.yaml", "2023-01-01/2023-12-31", status="utkast")
    assert before(member("ny.yaml"), draft) == told
    period = "2023-01-01/2023-12-31"
    assert before(member("ny.yaml"), member("a.yaml", period, status="utkast", final=True)) == told


def test_a_finished_report_goes_before_a_draft_of_it() -> None:
    draft = beside("a.yaml", "2023-01-01/2023-12-31", status="utkast")
    assert before(member("ny.yaml"), draft, beside("b.yaml", "2023-01-01/2023-12-31")) == "b.yaml"
    named = member("c.yaml", "2023-01-01/2023-12-31", status="utkast", origin=Origin.NAMED)
    assert before(member("ny.yaml"), named, beside("b.yaml", "2023-01-01/2023-12-31")) == "b.yaml"


def test_two_that_fit_are_both_left() -> None:
    others = [beside(f"{name}.yaml", "2023-01-01/2023-12-31") for name in "ba"]
    told = "det går inte att veta vilken av a.yaml eller b.yaml som är den förra rapporten"
    assert before(member("ny.yaml"), *others) == told


@pytest.mark.parametrize(
    ("other", "told"),
    [
        ("2023-01-01/2023-06-30", "6 månader"),
        ("2023-07-01/2023-12-31", "6 månader"),
        ("2022-01-01/2023-12-31", "24 månader"),
        ("2023-01-02/2023-12-31", "364 dagar"),
    ],
)
def test_another_length_is_told(other: str, told: str) -> None:
    words = f"a.yaml gäller {told} och den här rapporten 12 månader; bara lika långa tider jämförs"
    assert before(member("ny.yaml"), beside("a.yaml", other)) == words


@pytest.mark.parametrize(
    "other", ["2022-01-01/2022-12-31", "2025-01-01/2025-12-31", "2024-01-01/2024-06-30"]
)
def test_a_report_of_another_year_is_none(other: str) -> None:
    reason = NONE.format("2023-01-01–2023-12-31")
    assert before(member("ny.yaml"), beside("a.yaml", other)) == reason


def test_a_report_that_does_not_say_what_it_is_has_none_before_it() -> None:
    old = beside("a.yaml", "2023-01-01/2023-12-31")
    assert before(member("ny.yaml", ""), old) == "rapportens period är inte känd"
    nobody = "rapporten anger inte både kommun och nämnd"
    assert before(member("ny.yaml", board=""), old) == nobody
    assert before(member("ny.yaml", kommun="[a, b]"), old) == nobody
    assert (
        before(member("ny.yaml", "2024-12-31/2024-01-01"), old) == "rapportens period är inte känd"
    )


def test_from_standard_input_with_nothing_to_compare_with() -> None:
    told = "rapporten kom från standard in, och ingen rapport att jämföra med angavs"
    assert before(member("standard in"), from_stdin=True) == told
    other = member("annan.yaml", "2020-01-01/2020-12-31", origin=Origin.PREVIOUS)
    reason = NONE.format("2023-01-01–2023-12-31")
    assert before(member("standard in"), other, from_stdin=True) == reason


@pytest.mark.parametrize(
    ("other", "told"),
    [
        (
            {"board": "Omsorgsnämnden"},
            NOT_BEFORE.format(file="a.yaml"),
        ),
        (
            {"period": "2022-01-01/2022-12-31"},
            NOT_BEFORE.format(file="a.yaml"),
        ),
        (
            {"period": "2023-01-01/2023-06-30"},
            OTHER_LENGTH.format(file="a.yaml", theirs="6 månader", ours="12 månader"),
        ),
    ],
)
def test_what_is_wrong_with_a_named_file_is_told(other: dict[str, str], told: str) -> None:
    named = {"period": "2023-01-01/2023-12-31", **other}
    found = member("a.yaml", origin=Origin.NAMED, **named)  # type: ignore[arg-type]
    assert before(member("ny.yaml"), found) == told


def test_a_named_file_that_is_no_report_is_told() -> None:
    own = member("ny.yaml")
    found = Corpus([own], unread=["word.yaml"]).neighbours(own)
    assert found.reason == "word.yaml, som angavs med --previous, går inte att läsa som rapport"


def twins(own: Member, *others: Member) -> list[str]:
    return [one.file for one in Corpus([own, *others]).neighbours(own).twins]


def test_all_but_the_first_of_the_judged_are_told_of_their_twins() -> None:
    a, b, c = (member(f"{name}.yaml") for name in "abc")
    assert (twins(a, b, c), twins(b, a, c), twins(c, a, b)) == (
        [],
        ["a.yaml", "c.yaml"],
        ["a.yaml", "b.yaml"],
    )


def test_a_twin_that_is_not_judged_is_told_on_the_one_that_is() -> None:
    own = member("a.yaml")
    assert twins(own, beside("b.yaml", YEAR)) == ["b.yaml"]
    assert twins(own, beside("b.yaml", YEAR), member("c.yaml")) == ["b.yaml", "c.yaml"]


def test_a_draft_is_told_of_the_finished_report_and_never_the_other_way_about() -> None:
    draft, report = member("a.yaml", status="utkast"), member("b.yaml")
    assert (twins(draft, report), twins(report, draft)) == (["b.yaml"], [])
    beside_it = beside("a.yaml", YEAR, status="utkast")
    assert twins(report, beside_it) == []
    other = member("c.yaml", status="utkast")
    assert (twins(draft, other), twins(other, draft)) == ([], ["a.yaml"])


@pytest.mark.parametrize(
    "other",
    [
        member("a.yaml", "2023-01-01/2023-12-31"),
        member("a.yaml", board="Omsorgsnämnden"),
        member("a.yaml", kind="lex Sarah-rapport"),
        member("a.yaml", ""),
        member("a.yaml", origin=Origin.PREVIOUS),  # a copy to compare with, as from another branch
        member("a.yaml", origin=Origin.NAMED),
    ],
    ids=["year", "board", "kind", "no period", "previous folder", "previous file"],
)
def test_what_is_no_twin(other: Member) -> None:
    assert twins(member("b.yaml"), other) == []
