"""Directives and roles need no prefix, whatever the primary domain of a site is."""

import pytest

from nightly import by_day
from small_sites import Site

PAGE = """\
# More

{employer}`kew`, {project}`an atlas <atlas>`, {skill}`drawing`, {portfolio:skill}`taxonomy`, {export}`talks.ics`.

```{timeline}
```

```{portfolio:deliveries}
```

```{front-matter} talk
```
"""


@pytest.mark.measured
@pytest.mark.parametrize("primary", by_day(1, '"py"', "None"))
def test_nothing_needs_a_prefix(site: Site, primary: str) -> None:
    site.write("more.md", PAGE)
    site.replace("index.md", "timeline\n", "timeline\nmore\n")
    site.build(into="usual")
    site.replace("conf.py", '"portfolio"\n', f"{primary}\n")
    site.build()
    assert site.output("build") == site.output("usual")
