"""Every drawing says what the records say, no more and no less, and is safe and clean as markup."""

import itertools
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from calculators.records.errors import RecordError
from calculators.records.papers import load_paper
from site_build import pictures as diagrams
from site_build.pictures.lines import lines
from site_build.pictures.lines.setting import HEIGHT, WIDTH
from site_build.pictures.lines.sketch import MOST
from site_build.pictures.lines.ties import ANSWERS
from site_build.trace.body_pages import bodies
from site_build.writing.page import Page
from site_build.writing.steps import exits
from tests.content.diagrams import (
    HOSTILE,
    drawn,
    end_of,
    hostile_page,
    joined,
    marked,
    page,
    placed,
    tree,
    upright,
)
from tests.support.every import every

__all__ = ["hostile_page", "page"]

SIGNS = 4
REACH = 25
"""How far from the middle of a step's number an arrow to it may end."""
COLOURS = ("fill", "stroke", "color", "font-family", "font-size", "style", "bgcolor")


def test_each_line_drawn_is_a_row_and_each_row_is_drawn(page: Page) -> None:
    alone = {line.id for line in page.paper().lines.values() if line.from_ == line.to}
    for name, markup in every(drawn(page).items()):
        found = tree(markup)
        if rows := marked(found, ".//tr[@data-line]", "data-line"):
            assert Counter(joined(found)) == Counter(row for row in rows if row not in alone), name


def test_no_body_stands_twice_in_a_drawing_and_each_fits_a_phones_screen(page: Page) -> None:
    for name, markup in every(drawn(page).items()):
        for svg in tree(markup).xpath(".//svg[contains(@class, 'dg-picture')]"):
            bodies = marked(svg, ".//a[@data-body]", "data-body")
            assert len(bodies) == len({*bodies}) <= MOST, name
            _, _, width, height = map(float, svg.get("viewbox").split())
            assert width <= WIDTH, name
            assert height <= HEIGHT, name


def test_the_views_hold_every_line_of_the_paper_once(page: Page) -> None:
    shown: list[str] = []
    for view in lines.views():
        shown += marked(tree(diagrams.accountability_diagram(page, view)), ".//tr[@data-line]", "data-line")
    assert sorted(shown) == sorted(line.id for line in page.paper().lines.values())


def test_the_views_list_every_line_with_its_source(page: Page) -> None:
    records = page.paper().lines
    for view in every(lines.views()):
        for row in tree(diagrams.accountability_diagram(page, view)).xpath(".//tr[@data-line]"):
            line, words = records[row.get("data-line")], row.text_content()
            assert row.get("id") == f"line-{line.id}"
            assert page.paper().body(line.from_).name in words
            assert line.label in words
            assert line.basis in words.lower()
            assert page.link(page.paper().url(line.paragraph)) in marked(row, ".//a[@class='cite']", "href")


def test_a_body_is_led_to_the_top_by_every_line_upwards(page: Page) -> None:
    up: dict[str, set[str]] = {}
    answering = [line for line in page.paper().lines.values() if line.kind in ANSWERS]
    for line in every(answering):
        up.setdefault(line.from_, set()).add(line.to)
    for body in every(up):
        reached, ahead = {body}, {body}
        while ahead := {high for low in ahead for high in up.get(low, ())} - reached:
            reached |= ahead
        drawing = tree(diagrams.body_chain(page, body))
        assert reached <= {*marked(drawing, ".//a[@data-body]", "data-body")}, body


def test_each_body_drawn_links_to_its_own_section(page: Page) -> None:
    sections = set(marked(tree(bodies(page)), ".//section", "id"))
    assert sections == {f"body-{body}" for body in page.paper().bodies}
    for name, markup in every(drawn(page).items()):
        for card in tree(markup).xpath(".//a[@data-body]"):
            assert card.get("href").partition("#")[2] == f"body-{card.get('data-body')}", name
            record = page.paper().body(card.get("data-body"))
            assert record.name in card.get("aria-label")
            # What a reader sees is what another one says to the page, WCAG 2.5.3: first, and not in brackets.
            seen, heard = (words.replace(" ", "") for words in (card.text_content(), card.get("aria-label")))
            assert heard.startswith(seen), name


def test_every_step_is_drawn_and_listed_with_its_arrows(page: Page) -> None:
    for process in every(page.paper().processes.values()):
        found = tree(diagrams.process(page, process.id))
        steps = [step.n for step in process.step]
        arrows = Counter((s.n, e.to) for s in process.step for e in exits(process, s) if e.to)
        assert marked(found, ".//li[@data-step]", "data-step") == steps
        numbers = found.xpath(".//svg//a[@data-step]")
        assert [number.get("data-step") for number in numbers] == steps
        drawn = found.xpath(".//svg//g[@data-to]")
        assert Counter((arrow.get("data-from"), arrow.get("data-to")) for arrow in drawn) == arrows, (
            process.id
        )
        for number, step in zip(numbers, process.step, strict=True):
            assert number.get("href") == page.link(page.paper().url(step.paragraph))
        bodies = [body for step in process.step for body in (step.actor, step.co_actor) if body]
        assert Counter(marked(found, ".//svg//a[@data-body]", "data-body")) == Counter(bodies)


