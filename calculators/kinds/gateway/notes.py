"""What to bear in mind: how the figures were used, and the passages that can be read in two ways."""

from __future__ import annotations

from collections.abc import Iterator

from calculators.kinds.gateway.answers import Given
from calculators.kinds.gateway.checks import Finding
from calculators.kinds.gateway.criteria import PAPER
from calculators.kinds.gateway.verdict import POOLED, STRICT, TARGET, Gate, Standing
from calculators.records.papers import load_paper


def notes(
    gate: Gate, given: Given, held: tuple[Standing, ...], read: dict[str, str], *, supported: bool
) -> tuple[str, ...]:
    """The notes that apply to this case, the most particular first. `supported`: support was worked out."""
    findings = [f for s in held for f in (*s.below, *s.at_level)]
    return (*_figures(given), *_readings(read), *_passages(gate.level, findings), *_support(supported))


def _figures(given: Given) -> Iterator[str]:
    for count, typed, tallied in given.replaced:
        yield f"{count.label}: the table has {tallied:,}, and that was used in place of the {typed:,} typed."
    for column, cells in given.empty.items():
        yield f"The table has {cells:,} empty cell{'s'[: cells != 1]} under {column}, taken as no."
    practices, area = given.totals["practices"], given.totals["area_practices"]
    if practices and area and area < practices:
        yield (
            f"The area has {area:,} practices and the group {practices:,}. "
            "Check the two numbers: the area normally takes in the whole group."
        )


def _readings(read: dict[str, str]) -> Iterator[str]:
    if len(set(read.values())) > 1:
        other = STRICT if read[TARGET] == read[POOLED] else POOLED
        yield (
            "The readings do not agree in this case. Ask the committee how it reads the rule: "
            f"the answer turns on {'the levels below' if other == STRICT else 'which level counts'}."
        )


def _passages(level: str, findings: list[Finding]) -> Iterator[str]:
    paper = load_paper(PAPER)
    unmet = [f.criterion for f in findings if not f.met]
    if any(c.score for c in unmet):
        yield paper.rule("qof-equivalent-measure").sentence
    yield paper.rule("qof-drop-review").sentence
    asked = {a for f in findings if f.criterion.level == level for a in f.criterion.ambiguity}
    for id, applies in (
        ("amb-gateway-forum-mandatory", any("amb-gateway-forum-mandatory" in c.ambiguity for c in unmet)),
        ("amb-gateway-l3-chair", "amb-gateway-l3-chair" in asked),
        ("amb-gateway-six-months", bool(unmet)),
        ("amb-gateway-clear-plans", bool(unmet)),
    ):
        if applies:
            yield _ambiguity(id)


def _support(supported: bool) -> Iterator[str]:
    if supported:
        yield _ambiguity("amb-resources-proration")


def _ambiguity(id: str) -> str:
    found = load_paper(PAPER).ambiguity(id)
    used = next((r.text for r in found.reading if r.id == found.default), "")
    return f"{found.title}. {found.issue}" + (f" Used here: {used[:1].lower()}{used[1:]}" if used else "")
