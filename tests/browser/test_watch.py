"""`make serve`: what is edited in the sources is seen in the browser, and the reader's place is kept."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.support.forms import FAIR_SHARE, HEADLINE, headline, send
from tests.support.traffic import Traffic
from tests.support.watched import Watched, watched

# A whole build may go on beside what is waited for, on a machine that others use too.
SEEN = 180_000
PAGE = "frameworks/hertfordshire/risk/"
SOURCE = f"docs/{PAGE.rstrip('/')}.md"
# A part of it that stands at an address of its own.
PART = f"{PAGE}savings/"
PLACE = 900


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Watched]:
    """A served copy of the sources."""
    with watched(tmp_path_factory.mktemp("watched") / "copy") as found:
        yield found


@pytest.fixture
def traffic(project: Watched) -> Traffic:
    """What the pages of the copy requested and complained of."""
    return Traffic(project.origin)


@pytest.fixture
def looked_at(browser: Browser, project: Watched, traffic: Traffic) -> Iterator[Page]:
    """A page of the copy, small enough to scroll; opened before anything is built, it comes by itself."""
    size = {"width": 1000, "height": 500}
    context = browser.new_context(base_url=f"{project.origin}/", viewport=size)  # type: ignore[arg-type]
    context.set_default_timeout(SEEN)
    page = context.new_page()
    page.goto(PAGE)
    expect(page.locator("article h1")).to_be_visible(timeout=SEEN)
    traffic.watch(context)
    yield page
    context.close()
    traffic.assert_clean()


def scrolled(page: Page) -> None:
    """Go down the page."""
    page.evaluate("top => scrollTo({ top, behavior: 'instant' })", PLACE)
    assert page.evaluate("scrollY") == PLACE


def expect_place(page: Page) -> None:
    """The page still shows what it showed."""
    page.wait_for_function("place => Math.abs(scrollY - place) < 2", arg=PLACE)


def test_an_edited_page_is_seen_where_the_reader_is(project: Watched, looked_at: Page) -> None:
    looked_at.goto(PART)
    fold = looked_at.locator("article details").first
    fold.locator("summary").click()
    scrolled(looked_at)
    project.edit(SOURCE, "does not make the savings planned", "makes none of the savings planned")
    expect(looked_at.get_by_text("makes none of the savings planned")).to_be_attached(timeout=SEEN)
    expect_place(looked_at)
    expect(looked_at.locator("article details").first).to_have_attribute("open", "")


def test_an_edited_record_is_seen_in_the_page_that_shows_it(project: Watched, looked_at: Page) -> None:
    scrolled(looked_at)
    value = looked_at.locator("[data-rule='hertfordshire/risk-pool-rate-herts']").first
    expect(value).to_contain_text("5")
    rules = "calculators/papers/hertfordshire/rules.toml"
    project.edit(
        rules, 'id = "risk-pool-rate-herts"\nvalue = "5"', 'id = "risk-pool-rate-herts"\nvalue = "7"'
    )
    expect(value).to_contain_text("7", timeout=SEEN)
    expect_place(looked_at)


def test_an_edited_calculator_is_seen_and_answers_by_its_new_code(project: Watched, looked_at: Page) -> None:
    looked_at.goto(FAIR_SHARE)
    looked_at.locator("#indicative_budget").fill("1.2m")
    looked_at.locator("#fair_share_budget").fill("1m")
    fields = next((project.root / "calculators").rglob("fair_share/fields.py"))
    project.edit(
        fields.relative_to(project.root).as_posix(), 'label="Fair-share budget"', 'label="Fair budget"'
    )
    expect(looked_at.get_by_text("Fair budget", exact=True).first).to_be_visible(timeout=SEEN)
    expect(looked_at.locator("#indicative_budget")).to_have_value("1.2m")
    send(looked_at)
    assert headline(looked_at).inner_text().startswith("Above the range")
    says = next(
        file for file in fields.parent.glob("*.py") if "'Above' if" in file.read_text(encoding="utf-8")
    )
    project.edit(says.relative_to(project.root).as_posix(), "'Above' if", "'Over' if")
    # The answer that was there is asked for again.
    expect(looked_at.locator(HEADLINE)).to_contain_text("Over the range", timeout=SEEN)


def test_an_edited_style_is_worn_without_loading_the_page_again(project: Watched, looked_at: Page) -> None:
    scrolled(looked_at)
    looked_at.evaluate("window.stayed = true")
    sheet = project.root / "docs/assets/stylesheets/print.css"
    sheet.write_text(
        f"{sheet.read_text(encoding='utf-8')}\narticle h1 {{ letter-spacing: 3px !important; }}\n",
        encoding="utf-8",
    )
    expect(looked_at.locator("article h1")).to_have_css("letter-spacing", "3px", timeout=SEEN)
    assert looked_at.evaluate("window.stayed")
    expect_place(looked_at)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("{{ paper_status() }}", "{{ paper_stated() }}", "paper_stated"),
        (
            "[Planned savings do not appear](#planned",
            "[Planned savings do not appear](nowhere.md#planned",
            "nowhere.md",
        ),
    ],
    ids=["a macro that is not there", "a link that leads nowhere"],
)
def test_what_is_wrong_is_said_in_the_page_which_stays(
    project: Watched, looked_at: Page, old: str, new: str, said: str
) -> None:
    scrolled(looked_at)
    project.edit(SOURCE, old, new)
    expect(looked_at.get_by_role("alert")).to_contain_text(said, timeout=SEEN)
    expect(looked_at.locator("article h1")).to_be_attached()
    expect_place(looked_at)
    project.edit(SOURCE, new, old)
    expect(looked_at.get_by_role("alert")).to_have_count(0, timeout=SEEN)


def test_a_malformed_record_is_named_in_the_page_which_stays(project: Watched, looked_at: Page) -> None:
    rules = "calculators/papers/hertfordshire/rules.toml"
    project.edit(rules, 'id = "risk-pool-rate-herts"', 'ident = "risk-pool-rate-herts"')
    alert = looked_at.get_by_role("alert")
    expect(alert).to_contain_text("rules.toml", timeout=SEEN)
    expect(alert).to_contain_text("ident")
    project.edit(rules, 'ident = "risk-pool-rate-herts"', 'id = "risk-pool-rate-herts"')
    expect(alert).to_have_count(0, timeout=SEEN)


def test_the_rest_of_the_site_follows(project: Watched, looked_at: Page) -> None:
    looked_at.goto("frameworks/hertfordshire/")
    project.edit(SOURCE, "# Who carries which risk?", "# Who carries each risk?")
    looked_at.goto("find/")
    looked_at.wait_for_function(
        "async () => (await (await fetch('/assets/search.json')).text()).includes('Who carries each risk?')",
        timeout=SEEN,
    )


def test_the_built_site_holds_nothing_of_this(site: Path) -> None:
    pages = list(site.rglob("*.html"))
    assert pages
    assert not [page for page in pages if "/~/" in page.read_text(encoding="utf-8")]
