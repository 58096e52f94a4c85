"""Reads Sphinx's toctrees: the order of pages, and all that one page shows of others because of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from docutils import nodes
from sphinx import addnodes
from sphinx.environment import BuildEnvironment


def forget_numbers(env: BuildEnvironment) -> None:
    """Remove the section numbers before Sphinx assigns new ones: it leaves those of sections that have none now."""
    for toc in env.tocs.values():
        for reference in toc.findall(nodes.reference):
            reference.attributes.pop("secnumber", None)
    for title in env.titles.values():
        title.attributes.pop("secnumber", None)


def whole(env: BuildEnvironment) -> str:
    """All that a sidebar with the whole tree shows, as text: titles, numbers, and each toctree's entries."""
    titles = sorted((docname, str(title)) for docname, title in env.titles.items())
    trees = sorted((docname, [str(tree) for tree in toctrees(env, docname)]) for docname in env.toctree_includes)
    return repr((titles, trees, sorted(env.toc_secnumbers.items())))


def related(env: BuildEnvironment) -> dict[str, str]:
    """For each page in the tree its links to the previous page, the next page and those above it, with their titles.

    Sphinx makes them in ``StandaloneHTMLBuilder.get_doc_context``.
    """
    relations = env.collect_relations()
    titles = {docname: str(title) for docname, title in env.titles.items()}
    return {
        docname: repr([(name, titles.get(name)) for name in (before, after, *_above(relations, docname)) if name])
        for docname, (_, before, after) in relations.items()
    }


def above(env: BuildEnvironment) -> dict[str, list[str]]:
    """For each page in the tree the pages above it, the first page first."""
    relations = env.collect_relations()
    return {docname: [*_above(relations, docname)][::-1] for docname in relations}


def ordered(env: BuildEnvironment) -> list[str]:
    """All pages in the order of the site's tree; those outside it last, by name."""
    found: dict[str, None] = {}
    waiting = [*sorted(env.found_docs, reverse=True), env.config.root_doc]
    while waiting:
        docname = waiting.pop()
        if docname not in found:
            found[docname] = None
            waiting += reversed(env.toctree_includes.get(docname, ()))
    return [docname for docname in found if docname in env.found_docs]


def listed(env: BuildEnvironment, docname: str) -> str:
    """All that the toctrees on a page can show of other pages, as text: headings of all pages below it."""
    if all(tree.get("hidden") for tree in toctrees(env, docname)):
        return ""
    found = {docname: None}
    waiting = [docname]
    while waiting:
        below = [name for name in env.toctree_includes.get(waiting.pop(), ()) if name not in found]
        found.update(dict.fromkeys(below))
        waiting += below
    return "".join(str(env.tocs[name]) for name in found if name in env.tocs)


def names(env: BuildEnvironment) -> str:
    """All targets that a reference of any kind can have, as text."""
    objects = [(domain.name, sorted(domain.get_objects())) for domain in env.domains.sorted()]
    slugs = sorted((docname, str(data.get("myst_slugs"))) for docname, data in env.metadata.items())
    return repr((objects, slugs))


def _above(relations: Mapping[str, Sequence[str | None]], docname: str) -> Iterator[str]:
    """The pages above one, the nearest first."""
    parent = relations[docname][0]
    while parent is not None:
        yield parent
        parent = relations[parent][0] if parent in relations else None


def toctrees(env: BuildEnvironment, docname: str) -> Iterator[addnodes.toctree]:
    """The toctrees on a page."""
    if docname in env.toctree_includes:
        yield from env.tocs[docname].findall(addnodes.toctree)
