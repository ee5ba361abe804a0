"""``kvalitetskoll.yaml`` loads, or is told to be wrong with its file, its line and a sentence."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from pathlib import Path
from textwrap import dedent
from typing import TYPE_CHECKING

import pytest

from checker.binding import bind_trusted
from checker.compiled import default_catalogue
from checker.finding import Basis, Severity
from checker.rule import Range
from checker.rule_file import RuleFileError
from checker.ruleset.changes import FREE
from checker.ruleset.loading import load_ruleset, ruleset_of
from checker.ruleset.model import DEFAULT, Parameter, Ruleset

if TYPE_CHECKING:
    from checker.catalog import Catalogue
    from checker.rule import Rule

GOOD = """\
extends: default
rules:
  DEL011:
    severity: info
    reason: Nämnden vill se tomma rubriker som upplysningar.
"""
OWN = """\
id: EGN001
name: vår-egen-regel
title: Åtgärden har ingen ansvarig
basis: practice
severity: info
why: Läsaren vill veta vem som ansvarar.
fix: Skriv en roll.
check: each_has
with:
  items: ["planerade_åtgärder[*]"]
  all_of: [ansvarig]
message: Åtgärden har ingen ansvarig.
examples:
  good: [{name: bra, report: "planerade_åtgärder: [{ansvarig: Chef}]"}]
  bad: [{name: fel, report: "planerade_åtgärder: [{åtgärd: Gå}]  # <- EGN001"}]
