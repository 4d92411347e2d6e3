"""What a freed-up resources result says: the split, what the share may buy, what to do next, and what to mind."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import cast

from calculators.engine.answers import Answers
from calculators.engine.charts import Chart, split_chart, timeline_chart
from calculators.engine.result import Action, Explanation, Readings, Series
from calculators.engine.working import Working
from calculators.kinds.freed_up_resources.calculation import Saving
from calculators.kinds.freed_up_resources.fields import DURHAM, HERTS
from calculators.kinds.freed_up_resources.route import DATES, has_time
from calculators.kinds.freed_up_resources.schemes import SCHEMES
from calculators.kinds.freed_up_resources.split import AVAILABLE, NO_SAVINGS, NOT_ELIGIBLE, Split
from calculators.records.citations import CitedRule, rule
from calculators.records.papers import load_paper
from calculators.values import formats
from calculators.values.quantities import percentage
from calculators.values.tables import called


def explain(answers: Answers, found: Saving, working: Working) -> Explanation:
    """Headline, actions, the paper's terms, notes, pictures, and the practices one by one."""
    return Explanation(
        headline=_headline(answers, found.split),
        actions=_actions(answers, found, working),
        terms=_terms(answers, working) if found.outcome == AVAILABLE else (),
        readings=tuple(_readings(answers, found)),
        notes=tuple(_notes(answers, found, working)),
        charts=tuple(_charts(answers, found)),
        tables=_by_practice(answers),
    )


def _readings(answers: Answers, found: Saving) -> Iterator[Readings]:
    """Readings that decide: for whom the interim year has no freed-up resources, and what comes first to buy."""
    if found.outcome == NOT_ELIGIBLE:
        otherwise = AVAILABLE if found.split.freed_up > 0 else NO_SAVINGS
        yield Readings(
            "amb-interim",
            {"dormant": NOT_ELIGIBLE, "practices-only": otherwise, "after-agreement": NOT_ELIGIBLE},
        )
        yield Readings("amb-commissioner", {"practice": NOT_ELIGIBLE, "cluster": NOT_ELIGIBLE})
    scheme = SCHEMES[answers.choice("document")]
    if found.outcome == AVAILABLE and scheme.special and answers.yes("special_circumstances"):
        yield Readings("amb-fur-priority-order", {"ordered": AVAILABLE, "either": AVAILABLE})


def _headline(answers: Answers, parts: Split) -> str:
    if parts.outcome == NOT_ELIGIBLE:
        return f"Practices are not eligible for freed-up resources in {answers.choice('financial_year')}"
    if parts.outcome == NO_SAVINGS:
        over = f": spending is {formats.money(-parts.freed_up)} over budget" if parts.freed_up else ""
        return f"No savings to share{over}"
    mine, whole, rest = map(formats.money, (parts.practices, parts.freed_up, parts.trust))
    left = "is the trust’s" if SCHEMES[answers.choice("document")].rest else "is left"
    return f"The practices may use {mine} of the {whole} freed up, and {rest} {left}"


def _actions(answers: Answers, found: Saving, working: Working) -> tuple[Action, ...]:
    if found.outcome == NOT_ELIGIBLE:
        return (Action.of(working.rule(DURHAM, "reward-scheme-substitute")),)
    if found.outcome == NO_SAVINGS and answers.choice("document") == HERTS:
        return (Action.of(working.rule(HERTS, "locality-treated-as-practice")),)
    return found.route.actions


def _terms(answers: Answers, working: Working) -> tuple[Action, ...]:
    """Each rule on using the share, in words, with what the trust's position adds."""
    document = answers.choice("document")
    scheme = SCHEMES[document]
    restoring = scheme.restoring if answers.yes("pct_restoring_balance") else ()
    special = scheme.special if answers.yes("special_circumstances") else ()
    # The paper's figure for the rest is true of its own share alone.
    larger = answers.amount("practice_share_percent") > rule(document, scheme.share).rule.decimal
    use = (id for id in scheme.use if not (larger and id == scheme.rest))
    rules = (working.rule(document, id) for id in (*use, *restoring, *special))
    return tuple(Action(_whole_sentence(used), used.citation) for used in rules)


def _whole_sentence(used: CitedRule) -> str:
    """The rule's statement with its list where that does not stand in it, its conditions, and another reading of it."""
    sentence, value = used.rule.sentence, used.rule.value
    if isinstance(value, tuple) and not any(part in sentence for part in value):
        sentence = f"{sentence.rstrip('.')}: {'; '.join(map(formats.lower_first, value))}."
    return " ".join(filter(None, (sentence, used.rule.conditions, used.rule.otherwise)))


