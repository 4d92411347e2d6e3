"""What a paper's records hold, each kind of record near what it is for."""

from calculators.records.schemas.ambiguities import Ambiguity, Reading
from calculators.records.schemas.base import Cited, slug
from calculators.records.schemas.bodies import Body, Line, LineKind
from calculators.records.schemas.glossary import Term
from calculators.records.schemas.levels import Commitment, Criterion, Objective
from calculators.records.schemas.models import (
    Aspect,
    Cell,
    Condition,
    Member,
    Model,
    Option,
    Question,
    Unavailable,
)
from calculators.records.schemas.paragraphs import Paragraph, Part
from calculators.records.schemas.processes import Checklist, Item, Process, Step
from calculators.records.schemas.rules import Rule

__all__ = [
    "Ambiguity",
    "Aspect",
    "Body",
    "Cell",
    "Checklist",
    "Cited",
    "Commitment",
    "Condition",
    "Criterion",
    "Item",
    "Line",
    "LineKind",
    "Member",
    "Model",
    "Objective",
    "Option",
    "Paragraph",
    "Part",
    "Process",
    "Question",
    "Reading",
    "Rule",
    "Step",
    "Term",
    "Unavailable",
    "slug",
]
