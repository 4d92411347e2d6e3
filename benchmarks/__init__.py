"""This project beside stock Pyodide, measured in one run: `make bench`."""
