"""What a group does next, in order, and the paragraph that asks for it."""

from __future__ import annotations

from collections.abc import Iterator

from calculators.engine.result import Action
from calculators.kinds.gateway.checks import Finding
from calculators.kinds.gateway.commitment import commitment
from calculators.kinds.gateway.standing import Gate, Standing
from calculators.values import formats
from calculators.values.formats import listed

FAR = 10**9
NAMED = 3


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
        f"Agree with the PCT how its commitment at level {gate.level} replaces the one you have now.",
        commitment(gate.level).source,
    )


def _first(gate: Gate, held: tuple[Standing, ...]) -> Iterator[Action]:
    if blank := [f for s in held for f in s.left if not f.answered]:
        named = f": {_named(blank)}" if len(blank) <= NAMED else ""
        text = f"Answer the {criteria(len(blank))} left open{named}. Until then they count as not met."
        yield Action(text, gate.enough.citation)
    for standing in held:
        if not standing.ready:
            yield _more(gate, standing)
    yield from _plans(gate, held)
    yield Action("Then show the PBC governance committee the evidence and the plans.", gate.enough.citation)


def _plans(gate: Gate, held: tuple[Standing, ...]) -> Iterator[Action]:
    """The plans to write, objective by objective; in one line where that would be a long list."""
    unplanned = [(s, left) for s in held if (left := [f for f in s.plans_missing if f.answered])]
    if len(unplanned) > NAMED:
        every = criteria(sum(len(left) for _, left in unplanned))
        text = f"Write a clear plan for each of the {every} marked ‘No plan yet’, to be reached within {gate.months}."
        yield Action(text, gate.plans.citation)
        return
    for standing, left in unplanned:
        plan = "a clear plan" if len(left) == 1 else "clear plans"
        text = f"{standing.objective.called}: write {plan}, to be reached within {gate.months}, for {_named(left)}."
        yield Action(text, gate.plans.citation)


def _more(gate: Gate, standing: Standing) -> Action:
    gap = standing.enough - len(standing.met)
    nearest = min((f for f in standing.at_level if not f.met), key=_distance)
    text = f"{standing.objective.called}: meet {criteria(gap, f'more level {gate.level} ')}."
    if not nearest.answered:
        return Action(f"{text} Those left have no answer yet.", standing.objective.source)
    by = f", which is {formats.in_words(nearest.short_by)} short" if nearest.short_by else ""
    return Action(f"{text} The nearest is {_named([nearest])}{by}.", nearest.criterion.source)


def _named(findings: list[Finding]) -> str:
    """The first few by their words; how many more there are, for each stands among the conditions as well."""
    words = [f"‘{f.criterion.text}’" for f in findings[:NAMED]]
    if more := findings[NAMED:]:
        words.append(criteria(len(more), "more "))
    return listed(words)


def _distance(finding: Finding) -> tuple[bool, int]:
    """Answered before open, counted before yes or no, fewest short before more."""
    return (not finding.answered, FAR if finding.short_by is None else finding.short_by)
