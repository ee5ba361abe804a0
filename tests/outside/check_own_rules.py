"""A municipality's own ruleset and rules, used with the program as it is installed.

Run with the Python of an environment where the wheel is installed; needs nothing else. The
municipality's folder is copied to a temporary place, so that nothing of the checkout is in reach.
Prints each thing that is not as it should be and exits 1, or exits 0.

    python check_own_rules.py [FOLDER]
"""

from __future__ import annotations

import csv
import io
import json
import os
import shutil
import subprocess
import sys
import sysconfig
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
OWN = ["KOM001", "KOM002"]
CLEAN, BROKEN = "rapporter/omsorgsnamnden-2025.yaml", "rapporter/socialnamnden-2025.yaml"
FINDINGS = [
    (
        *("KOM001", BROKEN, 27, "warning", "template", "/riskanalys/risker/0/ansvarig"),
        "Risken 1 har ingen ansvarig. Kommunens mall vill att rollen står där.",
    ),
    (
        *("KOM002", BROKEN, 51, "info", "practice", "/planerade_åtgärder/0/ansvarig"),
        "Åtgärden 1 har Alla som ansvarig. Skriv en roll.",
    ),
]
DEVIATIONS = [
    ("DEL011", "error", [], "Nämnden har beslutat att ingen rubrik får stå tom.", 6),
    ("DEL013", "info", [], "Enheterna skriver analysen i bilagor det första året.", 9),
    ("ATG001", None, [], "Vår egen regel KOM002 frågar efter ansvarig.", 12),
    (
        *("RIM001", None, [("shortest", 80, 120)]),
        *("Våra enheter har en gemensam inledande mening.", 15),
    ),
]
CHANGES = [
    ["DEL011", "fel i stället för se över"],
    ["DEL013", "upplysning i stället för se över"],
    ["ATG001", "avstängd"],
    ["RIM001", "shortest 120 i stället för 80"],
]
OUTCOMES = [
    ["KOM001", CLEAN, "inga påpekanden"],
    ["KOM001", BROKEN, "1 påpekande, rad 27"],
    ["KOM002", CLEAN, "inga påpekanden"],
    ["KOM002", BROKEN, "1 påpekande, rad 51"],
]
VERDICT = "Klar med påpekanden (4 avsteg). 2 punkter kräver bedömning av en människa"
EXCEPTION = """\
undantag:
  - regel: KOM001
    rapport: socialnamnden-2025.yaml
    ställe: riskanalys.risker[nr=R1].ansvarig
    skäl: Rollen är vakant.
    beslutat_av: kvalitetsutvecklare
"""

faults: list[str] = []


def expect(what: str, got: object, wanted: object) -> None:
    """Remembers what is not as it should be."""
    if got != wanted:
        faults.append(f"{what}:\n  expected {wanted!r}\n  got      {got!r}")


def run(*words: str) -> subprocess.CompletedProcess[str]:
    """The command as it is installed beside this Python."""
    command = shutil.which("kvalitetskoll", path=sysconfig.get_path("scripts"))
    start = [command] if command else [sys.executable, "-m", "checker"]
    env = {**os.environ, "PYTHONUTF8": "1"}
    return subprocess.run([*start, *words], capture_output=True, encoding="utf-8", env=env)


def examples() -> None:
    """The examples of the own rules hold, and one that does not is told."""
    done = run("rules", "--test", "egna_regler")
    told = "2 regler, 7 exempel, 0 som inte håller\n"
    expect("rules --test", (done.returncode, done.stdout, done.stderr), (0, told, ""))
    rule = Path("egna_regler/KOM002.yaml")
    text = rule.read_text(encoding="utf-8")
    rule.write_text(text.replace("values: [alla,", "values: [många,"), encoding="utf-8")
    done = run("rules", "--test", "egna_regler")
    told = "KOM002, alla: rad 3 borde ge KOM002\n2 regler, 7 exempel, 1 som inte håller\n"
    expect("rules --test of a rule that fails", (done.returncode, done.stdout), (1, told))
    rule.write_text(text, encoding="utf-8")


def judged() -> None:
    """The reports give exactly what the two own rules find."""
    done = run("check", "--format", "json", "rapporter")
    expect("check", (done.returncode, done.stderr), (0, f"{VERDICT}\n"))
    data = json.loads(done.stdout)
    keys = ("rule", "file", "line", "severity", "basis", "path", "message")
    expect("findings", [tuple(one[key] for key in keys) for one in data["findings"]], FINDINGS)
    verdicts = [(one["file"], one["verdict"]["code"]) for one in data["reports"]]
    expect("verdicts", verdicts, [(CLEAN, "clear"), (BROKEN, "clear_with_remarks")])
    ruleset = data["ruleset"]
    expect("own rules", ruleset["own"], OWN)
    expect("off", ruleset["off"], ["ATG001"])
    expect("changed", ruleset["changed"], ["DEL011", "DEL013", "RIM001"])
    told = [
        (
            *(one["rule"], one["severity"]),
            [(each["name"], each["was"], each["now"]) for each in one["parameters"]],
            *(one["reason"], one["line"]),
        )
        for one in ruleset["deviations"]
    ]
    expect("deviations", told, DEVIATIONS)
    catalogue = json.loads(run("rules", "--format", "json").stdout)
    counted = sum(not one["off"] and not one["opt_in"] for one in catalogue)
    expect("number of rules", ruleset["rules"], counted)
    expect("check without a path", json.loads(run("check", "--format", "json").stdout), data)
    expect("check --fail-on", run("check", "--fail-on", "warning").returncode, 1)


