"""What may be kept for reading without a network: a list that is whole and right, sizes, the worker, installing."""

import gzip
import hashlib
import json
import re
import shutil
import struct
from base64 import b64encode
from pathlib import Path
from urllib.parse import urljoin, urlsplit

from site_build.hosting.headers import ASKED_AGAIN, BY_HASH, TYPES, keeping
from site_build.hosting.settings import SERVERS, settings
from site_build.publish.install import ICONS, IMAGES, MANIFEST
from site_build.publish.offline import (
    KINDS,
    LEFT_OUT,
    LIST,
    OFFLINE_PAGE,
    WORKER,
    listed,
    sizes,
    write_offline,
)
from site_build.writing.site import TAKEN
from tests.health.test_budgets import imported
from tests.support.built import built_pages
from tests.support.every import every
from tests.support.offline import listed as told_of
from tests.support.pages import NOT_FOUND, calculator_paths, file_of
from tests.support.released import modules, scripts

READING_AT_MOST = 6_000_000
STYLE_LOADS = re.compile(r"url\(([^)]+)\)")


def test_the_list_has_every_file_but_those_left_out_on_purpose(site: Path) -> None:
    files = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    found = {file_of(path) if path == "" or path.endswith("/") else path for path in told_of(site)}
    assert found == {name for name in files if not LEFT_OUT.fullmatch(name)}
    assert {LIST, WORKER, NOT_FOUND, "_headers"} <= files - found


def test_each_hash_and_weight_is_that_of_the_file(site: Path) -> None:
    for path, (hashed, weight, _) in every(told_of(site).items()):
        content = (site / (file_of(path) if path == "" or path.endswith("/") else path)).read_bytes()
        assert hashed == b64encode(hashlib.sha256(content).digest()[:12]).decode(), path
        assert 0 < weight <= max(len(content), 100), path
    path, (_, weight, _) = next(iter(told_of(site).items()))
    assert weight == len(gzip.compress((site / file_of(path)).read_bytes(), 6))


def test_what_a_kept_page_needs_is_kept_with_it(site: Path) -> None:
    """Every address on this site that a page, its style or its scripts load or lead to."""
    kept = {path for path, (*_, part) in told_of(site).items() if part in KINDS["reading"]}
    for page in built_pages(site):
        if page.path == NOT_FOUND:
            continue
        for attribute in ("href", "src"):
            for link in page.tree.xpath(f"//@{attribute}"):
                address = page.leads_to(link)[0].partition("?")[0]
                if (
                    urlsplit(address).scheme in {"http", "https", "mailto", "data"}
                    or address == "sbom.cdx.json"
                    # What is taken away is asked for by whoever wants it, with a network.
                    or address.startswith(f"{TAKEN}/")
                ):
                    continue
                assert address in kept or address.endswith("icon-apple.png"), (page.path, link)
    (sheet,) = (site / "assets/stylesheets").glob("*.css")
    for link in every(STYLE_LOADS.findall(sheet.read_text(encoding="utf-8"))):
        if not link.strip("\"'").startswith(("data:", "#")):
            assert urljoin("assets/stylesheets/", link.strip("\"'")) in kept, link
    for module in every(imported({*scripts(site).glob("*.js"), *modules(site).glob("form/*.js")})):
        assert module.relative_to(site.resolve()).as_posix() in kept


def test_what_a_calculator_runs_is_listed_as_such(site: Path) -> None:
    files = told_of(site)
    python = {path: part for path, (*_, part) in files.items() if path.startswith("assets/python/")}
    (manifest,) = (site / "assets/python").glob("manifest-*.json")
    bundle = json.loads(manifest.read_text(encoding="utf-8"))
    at_once = {f"{name}.bin" if facts.get("packed") else name for name, facts in bundle["files"].items()}
    assert {path for path, part in python.items() if part == "k"} == {
        f"assets/python/{name}.bin" for name in every(bundle["parts"])
    }
    own = json.loads((site / LIST).read_text(encoding="utf-8"))["calculators"]
    assert set(own) == set(calculator_paths())
    assert {path for paths in own.values() for path in paths} <= set(files)
    assert {path for path, part in python.items() if part == "c"} == {
        f"assets/python/{name}" for name in {*at_once, manifest.name}
    }
    assert {path for path, part in python.items() if part == "x"} == {
        f"assets/python/{name}.bin" for name in bundle["later"]
    }
    assert all(files[path][2] == "p" for path in calculator_paths())


