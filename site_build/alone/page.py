"""A calculator's page as one file: its styles, fonts and scripts inside it, and nothing that leads out."""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urljoin

from selectolax.lexbor import LexborHTMLParser, LexborNode

from site_build.finish.policy import hash_of

ROOT = "/"
ELSEWHERE = (
    *("nav", "footer", ".foot", ".skip", ".neighbours", "#search-open", ".menu", "#search-dialog", "#moved"),
    *("link", "script", "meta[http-equiv]", "meta[name=referrer]", "meta[name=theme-color]", "[data-keep]"),
    *("[data-take-along]", "meta[name=application-name]", "meta[name^=apple]", ".status a"),
    ".calc-around__way:has([data-link])",
)
"""What only a page of the site has: the way to others, what is fetched for it, and links to it."""

SAID = (
    '<p class="status"><span>This is one calculator of {}, as a file. It answers without a '
    "network, and what you type stays on this machine. What leads to other pages on the site is plain text here.</span>"
    "</p>"
)

NOWHERE = ".tip a{display:none}"
"""A paragraph’s words are here, and its page is not."""

URL = re.compile(r'url\((["\']?)([^)"\']+)\1\)')
TYPES = {".woff2": "font/woff2", ".svg": "image/svg+xml", ".png": "image/png"}


@dataclass(frozen=True, slots=True)
class Part:
    """A file that the worker asks for: its address from the site's root, its type, and its bytes in base64."""

    address: str
    type: str
    packed: bool
    text: str


def one_file(
    page: Path, site: Path, scripts: dict[str, str], parts: Iterable[Part], words: dict[str, str]
) -> str:
    """The whole file. `scripts` are by name: `first` before anything is seen, `page` and `worker`; `words` are JSON."""
    tree = LexborHTMLParser(page.read_text(encoding="utf-8"))
    (sheet,) = tree.css("link[rel=stylesheet]")
    (named,) = tree.css("meta[name=application-name]")
    said = SAID.format(named.attributes["content"])
    styles = held_sheet(page.parent / str(sheet.attributes["href"])) + NOWHERE
    for selector in ELSEWHERE:
        for node in tree.css(selector):
            node.decompose()
    address = f"{ROOT}{page.parent.relative_to(site).as_posix()}/"
    for link in tree.css("a[href]"):
        _kept_in(link, address)
    head = "".join(_head(styles, scripts))
    body = "".join(_body(scripts, parts, words))
    html = (tree.html or "").replace('<p class="status">', f'{said}<p class="status">', 1)
    return html.replace('<meta charset="utf-8">', f'<meta charset="utf-8">{head}', 1).replace(
        "</body>", f"{body}</body>", 1
    )


def _kept_in(link: LexborNode, address: str) -> None:
    """A citation keeps what it cites, which is shown in its place; of any other link that leads out the words stay."""
    href = str(link.attributes["href"])
    if href.startswith("#"):
        return
    classes = (link.attributes.get("class") or "").split()
    if "cite" in classes or "top__name" in classes:
        link.attrs["href"] = "#" + (ROOT if "top__name" in classes else urljoin(address, href))
    else:
        link.unwrap()


def held_sheet(sheet: Path) -> str:
    """The style sheet with all that it loads inside it."""

    def inside(found: re.Match[str]) -> str:
        address = found[2]
        if address.startswith(("data:", "#")):
            return found[0]
        file = sheet.parent / address
        return f'url("data:{TYPES[file.suffix]};base64,{base64.b64encode(file.read_bytes()).decode()}")'

    return URL.sub(inside, sheet.read_text(encoding="utf-8"))


def _head(styles: str, scripts: dict[str, str]) -> Iterator[str]:
    runs = " ".join(hash_of(scripts[name]) for name in ("first", "page"))
    policy = {
        "default-src": "'none'",
        "script-src": f"{runs} blob: 'wasm-unsafe-eval'",
        "worker-src": "blob:",
        "style-src": hash_of(styles),
        "img-src": "data:",
        "font-src": "data:",
        "base-uri": "'none'",
        "form-action": "'none'",
        "require-trusted-types-for": "'script'",
        "trusted-types": "rendered worker file",
    }
    content = "; ".join(f"{name} {value}" for name, value in policy.items())
    yield f'<meta http-equiv="Content-Security-Policy" content="{content}">'
    yield '<meta name="referrer" content="no-referrer">'
    yield f"<style>{styles}</style><script>{scripts['first']}</script>"


def _body(scripts: dict[str, str], parts: Iterable[Part], words: dict[str, str]) -> Iterator[str]:
    yield f'<script type="text/plain" data-held="worker">{scripts["worker"]}</script>'
    for paper, text in words.items():
        # As JSON, it says the same.
        safe = json.dumps(json.loads(text), ensure_ascii=False).replace("</", "<\\/")
        yield f'<script type="text/plain" data-held="paragraphs/{paper}">{safe}</script>'
    for part in parts:
        packed = " data-packed" * part.packed
        facts = f'data-part="{part.address}" data-type="{part.type}"{packed}'
        yield f'<script type="text/plain" {facts}>{part.text}</script>'
    # Last, when all that it needs is there.
    yield f"<script>{scripts['page']}</script>"
