"""Every directive on every kind of page and every role in every place, in every builder."""

from __future__ import annotations

import json

import pytest

from nightly import by_day
from portfolio.model.kinds import FOLDERS, KINDS
from portfolio.reading.directive_options import OPTIONS
from small_sites import PNG, ROOTS, Firsts, Site

BUILDERS = [
    *("html", "text"),
    *("dirhtml", "singlehtml", "epub", "man", "latex", "texinfo", "json", "pickle", "gettext", "xml", "pseudoxml"),
    *("linkcheck", "htmlhelp", "qthelp", "changes", "permalinks", "dummy"),
]
OWN = {
    "award": {"date": "2004"},
    "skill": {"category": "Arts", "summary": "A skill."},
    "talk": {
        "summary": "A talk.",
        "deliveries": [{"event": "Flora", "place": "Oslo", "date": "2004"}],
        "skills": ["a"],
    },
    "publication": {"summary": "A text.", "type": "article", "venue": "Flora", "date": "2005", "skills": ["a"]},
    "project": {"summary": "A project.", "employers": ["a"], "skills": ["a"], "highlights": ["Grew."]},
    "education": {"summary": "A study.", "period": "2000 – 2001", "place": "Kew"},
    "sabbatical": {"summary": "A journey.", "period": "2002", "place": "Kew"},
    "employer": {"summary": "A job.", "role": "Botanist", "period": "2003 – 2006", "places": ["Kew"], "skills": ["a"]},
    "volunteering": {"role": "Guide", "period": "2007"},
}
"""What a page of each kind says; each is called "a", after its kind."""
DIRECTIVES = {
    "timeline": ["", ":kinds: project, talk\n:from: 2001\n", ":skills: a\n"],
    "skills-index": [""],
    "entries": [*(f":kind: {kind}\n:as: {form}\n" for kind in KINDS for form in ("list", "cards", "lines")), ":at: a\n", ":skill: a\n:limit: 1\n", ":kind: skill\n\na\n"],
    "abstracts": [""],
    "deliveries": ["", ":past:\n", ":upcoming:\n"],
    "bio": ["I draw plants.\n"],
    "person": [""],
    "exports": [""],
    "front-matter": [""],
}  # fmt: skip
ARGUMENTS = {"bio": " 3", "front-matter": " project"}
PLACES = """
{role}, and *{role}*.

## {titled}

| {role} | {titled} |
|--------|----------|
| {role} | {titled} |

- {role}
  1. {titled}

> {role}

A note.[^{name}]

[^{name}]: {role}

![{role}](a.png)
[{titled}](https://example.org/) <https://example.org/>

```{{figure}} a.png
:alt: {name}

{role}
```

{role}
: {titled}

:::{{admonition}} {titled}
{role}
:::

```{{glossary}}
{name}-term
  {role}
```

```{{index}} {name}; a
```
"""


def directives() -> str:
    return "\n\n".join(
        f"```{{{name}}}{ARGUMENTS.get(name, '')}\n{text}```" for name, texts in DIRECTIVES.items() for text in texts
    )


@pytest.fixture
def everything(firsts: Firsts, monkeypatch: pytest.MonkeyPatch) -> Site:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1577836800")  # 1 January 2020
    site = Site(ROOTS / "empty", firsts)
    extensions = "myst_enable_extensions = ['deflist', 'colon_fence']\nlinkcheck_ignore = ['.*']\n"
    site.replace("conf.py", "nitpicky", f"{extensions}html_baseurl = 'https://example.org/'\nnitpicky")
    (site.source / "a.png").write_bytes(PNG)
    for folder, kind in FOLDERS.items():
        site.write(f"{folder}/a.md", f"---\ntitle: A {kind}\n{kind}: {json.dumps(OWN[kind])}\n---\n\n{directives()}\n")
    tree = "\n".join([*(f"{folder}/a" for folder in FOLDERS), "roles"])
    person = "{name: Ada, email: ada@example.org, label: Botanist, photo: a.png, languages: {English: native}}"
    site.write(
        "index.md", f"---\ntitle: Woods\nperson: {person}\n---\n\n```{{toctree}}\n{tree}\n```\n\n{directives()}\n"
    )
    roles = [(kind, "a") for kind in KINDS] + [("any", "roles"), ("doc", "roles"), ("export", "cv.pdf")]
    places = (
        PLACES.format(name=name, role=f"{{{name}}}`{to}`", titled=f"{{{name}}}`The {name} <{to}>`")
        for name, to in roles
    )
    site.write("roles.md", f"---\ntitle: Roles\n---\n{''.join(places)}")
    return site


def test_nothing_is_forgotten() -> None:
    assert DIRECTIVES.keys() >= OPTIONS.keys()
    assert OWN.keys() == KINDS.keys()


@pytest.mark.measured
@pytest.mark.filterwarnings("ignore:'tags' will become")  # in builders for help viewers
def test_everything_is_built(everything: Site) -> None:
    for builder in by_day(2, *BUILDERS):
        into = builder if builder == "gettext" else "build"  # it shares its doctrees with no other
        everything.build(builder, into=into, expect=None)
        assert everything.warnings.splitlines() == [], builder
