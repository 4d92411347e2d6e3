"""What a form calls things: no two alike, and no notes of the editor among its hints."""

import re

import pytest

from calculators.engine.registry import get, ids
from tests.support.every import every

EDITORS = re.compile(
    r"\bprinted\b|\bprint\b|general knowledge|could be read|read as one|wording", re.IGNORECASE
)


@pytest.mark.parametrize("calculator", ids())
def test_no_two_fields_have_the_same_label(calculator: str) -> None:
    labels = [field.label.casefold() for field in get(calculator).fields]
    assert len(set(labels)) == len(labels) > 0


def test_the_label_of_a_plan_tells_criterion_level_and_share() -> None:
    labels = {field.name: field.label for field in get("gateway").fields}
    assert (
        labels["plan_o2_l2_a"] == "Plan for ‘Practices whose latest QOF score is 900 or more (level 2, 80%)’"
    )
    assert (
        labels["plan_o2_l3_a"] == "Plan for ‘Practices whose latest QOF score is 900 or more (level 3, 90%)’"
    )
    assert labels["plan_o1_l1_b"] == (
        "Plan for ‘A leadership arrangement for the group’s Chair is agreed (level 1)’"
    )


def test_hints_help_whoever_answers_and_say_nothing_of_how_the_paper_is_printed() -> None:
    gateway = get("gateway")
    for hint in every([f.hint for f in gateway.fields] + [c.hint for c in gateway.clusters]):
        assert not EDITORS.search(hint)
