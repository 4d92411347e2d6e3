"""What we write we read back: results into the table of cases again, and generated tables however they are written."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators.engine.registry import ids
from calculators.uses.batch import Batch, batch
from calculators.uses.starter import template_csv
from calculators.values.tables import Column, read_table
from tests.support.tables import cases_table

ODD = (
    "practice,indicative_budget,fair_share_budget,agreed_shift_precent,notes,notes\n"
    'Mill,1,250,000,1m,,,\n=1+1,1m,1m,,\'=2,@x\nElm,lots,1m,0.5,"a\nb",-1\n\n,,\nTotal,2,2,,\nAsh,1m,1m,,–,\n'
)
ENDS = ("\n", "\r\n", "\r")


@pytest.mark.parametrize("id", ids())
@pytest.mark.parametrize("rows", [0, 30])
def test_results_go_back_in_and_come_out_the_same(id: str, rows: int) -> None:
    once, failed = batch(id, cases_table(id, rows) if rows else template_csv(id))
    assert batch(id, once) == (once, failed)
    assert batch(id, "\ufeff" + once.replace("\r\n", "\n"))[0] == once
    assert batch(id, once.replace("\r\n", "\r"))[0] == once


def test_a_table_with_faults_goes_back_in_and_comes_out_the_same() -> None:
    once, failed = batch("fair-share", ODD)
    assert failed == 3
    assert batch("fair-share", once) == (once, failed)


def test_results_corrected_in_between_are_worked_out_anew() -> None:
    once, _ = batch("fair-share", "practice,indicative_budget,fair_share_budget\nMill,lots,1m\n")
    again = Batch("fair-share", once.replace("lots", "1m"))
    again.step(1)
    assert dict(again.outcomes) == {"within-range": 1}
    assert again.notes == ["The results of an earlier round were left out, and worked out anew."]


def test_a_figure_of_last_time_is_no_answer_of_this_time() -> None:
    """`freed_up` is a figure and a field."""
    once, failed = batch("freed-up-resources", "document,freed_up\nhertfordshire,1000\nhertfordshire,\n")
    assert failed == 1
    assert batch("freed-up-resources", once) == (once, failed)


def test_a_column_added_beside_the_results_is_carried_through() -> None:
    once, _ = batch("fair-share", "practice,indicative_budget,fair_share_budget\nMill,1m,1m\n")
    head, row = once.splitlines()
    again, _ = batch("fair-share", f"{head},Seen by\n{row},Ann\n")
    assert again.startswith("practice,indicative_budget,fair_share_budget,Seen by,outcome,difference,")
    assert ",Ann,within-range," in again


NAMES = st.text(st.characters(codec="utf-8", exclude_categories=["C", "M", "Z"]), min_size=1, max_size=8)
COLUMNS = (
    Column("practice", "Practice", "text", unique=True),
    Column("budget", "Budget", "money", required=True),
    Column("spend", "Spend", "money"),
    Column("access_des", "Access DES", "yes/no"),
)
HEADINGS = {
    "practice": ["practice", "Practice", "Practice name", "SURGERY"],
    "budget": ["budget", "Budget", "BUDGET (£)", "Budget 2009/10"],
    "spend": ["spend", "Spend", " spend ", "Spend £"],
    "access_des": ["access_des", "Access DES", "access-des", "Access\nDES"],
}
PENCE = st.integers(1, 10**9)


def one_line(cells: list[str], dialect: type[csv.Dialect], mark: str) -> str:
    """A row as CSV without its end; a cell of several lines stands in quotation marks whatever ends the rows."""
    out = io.StringIO()
    csv.writer(out, dialect, delimiter=mark, lineterminator="\r\n").writerow(cells)
    return out.getvalue().removesuffix("\r\n")


@st.composite
def tables(draw: st.DrawFn) -> tuple[str, list[dict[str, object]], bool]:
    """A table as text, what it holds, and whether a total stands in it."""
    amounts = draw(
        st.lists(st.tuples(PENCE, st.none() | PENCE, st.none() | st.booleans()), min_size=1, max_size=8)
    )
    # No row is by chance the sum of others: each is its own power of two.
    held = [
        {
            "practice": f"{draw(NAMES)} {n}",
            "budget": 2**n * 10**6 + budget % 7,
            "spend": spend,
            "access_des": yes,
        }
        for n, (budget, spend, yes) in enumerate(amounts)
    ]
    order = draw(st.permutations([*HEADINGS, "Notes"]))
    width = len(order)
    lead, tail = draw(st.integers(0, 2)), draw(st.integers(0, 2))

    def line(cells: dict[str, str]) -> list[str]:
        return [""] * lead + [cells.get(name, "") for name in order] + [""] * tail

    def shown(row: dict[str, object]) -> dict[str, str]:
        yes = {True: "yes", False: "no", None: draw(st.sampled_from(["", "n/a", "–", "-"]))}
        none = draw(st.sampled_from(["", "n/a", "–"]))
        return {
            "practice": str(row["practice"]),
            "budget": f"{row['budget']:,}" if draw(st.booleans()) else str(row["budget"]),
            "spend": none if row["spend"] is None else str(row["spend"]),
            "access_des": yes[row["access_des"]],  # type: ignore[index]
            "Notes": draw(st.sampled_from(["", "a, b", "a;b", 'a "b"', "a\nb"])),
        }

    lines = [line(shown(row)) for row in held]
    total = draw(st.booleans())
    if total:
        whole = sum(int(str(row["budget"])) for row in held)
        lines.insert(
            draw(st.sampled_from([0, len(lines)])), line({"practice": "Total", "budget": str(whole)})
        )
    for _ in range(draw(st.integers(0, 2))):
        lines.insert(draw(st.integers(0, len(lines))), [""] * width)
    header = line(
        {name: draw(st.sampled_from(typed)) for name, typed in HEADINGS.items()} | {"Notes": "Notes"}
    )
    titles = draw(st.lists(st.sampled_from([["Our practices"], [], ["As at", "1 October"]]), max_size=3))
    mark, end = draw(st.sampled_from("\t,;")), draw(st.sampled_from(ENDS))
    dialect = csv.unix_dialect if draw(st.booleans()) else csv.excel  # every cell in quotation marks, or few
    body = "".join(one_line(row, dialect, mark) + end for row in [*titles, header, *lines])
    before = draw(st.sampled_from(["", "\ufeff", f"sep={mark}{end}"]))
    return before + body, held, total


@given(tables())
def test_what_is_read_is_what_was_written(given: tuple[str, list[dict[str, object]], bool]) -> None:
    text, held, total = given
    table = read_table(text, COLUMNS, "The table")
    assert [dict(row.cells) for row in table.rows] == held
    assert bool(table.left_out) == total
    assert any("was left out as a total" in note for note in table.notes) == total


@given(tables())
def test_a_table_of_cases_comes_out_as_it_went_in(given: tuple[str, list[dict[str, object]], bool]) -> None:
    text, held, total = given
    text = text.replace("budget", "indicative_budget").replace("Budget", "Indicative_budget")
    once, failed = batch("fair-share", text.replace("BUDGET", "INDICATIVE_BUDGET"))
    assert failed == len(held) + total
    assert batch("fair-share", once) == (once, failed)


@given(st.text(max_size=300) | st.text('practice,budget;"\n\r\t=1', max_size=300))
def test_any_text_ends_in_a_table_or_in_words(text: str) -> None:
    for whole in (text, f"practice,budget\n{text}"):
        try:
            assert read_table(whole, COLUMNS, "The table").rows
        except ValueError as error:
            assert str(error).startswith("The table")
