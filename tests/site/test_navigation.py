"""`mkdocs.yml` names folders; their pages come in the order that the folder's first page gives, none twice."""

from pathlib import Path

import pytest
import yaml

from calculators.records.papers import load_paper
from site_build.navigation import Item, NavigationError, navigation
from tests.support.pages import DOCS, ROOT


def page(docs: Path, path: str, head: str = "") -> None:
    """Write a page with this front matter."""
    file = docs / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(f"---\ntitle: A page\n{head}---\n\n# A page\n", encoding="utf-8")


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    """Two folders of pages, and one that holds only folders."""
    page(tmp_path, "a/index.md", "order: [second, first]\n")
    for name in ("first", "second", "unlisted"):
        page(tmp_path, f"a/{name}.md")
    page(tmp_path, "all/y/index.md", "section: The Ys\nnav_title: At a glance\n")
    page(tmp_path, "all/y/words.md")
    page(tmp_path, "all/x/index.md", "paper: brent\n")
    return tmp_path


def test_a_folders_pages_come_in_its_own_order_and_the_rest_by_name(docs: Path) -> None:
    pages = ["a/index.md", "a/second.md", "a/first.md", "a/unlisted.md"]
    assert navigation([{"A": "a/"}], docs) == [{"A": pages}]


def test_a_folder_of_folders_gives_each_its_section(docs: Path) -> None:
    ys: Item = {"The Ys": [{"At a glance": "all/y/index.md"}, "all/y/words.md"]}
    brent: Item = {load_paper("brent").short: ["all/x/index.md"]}
    assert navigation(["all/"], docs) == [brent, ys]
    assert navigation([{"All": ["all/y/", "all/"]}], docs) == [{"All": [ys, brent]}]


def test_what_is_named_elsewhere_does_not_come_again(docs: Path) -> None:
    pages = ["a/index.md", "a/second.md", "a/unlisted.md"]
    assert navigation(["a/first.md", {"A": "a/"}], docs) == ["a/first.md", {"A": pages}]


def test_full_items_stay_as_they_are(docs: Path) -> None:
    full = navigation([{"A": "a/"}, "all/"], docs)
    assert navigation(full, docs) == full


def test_a_folder_or_a_page_of_its_order_that_is_not_there_is_named(docs: Path) -> None:
    with pytest.raises(NavigationError, match="'b/'"):
        navigation([{"B": "b/"}], docs)
    page(docs, "a/index.md", "order: [first, gone]\n")
    with pytest.raises(NavigationError, match=r"a/index\.md.*'gone'"):
        navigation([{"A": "a/"}], docs)


def test_the_configuration_names_nothing_twice_and_leaves_no_page_out() -> None:
    text = (ROOT / "mkdocs.yml").read_text(encoding="utf-8").partition("\nnav:")[2]
    nav = yaml.safe_load(f"nav:{text}")["nav"]
    entries = [entry for entry in text.replace(":", " ").split() if entry.endswith((".md", "/"))]
    assert len(entries) == len(set(entries)) > 0
    pages = list(paths(navigation(nav, DOCS)))
    assert sorted(pages) == sorted(file.relative_to(DOCS).as_posix() for file in DOCS.rglob("*.md"))


def paths(items: list[Item]) -> list[str]:
    """Every page of the navigation, in order."""
    found: list[str] = []
    for item in items:
        for below in [item] if isinstance(item, str) else item.values():
            found += [below] if isinstance(below, str) else paths(below)
    return found
