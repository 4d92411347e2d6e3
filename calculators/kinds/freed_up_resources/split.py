"""How much was freed up, and how it is split."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import cast

from calculators.engine.answers import Answers
from calculators.engine.errors import CaseError
from calculators.engine.working import Working
from calculators.kinds.freed_up_resources.fields import DURHAM, HERTS
from calculators.kinds.freed_up_resources.schemes import SCHEMES
from calculators.records.citations import CitedRule
from calculators.values import formats
from calculators.values.quantities import Quantity, percentage, pounds, total

AVAILABLE, NO_SAVINGS, NOT_ELIGIBLE = "share-available", "no-savings", "not-eligible"
ELIGIBLE = "Is the year eligible?"


@dataclass(frozen=True, slots=True)
class Split:
    """What was freed up and each side's part, in pounds; the parts are nothing where there is no share."""

    outcome: str
    freed_up: Decimal
    practices: Decimal = Decimal(0)
    trust: Decimal = Decimal(0)


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
    """The practices' share of the saving, and the rest."""
    document = answers.choice("document")
    scheme = SCHEMES[document]
    freed_up = _freed_up(answers, working)
    if document == DURHAM and _in_interim_year(answers, working):
        return Split(NOT_ELIGIBLE, freed_up, trust=max(freed_up, Decimal(0)))
    share = working.rule(document, scheme.share)
    if freed_up <= 0:
        return Split(NO_SAVINGS, freed_up)
    percent = answers.amount("practice_share_percent")
    # A paper that names one share, and no least one, states no other.
    said = "stated" if scheme.minimum or percent == share.rule.decimal else "inferred"
    kept = pounds(freed_up) * percentage(percent)
    took = working.take("The practices’ share", kept, "money", share.citation, basis=said)
    practices = formats.hundredths(took.value)
    rest = working.rule(document, scheme.rest) if scheme.rest else share
    working.take(
        "The trust’s share, the rest",
        pounds(freed_up) - pounds(practices),
        "money",
        rest.citation,
        basis="stated" if scheme.rest else "inferred",
    )
    return Split(AVAILABLE, freed_up, practices, freed_up - practices)


def _in_interim_year(answers: Answers, working: Working) -> bool:
    barred = working.rule(DURHAM, "fur-not-eligible-year")
    year, interim = answers.choice("financial_year"), str(barred.rule.value).replace("/", "-")
    if year == interim:
        working.reason(ELIGIBLE, f"{year} is the interim year", "Not eligible", barred.citation)
    elif year > interim:
        # The framework is for one year. That its rules bind a later one is our reading, told with this paragraph.
        again = working.rule(DURHAM, "interim-end").citation
        working.reason(ELIGIBLE, f"{year} comes after the interim year", "Eligible", again, basis="inferred")
    elif year:
        # That its rules bind an earlier year is our reading too: the paragraph bars the interim period only.
        came = f"{year} comes before the interim year, which is the framework’s own"
        working.reason(ELIGIBLE, came, "Eligible", barred.citation, basis="inferred")
    return year == interim


def _freed_up(answers: Answers, working: Working) -> Decimal:
    if "freed_up" in answers.given:
        return answers.amount("freed_up")
    locality = working.rule(HERTS, "locality-treated-as-practice")
    working.rule(HERTS, "locality-overspend-cancels-savings")
    budget, spend = (_total(answers, name, locality, working) for name in ("budget", "spend"))
    freed_up = budget - spend
    working.take("Freed up by the locality as a whole", freed_up, "money", locality.citation)
    return formats.hundredths(freed_up.value)


def _total(answers: Answers, column: str, locality: CitedRule, working: Working) -> Quantity:
    parts = [pounds(cast(Decimal, row.cells[column])) for row in answers.rows("practices")]
    summed = working.take(f"Total {column} of the locality", total(parts), "money", locality.citation)
    return pounds(summed.value)
