"""The Markdown copies of the real site's pages, and the files for language models."""

import itertools
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from commonmark import parsed
from hostile_careers import pages as hostile_pages
from nightly import by_day
from portfolio.permalinks.redirect_pages import MOVED
from real_site import BASE, pages


def copies(site: Path) -> dict[str, str]:
    found = {path.relative_to(site).as_posix(): path.read_text("utf-8") for path in sorted(site.rglob("*.md"))}
    # An address that has moved has a copy that says where to.
    return {name: text for name, text in found.items() if not text.startswith(MOVED)}


def shown(markdown: str) -> Iterator[tuple[str, str]]:
    """The texts of the blocks, each with the name of the block's element; with the types of what is in them."""
    tokens = parsed(markdown)
    for before, token in zip([None, *tokens], tokens, strict=False):
        if token.type == "inline" and before:
            yield before.tag, "".join(child.content for child in token.children or [])
        elif token.content:
            yield token.type, token.content


def plain(text: str) -> str:
    return " ".join(text.split())


def test_every_page_has_a_copy_and_every_copy_a_page(site: Path) -> None:
    found = {f"/{name.removesuffix('.md').removesuffix('index')}/".replace("//", "/") for name in copies(site)}
    # Pages without a source, which Sphinx or the extension makes, have none.
    assert found == {page for page in pages(site) if not page.startswith(("/search/", "/for/"))}


def test_copies_have_the_headings_of_their_pages(site: Path) -> None:
    for name, text in copies(site).items():
        page = site / name.removesuffix(".md").removesuffix("index") / "index.html"
        tree = LexborHTMLParser(page.read_text("utf-8"))
        # Titles in lists are headings in HTML alone.
        headings = "article :is(h1, h2, h3, h4, h5, h6, p.rubric)"
        classes = [(node, (node.attributes.get("class") or "").split()) for node in tree.css(headings)]
        outside = [node for node, names in classes if "portfolio-title" not in names or "rubric" in names]
        expected = [(node.tag, plain(node.text().removesuffix("¶"))) for node in outside]
        found = [(tag, plain(said)) for tag, said in shown(text) if re.fullmatch("h[1-6]", tag)]
        assert [each for each in found if each != ("h2", "Connections")] == expected, name


def test_nothing_of_the_sources_syntax_and_of_html_is_in_copies(site: Path) -> None:
    files = {**copies(site), **{name: (site / name).read_text("utf-8") for name in ("llms.txt", "llms-full.txt")}}
    for name, text in files.items():
        # The colophon shows in a block of code what front matter is.
        prose = re.sub(r"^( *)(`{3,})[^`]*?^\1\2$", "code", text, flags=re.MULTILINE)
        pattern = r"\{[\w-]+\}`|`\{[\w-]+\}|:::|^---\ntitle|portfolio-|sd-|<!--|[ ·]$|\n\n\n"
        assert not re.search(pattern, prose, re.MULTILINE), (name, re.search(pattern, prose, re.MULTILINE))
        assert text.startswith("# "), name
        tokens = parsed(text)
        children = [child for token in tokens for child in token.children or []]
        assert not {"html_block", "html_inline"} & {token.type for token in (*tokens, *children)}, name


def test_every_link_of_llms_txt_leads_to_a_file(site: Path) -> None:
    text = (site / "llms.txt").read_text("utf-8")
    links = re.findall(rf"^- \[.*?\]\({BASE}(\S*?)\)(?:: .+)?$", text, re.MULTILINE)
    contact = text.partition("\n## Contact\n")[2].partition("\n## ")[0]
    assert len(links) == text.count("\n- ") - contact.count("\n- ")
    assert set(copies(site)) <= {*links}
    assert [link for link in links if not (site / link).is_file()] == []


def test_every_link_of_a_copy_leads_to_a_copy_or_elsewhere(site: Path) -> None:
    for name, text in copies(site).items():
        for token in parsed(text):
            for child in token.children or []:
                address = str(child.attrs.get("href", "https:"))
                if address.startswith(BASE):
                    address = f"{'../' * name.count('/')}{address.removeprefix(BASE)}"
                if child.type == "link_open" and not address.startswith(("https:", "http:", "mailto:")):
                    assert ((site / name).parent / address.partition("#")[0]).is_file(), (name, address)


def test_texts_in_one_file_hold_no_addresses_within_prose(site: Path) -> None:
    tokens = parsed((site / "llms-full.txt").read_text("utf-8"))
    paragraphs = [after for before, after in itertools.pairwise(tokens) if before.type == "paragraph_open"]
    links = [
        child for token in paragraphs if token.level == 1 for child in token.children or [] if child.type == "link_open"
    ]
    # What is shown is an address itself.
    assert [link for link in links if link.info != "auto"] == []


@pytest.mark.parametrize("builder", by_day(1, "dirhtml", "html"))
def test_hostile_fields_are_text_in_copies(hostile_site: Path, builder: str) -> None:
    home = hostile_site / builder
    for page in hostile_pages():
        markdown = (home / f"{page.docname}.md").read_text("utf-8")
        said = plain(" ".join(text for _, text in shown(markdown))).casefold()
        for text in page.texts:
            assert plain(text).casefold() in said, (page.docname, text[:80])
        children = [child for token in parsed(markdown) for child in token.children or []]
        assert not {"html_inline", "image"} & {child.type for child in children}, page.docname
    for name in ("llms.txt", "timeline.md", "skills-index.md", "entries.md", "cards.md"):
        tokens = parsed((home / name).read_text("utf-8"))
        children = [child for token in tokens for child in token.children or []]
        assert not {"html_block", "html_inline", "image"} & {token.type for token in (*tokens, *children)}, name
