"""What has been gained and lost from an earlier case to this one: conditions and plans, by name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from calculators.engine.result import Check, Result
from calculators.values import formats


@dataclass(frozen=True, slots=True)
class Gains:
    """Conditions in one direction, under words that say which, each by its label."""

    words: str
    labels: tuple[str, ...]


def progress(earlier: Result, now: Result) -> tuple[Gains, ...]:
    """What the later of two results has gained and lost; groups with nothing in them are left out."""
    before = {check.id: check for check in earlier.checks}
    pairs = [(before[check.id], check) for check in now.checks if check.id in before]
    found = (
        Gains("Newly met", tuple(c.label for b, c in pairs if c.met and not b.met)),
        Gains("No longer met", tuple(_lost(pairs))),
        Gains("Closer", tuple(_moved(pairs, nearer=True))),
        Gains("Further away", tuple(_moved(pairs, nearer=False))),
        Gains(
            "A plan now",
            tuple(c.label for b, c in pairs if c.plan == "yes" and b.plan in {"no", "not-answered"}),
        ),
        Gains(
            "No plan any more",
            tuple(c.label for b, c in pairs if b.plan == "yes" and c.plan not in {"yes", ""}),
        ),
    )
    return tuple(gains for gains in found if gains.labels)


def _lost(pairs: list[tuple[Check, Check]]) -> Iterator[str]:
    """Those met before and not now, and of a blank that it is one."""
    for before, now in pairs:
        if before.met and not now.met:
            yield now.label + ("" if now.answered else ", which was not answered")


def _moved(pairs: list[tuple[Check, Check]], *, nearer: bool) -> Iterator[str]:
    for before, now in pairs:
        if before.short is None or now.short is None or before.short == now.short:
            continue
        if (now.short < before.short) == nearer:
            yield f"{now.label}: short by {formats.number(now.short)}, was {formats.number(before.short)}"
