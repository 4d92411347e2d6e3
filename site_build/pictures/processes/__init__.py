"""The steps of a process: drawn as cards from top to bottom, and as a list."""
