"""Where a published site keeps what its pages run: folders named by the hash of what they hold."""

from pathlib import Path

from site_build.writing.site import BROWSER, SCRIPTS


def modules(site: Path) -> Path:
    """The one folder of the calculators' modules."""
    return _only(site / BROWSER)


def scripts(site: Path) -> Path:
    """The one folder of the scripts of every page."""
    return _only(site / SCRIPTS)


def _only(folder: Path) -> Path:
    (found,) = folder.iterdir()
    return found
