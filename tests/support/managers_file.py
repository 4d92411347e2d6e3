"""A practice manager's spreadsheet: fourteen practices and their returns, as such files are kept."""

from openpyxl import Workbook

from calculators.engine.registry import get
from tests.support.workbooks import saved

GROUP = "North Vale Commissioning Group"
FAR = "The Limes Surgery and Branch Surgery at Wheathampstead"

# One column a criterion; a blank is a return that has not come.
HEADINGS = [
    "Practice name", "ODS code", "List size", "Latest QOF score", "DES or LES signed", "Forum involved",
    "Formal agreement signed", "Access DES", "Prescribing plan agreed", "EoE progress", "Other indicator progress",
    "EoE met", "PCT indicator progress", "PCT indicator met", "Demand action reported", "Demand managed",
    "Asked to report", "On prescribing subcommittee", "Remarks",
]  # fmt: skip
PRACTICES = [
    ("Alder House Surgery", 8120, 1012, "✓✓✓✓✓✓✓✓✓✓✓✓✓✓"),
    ("Beech Road Medical Centre", 6234, 987, "✓✓✓✓✓✓✓✓✓✓✓✓✓✓"),
    ("Cedar Practice", 5410, 955, "✓✓✓✓✓✓✓✓✓✗✓✓✓✓"),
    ("Dr Davies and Partners", 7030, 931, "✓✓✗✓✓✓✓✓✓✗✓✓✓✓"),
    ("Elm Grove Surgery", 4988, 948, "✓✓✓✓✓✓✓✓✓✓✓✗✓✓"),
    ("Fern Lea Health Centre", 9320, 1003, "✓✓✓✓✓✓✓✓✓✓✓✓✗✓"),
    ("Gable End Practice", 6100, 962, "✓✗✓✓✓✓✓✓✓✗✓✗✓✓"),
    ("Haven Medical Practice", 7450, 920, "✓✓✓✓✓✓✓✓✓✓✓✓✗✓"),
    ("Ivy Court Surgery", 5120, 941, "✓✓✗✓✓✓✓✓✓✗✓✗✓✓"),
    ("Juniper Street Practice", 6890, 910, "✓✗✓✓✓✓✓✓✓✓✓✓✓✗"),
    ("Kingsway Surgery", 8040, 871, "✓✓✓✓✓✓✓✗✓✗✗✗✗✗"),
    (FAR, 6420, 862, "✓✗✗✓✓✓✗✗✓✗✗✗✗ "),
    ("Maple Leaf Practice", 5375, 888, "✓✗ ✗✓✓✓✗✓✗✓✗✗✗"),
    ("Northfields Surgery", 5503, 843, "✗✗✗✗✓✗✗✗✗✗✗✗✗✗"),
]
WRITTEN = {"✓": "✓", "✗": "No", " ": "n/a"}


def workbook() -> bytes:
    """A cover, a title above the table, a hidden sheet of last year, a total below, and a column with nothing in it."""
    book = Workbook()
    cover = book.active
    cover.title = "Cover"
    for line in (
        GROUP,
        "Returns of the practices, second quarter",
        "Kept by the practice manager of Alder House",
    ):
        cover.append([line])
    last_year = book.create_sheet("2006-07")
    last_year.append(["Practice name", "Latest QOF score"])
    last_year.append(["Alder House Surgery", 700])
    last_year.sheet_state = "hidden"
    returns = book.create_sheet("Returns")
    returns.append(["", f"{GROUP}: returns 2007/08"])
    returns.append([])
    returns.append(["", *HEADINGS])
    for number, (name, size, score, told) in enumerate(PRACTICES, 1):
        remarks = "return is late" if " " in told else ""
        returns.append(
            ["", name, f"E820{number:02}", size, score, *(WRITTEN[mark] for mark in told), remarks]
        )
    returns.append(["", "Total", "", sum(size for _, size, _, _ in PRACTICES)])
    return saved(book)


def many_gaps() -> dict[str, str]:
    """A case of the gateway with nearly twenty gaps at level 3, and names of practices as long as they come."""
    rows = [
        f"{name if name == FAR else name + ' and Branch Surgery at Little Hadham'},E820{number:02},{score},"
        + ",".join({"✓": "yes", "✗": "no", " ": ""}[mark] for mark in told)
        for number, (name, _, score, told) in enumerate(PRACTICES, 1)
    ]
    headings = [heading for heading in HEADINGS if heading not in {"List size", "Remarks"}]
    not_so = {"o2_l2_c", "o5_l2_b", "o3_l2_d", "o6_l3_b", "o5_l3_c", "o5_l3_e"}
    asked = [field.name for field in get("gateway").fields if field.kind == "yes/no"]
    return {
        "applying_for": "3",
        "practices": "14",
        "area_practices": "18",
        "population": "92000",
        "practice_data": "\n".join([",".join(headings), *rows]),
        **{name: "no" if name in not_so else "yes" for name in asked if not name.startswith("plan_")},
    }
