"""The whole site as one archive: unpacked, its pages read and search from a folder, and its calculators are files."""

from __future__ import annotations

import json
import re
import shutil
import time
import zipfile
from collections.abc import Collection, Iterator
from io import BytesIO
from pathlib import Path
from urllib.parse import urlsplit

from selectolax.lexbor import LexborHTMLParser

from site_build.alone.page import held_sheet
from site_build.alone.scripts import HERE, scripts
from site_build.kept import CACHE, key_of, key_of_files, tidy, write_whole
from site_build.writing.keeping import ARCHIVE, ARCHIVED, UNKNOWN, megabytes
from site_build.writing.site import SCRIPTS, TAKEN

NAME = "site.zip"
LEFT_OUT = re.compile(
    rf"{TAKEN}/{NAME}|404\.html|offline\.json|service-worker\.js|manifest\.json|_headers|assets/(browser|python|scripts)/.*"
    r"|assets/images/icon-.*|.*\.(br|gz)"
)
"""What a host or a browser with a network needs, and what is written anew."""

HELD = re.compile(r"assets/(search|paragraphs/.*)\.json")
"""What pages fetch: from a folder it has to come as a script."""

DROPPED = {"offline.js", "here.js"}
FIRST = "in-folder.js"
LOADED = re.compile(rf'<script[^>]*\bsrc="([^"]*){SCRIPTS}/[0-9a-f]+/([\w-]+\.js)"[^>]*></script>')
PRELOADED = re.compile(r'<link rel="(?:preload|manifest|apple-touch-icon)"[^>]*>\s*')
LINK = re.compile(r'(<a\b[^>]*\bhref=")([^"]+)"')
MOVED = re.compile(r'(<script type="application/json" id="moved">)(.*?)(</script>)', re.DOTALL)
POLICY = re.compile(r'(<meta http-equiv="Content-Security-Policy" content=")[^"]*"')
ALLOWED = (
    "default-src 'none'; script-src 'self' file:; style-src 'self' file:; img-src 'self' file: data:; "
    "font-src data:; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types held"
)
ONLY_ON_A_HOST = 'link[rel=modulepreload], script[src*="assets/browser/"], .calc-cases, case-table'
INSTEAD = (
    '<p class="calc-notice">Here each calculator is a file of its own. <a href="{}">Open this calculator</a>: '
    "it answers without a network.</p>"
)
CASE = re.compile(r"^(?:\.\./)*(?:calculators/)?([a-z-]+)/#(.*=.*)$")
OFFERED = re.compile(r'<p><a id="site-zip".*?</p>', re.DOTALL)
ROOM = "archives"
EPOCH = (1980, 1, 1, 0, 0, 0)


def write_archive(out: Path) -> None:
    """Write `take`/site.zip, and say on the pages that offer it how large it is."""
    target = out / TAKEN / NAME
    shutil.copyfile(_kept(out), target)
    size = megabytes(target.stat().st_size)
    for page in out.rglob("*.html"):
        if page.parent != target.parent and ARCHIVE in (text := page.read_text(encoding="utf-8")):
            depth = len(page.relative_to(out).parts) - 1
            address = "../" * depth + f"{TAKEN}/{NAME}"
            write_whole(
                page, text.replace(ARCHIVE, address).replace(ARCHIVED.format(UNKNOWN), ARCHIVED.format(size))
            )


def _kept(out: Path) -> Path:
    """The archive, made once for all that goes into it."""
    started = time.time()
    used = [*_held(out), *sorted((out / SCRIPTS).rglob("*.js"))]
    of_site = (part for file in used for part in (file.relative_to(out).as_posix(), file.read_bytes()))
    file = CACHE / ROOM / key_of(key_of_files(HERE), *of_site)
    if not file.exists():
        file.parent.mkdir(parents=True, exist_ok=True)
        held = BytesIO()
        with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
            for path, content in _files(out):
                archive.writestr(zipfile.ZipInfo(f"site/{path}", EPOCH), content, zipfile.ZIP_DEFLATED)
        part = file.with_suffix(".part")
        part.write_bytes(held.getvalue())
        part.replace(file)
    file.touch()
    tidy((ROOM,), since=started)
    return file


