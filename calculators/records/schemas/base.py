"""What records have in common: where the paper says it, and how far, how firmly and with what standing."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Annotated, Literal

from calculators.records.schemas.marks import TOLD, AmbiguityId, Label, Words

if TYPE_CHECKING:
    from calculators.records.citations import Citation

Basis = Annotated[Literal["stated", "implied", "inferred"], TOLD]
"""How far the paper says it: in words, by what its words must mean, or only as we conclude."""

# fmt: off
Force = Annotated[
    Literal["", "must", "will", "should", "may", "expects", "aims", "is proposed", "describes"], TOLD
]
# fmt: on
"""How firmly the paper says it; empty where that has not been read yet.

`must`: it is required. `will`: the paper lays it down, or somebody undertakes it, without the word must. `should`: it
is called for. `may`: it is allowed, possible or an example. `expects` and `aims`: so it is expected or intended to be.
`is proposed`: the sentence itself proposes it. `describes`: the paper tells what is, and asks for nothing.
"""

Standing = Annotated[Literal["", "in force", "proposed", "in force by another document"], TOLD]
"""Whether the paper itself puts it in force, proposes it, or repeats what another document has put in force; where it
is empty, the record stands as its paragraph does."""

PROPOSED: Standing = "proposed"


def slug(text: str) -> str:
    """Lower case, everything but letters and digits as single hyphens: the form of every anchor."""
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")


# Records are told apart by all they hold, which each kind of record adds for itself: hence no `eq` here.
@dataclass(frozen=True, kw_only=True, eq=False)
class Cited:
    """A record that names its paragraph, and others that say the same. `document` is the paper it was read from."""

    document: str = field(default="", init=False, compare=False)
    paragraph: Label
    also: tuple[Label, ...] = ()

    @cached_property
    def source(self) -> Citation:
        """The paragraph that says it; `RecordError` for a record that was read from no paper."""
        # A citation knows its paper and a paper its records: the circle is closed only when it is asked for.
        from calculators.records.citations import Citation

        return Citation(self.document, self.paragraph)


@dataclass(frozen=True, kw_only=True, eq=False)
class Firm:
    """A record that says something with a force and a standing.

    `verb` is the paper’s own one to three words that carry the force; they stand in the record’s paragraph, in one
    that it cites as well, or in `verb_in`: the sentence that leads into a list carries the force of its items. `by`
    names the other document by which it is in force.
    """

    force: Force = ""
    verb: Words = ""
    verb_in: Label = ""
    standing: Standing = ""
    by: Words = ""


@dataclass(frozen=True, kw_only=True, eq=False)
class Stated(Firm, Cited):
    """A record of something that the paper states, or that we read in it.

    `ambiguity` names the open questions that it rests on, and `reads` those of them where it follows another reading
    than the site’s own, as `amb-x: reading`.
    """

    basis: Basis = "stated"
    ambiguity: tuple[AmbiguityId, ...] = ()
    reads: tuple[Annotated[str, TOLD], ...] = ()

    @property
    def followed(self) -> dict[str, str]:
        """By ambiguity the reading that it follows where that is not the site’s own."""
        return {id: reading.strip() for id, _, reading in (pair.partition(":") for pair in self.reads)}

    @property
    def otherwise(self) -> str:
        """In a sentence, that it rests on another reading than the site’s own; nothing where it does not."""
        if not self.reads:
            return ""
        # A record knows its paper and a paper its records, as above.
        from calculators.records.papers import load_paper

        paper = load_paper(self.document)
        told = [paper.ambiguity(id).text_of(reading) for id, reading in self.followed.items()]
        return f"This follows another reading than ours: {' '.join(told)}"

    @property
    def mark(self) -> str:
        """`proposed` where it was only proposed: as the record says, or as its paragraph stands; else nothing."""
        return (self.standing if self.standing == PROPOSED else "") if self.standing else self.source.mark

    @property
    def strength(self) -> str:
        """The paper’s verb where it asks for something, and the basis where it does not say so: `“should”, implied`."""
        verb = f"“{self.verb}”" if self.verb and self.force != "describes" else ""
        return ", ".join(filter(None, (verb, "" if self.basis == "stated" else self.basis)))

    @property
    def firmly(self) -> str:
        """How far the paper goes, by which verb, and how it stands: `Stated: “should”, proposed`."""
        verb = f": “{self.verb}”" if self.verb else ""
        stands = f"in force by {self.by}" if self.by else self.mark
        return ", ".join(filter(None, (f"{self.basis.capitalize()}{verb}", stands)))
