"""The generator on a site that is not its own: all that it makes of one invented paper and one calculator."""

import json
import os
import subprocess
import sys
from functools import cache
from pathlib import Path

from bs4 import BeautifulSoup

from tests.support.pages import pages_of
from tests.support.second_site import SOURCE, copied, python

PAPER = "frameworks/westmere/"


@cache
def soup_of(file: Path) -> BeautifulSoup:
    """The parsed page."""
    return BeautifulSoup(file.read_text(encoding="utf-8"), "lxml")


def page(site: Path, address: str) -> BeautifulSoup:
    """The page at an address below the site's root."""
    return soup_of(site / address / "index.html")


def hrefs(soup: BeautifulSoup, select: str) -> list[str]:
    """The addresses of the links that are found."""
    return [str(link["href"]) for link in soup.select(select)]


def test_the_core_knows_the_sites_own_papers_and_calculators_alone(second_site: Path) -> None:
    asked = (
        "from calculators.engine.registry import ids; from calculators.records.papers import paper_ids;"
        "print(*ids(), *paper_ids())"
    )
    assert python(SOURCE, "-c", asked).stdout.split() == ["reserve", "westmere"]


def test_the_navigation_holds_every_page_in_its_folder(second_site: Path) -> None:
    menu = page(second_site, "").select_one("nav.menu__panel")
    assert menu is not None
    shown = [summary.get_text(strip=True) for summary in menu.select("summary")]
    assert shown == ["Frameworks", "Westmere 2008", "Compared", "Calculators", "Find"]
    names = [link.get_text(strip=True) for link in menu.select("a[href^='frameworks/westmere/']")]
    assert names[:2] == ["At a glance", "Money"]
    written = {path.parent.relative_to(second_site).as_posix() for path in second_site.rglob("index.html")}
    menu_holds = {href.strip("/") or "." for href in hrefs(page(second_site, ""), "nav.menu__panel a")}
    # What left a page is reached from that page.
    left = written - menu_holds
    assert {Path(path).parent.as_posix() for path in left} == {
        "frameworks/westmere/accountability",
        "frameworks/westmere/paragraphs",
        "glossary",
    }
    assert menu_holds <= written


def test_a_paragraph_stands_once_and_a_value_names_its_rule(second_site: Path) -> None:
    money = page(second_site, f"{PAPER}money")
    assert [mark["id"] for mark in money.select("a.para")] == [
        "p-2-1",
        "p-2-2",
        "p-2-3-bullet-1",
        "p-2-3-bullet-2",
    ]
    shown = {str(tag["data-rule"]): tag.get_text() for tag in money.select("data.rule")}
    assert shown == {"westmere/reserve-rate": "4%", "westmere/guide-from": "1 April 2008"}


def test_a_citation_leads_to_its_paragraph_and_back_to_all_that_rests_on_it(second_site: Path) -> None:
    assert "../../frameworks/westmere/money/#p-2-1" in hrefs(page(second_site, PAPER), "a.cite")
    row = page(second_site, f"{PAPER}paragraphs/money").select_one("#of-p-2-1")
    assert row is not None
    assert "A group keeps 4% or more of its budget in reserve." in row.get_text()
    linked = hrefs(BeautifulSoup(str(row), "lxml"), "a")
    assert {"../../../../calculators/reserve/", "../../../../compare/money/"} <= {
        a.partition("#")[0] for a in linked
    }
    (used,) = page(second_site, f"{PAPER}money").select("a.used-by")
    assert used["href"] == "../../../calculators/reserve/"


def test_a_word_explains_itself_and_stands_in_the_glossary(second_site: Path) -> None:
    links = page(second_site, PAPER).select("a.term")
    assert [link["href"] for link in links] == [
        "../../glossary/r/#term-reserve",
        "../../glossary/p/#term-pct",
    ]
    described = page(second_site, PAPER).select_one(f"#{links[0]['aria-describedby']}")
    assert described is not None
    assert described.get_text() == "Money of the budget that is not planned for."
    letters = [page(second_site, f"glossary/{letter}") for letter in ("p", "r")]
    assert [dt.get_text() for letter in letters for dt in letter.select("dt")] == ["PCT", "Reserve"]


def test_lines_and_steps_are_drawn_and_told(second_site: Path) -> None:
    views = [page(second_site, f"{PAPER}accountability/{view}") for view in ("overview", "decisions")]
    drawn = {
        id
        for view in views
        for tag in view.select("svg [data-lines]")
        for id in str(tag["data-lines"]).split()
    }
    told = [row["data-line"] for view in views for row in view.select("tr[id^='line-']")]
    assert drawn == set(told) == {"l1", "l2", "l3", "l4"}
    assert len(told) == len(drawn)
    assert page(second_site, f"{PAPER}accountability/board").select_one("#body-board h1") is not None
    steps = page(second_site, PAPER).select("#process-plan li[data-step]")
    assert ["Nobody" in step.get_text() for step in steps] == [False, False, False]
    assert "By when: 20 working days" in " ".join(steps[1].get_text(" ").split())


