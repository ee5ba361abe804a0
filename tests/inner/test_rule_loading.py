"""A rule file is read and bound, or told to be wrong with its file, its line and a sentence."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from checker.binding import Bound, bind, bind_trusted
from checker.checks.fields import EachHas
from checker.checks.registry import CHECKS
from checker.document.reader import read_document
from checker.finding import Basis, Severity
from checker.rule import Example, Examples, Rule
from checker.rule_file import RuleFileError, read_rule

if TYPE_CHECKING:
    from tests.inner.conftest import Bench

FILE = "lexsarah/LEX003.yaml"
TEXT = """\
id: LEX003
name: bedömt-ärende
title: Ett ärende utan åtgärd
basis: law
severity: error
sources:
  - LAG-1
  - LAG-2
why: Därför.
fix: Skriv en åtgärd.
check: each_has
with:
  items: ["**.ärenden[*]"]
  any_of: [åtgärder]
  unless:
    bedömning: [inget missförhållande]
message: Ärendet {vad} saknar {fält}.
examples:
  good:
    - name: bra
      report: "a: 1"
  bad:
    - name: dålig
      report: "a: 2  # <- LEX003"
      line: 3
"""


def load(bench: Bench, text: str) -> Bound:
    sources = {
        one.id: one
        for one in (
            bench.source(id="LAG-1"),
            bench.source(id="LAG-2"),
            bench.source(id="MINNE", confidence="MEMORY"),
            bench.source(id="ANDRA", confidence="SECONDARY"),
        )
    }
    document = read_document(text.encode(), FILE, traps=False)
    return bind(read_rule(document), sources, document)


def fault(bench: Bench, *changes: tuple[str, str], text: str = TEXT) -> tuple[int, str]:
    """The line and the sentence for the file with some of its text changed."""
    for old, new in changes:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    with pytest.raises(RuleFileError) as caught:
        load(bench, text)
    error = caught.value
    assert str(error) == f"{FILE}:{error.line}: {error.sentence}"
    assert error.file == FILE
    return error.line, error.sentence


def test_a_rule_is_read_whole() -> None:
    assert read_rule(read_document(TEXT.encode(), FILE, traps=False)) == Rule(
        id="LEX003",
        name="bedömt-ärende",
        title="Ett ärende utan åtgärd",
        basis=Basis.LAW,
        severity=Severity.ERROR,
        why="Därför.",
        fix="Skriv en åtgärd.",
        check="each_has",
        message="Ärendet {vad} saknar {fält}.",
        sources=("LAG-1", "LAG-2"),
        parameters={
            "items": ["**.ärenden[*]"],
            "any_of": ["åtgärder"],
            "unless": {"bedömning": ["inget missförhållande"]},
        },
        examples=Examples(
            good=(Example(name="bra", report="a: 1"),),
            bad=(Example(name="dålig", report="a: 2  # <- LEX003", line=3),),
        ),
    )


def test_what_a_rule_file_leaves_out_has_a_plain_meaning() -> None:
    rule = read_rule(read_document(TEXT.encode(), FILE, traps=False))
    assert (rule.when_draft, rule.together) == ("finding", False)
    assert (rule.message_many, rule.label) == ("", "")
    (good,) = rule.examples.good
    assert (good.line, good.bare, good.repeat) == (None, False, 1)
    assert {good.bytes, good.period, good.status, good.filename} == {""}


def test_a_bound_rule_has_its_check_and_its_parameters(bench: Bench) -> None:
    bound = load(bench, TEXT)
    assert bound.check is CHECKS["each_has"]
    assert bound.selectors == ("**.ärenden[*]",)
    assert bound.code is None
    assert bound.parameters == EachHas(
        items=("**.ärenden[*]",),
        any_of=("åtgärder",),
        unless={"bedömning": ("inget missförhållande",)},
    )


def test_a_single_selector_needs_no_list(bench: Bench) -> None:
    bound = load(bench, TEXT.replace('items: ["**.ärenden[*]"]', 'items: "**.ärenden[*]"'))
    assert bound.selectors == ("**.ärenden[*]",)
    assert bind_trusted(bound.rule) == bound


def test_a_rule_that_was_checked_before_is_bound_to_the_same(bench: Bench) -> None:
    bound = load(bench, TEXT)
    assert bind_trusted(bound.rule) == bound


def test_a_rule_for_what_reading_finds_has_its_code(bench: Bench) -> None:
    bound = bind_trusted(bench.rule(check="builtin", parameters={"code": "tag"}))
    assert bound.code == "tag"
    assert bound.selectors == ()
    assert tuple(bound.check.run(bench.item("a: 1"), bound.parameters)) == ()


@pytest.mark.parametrize(
    ("text", "line", "code"),
    [("id: [", 1, "unclosed"), ("- a\n", 1, "not-mapping"), ("a: 1\na: 2\n", 2, "duplicate-key")],
)
def test_a_file_that_is_no_yaml_is_told_with_its_line(
    bench: Bench, text: str, line: int, code: str
) -> None:
    document = read_document(text.encode(), FILE, traps=False)
    told, sentence = fault(bench, text=text)
    assert (told, sentence) == (line, f"filen går inte att läsa ({document.faults[0].code}).")
    if code != "unclosed":
        assert document.faults[0].code == code


def test_an_empty_file_lacks_everything(bench: Bench) -> None:
    assert fault(bench, text="id:\n") == (1, "id ska vara en text.")


@pytest.mark.parametrize(
    ("old", "key"),
    [
        ("id: LEX003\n", "id"),
        ("title: Ett ärende utan åtgärd\n", "title"),
        ("check: each_has\n", "check"),
        ("message: Ärendet {vad} saknar {fält}.\n", "message"),
        ("severity: error\n", "severity"),
    ],
)
def test_a_key_that_is_missing_is_named(bench: Bench, old: str, key: str) -> None:
    assert fault(bench, (old, "")) == (1, f"nyckeln {key} saknas.")


def test_a_missing_parameter_is_told_at_the_parameters(bench: Bench) -> None:
    assert fault(bench, ('  items: ["**.ärenden[*]"]\n', "")) == (12, "nyckeln items saknas.")


def test_a_missing_example_name_is_told_at_its_example(bench: Bench) -> None:
    assert fault(bench, ("name: dålig\n      report", "report")) == (23, "nyckeln name saknas.")


@pytest.mark.parametrize(
    ("old", "new", "line", "sentence"),
    [
        ("why:", "varför: x\nwhy:", 9, "nyckeln varför är okänd."),
        ("  any_of:", "  väder:", 14, "nyckeln väder är okänd."),
        ("      line: 3", "      rad: 3", 25, "nyckeln rad är okänd."),
    ],
)
def test_an_unknown_key_is_named(
    bench: Bench, old: str, new: str, line: int, sentence: str
) -> None:
    assert fault(bench, (old, new)) == (line, sentence)


@pytest.mark.parametrize(
    ("old", "new", "line", "words"),
    [
        ("\ntitle:", "\ntitel: x\ntitle:", 3, "nyckeln titel är okänd, menade du title?"),
        ("  any_of:", "  anyof:", 14, "nyckeln anyof är okänd, menade du any_of?"),
    ],
)
def test_an_unknown_key_is_told_with_the_one_that_was_meant(
    bench: Bench, old: str, new: str, line: int, words: str
) -> None:
    assert fault(bench, (old, new)) == (line, words)


@pytest.mark.parametrize(
    ("old", "new", "line", "sentence"),
    [
        ("title: Ett ärende utan åtgärd", "title: 5", 3, "title ska vara en text."),
        ("title: Ett ärende utan åtgärd", "title:", 3, "title ska vara en text."),
        (
            "basis: law",
            "basis: lag",
            4,
            (
                "basis ska vara law, regulation, general_advice, template, consistency, privacy"
                " eller practice."
            ),
        ),
        ("severity: error", "severity: fel", 5, "severity ska vara error, warning eller info."),
        ("  - LAG-1\n  - LAG-2\n", "", 6, "sources ska vara en lista."),
        ("sources:\n  - LAG-1\n  - LAG-2", "sources: LAG-1", 6, "sources ska vara en lista."),
        ("  - LAG-2", "  - [LAG-2]", 8, "sources ska vara en text."),
        ('items: ["**.ärenden[*]"]', "items: 5", 13, "items ska vara en lista."),
        ("      line: 3", "      line: [3]", 25, "line ska vara ett heltal."),
        ("      line: 3", "      bare: 3.5", 25, "bare ska vara true eller false."),
        (
            "  unless:\n    bedömning: [inget missförhållande]",
            "  unless: x",
            15,
            "unless ska vara en uppställning med nycklar.",
        ),
        ("fix: Skriv en åtgärd.", "fix: [a]", 10, "fix ska vara en text."),
        (
            "  good:\n    - name: bra\n",
            "  good: 5\n  god:\n    - name: bra\n",
            19,
            "good ska vara en lista.",
        ),
    ],
)
def test_a_value_of_the_wrong_kind_is_told_at_its_line(
    bench: Bench, old: str, new: str, line: int, sentence: str
) -> None:
    assert fault(bench, (old, new)) == (line, sentence)


@pytest.mark.parametrize("value", ["tre", "3.5", '"3"', "true"])
def test_only_a_number_is_a_number(bench: Bench, value: str) -> None:
    told = fault(bench, ("      line: 3", f"      line: {value}"))
    assert told == (25, "line ska vara ett heltal.")


@pytest.mark.parametrize("value", ['"yes"', "1", "ja"])
def test_only_true_and_false_are_truth_values(bench: Bench, value: str) -> None:
    told = fault(bench, ("why:", f"together: {value}\nwhy:"))
    assert told == (9, "together ska vara true eller false.")


def test_when_draft_knows_two_words(bench: Bench) -> None:
    told = fault(bench, ("why:", "when_draft: senare\nwhy:"))
    assert told == (9, "when_draft ska vara finding eller todo.")


@pytest.mark.parametrize("id_", ["lex003", "LE003", "LEXSA003", "LEX03", "LEX0033", "ÅEX003"])
def test_an_ill_formed_id_is_refused(bench: Bench, id_: str) -> None:
    sentence = "id ska vara tre eller fyra versaler och tre siffror, som TAB001."
    assert fault(bench, ("id: LEX003", f"id: {id_}")) == (1, sentence)


@pytest.mark.parametrize("id_", ["LEX003", "FORM101"])
def test_an_id_has_three_or_four_letters(bench: Bench, id_: str) -> None:
    text = TEXT.replace("id: LEX003", f"id: {id_}")
    assert load(bench, text).rule.id == id_


@pytest.mark.parametrize(
    "name", ["Bedömt", "bedömt ärende", "bedömt--ärende", "-bedömt", "bedömt-", "a_b"]
)
def test_an_ill_formed_name_is_refused(bench: Bench, name: str) -> None:
    sentence = "name ska vara gemena ord med bindestreck emellan."
    assert fault(bench, ("name: bedömt-ärende", f"name: {name}")) == (2, sentence)


@pytest.mark.parametrize(
    ("old", "key", "line"),
    [
        ("title: Ett ärende utan åtgärd", "title", 3),
        ("why: Därför.", "why", 9),
        ("fix: Skriv en åtgärd.", "fix", 10),
        ("message: Ärendet {vad} saknar {fält}.", "message", 17),
    ],
)
@pytest.mark.parametrize("blank", ['""', '"  "'])
def test_a_text_that_is_blank_is_refused(
    bench: Bench, old: str, key: str, line: int, blank: str
) -> None:
    assert fault(bench, (old, f"{key}: {blank}")) == (line, f"{key} är tomt.")


@pytest.mark.parametrize(
    ("kind", "old"),
    [
        ("good", '    - name: bra\n      report: "a: 1"\n'),
        ("bad", '    - name: dålig\n      report: "a: 2  # <- LEX003"\n      line: 3\n'),
    ],
)
def test_a_rule_without_a_good_and_a_bad_example_is_refused(
    bench: Bench, kind: str, old: str
) -> None:
    told = fault(bench, (f"  {kind}:\n{old}", f"  {kind}: []\n"))
    assert told == (18, f"Regeln saknar exempel under {kind}.")


def test_a_rule_without_examples_is_refused(bench: Bench) -> None:
    start = TEXT.index("examples:")
    assert fault(bench, text=TEXT[:start]) == (1, "Regeln saknar exempel under good.")


@pytest.mark.parametrize(
    ("check", "sentence"),
    [
        ("each_hass", "Kontrollen each_hass finns inte. Menade du each_has?"),
        ("väder", "Kontrollen väder finns inte."),
    ],
)
def test_an_unknown_check_is_named(bench: Bench, check: str, sentence: str) -> None:
    assert fault(bench, ("check: each_has", f"check: {check}")) == (11, sentence)


def test_an_unknown_source_is_named_at_its_line(bench: Bench) -> None:
    sentence = "Källan LAG-3 finns inte i sources.yaml."
    assert fault(bench, ("  - LAG-2", "  - LAG-3")) == (8, sentence)


@pytest.mark.parametrize(
    ("basis", "severity", "highest"),
    [
        ("general_advice", "error", "warning"),
        ("practice", "warning", "info"),
        ("practice", "error", "info"),
    ],
)
def test_a_severity_above_the_basis_is_refused(
    bench: Bench, basis: str, severity: str, highest: str
) -> None:
    changes = (("basis: law", f"basis: {basis}"), ("severity: error", f"severity: {severity}"))
    sentence = f"En regel med grunden {basis} får högst vara {highest}."
    assert fault(bench, *changes) == (5, sentence)


@pytest.mark.parametrize(
    ("basis", "severity"),
    [("law", "info"), ("general_advice", "warning"), ("practice", "info"), ("template", "error")],
)
def test_a_severity_within_the_basis_is_allowed(bench: Bench, basis: str, severity: str) -> None:
    text = TEXT.replace("basis: law", f"basis: {basis}")
    rule = load(bench, text.replace("severity: error", f"severity: {severity}")).rule
    assert (rule.basis, rule.severity) == (basis, severity)


@pytest.mark.parametrize("basis", ["law", "regulation", "general_advice"])
@pytest.mark.parametrize("sources", ["sources: []", "sources: [MINNE]"])
def test_a_norm_that_nobody_has_read_carries_no_rule(
    bench: Bench, basis: str, sources: str
) -> None:
    changes = (
        ("basis: law", f"basis: {basis}"),
        ("severity: error", "severity: warning"),
        ("sources:\n  - LAG-1\n  - LAG-2", sources),
    )
    sentence = f"Grunden {basis} kräver en källa som är läst eller återgiven."
    assert fault(bench, *changes) == (6, sentence)


@pytest.mark.parametrize("sources", ["[ANDRA]", "[MINNE, LAG-1]"])
def test_one_citable_norm_is_enough(bench: Bench, sources: str) -> None:
    text = TEXT.replace("sources:\n  - LAG-1\n  - LAG-2", f"sources: {sources}")
    assert len(load(bench, text).rule.sources) == sources.count(",") + 1


@pytest.mark.parametrize("basis", ["template", "consistency", "privacy"])
def test_a_rule_of_ours_needs_no_norm(bench: Bench, basis: str) -> None:
    text = TEXT.replace("basis: law", f"basis: {basis}")
    assert load(bench, text.replace("sources:\n  - LAG-1\n  - LAG-2\n", "")).rule.sources == ()


def test_a_selector_that_cannot_be_read_is_told(bench: Bench) -> None:
    changes = (('["**.ärenden[*]"]', '["**.ärenden", "a[0]"]'),)
    assert fault(bench, *changes) == (13, "Väljaren a[0] går inte att läsa.")


def test_a_name_that_the_check_does_not_fill_in_is_told(bench: Bench) -> None:
    changes = (("saknar {fält}.", "{saknas} och {fel}."),)
    assert fault(bench, *changes) == (17, "Kontrollen ger inget värde för {fel}.")


def test_the_names_of_a_label_and_of_many_places_are_looked_at_too(bench: Bench) -> None:
    for key in ("label", "message_many"):
        changes = (("why: Därför.", f"why: Därför.\n{key}: '{{okänt}}'"),)
        assert fault(bench, *changes)[1] == "Kontrollen ger inget värde för {okänt}."


def test_how_many_is_a_name_in_the_message_about_many_places(bench: Bench) -> None:
    text = TEXT.replace("why: Därför.", "why: Därför.\nmessage_many: '{antal} ärenden.'")
    assert load(bench, text).rule.message_many == "{antal} ärenden."


def test_what_reading_finds_fills_in_names_of_its_own(bench: Bench) -> None:
    start, end = TEXT.index("check:"), TEXT.index("message:")
    text = TEXT[:start] + "check: builtin\nwith:\n  code: tag\n" + TEXT[end:]
    assert load(bench, text).code == "tag"


def test_a_foreign_key_is_shown_masked_and_without_marks_that_steer(bench: Bench) -> None:
    number = "64" + "0823-" + "32" + "35"
    told = fault(bench, ("      line: 3", f"      {number}\u200b##: 3"))
    assert told == (25, "nyckeln ÅÅMMDD-XXXX\\u200b# # är okänd.")


@pytest.mark.parametrize("line", ["      {}: 3", "# {}", "      line: 3 # {}"])
def test_a_rule_file_with_a_personal_number_does_not_load(bench: Bench, line: str) -> None:
    number = "64" + "0823-" + "32" + "34"
    told = fault(bench, ("      line: 3", line.format(number)))
    assert told == (
        25,
        "här står ett personnummer. Ta bort det; i ett exempel skriver du {personnummer}.",
    )


def test_the_file_name_of_an_error_is_shown_safely() -> None:
    error = RuleFileError("a\x1b##b" + "c" * 200, 3, "Fel.")
    assert str(error) == "a\\x1b# #b" + "c" * 114 + "…:3: Fel."


def with_check(check: str, **parameters: object) -> str:
    """The rule file with another check, whose parameters stand on the lines from 13."""
    start, end = TEXT.index("check:"), TEXT.index("message:")
    lines = "".join(f"  {name}: {value}\n" for name, value in parameters.items())
    message = TEXT[end:].replace("Ärendet {vad} saknar {fält}.", "Fel.")
    return f"{TEXT[:start]}check: {check}\nwith:\n{lines}{message}"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (with_check("each_has", items="[a]", if_any='[x, "a[["]'), 14),
        (with_check("part_present", called="x", parts='["a[["]'), 14),
        (with_check("not_empty", items='["a[["]'), 13),
    ],
)
def test_every_selector_of_a_rule_is_looked_at(bench: Bench, text: str, line: int) -> None:
    assert fault(bench, text=text) == (line, "Väljaren a[[ går inte att läsa.")


@pytest.mark.parametrize("path", ["a..b", ".a", "a.", "a[*]", "**.a", "a b", '""'])
@pytest.mark.parametrize(
    "text",
    [
        with_check("each_has", items="[a]", any_of='[x.y, "@"]'),
        with_check("each_has", items="[a]", all_of='["@"]'),
        with_check("value_among", items="[a]", field='"@"', values="[x]"),
        with_check("in_period", items="[a]", fields='["@"]', called="x"),
        with_check("in_period", items="[a]", unless_before='["@"]', fields="[x]", called="x"),
        with_check("stated_count", items="[a]", stated='"@"', listed="x", called="x"),
        with_check("stated_count", items="[a]", listed='"@"', stated="x", called="x"),
        with_check("balance", items="[a]", left='["@"]', right="[x]"),
        with_check("balance", items="[a]", right='["@"]', left="[x]"),
    ],
)
def test_every_path_of_a_rule_is_looked_at(bench: Bench, text: str, path: str) -> None:
    shown = "" if path == '""' else path
    sentence = f"Vägen {shown} ska vara nycklar med punkt emellan."
    assert fault(bench, text=text.replace('"@"', f'"{shown}"')) == (14, sentence)


@pytest.mark.parametrize(("fields", "names"), [("[a, b]", "[a]"), ("[a]", "[a, b]")])
def test_as_many_names_as_dates_are_asked_for(bench: Bench, fields: str, names: str) -> None:
    text = with_check("date_order", items="[a]", fields=fields, names=names)
    assert fault(bench, text=text)[0] >= 12


def test_it_is_told_what_has_the_wrong_form(bench: Bench) -> None:
    text = with_check("date_order", items="[a]", fields="[a, b]", names="[a]")
    told = "names ska ha lika många namn som fields har vägar."
    assert fault(bench, text=text) == (15, told)


@pytest.mark.parametrize(
    ("text", "line", "sentence"),
    [
        (with_check("all_zero", items="['']", parts="[]"), 14, "parts är tomt."),
        (with_check("part_present", called="x", parts="[]"), 14, "parts är tomt."),
        (with_check("follow_up", items="['']", plans="known", parts="[]"), 15, "parts är tomt."),
        (with_check("balance", items="['']", left="[]", right="[a]"), 14, "left är tomt."),
        (with_check("balance", items="['']", left="[a]", right="[]"), 15, "right är tomt."),
        (
            with_check("before_report", items="['']", fields="[a]", names="[]"),
            15,
            "names ska ha lika många namn som fields har vägar.",
        ),
        (
            with_check("repealed_act", number="2001:453", since="snart"),
            14,
            "since ska vara ett datum som 2025-07-01.",
        ),
        (
            with_check("repealed_act", number="''", since="2025-07-01"),
            13,
            "number är tomt.",
        ),
        (
            with_check("moved_citation", finds="left", act="SoL", since="snart", moved="{}"),
            15,
            "since ska vara ett datum som 2025-07-01.",
        ),
        (
            with_check(
                "moved_citation", finds="left", act="SoL", since="2025-07-01", moved="{här: där}"
            ),
            16,
            "moved ska ha ställen som 14 kap. 3 §.",
        ),
        (
            with_check("numbering", series="{'(a+)+:1': SOSFS}", about="[x]"),
            13,
            "series ska ha nummer som 2011:9.",
        ),
    ],
)
def test_what_no_check_can_work_with_is_told_before_any_report_is_read(
    bench: Bench, text: str, line: int, sentence: str
) -> None:
    assert fault(bench, text=text) == (line, sentence)


def test_true_is_no_number_that_a_ruleset_may_change(bench: Bench) -> None:
    text = with_check("each_has", items="[a]", all_of="[b]", unless_none="true")
    text = text.replace("message:", "adjustable: {unless_none: {min: 0, max: 1}}\nmessage:")
    told = "unless_none ska vara en parameter vars tal ligger mellan min och max."
    assert fault(bench, text=text) == (16, told)


@pytest.mark.parametrize(
    "text",
    [
        with_check("each_has", items="[a]", any_of="[x]", unless='{"a..b": [x]}'),
        with_check("each_has", items="[a]", any_of="[x]", when='{"a..b": [x]}'),
        with_check(
            "stated_count", items="[a]", stated="x", listed="y", called="x", match='["a..b"]'
        ),
    ],
)
def test_every_path_of_a_condition_is_looked_at(bench: Bench, text: str) -> None:
    fault(bench, text=text)


def test_how_many_is_no_name_in_the_message_about_one_place(bench: Bench) -> None:
    told = fault(bench, ("saknar {fält}.", "saknar {antal}."))
    assert told == (17, "Kontrollen ger inget värde för {antal}.")


def test_an_ill_formed_id_is_told_where_it_stands(bench: Bench) -> None:
    first, rest = TEXT.split("\n", 1)
    assert first == "id: LEX003"
    assert fault(bench, text=f"{rest}id: lex003\n")[0] == 25


def test_parameters_is_an_unknown_key_like_any_other(bench: Bench) -> None:
    told = fault(bench, ("with:", "parameters:"))
    assert told == (12, "nyckeln parameters är okänd, menade du with?")


@pytest.mark.parametrize(
    ("old", "new", "line", "sentence"),
    [
        ("      line: 3", "      linje: 3", 25, "nyckeln linje är okänd, menade du line?"),
        ("  good:\n", "  godd: []\n  good:\n", 19, "nyckeln godd är okänd, menade du good?"),
        ("with:\n", "whit: 1\nwith:\n", 12, "nyckeln whit är okänd, menade du with?"),
        ("      line: 3", "      check: 3", 25, "nyckeln check är okänd."),
    ],
)
def test_the_key_that_was_meant_is_one_of_the_same_block(
    bench: Bench, old: str, new: str, line: int, sentence: str
) -> None:
    assert fault(bench, (old, new)) == (line, sentence)


def test_parameters_are_keys_with_values(bench: Bench) -> None:
    start, end = TEXT.index("  items:"), TEXT.index("message:")
    text = f"{TEXT[:start]}  - items\n{TEXT[end:]}"
    assert fault(bench, text=text) == (12, "with ska vara en uppställning med nycklar.")


def test_a_rule_is_bound_anew_after_a_change(bench: Bench) -> None:
    rule = replace(load(bench, TEXT).rule, parameters={"items": ["a", "b"]})
    assert bind_trusted(rule).selectors == ("a", "b")
