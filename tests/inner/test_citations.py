"""Citations are found only where the act is named beside them, however they are written."""

from __future__ import annotations

import pytest

from checker.citations import citations, may_cite
from checker.sections import Place, in_print, places


def found(text: str) -> list[tuple[str, tuple[Place, ...]]]:
    return [(one.act, one.places) for one in citations(text)]


@pytest.mark.parametrize(
    "text",
    [
        "14 kap. 3 § SoL",
        "14 kap 3 § SoL",
        "14 kap.3§ SOL",
        "14 kapitlet 3 § socialtjänstlagen",
        "14 kap. 3 paragrafen SoL",
        "14 kap. 3 § i SoL",
        "14 kap. 3 § i den nya socialtjänstlagen",
        "14 kap. 3 § första stycket SoL",
        "14 kap. § 3 SoL",
        "kap. 14 § 3 i SoL",
        "14:3 SoL",
        "SoL 14:3",
        "SoL 14 kap. 3 §",
        "SoL, 14 kap. 3 §",
        "SoL (14 kap. 3 §)",
        "socialtjänstlagens 14 kap. 3 §",
        "socialtjänstlagen 14 kap.\n3 §",
        "(14 kap. 3 § SoL)",
        "14 kap. 3 § gamla SoL",
        "14 kap. 3 § (då gällande SoL)",
    ],
)
def test_a_section_is_read_in_every_usual_form(text: str) -> None:
    assert found(text) == [("SoL", ((14, "3"),))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("27 kap. SoL", ((27, ""),)),
        ("14 och 16 kap. SoL", ((14, ""), (16, ""))),
        ("27 kap. och 34 kap. SoL", ((27, ""), (34, ""))),
        ("14 kap. 3-5 §§ SoL", ((14, "3"), (14, "4"), (14, "5"))),
        ("14 kap. 3 till och med 5 §§ SoL", ((14, "3"), (14, "4"), (14, "5"))),
        ("14 kap. 3, 5 och 7 §§ SoL", ((14, "3"), (14, "5"), (14, "7"))),
        ("16 kap 6f § SoL", ((16, "6f"),)),
        ("16 kap. 6 f–h §§ SoL", ((16, "6f"), (16, "6g"), (16, "6h"))),
        ("16 kap. 6 f, g och i §§ SoL", ((16, "6f"), (16, "6g"), (16, "6i"))),
        ("14 kap. 2 § och 3 kap. 3 § SoL", ((14, "2"), (3, "3"))),
        ("3 kap. 3 a § SoL", ((3, "3a"),)),
        ("SoL 14:3 och 14:7", ((14, "3"), (14, "7"))),
        ("14 kap. 3 § och 7 § SoL", ((14, "3"), (14, "7"))),
        ("14 kap. 3 § första stycket, 5 § och 7 kap. 6 § SoL", ((14, "3"), (14, "5"), (7, "6"))),
    ],
)
def test_ranges_and_lists_are_written_out(text: str, expected: tuple[Place, ...]) -> None:
    assert found(text) == [("SoL", expected)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "enligt 16 kap. 6 f § SoL och 28 f § LSS",
            [("SoL", ((16, "6f"),)), ("LSS", ((0, "28f"),))],
        ),
        ("SoL, 28 f § LSS", [("LSS", ((0, "28f"),))]),
        ("SoL 14 kap. 3 §, LSS 24 b §", [("SoL", ((14, "3"),)), ("LSS", ((0, "24b"),))]),
        ("24 a-24 c §§ LSS", [("LSS", ((0, "24a"), (0, "24b"), (0, "24c")))]),
        ("24 b § lagen (1993:387) om stöd", [("LSS", ((0, "24b"),))]),
        ("7 kap. 1 § SOSFS 2011:9", [("SOSFS 2011:9", ((7, "1"),))]),
        ("SOSFS 2011:9, 7 kap. 1 §", [("SOSFS 2011:9", ((7, "1"),))]),
    ],
)
def test_each_place_belongs_to_the_act_beside_it(
    text: str, expected: list[tuple[str, tuple[Place, ...]]]
) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "14 kap. 3 §",
        "enligt SoL. 14 kap. 3 § säger",
        "14 kap. 3 § OSL",
        "14 kap. 3 § förvaltningslagen",
        "SoL 14 kap. 3 § OSL",
        "SoL 14 kap. 3 § LSS",
        "SoL och LSS 14 kap. 3 §",
        "SoL-ärenden 14 kap. 3 §",
        "14 kap. och LSS",
        "§ 84 i protokollet",
        "14:30 SoL:s råd",
        "Kunskap 3 SoL",
        "solen 14 kap. 3 §",
        "SoL 2014-03-01",
    ],
)
def test_what_may_be_of_another_act_or_nothing_at_all_is_passed_over(text: str) -> None:
    assert found(text) == []


