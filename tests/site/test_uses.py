"""Every paragraph that a calculator rests on leads to it, and back."""

from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from calculators.engine.registry import ids
from site_build.trace.reliance import calculators_by_place


def test_each_calculator_rests_on_paragraphs() -> None:
    assert {id for names in calculators_by_place().values() for id in names} == set(ids())


@pytest.mark.parametrize("id", ids())
def test_a_paragraph_leads_to_the_calculators_that_rest_on_it(site: Path, id: str) -> None:
    linked = 0
    for place, names in calculators_by_place().items():
        address, _, anchor = place.partition("#")
        if id not in names:
            continue
        soup = BeautifulSoup((site / address / "index.html").read_text(encoding="utf-8"), "html.parser")
        mark = soup.find(id=anchor)
        assert mark is not None, place
        parent = mark.parent
        assert parent is not None
        if parent.name in {"p", "li", "td"}:
            assert parent.select(f'a.used-by[href$="calculators/{id}/"]'), place
            linked += 1
    assert linked
