"""What a browser made of a page."""

from playwright.sync_api import Page


def overflow(page: Page) -> int:
    """By how many pixels the page is wider than it has room.

    Furo hides what is wider than the window, and lets what is wider than the column be scrolled in it.
    """
    script = (
        "[document.documentElement, ...document.querySelectorAll('.content')].map(e => e.scrollWidth - e.clientWidth)"
    )
    widths: list[int] = page.evaluate(script)
    return max(widths)
