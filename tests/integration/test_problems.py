"""What a broken page makes the build say; the rest is built all the same."""

import pytest

from small_sites import Site


@pytest.mark.parametrize(
    ("name", "old", "new", "warning"),
    [
        (
            "projects/atlas.md",
            "  licence:",
            "  license:",
            'projects/atlas.md:10: WARNING: unknown key "license" in project; did you mean "licence"? [portfolio.frontmatter]',
        ),
        (
            "talks/seeds.md",
            "projects: [atlas]",
            "projects: [atlas, atlass]",
            'talks/seeds.md:6: WARNING: projects names the project "atlass", which has no page; add one or correct the name [portfolio.reference]',
        ),
        (
            "talks/seeds.md",
            "employer: kew",
            "employer: kiew",
            'talks/seeds.md:7: WARNING: employer names the employer "kiew", which has no page; add one or correct the name [portfolio.reference]',
        ),
        (
            "employers/kew.md",
            "{project}`atlas`",
            "{project}`atlass`",
            "employers/kew.md:17: WARNING: there is no project page atlass [ref.project]",
        ),
        (
            "timeline.md",
            "```{timeline}",
            "```{timeline}\n:kinds: talks",
            "timeline.md:6: WARNING: 'timeline': Invalid option value for 'kinds': talks: \"talks\" unknown; choose from",
        ),
        (
            "timeline.md",
            "```{timeline}",
            "```{timeline}\n:from: 2019-02-30",
            "timeline.md:6: WARNING: 'timeline': Invalid option value for 'from': 2019-02-30: \"2019-02-30\" does not exist",
        ),
        (
            "timeline.md",
            "```{timeline}\n",
            "```{entries}\natlas\n",
            "entries named in the content need the option :kind: to say what they are",
        ),
    ],
)  # fmt: skip
def test_warnings_have_place_reason_and_remedy(site: Site, name: str, old: str, new: str, warning: str) -> None:
    site.replace(name, old, new)
    site.build(expect=warning)
    assert "Timeline" in site.read("timeline/index.html")


def test_a_slug_belongs_to_one_page_and_is_free_again_when_that_is_gone(site: Site) -> None:
    site.write("projects/more/atlas.md", "---\ntitle: Other\norphan: true\nproject: {summary: Other plates.}\n---\n")
    warning = (
        'projects/more/atlas.md: WARNING: project "atlas" has a page already, projects/atlas.md; '
        "give this file another name [portfolio.duplicate]"
    )
    for parallel in (1, 2):
        site.build(into=f"parallel-{parallel}", parallel=parallel, expect=warning)
    (site.source / "projects/more/atlas.md").unlink()
    site.build(into="parallel-1")
    assert "Atlas of Seeds" in site.read("talks/seeds/index.html", into="parallel-1")


def test_a_skill_without_evidence(site: Site) -> None:
    site.write("skills/latin.md", "---\ntitle: Latin\nskill: {summary: A language., category: Arts}\n---\n")
    site.build(expect='skills/latin.md: WARNING: nothing proves the skill "latin"; declare it in an entry\'s skills')
