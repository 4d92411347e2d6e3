"""A link that carries a case in its fragment: answers, the version of the rules and the answer they gave.

It begins with its format’s version and ends with a check over names and texts as they are meant, so that it does
not matter how a program on the way has written them. An older link has neither.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from urllib.parse import parse_qsl, quote, unquote, urlencode

from calculators.engine.result import Result
from calculators.uses.opened import SEAL, Opened, State, seal
from calculators.uses.rules_version import rules_version

FORMAT, CURRENT, CHECK = "_link", "1", "_check"
RULES, OUTCOME, FIGURE = "_rules", "_outcome", "_figure."

AT_THE_END = re.compile(rf"({SEAL.pattern})[^\w&=]*")
"""A check, and marks that a sentence or its brackets may have put after a link."""

ESCAPED_AND = re.compile("&(?:amp;)+")
UNESCAPED = 3
"""How many times a link may have been escaped once more than it should."""

Pairs = list[tuple[str, str]]


def fragment(case: Mapping[str, str], result: Result) -> str:
    """The case and its answer as a fragment, without the `#`. Empty answers are left out."""
    told = {RULES: rules_version(result.calculator), OUTCOME: result.outcome}
    figures = {FIGURE + name: text for name, text in result.figures.items()}
    return _sealed({**case, **told, **figures})


def carried(case: Mapping[str, str]) -> str:
    """A case alone as a fragment, for the step from one calculator to the next; nothing where it is empty."""
    return _sealed(case) if any(text.strip() for text in case.values()) else ""


def read_fragment(text: str) -> Opened:
    """What the fragment holds. Any text can be read; what is not a case will be refused when it is run."""
    text = text.removeprefix("#")
    ways = list(_ways(text))
    for pairs in ways:
        if _is_whole(pairs):
            return _opened("whole" if pairs[0] == (FORMAT, CURRENT) else "newer", pairs)
    pairs = next((way for way in ways if way and not any(name.startswith("amp;") for name, _ in way)), [])
    names = {name for name, _ in pairs}
    return _opened("broken" if text.startswith("_") or {FORMAT, CHECK} & names else "unchecked", pairs)


def _sealed(texts: Mapping[str, str]) -> str:
    parts = [(FORMAT, CURRENT), *((name, text) for name, text in texts.items() if text.strip())]
    # A space becomes %20: a plus sign can mean two things to a program that passes the link on.
    return urlencode([*parts, (CHECK, seal(parts))], quote_via=quote)


def _is_whole(pairs: Pairs) -> bool:
    if not pairs or pairs[-1][0] != CHECK:
        return False
    found = AT_THE_END.fullmatch(pairs[-1][1])
    return found is not None and found[1] == seal(pairs[:-1])


def _ways(text: str) -> Iterator[Pairs]:
    """The pairs as they are meant, and as they would be had a program escaped the link once more, or a sign in it."""
    for _ in range(1 + UNESCAPED):
        for way in dict.fromkeys((text, ESCAPED_AND.sub("&", text))):
            yield _pairs(way)
            if "+" in way:
                yield _pairs(way.replace("+", "%2B"))
        if (text := unquote(before := text)) == before:
            return


def _pairs(way: str) -> Pairs:
    # An empty answer is none; a mark of ours without its text tells where a link was cut.
    pairs = parse_qsl(way, keep_blank_values=True)
    return [(name, text) for name, text in pairs if text or name.startswith("_")]


def _opened(state: State, pairs: Pairs) -> Opened:
    texts = dict(pairs)
    figures = {name: texts.pop(name) for name in [*texts] if name.startswith(FIGURE)}
    answered = figures or {RULES, OUTCOME} & texts.keys()
    marks = {name: texts.pop(name, "") for name in (FORMAT, CHECK, RULES, OUTCOME)}
    # Every link that tells of an answer tells its rules and its outcome, the older ones too.
    if answered and not (SEAL.fullmatch(marks[RULES]) and marks[OUTCOME]):
        state = "broken"
    shown = {name.removeprefix(FIGURE): text for name, text in figures.items()}
    return Opened(state, texts, marks[RULES], marks[OUTCOME], shown)
