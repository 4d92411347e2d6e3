"""The papers hold records of every kind, so that a loop over one paper's records goes over some in another."""

import pytest

from calculators.records.papers import load_paper, paper_ids
from tests.health.test_loops import RECORDS


@pytest.mark.parametrize("kind", sorted(RECORDS))
def test_there_are_records_of_every_kind(kind: str) -> None:
    assert any(len(getattr(load_paper(id), kind)) for id in paper_ids())
