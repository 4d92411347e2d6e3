"""What a fair-share result shows beside its figures: the steps' arithmetic, the chart and what to do next."""

from decimal import Decimal

import pytest

from calculators.engine.result import Result
from calculators.engine.run import run

ABOVE = {"indicative_budget": "1,200,000", "fair_share_budget": "1,000,000"}
BELOW = {"indicative_budget": "800,000", "fair_share_budget": "1,000,000", "agreed_shift_percent": "0.5"}
WITHIN = {"indicative_budget": "1,050,000", "fair_share_budget": "1,000,000"}
OWN_BASIS = {
    "indicative_budget": "1,150,000",
    "fair_share_budget": "1,000,000",
    "variance_basis": "indicative-budget",
}


def shown(case: dict[str, str]) -> Result:
    return run("fair-share", case)


@pytest.mark.parametrize(
    ("case", "steps"),
    [
        (
            ABOVE,
            [
                ("£1,200,000 − £1,000,000", "200000.00"),
                ("(£1,200,000 − £1,000,000) ÷ £1,000,000 × 100", "20.00"),
                ("£1,000,000 × (1 − 10%)", "900000.00"),
                ("£1,000,000 × (1 + 10%)", "1100000.00"),
                ("£1,200,000 × 1%", "12000.00"),
                ("£1,200,000 − £1,000,000 × (1 + 10%)", "100000.00"),
                ("the smaller of £1,200,000 × 1% and £1,200,000 − £1,000,000 × (1 + 10%)", "12000.00"),
                ("£1,200,000 − £12,000", "1188000.00"),
            ],
        ),
        (
            BELOW,
            [
                ("£800,000 − £1,000,000", "-200000.00"),
                ("(£800,000 − £1,000,000) ÷ £1,000,000 × 100", "-20.00"),
                ("£1,000,000 × (1 − 10%)", "900000.00"),
                ("£1,000,000 × (1 + 10%)", "1100000.00"),
                ("£800,000 × 1%", "8000.00"),
                ("£1,000,000 × (1 − 10%) − £800,000", "100000.00"),
                ("the smaller of £800,000 × 0.5% and £1,000,000 × (1 − 10%) − £800,000", "4000.00"),
                ("£800,000 + £4,000", "804000.00"),
            ],
        ),
        (
            OWN_BASIS,
            [
                ("£1,150,000 − £1,000,000", "150000.00"),
                ("(£1,150,000 − £1,000,000) ÷ £1,150,000 × 100", "13.04"),
                ("£1,000,000 ÷ (1 + 10%)", "909090.91"),
                ("£1,000,000 ÷ (1 − 10%)", "1111111.11"),
                ("£1,150,000 × 1%", "11500.00"),
                ("£1,150,000 − £1,000,000 ÷ (1 − 10%)", "38888.89"),
                ("the smaller of £1,150,000 × 1% and £1,150,000 − £1,000,000 ÷ (1 − 10%)", "11500.00"),
                ("£1,150,000 − £11,500", "1138500.00"),
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
    ("case", "source"), [(ABOVE, "2.2.4 (3)"), (OWN_BASIS, "Appendix 1, fair share, para 3")]
)
def test_variance_and_range_cite_the_paragraph_that_sets_their_basis(
    case: dict[str, str], source: str
) -> None:
    result = shown(case)
    assert [step.source.paragraph for step in result.working[1:4]] == [source] * 3
    assert result.checks[0].source.paragraph == source


def test_the_steps_end_where_the_budget_is_within_the_range() -> None:
    assert [step.value for step in shown(WITHIN).working] == [
        "50000.00", "5.00", "900000.00", "1100000.00", "10500.00",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("case", "place", "marks"),
    [
        (
            ABOVE,
            "above",
            [("Fair share", "1000000"), ("Budget now", "1200000"), ("After the shift", "1188000")],
        ),
        (
            BELOW,
            "below",
            [("Fair share", "1000000"), ("Budget now", "800000"), ("After the shift", "804000")],
        ),
        (WITHIN, "inside", [("Fair share", "1000000"), ("Budget now", "1050000")]),
    ],
)
def test_the_chart_marks_the_amounts_and_says_where_the_budget_lies(
    case: dict[str, str], place: str, marks: list[tuple[str, str]]
) -> None:
    (chart,) = shown(case).charts
    assert chart.kind == "range"
    assert chart.title
    assert [(mark.label, mark.value) for mark in chart.marks] == [(name, Decimal(v)) for name, v in marks]
    assert [mark.text for mark in chart.marks] == [f"£{Decimal(v):,}" for _, v in marks]
    assert chart.band
    assert [(e.label, e.value, e.text) for e in chart.band] == [
        ("Bottom", Decimal(900000), "£900,000"),
        ("Top", Decimal(1100000), "£1,100,000"),
    ]
    assert f"lies {place} it" in chart.description
    assert "from £900,000 to £1,100,000 around a fair share of £1,000,000" in chart.description


@pytest.mark.parametrize(
    ("case", "named", "need"),
    [
        (ABOVE, "10% from the fair share", "£900,000 to £1,100,000"),
        (OWN_BASIS, "10% from the indicative budget", "£909,090.91 to £1,111,111.11"),
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
        (ABOVE, ["Above the range", "20% above its fair share", "takes £12,000 off it"]),
        (BELOW, ["Below the range", "20% below its fair share", "adds £4,000 to it"]),
        (WITHIN, ["Within the range", "5% above its fair share"]),
        (OWN_BASIS, ["Above the range", "above its fair share by 13.04% of the budget itself", "£11,500"]),
        (ABOVE | {"indicative_budget": "1,000,000"}, ["exactly the fair share", "no shift is needed"]),
        (ABOVE | {"agreed_shift_percent": "0"}, ["no shift moves it this year"]),
        (ABOVE | {"indicative_budget": "1,005,000"}, ["0.5% above its fair share"]),
        ({"indicative_budget": "50", "fair_share_budget": "100"}, ["adds £0.50 to it"]),
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
    assert "up to 1% of the budget" in size.text
    assert size.text.startswith("Agree the size")
    assert "policy" in policy.text
    # One percent of 40p is less than half a penny: a shift was agreed, and nothing moves.
    for case in (
        ABOVE | {"agreed_shift_percent": "0"},
        {"indicative_budget": "0.40", "fair_share_budget": "1"},
    ):
        assert shown(case).actions[1].text.startswith("Decide whether")


def test_both_readings_are_named_and_told_apart_where_they_disagree() -> None:
    disagree = shown({"indicative_budget": "1,105,000", "fair_share_budget": "1,000,000"})
    assert [(r.id, r.outcome) for r in disagree.readings] == [
        ("fair-share", "above-range"),
        ("indicative-budget", "within-range"),
    ]
    fair_share, own = disagree.readings
    assert "against the fair share" in fair_share.text
    assert "against the indicative budget" in own.text
    assert "two ways" in disagree.notes[0]
    assert not any("two ways to measure" in note for note in shown(ABOVE).notes)


def test_a_path_without_an_end_is_noted_and_others_are_not() -> None:
    never = "The budget never reaches the range"
    assert any(never in note for note in shown(ABOVE | {"agreed_shift_percent": "0"}).notes)
    assert not any(never in note for note in shown(ABOVE).notes)
