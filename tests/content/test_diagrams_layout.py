"""How drawings are set out: ways lead down, the main way leads up, and nothing runs into anything else."""

import itertools
from math import dist
from types import SimpleNamespace
from typing import cast

import pytest

from calculators.records.papers import Paper, load_paper, paper_ids
from calculators.records.schemas import Body
from site_build.pictures import accountability_diagram, picture, process
from site_build.pictures.drawing import svg
from site_build.pictures.drawing.layout import Arc, Placed, Route, place
from site_build.pictures.drawing.legible import faults
from site_build.pictures.lines import picture as at_a_glance
from site_build.pictures.lines.lines import in_view, views
from site_build.pictures.lines.marks import Sheet, heard
from site_build.pictures.lines.setting import Setting, best
from site_build.pictures.lines.sketch import Sketch, parts
from site_build.pictures.lines.ties import Tie, led, tied
from site_build.writing.page import Page
from tests.content.diagrams import marked, tree
from tests.support.every import every

PAPER = pytest.mark.parametrize("paper", paper_ids())
SIZE = (60.0, 30.0)
WAYS = [view for view in views().values() if view.way]


def ways(paper: str) -> list[Sketch]:
    held = load_paper(paper)
    found = [in_view(held.lines.values(), view) for view in WAYS]
    return [
        part
        for lines in filter(None, found)
        for part in parts(Sketch(Sheet(held, str), led(held, tied(lines)), way=True))
    ]


def pictured(paper: str) -> Sketch:
    held = load_paper(paper)
    ties = at_a_glance.ties(held)
    return Sketch(Sheet(held, str), ties, at_a_glance.start(ties), worded=False, whole=True)


def sizes(*ids: str) -> dict[str, tuple[float, float]]:
    return dict.fromkeys(ids, SIZE)


def straight(id: str, high: str, low: str, words: tuple[float, float] = (1.0, 1.0)) -> Arc:
    return Arc(id, high, low, words, "forward")


def laid(boxes: dict[str, tuple[float, float]], routes: dict[str, Route]) -> Placed:
    return Placed(400, 400, boxes, routes)


def route(start: tuple[float, float], end: tuple[float, float], words: tuple[float, float] = (0, 0)) -> Route:
    length = dist(start, end)
    x, y = (b - 10 * (b - a) / length for a, b in zip(start, end, strict=True))
    return Route([start, start, (x, y), (x, y)], words, [(end, (x, y))])


def test_where_a_dispute_goes_each_arrow_leads_down_to_the_body_that_deals_with_it_next() -> None:
    for sketch in every(sketch for paper in paper_ids() for sketch in ways(paper)):
        placed = sketch.placed
        assert placed is not None
        for tie in every(sketch.ties):
            assert placed.boxes[tie.high][1] < placed.boxes[tie.low][1], tie
            # An arbiter is gone to, so its arrow has one head, at the arbiter.
            assert tie.direction == "forward", tie
            for line in tie.lines:
                assert tie.low == (line.from_ if line.kind == "arbitrates" else line.to)


def test_a_way_that_starts_at_a_practice_has_it_in_its_first_drawing_and_its_first_row() -> None:
    starting = [paper for paper in paper_ids() if any(one.from_practice for one in ways(paper))]
    for paper in every(starting):
        assert ways(paper)[0].from_practice
        held = load_paper(paper)
        found = tree(accountability_diagram(Page(f"frameworks/{paper}/accountability/", paper), WAYS[0].id))
        (first, *_) = found.xpath(".//tr[@data-line]")
        line = held.lines[first.get("data-line")]
        assert "practice" in (held.body(line.from_).level, held.body(line.to).level), paper


