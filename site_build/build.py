"""From sources to the finished site: a short list of named steps, each a function of the output folder.

They stand around the site generator and not inside its hooks, so that another generator can take its place.
"""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path

from calculators.records.errors import RecordError
from calculators.records.folders import HOME, SITE
from site_build.alone.archive import write_archive
from site_build.alone.one_file import write_files
from site_build.bundle.assemble import build_bundle
from site_build.finish.last_step import finish
from site_build.hosting.packed import write_packed
from site_build.hosting.settings import write_headers
from site_build.publish.browser import write_modules
from site_build.publish.core import core_folder
from site_build.publish.install import write_install
from site_build.publish.libraries import write_libraries
from site_build.publish.licences import write_licences
from site_build.publish.offline import place_worker, write_offline
from site_build.publish.release import name_release
from site_build.publish.sbom import write_sbom
from site_build.publish.starting_tables import write_templates
from site_build.records import check_records
from site_build.writing.site import MODULES, SCRIPTS

CONFIG = SITE / "mkdocs.yml"
# The date that files with a date in them get: the build depends on the sources alone, not on the day.
EPOCH = "315532800"
MKDOCS_ENVIRONMENT = {"NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": EPOCH}


def require_node() -> None:
    """Say at once, in words, where the packages that later steps need are not there."""
    if not shutil.which("node"):
        raise SystemExit(
            f"The build needs Node, and no 'node' is on the PATH. It comes with the Python packages: "
            f"run `make site`, or put {Path(sys.executable).parent} on the PATH."
        )
    if not (HOME / "node_modules").is_dir():
        raise SystemExit(
            "The build needs the Node packages: run `make site`, or `npm ci` in the project's folder."
        )


def write_pages(out: Path, config: Path = CONFIG) -> None:
    """Let MkDocs write the pages; `--strict` makes a dead link or an undefined macro an error."""
    command = [
        sys.executable,
        "-m",
        "mkdocs",
        "build",
        "--strict",
        "--clean",
        "--config-file",
        str(config),
        "--site-dir",
        str(out),
    ]
    # Not `--quiet`: it hides what a macro has to say of a record that it cannot read.
    done = subprocess.run(
        command,
        cwd=HOME,
        check=False,
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        env=os.environ | MKDOCS_ENVIRONMENT,
    )
    if done.returncode:
        print(done.stdout, file=sys.stderr)
        done.check_returncode()


def copy_browser(out: Path) -> None:
    """Publish the modules that run in the reader's browser, those of every page among them."""
    write_modules(HOME / "browser", out / MODULES)
    place_worker(out)
    write_modules(out / SCRIPTS, out / SCRIPTS)


def write_bundle(out: Path) -> None:
    """Publish Python with the core, the papers and the calculators of this site."""
    build_bundle(out, core_folder())


type Step = Callable[[Path], object]
BESIDE_PAGES: tuple[tuple[str, Step], ...] = (
    ("browser modules", copy_browser),
    ("libraries", write_libraries),
    ("templates of tables", write_templates),
    ("licences", write_licences),
    ("bill of materials", write_sbom),
    ("installing", write_install),
)
STEPS: tuple[tuple[str, Step], ...] = (
    *BESIDE_PAGES,
    ("finish the HTML", finish),
    ("Python bundle", write_bundle),
)
PUBLISH: tuple[tuple[str, Step], ...] = (
    *STEPS,
    ("release", name_release),
    ("calculators as files", write_files),
    ("site as an archive", write_archive),
    ("list of what may be kept", write_offline),
    ("headers", write_headers),
    ("packed forms", write_packed),
)
"""What `make serve` follows has no versions: it is never kept by a browser, and is put together anew in part."""


def build_site(
    out: Path,
    config: Path = CONFIG,
    steps: Iterable[tuple[str, Step]] = PUBLISH,
    after: Callable[[Step, object], None] = lambda step, outcome: None,
) -> None:
    """Write the whole site to `out`; a step that fails stops the build. `config` is the site generator's.

    `after` hears of each step that is done, with what it gave.
    """
    require_node()
    out = out.resolve()
    first: tuple[tuple[str, Step], ...] = (
        ("records", lambda out: check_records()),
        ("pages", partial(write_pages, config=config)),
    )
    for name, step in (*first, *steps):
        started = time.perf_counter()
        try:
            outcome = step(out)
        except RecordError as error:
            raise SystemExit(f"The build stopped at its records. Put these right:\n{error}") from None
        except subprocess.CalledProcessError as error:
            raise SystemExit(f"The build stopped at “{name}”; the lines above say why.") from error
        print(f"{name}: {time.perf_counter() - started:.1f} s", flush=True)
        after(step, outcome)
