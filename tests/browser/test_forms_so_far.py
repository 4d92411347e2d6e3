"""The gateway's form says what the table has answered, and asks for plans only where something falls short."""

from typing import Any

from playwright.sync_api import Locator, Page, expect

from tests.conftest import OpenPage
from tests.support.axe import assert_accessible_in_every_look
from tests.support.forms import (
    ANSWER,
    FAIR_SHARE,
    GATEWAY,
    answers,
    by_hand,
    headline,
    load_example,
    send,
    tab_to,
)
from tests.support.traffic import Traffic

HEADINGS = "Practice name\tCode\tDES or LES signed\tLatest QOF score\tAccess DES\tList size"
NAMES = (
    *("Alder", "Birch", "Cedar", "Elm", "Fir", "Hazel", "Larch"),
    *("Maple", "Oak", "Pine", "Rowan", "Spruce", "Willow", "Yew"),
)
ROWS = [
    f"{name} Surgery\tE820{n:02}\t{'no' if n == 7 else 'n/a' if n == 9 else 'yes'}\t{1000 - 15 * n}\t"
    f"{'✓' if n % 3 else 'no'}\t{3000 + n}"
    for n, name in enumerate(NAMES, 1)
]
TABLE = "\n".join([HEADINGS, *ROWS, "Total\t\t\t\t\t42105"])
SIGNED = "12 of 14 with 1 not answered, from your table"
ALL_OPEN = "for (const fold of document.querySelectorAll('form details')) fold.open = true"


def known(page: Page, name: str) -> Locator:
    """What is said to be known of a field."""
    return page.locator(f"[data-field={name}] .calc-known")


def with_table(open_page: OpenPage, level: str = "2", **more: Any) -> Page:
    """The gateway with a level chosen and the table of 14 practices pasted, once its counts are told."""
    page = open_page(GATEWAY, **more)
    page.get_by_role("radio", name=f"Level {level}").check()
    page.locator("[data-group=table] > summary").click()
    page.locator("#practice_data").fill(TABLE)
    expect(known(page, "practice_data")).to_be_visible(timeout=ANSWER)
    return page


def test_a_table_answers_its_counts_and_offers_the_number_of_practices(open_page: OpenPage) -> None:
    page = with_table(open_page)
    expect(known(page, "practice_data")).to_contain_text("Your table answers 4 of the 14 counts below.")
    page.evaluate(ALL_OPEN)
    expect(known(page, "des_or_les_signed")).to_contain_text(SIGNED)
    expect(page.locator("#des_or_les_signed")).to_be_hidden()
    expect(page.locator("[data-group=o2] [data-count]")).to_have_text("1 left")
    known(page, "practices").get_by_role("button", name="Use 14").click()
    expect(page.locator("#practices")).to_have_value("14")
    expect(page.locator("#practices")).to_be_focused()
    expect(known(page, "practices")).to_be_hidden()
    expect(known(page, "practice_data").get_by_role("button")).to_have_count(0)
    assert answers(page).keys() == {"applying_for", "practices", "practice_data"}


def test_the_number_of_practices_can_be_taken_over_beside_the_table(open_page: OpenPage) -> None:
    page = with_table(open_page, width=390)
    page.get_by_role("button", name="Use 14 as the number of practices").click()
    expect(page.locator("[data-told]")).to_have_text("The number of practices is 14, from your table.")
    assert answers(page)["practices"] == "14"
    send(page)
    headline(page)


def test_a_link_shows_what_its_table_answers(open_page: OpenPage) -> None:
    case = {"applying_for": "2", "practices": "14", "practice_data": TABLE}
    page = open_page(f"{GATEWAY}#{by_hand(case)}")
    expect(page.locator("[data-told]")).to_contain_text("The answers from the link are in the form.")
    page.evaluate("document.querySelector('calculator-form').submit()")
    headline(page)
    page.evaluate(ALL_OPEN)
    expect(known(page, "des_or_les_signed")).to_contain_text(SIGNED)
    expect(page.locator("[data-field=plan_o2_l1_b]")).to_be_visible()


def test_another_number_holds_once_the_reader_has_said_so(open_page: OpenPage) -> None:
    page = with_table(open_page)
    page.evaluate(ALL_OPEN)
    page.get_by_role("button", name="Use 14 as the number of practices").click()
    expect(page.locator("[data-field=counts_from]")).to_be_hidden()
    tab_to(page, "[data-field=des_or_les_signed] .calc-known button")
    page.keyboard.press("Enter")
    expect(page.locator("[data-told]")).to_have_text(
        "From now on a number that you type holds over your table."
    )
    expect(page.locator("#des_or_les_signed")).to_be_focused()
    page.keyboard.type("9")
    expect(known(page, "des_or_les_signed")).to_contain_text("This number is used. Your table has 12 of 14")
    expect(page.get_by_role("radio", name="The number I typed")).to_be_checked()
    expect(page.get_by_role("radio", name="The number I typed")).to_be_visible()
    assert answers(page)["counts_from"] == "typed"
    send(page)
    headline(page)
    expect(page.locator(".result")).to_contain_text("the 9 typed was used, as you chose")
    page.locator("[data-field=des_or_les_signed] .calc-known button").click()
    expect(page.locator("#des_or_les_signed")).to_have_value("")
    tab_to(page, "[data-field=o1_l1_b] input")
    expect(page.locator("#des_or_les_signed")).to_be_hidden()
    expect(known(page, "des_or_les_signed")).to_contain_text(SIGNED)


