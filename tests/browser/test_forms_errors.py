"""What goes wrong is told in words, where it is and how to put it right; hostile text comes out as text."""

import pytest
from playwright.sync_api import Page, Route, expect

from calculators.engine.errors import CaseError
from calculators.engine.registry import ids
from calculators.engine.run import run
from tests.conftest import OpenPage
from tests.support.forms import (
    ANSWER,
    FAIR_SHARE,
    GATEWAY,
    answers,
    error_summary,
    fair_share,
    headline,
    send,
    tab_to,
)
from tests.support.traffic import Traffic

HOSTILE = "<img src=x onerror=window.hit=1>\"'{{7*7}}</textarea><script>window.hit=1</script>"


def described_by(page: Page, selector: str) -> str:
    """The words that describe a control to those who hear it."""
    words: str = page.evaluate(
        """selector => (document.querySelector(selector).getAttribute("aria-describedby") ?? "").split(" ")
            .map(id => document.getElementById(id)?.textContent.trim() ?? "").join(" ")""",
        selector,
    )
    return words


def test_an_empty_form_names_each_field_it_needs(open_page: OpenPage) -> None:
    page = open_page(FAIR_SHARE)
    tab_to(page, "#indicative_budget")
    page.keyboard.press("Enter")
    summary = error_summary(page)
    expect(summary).to_be_focused()
    assert page.title().startswith("Error: Fair share")
    lines = summary.get_by_role("link").all_inner_texts()
    assert lines == ["Enter the indicative budget", "Enter the fair-share budget"]
    for name, line in zip(["indicative_budget", "fair_share_budget"], lines, strict=True):
        assert page.locator(f"#{name}-error span").last.inner_text() == line
        assert f"Error: {line}" in described_by(page, f"#{name}")
        expect(page.locator(f"#{name}")).to_have_attribute("aria-invalid", "true")
    above = page.evaluate(
        """() => document.querySelector(".nhsuk-error-summary")
            .compareDocumentPosition(document.querySelector("h1")) & Node.DOCUMENT_POSITION_FOLLOWING"""
    )
    assert above, "the summary stands above the page's heading"


def test_an_empty_form_is_answered_without_python(open_page: OpenPage, traffic: Traffic) -> None:
    page = open_page(FAIR_SHARE)
    page.evaluate("() => { window.Worker = class { constructor() { window.started = true; } }; }")
    send(page)
    expect(page.locator(".nhsuk-error-summary")).to_be_focused(timeout=2_000)
    lines = error_summary(page).get_by_role("link").all_inner_texts()
    with pytest.raises(CaseError) as refused:
        run("fair-share", {})
    assert dict(zip(["indicative_budget", "fair_share_budget"], lines, strict=True)) == refused.value.errors
    assert page.evaluate("window.started") is None
    assert [url for url in traffic.requests if "pyodide" in url] == []


def test_what_else_is_wrong_is_told_once_python_is_there(open_page: OpenPage) -> None:
    page = open_page(FAIR_SHARE)
    page.locator("#indicative_budget").fill("lots")
    page.evaluate("document.querySelector('calculator-form').submit()")
    links = error_summary(page).get_by_role("link")
    expect(links).to_have_count(2, timeout=ANSWER)
    assert links.first.inner_text().startswith("The indicative budget must be an amount of money")
    assert links.last.inner_text() == "Enter the fair-share budget"
    expect(error_summary(page)).to_be_focused()


def test_a_reader_who_puts_right_what_is_missing_is_not_called_back(open_page: OpenPage) -> None:
    page = open_page(FAIR_SHARE)
    page.locator("#indicative_budget").fill("lots")
    send(page)
    page.locator("#fair_share_budget").fill("1m")
    # The worker answers in turn: once this is answered, so is what the form had asked.
    page.evaluate(
        """async () => {
            const module = document.querySelector("link[href$='form/calculator-form.js']").href;
            const runtime = (await import(module)).sharedRuntime(document.querySelector("calculator-form"));
            await runtime.ask("fair-share", "nearest", { case: {} });
        }"""
    )
    expect(page.locator("#fair_share_budget")).to_be_focused()
    assert error_summary(page).get_by_role("link").all_inner_texts() == ["Enter the fair-share budget"]


@pytest.mark.parametrize("id", ids())
def test_the_form_holds_the_cores_words_for_each_answer_it_needs(open_page: OpenPage, id: str) -> None:
    page = open_page(f"calculators/{id}/")
    held = page.locator("[data-missing]").evaluate_all(
        "fields => Object.fromEntries(fields.map(field => [field.dataset.field, field.dataset.missing]))"
    )
    with pytest.raises(CaseError) as refused:
        run(id, {})
    assert held == refused.value.errors


