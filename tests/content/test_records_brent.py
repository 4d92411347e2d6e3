"""The Brent records, against a second reading of the paper: figures, routes, and what the paper leaves out."""

import pytest

from calculators.records.papers import load_paper
from tests.content.records import values

PAPER = "brent"
# Read from the paper a second time, and held here a second time on purpose: a rule changed by a slip is caught.
FIGURES = {
    "brent-min-patient-base": "25000", "brent-cluster-count": "5", "brent-vision-horizon": "3",
    "brent-support-horizon": "3", "brent-patient-satisfaction": "1", "brent-elements-count": "2",
}  # fmt: skip
# A rule that counts a list, and the checklist that holds it.
COUNTED = {
    "brent-elements-count": "brent-elements",
    "brent-framework-count": "brent-framework-considerations",
    "brent-cluster-responsibility-count": "brent-cluster-responsibilities",
    "brent-pct-responsibility-count": "brent-pct-responsibilities",
}
# A rule that counts bullets, and the clause that they stand under.
BULLETS = {"brent-pct-commitment-count": "3.2.2", "brent-cluster-responsibility-count": "3.1.2"}
# How many bodies the clusters answer to: the trust, and by our inference its board and the PEC.
ANSWERS_TO = 3


@pytest.mark.parametrize(("rule_id", "value"), FIGURES.items(), ids=FIGURES)
def test_every_figure_is_a_rule_with_the_papers_value(rule_id: str, value: str) -> None:
    assert load_paper(PAPER).rule(rule_id).value == value


@pytest.mark.parametrize(("rule_id", "checklist"), COUNTED.items(), ids=COUNTED)
def test_a_count_is_the_length_of_the_list_it_counts(rule_id: str, checklist: str) -> None:
    paper = load_paper(PAPER)
    assert int(paper.rule(rule_id).decimal) == len(paper.checklists[checklist].item)


@pytest.mark.parametrize(("rule_id", "clause"), BULLETS.items(), ids=BULLETS)
def test_a_count_is_the_number_of_bullets_under_its_clause(rule_id: str, clause: str) -> None:
    paper = load_paper(PAPER)
    bullets = [label for label in paper.paragraphs if label.startswith(f"{clause}, bullet")]
    assert int(paper.rule(rule_id).decimal) == len(bullets)


def test_the_clause_that_the_paper_skips_is_not_made_up() -> None:
    paper = load_paper(PAPER)
    section = [label for label in paper.paragraphs if label.partition(".")[0] == "4"]
    assert section == ["4", "4.1", "4.3", "4.4", "4.5"]
    assert "4.1" in paper.ambiguity("amb-brent-missing-clause").paragraph


def test_a_plan_goes_from_the_committee_to_the_chief_executive_and_no_further() -> None:
    paper = load_paper(PAPER)
    assert len(values(paper.rule("brent-plan-signoff").value)) == 2
    drawn = {(line.from_, line.kind, line.to) for line in paper.lines.values()}
    assert ("pec", "submits_to", "chief-executive") in drawn
    assert ("chief-executive", "approves", "clusters") in drawn
    assert [end for end in drawn if end[0] == "chief-executive" and end[1] == "submits_to"] == []


def test_accountability_is_mutual_and_each_other_line_of_it_is_our_inference() -> None:
    found = [line for line in load_paper(PAPER).lines.values() if line.kind == "accountable_to"]
    stated = {(line.from_, line.to) for line in found if line.basis == "stated"}
    assert stated == {("clusters", "pct"), ("pct", "clusters")}
    assert {line.basis for line in found if (line.from_, line.to) not in stated} == {"inferred"}
    assert sum(line.from_ == "clusters" for line in found) == ANSWERS_TO


def test_no_money_is_in_the_records_since_none_is_in_the_paper() -> None:
    rules = load_paper(PAPER).rules.values()
    assert [rule.id for rule in rules if rule.unit.startswith("GBP") or rule.unit == "percent"] == []
