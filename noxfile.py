# /// script
# dependencies = ["nox[uv]>=2025.5.1"]
# ///
"""The project's tasks; ``nox -l`` lists them. Each session installs what it needs, as pinned in uv.lock."""

import os
import re
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import nox
from nox.command import CommandFailed

nox.needs_version = ">=2025.5.1"
nox.options.default_venv_backend = "uv"
nox.options.reuse_venv = "yes"
nox.options.sessions = ["lint", "docs", "tests"]

DOCS = Path("docs")
BUILD = DOCS / "_build"
PROCESSES = ["--numprocesses=2", "--dist=worksteal"]
"""For pytest: two, and one that has nothing left to do takes over what the other has not begun."""
PYTHONS = ("3.11", "3.12", "3.13", "3.14")


def install(session: nox.Session, group: str) -> None:
    """Make the session's environment hold one dependency group, as locked; nothing is done where it does.

    Python keeps what it has compiled there: without that each of many processes takes some three seconds to begin.
    """
    compiled = Path(session.virtualenv.location, "pycache").resolve()
    session.env.update({"PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": str(compiled)})
    session.run_install(
        "uv",
        "sync",
        "--quiet",
        "--locked",
        f"--group={group}",
        f"--python={session.virtualenv.location}",
        env={"UV_PROJECT_ENVIRONMENT": session.virtualenv.location},
    )


def sphinx(builder: str) -> list[str]:
    """Arguments for a strict build. The doctrees stay out of the output: they alone differ between identical builds."""
    return ["-W", "--keep-going", "-n", "-j", "auto", "-b", builder, f"-d{BUILD / 'doctrees' / builder}"]


@nox.session
def docs(session: nox.Session) -> None:
    """Build the site into docs/_build/dirhtml, or with another builder: nox -s docs -- BUILDER."""
    builder, *options = session.posargs or ["dirhtml"]
    install(session, "docs")
    session.run("sphinx-build", *sphinx(builder), *options, str(DOCS), str(BUILD / builder))


@nox.session
def check(session: nox.Session) -> None:
    """Report what is wrong with the pages, in a moment and without a build; -- --format json for tools."""
    install(session, "docs")
    session.run(
        "python", "-m", "portfolio", "check", str(DOCS), *session.posargs, env={"PYTHONPATH": str(DOCS / "_ext")}
    )


@nox.session
def rename(session: nox.Session) -> None:
    """Give a page another name, everywhere, and keep its old address: nox -s rename -- projects/old projects/new."""
    if len(session.posargs) < 2:
        session.error("name the page and its new name, as in: nox -s rename -- projects/old projects/new")
    install(session, "docs")
    old, new, *options = session.posargs
    environment = {"PYTHONPATH": str(DOCS / "_ext")}
    session.run("python", "-m", "portfolio", "rename", str(DOCS), old, new, *options, env=environment)


@nox.session
def permalinks(session: nox.Session) -> None:
    """Add the addresses of new pages and headings to docs/permalinks.txt."""
    install(session, "docs")
    session.run("sphinx-build", *sphinx("permalinks"), str(DOCS), str(BUILD / "permalinks"))


@nox.session
def schema(session: nox.Session) -> None:
    """Write the JSON Schema of each kind's front matter, for editors, into docs/_build/schema."""
    install(session, "docs")
    session.run("python", "-m", "portfolio", "schema", str(BUILD / "schema"), env={"PYTHONPATH": str(DOCS / "_ext")})


@nox.session
def live(session: nox.Session) -> None:
    """Serve the site and build it again whenever its content or the extension changes."""
    install(session, "live")
    # Each build is a process of its own, and the extension has pages read again when it has changed itself.
    watched = ["--watch", str(DOCS / "_ext"), "--ignore", "*/__pycache__/*", "--ignore", "*/_build/*"]
    options = ["-b", "dirhtml", "-d", str(BUILD / "doctrees" / "live"), *session.posargs]
    session.run("sphinx-autobuild", *watched, *options, str(DOCS), str(BUILD / "live"))


@nox.session
def tests(session: nox.Session) -> None:
    """Run the tests, those in a real browser among them; the extension is covered whole. Arguments go to pytest."""
    install(session, "tests")
    # pytest-cov would work the report out twice.
    options = session.posargs or ["--cov", "--cov-report=", "--cov-fail-under=0"]
    with memory() as folder:
        session.run("pytest", *PROCESSES, *options, env={"CHROMIUM": chromium(session), "TMPDIR": folder})
    if not session.posargs:
        session.run("coverage", "report")


@nox.session
def nightly(session: nox.Session) -> None:
    """Run the tests with all pages and builders, and many random edits, kills and renames, other ones in each run."""
    install(session, "tests")
    with memory() as folder:
        environ = {"CHROMIUM": chromium(session), "PORTFOLIO_NIGHTLY": "1", "TMPDIR": folder}
        session.run("pytest", *PROCESSES, *session.posargs, env=environ)


