"""What a page holds that something can be known of without a build, each element with its line and column."""

from __future__ import annotations

from dataclasses import dataclass

from .directive_syntax import Option
from .excerpt import Excerpt
from .yaml_nodes import Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A heading.

    :ivar text: without markup; a role shows its text, or else its target.
    :ivar is_section: whether it begins a section, as none in a list, a quotation or a directive does.
    """

    text: str
    is_section: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """A role that may refer to something, as in ``{name}`text <target>```.

    :ivar name: in lower case, without the domain of this package or Sphinx's own.
    :ivar named: where the name stands.
    :ivar place: where the target stands.
    """

    name: str
    named: Place
    target: str
    place: Place
    has_text: bool
    in_heading: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """The destination of a link, an image or a definition, as it is written.

    :ivar has_text: whether it has a text of its own, as far as that is known.
    :ivar in_heading: whether it is a link in a heading.
    """

    target: str
    place: Place
    has_text: bool = True
    in_heading: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """A name that the author gave to a place, to refer to it.

    :ivar has_title: whether a reference without a text of its own can lead there, as to a heading or a figure.
    """

    name: str
    has_title: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Directive:
    """A directive.

    :ivar name: in lower case, without the domain.
    :ivar line: that on which it begins.
    :ivar argument: what stands behind its name.
    :ivar body: its content, without the options.
    """

    name: str
    line: int
    argument: Excerpt
    options: tuple[Option, ...]
    body: Excerpt


Element = Heading | Role | Link | Label | Directive
