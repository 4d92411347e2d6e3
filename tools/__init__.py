"""What a developer runs beside the tests: quick checks, other Pythons, mutants and the audit."""
