"""Files put beside the pages: our browser modules, libraries, tables to start from, licences and the list of it all."""
