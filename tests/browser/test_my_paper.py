"""A reader may say once which paper is theirs: lists lead with it, in every page that asks, until it is forgotten."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from calculators.records.papers import paper_ids
from tests.conftest import OpenPage
from tests.support.released import scripts

KEY = "calculator-paper/all"
MINE = "brent"
FIRST = """() => [...document.querySelectorAll(".in-papers, .start-here, .compare__table tbody tr")]
    .filter(list => list.querySelector(`[data-of="brent"]`))
    .map(list => list.querySelector("[data-of]").dataset.of)"""
LINES = """() => [...document.querySelectorAll("details.by-paper ul")]
    .map(list => [...list.querySelectorAll("[data-of]")].map(line => line.dataset.of))"""
ORDER = (
    """() => [...document.querySelectorAll(".compare__table thead [data-of]")].map(cell => cell.dataset.of)"""
)


def choose(page: Page, paper: str) -> None:
    page.get_by_label("Which paper is yours?").select_option(paper)


@pytest.mark.parametrize("path", ["", "compare/risk/"])
def test_what_is_chosen_comes_first_at_once_and_on_the_next_visit(open_page: OpenPage, path: str) -> None:
    page = open_page(path)
    before = page.evaluate(FIRST)
    assert before
    assert MINE not in before
    choose(page, MINE)
    assert set(page.evaluate(FIRST)) == {MINE}
    page.reload()
    assert page.get_by_label("Which paper is yours?").input_value() == MINE
    assert set(page.evaluate(FIRST)) == {MINE}
    choose(page, "")
    assert page.evaluate(FIRST) == before
    assert page.evaluate("localStorage.length") == 0


@pytest.mark.parametrize("paper", paper_ids())
def test_an_answer_shows_the_line_of_the_readers_paper_without_unfolding_the_others(
    open_page: OpenPage, paper: str
) -> None:
    page = open_page("readers/gp/")
    written = page.evaluate(LINES)
    assert written
    assert page.locator("[data-of]:visible").count() == 0
    choose(page, paper)
    answers = page.locator("details.by-paper")
    own = page.locator(f".by-paper__own > [data-of~='{paper}']:visible")
    assert own.count() == answers.count() == page.locator(".by-paper__own > li").count()
    assert page.locator("details.by-paper [data-of]:visible").count() == 0
    page.reload()
    assert own.count() == answers.count()
    choose(page, "")
    assert page.locator("[data-of]:visible").count() == 0
    assert page.evaluate(LINES) == written


def test_one_choice_holds_on_every_page_and_the_others_keep_their_order(open_page: OpenPage) -> None:
    page = open_page("readers/gp/")
    choose(page, MINE)
    page.goto("compare/risk/")
    order = page.evaluate(ORDER)
    assert order[0] == MINE
    assert order[1:] == [
        "hertfordshire",
        "county-durham-darlington",
        "health-reform-2006",
        "co-commissioning-2014",
    ]
    page.get_by_label("Hertfordshire 2007/08").check()
    assert (
        page.locator(".compare__table td:visible").count() == page.locator(".compare__table tbody tr").count()
    )


def test_forgetting_all_that_calculators_keep_forgets_it_too(open_page: OpenPage) -> None:
    page = open_page("compare/risk/")
    choose(page, MINE)
    page.goto("calculators/fair-share/")
    page.get_by_role("button", name="Forget all that is kept").click()
    assert page.evaluate(f"localStorage.getItem('{KEY}')") is None


@pytest.mark.parametrize("kept", ['"nowhere"', "brent", "{}", '"]<script>"'])
def test_what_somebody_else_wrote_there_changes_nothing(open_page: OpenPage, kept: str) -> None:
    page = open_page("compare/risk/")
    before = page.evaluate(ORDER)
    page.evaluate("([key, kept]) => localStorage.setItem(key, kept)", [KEY, kept])
    page.reload()
    assert page.evaluate(ORDER) == before
    assert page.get_by_label("Which paper is yours?").input_value() == ""


def test_where_storage_is_refused_the_choice_lasts_for_the_page(open_page: OpenPage) -> None:
    page = open_page("compare/risk/")
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new Error('refused'); } });"
    )
    page.reload()
    choose(page, MINE)
    assert page.evaluate(ORDER)[0] == MINE


def test_without_scripts_nothing_is_asked_and_all_stands_in_its_order(open_page: OpenPage) -> None:
    page = open_page("readers/gp/", java_script_enabled=False)
    assert not page.locator(".my-paper").is_visible()
    assert page.locator("details.by-paper > summary").first.is_visible()
    assert not page.locator(".by-paper__own").count()
    page.locator("details.by-paper > summary").first.click()
    assert page.locator("details.by-paper [data-of]").first.is_visible()


def test_other_scripts_can_ask_which_paper_it_is(open_page: OpenPage, site: Path) -> None:
    page = open_page("compare/risk/")
    module = f"/{(scripts(site) / 'mine.js').relative_to(site.resolve()).as_posix()}"
    ask = f"async () => (await import('{module}')).myPaper()"
    assert page.evaluate(ask) == ""
    choose(page, MINE)
    assert page.evaluate(ask) == MINE
    for other in ('"Not an id"', "7", "null", "{}", "no JSON"):
        page.evaluate("([key, kept]) => localStorage.setItem(key, kept)", [KEY, other])
        assert page.evaluate(ask) == "", other


def test_the_search_leads_with_it_and_says_so(open_page: OpenPage) -> None:
    page = open_page("compare/risk/")
    dialog = page.get_by_role("dialog")
    status = page.locator("#search-status")

    def found() -> list[str]:
        page.locator("#search-open").click()
        dialog.get_by_label("Search this site").fill("")
        expect(status).to_be_empty()
        dialog.get_by_label("Search this site").fill("dispute over a plan")
        expect(status).to_contain_text("places found")
        addresses: list[str] = dialog.locator("li a").evaluate_all("all => all.map((a) => a.pathname)")
        page.keyboard.press("Escape")
        return addresses

    own = f"/frameworks/{MINE}/"
    before = found()
    assert own not in before[0]
    expect(status).not_to_contain_text("Your own paper")
    choose(page, MINE)
    after = found()
    assert own in after[0]
    assert {*before[:3]} & {*after}
    expect(status).to_contain_text("Your own paper comes before others")
