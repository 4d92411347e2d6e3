"""What a fair-share result shows beside its figures: the steps' arithmetic, the chart and what to do next.

What follows from a rule’s number is worked out from the record here; the worked cases hold it as figures.
"""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators.engine.result import Result
from calculators.engine.run import run
from calculators.records.citations import rule
from calculators.values import formats
from tests.support.edges import BETWEEN, FAIR, TOLERANCE

CAP = rule("hertfordshire", "fair-share-shift-cap")
RATE, HALF = CAP.rule.decimal / 100, CAP.rule.decimal / 2
# The tolerance, the largest shift and half of it, as the steps write them.
T, C, H = rule("hertfordshire", "fair-share-tolerance").text, CAP.text, formats.percent(HALF)
LOW, HIGH = FAIR * (1 - TOLERANCE), FAIR * (1 + TOLERANCE)
OWN_LOW, OWN_HIGH = Fraction(FAIR) / Fraction(1 + TOLERANCE), Fraction(FAIR) / Fraction(1 - TOLERANCE)
# Half away from the fair share: a tolerance of a few percent more leaves them outside, and more than a shift away.
ABOVE = {"indicative_budget": "1,500,000", "fair_share_budget": "1,000,000"}
BELOW = {"indicative_budget": "500,000", "fair_share_budget": "1,000,000", "agreed_shift_percent": str(HALF)}
WITHIN = {"indicative_budget": str(FAIR * (1 + TOLERANCE / 2)), "fair_share_budget": "1,000,000"}
OWN_BASIS = ABOVE | {"variance_basis": "indicative-budget"}
DOWN, UP = 1_500_000 * RATE, 500_000 * RATE / 2


told = formats.money


def pence(value: formats.Exact) -> str:
    return formats.figure(value, "money")


def shown(case: dict[str, str]) -> Result:
    return run("fair-share", case)


@pytest.mark.parametrize(
    ("case", "steps"),
    [
        (
            ABOVE,
            [
                ("£1,500,000 − £1,000,000", "500000.00"),
                ("(£1,500,000 − £1,000,000) ÷ £1,000,000 × 100", "50.00"),
                (f"£1,000,000 × (1 − {T})", pence(LOW)),
                (f"£1,000,000 × (1 + {T})", pence(HIGH)),
                (f"£1,500,000 × {C}", pence(DOWN)),
                (f"£1,500,000 − £1,000,000 × (1 + {T})", pence(1_500_000 - HIGH)),
                (f"the smaller of £1,500,000 × {C} and £1,500,000 − £1,000,000 × (1 + {T})", pence(DOWN)),
                (f"£1,500,000 − {told(DOWN)}", pence(1_500_000 - DOWN)),
            ],
        ),
        (
            BELOW,
            [
                ("£500,000 − £1,000,000", "-500000.00"),
                ("(£500,000 − £1,000,000) ÷ £1,000,000 × 100", "-50.00"),
                (f"£1,000,000 × (1 − {T})", pence(LOW)),
                (f"£1,000,000 × (1 + {T})", pence(HIGH)),
                (f"£500,000 × {C}", pence(2 * UP)),
                (f"£1,000,000 × (1 − {T}) − £500,000", pence(LOW - 500_000)),
                (f"the smaller of £500,000 × {H} and £1,000,000 × (1 − {T}) − £500,000", pence(UP)),
                (f"£500,000 + {told(UP)}", pence(500_000 + UP)),
            ],
        ),
        (
            OWN_BASIS,
            [
                ("£1,500,000 − £1,000,000", "500000.00"),
                ("(£1,500,000 − £1,000,000) ÷ £1,500,000 × 100", "33.33"),
                (f"£1,000,000 ÷ (1 + {T})", pence(OWN_LOW)),
                (f"£1,000,000 ÷ (1 − {T})", pence(OWN_HIGH)),
                (f"£1,500,000 × {C}", pence(DOWN)),
                (f"£1,500,000 − £1,000,000 ÷ (1 − {T})", pence(1_500_000 - OWN_HIGH)),
                (f"the smaller of £1,500,000 × {C} and £1,500,000 − £1,000,000 ÷ (1 − {T})", pence(DOWN)),
                (f"£1,500,000 − {told(DOWN)}", pence(1_500_000 - DOWN)),
            ],
        ),
    ],
)
def test_each_step_shows_its_arithmetic(case: dict[str, str], steps: list[tuple[str, str]]) -> None:
    working = shown(case).working
    assert [(step.calculation, step.value) for step in working] == steps
    assert {step.kind for step in working} == {"money", "percent"}
    assert all(step.step and step.source.document == "hertfordshire" for step in working)


