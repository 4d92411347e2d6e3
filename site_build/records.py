"""Every record is read once before anything is made of it: what is wrong is told first, alone and all at once."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from calculators.engine.cases import load_cases
from calculators.engine.registry import ids
from calculators.records.errors import together
from calculators.records.papers import load_paper, paper_ids
from site_build.compare.comparison import questions, read_comparison
from site_build.compare.timeline import dated_facts
from site_build.pictures.lines.lines import kinds
from site_build.pictures.lines.matrix import matters, roles
from site_build.trace.body_index import same_bodies
from site_build.trace.coverage import left_out


def check_records() -> None:
    """`RecordError` with a line for each record of the papers, the calculators and the pages that is malformed."""
    readers: list[Callable[[], object]] = [partial(load_paper, id) for id in paper_ids()]
    readers += [partial(load_cases, id) for id in ids()]
    readers += [lambda: together(partial(read_comparison, id) for id in questions()), dated_facts]
    readers += [kinds, roles, matters, same_bodies, *(partial(left_out, id) for id in paper_ids())]
    together(readers)