def test_every_button_says_what_it_keeps(site: Path) -> None:
    found = listed(site)
    reading, everything = (sizes(found, kind) for kind in ("reading", "everything"))
    assert 1_000_000 < reading[0] < READING_AT_MOST
    assert reading[0] < everything[0]
    size, room = (f"{count / 1e6:.1f} MB" for count in reading)
    for page in built_pages(site):
        (box,) = page.tree.xpath("//footer//div[@data-keep]")
        assert box.get("data-keep") == "reading"
        assert box.get("data-room") == room
        assert box.get("hidden") is not None
        assert box.xpath("string(button)") == f"Keep for reading without a network: {size}", page
        for other in page.tree.xpath("//div[@data-keep]"):
            assert [tag.tag for tag in other] == ["button"], page


def test_the_same_site_gives_the_same_list_and_another_page_another_version(
    site: Path, tmp_path: Path
) -> None:
    copy = tmp_path / "copy"
    shutil.copytree(site, copy)
    before = (copy / LIST).read_bytes()
    write_offline(copy)
    assert (copy / LIST).read_bytes() == before == (site / LIST).read_bytes()
    page = copy / "about/index.html"
    page.write_text(
        page.read_text(encoding="utf-8").replace("</main>", "<p>More.</p></main>"), encoding="utf-8"
    )
    write_offline(copy)
    first, second = (json.loads(text) for text in (before, (copy / LIST).read_bytes()))
    assert first["version"] != second["version"]
    assert {path for path in first["files"] if first["files"][path] != second["files"][path]} == {"about/"}


def test_no_host_keeps_the_worker_or_the_list(site: Path) -> None:
    for name in (WORKER, LIST, MANIFEST):
        assert (site / name).is_file()
        assert keeping(name) == ASKED_AGAIN
    assert len((site / WORKER).read_bytes()) < 6_000
    for server in SERVERS:
        assert WORKER not in settings(server)


def test_the_site_can_be_installed_at_any_address(site: Path) -> None:
    held = json.loads((site / MANIFEST).read_text(encoding="utf-8"))
    assert held["name"] == "Commissioning Worked Out"
    assert len(held["short_name"]) <= 12
    assert {held[name] for name in ("start_url", "scope", "id")} == {"./"}
    assert held["display"] in {"standalone", "minimal-ui"}
    assert {icon["purpose"] for icon in held["icons"]} == {"any", "maskable"}
    for icon in held["icons"]:
        assert "://" not in icon["src"]
        assert not icon["src"].startswith("/")
        assert icon["sizes"] == "{}x{}".format(*dimensions(site / icon["src"]))
    assert {size for _, size, purpose in ICONS if purpose == "any"} == {192, 512}
    assert dimensions(site / IMAGES / "icon-apple.png") == (180, 180)
    assert TYPES[".png"] == "image/png"


def dimensions(file: Path) -> tuple[int, int]:
    """Width and height of a PNG, from its head."""
    head = file.read_bytes()[:24]
    assert head[:8] == b"\x89PNG\r\n\x1a\n"
    width, height = struct.unpack(">II", head[16:24])
    return int(width), int(height)


def test_the_colours_of_the_browsers_bar_are_those_of_the_page(site: Path) -> None:
    tokens = (Path(__file__).parents[2] / "docs/assets/stylesheets/tokens.css").read_text(encoding="utf-8")
    paper = re.search(r"--paper: light-dark\((#\w+), (#\w+)\)", tokens)
    assert paper
    for page in built_pages(site):
        shown = page.tree.xpath("//meta[@name='theme-color']")
        assert {tag.get("media"): tag.get("content") for tag in shown} == {
            "(prefers-color-scheme: light)": paper[1],
            "(prefers-color-scheme: dark)": paper[2],
        }
        assert page.policy["manifest-src"] == ["'self'"]


def test_the_scripts_the_worker_and_the_build_agree_on_names() -> None:
    """Each is loaded by itself, so that what they share stands in each."""
    root = Path(__file__).parents[2]
    keep, store = (
        (root / "docs/assets/scripts" / name).read_text(encoding="utf-8") for name in ("keep.js", "store.js")
    )
    worker = (root / "browser/offline" / WORKER).read_text(encoding="utf-8")
    assert f'"{WORKER}"' in keep
    addressed = re.search(r"ADDRESSED = (/.+/);", store)
    assert addressed
    assert f"ADDRESSED = {addressed[1]};" in worker
    pattern = addressed[1].removeprefix("/").removesuffix("/").replace("\\/", "/")
    assert all(re.match(pattern, f"{folder}/") for folder in BY_HASH)
    assert "`kept 1 ${root.pathname} `" in store
    assert "`${FORMAT}1 ${ROOT.pathname} `" in worker
    assert f'OFFLINE = "{OFFLINE_PAGE}"' in worker
    for kind, letters in (("READING", KINDS["reading"]), ("EVERYTHING", KINDS["everything"])):
        found = re.search(rf'{kind} = "(\w+)"', store)
        assert found
        assert set(found[1]) == letters
