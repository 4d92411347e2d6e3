"""The pass over the built pages: what it repairs, what it adds, and what it refuses to publish."""

from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from site_build.finish.built import BuiltPage, Formatter, PageError
from site_build.finish.links import check_links
from site_build.finish.policy import add_policy, hash_of, policy_for
from site_build.finish.search_index import rows_of
from site_build.finish.stock import clear_stock, repair_tables
from site_build.finish.terms import describe_terms

HEAD = '<html><head><meta charset="utf-8"></head><body><main><article><h1>Page</h1>'


def built(body: str, url: str = "a/") -> BuiltPage:
    """A page with this body, as the site generator would have written it."""
    return BuiltPage(
        url, Path("index.html"), BeautifulSoup(f"{HEAD}{body}</article></main></body></html>", "html.parser")
    )


def test_leftovers_of_the_theme_go() -> None:
    page = built('<input class="md-toggle" id="__drawer"><!-- note --><p data-md-component="x">Kept</p>')
    clear_stock(page)
    assert str(page.soup.article) == "<article><h1>Page</h1><p>Kept</p></article>"


def test_a_wide_table_gets_a_named_box_that_the_keyboard_reaches() -> None:
    row = "<tr>" + '<th style="text-align: right;">x</th>' * 3 + "</tr>"
    page = built(f"<h2>Costs</h2><table><thead>{row}</thead></table><table><thead>{row}</thead></table>")
    repair_tables(page)
    boxes = page.soup.select("div.scroll[tabindex='0']")
    assert [box["aria-label"] for box in boxes] == ["Table: Costs", "Table: Costs, 2"]
    assert all(cell["scope"] == "col" and "align-right" in cell["class"] for cell in page.soup.select("th"))
    assert not page.soup.select("[style]")


def test_a_narrow_table_is_left_alone() -> None:
    page = built("<table><tr><td>1</td><td>2</td></tr></table>")
    repair_tables(page)
    assert not page.soup.select(".scroll")


def test_a_terms_meaning_stands_once_and_describes_every_use() -> None:
    link = '<a class="term" data-term="les" data-meaning="A <local> service" href="#x">LES</a>'
    page = built(link * 2)
    describe_terms(page)
    assert [tag.text for tag in page.soup.select(".meanings p")] == ["A <local> service"]
    assert {a["aria-describedby"] for a in page.soup.select("a.term")} == {"meaning-les"}


def test_the_policy_lets_in_only_this_site_and_what_its_hashes_name() -> None:
    page = built("<script>let a = 1;</script>")
    policy = policy_for(page)
    assert hash_of("let a = 1;") in policy
    assert "unsafe" not in policy
    assert "blob:" not in policy
    add_policy(page)
    head = page.soup.head
    assert head is not None
    assert [tag.get("http-equiv") for tag in head.find_all("meta")] == [None, "Content-Security-Policy"]


def test_only_a_calculator_may_run_webassembly() -> None:
    policy = policy_for(built("<calculator-form></calculator-form>"))
    assert "'wasm-unsafe-eval'" in policy
    assert "blob:" in policy
    assert "'unsafe-eval'" not in policy.replace("'wasm-unsafe-eval'", "")


@pytest.mark.parametrize("body", ['<p style="color: red">x</p>', '<p onclick="x()">x</p>'])
def test_what_the_policy_would_block_is_refused_at_build(body: str) -> None:
    with pytest.raises(PageError, match="a/: <p> carries"):
        add_policy(built(body))


@pytest.mark.parametrize(
    ("body", "fault"),
    [
        ('<a href="#gone">x</a>', "names the missing place #gone"),
        ('<a href="../nowhere/">x</a>', "leads nowhere"),
        ('<a href="#here"></a><b id="here">x</b>', "has no words"),
        ('<img src="https://example.org/a.png" alt="">', "loads from another origin"),
        ('<script src="//example.org/a.js"></script>', "loads from another origin"),
    ],
)
def test_a_link_that_fails_the_reader_stops_the_build(tmp_path: Path, body: str, fault: str) -> None:
    with pytest.raises(PageError, match=f"a/.*{fault}"):
        check_links(tmp_path, [built(body)])


def test_links_that_lead_somewhere_pass(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("x", encoding="utf-8")
    body = '<b id="here">x</b><a href="#here">x</a><a href="../b/#there">y</a><a href="../a.csv">z</a><a href="/">r</a>'
    other = built(
        '<b id="there">x</b><a href="../a/#case=x">x</a><a href="https://example.org/">out</a>', "b/"
    )
    check_links(tmp_path, [built(body), other, built("", "")])


def test_pages_are_written_as_the_standard_writes_them() -> None:
    soup = BeautifulSoup(
        '<svg viewBox="0 0 1 1"></svg><br><input disabled="disabled" value=""><p>a &amp; b</p>', "html.parser"
    )
    written = soup.decode(formatter=Formatter())
    assert written == '<svg viewBox="0 0 1 1"></svg><br><input disabled value=""><p>a &amp; b</p>'


def test_the_index_holds_each_place_once_with_its_words() -> None:
    page = built(
        '<p>Lead.</p><h2 id="s">Part</h2><p>Words of it.</p>'
        '<h2 id="t">Next</h2><p><a class="para" id="p-1" href="#p-1">1</a> Told.</p>'
    )
    rows = list(rows_of(page, {"a/#p-1": "What it is about"}))
    assert rows == [
        ("a/", "Page", "", "Lead."),
        ("a/#s", "Part", "Page", "Words of it."),
        ("a/#p-1", "1: What it is about", "Page", "Told."),
    ]
