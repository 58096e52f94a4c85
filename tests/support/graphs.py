"""The linked data of a built site, read from its pages and joined as other programs would join it."""

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from rdflib import Graph, Namespace, URIRef
from selectolax.lexbor import LexborHTMLParser

Node = dict[str, Any]

SCHEMA = Namespace("https://schema.org/")
PREFIXES = {"s": SCHEMA}


def graph(html: str) -> list[Node]:
    """The nodes of a page, which has one script for all of them, in its head; none where it has none."""
    tree = LexborHTMLParser(html)
    found = tree.css('script[type="application/ld+json"]')
    assert len(found) == len(tree.css('head > script[type="application/ld+json"]')) <= 1
    if not found:
        return []
    data = json.loads(found[0].text())
    assert data.keys() == {"@context", "@graph"}
    assert data["@context"] == "https://schema.org"
    nodes: list[Node] = data["@graph"]
    return nodes


def graphs(site: Path, base: str) -> dict[str, list[Node]]:
    """The nodes of all pages below a folder that have some, by the address that each would have below *base*."""
    found = {
        base + path.relative_to(site).as_posix().removesuffix("index.html"): graph(path.read_text("utf-8"))
        for path in sorted(site.rglob("*.html"))
    }
    return {address: nodes for address, nodes in found.items() if nodes}


def joined(pages: Mapping[str, list[Node]]) -> Graph:
    """One graph of the nodes of all pages; relative addresses are those seen from their page.

    The vocabulary is all that is taken of schema.org's context, which would have to be asked for.
    """
    found = Graph()
    for address, nodes in pages.items():
        data = {"@context": {"@vocab": str(SCHEMA)}, "@graph": nodes}
        found.parse(data=json.dumps(data), format="json-ld", publicID=address)
    return found


def ask(found: Graph, pattern: str) -> set[tuple[str, ...]]:
    """What a query of SPARQL finds: "?a ?b" where a pattern holds, as text."""
    names, _, where = pattern.partition(" where ")
    rows = found.query(f"select {names} where {{ {where} }}", initNs=PREFIXES)
    return {tuple(str(each) for each in row) for row in rows}  # type: ignore[union-attr]


def every(nodes: Any) -> Iterator[Node]:
    """All nodes, those within others too."""
    if isinstance(nodes, dict):
        yield nodes
        nodes = list(nodes.values())
    if isinstance(nodes, list):
        for each in nodes:
            yield from every(each)


def dangling(found: Graph) -> set[str]:
    """What nodes refer to and no page says more of than a type and a name."""
    known = {SCHEMA.name, URIRef("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")}
    described = {subject for subject, property_, _ in found if property_ not in known}
    named = {each for triple in found for each in (triple[0], triple[2]) if isinstance(each, URIRef)}
    return {str(each) for each in named - described if not each.startswith(str(SCHEMA))}


def contradictions(found: Graph) -> dict[str, set[str]]:
    """The things that have two types or two names."""
    said: dict[str, set[str]] = defaultdict(set)
    for property_ in ("rdf:type", "s:name"):
        for subject, value in ask(found, f"?a ?b where ?a {property_} ?b . filter(isIRI(?a))"):
            said[f"{subject} {property_}"].add(value)
    return {name: values for name, values in said.items() if len(values) > 1}
