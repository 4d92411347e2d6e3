"""`make audit`: the Nu HTML checker on every built page, and Lighthouse on one page of each kind."""
