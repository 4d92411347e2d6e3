"""How a form is laid out: sections by group, and in each its cards and single questions in the declared order."""

from __future__ import annotations

from dataclasses import dataclass, field

from calculators.engine.calculator import Calculator
from calculators.engine.fields import Cluster, Group
from site_build.forms.controls import Control, control

FOLD_FROM = 20
"""A form of more questions than this shows its sections folded."""


@dataclass(slots=True)
class QuestionCard:
    """One question, or the questions that belong to one cluster."""

    cluster: Cluster | None
    controls: list[Control] = field(default_factory=list)

    @property
    def titled(self) -> bool:
        """Whether the card needs its title: not where its first question says the same."""
        return bool(self.cluster and self.controls[0].field.label != self.cluster.title)


@dataclass(slots=True)
class FormSection:
    """The cards under one heading; a form without groups has one section without a heading."""

    group: Group | None
    cards: list[QuestionCard] = field(default_factory=list)


def sections(calculator: Calculator) -> list[FormSection]:
    """Every field once, in the declared order of groups, clusters and fields; empty sections are left out."""
    groups: list[Group | None] = [*calculator.groups] if calculator.groups else [None]
    laid_out = {group.id if group else "": FormSection(group) for group in groups}
    clusters = {cluster.id: cluster for cluster in calculator.clusters}
    cards: dict[str, QuestionCard] = {}
    for asked in calculator.fields:
        cluster = clusters.get(asked.cluster)
        section = laid_out[_home(asked.group or (cluster.group if cluster else ""), laid_out, calculator.id)]
        card = cards.get(cluster.id) if cluster else None
        if card is None:
            card = QuestionCard(cluster)
            section.cards.append(card)
            if cluster:
                cards[cluster.id] = card
        leads = not card.controls and bool(cluster and cluster.title == asked.label)
        card.controls.append(control(asked, cluster, leads=leads))
    return [section for section in laid_out.values() if section.cards]


def is_long(calculator: Calculator) -> bool:
    """Whether the form folds its sections."""
    return len(calculator.fields) > FOLD_FROM and len(calculator.groups) > 1


def _home(group: str, laid_out: dict[str, FormSection], calculator: str) -> str:
    if group in laid_out:
        return group
    if not group:
        return next(iter(laid_out))
    raise LookupError(f"{calculator}: a field names the group '{group}', which is not declared")
