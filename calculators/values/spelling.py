"""A name that was probably meant: one a slip of the keyboard away from what was typed."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

ALIKE, WORDS_ALIKE, JOINED_ALIKE = 0.8, 0.6, 0.9
"""How much of two names has to agree; of each two of their words; and of names whose spaces differ."""

ROUNDING = 1e-9
SHORT_WORD = 2
LEAST = 4
"""Names with fewer characters are like too much else."""


class Spellings:
    """Names to liken a text to."""

    def __init__(self, known: Iterable[tuple[str, str]]) -> None:
        """Keep each spelling with the name that it stands for."""
        self._known = [(spelling, _letters(spelling), name) for spelling, name in known]
        self._longest = max((len(spelling) for spelling, _, _ in self._known), default=0)

    def near(self, text: str) -> str:
        """The name that the text is most like, or an empty text."""
        if not LEAST <= len(text) <= 2 * self._longest:
            return ""
        letters, best = _letters(text), ("", 0.0)
        matcher = difflib.SequenceMatcher(None, b=text, autojunk=False)
        for spelling, others, name in self._known:
            # Each letter that only one of the two has is lost to the likeness, so most names need no closer look.
            both = len(text) + len(spelling)
            lost = max(abs(len(text) - len(spelling)), (letters ^ others).bit_count())
            if lost > both - ALIKE * both + ROUNDING:
                continue
            matcher.set_seq1(spelling)
            likeness = matcher.ratio() if matcher.quick_ratio() >= ALIKE else 0.0
            if likeness >= ALIKE and likeness > best[1] and _word_by_word(text, spelling):
                best = name, likeness
        return best[0]


def _letters(text: str) -> int:
    """The characters of a text as a set of bits."""
    found = 0
    for character in set(text):
        found |= 1 << ord(character) % 512
    return found


def _word_by_word(text: str, spelling: str) -> bool:
    """Whether each word is like the other's: `practice manager` is not a slip of `practice name`."""
    words, others = text.split(), spelling.split()
    if len(words) != len(others):
        return _likeness("".join(words), "".join(others)) >= JOINED_ALIKE
    return all(
        max(len(word), len(other)) <= SHORT_WORD or _likeness(word, other) >= WORDS_ALIKE
        for word, other in zip(words, others, strict=True)
    )


def _likeness(text: str, other: str) -> float:
    return difflib.SequenceMatcher(None, text, other, autojunk=False).ratio()
