"""What a calculator gives and does not declare is refused by name: a slip of an author never goes unseen."""

from dataclasses import replace
from typing import Any

import pytest

from calculators.engine import run as engine
from calculators.engine.errors import Undeclared
from calculators.engine.registry import get
from calculators.engine.result import Readings
from calculators.engine.run import run

ID = "fair-share"
CASE = {"indicative_budget": "1200000", "fair_share_budget": "1000000"}


def slipped(monkeypatch: pytest.MonkeyPatch, **changed: Any) -> None:
    """The calculator with another function in place of its own."""
    calculator = replace(get(ID), **changed)
    monkeypatch.setattr(engine, "get", lambda id: calculator)


def with_readings(monkeypatch: pytest.MonkeyPatch, readings: Readings) -> None:
    real = get(ID).explain
    slipped(monkeypatch, explain=lambda *given: replace(real(*given), readings=(readings,)))


def test_an_outcome_that_is_not_declared(monkeypatch: pytest.MonkeyPatch) -> None:
    real = get(ID).decide
    slipped(monkeypatch, decide=lambda *given: replace(real(*given), outcome="abvoe"))
    with pytest.raises(Undeclared, match="fair-share gives the outcome 'abvoe'"):
        run(ID, CASE)


def test_a_figure_that_is_not_declared(monkeypatch: pytest.MonkeyPatch) -> None:
    real = get(ID).decide
    slipped(monkeypatch, decide=lambda *given: replace(real(*given), figures={"shfit": 1}))
    with pytest.raises(Undeclared, match="fair-share gives the figure 'shfit'"):
        run(ID, CASE)


def test_an_ambiguity_that_no_paper_has(monkeypatch: pytest.MonkeyPatch) -> None:
    with_readings(monkeypatch, Readings("amb-x", {"fair-share": "above-range"}))
    with pytest.raises(Undeclared, match="fair-share names the ambiguity 'amb-x'"):
        run(ID, CASE)


@pytest.mark.parametrize(
    "readings",
    [
        Readings("amb-fair-variance-base", {"fair-shrae": "above-range"}),
        Readings("amb-fair-variance-base", {"fair-share": "above-range"}, used="fair-shrae"),
    ],
)
def test_a_reading_that_the_ambiguity_does_not_have(
    monkeypatch: pytest.MonkeyPatch, readings: Readings
) -> None:
    with_readings(monkeypatch, readings)
    with pytest.raises(Undeclared, match="names the reading 'fair-shrae'"):
        run(ID, CASE)
