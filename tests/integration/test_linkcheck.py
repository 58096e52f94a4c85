"""Dead links are reported with the page and line that holds them; the servers asked are this machine's own."""

import json
import threading
import time
from collections import Counter
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from portfolio.reading.front_matter import read
from small_sites import Site

SETTINGS = """
linkcheck_timeout = 1
linkcheck_retries = 1
linkcheck_report_timeouts_as_broken = True
linkcheck_allowed_redirects = {r"http://.*/known-moved": r"http://.*/here"}
"""


class Server:
    """A server with a page for each kind of health, which counts what it was asked."""

    def __init__(self) -> None:
        asked = self.asked = Counter[str]()

        class Handler(BaseHTTPRequestHandler):
            def do_HEAD(self) -> None:
                asked[self.path] += 1
                if self.path == "/slow":
                    time.sleep(2)
                moved = self.path in {"/moved", "/known-moved"}
                self.send_response(404 if "dead" in self.path else 301 if moved else 200)
                if moved:
                    self.send_header("Location", "/here")
                self.send_header("Content-Length", "0")
                self.end_headers()

            do_GET = do_HEAD  # noqa: N815  the base class's name

            def log_message(self, format: str, *args: object) -> None:  # noqa: A002  the base class's name
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.address = f"http://127.0.0.1:{self.server.server_port}"


@pytest.fixture
def server() -> Iterator[Server]:
    """A server on this machine, while the test runs."""
    found = Server()
    threading.Thread(target=found.server.serve_forever, daemon=True).start()
    yield found
    found.server.shutdown()
    found.server.server_close()


TALK = """\
---
title: How to draw a seed
talk:
  summary: Seeing before drawing.
  skills: [drawing]
  links:
    article: {0}/dead-article
    website: {0}/here
  sources:
    - {0}/moved
    - {0}/dead-article
  deliveries:
    - {{event: Flora 2006, place: Oslo, date: 2006-05-17, video: {0}/dead-video, slides: {0}/known-moved}}
    - event: Herbaria 2005
      place: Lima
      date: 2005
      program: {0}/slow
---

Look first.

As [they said]({0}/dead-prose).
"""


def test_every_address_is_asked_once_and_a_dead_one_reported_with_its_line(site: Site, server: Server) -> None:
    site.write("conf.py", (site.source / "conf.py").read_text("utf-8") + SETTINGS)
    for path in site.source.rglob("*.md"):  # nothing but this machine is asked
        path.write_text(path.read_text("utf-8").replace("https://example.org", server.address), "utf-8")
    site.write("talks/seeds.md", TALK.format(server.address))
    # It comes first, and shows the links of the deliveries and of the panels.
    site.write("a.md", "# A\n\n```{deliveries}\n```\n\n```{exports}\n```\n")
    site.replace("index.md", "timeline\n", "a\ntimeline\n")
    site.build("linkcheck", expect="talks/seeds.md:10: WARNING: redirect")

    text = (site.home / "build/linkcheck/output.json").read_text("utf-8")
    results: list[dict[str, Any]] = [json.loads(line) for line in text.splitlines() if server.address in line]
    found = {
        each["uri"].removeprefix(server.address): (each["filename"], each["lineno"], each["status"]) for each in results
    }
    assert len(results) == len(found)
    assert {address: result for address, result in found.items() if result[0] == "talks/seeds.md"} == {
        "/dead-article": ("talks/seeds.md", 7, "broken"),
        "/here": ("talks/seeds.md", 8, "working"),
        "/moved": ("talks/seeds.md", 10, "redirected"),
        "/dead-video": ("talks/seeds.md", 13, "broken"),
        "/known-moved": ("talks/seeds.md", 13, "working"),
        "/slow": ("talks/seeds.md", 17, "broken"),
        "/dead-prose": ("talks/seeds.md", 22, "broken"),
    }
    assert found["/drawing"] == ("skills/drawing.md", 7, "working")
    assert found["/kew/history"] == ("employers/kew.md", 10, "working")
    assert "a.md" not in {result[0] for result in found.values()}
    reported = site.read("output.txt", "linkcheck")
    for address, line in (("dead-article", 7), ("dead-video", 13), ("dead-prose", 22)):
        assert f"talks/seeds.md:{line}: [broken] {server.address}/{address}: 404" in reported
    assert server.asked["/drawing"] == server.asked["/kew/history"] == 1


ARCHIVED = """\
---
title: How to draw a seed
talk:
  summary: Seeing before drawing.
  skills: [drawing]
  links:
    article: {{url: {0}/article, archive: {0}/archive/article}}
  sources:
    - archive: {0}/archive/dead-history
      url: {0}/dead-history
    - {0}/report
  deliveries:
    - event: Flora 2006
      place: Oslo
      date: 2006-05-17
      video:
        url: {0}/video
        archive: {0}/archive/video
---

Look first.
"""


@pytest.mark.measured
def test_archived_copies_are_asked_too_each_with_its_line(site: Site, server: Server) -> None:
    site.write("conf.py", (site.source / "conf.py").read_text("utf-8") + SETTINGS)
    for path in site.source.rglob("*.md"):  # nothing but this machine is asked
        path.write_text(path.read_text("utf-8").replace("https://example.org", server.address), "utf-8")
    site.write("talks/seeds.md", ARCHIVED.format(server.address))
    site.write("a.md", "# A\n\n```{deliveries}\n```\n\n```{entries}\n:kind: talk\n```\n")
    site.replace("index.md", "timeline\n", "a\ntimeline\n")
    site.build("linkcheck", expect=None)

    text = (site.home / "build/linkcheck/output.json").read_text("utf-8")
    results = [json.loads(line) for line in text.splitlines() if server.address in line]
    found = {
        each["uri"].removeprefix(server.address): (each["lineno"], each["status"])
        for each in results
        if each["filename"] == "talks/seeds.md"
    }
    assert found == {
        "/article": (7, "working"),
        "/archive/article": (7, "working"),
        "/archive/dead-history": (9, "broken"),
        "/dead-history": (10, "broken"),
        "/report": (11, "working"),
        "/video": (17, "working"),
        "/archive/video": (18, "working"),
    }
    assert "a.md" not in {each["filename"] for each in results}


def test_where_values_stand() -> None:
    front = read("projects/atlas", "---\ntitle: Atlas\nproject:\n  summary: S\n  links:\n    a: https://a.org\n"
                 "    b: https://a.org\n  sources: [https://b.org,\n    https://c.org]\n---\n")  # fmt: skip
    assert front.links == {"https://a.org": 6, "https://b.org": 8, "https://c.org": 9}