def test_a_citation_is_told_as_printed_with_its_line_and_sentence() -> None:
    text = (
        "Första raden.\n\nEtt stycke. Enligt 14\nkap. 3 § SoL gäller det.\n- En punkt (SoL 3 kap.)"
    )
    one, other = citations(text)
    assert (one.printed, one.line) == ("14 kap. 3 § SoL", 2)
    assert one.sentence == "Enligt 14\nkap. 3 § SoL gäller det."
    assert one.paragraph == "\nEtt stycke. Enligt 14\nkap. 3 § SoL gäller det."
    assert (other.printed, other.line, other.sentence) == (
        "SoL 3 kap.",
        4,
        "- En punkt (SoL 3 kap.)",
    )


def test_a_bracket_that_is_opened_is_closed() -> None:
    (one,) = citations("Enligt SoL (14 kap. 3 §) gäller det.")
    assert one.printed == "SoL (14 kap. 3 §)"


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("3 kap. SoL (2001:453)", "2001:453"),
        ("SoL (SFS 2025:400) 3 kap.", "2025:400"),
        ("socialtjänstlagen 2001:453, 3 kap.", "2001:453"),
        ("3 kap. SoL", ""),
    ],
)
def test_the_acts_own_number_is_kept(text: str, number: str) -> None:
    assert [one.number for one in citations(text)] == [number]


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("14 kap. 3 §", "14 kap. 3 §"),
        ("27 kap. 2, 3 och 4 §§", "27 kap. 2–4 §§"),
        ("27 kap. 2 och 6 §§", "27 kap. 2 och 6 §§"),
        ("5 kap. 1 § andra stycket och 27 kap. 2 §", "5 kap. 1 § och 27 kap. 2 §"),
        ("24 a–24 b §§", "24 a och 24 b §§"),
        ("27 kap.", "27 kap."),
        ("16 kap. 6 f §", "16 kap. 6 f §"),
    ],
)
def test_places_are_printed_as_a_person_would(text: str, printed: str) -> None:
    assert in_print(places(text)) == printed


@pytest.mark.parametrize("text", ["14 kap. SoL", "28 f §", "SOFS 2011:9", "SFS 2001:453"])
def test_the_quick_look_misses_nothing_that_cites(text: str) -> None:
    assert may_cite(text)


def test_the_quick_look_spares_plain_prose() -> None:
    assert not may_cite("Personalen följer rutinerna och arbetar tillsammans.")


@pytest.mark.timeout(60)
@pytest.mark.parametrize(
    "piece",
    ["1, ", "1", "1 kap. ", "§ 1 ", "1 " + " " * 50, "1 kap. 2 § SoL ", "lagen", "SoL ", "1:1 "],
)
def test_in_a_strange_text_only_what_cites_is_found(piece: str) -> None:
    times = 60_000 // len(piece)
    cited = [one.printed for one in citations(piece * times)]
    assert cited == ([piece.strip()] * times if piece.endswith("§ SoL ") else [])
