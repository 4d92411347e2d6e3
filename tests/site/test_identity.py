"""Papers, levels and objectives are known by a mark and a colour: no two alike, legible, and never by colour alone."""

import re
from itertools import pairwise
from pathlib import Path

import pytest
from lxml import html  # type: ignore[import-untyped]

from calculators.records.errors import RecordError
from calculators.records.papers import load_paper, paper_ids
from site_build.writing.identity import (
    HUE,
    NEUTRAL,
    TOKENS,
    identity,
    level_emblem,
    objective_emblem,
    paper_emblem,
    paper_link,
)
from site_build.writing.page import Page
from tests.support.built import built, of_class, words
from tests.support.every import every

TEXT, GRAPHIC = 4.5, 3.0
GROUNDS = ("paper", "panel", "tint", "raise")
COLOURS = re.compile(r"--([a-z0-9-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)")


def colours() -> dict[str, tuple[str, str]]:
    """Every colour of the site by its name, on a light and on a dark page."""
    return {name: (light, dark) for name, light, dark in COLOURS.findall(TOKENS.read_text(encoding="utf-8"))}


def luminance(colour: str) -> float:
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return sum(part * share for part, share in zip(linear, (0.2126, 0.7152, 0.0722), strict=True))


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_every_paper_level_and_objective_of_the_site_has_a_sign() -> None:
    found = identity()
    assert set(found.papers) == set(paper_ids())
    papers = [load_paper(id) for id in paper_ids()]
    assert set(found.levels) == {one.level for paper in papers for one in paper.criteria.values()}
    assert set(found.objectives) == {one.number for paper in papers for one in paper.objectives.values()}


def test_no_two_of_a_kind_look_alike_with_or_without_their_colour() -> None:
    found = identity()
    for signs in (found.papers, found.levels, found.objectives):
        assert len({sign.mark.casefold() for sign in signs.values()}) == len(signs)
        assert len({sign.colour for sign in signs.values()}) == len(signs)
    stairs = [re.sub(r"emblem--\w+", "", level_emblem(number)) for number in found.levels]
    assert len(set(stairs)) == len(stairs)
    # Kinds differ in shape, so that level 1 is never taken for objective 1.
    assert "emblem--paper" in paper_emblem(paper_ids()[0])
    assert "emblem--objective" in objective_emblem("1")


def test_a_mark_is_legible_on_its_colour_and_its_colour_stands_out_on_every_ground() -> None:
    known = colours()
    hues = {*HUE.findall(TOKENS.read_text(encoding="utf-8"))} - {NEUTRAL}
    for hue in every(hues):
        for scheme in (0, 1):
            own = known[f"hue-{hue}"][scheme]
            assert contrast(own, known["paper"][scheme]) >= TEXT, (hue, scheme)
            for ground in GROUNDS:
                assert contrast(own, known[ground][scheme]) >= GRAPHIC, (hue, ground, scheme)


def test_a_higher_level_has_one_more_step_filled() -> None:
    filled = [level_emblem(number).count("emblem__on") for number in sorted(identity().levels)]
    assert all(after == before + 1 for before, after in pairwise(filled))


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        ('[papers]\nbrent = { mark = "Bre", colour = "teal" }', "one or 2 letters"),
        ('[papers]\nbrent = { mark = "", colour = "teal" }', "mark must not be empty"),
        ('[papers]\nbrent = { mark = "Br", colour = "puce" }', "has the colour 'puce'"),
        ('[papers]\nnowhere = { mark = "No", colour = "teal" }', "is no paper of this site"),
        ('[objectives]\n1 = { mark = "1" }', "lacks colour"),
        ('[paper]\nbrent = { mark = "Br", colour = "teal" }', "is not known here"),
        ('papers = "Br"', "must be a table"),
        (
            '[levels]\n1 = { mark = "a", colour = "teal" }\n2 = { mark = "A", colour = "blue" }',
            "which another has too",
        ),
    ],
)
def test_a_sign_that_would_not_do_is_refused(tmp_path: Path, written: str, reason: str) -> None:
    file = tmp_path / "identity.toml"
    file.write_text(written, encoding="utf-8")
    with pytest.raises(RecordError, match=re.escape(reason)):
        identity(file)


def test_a_site_without_signs_has_neutral_ones_made_of_initials(tmp_path: Path, second_site: Path) -> None:
    assert identity(tmp_path / "none.toml").papers == {}
    status = html.parse(second_site / "frameworks/westmere/index.html").find("//p[@class='status']")
    (emblem,) = status.xpath("./span[@data-mark]")
    assert emblem.get("data-mark") == "W2"
    assert f"emblem--{NEUTRAL}" in emblem.get("class")


@pytest.mark.parametrize("paper_id", paper_ids())
def test_a_papers_pages_show_whose_they_are_in_their_status_and_in_the_navigation(
    site: Path, paper_id: str
) -> None:
    sign = identity().papers[paper_id]
    page = built(site, f"frameworks/{paper_id}/")
    for place in (".//p[@class='status']", ".//nav[@class='section-nav']//span[@class='tree__part']"):
        (emblem,) = page.tree.xpath(f"{place}/*[{of_class('emblem')}]")
        assert (emblem.get("data-mark"), emblem.get("aria-hidden")) == (sign.mark, "true")
        assert f"emblem--{sign.colour}" in emblem.get("class")


def test_an_emblem_adds_no_words_and_the_name_stands_beside_it(site: Path) -> None:
    for address in every(("", "compare/risk/", "readers/gp/", "find/questions/", "compare/timeline/")):
        for emblem in every(built(site, address).article.xpath(f".//*[{of_class('emblem')}]"), address):
            assert words(emblem) == ""
            assert words(emblem.getparent()), address


def test_a_link_into_a_paper_says_its_name() -> None:
    link = html.fromstring(paper_link(Page("readers/gp/", ""), "brent", "principles/"))
    assert (link.get("href"), words(link)) == ("../../frameworks/brent/principles/", "Brent")
