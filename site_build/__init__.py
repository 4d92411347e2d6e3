"""Build time only: everything that turns records and pages into the static site."""