def test_a_line_of_the_summary_leads_to_its_field(open_page: OpenPage) -> None:
    page = open_page(FAIR_SHARE)
    send(page)
    error_summary(page)
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("#fair_share_budget")).to_be_focused()
    expect(page.locator("#fair_share_budget")).to_be_in_viewport()


def test_a_line_leads_into_a_folded_section(open_page: OpenPage) -> None:
    page = open_page(GATEWAY)
    page.get_by_role("radio", name="Level 2").check()
    page.locator("#practices").fill("10")
    page.get_by_role("button", name="Open all sections").click()
    page.locator("#access_des").fill("11")
    page.get_by_role("button", name="Close all sections").click()
    send(page)
    error_summary(page).get_by_role("link").first.click()
    expect(page.locator("#access_des")).to_be_focused()
    expect(page.locator("#access_des")).to_be_in_viewport()


def test_correcting_the_answers_clears_the_errors_and_keeps_what_was_typed(open_page: OpenPage) -> None:
    page = fair_share(open_page, "one and a half million", "£1m")
    send(page)
    expect(error_summary(page).get_by_role("link")).to_have_count(1)
    expect(page.locator("#indicative_budget")).to_have_value("one and a half million")
    expect(page.locator("#fair_share_budget")).to_have_value("£1m")
    page.locator("#indicative_budget").fill("1.5m")
    page.keyboard.press("Enter")
    expect(headline(page)).to_be_focused()
    expect(page.locator(".nhsuk-error-summary")).to_have_count(0)
    expect(page.locator(".nhsuk-error-message:visible")).to_have_count(0)
    expect(page.locator("[aria-invalid]")).to_have_count(0)
    assert page.title().startswith("Fair share")
    assert "-error" not in (page.locator("#indicative_budget").get_attribute("aria-describedby") or "")


@pytest.mark.parametrize("path", [FAIR_SHARE, GATEWAY])
def test_hostile_text_in_every_field_comes_out_as_text(open_page: OpenPage, path: str) -> None:
    page = open_page(path)
    page.evaluate(
        """text => {
            const form = document.querySelector("calculator-form form");
            for (const control of form.elements) if (control.name) {
                if (control.type === "radio") control.value = text;
                control.type === "radio" ? control.checked = true : control.value = text;
            }
            form.dispatchEvent(new Event("input", {bubbles: true}));
        }""",
        HOSTILE,
    )
    assert HOSTILE in answers(page).values()
    send(page)
    summary = error_summary(page)
    assert summary.get_by_role("link").count() > 1
    page.wait_for_timeout(200)
    assert page.evaluate("window.hit") is None
    assert page.locator("article img:not([data-qr]), article [onerror], calculator-form script").count() == 0


def test_hostile_words_that_are_accepted_come_out_as_text(open_page: OpenPage) -> None:
    page = open_page(GATEWAY)
    page.get_by_role("radio", name="Level 2").check()
    page.locator("#practices").fill("1")
    page.get_by_role("button", name="Open all sections").click()
    hostile = HOSTILE.replace('"', "")
    page.locator("#practice_data").fill(f"practice\taccess_des\n{hostile}\tyes")
    expect(page.locator("[data-read-table] tbody td").first).to_have_text(hostile, timeout=ANSWER)
    send(page)
    headline(page)
    assert hostile in (page.locator("[data-result]").text_content() or "")
    assert page.evaluate("window.hit") is None
    assert page.locator("article img:not([data-qr]), calculator-form script").count() == 0


def test_a_refused_runtime_is_told_in_words_and_a_retry_works(open_page: OpenPage, traffic: Traffic) -> None:
    page = open_page(FAIR_SHARE)

    def refuse(route: Route) -> None:
        route.abort()

    page.context.route("**/assets/python/**", refuse)
    page.locator("#indicative_budget").fill("1,200,000")
    page.locator("#fair_share_budget").fill("1m")
    page.keyboard.press("Enter")
    failure = page.locator("[data-failure]")
    expect(failure).to_be_visible(timeout=20_000)
    words = failure.locator("[data-words]").inner_text()
    assert len(words.split()) > 3
    expect(page.locator("[data-status]")).to_have_text(words)
    expect(page.locator("#indicative_budget")).to_have_value("1,200,000")
    traffic.complaints.clear()
    page.context.unroute("**/assets/python/**", refuse)
    failure.get_by_role("button", name="Try again").click()
    expect(page.locator(".answer__headline").first).to_contain_text("20%", timeout=ANSWER)
    expect(failure).to_be_hidden()
