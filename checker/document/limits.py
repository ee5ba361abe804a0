"""How large, deep and long a report file may be, and why; see also docs on hostile input."""

from __future__ import annotations

from typing import Final

MAX_BYTES: Final = 10 * 1024 * 1024
"""Large real reports are below 200 KB; the C parser and our own loop take 10 MiB in seconds."""

MAX_BYTES_PURE: Final = 256 * 1024
"""The pure parser needs up to 11 s per MB of commas; this keeps a refusal below three seconds."""

MAX_DEPTH: Final = 64
"""No report nests deeper than a dozen levels; validators further in give up at 150."""

MAX_NODES: Final = 500_000
"""Values, lists and mappings: 10 MiB of ordinary report hold 280,000."""

MAX_KEYS: Final = 250_000
"""10 MiB of ordinary report hold 230,000; one takes most of a kilobyte of memory."""

MAX_LINES: Final = 500_000
"""Lines without content cost memory too: half a million of them more than the file itself."""

MAX_LINE: Final = 200_000
"""Characters: both parsers look ahead along a line, and tags are read in quadratic time."""

MAX_FAULTS: Final = 1_000
"""Beyond this the file is no report, and listing more helps nobody and costs memory."""

MAX_SYNTAX_ROUNDS: Final = 20
"""How many times the text is parsed again to find syntax faults after the first."""

MAX_SYNTAX_CHARACTERS: Final = 256 * 1024
"""What those rounds may read together with the pure parser: about a second of ordinary text."""
