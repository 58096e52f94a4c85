"""However pages are renamed, every address of every build so far leads to something in the next."""

from __future__ import annotations

import os
import re
import shutil
import tempfile
from pathlib import Path
from urllib.parse import urldefrag, urljoin

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from nightly import NIGHTLY
from portfolio.commands.files import Refused
from portfolio.commands.rename import carry_out, plan
from portfolio.model.dates import build_day
from small_sites import ROOTS, Site

SLUGS = ("ash", "beech", "elm", "fir", "oak")
FOLDERS = {"employers": "employer", "projects": "project", "talks": "talk", "skills": "skill"}
FACTS = {
    "employers": "period: 2001 – 2004, places: [Kew], skills: [{skills}]",
    "projects": "employers: [{employers}], skills: [{skills}]",
    "talks": "projects: [{projects}], employer: {employer}, skills: [{skills}], deliveries: [{{event: Flora, place: Oslo, date: 2003}}, {{event: {event}, place: Lima, date: 2004}}]",
    "skills": "category: Arts, aliases: [{alias}]",
}
HEADINGS = ("On pruning", "On grafting", "Of *felling*", "Über Rinden", "Bark & sap")
LINKS = (
    "By {{{kind}}}`{slug}`, {{{kind}}}`that <{slug}>` and {{portfolio:{kind}}}`{slug}`.",
    "See [it](/{folder}/{slug}.md), [it](../{folder}/{slug}.md) and {{doc}}`it </{folder}/{slug}>`.",
    "> Of {{{kind}}}`one that\n> is quoted <{slug}>`.",
    ":::{{button-ref}} /{folder}/{slug}\n:ref-type: doc\nThere\n:::",
    "```{{eval-rst}}\nBy :{kind}:`{slug}` and :doc:`/{folder}/{slug}`.\n```",
    "`{{{kind}}}`, and as code ``[it]({slug}.md)``; [it][{number}].\n\n[{number}]: /{folder}/{slug}.md",
)
LISTINGS = "```{{timeline}}\n```\n\n```{{skills-index}}\n```\n\n```{{entries}}\n:at: {employer}\n:skill: {skill}\n```\n\n```{{entries}}\n:kind: project\n\n{projects}\n```\n"


@st.composite
def careers(draw: st.DrawFn) -> dict[str, str]:
    """Pages without problems, as texts by docname, which name one another in every way there is."""
    own = {folder: draw(st.lists(st.sampled_from(SLUGS), min_size=2, max_size=3, unique=True)) for folder in FOLDERS}

    def some(folder: str) -> str:
        return draw(st.sampled_from(own[folder]))

    pages = {}
    for folder, slugs in own.items():
        for slug in slugs:
            named = {
                each: ", ".join(draw(st.lists(st.sampled_from(own[each]), unique=True)))
                for each in ("employers", "projects")
            }
            facts = FACTS[folder].format(
                **named,
                skills=", ".join(own["skills"]),
                employer=some("employers"),
                event=draw(st.sampled_from(["Silva", "Herbaria"])),
                alias=f"{slug} wood",
            )
            blocks = []
            for number, heading in enumerate(draw(st.lists(st.sampled_from(HEADINGS), max_size=3, unique=True))):
                target = draw(st.sampled_from(sorted(FOLDERS)))
                link = draw(st.sampled_from(LINKS))
                said = link.format(kind=FOLDERS[target], slug=some(target), folder=target, number=number)
                blocks += [f"## {heading}", said]
            front = f"---\ntitle: The {slug} of {folder}\n{FOLDERS[folder]}: {{summary: A wood., {facts}}}\n---\n"
            pages[f"{folder}/{slug}"] = "\n\n".join([front, *blocks, ""])
    body = LISTINGS.format(employer=some("employers"), skill=some("skills"), projects="\n".join(own["projects"]))
    tree = "\n".join(["lists", *sorted(pages)])
    pages["lists"] = f"---\ntitle: Lists\n---\n\n{body}"
    pages["index"] = f"---\ntitle: Woods\n---\n\n```{{toctree}}\n{tree}\n```\n"
    return pages


renames = st.lists(
    st.tuples(st.sampled_from(sorted(FOLDERS)), st.integers(0, 9), st.sampled_from(SLUGS)), min_size=1, max_size=5
)


