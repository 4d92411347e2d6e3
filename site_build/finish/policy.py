"""The content policy of each page: only what stands on this site may run, load or be sent to."""

from __future__ import annotations

import base64
import hashlib

from site_build.finish.built import BuiltPage, PageError

BASE = {
    "default-src": ["'none'"],
    "script-src": ["'self'"],
    "style-src": ["'self'"],
    "img-src": ["'self'", "data:"],
    "font-src": ["'self'"],
    "connect-src": ["'self'"],
    "base-uri": ["'none'"],
    "form-action": ["'none'"],
}


def hash_of(text: str) -> str:
    """An inline script's or style's hash, as the policy writes it."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def policy_for(page: BuiltPage) -> str:
    """The page's policy; WebAssembly and the worker's one-line blob are let in only where a calculator needs them."""
    rules = {name: list(sources) for name, sources in BASE.items()}
    for script in page.soup.select("script:not([src])"):
        if script.get("type") != "application/json":
            rules["script-src"].append(hash_of(script.string or ""))
    for style in page.soup.select("style"):
        rules["style-src"].append(hash_of(style.string or ""))
    if page.soup.select_one("calculator-form"):
        rules["script-src"].append("'wasm-unsafe-eval'")
        rules["worker-src"] = ["'self'", "blob:"]
    return "; ".join(f"{name} {' '.join(sources)}" for name, sources in rules.items())


def add_policy(page: BuiltPage) -> None:
    """Put the policy before anything that loads; `PageError` where the page holds what no policy would let run."""
    for tag in page.soup.find_all(True):
        handlers = [name for name in tag.attrs if name.startswith("on")]
        if handlers or "style" in tag.attrs:
            found = ", ".join(handlers or ["style"])
            raise PageError(
                f"{page.url or 'the first page'}: <{tag.name}> carries '{found}', which the policy forbids"
            )
    meta = page.soup.new_tag(
        "meta", attrs={"http-equiv": "Content-Security-Policy", "content": policy_for(page)}
    )
    charset = page.soup.select_one("meta[charset]")
    if charset is None:
        raise PageError(f"{page.url or 'the first page'}: no character set is named")
    charset.insert_after(meta)
