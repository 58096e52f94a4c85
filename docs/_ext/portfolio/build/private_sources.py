"""The directives that bring in files, but nothing of the source of a private page, which the checks report.

Nothing is read: domains know of what a text holds as soon as it is parsed.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from docutils.parsers.rst.directives.misc import Raw
from sphinx.directives.code import LiteralInclude
from sphinx.directives.other import Include
from sphinx.directives.patches import CSVTable
from sphinx.environment import BuildEnvironment
from sphinx.util.docutils import SphinxDirective

from .domain import PortfolioDomain


def is_withheld(env: BuildEnvironment, path: str | Path) -> bool:
    """Whether a file, given from the folder of the pages, is the source of a private page."""
    private = PortfolioDomain.of(env).state.private_files
    return bool(private) and Path(env.srcdir, path).resolve() in private


class _Discreet(SphinxDirective):
    has_file = False
    """Whether its argument is a file."""

    def run(self) -> Any:
        """Show nothing, if any file that is named is withheld."""
        names = [*self.arguments[: self.has_file], *filter(None, map(self.options.get, ("file", "diff")))]
        # From the folder of the page, or of the file that is included there.
        here = Path(self.get_source_info()[0] or "").parent
        paths = (path for name in names for path in (self.env.relfn2path(name)[0], here / name))
        return [] if any(is_withheld(self.env, path) for path in paths) else super().run()


class DiscreetInclude(_Discreet, Include):
    """``include`` in reStructuredText; in Markdown it is MyST's, which says by an event what it reads."""

    has_file = True


class DiscreetLiteralInclude(_Discreet, LiteralInclude):
    """``literalinclude``."""

    has_file = True


class DiscreetTable(_Discreet, CSVTable):
    """``csv-table``."""


class DiscreetRaw(_Discreet, Raw):
    """``raw``."""


DIRECTIVES = {
    "include": DiscreetInclude,
    "literalinclude": DiscreetLiteralInclude,
    "csv-table": DiscreetTable,
    "raw": DiscreetRaw,
}
