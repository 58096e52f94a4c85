"""The record of what each page showed of other pages when it was last written.

It stands beside the pickled environment, a file for each builder and output folder, which can share one environment.
While pages are being written there is none: after a build that did not finish, all pages are written again.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Mapping
from pathlib import Path


def record(doctrees: Path, builder: str, output: Path) -> Path:
    """Where the record of one builder's output is kept."""
    return doctrees / f"portfolio-{builder}-{zlib.crc32(str(output).encode()):08x}.json"


def stale(path: Path, digests: Mapping[str, str]) -> list[str]:
    """The pages whose digest is not the recorded one; where there are any, the record is taken away."""
    try:
        before = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError):
        before = {}
    found = sorted(docname for docname, digest in digests.items() if before.get(docname) != digest)
    if found or before.keys() != digests.keys():
        path.unlink(missing_ok=True)
    return found


def keep(path: Path, digests: Mapping[str, str]) -> None:
    """Record what was written, whole or not at all."""
    half = path.with_suffix(".half")
    half.write_text(json.dumps(digests), "utf-8")
    half.replace(path)
