"""The bodies that a paper names, and the lines of accountability between them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from calculators.records.schemas.base import Basis, Stated
from calculators.records.schemas.marks import BodyId, Words

BodyKind = Literal["", "organisation", "committee", "group", "role", "team", "public"]

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
    """A committee, group, organisation or role that a paper names; `plural` where its name takes a plural verb."""

    id: str
    name: Words
    kind: BodyKind = ""
    plural: bool = False
    membership: Words = ""
    chair: Words = ""
    remit: Words = ""
    note: Words = ""


@dataclass(frozen=True, kw_only=True)
class Line(Stated):
    """A directed line between two bodies: who is accountable to, reports to or approves for whom."""

    id: str
    from_: BodyId
    to: BodyId
    kind: LineKind
    label: Words
    basis: Basis = field()
