"""What is missing from a result, in words: each condition not met by name, and apart from it what was not answered."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, groupby

from calculators.engine.calculator import Calculator
from calculators.engine.result import Check, Result
from calculators.values import formats

NAMED = 7
"""How many gaps the first screen names; beyond that it counts them by objective, with the names below."""

STATES = {"met": "Met", "not-met": "Not met", "not-answered": "Not answered"}
PLANS = {"yes": "yes", "no": "none yet", "not-answered": "not answered"}


@dataclass(frozen=True, slots=True)
class Block:
    """Gaps of one state, with the title of their group; `named` on the first screen where they are few."""

    title: str
    groups: list[tuple[str, list[Check]]]
    named: bool

    @property
    def checks(self) -> list[Check]:
        """All of them."""
        return [check for _, checks in self.groups for check in checks]


@dataclass(frozen=True, slots=True)
class Missing:
    """What is missing: how much, in a sentence, and the gaps; what was not answered comes first where it decides."""

    told: str
    blocks: tuple[Block, ...]


def missing(calculator: Calculator, result: Result) -> Missing | None:
    """What is missing from a result; None where nothing is."""
    not_met = [check for check in result.checks if check.answered and not check.met]
    unanswered = [check for check in result.checks if not check.answered]
    if not not_met and not unanswered:
        return None
    parts = [checks for checks in (not_met, unanswered) if checks]
    if result.undecided:
        parts.reverse()
    # What comes second must leave room for the first, and for the ways to take both along.
    seen = accumulate(len(checks) for checks in parts)
    blocks = (
        Block(STATES[checks[0].state], by_objective(calculator, checks), so_far <= NAMED)
        for checks, so_far in zip(parts, seen, strict=True)
    )
    return Missing(_told(result.checks, len(not_met), len(unanswered)), tuple(blocks))


def by_objective(calculator: Calculator, checks: Sequence[Check]) -> list[tuple[str, list[Check]]]:
    """The checks under the titles of their groups, in order; no title where a calculator has no groups."""
    titles = {group.id: group.title for group in calculator.groups}
    return [
        (titles.get(key, ""), list(found))
        for key, found in groupby(checks, key=lambda check: check.objective)
    ]


def by_level(checks: Sequence[Check]) -> list[tuple[str, list[Check]]]:
    """The checks of one objective under the level that asks for them."""
    return [
        (f"Level {level}" if level else "", list(found))
        for level, found in groupby(checks, key=lambda check: check.level)
    ]


def have_and_need(check: Check) -> str:
    """What there is and what is needed; nothing where the state says it all: a plain no, or no answer."""
    if check.need.lower() == "yes" and check.have.lower() in {"yes", "no", "not answered"}:
        return ""
    short = f", short by {check.short:,}" if check.short else ""
    return f"Given {check.have}, needed {check.need}{short}."


def practices(check: Check, most: int | None = None) -> str:
    """Which practices have a no, and which have not answered; beyond `most`, how many more there are."""
    return " ".join(
        f"{said}: {_some(named, most)}."
        for said, named in (("No", check.who), ("No answer", check.who_unanswered))
        if named and not check.met
    )


def _some(named: Sequence[str], most: int | None) -> str:
    more = len(named) - most if most else 0
    return ", ".join(named) if more <= 0 else f"{', '.join(named[:most])} and {more:,} more"


def plan(check: Check) -> str:
    """Whether there is a plan; nothing where neither it nor the condition was answered."""
    told = check.plan if check.answered or check.plan != "not-answered" else ""
    return f"Plan: {PLANS[told]}." if told else ""


def facts(check: Check, most: int | None = None) -> str:
    """All that there is to say of a gap beside its name."""
    told = (have_and_need(check), practices(check, most), plan(check))
    return " ".join(filter(None, told))


def noun(checks: Sequence[Check], number: int) -> str:
    """`criteria` where they are an objective's, else `conditions`."""
    if any(check.objective for check in checks):
        return "criterion" if number == 1 else "criteria"
    return "condition" if number == 1 else "conditions"


def _told(checks: Sequence[Check], not_met: int, unanswered: int) -> str:
    return " ".join(_sentences(checks, not_met, unanswered))


def _sentences(checks: Sequence[Check], not_met: int, unanswered: int) -> Iterator[str]:
    together = not_met + unanswered
    if not not_met:
        yield f"{_first(unanswered)} {noun(checks, unanswered)} {'has' if unanswered == 1 else 'have'} no answer yet."
        return
    if unanswered:
        was = "was" if unanswered == 1 else "were"
        yield f"{_first(unanswered)} of the {together:,} {noun(checks, together)} not met {was} not answered."
        yield f"{_first(not_met)} {'falls' if not_met == 1 else 'fall'} short."
        return
    yield f"{_first(not_met)} {noun(checks, not_met)} {'is' if not_met == 1 else 'are'} not met."


def _first(number: int) -> str:
    return formats.upper_first(formats.in_words(number))
