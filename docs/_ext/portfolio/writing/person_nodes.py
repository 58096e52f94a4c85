"""The person as nodes: an h-card, with a photo."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import quote

from docutils import nodes

from portfolio.views.parts import DOT, Link
from portfolio.views.person import HCard

from .nodes import between, element, link, made

PHOTO = 96
"""Width and height of a person's photo, in CSS pixels."""


def identity(view: HCard) -> list[nodes.Node]:
    """The nodes that say who it is, where, and where else (https://microformats.org/wiki/h-card)."""
    said = nodes.paragraph(classes=["portfolio-identity"])
    if view.is_titled:
        # Only for programs: those who read have it in the title.
        said += nodes.inline("", view.name, classes=["p-name", "portfolio-titled"], html_only=True)
    else:
        said += nodes.strong("", view.name, classes=["p-name"])
    parts = [(view.label, "p-job-title"), (view.details, "portfolio-details")]
    for number, (text, name) in enumerate((text, name) for text, name in parts if text):
        said += [nodes.Text(DOT)] if number or not view.is_titled else []
        said += nodes.inline("", text, classes=[name])
    found = nodes.container("", said, classes=["portfolio-person", "h-card"])
    if view.links:
        label = nodes.inline("", f"{view.contact}: ", classes=["portfolio-heard"])
        links = (_profile(each) for each in view.links)
        found += nodes.paragraph("", "", label, *between(links, DOT), classes=["portfolio-profiles"])
    if view.claims:
        found += nodes.paragraph("", view.claims, classes=["portfolio-details"])
    if view.photo:
        found += made("img", classes=["u-photo"], src=view.photo, alt=view.name, width=str(PHOTO), height=str(PHOTO))
    return [found]


def place_photos(found: Iterable[nodes.Node], up: str) -> None:
    """Let the photos among the nodes *found* that are files of the site be found from a page.

    :param up: from the page to the site's root.
    """
    for image in (each for part in found for each in part.findall(element) if "u-photo" in each["classes"]):
        address = image["html"]["src"]
        image["html"]["src"] = address if "://" in address else f"{up}{quote(address)}"


def _profile(to: Link) -> link:
    """A link to where else a person is found (https://microformats.org/wiki/rel-me)."""
    name = "u-email" if to.url.startswith("mailto:") else "u-url"
    return link("", "", nodes.inline("", to.text), refuri=to.url, html={"rel": "me"}, classes=["external", name])
