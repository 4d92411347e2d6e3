"""The Python runtime for the reader's browser: assembled, compiled inside itself, and entered in a manifest."""
