"""Where the site that is built keeps its pages and the data beside them."""

from __future__ import annotations

from calculators.records.folders import SITE

DOCS = SITE / "docs"
FRAMEWORKS = DOCS / "frameworks"

BROWSER, SCRIPTS = "assets/browser", "assets/scripts"
"""Below the site's root: the calculators' modules and the scripts of every page, as they are published."""

MODULES = f"{BROWSER}/now"
"""Where the calculators' modules stand in a site that is not published: as deep below the root as in one that is."""
TAKEN = "take"
"""The folder of what a reader takes away as one file."""
