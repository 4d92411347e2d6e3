"""What a freed-up resources result shows: its steps in words, its dates, pictures and practices one by one."""

from decimal import Decimal

import pytest

from calculators.engine.errors import CaseError
from calculators.engine.result import Result
from calculators.engine.run import run
from calculators.kinds.freed_up_resources.schemes import SCHEMES
from calculators.records.citations import rule
from calculators.records.papers import load_paper
from calculators.values.formats import lower_first

ID = "freed-up-resources"
DURHAM, HERTS, REFORM = "county-durham-darlington", "hertfordshire", "health-reform-2006"


def shown(document: str, **case: str) -> Result:
    return run(ID, {"document": document, **case})


def steps(result: Result) -> list[tuple[str, str, str, str]]:
    return [(s.step, s.calculation, s.value, s.basis) for s in result.working]


def test_the_interim_year_is_told_with_its_paragraph_and_keeps_the_saving_with_the_trust() -> None:
    barred = rule(DURHAM, "fur-not-eligible-year")
    year = str(barred.rule.value).replace("/", "-")
    result = shown(DURHAM, freed_up="1000", financial_year=year)
    assert result.outcome == "not-eligible"
    assert steps(result) == [
        ("Is the year eligible?", f"{year} is the interim year", "Not eligible", "stated")
    ]
    assert result.working[0].source == barred.citation
    assert (result.figures["practice_share"], result.figures["pct_share"]) == ("0.00", "1000.00")
    assert result.charts == ()
    assert any("our inference" in note for note in result.notes)
    assert [a.source for a in result.actions] == [rule(DURHAM, "reward-scheme-substitute").citation]


def test_another_year_is_eligible_and_no_year_asks_for_one() -> None:
    asked = "Give the financial year"
    assert shown(DURHAM, freed_up="1000", financial_year="2010-11").outcome == "share-available"
    assert not any(asked in n for n in shown(DURHAM, freed_up="1000", financial_year="2010-11").notes)
    assert any(asked in n for n in shown(DURHAM, freed_up="1000").notes)
    assert not any(asked in n for n in shown(HERTS, freed_up="1000").notes)


def test_a_year_after_the_interim_one_is_eligible_by_a_reading_that_is_told() -> None:
    later = shown(DURHAM, freed_up="1000", financial_year="2010-11")
    assert steps(later)[0] == (
        "Is the year eligible?",
        "2010-11 comes after the interim year",
        "Eligible",
        "inferred",
    )
    assert later.working[0].source == rule(DURHAM, "interim-end").citation
    question = load_paper(DURHAM).ambiguity("amb-year")
    assert any(n.startswith(f"{question.title}. ") for n in later.all_notes)
    for case in ({}, {"financial_year": "2008-09"}):
        before = shown(DURHAM, freed_up="1000", **case)
        assert not any(n.startswith(f"{question.title}. ") for n in before.all_notes)


def test_a_year_before_the_interim_one_is_eligible_by_our_inference() -> None:
    before = shown(DURHAM, freed_up="1000", financial_year="2008-09")
    told = "2008-09 comes before the interim year, which is the framework’s own"
    assert steps(before)[0] == ("Is the year eligible?", told, "Eligible", "inferred")
    assert before.working[0].source == rule(DURHAM, "fur-not-eligible-year").citation


@pytest.mark.parametrize(
    ("document", "rest", "basis"),
    [
        (DURHAM, "fur-practice-share", "inferred"),
        (HERTS, "fur-pct-remainder", "stated"),
        (REFORM, "fur-70-percent", "inferred"),
    ],
)
def test_the_split_is_two_steps_and_the_rest_is_stated_only_where_the_paper_says_so(
    document: str, rest: str, basis: str
) -> None:
    result = shown(document, freed_up="1000.01")
    assert steps(result)[:2] == [
        ("The practices’ share", "£1,000.01 × 70%", "700.01", "stated"),
        ("The trust’s share, the rest", "£1,000.01 − £700.01", "300.00", basis),
    ]
    assert result.working[1].source == rule(document, rest).citation
    assert rule(document, rest) in result.rules


