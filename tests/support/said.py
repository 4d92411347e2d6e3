"""Every record of a paper that says something with a force, by the name that other records call it by."""

from collections.abc import Iterator

from calculators.records.papers import Paper
from calculators.records.schemas import Commitment, Criterion, Item, Line, Rule, Step

type Said = Rule | Line | Step | Item | Criterion | Commitment


def said(paper: Paper) -> Iterator[tuple[str, Said]]:
    """`rule:x`, `line:x`, `step:process/3`, `item:checklist/3`, `criterion:x` and `commitment:2` with their records."""
    yield from ((f"rule:{rule.id}", rule) for rule in paper.rules.values())
    yield from ((f"line:{line.id}", line) for line in paper.lines.values())
    for process in paper.processes.values():
        yield from ((f"step:{process.id}/{step.n}", step) for step in process.step)
    for checklist in paper.checklists.values():
        yield from ((f"item:{checklist.id}/{item.n}", item) for item in checklist.item)
    yield from ((f"criterion:{criterion.id}", criterion) for criterion in paper.criteria.values())
    yield from ((f"commitment:{level}", commitment) for level, commitment in paper.commitments.items())
