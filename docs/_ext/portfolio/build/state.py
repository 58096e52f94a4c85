"""What one build makes beside what was read: the builder's own, and never pickled."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from portfolio.export.images.cards import Card
from portfolio.export.share_links import Shared
from portfolio.reading.variant_files import Variants

from .exports import Alternates
from .record import Record


@dataclass(kw_only=True)
class Work:
    """What pages are made with, once all are read.

    :ivar variants: those of the curriculum vitae.
    :ivar record: what the builder has written.
    :ivar alternates: the files beside the pages.
    :ivar cards: those of them that are pages' pictures, by docname.
    :ivar graphs: what programs are told of each page, as HTML, by docname.
    :ivar shared: how each entry's page helps to lead others to it, by docname.
    """

    variants: Variants = field(default_factory=Variants)
    record: Record | None = None
    alternates: Alternates = ()
    cards: Mapping[str, Card] = field(default_factory=dict)
    graphs: Mapping[str, str] = field(default_factory=dict)
    shared: Mapping[str, Shared] = field(default_factory=dict)
