"""The public yaml-test-suite read by every parser mode and checked: python yaml_suite.py FOLDER.

https://github.com/yaml/yaml-test-suite (MIT) is not part of this project. The folder holds an input
a file, ``manifest.tsv`` with what is expected of each (``valid`` or ``error``), and, where somebody
has put it there, the value of an input as ``NAME.json`` beside it.
"""

from __future__ import annotations

import contextlib
import io
import json
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from checker.cli.main import main as kvalitetskoll
from checker.document.parsing import Choice
from checker.document.reader import read_document

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.document.model import Document, Route

# What YAML allows and a report does not.
POLICY = frozenset(
    {
        *("alias", "anchor", "tag", "directive", "complex-key", "merge-key", "several-documents"),
        *("not-mapping", "empty", "empty-key", "control-character", "duplicate-key", "comment-cut"),
        *("flow-key-without-value", "colon-without-space", "flow-comma-text", "comment-in-text"),
    }
)


def main() -> int:
    """Prints the figures; 1 if anything ended in a traceback."""
    folder = Path(sys.argv[1])
    rows = (folder / "manifest.tsv").read_text("utf-8").splitlines()[1:]
    inputs = [(folder / row.split("\t")[0], row.split("\t")[1] == "valid") for row in rows]
    tracebacks = sum(_ends_badly(path) for path, _ in inputs)
    print(f"{len(inputs)} inputs, {tracebacks} tracebacks")
    for parser in get_args(Choice):
        told: Counter[str] = Counter()
        wrong: dict[str, list[str]] = {}
        for path, valid in inputs:
            outcome = _outcome(path, parser, valid=valid)
            told[outcome] += 1
            if "wrong" in outcome:
                wrong.setdefault(outcome, []).append(path.stem)
        print(f"\n{parser}")
        for outcome, count in sorted(told.items()):
            print(f"  {count:4}  {outcome}")
        for outcome, names in sorted(wrong.items()):
            print(f"        {outcome}: {' '.join(names)}")
    return int(bool(tracebacks))


def _ends_badly(path: Path) -> bool:
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = kvalitetskoll(["check", str(path)])
    return code != 1 or "Traceback" in err.getvalue()


def _outcome(path: Path, parser: Choice, *, valid: bool) -> str:
    document = read_document(path.read_bytes(), path.name, parser=parser)
    codes = {fault.code for fault in document.faults}
    if not valid:
        return "an error, refused" if codes else "an error, read: wrong"
    if not codes:
        return f"valid, read: values {_values(path, document)}"
    if codes <= POLICY:
        return "valid, refused in whole or in part by policy"
    return "valid, refused: wrong"


def _values(path: Path, document: Document) -> str:
    """Whether they are the suite's, or else those of the parser's own library, as texts."""
    expected = path.with_suffix(".json")
    if expected.exists():
        same = json.loads(expected.read_text("utf-8")) == document.data
        return f"{'as' if same else 'not as, wrong'} in the suite"
    try:
        theirs = YAML(typ="base", pure=True).load(path.read_bytes())
    except YAMLError:
        return "with nothing to compare with"
    same = dict(_texts(theirs)) == {
        route: document.text(route) or "" for route, _ in _texts(document.data)
    }
    return f"{'as' if same else 'not as, wrong'} in ruamel.yaml"


def _texts(value: Any, route: Route = ()) -> Iterator[tuple[Route, str]]:
    if isinstance(value, dict | list):
        pairs = value.items() if isinstance(value, dict) else enumerate(value)
        for key, child in pairs:
            yield from _texts(child, (*route, key))
    else:
        yield route, "" if value is None else str(value)


if __name__ == "__main__":
    sys.exit(main())
