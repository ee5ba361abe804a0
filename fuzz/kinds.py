"""What kind of text each form is: how it escapes, and which line ends it has."""

from __future__ import annotations

from typing import Final

JSON: Final = frozenset({"json", "sarif", "gitlab", "matrix-json"})
MARKUP: Final = frozenset({"html", "junit", "matrix-html"})
PERCENT: Final = frozenset({"github", "azure"})
CSV: Final = frozenset({"matrix-csv"})
PLAIN: Final = frozenset({"text", "matrix-text", "stdout", "stderr", "sentence"})
MARKDOWN: Final = frozenset({"markdown", "matrix-markdown"})
PAGES: Final = "https://example.se/regler"
"""Where the rules have their pages: the only address that a page may lead to."""

KNOWN: Final = JSON | MARKUP | PERCENT | CSV | PLAIN | MARKDOWN
