"""Lighthouse on pages of the built site, served as a host would: compressed.

https://github.com/GoogleChrome/lighthouse/blob/main/docs/scoring.md
"""

import json
import os
import subprocess
import sys
from pathlib import Path

from serving import serving

PAGES = ("/", "/timeline/", "/skills/", "/projects/go-kit/")
LEAST = {"performance": 99, "accessibility": 100, "best-practices": 100, "seo": 100}
CHROME = "--headless --disable-background-networking" + " --no-sandbox" * (hasattr(os, "geteuid") and os.geteuid() == 0)
NPM = ("npm", "exec", "--yes", "--package=lighthouse@12", "--", "lighthouse")


def report(address: str, *options: str) -> dict[str, dict[str, dict[str, object]]]:
    """What Lighthouse says of the page at *address*."""
    command = [*NPM, address, "--quiet", "--output=json", f"--chrome-flags={CHROME}", *options]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    if run.returncode:
        sys.exit(run.stderr)
    found: dict[str, dict[str, dict[str, object]]] = json.loads(run.stdout)
    return found


def main() -> None:
    """Print the marks of each page and form; exit with 1 where one is not reached."""
    low = False
    with serving(Path(sys.argv[1])) as address:
        for page in sys.argv[2:] or PAGES:
            for form, options in (("mobile", ()), ("desktop", ("--preset=desktop",))):
                found = report(address + page, *options)
                marks = {name: round(100 * float(str(found["categories"][name]["score"]))) for name in LEAST}
                print(f"{page:30} {form:8}", *(f"{name} {mark:3}" for name, mark in marks.items()), flush=True)
                low |= any(marks[name] < least for name, least in LEAST.items())
    sys.exit(low)


if __name__ == "__main__":
    main()
