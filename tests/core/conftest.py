"""How the property tests run: as many examples on a slow machine as on a fast one, and no time limit each.

HYPOTHESIS_PROFILE names another length: `quick` for a look in passing, the same examples each time, and `long`
for `make prove`.
"""

import os

from hypothesis import settings

settings.register_profile("core", deadline=None, print_blob=True)
settings.register_profile(
    "quick", settings.get_profile("core"), max_examples=15, derandomize=True, database=None
)
settings.register_profile("long", settings.get_profile("core"), max_examples=3000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "core"))
