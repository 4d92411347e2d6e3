"""Every built page is valid HTML and carries a policy that lets nothing in that we did not write."""

import json
import os
import re
import subprocess
from pathlib import Path

from tests.support import kept
from tests.support.built import built_pages, own_pages
from tests.support.pages import NOT_FOUND, ROOT, all_paths, page_paths, pages_of

TOOL = ROOT / "node_modules" / "html-validate"
SETTINGS = ROOT / "tests" / "site" / "htmlvalidate.json"
# What our settings must find, one fault a line: without this, a setting that finds nothing would go unseen.
FAULTY = {
    "no-dup-id": '<p id="a">x</p><p id="a">y</p>',
    "no-missing-references": '<p aria-describedby="gone">x</p>',
    "heading-level": "<h1>x</h1><h3>y</h3>",
    "element-permitted-content": "<p><span><div>x</div></span></p>",
    "wcag/h37": '<img src="a.png">',
}


def problems(files: list[Path], report: Path) -> list[tuple[Path, int, str, str]]:
    """What html-validate finds, with its recommended and standard rules: file, line, rule and words.

    Style alone is left to the writer of the HTML.
    """
    command = ["node", str(TOOL / "bin" / "html-validate.mjs"), "--config", str(SETTINGS)]
    command += ["--formatter", f"json={report}", *map(str, files)]
    environment = os.environ | {"PATH": f"{ROOT / '.venv' / 'bin'}{os.pathsep}{os.environ['PATH']}"}
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment)
    assert report.is_file(), done.stdout + done.stderr
    found = [
        (Path(one["filePath"]), m["line"], m["ruleId"], m["message"])
        for one in json.loads(report.read_text(encoding="utf-8"))
        for m in one["messages"]
    ]
    assert bool(done.returncode) == bool(found), done.stderr
    return found


def test_each_file_in_docs_becomes_a_page_and_nothing_else_does_but_its_sections(site: Path) -> None:
    own = [address for path in page_paths() for address in own_pages(site, path)]
    assert own
    assert all_paths(site) == sorted([*page_paths(), *own, NOT_FOUND])


def test_every_page_is_valid_html(site: Path, tmp_path: Path) -> None:
    """A page that was valid is looked at again when it, the tool or its settings have changed."""
    tool = (TOOL / "package.json").read_text(encoding="utf-8") + SETTINGS.read_text(encoding="utf-8")
    files = {f"html-validate {file.relative_to(site)}": file for file in pages_of(site)}
    keys = {name: kept.hashed(tool, file.read_bytes()) for name, file in files.items()}
    changed = [name for name in files if not kept.passed(name, keys[name])]
    found = problems([files[name] for name in changed], tmp_path / "report.json") if changed else []
    for name in changed:
        if files[name] not in {file for file, *_ in found}:
            kept.keep(name, keys[name])
    shown = [f"{file.relative_to(site)}:{line} {rule}: {words}" for file, line, rule, words in found[:60]]
    assert not found, "\n".join(shown)


def test_html_that_is_not_valid_is_found(tmp_path: Path) -> None:
    for name, body in FAULTY.items():
        file = tmp_path / f"{name.replace('/', '-')}.html"
        file.write_text(
            f'<!DOCTYPE html><html lang="en"><head><title>t</title></head><body>{body}</body></html>'
        )
    found = problems(sorted(tmp_path.glob("*.html")), tmp_path / "report.json")
    rules = {(file.stem, rule) for file, _, rule, _ in found}
    assert {(name.replace("/", "-"), name) for name in FAULTY} <= rules


def test_every_pages_policy_lets_in_only_what_is_ours(site: Path) -> None:
    for page in built_pages(site):
        assert page.policy["default-src"] in (["'none'"], ["'self'"]), page
        assert "'self'" in page.policy["script-src"], page
        for source in page.policy["script-src"]:
            assert source in {"'self'", "'wasm-unsafe-eval'"} or source.startswith("'sha256-"), page
        everything = {source for sources in page.policy.values() for source in sources}
        assert everything.isdisjoint({"'unsafe-inline'", "'unsafe-eval'", "*", "https:", "http:"}), page
        assert not any(re.search(r"//|\.\w+$", source) for source in everything), page


def test_every_page_makes_no_html_of_text_but_where_it_must(site: Path) -> None:
    allowed: dict[str, int] = {}
    for page in built_pages(site):
        assert page.policy["require-trusted-types-for"] == ["'script'"], page
        names = " ".join(page.policy["trusted-types"])
        allowed[names] = allowed.get(names, 0) + 1
        assert (names == "offline rendered worker") == bool(page.tree.xpath("//calculator-form")), page
        assert (names == "offline moved") == (page.path == NOT_FOUND), page
    assert set(allowed) == {"offline", "offline rendered worker", "offline moved"}


# What a browser may fetch, or reach out for, before the reader asks for it. A preload is for the page itself.
UNASKED = {"next", "prev", "prefetch", "prerender", "dns-prefetch", "preconnect"}


def test_no_page_has_another_fetched_before_it_is_asked_for(site: Path) -> None:
    for page in built_pages(site):
        named = {word for rel in page.tree.xpath("//@rel") for word in rel.lower().split()}
        assert "stylesheet" in named, page
        assert named.isdisjoint(UNASKED), page


def test_every_page_says_that_no_address_is_passed_on(site: Path) -> None:
    for page in built_pages(site):
        assert page.tree.xpath("string(/html/head/meta[@name='referrer']/@content)") == "no-referrer", page


def test_every_page_has_one_heading_a_title_and_a_language(site: Path) -> None:
    for page in built_pages(site):
        assert len(page.tree.xpath("//h1")) == 1, page
        assert page.tree.get("lang").startswith("en"), page
        assert page.tree.xpath("normalize-space(/html/head/title)"), page
        assert page.tree.xpath("/html/head/meta[@name='viewport']"), page
