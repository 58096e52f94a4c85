"""What a broken page makes the build say; the rest is built all the same."""

import re

import pytest
from selectolax.lexbor import LexborHTMLParser
from sphinx.errors import ConfigError, ExtensionError, SphinxError

from nightly import NIGHTLY, by_day
from portfolio.__main__ import main
from small_sites import Site


def test_warnings_have_place_reason_and_remedy(site: Site) -> None:
    site.replace("projects/atlas.md", "  license:", "  licence:")
    site.replace("talks/seeds.md", "projects: [atlas]", "projects: [atlas, atlass]")
    site.replace("talks/seeds.md", "employer: kew", "employer: kiew")
    site.replace("employers/kew.md", "{project}`atlas`", "{project}`atlass`")
    site.write("skills/latin.md", "---\ntitle: Latin\nskill: {summary: A language., category: Arts}\n---\n")
    site.write("talks/trees.md", "---\ntitle: Trees\norphan: true\ntalk: {summary: On trees., deliveries: []}\n---\n")
    site.build(expect=None)
    assert [line.removeprefix(f"{site.source}/") for line in sorted(site.warnings.splitlines())] == [
        'employers/kew.md:17:76: WARNING: there is no project "atlass"; did you mean "atlas"? [portfolio.reference]',
        'projects/atlas.md:10:3: WARNING: unknown key "licence" in project; did you mean "license"? [portfolio.frontmatter]',
        'skills/latin.md:3:8: WARNING: nothing proves the skill "latin"; declare it in an entry\'s skills, or mention it in prose [portfolio.evidence]',
        'talks/seeds.md:6:21: WARNING: there is no project "atlass"; did you mean "atlas"? [portfolio.reference]',
        'talks/seeds.md:7:13: WARNING: there is no employer "kiew"; did you mean "kew"? [portfolio.reference]',
        "talks/trees.md:4:40: WARNING: talk.deliveries: is empty; name at least one [portfolio.frontmatter]",
    ]
    assert "Timeline" in site.read("timeline/index.html")


GIVEN = [
    ("```{timeline}\n:kinds: talks\n```", "page.md:6: WARNING: 'timeline': Invalid option value for 'kinds': talks: \"talks\" is not a kind of entry; did you mean"),
    ("```{timeline}\n:from: 2019-02-30\n```", "page.md:6: WARNING: 'timeline': Invalid option value for 'from': 2019-02-30: \"2019-02-30\" does not exist"),
    ("```{front-matter} talks\n```", 'page.md:5: ERROR: "talks" is not a kind of front matter; did you mean "talk"?'),
    ("```{entries}\natlas\n```", "entries named in the content need the option :kind: to say what they are"),
    ("```{entries}\n---\nkind: project\nskill: drawin\n---\n```", 'page.md:8:8: WARNING: there is no skill "drawin"; did you mean "drawing"?'),
    ("> ```{entries}\n> :at: kwe\n> ```", 'page.md:6:8: WARNING: there is no employer "kwe"; did you mean "kew"?'),
    ("```{eval-rst}\n.. portfolio:entries::\n   :kind: project\n\n   atlass\n```", 'page.md:9:4: WARNING: there is no project "atlass"; did you mean "atlas"?'),
    ("```{eval-rst}\nBy :employer:`kwe`.\n```", 'page.md:6:15: WARNING: there is no employer "kwe"; did you mean "kew"?'),
    ("As in {doc}`nowhere`.", "page.md:5: WARNING: unknown document: 'nowhere'"),  # which is Sphinx's to say
    ("```{include} part.txt\n```", 'page.md:1:1: WARNING: there is no skill "latn"; known are drawing, taxonomy'),
    ("```{timeline}\n:skills: drawing taxonmy\n```", 'page.md:6:18: WARNING: there is no skill "taxonmy"; did you mean "taxonomy"?'),
    ("```{timeline}\n:skills: 'Drawing'\n```", '"Drawing" is not a slug; use lower-case words joined by hyphens'),
    ("```{timeline}\n:kinds: ','\n```", "name at least one, or leave the option out"),
    ("```{timeline}\n:kinds: skill\n```", "a skill has no time of its own; leave it out"),
    ("```{timeline}\n:from: 2005\n:to: 2004\n```", "the timeline would end before it begins; let :from: be no later than :to:"),
    ("```{entries}\n:limit:\n```", "Invalid option value for 'limit'"),
    ("```{entries}\n:at:\n```", "Invalid option value for 'at'"),
    ("```{deliveries}\n:past: yes\n```", 'it takes no value; leave "yes" out'),
    ("```{bio} 5\nI drew.\n```", "page.md:5: WARNING: the bio of 5 words has 2, where 5 to 5 are allowed; add 3 [portfolio.bio]"),
    ("```{bio} 1\nI drew\n\nand painted\n```", "the bio of 1 words has 4, where 1 to 1 are allowed; take out 3 [portfolio.bio]"),
    ("```{bio} few\nI drew.\n```", '"few" is not a number of words; write 1 or more, as in {bio} 50'),
]  # fmt: skip


