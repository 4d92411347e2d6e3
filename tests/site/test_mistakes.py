"""Every page says how to tell of a mistake, where the site has an address for it; else none does, and that is told."""

from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from lxml import html  # type: ignore[import-untyped]

from site_build.finish.built import BuiltPage
from site_build.finish.mistakes import LINK, NOT_SET, asks, name_page
from tests.support.built import built, words
from tests.support.every import every
from tests.support.pages import NOT_FOUND

FOOT = '<title>A &amp; B – Site</title><footer><a class="foot__mistake" href="{}">Tell us</a></footer>'


def link_of(page: html.HtmlElement) -> html.HtmlElement:
    (link,) = page.xpath("//footer//a[@class='foot__mistake']")
    return link


def test_a_letter_begins_with_the_pages_name_and_address() -> None:
    page = BuiltPage.of("part/one/", FOOT.format("mailto:us@site.test"))
    name_page(page)
    (link,) = page.tree.css(LINK)
    parts = urlsplit(str(link.attributes["href"]))
    assert (parts.scheme, parts.path) == ("mailto", "us@site.test")
    assert parse_qs(parts.query) == {"subject": ["A & B – Site (/part/one/)"]}


def test_the_address_of_a_form_is_left_as_it_is() -> None:
    page = BuiltPage.of("", FOOT.format("https://site.test/mistakes?of=this"))
    name_page(page)
    assert [link.attributes["href"] for link in page.tree.css(LINK)] == ["https://site.test/mistakes?of=this"]


def test_each_page_of_a_site_with_an_address_names_itself(second_site: Path) -> None:
    for file in every([*second_site.rglob("index.html"), second_site / NOT_FOUND]):
        page = html.parse(file).getroot()
        link = link_of(page)
        subject = parse_qs(urlsplit(link.get("href")).query)["subject"][0]
        assert subject.startswith(words(page.xpath("//title")[0])), file
        assert "mistakes@second.example" in link.get("href")


def test_without_an_address_no_page_shows_anything_and_the_build_says_so(site: Path) -> None:
    """The project has none: whoever publishes it sets one."""
    assert built(site, "").tree.xpath("//a[@class='foot__mistake']") == []
    assert not asks((site / "index.html").read_text(encoding="utf-8"))
    assert "mkdocs.yml" in NOT_SET


@pytest.mark.parametrize(
    ("html", "found"), [(FOOT.format("mailto:a@b.test"), True), ("<footer></footer>", False)]
)
def test_whether_a_page_asks(html: str, found: bool) -> None:
    assert asks(html) is found
