"""What a field of a record is besides its type: the name of another record, or words for a reader."""

from __future__ import annotations

import dataclasses
import typing
from collections.abc import Hashable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, cast, get_args, get_origin

TOLD = "told"
"""The mark of what a reader is told: no result hangs on it, so that the version of the rules leaves it out."""


@dataclass(frozen=True, slots=True)
class Names:
    """The mark of a field that names a record of the same paper, by the attribute of `Paper` that holds it."""

    records: str


Words = Annotated[str, TOLD]
Label = Annotated[str, Names("paragraphs"), TOLD]
AmbiguityId = Annotated[str, Names("ambiguities"), TOLD]
BodyId = Annotated[str, Names("bodies")]
RuleId = Annotated[str, Names("rules")]
ObjectiveId = Annotated[str, Names("objectives")]
ModelId = Annotated[str, Names("models")]
QuestionId = Annotated[str, Names("questions")]


@dataclass(frozen=True, slots=True)
class Marked:
    """One field: which records it names, if any, whether it is only told, and whether it holds further records."""

    field: str
    names: str
    told: bool
    parts: bool


def named(record: object) -> Iterator[tuple[str, str]]:
    """Every record that this one and its parts name: the attribute of `Paper` that holds it, and its id."""
    for mark in marks(cast(Hashable, type(record))):
        value = getattr(record, mark.field)
        if mark.parts:
            for part in value:
                yield from named(part)
        elif mark.names:
            yield from ((mark.names, id) for id in ((value,) if isinstance(value, str) else value) if id)


def with_parts(record: object) -> Iterator[object]:
    """The record, and every record that it holds."""
    yield record
    for mark in marks(cast(Hashable, type(record))):
        for part in getattr(record, mark.field) if mark.parts else ():
            yield from with_parts(part)


def deciding(record: object) -> dict[str, object]:
    """What of a record a result can hang on: all but what is only told."""
    kept = (mark for mark in marks(cast(Hashable, type(record))) if not mark.told)
    return {
        mark.field: [deciding(part) for part in value] if mark.parts else value
        for mark in kept
        for value in (getattr(record, mark.field),)
    }


@cache
def marks(schema: Hashable) -> tuple[Marked, ...]:
    """The fields of a kind of record in order, without the paper that it is read from."""
    hints = typing.get_type_hints(cast(type, schema), include_extras=True)
    fields = (field.name for field in dataclasses.fields(cast(Any, schema)) if field.init)
    return tuple(_marked(name, hints[name]) for name in fields)


def _marked(field: str, hint: Any) -> Marked:
    held = get_args(hint)[0] if get_origin(hint) is tuple else hint
    said = getattr(held, "__metadata__", ())
    names = next((mark.records for mark in said if isinstance(mark, Names)), "")
    return Marked(field, names, TOLD in said, dataclasses.is_dataclass(held))