@pytest.mark.measured
def test_what_directives_are_given(site: Site) -> None:
    (site.source / "part.txt").write_text("Of {skill}`latn`.\n", "utf-8")
    pages = {f"given-{number}.md": row for number, row in enumerate(GIVEN)}
    for name, (text, _) in pages.items():
        site.write(name, f"---\ntitle: Given\n---\n\n{text}\n")
    site.replace("index.md", "timeline\n", "timeline\n" + "".join(f"{name}\n" for name in pages))
    site.build(expect=None)
    for name, (_, warning) in pages.items():
        assert warning.replace("page.md", name) in site.warnings
        assert site.warnings.count(name) == 1
        assert "Given" in site.read(f"{name.removesuffix('.md')}/index.html")
    told = site.warnings.splitlines()
    for parallel in by_day(1, 2, 1):
        site.build(expect=None, parallel=parallel)
        assert sorted(site.warnings.splitlines()) == sorted(told)


ASTRAY = {
    "bio.md": "```{bio} 50\nToo short.\n```",
    "lone.md": "```{bio}\nToo short.\n```",
    "export.md": "{export}`nothing.pdf`",
    "option.md": "```{timeline}\n:knids: talk\n```",
    "content.md": "```{deliveries}\nAll of them.\n```",
    "name.md": "```{timelnie}\n```",
    "role.md": "{skil}`drawing`",
    "included.md": "```{include} /part.txt\n```",
    "marked.rst": ".. timeline::\n   :from: 2010\n   :to: 2005\n",
    "listed.rst": ".. deliveries::\n   :limit: x\n",
    "counted.rst": ".. bio:: 50\n\n   Too short.\n",
    "astray.md": "[nowhere](nowhere.md)",
    "label.rst": ":ref:`nowhere`\n",
    "brought.md": "```{include} /more.txt\n```",
    "code.md": "```{code-block} nothing\na\n```",
    "lost.md": "Not in a list.",
}
"""What is wrong with a page, as the parsers, the directives or the build find it; each is one problem."""


@pytest.mark.parametrize("parallel", by_day(1, 1, 2))
def test_what_is_found_while_a_page_is_read_or_written_is_reported_until_it_is_fixed(site: Site, parallel: int) -> None:
    (site.source / "part.txt").write_text("```{bio} 5\nShort.\n```\n", "utf-8")
    (site.source / "more.txt").write_text("{ref}`nowhere`\n", "utf-8")
    for name, text in ASTRAY.items():
        above = "---\ntitle: Astray\norphan: true\n---\n" if name.endswith(".md") else ":orphan:\n\nAstray\n======\n"
        if name == "lost.md":
            above = above.replace("orphan: true\n", "")
        site.write(name, f"{above}\n{text}\n")
    site.build(expect="portfolio.bio", parallel=parallel)
    told = sorted(site.warnings.splitlines())
    places = [line.partition(":")[0].rpartition("/")[2] for line in told if line.startswith(str(site.source))]
    assert sorted(places) == sorted(
        {"included.md": "part.txt", "brought.md": "more.txt"}.get(name, name) for name in ASTRAY
    )
    whole = site.output("build")
    site.build(expect=None, parallel=parallel)
    assert sorted(site.warnings.splitlines()) == told
    assert site.output("build") == whole
    for name in ASTRAY:
        (site.source / name).unlink()
    site.build(parallel=parallel)
    assert site.build(parallel=parallel) == []


