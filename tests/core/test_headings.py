"""What a heading stands for, and in which row of which sheet the headings are."""

import pytest

from calculators.engine.registry import get
from calculators.values.grids import Sheet
from calculators.values.headings import Found, Headings, How, NoHeader, find, key, letter
from calculators.values.tables import Column, headings_of

FAIR_SHARE = get("fair-share").headings()
PRACTICES = headings_of(
    (
        Column("practice", "Practice", "text"),
        Column("budget", "Budget", "money"),
        Column("spend", "Spend", "money"),
    )
)


def how(headings: Headings, *typed: str) -> list[tuple[str, str]]:
    return [(str(h.how), h.name) for h in headings.read([*typed], []).columns]


def found(*sheets: tuple[str, str]) -> Found:
    return find([Sheet(*sheet) for sheet in sheets], FAIR_SHARE, "The table", ["indicative_budget"])


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("fair_share_budget", ("name", "fair_share_budget")),
        (" FAIR-SHARE\nbudget: ", ("name", "fair_share_budget")),
        ("Fair\xa0share  Budget", ("name", "fair_share_budget")),
        ("Indicative budget for the year", ("label", "indicative_budget")),
        ("Indicative budget (£)", ("unit", "indicative_budget")),
        ("Indicative budget [GBP]", ("unit", "indicative_budget")),
        ("Indicative budget £", ("unit", "indicative_budget")),
        ("Agreed shift percent (%)", ("unit", "agreed_shift_percent")),
        ("Indicative", ("begins", "indicative_budget")),
        ("Fair share", ("begins", "fair_share_budget")),
        ("Fair share (£)", ("begins", "fair_share_budget")),
        ("Indicative budget 2007/08", ("begins", "indicative_budget")),
        ("Indicative budget (excluding prescribing)", ("begins", "indicative_budget")),
        ("Indicative budget (£000)", ("scaled", "indicative_budget")),
        ("Fair share budget £k", ("scaled", "fair_share_budget")),
        ("Fair share (in thousands)", ("scaled", "fair_share_budget")),
        ("agreed_shift_precent", ("near", "agreed_shift_percent")),
        ("agreed shift pct", ("near", "agreed_shift_percent")),
        ("Indicativ budget", ("near", "indicative_budget")),
        ("fairshare_budget", ("near", "fair_share_budget")),
        ("varience basis", ("near", "variance_basis")),
        ("List size", ("other", "")),
        ("Notes", ("other", "")),
        ("Practice", ("other", "")),
        ("variance_percent", ("other", "")),
        ("", ("other", "")),
    ],
)
def test_a_heading_is_a_name_a_label_a_beginning_or_a_slip(typed: str, expected: tuple[str, str]) -> None:
    assert how(FAIR_SHARE, "x", typed, "x")[1] == expected


@pytest.mark.parametrize("typed", ["Practice", "PRACTICE NAME", "Name", "surgery", "Practice_name"])
def test_a_practice_has_several_headings(typed: str) -> None:
    assert how(PRACTICES, typed)[0][1] == "practice"


@pytest.mark.parametrize("typed", ["code", "Practice code", "ODS Code", "ods-code"])
def test_so_has_its_code(typed: str) -> None:
    assert how(PRACTICES, typed)[0][1] == "code"


@pytest.mark.parametrize(
    "typed", ["Practice manager", "Practice id", "Practice no", "Spending plan", "List size"]
)
def test_a_column_of_ones_own_is_not_taken_for_a_slip(typed: str) -> None:
    assert how(PRACTICES, typed) == [("other", "")]


@pytest.mark.parametrize(
    ("typed", "name"), [("Budgte", "budget"), ("Spent", "spend"), ("Practise", "practice")]
)
def test_a_slip_in_a_short_heading_is_seen(typed: str, name: str) -> None:
    assert how(PRACTICES, typed) == [("near", name)]


