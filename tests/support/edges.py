"""Fair-share cases for tests of what surrounds a calculator, at the edges that the paper's rule draws.

They are made from the rule's number, so that a changed rule breaks no test that is not about it.
"""

from decimal import ROUND_CEILING, Decimal

from calculators.records.papers import load_paper

PENNY = Decimal("0.01")
TOLERANCE = load_paper("hertfordshire").rule("fair-share-tolerance").decimal / 100
FAIR = Decimal(1_000_000)
TOP = (FAIR * (1 + TOLERANCE)).quantize(PENNY)
"""The most that is within the range around a fair share of a million."""
FAR_ABOVE = {"indicative_budget": str(2 * FAIR), "fair_share_budget": str(FAIR)}
MIDDLE = ((TOP + FAIR / (1 - TOLERANCE)) / 2).quantize(PENNY)
BETWEEN = {"indicative_budget": str(MIDDLE), "fair_share_budget": str(FAIR)}
"""Above the range as measured against the fair share, and within it as measured against the budget."""
LEAST_FAIR = (2 * FAIR / (1 + TOLERANCE)).quantize(PENNY, ROUND_CEILING)
"""The least fair share whose range reaches the budget that is far above."""