def test_what_is_not_to_be_told_has_no_page_read_again(site: Site) -> None:
    site.replace("conf.py", 'version = "1"', 'version = "1"\nsuppress_warnings = ["portfolio.bio", "myst"]')
    site.replace("timeline.md", "```{timeline}", "```{bio} 9\nShort.\n```\n\n```{nothing}\n```\n\n```{timeline}")
    site.build()
    assert site.build() == []


@pytest.mark.measured
def test_a_first_page_that_is_not_utf_8(site: Site, capsys: pytest.CaptureFixture[str]) -> None:
    """There is no site without it, so the build ends; but it says why."""
    page = site.source / "index.md"
    page.write_bytes(page.read_bytes() + b"caf\xe9\n")
    line = page.read_bytes().count(b"\n")
    place = f"{page}:{line}:4: "
    with pytest.raises(SphinxError, match=f"^{re.escape(place)}byte 0xe9 is not UTF-8; save the file as UTF-8$"):
        site.build()
    assert main([str(site.source)]) == 1
    assert place in capsys.readouterr().out


def test_what_stands_in_the_place_of_a_list_is_reported(site: Site) -> None:
    (site.source / "permalinks.txt").mkdir()
    (site.source / "redirects.txt").symlink_to("nowhere")
    site.write("variants/a.yaml/b.txt", "")
    warnings = [
        "permalinks.txt:1:1: WARNING: this is a folder; put a file in its place, or remove it [portfolio.permalinks]",
        "redirects.txt:1:1: WARNING: this link leads nowhere; put a file in its place, or remove it [portfolio.permalinks]",
        "variants/a.yaml:1:1: WARNING: this is a folder; put a file in its place, or remove it [portfolio.variant]",
    ]
    for _ in range(2):
        site.build(expect=None)
        assert [line.removeprefix(f"{site.source}/") for line in site.warnings.splitlines()] == warnings
    with pytest.raises(SphinxError, match="is left as it is, for it has problems"):
        site.build("permalinks")


def test_a_first_page_that_asks_to_be_hidden_is_told(site: Site) -> None:
    site.replace("index.md", "title: A botanist\n", "title: A botanist\nvisibility: private\n")
    for written in (True, False):
        assert bool(site.build(expect="index.md:3:1: WARNING: there is no site without its first page")) == written
        assert site.warnings.count("WARNING") == 1
    assert "noindex" not in site.read("index.html")


def test_a_broken_page_is_one_warning_of_ours_and_none_of_others(site: Site) -> None:
    fronts = ["title: [", "- a list", "title: Kew", "title: Kew\nemployr: {}", "employer: {}"]
    for number, front in enumerate(fronts):
        site.write(f"employers/broken-{number}.md", f"---\n{front}\n---\n\n## Herbarium\n")
        site.write(
            f"projects/at-{number}.md",
            f"---\ntitle: At\nproject: {{summary: S., employers: [broken-{number}]}}\n---\n\n{{employer}}`broken-{number}`\n",
        )
    site.replace(
        "index.md",
        "timeline\n",
        "timeline\n" + "".join(f"projects/at-{n}\nemployers/broken-{n}\n" for n, _ in enumerate(fronts)),
    )
    site.build(expect="WARNING")
    said = [line.removeprefix(f"{site.source}/employers/broken-") for line in site.warnings.splitlines()]
    assert all("[portfolio.frontmatter]" in line for line in said), site.warnings
    assert [line.partition(".md:")[0] for line in sorted(said)] == ["0", "1", "2", "3", "4"]


def test_what_is_no_prose_names_nothing(site: Site) -> None:
    """What the scan of the text takes for a reference is none where Markdown has none; what it misses is one."""
    (site.source / "part.txt").write_text("Of {skill}`latin`.\n", "utf-8")
    site.write("skills/latin.md", "---\ntitle: Latin\nskill: {summary: A language., category: Arts}\n---\n")
    site.replace(
        "employers/kew.md",
        "## Herbarium",
        "```{include} /part.txt\n```\n\n| a |\n|---|\n| `b` |\n\n$$\n{skill}`x`\n$$\n\n## Herbarium",
    )
    site.replace("conf.py", 'html_theme = "basic"', 'html_theme = "basic"\nmyst_enable_extensions = ["dollarmath"]')
    site.build()
    assert "Royal Botanic Gardens" in site.read("skills/latin/index.html")


