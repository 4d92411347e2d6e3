"""What a group's answers so far make needless, and what its table of practices answers of the counts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from calculators.engine.answers import Answers
from calculators.engine.known import Known, SoFar
from calculators.kinds.gateway.answers import COUNTS_FROM, TYPED, Differing, Given, gathered
from calculators.kinds.gateway.checks import find
from calculators.kinds.gateway.counts import COUNTS, Count
from calculators.kinds.gateway.criteria import HIGHEST
from calculators.kinds.gateway.practice_table import FIELD, Tally, faults
from calculators.values.formats import counted
from calculators.values.tables import Row

NOW_TYPED = "From now on a number that you type holds over your table."


def so_far(answers: Answers) -> SoFar:
    """A plan is asked for where a criterion falls short, and which number holds where two differ; what the table tells.

    A plan that was given stays asked for until its criterion is met.
    """
    rows = answers.rows(FIELD)
    # A table that contradicts itself tells nothing; that it has another number of rows can be put right elsewhere.
    if rows and any(faults(rows, len(rows))):
        rows = ()
    given = gathered(answers, rows)
    if rows:
        # Until they are typed, the group has as many practices as its table, and as many members.
        alike = dict.fromkeys(("practices", "membership"), len(rows))
        given = replace(given, totals={name: n or alike.get(name) for name, n in given.totals.items()})
    findings = find(HIGHEST, answers, given)
    needless = {f.criterion.plan for f in findings if f.met or (not f.answered and f.plan is None)}
    return SoFar(
        needless=frozenset(needless if given.differing else {*needless, COUNTS_FROM}),
        known=tuple(_known(answers, given, rows)) if rows else (),
    )


def _known(answers: Answers, given: Given, rows: tuple[Row, ...]) -> Iterator[Known]:
    typed = "practices" in answers.given
    fewer_or_more = not typed or given.totals["practices"] != len(rows)
    if fewer_or_more:
        yield _practices(len(rows), typed=typed)
    level = answers.choice("applying_for") or HIGHEST
    asked = [count.name for count in COUNTS.values() if int(count.served[0].level) <= int(level)]
    told = len([name for name in asked if name in given.tabled])
    words = f"Your table answers {told:,} of the {counted(len(asked), 'count')} below."
    yield _taken_over(words, len(rows)) if fewer_or_more else Known(FIELD, words)
    differing = {each.count.name: each for each in given.differing}
    for name, tally in given.tabled.items():
        total = given.total(COUNTS[name])
        if name in differing:
            yield _overruled(differing[name], total, typed_holds=given.typed_hold)
        elif name in answers.given:
            yield Known(name, f"Your table has {_number(tally, total)}, too.")
        else:
            yield _standing(COUNTS[name], tally, total)


def _practices(rows: int, *, typed: bool) -> Known:
    return Known(
        field="practices",
        text=f"Your table has {counted(rows, 'practice')}." if typed else f"{rows:,}, from your table",
        button=f"Use {rows:,}",
        sets={"practices": str(rows)},
    )


def _taken_over(words: str, rows: int) -> Known:
    """The number of practices, offered where the table was given as well: its own question lies in another section."""
    return Known(
        field=FIELD,
        text=words,
        button=f"Use {rows:,} as the number of practices",
        sets={"practices": str(rows)},
        told=f"The number of practices is {rows:,}, from your table.",
    )


def _standing(count: Count, tally: Tally, total: int | None) -> Known:
    return Known(
        field=count.name,
        text=f"{_number(tally, total)}, from your table",
        button="Use another number",
        sets={COUNTS_FROM: TYPED},
        told=NOW_TYPED,
        stands=True,
    )


def _overruled(found: Differing, total: int | None, *, typed_holds: bool) -> Known:
    name, number = found.count.name, _number(found.tally, total)
    if typed_holds:
        return Known(
            field=name,
            text=f"This number is used. Your table has {number}.",
            button="Use the table",
            sets={name: ""},
        )
    return Known(
        field=name,
        text=f"Your table has {number}, and that is used.",
        button="Use the number typed",
        sets={COUNTS_FROM: TYPED},
        told=NOW_TYPED,
    )


def _number(tally: Tally, total: int | None) -> str:
    whole = f" of {total:,}" if total is not None else ""
    blank = f" with {len(tally.blank):,} not answered" if tally.blank else ""
    return f"{tally.yes:,}{whole}{blank}"