def test_an_open_question_stands_with_its_readings_and_the_calculator_it_bears_on(second_site: Path) -> None:
    box = page(second_site, f"{PAPER}open-questions")
    assert "A share of the whole budget." in box.get_text()
    index = page(second_site, "find/questions")
    assert "Reserve: 1 open question" in index.get_text()
    assert "../../calculators/reserve/" in hrefs(index, ".index a")


def test_one_paper_is_compared_with_its_silence(second_site: Path) -> None:
    answer, silence = page(second_site, "compare/money").select("td[data-column]")
    assert [entry.get_text(" ", strip=True)[:7] for entry in answer.select(".compare__entry")] == [
        "A group",
        "PCT boa",
        "From pl",
        "What a ",
    ]
    assert "It says only what is kept." in silence.get_text()
    assert "With none ticked, all one show." in page(second_site, "compare/money").get_text()
    assert "1 April 2008" in page(second_site, "compare/timeline").get_text()


def test_a_form_asks_each_field_and_its_examples_are_worked_out(second_site: Path) -> None:
    form = page(second_site, "calculators/reserve")
    assert [field["data-field"] for field in form.select("calculator-form [data-field]")] == [
        "budget",
        "kept",
    ]
    assert [tag.get_text() for tag in form.select(".worked__outcome")] == ["Enough", "Not enough"]
    assert hrefs(page(second_site, "calculators"), ".questions a") == ["../calculators/reserve/"]
    table = (second_site / "assets/templates/reserve.csv").read_text(encoding="utf-8-sig").splitlines()
    assert table[0] == "case,budget,kept"
    assert len(table) == 3


def test_what_only_one_paper_has_is_drawn_from_its_records(second_site: Path) -> None:
    levels = page(second_site, f"{PAPER}levels")
    assert [row["id"] for row in levels.select(".criterion")] == ["criterion-o1-l1-a", "criterion-o1-l2-a"]
    assert "Needs 75% or more of the group’s practices" in levels.get_text()
    assert [cell.get_text(" ", strip=True) for cell in levels.select(".models td")] == [
        "Both together",
        "The group (our inference)",
    ]
    assert [cell.get_text() for cell in levels.select(".members td")] == ["A. Person", "Chair"]
    linked = hrefs(page(second_site, f"{PAPER}paragraphs/index"), "#of-p-1-2 a")
    assert any(href.endswith("levels/#criterion-o1-l2-a") for href in linked)


def test_coverage_counts_records_and_reasons(second_site: Path) -> None:
    row = page(second_site, "find/coverage").select_one("tbody tr")
    assert row is not None
    assert [cell.get_text() for cell in row.select("td")] == ["8", "7", "1", "4", "3", "1"]


def test_every_page_has_its_policy_and_only_a_calculator_may_run_python(second_site: Path) -> None:
    pages = pages_of(second_site)
    assert pages
    for file in pages:
        policy = soup_of(file).select_one("meta[http-equiv=Content-Security-Policy]")
        assert policy is not None, file
        runs = file.parent.name == "reserve"
        assert ("wasm-unsafe-eval" in str(policy["content"])) is runs, file


def test_the_search_index_leads_to_every_paragraph(second_site: Path) -> None:
    index = json.loads((second_site / "assets" / "search.json").read_text(encoding="utf-8"))
    places = {f"{page[0]}#{place[0]}" for page in index["pages"] for place in page[5]}
    assert index["little"] == []
    marks = [
        f"{file.parent.relative_to(second_site).as_posix()}/#{mark['id']}"
        for file in sorted(second_site.glob("frameworks/**/index.html"))
        for mark in soup_of(file).select("a.para[id]")
    ]
    assert len(marks) == 8
    assert set(marks) <= places


def test_the_frame_takes_its_words_from_the_sites_settings(second_site: Path) -> None:
    front = page(second_site, "")
    assert front.title is not None
    assert front.title.get_text() == "Second Site: an invented paper"
    foot = front.select_one("footer.foot")
    assert foot is not None
    assert [words.get_text(" ", strip=True) for words in foot.select("p, li")] == [
        "Nothing here is true.",
        "Have you found a mistake? Tell us what is wrong on this page .",
        "The paper",
    ]


def test_the_bundles_core_has_the_sites_own_papers_and_calculators(tmp_path: Path) -> None:
    folder = copied(tmp_path)
    core = python(folder, "-c", "from site_build.publish.core import core_folder; print(core_folder())")
    environment = {name: text for name, text in os.environ.items() if name != "SITE_ROOT"}
    command = [sys.executable, "-m", "calculators", "list"]
    done = subprocess.run(command, cwd=core.stdout.strip(), env=environment, capture_output=True, check=True)
    assert [found["id"] for found in json.loads(done.stdout)] == ["reserve"]
