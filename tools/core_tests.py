"""Which tests try the core alone: in one process, with no site, no browser and no package but the core's own."""

FILES = ("tests/core", "tests/cases/test_cases.py", "tests/cases/test_boundaries.py")
# The fixtures of all tests need the site and its browser; the cases in the browser's Python need its bundle.
CORE_TESTS = ("--confcutdir=tests/core", "-m", "not pyodide", *FILES)
