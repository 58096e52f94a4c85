"""Portfolios of any size, invented but of realistic make, and always the same: for the bench and for tests of cost.

:func:`write` makes one for the extension; :func:`plain` makes the same prose into pages without it.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from random import Random

FOLDERS = {
    "employer": "employers",
    "education": "education",
    "sabbatical": "sabbaticals",
    "project": "projects",
    "talk": "talks",
    "skill": "skills",
}
SHARES = {"employer": 0.05, "education": 0.01, "sabbatical": 0.01, "talk": 0.3, "skill": 0.2}
"""What part of the entries is of each kind; the rest are projects."""

CONF = """\
project = author = copyright = "Somebody"
version = "1"
language = "en"
html_theme = "furo"
html_title = "Somebody"
html_copy_source = False
html_show_sphinx = False
html_use_index = False
myst_title_to_header = True
myst_enable_extensions = ["colon_fence"]
exclude_patterns = ["_build"]
"""
WITH_PORTFOLIO = """\
extensions = ["myst_parser", "sphinx_design", "portfolio"]
primary_domain = "portfolio"
# Nobody has had so many employers that a curriculum vitae could not name them on two pages.
suppress_warnings = ["portfolio.export"]
"""
WITHOUT = """\
extensions = ["myst_parser", "sphinx_design"]
"""
_TEXT = (
    "system service queue store index cluster replica client request window budget measure answer reader writer team "
    "year morning design review release library protocol small large quick plain early later careful shared remote "
    "builds keeps moves sends joins splits holds shows grows meets leads helps takes turns waits serves checks with "
    "under over between after before without across through toward and then while where the a its their every one"
)
_WORDS = _TEXT.split()


def write(folder: Path, entries: int) -> None:
    """Write a portfolio of *entries* entries and its index pages into *folder*."""
    _files(folder, {"conf.py": CONF + WITH_PORTFOLIO, **_indices(), **_pages(entries)})


def plain(folder: Path, entries: int) -> None:
    """Write the same pages for Sphinx, MyST and the theme alone, with links in place of roles."""
    titles = {name.removesuffix(".md"): _title(text) for name, text in _pages(entries).items()}

    def link(match: re.Match[str]) -> str:
        target = f"{FOLDERS[match['kind']]}/{match['slug']}"
        return f"[{titles[target]}](/{target}.md)"

    pages = {}
    for name, text in {**_indices(), **_pages(entries)}.items():
        _, _, prose = text.removeprefix("---\n").partition("\n---\n")
        prose = re.sub(r"```\{(?:timeline|entries|skills-index)\}\n(?::.*\n)*```\n", "", prose)
        prose = re.sub(r"\{(?P<kind>\w+)\}`(?P<slug>[\w-]+)`", link, prose)
        pages[name] = f"---\ntitle: {_title(text)}\n---\n{prose}"
    _files(folder, {"conf.py": CONF + WITHOUT, **pages})


def _files(folder: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")


def _title(text: str) -> str:
    found = re.search(r"^title: (.*)$", text, re.MULTILINE)
    assert found
    return found[1]


def _indices() -> dict[str, str]:
    """The home page, the timeline and an index page for each kind."""
    sections = "\n".join(f"{folder}/index" for folder in FOLDERS.values())
    toctree = "```{{toctree}}\n:hidden:\n{}\n```\n"
    home = toctree.format(f"\ntimeline\n{sections}")
    pages = {
        "index.md": f"---\ntitle: Somebody\n---\n\nI build things.\n\n{home}",
        "timeline.md": "---\ntitle: Timeline\n---\n\n```{timeline}\n```\n",
    }
    for kind, folder in FOLDERS.items():
        listing = "```{skills-index}\n```" if kind == "skill" else f"```{{entries}}\n:kind: {kind}\n```"
        glob = toctree.format(":glob:\n\n*")
        pages[f"{folder}/index.md"] = f"---\ntitle: {folder.title()}\n---\n\nAll {folder}.\n\n{listing}\n\n{glob}"
    return pages


def _pages(entries: int) -> dict[str, str]:
    """The entries' pages, by file name."""
    counts = {kind: max(1, round(entries * share)) for kind, share in SHARES.items()}
    counts["project"] = entries - sum(counts.values())
    slugs = {kind: [f"{kind}-{n:04}" for n in range(counts[kind])] for kind in FOLDERS}
    return {
        f"{FOLDERS[kind]}/{slug}.md": _page(kind, slug, n, slugs)
        for kind in FOLDERS
        for n, slug in enumerate(slugs[kind])
    }


def _page(kind: str, slug: str, number: int, slugs: dict[str, list[str]]) -> str:
    random = Random(slug)
    title = f"{random.choice(_WORDS).title()} {random.choice(_WORDS)} {number}"
    summary = f"A {random.choice(_WORDS)} for a {random.choice(_WORDS)}, number {number}."
    # Entry by entry through all skills, so that each is proven.
    count = len(slugs["skill"])
    skills = list(dict.fromkeys(slugs["skill"][(5 * number + n) % count] for n in range(5)))
    fields = [f"summary: {summary}", *_fields(kind, random, slugs)]
    if kind != "skill":
        fields.append(f"skills: [{', '.join(skills)}]")
    fields.append(f"sources: [https://example.org/{slug}]")
    front = "\n".join(f"  {field}" for field in fields)
    named = skills if kind != "skill" else []
    roles = [f"{{skill}}`{skill}`" for skill in named]
    roles += [f"{{{other}}}`{random.choice(slugs[other])}`" for other in ("employer", "project", "talk")]
    return f"---\ntitle: {title}\n{kind}:\n{front}\n---\n\n" + "\n".join(_prose(random, roles))


def _fields(kind: str, random: Random, slugs: dict[str, list[str]]) -> Iterator[str]:
    start = random.randint(1990, 2015)
    if kind != "talk" and kind != "skill":
        yield f"period: {start}-{random.randint(1, 12):02} – {start + random.randint(1, 4)}"
    match kind:
        case "employer":
            yield "places: [Oslo, Lima]"
            yield "role: Engineer"
        case "education" | "sabbatical":
            yield "place: Lima"
        case "project":
            yield f"employers: [{random.choice(slugs['employer'])}]"
            yield "role: Lead author"
            yield "links: {source: https://example.org/source}"
        case "talk":
            yield f"projects: [{random.choice(slugs['project'])}]"
            yield f"employer: {random.choice(slugs['employer'])}"
            yield "deliveries:"
            for n in range(random.randint(1, 4)):
                yield f"  - {{event: Event {n}, place: Oslo, date: {start + n}-05, video: https://example.org/{n}}}"
        case "skill":
            yield f"category: Category {random.randint(1, 8)}"


def _prose(random: Random, roles: list[str]) -> Iterator[str]:
    """About 250 words under three headings, with *roles* among them."""
    for heading in ("The problem", "The work", "What came of it"):
        yield f"## {heading}\n"
        for _ in range(2):
            words = random.choices(_WORDS, k=40)
            here, roles = roles[:2], roles[2:]
            for role in here:
                words.insert(random.randrange(len(words)), role)
            yield f"{' '.join(words).capitalize()}, *so to say*.\n"
