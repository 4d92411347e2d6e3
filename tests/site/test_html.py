"""Every built page is valid HTML and carries a policy that lets nothing in that we did not write."""

import json
import os
import re
import subprocess
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from tests.support.pages import NOT_FOUND, ROOT, file_of, page_paths

PAGES = [*page_paths(), NOT_FOUND]


def built(site: Path) -> list[str]:
    """The addresses of all built pages."""
    files = (file.relative_to(site).as_posix() for file in site.rglob("*.html"))
    return sorted(file.removesuffix("index.html") for file in files)


def policy(html: str) -> dict[str, list[str]]:
    """The page's content policy: directive → sources."""
    tag = BeautifulSoup(html, "lxml").find("meta", attrs={"http-equiv": "Content-Security-Policy"})
    assert tag, "the page has no policy"
    parts = [directive.split() for directive in str(tag["content"]).split(";") if directive.strip()]
    return {name: sources for name, *sources in parts}


def test_each_file_in_docs_becomes_a_page_and_nothing_else_does(site: Path) -> None:
    assert built(site) == sorted(PAGES)


def test_every_page_is_valid_html(site: Path, tmp_path: Path) -> None:
    """html-validate with its recommended and standard rules; style alone is left to the writer of the HTML."""
    tool = ROOT / "node_modules" / "html-validate" / "bin" / "html-validate.mjs"
    report_file = tmp_path / "report.json"
    settings = ROOT / "tests" / "site" / "htmlvalidate.json"
    command = ["node", str(tool), "--config", str(settings), "--formatter", f"json={report_file}", str(site)]
    environment = os.environ | {"PATH": f"{ROOT / '.venv' / 'bin'}{os.pathsep}{os.environ['PATH']}"}
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment)
    problems = [
        f"{Path(report['filePath']).relative_to(site)}:{m['line']} {m['ruleId']}: {m['message']}"
        for report in json.loads(report_file.read_text(encoding="utf-8"))
        for m in report["messages"]
    ]
    assert problems == [], "\n".join(problems[:60])
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("path", PAGES)
def test_the_policy_lets_in_only_what_is_ours(site: Path, path: str) -> None:
    directives = policy((site / file_of(path)).read_text(encoding="utf-8"))
    assert directives["default-src"] in (["'none'"], ["'self'"])
    scripts = directives["script-src"]
    assert set(scripts) >= {"'self'"}
    strange = [
        s for s in scripts if s not in {"'self'", "'wasm-unsafe-eval'"} and not s.startswith("'sha256-")
    ]
    assert strange == []
    everything = {source for sources in directives.values() for source in sources}
    assert everything.isdisjoint({"'unsafe-inline'", "'unsafe-eval'", "*", "https:", "http:"})
    assert not any(re.search(r"//|\.\w+$", source) for source in everything), "the policy names another host"


@pytest.mark.parametrize("path", PAGES)
def test_the_page_has_one_heading_and_names_its_language(site: Path, path: str) -> None:
    soup = BeautifulSoup((site / file_of(path)).read_text(encoding="utf-8"), "lxml")
    assert len(soup.find_all("h1")) == 1
    assert soup.html
    assert str(soup.html["lang"]).startswith("en")
    assert soup.title
    assert soup.title.get_text(strip=True)
    assert soup.find("meta", attrs={"name": "viewport"})
