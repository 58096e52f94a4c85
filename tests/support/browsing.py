"""The browser that looks at the site."""

import os
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, sync_playwright


@contextmanager
def chromium(path: str) -> Iterator[Browser]:
    """The Chromium at *path*, which asks nobody for anything of its own."""
    # Its requests for updates and the like would otherwise go out from this machine; its sandbox needs a user.
    quiet = ["--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-quic"]
    # Without a graphics card its stand-in costs more than drawing without one.
    quiet += ["--disable-gpu", "--disable-software-rasterizer"]
    root = ["--no-sandbox"] * (hasattr(os, "geteuid") and os.geteuid() == 0)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=[*quiet, *root])
        yield browser
        browser.close()
