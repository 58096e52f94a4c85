"""Sphinx configuration: https://www.sphinx-doc.org/en/master/usage/configuration.html"""

import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent / "_ext"))

project = "Peter Bourgon"
author = "Peter Bourgon"
copyright = "Peter Bourgon"
version = release = "1"
language = "en"

extensions = ["portfolio"]
nitpicky = True
portfolio_accent = "#0b5e74"  # as the theme's, below
portfolio_tag = "tag:peter.bourgon.org,2026:"  # begins the names in feeds and calendars; never change it
portfolio_categories = ["Software design", "Distributed systems"]  # before the others in the index of skills

html_title = "Peter Bourgon"
html_favicon = "_static/favicon.svg"
html_baseurl = os.environ.get("READTHEDOCS_CANONICAL_URL", "")
html_copy_source = False
html_use_index = False
html_theme_options = {
    # Keys of one character, such as "/", cannot be turned off by readers: https://www.w3.org/TR/WCAG22/#character-key-shortcuts
    "enable_search_shortcuts": False,
    "light_css_variables": {"color-brand-primary": "#0b5e74", "color-brand-content": "#0b5e74"},
    "dark_css_variables": {"color-brand-primary": "#6cc5dc", "color-brand-content": "#6cc5dc"},
}

# For "nox -s linkcheck": few questions at a time, and again later where a site is busy.
linkcheck_workers = 2
linkcheck_timeout = 30
linkcheck_retries = 3
linkcheck_rate_limit_timeout = 120
linkcheck_report_timeouts_as_broken = True
# GitHub marks lines, and most of what lies within a page, by script alone.
linkcheck_anchors_ignore_for_url = [r"https://github\.com/"]
# Known to have moved, and why the old address stays; any other move the check reports.
linkcheck_allowed_redirects = {
    r"http://.*": r"https://.*",  # the same place, which has TLS by now
    r"https://[^/]+/?": r"https://.*",  # home pages choose a language or a path
    r"https://github\.com/weaveworks/.*": r"https://github\.com/.*",  # archived, and given to those who go on with it
    r"https://godoc\.org/.*": r"https://pkg\.go\.dev/.*",  # the successor, in the words of the source
    r"https://conferences\.oreilly\.com/.*": r"https://www\.oreilly\.com/.*",  # conferences that are no more
}

epub_show_urls = "no"
man_pages = [("index", "peter-bourgon", "a career as documentation", author, 7)]
latex_documents = [("index", "peter-bourgon.tex", "A career as documentation", author, "howto")]
