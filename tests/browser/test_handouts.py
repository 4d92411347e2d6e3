"""What is handed out on paper: as many pages as its button says, nothing of the interface, and no drawing cut."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.conftest import OpenPage, UnlessKept
from tests.support.built import built
from tests.support.every import every
from tests.support.handouts import NO_DIALOGUE, Handout, handouts, paths_of, printed
from tests.support.pages import calculator_paths, page_paths

HANDOUT, FORM = 2, 4
"""At most so many pages for what is read, and for a form to fill in."""

A4 = {"width": 673, "height": 979}
"""What A4 leaves between the margins of the style sheet, in pixels."""

GLANCES = [path for path in page_paths() if path.startswith("frameworks/") and path.count("/") == 2]
DISPUTES = "frameworks/hertfordshire/decisions/governance-committee/"
PROCESS = "process-dispute-resolution"
# How high each drawing of the page is on paper, and whether it may be broken.
DRAWN = """() => [...document.querySelectorAll("article .dg-svg")].filter(svg => svg.checkVisibility()).map(svg =>
    [svg.querySelector("title").textContent, svg.getBoundingClientRect().height, getComputedStyle(svg).breakInside])"""


# Paper that is 3 mm shorter: what still fits does not hang on the last line of another machine's print.
SHORTER = """() => { const sheet = document.styleSheets[0];
    sheet.insertRule("@media print { @page { margin-bottom: 23mm } }", sheet.cssRules.length); }"""


def said(count: int) -> str:
    return f"({count} {'page' if count == 1 else 'pages'})"


def most(handout: Handout) -> int:
    """How many pages the handout may take."""
    return FORM if handout.part.startswith("form-") else HANDOUT


@pytest.mark.parametrize("path", page_paths())
def test_a_handout_prints_on_the_pages_that_its_button_tells(
    open_page: OpenPage, unless_kept: UnlessKept, site: Path, path: str
) -> None:
    """Where it finds another number: `python -m tools.handouts` counts them anew for the build."""
    unless_kept(path)
    for own in every(paths_of(site, path), "pages"):
        if not (found := handouts(site, own)):
            continue
        page = open_page(own)
        counts = {handout: printed(page, handout) for handout in found}
        for handout, count in counts.items():
            assert handout.words.endswith(said(count)), (handout.address, handout.words, count)
            assert count <= most(handout), handout.address
        page.evaluate(SHORTER)
        for handout in (full for full, count in counts.items() if count == most(full)):
            assert printed(page, handout) == most(handout), f"{handout.address} ends too near the foot"
        page.context.close()


def test_each_glance_each_accountability_page_each_process_and_each_form_can_be_handed_out(
    site: Path,
) -> None:
    assert GLANCES
    for path in GLANCES:
        assert "" in [handout.part for handout in handouts(site, path)], path
        assert "" in [handout.part for handout in handouts(site, f"{path}accountability/")], path
    for path in page_paths():
        parts = [handout.part for handout in handouts(site, path)]
        for figure in built(site, path).tree.xpath("//figure[contains(@class, 'dg-process')]"):
            assert figure.get("id") in parts, path
    for path in calculator_paths():
        assert next(handout.part for handout in handouts(site, path)).startswith("form-"), path


@pytest.mark.parametrize("path", [*GLANCES, DISPUTES, "frameworks/hertfordshire/decision-process/step-1/"])
def test_no_drawing_is_higher_than_paper_or_may_be_cut(open_page: OpenPage, path: str) -> None:
    page = open_page(path)
    page.set_viewport_size(A4)  # type: ignore[arg-type]
    page.emulate_media(media="print")
    drawn = page.evaluate(DRAWN)
    assert drawn
    for title, height, broken in drawn:
        assert height < A4["height"] / 2 + 60, title
        assert broken == "avoid", title


def test_a_process_prints_alone_under_the_name_of_its_page_and_its_paper(open_page: OpenPage) -> None:
    page = open_page(DISPUTES)
    page.evaluate(NO_DIALOGUE)
    page.locator(f"button[data-print='{PROCESS}']").click()
    page.emulate_media(media="print")
    for shown in ("h1", ".status", f"#{PROCESS} .dg-flow", f"#{PROCESS} .dg-key"):
        expect(page.locator(f"article {shown}").first).to_be_visible()
    for hidden in (".up", ".short-forms", ".ambiguity", ".para", "button"):
        assert page.locator(f"article {hidden}").count()
        for found in page.locator(f"article {hidden}").all():
            expect(found).to_be_hidden()
    expect(page.locator("header").first).to_be_hidden()
    # Once printed, the page is whole again.
    page.emulate_media(media="screen")
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(page.locator("[data-printing]")).to_have_count(0)


def test_a_blank_form_has_every_question_of_every_level(open_page: OpenPage) -> None:
    page = open_page("calculators/gateway/")
    page.evaluate(NO_DIALOGUE)
    page.locator("button[data-print='form-gateway']").click()
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    fields = page.locator("#form-gateway [data-field]")
    assert fields.count() > 100
    assert [field.get_attribute("data-field") for field in fields.all() if not field.is_visible()] == []


def test_without_a_script_no_button_promises_to_print(open_page: OpenPage) -> None:
    page = open_page(DISPUTES, java_script_enabled=False)
    assert page.locator("button[data-print]").count()
    for button in page.locator("button[data-print]").all():
        expect(button).to_be_hidden()
