"""Who approves a proposal, on which documents, and by when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from calculators.engine.calculator import Answers
from calculators.engine.result import Action
from calculators.engine.working import Working
from calculators.kinds.freed_up_resources.fields import DURHAM, HERTS, REFORM
from calculators.records.citations import CitedRule
from calculators.values import formats

ASSISTANT_DIRECTOR, SUB_GROUP = "assistant-director-of-pbc", "business-meeting-sub-group"
COMMITTEE, TRUST = "pbc-governance-committee", "pct"
OGIM, BOTH = "ogim", "ogim; service-development-template"
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
# For each paper that sends every proposal one way: to whom, by which rule, and what the proposal has to show.
_APPROVAL = {
    HERTS: (
        COMMITTEE,
        "fur-approval-limit",
        ("fur-priority-order", "Show which national priorities it serves, and then which local ones."),
    ),
    REFORM: (
        TRUST,
        "fur-use-needs-pct-agreement",
        (
            "fur-use-needs-pct-agreement",
            "Show that it follows regulations, helps patients and is value for money.",
        ),
    ),
}
LIMIT = {DURHAM: "decision-deadline", HERTS: "fur-approval-limit", REFORM: "fur-reply-8-weeks"}


@dataclass(frozen=True, slots=True)
class Route:
    """The way of a proposal: figures as the contract names them, in order, and what to do."""

    figures: dict[str, str]
    actions: tuple[Action, ...]
    dates: tuple[tuple[str, date], ...]


def route(answers: Answers, working: Working) -> Route:
    """Approver, documents and dates, as far as the answers and the paper settle them."""
    document = answers.choice("document")
    figures: dict[str, str] = {}
    actions: list[Action] = []
    if document == DURHAM:
        _by_value(answers, working, figures, actions)
    else:
        approver, rule, case = _APPROVAL[document]
        figures["approver"] = approver
        actions.append(
            Action(f"Send the proposal to the {_inside(approver)}.", working.rule(document, rule).citation)
        )
        wanted, words = case
        actions.append(Action(words, working.rule(document, wanted).citation))
    dates = _dates(answers, working, document)
    figures |= {name: day.isoformat() for name, day in dates.items()}
    shown = {"submitted_on": "Proposal goes in", "aim_by": "Answer aimed for", "decide_by": "Answer due"}
    shown["commit_by"] = "Money committed"
    submitted = answers.day("submitted_on")
    line = ({"submitted_on": submitted} if submitted else {}) | dates
    return Route(figures, tuple(actions), tuple((shown[name], day) for name, day in line.items()))


def _by_value(answers: Answers, working: Working, figures: dict[str, str], actions: list[Action]) -> None:
    value = answers.amount_or_none("proposal_value")
    if value is None:
        return
    ceiling = working.rule(DURHAM, "fur-ogim-ceiling")
    small = value <= ceiling.rule.decimal
    rule = ceiling if small else working.rule(DURHAM, "fur-sub-group-above")
    figures["approver"] = ASSISTANT_DIRECTOR if small else SUB_GROUP
    figures["documents"] = OGIM if small else BOTH
    working.note(
        "Who approves it?",
        f"{formats.money(value)} is {'no more' if small else 'more'} than {ceiling.text}",
        APPROVERS[figures["approver"]],
        rule.citation,
    )
    papers = "an OGIM (objectives, goals, initiatives and milestones)"
    if not small:
        papers += " and a proposed service development template"
    actions.append(Action(f"Send the {_inside(figures['approver'])} {papers}.", rule.citation))


def _dates(answers: Answers, working: Working, document: str) -> dict[str, date]:
    dates: dict[str, date] = {}
    submitted = answers.day("submitted_on")
    if submitted and document == HERTS:
        dates["aim_by"] = _after(
            submitted, working.rule(HERTS, "fur-approval-target"), "Answer aimed for", working
        )
    if submitted:
        limit = working.rule(document, LIMIT[document])
        # County Durham and Darlington set the limit for service proposals (8.4); 6.2 itself gives none.
        basis = "inferred" if document == DURHAM else "stated"
        dates["decide_by"] = _after(submitted, limit, "Answer due", working, basis)
    year = answers.choice("financial_year")
    if year and document == DURHAM:
        within = working.rule(DURHAM, "fur-commit-within")
        dates["commit_by"] = date(int(year[:4]) + 1, *YEAR_END)
        end = formats.day(dates["commit_by"])
        working.note("Commit the money by", f"The end of {year}", end, within.citation, basis="inferred")
    return dates


def _after(start: date, limit: CitedRule, step: str, working: Working, basis: str = "stated") -> date:
    weeks = int(limit.rule.decimal)
    day = start + timedelta(days=weeks * DAYS_A_WEEK)
    words = f"{formats.day(start)} and {limit.text} weeks of {formats.in_words(DAYS_A_WEEK)} days"
    working.note(step, words, formats.day(day), limit.citation, basis=basis)
    return day


def _inside(approver: str) -> str:
    """The approver's name inside a sentence: only a common noun loses its capital."""
    name = APPROVERS[approver]
    return name if approver in {ASSISTANT_DIRECTOR, COMMITTEE} else name[0].lower() + name[1:]
