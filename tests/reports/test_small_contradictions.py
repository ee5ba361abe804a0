"""What exhaustive search over small reports found, each as the smallest report that shows it."""

from __future__ import annotations

from textwrap import dedent

import pytest

from checker.compiled import default_catalogue
from checker.document.reader import read_document
from checker.engine import judge

CATALOGUE = default_catalogue()
HEAD = (
    "format: kvalitetsrapport/1\nrapport:\n  period:\n    från: 2020-01-01\n    till: 2020-12-31\n"
)


def told(text: str) -> list[tuple[str, str]]:
    """Rule and path of all that is found about figures."""
    document = read_document((HEAD + dedent(text)).encode(), "rapport.yaml")
    result, crashes = judge(document, CATALOGUE)
    assert crashes == ()
    return [
        (one.rule, "/".join(map(str, one.route)))
        for one in result.findings
        if one.rule[:3] in {"TAB", "AND", "JMF", "SEK"} and one.severity != "info"
    ]


HONEST = {
    "a row of a two-way table is shown for its sum": """\
        avvikelser:
          per_kategori:
            visar_minst: 10
            kolumner: [SoL, LSS]
            antal:
              A: [8, 3]
        """,
    "a row is shown for its latest year, and others were larger before": """\
        avvikelser:
          föregående: 30
          per_kategori:
            visar_minst: 10
            utelämnade_kategorier: 1
            år: [2019, 2020]
            antal:
              A: [7, 12]
        """,
    "a part of other rows is smaller than the limit for categories": """\
        avvikelser:
          per_kategori:
            visar_minst: 10
            antal:
              A: 45
              Därav pojkar: 7
            varav: [Därav pojkar]
        """,
    "the smallest row of a two-way table is the one with the smallest sum": """\
        avvikelser:
          per_kategori:
            visar_största: 2
            utelämnade_kategorier: 1
            kolumner: [SoL, LSS]
            antal:
              A: [10, 0]
              B: [0, 9]
            kolumnsumma: [10, 14]
        """,
    "left out categories are told without a limit": """\
        avvikelser:
          totalt: 20
          per_kategori:
            utelämnade_kategorier: 2
            antal:
              A: 12
        """,
    "those without a category are no category, so not the smallest": """\
        avvikelser:
          totalt: 9
          per_kategori:
            visar_största: 1
            utelämnade_kategorier: 2
            utan_uppgift: 1
            antal:
              A: 4
        """,
    "those without a category are in the total but in no column": """\
        avvikelser:
          totalt: 17
          per_kategori:
            kolumner: [SoL, LSS]
            utan_uppgift: 2
            antal:
              A: [10, 5]
            kolumnsumma: [10, 5]
        """,
    "those without a category are in the columns but in no row": """\
        avvikelser:
          totalt: 17
          per_kategori:
            kolumner: [SoL, LSS]
            utan_uppgift: 2
            antal:
              A: [10, 5]
            kolumnsumma: [12, 5]
        """,
    "three cases of SoL have no cause": """\
        avvikelser:
          totalt: 6
          per_orsak:
            flera_möjliga: ja
            utan_uppgift: 3
            kolumner: [SoL, LSS]
            antal:
              A: [2, 1]
            kolumnsumma: [5, 1]
        """,
}


@pytest.mark.parametrize("text", HONEST.values(), ids=HONEST)
def test_an_honest_report_is_left_alone(text: str) -> None:
    assert told(text) == []


