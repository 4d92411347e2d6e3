"""Diagrams from records, each with the same content as text: lines between bodies, bodies, processes.

Every function takes the page that calls it first and gives HTML for that page on one line. `paper` is the
paper's id; without it the page's own paper is meant. A missing or malformed record raises
`RecordError`.
"""

from __future__ import annotations

from site_build.pictures.lines.diagram import (
    accountability_diagram,
    body_chain,
    governance_diagram,
    line_table,
    picture,
)
from site_build.pictures.lines.matrix import responsibilities, responsibilities_compared
from site_build.pictures.processes.diagram import process

__all__ = [
    "accountability_diagram",
    "body_chain",
    "governance_diagram",
    "line_table",
    "picture",
    "process",
    "responsibilities",
    "responsibilities_compared",
]
