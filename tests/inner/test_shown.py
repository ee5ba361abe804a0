from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from checker.privacy import mask
from checker.shown import LONG, SHORT, said, shown, shown_trace

BIRTH = "64" + "0823"
LAST = "32" + "34"
HIDDEN = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
# What is most likely to break out: steering marks, marks that are doubled, figures and signs.
NASTY = st.text(
    st.one_of(
        st.sampled_from("#:0123456789-+– \t\n\r\x1b\x07\x7f\x85\u200b\u202e\u2028\u2060\ufeff…"),
        st.characters(),
    ),
    max_size=90,
)


@pytest.mark.parametrize(
    "text", ["", "Ekerö kommun", "åäö ÅÄÖ é §", "a:b #c", "日本語", "’ ” – … · ›"]
)
def test_plain_words_are_shown_as_they_are(text: str) -> None:
    assert shown(text) == text


@pytest.mark.parametrize(
    ("mark", "code"),
    [
        ("\x00", r"\x00"),
        ("\x07", r"\x07"),
        ("\n", r"\x0a"),
        ("\r", r"\x0d"),
        ("\x1b", r"\x1b"),
        ("\x7f", r"\x7f"),
        ("\x9b", r"\x9b"),
        ("\u00ad", r"\xad"),
        ("\u200b", r"\u200b"),
        ("\u200f", r"\u200f"),
        ("\u202e", r"\u202e"),
        ("\u2066", r"\u2066"),
        ("\ufeff", r"\ufeff"),
        ("\u2028", r"\u2028"),
        ("\u2029", r"\u2029"),
        ("\ud800", r"\ud800"),
        ("\udfff", r"\udfff"),
        ("\ue000", r"\ue000"),
        ("\uffff", r"\uffff"),
        ("\U000e0001", r"\ue0001"),
    ],
    ids=ascii,
)
def test_a_mark_that_steers_a_machine_is_shown_by_its_code(mark: str, code: str) -> None:
    assert shown(f"a{mark}b") == f"a{code}b"


def test_a_tab_is_a_space() -> None:
    assert shown("a\tb") == "a b"


@pytest.mark.parametrize(
    ("text", "parted"),
    [
        ("##[error]x", "# #[error]x"),
        ("::error::x", ": :error: :x"),
        ("a##", "a# #"),
        ("##::", "# #: :"),
    ],
)
def test_what_a_ci_system_reads_as_a_command_is_parted(text: str, parted: str) -> None:
    assert shown(text) == parted


@pytest.mark.parametrize("text", ["###[error]x", "####", ":::error:::x", "#####[group]"])
def test_three_or_more_in_a_row_are_parted_too(text: str) -> None:
    assert "##" not in shown(text)
    assert "::" not in shown(text)


def test_a_text_that_just_fits_is_whole_and_one_more_is_cut() -> None:
    assert shown("a" * SHORT) == "a" * 60
    assert shown("a" * (SHORT + 1)) == "a" * 59 + "…"


def test_a_cut_leaves_no_space_before_its_sign() -> None:
    assert shown("abc   def", 6) == "abc…"


def test_the_room_can_be_chosen() -> None:
    assert shown("a" * 300, LONG) == "a" * 199 + "…"
    assert shown("a" * 200, LONG) == "a" * 200


def test_a_sentence_is_said_on_one_line_and_no_sentence_is_as_long_as_its_room() -> None:
    assert said(f" Om\n  {BIRTH}-{LAST}\tstår  #\u200b# ") == r"Om ÅÅMMDD-XXXX står #\u200b#"
    assert said("a" * 4_000) == "a" * 4_000
    assert said("a" * 4_001) == "a" * 3_999 + "…"


def test_what_is_no_text_is_shown_as_one() -> None:
    assert shown(12) == "12"
    assert shown(None) == "None"


@pytest.mark.parametrize(
    ("mark", "code"), [("\xff", "ÿ"), ("\x9f", r"\x9f"), ("\u0600", r"\u0600")], ids=ascii
)
def test_only_marks_of_one_byte_have_two_figures(mark: str, code: str) -> None:
    assert shown(mark) == code


def test_the_text_of_a_rule_file_is_shown_with_its_figures() -> None:
    text = f"kund {BIRTH}-{LAST}\x1b ##[x]"
    assert shown(text, hide=False) == f"kund {BIRTH}-{LAST}\\x1b # #[x]"


def test_a_trace_keeps_its_indentation_and_shows_nothing_that_must_not_be_seen() -> None:
    error = ValueError(f"om {BIRTH}-{LAST}\n    ##[error]\x1b[31m\n{'y' * 300}")
    assert shown_trace(error) == (
        "ValueError: om ÅÅMMDD-XXXX\n    # #[error]\\x1b[31m\n" + "y" * 199 + "…\n"
    )


def test_a_trace_says_where() -> None:
    try:
        shown("x", limit=None)  # type: ignore[arg-type]  # for it to fail
    except TypeError as error:
        first, file, *_, last = shown_trace(error).splitlines()
    assert first == "Traceback (most recent call last):"
    assert file.startswith('  File "')
    assert last.startswith("TypeError: ")


def test_a_personal_number_is_masked() -> None:
    assert shown(f"kund {BIRTH}-{LAST}") == "kund ÅÅMMDD-XXXX"
    assert shown(int(BIRTH + LAST)) == "ÅÅMMDD-XXXX"


@pytest.mark.parametrize("before", range(46, 62))
def test_a_personal_number_is_masked_before_the_text_is_cut(before: int) -> None:
    out = shown("a" * before + f" {BIRTH}-{LAST} b")
    assert BIRTH[:2] not in out
    assert len(out) <= 60


@given(NASTY)
@example("\x1b[31m\u202e\u2066\ud800\x85\u2028")
def test_nothing_that_steers_a_terminal_comes_out(text: str) -> None:
    for limit in (SHORT, LONG):
        assert {unicodedata.category(mark) for mark in shown(text, limit)}.isdisjoint(HIDDEN)


@given(NASTY.filter(lambda text: len(text) <= LONG))
def test_no_personal_number_comes_out_of_a_text_that_holds_some(text: str) -> None:
    out = shown(f"{text} {BIRTH}-{LAST} {text} 19{BIRTH}{LAST}", 10 * LONG)
    assert f"{BIRTH}-{LAST}" not in out
    assert f"19{BIRTH}{LAST}" not in out


@given(NASTY)
@example("\u2060" + "0101-1234")
@example("a" * 50 + BIRTH + LAST + "1")
def test_what_comes_out_holds_nothing_that_could_be_masked(text: str) -> None:
    for limit in (SHORT, LONG):
        out = shown(text, limit)
        assert mask(out) == out


@given(NASTY)
def test_what_comes_out_is_short(text: str) -> None:
    # A mark that is shown by its code takes up to seven columns.
    assert len(shown(text * 10, SHORT)) <= 7 * SHORT
