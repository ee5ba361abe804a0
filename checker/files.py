"""Files by name: how a name is shown, why a file cannot be read, and files of ours read safely."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from checker.document.opening import Unreadable, read_bytes
from checker.document.reader import read_document
from checker.limits import MAX_SETTINGS
from checker.links import real_path
from checker.rule_file import RuleFileError, require_readable
from checker.shown import LONG, shown

if TYPE_CHECKING:
    from collections.abc import Mapping

    from checker.document.model import Document
    from checker.document.opening import Reason

REASONS: dict[Reason, str] = {
    "missing": "filen finns inte.",
    "directory": "det är en mapp.",
    "not-a-file": "det är ingen vanlig fil.",
    "no-permission": "du har inte rätt att läsa filen.",
    "unreadable": "filen går inte att läsa.",
}
TOO_LARGE = "filen är för stor."
LEADS_OUT = "länken leder ut ur mappen, och följs inte."


def shown_name(file: str) -> str:
    """A file's name as it is shown."""
    return shown(relative_name(file), LONG)


def relative_name(file: str) -> str:
    """A name relative to the working folder where it lies below it, with forward slashes."""
    with suppress(ValueError, OSError):
        whole = Path(os.path.abspath(file))  # noqa: PTH100 - links are shown as they were named
        file = str(whole.relative_to(Path.cwd()))
    return Path(file).as_posix() if file else file


def is_within(path: str, folder: str) -> bool:
    """Whether a path, its links followed, lies in a folder or is the folder."""
    return Path(real_path(path)).is_relative_to(real_path(folder))


def read_settings(path: str, titles: Mapping[str, str], *, is_named: bool = False) -> Document:
    """A file of ours, read as safely as a report.

    Args:
        path: where it lies.
        titles: what each fault of reading is called, by code.
        is_named: somebody asked for this very file; a link that was found is not followed out.

    Raises:
        RuleFileError: it cannot be read, or is no YAML.
    """
    name = shown_name(path)
    if not is_named and not is_within(path, os.path.dirname(path) or "."):  # noqa: PTH120 - as named
        raise RuleFileError(name, 1, LEADS_OUT)
    document = read_document(settings_bytes(path), name, traps=False)
    require_readable(document, titles)
    return document


def settings_bytes(path: str, limit: int = MAX_SETTINGS) -> bytes:
    """The content of a file of ours.

    Raises:
        RuleFileError: it cannot be read, or is larger than such a file needs to be.
    """
    try:
        content = read_bytes(path)
    except Unreadable as problem:
        reason = REASONS.get(problem.code, TOO_LARGE)
        raise RuleFileError(shown_name(path), 1, reason) from None
    if len(content) > limit:
        raise RuleFileError(shown_name(path), 1, TOO_LARGE)
    return content
