"""What the share may be used for, and on which terms, in each paper."""

from __future__ import annotations

from decimal import Decimal

from calculators.engine.calculator import Answers
from calculators.engine.result import Action
from calculators.engine.working import Working
from calculators.kinds.freed_up_resources.fields import DURHAM, HERTS, REFORM
from calculators.kinds.freed_up_resources.split import AVAILABLE, NOT_ELIGIBLE, SHARE_RULE, Split
from calculators.records.papers import load_paper
from calculators.values import formats

ALWAYS = {
    DURHAM: ("fur-nature", "fur-principles", "fur-commit-within", "fur-patients-engaged"),
    HERTS: ("fur-minimum-share", "fur-pct-remainder", "fur-unplanned-objectives", "fur-priority-order"),
    REFORM: ("fur-use-needs-pct-agreement", "fur-70-percent"),
}
RESTORING = {
    DURHAM: (),
    HERTS: ("fur-no-withholding", "budget-no-deficit-topslice"),
    REFORM: ("fair-budget-during-deficit",),
}
SPECIAL = ("fur-special-circumstances", "special-circumstances-balance")
OPEN = {
    DURHAM: ("amb-fur-two-routes", "amb-fur-savings", "amb-fur-commit-year"),
    HERTS: (
        "amb-fur-minimum-or-fixed",
        "amb-fur-measure",
        "amb-fur-locality-or-practice",
        "amb-approval-clock",
    ),
    REFORM: ("amb-fur-70",),
}


def terms(answers: Answers, working: Working) -> tuple[Action, ...]:
    """Each rule on using the share, in words, with what the trust's position adds."""
    document = answers.choice("document")
    ids = list(ALWAYS[document])
    if answers.yes("pct_restoring_balance"):
        ids += RESTORING[document]
    if answers.yes("special_circumstances") and document == HERTS:
        ids += SPECIAL
    rules = [working.rule(document, id) for id in ids]
    return tuple(Action(_words(rule.rule.sentence, rule.rule.value), rule.citation) for rule in rules)


def _words(sentence: str, value: str | tuple[str, ...]) -> str:
    if isinstance(value, tuple) and "{" not in sentence and not any(part in sentence for part in value):
        return f"{sentence.rstrip('.')}: {'; '.join(value)}."
    return sentence


def notes(answers: Answers, split: Split) -> tuple[str, ...]:
    """What a careful reader should know of this case, and the passages that can be read more than one way."""
    document = answers.choice("document")
    found = []
    value = answers.amount_or_none("proposal_value")
    if value is not None and split.outcome == AVAILABLE and value > split.practices:
        over = formats.money(value - split.practices)
        found.append(
            f"The proposal is worth {over} more than the share available. Say where the rest comes from."
        )
    if split.outcome == NOT_ELIGIBLE:
        found.append(
            "The paper does not say who keeps a saving in that year. Showing it with the trust is our inference."
        )
    percent, share = answers.amount("practice_share_percent"), _entitlement(document)
    if percent > share and document != HERTS:
        found.append(f"This paper speaks of {formats.percent(share)} alone. A larger share is not in it.")
    if percent > share and document == HERTS and answers.yes("pct_restoring_balance"):
        found.append(
            f"While the trust is in deficit the framework speaks of {formats.percent(share)}. "
            "A larger share then needs its agreement."
        )
    if answers.yes("pct_restoring_balance") and document == DURHAM:
        found.append("This paper says nothing of a trust that is restoring its balance.")
    if answers.yes("special_circumstances") and document != HERTS:
        found.append(
            "Only the Hertfordshire paper speaks of special circumstances, so the answer changes nothing here."
        )
    if not answers.choice("financial_year") and document == DURHAM:
        found.append("Give the financial year: in the interim year practices are not eligible.")
    paper = load_paper(document)
    return (*found, *(f"{a.title}. {a.issue}" for a in map(paper.ambiguity, OPEN[document])))


def _entitlement(document: str) -> Decimal:
    return load_paper(document).rule(SHARE_RULE[document]).decimal
