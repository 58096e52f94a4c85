"""Builds in processes of their own, which can be killed at a moment of the test's choice."""

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


def start(site: Site, into: str, builder: str = "dirhtml", *, kill_at: int = 0) -> subprocess.Popen[str]:
    """Start to build in a process of its own, whose last line says how many files it opened for writing."""
    home = site.home / into
    arguments = ["-q", "-b", builder, "-d", str(home / "doctrees"), str(site.source), str(home / builder)]
    environ = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    command = [sys.executable, "-c", DRIVER, f"{home}{os.sep}", str(kill_at), *arguments]
    return subprocess.Popen(command, env=environ, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def finish(process: subprocess.Popen[str]) -> subprocess.CompletedProcess[str]:
    """Wait for a process, and give what it printed and the code with which it ended."""
    printed, errors = process.communicate()
    return subprocess.CompletedProcess(process.args, process.returncode, printed, errors)
