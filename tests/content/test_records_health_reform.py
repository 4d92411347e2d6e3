"""The records of the 2006 framework against a second reading of the paper: figures, lists, proposals and words."""

import re

import pytest

from calculators.records.papers import load_paper
from tests.content.pages import Source, sources
from tests.content.records import values

PAPER = "health-reform-2006"
# Read from the paper alone: value, unit and paragraph of every number and date, in the paper's order.
# Held here a second time on purpose: a rule changed by a slip is caught.
FIGURES = {
    "published-on": ("2006-07-13", "date", "Reader box"),
    "task-force-report-date": ("2006-07", "date", "1.3"),
    "second-phase-date": ("2006-12", "date", "1.4"),
    "commissioning-goals-count": ("4", "count", "2.11"),
    "pay-for-performance": ("300", "count", "2.13"),
    "table-1-means": ("6", "count", "2.16"),
    "table-1-objectives": ("5", "count", "2.16"),
    "cornwall-admissions": ("457", "count", "2.16, box, para 2"),
    "cornwall-discharges": ("84", "count", "2.16, box, para 2"),
    "cornwall-savings": ("975000", "GBP", "2.16, box, para 2"),
    "t1-wait-weeks": ("18", "weeks", "Table 1, quality, Contracts"),
    "incentive-principles": ("5", "count", "2.22"),
    "tender-after-one-year": ("1", "years", "2.33"),
    "intelligent-board-date": ("2006-02", "date", "2.40"),
    "forecast-years": (("3", "5"), "years", "2.49"),
    "improvement-months": ("12", "months", "2.55"),
    "milton-keynes-admissions": ("89", "count", "2.56, box"),
    "milton-keynes-discharges": ("95", "count", "2.56, box"),
    "milton-keynes-return": ("33500", "GBP", "2.56, box"),
    "prevention-months": ("12", "months", "2.58, bullet 1"),
    "manchester-triage": ("90", "percent", "2.58, bullet 6"),
    "east-devon-localities": ("3", "count", "2.58, East Devon box"),
    "east-devon-avoided": ("74", "percent", "2.58, East Devon box"),
    "east-devon-conversion-after": ("80", "percent", "2.58, East Devon box"),
    "east-devon-conversion-before": ("27", "percent", "2.58, East Devon box"),
    "east-devon-saving": ("16000", "GBP", "2.58, East Devon box"),
    "east-devon-months": ("5", "months", "2.58, East Devon box"),
    "wakefield-wait-days": ("4", "days", "2.58, Wakefield box, para 2"),
    "wakefield-urgent-hours": ("2", "hours", "2.58, Wakefield box, para 2"),
    "wakefield-period": ("12", "months", "2.58, Wakefield box, para 2"),
    "wakefield-referrals": ("865", "count", "2.58, Wakefield box, para 2"),
    "wakefield-admitted": ("5", "percent", "2.58, Wakefield box, para 2"),
    "wakefield-occupancy-before": ("102", "percent", "2.58, Wakefield box, para 2"),
    "wakefield-occupancy-after": ("88", "percent", "2.58, Wakefield box, para 2"),
    "wakefield-occupancy-years": (("2003/04", "2005/06"), "financial year", "2.58, Wakefield box, para 2"),
    "contracts-from": ("2007/08", "financial year", "2.60"),
    "waiting-target-weeks": ("18", "weeks", "2.62"),
    "over-activity-questions-count": ("6", "count", "2.64"),
    "assurance-pilot-year": ("2006/07", "financial year", "2.71"),
    "pct-budget-share": ("80", "percent", "3.2"),
    "funding-formula-review": ("2003/04", "financial year", "3.3"),
    "allocations-fixed": (("2006/07", "2007/08"), "financial year", "3.5"),
    "reserve-repayment-years": ("3", "years", "3.6"),
    "pbc-guidance-date": ("2006-01", "date", "3.11"),
    "two-levels": ("2", "count", "3.16"),
    "early-wins-date": ("2006-02", "date", "3.21, box"),
    "large-share-of-business": ("20", "percent", "3.25"),
    "specialised-population": ("1000000", "people", "3.27"),
    "specialised-guidance-date": ("2003-03", "date", "3.28"),
    "carter-report-date": ("2006-05", "date", "3.28"),
    "pbc-support-phases": ("3", "count", "4.6"),
    "techniques-count": ("3", "count", "A.1"),
    "pa-levels": ("2", "count", "A.5"),
    "um-parts": ("2", "count", "A.8"),
    "um-purposes": ("2", "count", "A.10"),
    "designation-years": ("5", "years", "B.6, bullet 5"),
    "model-contract-year": ("2007/08", "financial year", "C.5"),
    "contract-sections": ("3", "count", "C.12"),
    "quality-domains": ("7", "count", "C.14"),
    "dispute-options": ("2", "count", "C.22"),
    "waiting-weeks-contract": ("18", "weeks", "C.25"),
    "local-areas": ("3", "count", "C.37"),
    "quality-drivers": ("4", "count", "C.40"),
    "consultation-questions": ("4", "count", "C.46"),
    "plan-approval-8-weeks": ("8", "weeks", "D.18, bullet 1"),
    "fur-reply-8-weeks": ("8", "weeks", "D.24"),
    "fur-70-percent": ("70", "percent", "D.25"),
    "aligning-framework-date": ("2006-12", "date", "D.30"),
    "consultation-deadline": ("2006-10-06", "date", "D.31"),
    "petition-public-threshold": ("1", "percent", "E.4, bullet 4"),
    "petition-users-threshold": ("10", "percent", "E.4, bullet 4"),
    "choice-since": ("2006-01", "date", "Glossary, Choice"),
    "choice-hospitals": ("4", "count", "Glossary, Choice"),
    "community-hospital-people": ("100000", "people", "Glossary, Community hospital"),
    "district-hospital-people": ("150000", "people", "Glossary, District general hospital"),
    "area-agreement-years": ("3", "years", "Glossary, Local area agreement"),
    "delivery-plan-years": ("3", "years", "Glossary, Local delivery plan"),
    "white-paper-date": ("2006-01", "date", "Glossary, Our health, our care, our say"),
}
# Dates, years and places in other papers that the paper gives in words, as its sentence has them.
IN_WORDS = {
    "maternity-plan-month": ("October", "2.17"), "review-programme-year": ("2007", "2.31"),
    "consultation-act": ("2001, section 11", "2.53"), "operating-framework-month": ("July", "2.61"),
    "operating-framework-paragraph": ("6.9", "2.61, footnote"), "funding-growth-since": ("1997", "3.2"),
    "specialised-regulations": ("2375 of 2002", "3.27, footnote"), "toolkit-month": ("October", "A.1"),
    "further-details-month": ("August", "A.15"), "model-contract-due": ("autumn 2006", "C.5"),
    "pec-review": ("October", "D.9"), "new-pcts-month": ("October", "D.9"),
    "guidance-plan-paragraph": ("52", "D.18, footnote"),
    "guidance-information-paragraphs": ("21 to 27", "D.19, footnote"),
    "guidance-budget-paragraphs": ("28 to 42", "D.23, footnote"),
    "white-paper-timetable-paragraph": ("2.75", "D.30, footnote"),
    "white-paper-petitions-paragraph": ("7.21", "E.1"), "free-choice-by": ("2008", "Glossary, Choice"),
    "patients-forums-act": ("2002", "Glossary, Patients’ forum"),
}  # fmt: skip
IS_TIMED = r"\d|January|July|August|October|autumn"
# “Over”, “less than”, “fewer than”, “or more”, “at least”, “within” and “within a maximum of”.
OPERATORS = {
    "east-devon-conversion-after": ">", "east-devon-saving": ">", "specialised-population": ">",
    "wakefield-admitted": "<", "community-hospital-people": "<",
    "large-share-of-business": ">=", "choice-hospitals": ">=", "district-hospital-people": ">=",
    "improvement-months": "<=", "plan-approval-8-weeks": "<=", "fur-reply-8-weeks": "<=",
}  # fmt: skip
# Where the paper says the same again, so that a reader of either place finds the rule.
SAID_AGAIN = {
    "second-phase-date": ["2.17"], "carter-report-date": ["2.10"], "large-share-of-business": ["C.45"],
    "over-activity-questions-count": ["C.28"], "waiting-weeks-contract": ["C.26", "C.33"],
    "consultation-deadline": ["C.47"], "model-contract-year": ["C.35", "C.39", "C.48"],
    "specialised-population": ["3.27, footnote", "Glossary, Specialised services"],
}  # fmt: skip
COUNTED = {
    "commissioning-goals-count": ["commissioning-goals"], "incentive-principles": ["incentive-principles-list"],
    "over-activity-questions-count": ["over-activity-questions", "contract-over-activity-questions"],
    "pbc-support-phases": ["support-phases"], "techniques-count": ["techniques"],
    "contract-sections": ["contract-parts"], "local-areas": ["local-agreement"],
    "quality-drivers": ["quality-drivers-list"], "consultation-questions": ["contract-questions"],
}  # fmt: skip
PROPOSED = {"contracts": "Appendix C", "pbc-governance": "Appendix D", "petitions": "Appendix E"}


