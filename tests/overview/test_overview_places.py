"""Where a cell is from, in words: a file is named only where that is not clear."""

from __future__ import annotations

import pytest

from checker.output.overview_words import cells_in_words, places_in_words
from checker.overview.page import Cell, Column, Place, Row, Table

A, B = "rapporter/a.yaml", "rapporter/b.yaml"


def cell(*places: tuple[str, int]) -> Cell:
    return Cell("text", places=tuple(Place(file, line) for file, line in places))


def table(*rows: tuple[Cell, ...], number: bool = False) -> Table:
    many = max(len(row) for row in rows)
    columns = tuple(Column(f"c{at}", f"C{at}", number=number) for at in range(many))
    return Table("t", "T", columns, tuple(Row(row) for row in rows))


def test_one_file_needs_no_name() -> None:
    assert list(places_in_words(table((cell((A, 3)), cell((A, 9), (A, 4)))))) == [
        ["rad 3", "rad 9, 4"]
    ]


def test_a_line_is_told_once() -> None:
    assert list(places_in_words(table((cell((A, 3), (A, 3)),)))) == [["rad 3"]]


@pytest.mark.parametrize(
    ("many", "told"),
    [(3, "rad 1, 2, 3"), (4, "rad 1, 2, 3 och 1 till"), (9, "rad 1, 2, 3 och 6 till")],
)
def test_many_places_are_counted(many: int, told: str) -> None:
    places = [(A, line) for line in range(1, many + 1)]
    assert list(places_in_words(table((cell(*places),)))) == [[told]]


def test_a_column_for_each_file_needs_no_names() -> None:
    two = table((Cell("krav"), cell((A, 3)), cell((B, 5))), (Cell("krav"), cell((A, 4)), Cell("")))
    assert list(places_in_words(two)) == [["", "rad 3", "rad 5"], ["", "rad 4", ""]]


def test_a_row_for_each_file_names_it_once() -> None:
    two = table((cell((A, 3)), cell((A, 4))), (cell((B, 5)), cell((B, 6))))
    assert list(places_in_words(two)) == [["a.yaml rad 3", "rad 4"], ["b.yaml rad 5", "rad 6"]]


def test_a_row_that_names_its_file_need_not_do_so_again() -> None:
    two = table((Cell(A), cell((A, 3))), (Cell(B), cell((B, 5))))
    assert list(places_in_words(two)) == [["", "rad 3"], ["", "rad 5"]]


def test_a_text_that_tells_its_lines_is_not_told_them_again() -> None:
    one = table((Cell("redovisas, rad 3 och 5", places=(Place(A, 3), Place(A, 5))),))
    assert list(cells_in_words(one)) == [["redovisas, rad 3 och 5"]]


def test_a_cell_of_two_files_names_both() -> None:
    two = table((cell((A, 3), (B, 7), (A, 5)), cell((B, 8))))
    assert list(places_in_words(two)) == [["a.yaml rad 3, 5; b.yaml rad 7", "b.yaml rad 8"]]


def test_files_of_the_same_name_keep_their_folders() -> None:
    two = table((cell(("x/a.yaml", 3), ("y/a.yaml", 7)),))
    assert list(places_in_words(two)) == [["x/a.yaml rad 3; y/a.yaml rad 7"]]


def test_a_number_stays_a_number() -> None:
    assert list(cells_in_words(table((cell((A, 3)),), number=True))) == [["text"]]


def test_a_group_may_have_a_place() -> None:
    one = Table("t", "T", (Column("a", "A"), Column("b", "B")), (Row((cell((A, 3)),), "group"),))
    assert list(cells_in_words(one)) == [["text, rad 3"]]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("redovisas", "redovisas, rad 3"),
        ("Inget kom in.", "Inget kom in. (rad 3)"),
        ("avkortat…", "avkortat… (rad 3)"),
    ],
)
def test_a_place_follows_its_text(text: str, told: str) -> None:
    one = table((Cell(text, places=(Place(A, 3),)),))
    assert list(cells_in_words(one)) == [[told]]
