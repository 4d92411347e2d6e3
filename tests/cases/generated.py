"""Cases made up from the fields' own declarations, always the same ones: typed well, badly and oddly."""

import random
from collections.abc import Iterator

from calculators.engine.calculator import Calculator
from calculators.engine.fields import Field
from calculators.values.tables import Column

AMOUNTS = ("0", "1", "7", "10", "17", "100", "1,700", "850", "899.5", "900", "12.5", "0.01", "1250000")
MONEY = (
    "(£1,150)",
    "-",
    "£1,250,000.50",
    "1.25m",
    "250k",
    "-3",
    "£0",
    "12 345",
    "１２３４",
    "0.005",
    "99999999999999.99",
)
COUNTS = ("12 of 14", "3/7", "all", "50%", "7 out of 10", "\u202d7\u202c", "n/a")
PERCENT = ("0.5%", "1", "12.5 %", "100", "-1", "0.333")
YES_NO = ("yes", "no", "Y", "n", "TRUE", "false", "✓", "✗", "1", "0", "-", "x")
DATES = (
    "01OCT2009",
    "1-Oct-09",
    "2009-10-01 00:00:00",
    "2009-10-01",
    "1 October 2009",
    "1 Oct 2009",
    "01/10/2009",
    "31/02/2009",
    "29 February 2008",
)
ODD = ("", " ", "1,5", "abc", "<b>1</b>", "1e3", "NaN", "½", "=1+1", "\u202e12", "maybe", "12.", "0x10", "'")
KINDS = {
    "money": AMOUNTS + MONEY,
    "percent": PERCENT,
    "count": AMOUNTS + COUNTS,
    "number": AMOUNTS,
    "yes/no": YES_NO,
    "date": DATES,
    "financial year": ("2009-10", "2009/10", "2007-08", "2009-11", "Oct-09", "2010-11-01", "–"),
    "text": ("Elm Surgery", "A & B <i>"),
}


def cases(calculator: Calculator, how_many: int) -> Iterator[dict[str, str]]:
    """Half of them near a full and well-typed case, the rest with gaps and oddities at random."""
    for seed in range(how_many):
        dice = random.Random(f"{calculator.id} {seed}")
        gaps, oddities = (0.05, 0.0) if seed % 2 else (dice.random(), 0.05)
        case = {}
        for field in calculator.fields:
            if field.required or dice.random() > gaps:
                odd = dice.random() < oddities
                case[field.name] = dice.choice(ODD) if odd else typed(field, dice)
        if dice.random() < oddities:
            case[dice.choice(("unknown", "", "practises"))] = "1"
        yield case


def typed(field: Field, dice: random.Random) -> str:
    """A text that a person might type in the field."""
    if field.kind == "table":
        return table(field.columns, dice)
    if field.kind == "choice":
        return dice.choice([choice.value for choice in field.choices])
    return dice.choice(KINDS[field.kind])


def table(columns: tuple[Column, ...], dice: random.Random) -> str:
    """A table as pasted from a spreadsheet, some columns left out; now and then nothing at all."""
    if dice.random() < 0.5:
        return ""
    kept = [c for c in columns if c.required or dice.random() < 0.8]
    mark = dice.choice(",\t")
    rows = [[dice.choice(KINDS[c.kind]).replace(",", "") for c in kept] for _ in range(dice.randint(0, 6))]
    for number, row in enumerate(rows):
        row[0] += f" {number}" if kept[0].kind == "text" else ""
    return "\n".join(mark.join(row) for row in [[c.name for c in kept], *rows])
