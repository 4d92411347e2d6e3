"""A name that was probably meant: one a slip of the keyboard away from what was typed."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from fractions import Fraction

ALIKE, WORDS_ALIKE, JOINED_ALIKE = (4, 5), (3, 5), (9, 10)
"""Of how many letters how many have to agree: of two names, of each two of their words, of names with other spaces."""

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
        letters, best = _letters(text), ("", Fraction(0))
        for spelling, others, name in self._known:
            # Each letter that only one of the two has is lost to the likeness, so most names need no closer look.
            both = len(text) + len(spelling)
            lost = max(abs(len(text) - len(spelling)), (letters ^ others).bit_count())
            if not _enough(both - lost, both, ALIKE):
                continue
            agreed = _agreed(text, spelling)
            likeness = Fraction(agreed, both)
            if _enough(agreed, both, ALIKE) and likeness > best[1] and _word_by_word(text, spelling):
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
        return _alike("".join(words), "".join(others), JOINED_ALIKE)
    return all(
        max(len(word), len(other)) <= SHORT_WORD or _alike(word, other, WORDS_ALIKE)
        for word, other in zip(words, others, strict=True)
    )


def _alike(text: str, other: str, share: tuple[int, int]) -> bool:
    return _enough(_agreed(text, other), len(text) + len(other), share)


def _agreed(text: str, other: str) -> int:
    """How many letters of both agree with one of the other."""
    blocks = difflib.SequenceMatcher(None, other, text, autojunk=False).get_matching_blocks()
    return 2 * sum(block.size for block in blocks)


def _enough(agreed: int, both: int, share: tuple[int, int]) -> bool:
    of, whole = share
    return agreed * whole >= of * both
