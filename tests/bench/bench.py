"""What builds cost as portfolios grow, with the extension and with Sphinx, MyST and the theme alone.

Every build is a process of its own, measured whole; those to be compared run in turn, and medians are told.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import portfolios

EXTENSION = Path(__file__).parents[2] / "docs/_ext"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """What one build took.

    :ivar wall: seconds from start to end.
    :ivar cpu: seconds of work, that of the processes it started included.
    :ivar memory: the largest process' greatest size, in megabytes.
    :ivar page: bytes a page of the output, in the mean.
    """

    wall: float
    cpu: float
    memory: float
    page: float


def build(source: Path, work: Path, *, processes: int = 1) -> Cost:
    """Build once, from what *work* holds of earlier builds."""
    output = work / "html"
    options = ["-q", "-W", "--keep-going", "-b", "dirhtml", "-j", str(processes), "-d", str(work / "doctrees")]
    command = [sys.executable, "-m", "sphinx", *options, str(source), str(output)]
    environ = os.environ | {"PYTHONPATH": str(EXTENSION), "SOURCE_DATE_EPOCH": "1577836800"}
    start = time.perf_counter()
    process = subprocess.Popen(command, env=environ)
    # Unlike subprocess, this tells what one process used, and those that it started and waited for.
    _, status, used = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    if status:
        raise SystemExit(f"the build failed: {' '.join(command)}")
    megabyte = 2**20 if sys.platform == "darwin" else 2**10
    sizes = [path.stat().st_size for path in output.rglob("*.html")]
    return Cost(
        wall=wall,
        cpu=used.ru_utime + used.ru_stime,
        memory=used.ru_maxrss / megabyte,
        page=statistics.mean(sizes),
    )


def in_turn(runs: int, builds: dict[str, Callable[[], Cost]]) -> dict[str, Cost]:
    """The medians of each of *builds*, all of them run once before any is run again."""
    found: dict[str, list[Cost]] = {name: [] for name in builds}
    for _ in range(runs):
        for name, run in builds.items():
            found[name].append(run())
    return {name: median(costs) for name, costs in found.items()}


def median(costs: Sequence[Cost]) -> Cost:
    """The median of each figure for itself."""
    figures = [asdict(cost) for cost in costs]
    return Cost(**{name: statistics.median(each[name] for each in figures) for name in figures[0]})


def cold(source: Path, *, processes: int = 1) -> Cost:
    """A build from nothing."""
    with tempfile.TemporaryDirectory() as work:
        return build(source, Path(work), processes=processes)


def kinds(entries: int, home: Path, plain_limit: int) -> dict[str, Callable[[], Cost]]:
    """The builds to be compared at one size, by name."""
    ours, theirs, work = home / f"portfolio-{entries}", home / f"plain-{entries}", home / f"work-{entries}"
    portfolios.write(ours, entries)
    portfolios.plain(theirs, entries)
    build(ours, work)
    page = ours / "projects/project-0001.md"

    def edit() -> Cost:
        page.write_text(page.read_text("utf-8") + "\nOne line more.\n", "utf-8")
        return build(ours, work)

    builds = {
        "extension": lambda: cold(ours),
        "plain": lambda: cold(theirs),
        "extension -j2": lambda: cold(ours, processes=2),
        "one page edited": edit,
        "nothing changed": lambda: build(ours, work),
    }
    if entries > plain_limit:
        del builds["plain"]
    return builds


def ratio(name: str, over: Cost, under: Cost, figure: str) -> str:
    """One line: a figure of one build over that of another."""
    return f"{name:44}{getattr(over, figure) / getattr(under, figure):8.2f}  ({figure})"


def main() -> None:
    """Measure all sizes asked for, and print a table and the ratios."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("entries", nargs="*", type=int, default=[25, 250, 1000, 4000])
    parser.add_argument("--runs", type=int, default=3, help="builds of each sort (default: %(default)s)")
    parser.add_argument(
        "--plain-limit", type=int, default=250, help="build without the extension up to so many entries (default: 250)"
    )
    options = parser.parse_args()
    found: dict[int, dict[str, Cost]] = {}
    print(f"{'entries':>8}  {'build':18}{'wall s':>9}{'CPU s':>9}{'peak MB':>9}{'bytes a page':>14}")
    for entries in options.entries:
        with tempfile.TemporaryDirectory() as home:
            found[entries] = in_turn(options.runs, kinds(entries, Path(home), options.plain_limit))
        for name, cost in found[entries].items():
            print(
                f"{entries:8}  {name:18}{cost.wall:9.2f}{cost.cpu:9.2f}{cost.memory:9.0f}{cost.page:14.0f}", flush=True
            )
    print()
    for entries, costs in found.items():
        if "plain" in costs:
            print(ratio(f"extension / plain at {entries}", costs["extension"], costs["plain"], "cpu"))
        print(ratio(f"-j2 / -j1 at {entries}", costs["extension -j2"], costs["extension"], "wall"))
        print(
            ratio(
                f"one page edited / nothing changed at {entries}",
                costs["one page edited"],
                costs["nothing changed"],
                "cpu",
            )
        )
    for small, large in zip(options.entries, options.entries[1:], strict=False):
        for name in ("extension", "plain"):
            if name in found[small] and name in found[large]:
                print(ratio(f"{name}: cost({large}) / cost({small})", found[large][name], found[small][name], "cpu"))


if __name__ == "__main__":
    main()