def overview() -> None:
    """The kravöversikt shows every change and every own rule."""
    done = run("matrix", "--format", "csv", "rapporter")
    expect("matrix", (done.returncode, done.stderr), (0, ""))
    rows = list(csv.reader(io.StringIO(done.stdout.removeprefix("\ufeff")), delimiter=";"))
    note = "Bedömt enligt kvalitetskoll.yaml, med 4 avsteg från standardreglerna och 2 egna regler."
    expect("note of the matrix", [f"{note} De står i tabeller nedan."] in rows, wanted=True)
    changes = [[row[0], row[2]] for row in below("Avsteg från standardreglerna", rows)]
    expect("deviations in the matrix", changes, CHANGES)
    own = [[row[0], *row[2:]] for row in below("Egna regler", rows)]
    expect("own rules in the matrix", own, OUTCOMES)


def below(title: str, rows: list[list[str]]) -> list[list[str]]:
    """The rows of a table in the CSV form, its heads left out."""
    start = rows.index([title]) + 2 if [title] in rows else len(rows)
    ends = (at for at in range(start, len(rows)) if not rows[at])
    return rows[start : next(ends, len(rows))]


def library() -> None:
    """The package judges by the ruleset that it is given, and by the one that it finds."""
    import checker

    wanted = [one[:3] for one in FINDINGS]
    for result in (
        checker.check(["rapporter"], ruleset="kvalitetskoll.yaml"),
        checker.check([Path(CLEAN), Path(BROKEN)], ruleset=Path("kvalitetskoll.yaml")),
        checker.check("rapporter"),
    ):
        found = [(one.rule, one.file, one.span.line) for one in result.findings]
        expect("findings of the library", found, wanted)
        expect("own rules of the library", list(result.ruleset.own), OWN)
        expect("verdict of the library", result.verdict_text, VERDICT)
    try:
        checker.check(["rapporter"], ruleset="egna_regler/KOM001.yaml")
    except checker.RuleFileError as error:
        told = (error.file, error.line)
        expect("error of the library", told, ("egna_regler/KOM001.yaml", 1))
    else:
        faults.append("a rule file is taken for a ruleset")


def excused() -> None:
    """An exception excuses a finding of an own rule, and is shown."""
    report = Path(BROKEN)
    text = report.read_text(encoding="utf-8")
    numbered = text.replace("    - risk: Besök", '    - nr: "R1"\n      risk: Besök')
    report.write_text(numbered, encoding="utf-8")
    Path("rapporter/undantag.yaml").write_text(EXCEPTION, encoding="utf-8")
    data = json.loads(run("check", "--format", "json").stdout)
    expect("findings left", [one["rule"] for one in data["findings"]], ["KOM002"])
    told = [(one["rule"], one["line"], one["exception"]) for one in data["waived"]]
    where = {"file": "rapporter/undantag.yaml", "line": 2}
    expect("waived", told, [("KOM001", 27, where)])


def refused() -> None:
    """Law cannot be turned off: file, line and one sentence, and no verdict."""
    ruleset = Path("kvalitetskoll.yaml")
    text = ruleset.read_text(encoding="utf-8")
    ruleset.write_text(text.replace("  ATG001:", "  LEX004:"), encoding="utf-8")
    done = run("check")
    told = "kvalitetskoll.yaml:13: LEX004 vilar på lag och kan inte stängas av.\n"
    told = f"kvalitetskoll: Filen går inte att använda. {told}"
    expect("law turned off", (done.returncode, done.stdout, done.stderr), (2, "", told))


def main(words: list[str]) -> int:
    """Copies the folder, goes there, and looks at everything."""
    folder = Path(words[0] if words else HERE / "kommun").resolve()
    home = Path.cwd()
    with tempfile.TemporaryDirectory() as elsewhere:
        place = Path(elsewhere).resolve() / "kommun"
        shutil.copytree(folder, place)
        os.chdir(place)
        try:
            for look in (examples, judged, overview, library, excused, refused):
                look()
        finally:
            os.chdir(home)
    print("\n".join(faults) or "The municipality's own rules work as installed.")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
