"""The emblem that a reader knows a paper, a level or an objective by: a mark in a shape of its kind, and a colour.

`docs/identity.toml` gives each its mark and the name of its colour; `tokens.css` says what the colour is. What is not
named there has a neutral emblem, so that a new paper can be written before anybody has given it a colour.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from markupsafe import Markup

from calculators.records.errors import RecordError
from calculators.records.papers import paper_ids, short_name
from calculators.records.reading import check_keys, read_toml, record
from site_build.writing.page import Page
from site_build.writing.site import DOCS

FILE = DOCS / "identity.toml"
TOKENS = DOCS / "assets" / "stylesheets" / "tokens.css"
NEUTRAL = "neutral"
MOST = 2
"""Letters that a mark has room for."""
STEPS = 3
"""Steps of the stair that a level stands on."""
HUE = re.compile(r"--hue-([a-z]+):")
INITIAL = re.compile(r"\b\w")
# The mark is no text of the page: it is neither searched nor copied nor read out, since the name stands beside it.
PLAIN = Markup(
    '<span class="emblem emblem--{kind} emblem--{colour}" data-mark="{mark}" aria-hidden="true"></span>'
)
STAIR = Markup(
    '<svg class="emblem emblem--level emblem--{colour}" viewBox="0 0 24 24" aria-hidden="true" focusable="false">'
    "{steps}</svg>"
)
STEP = Markup('<path class="{css}" d="M{x} 21v-{tall}h5v{tall}z"/>')
LINK = Markup('<a class="paper-link" href="{href}">{emblem}{words}</a>')


@dataclass(frozen=True, slots=True)
class Sign:
    """A mark of a letter or two, and the name of a colour."""

    mark: str
    colour: str


@dataclass(frozen=True, slots=True)
class Identity:
    """The signs of all papers by id, and of levels and objectives by number."""

    papers: Mapping[str, Sign] = field(default_factory=dict)
    levels: Mapping[str, Sign] = field(default_factory=dict)
    objectives: Mapping[str, Sign] = field(default_factory=dict)


@cache
def identity(file: Path = FILE, tokens: Path = TOKENS) -> Identity:
    """What the file says; `RecordError` where a mark is too long or used twice, or a colour or a paper is unknown."""
    if not file.is_file():
        return Identity()
    table = read_toml(file)
    check_keys(file, table, Identity.__dataclass_fields__)
    found = Identity(**{kind: _signs(file, kind, given) for kind, given in table.items()})
    hues = {*HUE.findall(tokens.read_text(encoding="utf-8"))}
    for kind in ("papers", "levels", "objectives"):
        signs: Mapping[str, Sign] = getattr(found, kind)
        marks = [sign.mark.casefold() for sign in signs.values()]
        for id, sign in signs.items():
            name = f"{kind}.{id}"
            if len(sign.mark) > MOST:
                raise RecordError(file, name, f"has the mark '{sign.mark}': take one or {MOST} letters")
            if marks.count(sign.mark.casefold()) > 1:
                raise RecordError(file, name, f"has the mark '{sign.mark}', which another has too")
            if sign.colour not in hues:
                raise RecordError(
                    file, name, f"has the colour '{sign.colour}': take {', '.join(sorted(hues))}"
                )
    if unknown := found.papers.keys() - set(paper_ids()):
        raise RecordError(file, f"papers.{min(unknown)}", "is no paper of this site")
    return found


def paper_emblem(id: str) -> Markup:
    """A paper's emblem: a tile with a letter or two. Beside it stands the paper's name, which is what is read out."""
    sign = identity().papers.get(id) or Sign("".join(INITIAL.findall(short_name(id)))[:MOST], NEUTRAL)
    return PLAIN.format(kind="paper", colour=sign.colour, mark=sign.mark)


def level_emblem(number: str) -> Markup:
    """A level's emblem: a stair with as many steps filled, whatever it looks like without its colour."""
    sign = identity().levels.get(number)
    steps = Markup("").join(
        STEP.format(css="emblem__on" if n <= int(number) else "emblem__off", x=7 * n - 5, tall=6 * n)
        for n in range(1, STEPS + 1)
    )
    return STAIR.format(colour=sign.colour if sign else NEUTRAL, steps=steps)


def objective_emblem(number: str) -> Markup:
    """An objective's emblem: a disc with its number."""
    sign = identity().objectives.get(number) or Sign(number, NEUTRAL)
    return PLAIN.format(kind="objective", colour=sign.colour, mark=sign.mark)


def paper_link(page: Page, id: str, target: str = "", words: str = "") -> Markup:
    """A link into a paper, its first page if no other is named, that shows whose it is before it is read."""
    address = f"frameworks/{id}/{target}"
    return LINK.format(href=page.link(address), id=id, emblem=paper_emblem(id), words=words or short_name(id))


def emblems_by_address() -> dict[str, str]:
    """For the frame around every page: by the address of a paper's first page, its emblem."""
    return {f"frameworks/{id}/": str(paper_emblem(id)) for id in paper_ids()}


def _signs(file: Path, kind: str, given: object) -> dict[str, Sign]:
    if not isinstance(given, dict):
        raise RecordError(file, kind, "must be a table of marks and colours")
    return {str(id): record(file, f"{kind}.{id}", sign, Sign) for id, sign in given.items()}
