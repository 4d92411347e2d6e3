"""The dates of a result as a calendar file after RFC 5545: its deadlines, and the days that a group has set itself."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from calculators.engine.registry import get
from calculators.engine.result import Result
from calculators.uses import gaps
from calculators.uses.notes import Note, Notes, seen
from calculators.values.dates import read_date
from calculators.values.errors import AmountError

STAMP = re.compile(r"\d{8}T\d{6}Z")
MOST_OCTETS = 75
"""How long a line may be, in octets of UTF-8, before it goes on in the next."""

MAKER = "-//Practice based commissioning//Calculators//EN"


@dataclass(frozen=True, slots=True)
class Event:
    """A whole day: what it is the day of, words about it, and what tells it from every other event."""

    day: date
    title: str
    words: str
    told_apart_by: str


@dataclass(frozen=True, slots=True)
class Calendar:
    """The calendar file, empty where there is no date; and the dates written that are no dates, as they were."""

    text: str
    unread: tuple[str, ...]


def calendar(result: Result, case: Mapping[str, str], notes: Notes, stamp: str) -> Calendar:
    """The dates of a result; no file without `stamp`, the moment at which it is made, as `20091001T093000Z`.

    An event keeps its identity when the file is made again, so that a calendar changes it and adds no second one.
    """
    events, unread = list(_deadlines(result, case)), []
    for check in result.checks:
        note = notes.of(check.id)
        if check.met or not note.date:
            continue
        try:
            day = read_date(note.date)
        except AmountError:
            unread.append(note.date)
            continue
        about = " ".join(filter(None, (gaps.facts(check), note.told, f"({check.source.short})")))
        events.append(Event(day, _title(check.label, note), about, f"{check.id} {notes.group}"))
    made = _written(result.calculator, events, stamp) if events and STAMP.fullmatch(stamp) else ""
    return Calendar(made, tuple(unread))


def _deadlines(result: Result, case: Mapping[str, str]) -> Iterator[Event]:
    """Each figure that is a day; told apart by the case, so that two cases have deadlines of their own."""
    asked = " ".join(f"{name}={text}" for name, text in sorted(case.items()) if text.strip())
    for figure in get(result.calculator).figures:
        if figure.kind == "date" and figure.name in result.figures:
            day = date.fromisoformat(result.figures[figure.name])
            yield Event(day, figure.label, f"{result.headline}.", f"{figure.name} {asked}")


def _title(label: str, note: Note) -> str:
    return f"{note.owner}: {label}" if note.owner else label


def _written(calculator: str, events: list[Event], stamp: str) -> str:
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{MAKER}", "CALSCALE:GREGORIAN"]
    for event in events:
        identity = hashlib.sha256(f"{calculator} {event.told_apart_by}".encode(errors="replace")).hexdigest()
        lines += [
            "BEGIN:VEVENT",
            f"UID:{identity[:32]}@{calculator}.invalid",
            f"DTSTAMP:{stamp}",
            f"DTSTART;VALUE=DATE:{event.day:%Y%m%d}",
            f"DTEND;VALUE=DATE:{event.day + timedelta(days=1):%Y%m%d}",
            f"SUMMARY:{_escaped(event.title)}",
            f"DESCRIPTION:{_escaped(event.words)}",
            "TRANSP:TRANSPARENT",
            "END:VEVENT",
        ]
    return "".join(f"{_folded(line)}\r\n" for line in [*lines, "END:VCALENDAR"])


def _escaped(text: str) -> str:
    plain = seen(text).replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return re.sub(r"\r\n|\r|\n", r"\\n", plain)


def _folded(line: str) -> str:
    """The line in pieces that are short enough, none of which ends inside a character."""
    pieces, room = [""], MOST_OCTETS
    for character in line:
        size = len(character.encode())
        if size > room:
            pieces.append("")
            # The space that a piece begins with counts too.
            room = MOST_OCTETS - 1
        pieces[-1] += character
        room -= size
    return "\r\n ".join(pieces)
