"""Why a text is no count, in words that tell its author how to write it."""

from __future__ import annotations

from checker.arithmetic.errors import Refusal, first_refusal
from checker.arithmetic.numerals import MOST_DIGITS, WORDS, parse_count, plain, swedish

DASHES = "-\u2010\u2011\u2012\u2013\u2014\u2212"
"""Hyphens, dashes and the minus sign, typed for one another; ready to begin a character class."""

_REFUSALS = (
    Refusal(
        "empty",
        r"",
        "Här saknas ett antal. Skriv talet, 0 när det inte finns några, eller .. när uppgift "
        "saknas.",
    ),
    Refusal(
        "percent",
        r".*(?:%|procent)",
        "Här ska ett antal stå, inte procent. Skriv till exempel 12.",
    ),
    Refusal(
        "dots",
        r"\.|\.{3,}|…",
        "Skriv två punkter (..) när uppgift saknas.",
    ),
    Refusal(
        "dash",
        rf"[{DASHES}]+",
        "Ett streck kan betyda både noll och att uppgift saknas. Skriv 0 eller .. i stället, "
        "eller ange i tabellen vad strecket betyder.",
    ),
    Refusal(
        "too_large",
        rf"(?:[{DASHES} .,_+]*[0-9]){{{MOST_DIGITS + 1},}}[ .,_]*",
        "Talet har fler än nio siffror, och så stort är inget antal här. Kontrollera siffrorna.",
    ),
    Refusal(
        "foreign_base",
        r"0[box][0-9a-f]{1,8}",
        "{text} är skrivet på datorns sätt. Skriv antalet med vanliga siffror, till exempel 12.",
    ),
    Refusal(
        "underscore",
        r"[0-9]+(?:_+[0-9]+)+",
        "{text} har understreck; skriv {number}.",
    ),
    Refusal(
        "leading_zero",
        r"0[0-9 ]+",
        "{text} börjar med en nolla; skriv {number}.",
    ),
    Refusal(
        "thousands_point",
        r"[1-9][0-9]{0,2}(?:\.[0-9]{3})+",
        "{text} läses som ett decimaltal; skriv {number}.",
    ),
    Refusal(
        "thousands_comma",
        r"[1-9][0-9]{0,2}(?:,[0-9]{3})+",
        "{text} läses som ett decimaltal; skriv {number}.",
    ),
    Refusal(
        "decimal",
        r"[0-9][0-9 ]*[.,][0-9]+",
        "{text} är ett decimaltal, men ett antal är alltid ett helt tal. Skriv till exempel 12, "
        "eller ca 12 när antalet är ungefärligt.",
    ),
    Refusal(
        "negative",
        rf"[{DASHES}] ?[0-9][0-9 .,]*",
        "{text} är mindre än noll, men det är aldrig ett antal. Skriv antalet utan "
        "minustecken; en minskning skrivs som förändring.",
    ),
    Refusal(
        "plus",
        r"\+ ?[0-9][0-9 .,]*",
        "{text} är en förändring. Skriv antalet utan plustecken; en ökning skrivs som förändring.",
    ),
    Refusal(
        "grouping",
        r"[0-9][0-9 ]*",
        "Mellanslagen i {text} står fel. Skriv tre siffror efter varje mellanslag, till exempel "
        "12 345.",
    ),
    Refusal(
        "unreadable",
        r".*",
        "Texten går inte att läsa som ett antal. Skriv till exempel 12, <5, 10–19, minst 10, "
        "ca 120 eller .. när uppgift saknas.",
    ),
)


def refusal(text: str) -> tuple[str, str]:
    """The code and the Swedish message for a text that ``parse_count`` does not understand.

    Takes any text and never fails. Quotes it only where it is a number of at most nine digits.
    Source: arithmetic.md, "A cell" (the traps of YAML).
    """
    printed = plain(text)
    if printed in WORDS:
        return "word", f"Skriv antalet med siffror: {WORDS[printed]}."
    number, _, word = printed.rpartition(" ")
    count = parse_count(number)
    if count is not None and word.strip(".").isalpha():
        return "unit", f"Skriv bara talet, utan ord efter det: {swedish(count)}."
    found = first_refusal(printed, _REFUSALS)
    return found.code, found.message.format(text=printed, number=_number(printed))


def _number(printed: str) -> str:
    digits = "".join(character for character in printed if character in "0123456789")
    return swedish(int(digits)) if 0 < len(digits) <= MOST_DIGITS else ""
