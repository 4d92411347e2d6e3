"""A result is a value: an answer with its figures, checks, working, actions, readings and notes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Final, Literal

from calculators.engine.charts import Chart
from calculators.records.citations import Citation, CitedRule
from calculators.values import formats
from calculators.values.data import Json
from calculators.values.formats import Exact
from calculators.values.quantities import Quantity

State = Literal["met", "not-met", "not-answered"]
"""How a condition stands; what was not answered is never told as if it had been refused."""

MET: Final = "met"
NOT_MET: Final = "not-met"
NOT_ANSWERED: Final = "not-answered"


def settled(met: bool) -> State:
    """The state of a condition that the answers settle either way."""
    return MET if met else NOT_MET


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One condition: what there is, what is needed, and whether that is enough.

    `objective` is the id of the group it is shown under, and `level` the level that asks for it. Where it is not
    met, `plan` tells of one ("yes", "no" or "not-answered"), `short` how many practices or people are missing.
    `who` names the practices with a no, `who_unanswered` those without an answer; None where no table tells.
    `tells` names the fields whose answers it shows, which need not be told again where space is short.
    `doubts` are the open questions that matter to whether it is met, where records tell them condition by
    condition; None where they do not.
    """

    id: str
    label: str
    state: State
    have: str
    need: str
    source: Citation
    objective: str = ""
    level: str = ""
    plan: str = ""
    short: int | None = None
    who: tuple[str, ...] | None = None
    who_unanswered: tuple[str, ...] | None = None
    tells: tuple[str, ...] = ()
    doubts: tuple[str, ...] | None = None

    @property
    def met(self) -> bool:
        """Whether what there is is enough."""
        return self.state == MET

    @property
    def answered(self) -> bool:
        """Whether the answers settle it either way."""
        return self.state != NOT_ANSWERED

    def to_json(self) -> Json:
        """The contract's check; what does not apply is absent."""
        row: Json = {
            "id": self.id,
            "label": self.label,
            "state": self.state,
            "met": self.met,
            "have": self.have,
            "need": self.need,
        }
        named = {"objective": self.objective, "level": self.level, "plan": self.plan}
        row |= {name: text for name, text in named.items() if text}
        counted = {"short": self.short, "who": self.who, "who_unanswered": self.who_unanswered}
        row |= {
            name: list(value) if isinstance(value, tuple) else value
            for name, value in counted.items()
            if value is not None
        }
        return row | {"source": self.source.to_json()}


@dataclass(frozen=True, slots=True)
class WorkingStep:
    """A step taken: the arithmetic, its value as a figure, and the paragraph that calls for it."""

    step: str
    calculation: str
    value: str
    source: Citation
    kind: str = "text"
    basis: str = "stated"

    def to_json(self) -> Json:
        """The contract's step; `basis` tells what the paper states from what we infer."""
        return {
            "step": self.step,
            "calculation": self.calculation,
            "value": self.value,
            "kind": self.kind,
            "basis": self.basis,
            "source": self.source.to_json(),
        }


@dataclass(frozen=True, slots=True)
class Action:
    """What to do next, and who asks for it."""

    text: str
    source: Citation
    verb: str = ""
    """The paper’s own, where the action is what a rule asks for."""

    @classmethod
    def of(cls, rule: CitedRule) -> Action:
        """What a rule asks for, in the words of its record; `ValueError` where it asks for nothing."""
        return cls(rule.rule.instruction, rule.citation, rule.rule.verb)

    def to_json(self) -> Json:
        """The contract's action, with the verb."""
        return {"text": self.text, "verb": self.verb, "source": self.source.to_json()}


@dataclass(frozen=True, slots=True)
class ReadingOutcome:
    """The outcome under one reading of an ambiguous passage."""

    id: str
    text: str
    outcome: str

    def to_json(self) -> Json:
        """The contract's reading."""
        return {"id": self.id, "text": self.text, "outcome": self.outcome}


