"""`python -m site_build new calculator ID` and `new paper ID`: lay a specimen out in the site, ready to be changed.

A specimen passes every check as it stands. A new calculator takes its rule from a paper of the site, and its
cases have that rule's number; so it answers at once, and what it answers is yours to change.
"""

from __future__ import annotations

import argparse
import keyword
import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from string import Template

from calculators.records.folders import SITE
from calculators.records.papers import load_paper, paper_ids
from calculators.records.schemas import Rule
from calculators.values import formats

HERE = Path(__file__).resolve().parent
ID = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
# A whole of this many pounds: a thousand times the rule's percentage is then the part that it asks for.
WHOLE = 100_000
PENNY = Decimal("0.01")
PAPERS_PAGE = Path("docs", "about", "papers.md")


def main(arguments: list[str] | None = None) -> int:
    """Lay a specimen out and name its files; a message and 2 where the id will not do."""
    parser = argparse.ArgumentParser(prog="python -m site_build new", description=__doc__)
    parser.add_argument("kind", choices=["calculator", "paper"])
    parser.add_argument("id", help="lower case letters and digits, words parted by hyphens")
    parser.add_argument("--paper", help="the paper whose rule a new calculator begins with")
    options = parser.parse_args(arguments)
    try:
        words = words_for(options.kind, options.id, options.paper)
        for file in lay(options.kind, words):
            print(file.relative_to(SITE))
    except ValueError as error:
        parser.error(str(error))
    return 0


def lay(kind: str, words: Mapping[str, str]) -> Iterator[Path]:
    """Write the specimen's files into the site; `ValueError` where one of them is there already."""
    folder = HERE / kind
    sources = sorted(path for path in folder.rglob("*.txt"))
    places = {path: SITE / _filled(path.relative_to(folder).as_posix(), words)[:-4] for path in sources}
    if there := [place for place in places.values() if place.exists()]:
        raise ValueError(f"{there[0].relative_to(SITE)} is there already: take another id")
    for source, place in places.items():
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(_filled(source.read_text(encoding="utf-8"), words), encoding="utf-8")
        yield place
    if kind == "paper":
        yield _listed(words)


def words_for(kind: str, id: str, paper: str | None = None) -> dict[str, str]:
    """What the specimen's blanks are filled with; `ValueError` where the id or the paper will not do."""
    module = id.replace("-", "_")
    if not ID.fullmatch(id) or keyword.iskeyword(module):
        raise ValueError(f"'{id}' is no id: use lower case letters and digits, words parted by hyphens")
    words = {"id": id, "module": module, "title": id.replace("-", " ").capitalize()}
    if kind == "paper":
        return words
    found, rule = _share(paper)
    at = rule.decimal * WHOLE / 100
    amounts = {"at": at, "below": at - PENNY, "above": at + PENNY, "ten_times": at * 10}
    figures = {name: formats.figure(amount, "money") for name, amount in amounts.items()}
    percent = formats.figure(rule.decimal, "percent")
    return words | figures | {"paper": found, "rule": rule.id, "whole": str(WHOLE), "percent": percent}


def _share(paper: str | None) -> tuple[str, Rule]:
    """The first rule that is a percentage, of the paper named or of any."""
    if paper is not None and paper not in paper_ids():
        raise ValueError(f"there is no paper '{paper}': choose from {', '.join(paper_ids())}")
    for id in (paper,) if paper else paper_ids():
        for rule in load_paper(id).rules.values():
            if rule.unit == "percent" and isinstance(rule.value, str) and 0 < rule.decimal < 100:
                return id, rule
    raise ValueError("a specimen needs a paper with a rule that is a percentage: add a paper first")


def _listed(words: Mapping[str, str]) -> Path:
    """The page of all papers, with a section for the new one: each of its pages links there."""
    page = SITE / PAPERS_PAGE
    section = _filled((HERE / "paper-listed.md").read_text(encoding="utf-8"), words)
    page.write_text(f"{page.read_text(encoding='utf-8').rstrip()}\n\n{section}", encoding="utf-8")
    return page


def _filled(text: str, words: Mapping[str, str]) -> str:
    return Template(text).substitute(words)
