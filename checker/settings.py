"""What is said of a file of settings that lies beside the reports, such as undantag.yaml."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from checker.document.model import Document
    from checker.finding import Finding


@dataclass(frozen=True, slots=True)
class SettingsResult:
    """A file of settings and the findings in it; they weigh as those in a report.

    Attributes:
        path: of the file, from the working folder.
    """

    file: str
    document: Document = field(repr=False)
    findings: tuple[Finding, ...]
    path: str = field(default="", repr=False)
