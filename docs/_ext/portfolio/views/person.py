"""The person on a page: who it is, and where else to find them."""

from __future__ import annotations

from dataclasses import dataclass

from portfolio.i18n.translation import Language
from portfolio.model.career import Career
from portfolio.model.entries import Url
from portfolio.model.person import Person

from .entry_rows import short_url
from .parts import DOT, Link


@dataclass(frozen=True, slots=True, kw_only=True)
class HCard:
    """A person, with the parts that https://microformats.org/wiki/h-card names.

    :ivar is_titled: whether the page's title is the name already.
    :ivar details: what the person is, and where.
    :ivar claims: the skills that no page proves, shown last.
    :ivar photo: the address of a picture, from the root of the site where it is one of its files; empty without one.
    :ivar contact: label of the links, for those who cannot see where they stand.
    """

    name: str
    is_titled: bool
    label: str
    details: str
    contact: str
    links: tuple[Link, ...]
    claims: str = ""
    photo: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Introduction:
    """The query for the person, on a page with this *title*."""

    title: str

    def view(self, career: Career, language: Language) -> HCard | None:
        """Who it is; None where no page says that."""
        return h_card(career.person, self.title, language) if career.person else None


def h_card(person: Person, title: str, language: Language) -> HCard:
    """*person* on a page with this *title*."""
    said = language.gettext("pronounced %(pronunciation)s", pronunciation=person.pronunciation or "")
    return HCard(
        name=person.name,
        is_titled=person.name == title,
        label=person.label or "",
        details=DOT.join(filter(None, [person.place, said if person.pronunciation else "", languages(person)])),
        contact=language.gettext("Contact"),
        links=links(person),
        claims=claims(person, language),
        photo=person.photo or "",
    )


def claims(person: Person, language: Language) -> str:
    """The skills that *person* claims and no page proves, by group."""
    groups = (
        f"{group}: {', '.join(names)}" if group else ", ".join(names) for group, names in person.claimed_skills.items()
    )
    said = "; ".join(groups)
    return f"{language.gettext('Further skills')}: {said}" if said else ""


def languages(person: Person) -> str:
    """The languages that *person* speaks, each with how well, as far as that is said."""
    return ", ".join(f"{name} ({fluency})" if fluency else name for name, fluency in person.languages.items())


def sought(language: Language) -> tuple[str, ...]:
    """What people search for who want the person: these words lead to the first page."""
    _ = language.gettext
    return _("CV"), _("Résumé"), _("Curriculum vitae"), _("Contact"), _("Email")


def links(person: Person) -> tuple[Link, ...]:
    """Where else to find the person: by mail, at home, and in networks."""
    mail = [Link(text=person.email, url=Url(f"mailto:{person.email}"))] if person.email else []
    home = [Link(text=short_url(person.url), url=person.url)] if person.url else []
    return (*mail, *(Link(text=network, url=url) for network, url in person.profiles.items()), *home)
