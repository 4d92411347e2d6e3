"""Every paragraph that a calculator rests on leads to it, and back."""

from pathlib import Path

import pytest

from calculators.engine.registry import ids
from site_build.trace.reliance import calculators_by_place
from tests.support.built import built, of_class, place_now
from tests.support.every import every


def test_each_calculator_rests_on_paragraphs() -> None:
    assert {id for names in calculators_by_place().values() for id in names} == set(ids())


@pytest.mark.parametrize("id", ids())
def test_a_paragraph_leads_to_the_calculators_that_rest_on_it(site: Path, id: str) -> None:
    places = [place for place, names in calculators_by_place().items() if id in names]
    marks = {
        place: built(site, address).by_id[anchor]
        for place in every(places, "paragraphs")
        for address, _, anchor in [place_now(site, place).partition("#")]
    }
    beside_words = {place: mark for place, mark in marks.items() if mark.getparent().tag in {"p", "li", "td"}}
    link = f".//a[{of_class('used-by')}][contains(@href, 'calculators/{id}/')]"
    for place, mark in every(beside_words.items(), "paragraphs with words"):
        assert mark.getparent().xpath(link), place
