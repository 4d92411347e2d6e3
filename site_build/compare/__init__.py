"""One question put to every paper: the answers side by side, the list of questions, and what came when."""
