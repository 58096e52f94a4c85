"""Pictures of the four key pages: wide, on a phone, in the dark, on paper."""

import os
import sys
from pathlib import Path

from playwright.sync_api import Browser

from browsing import chromium
from serving import serving

# In device pixels a phone has twice the width. Paper is A4 without the margins of the style sheet.
VIEWS: dict[str, dict[str, object]] = {
    "wide": {"viewport": {"width": 1280, "height": 800}},
    "phone": {"viewport": {"width": 390, "height": 844}, "device_scale_factor": 2, "is_mobile": True},
    "dark": {"viewport": {"width": 1280, "height": 800}, "color_scheme": "dark"},
    "print": {"viewport": {"width": 672, "height": 987}},
}


def key_pages(site: Path) -> dict[str, str]:
    """The pages by the names of their pictures: three that every portfolio has, and its longest entry."""
    entries = (path for path in site.glob("*/*/index.html") if path.parts[-3] != "skills")
    longest = max(entries, key=lambda path: (path.stat().st_size, path)).parent.relative_to(site).as_posix()
    return {"landing": "", "timeline": "timeline/", "skills": "skills/", "entry": f"{longest}/"}


def shoot(browser: Browser, address: str, pages: dict[str, str], out: Path) -> None:
    """Write NAME-VIEW.png of each page and view, whole pages, and NAME.pdf."""
    for view, options in VIEWS.items():
        context = browser.new_context(reduced_motion="reduce", **options)  # type: ignore[arg-type]
        page = context.new_page()
        for name, path in pages.items():
            page.goto(f"{address}/{path}", wait_until="networkidle")
            if view == "print":
                page.emulate_media(media="print")
                page.pdf(path=out / f"{name}.pdf", format="A4", prefer_css_page_size=True)
            page.screenshot(path=out / f"{name}-{view}.png", full_page=True)
        context.close()


def main() -> None:
    """Take pictures of the site in the first argument's folder into the second's."""
    site, out = map(Path, sys.argv[1:])
    out.mkdir(parents=True, exist_ok=True)
    with serving(site) as address, chromium(os.environ["CHROMIUM"]) as browser:
        shoot(browser, address, key_pages(site), out)


if __name__ == "__main__":
    main()