@nox.session
def matrix(session: nox.Session) -> None:
    """Run the tests of functions and small sites on each Python there is, with the newest and the oldest versions."""
    missing, failed = [], []
    for version in PYTHONS:
        for resolution in ("highest", "lowest-direct"):
            home = Path(session.create_tmp(), f"{version}-{resolution}")
            python = str(home / ("Scripts" if os.name == "nt" else "bin") / "python")
            options = ["--quiet", "--clear", "--no-project", f"--python={interpreter(version)}", str(home)]
            session.run_install("uv", "venv", *options, silent=True, success_codes=range(256))
            if not shutil.which(python):
                missing.append(version)
                break
            # Not "uv sync", which would write what it finds into uv.lock.
            choice = [f"--resolution={resolution}", "--upgrade", "--requirements=pyproject.toml", "--group=tests"]
            session.run_install("uv", "pip", "install", "--quiet", f"--python={python}", *choice)
            options = session.posargs or ["tests/unit", "tests/integration"]
            try:
                session.run(python, "-m", "pytest", *PROCESSES, *options, external=True)
            except CommandFailed:
                failed.append(f"Python {version} with the {resolution} versions")
    if missing:
        session.warn(f"not tried, for they are not on this machine: Python {', '.join(missing)}")
    if len(missing) == len(PYTHONS):
        session.error("none of the Pythons is on this machine")
    if failed:
        session.error(f"failed: {', '.join(failed)}")


@nox.session
def screenshots(session: nox.Session) -> None:
    """Build the site and take pictures of four key pages, wide, phone, dark and print, into docs/_build/screenshots."""
    install(session, "tests")
    site = BUILD / "dirhtml"
    session.run("sphinx-build", *sphinx("dirhtml"), str(DOCS), str(site))
    environ = {"CHROMIUM": chromium(session), "PYTHONPATH": "tests/support"}
    session.run("python", "tests/screenshots/screenshots.py", str(site), str(BUILD / "screenshots"), env=environ)


@nox.session
def mutation(session: nox.Session) -> None:
    """Make hundreds of small mistakes in dates, model and career, and show those that no test of functions notices."""
    install(session, "mutation")
    # A copy, for mutmut writes beside what it reads, and knows a module's name only where it lies in src/.
    copy = Path(session.create_tmp(), "copy")
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(DOCS, copy / "docs", ignore=shutil.ignore_patterns("_build", "_ext"))
    shutil.copytree(DOCS / "_ext", copy / "src")
    shutil.copytree("tests", copy / "tests")
    shutil.copy("pyproject.toml", copy)
    with session.chdir(copy):
        session.run("mutmut", "run", *session.posargs)
        results = str(session.run("mutmut", "results", "--all=true", silent=True))
        tried = re.findall("(\\S+): (?!not checked)(.+)", results)
        survivors = [name for name, result in tried if result not in {"killed", "timeout"}]
        for name in survivors:
            session.run("mutmut", "show", name)
    session.log(f"{len(tried)} mutants, {len(tried) - len(survivors)} killed, {len(survivors)} left")


@nox.session
def lint(session: nox.Session) -> None:
    """Check style, types, spelling and the configuration of services."""
    install(session, "lint")
    session.run("ruff", "check")
    session.run("ruff", "format", "--check")
    session.run("mypy")
    session.run("typos")
    session.run("check-jsonschema", "--builtin-schema", "vendor.readthedocs", ".readthedocs.yaml")
    workflows = map(str, sorted(Path(".github/workflows").glob("*.yml")))
    session.run("check-jsonschema", "--builtin-schema", "vendor.github-workflows", *workflows)


@nox.session
def translations(session: nox.Session) -> None:
    """Bring the catalogues up to date with the words in the code; a language's code, as in -- fr, begins a new one."""
    install(session, "docs")
    home = DOCS / "_ext" / "portfolio"
    locale = home / "i18n" / "locale"
    template = locale / "portfolio.pot"
    # A template without header, places in the code or dates: a diff shows nothing but what is said otherwise.
    plain = ["--sort-output", "--no-location", "--omit-header", "--width=120"]
    keywords = ["--keyword=Doc:1", "--keyword=NN_:1,2"]
    session.run("pybabel", "extract", *keywords, *plain, f"--output-file={template}", str(home))
    catalogues = [
        "--domain=portfolio",
        f"--input-file={template}",
        f"--output-dir={locale}",
        "--width=120",
    ]
    for code in session.posargs:
        session.run("pybabel", "init", f"--locale={code}", *catalogues)
    # What is new is left empty instead of guessed.
    exact = ["--no-fuzzy-matching", "--ignore-obsolete", "--ignore-pot-creation-date"]
    session.run("pybabel", "update", *exact, *catalogues)


@nox.session
def linkcheck(session: nox.Session) -> None:
    """Ask every outside address once whether it is still there; a dead one is reported with its page and line."""
    install(session, "docs")
    session.run("sphinx-build", "-q", *sphinx("linkcheck"), str(DOCS), str(BUILD / "linkcheck"))


