"""Strategies for cases of the gateway checker: groups of any size, answered in any way that can be right."""

from __future__ import annotations

from hypothesis import strategies as st

from calculators.engine.registry import get
from calculators.kinds.gateway.counts import COUNTS, SCORED
from calculators.kinds.gateway.criteria import CRITERIA

Case = dict[str, str]
FIELDS = [field.name for field in get("gateway").fields]
LEVELS = st.sampled_from(["2", "3"])
ANSWERS = st.sampled_from(["yes", "no", ""])
YES_NO = [c.field for c in CRITERIA if not c.count]
PLANS = [c.plan for c in CRITERIA]
TOTALS = {"practices": "practices", "area_practices": "area_practices", "membership": "membership"}


@st.composite
def cases(draw: st.DrawFn, level: str = "") -> Case:
    """A case without a fault: counts within their totals, scores in order, anything left empty now and then."""
    practices = draw(st.integers(1, 40))
    totals = {
        "practices": practices,
        "area_practices": draw(st.integers(1, 60)),
        "membership": draw(st.integers(1, 60)),
    }
    case = {"applying_for": level or draw(LEVELS), **{name: str(total) for name, total in totals.items()}}
    for count in COUNTS.values():
        if draw(st.booleans()):
            case[count.name] = str(draw(st.integers(0, totals[count.total])))
    low, high = (count.name for count in SCORED)
    if low in case and high in case:
        case[low], case[high] = sorted((case[low], case[high]), key=int, reverse=True)
    # One draw for all the answers keeps each example small.
    answers = draw(st.lists(ANSWERS, min_size=len(YES_NO) + len(PLANS), max_size=len(YES_NO) + len(PLANS)))
    case |= {name: answer for name, answer in zip([*YES_NO, *PLANS], answers, strict=True) if answer}
    return case


@st.composite
def nearly_ready(draw: st.DrawFn) -> Case:
    """A case with every answer yes and every count full, but for a few: where a single answer decides."""
    practices = draw(st.integers(1, 40))
    case = {"applying_for": draw(LEVELS), "practices": str(practices), "area_practices": str(practices)}
    case |= {name: str(practices) for name in COUNTS} | dict.fromkeys([*YES_NO, *PLANS], "yes")
    for name in draw(st.lists(st.sampled_from([*YES_NO, *PLANS]), max_size=12)):
        case[name] = "no"
    return case
