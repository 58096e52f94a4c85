"""Takes unlisted pages out of the inventory, ``objects.inv``."""

from __future__ import annotations

import re
import zlib
from collections.abc import Collection, Iterable
from pathlib import Path

from sphinx.builders.html import INVENTORY_FILENAME, StandaloneHTMLBuilder

_HEADER = 4
_LINE = re.compile(r".+? \S+ -?\d+ (?P<uri>\S*) .*")


def leave_out(builder: StandaloneHTMLBuilder, docnames: Iterable[str]) -> None:
    """Remove all objects on these pages from the inventory that Sphinx has written.

    Version 2 of the format has four lines, and then compressed a line for each object
    (``sphinx.util.inventory.InventoryFile.dump``).
    """
    path, uris = Path(builder.outdir, INVENTORY_FILENAME), set(map(builder.get_target_uri, docnames))
    if not uris or not path.is_file():
        return
    data = path.read_bytes()
    *header, body = data.split(b"\n", _HEADER)
    lines = zlib.decompress(body).decode().splitlines(keepends=True)
    kept = "".join(line for line in lines if not _is_on(line, uris))
    path.write_bytes(b"\n".join([*header, zlib.compress(kept.encode(), 9)]))


def _is_on(line: str, uris: Collection[str]) -> bool:
    found = _LINE.match(line)
    return found is not None and any(found["uri"] == each or found["uri"].startswith(f"{each}#") for each in uris)
