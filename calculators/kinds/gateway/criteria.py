"""The objectives and criteria of the levels table, read from the paper's records."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import cache, cached_property, partial

from calculators.records.citations import Citation
from calculators.records.errors import RecordError
from calculators.records.papers import load_paper
from calculators.records.places import filled
from calculators.records.reading import check_unique, read_records
from calculators.values.formats import lower_first

PAPER = "hertfordshire"
FILE = load_paper(PAPER).folder / "criteria.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Objective:
    """One of the objectives that every level is measured against."""

    id: str
    number: str
    title: str
    paragraph: str
    note: str = ""

    @property
    def called(self) -> str:
        """`Objective 3`."""
        return f"Objective {self.number}"

    @property
    def name(self) -> str:
        """`Objective 3: good prescribing`."""
        return f"{self.called}: {lower_first(self.title)}"

    @property
    def source(self) -> Citation:
        """The heading of its row in the levels table."""
        return Citation(PAPER, self.paragraph)


@dataclass(frozen=True, kw_only=True, eq=False)
class Criterion:
    """One criterion of one level. `threshold` is a percentage where `count` names the field that counts."""

    id: str
    objective: str
    level: str
    kind: str
    text: str
    paragraph: str
    threshold: str = ""
    score: str = ""
    op: str = ""
    unit: str = ""
    count: str = ""
    denominator: str = ""
    evidence: str = ""
    note: str = ""
    also: tuple[str, ...] = ()
    ambiguity: tuple[str, ...] = ()

    @cached_property
    def field(self) -> str:
        """The field that answers it: its own name, or that of the count it shares with other levels."""
        return self.count or self.id.replace("-", "_")

    @cached_property
    def plan(self) -> str:
        """The field that says whether there is a plan to reach it."""
        return f"plan_{self.id.replace('-', '_')}"

    @property
    def whole(self) -> bool:
        """Whether every one of those counted is needed."""
        return bool(self.count) and self.percent / 100 == 1

    @cached_property
    def percent(self) -> Decimal:
        """The share that is needed, in percent; only for criteria that count."""
        return Decimal(self.threshold)

    @cached_property
    def source(self) -> Citation:
        """The cell of the levels table."""
        return Citation(PAPER, self.paragraph)


def _load() -> tuple[tuple[Objective, ...], tuple[Criterion, ...]]:
    fill = partial(filled, FILE, load_paper(PAPER).rules)
    objectives = read_records(FILE, "objective", Objective, fill=fill)
    criteria = read_records(FILE, "criterion", Criterion, fill=fill)
    check_unique(FILE, (c.id for c in criteria))
    known = {o.id for o in objectives}
    for criterion in criteria:
        if criterion.objective not in known:
            raise RecordError(FILE, criterion.id, f"names the unknown objective '{criterion.objective}'")
        if criterion.count and not (criterion.threshold and criterion.denominator):
            raise RecordError(FILE, criterion.id, "counts something, so it needs a threshold and denominator")
    return objectives, criteria


OBJECTIVES, CRITERIA = _load()


@cache
def in_scope(level: str) -> tuple[Criterion, ...]:
    """The criteria of this level and then of every level below it, objective by objective."""
    reached = sorted((c for c in CRITERIA if int(c.level) <= int(level)), key=lambda c: -int(c.level))
    return tuple(c for o in OBJECTIVES for c in reached if c.objective == o.id)