@pytest.mark.parametrize(
    ("case", "source", "told"),
    [(ABOVE, "2.2.4 (3)", "stated"), (OWN_BASIS, "Appendix 1, fair share, para 3", "inferred")],
)
def test_variance_and_range_cite_the_paragraph_that_sets_their_basis(
    case: dict[str, str], source: str, told: str
) -> None:
    result = shown(case)
    assert [(step.source.paragraph, step.basis) for step in result.working[1:4]] == [(source, told)] * 3
    assert result.checks[0].source.paragraph == source


def test_the_steps_end_where_the_budget_is_within_the_range() -> None:
    budget = FAIR * (1 + TOLERANCE / 2)
    assert [step.value for step in shown(WITHIN).working] == [
        *(pence(budget - FAIR), formats.figure(TOLERANCE / 2 * 100, "percent"), pence(LOW), pence(HIGH)),
        pence(budget * RATE),
    ]


@pytest.mark.parametrize(
    ("case", "place", "marks"),
    [
        (
            ABOVE,
            "above",
            [("Fair share", FAIR), ("Budget now", 1_500_000), ("After the shift", 1_500_000 - DOWN)],
        ),
        (
            BELOW,
            "below",
            [("Fair share", FAIR), ("Budget now", 500_000), ("After the shift", 500_000 + UP)],
        ),
        (WITHIN, "inside", [("Fair share", FAIR), ("Budget now", FAIR * (1 + TOLERANCE / 2))]),
    ],
)
def test_the_chart_marks_the_amounts_and_says_where_the_budget_lies(
    case: dict[str, str], place: str, marks: list[tuple[str, Decimal | int]]
) -> None:
    (chart,) = shown(case).charts
    assert chart.kind == "range"
    assert chart.title
    assert [(mark.label, mark.value) for mark in chart.marks] == marks
    assert [mark.text for mark in chart.marks] == [told(value) for _, value in marks]
    assert chart.band
    assert [(e.label, e.value, e.text) for e in chart.band] == [
        ("Bottom", LOW, told(LOW)),
        ("Top", HIGH, told(HIGH)),
    ]
    assert f"lies {place} it" in chart.description
    assert f"from {told(LOW)} to {told(HIGH)} around a fair share of £1,000,000" in chart.description


@pytest.mark.parametrize(
    ("case", "named", "need"),
    [
        (ABOVE, f"{T} from the fair share", f"{told(LOW)} to {told(HIGH)}"),
        (OWN_BASIS, f"{T} of the budget itself", f"{told(OWN_LOW)} to {told(OWN_HIGH)}"),
    ],
)
def test_the_condition_tells_what_there_is_and_what_is_needed(
    case: dict[str, str], named: str, need: str
) -> None:
    (check,) = shown(case).checks
    assert check.id == "within-tolerance"
    assert not check.met
    assert named in check.label
    assert check.have == f"£{case['indicative_budget']}"
    assert check.need == need
    assert shown(WITHIN).checks[0].met


@pytest.mark.parametrize(
    ("case", "parts"),
    [
        (ABOVE, ["Above the range", "50% above its fair share", f"takes {told(DOWN)} off it"]),
        (BELOW, ["Below the range", "50% below its fair share", f"adds {told(UP)} to it"]),
        (WITHIN, ["Within the range", f"{formats.percent(TOLERANCE / 2 * 100)} above its fair share"]),
        (OWN_BASIS, ["Above the range", "above its fair share by 33.33% of the budget itself", told(DOWN)]),
        (ABOVE | {"indicative_budget": "1,000,000"}, ["exactly the fair share", "no shift is needed"]),
        (ABOVE | {"agreed_shift_percent": "0"}, ["no shift moves it this year"]),
        (ABOVE | {"indicative_budget": "1,005,000"}, ["0.5% above its fair share"]),
        ({"indicative_budget": "50", "fair_share_budget": "100"}, [f"adds {told(50 * RATE)} to it"]),
        (ABOVE | {"indicative_budget": "1,000,001"}, ["just over 0% above its fair share"]),
        (ABOVE | {"indicative_budget": "1,999,999"}, ["just under 100% above its fair share"]),
        (BELOW | {"indicative_budget": "1"}, ["just under 100% below its fair share"]),
    ],
)
def test_the_headline_tells_place_size_and_shift(case: dict[str, str], parts: list[str]) -> None:
    headline = shown(case).headline
    assert [part for part in parts if part not in headline] == []
    assert "the budget is" in headline or "budget is exactly" in headline


