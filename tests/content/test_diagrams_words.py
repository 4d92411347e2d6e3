"""Words in boxes: how wide they are, where they break, and what a process says about its next step."""

from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators.records.papers import load_paper, paper_ids
from calculators.records.schemas import Process, Step
from site_build.pictures.drawing import svg
from site_build.pictures.drawing.measure import balanced, text_width, wrap
from site_build.pictures.lines import lines
from site_build.pictures.lines.marks import Sheet
from site_build.pictures.processes.cards import Flow
from site_build.pictures.processes.parts import parts
from site_build.writing.steps import Exit, branches, exits, ways
from tests.support.every import every

# Names that end in s, each of a single body.
ONE_BODY = {
    "board-chair",
    "business-case-committee",
    "lead-sha",
    "nhscc",
    "plans-lead-director",
    "practice-entity",
    "rcgp",
}
WORDS = st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")) | st.just(" "), max_size=80)


@given(WORDS, st.integers(20, 300))
def test_no_line_is_wider_than_its_box_and_no_letter_is_lost(text: str, width: int) -> None:
    lines = wrap(text, 14, width)
    assert all(text_width(line, 14) <= width or len(line) == 1 for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())


def test_a_number_stays_with_the_word_before_it() -> None:
    assert wrap("progress (level 2)", 10, text_width("progress (level", 10)) == ["progress", "(level 2)"]


def test_a_tidy_block_breaks_no_word_even_where_one_is_too_wide() -> None:
    assert balanced("Project lead and implementation team", 14, 60) == [
        "Project lead",
        "and",
        "implementation",
        "team",
    ]


def test_an_unknown_letter_counts_as_wide_as_the_widest() -> None:
    assert text_width("漢", 10) == text_width("W", 10) == 10


def _process(next_: str | tuple[str, ...]) -> Process:
    steps = [Step(n=n, action="act", paragraph="1") for n in ("1", "2", "3")]
    first = Step(n="1", action="act", paragraph="1", next=next_)
    return Process(id="p", title="P", paragraph="1", step=(first, *steps[1:]))


def _exits(next_: str | tuple[str, ...]) -> list[Exit]:
    process = _process(next_)
    return list(exits(process, process.step[0]))


def test_the_ways_out_of_a_step_are_read_from_its_record() -> None:
    assert _exits("2") == [Exit("2", "")]
    assert _exits("2 if yes, back to 1 if not") == [Exit("2", "if yes"), Exit("1", "if not")]
    assert _exits(("2 or 3 if asked, in time",)) == [
        Exit("2", "if asked, in time"),
        Exit("3", "if asked, in time"),
    ]
    assert _exits("the end, with thanks") == [Exit("", "the end, with thanks")]
    assert _exits(()) == []


def test_ways_of_one_case_are_told_together_and_the_plain_way_down_is_no_branch() -> None:
    process = _process(("2", "3 or 1 if asked", "ends if not"))
    told = [str(way) for way in ways(process, process.step[0])]
    assert told == ["step 2", "if asked: step 3 or 1", "ends if not"]
    assert [str(way) for way in branches(process, process.step[0])] == told[1:]
    back = _process("3")
    assert [str(way) for way in branches(back, back.step[0])] == ["step 3"]
    assert branches(back, back.step[2]) == []


def test_a_process_is_cut_where_fewest_arrows_run_and_no_step_may_be_taller_than_a_screen() -> None:
    steps = [Step(n=str(n), action="Consider the case at length " * 6, paragraph="1") for n in range(1, 7)]
    steps[2] = Step(n="3", action="Consider the case", paragraph="1", next=("4", "1 if not"))
    process = Process(id="p", title="P", paragraph="1", step=tuple(steps))
    flow = Flow(Sheet(load_paper("brent"), str), process, str)
    assert [part.steps for part in parts(flow)] == [["1", "2", "3"], ["4", "5", "6"]]
    endless = Process(
        id="p", title="P", paragraph="1", step=(Step(n="1", action="and so on " * 300, paragraph="1"),)
    )
    with pytest.raises(ValueError, match="screen does not hold each step of the process “p”"):
        parts(Flow(flow.sheet, endless, str))


def test_a_label_stands_out_though_it_breaks() -> None:
    group = ET.Element("g")
    svg.text(
        group, ["If the provider", "is at fault: step 7"], 0, 0, 18, "w", label="If the provider is at fault:"
    )
    strong = [span.text for span in group.iter("tspan") if span.get("class") == "dg-label"]
    assert strong == ["If the provider", "is at fault:"]
    assert "".join(group.itertext()) == "If the provider is at fault: step 7"


def test_verbs_agree_with_the_number_of_who_acts() -> None:
    paper = load_paper("county-durham-darlington")
    said = {line.id: lines.sentence(paper, line) for line in paper.lines.values()}
    assert said["d01"].startswith("Management Executive is accountable to The Boards")
    assert said["d20"].startswith("Practices are accountable to The PCT")


def test_each_name_that_looks_plural_is_said_to_be_so_or_is_one_body() -> None:
    for id in every(paper_ids()):
        paper = load_paper(id)
        named = {line.from_ for line in paper.lines.values() if not paper.body(line.from_).plural}
        looks = {body for body in named if paper.body(body).name.split(" (")[0].endswith("s")}
        assert looks <= ONE_BODY, (id, looks)
