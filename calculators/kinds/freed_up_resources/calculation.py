"""County Durham and Darlington 6.2 and 6.3; Hertfordshire 2.2.4 (4), 3 and appendix 1; Health reform D.24 and D.25."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from calculators.engine.calculator import Answers
from calculators.engine.result import Action, Chart, Mark, Result
from calculators.engine.working import Working
from calculators.kinds.freed_up_resources.fields import DURHAM, HERTS
from calculators.kinds.freed_up_resources.route import Route, route
from calculators.kinds.freed_up_resources.split import (
    AVAILABLE,
    NO_SAVINGS,
    NOT_ELIGIBLE,
    Split,
    by_practice,
    check_saving,
    split,
)
from calculators.kinds.freed_up_resources.terms import notes, terms
from calculators.records.citations import Citation
from calculators.values import formats


def calculate(answers: Answers, working: Working) -> Result:
    """Split, terms, route and deadlines of one saving. Money in pounds; `CaseError` where it is given twice."""
    check_saving(answers)
    document = answers.choice("document")
    parts = split(answers, working)
    way = route(answers, working) if parts.outcome == AVAILABLE else Route({}, (), ())
    figures = {
        "freed_up": formats.figure(parts.freed_up, "money"),
        "practice_share": formats.figure(parts.practices, "money"),
        "pct_share": formats.figure(parts.trust, "money"),
        **way.figures,
    }
    if working.brief:
        return Result(calculator="freed-up-resources", outcome=parts.outcome, figures=figures)
    allowed = terms(answers, working) if parts.outcome == AVAILABLE else ()
    return Result(
        calculator="freed-up-resources",
        outcome=parts.outcome,
        headline=_headline(parts),
        figures=figures,
        working=working.steps,
        actions=_actions(document, parts, way, working),
        terms=allowed,
        notes=notes(answers, parts),
        rules=working.rules,
        charts=_charts(parts, way),
        tables=by_practice(answers),
    )


def _headline(parts: Split) -> str:
    if parts.outcome == NOT_ELIGIBLE:
        return "Practices are not eligible for freed-up resources in this year"
    if parts.outcome == NO_SAVINGS:
        lost = formats.money(-parts.freed_up)
        return (
            f"No savings to share: spending is {lost} over budget"
            if parts.freed_up
            else "No savings to share"
        )
    mine, theirs = formats.money(parts.practices), formats.money(parts.trust)
    return f"The practices may use {mine} of the {formats.money(parts.freed_up)} freed up, and {theirs} is the trust’s"


def _actions(document: str, parts: Split, way: Route, working: Working) -> tuple[Action, ...]:
    if parts.outcome == AVAILABLE:
        return way.actions or (
            Action(
                "Put a value on the proposal: it settles who approves it.",
                working.rule(DURHAM, "fur-ogim-ceiling").citation,
            ),
        )
    if parts.outcome == NOT_ELIGIBLE:
        scheme = working.rule(DURHAM, "reward-scheme-substitute")
        return (Action("Look to the reward scheme that stands in for freed-up resources.", scheme.citation),)
    if document == HERTS:
        row = Citation(HERTS, working.rule(HERTS, "locality-treated-as-practice").rule.paragraph)
        return (Action("Settle within the locality how each practice’s spending is to be managed.", row),)
    return ()


def _charts(parts: Split, way: Route) -> tuple[Chart, ...]:
    charts = []
    if parts.outcome == AVAILABLE:
        mine, theirs = formats.money(parts.practices), formats.money(parts.trust)
        charts.append(
            Chart(
                kind="split",
                title="How the saving is split",
                description=f"The practices may use {mine}, and the trust {theirs}.",
                marks=(Mark("Practices", parts.practices, mine), Mark("Trust", parts.trust, theirs)),
            )
        )
    if len(way.dates) > 1:
        days = sorted(way.dates, key=lambda item: item[1])
        charts.append(
            Chart(
                kind="timeline",
                title="The deadlines",
                description=". ".join(f"{name}: {formats.day(day)}" for name, day in days) + ".",
                marks=tuple(_day(name, day) for name, day in days),
            )
        )
    return tuple(charts)


def _day(name: str, day: date) -> Mark:
    return Mark(name, Decimal(day.toordinal()), formats.day(day))
