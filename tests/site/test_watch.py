"""What `make serve` shows: layers of folders, each page's state, and which files are sources."""

import json
import pickle
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from threading import Thread

import pytest

from site_build.build import MKDOCS_ENVIRONMENT
from site_build.watch import update
from site_build.watch.changes import is_source
from site_build.watch.fresh import Tell
from site_build.watch.job import Job, Trouble
from site_build.watch.render import PagesRefused
from site_build.watch.server import make_watch_server
from site_build.watch.shown import Shown, State

PAGE = '<html><head><link rel="stylesheet" href="../{sheet}"></head><body>{words}{form}</body></html>'


def layer(
    folder: Path,
    words: str = "One",
    sheet: str = "assets/a.css",
    form: str = "",
    script: str = "1",
    module: str = "1",
) -> Path:
    """A folder with one page, about/, and what it runs."""
    for name, text in (
        ("about/index.html", PAGE.format(words=words, sheet=sheet, form=form)),
        ("assets/scripts/tips.js", script),
        ("assets/browser/now/form/case.js", module),
    ):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def state_of(*layers: Path, core: str = "") -> State:
    """The state of about/ where these layers are shown, the last on top."""
    shown = Shown()
    for each in layers:
        shown.put(each, core, alone=False)
    return shown.state("about/")


@contextmanager
def served(shown: Shown) -> Iterator[HTTPConnection]:
    """A connection to a server of what is shown."""
    with make_watch_server(shown, 0) as server:
        Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
        connection = HTTPConnection("127.0.0.1", server.server_port, timeout=20)
        yield connection
        connection.close()
        server.shutdown()


def told(response: HTTPResponse) -> dict[str, str]:
    """The next state that a page is told."""
    while True:
        line = response.readline().decode()
        assert line, "the server has closed the connection"
        if line.startswith("data: "):
            found: dict[str, str] = json.loads(line.removeprefix("data: "))
            return found


@pytest.mark.parametrize(
    ("path", "source"),
    [
        ("docs/about/index.md", True),
        ("calculators/papers/brent/rules.toml", True),
        ("mkdocs.yml", True),
        ("README.md", False),
        ("calculators/__pycache__/run.cpython-313.pyc", False),
        ("docs/about/.index.md.swp", False),
        ("docs/about/index.md~", False),
    ],
)
def test_what_an_editor_keeps_for_itself_is_no_source(path: str, source: bool) -> None:
    assert is_source(Path(path)) is source


def test_the_newest_layer_is_shown_and_what_it_lacks_from_below(tmp_path: Path) -> None:
    shown = Shown()
    shown.put(layer(tmp_path / "below"), "", alone=False)
    above = tmp_path / "above"
    (above / "new").mkdir(parents=True)
    (above / "new" / "index.html").write_text("New", encoding="utf-8")
    shown.put(above, "", alone=False)
    assert (shown.page("new/"), b"One" in shown.page("about/")) == (b"New", True)
    shown.put(above, "", alone=True)
    assert shown.page("about/") == b""


def test_another_sheet_is_not_another_page(tmp_path: Path) -> None:
    one = state_of(layer(tmp_path / "one"))
    other = state_of(layer(tmp_path / "other", sheet="assets/b.css"))
    assert (one.page, one.sheet, other.sheet) == (other.page, "assets/a.css", "assets/b.css")


def test_other_words_and_other_scripts_are_another_page(tmp_path: Path) -> None:
    pages = {
        state_of(layer(tmp_path / "one")).page,
        state_of(layer(tmp_path / "words", words="Two")).page,
        state_of(layer(tmp_path / "script", script="2")).page,
    }
    assert len(pages) == 3


@pytest.mark.parametrize(("form", "differs"), [("", False), ("<calculator-form>", True)])
def test_other_calculators_are_another_page_where_there_is_one(
    tmp_path: Path, form: str, differs: bool
) -> None:
    one, other = (state_of(layer(tmp_path / "one", form=form), core=core) for core in ("1", "2"))
    assert (one.page != other.page) is differs