def page(stem: str) -> Source:
    return next(source for source in sources() if (source.paper_id, source.stem) == (PAPER, stem))


@pytest.mark.parametrize(("rule_id", "read"), FIGURES.items(), ids=FIGURES)
def test_every_figure_is_a_rule_with_the_papers_value_unit_and_paragraph(
    rule_id: str, read: tuple[str | tuple[str, ...], str, str]
) -> None:
    rule = load_paper(PAPER).rule(rule_id)
    assert (rule.value, rule.unit, rule.paragraph, rule.op) == (*read, OPERATORS.get(rule_id, ""))


def test_no_rule_with_a_number_or_date_went_without_a_second_reading() -> None:
    rules = load_paper(PAPER).rules.values()
    assert {r.id for r in rules if r.unit not in {"text", "list"}} == FIGURES.keys()
    timed = {r.id for r in rules if r.unit == "text" and re.search(IS_TIMED, str(r.value))}
    assert timed == IN_WORDS.keys()


@pytest.mark.parametrize(("rule_id", "read"), IN_WORDS.items(), ids=IN_WORDS)
def test_a_date_or_place_in_words_is_the_papers(rule_id: str, read: tuple[str, str]) -> None:
    rule = load_paper(PAPER).rule(rule_id)
    assert read[0] in rule.value
    assert rule.paragraph == read[1]