def _held(out: Path) -> list[Path]:
    """The site's files that go into the archive, some of them as something else."""
    files = (file for file in sorted(out.rglob("*")) if file.is_file())
    return [file for file in files if not LEFT_OUT.fullmatch(file.relative_to(out).as_posix())]


def _files(out: Path) -> Iterator[tuple[str, bytes | str]]:
    """What the archive holds, by path, in order."""
    names: dict[str, None] = {}
    taken = {file.stem for file in (out / TAKEN).glob("*.html")}
    for file in _held(out):
        path = file.relative_to(out).as_posix()
        if HELD.fullmatch(path):
            yield f"{path}.js", f"held[{json.dumps(path)}] = {file.read_text(encoding='utf-8').strip()};\n"
        elif file.suffix == ".html" and file.parent.name != TAKEN:
            html = file.read_text(encoding="utf-8")
            names |= dict.fromkeys(name for _, name in LOADED.findall(html))
            yield path, _from_a_folder(path, html, taken)
        elif file.suffix == ".css":
            yield path, held_sheet(file)
        elif file.suffix != ".woff2":
            yield path, file.read_bytes()
    (of_pages,) = (out / SCRIPTS).iterdir()
    wholes = {name: [of_pages / name] for name in names if name not in DROPPED}
    for name, code in scripts({FIRST: [HERE / "in_folder.js"], **wholes}).items():
        yield f"{SCRIPTS}/{name}", f"{code}\n"


def _from_a_folder(path: str, html: str, taken: Collection[str]) -> str:
    """A page whose links name files, and whose scripts are no modules; `taken` are the calculators that are files."""
    html = OFFERED.sub("<p>These pages are that archive.</p>", html)
    html = PRELOADED.sub("", POLICY.sub(lambda found: f'{found[1]}{ALLOWED}"', html))
    if "<calculator-form" in html and Path(path).parent.name in taken:
        html = _without_form(path, html)
    html = LOADED.sub(_script, html)
    html = MOVED.sub(_named, html)
    return LINK.sub(lambda found: f'{found[1]}{_page(path, found[2], taken)}"', html)


def _script(found: re.Match[str]) -> str:
    base, name = found.groups()
    if name in DROPPED:
        return ""
    if name == "scheme.js":
        return "".join(f'<script src="{base}{SCRIPTS}/{each}"></script>' for each in (FIRST, name))
    return f'<script defer src="{base}{SCRIPTS}/{name}"></script>'


def _named(found: re.Match[str]) -> str:
    places = {name: _file(address) for name, address in json.loads(found[2]).items()}
    return f"{found[1]}{json.dumps(places, ensure_ascii=False).replace('</', '<\\/')}{found[3]}"


def _page(path: str, href: str, taken: Collection[str]) -> str:
    """Where a link leads from a folder: a case that opens in a form, to the form's own file."""
    case = CASE.fullmatch(href)
    if case and case[1] in taken:
        return "../" * path.count("/") + f"{TAKEN}/{case[1]}.html#{case[2]}"
    return _file(href)


def _file(href: str) -> str:
    if urlsplit(href).scheme or href.startswith("#"):
        return href
    address, mark, anchor = href.partition("#")
    if address.endswith("/"):
        address += "index.html"
    elif address.rpartition("/")[2] in {".", ".."}:
        address += "/index.html"
    return address + mark + anchor


def _without_form(path: str, html: str) -> str:
    tree = LexborHTMLParser(html)
    for node in tree.css(ONLY_ON_A_HOST):
        node.decompose()
    file = "../" * path.count("/") + f"{TAKEN}/{path.split('/')[1]}.html"
    for form in tree.css("calculator-form"):
        notice = LexborHTMLParser(INSTEAD.format(file)).css_first("p")
        assert notice is not None
        form.replace_with(notice)
    return tree.html or html
