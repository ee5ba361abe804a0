"""``kvalitetskoll rules``: the catalogue as a table or as JSON, and the test of own rules."""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from checker.catalog import bind_files, rule_files
from checker.cli.arguments import UsageError, read_rules
from checker.cli.screen import show, signs, width
from checker.compiled import default_catalogue
from checker.links import real_path
from checker.output.rule_table import rule_table, rules_json
from checker.resources import folder
from checker.ruleset.loading import ruleset_of
from checker.ruleset.own import read_own_rules
from checker.shown import shown
from checker.text import counted
from checker.verdict import Exit

if TYPE_CHECKING:
    from checker.binding import Bound
    from checker.catalog import Catalogue


def rules(words: list[str]) -> int:
    """Runs the command.

    Raises:
        UsageError: the folder of own rules is not there.
        RuleFileError: a rule file or the ruleset does not load.
    """
    call = read_rules(words)
    if call.test is not None:
        return _test(Path(call.test))
    _, catalogue = ruleset_of((), call.ruleset, default_catalogue())
    if call.form == "json":
        sys.stdout.write(rules_json(catalogue))
    else:
        show(rule_table(catalogue, width(), signs(call.look)), call.look)
    return Exit.OK


def _test(rules_folder: Path) -> int:
    from checker.examples import differences

    if not os.path.isdir(rules_folder):  # noqa: PTH112 - Path.is_dir raises for long names
        raise UsageError(f"Mappen {shown(rules_folder)} finns inte.")
    default = default_catalogue()
    own = _tested(rules_folder, default)
    if not own:
        raise UsageError(f"Mappen {shown(rules_folder)} har inga regelfiler.")
    theirs = {bound.rule.id for bound in own}
    others = tuple(bound for bound in default.bound if bound.rule.id not in theirs)
    catalogue = replace(default, bound=(*others, *own))
    examples = [
        (bound, example)
        for bound in own
        for example in (*bound.rule.examples.good, *bound.rule.examples.bad)
    ]
    told = [
        f"{bound.rule.id}, {shown(example.name)}: {difference}"
        for bound, example in examples
        for difference in differences(bound, example, catalogue)
    ]
    rules_counted = counted(len(own), "regel", "regler")
    told.append(f"{rules_counted}, {len(examples)} exempel, {len(told)} som inte håller")
    sys.stdout.write("\n".join(told) + "\n")
    return Exit.FINDINGS if len(told) > 1 else Exit.OK


def _tested(rules_folder: Path, default: Catalogue) -> tuple[Bound, ...]:
    """The rules of a folder: a part of the shipped ones, or a municipality's own."""
    if Path(real_path(rules_folder)).is_relative_to(real_path(folder("rules"))):
        return tuple(bind_files(rule_files(rules_folder), default.sources))
    return read_own_rules(str(rules_folder), default)
