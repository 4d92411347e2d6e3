"""What the answers so far tell of the questions: which are needless, and which are answered from elsewhere."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass

from calculators.values.data import Json


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a field from another answer, in words, and the one thing a reader may want to do about it.

    `button` says what that is, `sets` holds the answers that it gives, and `told` says what comes of it. All three
    are empty where there is nothing to do. A field left empty counts as answered where another answer `stands` for it.
    """

    field: str
    text: str
    button: str = ""
    sets: Mapping[str, str] = dataclasses.field(default_factory=dict)
    told: str = ""
    stands: bool = False

    def to_json(self) -> Json:
        """The same for a page; the field's name is the key that it stands under."""
        return {
            "text": self.text,
            "button": self.button,
            "sets": dict(self.sets),
            "told": self.told,
            "stands": self.stands,
        }


@dataclass(frozen=True, slots=True)
class SoFar:
    """What a form need not ask, and what it can say of a question before that is answered.

    A case has the same result with its `needless` fields and without them.
    """

    needless: frozenset[str] = frozenset()
    known: tuple[Known, ...] = ()

    def to_json(self) -> Json:
        """The same for a page."""
        return {
            "needless": sorted(self.needless),
            "known": {known.field: known.to_json() for known in self.known},
        }
