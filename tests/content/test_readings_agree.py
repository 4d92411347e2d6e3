"""Whatever stands on a doubtful paragraph names the open question that it rests on, or is spared with a look."""

import re
from itertools import chain

import pytest

from calculators.records.papers import load_paper, paper_ids
from calculators.records.schemas.base import Stated
from tests.support.every import every
from tests.support.said import said

OURS = re.compile(r"^Our inference\b[^a-z]*|^The paper says so\b[^a-z]*", re.IGNORECASE)


@pytest.mark.parametrize("id", paper_ids())
def test_each_record_on_a_doubtful_paragraph_names_the_question_or_is_spared(id: str) -> None:
    paper = load_paper(id)
    doubts = [*paper.ambiguities.values()]
    silent = [
        f"{doubt.id}: {name}"
        for name, record in every(said(paper))
        for doubt in doubts
        if record.paragraph == doubt.paragraph
        and doubt.id not in record.ambiguity
        and name not in doubt.spares
    ]
    assert silent == []


@pytest.mark.parametrize("id", paper_ids())
def test_what_is_spared_is_there_and_does_not_name_the_question(id: str) -> None:
    paper = load_paper(id)
    records: dict[str, Stated] = dict(said(paper))
    for doubt in every(paper.ambiguities.values()):
        for name in doubt.spares:
            assert name in records, f"{doubt.id} spares {name}, which is not there"
            assert doubt.id not in records[name].ambiguity, f"{doubt.id} spares {name}, which names it"
            cited = {doubt.paragraph, *doubt.also} & {records[name].paragraph, *records[name].also}
            assert cited, f"{doubt.id} spares {name}, which stands elsewhere"


@pytest.mark.parametrize("id", paper_ids())
def test_a_reason_says_more_than_the_reading(id: str) -> None:
    empty = []
    for doubt in every(load_paper(id).ambiguities.values()):
        reason = _words(OURS.sub("", doubt.default_basis))
        told = _words(" ".join(chain([doubt.title, doubt.text_of(doubt.default)])))
        if doubt.default and len(reason - told) < 3:
            empty.append(f"{doubt.id}: {doubt.default_basis}")
    assert empty == []


def _words(text: str) -> set[str]:
    return set(re.findall(r"[a-z’]{3,}", text.lower()))
