"""The trainer's page names worked examples that the calculators still have, word for word."""

import re

import pytest

from calculators.engine.cases import presets
from tests.support.pages import DOCS

PAGE = (DOCS / "readers" / "trainer.md").read_text(encoding="utf-8")
NAMED = re.findall(r"\[([^]]+)\]\(\.\./calculators/([a-z-]+)\.md#worked-examples\)", PAGE)


def test_the_page_names_examples_of_every_calculator_it_teaches_from() -> None:
    assert len({calculator for _, calculator in NAMED}) > 1


@pytest.mark.parametrize(("name", "calculator"), NAMED)
def test_a_named_example_is_one_of_its_calculator(name: str, calculator: str) -> None:
    assert name in {case.name for case in presets(calculator)}
