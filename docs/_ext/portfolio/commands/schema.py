"""Writes the JSON Schemas of front matter, for editors."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from portfolio.model.kinds import SUBJECTS
from portfolio.reading.schema import json_schema

from .files import reason


def write(folder: Path) -> int:
    """Write a JSON Schema for each kind, and for the person, into *folder*, and print the paths.

    :returns: 0 where all are written, 2 where *folder* cannot be written to.
    """
    paths = [folder / f"{subject}.json" for subject in SUBJECTS]
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for subject, path in zip(SUBJECTS, paths, strict=True):
            text = json.dumps(json_schema(subject), ensure_ascii=False, indent=2)
            path.write_text(f"{text}\n", "utf-8", newline="\n")
    except OSError as error:
        print(f"{reason(error)}; name a folder that can be written to", file=sys.stderr)
        return 2
    print(*paths, sep="\n")
    return 0
