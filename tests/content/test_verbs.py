"""Every rule, line, step and item has the force of the paper's own verb, and the verb stands in the paper."""

import re

import pytest

from calculators.records.papers import load_paper, paper_ids
from tests.support.every import every
from tests.support.said import said
from tests.support.shared import needs_sources
from tests.support.source_lines import paragraph, places, words


@pytest.mark.parametrize("id", paper_ids())
def test_each_has_a_force(id: str) -> None:
    assert [name for name, record in every(said(load_paper(id))) if not record.force] == []


@pytest.mark.parametrize("id", paper_ids())
def test_a_verb_is_one_to_three_words_and_is_left_out_only_where_the_paper_has_none(id: str) -> None:
    for name, record in every(said(load_paper(id))):
        assert len(record.verb.split()) <= 3, name
        assert record.verb or record.force == "describes", name
        assert record.verb or not record.verb_in, name
        assert bool(record.by) == (record.standing == "in force by another document"), name


@needs_sources
@pytest.mark.parametrize("id", paper_ids())
def test_the_verb_stands_in_the_paragraph(id: str) -> None:
    wrong = []
    for name, record in every(said(load_paper(id))):
        labels = [record.verb_in] if record.verb_in else [record.paragraph, *record.also]
        texts = [paragraph(id, label) for label in labels]
        verb = re.escape(words(record.verb))
        if verb and not any(re.search(rf"(?<!\w){verb}(?!\w)", text) for text in texts):
            wrong.append(f"{name}: {record.verb!r} not in {labels}")
    assert not wrong, "\n".join(wrong)


@needs_sources
@pytest.mark.parametrize("id", paper_ids())
def test_every_paragraph_has_its_place_in_the_text(id: str) -> None:
    assert places(id).keys() == load_paper(id).paragraphs.keys()
    for label in every(places(id)):
        assert paragraph(id, label), label
