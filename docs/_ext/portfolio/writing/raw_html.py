"""Reads what HTML shows that an author has written into a page: words, links, pictures, what is struck or checked.

Patterns take linear time; ``html.parser`` takes quadratic time where tags have no end.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from html import unescape

from .commonmark import Run, escape, image, joined, link, struck

_UNSEEN = re.compile(r"<!--.*?(?:-->|\Z)|<(script|style|svg|template)\b.*?(?:</\1\s*>|\Z)", re.DOTALL | re.IGNORECASE)
_TAG = re.compile(r"""(</?[a-z][\w-]*+(?:[^<>"']|"[^"<]*"|'[^'<]*')*+>)""", re.IGNORECASE)
_NOT_NAME = re.compile(r"[^\w-]+")
_ATTRIBUTE = re.compile(r"""\s([^\s"'<>/=]++)\s*+=\s*+(?:"([^"]*)"|'([^']*)'|([^\s"'>]++))""")
_PRE = re.compile(r"<pre\b[^<>]*>(.*?)(?:</pre\s*>|\Z)", re.DOTALL | re.IGNORECASE)
_ASIDE = re.compile(r"<(pre|table)\b.*?(?:</\1\s*>|\Z)", re.DOTALL | re.IGNORECASE)
_INLINE = {
    *("a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "dfn", "em", "font", "i", "input", "ins", "kbd"),
    *("mark", "picture", "q", "s", "samp", "small", "source", "span", "strike", "strong", "sub", "sup", "time", "u"),
    *("var", "wbr"),
}
"""Elements that begin no line (https://html.spec.whatwg.org/multipage/text-level-semantics.html)."""
_BULLET = "–"


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag whose element's content is marked in Markdown.

    :ivar url: where it links to.
    """

    name: str
    is_end: bool
    url: str = ""


@dataclass(frozen=True, slots=True)
class Edge(Run):
    """Where an element begins or ends that has lines of its own.

    :ivar name: the element's.
    :ivar tag: with its attributes.
    """

    name: str = ""
    is_end: bool = False
    tag: str = ""


def pieces(html: str, resolve: Callable[[str], str]) -> Iterator[Run | Tag]:
    """What *html* shows, without scripts, styles and drawings; *resolve* is of the place where it is written."""
    for number, part in enumerate(_TAG.split(_UNSEEN.sub("", html))):
        yield _piece(part, resolve) if number % 2 else Run(escape(unescape(part)))


def _piece(tag: str, resolve: Callable[[str], str]) -> Run | Tag:
    name, is_end = _name(tag), tag.startswith("</")
    if name in {"a", "del", "s", "strike"}:
        url = attributes(tag).get("href")
        return Tag(name, is_end=is_end, url="" if url is None else resolve(url))
    if name == "img":
        found = attributes(tag)
        return Run(image(escape(found.get("alt", "")), resolve(found["src"])) if "src" in found else "")
    if name == "input" and "checkbox" in tag:
        return Run("[x] " if " checked" in tag else "[ ] ")
    return Run("") if name in _INLINE else Edge(" ", name=name, is_end=is_end, tag=tag)


def _name(tag: str) -> str:
    return _NOT_NAME.split(tag, maxsplit=2)[1].lower()


def attributes(tag: str) -> dict[str, str]:
    """The attributes of *tag* that have a value; of several of one name HTML reads the first."""
    found = ((name.lower(), unescape("".join(values))) for name, *values in _ATTRIBUTE.findall(tag))
    return dict(reversed([*found]))


def lines(html: str) -> list[str]:
    """The words alone of *html*, line by line, but for what is preformatted or in tables."""
    found = map(str.strip, _broken(_ASIDE.sub("<p>", _UNSEEN.sub("", html))).split("\n"))
    return [line for line in found if line not in {"", _BULLET}]


def spaced(html: str) -> str:
    """The words alone of *html* within a line."""
    return _broken(_UNSEEN.sub("", html)).replace("\n", " ")


def _broken(html: str) -> str:
    parts = _TAG.split(html)
    parts[1::2] = map(_break, parts[1::2])
    parts[::2] = (re.sub(r"\s+", " ", unescape(part)) for part in parts[::2])
    return "".join(parts)


def _break(tag: str) -> str:
    name = _name(tag)
    if name in _INLINE:
        return ""
    return f"\n{_BULLET} " if name == "li" and not tag.startswith("</") else "\n"


def marked(found: Iterable[Run | Tag]) -> list[Run]:
    """The runs of a line; what stands between a start tag and its end is a link or struck, tags alone are nothing."""
    out: list[Run] = []
    opened: dict[str, tuple[int, str]] = {}
    for each in found:
        if isinstance(each, Run):
            out.append(each)
        elif not each.is_end:
            opened[each.name] = (len(out), each.url)
        elif each.name in opened:
            start, url = opened.pop(each.name)
            text = "".join(run.text for run in out[start:])
            inside = _written(each.name, joined(out[start:]), url)
            out[start:] = [Run(" " * text.startswith(" ")), Run(inside), Run(" " * text.endswith(" "))]
    return out


def _written(name: str, text: str, url: str) -> str:
    if name != "a":
        return struck(text)
    return link(text, url) if text and url else text


def preformatted(html: str) -> list[str]:
    """*html* cut at what is preformatted: by turns other HTML, and the text whose lines and spaces are kept."""
    parts = _PRE.split(_UNSEEN.sub("", html))
    # A line break right after the start tag is not shown (https://html.spec.whatwg.org/#the-pre-element).
    parts[1::2] = [unescape(_TAG.sub("", each)).removeprefix("\n").rstrip("\n") for each in parts[1::2]]
    return parts
