"""The wheel, alone in an environment of its own, makes and builds a site."""

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[2]
PACKAGE = PROJECT / "docs/_ext/portfolio"


def uv() -> str:
    if found := shutil.which("uv"):
        return found
    from uv import find_uv_bin

    return str(find_uv_bin())


def run(*command: str | Path, cwd: Path = PROJECT, **environ: str) -> str:
    """What the *command* prints; nothing of the tests' own environment is in its reach."""
    own = {"PYTHONPATH", "VIRTUAL_ENV", "PYTHONSAFEPATH", "COVERAGE_PROCESS_START"}
    clean = {name: value for name, value in os.environ.items() if name not in own}
    done = subprocess.run(command, cwd=cwd, env=clean | environ, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    run(uv(), "build", "--quiet", "--wheel", "--out-dir", folder, PROJECT)
    (found,) = folder.glob("*.whl")
    return found


def test_the_wheel_holds_the_whole_package_and_its_command(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
        (points,) = (archive.read(name).decode() for name in names if name.endswith(".dist-info/entry_points.txt"))
    files = {path for path in PACKAGE.rglob("*") if path.is_file() and path.suffix != ".pyc"}
    held = {name for name in names if ".dist-info/" not in name}
    assert held == {path.relative_to(PACKAGE.parent).as_posix() for path in files}
    assert "[console_scripts]\nportfolio = portfolio." in points


def test_the_wheel_alone_makes_a_site(wheel: Path, tmp_path: Path) -> None:
    environment = tmp_path / "environment"
    # What the package depends on, as locked and from uv's cache; then the package, which must ask for no more.
    run(uv(), "venv", "--quiet", f"--python={sys.executable}", environment)
    sync = ["sync", "--quiet", "--frozen", "--no-default-groups", "--no-install-project"]
    run(uv(), *sync, f"--python={sys.executable}", UV_PROJECT_ENVIRONMENT=str(environment))
    run(uv(), "pip", "install", "--quiet", "--offline", "--no-deps", f"--python={environment}", wheel)
    run(uv(), "pip", "check", f"--python={environment}")

    scripts = environment / ("Scripts" if os.name == "nt" else "bin")
    steps = run(scripts / "portfolio", "new", "Ada Flora", "--language", "de", cwd=tmp_path)
    assert "ada-flora/docs/employers/example-gardens.md" in steps
    options = ["-W", "-n", "-q", "-b", "dirhtml"]
    run(scripts / "python", "-m", "sphinx", *options, "ada-flora/docs", "built", cwd=tmp_path)
    page = (tmp_path / "built/employers/example-gardens/index.html").read_text("utf-8")
    assert "Rolle" in page, "the catalogues are in the package"
    assert '<aside aria-label="Navigation"' in page, "the templates are"
    assert (tmp_path / "built/cv.pdf").read_bytes().startswith(b"%PDF")
    assert "portfolio-panel" in (tmp_path / "built/_static/portfolio.css").read_text("utf-8")