@PAPER
def test_the_main_way_of_a_picture_leads_up_and_its_list_starts_at_the_practice(paper: str) -> None:
    sketch = pictured(paper)
    for tie in every(tie for tie in sketch.ties if tie.main):
        assert tie.direction in ("back", "both")
    (start,) = at_a_glance.start(sketch.ties)
    table = tree(picture(Page(f"frameworks/{paper}/", paper)))
    first = load_paper(paper).lines[table.xpath(".//tr[@data-line]")[0].get("data-line")]
    assert start in (first.from_, first.to)
    assert "Your practice" in table.xpath("string((.//tr[@data-line])[1])")


@PAPER
def test_the_key_says_where_the_main_way_ends(paper: str) -> None:
    (end,) = at_a_glance.end(at_a_glance.ties(load_paper(paper)))
    key = tree(picture(Page(f"frameworks/{paper}/", paper))).xpath("string(.//ul[@class='dg-key'])")
    assert f"practice, to: {load_paper(paper).body(end).picture}" in key


@PAPER
def test_beside_a_drawing_a_body_is_called_as_it_is_there(paper: str) -> None:
    found = tree(picture(Page(f"frameworks/{paper}/", paper)))
    cards = {*marked(found, ".//a[@data-body]", "aria-label")}
    assert {link.text for link in every(found.xpath(".//tr[@data-line]/td/a[not(@class)]"))} == cards


@PAPER
def test_no_head_of_a_picture_hides_another(paper: str) -> None:
    placed = pictured(paper).placed
    assert placed is not None
    tips = [tip for route in placed.routes.values() for tip, _ in route.heads]
    for (x, y), (other_x, other_y) in every(itertools.combinations(tips, 2)):
        assert abs(x - other_x) + abs(y - other_y) > 5, paper


@pytest.mark.parametrize(
    ("boxes", "arcs", "routes"),
    [
        # Two lines cross.
        (
            {"a": (0, 0), "b": (200, 0), "c": (0, 200), "d": (200, 200)},
            [straight("ad", "a", "d"), straight("bc", "b", "c")],
            {"ad": route((0, 15), (200, 185)), "bc": route((200, 15), (0, 185))},
        ),
        # A line runs behind a box.
        (
            {"a": (0, 0), "b": (0, 100), "c": (0, 200)},
            [straight("ac", "a", "c")],
            {"ac": route((0, 15), (0, 185))},
        ),
        # Words stand on a box.
        (
            {"a": (0, 0), "b": (0, 200)},
            [straight("ab", "a", "b", (50, 17))],
            {"ab": route((0, 15), (0, 185), (0, 10))},
        ),
        # An arrow is all head.
        (
            {"a": (0, 0), "b": (0, 42)},
            [straight("ab", "a", "b")],
            {"ab": route((0, 15), (0, 27))},
        ),
        # Two heads stand upon each other.
        (
            {"a": (0, 0), "b": (100, 0), "c": (50, 200)},
            [straight("ac", "a", "c"), straight("bc", "b", "c")],
            {"ac": route((0, 15), (50, 185)), "bc": route((100, 15), (52, 185))},
        ),
    ],
)
def test_what_is_hard_to_follow_counts_as_a_fault(
    boxes: dict[str, tuple[float, float]], arcs: list[Arc], routes: dict[str, Route]
) -> None:
    assert faults(sizes(*boxes), arcs, laid(boxes, routes)) > 0


def test_a_plain_line_has_no_fault_and_a_bent_one_that_weighs_more_has_twice_as_many() -> None:
    boxes = {"a": (0.0, 0.0), "b": (0.0, 200.0)}
    arc = straight("ab", "a", "b")
    assert faults(sizes(*boxes), [arc], laid(boxes, {"ab": route((0, 15), (0, 185))})) == 0
    bent = Route([(0, 15), (90, 15), (90, 175), (0, 175)], (0, 0), [((0, 185), (0, 175))])
    light = faults(sizes(*boxes), [arc], laid(boxes, {"ab": bent}))
    heavy = faults(sizes(*boxes), [Arc("ab", "a", "b", (1, 1), "forward", 9)], laid(boxes, {"ab": bent}))
    assert light > 0
    assert heavy == pytest.approx(2 * light)


