"""Where each step of a process leads: read from the record, so that no arrow is drawn from memory."""

from __future__ import annotations

from dataclasses import dataclass

from calculators.records.schemas import Process, Step


@dataclass(frozen=True, slots=True)
class Exit:
    """A way out of a step: to another step, or out of the process where `to` is empty; `words` say when."""

    to: str
    words: str


def exits(process: Process, step: Step) -> tuple[Exit, ...]:
    """The ways out of the step, as `2`, `2 if not resolved`, `back to 1A or 1B if refused` or plain words."""
    listed = step.next if isinstance(step.next, tuple) else _clauses(step.next, process)
    return tuple(exit for clause in listed for exit in _exits(clause, process))


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