@nox.session
def audit(session: nox.Session) -> None:
    """Ask whether vulnerabilities are known of any package in uv.lock; needs the service of https://osv.dev."""
    session.install("pip-audit>=2.9,<3")
    locked = str(Path(session.create_tmp(), "requirements.txt"))
    session.run("uv", "export", "--quiet", "--locked", "--all-groups", f"--output-file={locked}", external=True)
    # Without an answer in time it fails and says so.
    asked = ["--vulnerability-service=osv", "--timeout=15", "--progress-spinner=off"]
    session.run("pip-audit", "--disable-pip", f"--requirement={locked}", *asked)


@nox.session
def bench(session: nox.Session) -> None:
    """Measure what builds cost as portfolios grow; sizes and options as in -- 25 250 --runs 1 --plain-limit 1000."""
    install(session, "docs")
    session.run("python", "tests/bench/bench.py", *session.posargs, env={"PYTHONPATH": "tests/support"})


@nox.session
def validate(session: nox.Session) -> None:
    """Ask the Nu HTML checker about every page, as both HTML builders write them; needs Java, and npm to get it."""
    npm(session, "java")
    install(session, "docs")
    folders = [str(BUILD / "validate" / builder) for builder in ("dirhtml", "html")]
    for builder, folder in zip(("dirhtml", "html"), folders, strict=True):
        session.run("sphinx-build", "-q", *sphinx(builder), str(DOCS), folder)
    # Not an error, nor a warning: docutils writes elements without content as XML has them.
    quiet = ["--Werror", "--skip-non-html", "--filterpattern", "Trailing slash on void elements.*"]
    session.run("npm", "exec", "--yes", "--package=vnu-jar@26", "--", "vnu", *quiet, *folders, external=True)


@nox.session
def lighthouse(session: nox.Session) -> None:
    """See that Lighthouse gives full marks, on a telephone and at a desk; needs npm. Pages as in -- /timeline/."""
    npm(session)
    install(session, "tests")
    folder = str(BUILD / "lighthouse")
    session.run("sphinx-build", "-q", *sphinx("dirhtml"), str(DOCS), folder)
    environ = {"PYTHONPATH": "tests/support", "CHROME_PATH": chromium(session)}
    session.run("python", "tests/bench/lighthouse.py", folder, *session.posargs, env=environ)


@nox.session
def themes(session: nox.Session) -> None:
    """Show what themes for JSON Resume, by others, make of resume.json; needs npm."""
    npm(session)
    install(session, "docs")
    site, packages = BUILD / "themes", Path(session.create_tmp())
    session.run("sphinx-build", "-q", *sphinx("dirhtml"), str(DOCS), str(site))
    script = "tests/themes/themes.py"
    names = session.run("python", script, silent=True)
    options = ["--no-audit", "--no-fund", "--ignore-scripts", "--legacy-peer-deps", "--prefix", str(packages)]
    session.run("npm", "install", *options, *str(names).split(), external=True)
    session.run("python", script, str(packages), str(site / "resume.json"))


@contextmanager
def memory() -> Iterator[str]:
    """A folder for what tests write, in memory where Linux has room there: deleting from a disk takes much longer."""
    shared = Path("/dev/shm")  # noqa: S108 -- a folder with a name of its own is made in it
    has_room = shared.is_dir() and shutil.disk_usage(shared).free > 4_000_000_000
    with tempfile.TemporaryDirectory(dir=shared if has_room else None) as folder:
        yield folder


def interpreter(version: str) -> str:
    """The path of a Python that pyenv has but does not offer, else the version, for uv to look for."""
    root = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv"))
    return next((str(path) for path in root.glob(f"versions/{version}.*/bin/python")), version)


def npm(session: nox.Session, *others: str) -> None:
    """End the session where this machine has no npm, or none of *others*."""
    if missing := [name for name in ("npm", *others) if not shutil.which(name)]:
        session.error(f"this session needs {' and '.join(missing)}; install Node.js, and Java for the Nu HTML checker")


def chromium(session: nox.Session) -> str:
    """The path of a Chromium: the system's, else Playwright's, else Debian's, installed where there is none.

    One without windows takes a third of the time of one that hides them.
    """
    names = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
    if found := os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, names)), None):
        session.log(f"browser tests use {found}")
        return found
    session.log("no Chromium on this machine: asking Playwright to install its own")
    session.run_install("playwright", "install", "chromium", success_codes=range(256), silent=False)
    script = "from playwright.sync_api import *\nwith sync_playwright() as p: print(p.chromium.executable_path)"
    path = session.run("python", "-c", script, silent=True, log=False)
    if isinstance(path, str) and Path(path.strip()).exists():
        return path.strip()
    if shutil.which("apt-get") and hasattr(os, "geteuid") and os.geteuid() == 0:
        session.log("Playwright has none for this machine: installing Debian's")
        session.run_install("apt-get", "update", "-qq", external=True)
        for name in names[:2]:
            session.run_install("apt-get", "install", "-y", "-qq", name, external=True, success_codes=range(256))
            if found := shutil.which(name):
                return found
    return session.error("the browser tests need Chromium; install it, or set CHROMIUM to the path of one")


if __name__ == "__main__":
    nox.main()
