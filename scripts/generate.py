"""Writes the generated files: the compiled catalogue, our own schemas, the pages of the handbook.

With ``--check`` nothing is written: exit 1 and the names of the files that would change.
"""

from __future__ import annotations

import json
import sys
from contextlib import chdir
from dataclasses import replace
from datetime import date
from pathlib import Path

from pydantic import TypeAdapter

from checker.catalog import read_catalogue
from checker.compiled import compiled_catalogue
from checker.coverage import coverage
from checker.exceptions.reading import ExceptionsFile
from checker.finding import Severity
from checker.output.coverage_markdown import coverage_table
from checker.output.forms import FORMS, Manner, form
from checker.output.json_form import result_schema
from checker.output.overview_json import overview_schema
from checker.output.rule_markdown import rule_index, rule_markdown
from checker.output.source_markdown import source_markdown
from checker.resources import folder
from checker.rule import Rule
from checker.ruleset.loading import RulesetFile
from checker.run import run

DESCRIPTIONS = {
    "undantag": "De påpekanden som får stå kvar, ett undantag för varje.",
    "regel": "Regelns id eller namn. Exempel: LEX003",
    "rapport": "Rapportens fil, räknat från mappen med undantag.yaml. Exempel: rapport-2025.yaml",
    "ställe": "Stället, som kvalitetskoll explain REGEL RAPPORT skriver det.",
    "skäl": "Varför påpekandet får stå kvar.",
    "beslutat_av": "Rollen som har beslutat, inget namn. Exempel: kvalitetsutvecklare",
    "till": "Sista dagen som undantaget gäller. Utan den finns inget slut. Exempel: 2027-12-31",
    "extends": "Alltid default: standardreglerna gäller, med de ändringar som står här.",
    "reports": "Mappen som kontrolleras när ingen annan anges.",
    "rules_folder": "Mappen med egna regler, under mappen med den här filen.",
    "rules": "Ändrade regler, var och en under sitt id eller namn.",
    "off": "true stänger av regeln. Går bara för mall, allmänt råd och praxis.",
    "on": "true slår på en regel som är ett tillval.",
    "severity": "Nivån i stället för regelns egen.",
    "parameters": "Andra värden på de tal som regeln låter ändras.",
    "reason": "Varför. Krävs, och visas i varje resultat.",
}
WORDED = ("regel", "rapport", "ställe", "skäl", "beslutat_av", "reason")
PATTERNS = {**dict.fromkeys(WORDED, r"\S"), "till": r"^\d{4}-\d{2}-\d{2}$"}
OPTIONAL = frozenset({"rules"})
ROOT = Path(__file__).resolve().parent.parent
PAGES = ("docs/regler", "docs/kallor", "docs/exempel")  # nothing but generated pages lies there
EXAMPLE = "tests/forms/report"  # the made-up report that is shown in every form
TODAY, VERSION = date(2026, 11, 22), "0.0.0"  # the examples change with the program alone
# By the name of the form: how its file ends, and what the form is for.
EXAMPLES = {
    "text": ("txt", "det som visas i terminalen"),
    "json": ("json", "allt, för egna program, enligt [schemat](../../schemas/result.schema.json)"),
    "sarif": ("sarif", "SARIF 2.1.0, för GitHubs kodgranskning och för redigerare"),
    "junit": ("junit.xml", "JUnit, ett testfall för varje regel och rapport"),
    "github": ("github.txt", "GitHub Actions, rader som blir kommentarer i en pull request"),
    "gitlab": ("gitlab.json", "GitLab Code Quality, för en merge request"),
    "azure": ("azure.txt", "Azure Pipelines, rader som blir kommentarer i loggen"),
    "markdown": ("md", "Markdown, för en kommentar eller en sammanfattning"),
    "html": ("html", "en sida att öppna i webbläsaren eller skicka vidare"),
}


EXAMPLE_PAGE = f"""\
# Exempel på varje form

Samma resultat i alla former som `kvalitetskoll check` kan skriva med `--format` eller `--output`.
De två rapporterna, undantagen och regeluppsättningen är påhittade, och har påpekanden av alla slag.
De ligger i [{EXAMPLE}](../../{EXAMPLE}). Filerna här görs av dem med `python3 dev.py generate`.

| form | exempel | vad |
|---|---|---|
"""


