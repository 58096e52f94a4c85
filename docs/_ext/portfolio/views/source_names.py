"""Names for sources, made from their URLs: where each is, and what it is called there."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from urllib.parse import unquote, urlsplit

from portfolio.model.entries import Url

from .entry_rows import short_url

_GITHUB = re.compile(
    r"(?P<repository>[^/]+/[^/]+)"
    r"(?:/(?:blob|tree)/(?P<at>[^/]+)/(?P<file>.+)"
    r"|/commits?/(?P<commit>[^/]+)"
    r"|/(?:pull|issues)/(?P<number>\d+))?"
)
"""The paths on https://github.com that this module names."""
_COMMIT = re.compile(r"[0-9a-f]{40}")


def names(urls: Sequence[Url]) -> list[str]:
    """A name for each of *urls*, no two the same; the URL where its name is another's too, and whole if need be."""
    found = [name(url) for url in urls]
    for form in (short_url, str):
        times = Counter(found)
        found = [each if times[each] == 1 else form(url) for each, url in zip(found, urls, strict=True)]
    return found


def name(url: Url) -> str:
    """*url* as readers know such places: repository and file on GitHub, else the site and the page's title in its path.

    >>> name(Url("https://example.org/blog/2007/03/on-drawing-seeds.html"))
    'example.org: on drawing seeds'
    """
    parts = urlsplit(url)
    host, path = parts.netloc.removeprefix("www."), unquote(parts.path).strip("/")
    if host == "github.com" and (found := _GITHUB.fullmatch(path)):
        return _on_github(found)
    title = _title(path)
    return f"{host}: {title}" if title and not parts.query else short_url(url)


def _on_github(found: re.Match[str]) -> str:
    repository, at, file, commit, number = found.group("repository", "at", "file", "commit", "number")
    if file:
        return f"{file} in {repository}{f' ({at[:7]})' if _COMMIT.fullmatch(at) else ''}"
    if commit:
        return f"{repository}@{commit[:7] if _COMMIT.fullmatch(commit) else commit}"
    return f"{repository}#{number}" if number else repository


def _title(path: str) -> str:
    """What the last part of *path* says in words; empty where it is none."""
    last = re.sub(r"\.\w{2,5}$", "", path.rpartition("/")[2])
    words = re.split(r"[-_+ ]+", last)
    return " ".join(words) if sum(word.isalpha() for word in words) > 1 else ""