def _notes(answers: Answers, found: Saving, working: Working) -> Iterator[str]:
    """What a careful reader should know of this case."""
    document = answers.choice("document")
    if found.outcome == NOT_ELIGIBLE:
        yield "The paper does not say who keeps a saving in that year. Showing it with the trust is our inference."
        return
    if found.outcome == AVAILABLE:
        if found.split.trust and not SCHEMES[document].rest:
            yield "The paper does not say what becomes of the rest. Showing it with the trust is our inference."
        yield from _on_proposal(answers, found)
    yield from _on_trust(answers, working)
    if document == DURHAM and not answers.choice("financial_year"):
        yield "Give the financial year: in the interim year practices are not eligible."


def _on_proposal(answers: Answers, found: Saving) -> Iterator[str]:
    """Where a proposal asks for more than there is, whence its day comes, and dates that do not go together."""
    document, share, dates = answers.choice("document"), found.split.practices, found.route.dates
    value, submitted = answers.amount_or_none("proposal_value"), answers.day("submitted_on")
    if value is not None and value > share:
        over = formats.money(value - share)
        yield f"The proposal is worth {over} more than the share available. Say where the rest comes from."
    if submitted and value is not None and not has_time(document, found.route.approval):
        small, limit = (rule(document, id) for id in ("fur-ogim-ceiling", SCHEMES[document].limit))
        counted = formats.lower_first(limit.rule.conditions)
        yield (
            f"No day is set for the answer. {small.rule.sentence} "
            f"The time in {limit.citation.paragraph} is {counted}"
        )
    commit, due = dates.get("commit_by"), dates.get("decide_by")
    if due and SCHEMES[document].timed:
        # The weeks are those of another proposal than one for the money.
        limit = rule(document, SCHEMES[document].limit)
        yield (
            f"By our inference the day for the answer is that of {limit.citation.paragraph}. "
            f"{limit.rule.sentence} {limit.rule.conditions} For approving the use of the money no time is set."
        )
    if commit and submitted and submitted > commit:
        yield (
            f"The proposal goes in on {formats.day(submitted)}, after {formats.day(commit)}, by which the money "
            "must be committed. Check the financial year."
        )
    elif commit and due and due > commit:
        yield (
            f"The answer is due by {formats.day(due)}, after {formats.day(commit)}, by which the money must be "
            "committed. Ask for an earlier answer, or check the financial year."
        )


def _on_trust(answers: Answers, working: Working) -> Iterator[str]:
    """What a larger share and the trust’s position mean under the paper."""
    document = answers.choice("document")
    scheme, restoring = SCHEMES[document], answers.yes("pct_restoring_balance")
    share = working.rule(document, scheme.share)
    if answers.amount("practice_share_percent") > share.rule.decimal:
        if not scheme.minimum:
            yield f"This paper speaks of {share.text} alone. A larger share is not in it."
        elif restoring:
            question = load_paper(document).ambiguity("amb-fur-minimum-or-fixed")
            yield f"A larger share while the trust is in deficit is not how we read the paper. {question.followed}"
    if restoring and not scheme.restoring:
        yield "This paper says nothing of a trust that is restoring its balance."
    if answers.yes("special_circumstances") and not scheme.special:
        yield "Only the Hertfordshire paper speaks of special circumstances, so the answer changes nothing here."


def _charts(answers: Answers, found: Saving) -> Iterator[Chart]:
    parts = found.split
    if parts.outcome == AVAILABLE:
        mine, theirs = formats.money(parts.practices), formats.money(parts.trust)
        told = f"The practices may use {mine}, and the trust {theirs}."
        yield split_chart(
            "How the saving is split", told, {"Practices": parts.practices, "Trust": parts.trust}
        )
    submitted = answers.day("submitted_on")
    days = ({"submitted_on": submitted} if submitted else {}) | found.route.dates
    if len(days) > 1:
        yield timeline_chart("The deadlines", {DATES[name]: day for name, day in days.items()})


def _by_practice(answers: Answers) -> tuple[Series, ...]:
    """Each practice's own result beside the locality's, so that it is seen how one saving can vanish."""
    rows = answers.rows("practices")
    if not rows:
        return ()
    rate = percentage(answers.amount("practice_share_percent")).value
    lines, alone = list[tuple[str, ...]](), Decimal(0)
    for row in rows:
        budget, spend = cast(Decimal, row.cells["budget"]), cast(Decimal, row.cells["spend"])
        saved = budget - spend
        share = formats.hundredths(Fraction(max(saved, Decimal(0))) * rate)
        alone += share
        lines.append(
            (called(row, rows), *(formats.figure(c, "money") for c in (budget, spend, saved, share)))
        )
    note = (
        f"Counted alone, the practices that saved would keep {formats.money(alone)} between them. "
        "As proposed, the locality counts as one practice: an overspend in one uses up a saving in another."
    )
    columns = ("Practice", "Budget", "Spend", "Saved or overspent", "Share if it stood alone")
    return (Series("Where each practice stands", columns, ("text", *["money"] * 4), tuple(lines), note),)