def test_a_table_is_added_up_step_by_step() -> None:
    result = shown(HERTS, practices="practice,budget,spend\nMill,1000,900\nElm,500,450.50\n")
    locality = rule(HERTS, "locality-treated-as-practice").citation
    assert steps(result)[:3] == [
        ("Total budget of the locality", "£1,000 + £500", "1500.00", "stated"),
        ("Total spend of the locality", "£900 + £450.50", "1350.50", "stated"),
        ("Freed up by the locality as a whole", "£1,500 − £1,350.50", "149.50", "stated"),
    ]
    assert [s.source for s in result.working[:3]] == [locality] * 3


@pytest.mark.parametrize(
    ("document", "asked"),
    [
        (DURHAM, "Enter the freed-up resources"),
        (HERTS, "Enter the freed-up resources, or paste the table of practices"),
    ],
)
def test_a_saving_is_asked_for_in_each_way_the_paper_knows(document: str, asked: str) -> None:
    with pytest.raises(CaseError) as refused:
        shown(document)
    assert refused.value.errors == {"freed_up": asked}


def test_nothing_saved_in_the_interim_year_leaves_the_trust_nothing() -> None:
    year = str(rule(DURHAM, "fur-not-eligible-year").rule.value).replace("/", "-")
    result = shown(DURHAM, freed_up="0", financial_year=year)
    assert (result.outcome, result.figures["pct_share"]) == ("not-eligible", "0.00")


def test_each_date_is_a_step_with_its_sum_in_words() -> None:
    result = shown(HERTS, freed_up="1000", submitted_on="1 October 2009")
    assert steps(result)[-2:] == [
        ("Answer aimed for", "1 October 2009 and 4 weeks of seven days", "29 October 2009", "inferred"),
        ("Answer due", "1 October 2009 and 8 weeks of seven days", "26 November 2009", "inferred"),
    ]
    assert [s.source for s in result.working[-2:]] == [
        rule(HERTS, "fur-approval-target").citation,
        rule(HERTS, "fur-approval-limit").citation,
    ]
    assert not any("no time is set" in note for note in result.notes)
    proposed = shown(REFORM, freed_up="1000", submitted_on="1 October 2009")
    assert steps(proposed)[-1] == (*steps(result)[-1][:3], "inferred")
    assert not any("no time is set" in note for note in proposed.notes)
    later = shown(
        DURHAM,
        freed_up="1000",
        proposal_value="10000.01",
        submitted_on="1 October 2010",
        financial_year="2010-11",
    )
    assert steps(later)[-2:] == [
        ("Answer due", "1 October 2010 and 8 weeks of seven days", "26 November 2010", "inferred"),
        ("Commit the money by", "The end of 2010-11", "31 March 2011", "inferred"),
    ]


@pytest.mark.parametrize(("value", "outcome"), [("10000", "no more"), ("10000.01", "more")])
def test_the_value_of_a_proposal_settles_who_approves_it(value: str, outcome: str) -> None:
    ceiling = rule(DURHAM, "fur-ogim-ceiling")
    result = shown(DURHAM, freed_up="100000", proposal_value=value, financial_year="2010-11")
    (step,) = [s for s in result.working if s.step == "Who approves it?"]
    assert step.calculation.endswith(f" is {outcome} than {ceiling.text}")
    small = outcome == "no more"
    assert step.value == (
        "Assistant Director of practice based commissioning (PBC)"
        if small
        else "Sub-group of the PBC Business Meeting"
    )
    assert step.source == (ceiling if small else rule(DURHAM, "fur-sub-group-above")).citation
    assert ("assistant-director-of-pbc" if small else "business-meeting-sub-group") == result.figures[
        "approver"
    ]
    assert ("ogim" if small else "ogim; service-development-template") == result.figures["documents"]
    assert [a.source for a in result.actions] == [step.source]


