"""What a command or a build does not need it does not import: that would be most of the time that it takes."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

import portfolio

CHECK = "from portfolio.__main__ import main; main(['check', sys.argv[1]])"
NOTHING_TO_CHECK = f"import pathlib; pathlib.Path(sys.argv[1], 'projects/p.md').unlink(); {CHECK}"
VALIDATORS = {"pydantic", "portfolio.reading.schema", "portfolio.reading.scalars"}
SITE = {"sphinx", "docutils", "myst_parser.mdit_to_docutils", "portfolio.views", "portfolio.export"}


@pytest.mark.parametrize(
    ("run", "idle"),
    [
        (CHECK, {*SITE, "portfolio.commands.importing", "portfolio.commands.rename"}),
        (NOTHING_TO_CHECK, {*SITE, *VALIDATORS}),
        ("import portfolio.__main__", {*SITE, *VALIDATORS, "yaml", "markdown_it", "portfolio.reading"}),
        ("import portfolio.events", VALIDATORS),
    ],
)
def test_what_is_not_needed_is_not_imported(tmp_path: Path, run: str, idle: set[str]) -> None:
    (tmp_path / "projects").mkdir()
    (tmp_path / "projects/p.md").write_text("---\ntitle: P\nproject: {summary: Maps.}\n---\n", "utf-8")
    command = [sys.executable, "-c", f"import sys; {run}; sys.stdout.write(' '.join(sys.modules))", str(tmp_path)]
    environ = os.environ | {"PYTHONPATH": str(Path(portfolio.__file__).parents[1])}
    done = subprocess.run(command, env=environ, capture_output=True, text=True, check=True)
    assert {"portfolio", "sys"} <= {*done.stdout.split()}
    assert idle & {*done.stdout.split()} == set()
