"""Both calculators are filled in, sent and corrected by keyboard alone; the last answer sent is the one shown."""

from playwright.sync_api import expect

from tests.conftest import OpenPage
from tests.support.forms import (
    FAIR_SHARE,
    GATEWAY,
    answers,
    fair_share,
    headline,
    load_example,
    send,
    tab_to,
)
from tests.support.traffic import Traffic


def test_fair_share_by_keyboard_alone(open_page: OpenPage) -> None:
    page = open_page(FAIR_SHARE)
    tab_to(page, "#indicative_budget")
    page.keyboard.type("1,200,000")
    tab_to(page, "#fair_share_budget")
    page.keyboard.type("£1m")
    page.keyboard.press("Enter")
    expect(headline(page)).to_be_focused()
    expect(headline(page)).to_contain_text("20%")
    expect(page.locator("[data-status]")).to_contain_text("Result: Above the range")
    assert page.title().startswith("Fair share")
    tab_to(page, ".result .answers__change a")
    page.keyboard.press("Enter")
    expect(page.locator("#indicative_budget")).to_be_focused()


def test_gateway_by_keyboard_alone(open_page: OpenPage) -> None:
    page = open_page(GATEWAY)
    tab_to(page, "#applying_for")
    page.keyboard.press("Space")
    tab_to(page, "#practices")
    page.keyboard.type("15")
    count = page.locator("[data-group=group] [data-count]")
    expect(count).to_have_text("3 left")
    tab_to(page, "[data-group=o1] summary")
    page.keyboard.press("Enter")
    tab_to(page, "#o1_l1_b")
    page.keyboard.press("ArrowRight")
    assert answers(page) == {"applying_for": "2", "practices": "15", "o1_l1_b": "no"}
    tab_to(page, "[data-field=o1_l1_b] [data-action=clear]")
    page.keyboard.press("Enter")
    expect(page.locator("#o1_l1_b")).to_be_focused()
    assert answers(page) == {"applying_for": "2", "practices": "15"}
    page.keyboard.press("Enter")
    expect(headline(page)).to_be_focused()
    expect(headline(page)).to_contain_text("level 2")


def test_a_section_leads_to_the_next(open_page: OpenPage) -> None:
    page = open_page(GATEWAY)
    expect(page.locator("[data-group=group]")).to_have_attribute("open", "")
    expect(page.locator("#o1_l1_b")).to_be_hidden()
    page.get_by_role("button", name="Next: Practice by practice").click()
    expect(page.locator("[data-group=table] summary").first).to_be_focused()
    expect(page.locator("#practice_data")).to_be_visible()
    expect(page.locator("#practices")).to_be_hidden()
    page.get_by_role("button", name="Open all sections").click()
    expect(page.locator("#o6_l1_a")).to_be_visible()
    page.get_by_role("button", name="Close all sections").click()
    expect(page.locator("#practices")).to_be_hidden()


def test_questions_of_a_higher_level_are_asked_only_for_it(open_page: OpenPage) -> None:
    page = open_page(GATEWAY)
    page.get_by_role("button", name="Open all sections").click()
    page.get_by_role("radio", name="Level 3").check()
    page.locator("#o1_l3_b").check()
    assert answers(page)["o1_l3_b"] == "yes"
    page.get_by_role("radio", name="Level 2").check()
    expect(page.locator("#o1_l3_b")).to_be_hidden()
    assert "o1_l3_b" not in answers(page)
    page.get_by_role("radio", name="Level 3").check()
    expect(page.locator("#o1_l3_b")).to_be_checked()


def test_the_last_answer_sent_is_the_one_shown(open_page: OpenPage) -> None:
    page = fair_share(open_page)
    send(page)
    page.locator("#indicative_budget").fill("1,050,000")
    send(page)
    send(page)
    expect(headline(page)).to_contain_text("5%")
    expect(page.locator(".result .answers__value").first).to_have_text("£1,050,000")
    page.wait_for_timeout(500)
    expect(headline(page)).to_contain_text("5%")


def test_a_change_after_the_result_is_told(open_page: OpenPage) -> None:
    page = fair_share(open_page)
    send(page)
    headline(page)
    told = page.get_by_text("You have changed an answer since this result.")
    expect(told).to_be_hidden()
    page.locator("#indicative_budget").fill("1,300,000")
    expect(told).to_be_visible()
    page.get_by_role("button", name="Work it out again").click()
    expect(headline(page)).to_contain_text("30%")
    expect(told).to_be_hidden()


def test_an_example_fills_the_form_and_can_be_undone(open_page: OpenPage) -> None:
    page = fair_share(open_page, "7", "8")
    name = load_example(page)
    expect(page.locator("[data-told]")).to_contain_text(name)
    assert answers(page)["indicative_budget"] not in {"", "7"}
    page.get_by_role("button", name="Undo").click()
    assert answers(page)["indicative_budget"] == "7"


def test_an_example_gives_what_its_worked_example_shows(open_page: OpenPage) -> None:
    """The page's own words, written at build, are the words that the reader's browser works out."""
    for path in (FAIR_SHARE, GATEWAY):
        page = open_page(path)
        load_example(page)
        send(page)
        worked = page.locator("#example-1-heading").text_content()
        expect(headline(page)).to_have_text(worked or "")


def test_start_again_empties_the_form_and_leads_to_its_first_question(open_page: OpenPage) -> None:
    page = fair_share(open_page)
    send(page)
    headline(page)
    page.get_by_role("button", name="Start again").click()
    expect(page.locator("#indicative_budget")).to_have_value("")
    expect(page.locator("#indicative_budget")).to_be_focused()
    # A default is nobody's answer: it is told beside the box, and not filled in.
    expect(page.locator("#agreed_shift_percent")).to_have_value("")
    expect(page.locator(".result")).to_be_hidden()


def test_the_runtime_waits_until_the_form_is_reached_for(open_page: OpenPage, traffic: Traffic) -> None:
    page = open_page(FAIR_SHARE)
    page.wait_for_load_state("networkidle")
    assert not [path for path in traffic.paths() if "/assets/python/" in path]
    page.locator("#indicative_budget").focus()
    expect(page.locator("#stage-words")).not_to_be_empty()
    expect(page.locator("#stage-words")).to_have_text("The calculator is ready.", timeout=60_000)
    assert [path for path in traffic.paths() if "/assets/python/" in path]
    expect(page.locator("#indicative_budget")).to_be_focused()
