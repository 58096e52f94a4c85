"""What a browser made of a page."""

from playwright.sync_api import Page

LIGHT = """{
    const draw = document.createElement('canvas').getContext('2d');
    window.light = color => { draw.fillStyle = color; draw.fillRect(0, 0, 1, 1);
        const [r, g, b] = [...draw.getImageData(0, 0, 1, 1).data].map(n => (n /= 255) <= 0.04045 ? n / 12.92 : ((n + 0.055) / 1.055) ** 2.4);
        return 0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05; };
}"""
"""Defines ``light(color)``: its relative luminance (https://www.w3.org/TR/WCAG22/#dfn-relative-luminance) and 0.05."""


def overflow(page: Page) -> int:
    """By how many pixels the page is wider than it has room.

    Furo hides what is wider than the window, and lets what is wider than the column be scrolled in it.
    """
    script = (
        "[document.documentElement, ...document.querySelectorAll('.content')].map(e => e.scrollWidth - e.clientWidth)"
    )
    widths: list[int] = page.evaluate(script)
    return max(widths)


# Letters reach a little beyond their line, and the theme's headings beyond their column, without what they hold.
_CUT = """allowed => [...document.querySelectorAll('article *')].filter(e => {
    const style = getComputedStyle(e);
    const across = style.overflowX !== 'visible' && e.scrollWidth > e.clientWidth + 1;
    const down = style.overflowY !== 'visible' && e.scrollHeight > e.clientHeight + 8;
    const beyond = e.getBoundingClientRect().right > document.documentElement.clientWidth + 8;
    return (across || down || beyond) && e.checkVisibility() && e.clientWidth > 1 && !(allowed && e.closest(allowed));
}).map(e => `${e.tagName}.${e.className}: ${e.textContent.slice(0, 60)}`)"""


def cut(page: Page, *, allowed: str = "") -> list[str]:
    """The parts of the article that do not show all that they hold, but for those within the selector *allowed*."""
    found: list[str] = page.evaluate(_CUT, allowed)
    return found