def test_the_surest_heading_is_taken_and_the_other_is_not_used() -> None:
    assert how(FAIR_SHARE, "Fair share", "fair_share_budget") == [
        ("other", ""),
        ("name", "fair_share_budget"),
    ]
    assert how(PRACTICES, "Name", "Practice") == [("other", ""), ("name", "practice")]
    assert how(PRACTICES, "Budget 2006/07", "Budget") == [("other", ""), ("name", "budget")]


def test_two_that_are_as_sure_are_told() -> None:
    read = FAIR_SHARE.read(["indicative_budget", "Indicative budget (£)"], [])
    assert [(one.typed, other.typed) for one, other in read.twice] == [
        ("indicative_budget", "Indicative budget (£)")
    ]
    assert len(FAIR_SHARE.read(["Fair share", "Fair share (£)"], []).twice) == 1


def test_a_beginning_of_several_labels_is_none() -> None:
    two = Headings([("a", ("Spells of one kind",)), ("b", ("Spells of another",))])
    assert how(two, "Spells", "Spells of one") == [("other", ""), ("begins", "a")]


def test_a_label_of_several_fields_stands_for_none() -> None:
    two = Headings([("first_cost", ("Cost",)), ("second_cost", ("Cost",))])
    assert how(two, "Cost")[0][0] != "label"


def test_a_reader_decides() -> None:
    chosen = {
        "Budget now": "indicative_budget",
        "Fair share": "",
        "NHS no": "drop",
        "column D": "variance_basis",
    }
    headings = get("fair-share").headings(chosen)
    assert how(headings, "Budget  now", "Fair share", "NHS no", "", "fair_share_budget") == [
        ("chosen", "indicative_budget"),
        ("other", ""),
        ("dropped", ""),
        ("chosen", "variance_basis"),
        ("name", "fair_share_budget"),
    ]


@pytest.mark.parametrize(
    ("header", "gone"),
    [
        ("a,outcome,difference,shift,error", [1, 2, 3, 4]),
        ("a,Outcome,error,b", [1, 2]),
        ("outcome,outcome,shift,error", [1, 2, 3]),
        ("a,outcome,difference,notes,error", []),
        ("a,outcome,difference", []),
        ("outcome,shift,error,outcome,error", [0, 1, 2, 3, 4]),
    ],
)
def test_results_of_an_earlier_round_are_neighbours_from_outcome_to_error(
    header: str, gone: list[int]
) -> None:
    read = FAIR_SHARE.read(header.split(","), [])
    assert [h.place for h in read.columns if h.how is How.RESULT] == gone


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("indicative_budget", "indicative_budget"),
        ("Indicativ budget", "indicative_budget"),
        ("agreed shift", "agreed_shift_percent"),
        ("variance", "variance_basis"),
        ("List size", ""),
        ("", ""),
    ],
)
def test_what_a_text_probably_means(text: str, name: str) -> None:
    assert FAIR_SHARE.likely(text) == name


def test_a_result_or_a_decided_heading_is_no_slip_of_a_name() -> None:
    fields = [("outcomes", ()), ("shifts", ()), ("errors", ()), ("surgeri", ())]
    headings = Headings(fields, results=["shift"], chosen={"outcomez": ""})
    assert how(headings, "shift", "error", "outcome", "surgery", "outcomez", "errorz") == [
        ("other", ""),
        ("other", ""),
        ("other", ""),
        ("other", ""),
        ("other", ""),
        ("near", "errors"),
    ]


GOOD = "practice,indicative_budget,fair_share_budget\nMill,1,1\n"


def test_the_header_is_the_row_with_most_names_in_the_sheet_that_has_it() -> None:
    assert (found(("", f"Practice budgets 2007/08\n\n{GOOD}")).row) == 3
    assert (found(("", f"indicative_budget\n{GOOD}")).row) == 2
    assert (found(("", f"{GOOD}indicative_budget,fair_share_budget\n")).row) == 1
    two = found(("Cover", "Budgets\nfor 2007\nFair share"), ("Budgets", f"x\n{GOOD}"))
    assert (two.sheet, two.row, two.lines) == ("Budgets", 2, [(3, ["Mill", "1", "1"])])
    first = found(("A", GOOD), ("B", GOOD))
    assert first.sheet == "A"