@pytest.mark.parametrize(("form", "differs"), [("", False), ("<calculator-form>", True)])
def test_another_module_of_the_form_is_another_page_where_there_is_one(
    tmp_path: Path, form: str, differs: bool
) -> None:
    one, other = (state_of(layer(tmp_path / name, form=form, module=name)) for name in ("1", "2"))
    assert (one.page != other.page) is differs


def test_a_page_is_told_its_state_and_then_each_change_of_it(tmp_path: Path) -> None:
    shown = Shown()
    shown.put(layer(tmp_path / "one"), "", alone=True)
    with served(shown) as connection:
        connection.request("GET", "/~/about/")
        response = connection.getresponse()
        assert response.headers["Content-Type"] == "text/event-stream"
        assert told(response) == shown.state("about/")._asdict()
        assert shown.looked_at == {"about/"}
        shown.tell("rules.toml: is not TOML")
        assert told(response)["trouble"] == "rules.toml: is not TOML"
        shown.put(layer(tmp_path / "two", words="Two"), "", alone=True)
        assert told(response) == shown.state("about/")._asdict()
        assert shown.state("about/").trouble == ""


def test_a_served_page_carries_the_script_and_the_file_does_not(tmp_path: Path) -> None:
    shown = Shown()
    shown.put(layer(tmp_path / "one"), "", alone=True)
    with served(shown) as connection:
        connection.request("GET", "/about/")
        page = connection.getresponse().read().decode()
        connection.request("GET", "/~/live.js")
        script = connection.getresponse()
        assert (script.status, script.headers["Content-Type"]) == (200, "text/javascript")
        assert b"EventSource" in script.read()
    assert f'<script src="/~/live.js" data-page="{shown.state("about/").page}"></script></body>' in page
    assert b"/~/" not in (tmp_path / "one" / "about" / "index.html").read_bytes()


@pytest.mark.parametrize("address", ["/nowhere/", "/assets/", "/../secret.txt"])
def test_what_is_not_there_is_said_and_nothing_is_listed(tmp_path: Path, address: str) -> None:
    (tmp_path / "secret.txt").write_text("kept", encoding="utf-8")
    shown = Shown()
    shown.put(layer(tmp_path / "one"), "", alone=True)
    (tmp_path / "one" / "404.html").write_text("<body>Not here</body>", encoding="utf-8")
    with served(shown) as connection:
        connection.request("GET", address)
        response = connection.getresponse()
        body = response.read()
    assert response.status == 404
    assert body.startswith(b"<body>Not here<script")


def test_before_anything_is_built_a_page_waits(tmp_path: Path) -> None:
    shown = Shown()
    with served(shown) as connection:
        connection.request("GET", "/about/")
        response = connection.getresponse()
        body = response.read()
    assert response.status == 404
    assert b"being built" in body
    assert b"/~/live.js" in body
    waiting = shown.state("about/")
    shown.put(layer(tmp_path / "one"), "", alone=True)
    assert shown.state("about/").page != waiting.page


@pytest.mark.parametrize(
    ("raised", "said"),
    [
        (None, ["looked at", "whole"]),
        (AttributeError("MkDocs has no such function"), ["whole"]),
        (ValueError("rules.toml: is not TOML"), [Trouble("rules.toml: is not TOML")]),
        (PagesRefused("a link leads nowhere"), [Trouble("a link leads nowhere")]),
        (SyntaxError("invalid syntax"), [Trouble("SyntaxError: invalid syntax")]),
    ],
)
def test_where_the_short_cut_fails_the_whole_build_decides_and_what_is_wrong_is_told(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, raised: Exception | None, said: list[object]
) -> None:
    def look(job: Job, site: object, tell: Tell) -> None:
        if raised:
            raise raised
        tell("looked at")

    for name in MKDOCS_ENVIRONMENT:
        monkeypatch.setenv(name, "")  # so that it is afterwards what it was
    monkeypatch.setattr(update, "_look", look)
    monkeypatch.setattr(update, "_whole", lambda job, tell: tell("whole"))
    told: list[object] = []
    job = Job(["docs/about/index.md"], ["about/"], pickle.dumps(None), tmp_path, tmp_path, tmp_path)
    update.update(job, told.append)
    assert told == said
