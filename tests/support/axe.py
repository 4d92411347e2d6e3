"""axe-core in an open page. It is evaluated, not added as a script, so the page's policy stays on."""

from functools import cache

from playwright.sync_api import Page

from tests.support.pages import ROOT

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]
# Of those, the rules that look at colours: "cat.color" would add the one for level AAA.
COLOURS = ["color-contrast", "link-in-text-block"]
WIDTHS = (1280, 320)


@cache
def source() -> str:
    """The text of axe-core."""
    return (ROOT / "node_modules" / "axe-core" / "axe.min.js").read_text(encoding="utf-8")


def violations(page: Page, *, colours: bool = False) -> list[str]:
    """Every violation in the page as it stands, one line each: rule, help, and the first elements' markup.

    `colours`: of the rules on colours alone.
    """
    if not page.evaluate("'axe' in window"):
        page.evaluate(source())
    run_only = {"type": "rule", "values": COLOURS} if colours else {"type": "tag", "values": TAGS}
    options = {"runOnly": run_only, "resultTypes": ["violations"]}
    found = page.evaluate("options => axe.run(document, options).then(r => r.violations)", options)
    return [
        f"{rule['id']}, {rule['help']}: {node['html'][:200]} — {node['failureSummary']}"
        for rule in found
        for node in rule["nodes"][:3]
    ]


def assert_accessible(page: Page, state: str = "", *, colours: bool = False) -> None:
    """Fail with axe's own words where the page as it stands has a violation."""
    found = violations(page, colours=colours)
    assert not found, f"{page.url} {state}\n" + "\n".join(found)


def assert_accessible_in_every_look(page: Page, state: str = "") -> None:
    """The same in light and dark, wide and narrow; the page is left narrow and light.

    Dark changes colours alone, so the rules on colours are all that it can break.
    """
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme="dark")
        assert_accessible(page, f"{state} at {width} px, dark", colours=True)
        page.emulate_media(color_scheme="light")
        assert_accessible(page, f"{state} at {width} px, light")
