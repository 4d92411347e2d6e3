"""What a change asks for, in its order: the pages that somebody looks at, then the whole site.

Runs in a process of its own and tells each thing as it is ready; it may be ended at any time.
"""

from __future__ import annotations

import io
import os
import pickle
import re
import shutil
import traceback
from collections.abc import Callable, Iterable
from contextlib import redirect_stderr, redirect_stdout
from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryDirectory

from calculators.records.folders import SITE
from site_build.build import MKDOCS_ENVIRONMENT, STEPS, build_site, copy_browser
from site_build.bundle.assemble import Form, build_bundle
from site_build.bundle.key import bundle_key, is_case
from site_build.finish.last_step import Site, file_of, finish, finish_some, restyled
from site_build.kept import write_whole
from site_build.publish.core import core_folder
from site_build.watch.fresh import Tell
from site_build.watch.job import Job, Ready, Trouble
from site_build.watch.render import PagesRefused, render_pages
from site_build.writing.site import DOCS

CALCULATOR = "<calculator-form"
# What the macros' plugin adds to its words: the way through its own code and Jinja's.
TRACEBACK = re.compile(r"\n*^```$.*?^```$\n*", re.DOTALL | re.MULTILINE)
THEME = Path(str(files("material")))
STYLES, ASSETS = "docs/assets/stylesheets/", "docs/assets/"


def update(job: Job, tell: Tell) -> None:
    """Tell `Ready` once or more, the last time `alone`; or `Trouble`, and the site stays as it was."""
    os.environ.update(MKDOCS_ENVIRONMENT)
    try:
        if job.site and job.looked_at:
            _first(job, tell)
        _whole(job, tell)
    except PagesRefused as error:
        tell(Trouble(TRACEBACK.sub("", str(error)).strip()))


def _first(job: Job, tell: Tell) -> None:
    """The pages looked at; where that fails for reasons of this short cut, the whole build decides."""
    try:
        _look(job, pickle.loads(job.site), tell)
    except (ImportError, AttributeError, TypeError, LookupError):
        traceback.print_exc()
    except ValueError as error:
        raise PagesRefused(str(error)) from error
    except Exception as error:
        raise PagesRefused("".join(traceback.format_exception_only(error)).strip()) from error


def _look(job: Job, site: Site, tell: Tell) -> None:
    if any(path.startswith(STYLES) for path in job.changed):
        _copy_sheets(job.first)
        site = restyled(job.first, site)
    _copy_assets(job.changed, job.first)
    asked = {site.left.get(url, url) for url in job.looked_at}
    with TemporaryDirectory() as scratch:
        written = render_pages(asked, job.config, Path(scratch))
    finished = finish_some(written, site)
    core = ""
    if any(CALCULATOR in html for html in finished.values()):
        if _any(job.changed, lambda path: path.startswith("browser/") and path.endswith(".js")):
            copy_browser(job.first)
        if _any(job.changed, lambda path: path.startswith("calculators/") and not is_case(Path(path))):
            build_bundle(job.first, core_folder(), Form.AT_ONCE)
            core = _core()
    for url, html in finished.items():
        write_whole(file_of(job.first, url), html)
    tell(Ready("shown", job.first, core, pickle.dumps(site)))


def _whole(job: Job, tell: Tell) -> None:
    def after(step: Callable[[Path], object], outcome: object) -> None:
        if step is finish:
            tell(Ready("shown on every page", job.whole, site=pickle.dumps(outcome)))

    said = io.StringIO()
    try:
        with redirect_stdout(said), redirect_stderr(said):
            build_site(job.whole, job.config, STEPS, after)
    except (SystemExit, Exception) as error:
        words = str(error) if isinstance(error, SystemExit) else traceback.format_exc()
        raise PagesRefused(f"{_complaints(said.getvalue())}\n{words}".strip()) from error
    tell(Ready("the whole site is up to date", job.whole, _core(), alone=True))


def _complaints(said: str) -> str:
    """What a build has said, without what it says of every build."""
    kept = (line for line in said.splitlines() if not line.startswith("INFO") and not line.endswith(" s"))
    return "\n".join(kept).strip()


def _copy_assets(changed: Iterable[str], out: Path) -> None:
    for path in changed:
        source = SITE / path
        if path.startswith(ASSETS) and not path.startswith(STYLES) and source.is_file():
            target = out / source.relative_to(DOCS)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source, target)


def _copy_sheets(out: Path) -> None:
    """Put the theme's sheets and ours where the site generator would."""
    for source in (THEME / "templates" / "assets" / "stylesheets", SITE / STYLES):
        shutil.copytree(source, out / "assets" / "stylesheets", dirs_exist_ok=True)


def _any(paths: Iterable[str], test: Callable[[str], bool]) -> bool:
    return any(test(path) for path in paths)


def _core() -> str:
    """One name for the same calculators, however their bundle was made."""
    return bundle_key(core_folder(), "")
