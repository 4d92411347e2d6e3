"""What a gateway result says: the headline, each criterion, what to do next, and what to bear in mind."""

from __future__ import annotations

from collections.abc import Iterator

from calculators.engine.answers import Answers
from calculators.engine.result import Explanation, Readings, Series
from calculators.engine.working import Working
from calculators.kinds.gateway import commitment
from calculators.kinds.gateway.actions import actions, criteria
from calculators.kinds.gateway.calculation import Readiness
from calculators.kinds.gateway.criteria import PAPER
from calculators.kinds.gateway.standing import PASS, Standing, outcomes_of_lower_levels
from calculators.values import formats


def explain(answers: Answers, found: Readiness, working: Working) -> Explanation:
    """Headline, criteria, next steps, the readings of the gateway's rule, and what the PCT commits."""
    findings = [f for s in found.standings for f in s.findings]
    return Explanation(
        headline=_headline(found),
        undecided=found.outcome != PASS and all(s.still_open for s in found.standings),
        checks=tuple(f.check(found.gate.level) for f in findings),
        actions=actions(found.gate, found.outcome == PASS, found.standings),
        readings=(
            Readings("amb-gateway-two-of-which", found.by_reading),
            Readings("amb-gateway-cumulative", outcomes_of_lower_levels(found.standings)),
        ),
        notes=tuple(_notes(found, working)),
        tables=(_summary(found), commitment.table(found.gate.level)),
    )


def _headline(found: Readiness) -> str:
    level, held = found.gate.level, found.standings
    if found.outcome == PASS:
        left = sum(len(s.left) for s in held)
        plans = f", and the {criteria(left)} still to be met {'has a plan' if left == 1 else 'have plans'}"
        enough = formats.in_words(held[0].enough)
        return (
            f"Ready for level {level}: every objective has {enough} or more criteria met{plans * bool(left)}"
        )
    parts = list(_reasons(held))
    if (told := _open(held)) and all(s.still_open for s in held):
        # What nobody has answered comes first where the answers could still make the group ready.
        parts.insert(0, told)
    return (
        f"Not yet ready for level {level}: {', '.join(parts[:-1]) + ', and ' * (len(parts) > 1) + parts[-1]}"
    )


def _reasons(held: tuple[Standing, ...]) -> Iterator[str]:
    """What the answers given leave short: objectives, then plans."""
    ready = sum(s.ready for s in held)
    if ready < len(held):
        some = f"{formats.in_words(ready)} of the {formats.in_words(len(held))}" if ready else "none of the"
        yield f"{some} objectives {'have' if ready > 1 else 'has'} enough criteria met"
    unplanned = [f for s in held for f in s.plans_missing if f.answered]
    if unplanned and all(f.plan is False for f in unplanned):
        yield f"{criteria(len(unplanned))} not met {'has' if len(unplanned) == 1 else 'have'} no plan"
    elif unplanned:
        yield f"no plan is given for {criteria(len(unplanned))} not met"


def _open(held: tuple[Standing, ...]) -> str:
    """How many of the criteria not met have simply not been answered; empty where all have been."""
    left = [f for s in held for f in s.left]
    open_ = sum(not f.answered for f in left)
    if not open_:
        return ""
    if open_ == len(left):
        return f"{criteria(open_)} {'has' if open_ == 1 else 'have'} no answer yet"
    was = "was" if open_ == 1 else "were"
    return f"{formats.in_words(open_)} of the {criteria(len(left))} not met {was} not answered"


def _notes(found: Readiness, working: Working) -> Iterator[str]:
    """How the figures were used, and what is said of scores."""
    given = found.given
    for each in given.differing:
        blank = f", and {len(each.tally.blank):,} not answered" if each.tally.blank else ""
        tabled = f"{each.tally.yes:,}{blank}"
        if given.typed_hold:
            used = f"the {each.typed:,} typed was used, as you chose. Your table has {tabled}."
        else:
            used = f"the table has {tabled}, and that was used in place of the {each.typed:,} typed."
        yield f"{each.count.label}: {used}"
    practices, area = given.totals["practices"], given.totals["area_practices"]
    if practices and area and area < practices:
        yield (
            f"The area has {area:,} practices and the group {practices:,}. "
            "Check the two numbers: the area normally takes in the whole group."
        )
    if any(f.criterion.score for s in found.standings for f in s.left):
        yield working.rule(PAPER, "qof-equivalent-measure").rule.sentence
    yield working.rule(PAPER, "qof-drop-review").rule.sentence


def _summary(found: Readiness) -> Series:
    return Series(
        title="Objective by objective",
        columns=("Objective", "Met", "Enough?", "Plans missing"),
        kinds=("text", "text", "text", "count"),
        rows=tuple(map(_summed, found.standings)),
        note=f"Met counts the criteria of level {found.gate.level}. Plans missing counts those of lower levels too.",
    )


def _summed(standing: Standing) -> tuple[str, str, str, str]:
    objective, space = standing.objective, "\N{NO-BREAK SPACE}"
    return (
        f"{objective.number}.{space}{objective.title}",
        f"{len(standing.met)} of {len(standing.at_level)}".replace(" ", space),
        "Yes" if standing.ready else f"No, {formats.in_words(standing.enough - len(standing.met))} more",
        str(len(standing.plans_missing)),
    )
