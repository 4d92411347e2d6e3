"""What links a sentence to its source: paragraph numbers, citations, and values read from records."""

from __future__ import annotations

import re

from markupsafe import Markup, escape

from calculators.records.citations import Citation, brief
from calculators.records.errors import RecordError
from calculators.records.papers import Paper
from calculators.records.schemas import Rule
from calculators.records.schemas.base import PROPOSED
from site_build.writing.page import Page

PARA = Markup(
    '<a class="para" id="{anchor}" href="#{anchor}" title="{label}"><span class="vh">Paragraph </span>{shown}</a>'
)
# A section, the heading that a paragraph is counted from, and its number below that heading.
LABEL = re.compile(
    r"(?P<section>[\d.]+|Appendix \d+|\w+(?: table)?)(?P<heading>[ ,].+?)"
    r"(?P<number>,? (?:\(\d+\)|(?:para|row|bullet|indicator|level) \d+|lead-in))"
)
CITE = Markup(
    '<a class="cite" href="{href}"><span class="vh">Source: paragraph </span>{paper}{head}{rest}{mark}</a>'
)
PAPER = Markup('<span class="cite__paper">{}, </span>')
REST = Markup('<span class="cite__rest">{}</span>')
MARK = Markup('<span class="cite__mark">, {}</span>')
VALUE = Markup('<data class="rule" value="{value}" data-rule="{paper}/{id}"{long}>{shown}</data>')
# A value this short, such as a date, is never broken over lines; a label this short is never abbreviated.
SHORT = 18


def para(page: Page, label: str, paper: str | None = None) -> str:
    """The paragraph's anchor and small number, at the start of the words that restate it.

    `RecordError` where the paper has no such paragraph or keeps it on another page.
    """
    source = page.paper(paper)
    found = source.paragraph(label)
    if not page.holds(source, label):
        reason = f"belongs on the page '{found.page}', and '{page.url}' shows it"
        raise RecordError(source.folder / "paragraphs.toml", label, reason)
    return PARA.format(anchor=found.anchor, label=label, shown=shown(label))


def shown(label: str) -> Markup:
    """A label short enough for a margin: the heading it names is on the page, and is left to those who listen."""
    found = LABEL.fullmatch(label)
    if not found or len(label) <= SHORT:
        return escape(label)
    comma = "," if found["number"].startswith(",") else ""
    hidden = Markup('<span class="vh">{}</span>').format(f"{found['heading']}{comma}")
    return Markup("{}{} {}").format(found["section"], hidden, found["number"].lstrip(", "))


def cite(page: Page, name: str, paper: str | None = None) -> str:
    """A link to the paragraph with this label, or to the one behind the rule with this id."""
    source = page.paper(paper)
    label = paragraph_of(source, name)
    mark = source.rules[name].mark if name in source.rules else None
    return cited(page, source, label, named=source.id != page.paper_id, mark=mark)


def cited(page: Page, paper: Paper, label: str, *, named: bool, mark: str | None = None) -> Markup:
    """A link to the paragraph, with the paper `named`; what was only proposed says so, but on a page that does.

    `mark` is that of the record that is cited, where it is known: it may stand otherwise than its paragraph.
    """
    word = Citation(paper.id, label).mark if mark is None else mark
    shown = MARK.format(word) if word and word != standing_of(page) else ""
    head, rest = brief(label)
    return CITE.format(
        href=page.link(paper.url(label)),
        paper=PAPER.format(paper.short) if named else "",
        head=head,
        rest=REST.format(rest) if rest else "",
        mark=shown,
    )


def standing_of(page: Page) -> str:
    """How all stands that a page of a paper restates, but for facts in a paper that proposes; else nothing."""
    standings = standings_of(page)
    if PROPOSED in standings and page.paper().proposes:
        return PROPOSED
    return standings.pop() if len(standings) == 1 else ""


def standings_of(page: Page) -> set[str]:
    """Each way in which what a page of a paper restates stands; where it restates nothing, all of its paper."""
    if not page.paper_id:
        return set()
    standings = page.paper().standings
    return {*standings.get(page.url, set().union(*standings.values()))}


def paragraph_of(paper: Paper, name: str) -> str:
    """The label that `name` is, or that the rule `name` cites; `RecordError` where it is neither."""
    if name in paper.paragraphs:
        return name
    if name in paper.rules:
        return paper.rules[name].paragraph
    raise RecordError(paper.folder / "paragraphs.toml", name, "is neither a paragraph nor a rule")


def value(page: Page, id: str, paper: str | None = None, *, n: int | None = None, words: bool = False) -> str:
    """The rule's value alone: `10%`; the n-th of a list, from 1; `words` writes a small number in words."""
    source = page.paper(paper)
    found = source.rule(id)
    exact = _exact(source, found, n)
    text = found.show(n, words=words)
    long = Markup(" data-long") if len(text) > SHORT else ""
    return VALUE.format(value=exact, paper=source.id, id=id, shown=text, long=long)


def rule(page: Page, id: str, paper: str | None = None, *, n: int | None = None, words: bool = False) -> str:
    """The rule's value followed by its citation."""
    return Markup("{} {}").format(
        Markup(value(page, id, paper, n=n, words=words)), Markup(cite(page, id, paper))
    )


def _exact(paper: Paper, found: Rule, n: int | None) -> str:
    if isinstance(found.value, str):
        if n not in (None, 1):
            raise RecordError(
                paper.folder / "rules.toml", found.id, f"has one value, and the page asks for number {n}"
            )
        return found.value
    if n is None:
        return "; ".join(found.value)
    if not 1 <= n <= len(found.value):
        raise RecordError(
            paper.folder / "rules.toml",
            found.id,
            f"has {len(found.value)} values, and the page asks for number {n}",
        )
    return found.value[n - 1]
