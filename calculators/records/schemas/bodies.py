"""The bodies that a paper names, and the lines of accountability between them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from calculators.records.schemas.base import Basis, Stated
from calculators.records.schemas.marks import BodyId, Label, Words

BodyKind = Literal["", "organisation", "committee", "group", "role", "team", "public"]

BodyLevel = Literal["", "national", "region", "board", "executive", "committee", "locality", "practice"]
"""The levels of organisation, from the top; a picture has a row for each."""

# fmt: off
LineKind = Literal[
    "accountable_to", "responsible_to", "reports_to", "chairs", "responsible_for",
    "approves", "decides", "submits_to", "nominates", "devolves_to",
    "oversees", "monitors", "directs",
    "refers_to", "arbitrates", "agrees_with",
    "supports", "advises", "informs", "works_with", "acts_for",
    "member_of", "invited_to", "attends", "opens_plans_to",
]
# fmt: on
"""What a line says of its two ends. The site holds the verb of each, and how it is drawn."""


@dataclass(frozen=True, kw_only=True)
class Body(Stated):
    """A committee, group, organisation or role that a paper names; `plural` where its name takes a plural verb.

    `picture` is what the picture of its paper calls it, where it belongs there. `membership_in` and `chair_in` name the
    paragraphs that say who belongs to it and who is in the chair, where that is not its own.
    """

    id: str
    name: Words
    kind: BodyKind = ""
    level: BodyLevel = ""
    picture: Words = ""
    plural: bool = False
    membership: Words = ""
    membership_in: tuple[Label, ...] = ()
    chair: Words = ""
    chair_in: tuple[Label, ...] = ()
    remit: Words = ""
    note: Words = ""

    def __post_init__(self) -> None:
        if self.picture and not self.level:
            raise ValueError("belongs in the picture, so it needs a level")
        for name, words, places in (
            ("membership_in", self.membership, self.membership_in),
            ("chair_in", self.chair, self.chair_in),
        ):
            if places and not words:
                raise ValueError(f"has '{name}' and nothing that stands there")


@dataclass(frozen=True, kw_only=True)
class Line(Stated):
    """A directed line between two bodies: who is accountable to, reports to or approves for whom.

    `picture` is `main` for a step of the way from a practice to the top, and `shown` for another line that the picture
    of its paper needs; it has those that tell to whom a body answers in any case. `matter` names the decisions that the
    line is part of, where it is part of one.
    """

    id: str
    from_: BodyId
    to: BodyId
    kind: LineKind
    label: Words
    picture: Literal["", "main", "shown"] = ""
    matter: tuple[str, ...] = ()
    basis: Basis = field()