@dataclass(frozen=True, slots=True)
class Doubt:
    """An open question of the paper that touches a result, and the reading that the result follows.

    `elsewhere` is the site’s own reading where the result follows another.
    """

    title: str
    issue: str
    used: str
    elsewhere: str = ""

    @property
    def text(self) -> str:
        """The question as one note: what it is about, what is open, and what is used here."""
        return f"{self.title}. {self.issue}" + (f" {self.followed}" if self.used else "")

    @property
    def followed(self) -> str:
        """What is used here: `Used here: the shift is made in that year only`."""
        used = f"Used here: {formats.lower_first(self.used)}"
        return (
            f"{used} Elsewhere on this site: {formats.lower_first(self.elsewhere)}"
            if self.elsewhere
            else used
        )


@dataclass(frozen=True, slots=True)
class Series:
    """A small table that belongs to a result, such as a path over the years. `kinds` formats its columns."""

    title: str
    columns: tuple[str, ...]
    kinds: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    note: str = ""

    def to_json(self) -> Json:
        """The table as data."""
        rows = [list(row) for row in self.rows]
        return {
            "title": self.title,
            "columns": list(self.columns),
            "kinds": list(self.kinds),
            "rows": rows,
            "note": self.note,
        }


@dataclass(frozen=True, kw_only=True)
class Verdict:
    """What a calculation decides: its outcome and its figures by name, exact; the engine writes them out.

    A calculator may derive from it, to keep what it found on the way for the explanation. `distance` counts
    what is still short of the best outcome; it steers the search for nearest answers.
    """

    outcome: str
    figures: Mapping[str, Quantity | Exact | date | str] = field(default_factory=dict)
    distance: int = 0


@dataclass(frozen=True, slots=True)
class Readings:
    """The outcome on each reading of an ambiguity that decides here, by their ids; `used` is the one followed.

    The words of each come from the ambiguity's record, whose default is used unless another is named.
    """

    ambiguity: str
    outcomes: Mapping[str, str]
    used: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """What a calculator says of its verdict.

    The engine adds what follows from the records: the rules used, and the open questions that touch the result.
    It is `undecided` where answers that are still missing could give another outcome.
    """

    headline: str
    undecided: bool = False
    checks: tuple[Check, ...] = ()
    actions: tuple[Action, ...] = ()
    terms: tuple[Action, ...] = ()
    readings: tuple[Readings, ...] = ()
    notes: tuple[str, ...] = ()
    charts: tuple[Chart, ...] = ()
    tables: tuple[Series, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """The answer to one case, in the contract's form with `terms`, `rules`, `charts` and `tables` added.

    `passed_over` says what was left out of the reader's tables, and `doubts` are the open questions that touch
    the result.
    """

    calculator: str
    outcome: str
    figures: Mapping[str, str]
    headline: str
    undecided: bool
    checks: tuple[Check, ...]
    working: tuple[WorkingStep, ...]
    actions: tuple[Action, ...]
    terms: tuple[Action, ...]
    readings: tuple[ReadingOutcome, ...]
    notes: tuple[str, ...]
    passed_over: tuple[str, ...]
    doubts: tuple[Doubt, ...]
    rules: tuple[CitedRule, ...]
    charts: tuple[Chart, ...]
    tables: tuple[Series, ...]

    @property
    def all_notes(self) -> tuple[str, ...]:
        """The contract's notes: what was passed over, what to bear in mind, and the open questions."""
        return (*self.passed_over, *self.notes, *(doubt.text for doubt in self.doubts))

    def to_json(self) -> Json:
        """The contract's result, ready for `json.dumps`."""
        return {
            "calculator": self.calculator,
            "outcome": self.outcome,
            "headline": self.headline,
            "figures": dict(self.figures),
            "checks": [c.to_json() for c in self.checks],
            "working": [s.to_json() for s in self.working],
            "actions": [a.to_json() for a in self.actions],
            "terms": [t.to_json() for t in self.terms],
            "readings": [r.to_json() for r in self.readings],
            "notes": list(self.all_notes),
            "rules": [
                {
                    "id": r.rule.id,
                    "statement": r.rule.sentence,
                    "force": r.rule.force,
                    "verb": r.rule.verb,
                    "standing": r.standing,
                    "source": r.citation.to_json(),
                }
                for r in self.rules
            ],
            "charts": [c.to_json() for c in self.charts],
            "tables": [t.to_json() for t in self.tables],
        }