WRONG = {
    "only the net sees how the limit binds the hidden row": (
        """\
        avvikelser:
          totalt: 14
          per_kategori:
            visar_minst: 3
            utelämnade_kategorier: 0
            antal:
              A: 12
              B: <5
        """,
        [("TAB019", "avvikelser/totalt")],
    ),
    "no row is left out when the smallest row that is shown is empty": (
        """\
        avvikelser:
          per_kategori:
            visar_största: 2
            antal:
              A: 6
              B: 0
          per_orsak:
            antal:
              C: 4
              D: <4
        """,
        [("SEK002", "avvikelser/per_orsak/antal/D")],
    ),
    "nothing grows by more than it is": (
        """\
        avvikelser:
          totalt: 7
          förändring: +9
        """,
        [("JMF001", "avvikelser/förändring")],
    ),
    "nothing shrinks by more than it was": (
        """\
        avvikelser:
          föregående: 7
          förändring: -9
        """,
        [("JMF001", "avvikelser/förändring")],
    ),
    "a table's change is held against the part's figure": (
        """\
        avvikelser:
          föregående: 4
          per_kategori:
            förändring: -2
            antal:
              A: 4
              B: 1
        """,
        [("JMF001", "avvikelser/per_kategori/förändring")],
    ),
    "both margins are held against the total": (
        """\
        avvikelser:
          totalt: 4
          per_kategori:
            kolumner: [SoL, LSS]
            antal:
              A: [1, <5]
              B: [1, ca 1]
            radsumma:
              A: 2
              B: 1
            kolumnsumma: [2, ca 2]
        """,
        [("TAB009", "avvikelser/totalt")],
    ),
    "two changes of figures that are not printed": (
        """\
        avvikelser:
          förändring: +2
          per_kategori:
            visar_delar: ja
            antal:
              A: <5
            förändring: +1
        """,
        [("JMF003", "avvikelser/förändring"), ("TAB019", "avvikelser/förändring")],
    ),
    "what a sum leaves out is left out of the whole": (
        """\
        avvikelser:
          totalt: 16
          per_kategori:
            visar_minst: 3
            antal:
              A: 5
              B: 4
              A och B: 12
              C: 6
            delsummor:
              A och B: [A, B]
        """,
        [("TAB019", "avvikelser/per_kategori/antal/A och B")],
    ),
    "a column that is part of the others is no larger than the row or the total": (
        """\
        avvikelser:
          per_kategori:
            kolumner: [SoL, LSS, Barn]
            varav: [Barn]
            antal:
              A: [1, 1, 3]
            radsumma:
              A: 2
        """,
        [("TAB009", "avvikelser/per_kategori/radsumma/A")],
    ),
    "rows of the year before are no more than the part had": (
        """\
        avvikelser:
          föregående: 1
          per_kategori:
            visar_minst: 0
            år: [2019, 2020]
            antal:
              A: [1, 0]
              B: [2, 1]
        """,
        [("TAB019", "avvikelser/föregående")],
    ),
    "a row and those without a category are together no more than all": (
        """\
        avvikelser:
          totalt: 6
          per_orsak:
            flera_möjliga: ja
            utan_uppgift: 1
            visar_minst: 2
            antal:
              A: 6
        """,
        [("TAB019", "avvikelser/totalt")],
    ),
    "every case has a cause where no row is left out": (
        """\
        avvikelser:
          totalt: 9
          per_orsak:
            flera_möjliga: ja
            utan_uppgift: 0
            visar_minst: 1
            antal:
              A: 4
              B: 3
        """,
        [("TAB004", "avvikelser/totalt")],
    ),
    "a share that is cut off is a slip, however it hangs together": (
        """\
        avvikelser:
          totalt: 61
          andelar:
            - gäller: I tid
              andel: 6 av totalt (9 %)
              föregående: 39 av 61 (63 %)
        """,
        [("AND002", "avvikelser/andelar/0/andel")],
    ),
}


@pytest.mark.parametrize(("text", "expected"), WRONG.values(), ids=WRONG)
def test_what_cannot_be_true_is_told_once(text: str, expected: list[tuple[str, str]]) -> None:
    assert told(text) == expected


HIDDEN = {
    "the limit leaves two of four": (
        """\
        avvikelser:
          per_kategori:
            visar_minst: 3
            antal:
              A: 12
              B: <5
        """,
        [("SEK003", "avvikelser/per_kategori/antal/B")],
    ),
    "one or four, and nothing between": (
        """\
        avvikelser:
          per_kategori:
            antal:
              A: 1
              B: 1
              C: <5
          andelar:
            - gäller: I tid
              andel: ca 2 av totalt (33 %)
        """,
        [("SEK003", "avvikelser/per_kategori/antal/C")],
    ),
    "two of two are what is printed": (
        """\
        avvikelser:
          per_kategori:
            antal:
              A: 12
              B: <3
        """,
        [],
    ),
}


@pytest.mark.parametrize(("text", "expected"), HIDDEN.values(), ids=HIDDEN)
def test_a_reader_knows_no_more_and_no_less(text: str, expected: list[tuple[str, str]]) -> None:
    assert told(text) == expected


def test_a_mend_also_fits_what_hangs_on_the_mended_number() -> None:
    text = """\
        avvikelser:
          totalt: 6
          per_område:
            antal:
              Barn: 2
              Vuxna: 4
        verksamhetsområden:
          - namn: Vuxna
            avvikelser:
              per_kategori:
                visar_största: 2
                antal:
                  A: 6
                  B: 2
        """
    document = read_document((HEAD + dedent(text)).encode(), "rapport.yaml")
    result, _ = judge(document, CATALOGUE.only(("TAB019",)))
    (one,) = result.findings
    assert one.message.endswith("är till exempel raden ”A”, från 6 till 2.")
    assert told(text.replace("A: 6", "A: 2")) == []
