"""What builds cost as portfolios grow, with the extension and with Sphinx, MyST and the theme alone.

Every build is a process of its own, measured whole; those to be compared run in turn, and medians are reported.
"""

import argparse
import itertools
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import portfolios

ONCE = 1000
"""Above so many entries each sort of build runs once."""
EXTENSION = Path(__file__).parents[2] / "docs/_ext"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """What one build took.

    :ivar wall: seconds from start to end.
    :ivar cpu: seconds of work, that of the processes it started included.
    :ivar memory: the largest process' greatest size, in megabytes.
    :ivar page: bytes a page of the output, in the mean.
    :ivar written: how many pages it wrote.
    """

    wall: float
    cpu: float
    memory: float
    page: float
    written: float


def build(source: Path, work: Path, *, processes: int = 1) -> Cost:
    """Build once, from what *work* holds of earlier builds."""
    output = work / "html"
    options = ["-q", "-W", "--keep-going", "-b", "dirhtml", "-j", str(processes), "-d", str(work / "doctrees")]
    command = [sys.executable, "-m", "sphinx", *options, str(source), str(output)]
    environ = os.environ | {"PYTHONPATH": str(EXTENSION), "SOURCE_DATE_EPOCH": "1577836800"}
    began = time.time_ns()
    start = time.perf_counter()
    process = subprocess.Popen(command, env=environ)
    # Unlike subprocess, this gives what one process used, and those that it started and waited for.
    _, status, used = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    if status:
        raise SystemExit(f"the build failed: {' '.join(command)}")
    megabyte = 2**20 if sys.platform == "darwin" else 2**10
    pages = [path.stat() for path in output.rglob("*.html")]
    return Cost(
        wall=wall,
        cpu=used.ru_utime + used.ru_stime,
        memory=used.ru_maxrss / megabyte,
        page=statistics.mean(page.st_size for page in pages),
        written=sum(page.st_mtime_ns >= began for page in pages),
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
        "extension -j2": lambda: cold(ours, processes=2),
        "plain": lambda: cold(theirs),
        "one page edited": edit,
        "nothing changed": lambda: build(ours, work),
    }
    if entries > plain_limit:
        del builds["plain"]
    return builds


def ratio(name: str, over: float, under: float) -> str:
    """One line: a figure of one build over that of another."""
    return f"{name:66}{over / under:8.2f}"


def ratios(found: dict[int, dict[str, Cost]]) -> Iterator[str]:
    """The ratios of what was found at each size, a line each."""
    for entries, costs in found.items():
        whole, two, edited = costs["extension"], costs["extension -j2"], costs["one page edited"]
        idle = costs["nothing changed"].cpu
        if "plain" in costs:
            yield ratio(f"CPU, extension / plain at {entries}", whole.cpu, costs["plain"].cpu)
        yield ratio(f"wall, -j 2 / -j 1 at {entries}", two.wall, whole.wall)
        yield ratio(f"CPU, one page edited / nothing changed at {entries}", edited.cpu, idle)
        page = (whole.cpu - idle) / whole.written
        name = f"CPU, the same / nothing changed and the {edited.written:.0f} pages written at {entries}"
        yield ratio(name, edited.cpu, idle + page * edited.written)
    for small, large in itertools.pairwise(found):
        for name in ("extension", "plain"):
            if name in found[small] and name in found[large]:
                name_of = f"cost({large}) / cost({small}), {name}"
                yield ratio(f"CPU, {name_of}", found[large][name].cpu, found[small][name].cpu)
    smallest, *_, largest = found
    yield ratio(
        f"bytes a page, extension, {largest} / {smallest}",
        found[largest]["extension"].page,
        found[smallest]["extension"].page,
    )


def main() -> None:
    """Measure all sizes asked for, and print a table and the ratios."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("entries", nargs="*", type=int, default=[25, 250, 1000, 4000], help="sizes, growing")
    parser.add_argument(
        "--runs", type=int, default=3, help=f"builds of each sort up to {ONCE} entries (default: %(default)s)"
    )
    parser.add_argument(
        "--plain-limit",
        type=int,
        default=250,
        help="build without the extension up to so many entries (default: %(default)s); 1000 take some ten minutes",
    )
    options = parser.parse_args()
    found: dict[int, dict[str, Cost]] = {}
    print(f"{'entries':>8}  {'build':18}{'wall s':>9}{'CPU s':>9}{'peak MB':>9}{'bytes a page':>14}")
    for entries in options.entries:
        with tempfile.TemporaryDirectory() as home:
            runs = options.runs if entries <= ONCE else 1
            found[entries] = in_turn(runs, kinds(entries, Path(home), options.plain_limit))
        for name, cost in found[entries].items():
            print(
                f"{entries:8}  {name:18}{cost.wall:9.2f}{cost.cpu:9.2f}{cost.memory:9.0f}{cost.page:14.0f}", flush=True
            )
    print()
    for line in ratios(found):
        print(line)


if __name__ == "__main__":
    main()
