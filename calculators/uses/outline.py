"""The one order of a result: answer, what is missing, ways to take it along, then all that led to it.

A page, paper, Word and CSV are made from these sections. Each holds what a page's template shows, and tells the
same in plain text, ready to be written in any word processor's format.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from calculators.engine.registry import get
from calculators.engine.result import Result
from calculators.records.papers import load_paper
from calculators.uses import gaps, told
from calculators.uses.given import given, onward
from calculators.uses.notes import Notes, seen
from calculators.uses.rules_version import rules_version
from calculators.values.data import Json

HISTORIC = "historic"
MOST_COLUMNS = 6
"""How many columns of a table that was given fit beside what else is told; one with more has a page of its own."""

SIGNED = ["Signed for the group", "Name and role", "Date"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A part of a result: its heading, what a page shows, and `told`, the same in plain text.

    `told` may have `text`, `points`, numbered `steps`, `rows`, the first of which is the header, with `widths` as
    shares of the whole, `lines` to write on, and `parts`, each with a heading of its own; `wide` rows need a page
    turned sideways. `name` is that of its template. What is `small` only stands behind the answer: a paper may set it
    in columns.
    """

    name: str
    heading: str = ""
    holds: Any = None
    told: Json = field(default_factory=dict)
    small: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """A result in its order, with what a group wrote beside it; `paper` is named where it is the only one cited."""

    title: str
    outcome: str
    headline: str
    rests_on: str
    paper: str
    notes: Notes
    sections: tuple[Section, ...]

    def to_json(self) -> Json:
        """The outline in plain text: the sections with something to tell, without what no document can hold."""
        sections = [{"heading": s.heading, "small": s.small, **s.told} for s in self.sections if s.told]
        found: Json = {
            "title": self.title,
            "outcome": self.outcome,
            "headline": self.headline,
            "rests_on": self.rests_on,
            "head": [["Group", self.notes.group], ["Date", self.notes.date]],
            "sections": sections,
        }
        return {name: _seen(value) for name, value in found.items()}


def outline(result: Result, case: Mapping[str, str], notes: Notes | None = None) -> Json:
    """The result of a case in plain text, for papers of every kind."""
    return laid_out(result, case, notes).to_json()


def laid_out(result: Result, case: Mapping[str, str], notes: Notes | None = None) -> Outline:
    """The result of a case in its order, with what the group wrote beside it."""
    calculator = get(result.calculator)
    return Outline(
        title=calculator.title,
        outcome=calculator.outcomes[result.outcome],
        headline=result.headline,
        rests_on=told.proposed(result),
        paper=told.one_paper(result),
        notes=notes or Notes(),
        sections=tuple(s for s in _sections(result, case, notes or Notes()) if s.holds),
    )


def _sections(result: Result, case: Mapping[str, str], notes: Notes) -> Iterator[Section]:
    calculator, paper = get(result.calculator), told.one_paper(result)
    figures = [(f, result.figures[f.name]) for f in calculator.figures if f.name in result.figures]
    bookkeeping = any(check.objective for check in result.checks)
    shown = Section(
        name="figures",
        heading="The figures",
        holds=figures,
        told=told.figures(figures),
        small=bookkeeping,
    )
    missing = gaps.missing(calculator, result)
    yield Section(
        name="missing",
        heading="What is missing",
        holds=missing,
        told=told.missing(missing, notes) if missing else {},
    )
    yield Section(name="take", heading="Take it along", holds=True)
    yield Section(
        name="left-out",
        heading="What was left out of the table",
        holds=result.passed_over,
        told=told.points(result.passed_over),
    )
    yield Section(name="pictures", holds=result.charts)
    yield Section(
        name="next",
        heading="What to do next",
        holds=result.actions,
        told=told.steps(told.cited(action, paper) for action in result.actions),
    )
    yield Section(
        name="terms",
        heading="What the paper lets you do",
        holds=result.terms,
        told=told.points(told.cited(term, paper) for term in result.terms),
    )
    if not bookkeeping:
        yield shown
    yield Section(
        name="conditions",
        heading="What is in order",
        holds=gaps.by_objective(calculator, result.checks),
        told=told.in_order(calculator, result),
        small=bookkeeping,
    )
    for table in result.tables:
        yield Section(name="table", heading=table.title, holds=table, told=told.table(table))
    yield Section(
        name="readings",
        heading="If the paper is read another way",
        holds=result.readings,
        told=told.points(told.reading(calculator, r) for r in result.readings),
    )
    yield Section(
        name="working",
        heading="How this was worked out",
        holds=result.working,
        told=told.steps(told.step(step, paper) for step in result.working),
        small=True,
    )
    if bookkeeping:
        yield shown
    # What is open stands with the paper's open questions: here the title and what is used are enough.
    doubts = (f"{doubt.title}. {doubt.followed if doubt.used else doubt.issue}" for doubt in result.doubts)
    bear = (*result.notes, *calculator.not_covered, *doubts)
    yield Section(
        name="notes",
        heading="What to bear in mind, and what this does not cover",
        holds=bear,
        told=told.points(bear),
        small=True,
    )
    yield Section(name="onward", heading="Where to go from here", holds=onward(calculator, result, case))
    answered = given(calculator, case)
    elsewhere = {name for check in result.checks for name in check.tells}
    yield Section(
        name="answers",
        heading="The answers given",
        holds=answered,
        told=told.answers(answered, elsewhere),
        small=True,
    )
    version = f"Version of the rules: {rules_version(calculator.id)}"
    named = f"{version}." + (f" The paragraphs named are those of {paper}." if paper else "")
    yield Section(
        name="version", heading="About this result", holds=version, told={"text": named}, small=True
    )
    historic = list(_historic(result))
    yield Section(
        name="sign", heading="Signature", holds=historic, told={"lines": SIGNED, **told.points(historic)}
    )
    for each in answered:
        if each.table:
            wide = len(each.table.columns) > MOST_COLUMNS
            yield Section(
                name="sheet",
                heading=f"{each.field.told}, as given",
                holds=each.table,
                told=told.table(each.table, wide=wide),
                small=not wide,
            )


def _historic(result: Result) -> Iterator[str]:
    """Which papers the result restates, and that they are no current policy."""
    sources = [check.source for check in result.checks] + [step.source for step in result.working]
    for document in dict.fromkeys(source.document for source in sources):
        paper = load_paper(document)
        if paper.status == HISTORIC:
            yield f"Historic, not current policy: this restates “{paper.title}” of {paper.publisher}, {paper.date}."


def _seen(value: Any) -> Any:
    """The same without what no document can hold, however deep it stands."""
    if isinstance(value, str):
        return seen(value)
    if isinstance(value, Mapping):
        return {name: _seen(each) for name, each in value.items()}
    return [_seen(each) for each in value] if isinstance(value, list | tuple) else value
