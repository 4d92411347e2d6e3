"""One table of practices for every calculator: what of a table is kept, whom it suits, and two of them joined."""

import csv
import io
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators.uses.door import perform
from calculators.uses.practices import MOST

GATEWAY, SAVINGS = ("gateway", "practice_data"), ("freed-up-resources", "practices")
NHS_NUMBER = "943 476 5919"
LEVELS = (
    "Practice name\tCode\tDES or LES signed\tQOF score\tNHS number\tNotes\n"
    f"Mill\tC1\tyes\t900\t{NHS_NUMBER}\ta, b\n"
    "Elm\tC2\tno\t860\t\t=x\n"
    "Total\t\t\t\t\t\n"
)
MONEY = "Surgery,Budget (£),Spend 2009/10\nElm,1000,900\nMill,500,400\n"


def ask(task: str, form: tuple[str, str], **payload: object) -> dict[str, Any]:
    calculator, field = form
    reply: dict[str, Any] = json.loads(perform(task, calculator, json.dumps({"field": field, **payload}), ""))
    return reply


def read(form: tuple[str, str], table: str, **payload: object) -> dict[str, Any]:
    return ask("table", form, table=table, **payload)


def kept(form: tuple[str, str], table: str, **payload: object) -> str:
    text: str = read(form, table, **payload)["practices"]["table"]
    return text


def join(form: tuple[str, str], older: str, newer: str) -> dict[str, Any]:
    return ask("join", form, older=older, newer=newer)


def cells(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline="")))


def test_a_table_is_kept_whole_in_the_readers_own_headings() -> None:
    practices = read(GATEWAY, LEVELS)["practices"]
    assert practices["practices"] == 2
    assert cells(practices["table"]) == [
        ["Practice name", "Code", "DES or LES signed", "QOF score", "Notes"],
        ["Mill", "C1", "yes", "900", "a, b"],
        ["Elm", "C2", "no", "860", "'=x"],
    ]


def test_what_was_named_by_hand_keeps_its_name_and_what_was_dropped_is_gone() -> None:
    text = "Surgery,Allocation,Cost,Notes,Empty\nMill,5,4,x,\n"
    chosen = {"Allocation": "budget", "Cost": "spend", "Notes": "drop"}
    assert cells(kept(SAVINGS, text, columns=chosen)) == [["Surgery", "budget", "spend"], ["Mill", "5", "4"]]


