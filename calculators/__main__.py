"""The command line: list, describe, run and batch, as the contract sets them out."""

from __future__ import annotations

import argparse
import json
import sys

from calculators.engine.errors import Refused
from calculators.engine.registry import get, ids
from calculators.uses import door
from calculators.uses.batch import Batch


def main(argv: list[str] | None = None) -> int:
    """Run one command: 0 where all went well, 1 where a row of a batch failed, 2 for input to put right."""
    parser = argparse.ArgumentParser(prog="python -m calculators", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("list", help="the calculators, as JSON")
    for name, words in (
        ("describe", "a calculator’s fields and figures, as JSON"),
        ("run", "one case, JSON on standard input"),
        ("batch", "one case a row, CSV on standard input"),
    ):
        commands.add_parser(name, help=words).add_argument("calculator", metavar="ID")
    chosen = parser.parse_args(argv)
    # What cannot be encoded, such as half of a character, is written out in its place.
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", newline="", errors="backslashreplace")  # type: ignore[union-attr]
    try:
        return _do(chosen.command, getattr(chosen, "calculator", ""))
    except Refused as refused:
        _print(refused.to_json())
    except UnicodeDecodeError:
        _print({"errors": {"case": "The input must be text in UTF-8"}})
    return 2


def _do(command: str, calculator: str) -> int:
    if command == "list":
        _print([get(id).to_json() for id in ids()])
    elif command == "describe":
        _print(get(calculator).describe())
    elif command == "run":
        result = door.answer(calculator, _typed())
        _print(result)
        return 2 if "errors" in result else 0
    else:
        job = Batch(calculator, _typed())
        job.step(job.total)
        # What is no part of the table goes beside it: how its headings were read.
        sys.stderr.writelines(f"{note}\n" for note in job.notes)
        sys.stdout.write(job.table)
        return 1 if job.wrong else 0
    return 0


def _typed() -> str:
    """All of standard input; nothing where there is none."""
    if sys.stdin is None:
        return ""
    sys.stdin.reconfigure(encoding="utf-8", newline="")  # type: ignore[union-attr]
    return sys.stdin.read()


def _print(value: object) -> None:
    sys.stdout.write(json.dumps(value, ensure_ascii=False, indent=2) + "\n")


if __name__ == "__main__":
    sys.exit(main())