@pytest.mark.measured
def test_a_day_that_is_none(site: Site, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "today")
    with pytest.raises(ConfigError, match='SOURCE_DATE_EPOCH is "today"; set it to a number of seconds since 1970'):
        site.build()
    assert main([str(site.source)]) == 2
    assert "SOURCE_DATE_EPOCH" in capsys.readouterr().err


def test_a_slug_belongs_to_one_page_and_is_free_again_when_that_is_gone(site: Site) -> None:
    site.write("projects/more/atlas.md", "---\ntitle: Other\norphan: true\nproject: {summary: Other plates.}\n---\n")
    warning = (
        'projects/more/atlas.md:4:10: WARNING: project "atlas" is projects/atlas already; '
        "give this file another name [portfolio.duplicate]"
    )
    for parallel in by_day(1, 2, 1):
        site.build(into=f"parallel-{parallel}", parallel=parallel, expect=warning)
    (site.source / "projects/more/atlas.md").unlink()
    site.build(into="parallel-2")
    assert "Atlas of Seeds" in site.read("talks/seeds/index.html", into="parallel-2")


def test_a_problem_is_reported_in_every_build_until_it_is_fixed(site: Site) -> None:
    site.build()
    whole = site.output("build")
    site.replace("projects/atlas.md", "  license:", "  licence:")
    for _ in range(2):
        site.build(expect='unknown key "licence"')
        # One typo is one problem: the roles that name the page are not wrong.
        assert site.warnings.count("WARNING") == 1
    site.replace("projects/atlas.md", "  licence:", "  license:")
    site.build()
    assert site.output("build") == whole


def test_the_checker_and_the_build_report_the_same(site: Site, capsys: pytest.CaptureFixture[str]) -> None:
    site.replace("projects/atlas.md", "  license:", "  licence:")
    site.replace("talks/seeds.md", "employer: kew", "employer: kiew")
    site.replace("education/leeds.md", "[taxonomy]", "[{taxonomy: 2004}, {drawing: 1999}]")
    site.replace("projects/seed-bank.md", "[taxonomy]", "[{taxonomy: 1999}, {drawing: 2003 – 2004}, {drawin: 2003}]")
    site.replace("skills/drawing.md", "category: Arts", "category: Arts\n  since: 2004-05")
    site.replace("employers/kew.md", "{skill}`taxonomy`", "{skill}`taxonmy`")
    site.write("skills/latin.md", "---\ntitle: Latin\nskill: {summary: A language., category: Arts}\n---\n")
    site.write("timeline.md", "---\ntitle: Timeline\n---\n\n```{timeline}\n:skills: drawin\n```\n")
    site.build(expect="license")
    reported = [
        re.sub(r" WARNING: (.*) \[portfolio\.\w+\]$", r" error: \1", line) for line in site.warnings.splitlines()
    ]
    assert main([str(site.source)]) == 1
    checked = [line for line in capsys.readouterr().out.splitlines() if ": error: " in line]
    assert len(checked) == 10
    assert sorted(reported) == sorted(checked)


