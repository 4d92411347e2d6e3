"""Where a site keeps what is its own: the papers' records and its calculators.

They stand beside this package's code. `SITE_ROOT` in the environment names another folder, laid out like this
project, whose papers and calculators are taken instead: so one engine and one generator serve more than one site.
"""

from __future__ import annotations

import os
from pathlib import Path

HOME = Path(__file__).resolve().parents[2]
"""The folder that holds this package."""
SITE = Path(os.environ.get("SITE_ROOT") or HOME).resolve()
"""The folder that holds the site: those two rooms of `calculators`, and for the build `docs` and `mkdocs.yml`."""
PAPERS = SITE / "calculators" / "papers"
KINDS = SITE / "calculators" / "kinds"
