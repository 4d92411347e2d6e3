"""A check that is not run again: only where the page, what it loads and the check are as they were when it passed."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support import kept
from tests.support.built import built
from tests.support.pages import ROOT

POLICY = "<meta http-equiv=\"Content-Security-Policy\" content=\"script-src 'self' 'sha256-AAAA'\">"
PAGE = f"""<!doctype html><html lang="en"><head>{POLICY}
<link rel="stylesheet" href="../site.0123abcd.css"><script type="module" src="../a.js"></script></head>
<body data-release="0123456789ab"><p>Ten 0123456789 practices</p></body></html>"""
FILES = {
    "page/index.html": PAGE,
    "site.0123abcd.css": '@font-face{src:url("fonts/text.woff2")}p{color:red}',
    "fonts/text.woff2": "a font",
    "a.js": 'import { b } from "./b.js"; import { manifest } from "./assets/browser/0123456789ab/runtime/release.js";',
    "b.js": "export const b = 1;",
    "assets/browser/0123456789ab/runtime/release.js": 'export const manifest = "manifest-0123456789ab.json";',
}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A small site of one page."""
    for name, text in FILES.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


@pytest.fixture
def key(site: Path) -> Callable[[], str]:
    """The key of the page as it is now: what was read of it before is forgotten."""

    def now() -> str:
        for remembered in (built, kept._page, kept._content, kept._names, kept.tools):
            remembered.cache_clear()
        return kept.key_of(site, "page/", Path(__file__))

    return now


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        ("page/index.html", "Ten", "Six"),
        ("page/index.html", "0123456789 practices", "0123456788 practices"),
        ("page/index.html", "<body ", "<body class='new' "),
        ("page/index.html", "script-src 'self'", "script-src 'none'"),
        ("site.0123abcd.css", "red", "blue"),
        ("fonts/text.woff2", "a font", "another"),
        ("a.js", "import", "/* new */ import"),
        ("b.js", "1", "2"),
    ],
)
def test_what_a_reader_could_see_is_a_change(
    site: Path, key: Callable[[], str], name: str, before: str, after: str
) -> None:
    first = key()
    assert before in FILES[name]
    (site / name).write_text(FILES[name].replace(before, after, 1), encoding="utf-8")
    assert key() != first


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        ("page/index.html", "sha256-AAAA", "sha256-BBBB"),
        ("page/index.html", 'data-release="0123456789ab"', 'data-release="ba9876543210"'),
        ("assets/browser/0123456789ab/runtime/release.js", "manifest-0123456789ab", "manifest-ba9876543210"),
    ],
)
def test_the_version_of_something_else_is_none(
    site: Path, key: Callable[[], str], name: str, before: str, after: str
) -> None:
    first = key()
    assert before in FILES[name]
    (site / name).write_text(FILES[name].replace(before, after), encoding="utf-8")
    assert key() == first


def test_a_style_sheet_under_another_name_with_the_same_content_is_no_change(
    site: Path, key: Callable[[], str]
) -> None:
    first = key()
    (site / "site.0123abcd.css").rename(site / "site.deadbeef.css")
    (site / "page" / "index.html").write_text(PAGE.replace("0123abcd", "deadbeef"), encoding="utf-8")
    assert key() == first


def test_another_check_has_another_key(key: Callable[[], str], site: Path) -> None:
    assert key() != kept.key_of(site, "page/", Path(kept.__file__))


def test_code_changed_during_a_run_is_not_the_code_that_passed(tmp_path: Path) -> None:
    check = tmp_path / "test_a.py"
    check.write_text("first = 1", encoding="utf-8")
    before = kept.tools(check)
    check.write_text("second = 2", encoding="utf-8")
    assert kept.tools(check) == before


def test_the_code_of_a_check_is_its_own_and_all_that_it_imports() -> None:
    every_page = ROOT / "tests" / "browser" / "test_every_page.py"
    code = {path.relative_to(ROOT / "tests").as_posix() for path in kept._code(every_page)}
    assert {"conftest.py", "chromium.py", "browser/test_every_page.py"} <= code
    assert {f"support/{name}.py" for name in ("axe", "measures", "traffic", "weight", "pages")} <= code
    assert not code & {"support/site.py", "support/forms.py"}


def test_a_pass_is_kept_by_name_and_key_and_a_full_run_forgets_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept, "KEPT", tmp_path / "checks")
    monkeypatch.delenv("FULL", raising=False)
    assert not kept.passed("a check", "key")
    kept.keep("a check", "key")
    assert kept.passed("a check", "key")
    assert not kept.passed("a check", "another key")
    assert not kept.passed("another check", "key")
    monkeypatch.setenv("FULL", "1")
    assert not kept.passed("a check", "key")


def test_a_failure_is_not_kept(
    pytester: pytest.Pytester, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By the suite's own hooks: a check that fails, or whose closing fails, runs again."""
    monkeypatch.delenv("FULL", raising=False)
    monkeypatch.setattr(kept, "KEPT", tmp_path / "checks")
    monkeypatch.setattr(kept, "key_of", lambda site, path, check: "key")
    pytester.makeconftest(
        """
        import pytest
        from tests.conftest import unless_kept, pytest_runtest_makereport

        @pytest.fixture
        def site(tmp_path):
            return tmp_path

        @pytest.fixture
        def closing():
            yield
            assert False
        """
    )
    pytester.makepyfile(
        """
        def test_passes(unless_kept):
            unless_kept("")

        def test_fails(unless_kept):
            unless_kept("")
            assert False

        def test_closes_badly(unless_kept, closing):
            unless_kept("")
        """
    )
    first = pytester.inline_run("-p", "no:cacheprovider")
    assert first.countoutcomes() == [2, 0, 2], "one failure in the test, one in its closing"
    again = pytester.inline_run("-p", "no:cacheprovider")
    assert again.countoutcomes() == [1, 1, 2]