BROKEN = [
    b"",
    b"---\n",
    b"---\n---\n",
    b"---\ntitle: [\n---\n",
    b"---\n- a list\n---\n",
    b"---\nvalue\n---\n",
    b"---\ntitle: Atlas\nproject:\n  summary: Maps.\n  period: 2019-02-30\n---\n",
    b"---\ntitle: Atlas\ndate: 2019-02-30\nproject: {summary: Maps.}\n---\n",
    b"---\ntitle: Atlas\ndate: 2019-02-30\n---\n",
    b"---\ntitle: &a [*a]\nproject: *a\n---\n",
    b"---\ntitle: !!python/object:os.system x\nproject: {summary: Maps.}\n---\n",
    b"---\ntitle: x\nother: !!python/object:os.system x\nproject: {summary: Maps.}\n---\n",
    b"---\n? [a, b]\n: c\n---\n",
    b"---\n1: 2\nnull: x\ntitle: Atlas\nproject: {summary: Maps., 1: 2, null: 3}\n---\n",
    b"---\n<<: {title: x}\nproject: {summary: Maps.}\n---\n",
    b"---\n\ttitle: tab\n---\n",
    b"---\ntitle: a\n--- \nproject: x\n---\n",
    b"---\ntitle: " + b"[" * 3000 + b"\n---\n",
    b"---\nproject: " + b"{a: " * 400 + b"}" * 400 + b"\n---\n",
    b"\xef\xbb\xbf---\ntitle: Atlas\nproject: {summary: Maps.}\n---\n",
    b"---\ntitle: Caf\xe9\nproject: {summary: Maps.}\n---\n",
    b"---\ntitle: \x00\nproject: {summary: Maps.}\n---\n",
    b"\xff\xfe\x00\x01",
    b"{project}`` {talk}`<>` {skill}`a <` {employer}` `\n\n{project}`atlas\n",
    b"---\ntitle: ''\nproject: {summary: ''}\n---\n",
    b"---\ntitle: A\nproject: {summary: 'S', links: {'': 'https://example.org'}}\n---\n",
    b"---\ntitle: A\ntalk: {summary: S, deliveries: []}\n---\n",
    b"---\ntitle: A\ntalk: {summary: S, deliveries: [{event: '!', place: B, date: 2001}]}\n---\n",
]


@pytest.mark.measured
def test_no_page_whatsoever_stops_the_build(site: Site) -> None:
    for number, page in enumerate(BROKEN):
        site.write(f"projects/broken-{number}.md", "")
        (site.source / f"projects/broken-{number}.md").write_bytes(page)
    for parallel in by_day(1, 1, 2):
        site.build(expect="WARNING", parallel=parallel)
        assert [n for n, _ in enumerate(BROKEN) if f"projects/broken-{n}.md" not in site.warnings] == []
    assert "Seed bank" in site.read("timeline/index.html")


@pytest.mark.parametrize("page", BROKEN if NIGHTLY else BROKEN[3:4])
def test_no_page_that_others_name_stops_the_build(site: Site, page: bytes) -> None:
    (site.source / "projects/atlas.md").write_bytes(page)
    for parallel in by_day(1, 1, 2):
        site.build(expect="WARNING", parallel=parallel)
        assert "projects/atlas.md" in site.warnings
    assert "Seed bank" in site.read("timeline/index.html")


def test_a_title_is_text_on_pages_with_problems_too(site: Site) -> None:
    fronts = {"atlas": "project: {summary: Maps., sumary: Maps.}", "seed-bank": "project:\nskill:"}
    for name, front in fronts.items():
        site.write(
            f"projects/{name}.md", f"---\ntitle: '<img src=x> {{skill}}`none` ![a](b)'\n{front}\n---\n\nProse.\n"
        )
    site.build(expect="WARNING")
    assert "none" not in site.warnings
    for name in fronts:
        assert f"projects/{name}.md" in site.warnings
        page = LexborHTMLParser(site.read(f"projects/{name}/index.html"))
        titles = [title.text().removesuffix("¶") for title in page.css("h1")]
        assert titles == ["<img src=x> {skill}`none` ![a](b)"], name
        assert not page.css("img"), name


def test_another_extension_that_fails_leaves_nothing_behind(site: Site) -> None:
    conf = (site.source / "conf.py").read_text("utf-8")
    fails = "\ndef setup(app):\n    app.connect('env-before-read-docs', lambda *_: 1 / 0)\n"
    site.write("conf.py", conf + fails)
    with pytest.raises(ExtensionError):
        site.build()
    site.write("conf.py", conf)
    assert len(site.build()) == 10


@pytest.mark.measured
def test_titles_must_become_headings(site: Site) -> None:
    site.replace("conf.py", "myst_title_to_header = True", "myst_title_to_header = False")
    with pytest.raises(ConfigError, match="set myst_title_to_header = True"):
        site.build()