def test_what_to_do_next_follows_from_the_outcome() -> None:
    (none_needed,) = shown(WITHIN).actions
    assert none_needed.source.paragraph == "Appendix 1, fair share (3)"
    assert "No review or shift" in none_needed.text
    review, size, policy = shown(ABOVE).actions
    assert "utilisation review" in review.text
    assert f"at most {C} of it" in size.text
    assert "policy" in policy.text


def test_both_readings_are_named_and_told_apart_where_they_disagree() -> None:
    disagree = shown(BETWEEN)
    assert [(r.id, r.outcome) for r in disagree.readings] == [
        ("fair-share", "above-range"),
        ("indicative-budget", "within-range"),
    ]
    fair_share, own = disagree.readings
    assert fair_share.text == "The difference is a percentage of the fair share (the reading used above)"
    assert own.text == (
        "The difference is a percentage of what the practice has spent, for which we take its own budget"
    )
    assert "the readings do not agree in this case" in disagree.notes[0]
    assert not any("do not agree" in note for note in shown(ABOVE).notes)


def test_the_reading_marked_is_the_one_that_was_asked_for() -> None:
    fair_share, own = shown(OWN_BASIS).readings
    assert "used above" not in fair_share.text
    assert own.text.endswith("(the reading used above)")


def test_a_path_without_an_end_is_noted_with_its_reason_and_others_are_not() -> None:
    never = "The budget never reaches the range, because"
    assert f"{never} nothing is moved each year." in shown(ABOVE | {"agreed_shift_percent": "0"}).notes
    tiny = {"indicative_budget": "0.40", "fair_share_budget": "100"}
    assert f"{never} a year’s shift comes to less than a penny." in shown(tiny).notes
    assert not any(never in note for note in shown(ABOVE).notes)


PENNIES = st.integers(1, 10**9).map(lambda pence: Decimal(pence) / 100)


@given(PENNIES, st.sampled_from(["fair-share", "indicative-budget"]), st.integers(-3, 3), st.booleans())
def test_words_figures_and_outcome_say_the_same_at_either_end(
    fair: Decimal, basis: str, pence: int, upper: bool
) -> None:
    """At each end of the range to the penny, and up to three pennies to either side."""
    ends = run("fair-share", _case(fair, fair, basis)).figures
    budget = Decimal(ends["range_high" if upper else "range_low"]) + Decimal(pence) / 100
    if budget <= 0:
        return
    result = run("fair-share", _case(budget, fair, basis))
    (check,) = result.checks
    outside = result.outcome != "within-range"
    tolerance = formats.percent(TOLERANCE * 100)
    if outside:
        assert f" {tolerance} " not in result.headline.replace(f"just over {tolerance}", "")
        assert (result.figures["shift"] == "0.00") <= (result.figures["years_to_range"] == "never")
        assert check.have not in check.need.replace(f"just over {check.have}", "").replace(
            f"just under {check.have}", ""
        ).split(" to ")
    else:
        assert "just over" not in result.headline.replace("just over 0%", "")
        assert result.figures["years_to_range"] == "0"


def _case(budget: Decimal, fair: Decimal, basis: str) -> dict[str, str]:
    return {
        "indicative_budget": f"{budget:f}",
        "fair_share_budget": f"{fair:f}",
        "variance_basis": basis,
    }


def test_a_shift_that_nobody_gave_is_not_told_as_agreed() -> None:
    silent, agreed = shown(ABOVE), shown(ABOVE | {"agreed_shift_percent": "1"})
    assert "the largest shift, as none was given, takes" in silent.headline
    assert "the agreed shift takes" in agreed.headline
    assert silent.figures == agreed.figures


def test_that_the_shift_stops_at_the_range_is_our_inference_and_its_limit_the_papers() -> None:
    told = {step.step: step.basis for step in shown(ABOVE).working}
    assert told["Shift this year, no further than the range"] == "inferred"
    assert told["Largest shift allowed in the year"] == "stated"
