"""What we write we read back after a spreadsheet has opened and saved it: templates and results, once and again.

`tests/data/spreadsheets` keeps a CSV file of ours beside what LibreOffice made of it: `.xlsx` from the CSV file and
`-again.xlsx` from that workbook. Written by an earlier version of ours, they must be readable for ever. Where
LibreOffice is installed the same is done anew for every calculator of today.
"""

import csv
import io
import json
from pathlib import Path

import pytest

from browser.python.page_tools import sheet
from calculators.engine.registry import get, ids
from calculators.uses.batch import batch
from calculators.uses.door import perform
from calculators.uses.starter import EXAMPLES, table_template_csv, template_csv
from tests.support.libreoffice import SOFFICE, saved_by_libreoffice

KEPT = Path(__file__).parents[1] / "data" / "spreadsheets"
RESULTS = "-results"
HEADINGS_AT = 3
"""The row of a form's template that holds its headings."""

TABLES = [(id, field.name) for id in ids() for field in get(id).fields if field.kind == "table"]


def csv_of(workbook: Path) -> str:
    """What the page gives to the core of a workbook's one sheet."""
    (only,) = json.loads(sheet.reply(workbook.read_bytes()))["sheets"]
    text: str = only["table"]
    return text


def worked_out(calculator: str, text: str) -> list[list[str]]:
    """Outcome, figures and error of every row."""
    table = csv.DictReader(io.StringIO(batch(calculator, text)[0]))
    names = ["outcome", *(figure.name for figure in get(calculator).figures), "error"]
    return [[row[name] for name in names] for row in table]


def calculator_of(name: str) -> str:
    return next(id for id in sorted(ids(), key=len, reverse=True) if name.startswith(id))


def filled(calculator: str, name: str) -> str:
    """The template of a table inside a form with two practices typed in below its headings."""
    field = get(calculator).field(name)
    out = io.StringIO()
    for row in ("Elm House", "Oak Tree"):
        cells = [row if kind == "text" else EXAMPLES[kind] for kind in (c.kind for c in field.columns)]
        csv.writer(out, lineterminator="\r\n").writerow(cells)
    return table_template_csv(field) + out.getvalue()


def taken(calculator: str, field: str, **given: object) -> dict[str, object]:
    """What the page is told of a table."""
    reply: dict[str, object] = json.loads(
        perform("table", calculator, json.dumps({"field": field, **given}), "/")
    )
    return reply


@pytest.mark.parametrize(("calculator", "field"), TABLES)
def test_the_example_in_a_template_is_never_counted(calculator: str, field: str) -> None:
    told = taken(calculator, field, table=filled(calculator, field))
    assert str(told["taken"]).startswith("2 ")
    assert told["row"] == HEADINGS_AT
    columns = told["columns"]
    assert isinstance(columns, list)
    assert all(column["field"] for column in columns)
    alone = taken(calculator, field, table=table_template_csv(get(calculator).field(field)))
    assert "at least one row" in str(alone["message"])


@pytest.mark.libreoffice
@pytest.mark.parametrize("times", ["once", "again"])
@pytest.mark.parametrize(("calculator", "field"), TABLES)
def test_a_forms_template_is_read_back_from_libreoffice(
    saved: Path, calculator: str, field: str, times: str
) -> None:
    before = taken(calculator, field, table=filled(calculator, field), rewrite=True)
    name = f"{calculator}-{field}"
    after = taken(calculator, field, table=csv_of(saved / times / f"{name}.xlsx"), rewrite=True)
    assert after["taken"] == before["taken"]
    assert after["faults"] == before["faults"]


@pytest.mark.parametrize("workbook", sorted(KEPT.glob("*.xlsx")), ids=lambda path: path.stem)
def test_what_libreoffice_saved_of_ours_gives_the_same_answers(workbook: Path) -> None:
    calculator = calculator_of(workbook.stem)
    ours = KEPT / f"{workbook.stem.removesuffix('-again')}.csv"
    before = worked_out(calculator, ours.read_text(encoding="utf-8-sig"))
    assert len(before) > 1
    assert worked_out(calculator, csv_of(workbook)) == before


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every template and table of results of today, as CSV, and below `once` and `again` as LibreOffice saves it."""
    if SOFFICE is None:
        pytest.skip(
            "LibreOffice is not installed, so its files are not made anew: apt-get install libreoffice-calc"
        )
    folder = tmp_path_factory.mktemp("spreadsheets")
    for id in ids():
        template = template_csv(id)
        (folder / f"{id}.csv").write_text(template, encoding="utf-8-sig", newline="")
        (folder / f"{id}{RESULTS}.csv").write_text(batch(id, template)[0], encoding="utf-8-sig", newline="")
        for name in (name for other, name in TABLES if other == id):
            (folder / f"{id}-{name}.csv").write_text(filled(id, name), encoding="utf-8-sig", newline="")
    saved_by_libreoffice(folder.glob("*.csv"), folder / "once", folder / "profile")
    saved_by_libreoffice((folder / "once").glob("*.xlsx"), folder / "again", folder / "profile")
    return folder


@pytest.mark.libreoffice
@pytest.mark.parametrize("times", ["once", "again"])
@pytest.mark.parametrize("what", ["", RESULTS])
@pytest.mark.parametrize("calculator", ids())
def test_templates_and_results_are_read_back_from_libreoffice(
    saved: Path, calculator: str, what: str, times: str
) -> None:
    before = worked_out(calculator, (saved / f"{calculator}{what}.csv").read_text(encoding="utf-8-sig"))
    assert before
    assert worked_out(calculator, csv_of(saved / times / f"{calculator}{what}.xlsx")) == before