def test_the_header_stands_within_the_first_ten_rows_that_hold_something() -> None:
    title = "A line of words\n"
    assert found(("", title * 9 + GOOD)).row == 10
    with pytest.raises(NoHeader):
        found(("", title * 10 + GOOD))


def test_where_no_row_names_anything_one_message_tells_what_the_first_holds() -> None:
    with pytest.raises(NoHeader) as caught:
        found(("Cover", "\nOur budgets\tfor 2007/08\nBy Ann\t"), ("Two", "x"))
    assert str(caught.value) == (
        "The table must have a header row that names indicative_budget. Row 2 of the sheet ‘Cover’, the first with "
        "anything in it, holds ‘Our budgets’ and ‘for 2007/08’"
    )
    assert [column.typed for column in caught.value.columns] == ["Our budgets", "for 2007/08"]
    with pytest.raises(NoHeader, match="holds ‘1’, ‘2’, ‘3’, ‘4’, ‘5’, ‘6’ and 94 more$"):
        found(("", ",".join(map(str, range(1, 101)))))
    with pytest.raises(NoHeader, match=f"holds ‘{'x' * 39}…’$"):
        found(("", "x" * 1000))


def test_a_title_of_one_cell_is_not_what_a_reader_is_asked_about() -> None:
    with pytest.raises(NoHeader) as caught:
        found(("", "Our budgets\nSurgery,Money\nMill,1\n"))
    assert [column.typed for column in caught.value.columns] == ["Surgery", "Money"]


def test_a_mark_left_open_before_the_one_name_is_what_hides_it() -> None:
    with pytest.raises(ValueError, match="^Row 1 has a quotation mark that is not closed"):
        found(("", 'Surgery;"indicative_budget\nMill;1\n'))


def test_far_down_an_open_mark_hides_no_header() -> None:
    with pytest.raises(NoHeader):
        found(("", "Surgery,Money\n" * 20 + '"Mill,1\n'))


def test_an_empty_column_at_an_edge_is_nothing() -> None:
    read = found(("", ",practice,indicative_budget,fair_share_budget,,\n,Mill,1,1,,\n"))
    assert next(h.how for h in read.columns) is How.EMPTY
    assert (read.width, read.surplus(read.lines[0][1])) == (4, [])
    held = found(("", ",indicative_budget,fair_share_budget,\nMill,1,1,x\n"))
    assert held.columns[0].how is How.OTHER
    assert held.surplus(held.lines[0][1]) == ["x"]


def test_two_stray_quotation_marks_do_not_swallow_the_rows_between() -> None:
    text = 'practice,indicative_budget,fair_share_budget,notes\nMill,1,1,"good\nElm,1m,1m,fine"\nAsh,1,1,\n'
    with pytest.raises(ValueError, match="Row 2 has a quotation mark that is closed rows further down"):
        found(("", text))
    address = 'practice,indicative_budget,fair_share_budget,notes\nMill,1,1,"1 High Street,\nWare, Herts, near 2, x"\n'
    assert len(found(("", address)).lines) == 1


def test_a_key_has_nothing_that_does_not_tell_columns_apart() -> None:
    assert key("\ufeff Latest_QOF–Score\n(points):* ") == "latest qof score (points)"
    assert [letter(n) for n in (0, 25, 26, 701, 702)] == ["A", "Z", "AA", "ZZ", "AAA"]


def test_thousands_of_headings_are_read_in_one_go() -> None:
    """Each used to be looked up in all the others."""
    names = [f"agreed_shift_pre{n}" for n in range(20_000)]
    read = FAIR_SHARE.read([*names, "indicative_budget"], [])
    assert (len(read.columns), read.by_name["indicative_budget"].place) == (20_001, 20_000)
