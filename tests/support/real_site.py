"""The project's own documents, built as its users build them: by sphinx-build, in a process of its own."""

import datetime as dt
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

from nightly import NIGHTLY

PROJECT = Path(__file__).parents[2]
BASE = "https://example.org/en/latest/"
"""The address for which the site is built."""
TODAY = dt.date(2026, 11, 26)
"""The day on which it is built."""
SETTINGS = {
    "SOURCE_DATE_EPOCH": str(int(dt.datetime.combine(TODAY, dt.time(), dt.UTC).timestamp())),
    "READTHEDOCS_CANONICAL_URL": BASE,
}

ELSEWHERE = {"PYTHONHASHSEED": "7", "TZ": "Pacific/Kiritimati", "LC_ALL": "C", "LANG": "de_DE.UTF-8"}
"""Another machine."""


def sphinx(*arguments: str, cwd: Path | str = PROJECT, **environ: str) -> None:
    """Run sphinx-build in a process of its own and show what it says where it fails."""
    builds([arguments], cwd, **environ)


def builds(lines: Sequence[Sequence[str]], cwd: Path | str = PROJECT, **environ: str) -> None:
    """Run it in one process as often as there are lines of arguments."""
    script = "import json, sphinx.cmd.build, sys; sys.exit(max(map(sphinx.cmd.build.main, json.loads(sys.argv[1]))))"
    command = [sys.executable, "-c", script, json.dumps(lines)]
    run = subprocess.run(command, cwd=cwd, env=os.environ | environ, capture_output=True, text=True, check=False)
    assert (run.returncode, run.stderr) == (0, ""), run.stdout + run.stderr


def pages(site: Path) -> list[str]:
    """The paths of all pages below the site's folder, but for those that redirect."""
    return sorted(
        f"/{path.parent.relative_to(site).as_posix()}/".replace("/./", "/")
        for path in site.rglob("index.html")
        if 'http-equiv="refresh"' not in path.read_text("utf-8")
    )


def visited(site: Path) -> list[str]:
    """The pages that a browser looks at: by night all, by day a :func:`sample`."""
    return pages(site) if NIGHTLY else sample(site)


@cache
def sample(site: Path) -> list[str]:
    """As few pages as have together all that pages are laid out with."""
    parts = {page: layout(site, page) for page in pages(site)}
    missing = set().union(*parts.values())
    chosen = []
    while missing:
        page = max(parts, key=lambda page: len(parts[page] & missing))
        chosen.append(page)
        missing -= parts[page]
    return sorted(chosen)


def layout(site: Path, page: str) -> set[str]:
    """What a page is laid out with: the sort of page, and each element with each of its classes.

    The indexes of folders are of one sort.
    """
    folder, *rest = page.strip("/").split("/")
    is_index = (PROJECT / "docs" / folder / "index.md").is_file()
    found = {f"{folder}/*" if rest else "*/" if folder and is_index else page}
    for node in LexborHTMLParser((site / page.strip("/") / "index.html").read_text("utf-8")).css("body *"):
        found |= {f"{node.tag}.{name}" for name in _classes(node.attributes.get("class") or "")}
    return found


def _classes(text: str) -> Iterator[str]:
    """The classes that can have rules of their own: not those of one skill, nor of one token in code.

    Tints are told from one another by the timeline, and languages by the tokens that they have.
    """
    yield ""
    for name in text.split():
        if not re.match("portfolio-of-|.{1,2}$", name):
            yield re.sub("^(portfolio-tint|highlight)-.*", r"\1", name)
