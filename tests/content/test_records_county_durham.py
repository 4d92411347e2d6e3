"""The County Durham and Darlington records, against a second reading of the paper: figures, tables and routes."""

from collections import Counter

import pytest

from calculators.records.papers import load_paper

PAPER = "county-durham-darlington"
# Read from the paper a second time, and held here a second time on purpose: a rule changed by a slip is caught.
FIGURES = {
    "fur-practice-share": "70", "fur-ogim-ceiling": "10000", "fur-sub-group-above": "10000",
    "fur-commit-within": "1", "fur-not-eligible-year": "2009/10", "interim-end": "2010-04",
    "interim-focus-areas": "2", "decision-deadline": "8", "cluster-count": "6", "aims-count": "6",
    "cluster-practices": ("13", "17", "15", "17", "11", "12"),
    "cluster-patients": ("100000", "154000", "89000", "101000", "96000", "103000"),
    "cluster-strategy-years": "5", "cpg-themes": "8", "right-to-hold-budget-conditions": "4",
    "apportionment-basis": "100", "list-size-date": "2009-04-01", "historic-activity-months": "12",
    "historic-activity-window": ("2008-01", "2008-12"), "contingency-rate": "1",
    "contingency-single-spell": "20000", "contingency-multiple-spells": "10000", "list-size-threshold": "2",
    "practice-budget-from": "2010-04", "pace-of-change-pending": "5", "updates-to-board-from": "2009-10",
    "meeting-date": "2010-02-25", "guidance-dates": ("2006-11", "2007-12"), "national-indicators-count": "3",
}  # fmt: skip
# A rule that counts a list, and the checklist or rule that holds it.
COUNTED = {
    "aims-count": "pbc-aims",
    "cluster-objectives-count": "cluster-objectives",
    "bm-remit-count": "business-meeting-remit",
    "chair-duties-count": "chair-duties",
    "appraisal-criteria-count": "appraisal-criteria",
    "right-to-hold-budget-conditions": "budget-conditions",
}
# Whoever is said to answer to two bodies or more, in the paper's own words.
SEVERAL_MASTERS = {"pbc-chairs": 3, "cluster-managers": 2}
UPWARDS = ("accountable_to", "responsible_to", "reports_to")


@pytest.mark.parametrize(("rule_id", "value"), FIGURES.items(), ids=FIGURES)
def test_every_figure_is_a_rule_with_the_papers_value(rule_id: str, value: str | tuple[str, ...]) -> None:
    assert load_paper(PAPER).rule(rule_id).value == value


@pytest.mark.parametrize(("rule_id", "checklist"), COUNTED.items(), ids=COUNTED)
def test_a_count_is_the_length_of_the_list_it_counts(rule_id: str, checklist: str) -> None:
    paper = load_paper(PAPER)
    assert int(paper.rule(rule_id).decimal) == len(paper.checklists[checklist].item)


def test_the_totals_of_the_clusters_are_our_sums() -> None:
    paper = load_paper(PAPER)
    names = paper.rule("cluster-names").value
    for rows, total in (
        ("cluster-practices", "cluster-practices-total"),
        ("cluster-patients", "cluster-patients-total"),
    ):
        values = paper.rule(rows).value
        assert len(values) == len(names) == int(paper.rule("cluster-count").decimal)
        assert sum(map(int, values)) == paper.rule(total).decimal
        assert paper.rule(total).basis == "inferred"


@pytest.mark.parametrize("part", ["workstream", "pbc"])
def test_every_portfolio_has_a_lead(part: str) -> None:
    paper = load_paper(PAPER)
    areas = paper.rule("portfolio-workstreams" if part == "workstream" else "portfolio-pbc").value
    leads = paper.rule(f"portfolio-{part}-leads")
    rows = [label for label in (leads.paragraph, *leads.also) if ", row " in label]
    assert len(areas) == len(leads.value) == len(rows)


def test_the_two_routes_meet_at_one_value_and_share_no_amount() -> None:
    paper = load_paper(PAPER)
    low, high = paper.rule("fur-ogim-ceiling"), paper.rule("fur-sub-group-above")
    assert (low.op, high.op) == ("<=", ">")
    assert low.decimal == high.decimal
    members = {
        line.from_ for line in paper.lines.values() if line.to == "fur-sub-group" and line.kind == "member_of"
    }
    assert len(members) == len(paper.rule("fur-sub-group-members").value)


def test_lines_that_the_text_does_not_state_are_marked() -> None:
    """The paper's own diagram is lost: who directs the directors can only be inferred, and some are left without."""
    basis = {(line.from_, line.to): line.basis for line in load_paper(PAPER).lines.values()}
    for ends in (
        ("ibb", "boards"),
        ("practices", "cluster"),
        ("assistant-director", "director-strategy"),
        ("director-strategy", "chief-executive"),
    ):
        assert basis[ends] != "stated", ends
    answers = {line.from_ for line in load_paper(PAPER).lines.values() if line.kind in UPWARDS}
    assert not answers & {"sdg", "cpg", "admin-support"}


def test_responsible_to_is_not_accountable_to() -> None:
    kinds = {
        (line.from_, line.to): line.kind for line in load_paper(PAPER).lines.values() if line.kind in UPWARDS
    }
    assert kinds["cluster-managers", "assistant-director"] == "accountable_to"
    assert kinds["cluster-managers", "pbc-chairs"] == "responsible_to"
    assert kinds["chief-executive", "boards"] == "responsible_to"


def test_who_answers_to_several_bodies() -> None:
    found = Counter(
        line.from_
        for line in load_paper(PAPER).lines.values()
        if line.kind in UPWARDS and line.basis != "inferred" and line.from_ != line.to
    )
    assert {body: found[body] for body in SEVERAL_MASTERS} == SEVERAL_MASTERS


def test_the_steps_say_the_numbers_of_their_rules() -> None:
    paper = load_paper(PAPER)
    money, service = paper.processes["fur-approval"].step, paper.processes["proposal-approval"].step
    assert paper.rule("fur-ogim-ceiling").show() in money[1].next[0]
    assert paper.rule("fur-commit-within").show(words=True) in money[-1].deadline
    assert paper.rule("decision-deadline").show() in service[-1].deadline


def test_a_word_that_the_paper_leaves_open_is_not_defined_for_it() -> None:
    """Neither a material conflict nor a real budget is defined, though much depends on both."""
    terms = load_paper(PAPER).terms
    for id in ("material-conflict", "real-budget"):
        assert "does not define it" in terms[id].meaning
