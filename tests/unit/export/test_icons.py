"""The site's icon as PNG."""

import io
from dataclasses import replace

import pytest
from PIL import Image

from careers import career
from portfolio.export.images import icons
from portfolio.export.site import Site
from portfolio.i18n.translation import ENGLISH

SITE = Site(title="Ada", author="Ada", code="en", language=ENGLISH, base="", path=str)
LEAF = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><circle cx="4" cy="4" r="4" fill="#008000"/></svg>'


def test_there_is_none_without_an_icon_in_svg() -> None:
    assert list(icons.files(career(), SITE)) == []


def test_an_icon_is_drawn_in_each_size_and_on_home_screens_not_on_black() -> None:
    corners = {}
    for file in icons.files(career(), replace(SITE, favicon=LEAF)):
        with Image.open(io.BytesIO(file.write(file.content))) as image:
            side = icons.SIZES[file.name]
            assert (image.format, image.size) == ("PNG", (side, side))
            drawn = image.convert("RGBA")
            assert drawn.getpixel((side // 2, side // 2)) == (0, 128, 0, 255)
            corners[file.name] = drawn.getpixel((0, 0))
    assert corners == {
        "icon-32.png": (0, 0, 0, 0),
        "apple-touch-icon.png": (255, 255, 255, 255),
        "icon-192.png": (0, 0, 0, 0),
    }


@pytest.mark.parametrize(
    ("names", "head"),
    [
        (["feed.xml"], ""),
        (
            ["feed.xml", *icons.SIZES],
            (
                '<link rel="icon" sizes="32x32" href="icon-32.png">'
                '<link rel="apple-touch-icon" sizes="180x180" href="apple-touch-icon.png">'
                '<link rel="icon" sizes="192x192" href="icon-192.png">'
                '<meta name="theme-color" media="(prefers-color-scheme: light)" content="#0b5e74">'
                '<meta name="theme-color" media="(prefers-color-scheme: dark)" content="#052f3a">'
            ),
        ),
    ],
)
def test_pages_name_what_there_is(names: list[str], head: str) -> None:
    assert icons.head(names, "#0b5e74") == head
