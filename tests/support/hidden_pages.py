"""A page that is hidden, and where it is named all the same."""

import re
from pathlib import Path


def traces(folder: Path) -> set[str]:
    """The files below *folder* that name the page ``projects/maps-x``, or its title, MARKX."""
    files = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}
    named = re.compile(b"markx|maps-x", re.IGNORECASE)
    return {name for name, path in files.items() if named.search(name.encode()) or named.search(path.read_bytes())}
