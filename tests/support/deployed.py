"""A site that is deployed anew while it is open: the same address, first with one version and then with another."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from site_build.publish.offline import write_offline
from tests.support.hosts import Host, hosting
from tests.support.pages import pages_of
from tests.support.released import modules, scripts

LATER = "0" * 12


@dataclass
class Deployed:
    """A host whose browsers keep what they get for ten minutes, and the place that says which version it has."""

    host: Host
    shown: Path
    after: Path

    def deploy(self) -> None:
        """Put the later version in the place of the earlier one, all of it in one move."""
        beside = self.shown.with_name("beside")
        beside.symlink_to(self.after)
        beside.replace(self.shown)


@contextmanager
def deployed(site: Path, folder: Path) -> Iterator[Deployed]:
    """Serve the site meanwhile, and have a later version of it ready; `folder` is empty."""
    shown = folder / "shown"
    shown.symlink_to(site)
    with hosting(shown, kept=True) as host:
        yield Deployed(host, shown, later(site, folder / "after"))


def later(site: Path, target: Path) -> Path:
    """A later version: every page, module and file of Python's start has another name, and none has an old one."""
    # What lies packed beside a file that is changed here would be another's.
    shutil.copytree(site, target, copy_function=os.link, ignore=shutil.ignore_patterns("*.br", "*.gz"))
    python = target / "assets" / "python"
    (manifest,), (library,) = python.glob("manifest-*.json"), python.glob("python_stdlib-*.bin")
    names = {
        modules(site).name: LATER,
        scripts(site).name: LATER,
        manifest.name: f"manifest-{LATER}.json",
        library.stem: f"python_stdlib-{LATER}.zip",
        '<html lang="en"': '<html lang="en" data-version="later"',
    }
    library.rename(library.with_name(f"{names[library.stem]}.bin"))
    for place in (modules(target), scripts(target), manifest):
        place.rename(place.with_name(names[place.name]))
    for file in (*pages_of(target), *python.glob("manifest-*"), modules(target) / "runtime/release.js"):
        before = after = file.read_text(encoding="utf-8")
        for old, new in names.items():
            after = after.replace(old, new)
        if after != before:
            # What is written in place would be written in the site, too.
            file.unlink()
            file.write_text(after, encoding="utf-8")
    write_offline(target)
    return target
