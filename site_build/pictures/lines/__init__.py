"""The lines between a paper's bodies: as graphs and trees, as rows of a table, and body by body."""
