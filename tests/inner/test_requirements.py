"""The requirements are read, or told to be wrong with file, line and a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from checker.binding import bind_trusted
from checker.registers import Point
from checker.requirement import Group, Requirement, Requirements
from checker.requirements import read_requirements
from checker.rule_file import RuleFileError

if TYPE_CHECKING:
    from tests.inner.conftest import Bench

TEXT = """\
överallt:
  TST009: Gäller vilken del som helst.
grupper:
  - nyckel: first
    rubrik: Först
    krav:
      - id: KRAV001
        krav: Riskanalys
        källor: [LAG-1]
        krävs_av: TST001
        regler: [TST009]
        hel_del: true
      - id: KRAV002
        krav: Bedömning
        krävs_av: TST002
      - id: KRAV003
        krav: Samverkan
        svar: [samverkan]
        bedöms: ["**.text"]
      - fråga: BED001
"""
POINT = Point("BED001", "Är det bra?", "Därför.", "**.analys")


def read(bench: Bench, text: str) -> Requirements:
    present = {"parts": ["riskanalys", "**.risker"], "called": "Delen"}
    each = {"items": ["**.ärenden[*]", ""], "any_of": ["bedömning"], "all_of": ["nr"]}
    rules = (
        bench.rule(id="TST001", check="part_present", parameters=present),
        bench.rule(id="TST002", check="each_has", parameters=each),
        bench.rule(id="TST009"),
    )
    bound = [bind_trusted(one) for one in rules]
    sources = {"LAG-1": bench.source()}
    return read_requirements({"requirements.yaml": text.encode()}, sources, bound, (POINT,))


def fault(bench: Bench, *changes: tuple[str, str]) -> str:
    text = TEXT
    for old, new in changes:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    with pytest.raises(RuleFileError) as caught:
        read(bench, text)
    assert caught.value.file == "requirements.yaml"
    return f"{caught.value.line}: {caught.value.sentence}"


def test_requirements_are_read_whole(bench: Bench) -> None:
    rows = (
        Requirement(
            id="KRAV001",
            text="Riskanalys",
            sources=("LAG-1",),
            answers=("riskanalys", "**.risker"),
            demanded_by="TST001",
            rules=("TST001", "TST009"),
            whole_part=True,
        ),
        Requirement(
            id="KRAV002",
            text="Bedömning",
            answers=("**.ärenden[*].bedömning", "**.ärenden[*].nr", "bedömning", "nr"),
            demanded_by="TST002",
            rules=("TST002",),
        ),
        Requirement(id="KRAV003", text="Samverkan", answers=("samverkan",), judged_at=("**.text",)),
        Requirement(id="BED001", text="Är det bra?", judged_at=("**.analys",), point="BED001"),
    )
    everywhere = {"TST009": "Gäller vilken del som helst."}
    found = read(bench, TEXT)
    assert found == Requirements((Group("first", "Först", rows),), everywhere)
    assert found.rules == {"TST001", "TST002", "TST009"}


def test_a_folder_of_rules_need_not_have_requirements() -> None:
    assert read_requirements({}, {}, (), (POINT,)) == Requirements((), {})


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("källor: [LAG-1]", "källor: [LAG-2]", "9: Källan LAG-2 finns inte i sources.yaml."),
        ("regler: [TST009]", "regler: [TST008]", "11: Regeln TST008 finns inte."),
        ("krävs_av: TST001", "krävs_av: TST003", "10: Regeln TST003 finns inte."),
        ("  TST009: Gäller", "  TST007: Gäller", "1: Regeln TST007 finns inte."),
        ("fråga: BED001", "fråga: BED002", "20: Frågan BED002 finns inte i judgement.yaml."),
        ("      - fråga: BED001\n", "", "3: Frågan BED001 har ingen rad."),
        (
            "krävs_av: TST002",
            "krävs_av: TST009",
            "15: krävs_av ska vara en regel med kontrollen part_present eller each_has.",
        ),
        ("svar: [samverkan]", 'svar: ["a[["]', "18: Väljaren a[[ går inte att läsa."),
        ('bedöms: ["**.text"]', 'bedöms: ["a..b"]', "19: Väljaren a..b går inte att läsa."),
        ("id: KRAV002", "id: KRAV001", "13: KRAV001 står två gånger."),
        ("id: KRAV002", "id: krav2", "13: En rad ska ha krav och ett id som KRAV001."),
        ("krav: Samverkan", 'krav: " "', "16: En rad ska ha krav och ett id som KRAV001."),
        (
            "        krävs_av: TST002\n",
            "",
            "13: En rad ska ha krävs_av, fråga, eller svar och bedöms.",
        ),
        (
            "svar: [samverkan]",
            "krävs_av: TST001",
            "16: En rad ska ha krävs_av, fråga, eller svar och bedöms.",
        ),
        (
            "fråga: BED001",
            "fråga: BED001\n        krav: Egna ord",
            "20: En rad med fråga har sitt id och sina ord därifrån.",
        ),
        ("hel_del: true", "hel_dl: true", "12: nyckeln hel_dl är okänd, menade du hel_del?"),
        ("hel_del: true", "hel_del: 1", "12: hel_del ska vara true eller false."),
        ("    rubrik: Först\n", "", "4: nyckeln rubrik saknas."),
        ("svar: [samverkan]", "svar: samverkan", "18: svar ska vara en lista."),
    ],
)
def test_what_does_not_fit_is_told_with_its_line(
    bench: Bench, old: str, new: str, told: str
) -> None:
    assert fault(bench, (old, new)) == told


def test_a_file_that_is_no_yaml_is_told(bench: Bench) -> None:
    with pytest.raises(RuleFileError) as caught:
        read(bench, "a: 1\na: 2\n")
    assert str(caught.value) == "requirements.yaml:2: filen går inte att läsa (duplicate-key)."