@pytest.mark.parametrize(
    ("form", "table"),
    [
        (SAVINGS, "practice,budget\nMill,1\n"),
        (SAVINGS, "practice,budget,spend\nMill,lots,1\n"),
        (GATEWAY, "qof_score\n900\n"),
        (GATEWAY, f"practice,qof_score\n{NHS_NUMBER},900\n"),
        (GATEWAY, "practice,Notes\n" + "\n".join(f"P{n},{'x' * 1000}" for n in range(MOST // 1000))),
    ],
)
def test_a_table_with_faults_without_practices_or_too_large_is_not_kept(
    form: tuple[str, str], table: str
) -> None:
    assert "practices" not in read(form, table)


def test_the_core_says_whether_a_kept_table_has_what_a_form_needs() -> None:
    assert read(SAVINGS, kept(SAVINGS, MONEY))["offer"] == {
        "fits": True,
        "words": "It has the columns needed here: Budget (£) and Spend 2009/10.",
    }
    assert read(SAVINGS, kept(GATEWAY, LEVELS))["offer"] == {
        "fits": False,
        "words": "It has no budget and no spend, which this form needs.",
    }
    assert read(SAVINGS, "practice,budget\nMill,1\n")["offer"]["words"] == (
        "It has no spend, which this form needs."
    )
    assert read(GATEWAY, kept(GATEWAY, LEVELS))["offer"]["fits"] is True
    assert read(GATEWAY, kept(SAVINGS, MONEY))["offer"] == {
        "fits": False,
        "words": "It has none of the columns that this form asks for.",
    }


def test_two_tables_of_the_same_practices_become_one_that_both_forms_can_use() -> None:
    reply = join(SAVINGS, kept(GATEWAY, LEVELS), kept(SAVINGS, MONEY))
    assert reply["words"] == "Joined with the one kept before."
    both = reply["all"]["table"]
    assert cells(both) == [
        ["Surgery", "Code", "DES or LES signed", "QOF score", "Notes", "Budget (£)", "Spend 2009/10"],
        ["Mill", "C1", "yes", "900", "a, b", "500", "400"],
        ["Elm", "C2", "no", "860", "'=x", "1000", "900"],
    ]
    assert read(SAVINGS, both)["offer"]["fits"]
    assert read(GATEWAY, both)["offer"]["fits"]
    assert not read(SAVINGS, both)["message"]


def test_the_newer_cell_holds_and_that_is_told() -> None:
    reply = join(
        SAVINGS, "practice,Budget,spend\nMill,1,2\nElm,1,2\n", "practice,budget (£)\nmill ,9\nElm,1\n"
    )
    assert reply["words"].endswith("before. Where they differ, this table holds: budget (£).")
    assert cells(reply["all"]["table"])[0] == ["practice", "budget (£)", "spend"]
    assert cells(reply["all"]["table"])[1:] == [["mill ", "9", "2"], ["Elm", "1", "2"]]


def test_a_practice_of_the_older_alone_is_for_the_reader_to_keep() -> None:
    reply = join(SAVINGS, "practice,budget\nMill,1\nElm,2\n", "practice,spend\nElm,3\nOak,4\n")
    assert reply["words"] == (
        "For other calculators this browser keeps another table, of 2 practices. Only there: Mill. Only here: Oak. "
        "The other stays as it is until you choose."
    )
    assert cells(reply["all"]["table"])[1:] == [["Mill", "1", ""], ["Elm", "2", "3"], ["Oak", "", "4"]]
    assert cells(reply["these"]["table"])[1:] == [["Elm", "2", "3"], ["Oak", "", "4"]]
    assert reply["these"]["before"] is True


def test_nothing_in_common_leaves_nothing_of_the_older_among_these() -> None:
    reply = join(SAVINGS, "practice,budget\nMill,1\n", "practice,spend\nOak,4\n")
    assert reply["these"] == {"table": "practice,spend\r\nOak,4\r\n", "practices": 1, "before": False}


@pytest.mark.parametrize(
    ("older", "newer", "same"),
    [
        ("practice,code\nMill,C1\n", "practice,code\nThe Mill,c1\n", True),
        ("practice,code\nMill,C1\n", "practice,code\nMill,C2\n", False),
        ("practice,code\nMill,C1\n", "practice\nmill.\n", True),
        ("practice\nMill\n", "practice,ODS code\nMill,C1\n", True),
        ("practice,code\nMill,C1\nMill,C2\n", "practice\nMill\n", False),
        ("practice,code\nMill,C1\nElm,C2\n", "practice,code\nElm,C1\nElm two,C2\n", True),
    ],
)
def test_a_practice_is_known_by_its_code_else_by_its_name(older: str, newer: str, same: bool) -> None:
    assert ("these" not in join(SAVINGS, older, newer)) is same


@pytest.mark.parametrize(
    "older", ["", "x", '"', "a,b\r\n1,2\r\n", "practice\r\n", "\0", "[]", "practice,practice"]
)
def test_what_was_edited_by_hand_and_is_no_table_gives_way(older: str) -> None:
    reply = join(SAVINGS, older, kept(SAVINGS, MONEY))
    assert reply["all"]["table"] == kept(SAVINGS, MONEY)
    assert reply["words"] == ""
    assert "all" not in join(SAVINGS, kept(SAVINGS, MONEY), older)


def test_two_that_are_too_large_together_are_not_joined() -> None:
    rows = [f"P{n},{'x' * 900}\n" for n in range(MOST * 2 // 3 // 900)]
    one, other = (f"practice,{name}\n{''.join(rows)}" for name in "ab")
    reply = join(SAVINGS, one, other)
    assert "all" not in reply
    assert "That one stays" in reply["words"]


def test_a_file_with_two_columns_for_one_keeps_both_and_its_fault() -> None:
    text = "practice,budget 2008,budget 2009,spend\nMill,1,2,3\n"
    reply = read(SAVINGS, text, rewrite=True)
    assert "twice" in reply["message"]
    again = read(SAVINGS, reply["table"], rewrite=True)
    assert again["message"] == reply["message"]
    assert again["table"] == reply["table"]


def test_a_file_with_a_misspelt_heading_keeps_it_and_its_fault() -> None:
    reply = read(GATEWAY, "practice,qof_scrore\nMill,900\n", rewrite=True)
    assert "qof_scrore" in reply["message"]
    assert read(GATEWAY, reply["table"])["message"] == reply["message"]


NAMES = st.sampled_from(["Mill", "Elm", "Oak", "Ash", "Total Health", "=cmd", "<b>", "a, b", 'say "x"'])
CELL = st.sampled_from(["", "1", "2", "n/a", " ", "=1", "x\ny", "“", "-5"])
COLUMNS = st.lists(
    st.sampled_from(["budget", "spend", "Notes", "List size", "Budget (£)x"]), unique=True, max_size=4
)


@st.composite
def tables(draw: st.DrawFn) -> list[dict[str, str]]:
    """Rows of a table of practices by heading, no practice twice."""
    columns = draw(COLUMNS)
    return [
        {"practice": name, **{column: draw(CELL) for column in columns}}
        for name in draw(st.lists(NAMES, unique=True, min_size=1, max_size=6))
    ]


def as_text(rows: list[dict[str, str]]) -> str:
    reply = join(SAVINGS, "", _csv(rows))
    text: str = reply["all"]["table"]
    return text


def _csv(rows: list[dict[str, str]]) -> str:
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerows([[*rows[0]], *([*row.values()] for row in rows)])
    return out.getvalue()


def as_rows(text: str) -> dict[str, dict[str, str]]:
    """Each practice with what it has in each column; what is blank is left out."""
    head, *lines = cells(text)
    rows = {line[head.index("practice")]: dict(zip(head, line, strict=True)) for line in lines}
    return {name: {k: v for k, v in row.items() if v.strip()} for name, row in rows.items()}


@given(tables(), tables())
def test_nothing_is_lost_and_the_newer_cell_holds(
    one: list[dict[str, str]], other: list[dict[str, str]]
) -> None:
    older, newer = as_text(one), as_text(other)
    reply = join(SAVINGS, older, newer)
    old, new, both = as_rows(older), as_rows(newer), as_rows(reply["all"]["table"])
    columns = set(cells(newer)[0])
    assert both.keys() == old.keys() | new.keys()
    for name, row in both.items():
        before = {k: v for k, v in old.get(name, {}).items() if name not in new or k not in columns}
        assert row == before | new.get(name, {})
    if "these" in reply:
        assert old.keys() - new.keys()
        assert as_rows(reply["these"]["table"]) == {name: both[name] for name in new}
    else:
        assert old.keys() <= new.keys()


@given(tables(), tables())
def test_joined_again_it_is_the_same(one: list[dict[str, str]], other: list[dict[str, str]]) -> None:
    newer = as_text(other)
    reply = join(SAVINGS, as_text(one), newer)
    for which in ("all", "these"):
        if which in reply:
            text = reply[which]["table"]
            assert join(SAVINGS, text, newer)["all"]["table"] == text
            assert join(SAVINGS, text, text) == {"all": {**reply[which], "before": False}, "words": ""}


@given(tables(), tables(), st.randoms(use_true_random=False))
def test_the_order_of_rows_says_nothing(
    one: list[dict[str, str]], other: list[dict[str, str]], random: Any
) -> None:
    reply = join(SAVINGS, as_text(one), as_text(other))
    random.shuffle(one)
    random.shuffle(other)
    again = join(SAVINGS, as_text(one), as_text(other))
    assert reply.keys() == again.keys()
    for which in {"all", "these"} & reply.keys():
        assert as_rows(reply[which]["table"]) == as_rows(again[which]["table"])
        assert reply[which]["before"] == again[which]["before"]
