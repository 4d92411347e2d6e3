"""The calculators, one folder each, and nothing else: the registry finds them here."""
