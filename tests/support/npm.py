"""Packages of the npm registry, installed once a run into a folder of their own, where there is npm and a way to it."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

SCHEMA = "@jsonresume/schema@1.3.1"
THEMES = {"jsonresume-theme-even": "0.26.1", "jsonresume-theme-stackoverflow": "3.3.0"}
"""Two that have nothing in common, neither authors nor code, and need nothing but Node.js."""
RENDER = """\
import { readFileSync, writeFileSync } from "node:fs";
const [theme, resume, page] = process.argv.slice(2);
const found = await import(theme);
const render = found.render ?? found.default.render;
writeFileSync(page, await render(JSON.parse(readFileSync(resume, "utf8"))));
"""


def installed(home: Path) -> Path:
    """*home*, with the schema and the themes in it; the test is skipped where there is no npm or no way to its registry."""
    if not (npm := shutil.which("npm")) or not shutil.which("node"):
        pytest.skip("there is no npm, which brings the schema of JSON Resume and themes for it")
    (home / "package.json").write_text("{}", "utf-8")
    (home / "render.mjs").write_text(RENDER, "utf-8")
    quiet = [
        "--ignore-scripts",
        "--no-audit",
        "--no-fund",
        "--no-progress",
        "--prefer-offline",
        "--fetch-retries=1",
        "--fetch-retry-mintimeout=1000",
    ]
    packages = [SCHEMA, *(f"{name}@{version}" for name, version in THEMES.items())]
    try:
        run = subprocess.run(
            [npm, "install", *quiet, *packages], cwd=home, capture_output=True, text=True, timeout=45, check=False
        )
    except subprocess.TimeoutExpired:
        pytest.skip("the npm registry does not answer in time")
    reason = run.stderr.strip().partition("\n")[0]
    if re.search(r"\b(?:E404|ETARGET)\b", reason):
        pytest.fail(f"the npm registry has no such package any more: {run.stderr}")
    if run.returncode:
        pytest.skip(f"the npm registry cannot be reached: {reason}")
    return home


def rendered(home: Path, theme: str, resume: Path, page: Path) -> str:
    """The page that a theme makes of a résumé."""
    node = shutil.which("node")
    assert node
    command = [node, "render.mjs", theme, str(resume), str(page)]
    run = subprocess.run(command, cwd=home, capture_output=True, text=True, timeout=60, check=False)
    assert run.returncode == 0, run.stderr
    return page.read_text("utf-8")
