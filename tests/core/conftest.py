"""How the property tests run: as many examples on a slow machine as on a fast one, and no time limit each."""

from hypothesis import settings

settings.register_profile("core", deadline=None, print_blob=True)
settings.load_profile("core")
