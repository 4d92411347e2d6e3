"""What a small mark shows of a paragraph's label, and that nothing of the label is lost."""

import pytest

from calculators.records.citations import brief
from calculators.records.papers import load_paper, paper_ids
from tests.support.every import every


@pytest.mark.parametrize(
    ("label", "head"),
    [
        ("2.2.2 PBC governance committee (1)", "2.2.2"),
        ("2.2.4 (3)", "2.2.4"),
        ("3, row 1, para 2", "3"),
        ("D.24", "D.24"),
        ("C.10, bullet 1", "C.10"),
        ("Appendix 1, freed-up resources, para 3", "Appendix 1"),
        ("Levels table, objective 1, level 1", "Levels table"),
        ("para 8 (1)", "para 8"),
        ("Preamble", "Preamble"),
    ],
)
def test_a_mark_shows_the_section(label: str, head: str) -> None:
    assert brief(label)[0] == head


@pytest.mark.parametrize("paper", paper_ids())
def test_the_mark_is_short_and_both_parts_make_the_label(paper: str) -> None:
    for label in every(load_paper(paper).paragraphs):
        head, rest = brief(label)
        assert head + rest == label
        assert 0 < len(head) <= 20, label
