"""The three models and the questions that point to one, as the paper's records hold them."""

from __future__ import annotations

from calculators.records.papers import load_paper
from calculators.records.schemas import Aspect, Condition, Model, Question, Unavailable

PAPER = "co-commissioning-2014"
MODELS: tuple[Model, ...] = tuple(sorted(load_paper(PAPER).models.values(), key=lambda m: m.order))
ASPECTS: tuple[Aspect, ...] = tuple(load_paper(PAPER).aspects.values())
QUESTIONS: tuple[Question, ...] = tuple(load_paper(PAPER).questions.values())
UNAVAILABLE: tuple[Unavailable, ...] = tuple(load_paper(PAPER).unavailable.values())
CONDITIONS: tuple[Condition, ...] = tuple(load_paper(PAPER).conditions.values())
