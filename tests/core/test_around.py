"""What comes around every calculator: comparisons, nearest answers, templates."""

import csv
import io

import pytest

from calculators.engine.cases import load_cases, presets
from calculators.engine.errors import CaseError
from calculators.engine.registry import get, ids
from calculators.engine.run import run
from calculators.uses import compare, nearest
from calculators.uses.starter import template_csv
from tests.support.edges import BETWEEN, FAR_ABOVE, LEAST_FAIR, TOP
from tests.support.every import every


def test_nearest_finds_the_penny_at_the_edge() -> None:
    ways = nearest.nearest("fair-share", FAR_ABOVE)
    found = {(w.changes[0].field.name, w.changes[0].after, w.decision.outcome) for w in ways}
    assert ("indicative_budget", str(TOP), "within-range") in found
    assert ("fair_share_budget", str(LEAST_FAIR), "within-range") in found


@pytest.mark.parametrize("id", ids())
def test_every_way_does_change_the_outcome(id: str) -> None:
    for case in every(presets(id)):
        now = run(id, case.input).outcome
        for way in nearest.nearest(id, case.input):
            changed = dict(case.input) | {c.field.name: c.after for c in way.changes}
            assert run(id, changed).outcome == way.decision.outcome != now


def test_a_comparison_names_what_differs() -> None:
    found = compare.compare("fair-share", BETWEEN, BETWEEN | {"variance_basis": "indicative-budget"})
    assert found.first.outcome != found.second.outcome
    assert [line.label for line in found.answers if line.differs] == ["What the variance is measured against"]
    page = compare.render_comparison("fair-share", found, ("<b>Ours</b>", "Theirs"))
    assert "&lt;b&gt;Ours&lt;/b&gt;" in page
    assert "<b>Ours" not in page


def test_a_comparison_with_a_case_at_fault_is_refused() -> None:
    with pytest.raises(CaseError):
        compare.compare("fair-share", FAR_ABOVE, {})


@pytest.mark.parametrize("id", ids())
def test_the_template_has_a_column_for_each_field_and_runs(id: str) -> None:
    rows = list(csv.DictReader(io.StringIO(template_csv(id))))
    assert set(rows[0]) == {"case"} | {f.name for f in get(id).fields if f.kind != "table"}
    for row in every(rows):
        assert run(id, {k: v for k, v in row.items() if k != "case"}).outcome


@pytest.mark.parametrize("id", ids())
def test_every_calculator_offers_examples(id: str) -> None:
    assert len(load_cases(id)) >= 12
    assert len(presets(id)) >= 3
    assert all(case.story and case.why for case in presets(id))


def test_onward_steps_lead_to_calculators_and_fields_that_exist() -> None:
    for found, step in every((get(id), step) for id in ids() for step in get(id).next):
        own = {f.name for f in found.fields} | {f.name for f in found.figures}
        theirs = {f.name for f in get(step.calculator).fields}
        assert step.calculator != found.id
        assert set(step.carry) | set(step.given) <= theirs
        assert set(step.carry.values()) <= own
        assert set(step.outcomes) <= set(found.outcomes)


def test_a_comparison_tells_what_is_open_as_open() -> None:
    given = {"decision_rights": "own", "standing_rules": "yes"}
    found = compare.compare("co-commissioning", given, {"decision_rights": "own"})
    (line,) = [line for line in found.answers if line.differs]
    assert (line.first, line.second) == ("Yes", "Not answered; “No” is used")
