"""The answers of a case, once read."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import cast

from calculators.engine.fields import Value
from calculators.values.tables import Row, Table


class Answers(Mapping[str, Value | None]):
    """A case once read: exact values by field name, defaults filled in, None where nothing was answered."""

    def __init__(self, values: dict[str, Value | None], given: Collection[str]) -> None:
        """Keep the values, and which of them the reader gave rather than the default."""
        self._values, self.given = values, given

    def __getitem__(self, name: str) -> Value | None:
        return self._values[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)

    def amount(self, name: str) -> Decimal:
        """The answer to a required amount."""
        return cast(Decimal, self._values[name])

    def amount_or_none(self, name: str) -> Decimal | None:
        """The answer to an amount that may be left out."""
        return cast("Decimal | None", self._values[name])

    def each(self, names: Sequence[str]) -> list[Value | None]:
        """The answers to these fields, in this order."""
        return [*map(self._values.__getitem__, names)]

    def choice(self, name: str) -> str:
        """The code chosen, or an empty text where none was."""
        return cast(str, self._values[name] or "")

    def yes(self, name: str) -> bool:
        """Whether the answer is yes."""
        return self._values[name] is True

    def day(self, name: str) -> date | None:
        """The date, where one was given."""
        return cast("date | None", self._values[name])

    def rows(self, name: str) -> tuple[Row, ...]:
        """The rows of a table, none where it was left out."""
        table = cast("Table | None", self._values[name])
        return table.rows if table else ()

    @property
    def passed_over(self) -> tuple[str, ...]:
        """What was passed over when the tables were read."""
        return tuple(
            note for value in self._values.values() if isinstance(value, Table) for note in value.notes
        )
