"""The official schema of SARIF 2.1.0, which Microsoft's npm package carries; never committed.

Run as a script it fetches the schema into the user's cache folder and says where it lies. A file
named in SARIF_SCHEMA is used instead.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

PACKAGE = "@microsoft/sarif-multitool-linux@5.7.0"
MEMBER = "package/sarif-2.1.0.json"
DIGEST = "1c49a0f2b60444c71bb14878e21e0d882198eff4c539861b133093ad89ed798c"


class Unavailable(Exception):  # noqa: N818 - no error: the tests are skipped
    """The schema cannot be had here; why, in words."""


def schema_file() -> Path:
    """Where the schema lies; fetched with npm when it is not there yet.

    Raises:
        Unavailable: it cannot be had.
    """
    named = os.environ.get("SARIF_SCHEMA")
    if named:
        return Path(named)
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "kvalitetskoll"
    kept = cache / "sarif-2.1.0.json"
    if not kept.is_file():
        content = _fetched()
        cache.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=cache, delete=False) as part:
            part.write(content)
        Path(part.name).replace(kept)
    return kept


def _fetched() -> bytes:
    npm = shutil.which("npm")
    if npm is None:
        raise Unavailable("npm is not installed")
    with tempfile.TemporaryDirectory() as folder:
        call = [npm, "pack", "--silent", "--fetch-retries=0", PACKAGE]
        try:
            # The call holds nothing from outside.
            subprocess.run(call, cwd=folder, check=True, capture_output=True, timeout=300)  # noqa: S603
        except (subprocess.SubprocessError, OSError) as error:
            raise Unavailable(f"npm pack: {type(error).__name__}") from None
        (packed,) = Path(folder).glob("*.tgz")
        with tarfile.open(packed) as archive:
            member = archive.extractfile(MEMBER)
            content = member.read() if member else b""
    if hashlib.sha256(content).hexdigest() != DIGEST:
        raise Unavailable("the package holds another schema than the one that was read")
    return content


if __name__ == "__main__":
    try:
        print(schema_file())  # noqa: T201 - says where it lies
    except Unavailable as reason:
        sys.exit(f"No SARIF schema: {reason}")
