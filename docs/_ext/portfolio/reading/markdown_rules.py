"""Sets up markdown-it-py as MyST does, without docutils and Sphinx, and lets its tokens say where they stand.

MyST's own (``myst_parser.parsers.mdit.create_md_parser``) imports docutils. The tokens of roles, links and images note
in ``meta`` the offsets in their paragraph that markdown-it-py leaves out.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable
from functools import cache, lru_cache
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock, make_fence_rule
from markdown_it.rules_inline import StateInline, autolink, image, link
from mdit_py_plugins.amsmath import amsmath_block, amsmath_plugin
from mdit_py_plugins.attrs import attrs_block_plugin, attrs_plugin
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.dollarmath import dollarmath_plugin
from mdit_py_plugins.dollarmath.index import math_block_dollar
from mdit_py_plugins.field_list import fieldlist_plugin
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.footnote.index import footnote_ref
from mdit_py_plugins.front_matter import front_matter_plugin
from mdit_py_plugins.myst_blocks import myst_block_plugin
from mdit_py_plugins.substitution import substitution_plugin

EXTENSIONS = frozenset({"colon_fence"})
"""The extensions (``myst_enable_extensions``) that are taken to be on where nobody says."""

_ROLE = re.compile(r"\{([a-zA-Z0-9_\-+:]+)\}(`+)")
_EQUATION_END = r"\$\$[^\S\n]*(?:\([^)$\r\n]+\)[^\S\n]*)?$"
"""Dollars at the end of a line, with or without a label behind them."""
_INTERRUPTED = ["paragraph", "reference", "blockquote", "list", "footnote_def"]
"""What fences and equations can end."""
_PLUGINS: dict[str, tuple[Callable[..., None], dict[str, Any]]] = {
    "amsmath": (amsmath_plugin, {}),
    "attrs_block": (attrs_block_plugin, {}),
    "attrs_inline": (
        attrs_plugin,
        {"after": ("image", "code_inline", "link_close", "span_close"), "spans": True, "span_after": "footnote_ref"},
    ),
    "deflist": (deflist_plugin, {}),
    "dollarmath": (dollarmath_plugin, {"allow_labels": True, "allow_space": True, "allow_digits": True}),
    "fieldlist": (fieldlist_plugin, {}),
    "substitution": (substitution_plugin, {}),
}
"""The extensions that change what is text, as MyST sets them by default."""


@cache
def parser(extensions: frozenset[str]) -> MarkdownIt:
    """MyST's parser with some of its *extensions*; of paragraphs it gives the content alone, in tokens ``inline``."""
    md = MarkdownIt("commonmark", {"inline_definitions": True}).enable("table")
    md.use(front_matter_plugin).use(myst_block_plugin)
    md.inline.ruler.before("backticks", "myst_role", _role)
    md.use(footnote_plugin, inline=False, move_to_end=False, always_match_refs=True)
    md.inline.ruler.at("footnote_ref", _footnote_ref)
    if "colon_fence" in extensions:
        fence = make_fence_rule(markers=(":",), token_type="colon_fence")  # noqa: S106  no password
        md.block.ruler.before("fence", "colon_fence", fence, {"alt": _INTERRUPTED})
    for name, (plugin, options) in _PLUGINS.items():
        if name in extensions:
            md.use(plugin, **options)
    for name, rule in (("link", link), ("image", image), ("autolink", autolink)):
        md.inline.ruler.at(name, _noted(rule))
    if "amsmath" in extensions:
        md.block.ruler.at("amsmath", _ended(amsmath_block, r"\\end\{"), {"alt": _INTERRUPTED})
    if "dollarmath" in extensions:
        md.block.ruler.at("math_block", _ended(math_block_dollar(allow_blank_lines=True), _EQUATION_END))
    md.core.ruler.disable(["inline", "text_join"])
    return md


def _role(state: StateInline, silent: bool) -> bool:
    """What ``mdit_py_plugins.myst_role`` finds, without its copy of the paragraph at each brace."""
    opening = _ROLE.match(state.src, state.pos)
    end = state.src.find(opening[2], opening.end() + 1) if opening else -1
    if opening is None or end < 0:
        return False
    if not silent:
        token = state.push("myst_role", "", 0)
        token.meta = {"name": opening[1], "named": opening.start(1), "at": opening.end()}
        token.content = state.src[opening.end() : end].replace("\n", " ")
    state.pos = end + len(opening[2])
    return True


_BlockRule = Callable[[StateBlock, int, int, bool], bool]


def _ended(rule: _BlockRule, end_of_block: str) -> _BlockRule:
    """What *rule* finds, without a search for the end of each block where what contains it holds none after it.

    :param end_of_block: a pattern of all that ends a block.
    """

    @lru_cache(maxsize=1)
    def ends(text: str) -> list[int]:
        return [found.start() for found in re.finditer(end_of_block, text, re.MULTILINE)]

    def ended(state: StateBlock, start: int, end: int, silent: bool) -> bool:
        found = ends(state.src)
        number = bisect_right(found, state.bMarks[start] + state.tShift[start])
        return number < len(found) and found[number] < state.eMarks[end - 1] and rule(state, start, end, silent)

    return ended


def _footnote_ref(state: StateInline, silent: bool) -> bool:
    """What the plugin finds, without a search for the end of the label at each opening."""
    if not state.src.startswith("[^", state.pos):
        return False
    ends = _label_ends(state.src)
    number = bisect_left(ends, state.pos)
    return number < len(ends) and state.src[ends[number]] == "]" and footnote_ref(state, silent, always_match=True)


@lru_cache(maxsize=1)
def _label_ends(text: str) -> list[int]:
    return [found.start() for found in re.finditer(r"[ \n\]]", text)]


def _noted(rule: Callable[[StateInline, bool], bool]) -> Callable[[StateInline, bool], bool]:
    """A rule for links or images that also notes where their destination begins and ends, if it is written there."""

    def noted(state: StateInline, silent: bool) -> bool:
        start, count = state.pos, len(state.tokens)
        if not rule(state, silent):
            return False
        if not silent:
            token = next(each for each in state.tokens[count:] if each.type in {"link_open", "image"})
            token.meta |= _destination(state, start, is_image=token.type == "image", is_bare=token.info == "auto")
        return True

    return noted


def _destination(state: StateInline, start: int, *, is_image: bool, is_bare: bool) -> dict[str, int]:
    if is_bare:
        return {"at": start + 1, "end": state.pos - 1}
    label_end = state.md.helpers.parseLinkLabel(state, start + is_image, not is_image)
    if state.pos == label_end + 1 or state.src[label_end + 1] != "(":
        return {}  # a definition has it
    at = label_end + 2
    while state.src[at].isspace():
        at += 1
    end = state.md.helpers.parseLinkDestination(state.src, at, state.posMax).pos
    quoted = state.src[at] == "<"
    return {"at": at + quoted, "end": end - quoted}
