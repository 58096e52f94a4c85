"""However a career is edited, an incremental build gives what a clean build gives, byte for byte."""

from __future__ import annotations

import os
import shutil
import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from sphinx.testing.util import SphinxTestApp

from nightly import NIGHTLY
from portfolio.model.fields import Kind
from processes import finish, start
from random_careers import (
    BROKEN,
    CONF,
    FACTS,
    HERE,
    HIDDEN,
    SLUGS,
    TITLES,
    Page,
    kinds,
    listings,
    name,
    page,
    prose,
    redirects,
    slugs,
    some_slugs,
    toctrees,
)
from small_sites import PNG, ROOTS, Site

BUILDERS = ("html", "json", "text", "latex", "epub")
"""Builders that can share their doctrees with others, and need no network."""


class Editing(RuleBasedStateMachine):
    """A site on which an author works. Each rule is an edit; a build and a comparison follow each."""

    theme = "basic"

    def __init__(self) -> None:
        super().__init__()
        self.home = Path(tempfile.mkdtemp())
        self.site = Site(ROOTS / "empty", self.home)
        self.site.replace("conf.py", 'html_theme = "basic"', f'html_theme = "{self.theme}"')
        self.pages: dict[str, Page] = {}
        self.broken: set[str] = set()
        self.parallel = 0
        self.first: str | None = None

    def teardown(self) -> None:
        shutil.rmtree(self.home)

    @initialize(career=st.lists(kinds.flatmap(page), min_size=3, max_size=8), toctree=toctrees(), listing=listings())
    def begin(self, career: list[Page], toctree: str, listing: str) -> None:
        self.conf = (self.site.source / "conf.py").read_text("utf-8")
        for position, each in enumerate(career):
            self._write(name(each.kind, SLUGS[position % len(SLUGS)]), each)
        self.plant(toctree)
        self.relist(listing)
        self.share("Shared.")
        self.draw(b"")

    @rule(kind=kinds, slug=slugs, data=st.data())
    def add(self, kind: Kind, slug: str, data: st.DataObject) -> None:
        self._write(name(kind, slug), data.draw(page(kind)))

    @precondition(lambda self: self.pages)
    @rule(data=st.data())
    def remove(self, data: st.DataObject) -> None:
        self._remove(self._some(data))

    @precondition(lambda self: self.pages)
    @rule(data=st.data(), slug=slugs)
    def rename(self, data: st.DataObject, slug: str) -> None:
        old = self._some(data)
        moved = self.pages[old]
        self._remove(old)
        self._write(name(moved.kind, slug), moved)

    @precondition(lambda self: self.pages)
    @rule(data=st.data(), kind=kinds, slug=slugs)
    def move_to_the_folder_of_another_kind(self, data: st.DataObject, kind: Kind, slug: str) -> None:
        old = self._some(data)
        moved = self.pages[old]
        self._remove(old)
        self._write(name(kind, slug), moved)

    @precondition(lambda self: self.pages)
    @rule(data=st.data(), title=TITLES)
    def entitle(self, data: st.DataObject, title: str) -> None:
        file = self._some(data)
        self._write(file, replace(self.pages[file], title=title))

    @precondition(lambda self: self.pages)
    @rule(data=st.data())
    def change_one_fact(self, data: st.DataObject) -> None:
        file = self._some(data)
        old = self.pages[file]
        drawn = data.draw(FACTS[old.kind])
        field = data.draw(st.sampled_from(sorted(drawn)))
        self._write(file, replace(old, facts={**old.facts, field: drawn[field]}))

    @precondition(lambda self: self.pages)
    @rule(data=st.data(), blocks=prose)
    def write_prose(self, data: st.DataObject, blocks: tuple[str, ...]) -> None:
        file = self._some(data)
        self._write(file, replace(self.pages[file], prose=blocks))

    @precondition(lambda self: self.pages)
    @rule(data=st.data())
    def move_prose(self, data: st.DataObject) -> None:
        file = self._some(data)
        self._write(file, replace(self.pages[file], prose=tuple(data.draw(st.permutations(self.pages[file].prose)))))

    @precondition(lambda self: self.pages)
    @rule(data=st.data(), text=st.sampled_from(BROKEN))
    def spoil(self, data: st.DataObject, text: bytes) -> None:
        file = self._some(data)
        (self.site.source / file).write_bytes(text)
        self.broken.add(file)

    @precondition(lambda self: self.broken)
    @rule(data=st.data())
    def fix(self, data: st.DataObject) -> None:
        file = data.draw(st.sampled_from(sorted(self.broken)))
        self._write(file, self.pages[file])

    @precondition(lambda self: self.pages)
    @rule(data=st.data())
    def bring_back_from_a_backup(self, data: st.DataObject) -> None:
        """Another text, with a time before the last build."""
        file = self._some(data)
        self._write(file, data.draw(page(self.pages[file].kind)))
        os.utime(self.site.source / file, (10**9, 10**9))

    @precondition(lambda self: self.pages)
    @rule(data=st.data(), hidden=HIDDEN)
    def hide_or_show(self, data: st.DataObject, hidden: dict[str, str]) -> None:
        file = self._some(data)
        facts = {name: fact for name, fact in self.pages[file].facts.items() if name != "visibility"}
        self._write(file, replace(self.pages[file], facts=facts | hidden))

    @rule(line=st.sampled_from(CONF))
    def configure(self, line: str) -> None:
        self.site.write("conf.py", f"{self.conf}\n{line}\n")

    @rule(lines=redirects())
    def redirect(self, lines: str) -> None:
        self.site.write("redirects.txt", lines)

    @rule(pages=st.lists(st.tuples(kinds, slugs), max_size=3))
    def promise(self, pages: list[tuple[Kind, str]]) -> None:
        names = {name(kind, slug).removesuffix(".md") for kind, slug in pages}
        self.site.write("permalinks.txt", "".join(f"{each}\n" for each in sorted(names)))

    @rule(skills=some_slugs)
    def vary(self, skills: list[str]) -> None:
        self.site.write("variants/felling.yaml", f"title: Feller\nskills: [{', '.join(skills)}]\n")

    @rule(text=st.sampled_from(["Shared.", "By {skill}`elm`.", "```{timeline}\n```"]))
    def share(self, text: str) -> None:
        self.site.write("shared.txt", f"{text}\n")

    @rule(data=st.binary(max_size=4))
    def draw(self, data: bytes) -> None:
        (self.site.source / "twig.png").write_bytes(PNG + data)

    @rule(processes=st.sampled_from([0, 2]))
    def hurry(self, processes: int) -> None:
        self.parallel = processes

    @rule(builder=st.sampled_from([None, *BUILDERS]))
    def build_otherwise(self, builder: str | None) -> None:
        """With another builder, which reads the following edits first, from the same doctrees."""
        self.first = builder

    @rule(kind=kinds, slug=slugs, data=st.data())
    def build_one_page(self, kind: Kind, slug: str, data: st.DataObject) -> None:
        self.add(kind, slug, data)
        app = SphinxTestApp("dirhtml", srcdir=self.site.source, builddir=self.site.home / "build")
        try:
            app.build(filenames=[self.site.source / self._some(data)])
        finally:
            app.cleanup()

    @rule(moment=st.integers(1, 60), kind=kinds, slug=slugs, data=st.data())
    def kill(self, moment: int, kind: Kind, slug: str, data: st.DataObject) -> None:
        """In the middle of a build that has something to write."""
        self.add(kind, slug, data)
        finish(start(self.site, "build", kill_at=moment))

    @rule(builder=st.sampled_from(BUILDERS), kind=kinds, slug=slugs, data=st.data())
    def build_twice_at_once(self, builder: str, kind: Kind, slug: str, data: st.DataObject) -> None:
        """With two builders, from the same doctrees. Sphinx has no lock on these, and one may fail."""
        self.add(kind, slug, data)
        for each in [start(self.site, "build"), start(self.site, "build", builder)]:
            finish(each)

    @rule(toctree=toctrees())
    def plant(self, toctree: str) -> None:
        self.site.write("index.md", f"---\ntitle: Woods\n---\n\n{toctree}\n")

    @rule(listing=listings())
    def relist(self, listing: str) -> None:
        # Sphinx leaves pictures that no page shows any more; this page shows the one there is.
        self.site.write("lists.md", f"---\ntitle: Lists\n---\n\n![A twig](/twig.png)\n\n{listing}\n")

    @invariant()
    def incremental_is_clean(self) -> None:
        shutil.rmtree(self.home / "clean", ignore_errors=True)
        if self.first:
            self.site.build(self.first, expect=None)
        self.site.build(expect=None, parallel=self.parallel)
        self.site.build(into="clean", expect=None)
        ours, clean = self.site.output("build"), self.site.output("clean")
        assert sorted(ours) == sorted(clean)
        for file, content in ours.items():
            assert content.decode("utf-8", "replace") == clean[file].decode("utf-8", "replace"), file

    def _some(self, data: st.DataObject) -> str:
        return data.draw(st.sampled_from(sorted(self.pages)))

    def _write(self, file: str, page: Page) -> None:
        self.pages[file] = page
        self.broken.discard(file)
        self.site.write(file, page.text.replace(HERE, file))

    def _remove(self, file: str) -> None:
        del self.pages[file]
        self.broken.discard(file)
        (self.site.source / file).unlink()


class EditingAtLarge(Editing):
    """The same, where pages show a part of the site's tree only."""

    theme = "furo"

    def __init__(self) -> None:
        super().__init__()
        self.site.replace("conf.py", 'html_theme = "furo"', 'html_theme = "furo"\nportfolio_full_navigation_limit = 3')


TestEditing = Editing.TestCase
TestEditingAtLarge = pytest.mark.nightly(EditingAtLarge.TestCase)  # by day tests/integration/test_large.py edits some
TestEditing.settings = TestEditingAtLarge.settings = settings(
    max_examples=100 if NIGHTLY else 2,
    stateful_step_count=20 if NIGHTLY else 3,
    phases=[Phase.generate, Phase.shrink] if NIGHTLY else [Phase.generate],
    suppress_health_check=[*HealthCheck],
)
