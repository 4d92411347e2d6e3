"""The steps of a process: drawn from top to bottom, a lane for each who acts, and as a list."""
