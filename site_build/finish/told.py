"""What the records and the calculators tell of every paragraph."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from calculators.engine.registry import get
from calculators.records.papers import load_paper, paper_ids
from site_build.trace.paragraphs import groups
from site_build.trace.reliance import calculators_by_place


@dataclass(frozen=True, slots=True)
class Paragraph:
    """What it is about, the id of its part in its paper's list, and the calculators that rest on it, with titles."""

    paper: str
    title: str
    part: str
    calculators: Sequence[Sequence[str]]


@dataclass(frozen=True, slots=True)
class Told:
    """The papers' short names by id, every paragraph by its address, and every rule's paragraph by `paper/rule`."""

    papers: Mapping[str, str]
    paragraphs: Mapping[str, Paragraph]
    rules: Mapping[str, str]

    @classmethod
    def now(cls) -> Told:
        """As the records stand."""
        papers = [load_paper(id) for id in paper_ids()]
        uses = calculators_by_place()
        paragraphs = {}
        for paper in papers:
            for part, _, group in groups(paper):
                for paragraph in group:
                    place = paper.url(paragraph.label)
                    calculators = [(id, get(id).title) for id in uses.get(place, ())]
                    paragraphs[place] = Paragraph(paper.id, paragraph.title, part, calculators)
        return cls(
            {paper.id: paper.short for paper in papers},
            paragraphs,
            {f"{p.id}/{rule.id}": p.url(rule.paragraph) for p in papers for rule in p.rules.values()},
        )

    def led(self, moved: Mapping[str, str]) -> Told:
        """The same with the address that each place has now, where `moved` gives another."""
        return replace(
            self,
            paragraphs={moved.get(place, place): told for place, told in self.paragraphs.items()},
            rules={rule: moved.get(place, place) for rule, place in self.rules.items()},
        )
