"""What a page is told of a link or a file that was opened: the case, and what a reader has to know of it first."""

from __future__ import annotations

from collections.abc import Mapping

from calculators.engine.calculator import Calculator
from calculators.engine.errors import CaseError
from calculators.engine.registry import get
from calculators.engine.result import Result
from calculators.engine.run import run
from calculators.uses.given import answers
from calculators.uses.opened import Opened, differences, known_names, listed, other_rules
from calculators.uses.rendering import environment
from calculators.values.data import Json

SHOWN = 200
"""Characters of an answer, such as a table, that are shown of what could be read."""


def opened(calculator: str, found: Opened, what: str) -> tuple[Json, Result | None]:
    """The reply about `what` was opened, "link" or "file", and its result where it held an answered case.

    `state`, the `case` without what is not asked for, the `unknown` names of that, a `notice` as HTML where there
    is something to know, and `errors` where the case can be answered no longer.
    """
    asked = get(calculator)
    case, unknown = known_names(asked, found.case)
    reply: Json = {"state": found.state, "case": case, "unknown": listed(unknown)}
    result = None
    if found.outcome and found.state in {"whole", "unchecked"}:
        try:
            result = run(calculator, case)
        except CaseError as refused:
            reply |= refused.to_page()
    changed = found.state in {"whole", "unchecked"} and other_rules(found, calculator)
    if changed or unknown or found.state != "whole":
        reply["notice"] = (
            environment()
            .get_template("opened.html.jinja")
            .render(
                what=what,
                state=found.state,
                changed=changed,
                answered=result is not None,
                differences=differences(found, result) if result and changed else [],
                unknown=listed(unknown),
                read=_read(asked, case),
                case=case,
            )
        )
    return reply, result


def _read(calculator: Calculator, case: Mapping[str, str]) -> list[tuple[str, str, int]]:
    """Each answer under its question, and how many characters of it are left out."""
    rows = [(f.label, shown) for f, shown in answers(calculator, case)]
    return [(label, shown[:SHOWN], max(len(shown) - SHOWN, 0)) for label, shown in rows]
