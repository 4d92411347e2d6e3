"""Turn TOML tables into frozen records, and say file, record and reason where one is malformed."""

from __future__ import annotations

import dataclasses
import json
import tomllib
import types
import typing
from collections import Counter
from collections.abc import Callable, Collection, Hashable, Iterable, Mapping
from functools import cache, partial
from pathlib import Path
from typing import Any, Literal, cast, get_args, get_origin

from calculators.records.errors import RecordError, meant, raise_all, together
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
    the records are of, and `beside` the keys that the file may hold besides. All that is wrong is told at once.
    """
    if not required and not any(file.with_suffix(form).exists() for form in FORMS):
        return ()
    contents = read_toml(file)
    check_keys(file, contents, {key, *beside}, "[[{}]]")
    # A file of several kinds of record need not hold each of them.
    tables = contents.get(key, [] if len(beside) > 1 else None)
    if not isinstance(tables, list):
        raise RecordError(file, f"[[{key}]]", "is missing")

    def read(n: int, table: object) -> T:
        whole = fill(table) if isinstance(table, dict) else table
        return record(file, f"[[{key}]] number {n}", whole, kind, document)

    records = together(partial(read, n, table) for n, table in enumerate(tables, 1))
    ids = [name for item in records if (name := getattr(item, "id", None)) is not None]
    check_unique(file, ids)
    return tuple(records)


def record[T](file: Path, name: str, table: object, kind: type[T], document: str = "") -> T:
    """One table as a `kind`: every key known, every required key present, every value of its type and fitting.

    `document` is the paper that it is of, which records that cite a paragraph are told.
    """
    if not isinstance(table, Mapping):
        raise RecordError(file, name, "must be a table")
    name = str(table.get("id") or table.get("label") or table.get("n") or name)
    hints, fields = _shape(cast(Hashable, kind))
    values: dict[str, Any] = {}
    wrong: list[RecordError] = []
    for key, value in table.items():
        field = key.replace("-", "_") if key.replace("-", "_") in hints else f"{key}_"
        try:
            if field not in hints:
                raise RecordError(file, name, f"has an unknown key '{key}'{meant(key, fields)}")
            values[field] = None  # It is there, whatever is wrong with it.
            values[field] = _typed(file, name, key, value, hints[field], document)
        except RecordError as error:
            wrong.append(error)
    if missing := [f.rstrip("_") for f, required in fields.items() if required and f not in values]:
        wrong.append(RecordError(file, name, f"lacks {', '.join(missing)}"))
    raise_all(wrong)
    try:
        made = kind(**values)
    except ValueError as error:
        raise RecordError(file, name, str(error)) from None
    for parts in values.values():
        # The parts of a record are known by these, as records are by their ids.
        if isinstance(parts, tuple):
            ids = [getattr(part, id) for part in parts for id in ("id", "n", "code") if hasattr(part, id)]
            raise_all(
                [RecordError(file, name, f"has '{id}' twice") for id, n in Counter(ids).items() if n > 1]
            )
    if isinstance(made, Cited):
        object.__setattr__(made, "document", document)
    return made


def check_keys(file: Path, contents: Iterable[str], known: Collection[str], form: str = "{}") -> None:
    """`RecordError` where a file holds at its top what nobody reads, as a misspelt key is."""
    together(partial(_refuse, file, form.format(key), known) for key in contents if key not in known)


def _refuse(file: Path, key: str, known: Collection[str]) -> None:
    raise RecordError(file, key, f"is not known here: use {', '.join(sorted(known))}")


def check_unique(file: Path, ids: Iterable[str]) -> None:
    """`RecordError` where an id is used twice."""
    raise_all([RecordError(file, name, "is there twice") for name, n in Counter(ids).items() if n > 1])


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
