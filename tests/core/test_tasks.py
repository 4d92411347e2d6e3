"""The tasks that a page may ask of its worker: JSON in, JSON out, never a traceback."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators.engine.run import run
from calculators.uses import links
from calculators.uses.door import Job, perform
from calculators.uses.tasks import TASKS
from tests.support.edges import FAR_ABOVE

CASE = FAR_ABOVE
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=12), inner, max_size=3),
    max_leaves=6,
)
PAYLOADS = st.dictionaries(
    st.sampled_from(
        [
            "case",
            "first",
            "second",
            "names",
            "fragment",
            "text",
            "table",
            "sheets",
            "columns",
            "rewrite",
            "field",
            "x",
        ]
    ),
    JSON,
    max_size=4,
)


def ask(task: str, **payload: object) -> dict[str, Any]:
    reply: dict[str, Any] = json.loads(perform(task, "fair-share", json.dumps(payload), "../../"))
    return reply


def test_a_run_gives_result_page_and_link() -> None:
    reply = ask("run", case=CASE)
    assert reply["result"]["outcome"] == "above-range"
    assert "<h2" in reply["html"]
    assert links.read_fragment(reply["fragment"]).case == CASE


def test_a_link_opens_with_its_answer() -> None:
    reply = ask("opened", fragment=links.fragment(CASE, run("fair-share", CASE)))
    assert reply["case"] == CASE
    assert reply["result"]["outcome"] == "above-range"
    assert "notice" not in reply


def test_a_carried_case_opens_without_being_worked_out() -> None:
    reply = ask("opened", fragment=links.carried({"indicative_budget": "5"}))
    assert reply == {"state": "whole", "case": {"indicative_budget": "5"}, "unknown": ""}


def test_nearest_and_compare_come_as_pages() -> None:
    assert "Within the range" in ask("nearest", case=CASE)["html"]
    other = CASE | {"fair_share_budget": CASE["indicative_budget"]}
    page = ask("compare", first=CASE, second=other, names=["<i>", "B"])["html"]
    assert "&lt;i&gt;" in page
    assert "<i>" not in page


def test_saved_work_that_holds_more_than_is_asked_for_is_compared_without_that() -> None:
    second = {**CASE, "gone": "1", "<b>": "2"}
    page = ask("compare", first=CASE, second=second, names=["A", "“B”"])["html"]
    assert "“B” also holds what this calculator does not ask for, and that is left out here: gone" in page
    assert "&lt;b&gt;" in page
    assert "<b>" not in page


def test_a_search_tells_how_far_it_is() -> None:
    heard: list[tuple[int, int]] = []
    perform(
        "nearest", "fair-share", json.dumps({"case": CASE}), "", lambda done, all: heard.append((done, all))
    )
    assert heard == [(n, heard[-1][1]) for n in range(1, len(heard) + 1)]
    assert heard[-1][0] == heard[-1][1] > 1


def test_a_table_is_worked_out_in_steps_and_summed_up() -> None:
    rows = ["2000000,1000000", "much,1000000", "1000000,1000000"]
    job = Job("fair-share", "\n".join(["indicative_budget,fair_share_budget", *rows]))
    assert json.loads(job.step(2)) == {"progress": {"done": 2, "total": 3}}
    whole = json.loads(job.step(2))
    assert [(o["outcome"], o["count"]) for o in whole["outcomes"]] == [
        ("within-range", 1),
        ("above-range", 1),
    ]
    assert whole["wrong"] == 1
    assert "<td>3</td><td>indicative_budget</td>" in whole["html"]
    assert whole["total"] == len(rows)
    assert whole["table"].count("\r\n") == len(rows) + 1


def test_a_table_that_cannot_be_read_is_told_at_the_first_step() -> None:
    assert "header row" in json.loads(Job("fair-share", "").step(1))["errors"]["table"]
    assert "calculator" in json.loads(Job("nothing", "a").step(1))["errors"]


def test_a_case_at_fault_comes_back_with_its_messages() -> None:
    for task in ("run", "nearest"):
        assert "indicative_budget" in ask(task, case={})["errors"]


def test_an_unknown_calculator_is_told() -> None:
    assert "calculator" in json.loads(perform("run", "nothing", "{}", ""))["errors"]


@pytest.mark.parametrize("task", sorted(TASKS))
@given(payload=PAYLOADS)
def test_any_payload_gives_a_reply(task: str, payload: dict[str, object]) -> None:
    assert isinstance(ask(task, **payload), dict)