class Web:
    """The output as a host serves it."""

    def __init__(self, home: Path) -> None:
        files = {path.relative_to(home).as_posix(): path for path in home.rglob("index.html")}
        self.pages = {
            f"/{name.removesuffix('index.html')}": LexborHTMLParser(path.read_text("utf-8"))
            for name, path in files.items()
        }

    def addresses(self) -> set[str]:
        """Each page's, and those of all that has a name on it; what is only numbered has none."""
        ids = {(page, str(node.attributes["id"])) for page, tree in self.pages.items() for node in tree.css("[id]")}
        return {*self.pages, *(f"{page}#{name}" for page, name in ids if not re.fullmatch(r"id\d+", name))}

    def lands(self, address: str) -> bool:
        """Whether somebody who follows *address* finds something, by one more step where that is a redirect page."""
        page, fragment = urldefrag(address)
        tree = self.pages.get(page)
        if tree is not None and (refresh := tree.css_first("meta[http-equiv=refresh]")):
            to, at = urldefrag(urljoin(page, str(refresh.attributes["content"]).partition("url=")[2]))
            tree, fragment = self.pages.get(to), fragment or at
        if tree is None or tree.css_first("meta[http-equiv=refresh]"):
            return False
        return not fragment or any(node.attributes["id"] == fragment for node in tree.css("[id]"))


def tree(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


@settings(
    max_examples=60 if NIGHTLY else 2,
    phases=[Phase.generate, Phase.shrink] if NIGHTLY else [Phase.generate],
    suppress_health_check=[*HealthCheck],
)
@given(career=careers(), moves=renames)
def test_every_address_still_lands(career: dict[str, str], moves: list[tuple[str, int, str]]) -> None:
    home = Path(tempfile.mkdtemp())
    try:
        site = Site(ROOTS / "empty", home)
        conf = site.source / "conf.py"
        conf.write_text(conf.read_text("utf-8") + 'myst_enable_extensions = ["colon_fence"]\n', "utf-8")
        for docname, text in career.items():
            site.write(f"{docname}.md", text)
        site.build("permalinks")
        site.build()
        known = Web(home / "build/dirhtml").addresses()
        for folder, number, slug in moves:
            pages = sorted(path.stem for path in (site.source / folder).glob("*.md"))
            old, new = f"{folder}/{pages[number % len(pages)]}", f"{folder}/{slug}"
            before = tree(site.source)
            try:
                done = plan(site.source, old, new, today=build_day(os.environ))
            except Refused:
                assert slug in pages
                assert tree(site.source) == before
                continue
            carry_out(done)
            site.build()
            web = Web(home / "build/dirhtml")
            assert [address for address in sorted(known) if not web.lands(address)] == [], (old, new)
            known |= web.addresses()
        site.build(into="clean")
        assert site.output("build") == site.output("clean")
        promised = (site.source / "permalinks.txt").read_bytes()
        site.build("permalinks")
        assert (site.source / "permalinks.txt").read_bytes() == promised
    finally:
        shutil.rmtree(home)


@settings(
    max_examples=20 if NIGHTLY else 2,
    suppress_health_check=[*HealthCheck],
)
@given(career=careers(), number=st.integers(0, 50), slug=st.sampled_from(["birch", "yew-tree"]))
def test_there_and_back_leaves_every_page_as_it_was(career: dict[str, str], number: int, slug: str) -> None:
    home = Path(tempfile.mkdtemp())
    try:
        for docname, text in career.items():
            (home / docname).parent.mkdir(exist_ok=True)
            (home / f"{docname}.md").write_text(text, "utf-8")
        before = tree(home)
        old = sorted(name for name in career if "/" in name)[number % (len(career) - 2)]
        new = f"{old.partition('/')[0]}/{slug}"
        carry_out(plan(home, old, new, today=build_day(os.environ)))
        assert tree(home) != before
        carry_out(plan(home, new, old, today=build_day(os.environ)))
        after = tree(home)
        assert after.pop("redirects.txt").splitlines()[1:] == [f"{new} {old}".encode()]
        assert after == before
    finally:
        shutil.rmtree(home)
