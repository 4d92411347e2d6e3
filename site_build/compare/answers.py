"""What a record says when it answers a question: its sentence, its parts where it is a list, and its condition."""

from __future__ import annotations

from dataclasses import dataclass, replace

from calculators.records.errors import RecordError
from calculators.records.papers import Paper
from calculators.records.schemas import Body, Checklist, Item, Process, Rule, Step
from calculators.values import formats
from site_build.writing.steps import branches

type Record = Rule | Body | Process | Checklist | Piece


@dataclass(frozen=True, slots=True)
class Piece:
    """One item of a checklist or one step of a process, with the whole that it belongs to."""

    whole: Checklist | Process
    one: Item | Step


@dataclass(frozen=True, slots=True)
class Part:
    """One of the parts of what is said, as firm as `strength` tells where that is not told of the whole.

    A step has its number `n`, by which others lead to it.
    """

    words: str
    strength: str = ""
    note: str = ""
    n: str = ""


@dataclass(frozen=True, slots=True)
class Said:
    """A record in words: `lead` is its sentence, `parts` follow as a list; `cited` are its paragraphs.

    `strength` has the paper’s own verb where it asks for something, and the basis where it does not say so outright;
    `otherwise` says where the record follows another reading than the site’s own. `mark` is that of the record, which
    may stand otherwise than its first paragraph.
    """

    lead: str
    cited: tuple[str, ...]
    parts: tuple[Part, ...] = ()
    note: str = ""
    strength: str = ""
    otherwise: str = ""
    mark: str | None = None


def find(paper: Paper, name: str) -> Record:
    """The record that a question names.

    A rule by its id, the others as `body:id`, `process:id`, `checklist:id`, or `checklist:id/3` for the third item.
    """
    kind, _, rest = name.rpartition(":")
    id, _, n = rest.partition("/")
    if not kind:
        return paper.rule(name)
    if kind == "body":
        return paper.body(rest)
    if kind == "process" and id in paper.processes:
        process = paper.processes[id]
        return _one(paper, name, process, n, process.step) if n else process
    if kind == "checklist" and id in paper.checklists:
        checklist = paper.checklists[id]
        return _one(paper, name, checklist, n, checklist.item) if n else checklist
    raise RecordError(paper.folder, name, "is not a record of this paper")


def said(paper: Paper, record: Record) -> Said:
    """The record's words for a cell of the comparison."""
    match record:
        case Rule():
            unsaid = isinstance(record.value, tuple) and "{value}" not in record.statement
            places = range(1, len(record.value) + 1) if unsaid else ()
            parts = tuple(Part(record.show(place)) for place in places)
            return Said(
                record.sentence,
                _cited(record),
                parts,
                record.conditions,
                record.strength,
                record.otherwise,
                record.mark,
            )
        case Body():
            seats = (("Members", record.membership), ("Chair", record.chair))
            parts = tuple(Part(f"{label}: {words}") for label, words in seats if words)
            return Said(f"{record.name}. {record.remit}".strip(), _cited(record), parts, record.note)
        case Process():
            steps = [
                Part(_step(paper, record, step) + _apart(record, step), step.strength, step.note, step.n)
                for step in record.step
            ]
            return _whole(record, steps)
        case Checklist():
            items = [Part(item.text + _apart(record, item), item.strength, item.note) for item in record.item]
            return _whole(record, items)
        case Piece(whole, Item() as item):
            return Said(
                f"{whole.title}: {item.text}.",
                (item.paragraph,),
                note=item.note,
                strength=item.strength,
                otherwise=item.otherwise,
                mark=item.mark,
            )
        case Piece(whole, Step() as step):
            words = f"{whole.title}: {_taken(paper, step)}."
            return Said(
                words,
                (step.paragraph, *step.also),
                note=step.note,
                strength=step.strength,
                otherwise=step.otherwise,
                mark=step.mark,
            )
    raise AssertionError(record)


def _whole(record: Process | Checklist, parts: list[Part]) -> Said:
    """All its parts; where all of them are as firm, that is told once."""
    told = {part.strength for part in parts}
    shared = told.pop() if len(told) == 1 else ""
    own = tuple(replace(part, strength="") if shared else part for part in parts)
    return Said(f"{record.title}.", _cited(record), own, record.note, shared, mark=record.mark)


def _apart(whole: Checklist | Process, one: Item | Step) -> str:
    """In brackets, that this one was only proposed, where that is not said beside the whole."""
    return f" ({one.mark})" if one.mark and one.mark != whole.mark else ""


def _cited(record: Rule | Body | Process | Checklist) -> tuple[str, ...]:
    return (record.paragraph, *record.also)


def _one(
    paper: Paper, name: str, whole: Checklist | Process, n: str, ones: tuple[Item, ...] | tuple[Step, ...]
) -> Piece:
    for one in ones:
        if one.n == n:
            return Piece(whole, one)
    raise RecordError(paper.folder, name, "is not a part of that record")


def _step(paper: Paper, process: Process, step: Step) -> str:
    """A step as it is taken, and where it leads if not simply to the one below it."""
    ways = "; ".join(
        str(way) if way.words or not way.to else f"then {way}" for way in branches(process, step)
    )
    taken = _taken(paper, step)
    return f"{taken}. {formats.upper_first(ways)}" if ways else taken


def _taken(paper: Paper, step: Step) -> str:
    """A step with who takes it, and what is decided by when: a reader asks for both."""
    actors = " with ".join(paper.body(id).name for id in (step.actor, step.co_actor) if id)
    more = "; ".join(words for words in (step.decision, step.deadline) if words)
    return (f"{actors}: {step.action}" if actors else step.action) + (f" ({more})" if more else "")
