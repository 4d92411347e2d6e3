"""Which calculators rest on which paragraph, found in their declarations and in what their examples used."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache

from calculators.engine.cases import presets
from calculators.engine.registry import get, ids
from calculators.engine.run import run
from calculators.records.citations import Citation
from calculators.records.papers import load_paper


@cache
def calculators_by_place() -> Mapping[str, tuple[str, ...]]:
    """The ids of the calculators that rest on a paragraph, by its address below the site's root."""
    found: dict[str, list[str]] = defaultdict(list)
    for id in ids():
        for citation in dict.fromkeys(_sources(id)):
            place = load_paper(citation.document).url(citation.paragraph)
            if id not in found[place]:
                found[place].append(id)
    return {place: tuple(names) for place, names in found.items()}


def _sources(id: str) -> Iterator[Citation]:
    calculator = get(id)
    yield from (field.source for field in calculator.fields if field.source)
    yield from (cluster.source for cluster in calculator.clusters if cluster.source)
    for case in presets(id):
        result = run(id, case.input)
        for rule in result.rules:
            yield from (Citation(rule.document, p) for p in (rule.rule.paragraph, *rule.rule.also))
        yield from (check.source for check in result.checks)
        yield from (step.source for step in result.working)
        yield from (action.source for action in (*result.actions, *result.terms))
