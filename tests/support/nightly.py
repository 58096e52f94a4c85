"""Whether there is time for everything: "nox -s nightly" has it, and "nox -s tests" looks at examples."""

import os

NIGHTLY = "PORTFOLIO_NIGHTLY" in os.environ
