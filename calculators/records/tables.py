"""The tables of a paper: in which file a kind of record stands, under what key, and by what it is known."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, Self, overload

from calculators.records.errors import RecordError, meant, together
from calculators.records.places import filled
from calculators.records.reading import check_unique, read_records
from calculators.records.schemas.base import Stated
from calculators.records.schemas.marks import named, with_parts

if TYPE_CHECKING:
    from calculators.records.papers import Paper


class Records[T]:
    """One kind of record, as an attribute of `Paper`: read when it is first asked for, and then kept.

    `named` is the field by which its records are known. `whole` tables are read as they stand; in the words
    of the others every place such as `{approval-clock-limit}` is filled. A `required` file must be there.
    """

    def __init__(
        self,
        file: str,
        key: str,
        schema: type[T],
        *,
        named: str = "id",
        whole: bool = False,
        required: bool = False,
    ) -> None:
        """Say where the records stand and what they are."""
        self.file, self.key, self.schema, self.named = file, key, schema, named
        self.whole, self.required = whole, required

    def __set_name__(self, owner: type[Paper], name: str) -> None:
        self.attribute = name

    @overload
    def __get__(self, paper: None, owner: type[Paper]) -> Self: ...
    @overload
    def __get__(self, paper: Paper, owner: type[Paper]) -> Mapping[str, T]: ...
    def __get__(self, paper: Paper | None, owner: type[Paper]) -> Self | Mapping[str, T]:
        """The records by name, in the order of the file; `RecordError` where one is malformed."""
        if paper is None:
            return self
        # From now on the attribute is found there, and this is not asked again.
        records = vars(paper)[self.attribute] = self._read(paper)
        return records

    def _read(self, paper: Paper) -> dict[str, T]:
        file = paper.folder / self.file

        def fill(table: dict[str, Any]) -> dict[str, Any]:
            try:
                rules = paper.rules
            except RecordError:
                # What is wrong with the rules is told by themselves; what else is wrong here is told beside it.
                return table
            return filled(file, rules, table, str(table.get(self.named, "")))

        records = read_records(
            file,
            self.key,
            self.schema,
            required=self.required,
            fill=dict if self.whole else fill,
            document=paper.id,
            beside={table.key for table in tables(type(paper)) if table.file == self.file},
        )
        names = [getattr(record, self.named) for record in records]
        check_unique(file, names)
        return dict(zip(names, records, strict=True))


@dataclass(frozen=True, slots=True)
class Held:
    """A record of a paper with its place: file, kind (the key of its tables), the name by which it is known.

    `paragraphs` are the labels that it and its parts cite, in order; `named` every record that they name.
    """

    file: str
    kind: str
    id: str
    record: object
    named: tuple[tuple[str, str], ...]

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """The labels of the paragraphs that the record and its parts cite."""
        return tuple(id for records, id in self.named if records == "paragraphs")


def tables(paper: type[Paper]) -> tuple[Records[Any], ...]:
    """The tables of a paper, in the order in which its class lists them."""
    return tuple(value for value in vars(paper).values() if isinstance(value, Records))


def held(paper: Paper) -> Iterator[Held]:
    """Every record of the paper, in the order of its tables; the paragraphs are what the others cite."""
    for table in tables(type(paper)):
        if table.file != "paragraphs.toml":
            for id, record in getattr(paper, table.attribute).items():
                yield Held(table.file, table.key, id, record, tuple(named(record)))


def check(paper: Paper) -> None:
    """`RecordError` where a record cannot be read, or names another that is not there; all of them at once."""
    known = {table.attribute: table for table in tables(type(paper))}
    together(partial(getattr, paper, attribute) for attribute in known)

    def find(one: Held, attribute: str, id: str) -> None:
        records = getattr(paper, attribute)
        if id not in records:
            verb = "cites" if attribute == "paragraphs" else "names"
            reason = f"{verb} the unknown {known[attribute].key} '{id}'{meant(id, records)}"
            raise RecordError(paper.folder / one.file, one.id, reason)

    def follow(one: Held, record: Stated) -> None:
        for id, reading in record.followed.items():
            question = paper.ambiguity(id)
            if id not in record.ambiguity:
                reason = f"reads '{id}', and does not name it as an ambiguity"
            elif not question.text_of(reading):
                reason = f"reads '{id}' as '{reading}', which is none of its readings"
            elif reading == question.default:
                reason = f"reads '{id}' as '{reading}', which it does without saying so"
            else:
                continue
            raise RecordError(paper.folder / one.file, one.id, reason)

    together(partial(find, one, *named) for one in paper.all_records for named in one.named)
    stated = ((one, part) for one in paper.all_records for part in with_parts(one.record))
    together(partial(follow, one, part) for one, part in stated if isinstance(part, Stated))