def test_a_number_typed_before_the_table_stays_in_sight(open_page: OpenPage) -> None:
    page = open_page(GATEWAY)
    page.evaluate(ALL_OPEN)
    page.locator("#access_des").fill("3")
    page.locator("#practice_data").fill(TABLE)
    words = "Your table has 10 of 14, and that is used."
    expect(known(page, "access_des")).to_contain_text(words, timeout=ANSWER)
    expect(page.locator("#access_des")).to_have_value("3")
    expect(page.locator("#access_des")).to_be_visible()
    known(page, "access_des").get_by_role("button", name="Use the number typed").click()
    expect(known(page, "access_des")).to_contain_text("This number is used.")


def test_a_plan_is_asked_for_where_a_criterion_falls_short(open_page: OpenPage) -> None:
    page = with_table(open_page)
    page.evaluate(ALL_OPEN)
    short, met = page.locator("[data-field=plan_o2_l1_b]"), page.locator("[data-field=plan_o1_l1_a]")
    expect(short).to_be_visible()
    expect(met).to_be_hidden()
    expect(page.locator("[data-field=plan_o1_l1_b]")).to_be_hidden()
    page.locator("[name=o1_l1_b][value=no]").check()
    plan = page.locator("[data-field=plan_o1_l1_b]")
    expect(plan).to_be_visible()
    plan.get_by_role("radio", name="Yes").check()
    # Left open again, what was planned for it still counts, and stays to be seen.
    page.locator("[data-field=o1_l1_b] [data-action=clear]").click()
    page.wait_for_timeout(600)
    expect(plan).to_be_visible()
    assert answers(page)["plan_o1_l1_b"] == "yes"
    page.locator("#o1_l1_b").check()
    expect(plan).to_be_hidden()
    assert answers(page)["plan_o1_l1_b"] == "yes"


def test_a_question_does_not_go_from_under_the_reader(open_page: OpenPage) -> None:
    page = with_table(open_page)
    page.evaluate(ALL_OPEN)
    page.locator("[name=plan_o2_l1_b][value=yes]").check()
    page.locator("#practice_data").evaluate(
        "(box, table) => { box.value = table }", TABLE.replace("\tno\t", "\tyes\t")
    )
    page.locator("[name=plan_o2_l1_b][value=no]").check()
    expect(known(page, "access_des")).to_contain_text("14 of 14")
    expect(page.locator("[name=plan_o2_l1_b][value=no]")).to_be_focused()
    expect(page.locator("[data-field=plan_o2_l1_b]")).to_be_visible()
    page.locator("#practices").focus()
    expect(page.locator("[data-field=plan_o2_l1_b]")).to_be_hidden()


def test_a_link_in_the_result_leads_to_a_count_that_the_table_has_answered(open_page: OpenPage) -> None:
    page = with_table(open_page)
    page.get_by_role("button", name="Open all sections").click()
    page.get_by_role("button", name="Use 14 as the number of practices").click()
    page.locator("calculator-form").evaluate(
        """(form) => {
            const link = Object.assign(document.createElement("a"), { href: "#access_des" });
            form.append(link);
            link.click();
        }"""
    )
    expect(page.locator("#access_des")).to_be_focused()


def test_without_python_every_question_stands(open_page: OpenPage, traffic: Traffic) -> None:
    page = open_page(GATEWAY)
    page.route("**/assets/python/**", lambda route: route.abort())
    page.evaluate(ALL_OPEN)
    expect(page.locator("[data-field=plan_o1_l1_a]")).to_be_hidden()
    page.get_by_role("radio", name="Level 2").check()
    expect(page.locator("[data-field=plan_o1_l1_a]")).to_be_visible(timeout=ANSWER)
    traffic.complaints.clear()


def test_without_the_module_every_question_stands(open_page: OpenPage, traffic: Traffic) -> None:
    page = open_page(GATEWAY)
    page.route("**/form/so-far.js", lambda route: route.abort())
    page.evaluate(ALL_OPEN)
    page.get_by_role("radio", name="Level 2").check()
    expect(page.locator("[data-field=plan_o1_l1_a]")).to_be_visible()
    traffic.complaints.clear()


def test_only_a_form_that_has_something_to_tell_fetches_it(open_page: OpenPage, traffic: Traffic) -> None:
    page = open_page(FAIR_SHARE)
    load_example(page)
    send(page)
    headline(page)
    assert not [path for path in traffic.paths() if path.endswith("so-far.js")]


def test_on_paper_every_plan_and_the_tables_counts_are_there(open_page: OpenPage) -> None:
    page = with_table(open_page)
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    expect(page.locator("[data-field=plan_o1_l1_a]")).to_be_visible()
    expect(known(page, "des_or_les_signed")).to_contain_text(SIGNED)
    expect(known(page, "des_or_les_signed").get_by_role("button")).to_be_hidden()


def test_axe_finds_nothing_where_a_table_answers(open_page: OpenPage) -> None:
    page = with_table(open_page, "3", reduced_motion="reduce")
    page.evaluate(ALL_OPEN)
    page.locator("#access_des").evaluate("box => { box.value = '3' }")
    page.get_by_role("button", name="Use 14 as the number of practices").click()
    expect(known(page, "access_des")).to_contain_text("and that is used")
    assert_accessible_in_every_look(page, "with a table")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
