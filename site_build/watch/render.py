"""Ask the site generator for some pages alone: the one place that knows how MkDocs goes about a page.

Another generator may only be able to write the whole site. Without this file every change would be seen all the
same, some seconds later: whoever calls it goes on to the whole build where it fails for reasons of its own.
"""

from __future__ import annotations

import logging
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from pathlib import Path

from mkdocs.commands import build
from mkdocs.config import load_config
from mkdocs.structure.files import get_files, set_exclusions
from mkdocs.structure.nav import get_navigation
from mkdocs.structure.pages import Page

from site_build.writing.page import Page as Place


class PagesRefused(ValueError):
    """The sources are not fit to be shown; the words say why."""


def render_pages(urls: Collection[str], config_file: Path, scratch: Path) -> dict[str, str]:
    """The pages at these addresses as the generator writes them, unfinished; what is not there is left out.

    `PagesRefused` with all that it complains of, a warning among them, as `mkdocs build --strict` would.
    """
    with _listening():
        config = load_config(str(config_file), site_dir=str(scratch))
        config = config.plugins.on_config(config)
        config.plugins.on_pre_build(config=config)
        files = get_files(config)
        env = config.theme.get_env()
        files.add_files_from_theme(env, config)
        files = config.plugins.on_files(files, config=config)
        set_exclusions(files, config)
        nav = config.plugins.on_nav(get_navigation(files, config), config=config, files=files)
        documents = files.documentation_pages()
        for file in documents:
            # The navigation names each page by its own first heading.
            (file.page or Page(None, file, config)).read_source(config)
        wanted = {Place.of(file.page).url: file.page for file in documents if file.page}
        pages = {url: wanted[url] for url in urls if url in wanted}
        for page in pages.values():
            build._populate_page(page, config, files)
        env = config.plugins.on_env(env, config=config, files=files)
        for page in pages.values():
            build._build_page(page, config, documents, nav, env)
    return {url: Path(page.file.abs_dest_path).read_text(encoding="utf-8") for url, page in pages.items()}


@contextmanager
def _listening() -> Iterator[None]:
    """Turn what MkDocs and its plugins complain of into `PagesRefused`."""
    said = _Complaints()
    logger = logging.getLogger("mkdocs")
    logger.addHandler(said)
    try:
        yield
    except SystemExit as error:  # The macros' plugin ends the process where a macro fails.
        raise PagesRefused(said.words) from error
    finally:
        logger.removeHandler(said)
    if said.words:
        raise PagesRefused(said.words)


class _Complaints(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self._lines: list[str] = []

    @property
    def words(self) -> str:
        return "\n".join(self._lines)

    def emit(self, record: logging.LogRecord) -> None:
        self._lines.append(record.getMessage())
