"""The tested core: what the papers say as records, and calculators that show their working.

Pure Python, standard library and Jinja2. It reads no clock and does no input or output beyond its own
data, so the site's build, the reader's browser, the command line and the tests all call the same code.
"""
