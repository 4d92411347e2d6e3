"""From sources to the finished site: a short list of named steps, each a function of the output folder.

They stand around the site generator and not inside its hooks, so that another generator can take its place.
"""

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from site_build.browser import write_modules
from site_build.bundle.assemble import build_bundle
from site_build.case_templates import write_templates
from site_build.finish.pages import finish
from site_build.libraries import write_libraries
from site_build.publish.licences import write_licences
from site_build.publish.sbom import write_sbom

ROOT = Path(__file__).resolve().parent.parent
# The date that files with a date in them get: the build depends on the sources alone, not on the day.
EPOCH = "315532800"


def write_pages(out: Path) -> None:
    """Let MkDocs write the pages; `--strict` makes a dead link or an undefined macro an error."""
    command = [
        sys.executable,
        "-m",
        "mkdocs",
        "build",
        "--strict",
        "--clean",
        "--site-dir",
        str(out),
    ]
    # Not `--quiet`: it hides what a macro has to say of a record that it cannot read.
    done = subprocess.run(
        command,
        cwd=ROOT,
        check=False,
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": EPOCH},
    )
    if done.returncode:
        print(done.stdout, file=sys.stderr)
        done.check_returncode()


def copy_browser(out: Path) -> None:
    """Publish the modules that run in the reader's browser."""
    write_modules(ROOT / "browser", out / "assets" / "browser")


STEPS: tuple[tuple[str, Callable[[Path], object]], ...] = (
    ("pages", write_pages),
    ("browser modules", copy_browser),
    ("libraries", write_libraries),
    ("templates of tables", write_templates),
    ("Python bundle", build_bundle),
    ("licences", write_licences),
    ("bill of materials", write_sbom),
    ("finish the HTML", finish),
)


def build_site(out: Path) -> None:
    """Write the whole site to `out`; a step that fails stops the build."""
    out = out.resolve()
    for name, step in STEPS:
        started = time.perf_counter()
        try:
            step(out)
        except subprocess.CalledProcessError as error:
            raise SystemExit(f"The build stopped at “{name}”; the lines above say why.") from error
        print(f"{name}: {time.perf_counter() - started:.1f} s", flush=True)
