"""How large our own files may be and how long a report may take; a report's size: see document."""

from __future__ import annotations

from typing import Final

TIMEOUT: Final = 60
"""Seconds a report: fifty times what the largest real one takes. ``--timeout`` changes it."""

MAX_TIMEOUT: Final = 86_400
"""Seconds: a day. What takes longer is no check any more, and timers stop at larger numbers."""

MAX_SETTINGS: Final = 1024**2
"""Bytes of kvalitetskoll.yaml, undantag.yaml or a rule file: some thousand exceptions."""

MAX_RULES: Final = 500
"""Own rule files: more than three times as many as the shipped ones."""

MAX_RULE_BYTES: Final = 2 * 1024**2
"""Of all own rule files together: a rule is some kilobytes."""

MAX_SELECTORS: Final = 20
"""Of an own rule: each is looked for in the whole report."""

MAX_DEEP: Final = 2
"""``**`` in one selector: each multiplies the work by the depth of the report."""

MAX_ENTRIES: Final = 100
"""Of a parameter of an own rule: checks compare them in pairs."""

MAX_ENTRY: Final = 500
"""Characters of an entry: they are compared with each text of a report."""

MAX_PARAGRAPH: Final = 2_000
"""Characters of what an own rule says: more is cut, for it is shown with each finding."""
