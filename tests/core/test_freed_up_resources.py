"""Properties of the freed-up resources calculator, whatever the figures."""

from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from calculators.engine.errors import CaseError
from calculators.engine.registry import get
from calculators.engine.result import Result
from calculators.engine.run import run
from tests.core.recompute import recompute

MONEY = st.decimals(min_value=0, max_value="9999999.99", places=2, allow_nan=False)
SHARE = st.decimals(min_value=70, max_value=100, places=2, allow_nan=False)
DOCUMENT = st.sampled_from(["county-durham-darlington", "hertfordshire", "health-reform-2006"])


def no_sums(rows: list[tuple[Decimal, Decimal]]) -> bool:
    """Whether no practice is the sum of others in any order: such a row is asked about, and gives no result."""
    groups = (group for n in range(2, len(rows)) for group in combinations(rows, n))
    return not {(sum(b for b, _ in group), sum(s for _, s in group)) for group in groups} & set(rows)


PRACTICES = st.lists(st.tuples(MONEY, MONEY), min_size=1, max_size=6).filter(no_sums)


def ask(**case: object) -> Result:
    return run("freed-up-resources", {name: str(value) for name, value in case.items()})


def table(rows: list[tuple[Decimal, Decimal]]) -> str:
    return "practice,budget,spend\n" + "\n".join(f"P{n},{b},{s}" for n, (b, s) in enumerate(rows))


@given(DOCUMENT, MONEY, SHARE)
def test_the_parts_add_up_and_the_share_is_as_agreed(document: str, saving: Decimal, share: Decimal) -> None:
    result = ask(document=document, freed_up=saving, practice_share_percent=share)
    mine, theirs = (Decimal(result.figures[name]) for name in ("practice_share", "pct_share"))
    assert mine + theirs == saving
    assert abs(Fraction(mine) - Fraction(saving) * Fraction(share) / 100) <= Fraction(1, 200)
    assert (result.outcome == "no-savings") == (saving == 0)


@given(PRACTICES, st.randoms())
def test_the_order_of_practices_is_of_no_matter(rows: list[tuple[Decimal, Decimal]], random: object) -> None:
    shuffled = list(rows)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    first, second = (ask(document="hertfordshire", practices=table(r)) for r in (rows, shuffled))
    assert (first.outcome, first.figures) == (second.outcome, second.figures)


@given(PRACTICES)
def test_a_table_and_its_sum_give_the_same_split(rows: list[tuple[Decimal, Decimal]]) -> None:
    saving = sum((b - s for b, s in rows), Decimal(0))
    netted = ask(document="hertfordshire", practices=table(rows))
    assert Decimal(netted.figures["freed_up"]) == saving
    if saving > 0:
        assert netted.figures == ask(document="hertfordshire", freed_up=saving).figures
    else:
        assert netted.outcome == "no-savings"


@given(MONEY, MONEY)
def test_a_larger_saving_never_gives_a_smaller_share(one: Decimal, other: Decimal) -> None:
    shares = [
        Decimal(ask(document="hertfordshire", freed_up=s).figures["practice_share"])
        for s in sorted((one, other))
    ]
    assert shares == sorted(shares)


@given(DOCUMENT, st.dates(min_value=date(1990, 1, 1), max_value=date(2090, 1, 1)))
def test_the_answer_is_due_in_whole_weeks(document: str, day: date) -> None:
    figures = ask(
        document=document, freed_up=1000, proposal_value="10000.01", submitted_on=day.isoformat()
    ).figures
    due = date.fromisoformat(figures["decide_by"])
    assert due.weekday() == day.weekday()
    assert due - day == timedelta(weeks=8)
    assert ("aim_by" in figures) == (document == "hertfordshire")


@given(DOCUMENT, MONEY.filter(bool), SHARE)
def test_the_steps_shown_recompute_their_values(document: str, saving: Decimal, share: Decimal) -> None:
    result = ask(document=document, freed_up=saving, practice_share_percent=share)
    sums = [step for step in result.working if step.kind == "money"]
    assert sums
    for step in sums:
        assert abs(recompute(step.calculation) - Fraction(step.value)) <= Fraction(1, 200), step


NAMES = st.sampled_from([f.name for f in get("freed-up-resources").fields])


@settings(max_examples=300)
@given(st.dictionaries(NAMES, st.text(max_size=20)), DOCUMENT)
def test_any_case_gives_a_result_or_messages(case: dict[str, str], document: str) -> None:
    try:
        assert run("freed-up-resources", {"document": document, **case}).figures
    except CaseError as error:
        assert error.errors
        assert all(error.errors.values())
