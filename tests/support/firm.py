"""Whether a sentence is as firm as the record of each rule whose value stands in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import deepcopy

from calculators.records.papers import load_paper
from calculators.records.schemas import Rule
from tests.support.built import Element, words

SAYS = {
    "must": r"must|ha(?:s|ve) to|requir\w+|(?:is|are) to|needs?|obliged|dut(?:y|ies)|cannot|may not|never|entitled",
    "will": r"will|would|(?:is|are) to|must|responsibilit(?:y|ies)",
    "should": r"should|ought|needs?|recommend\w*|important|best|appropriate",
    "may": r"may|can|could|might|entitled|optional|free to|example|such as|possible|options?|choose|allow\w*",
    "expects": r"expect\w*|anticipat\w*|should|likely|could",
    "aims": r"aims?|seeks?|intend\w*|hopes?|wants?|wish\w*|goals?|to be|help\w*|plan\w*",
    "is proposed": r"propos\w+|would|suggest\w*|consult\w*|asks?|asked",
}


TELLING = 6
"""Letters: shorter words of a verb, such as “made”, tell nothing of its force."""


def sentences(block: Element) -> Iterator[tuple[str, list[str]]]:
    """Each sentence of a paragraph or a line, with the rules whose values stand in it."""
    held = []
    copy = deepcopy(block)
    for value in copy.xpath(".//data[@data-rule]"):
        held.append(value.get("data-rule"))
        value.text = f"⟦{len(held) - 1}⟧{words(value)}"
        del value[:]
    for sentence in re.split(r"(?<=[.!?])\s+", words(copy)):
        yield re.sub(r"⟦\d+⟧", "", sentence), [held[int(n)] for n in re.findall(r"⟦(\d+)⟧", sentence)]


def firm(sentence: str, name: str) -> bool:
    """Whether the sentence has a verb of the force of the rule, `paper/id`."""
    says = SAYS.get(rule(name).force)
    return not says or re.search(rf"\b(?:{says})\b", sentence, re.IGNORECASE) is not None


def in_its_own_words(sentence: str, name: str) -> bool:
    """Whether the sentence has a telling word of the paper's own verb, as “commitment” is in “commits”."""
    telling = [word[:TELLING] for word in rule(name).verb.split() if len(word) >= TELLING]
    return any(re.search(rf"\b{re.escape(word)}", sentence, re.IGNORECASE) for word in telling)


def rule(name: str) -> Rule:
    """The rule that a value on a page names."""
    paper, _, id = name.partition("/")
    return load_paper(paper).rules[id]
