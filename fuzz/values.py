"""What an author writes for each kind of value of the format: sound, odd, and sometimes hostile."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from fuzz.tokens import hostile

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

HOSTILE: Final = 0.04
"""How large a share of the values is meant to break something: most must reach the checks."""

WORDS: Final = (
    *(
        "Alla enheter",
        "rutinen",
        "är känd",
        "under året",
        "fler än förra året",
        "i dokumentationen",
    ),
    *("uppföljning", "enligt planen", "genomförs", "vid", "och", "barn", "vuxna", "äldre", "LSS"),
    *("{avvikelser.totalt}", "{synpunkter.totalt}", "{x.y}", "TODO", "2 av 5 (40 %)", "10 %"),
    *("14 kap. 1 § SoL", "SOSFS 2011:9", "4 kap. 6 § SOSFS 2011:9", "24 e § LSS", "72 kap. SoL"),
    *("Kvinnan, 34 år,", "Socialnämnden", "måste", "3 avvikelser", "ca 40", "12 000", "–"),
)
NAMES: Final = (
    *("A", "B", "Övrigt", "Vuxna", "Barn", "Ja", "Nej", "Totalt", "2024", "2025", "Kvartal 1"),
    *("Brist i dokumentation", "Utebliven insats", "Hemtjänst", "Å", "LS-1", "P1", "P2", "Enhet 1"),
)
CELLS: Final = (
    *(
        "<5",
        "<3",
        "..",
        "–",
        "-",
        "ca 10",
        "1-4",
        "1 234",
        "12,5",
        ">10",
        "minst 3",
        "uppgift saknas",
    ),
    *("ca 200", "färre än 5", "tolv", "3 st", "-1", "0", "1.5", "1 000 000 000 000", "½"),
)
SHARES: Final = (
    *("6 av 61 (10 %)", "6 av totalt", "10 %", "3 av 4 (7 %)", "ca 10 %", "<5 av 61", "100 %"),
    *("10,5 %", "0 av 0", "7 av 3", "1/3", "hälften", "- %", "6 av 61 (10 procent)"),
)
CHANGES: Final = (
    *(
        "+2",
        "-3",
        "+10 %",
        "-2 procentenheter",
        "oförändrat",
        "ökat",
        "0",
        "+ 5",
        "-100 %",
        "ca +3",
    ),
    *("minskat", "−4", "mer"),
)
DATES: Final = (
    *("2025-01-01", "2025-12-31", "2025-06-30", "2025-03", "2025", "mars 2025", "12 mars 2025"),
    *("våren 2025", "2025-02-30", "31/12 2025", "2024-12-31", "2026-02-02", "0001-01-01"),
    *("9999-12-31", "igår", "2025-1-1", "20250101"),
)
STATES: Final = (
    *("missförhållande", "risk för missförhållande", "allvarligt missförhållande", "önskad"),
    *(
        "inget missförhållande",
        "utredning pågår",
        "allvarlig risk",
        "genomförd",
        "pågår",
        "ja",
        "nej",
    ),
)


def _number(random: Random) -> int | str:
    if random.random() < 0.75:
        return random.choice((0, 1, 2, 3, 5, 8, 13, 40, random.randint(0, 60)))
    return random.choice(CELLS)


def _text(random: Random) -> str:
    if random.random() < 0.25:
        return random.choice((*STATES, *NAMES))
    words = " ".join(random.choice(WORDS) for _ in range(random.randint(1, 9)))
    return f"{words}." if random.random() < 0.5 else words


def _row(random: Random) -> Any:
    return [_number(random) for _ in range(random.choice((1, 2, 2, 3)))]


def _number_or_row(random: Random) -> Any:
    return _row(random) if random.random() < 0.2 else _number(random)


def _among(choices: tuple[str, ...]) -> Callable[[Random], str]:
    return lambda random: random.choice(choices)


KINDS: Final[dict[str, Callable[[Random], Any]]] = {
    "cell": _number,
    "cell_eller_rad": _number_or_row,
    "cell_rad_eller_kategorier": _number_or_row,
    "andelsvarde": _among(SHARES),
    "forandring": _among(CHANGES),
    "jamfors_inte": _text,
    "datum": _among(DATES),
    "datum_eller_text": _among(DATES),
    "indikatorvarde": _among((*SHARES, *CELLS)),
    "textvarde": _text,
    "text_eller_lista": _text,
    "nr": _among(NAMES),
    "id": _among(NAMES),
}


def value(kind: str, random: Random) -> Any:
    """A value of a kind that the schema names; text for one that this table does not know."""
    if random.random() < HOSTILE:
        return hostile(random) if random.random() < 0.7 else None
    return KINDS.get(kind, _text)(random)


def name(random: Random) -> str:
    """What an author calls a row, a column or an area."""
    return hostile(random) if random.random() < HOSTILE else random.choice(NAMES)
