"""Amounts, tables and exact quantities: how they are read, worked with and written out. Knows of no paper."""
