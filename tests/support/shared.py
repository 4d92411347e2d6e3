"""What stands beside the checkout where the papers themselves are to hand, and what a test says that does without."""

import pytest

from tests.support.pages import ROOT

SHARED = ROOT.parent / "shared"
INVENTORY = SHARED / "inventory"
ORIGINALITY = SHARED / "tools" / "originality"
SOURCES = SHARED / "sources"

needs_inventory = pytest.mark.skipif(
    not INVENTORY.is_dir(), reason="needs ../shared/inventory, the list of the papers' sections"
)
needs_originality = pytest.mark.skipif(
    not ORIGINALITY.is_file(), reason="needs ../shared/tools/originality, which knows the papers' words"
)
needs_sources = pytest.mark.skipif(
    not SOURCES.is_dir(), reason="needs ../shared/sources, the text of the papers"
)
