"""Front matter as the Markdown parser is given it: without what this extension reads itself."""

from __future__ import annotations

import string

import yaml

from portfolio.model.kinds import KINDS, SUBJECTS

from .yaml_nodes import BLOCK, Unreadable, compose, refusal

_AS_MARKDOWN = str.maketrans({mark: f"\\{mark}" for mark in string.punctuation} | {"\n": " ", "\r": " "})


def without_entry(docname: str, text: str, *, unlisted: bool = False) -> str:
    """The source *text* for the Markdown parser, less what was read here, with as many lines as before.

    MyST makes text of every value, prints some, and stops at dates that do not exist. Front matter that cannot be read
    is left out whole: its problems are known. An entry's title is text, as its other values are, but MyST reads it as
    Markdown: its punctuation is escaped. A page whose title cannot be read has its file's name for one.

    :param unlisted: let Sphinx neither search the page nor miss it in the site's tree
        (https://www.sphinx-doc.org/en/master/usage/restructuredtext/field-lists.html#file-wide-metadata).
    """
    block = BLOCK.match(text)
    if block is None:
        return text
    try:
        top = compose(text)
        if top is None:
            return text
        pairs = [
            (key, value)
            for key, value in top.value
            if key.value not in {*SUBJECTS, "visibility"} and not refusal(key, value)
        ]
        if len(pairs) == len(top.value):
            return text
        is_entry = any(key.value in KINDS for key, _ in top.value)
    except Unreadable:
        pairs, is_entry = [], True
    if is_entry:
        title = next((value for key, value in pairs if key.value == "title"), None)
        others = [(key, value) for key, value in pairs if key.value != "title"]
        shown = _as_markdown(title, docname.rpartition("/")[2])
        pairs = [(_text("title"), shown), *others]
    if unlisted:
        pairs += [(_text(key), _text("true")) for key in ("orphan", "nosearch")]
    rest = yaml.MappingNode("tag:yaml.org,2002:map", pairs, flow_style=True)
    kept = yaml.serialize(rest, width=10**6, allow_unicode=True).strip()
    lines = block[0].count("\n") - 1
    return "\n".join(["---", kept, *[""] * (lines - 1), "---"]) + text[block.end() :]


def _as_markdown(title: yaml.Node | None, otherwise: str) -> yaml.ScalarNode:
    """The title as Markdown for a heading that shows it as it is.

    Where each character of punctuation is escaped (https://spec.commonmark.org/0.31.2/#backslash-escapes), there is no
    markup, and in one line no other block than the heading.
    """
    text = title.value.strip() if isinstance(title, yaml.ScalarNode) else ""
    return _text((text or otherwise).translate(_AS_MARKDOWN))


def _text(text: str) -> yaml.ScalarNode:
    return yaml.ScalarNode("tag:yaml.org,2002:str", text)
