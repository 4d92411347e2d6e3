"""What is marked leaves its page for one of its own, and every link and every old address still arrives."""

import json
import re

import pytest
from lxml import html  # type: ignore[import-untyped]

from site_build.finish.built import PageError
from site_build.finish.own_pages import MARK, spread

WHOLE = """<!doctype html><html lang="en"><head><title>Lists – Site</title><meta name="description" content="All">
<link rel="stylesheet" href="../../site.css"></head><body><a href="#content">Skip</a>
<nav class="section-nav"><a href="./" aria-current="page">Lists</a>
<ul class="tree__headings"><li><a href="#b">B</a></li></ul></nav>
<article id="content"><h1>Lists</h1><p class="status">Historic</p><p id="top">See <a href="#b-inner">inside B</a>.</p>
<h2 id="a" data-page="alpha" data-about="The first">A &amp; more</h2>
<p>Of A, <a href="../other/#x">other</a></p><h3 id="a3" data-listed="Deep &amp; long" data-listed-as="All.">Deep</h3>
<h2 id="b" data-page="beta">B</h2><p>Of B, as <a href="#a3">A</a> and <a href="#top">the top</a> say</p>
<h2 id="c">C stays</h2>
<div><section data-page="gamma" id="g"><h1>Gamma</h1>
<p id="b-inner">Inside, <a href="#g">itself</a>, <a href="#answer=yes">a form</a>,
<img src="../x.png" alt=""></p></section></div>
</article><nav class="neighbours"><a href="../">Home</a></nav></body></html>"""
OTHER = """<html><body><article><p id="x"><a href="../lists/#g">to G</a> <a href="../lists/#c">C</a></p></article>
</body></html>"""
PAGES = {"part/lists/": WHOLE, "part/other/": OTHER}


@pytest.fixture(scope="module")
def pages() -> dict[str, html.HtmlElement]:
    return {url: html.fromstring(text) for url, text in spread(PAGES).pages.items()}


def hrefs(page: html.HtmlElement) -> list[str]:
    return [str(href) for href in page.xpath("//article//@href")]


def test_each_marked_part_stands_on_a_page_of_its_own_and_no_longer_on_the_whole(
    pages: dict[str, html.HtmlElement],
) -> None:
    own = ("part/lists/alpha/", "part/lists/beta/", "part/lists/gamma/")
    assert [*pages] == ["part/lists/", *own, "part/other/"]
    assert [pages[url].xpath("string(//article/h1|//article/section/h1)") for url in own] == [
        "A & more",
        "B",
        "Gamma",
    ]
    assert [pages[url].xpath("string(//title)") for url in own] == [
        "A & more – Site",
        "B – Site",
        "Gamma – Site",
    ]
    assert pages[own[0]].xpath("string(//meta[@name='description']/@content)") == "The first"
    assert all(pages[url].xpath("string(//*[@class='status'])") == "Historic" for url in own)
    whole = pages["part/lists/"].text_content()
    assert "Of A" not in whole
    assert "C stays" in whole
    assert not any(MARK in html.tostring(page, encoding="unicode") for page in pages.values())


def test_of_a_heading_a_link_stays_with_what_is_behind_it_and_what_it_lists(
    pages: dict[str, html.HtmlElement],
) -> None:
    (links,) = pages["part/lists/"].xpath("//ul[@class='own-pages']")
    left = links.xpath("li")
    listed = left[0].xpath("ul/li")
    assert [
        (item.xpath("string(a)"), item.xpath("string(a/@href)"), item.xpath("string(span)"))
        for item in listed
    ] == [("Deep & long", "../../part/lists/alpha/#a3", "All.")]
    assert not left[1].xpath("ul")
    assert [
        (item.xpath("string(a)"), item.xpath("string(a/@href)"), item.xpath("string(span)")) for item in left
    ] == [
        ("A & more", "../../part/lists/alpha/#a", "The first"),
        ("B", "../../part/lists/beta/#b", ""),
    ]


def test_a_part_spells_out_the_short_forms_that_the_whole_page_explains() -> None:
    whole = WHOLE.replace("Of B, as", "Of the PCTs and a business case (BC), as")
    url = "frameworks/brent/lists/"
    own = html.fromstring(spread({url: whole}).pages[f"{url}beta/"])
    (told,) = own.xpath("//p[@class='short-forms']")
    assert re.fullmatch(r"Short forms: primary care trust \(PCT\)\.", told.text_content(), re.IGNORECASE)
    assert not html.fromstring(spread({url: whole}).pages[f"{url}alpha/"]).xpath("//p[@class='short-forms']")


def test_headings_below_move_up_with_theirs(pages: dict[str, html.HtmlElement]) -> None:
    assert pages["part/lists/alpha/"].xpath("//h2[@id='a3']")


def test_links_lead_to_where_their_places_are_now(pages: dict[str, html.HtmlElement]) -> None:
    assert hrefs(pages["part/other/"]) == ["../../part/lists/gamma/#g", "../lists/#c"]
    assert hrefs(pages["part/lists/alpha/"]) == ["../../../part/lists/", "../../../part/other/#x"]
    assert hrefs(pages["part/lists/beta/"]) == [
        "../../../part/lists/",
        "../../../part/lists/alpha/#a3",
        "../../../part/lists/#top",
    ]
    assert hrefs(pages["part/lists/gamma/"])[1:3] == ["#g", "../../../part/lists/#answer=yes"]
    assert pages["part/lists/gamma/"].xpath("string(//img/@src)") == "../../../part/x.png"
    assert pages["part/lists/gamma/"].xpath("string(//link/@href)") == "../../../site.css"


def test_whoever_comes_by_an_old_address_is_led_on(pages: dict[str, html.HtmlElement]) -> None:
    moved = json.loads(pages["part/lists/"].xpath("string(//script[@id='moved'])"))
    assert moved == {
        "a": "alpha/#a",
        "a3": "alpha/#a3",
        "b": "beta/#b",
        "g": "gamma/#g",
        "b-inner": "gamma/#b-inner",
    }
    assert pages["part/lists/"].xpath("//script[@type='module']/@src") == ["../../assets/scripts/moved.js"]


def test_the_way_on_is_to_the_next_of_them(pages: dict[str, html.HtmlElement]) -> None:
    assert pages["part/lists/beta/"].xpath("//nav[@class='neighbours']//a/@href") == [
        "../../../part/lists/alpha/",
        "../../../part/lists/gamma/",
    ]


def test_two_pages_of_one_address_are_refused() -> None:
    with pytest.raises(PageError, match="two pages have the address part/lists/alpha/"):
        spread(PAGES | {"part/lists/": WHOLE.replace('data-page="beta"', 'data-page="alpha"')})
    with pytest.raises(PageError, match="two pages have the address part/lists/alpha/"):
        spread(PAGES | {"part/lists/alpha/": OTHER})


def test_a_part_without_a_heading_is_refused() -> None:
    with pytest.raises(PageError, match="“gamma” is to be a page, and has no heading"):
        spread({"part/lists/": WHOLE.replace("<h1>Gamma</h1>", "")})


def test_a_page_alone_is_led_by_what_is_known_of_the_others() -> None:
    moved = spread(PAGES).moved
    assert spread({"part/other/": OTHER}, moved).pages == {
        "part/other/": OTHER.replace("../lists/#g", "../../part/lists/gamma/#g")
    }
