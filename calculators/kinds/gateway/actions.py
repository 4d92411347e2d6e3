"""What a group does next, in order, and the paragraph that asks for it."""

from __future__ import annotations

from collections.abc import Iterator

from calculators.engine.result import Action
from calculators.kinds.gateway.checks import Finding
from calculators.kinds.gateway.commitment import commitment
from calculators.kinds.gateway.criteria import named
from calculators.kinds.gateway.standing import Gate, Standing
from calculators.values import formats
from calculators.values.formats import listed

FAR = 10**9
NAMED = 7
"""How many criteria a step names; beyond that, each stands in the list of what is missing."""

Left = list[tuple[Standing, list[Finding]]]


def actions(gate: Gate, passed: bool, held: tuple[Standing, ...]) -> tuple[Action, ...]:
    """The next steps: on to the committee where the group passes, else what is still to be done first."""
    return tuple(_onwards(gate, held) if passed else _first(gate, held))


def criteria(number: int, more: str = "") -> str:
    """`one criterion`, `seven criteria`; `more` stands between the number and the word."""
    return f"{formats.in_words(number)} {more}{'criterion' if number == 1 else 'criteria'}"


def _onwards(gate: Gate, held: tuple[Standing, ...]) -> Iterator[Action]:
    left = sum(len(s.left) for s in held)
    rest = ", and the plans for the rest" if left else ""
    yield Action(
        f"Show the PBC governance committee the evidence for each criterion met{rest}.", gate.enough.citation
    )
    if left:
        yield Action(f"Reach the {criteria(left)} still to be met within {gate.months}.", gate.plans.citation)
    yield Action(
        f"See what the PCT commits at level {gate.level}: it replaces the commitment you have now.",
        commitment(gate.level).source,
    )


def _first(gate: Gate, held: tuple[Standing, ...]) -> Iterator[Action]:
    if blank := [(s, left) for s in held if (left := [f for f in s.left if not f.answered])]:
        alone = sum(len(left) for _, left in blank) == 1
        until = "it counts" if alone else "they count"
        text = f"Answer {_which(blank, 'left open')}. Until then {until} as not met."
        yield Action(text, gate.enough.citation)
    for standing in held:
        # Where nothing of what is left has been answered, to answer it comes first, and that was said.
        if not standing.ready and any(f.answered for f in standing.at_level if not f.met):
            yield _more(gate, standing)
    yield from _plans(gate, held)
    yield Action("Then show the PBC governance committee the evidence and the plans.", gate.enough.citation)


def _plans(gate: Gate, held: tuple[Standing, ...]) -> Iterator[Action]:
    """The plans to write, objective by objective; in one line where that would be a long list."""
    unplanned = [(s, left) for s in held if (left := [f for f in s.plans_missing if f.answered])]
    if sum(len(left) for _, left in unplanned) > NAMED:
        text = f"Write a clear plan, to be reached within {gate.months}, for each of {_which(unplanned, 'not met')}."
        yield Action(text, gate.plans.citation)
        return
    for standing, left in unplanned:
        plan = "a clear plan" if len(left) == 1 else "clear plans"
        text = f"{standing.objective.called}: write {plan}, to be reached within {gate.months}, for {_named(left)}."
        yield Action(text, gate.plans.citation)


def _which(left: Left, what: str) -> str:
    """How many criteria, then each by name; beyond a few, how many in each objective."""
    every = [f for _, findings in left for f in findings]
    if len(every) <= NAMED:
        return f"the {criteria(len(every))} {what}: {_named(every)}"
    where = [f"{formats.in_words(len(found))} in {s.objective.called.lower()}" for s, found in left]
    return f"the {criteria(len(every))} {what}: {listed(where)}"


def _more(gate: Gate, standing: Standing) -> Action:
    gap = standing.enough - len(standing.met)
    nearest = min((f for f in standing.at_level if not f.met), key=nearest_first)
    text = f"{standing.objective.called}: meet {criteria(gap, f'more level {gate.level} ')}."
    by = f", which is {formats.in_words(nearest.short)} short" if nearest.short else ""
    return Action(f"{text} The nearest is {_named([nearest])}{by}.", nearest.criterion.source)


def _named(findings: list[Finding]) -> str:
    """Each by its label, with the answer that it lacks where it is only one."""
    return listed(
        [
            f"‘{named(f.criterion)}’" + (f", where {f.missing} is missing" if f.missing else "")
            for f in findings
        ]
    )


def nearest_first(finding: Finding) -> tuple[bool, int]:
    """Answered before open, counted before yes or no, fewest short before more."""
    return (not finding.answered, FAR if finding.short is None else finding.short)
