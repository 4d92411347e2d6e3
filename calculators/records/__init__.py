"""What the papers say: the schemas of their records, reading them, and citing them."""
