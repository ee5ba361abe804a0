from __future__ import annotations

import pytest

from checker.text import counted, listed, nearest, normal


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("  Utredning pågår ", "utredning pågår"),
        ("ÅÄÖ", "åäö"),
        ("va\u030aren", "våren"),
        ("Straße", "strasse"),
        ("", ""),
        ("a  b", "a  b"),
    ],
)
def test_texts_are_compared_without_case_outer_space_and_way_of_typing(
    text: str, form: str
) -> None:
    assert normal(text) == form


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ([], ""),
        (["a"], "a"),
        (["a", "b"], "a och b"),
        (["a", "b", "c"], "a, b och c"),
    ],
)
def test_words_are_listed_the_swedish_way(words: list[str], sentence: str) -> None:
    assert listed(words) == sentence


def test_the_conjunction_can_be_another() -> None:
    assert listed(["ja", "nej", "null"], "eller") == "ja, nej eller null"


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("avikelser", "avvikelser"),
        ("Avvikelser", "avvikelser"),
        ("åtgarder", "åtgärder"),
        ("a\u030atga\u0308rder", "åtgärder"),
        ("se-ärende", "se_ärende"),
        ("se ärende", "se_ärende"),
        ("a-b c-d", "a_b_c_d"),
        ("bilaga", None),
        ("", None),
    ],
)
def test_the_nearest_word_is_the_one_that_was_meant(word: str, meant: str | None) -> None:
    assert nearest(word, ["avvikelser", "åtgärder", "se_ärende", "frågor", "a_b_c_d"]) == meant


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("ivå", "ivo"),
        ("ivi", "ivo"),
        ("ix", None),
        ("iv", "ivo"),
        ("nman", "namn"),
        ("ålder", None),
    ],
)
def test_one_letter_of_a_short_word_may_be_wrong(word: str, meant: str | None) -> None:
    assert nearest(word, ["ivo", "namn", "klagande"]) == meant


def test_a_word_is_short_up_to_four_letters() -> None:
    assert nearest("naxm", ["nabcm"]) == "nabcm"
    assert nearest("nabcm", ["naxm"]) is None


def test_nothing_is_near_among_no_words() -> None:
    assert nearest("avvikelser", []) is None


def test_the_likeliest_of_two_near_words_is_chosen() -> None:
    assert nearest("avvikelsr", ["avvikelserna", "avvikelser"]) == "avvikelser"


@pytest.mark.parametrize(
    ("number", "text"), [(0, "0 punkter"), (1, "1 punkt"), (2, "2 punkter"), (11, "11 punkter")]
)
def test_a_number_is_said_in_singular_or_plural(number: int, text: str) -> None:
    assert counted(number, "punkt", "punkter") == text
