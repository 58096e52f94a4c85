"""Packs a PDF: its objects into a compressed stream, and its table of them into another (ISO 32000-1, 7.5.7 and 7.5.8).

Typst compresses the text and the fonts of a page, but writes the tags, of which PDF/UA wants one for every paragraph,
link and list, as plain objects: they are more than half of a file. pikepdf, which packs them as well, weighs 27 MB.
"""

from __future__ import annotations

import re
import zlib
from itertools import pairwise

_PLAIN = re.compile(rb"<</Type/Pages|.*endstream\s*$", re.DOTALL)
"""Objects that are kept as they are: streams, and the page tree, so that pages can be counted."""
_TRAILER = re.compile(rb"trailer\n<</Size \d+(.+)>>\nstartxref\n(\d+)\n%%EOF\s*$")


def packed(data: bytes) -> bytes:
    """The same document, smaller, from one that Typst wrote: objects with numbers from 1 on, and a table of all."""
    trailer = _TRAILER.search(data)
    assert trailer
    table = int(trailer[2])
    starts = [int(line[:10]) for line in data[table : trailer.start()].splitlines()[3:]]
    ends = dict(pairwise([*sorted(starts), table]))
    objects = [data[start : ends[start]].rstrip() for start in starts]
    bodies = [each[each.index(b"\n") + 1 : -len(b"endobj")].strip() for each in objects]
    number = len(objects) + 1  # of the stream of objects; that of the table is the next

    written = bytearray(data[: min(starts)])
    places = [_place(0, 0, 0xFFFF)]  # the head of the list of free objects
    offsets: list[bytes] = []
    content = bytearray()
    for at, body in enumerate(bodies):
        if _PLAIN.match(body):
            places.append(_place(1, len(written), 0))
            written += objects[at] + b"\n"
        else:
            places.append(_place(2, number, len(offsets)))
            offsets.append(b"%d %d" % (at + 1, len(content)))
            content += body + b"\n"
    head = b" ".join(offsets) + b"\n"
    places.append(_place(1, len(written), 0))
    written += _stream(number, b"/Type/ObjStm/N %d/First %d" % (len(offsets), len(head)), head + content)
    start = len(written)
    places.append(_place(1, start, 0))
    kind = b"/Type/XRef/W[1 4 2]/Size %d%s" % (len(places), trailer[1])
    written += _stream(number + 1, kind, b"".join(places)) + b"startxref\n%d\n%%%%EOF\n" % start
    return bytes(written)


def _place(kind: int, first: int, second: int) -> bytes:
    """Where an object is: 1 at an offset in the file, 2 at a place in a stream of objects (7.5.8.3)."""
    return bytes([kind]) + first.to_bytes(4) + second.to_bytes(2)


def _stream(number: int, kind: bytes, content: bytes) -> bytes:
    data = zlib.compress(content, 9)
    head = b"%d 0 obj\n<<%s/Filter/FlateDecode/Length %d>>\nstream\n" % (number, kind, len(data))
    return head + data + b"\nendstream\nendobj\n"
