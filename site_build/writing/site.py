"""Where the site that is built keeps its pages and the data beside them."""

from __future__ import annotations

from calculators.records.folders import SITE

DOCS = SITE / "docs"
FRAMEWORKS = DOCS / "frameworks"
