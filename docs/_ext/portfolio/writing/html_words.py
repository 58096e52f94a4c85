"""Finds the words that HTML shows which an author has written into a page."""

from __future__ import annotations

from html.parser import HTMLParser

_UNSEEN = {"script", "style", "svg", "template"}


def words(html: str) -> str:
    """The text in *html*, in one line, without that of scripts, styles and drawings."""
    found = _Words()
    found.feed(html)
    found.close()
    return " ".join("".join(found.texts).split())


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.around, self.depth = "", 0  # the outermost element that is not seen, and how many of its kind are open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.texts.append(" ")
        if tag == self.around or (tag in _UNSEEN and not self.depth):
            self.around, self.depth = tag, self.depth + 1

    def handle_endtag(self, tag: str) -> None:
        self.texts.append(" ")
        if self.depth and tag == self.around:
            self.depth -= 1

    def handle_data(self, data: str) -> None:
        if not self.depth:
            self.texts.append(data)
