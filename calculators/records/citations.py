"""Where a statement comes from: a document and a paragraph of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, cached_property

from calculators.records.papers import load_paper
from calculators.records.schemas import Rule
from calculators.records.schemas.base import PROPOSED
from calculators.values.quantities import Quantity, percentage, plain, pounds

# A section, an appendix or a numbered paragraph; else the words up to what counts within them.
HEAD = re.compile(r"(?:[A-Z]\.)?\d[\d.]*|(?:[A-Z][a-z]+|para) \d+|[^,(]+")


def brief(label: str) -> tuple[str, str]:
    """A paragraph's label in two: what a small mark shows of it (`2.2.2`), and the rest (` (3)`)."""
    found = HEAD.match(label)
    head = found[0].rstrip() if found else label
    return head, label[len(head) :]


@dataclass(frozen=True, slots=True)
class Citation:
    """A paper's id and one of its paragraph labels; `RecordError` where the paper has no such paragraph."""

    document: str
    paragraph: str

    def __post_init__(self) -> None:
        load_paper(self.document).paragraph(self.paragraph)

    def to_json(self) -> dict[str, str]:
        """The contract's `source`."""
        return {"document": self.document, "paragraph": self.paragraph}

    @property
    def url(self) -> str:
        """The address below the site's root."""
        return load_paper(self.document).url(self.paragraph)

    @property
    def mark(self) -> str:
        """A word where the paragraph is no rule by itself: `proposed`; else nothing."""
        return PROPOSED if load_paper(self.document).standing(self.paragraph) == PROPOSED else ""

    @property
    def head(self) -> str:
        """What a small mark shows of the paragraph's label."""
        return brief(self.paragraph)[0]

    @property
    def rest(self) -> str:
        """What it does not."""
        return brief(self.paragraph)[1]

    @property
    def place(self) -> str:
        """The paragraph with its mark: `2.2.4 (3)`, `D.24, proposed`."""
        return ", ".join(filter(None, (self.paragraph, self.mark)))

    @property
    def short(self) -> str:
        """`Hertfordshire 2007/08, 2.2.4 (3)`; the mark stands last."""
        return f"{self.paper}, {self.place}"

    @property
    def paper(self) -> str:
        """`Hertfordshire 2007/08`."""
        return load_paper(self.document).short


@dataclass(frozen=True)
class CitedRule:
    """A rule together with the paper it comes from."""

    document: str
    rule: Rule

    @cached_property
    def citation(self) -> Citation:
        """The paragraph that states the rule."""
        return Citation(self.document, self.rule.paragraph)

    @cached_property
    def quantity(self) -> Quantity:
        """The value with its arithmetic: a percentage, pounds or a plain number; `ValueError` where it is none of them.

        It is made once: a long table asks for it in every row.
        """
        make = {"percent": percentage, "money": pounds}.get(self.rule.kind, plain)
        return make(self.rule.decimal)

    @property
    def standing(self) -> str:
        """How the rule stands: as its record says, or as its paragraph does."""
        return self.rule.standing or load_paper(self.document).standing(self.rule.paragraph)

    @property
    def text(self) -> str:
        """The value for a sentence."""
        return self.rule.show()


@cache
def rule(document: str, id: str) -> CitedRule:
    """The rule `id` of the paper `document`."""
    return CitedRule(document, load_paper(document).rule(id))