def test_without_a_value_the_approver_is_still_open() -> None:
    (action,) = shown(DURHAM, freed_up="100000", financial_year="2010-11").actions
    assert action.text == (
        "Put a value on the proposal: it settles who approves it, and whether a day is set for the answer."
    )
    assert action.source == rule(DURHAM, "fur-ogim-ceiling").citation


def test_a_proposal_worth_more_than_the_share_is_noted_by_how_much() -> None:
    def over(value: str) -> list[str]:
        case = {"freed_up": "1000", "proposal_value": value}
        return [n for n in shown(HERTS, **case).notes if "more than the share available" in n]

    assert over("700") == []
    assert over("700.01") == [
        "The proposal is worth £0.01 more than the share available. Say where the rest comes from."
    ]


def test_a_larger_share_is_noted_where_the_paper_has_one_figure_alone() -> None:
    def said(document: str, **case: str) -> str:
        return " ".join(shown(document, freed_up="1000", **case).notes)

    more = {"practice_share_percent": "71"}
    for document in (DURHAM, REFORM):
        assert "speaks of 70% alone" in said(document, **more)
        assert "speaks of 70% alone" not in said(document)
    assert "speaks of" not in said(HERTS, **more)
    in_deficit = said(HERTS, **more, pct_restoring_balance="yes")
    assert "not how we read the paper. The share is exactly 70% during a deficit" in in_deficit
    assert "While the trust is in deficit" not in said(HERTS, pct_restoring_balance="yes")


def test_that_no_time_is_set_for_the_money_is_said_only_where_the_weeks_are_a_services() -> None:
    case = {"freed_up": "1000", "proposal_value": "10000.01", "submitted_on": "1 October 2010"}
    for document, said in ((DURHAM, True), (HERTS, False), (REFORM, False)):
        notes = shown(document, **case).notes
        assert any("no time is set" in note for note in notes) == said


def test_what_a_paper_is_silent_on_is_said_and_changes_nothing() -> None:
    restoring = {"freed_up": "1000", "pct_restoring_balance": "yes"}
    assert any("says nothing of a trust" in n for n in shown(DURHAM, **restoring).notes)
    assert not any("says nothing of a trust" in n for n in shown(HERTS, **restoring).notes)
    special = {"freed_up": "1000", "special_circumstances": "yes"}
    assert any("changes nothing here" in n for n in shown(REFORM, **special).notes)
    assert not any("changes nothing here" in n for n in shown(HERTS, **special).notes)


def test_the_terms_grow_with_the_position_of_the_trust() -> None:
    def terms(**case: str) -> list[str]:
        return [t.source.paragraph for t in shown(HERTS, freed_up="1000", **case).terms]

    plain = terms()
    restoring = [
        rule(HERTS, id).citation.paragraph for id in ("fur-no-withholding", "budget-no-deficit-topslice")
    ]
    assert terms(pct_restoring_balance="yes") == plain + restoring
    assert len(terms(special_circumstances="yes")) == len(plain) + 2
    assert shown(HERTS, freed_up="0").terms == ()


def test_a_term_tells_its_rule_with_the_list_that_its_sentence_leaves_out() -> None:
    def told(document: str, id: str) -> str:
        found = {t.source: t.text for t in shown(document, freed_up="1000").terms}
        return found[rule(document, id).citation]

    principles = rule(DURHAM, "fur-principles").rule
    assert isinstance(principles.value, tuple)
    points = "; ".join(lower_first(point) for point in principles.value)
    assert told(DURHAM, "fur-principles") == f"{principles.sentence.removesuffix('.')}: {points}."
    order = rule(HERTS, "fur-priority-order").rule
    assert told(HERTS, "fur-priority-order") == order.sentence
    remainder = rule(HERTS, "fur-pct-remainder").rule
    assert told(HERTS, "fur-pct-remainder") == f"{remainder.sentence} {remainder.conditions}"


