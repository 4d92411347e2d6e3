"""Properties of the fair-share calculator, whatever the figures."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from calculators.engine.errors import CaseError
from calculators.engine.run import run
from tests.core.recompute import recompute
from tests.support.every import every

MONEY = st.decimals(min_value="0.01", max_value="99999999.99", places=2, allow_nan=False)
SHIFT = st.decimals(min_value="0.1", max_value=1, places=2, allow_nan=False)
BASIS = st.sampled_from(["fair-share", "indicative-budget"])


def figures(budget: Decimal, fair: Decimal, shift: Decimal, basis: str) -> tuple[str, dict[str, str]]:
    result = run(
        "fair-share",
        {
            "indicative_budget": str(budget),
            "fair_share_budget": str(fair),
            "agreed_shift_percent": str(shift),
            "variance_basis": basis,
        },
    )
    return result.outcome, dict(result.figures)


@given(MONEY, MONEY, SHIFT, BASIS)
def test_the_shift_moves_towards_the_range_and_never_past_it(
    budget: Decimal, fair: Decimal, shift: Decimal, basis: str
) -> None:
    outcome, got = figures(budget, fair, shift, basis)
    moved, after = Decimal(got["shift"]), Decimal(got["adjusted_budget"])
    assert after == budget + moved
    assert abs(moved) <= Decimal(got["maximum_shift"])
    assert abs(moved) <= Decimal(got["gap_to_range"])
    if outcome == "within-range":
        assert moved == 0
        assert got["years_to_range"] == "0"
        assert got["gap_to_range"] == "0.00"
    elif outcome == "above-range":
        assert moved <= 0
        assert after >= Decimal(got["range_high"])
    else:
        assert moved >= 0
        assert after <= Decimal(got["range_low"])


@given(MONEY, BASIS)
def test_the_outcome_rises_with_the_budget(fair: Decimal, basis: str) -> None:
    order = ["below-range", "within-range", "above-range"]
    budgets = [fair * Decimal(share) / 100 for share in (50, 89, 91, 100, 109, 112, 150)]
    outcomes = [
        order.index(figures(b.quantize(Decimal("0.01")), fair, Decimal(1), basis)[0])
        for b in budgets
        if b >= Decimal("0.01")
    ]
    assert fair < 1 or outcomes == sorted(outcomes)


@given(MONEY, MONEY)
def test_both_readings_are_given_and_match_their_own_basis(budget: Decimal, fair: Decimal) -> None:
    for basis in ("fair-share", "indicative-budget"):
        case = {"indicative_budget": str(budget), "fair_share_budget": str(fair), "variance_basis": basis}
        result = run("fair-share", case)
        assert {r.id: r.outcome for r in result.readings}[basis] == result.outcome


@given(MONEY, MONEY, SHIFT, BASIS)
def test_the_steps_shown_recompute_their_values(
    budget: Decimal, fair: Decimal, shift: Decimal, basis: str
) -> None:
    case = {
        "indicative_budget": str(budget),
        "fair_share_budget": str(fair),
        "agreed_shift_percent": str(shift),
        "variance_basis": basis,
    }
    for step in every(run("fair-share", case).working):
        assert abs(recompute(step.calculation) - Fraction(step.value)) <= Fraction(1, 200), step


@given(MONEY, MONEY)
def test_a_slower_shift_never_arrives_sooner(budget: Decimal, fair: Decimal) -> None:
    years = [figures(budget, fair, Decimal(s), "fair-share")[1]["years_to_range"] for s in ("1", "0.5")]
    if "never" in years:
        assert years[1] == "never"
    else:
        assert int(years[1]) >= int(years[0])


@settings(max_examples=300)
@given(
    st.dictionaries(
        st.sampled_from(
            ["indicative_budget", "fair_share_budget", "agreed_shift_percent", "variance_basis", "x"]
        ),
        st.text(max_size=20),
    )
)
def test_any_case_gives_a_result_or_messages(case: dict[str, str]) -> None:
    try:
        assert run("fair-share", case).figures
    except CaseError as error:
        assert error.errors
        assert all(error.errors.values())


def test_a_path_of_the_smallest_shift_is_worked_out_and_a_smaller_one_refused() -> None:
    case = {"indicative_budget": "999bn", "fair_share_budget": "1m"}
    assert int(run("fair-share", case | {"agreed_shift_percent": "0.01"}).figures["years_to_range"]) > 100_000
    with pytest.raises(CaseError) as refused:
        run("fair-share", case | {"agreed_shift_percent": "0.0099"})
    assert refused.value.errors == {"agreed_shift_percent": "The agreed shift must be 0, or 0.01% or more"}
