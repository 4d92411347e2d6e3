"""The pass over the built pages: what it repairs, what it adds, and what it refuses to publish."""

from pathlib import Path

import pytest

from site_build.finish.built import BuiltPage, PageError, value
from site_build.finish.links import anchors_of, check_links, links_of, place_of
from site_build.finish.meanings import describe_terms
from site_build.finish.one_page import Finished
from site_build.finish.policy import add_policy, hash_of, policy_for
from site_build.finish.stock import clear_stock, fold_spaces, repair_tables

HEAD = '<html><head><meta charset="utf-8"></head><body><main><article><h1>Page</h1>'


def built(body: str, url: str = "a/") -> BuiltPage:
    """A page with this body, as the site generator would have written it."""
    return BuiltPage.of(url, f"{HEAD}{body}</article></main></body></html>")


def article(page: BuiltPage) -> str:
    """What stands below the page's heading."""
    found = page.tree.css_first("article")
    return (found.inner_html or "").removeprefix("<h1>Page</h1>") if found else ""


def check(tmp_path: Path, *pages: BuiltPage) -> None:
    """Check the links of a site of these pages."""
    found = {page.url: Finished(page.html, anchors_of(page), links_of(page), [], []) for page in pages}
    check_links(tmp_path, found)


def test_leftovers_of_the_theme_go() -> None:
    leftover = '<div class="md-dialog"><div class="md-dialog"><!-- note --></div></div>'
    page = built(
        f'<input class="md-toggle" id="__drawer">{leftover}<!-- note --><p data-md-component="x">Kept</p>'
        '<template><!-- note --><b data-md-state="x">Kept</b></template>'
    )
    clear_stock(page)
    assert article(page) == "<p>Kept</p><template><b>Kept</b></template>"


def test_a_wide_table_gets_a_named_box_that_the_keyboard_reaches() -> None:
    row = "<tr>" + '<th style="text-align: right;">x</th>' * 3 + "</tr>"
    page = built(f"<h2>Costs</h2><table><thead>{row}</thead></table><table><thead>{row}</thead></table>")
    repair_tables(page)
    boxes = page.tree.css("div.scroll[tabindex='0']")
    assert [value(box, "aria-label") for box in boxes] == ["Table: Costs", "Table: Costs, 2"]
    cells = [(value(cell, "scope"), value(cell, "class")) for cell in page.tree.css("th")]
    assert cells == [("col", "align-right")] * 6
    assert not page.tree.css("[style]")


def test_a_narrow_table_is_left_alone() -> None:
    page = built("<table><tr><td>1</td><td>2</td></tr></table>")
    repair_tables(page)
    assert not page.tree.css(".scroll")


def test_a_terms_meaning_stands_once_and_describes_every_use() -> None:
    link = '<a class="term" data-term="les" data-meaning="A &lt;local&gt; service" href="#x">LES</a>'
    page = built(link * 2)
    describe_terms(page)
    assert [tag.text() for tag in page.tree.css(".meanings[hidden] p")] == ["A <local> service"]
    assert [value(a, "aria-describedby") for a in page.tree.css("a.term")] == ["meaning-les"] * 2


def test_lines_of_nothing_are_folded_and_what_is_set_out_is_not() -> None:
    page = built("<p>a</p>\n\n   <p>b  <b>c</b>   <i>d</i></p><pre><b>x</b>\n\n  <i>y</i></pre>")
    fold_spaces(page)
    assert article(page) == "<p>a</p>\n<p>b  <b>c</b> <i>d</i></p><pre><b>x</b>\n\n  <i>y</i></pre>"


def test_the_policy_lets_in_only_this_site_and_what_its_hashes_name() -> None:
    page = built("<script>let a = 1;</script>")
    policy = policy_for(page)
    assert hash_of("let a = 1;") in policy
    assert "unsafe" not in policy
    assert "blob:" not in policy
    add_policy(page)
    found = [(value(tag, "http-equiv"), value(tag, "name")) for tag in page.tree.css("head meta")]
    assert found == [("", ""), ("Content-Security-Policy", ""), ("", "referrer")]


