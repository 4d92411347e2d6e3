"""A link to a case: it comes back whole or is told as not whole, and links of every earlier version go on opening."""

import json
import re
from typing import Any
from urllib.parse import quote, urlencode

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from calculators.engine.cases import load_cases
from calculators.engine.registry import get, ids
from calculators.engine.run import run
from calculators.uses import links, opened
from calculators.uses.door import perform
from calculators.uses.opened import Opened
from calculators.uses.rules_version import rules_version
from tests.support.edges import FAR_ABOVE
from tests.support.every import every
from tests.support.pages import ROOT

EARLIER = json.loads((ROOT / "tests/data/earlier/links.json").read_text(encoding="utf-8"))
WORDS = st.text(st.characters(codec="utf-8"), min_size=1, max_size=20)
NAMES = WORDS.filter(lambda name: not name.startswith("_"))
CASES = st.dictionaries(NAMES, WORDS.filter(str.strip), max_size=8)
RESULT = run("fair-share", FAR_ABOVE)
MADE = [links.fragment({**FAR_ABOVE, "note": "a+b & c=d; “é”, 50%\n"}, RESULT), links.carried(FAR_ABOVE)]


def ask(fragment: str, calculator: str = "fair-share") -> dict[str, Any]:
    reply: dict[str, Any] = json.loads(perform("opened", calculator, json.dumps({"fragment": fragment}), ""))
    return reply


def is_told_or_the_same(changed: str, made: str) -> bool:
    """Whether a changed link says that it is not whole, or means what it meant."""
    found = links.read_fragment(changed)
    return found.state == "broken" or found == links.read_fragment(made)


@given(CASES)
def test_any_case_comes_back_from_its_link(case: dict[str, str]) -> None:
    found = links.read_fragment("#" + links.fragment(case, RESULT))
    assert found == Opened("whole", case, rules_version("fair-share"), RESULT.outcome, RESULT.figures)
    assert links.read_fragment(links.carried(case)).case == case


@given(st.text(max_size=200))
def test_any_fragment_can_be_read(text: str) -> None:
    assert isinstance(links.read_fragment(text).case, dict)


def test_a_link_begins_with_its_version_and_is_carried_with_a_check_too() -> None:
    assert all(made.startswith("_link=1&") and "&_check=" in made for made in every(MADE))
    assert links.carried({"note": " "}) == ""


@pytest.mark.parametrize("made", MADE)
def test_a_link_cut_at_any_place_is_told(made: str) -> None:
    for place in every(range(1, len(made))):
        assert links.read_fragment(made[:place]).state == "broken", made[:place]


@given(st.data())
def test_a_link_with_one_character_changed_is_told_or_means_the_same(data: st.DataObject) -> None:
    made = data.draw(st.sampled_from(MADE))
    place = data.draw(st.integers(0, len(made) - 1))
    other = data.draw(st.characters(codec="utf-8") | st.sampled_from("&=%+_.#?;0123456789abcdef"))
    assert is_told_or_the_same(made[:place] + other + made[place + 1 :], made)
    assert is_told_or_the_same(made[:place] + other + made[place:], made)
    assert is_told_or_the_same(made[:place] + made[place + 1 :], made) or place == 0


PROGRAMS = {
    "escapes all of it": quote,
    "escapes all but its marks": lambda link: quote(link, safe="=&"),
    "escapes the escapes": lambda link: link.replace("%", "%25"),
    "writes it as HTML": lambda link: link.replace("&", "&amp;"),
    "writes spaces as plus signs": lambda link: link.replace("%20", "+"),
    "unescapes plus signs": lambda link: link.replace("%2B", "+"),
    "writes escapes in small letters": lambda link: re.sub("%..", lambda mark: mark[0].lower(), link),
    "takes a bracket into it": lambda link: link + ")",
    "takes the end of a sentence into it": lambda link: link + ".”",
    "takes escaped marks into it": lambda link: link + "%22%3E",
}


@pytest.mark.parametrize("made", MADE)
@pytest.mark.parametrize("times", [1, 2, 3])
@pytest.mark.parametrize("program", PROGRAMS.values(), ids=PROGRAMS)
def test_what_programs_do_to_a_link_does_not_matter(made: str, times: int, program: Any) -> None:
    """Once, and for what is escaped up to three times."""
    sent = made
    for _ in range(times):
        sent = program(sent)
    assert links.read_fragment(sent) == links.read_fragment(made)
    assert links.read_fragment(sent).state == "whole"


def test_what_could_be_read_of_a_broken_link_is_shown_and_not_filled_in() -> None:
    cut = links.fragment({"indicative_budget": "1200000", "fair_share_budget": "1000000"}, RESULT)
    reply = ask(cut[: cut.index("1000000") + 5])
    assert reply["state"] == "broken"
    assert reply["case"] == {"indicative_budget": "1200000", "fair_share_budget": "10000"}
    assert "This link is not whole" in reply["notice"]
    assert "<dt>Fair-share budget</dt><dd>£10,000</dd>" in reply["notice"]
    assert "Use what could be read" in reply["notice"]
    assert "result" not in reply


def test_a_broken_link_of_which_nothing_is_left_says_so() -> None:
    notice = ask("_link=1&indic")["notice"]
    assert "No answer in it could be read" in notice
    assert "Use what" not in notice


