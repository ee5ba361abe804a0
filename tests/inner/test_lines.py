from __future__ import annotations

import io
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.output.lines import ASCII, EMPTY, UNICODE, Line, Part, line, plain, wrapped
from checker.output.paint import paint

WORDS = st.lists(st.text("abcåäö·›>-.,", min_size=1, max_size=12), max_size=30).map(" ".join)


def rows(text: str, width: int, indent: str = "", lead: Line = ()) -> list[str]:
    return plain(list(wrapped(text, width, indent, lead))).splitlines()


def test_a_line_is_one_part_in_one_style() -> None:
    assert line("a", "bold") == (Part("a", "bold"),)
    assert line("a") == (Part("a", ""),)


def test_plain_lines_have_no_space_at_the_end() -> None:
    assert plain([line("a  "), EMPTY, (Part("b"), Part(" c", "dim"), Part(" "))]) == "a\n\nb c\n"
    assert plain([]) == ""


def test_a_paragraph_is_wrapped_and_indented() -> None:
    assert rows("ett två tre fyra fem", 10, "  ") == ["  ett två", "  tre fyra", "  fem"]
    assert rows("ett två tre", 11) == ["ett två tre"]
    assert rows("ett två tre", 10) == ["ett två", "tre"]


def test_a_lead_stands_first_on_the_first_line_alone() -> None:
    lead = (Part("  fel  ", "error"),)
    found = list(wrapped("ett två tre", 14, "    ", lead, "dim"))
    assert found == [
        (Part("  fel  ", "error"), Part("ett två", "dim")),
        (Part("    tre", "dim"),),
    ]


def test_a_lead_may_have_several_parts() -> None:
    assert rows("två tre", 9, " ", (Part("a "), Part("b "))) == ["a b två", " tre"]


@pytest.mark.parametrize("text", ["", "   "])
def test_without_words_there_is_only_the_lead(text: str) -> None:
    assert list(wrapped(text, 10, "", (Part("a"),))) == [(Part("a"),)]
    assert list(wrapped(text, 10, "")) == []


def test_words_are_not_broken() -> None:
    assert rows("a långtochobrytbart-ord b", 8) == ["a", "långtochobrytbart-ord", "b"]


def test_a_lead_wider_than_the_line_leaves_the_first_word_beside_it() -> None:
    assert rows("ett två", 5, " ", (Part("lång text: "),)) == ["lång text: ett", " två"]


@pytest.mark.parametrize("sign", ["·", "›", ">", "-"])
def test_no_line_begins_with_a_sign_that_parts_words(sign: str) -> None:
    assert rows(f"aaa bbb {sign} ccc", 9) == [f"aaa bbb {sign}", "ccc"]
    assert rows(f"aaa bbb {sign} ccc", 8) == ["aaa", f"bbb {sign}", "ccc"]


@given(WORDS, st.integers(5, 60), st.sampled_from(["", "  ", "     "]))
def test_wrapping_keeps_every_word_in_its_order(text: str, width: int, indent: str) -> None:
    found = rows(text, width, indent)
    assert " ".join(found).split() == text.split()
    for row in found:
        assert row.startswith(indent)


@given(WORDS, st.integers(20, 60))
def test_a_line_is_never_wider_than_asked(text: str, width: int) -> None:
    for row in rows(text, width, "   "):
        # A sign that parts words is kept beside the word before it: the two are one word.
        assert len(row) <= width or " " not in re.sub(r" [·›>-](?= |$)", "", row[3:]).strip()


def test_signs_can_be_ascii_and_no_text_changes_its_length() -> None:
    text = "a › b · c – d — e… ”f” ’g’ • åäöÅÄÖ § é"
    assert UNICODE.plain(text) == text
    assert ASCII.plain(text) == "a > b - c - d - e. \"f\" 'g' * åäöÅÄÖ § é"
    assert len(ASCII.plain(text)) == len(text)


def test_the_ascii_signs_are_ascii() -> None:
    signs = [value for name in ASCII.__slots__ if isinstance(value := getattr(ASCII, name), str)]
    assert len(signs) >= 6
    assert all(sign.isascii() for sign in signs)


LINES: list[Line] = [
    line("[red]inte rött[/] [/] :smile: [link=file:///etc/passwd]x[/link]"),
    EMPTY,
    (Part("fel", "error"), Part(" och ", "dim"), Part("mer 12 'a' https://x.se/y", "source")),
    line("x" * 200),
]
COLOUR = re.compile(r"\x1b\[[0-9;]*m")


def painted(*, colour: bool) -> str:
    stream = io.StringIO()
    paint(LINES, stream, colour=colour)
    return stream.getvalue()


def test_without_colour_the_lines_are_plain_text() -> None:
    assert painted(colour=False) == plain(LINES)


def test_with_colour_the_words_are_the_same() -> None:
    text = painted(colour=True)
    assert COLOUR.sub("", text) == plain(LINES)


def test_colour_is_put_on_styled_words_and_on_nothing_else() -> None:
    text = painted(colour=True)
    assert "\x1b[1;31mfel\x1b[0m\x1b[2m och \x1b[0m" in text
    first, *_ = text.splitlines()
    assert "\x1b" not in first
    assert text.count("\x1b]") == 0  # no hyperlinks
