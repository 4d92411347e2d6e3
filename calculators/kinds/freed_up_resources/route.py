"""Who approves a proposal, on which documents, and by when."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from calculators.engine.answers import Answers
from calculators.engine.result import Action
from calculators.engine.working import Reason, Working
from calculators.kinds.freed_up_resources.fields import DURHAM
from calculators.kinds.freed_up_resources.schemes import (
    ASSISTANT_DIRECTOR,
    BOTH,
    COMMITTEE,
    OGIM,
    SCHEMES,
    SUB_GROUP,
    TRUST,
)
from calculators.records.citations import Citation, CitedRule
from calculators.values import formats
from calculators.values.quantities import pounds

DAYS_A_WEEK = 7
# The NHS financial year ends on 31 March. The papers take that as known and do not print it.
YEAR_END = (3, 31)
APPROVERS = {
    ASSISTANT_DIRECTOR: "Assistant Director of practice based commissioning (PBC)",
    SUB_GROUP: "Sub-group of the PBC Business Meeting",
    COMMITTEE: "PBC governance committee",
    TRUST: "Primary care trust",
}
DOCUMENTS = {OGIM: "OGIM", BOTH: "OGIM and service development template"}
DATES = {
    "submitted_on": "Proposal goes in",
    "aim_by": "Answer aimed for",
    "decide_by": "Answer due",
    "commit_by": "Money committed",
}


@dataclass(frozen=True, slots=True)
class Route:
    """The way of a proposal: approver and documents as codes, its dates, and what it asks to be done."""

    approval: dict[str, str] = field(default_factory=dict)
    dates: dict[str, date] = field(default_factory=dict)
    actions: tuple[Action, ...] = ()


def route(answers: Answers, working: Working) -> Route:
    """Approver, documents and dates, as far as the answers and the paper settle them."""
    approval, actions = _approval(answers, working)
    return Route(approval, _dates(answers, approval, working), actions)


def has_time(document: str, approval: Mapping[str, str]) -> bool:
    """Whether the paper sets a time for the answer to a proposal that goes this way."""
    return SCHEMES[document].timed in {"", approval.get("documents")}


def _approval(answers: Answers, working: Working) -> tuple[dict[str, str], tuple[Action, ...]]:
    document = answers.choice("document")
    scheme = SCHEMES[document]
    if scheme.approver:
        asked = tuple(Action.of(working.rule(document, id)) for id in scheme.sent)
        return {"approver": scheme.approver}, asked
    ceiling = working.rule(document, "fur-ogim-ceiling")
    value = answers.amount_or_none("proposal_value")
    if value is None:
        return {}, (
            Action(
                "Put a value on the proposal: it settles who approves it, and whether a day is set for the answer.",
                ceiling.citation,
            ),
        )
    small = working.at_most(pounds(value), ceiling)
    rule = ceiling if small else working.rule(document, "fur-sub-group-above")
    approver, documents = (ASSISTANT_DIRECTOR, OGIM) if small else (SUB_GROUP, BOTH)

    def told() -> Iterator[Reason]:
        held = f"{formats.money(value)} is {'no more' if small else 'more'} than {ceiling.text}"
        yield Reason("Who approves it?", held, APPROVERS[approver], rule.citation)

    working.then(told)
    return {"approver": approver, "documents": documents}, (Action.of(rule),)


def _dates(answers: Answers, approval: Mapping[str, str], working: Working) -> dict[str, date]:
    document = answers.choice("document")
    scheme = SCHEMES[document]
    dates: dict[str, date] = {}
    submitted = answers.day("submitted_on")
    if submitted and has_time(document, approval):
        for name, id, basis in (
            ("aim_by", scheme.aim, scheme.limit_basis),
            ("decide_by", scheme.limit, scheme.limit_basis),
        ):
            if id:
                dates[name] = _after(submitted, working.rule(document, id), DATES[name], basis, working)
    if document == DURHAM and (year := answers.choice("financial_year")):
        within = working.rule(document, "fur-commit-within")
        dates["commit_by"] = date(int(year[:4]) + 1, *YEAR_END)
        working.then(lambda: [_commit_by(year, dates["commit_by"], within.citation)])
    return dates


def _commit_by(year: str, end: date, source: Citation) -> Reason:
    return Reason("Commit the money by", f"The end of {year}", formats.day(end), source, "inferred")


def _after(start: date, limit: CitedRule, step: str, basis: str, working: Working) -> date:
    day = start + timedelta(days=int(limit.rule.decimal) * DAYS_A_WEEK)

    def told() -> Iterator[Reason]:
        words = f"{formats.day(start)} and {limit.text} weeks of {formats.in_words(DAYS_A_WEEK)} days"
        yield Reason(step, words, formats.day(day), limit.citation, basis)

    working.then(told)
    return day