def test_each_practice_stands_in_a_row_of_its_own_and_alone_they_would_keep_more() -> None:
    table = "practice,budget,spend\nMill,1000,900\nElm,500,650\n"
    result = shown(HERTS, practices=table)
    (rows,) = result.tables
    assert (rows.title, rows.kinds) == ("Where each practice stands", ("text", *["money"] * 4))
    assert rows.columns == ("Practice", "Budget", "Spend", "Saved or overspent", "Share if it stood alone")
    assert rows.rows == (
        ("Mill", "1000.00", "900.00", "100.00", "70.00"),
        ("Elm", "500.00", "650.00", "-150.00", "0.00"),
    )
    assert "would keep £70 between them" in rows.note
    assert result.outcome == "no-savings"
    assert result.headline == "No savings to share: spending is £50 over budget"
    assert [a.source for a in result.actions] == [rule(HERTS, "locality-treated-as-practice").citation]
    assert shown(HERTS, freed_up="0").headline == "No savings to share"
    assert shown(REFORM, freed_up="0").actions == ()


def test_the_pictures_show_both_parts_and_the_days_in_order() -> None:
    case = {"freed_up": "1000", "submitted_on": "1 October 2010", "financial_year": "2010-11"}
    split, line = shown(DURHAM, proposal_value="10000.01", **case).charts
    assert (split.title, line.title) == ("How the saving is split", "The deadlines")
    assert [(m.label, m.value, m.text) for m in split.marks] == [
        ("Practices", Decimal(700), "£700"),
        ("Trust", Decimal(300), "£300"),
    ]
    assert split.description == "The practices may use £700, and the trust £300."
    assert [m.text for m in line.marks] == ["1 October 2010", "26 November 2010", "31 March 2011"]
    assert line.description.startswith("Proposal goes in: 1 October 2010. Answer due: 26 November 2010.")
    assert [m.value for m in line.marks] == sorted(m.value for m in line.marks)
    assert [c.kind for c in shown(REFORM, freed_up="1000", submitted_on="1 October 2010").charts] == [
        *("split", "timeline")
    ]


@pytest.mark.parametrize("case", [{}, {"financial_year": "2010-11"}], ids=["no day", "one day"])
def test_no_line_of_days_without_two_of_them(case: dict[str, str]) -> None:
    (alone,) = shown(DURHAM, freed_up="1000", **case).charts
    assert alone.kind == "split"


def test_where_practices_are_not_eligible_nothing_is_said_of_ways_or_of_counting_savings() -> None:
    result = shown(
        DURHAM,
        freed_up="1000",
        financial_year="2009-10",
        proposal_value="20000",
        submitted_on="1 June 2009",
        practice_share_percent="80",
        pct_restoring_balance="yes",
    )
    assert result.outcome == "not-eligible"
    assert result.headline == "Practices are not eligible for freed-up resources in 2009-10"
    outcomes = {reading.id: reading.outcome for reading in result.readings}
    assert outcomes == {
        "dormant": "not-eligible",
        "practices-only": "share-available",
        "after-agreement": "not-eligible",
        "practice": "not-eligible",
        "cluster": "not-eligible",
    }
    assert result.doubts == ()
    assert len([note for note in result.notes if "the readings do not agree" not in note]) == 1
    assert {used.rule.id for used in result.rules} == {"fur-not-eligible-year", "reward-scheme-substitute"}


@pytest.mark.parametrize(
    ("document", "left"), [(HERTS, "is the trust’s"), (DURHAM, "is left"), (REFORM, "is left")]
)
def test_the_rest_is_the_trusts_only_where_the_paper_says_so(document: str, left: str) -> None:
    result = shown(document, freed_up="1000")
    assert result.headline == f"The practices may use £700 of the £1,000 freed up, and £300 {left}"
    inferred = [note for note in result.notes if "does not say what becomes of the rest" in note]
    assert len(inferred) == (left == "is left")