def test_only_a_calculator_may_run_webassembly() -> None:
    policy = policy_for(built("<calculator-form></calculator-form>"))
    assert "'wasm-unsafe-eval'" in policy
    assert "blob:" in policy
    assert "'unsafe-eval'" not in policy.replace("'wasm-unsafe-eval'", "")


@pytest.mark.parametrize(
    "body",
    [
        '<p style="color: red">x</p>',
        '<p onclick="x()">x</p>',
        '<template><p style="color: red">x</p></template>',
    ],
)
def test_what_the_policy_would_block_is_refused_at_build(body: str) -> None:
    with pytest.raises(PageError, match="a/: <p> carries"):
        add_policy(built(body))


@pytest.mark.parametrize(
    ("body", "fault"),
    [
        ('<a href="#gone">x</a>', "names the missing place #gone"),
        ('<a href="../nowhere/">x</a>', "leads nowhere"),
        ('<a href="../../a/">x</a>', "climbs above the site's root"),
        ('<a href="../b/../../a/">x</a>', "climbs above the site's root"),
        ('<a href="../..">x</a>', "climbs above the site's root"),
        ('<a href="%2e%2e/%2E%2E/a/">x</a>', "climbs above the site's root"),
        ('<img src="../../a.png" alt="">', "climbs above the site's root"),
        ('<script src="../gone.js"></script>', "leads nowhere"),
        ('<a href="/a/">x</a>', "starts at the server's root"),
        ('<link rel="icon" href="/a.svg">', "starts at the server's root"),
        ('<a href="#here"></a><b id="here">x</b>', "has no words"),
        ('<img src="https://example.org/a.png" alt="">', "loads from another origin"),
        ('<script src="//example.org/a.js"></script>', "loads from another origin"),
        ('<template><a href="../nowhere/">x</a></template>', "leads nowhere"),
    ],
)
def test_a_link_that_fails_the_reader_stops_the_build(tmp_path: Path, body: str, fault: str) -> None:
    with pytest.raises(PageError, match=f"a/.*{fault}"):
        check(tmp_path, built(body))


def test_links_that_lead_somewhere_pass(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("x", encoding="utf-8")
    body = '<b id="here">x</b><a href="#here">x</a><a href="../b/#there">y</a><a href="../a.csv">z</a>'
    other = built(
        '<b id="there">x</b><a href="../a/#case=x">x</a><a href="https://example.org/">out</a><a href="../">r</a>',
        "b/",
    )
    missing = built('<a href="/">x</a><a href="/a/#here">y</a>', "404.html")
    check(tmp_path, built(body), other, built("", ""), missing)


@pytest.mark.parametrize(
    ("url", "path", "place"),
    [
        ("a/b/", "", "a/b/"),
        ("a/b/", "./", "a/b/"),
        ("a/b/", "..", "a/"),
        ("a/b/", "../../", ""),
        ("a/b/", "../../..", None),
        ("a/b/", "../c.csv", "a/c.csv"),
        ("", "a//b/", "a/b/"),
        ("404.html", "/a/", "a/"),
    ],
)
def test_an_address_is_followed_step_by_step(url: str, path: str, place: str | None) -> None:
    assert place_of(url, path) == place


def test_pages_are_written_as_the_standard_writes_them() -> None:
    drawing = '<svg viewBox="0 0 1 1" preserveAspectRatio="none"></svg>'
    written = built(f'{drawing}<br><input disabled value=""><pre>\n a\n</pre>a &amp; b &lt;').html
    assert f'{drawing}<br><input disabled="" value=""><pre> a\n</pre>a &amp; b &lt;' in written
    assert BuiltPage.of("a/", written).html == written
