"""Drawings as a browser draws them: words inside their boxes, large enough on a phone, one layout at a time."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from calculators.records.papers import load_paper
from tests.content.diagrams import PAPERS, drawn, page_of

STYLES = Path(__file__).resolve().parents[2] / "docs" / "assets" / "stylesheets"
SHEETS = ("tokens", "page", "text", "records", "diagram")
SMALLEST = 13
ON_A_PHONE = 14

EVERY_CHOICE = "<style>.dg .dg-one { display: block }</style>"

MEASURE = """() => {
  const faults = [], fonts = new Set(), seen = (e) => e.getClientRects().length > 0;
  for (const figure of document.querySelectorAll('figure.dg')) {
    const shown = [...figure.querySelectorAll('.dg-svg')].filter(seen);
    const one = shown.filter((svg) => !svg.matches('.dg-one'));
    if (one.length !== 1) faults.push(`${one.length} drawings of ${figure.querySelector('title').textContent}`);
    for (const svg of shown) {
      const frame = svg.getBoundingClientRect(), scale = frame.width / svg.viewBox.baseVal.width;
      const boxes = [...svg.querySelectorAll('.dg-card rect')].map((box) => box.getBoundingClientRect());
      for (const text of svg.querySelectorAll('text')) {
        const at = text.getBoundingClientRect();
        fonts.add(Math.round(parseFloat(getComputedStyle(text).fontSize) * scale * 10) / 10);
        if (at.left < frame.left - 1 || at.right > frame.right + 1) faults.push(`outside: ${text.textContent}`);
        if (text.matches('.dg-words-free, .dg-lane-name')) continue;
        if (!boxes.some((b) => b.left < at.left && b.right > at.right && b.top <= at.top && b.bottom >= at.bottom))
          faults.push(`not in a box: ${text.textContent}`);
      }
    }
  }
  return {faults, smallest: Math.min(...fonts), wide: document.documentElement.scrollWidth};
}"""


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize(("width", "smallest"), [(390, ON_A_PHONE), (768, SMALLEST), (1280, SMALLEST)])
def test_words_fit_their_boxes_and_can_be_read(
    browser: Browser, paper: str, width: int, smallest: int
) -> None:
    styles = "".join((STYLES / f"{name}.css").read_text(encoding="utf-8") for name in SHEETS)
    body = "".join(drawn(page_of(load_paper(paper))).values())
    page = browser.new_page(viewport={"width": width, "height": 900})
    page.set_content(
        f"<!doctype html><style>{styles}</style>{EVERY_CHOICE}<div class='md-main__inner'>"
        "<nav class='section-nav'></nav>"
        f"<div class='content'><article class='md-typeset text'>{body}</article></div></div>"
    )
    measured = page.evaluate(MEASURE)
    page.close()
    assert measured["faults"] == []
    assert measured["smallest"] >= smallest
    assert measured["wide"] <= width
