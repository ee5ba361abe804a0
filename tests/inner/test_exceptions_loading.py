"""``undantag.yaml`` loads, or is told to be wrong with its file, its line and a sentence."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from checker.compiled import default_catalogue
from checker.document.reader import read_document
from checker.exceptions.gathering import Waivers
from checker.exceptions.model import is_bare, place_of
from checker.exceptions.reading import not_excusable, read_waivers
from checker.finding import Basis, Severity
from checker.rule_file import RuleFileError

if TYPE_CHECKING:
    from pathlib import Path

    from checker.exceptions.model import WaiverFile
    from tests.inner.conftest import Bench

CATALOGUE = default_catalogue()
GOOD = """\
undantag:
  - regel: TAB001
    rapport: ekero-2020.yaml
    ställe: avvikelser.totalt
    skäl: Återgivet som det är tryckt.
    beslutat_av: kvalitetsutvecklare
    till: 2027-12-31
"""
SECOND = GOOD.removeprefix("undantag:\n").replace("avvikelser.totalt", "synpunkter.totalt")


def load(text: str, folder: str = "mapp", name: str = "undantag.yaml") -> WaiverFile:
    document = read_document(text.encode(), name, traps=False)
    return read_waivers(document, folder, CATALOGUE)


def fault(text: str) -> tuple[int, str]:
    with pytest.raises(RuleFileError) as caught:
        Waivers.of([load(text)])
    assert caught.value.file == "undantag.yaml"
    return caught.value.line, caught.value.sentence


def test_a_file_gives_its_exceptions(tmp_path: Path) -> None:
    first, second = load(GOOD + SECOND.replace("    till: 2027-12-31\n", ""), str(tmp_path)).waivers
    assert (first.rule, first.place) == ("TAB001", "avvikelser.totalt")
    assert first.report == str(tmp_path.resolve() / "ekero-2020.yaml")
    assert (first.reason, first.decided_by) == (
        "Återgivet som det är tryckt.",
        "kvalitetsutvecklare",
    )
    assert (first.until, second.until) == (date(2027, 12, 31), None)
    assert (first.file, first.span.line, second.span.line) == ("undantag.yaml", 2, 8)


def test_a_rule_may_be_called_by_its_name() -> None:
    assert load(GOOD.replace("TAB001", "rader-ger-inte-totalen")).waivers[0].rule == "TAB001"


def test_an_exception_lasts_through_its_last_day() -> None:
    [waiver] = load(GOOD).waivers
    assert not waiver.has_ended(date(2027, 12, 31))
    assert waiver.has_ended(date(2028, 1, 1))


def test_a_list_without_exceptions_is_one() -> None:
    assert load("undantag: []\n").waivers == ()


@pytest.mark.parametrize(
    ("old", "new", "line", "sentence"),
    [
        ("TAB001", "TAB01", 2, "regeln TAB01 finns inte, menade du TAB019?"),
        ("TAB001", "rader-ger-inte-total", 2, "{0}, menade du rader-ger-inte-totalen?"),
        ("TAB001", "helt fel", 2, "regeln helt fel finns inte."),
        ("TAB001", "FORM103", 2, "FORM103 gäller filen i sig, och kan inte undantas."),
        ("TAB001", "UND002", 2, "UND002 gäller undantagen själva, och kan inte undantas."),
        ("TAB001", "PERS001", 2, "PERS001 är ett fel som rör sekretess, och kan inte undantas."),
        ("TAB001", "SEK001", 2, "SEK001 är ett fel som rör sekretess, och kan inte undantas."),
        ("TAB001", "[TAB001]", 2, "regel ska vara en text."),
        ("regel:", "rgel:", 2, "nyckeln rgel är okänd, menade du regel?"),
        ("    till:", "    tills:", 7, "nyckeln tills är okänd, menade du till?"),
        ("    till:", "    bilaga:", 7, "nyckeln bilaga är okänd."),
        ("    skäl: Återgivet som det är tryckt.\n", "", 2, "nyckeln skäl saknas."),
        (": Återgivet som det är tryckt.", ":", 5, "skäl är tomt: {why}."),
        ("Återgivet som det är tryckt.", '"  "', 5, "skäl är tomt: {why}."),
        ("Återgivet som det är tryckt.", '"\\u200b"', 5, "skäl är tomt: {why}."),
        ("kvalitetsutvecklare", "–", 6, "beslutat_av är tomt: skriv rollen som har beslutat."),
        ("kvalitetsutvecklare", "", 6, "beslutat_av är tomt: skriv rollen som har beslutat."),
        ("kvalitetsutvecklare", "7", 6, "beslutat_av ska vara en text."),
        ("avvikelser.totalt", '" "', 4, "ställe är tomt."),
        ("avvikelser.totalt", "planerade_åtgärder[3]", 4, "{bare}"),
        ("avvikelser.totalt", "a[namn=B].c[0].d", 4, "{bare}"),
        ("ekero-2020.yaml", '" "', 3, "rapport är tomt."),
        ("ekero-2020.yaml", "../annan.yaml", 3, "{out}"),
        ("ekero-2020.yaml", "under/../../annan.yaml", 3, "{out}"),
        ("ekero-2020.yaml", "/etc/passwd", 3, "{out}"),
        ("2027-12-31", "2027-02-30", 7, "till ska vara ett datum som 2027-12-31."),
        ("2027-12-31", "2027-W52-5", 7, "till ska vara ett datum som 2027-12-31."),
        ("2027-12-31", "31 december 2027", 7, "till ska vara ett datum som 2027-12-31."),
        ("2027-12-31", "2027", 7, "till ska vara en text."),
        (GOOD, GOOD + SECOND.replace("synpunkter", "avvikelser"), 8, "{same}"),
        (GOOD, "undantag: nej\n", 1, "undantag ska vara en lista."),
        (GOOD, "undantag:\n  - TAB001\n", 2, "varje post i undantag ska vara {keys}."),
        (GOOD, "inget: av detta\n", 1, "nyckeln undantag saknas."),
        (GOOD, GOOD + "regler: []\n", 8, "nyckeln regler är okänd."),
    ],
)
def test_what_does_not_hold_is_told_with_its_line(
    old: str, new: str, line: int, sentence: str
) -> None:
    words = {
        "why": "skriv varför påpekandet får stå kvar",
        "bare": "ställe räknar rader i en lista; raden behöver ett id, nr eller namn.",
        "out": "rapport leder ut ur mappen som undantag.yaml ligger i.",
        "keys": "en uppställning med nycklar",
        "same": "samma undantag står redan på rad 2.",
    }
    expected = sentence.format("regeln rader-ger-inte-total finns inte", **words)
    assert fault(GOOD.replace(old, new, 1)) == (line, expected)


def test_a_report_behind_a_link_out_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "mapp").mkdir()
    (tmp_path / "mapp/ut").symlink_to(tmp_path)
    with pytest.raises(RuleFileError, match=r":3: rapport leder ut ur mappen"):
        load(GOOD.replace("ekero", "ut/ekero"), str(tmp_path / "mapp"))


def test_the_same_exception_in_two_files_is_told_with_the_other_file(tmp_path: Path) -> None:
    (tmp_path / "under").mkdir()
    upper = load(GOOD.replace("ekero", "under/ekero"), str(tmp_path))
    lower = load(GOOD, str(tmp_path / "under"), "under/undantag.yaml")
    with pytest.raises(RuleFileError) as caught:
        Waivers.of([lower, upper])
    told = "undantag.yaml:2: samma undantag står redan på rad 2 i under/undantag.yaml."
    assert str(caught.value) == told


def test_foreign_text_in_an_error_is_a_key_or_a_word_and_is_made_harmless() -> None:
    _, sentence = fault(GOOD.replace("TAB001", '"##[error]::a::\u200b"'))
    assert sentence == "regeln # #[error]: :a: :\\u200b finns inte."


@pytest.mark.parametrize("basis", list(Basis))
@pytest.mark.parametrize("severity", list(Severity))
def test_only_errors_of_privacy_know_no_exception(
    bench: Bench, basis: Basis, severity: Severity
) -> None:
    rule = bench.rule(basis=basis, severity=severity)
    refused = basis is Basis.PRIVACY and severity is Severity.ERROR
    assert bool(not_excusable(rule)) is refused


def test_of_what_reading_finds_only_tables_and_what_may_be_a_number_can_be_excused() -> None:
    found = {rule.id for rule in CATALOGUE.builtin.values() if not not_excusable(rule)}
    assert found == {"TAB013", "TAB016", "PERS002", "PERS003"}


@pytest.mark.parametrize(
    ("place", "bare"),
    [
        ("avvikelser.totalt", False),
        ("ärenden[0]", True),
        ("ärenden[12].ivo", True),
        ("ärenden[nr=12].ivo", False),
        ("områden[namn=Enhet [3]].avvikelser", False),
        ("områden[namn=Enhet [3]].poster[3]", True),
        ("antal.Tidsbrist[år=2024]", False),
        ("områden[namn=A][0]", True),
        ("områden[namn=Plan [2].1].avvikelser", False),
        ("antal.Insats [2] i hemmet", False),
    ],
)
def test_a_position_is_told_from_a_name(place: str, bare: bool) -> None:  # noqa: FBT001
    assert is_bare(place) is bare


def test_a_place_is_compared_as_it_is_shown() -> None:
    assert place_of("") == "rapporten"
    assert place_of("antal.a::b") == place_of(place_of("antal.a::b")) == "antal.a: :b"
    assert len(place_of("x" * 900)) == 900
