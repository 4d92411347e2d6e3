"""Files put beside the pages: our browser modules, libraries loaded on first use, and tables to start from."""
