"""What is typed and pasted as other programs leave it: read for what it shows, or refused with words on what to do."""

import pytest
from playwright.sync_api import expect

from tests.conftest import OpenPage
from tests.support.forms import GATEWAY, error_summary, fair_share, headline, send

SAVINGS = "calculators/freed-up-resources/"


@pytest.mark.parametrize(
    ("budget", "fair"),
    [("\u202d1,200,000\u202c", "\ufeff1000000"), ("1,200,000\u200b", "1\u00a0000\u00a0000")],
)
def test_characters_that_do_not_show_change_no_amount(open_page: OpenPage, budget: str, fair: str) -> None:
    page = fair_share(open_page, budget=budget, fair=fair)
    send(page)
    expect(headline(page)).to_contain_text("20% above its fair share")


def test_a_year_that_a_spreadsheet_rewrote_is_read_and_a_day_with_half_a_year_is_refused(
    open_page: OpenPage,
) -> None:
    page = open_page(SAVINGS)
    page.get_by_role("radio", name="County Durham").check()
    page.locator("#freed_up").fill("1000")
    page.locator("#financial_year").fill("Nov-10")
    page.locator("#proposal_value").fill("15000")
    page.locator("#submitted_on").fill("01-Oct-10")
    send(page)
    line = error_summary(page).get_by_role("link")
    expect(line).to_have_text(
        "The day the proposal goes in must have its year in four figures, like 1 October 2009"
    )
    line.click()
    expect(page.locator("#submitted_on")).to_be_focused()
    page.locator("#submitted_on").fill("01OCT2010")
    send(page)
    expect(headline(page)).to_contain_text("£700 of the £1,000")
    expect(page.locator(".result")).to_contain_text("31 March 2011")
    expect(page.locator(".result")).to_contain_text("26 November 2010")


def test_scores_that_look_like_percentages_are_refused_with_what_scores_are_out_of(
    open_page: OpenPage,
) -> None:
    page = open_page(GATEWAY)
    page.get_by_role("radio", name="Level 2").check()
    page.locator("#practices").fill("3")
    page.locator("[data-group=table] summary").first.click()
    page.locator("#practice_data").fill("practice,qof_score\nBirch,98.2\nHazel,97\nYew,99.1\n")
    send(page)
    expect(error_summary(page).get_by_role("link")).to_contain_text("Scores are points out of 1,050")
    page.locator("#practice_data").fill("practice,qof_score\nBirch,982\nHazel,870\nYew,901\n")
    send(page)
    expect(headline(page)).to_contain_text("Not yet ready for level 2")
