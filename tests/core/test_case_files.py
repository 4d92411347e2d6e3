"""A case as a file: it comes back whole, or is refused or told as not whole in words, never with a traceback."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators.engine.errors import CaseError
from calculators.engine.registry import get, ids
from calculators.uses import files
from calculators.uses.door import perform
from tests.support.edges import FAR_ABOVE
from tests.support.every import every
from tests.support.pages import ROOT

EARLIER = json.loads((ROOT / "tests/data/earlier/files.json").read_text(encoding="utf-8"))
WORDS = st.text(min_size=1, max_size=20)
MADE = files.written("fair-share", FAR_ABOVE | {"note": "“é”, 50%\n\ud800"})
HALF = files.written("fair-share", {"indicative_budget": "5"})


def ask(text: str, calculator: str = "fair-share") -> dict[str, Any]:
    reply: dict[str, Any] = json.loads(perform("file_opened", calculator, json.dumps({"text": text}), ""))
    return reply


def altered(text: str, **parts: object) -> str:
    return json.dumps(json.loads(text) | parts)


@given(st.dictionaries(WORDS, WORDS.filter(str.strip), max_size=8))
def test_any_case_comes_back_from_its_file(case: dict[str, str]) -> None:
    found = files.read_file("fair-share", files.written("fair-share", case))
    assert (found.state, found.case) == ("whole", case)


@given(st.data())
def test_a_file_with_one_character_changed_is_told_or_refused_or_means_the_same(data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(MADE) - 1))
    other = data.draw(st.characters(codec="ascii") | st.just(""))
    try:
        found = files.read_file("fair-share", MADE[:place] + other + MADE[place + 1 :])
    except CaseError:
        return
    assert found.state == "broken" or found == files.read_file("fair-share", MADE)


def test_a_file_cut_at_any_place_is_refused_in_words() -> None:
    for place in every(range(len(MADE) - 1)):
        assert "Save as a file" in ask(MADE[:place])["errors"]["case-file"]


@pytest.mark.parametrize(
    "program",
    [
        lambda text: json.dumps(json.loads(text)),
        lambda text: json.dumps(json.loads(text), ensure_ascii=False, indent=4),
        lambda text: json.dumps(json.loads(text), sort_keys=True),
        lambda text: text.replace("\n", "\r\n"),
        lambda text: f"\ufeff{text}\n",
    ],
)
def test_a_file_may_be_laid_out_anew(program: Any) -> None:
    assert files.read_file("fair-share", program(MADE)) == files.read_file("fair-share", MADE)


def test_a_file_brings_its_answer_or_only_fills_the_form() -> None:
    whole = ask(files.written("fair-share", FAR_ABOVE))
    assert (whole["state"], whole["result"]["outcome"]) == ("whole", "above-range")
    half = ask(HALF)
    assert half == {"state": "whole", "case": {"indicative_budget": "5"}, "unknown": ""}


def test_an_edited_file_is_told_with_what_could_be_read() -> None:
    reply = ask(MADE.replace('"fair_share_budget": "', '"fair_share_budget": "9'))
    assert reply["state"] == "broken"
    assert "This file is not whole" in reply["notice"]
    assert "Use what could be read" in reply["notice"]
    assert "result" not in reply


def test_a_file_of_a_newer_version_is_told() -> None:
    kept = {**json.loads(HALF), "version": 2}
    del kept["check"]
    reply = ask(json.dumps(kept | {"check": files._check(kept)}))
    assert reply["state"] == "newer"
    assert "newer version" in reply["notice"]


@pytest.mark.parametrize("other", [id for id in ids() if id != "fair-share"])
def test_a_file_of_another_calculator_says_which(other: str) -> None:
    message = ask(files.written(other, {}))["errors"]["case-file"]
    assert get(other).title in message


@pytest.mark.parametrize(
    "text",
    [
        "",
        "practice,budget\nMill,1",
        "PK\x03\x04",
        "[1, 2]",
        "null",
        '"case"',
        "{}",
        '{"case": {}}',
        '{"case": [], "calculator": "fair-share"}',
        '{"case": {}, "calculator": 7}',
        '{"case": {}, "calculator": "' + "x" * 5000 + '"}',
        "[" * 100_000,
        '{"case": {}, "calculator": "fair-share", "x": ' + "9" * 5000 + "}",
    ],
)
def test_what_is_no_file_of_ours_is_refused_in_words(text: str) -> None:
    message = ask(text)["errors"]["case-file"]
    assert message.startswith("The file must be")
    assert len(message) < 300


def test_answers_edited_by_hand_come_as_what_a_person_would_have_typed() -> None:
    case = {"indicative_budget": 5, "fair_share_budget": 1.10, "x": True, "y": None, "z": ["a"]}
    text = json.dumps({"calculator": "fair-share", "case": case})
    found = files.read_file("fair-share", text)
    assert found.state == "unchecked"
    assert found.case == {
        "indicative_budget": "5",
        "fair_share_budget": "1.1",
        "x": "yes",
        "y": "",
        "z": '["a"]',
    }


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=10),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
        max_leaves=8,
    )
)
def test_whatever_stands_in_its_parts_there_is_a_reply(odd: object) -> None:
    for part in ("case", "calculator", "version", "rules_version", "outcome", "figures", "format", "check"):
        assert isinstance(ask(altered(MADE, **{part: odd})), dict)


@pytest.mark.parametrize("file", EARLIER, ids=lambda file: str(file["made"]))
def test_files_of_every_earlier_version_open(file: dict[str, Any]) -> None:
    reply = ask(file["text"], file["calculator"])
    assert (reply["state"], reply["case"]) == (file["state"], file["case"])
