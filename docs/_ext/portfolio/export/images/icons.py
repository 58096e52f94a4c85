"""The site's icon as PNG, in the sizes of those who do not take SVG: browsers, and the home screens of phones."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from portfolio.export.file import File
from portfolio.export.site import Site
from portfolio.export.typst_fonts import TYPST
from portfolio.model.career import Career

HOME_SCREEN = "apple-touch-icon.png"
"""The name that Apple's browsers look for."""
SIZES = {"icon-32.png": 32, HOME_SCREEN: 180, "icon-192.png": 192}
"""In pixels."""

# Phones draw black behind what is transparent on a home screen.
_TEMPLATE = b"""
#set page(width: auto, height: auto, margin: 0pt, fill: if sys.inputs.ground == "" { none } else { white })
#image(bytes(sys.inputs.icon), format: "svg", width: int(sys.inputs.side) * 1pt, height: int(sys.inputs.side) * 1pt)
"""


def files(career: Career, site: Site) -> Iterator[File]:
    """The icon in each size; none where the site has none in SVG."""
    for name, side in SIZES.items() if site.favicon else ():
        yield File(name=name, content=site.favicon, write=partial(write, side=side, ground=name == HOME_SCREEN))


def write(icon: str, *, side: int, ground: bool) -> bytes:
    """The *icon* as a PNG, on white where it is to have a *ground*."""
    inputs = {"icon": icon, "side": str(side), "ground": "white" if ground else ""}
    return TYPST.typeset(_TEMPLATE, inputs, format="png", ppi=72)


def head(names: Iterable[str], accent: str) -> str:
    """The elements by which the first page names those of its icons that are among *names*, and the color around it.

    The color (https://html.spec.whatwg.org/#meta-theme-color) is the site's, in the dark at half its lightness.
    """
    made = SIZES.keys() & names
    if not made:
        return ""
    dark = "#" + "".join(f"{int(accent[at : at + 2], 16) // 2:02x}" for at in (1, 3, 5))
    colors = {"light": accent, "dark": dark}
    rels = {HOME_SCREEN: "apple-touch-icon"}
    found = [
        f'<link rel="{rels.get(name, "icon")}" sizes="{side}x{side}" href="{name}">'
        for name, side in SIZES.items()
        if name in made
    ]
    found += (
        f'<meta name="theme-color" media="(prefers-color-scheme: {scheme})" content="{color}">'
        for scheme, color in colors.items()
    )
    return "".join(found)
