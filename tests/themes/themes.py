"""Shows what themes for JSON Resume, by others, make of resume.json: python themes.py FOLDER RESUME

FOLDER has the packages that the script names without arguments. A theme that cannot render the schema's own sample is
left out of account.
"""

import json
import re
import subprocess
import sys
from pathlib import Path

THEMES = (
    "caffeine", "class", "compact", "cora", "crisp", "elegant", "eloquent", "even", "flat", "kendall", "kwan",
    "macchiato", "modern", "onepage", "paper", "short", "slick", "spartan", "stackoverflow", "straightforward",
)  # fmt: skip
PACKAGES = ("@jsonresume/schema", *(f"jsonresume-theme-{name}" for name in THEMES))
LASTING = ("work", "volunteer", "education", "projects")
"""The sections whose items have a start and an end."""


def render(folder: Path, theme: str, resume: Path) -> str | None:
    """The page's text, without scripts and styles; None where the theme fails."""
    script = Path(__file__).with_name("render.mjs").read_text("utf-8")
    command = ["node", "--input-type=module", "--eval", script, f"jsonresume-theme-{theme}", str(resume.absolute())]
    run = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, timeout=60)
    if run.returncode or not run.stdout:
        return None
    text = re.sub(r"<(script|style)\b.*?</\1>|<[^>]*>", " ", run.stdout, flags=re.DOTALL)
    return " ".join(text.replace("&amp;", "&").replace("&#39;", "'").split()).casefold()


def lies(text: str, resume: dict[str, list[dict[str, str]]]) -> int:
    """How often the page says that something goes on, beyond what does, or that a date is none."""
    ongoing = sum("startDate" in item and "endDate" not in item for name in LASTING for item in resume.get(name, ()))
    said = len(re.findall(r"[-–—/]\s*(?:present|current|now)\b|\bto (?:present|now)\b", text))
    return max(0, said - ongoing) + len(re.findall("invalid date", text))


def main(folder: Path, file: Path) -> int:
    """Print the table; 1 where a theme fails, or says what is not so."""
    resume = json.loads(file.read_text("utf-8"))
    sample = folder / "node_modules/@jsonresume/schema/sample.resume.json"
    employers = [item["name"].casefold() for item in resume["work"]]
    worst = 0
    print(f"{'theme':<18}{'sample':>8}{'ours':>8}{'employers':>11}{'false dates':>13}")
    for theme in THEMES:
        reference, page = render(folder, theme, sample), render(folder, theme, file)
        shown = sum(name in (page or "") for name in employers)
        false = lies(page or "", resume)
        said = ["fails" if each is None else "ok" for each in (reference, page)]
        print(f"{theme:<18}{said[0]:>8}{said[1]:>8}{f'{shown}/{len(employers)}':>11}{false:>13}")
        if reference is not None:
            worst = max(worst, page is None or bool(false))
    return worst


if __name__ == "__main__":
    if len(sys.argv) == 1:
        print(*PACKAGES)
    else:
        sys.exit(main(*map(Path, sys.argv[1:])))
