"""The project's own documents, built as its users build them: by sphinx-build, in a process of its own."""

import os
import subprocess
import sys
from pathlib import Path

PROJECT = Path(__file__).parents[2]


def sphinx(*arguments: str, cwd: Path = PROJECT, **environ: str) -> None:
    """Run sphinx-build in a process of its own and show what it says where it fails."""
    command = [sys.executable, "-m", "sphinx", *arguments]
    run = subprocess.run(command, cwd=cwd, env=os.environ | environ, capture_output=True, text=True, check=False)
    assert (run.returncode, run.stderr) == (0, ""), run.stdout + run.stderr


def pages(site: Path) -> list[str]:
    """The addresses of all pages below the site's folder, but for those that only lead on to another."""
    return sorted(
        f"/{path.parent.relative_to(site).as_posix()}/".replace("/./", "/")
        for path in site.rglob("index.html")
        if 'http-equiv="refresh"' not in path.read_text("utf-8")
    )
