"""What the tests of the diagrams share: the pages that draw, a small paper of hostile words, and readers of markup."""

import itertools
import re
from pathlib import Path

import pytest
from lxml import html  # type: ignore[import-untyped]

from calculators.records import papers
from calculators.records.papers import Paper, load_paper, paper_ids, read_paper
from site_build import pictures as diagrams
from site_build.pictures.lines import lines
from site_build.trace import body_pages
from site_build.writing.page import Page

HOSTILE = '<script>alert("&amp;")</script> ]]> <!-- \\" onload=x'
PAPERS = paper_ids()
MODELS = ("greater involvement", "joint", "delegated")


class PageOf(Page):
    """A page for one paper that need not be among the published ones."""

    held: Paper

    def paper(self, id: str | None = None) -> Paper:
        return self.held


def page_of(paper: Paper) -> Page:
    """The paper's accountability page."""
    page = PageOf(f"frameworks/{paper.id}/accountability/", paper.id)
    object.__setattr__(page, "held", paper)
    return page


def drawn(page: Page) -> dict[str, str]:
    """Every drawing of the page's paper, by name."""
    paper = page.paper()
    views = {view: diagrams.accountability_diagram(page, view) for view in lines.views()}
    chains = {f"chain of {body}": diagrams.body_chain(page, body) for body in paper.bodies}
    processes = {id: diagrams.process(page, id) for id in paper.processes}
    models = {name: diagrams.governance_diagram(page, name, name) for name in _models(paper)}
    parts = (views, chains, processes, models)
    return {name: markup for part in parts for name, markup in part.items() if markup}


def tree(markup: str) -> html.HtmlElement:
    """The markup as a browser would read it, in one element."""
    return html.fragment_fromstring(str(markup), create_parent="div")


def marked(element: html.HtmlElement, path: str, attribute: str) -> list[str]:
    """The attribute's values at the path, in document order."""
    return [str(found.get(attribute)) for found in element.xpath(path)]


def joined(found: html.HtmlElement) -> list[str]:
    """The lines that the arrows of these drawings stand for."""
    return [id for ids in marked(found, ".//g[@data-lines]", "data-lines") for id in ids.split()]


def placed(element: html.HtmlElement) -> tuple[float, float]:
    """Where what stands in the element counts from."""
    x, y = element.get("transform").removeprefix("translate(").rstrip(")").split()
    return float(x), float(y)


def corners(d: str) -> list[tuple[float, float]]:
    """The points of a stroke that runs straight across and straight down."""
    points: list[tuple[float, float]] = []
    for letter, numbers in re.findall(r"([Mhvl])([-\d. e]+)", d):
        by = [float(number) for number in numbers.split()]
        across, down = (by[0], 0.0) if letter == "h" else (0.0, by[0]) if letter == "v" else (by[0], by[1])
        x, y = points[-1] if points else (0.0, 0.0)
        points.append((x + across, y + down))
    return points


def end_of(d: str) -> tuple[float, float]:
    """Where a stroke ends."""
    return corners(d)[-1]


def upright(arrow: html.HtmlElement) -> list[tuple[float, float, float]]:
    """The upright stretches of an arrow: how far across, and from where to where down."""
    strokes = itertools.pairwise(corners(arrow.xpath("./path[@class='dg-stroke']")[0].get("d")))
    return [(x, min(y, to), max(y, to)) for (x, y), (across, to) in strokes if x == across and y != to]


@pytest.fixture(params=PAPERS)
def page(request: pytest.FixtureRequest) -> Page:
    """The accountability page of each paper in turn."""
    return page_of(load_paper(request.param))


@pytest.fixture
def hostile_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Page:
    """A page of a paper whose every word is hostile, with a circle, a line to itself and three bases."""
    # A line asks how its paper stands, and finds it among the papers by its id.
    monkeypatch.setattr(papers, "PAPERS", tmp_path / "papers")
    # The index of bodies tells likes among the site's papers, which are not there.
    monkeypatch.setattr(body_pages, "same_bodies", lambda: ())
    folder = tmp_path / "papers" / "hostile"
    folder.mkdir(parents=True)
    words = HOSTILE.replace("\\", "\\\\").replace('"', '\\"')
    for name, text in _files(words).items():
        (folder / name).write_text(text, encoding="utf-8")
    return page_of(read_paper(folder))


def _models(paper: Paper) -> list[str]:
    labels = [line.label for line in paper.lines.values()]
    return [name for name in MODELS if any(label.endswith(f"({name})") for label in labels)]


def _files(words: str) -> dict[str, str]:
    bodies = "".join(
        f'[[body]]\nid = "{id}"\nname = "{words} {id}"\nremit = "{words}"\nchair = "{words}"\nparagraph = "1"\n'
        for id in "abc"
    )
    step = f'actor = "a"\naction = "{words}"\ndecision = "{words}"\ndeadline = "{words}"\nparagraph = "1"\n'
    process = f'[[process]]\nid = "p"\ntitle = "{words}"\nparagraph = "1"\n'
    return {
        "paper.toml": "".join(
            f'{k} = "hostile"\n' for k in ("id", "title", "short", "publisher", "date", "status")
        ),
        "paragraphs.toml": '[[paragraph]]\nlabel = "1"\npage = "accountability"\n',
        "rules.toml": "rule = []\n",
        "bodies.toml": bodies,
        "accountability.toml": _lines(words),
        "processes.toml": f'{process}[[process.step]]\nn = "1"\nnext = "{words}"\n{step}',
    }


def _lines(words: str) -> str:
    ends = [("a", "b", "stated"), ("b", "c", "implied"), ("c", "a", "inferred"), ("a", "a", "stated")]
    return "".join(
        f'[[line]]\nid = "l{n}"\nfrom = "{start}"\nto = "{end}"\nkind = "reports_to"\n'
        f'label = "{words}"\nbasis = "{basis}"\nparagraph = "1"\n'
        for n, (start, end, basis) in enumerate(ends)
    )
