"""The co-commissioning records, against a second reading of the paper: dates, counts, and what only one model has."""

import pytest

from calculators.kinds.co_commissioning.models import ASPECTS, MODELS, PAPER
from calculators.records.papers import load_paper

# Read from the paper a second time, and held here a second time on purpose: a rule changed by a slip is caught.
FIGURES = {
    "cc-recommendation-count": "4", "cc-models-count": "3", "cc-eoi-invitation": "2014-05",
    "cc-oversight-group-start": "2014-08", "cc-assembly-consultation": "2014-10", "cc-eoi-variants": "150",
    "cc-tailored-2016-17": "2016/17", "cc-coi-statutory-guidance": "2014-12", "cc-no-transfer-year": "2015/16",
    "cc-no-running-cost-transfer": "0", "cc-no-staff-transfer": "0", "cc-admin-evaluation": "2015/16",
    "cc-admin-evaluation-for": "2016/17", "cc-next-steps-publication": "2014-11-10",
    "cc-oversight-group-size": "22", "cc-standard-governance-frameworks": "2",
}  # fmt: skip
COUNTED = {
    "cc-recommendation-count": "board-recommendations",
    "cc-models-count": "three-models",
    "cc-benefits-count": "expected-benefits",
    "cc-next-steps-contents": "next-steps-contents",
    "cc-coi-guidance-principles": "coi-guidance-principles",
}
# What the paper gives to the delegated model and to no other.
DELEGATED_ALONE = {"budget", "local-services", "staff"}


@pytest.mark.parametrize(("rule_id", "value"), FIGURES.items(), ids=FIGURES)
def test_every_figure_is_a_rule_with_the_papers_value(rule_id: str, value: str) -> None:
    assert load_paper(PAPER).rule(rule_id).value == value


@pytest.mark.parametrize(("rule_id", "checklist"), COUNTED.items(), ids=COUNTED)
def test_a_count_is_the_length_of_the_list_it_counts(rule_id: str, checklist: str) -> None:
    paper = load_paper(PAPER)
    assert int(paper.rule(rule_id).decimal) == len(paper.checklists[checklist].item)


def test_every_aspect_has_one_cell_for_each_model_and_its_paragraphs_exist() -> None:
    paragraphs = load_paper(PAPER).paragraphs
    for aspect in ASPECTS:
        assert [cell.model for cell in aspect.cell] == [model.id for model in MODELS], aspect.id
        assert {aspect.paragraph, *aspect.also} <= paragraphs.keys(), aspect.id


def test_what_the_paper_gives_to_delegation_alone_is_stated_for_no_other_model() -> None:
    for aspect in ASPECTS:
        if aspect.id in DELEGATED_ALONE:
            stated = [cell.model for cell in aspect.cell if cell.basis == "stated"]
            assert stated == ["delegated"], aspect.id


def test_the_first_model_has_no_line_that_the_paper_states() -> None:
    found = [
        line for line in load_paper(PAPER).lines.values() if line.label.endswith("(greater involvement)")
    ]
    assert found
    assert {line.basis for line in found} == {"inferred"}
