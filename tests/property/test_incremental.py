"""However a career is edited, an incremental build gives what a clean build gives, byte for byte."""

from __future__ import annotations

import os
import shutil
import tempfile
from dataclasses import replace
from pathlib import Path

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from nightly import NIGHTLY
from portfolio.model.fields import Kind
from random_careers import BROKEN, FACTS, SLUGS, TITLES, Page, kinds, listings, name, page, prose, slugs, toctrees
from small_sites import ROOTS, Site


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

    def teardown(self) -> None:
        shutil.rmtree(self.home)

    @initialize(career=st.lists(kinds.flatmap(page), min_size=3, max_size=8), toctree=toctrees(), listing=listings())
    def begin(self, career: list[Page], toctree: str, listing: str) -> None:
        for position, each in enumerate(career):
            self._write(name(each.kind, SLUGS[position % len(SLUGS)]), each)
        self.plant(toctree)
        self.relist(listing)

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

    @rule(toctree=toctrees())
    def plant(self, toctree: str) -> None:
        self.site.write("index.md", f"---\ntitle: Woods\n---\n\n{toctree}\n")

    @rule(listing=listings())
    def relist(self, listing: str) -> None:
        self.site.write("lists.md", f"---\ntitle: Lists\n---\n\n{listing}\n")

    @invariant()
    def incremental_is_clean(self) -> None:
        shutil.rmtree(self.home / "clean", ignore_errors=True)
        self.site.build(expect=None)
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
        self.site.write(file, page.text)

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
TestEditingAtLarge = EditingAtLarge.TestCase
TestEditing.settings = TestEditingAtLarge.settings = settings(
    max_examples=100 if NIGHTLY else 2,
    stateful_step_count=20 if NIGHTLY else 4,
    derandomize=not NIGHTLY,
    deadline=None,
    database=None,
    phases=[Phase.generate, Phase.shrink] if NIGHTLY else [Phase.generate],
    suppress_health_check=[*HealthCheck],
)
