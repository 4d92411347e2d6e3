"""County Durham and Darlington 6.2 and 6.3; Hertfordshire 2.2.4 (4), 3 and appendix 1; Health reform D.24 and D.25."""

from __future__ import annotations

from dataclasses import dataclass

from calculators.engine.answers import Answers
from calculators.engine.result import Verdict
from calculators.engine.working import Working
from calculators.kinds.freed_up_resources.route import Route, route
from calculators.kinds.freed_up_resources.split import AVAILABLE, Split, check_saving, split


@dataclass(frozen=True, kw_only=True)
class Saving(Verdict):
    """A saving split, and the way of a proposal to use it."""

    split: Split
    route: Route


def decide(answers: Answers, working: Working) -> Saving:
    """The split of one saving, and its proposal's approver and deadlines; `CaseError` where it is given twice."""
    check_saving(answers)
    parts = split(answers, working)
    way = route(answers, working) if parts.outcome == AVAILABLE else Route()
    amounts = {"freed_up": parts.freed_up, "practice_share": parts.practices, "pct_share": parts.trust}
    return Saving(
        outcome=parts.outcome, figures={**amounts, **way.approval, **way.dates}, split=parts, route=way
    )
