"""Ask a calculator what the answers so far tell, however few of them there are and whatever is wrong with the rest."""

from __future__ import annotations

from collections.abc import Mapping

from calculators.engine.case import read_what_can_be
from calculators.engine.errors import Undeclared
from calculators.engine.known import SoFar
from calculators.engine.registry import get


def so_far(calculator: str, case: Mapping[str, object]) -> SoFar:
    """What is needless and what is known; nothing where the calculator does not say.

    What was typed and cannot be read has to stay in sight: nothing is said of its field. `Undeclared` where the
    calculator names a field that it does not declare.
    """
    found = get(calculator)
    if found.so_far is None:
        return SoFar()
    answers = read_what_can_be(found, case)
    told = found.so_far(answers)
    named = {*told.needless, *(known.field for known in told.known), *(n for k in told.known for n in k.sets)}
    if odd := named - found.by_name.keys():
        raise Undeclared(f"{calculator} tells of the field '{min(odd)}', and does not declare it")
    unread = {name for name, typed in case.items() if typed}.difference(answers.given)
    return SoFar(
        needless=told.needless - unread,
        known=tuple(known for known in told.known if known.field not in unread),
    )
