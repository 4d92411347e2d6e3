"""How much was freed up, and how it is split."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import cast

from calculators.engine.calculator import Answers
from calculators.engine.errors import CaseError
from calculators.engine.result import Series
from calculators.engine.working import Working
from calculators.kinds.freed_up_resources.fields import DURHAM, HERTS, REFORM
from calculators.values import formats
from calculators.values.quantities import percentage, pounds
from calculators.values.tables import Row

AVAILABLE, NO_SAVINGS, NOT_ELIGIBLE = "share-available", "no-savings", "not-eligible"
SHARE_RULE = {DURHAM: "fur-practice-share", HERTS: "fur-minimum-share", REFORM: "fur-70-percent"}


@dataclass(frozen=True, slots=True)
class Split:
    """What was freed up and each side's part, in pounds; the parts are nothing where there is no share."""

    outcome: str
    freed_up: Decimal
    practices: Decimal
    trust: Decimal


def check_saving(answers: Answers) -> None:
    """`CaseError` unless the saving is given in just one way, and in one that the paper knows."""
    document, table = answers.choice("document"), "practices" in answers.given
    if table and document != HERTS:
        raise CaseError(
            {
                "practices": "The table of practices applies to Hertfordshire only. Enter the sum freed up instead"
            }
        )
    if table and "freed_up" in answers.given:
        raise CaseError({"practices": "Give the freed-up resources or the table of practices, not both"})
    if not table and "freed_up" not in answers.given:
        more = ", or paste the table of practices" if document == HERTS else ""
        raise CaseError({"freed_up": f"Enter the freed-up resources{more}"})


def split(answers: Answers, working: Working) -> Split:
    """The split of the saving, each step taken in the working."""
    document = answers.choice("document")
    freed_up = _freed_up(answers, working)
    share = working.rule(document, SHARE_RULE[document])
    if document == DURHAM:
        barred = working.rule(DURHAM, "fur-not-eligible-year")
        year = answers.choice("financial_year")
        if year and year == str(barred.rule.value).replace("/", "-"):
            working.note(
                "Is the year eligible?", f"{year} is the interim year", "Not eligible", barred.citation
            )
            return Split(NOT_ELIGIBLE, freed_up, Decimal(0), max(freed_up, Decimal(0)))
    if freed_up <= 0:
        return Split(NO_SAVINGS, freed_up, Decimal(0), Decimal(0))
    percent = answers.amount("practice_share_percent")
    exact = working.take(
        "The practices’ share", pounds(freed_up) * percentage(percent), "money", share.citation
    )
    practices = formats.hundredths(exact)
    basis = "stated" if document == HERTS else "inferred"
    rest = working.rule(HERTS, "fur-pct-remainder").citation if document == HERTS else share.citation
    working.take(
        "The trust’s share, the rest", pounds(freed_up) - pounds(practices), "money", rest, basis=basis
    )
    return Split(AVAILABLE, freed_up, practices, freed_up - practices)


def _freed_up(answers: Answers, working: Working) -> Decimal:
    rows = answers.rows("practices")
    if not rows:
        return answers.amount("freed_up")
    locality = working.rule(HERTS, "locality-treated-as-practice")
    budget, spend = (
        _total(rows, name, f"Total {name} of the locality", working) for name in ("budget", "spend")
    )
    working.rule(HERTS, "locality-overspend-cancels-savings")
    difference = pounds(budget) - pounds(spend)
    working.take("Freed up by the locality as a whole", difference, "money", locality.citation)
    return budget - spend


def _total(rows: tuple[Row, ...], column: str, step: str, working: Working) -> Decimal:
    amounts = [pounds(cast(Decimal, row.cells[column])) for row in rows]
    total = sum(amounts[1:], start=amounts[0])
    working.take(step, total, "money", working.rule(HERTS, "locality-treated-as-practice").citation)
    return formats.hundredths(total.value)


def by_practice(answers: Answers) -> tuple[Series, ...]:
    """Each practice's own result beside the locality's, so that it is seen how one saving can vanish."""
    rows = answers.rows("practices")
    if not rows:
        return ()
    rate = percentage(answers.amount("practice_share_percent")).value
    lines, alone = list[tuple[str, ...]](), Decimal(0)
    for row in rows:
        budget, spend = cast(Decimal, row.cells["budget"]), cast(Decimal, row.cells["spend"])
        saved = budget - spend
        share = formats.hundredths(Fraction(max(saved, Decimal(0))) * rate)
        alone += share
        cells = (budget, spend, saved, share)
        lines.append((str(row.cells["practice"]), *(formats.figure(c, "money") for c in cells)))
    note = (
        f"Counted alone, the practices that saved would keep {formats.money(alone)} between them. "
        "The locality counts as one practice, so an overspend in one uses up a saving in another."
    )
    columns = ("Practice", "Budget", "Spend", "Saved or overspent", "Share if it stood alone")
    return (Series("Where each practice stands", columns, ("text", *["money"] * 4), tuple(lines), note),)