def test_two_of_a_row_that_an_arrow_joins_stand_further_apart_than_its_head() -> None:
    arcs = (Arc("ab", "a", "b", (1.0, 1.0), "forward"),)
    placed = best(Setting(tuple(sizes("a", "b").items()), arcs, (("a", "b"),)))
    assert placed is not None
    (tip, _), start = placed.routes["ab"].heads[0], placed.routes["ab"].curve[0]
    assert max(abs(tip[0] - start[0]), abs(tip[1] - start[1])) > 20


def test_what_is_too_large_for_a_screen_is_not_set_out() -> None:
    many = tuple((str(n), SIZE) for n in range(12))
    arcs = tuple(Arc(f"0 {n}", "0", str(n), (60.0, 17.0), "forward") for n in range(1, 12))
    assert best(Setting(many, arcs, sideways=False)) is None


def test_a_circle_of_referrals_has_an_order_and_loses_none() -> None:
    held = load_paper("hertfordshire")
    lines = list(held.lines.values())[:3]
    ends = [("pct", "sha"), ("sha", "dh"), ("dh", "pct")]
    ties = [Tie(high, low, (line,)) for (high, low), line in zip(ends, lines, strict=True)]
    assert {(tie.high, tie.low) for tie in led(held, ties)} == {*ends}


def test_a_row_stays_a_row_where_its_lines_run_in_a_circle() -> None:
    boxes = sizes("a", "b", "c")
    arcs = [straight("ab", "a", "b"), straight("bc", "b", "c"), straight("ca", "c", "a")]
    placed = place(boxes, arcs, [("a", "b", "c")])
    assert len({y for _, y in placed.boxes.values()}) == 1


@pytest.mark.parametrize(
    ("shown", "own", "said"),
    [
        ("Your practice", "Practices", "Your practice (Practices)"),
        (
            "Strategic health authority",
            "Strategic health authority (SHA)",
            "Strategic health authority (SHA)",
        ),
        ("Commissioning cluster", "Commissioning clusters", "Commissioning cluster (Commissioning clusters)"),
        ("PCT Board", "PCT Board", "PCT Board"),
        ("Primary care trust (PCT)", "The PCT", "Primary care trust (PCT), in the paper The PCT"),
    ],
)
def test_a_body_is_heard_by_the_words_that_stand_there_and_then_by_its_name(
    shown: str, own: str, said: str
) -> None:
    paper = SimpleNamespace(body=lambda id: Body(id=id, name=own, paragraph="1"))
    assert heard(cast(Paper, paper), "b", shown) == said


def test_a_low_drawing_may_grow_and_a_tall_one_may_not() -> None:
    css = {
        height: svg.drawing("d", "t", "d", 300, height, "dg-picture").get("class")
        for height in (200, 480, 560)
    }
    assert css == {
        200: "dg-svg dg-picture dg-x13",
        480: "dg-svg dg-picture dg-x11",
        560: "dg-svg dg-picture",
    }


def test_an_arrow_from_or_to_another_drawing_ends_at_a_mark_with_the_number_of_its_step() -> None:
    marked_steps = 0
    for paper in paper_ids():
        held, page = load_paper(paper), Page(f"frameworks/{paper}/", paper)
        for id in held.processes:
            for drawn in tree(process(page, id)).xpath(".//svg[contains(@class, 'dg-flow')]"):
                inside = {*marked(drawn, ".//a[@data-step]", "data-step")}
                for arrow in drawn.xpath(".//g[@data-to][.//g[contains(@class, 'dg-elsewhere')]]"):
                    marked_steps += 1
                    assert arrow.get("data-to") not in inside
                    assert arrow.xpath("string(.//text)") == arrow.get("data-to")
                for arrow in drawn.xpath(".//g[contains(@class, 'dg-arrives')][.//g]"):
                    assert arrow.xpath("string(.//text)") not in inside
    assert marked_steps