def generated() -> dict[str, str]:
    """The content of every generated file, by its path from the root."""
    catalogue = read_catalogue(folder("rules"))
    files = {
        "rules/catalogue.json": compiled_catalogue(),
        "schemas/overview.schema.json": overview_schema(),
        "schemas/result.schema.json": result_schema(),
        "schemas/rule.schema.json": rule_schema(),
        "schemas/ruleset.schema.json": settings_schema(RulesetFile),
        "schemas/exceptions.schema.json": settings_schema(ExceptionsFile),
        "docs/regler/README.md": rule_index(catalogue),
        "docs/regler/tackning.md": coverage_table(catalogue),
    }
    files.update(example_files())
    for bound in catalogue.bound:
        sources = [catalogue.sources[key] for key in bound.rule.sources]
        files[f"docs/regler/{bound.rule.id}.md"] = rule_markdown(bound.rule, sources)
    for one in coverage(catalogue):
        if one.source.citable:
            files[f"docs/kallor/{one.source.id}.md"] = source_markdown(one, catalogue.sources)
    return files


def example_files() -> dict[str, str]:
    """The made-up report in every form, and a page that says what each is for."""
    with chdir(ROOT / EXAMPLE):
        result = replace(run(["."], today=TODAY), version=VERSION)
    manner = Manner(result.exit_code(Severity.ERROR), rule_pages="https://exempel.se/regler")
    files, rows = {}, []
    for name in FORMS:
        ending, words = EXAMPLES[name]
        file = f"kvalitetsrapport.{ending}"
        files[f"docs/exempel/{file}"] = form(name, result, manner)
        rows.append(f"| `{name}` | [{file}]({file}) | {words} |")
    files["docs/exempel/README.md"] = EXAMPLE_PAGE + "\n".join(rows) + "\n"
    return files


def rule_schema() -> str:
    """The JSON Schema of a rule file, from the model; its parameters are called ``with``."""
    schema = TypeAdapter(Rule).json_schema()
    properties = schema["properties"]
    properties["with"] = properties.pop("parameters")
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def settings_schema(model: type) -> str:
    """The JSON Schema of a file of settings, from its model, with words for those who write it."""
    schema = TypeAdapter(model).json_schema()
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
    for part in (schema, *schema.get("$defs", {}).values()):
        part.pop("description", None)  # what the code says of itself
        for name, property_ in part.get("properties", {}).items():
            property_.pop("title", None)
            if name in part.get("required", ()):  # what is empty is told, but is no more right
                property_.update(property_.pop("anyOf", [{}])[0])
            if name in PATTERNS:
                property_["pattern"] = PATTERNS[name]
            if name in OPTIONAL:  # standing empty is as not standing there
                kinds = [{"type": kind} for kind in (property_.pop("type"), "null")]
                entries = property_.pop("additionalProperties")
                property_["anyOf"] = [{**kinds[0], "additionalProperties": entries}, kinds[1]]
            property_["description"] = DESCRIPTIONS[name]
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def main() -> int:
    """Writes, or with ``--check`` compares."""
    files = generated()
    stale = [
        name
        for name, content in files.items()
        if not (ROOT / name).is_file() or (ROOT / name).read_text(encoding="utf-8") != content
    ]
    known = {ROOT / name for name in files}
    pages = (path for name in PAGES for path in (ROOT / name).glob("*.md"))
    left_over = [path for path in pages if path not in known]
    if "--check" in sys.argv:
        for name in (*stale, *(path.name for path in left_over)):
            print(f"{name} is not up to date: run python3 dev.py generate")
        return 1 if stale or left_over else 0
    for name in stale:
        (ROOT / name).parent.mkdir(parents=True, exist_ok=True)
        (ROOT / name).write_text(files[name], encoding="utf-8", newline="\n")
        print(f"wrote {name}")
    for path in left_over:
        path.unlink()
    return 0


if __name__ == "__main__":
    sys.exit(main())
