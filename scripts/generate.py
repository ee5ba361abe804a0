"""Writes the generated files: the compiled catalogue, the schemas of our own files, the rule pages.

With ``--check`` nothing is written: exit 1 and the names of the files that would change.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from pydantic import TypeAdapter

from checker.catalog import read_catalogue
from checker.compiled import compiled_catalogue
from checker.output.json_form import result_schema
from checker.output.overview_json import overview_schema
from checker.output.rule_markdown import rule_index, rule_markdown
from checker.resources import folder
from checker.rule import Rule

ROOT = Path(__file__).resolve().parent.parent


def generated() -> dict[str, str]:
    """The content of every generated file, by its path from the root."""
    catalogue = read_catalogue(folder("rules"))
    files = {
        "rules/catalogue.json": compiled_catalogue(),
        "schemas/overview.schema.json": overview_schema(),
        "schemas/result.schema.json": result_schema(),
        "schemas/rule.schema.json": rule_schema(),
        "docs/regler/README.md": rule_index(catalogue),
    }
    for bound in catalogue.bound:
        sources = [catalogue.sources[key] for key in bound.rule.sources]
        files[f"docs/regler/{bound.rule.id}.md"] = rule_markdown(bound.rule, sources)
    return files


def rule_schema() -> str:
    """The JSON Schema of a rule file, from the model; its parameters are called ``with``."""
    schema = TypeAdapter(Rule).json_schema()
    properties = schema["properties"]
    properties["with"] = properties.pop("parameters")
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
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
    left_over = [path for path in (ROOT / "docs/regler").glob("*.md") if path not in known]
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