def test_each_drawing_of_a_process_fits_a_phones_screen_and_says_which_part_it_is(page: Page) -> None:
    for process in every(page.paper().processes.values()):
        found = tree(diagrams.process(page, process.id))
        flows = found.xpath(".//svg[contains(@class, 'dg-flow')]")
        for n, svg in enumerate(flows, 1):
            _, _, width, height = map(float, svg.get("viewbox").split())
            assert (width <= WIDTH, height <= HEIGHT) == (True, True), process.id
            if len(flows) > 1:
                assert f"{n} of {len(flows)}" in svg.findtext("title")
                assert f"{n} of {len(flows)}: step" in svg.text_content()
        assert 0 < len(found.xpath(".//ul[@class='dg-key']/li")) <= SIGNS


def test_an_arrow_ends_at_its_step_or_at_the_edge_where_that_is_in_another_drawing(page: Page) -> None:
    for process in every(page.paper().processes.values()):
        for svg in tree(diagrams.process(page, process.id)).xpath(".//svg[contains(@class, 'dg-flow')]"):
            places = {a.get("data-step"): placed(a) for a in svg.xpath(".//a[@data-step]")}
            for arrow in svg.xpath(".//g[@data-to]"):
                x, y = end_of(arrow.xpath("./path[@class='dg-stroke']")[0].get("d"))
                if arrow.get("data-to") in places:
                    assert abs(y - places[arrow.get("data-to")][1]) < REACH, process.id
                else:
                    last = max(middle for _, middle in places.values())
                    assert x > WIDTH - 2 * REACH or y > last, process.id


def test_no_two_arrows_of_a_process_run_over_each_other(page: Page) -> None:
    for process in every(page.paper().processes.values()):
        for svg in tree(diagrams.process(page, process.id)).xpath(".//svg[contains(@class, 'dg-flow')]"):
            # Two cases that lead from one step to the same other one share its arrow.
            ends = {(a.get("data-from"), a.get("data-to")): a for a in svg.xpath(".//g[@data-to]")}
            shafts = [shaft for arrow in ends.values() for shaft in upright(arrow)]
            for one, other in itertools.combinations(shafts, 2):
                apart = one[0] != other[0] or one[2] <= other[1] or other[2] <= one[1]
                assert apart, (process.id, one, other)


def test_ids_are_unique_on_a_page_that_shows_everything(page: Page) -> None:
    # A body's chain stands on that body's page, and is among the bodies.
    parts = [markup for name, markup in drawn(page).items() if not name.startswith("chain of ")]
    parts.append(bodies(page))
    ids = Counter(id for part in parts for id in marked(tree(part), ".//*[@id]", "id"))
    assert [id for id, count in ids.items() if count > 1] == []


def test_each_drawing_names_and_describes_itself(page: Page) -> None:
    for name, markup in every(drawn(page).items()):
        for svg in tree(markup).xpath(".//svg[@role]"):
            for attribute, tag in (("aria-labelledby", "title"), ("aria-describedby", "desc")):
                told = svg.xpath(f"./{tag}[@id='{svg.get(attribute)}']")
                assert len(told) == 1, name
                assert told[0].text, name


def test_no_drawing_brings_a_colour_a_font_or_a_style(page: Page) -> None:
    for name, markup in every(drawn(page).items()):
        assert "xmlns" not in markup, name
        assert "\n" not in markup, name
        for element in tree(markup).iter():
            assert not set(element.attrib) & set(COLOURS), (name, element.tag)


def test_a_drawing_is_the_same_in_another_process() -> None:
    code = (
        "from calculators.records.papers import load_paper; from tests.content.diagrams import drawn, page_of;"
        "print(''.join(drawn(page_of(load_paper('hertfordshire'))).values()))"
    )
    runs = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={"PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
            text=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(runs) == 1


def test_hostile_words_come_out_as_text(hostile_page: Page) -> None:
    markup = "".join([*drawn(hostile_page).values(), bodies(hostile_page)])
    found = tree(markup)
    assert found.xpath(".//script | .//*[@onload] | .//comment()") == []
    assert f"{HOSTILE} a" in marked(found, ".//a[@data-body]", "aria-label")
    assert HOSTILE in found.xpath(".//dd")[1].text_content()
    assert {*joined(found)} == {"l0", "l1", "l2"}


def test_a_kind_of_line_that_is_not_drawn_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    held = lines.KINDS.read_text(encoding="utf-8")
    file = tmp_path / "kinds.toml"
    file.write_text(held.replace('id = "refers_to"', 'id = "winks_at"'), encoding="utf-8")
    monkeypatch.setattr(lines, "KINDS", file)
    lines.views.cache_clear()
    try:
        with pytest.raises(
            RecordError, match=r"kinds\.toml: refers_to, winks_at: stands here or in the schema"
        ):
            lines.kinds.__wrapped__()
    finally:
        lines.views.cache_clear()


def test_an_unknown_process_or_view_is_refused(page: Page) -> None:
    with pytest.raises(RecordError, match="no-such-process"):
        diagrams.process(page, "no-such-process")
    with pytest.raises(ValueError, match="overview"):
        diagrams.accountability_diagram(page, "no-such-view")
    assert load_paper(page.paper_id) is page.paper()
