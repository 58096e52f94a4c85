"""Builds that are killed at a moment of the test's choice."""

from __future__ import annotations

import os
import subprocess
import sys

from small_sites import Site

# Builds, and kills itself at the Nth file that it opens for writing in the build folder, with that file left empty.
DRIVER = """
import os, signal, sys
from sphinx.cmd.build import main

home, last, *arguments = sys.argv[1:]
opened = 0

def at_every_opening(event, details):
    global opened
    if event != "open" or not str(details[0]).startswith(home) or not details[2] & (os.O_WRONLY | os.O_RDWR):
        return
    opened += 1
    if opened == int(last):
        os.close(os.open(details[0], os.O_WRONLY | os.O_CREAT | os.O_TRUNC))
        os.kill(os.getpid(), signal.SIGKILL)

sys.addaudithook(at_every_opening)
code = main(arguments)
print(opened)
sys.exit(code)
"""


def build(site: Site, into: str, *, kill_at: int = 0) -> subprocess.CompletedProcess[str]:
    """Build in a process of its own; its last line says how many files it opened for writing."""
    home = site.home / into
    arguments = ["-q", "-b", "dirhtml", "-d", str(home / "doctrees"), str(site.source), str(home / "dirhtml")]
    environ = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    command = [sys.executable, "-c", DRIVER, f"{home}{os.sep}", str(kill_at), *arguments]
    return subprocess.run(command, env=environ, capture_output=True, text=True, check=False)
