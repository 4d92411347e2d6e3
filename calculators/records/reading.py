"""Turn TOML tables into frozen records, and say file, record and reason where one is malformed."""

from __future__ import annotations

import dataclasses
import json
import tomllib
import types
import typing
from collections.abc import Callable, Collection, Hashable, Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any, Literal, cast, get_args, get_origin

from calculators.records.errors import RecordError
from calculators.records.schemas.base import Cited

FORMS = (".toml", ".json")
"""How a file of records may be written: by hand, and as the browser's wheel holds it."""


def record_files(folder: Path) -> list[Path]:
    """The files of records in this folder, by the names they are written under, in order."""
    return sorted({file.with_suffix(".toml") for file in folder.iterdir() if file.suffix in FORMS})


def read_toml(file: Path) -> dict[str, Any]:
    """The file's contents; `RecordError` where it is missing or is not TOML.

    The browser's wheel holds each file as JSON, which Python reads there in a tenth of the time.
    """
    quick = file.with_suffix(".json")
    if quick.exists():
        return cast(dict[str, Any], json.loads(quick.read_bytes()))
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise RecordError(file, "the file", "is missing") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise RecordError(file, "the file", f"is not TOML: {error}") from None


def read_records[T](
    file: Path,
    key: str,
    kind: type[T],
    *,
    required: bool = True,
    fill: Callable[[dict[str, Any]], dict[str, Any]] = dict,
    document: str = "",
    beside: Collection[str] = (),
) -> tuple[T, ...]:
    """Every `[[key]]` table of the file as a `kind`, in order, with ids that are unique.

    `fill` completes each table before it is read, as where its words name a rule. `document` is the paper that
    the records are of, and `beside` the keys that the file may hold, where nothing else may stand in it.
    """
    if not required and not any(file.with_suffix(form).exists() for form in FORMS):
        return ()
    contents = read_toml(file)
    for other in contents if beside else ():
        if other not in beside:
            raise RecordError(file, f"[[{other}]]", f"is not known here: use {', '.join(sorted(beside))}")
    # A file of several kinds of record need not hold each of them.
    tables = contents.get(key, [] if len(beside) > 1 else None)
    if not isinstance(tables, list):
        raise RecordError(file, f"[[{key}]]", "is missing")
    whole = (fill(table) if isinstance(table, dict) else table for table in tables)
    records = tuple(
        record(file, f"[[{key}]] number {n}", table, kind, document) for n, table in enumerate(whole, 1)
    )
    ids = [name for item in records if (name := getattr(item, "id", None)) is not None]
    check_unique(file, ids)
    return records


def record[T](file: Path, name: str, table: object, kind: type[T], document: str = "") -> T:
    """One table as a `kind`: every key known, every required key present, every value of its type and fitting.

    `document` is the paper that it is of, which records that cite a paragraph are told.
    """
    if not isinstance(table, Mapping):
        raise RecordError(file, name, "must be a table")
    name = str(table.get("id") or table.get("label") or table.get("n") or name)
    hints, fields = _shape(cast(Hashable, kind))
    values: dict[str, Any] = {}
    for key, value in table.items():
        field = key.replace("-", "_") if key.replace("-", "_") in hints else f"{key}_"
        if field not in hints:
            raise RecordError(file, name, f"has an unknown key '{key}'")
        values[field] = _typed(file, name, key, value, hints[field], document)
    missing = [f.rstrip("_") for f, required in fields.items() if required and f not in values]
    if missing:
        raise RecordError(file, name, f"lacks {', '.join(missing)}")
    try:
        made = kind(**values)
    except ValueError as error:
        raise RecordError(file, name, str(error)) from None
    if isinstance(made, Cited):
        object.__setattr__(made, "document", document)
    return made


def check_unique(file: Path, ids: Iterable[str]) -> None:
    """`RecordError` where an id is used twice."""
    seen: set[str] = set()
    for name in ids:
        if name in seen:
            raise RecordError(file, name, "is there twice")
        seen.add(name)


@cache
def _shape(kind: Hashable) -> tuple[dict[str, Any], dict[str, bool]]:
    hints = typing.get_type_hints(cast(type, kind))
    fields = {
        f.name: f.default is dataclasses.MISSING and f.default_factory is dataclasses.MISSING
        for f in dataclasses.fields(cast(Any, kind))
        if f.init
    }
    return {name: hints[name] for name in fields}, fields


def _typed(file: Path, name: str, key: str, value: object, hint: Any, document: str) -> Any:
    # Nearly every value is a text: those are let through before anything else is asked of them.
    if hint is str and isinstance(value, str) and value.strip():
        return value
    if get_origin(hint) is types.UnionType:
        hint = next((o for o in get_args(hint) if (get_origin(o) is tuple) == isinstance(value, list)), str)
    if get_origin(hint) is Literal:
        if not value or value not in get_args(hint):
            allowed = ", ".join(filter(None, get_args(hint)))
            raise RecordError(file, name, f"has the {key} '{value}', which is none of {allowed}")
        return value
    if get_origin(hint) is tuple:
        if not isinstance(value, list):
            raise RecordError(file, name, f"{key} must be a list")
        return tuple(
            _typed(file, name, f"{key} item {n}", v, get_args(hint)[0], document)
            for n, v in enumerate(value, 1)
        )
    if dataclasses.is_dataclass(hint) and isinstance(hint, type):
        return record(file, f"{name}, {key}", value, hint, document)
    if get_origin(hint) is dict:
        if not isinstance(value, dict):
            raise RecordError(file, name, f"{key} must be a table")
        return value
    if not isinstance(value, hint) or (hint is int and isinstance(value, bool)):
        wanted = "text in quotes" if hint is str else f"a {hint.__name__}"
        raise RecordError(file, name, f"{key} must be {wanted}")
    if hint is str and not str(value).strip():
        raise RecordError(file, name, f"{key} must not be empty")
    return value
