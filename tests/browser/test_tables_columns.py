"""Where headings do not fit, the page asks which column is which, remembers the answer by heading, and forgets it."""

import pytest
from playwright.sync_api import Page, expect

from tests.conftest import OpenPage
from tests.support.forms import ANSWER, headline, send, stored
from tests.support.given import cases, choose, reading, savings, told
from tests.support.workbooks import workbook

OTHERS = "Surgery,Allocation,Cost to date,NHS number\nMill,1000000,900000,4857773456\nElm,500000,480000,4857773456\n"
REMEMBERED = {"Allocation": "budget", "Cost to date": "spend"}


def name_columns(page: Page, **columns: str) -> None:
    """Answer which column is which, by the label of what is asked."""
    question = page.get_by_role("group", name="Which of your columns is this?")
    expect(question).to_be_visible(timeout=ANSWER)
    for label, heading in columns.items():
        question.get_by_label(label.replace("_", " "), exact=True).select_option(label=heading)
    question.get_by_role("button", name="Use these columns").press("Enter")


def test_columns_named_by_hand_are_read_remembered_and_forgotten(open_page: OpenPage) -> None:
    page = savings(open_page)
    page.locator("#practices").fill(OTHERS)
    name_columns(page, Budget="Allocation", Spend="Cost to date")
    told(page, "2 practices, 3 columns read")
    expect(reading(page).locator("[data-told-of-table]")).to_be_focused()
    assert page.locator("#practices").input_value().splitlines()[:2] == [
        "practice,budget,spend",
        "Mill,1000000,900000",
    ]
    assert stored(page)["calculator-columns/freed-up-resources"] == {"practices": REMEMBERED}
    send(page)
    expect(headline(page)).to_contain_text("£84,000")
    page.locator("#practices").fill(OTHERS)
    told(page, "2 practices, 3 columns read")
    expect(reading(page)).to_contain_text("This browser remembers")
    page.get_by_role("button", name="Forget my answers").click()
    assert stored(page) == {}
    page.get_by_role("radio", name="Hertfordshire").check()
    page.locator("#practices").fill(OTHERS)
    expect(page.get_by_text("Which of your columns is this?")).to_be_visible(timeout=ANSWER)


def test_a_near_heading_is_the_guess(open_page: OpenPage) -> None:
    page = savings(open_page)
    page.locator("#practices").fill("practice,budgte,spend\nMill,1000000,900000\n")
    expect(page.get_by_label("Budget", exact=True)).to_have_value("budgte", timeout=ANSWER)
    name_columns(page)
    told(page, "1 practice, 3 columns read")


def test_amounts_in_thousands_are_never_chosen_as_pounds(open_page: OpenPage) -> None:
    page = savings(open_page)
    page.locator("#practices").fill("practice,budget (£000s),spend,other\nMill,1000,900,1\n")
    expect(reading(page)).to_contain_text("in another scale", timeout=ANSWER)
    options = page.get_by_label("Budget", exact=True).locator("option")
    if options.count():
        assert "budget (£000s)" not in options.all_inner_texts()


def test_a_workbook_with_other_headings_is_named_by_hand(open_page: OpenPage) -> None:
    page = savings(open_page)
    rows = [line.split(",") for line in OTHERS.splitlines()]
    choose(page, workbook(["Savings of the year"], [], *rows))
    name_columns(page, Budget="Allocation", Spend="Cost to date")
    told(page, "2 practices, 3 columns read")
    assert "4857773456" not in page.locator("#practices").input_value()
    choose(page, workbook(*rows))
    told(page, "2 practices, 3 columns read")


def test_columns_about_people_are_pointed_out_and_left_out(open_page: OpenPage) -> None:
    page = savings(open_page)
    page.locator("#practices").fill(
        "practice,budget,spend,Patient,List size\nMill,1000000,900000,Ann Smith,5000\n"
    )
    expect(reading(page)).to_contain_text("“Patient” looks as if it held", timeout=ANSWER)
    expect(reading(page)).to_contain_text("this browser does not keep the table")
    assert "Ann" not in str(stored(page))
    page.get_by_role("button", name="Leave out “Patient” and “List size”").click()
    told(page, "1 practice, 3 columns read")
    assert page.locator("#practices").input_value().splitlines() == [
        "practice,budget,spend",
        "Mill,1000000,900000",
    ]
    assert "Ann" not in str(stored(page))
    assert "Mill" in str(stored(page))
    expect(reading(page)).not_to_contain_text("looks as if")


@pytest.mark.parametrize("way", ["pasted", "chosen"])
def test_columns_of_cases_are_named_and_left_out_before_anything_is_exported(
    open_page: OpenPage, way: str
) -> None:
    page = cases(open_page)
    rows = [
        ["case", "Allocation", "fair_share_budget", "NHS number"],
        ["Mill", "1200000", "1000000", "4857773456"],
    ]
    if way == "pasted":
        page.locator("#table").fill("\n".join("\t".join(row) for row in rows))
    else:
        choose(page, workbook(*rows), box="#file")
    name_columns(page, Indicative_budget_for_the_year="Allocation")
    told(page, "1 row, 2 columns read", "case-table")
    expect(reading(page, "case-table")).to_contain_text("“NHS number” looks as if it held NHS numbers")
    page.get_by_role("button", name="Leave out “case” and “NHS number”").click()
    told(page, "1 row, 2 columns read", "case-table")
    page.get_by_role("button", name="Work out the table").click()
    expect(page.locator(".batch__headline")).to_have_text("1 row worked out", timeout=ANSWER)
    with page.expect_download() as download:
        page.get_by_role("button", name="Download all results as CSV").click()
    text = download.value.path().read_text(encoding="utf-8-sig")
    assert text.startswith("Allocation,fair_share_budget,outcome")
    assert "4857773456" not in text
    page.get_by_role("button", name="Forget them").click()
    expect(page.get_by_text("Which of your columns is this?")).to_be_visible(timeout=ANSWER)


def test_choices_that_were_edited_by_hand_keep_no_table_from_being_read(open_page: OpenPage) -> None:
    page = savings(open_page)
    columns = {"x" * 5000: "budget", **{f"H{n}": "drop" for n in range(3000)}}
    script = "([key, columns]) => localStorage.setItem(key, JSON.stringify({ practices: columns }))"
    page.evaluate(script, ["calculator-columns/freed-up-resources", columns])
    page.reload()
    page.locator("#practices").fill("practice,budget,spend,H2999\nMill,1000000,900000,x\n")
    told(page, "1 practice, 3 columns read")
    expect(reading(page)).to_contain_text("and 990 more")
