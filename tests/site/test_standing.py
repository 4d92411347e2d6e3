"""What was only proposed says so wherever it is cited, or at the head of the page."""

from pathlib import Path

from calculators.records.papers import Paper, load_paper, paper_ids
from calculators.records.schemas.base import PROPOSED
from tests.support.built import built_pages, of_class, place_now, words
from tests.support.said import said

HEAD = "was proposed, and not yet in force"


def proposals(paper: Paper) -> set[str]:
    """The addresses of paragraphs that propose, and of which no record says that it stands otherwise."""
    otherwise = {record.paragraph for _, record in said(paper) if record.standing and record.mark != PROPOSED}
    return {
        paper.url(label)
        for label in paper.paragraphs
        if paper.standing(label) == PROPOSED and label not in otherwise
    }


def test_no_proposal_is_cited_without_the_word(site: Path) -> None:
    proposed = {place_now(site, url) for id in paper_ids() for url in proposals(load_paper(id))}
    cites, silent = 0, []
    for page in built_pages(site):
        head = " ".join(map(words, page.tree.xpath(f"//*[{of_class('status')}]")))
        for link in page.tree.xpath(f"//a[{of_class('cite')}]"):
            address, anchor = page.leads_to(str(link.get("href")))
            if f"{address}#{anchor}" not in proposed:
                continue
            cites += 1
            if PROPOSED not in words(link) and HEAD not in head:
                silent.append(f"{page}: {words(link)}")
    assert cites > 200
    assert not silent, "\n".join(silent)
