"""A rule's number stands in its record alone: not in Python, not in JavaScript, not in prose."""

import re
import tokenize
import tomllib
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest

from calculators.records.papers import load_paper, paper_ids
from calculators.records.schemas import Rule
from tests.support.pages import ROOT
from tests.support.sources import files, name_of

NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
# Numbers below this are in every program, as counts of things that have nothing to do with a rule.
SMALLEST = 10
# Where a literal has a rule's value but is not that rule: file → literal → what it is instead.
NOT_A_RULE: dict[str, dict[str, str]] = {
    "calculators/values/amounts.py": {"12": "the most digits that an amount may have"},
    "calculators/values/dates.py": {"12": "the last month"},
    "calculators/uses/nearest.py": {"12": "the most changes that are tried"},
    "calculators/uses/notes.py": {"60": "the letters that a date may have"},
    "calculators/uses/rendering.py": {"12": "the entries that a part may show unfolded"},
    "calculators/uses/calendar.py": {"75": "the octets that a line of a calendar file may have"},
    "browser/table/chart.js": {
        "16": "where a label stands",
        "18": "the height of a bar",
        "22": "the top of a bar",
    },
    "browser/result/notes.js": {"60": "the letters that a date may have"},
    "browser/result/word.js": {
        "16": "the size of text in a table, in half points",
        "18": "the size of text, in half points",
        "20": "twentieths of a point between two lines, and the size of a heading, in half points",
        "60": "twentieths of a point between two paragraphs",
    },
    "browser/form/work.js": {"80": "the letters that a name of saved work may have"},
    "browser/runtime/message.js": {
        "20": "the letters that a moment may have",
        "80": "the letters that a name in a message may have",
    },
    "browser/runtime/archive.js": {
        "16": "where a ZIP's end says where its directory is",
        "22": "the bytes of a ZIP's end",
        "28": "where a ZIP's directory says how long a name is",
        "30": "where a name in a ZIP begins",
    },
    "browser/runtime/worker.js": {"50": "the rows of a table between two signs of life"},
    "calculators/values/people.py": {"11": "what the check digit of an NHS number is worked out by"},
    "calculators/engine/case.py": {"60": "the letters of an unknown name that a message repeats"},
}
EVERYWHERE = {
    "10": "the base of our numerals",
    "100": "a hundred parts make a whole",
    "1000": "k is a thousand",
    "0.01": "a penny",
}
# Amounts, shares and times as a paper would set them.
IN_PROSE = re.compile(r"£\s?\d|\d\s?%|\b\d+ (?:percent|per cent|days?|weeks?|months?|practices|points)\b")
# A section by its number, which is a name: "Section 12 points to the procedure".
SECTION = re.compile(r"\b[Ss]ections? \d+(?:\.\d+)*(?: and \d+(?:\.\d+)*)?")
# The records whose words name their rules; `rules.toml` holds the numbers themselves.
RECORDS = {
    *("accountability", "ambiguities", "bodies", "checklists", "commitment"),
    *("criteria", "glossary", "models", "processes"),
}
# Fields that are no words: what is cited, and the numbers that a criterion holds.
NO_WORDS = {"paragraph", "also", "threshold", "score"}


@cache
def rule_values() -> set[Decimal]:
    """Every number that a rule's value or a criterion's threshold holds; a percentage also as a fraction."""
    papers = [load_paper(id) for id in paper_ids()]
    held = [(rule.value, rule.unit) for paper in papers for rule in paper.rules.values()]
    held += [
        (found.threshold, found.unit or "count") for paper in papers for found in paper.criteria.values()
    ]
    found: set[Decimal] = set()
    for value, unit in held:
        for text in [value] if isinstance(value, str) else value:
            if NUMBER.fullmatch(text):
                found.add(Decimal(text))
                if unit == "percent":
                    found.add(Decimal(text) / 100)
    return found


