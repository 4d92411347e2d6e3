"""Where each step of a process leads: read from the record, so that no arrow and no word of it is from memory."""

from __future__ import annotations

from dataclasses import dataclass

from calculators.records.schemas import Process, Step


@dataclass(frozen=True, slots=True)
class Exit:
    """A way out of a step: to another step, or out of the process where `to` is empty; `words` say when."""

    to: str
    words: str


@dataclass(frozen=True, slots=True)
class Way:
    """Ways out of a step that are taken in the same case: to one of several steps, or out of the process."""

    words: str
    to: tuple[str, ...] = ()

    def __str__(self) -> str:
        """The case, and the step by its number: `if approved: step 4`."""
        if not self.to:
            return self.words
        step = f"step {' or '.join(self.to)}"
        return f"{self.words}: {step}" if self.words else step


def exits(process: Process, step: Step) -> tuple[Exit, ...]:
    """The ways out of the step, as `2`, `2 if not resolved`, `back to 1A or 1B if refused` or plain words."""
    listed = step.next if isinstance(step.next, tuple) else _clauses(step.next, process)
    return tuple(exit for clause in listed for exit in _exits(clause, process))


def ways(process: Process, step: Step) -> list[Way]:
    """The ways out of the step, those of one case together."""
    found: dict[tuple[str, bool], Way] = {}
    for exit in exits(process, step):
        case = exit.words, bool(exit.to)
        before = found[case].to if case in found else ()
        found[case] = Way(exit.words, (*before, exit.to) if exit.to else ())
    return list(found.values())


def branches(process: Process, step: Step) -> list[Way]:
    """The ways out of the step that a reader would not take it to have: all but the one to the step below it."""
    return [way for way in ways(process, step) if way != Way("", (following(process, step),))]


def following(process: Process, step: Step) -> str:
    """The step that stands next in the record; empty after the last."""
    order = [each.n for each in process.step]
    at = order.index(step.n) + 1
    return order[at] if at < len(order) else ""


def _clauses(text: str, process: Process) -> list[str]:
    """Split at a comma or semicolon, but only where another way out begins."""
    clauses: list[str] = []
    for part in text.replace(";", ",").split(","):
        if clauses and not _targets(part, process)[0]:
            clauses[-1] += f",{part}"
        else:
            clauses.append(part.strip())
    return [clause for clause in clauses if clause]


def _exits(clause: str, process: Process) -> list[Exit]:
    found, words = _targets(clause, process)
    return [Exit(n, words) for n in found] or [Exit("", clause.strip())]


def _targets(clause: str, process: Process) -> tuple[list[str], str]:
    """The steps that the clause opens with, and the words after them."""
    known = {step.n for step in process.step}
    words = clause.split()
    for opening in (["back", "to"], ["go", "to"], ["step"]):
        if words[: len(opening)] == opening:
            words = words[len(opening) :]
    found: list[str] = []
    while words and words[0] in known:
        found.append(words.pop(0))
        if len(words) > 1 and words[0] in ("or", "and") and words[1] in known:
            words.pop(0)
    return found, " ".join(words).strip("() ")