CUT = ("_rules", "_rules=0e1", "_rules=0e1b7d3b6b", "_outcome=above-range", "_figure.shift=1")


@pytest.mark.parametrize("cut", [*CUT, "_rules="])
def test_an_older_link_that_lacks_a_part_every_such_link_had_is_not_whole(cut: str) -> None:
    reply = ask(f"indicative_budget=1200000&fair_share_budget=1000000&{cut}")
    assert reply["state"] == "broken"
    assert "have changed" not in reply["notice"]


def test_a_link_by_hand_fills_the_form_and_is_told_with_what_it_did_not_know() -> None:
    reply = ask("indicative_budget=5&gone=1&_odd=2")
    assert reply["state"] == "unchecked"
    assert reply["case"] == {"indicative_budget": "5"}
    assert "could not be checked" in reply["notice"]
    assert "does not ask for: gone, _odd." in reply["notice"]


def test_a_long_name_and_many_are_cut_short_in_a_message() -> None:
    fragment = urlencode({f"{n}{'x' * 5000}": "1" for n in range(500)})
    told = ask(fragment)["unknown"]
    assert len(told) < 1000
    assert told.endswith("… and 490 more")


def test_a_link_with_rules_of_another_day_says_what_changed() -> None:
    figures = dict(RESULT.figures) | {"shift": "-1.00"}
    parts = {"_rules": "0000000000", "_outcome": "within-range"} | {
        f"_figure.{n}": t for n, t in figures.items()
    }
    reply = ask(links._sealed({**FAR_ABOVE, **parts, "gone": "1"}))
    assert reply["state"] == "whole"
    assert "The rules have changed since this link was made" in reply["notice"]
    assert "was <strong>−£1</strong>, is now" in reply["notice"]
    assert (
        "Result: was <strong>Within the range</strong>, is now <strong>Above the range</strong>"
        in reply["notice"]
    )
    assert "does not ask for: gone" in reply["notice"]
    assert reply["result"]["outcome"] == "above-range"


def test_a_link_with_todays_rules_needs_no_words() -> None:
    reply = ask(links.fragment(FAR_ABOVE, RESULT))
    assert (reply["state"], reply["unknown"], "notice" in reply) == ("whole", "", False)


def test_a_version_of_the_rules_that_is_none_is_no_change_of_rules() -> None:
    reply = ask(links._sealed({**FAR_ABOVE, "_rules": "old", "_outcome": "above-range"}))
    assert reply["state"] == "broken"
    assert "have changed" not in reply["notice"]


def test_a_link_of_a_newer_version_is_not_filled_in() -> None:
    parts = [("_link", "2"), ("indicative_budget", "5")]
    newer = urlencode([*parts, ("_check", opened.seal(parts))])
    reply = ask(newer)
    assert reply["state"] == "newer"
    assert "newer version" in reply["notice"]
    assert "result" not in reply
    assert links.read_fragment(newer.replace("_link=2", "_link=3")).state == "broken"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("_outcome", "Buy now at example.com"),
        ("_figure.shift", "<b>call 0800</b>"),
        ("_figure.shift", "9" * 5000),
        ("_figure.years_to_range", "soon"),
        ("_figure.invented", "1.00"),
    ],
)
def test_what_no_calculator_gives_is_never_shown_as_an_earlier_answer(name: str, text: str) -> None:
    parts = {"_rules": "0000000000", "_outcome": "within-range", name: text}
    for fragment in (links._sealed({**FAR_ABOVE, **parts}), urlencode({**FAR_ABOVE, **parts})):
        notice = ask(fragment)["notice"]
        assert text not in notice
        assert quote(text) not in notice


@pytest.mark.parametrize("id", ids())
def test_every_figure_can_be_told_as_an_earlier_one(id: str) -> None:
    """Else a change of it would pass without a word."""
    figures = {figure.name: figure for figure in get(id).figures}
    results = [run(id, case.input) for case in load_cases(id) if "errors" not in case.expect]
    for result in every(results):
        for name, text in result.figures.items():
            assert opened._can_be(figures[name], text), (name, text)


@pytest.mark.parametrize("link", EARLIER, ids=lambda link: f"{link['made']} {link['calculator']}")
def test_links_of_every_earlier_version_open(link: dict[str, Any]) -> None:
    reply = ask(link["fragment"], link["calculator"])
    assert reply["case"] == link["case"]
    assert reply["state"] == link["state"]
    assert reply["unknown"] == ""
    assert ("result" in reply) == bool(link["outcome"])
    if link["outcome"]:
        assert reply["result"]["outcome"] == link["outcome"]


@given(st.text(st.characters(codec="utf-8", exclude_characters="&=_%+#"), max_size=40))
def test_a_link_by_hand_is_never_called_broken(text: str) -> None:
    assume(text.strip())
    found = links.read_fragment(urlencode({"indicative_budget": text}))
    assert (found.state, found.case) == ("unchecked", {"indicative_budget": text})


def test_half_of_a_character_is_told_at_its_field() -> None:
    case = {**FAR_ABOVE, "fair_share_budget": "1\ud800"}
    reply = json.loads(perform("run", "fair-share", json.dumps({"case": case}), ""))
    assert "half of a character" in reply["errors"]["fair_share_budget"]
