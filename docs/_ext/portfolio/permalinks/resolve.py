"""Resolves every address that was ever published to where it leads today, and reports those that lead nowhere.

A page keeps all addresses that it ever had. The first page at an address owns it: where another page moves there, that
page gets notes with the first one's old anchors, which lead to where the first page is now.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Set
from dataclasses import dataclass, field
from functools import cached_property

from portfolio.model.dates import PartialDate
from portfolio.model.fields import Kind
from portfolio.model.kinds import Talk, in_output
from portfolio.reading.problems import Problem, Suggestions

from .anchors import PageAnchors
from .ledger import PAGE, PERMALINKS, REDIRECTS, SHORT, Address, Line, Listed

SHORTENED: tuple[Kind, ...] = in_output("short-address")
"""The kinds that have short addresses; of two with one slug, the first, unless it was promised to the other."""


@dataclass(frozen=True, kw_only=True)
class Permalinks:
    """The pages there are, and what was promised of them.

    :ivar places: by the pages' names.
    :ivar promises: the lines of permalinks.txt; None where there is no such file, and nothing is promised.
    :ivar moves: the lines of redirects.txt.
    :ivar private: the pages that are not built.
    :ivar root: the first page, to which the site's own address leads, whatever it is called.
    """

    places: Mapping[str, PageAnchors]
    promises: Listed | None
    moves: Listed
    private: Set[str] = frozenset()
    root: str = "index"
    # What has been found so far: chains of redirects are followed once.
    _homes: dict[str, Address | None] = field(default_factory=dict, init=False)
    _landings: dict[Address, Address | None] = field(default_factory=dict, init=False)
    _known: dict[str, Suggestions] = field(default_factory=dict, init=False)

    @cached_property
    def redirects(self) -> dict[Address, Address]:
        """Old addresses with the ones for which they were given up."""
        return {line.address: line.to for line in self.moves.lines if line.to}

    @cached_property
    def known(self) -> dict[Address, Line]:
        """The lines of permalinks.txt about pages and places on them, by address."""
        return {line.address: line for line in self.promises.lines if not line.to} if self.promises else {}

    @cached_property
    def earlier(self) -> dict[Address, Address]:
        """What each address was called before in the same folder, as the first line of redirects.txt about it says."""
        found: dict[Address, Address] = {}
        for source, to in self.redirects.items():
            alike = bool(source.anchor) == bool(to.anchor) and _folder(source) == _folder(to)
            if alike and (self.promises is None or source in self.known):
                found.setdefault(to, source)
        return found

    @cached_property
    def dates(self) -> dict[Address, PartialDate]:
        """The addresses of deliveries, with their dates."""
        talks = ((page, place.entry) for page, place in self.places.items() if isinstance(place.entry, Talk))
        return {Address(page, each.anchor): each.date.start for page, talk in talks for each in talk.deliveries}

    @cached_property
    def aliases(self) -> dict[str, dict[str, Address]]:
        """By page, the anchors that it had, or that another page had whose addresses are its own now."""
        found: dict[str, dict[str, Address]] = defaultdict(dict)
        for source, target in sorted(self.redirects.items()):
            home = self.home(source.page)
            if source.anchor and home and source.anchor not in self.places[home.page].anchors:
                found[home.page].setdefault(source.anchor, target)
        return dict(found)

    def home(self, page: str) -> Address | None:
        """What is found at a page's address: that page, or where redirects lead; None where there is nothing."""
        homes, steps, name = self._homes, list[tuple[str, Address]](), page
        while name not in homes:
            homes[name] = Address(name) if name in self.places else None  # and remains so in a circle
            to = self.redirects.get(Address(name))
            if name in self.places or to is None:
                break
            steps.append((name, to))
            name = to.page
        for name, to in reversed(steps):
            if end := homes[to.page]:
                homes[name] = Address(end.page, end.anchor or to.anchor)
        return homes[page]

    def landing(self, address: Address) -> Address | None:
        """Where *address* leads today; None if nowhere."""
        landings, steps = self._landings, list[Address]()
        while address not in landings:
            landings[address] = None  # and remains so in a circle
            steps.append(address)
            home = self.home(address.page)
            if home is None:
                break
            found = Address(home.page, address.anchor or home.anchor)
            alias = self.aliases.get(found.page, {}).get(found.anchor)
            if alias is None:
                is_there = not found.anchor or self.places[found.page].has(found.anchor)
                landings[address] = found if is_there else None
                break
            address = alias
        landings.update(dict.fromkeys(steps, landings[address]))
        return landings[address]

    def owner(self, page: str) -> Address | None:
        """Where the page is now that was the first at this address."""
        return self.landing(self.redirects.get(Address(page), Address(page)))

    def notes(self, page: str) -> list[tuple[str, Address]]:
        """The old anchors to put on *page*, each with where it leads; one is empty where its address was another's."""
        found = [(anchor, self.landing(to)) for anchor, to in sorted(self.aliases.get(page, {}).items())]
        if Address(page) in self.redirects:
            found.insert(0, ("", self.owner(page)))
        return [(anchor, to) for anchor, to in found if to and to.page in self.places]

    def listed(self, page: str) -> list[tuple[str, Address, str]]:
        """Anchors that skills' former slugs gave to listings on *page*, each with today's address and title.

        A timeline's filters have some, and the index of skills has two.
        """
        moved = ((source.page, self.landing(to)) for source, to in sorted(self.redirects.items()) if not source.anchor)
        skills = ((old, self.places[to.page].entry) for old, to in moved if to and old not in self.places)
        return [
            (f"{what}{old.rpartition('/')[2]}", Address(page, f"{what}{entry.key.slug}"), entry.title)
            for old, entry in skills
            if entry and entry.kind == "skill"
            for what in ("", "proof-", "skill-")
        ]

    @cached_property
    def short(self) -> dict[str, str]:
        """Short addresses, without what they begin with, each with the page to which it was given."""
        lines = self.promises.lines if self.promises else ()
        found = {line.address.page.removeprefix(SHORT): line.to.page for line in lines if line.to}
        for kind in SHORTENED:
            for page, place in sorted(self.places.items()):
                # A page at another's old address might be taken for that.
                if place.entry and place.entry.kind == kind and Address(page) not in self.redirects:
                    found.setdefault(place.entry.key.slug, page)
        return found

    def redirect_pages(self) -> dict[str, Address]:
        """The redirect pages to write, each with its target: short addresses, and those of pages that have moved."""
        given = {"index": self.landing(Address(self.root))}
        given |= {f"{SHORT}{slug}": self.owner(page) for slug, page in self.short.items()}
        given |= {source.page: self.landing(source) for source in self.redirects if not source.anchor}
        return {page: to for page, to in sorted(given.items()) if to and page not in self.places}

    def shown(self, page: str, base: str, uri: Callable[[str], str]) -> str:
        """The shortest address that leads to *page*, for slides and codes.

        :param base: where the site is, ``html_baseurl`` in Sphinx.
        :param uri: from a page's name to its path below *base*, as a builder's ``get_target_uri`` gives it.
        """
        here = self._shortened.get(Address(page), ())
        found = min((uri(name) for name in [page, *here]), key=lambda path: (len(path), path))
        return (base.rstrip("/") + "/" + found).rstrip("/")

    @cached_property
    def _shortened(self) -> dict[Address, list[str]]:
        """The short addresses there are, by where they lead."""
        found: dict[Address, list[str]] = defaultdict(list)
        for name, to in self.redirect_pages().items():
            if name.startswith(SHORT):
                found[to].append(name)
        return dict(found)

    def addresses(self) -> Iterator[Address]:
        """Every address there is to be kept: pages, and of entries' pages headings and deliveries."""
        for page, place in self.places.items():
            if PAGE.fullmatch(page):
                yield Address(page)
                yield from (Address(page, anchor) for anchor in place.promised)

    def problems(self) -> Iterator[tuple[str, Problem]]:
        """What is wrong with the two files, and with the site where it breaks a promise; by the file's name."""
        for line in self.moves.lines:
            if line.to and (reason := self._refusal(line.address, line.to)):
                yield REDIRECTS, _problem(line, reason)
        yield from ((REDIRECTS, problem) for problem in self.moves.problems)
        if self.promises is None:
            return
        yield from ((PERMALINKS, problem) for problem in self.promises.problems)
        promised = {line.address for line in self.promises.lines}
        for line in self.promises.lines:
            to = line.to or line.address
            if line.to and line.address.page in self.places:
                yield PERMALINKS, _problem(line, f"{line.address.page} is a page now; give that another name")
            elif (self.owner(to.page) if line.to else self.landing(to)) is None:
                home = self.home(to.page)
                if self._is_refused(to):
                    continue
                if home or to == line.address == Address(to.page) or Address(to.page) not in promised:
                    yield PERMALINKS, _problem(line, self._broken(to, home))
            elif line.date and self._is_headings(to):
                message = f"{to} is the address of a delivery, and a heading has that anchor now; reword the heading"
                yield PERMALINKS, _problem(line, message)

    def _is_headings(self, address: Address) -> bool:
        """Whether a place of a talk's page, to be found at its address, is none of the deliveries."""
        place = self.places.get(address.page)
        if place is None or not isinstance(place.entry, Talk) or address in self.dates:
            return False
        return address.anchor in place.anchors and self.landing(address) == address

    def _refusal(self, source: Address, target: Address) -> str:
        if self.landing(target) is None:
            if source in self._circles:
                return f"{source} leads back to itself, by {target}; lead from one to a page, or remove it"
            if self._is_refused(target):
                return ""
            if target.page in self.private:
                return f"{target.page} is private, and cannot be found; lead to another page, or remove this line"
            if home := self.home(target.page):
                return f"there is no {target}; {self._names(home.page).suggestion(target.anchor)}"
            return f"there is no {target}; {self._names().suggestion(target.page)}"
        home = self.home(source.page)
        if source.anchor and home is None:
            return f"there is no {source.page}, and it leads nowhere; redirect the page, too"
        if source.anchor and home and source.anchor in self.places[home.page].anchors:
            return f"{home.page} has the anchor {source.anchor} itself; remove this line"
        return ""

    @cached_property
    def _circles(self) -> set[Address]:
        """The old addresses that lead back to where they began."""
        following = {source: next_one for source, to in self.redirects.items() if (next_one := self._following(to))}
        found, seen = set[Address](), dict[Address, Address]()
        for start in following:
            way, address = list[Address](), start
            while address in following and address not in seen:
                seen[address] = start
                way.append(address)
                address = following[address]
            if seen.get(address) == start:
                found.update(way[way.index(address) :])
        return found

    def _following(self, address: Address) -> Address | None:
        """The redirect that is followed from *address*, by its old address."""
        found = address if address in self.redirects or address.page in self.places else Address(address.page)
        return found if found in self.redirects else None

    def _is_refused(self, address: Address) -> bool:
        """Whether a redirect is followed from *address* that leads nowhere: the problem of its line says why."""
        following = self._following(address)
        return following is not None and self.landing(following) is None

    def _broken(self, address: Address, home: Address | None) -> str:
        if address.page in self.private:
            remedy = f"lead from there to another page in {REDIRECTS}, or remove this line"
            return f"{address.page} is private, and can be found no more at its address; {remedy}"
        if home is None:
            remedy = f'move pages by "portfolio rename", or add "{address.page} …" with its new address to {REDIRECTS}'
            return f"{address.page} has disappeared; {remedy}"
        meant = self._names(home.page).nearest(address.anchor) or "…"
        remedy = f'give the heading or delivery its anchor back, or add "{address} {home.page}#{meant}" to {REDIRECTS}'
        return f"{address} has disappeared; {remedy}"

    def _names(self, page: str = "") -> Suggestions:
        """The anchors of a page, or the names of all pages and redirects."""
        if page not in self._known:
            self._known[page] = Suggestions(
                self.places[page].anchors if page else map(str, [*self.places, *filter(self.landing, self.redirects)])
            )
        return self._known[page]


def _problem(line: Line, message: str) -> Problem:
    return Problem(line=line.number, column=1, message=message, topic="permalinks")


def _folder(address: Address) -> str:
    return address.page.rpartition("/")[0]