@pytest.mark.parametrize(("rule_id", "places"), SAID_AGAIN.items(), ids=SAID_AGAIN)
def test_a_rule_names_the_other_places_that_say_it(rule_id: str, places: list[str]) -> None:
    assert set(places) <= set(load_paper(PAPER).rule(rule_id).also)


@pytest.mark.parametrize(("rule_id", "checklists"), COUNTED.items(), ids=COUNTED)
def test_a_count_is_the_length_of_each_list_it_counts(rule_id: str, checklists: list[str]) -> None:
    paper = load_paper(PAPER)
    assert {len(paper.checklists[id].item) for id in checklists} == {int(paper.rule(rule_id).decimal)}


def test_the_tables_are_whole() -> None:
    paper = load_paper(PAPER)
    cells = {
        n: [label.split(", ")[1:] for label in paper.paragraphs if label.startswith(n)]
        for n in ("Table 1", "Table 2")
    }
    means = {column for cell in cells.values() for _, column in cell}
    rows = {row for row, _ in cells["Table 1"]}
    assert len(means) == paper.rule("table-1-means").decimal
    assert len(rows) == paper.rule("table-1-objectives").decimal
    assert {row for row, _ in cells["Table 2"]} == {"patients", "practices", "PCTs", "SHAs"}
    assert [len(cell) for cell in cells.values()] == [len(means) * len(rows), len(means) * 4]
    assert len(values(paper.rule("quality-domain-names").value)) == paper.rule("quality-domains").decimal


@pytest.mark.parametrize(("stem", "appendix"), PROPOSED.items(), ids=PROPOSED)
def test_a_proposal_is_told_as_one_before_anything_else(stem: str, appendix: str) -> None:
    assert f"**In short:** {appendix} was a proposal for consultation" in page(stem).text


def test_each_word_is_explained_on_its_page_as_in_the_glossary() -> None:
    text = page("words").text
    assert [term.id for term in load_paper(PAPER).terms.values() if f"** {term.meaning}" not in text] == []