"""


RULES = default_catalogue()


def with_rule(rule: Rule) -> Catalogue:
    """The default catalogue with one rule as it is given."""
    bound = tuple(bind_trusted(rule) if one.rule.id == rule.id else one for one in RULES.bound)
    return replace(RULES, bound=bound)


# A rule with a number that may be changed, and one that is run only on request.
ADJUSTABLE = with_rule(replace(RULES.named("SEK003"), adjustable={"fewest": Range(min=2, max=9)}))
OPT_IN = with_rule(replace(RULES.named("DEL015"), opt_in=True))


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def load(text: str, default: Catalogue | None = None) -> tuple[Ruleset, Catalogue]:
    Path("kvalitetskoll.yaml").write_text(dedent(text), encoding="utf-8")
    return load_ruleset("kvalitetskoll.yaml", default or RULES)


def change(rule: str, what: str, default: Catalogue | None = None) -> tuple[Ruleset, Catalogue]:
    return load(f"extends: default\nrules:\n  {rule}: {{{what}, reason: Därför}}\n", default)


def fault(text: str, default: Catalogue | None = None) -> str:
    with pytest.raises(RuleFileError) as caught:
        load(text, default)
    return str(caught.value)


@pytest.mark.usefixtures("home")
class TestChanges:
    """What a municipality may make of a rule."""

    def test_a_rule_is_lowered(self) -> None:
        ruleset, catalogue = load(GOOD)
        assert catalogue.named("DEL011").severity is Severity.INFO
        [one] = ruleset.deviations
        assert (one.rule, one.severity) == ("DEL011", (Severity.WARNING, Severity.INFO))
        assert (one.reason, one.line) == ("Nämnden vill se tomma rubriker som upplysningar.", 3)
        assert (one.off, one.on, one.parameters) == (False, False, ())
        assert ruleset.file == "kvalitetskoll.yaml"

    def test_a_rule_that_is_turned_off_is_not_run_but_still_known(self) -> None:
        ruleset, catalogue = change("DEL015", "off: true")
        assert [(one.rule, one.off) for one in ruleset.deviations] == [("DEL015", True)]
        assert "DEL015" not in {one.rule.id for one in catalogue.checking}
        assert len(catalogue.checking) == len(RULES.checking) - 1
        assert catalogue.named("DEL015").severity is Severity.INFO

    def test_a_rule_may_be_called_by_its_name(self) -> None:
        name = RULES.named("DEL015").name
        assert change(name, "off: true")[0].deviations[0].rule == "DEL015"

    def test_a_name_counts_however_its_letters_are_stored(self) -> None:
        name = unicodedata.normalize("NFD", RULES.named("DEL012").name)
        assert name != RULES.named("DEL012").name
        assert change(name, "off: true")[0].deviations[0].rule == "DEL012"

    def test_a_rule_of_any_basis_is_raised(self) -> None:
        assert change("TAB008", "severity: error")[1].named("TAB008").severity is Severity.ERROR
        assert change("SEK002", "severity: error")[1].named("SEK002").severity is Severity.ERROR

    def test_a_number_is_changed_where_the_rule_lets_it_be(self) -> None:
        ruleset, catalogue = change("SEK003", "parameters: {fewest: 2}", ADJUSTABLE)
        was = RULES.named("SEK003").parameters["fewest"]
        assert ruleset.deviations[0].parameters == (Parameter("fewest", was, 2),)
        [bound] = [one for one in catalogue.bound if one.rule.id == "SEK003"]
        assert bound.parameters.fewest == 2

    def test_what_is_as_by_default_is_no_deviation(self) -> None:
        assert change("DEL011", "severity: warning")[0].deviations == ()

    def test_a_rule_on_request_is_run_only_where_it_is_turned_on(self) -> None:
        assert "DEL015" not in {one.rule.id for one in OPT_IN.checking}
        ruleset, catalogue = change("DEL015", "on: true", OPT_IN)
        assert "DEL015" in {one.rule.id for one in catalogue.checking}
        assert [(one.rule, one.on) for one in ruleset.deviations] == [("DEL015", True)]

    def test_naming_a_rule_on_request_or_one_turned_off_runs_it(self) -> None:
        assert [one.rule.id for one in OPT_IN.only(["DEL015"]).checking] == ["DEL015"]
        _, catalogue = change("DEL015", "off: true")
        assert [one.rule.id for one in catalogue.only(["DEL015"]).checking] == ["DEL015"]

    @pytest.mark.parametrize("rule", [one.rule for one in RULES.bound if not one.rule.opt_in])
    def test_law_privacy_and_what_is_true_or_false_can_be_neither_turned_off_nor_lowered(
        self, rule: Rule
    ) -> None:
        lower = f"severity: {Severity.INFO}" if rule.severity is not Severity.INFO else "off: true"
        refused = "är ett tillval" if rule.opt_in else r"och kan inte (stängas av|sänkas)\.$"
        for what in ("off: true", lower):
            if rule.basis in FREE:
                assert len(change(rule.id, what)[0].deviations) == 1
            else:
                with pytest.raises(RuleFileError, match=refused):
                    change(rule.id, what)


CHANGE = "extends: default\nrules:\n  {}:\n    reason: Därför.\n"


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize(
    ("text", "line", "sentence"),
    [
        ("rules: {}\n", 1, "nyckeln extends saknas."),
        ("extends: allt\n", 1, "extends ska vara default."),
        ("extends:\n", 1, "nyckeln extends saknas."),
        ("extends: default\nrule: {}\n", 2, "nyckeln rule är okänd, menade du rules?"),
        ("extends: default\nrules: []\n", 2, "rules ska vara en uppställning med nycklar."),
        ("extends: default\nrules: {DEL011: off}\n", 2, "DEL011 ska vara {keys}."),
        (CHANGE.format("DEL0011"), 3, "regeln DEL0011 finns inte, menade du DEL011?"),
        (CHANGE.format("zzz"), 3, "regeln zzz finns inte."),
        (CHANGE.format("DEL011"), 3, "DEL011: ange off, on, severity eller parameters."),
        (CHANGE.format("DEL011") + "    of: true\n", 5, "nyckeln of är okänd, menade du off?"),
        (CHANGE.format("DEL011") + "    off: ja\n", 5, "off ska vara true eller false."),
        (CHANGE.format("DEL011") + "    on: true\n", 5, "DEL011 är inget tillval och {on}."),
        (CHANGE.format("DEL011") + "    severity: fel\n", 5, "severity ska vara {severities}."),
        (
            CHANGE.format("DEL011") + "    off: true\n    severity: info\n",
            5,
            "off: true går inte ihop med en annan ändring av regeln.",
        ),
        (
            CHANGE.format("DEL011") + "    parameters: {fewest: 4}\n",
            5,
            "fewest går inte att ändra: DEL011 har inga tal som en regeluppsättning kan ändra.",
        ),
        (
            CHANGE.format("DEL011") + "    parameters: {fewest: fyra}\n",
            5,
            "fewest ska vara ett heltal.",
        ),
        (
            CHANGE.format("DEL015") + "    severity: warning\n",
            5,
            "DEL015 har grunden practice och får högst vara info.",
        ),
        (GOOD.replace("Nämnden vill se tomma rubriker som upplysningar.", ""), 5, "{why}"),
        (GOOD.replace("Nämnden vill se tomma rubriker som upplysningar.", "' '"), 5, "{why}"),
        (
            GOOD.replace("Nämnden vill se tomma rubriker som upplysningar.", '"\\u200b…"'),
            5,
            "{why}",
        ),
        (GOOD.replace("    reason: Nämnden", "    # Nämnden"), 3, "nyckeln reason saknas."),
        (GOOD + "  tom-del: {off: true, reason: Paus}\n", 6, "DEL011 ändras redan på rad 3."),
        (GOOD + "    reason: Igen.\n", 6, "filen går inte att läsa: {twice}."),
        ('extends: "default\n', 1, "filen går inte att läsa: citattecknet avslutas inte."),
        ("", 1, "filen går inte att läsa: filen är tom."),
        ("extends: default\nreports: ..\n", 2, "reports {below}"),
        ("extends: default\nreports: /etc\n", 2, "reports {below}"),
        ("extends: default\nrules_folder: ../regler\n", 2, "rules_folder {below}"),
        ("extends: default\nrules_folder: .\n", 2, "rules_folder {below}"),
        ("extends: default\nrules_folder: ''\n", 2, "rules_folder {below}"),
        ("extends: default\nrules_folder: borta\n", 2, "mappen i rules_folder finns inte."),
        ("extends: default\nrules_folder: 7\n", 2, "rules_folder ska vara en text."),
    ],
)
def test_what_does_not_hold_is_told_with_file_and_line(text: str, line: int, sentence: str) -> None:
    words = {
        "on": "är redan påslagen",
        "severities": "error, warning eller info",
        "why": "reason är tomt: skriv varför.",
        "below": "ska vara en mapp under mappen med kvalitetskoll.yaml.",
        "twice": "samma nyckel två gånger",
        "keys": "en uppställning med nycklar",
    }
    assert fault(text) == f"kvalitetskoll.yaml:{line}: {sentence.format(**words)}"


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize(
    ("rule", "what", "sentence"),
    [
        ("LEX001", "off: true", "LEX001 {law} och kan inte stängas av."),
        ("TAB001", "off: true", "TAB001 {sum} och kan inte stängas av."),
        ("TAB001", "severity: warning", "TAB001 {sum} och kan inte sänkas."),
        ("SEK001", "off: true", "SEK001 rör sekretess och kan inte stängas av."),
        ("SEK001", "severity: warning", "SEK001 rör sekretess och kan inte sänkas."),
        ("UND002", "off: true", "UND002 {sum} och kan inte stängas av."),
    ],
)
def test_why_a_rule_cannot_be_turned_off_or_lowered(rule: str, what: str, sentence: str) -> None:
    lawful = next(one.rule for one in RULES.bound if one.rule.basis is Basis.LAW)
    rule = lawful.id if rule == "LEX001" else rule
    words = {"law": "vilar på lag", "sum": "kontrollerar att rapporten går ihop"}
    told = fault(f"extends: default\nrules:\n  {rule}:\n    {what}\n    reason: Därför.\n")
    assert told == f"kvalitetskoll.yaml:4: {sentence.replace('LEX001', rule).format(**words)}"


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize(
    ("catalogue", "rule", "what", "sentence"),
    [
        (ADJUSTABLE, "SEK003", "parameters: {fewest: 1}", "fewest ska vara mellan 2 och 9."),
        (ADJUSTABLE, "SEK003", "parameters: {fewest: 10}", "fewest ska vara mellan 2 och 9."),
        (ADJUSTABLE, "SEK003", "parameters: {fewst: 4}", "{no}, menade du fewest?"),
        (ADJUSTABLE, "SEK003", "parameters: {known: 4}", "{known}: i SEK003 kan fewest ändras."),
        (OPT_IN, "DEL015", "severity: info", "DEL015 är ett tillval: slå på den med on: true."),
        (OPT_IN, "DEL015", "off: true", "DEL015 är ett tillval och körs inte om {none}."),
    ],
)
def test_what_a_number_and_a_rule_on_request_cannot_be(
    catalogue: Catalogue, rule: str, what: str, sentence: str
) -> None:
    words = {
        "no": "fewst går inte att ändra",
        "known": "known går inte att ändra",
        "none": "inget slår på den",
    }
    told = fault(f"extends: default\nrules:\n  {rule}: {{{what}, reason: Därför}}\n", catalogue)
    assert told == f"kvalitetskoll.yaml:3: {sentence.format(**words)}"


class TestFound:
    """Which ruleset a run uses."""

    def found(self, *paths: str, named: str | None = None) -> str:
        return ruleset_of(paths, named, RULES)[0].file

    def test_the_nearest_at_or_above_the_first_path(self, home: Path) -> None:
        (home / "a/b/c").mkdir(parents=True)
        for folder in ("", "a/b/"):
            (home / f"{folder}kvalitetskoll.yaml").write_text("extends: default\n")
        assert self.found("a/b/c") == "a/b/kvalitetskoll.yaml"
        assert self.found("a/b/c/rapport.yaml", "a") == "a/b/kvalitetskoll.yaml"
        assert self.found("a", "a/b") == "kvalitetskoll.yaml"
        assert self.found() == self.found("-") == "kvalitetskoll.yaml"
        assert self.found("a/b", named="kvalitetskoll.yaml") == "kvalitetskoll.yaml"

    def test_none_beyond_the_repository(self, home: Path) -> None:
        (home / "förråd/rapporter").mkdir(parents=True)
        (home / "kvalitetskoll.yaml").write_text("extends: default\n")
        (home / "förråd/.git").mkdir()
        assert self.found("förråd/rapporter") == ""
        assert ruleset_of(["förråd"], None, OPT_IN) == (DEFAULT, OPT_IN)
        (home / "förråd/kvalitetskoll.yaml").write_text("extends: default\n")
        assert self.found("förråd/rapporter") == "förråd/kvalitetskoll.yaml"

    def test_the_default_rules_by_their_name_whatever_lies_in_the_way(self, home: Path) -> None:
        (home / "kvalitetskoll.yaml").write_text(GOOD, encoding="utf-8")
        assert self.found("rapport.yaml") == "kvalitetskoll.yaml"
        (home / "default").write_text(GOOD, encoding="utf-8")
        assert ruleset_of(["rapport.yaml"], "default", OPT_IN) == (DEFAULT, OPT_IN)
        assert self.found("rapport.yaml", named="./default") == "default"

    def test_a_link_that_leads_out_is_not_followed_unless_it_is_named(self, home: Path) -> None:
        (home / "a").mkdir()
        (home / "regler.yaml").write_text("extends: default\n")
        (home / "a/kvalitetskoll.yaml").symlink_to(home / "regler.yaml")
        with pytest.raises(RuleFileError) as caught:
            self.found("a")
        told = "a/kvalitetskoll.yaml:1: länken leder ut ur mappen, och följs inte."
        assert str(caught.value) == told
        assert self.found("a", named="a/kvalitetskoll.yaml") == "a/kvalitetskoll.yaml"

    @pytest.mark.parametrize(
        ("name", "sentence"),
        [("borta.yaml", "filen finns inte."), ("mapp", "det är en mapp.")],
    )
    def test_a_named_file_that_cannot_be_read_is_told(
        self, home: Path, name: str, sentence: str
    ) -> None:
        (home / "mapp").mkdir()
        with pytest.raises(RuleFileError) as caught:
            self.found(named=name)
        assert str(caught.value) == f"{name}:1: {sentence}"

    def test_a_file_of_megabytes_is_too_large(self, home: Path) -> None:
        (home / "kvalitetskoll.yaml").write_text("extends: default\n" + "# fyllning\n" * 100_000)
        with pytest.raises(RuleFileError, match=r"^kvalitetskoll.yaml:1: filen är för stor\.$"):
            self.found()


class TestOwnRules:
    """A municipality's own rules."""

    @pytest.fixture(autouse=True)
    def _folder(self, home: Path) -> None:
        (home / "regler").mkdir()

    def own(self, **texts: str) -> tuple[Ruleset, Catalogue]:
        for name, text in texts.items():
            Path(f"regler/{name}.yaml").write_text(text, encoding="utf-8")
        return load("extends: default\nrules_folder: regler\n")

    def fault(self, **texts: str) -> str:
        with pytest.raises(RuleFileError) as caught:
            self.own(**texts)
        return str(caught.value)

    def test_they_are_run_with_the_default_ones(self, home: Path) -> None:
        second = OWN.replace("EGN001", "EGN002").replace("egen-regel", "andra-regel")
        ruleset, catalogue = self.own(a=OWN, b=second)
        assert (ruleset.own, ruleset.deviations) == (("EGN001", "EGN002"), ())
        assert ruleset.own_folder == str(home.resolve() / "regler")
        assert len(catalogue.bound) == len(RULES.bound) + 2
        assert catalogue.named("vår-andra-regel").id == "EGN002"
        assert [one.rule.id for one in catalogue.bound] == sorted(
            one.rule.id for one in catalogue.bound
        )

    @pytest.mark.parametrize("basis", [one for one in Basis if one.highest is Severity.ERROR])
    def test_a_municipality_makes_no_law(self, basis: Basis) -> None:
        text = OWN.replace("practice", basis).replace("title:", "sources: [SoL-2025-27-5]\ntitle:")
        if basis in {Basis.LAW, Basis.REGULATION}:
            told = f"regler/a.yaml:5: grunden {basis} får bara standardregler ha. Välj template, "
            assert self.fault(a=text).startswith(told)
        else:
            assert self.own(a=text)[1].named("EGN001").basis is basis

    def test_a_recommendation_needs_a_source_as_for_everybody(self) -> None:
        told = "grunden general_advice kräver en källa som är läst eller återgiven."
        assert told in self.fault(a=OWN.replace("practice", "general_advice")).lower()

    @pytest.mark.parametrize(
        ("old", "new", "line", "sentence"),
        [
            ("EGN001", "TAB001", 1, "TAB001 finns redan bland standardreglerna. {prefix}"),
            (
                "vår-egen-regel",
                "tom-del",
                2,
                "tom-del finns redan bland standardreglerna. {prefix}",
            ),
            ("check: each_has", "check: finns", 8, "Kontrollen finns finns inte."),
            ("severity: info", "severity: fel", 5, "severity ska vara error, warning eller info."),
            ("all_of", "allof", 11, "nyckeln allof är okänd, menade du all_of?"),
        ],
    )
    def test_what_does_not_hold_is_told_with_file_and_line(
        self, old: str, new: str, line: int, sentence: str
    ) -> None:
        prefix = "Ge egna regler ett eget prefix, till exempel EGN001."
        text = OWN.replace(old, new)
        assert self.fault(a=text) == f"regler/a.yaml:{line}: {sentence.format(prefix=prefix)}"

    def test_what_reading_finds_is_not_for_them_to_word(self) -> None:
        start, end = OWN.index("  items:"), OWN.index("message:")
        text = (OWN[:start] + "  code: empty\n" + OWN[end:]).replace("each_has", "builtin")
        told = "regler/a.yaml:8: en egen regel kan inte ha kontrollen builtin."
        assert self.fault(a=text) == told

    def test_the_same_id_twice_is_told(self) -> None:
        told = "regler/b.yaml:1: EGN001 finns redan i en annan regelfil."
        assert self.fault(a=OWN, b=OWN) == told

    def test_a_folder_without_rules_is_told(self) -> None:
        told = "kvalitetskoll.yaml:2: mappen i rules_folder har inga regelfiler."
        assert self.fault() == told

    def test_a_link_out_of_the_folder_is_not_followed(self, home: Path) -> None:
        (home / "annan.yaml").write_text(OWN)
        (home / "regler/länk.yaml").symlink_to(home / "annan.yaml")
        told = "regler/länk.yaml:1: länken leder ut ur mappen, och följs inte."
        assert self.fault() == told

    def test_there_are_at_most_five_hundred(self, home: Path) -> None:
        for number in range(501):
            (home / f"regler/{number:03}.yaml").write_text("")
        assert self.fault() == "regler/500.yaml:1: mappen har fler än 500 regelfiler."

    def test_together_they_are_at_most_two_megabytes(self, home: Path) -> None:
        for name in "abc":
            (home / f"regler/{name}.yaml").write_text("#" * 1_000_000)
        assert self.fault() == "regler/c.yaml:1: filen är för stor."

    def test_their_words_are_made_harmless(self) -> None:
        text = OWN.replace("Åtgärden har ingen ansvarig.", '"::error::\u202eÅtgärden  är tom."')
        rule = self.own(a=text)[1].named("EGN001")
        assert rule.message == ": :error: :\\u202eÅtgärden är tom."
        assert rule.title == "Åtgärden har ingen ansvarig"

    @pytest.mark.parametrize(
        "items", ['["**.a.**.b.**.c"]', str([f"a{number}" for number in range(21)])]
    )
    def test_no_selector_can_take_for_ever(self, items: str) -> None:
        told = "regler/a.yaml:9: en egen regel får ha högst 20 väljare, med högst 2 ** i var."
        assert self.fault(a=OWN.replace('["planerade_åtgärder[*]"]', items)) == told

    @pytest.mark.parametrize("prefix", ["TAB", "FORM", "KRAV", "BED"])
    def test_none_looks_like_one_of_ours(self, prefix: str) -> None:
        told = f"regler/a.yaml:1: id som börjar på {prefix} är standardreglernas. Ge egna regler"
        text = OWN.replace("EGN001", f"{prefix}999")
        assert self.fault(a=text) == f"{told} ett eget prefix, till exempel EGN001."

    def test_both_endings_of_yaml_are_read(self) -> None:
        Path("regler/a.yml").write_text(OWN, encoding="utf-8")
        assert self.own()[0].own == ("EGN001",)

    def test_an_id_and_a_name_that_only_differ_in_case_are_the_same(self) -> None:
        second = OWN.replace("EGN001", "EGN002").replace("vår-egen-regel", "egn001")
        told = "regler/b.yaml:1: egn001 finns redan i en annan regelfil."
        assert self.fault(a=OWN, b=second) == told

    @pytest.mark.parametrize(
        "values",
        [
            "all_of: [ansvarig]\n  any_of: " + str(["inkom"] * 101),
            "all_of: [" + "a" * 501 + "]",
            "all_of: [ansvarig]\n  when: {" + ", ".join(f"k{n}: [a]" for n in range(101)) + "}",
            "all_of: [ansvarig]\n  when: {läge: " + str(["a"] * 101) + "}",
        ],
    )
    def test_no_parameter_is_larger_than_a_rule_needs(self, values: str) -> None:
        told = (
            "regler/a.yaml:9: en parameter får ha högst 100 poster, och en post högst 500 tecken."
        )
        assert self.fault(a=OWN.replace("all_of: [ansvarig]", values)) == told

    def test_words_that_say_nothing_are_none(self) -> None:
        text = OWN.replace("fix: Skriv en roll.", 'fix: "\\u200b"')
        assert self.fault(a=text) == "regler/a.yaml:7: fix är tomt."

    def test_they_can_be_turned_off_as_others(self) -> None:
        Path("regler/a.yaml").write_text(OWN, encoding="utf-8")
        text = "extends: default\nrules_folder: regler\nrules:\n  EGN001: {off: true, reason: Paus}"
        assert [one.rule for one in load(text)[0].deviations] == ["EGN001"]