def test_the_papers_figure_for_the_rest_is_not_told_of_a_larger_share() -> None:
    paper, larger = (shown(HERTS, freed_up="1000", practice_share_percent=share) for share in ("70", "85"))
    rest = rule(HERTS, "fur-pct-remainder").rule.sentence
    assert any(term.text.startswith(rest) for term in paper.terms)
    assert not any(term.text.startswith(rest) for term in larger.terms)


@pytest.mark.parametrize(
    ("document", "share", "basis"),
    [(HERTS, "70", "stated"), (HERTS, "85", "stated"), (DURHAM, "70", "stated"), (DURHAM, "85", "inferred")],
)
def test_a_share_that_the_paper_does_not_name_is_not_told_as_stated(
    document: str, share: str, basis: str
) -> None:
    result = shown(document, freed_up="1000", practice_share_percent=share)
    assert [told for step, _, _, told in steps(result) if step == "The practices’ share"] == [basis]


@pytest.mark.parametrize(
    ("submitted", "due", "told"),
    [
        ("3 February 2011", "2011-03-31", ""),
        ("4 February 2011", "2011-04-01", "The answer is due by 1 April 2011, after 31 March 2011"),
        ("31 March 2011", "2011-05-26", "The answer is due by 26 May 2011, after 31 March 2011"),
        ("1 April 2011", "2011-05-27", "The proposal goes in on 1 April 2011, after 31 March 2011"),
    ],
)
def test_days_that_do_not_go_together_are_pointed_out(submitted: str, due: str, told: str) -> None:
    case = {"freed_up": "1000", "proposal_value": "10000.01", "financial_year": "2010-11"}
    result = shown(DURHAM, submitted_on=submitted, **case)
    assert (result.figures["decide_by"], result.figures["commit_by"]) == (due, "2011-03-31")
    assert [note[: len(told)] for note in result.notes if "committed" in note] == ([told] if told else [])


@pytest.mark.parametrize("value", ["0", "9999.99", "10000", ""])
def test_no_day_is_set_for_the_answer_to_a_proposal_without_a_template(value: str) -> None:
    result = shown(DURHAM, freed_up="1000", proposal_value=value, submitted_on="1 June 2010")
    assert "decide_by" not in result.figures
    told = [note for note in result.notes if note.startswith("No day is set for the answer.")]
    assert bool(told) == bool(value)
    limit = lower_first(rule(DURHAM, SCHEMES[DURHAM].limit).rule.conditions)
    assert [note for note in told if not note.endswith(f" is {limit}")] == []
    assert shown(HERTS, freed_up="1000", proposal_value=value, submitted_on="1 June 2010").figures[
        "decide_by"
    ]


@pytest.mark.parametrize(("freed_up", "otherwise"), [("0", "no-savings"), ("0.50", "share-available")])
def test_the_other_reading_of_the_interim_year_asks_whether_anything_was_saved(
    freed_up: str, otherwise: str
) -> None:
    result = shown(DURHAM, freed_up=freed_up, financial_year="2009-10")
    assert {reading.id: reading.outcome for reading in result.readings}["practices-only"] == otherwise


@pytest.mark.parametrize(
    ("document", "special", "freed_up", "read"),
    [
        (HERTS, "yes", "1000", ["ordered", "either"]),
        (HERTS, "no", "1000", []),
        (HERTS, "yes", "0", []),
        (DURHAM, "yes", "1000", []),
        (REFORM, "yes", "1000", []),
    ],
)
def test_what_comes_first_in_special_circumstances_is_asked_of_the_paper_that_speaks_of_them(
    document: str, special: str, freed_up: str, read: list[str]
) -> None:
    result = shown(document, freed_up=freed_up, special_circumstances=special)
    assert [reading.id for reading in result.readings] == read