def python_numbers(path: Path) -> set[str]:
    """The numbers in a module: literals, and texts that are nothing but a number."""
    with path.open("rb") as source:
        tokens = list(tokenize.tokenize(source.readline))
    texts = {t.string.strip("\"'") for t in tokens if t.type == tokenize.STRING}
    numbers = {t.string.replace("_", "") for t in tokens if t.type == tokenize.NUMBER}
    return {text for text in texts | numbers if NUMBER.fullmatch(text)}


def script_numbers(path: Path) -> set[str]:
    """The numbers in a module of JavaScript, comments and texts left out."""
    text = re.sub(
        r"/\*.*?\*/|//[^\n]*|\"[^\"\n]*\"|'[^'\n]*'|`[^`]*`", " ", path.read_text("utf-8"), flags=re.S
    )
    return set(re.findall(r"(?<![\w.])\d+(?:\.\d+)?(?![\w.])", text.replace("_", "")))


def is_rule(text: str, values: set[Decimal]) -> bool:
    """Whether a literal has the value of a rule, and is not so small that it means nothing."""
    number = Decimal(text)
    return number in values and (number >= SMALLEST or 0 < number < 1)


def test_there_are_rules_to_look_for() -> None:
    values = rule_values()
    assert len(values) > 10
    assert Decimal("0.1") in values


@pytest.mark.parametrize("path", files("calculators", ".py") + files("browser", ".js"), ids=name_of)
def test_no_code_holds_a_rules_number(path: Path) -> None:
    numbers = python_numbers(path) if path.suffix == ".py" else script_numbers(path)
    known = EVERYWHERE.keys() | NOT_A_RULE.get(name_of(path), {}).keys()
    assert {n for n in numbers - known if is_rule(n, rule_values())} == set()


@pytest.mark.parametrize(
    "path", files("docs/frameworks", ".md") + files("docs/calculators", ".md"), ids=name_of
)
def test_no_prose_holds_an_amount_share_or_time(path: Path) -> None:
    """Numbers come from records by macro, so what is left without the macros' calls holds none."""
    prose = re.sub(
        r"\{\{.*?\}\}|\{#.*?#\}|`[^`]*`|\]\([^)]*\)", "", path.read_text(encoding="utf-8"), flags=re.S
    )
    assert IN_PROSE.findall(prose) == []


def each(rule: Rule) -> list[str]:
    """Every value of a rule, each as a reader meets it."""
    return (
        [rule.show(n) for n in range(1, len(rule.value) + 1)]
        if isinstance(rule.value, tuple)
        else [rule.show()]
    )


def words_in(value: object) -> Iterator[str]:
    """Every text of a record that a reader sees."""
    if isinstance(value, dict):
        for key, part in value.items():
            yield from () if key in NO_WORDS else words_in(part)
    elif isinstance(value, list):
        for part in value:
            yield from words_in(part)
    elif isinstance(value, str):
        yield value


@pytest.mark.parametrize(
    "path",
    [p for p in files("calculators/papers", ".toml") if p.stem in RECORDS],
    ids=name_of,
)
def test_no_record_types_an_amount_share_or_time(path: Path) -> None:
    """A deadline or share in a record's words is a place such as `{approval-clock-limit}`."""
    held = tomllib.loads(path.read_text(encoding="utf-8"))
    scores = {c["score"] for c in held.get("criterion", []) if "score" in c}
    dates = {
        shown for r in load_paper(path.parent.name).rules.values() if r.unit == "date" for shown in each(r)
    }
    named = re.compile("|".join([IN_PROSE.pattern, *(rf"\b{re.escape(text)}\b" for text in scores | dates)]))
    assert [text for text in words_in(held) if named.search(SECTION.sub("", text))] == []


def test_no_exception_outlives_its_reason() -> None:
    stale = [
        f"{name}: {literal}"
        for name, literals in NOT_A_RULE.items()
        for literal in literals
        if literal not in (ROOT / name).read_text(encoding="utf-8").replace("_", "")
    ]
    assert stale == []
