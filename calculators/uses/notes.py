"""What a group writes beside a result: evidence, owner and date of each gap. Its own words, and no part of any rule."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from calculators.values.data import Json

LONGEST = {"evidence": 1000, "owner": 120, "date": 60}
LONGEST_HEADING = 200
MOST = 200
UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]+")
"""What no document may hold, or would show as a box: control characters, halves of characters, and no characters."""


@dataclass(frozen=True, slots=True)
class Note:
    """What is written beside one gap; each is empty where nothing is."""

    evidence: str = ""
    owner: str = ""
    date: str = ""

    @property
    def told(self) -> str:
        """All of it, each with its name."""
        parts = (("Evidence", self.evidence), ("Owner", self.owner), ("By", self.date))
        return " ".join(f"{name}: {text.rstrip('.')}." for name, text in parts if text)


@dataclass(frozen=True, slots=True)
class Notes:
    """The name of the group, the day of the paper, and what is written beside each gap, by the gap's id."""

    group: str = ""
    date: str = ""
    beside: Mapping[str, Note] = field(default_factory=dict)

    def of(self, id: str) -> Note:
        """What is written beside a gap."""
        return self.beside.get(id, Note())

    def to_json(self) -> Json:
        """The notes as they came, within bounds."""
        beside = {
            id: {"evidence": n.evidence, "owner": n.owner, "date": n.date} for id, n in self.beside.items()
        }
        return {"group": self.group, "date": self.date, "beside": beside}


def read_notes(text: object) -> Notes:
    """Notes from the JSON that a page sent: texts within bounds; whatever else it holds is passed over."""
    try:
        value = json.loads(str(text))
    except (ValueError, RecursionError):
        value = None
    sent = value if isinstance(value, dict) else {}
    written = sent.get("beside")
    pairs = list(written.items())[:MOST] if isinstance(written, dict) else []
    beside = {
        str(id)[:LONGEST_HEADING]: Note(
            **{name: _text(each.get(name), most) for name, most in LONGEST.items()}
        )
        for id, each in pairs
        if isinstance(each, dict)
    }
    return Notes(
        _text(sent.get("group"), LONGEST_HEADING),
        _text(sent.get("date"), LONGEST["date"]),
        {id: note for id, note in beside.items() if note != Note()},
    )


def seen(text: str) -> str:
    """The text without what cannot be shown; where such a thing stood between words, a space stays."""
    return UNSEEN.sub(" ", text)


def _text(value: object, most: int) -> str:
    return " ".join(seen(value).split())[:most] if isinstance(value, str) else ""
