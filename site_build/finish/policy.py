"""The content policy of each page: only what stands on this site may run, load or be sent to."""

from __future__ import annotations

import base64
import hashlib

from site_build.finish.built import BuiltPage, PageError, value

REFERRER = "no-referrer"
BASE = {
    "default-src": ["'none'"],
    "script-src": ["'self'"],
    "style-src": ["'self'"],
    "img-src": ["'self'", "data:"],
    "font-src": ["'self'"],
    "connect-src": ["'self'"],
    "manifest-src": ["'self'"],
    "base-uri": ["'none'"],
    "form-action": ["'none'"],
    "require-trusted-types-for": ["'script'"],
}
TRUSTED = {
    "[data-keep]": "offline",
    "calculator-form": "rendered worker",
    "script:not([src]):not([type='application/json'])": "moved",
}
"""By element: the names under which a page that holds it may make HTML, or addresses of scripts, of text."""


def hash_of(text: str) -> str:
    """An inline script's or style's hash, as the policy writes it."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def policy_for(page: BuiltPage) -> str:
    """The page's policy; WebAssembly and the worker's one-line blob are let in only where a calculator needs them."""
    rules = {name: list(sources) for name, sources in BASE.items()}
    for script in page.everywhere("script:not([src])"):
        if value(script, "type") != "application/json":
            rules["script-src"].append(hash_of(script.text()))
    for style in page.everywhere("style"):
        rules["style-src"].append(hash_of(style.text()))
    if page.tree.css_first("calculator-form"):
        rules["script-src"].append("'wasm-unsafe-eval'")
        rules["worker-src"] = ["'self'", "blob:"]
    rules["trusted-types"] = [used for tag, used in TRUSTED.items() if page.tree.css_first(tag)] or ["'none'"]
    return "; ".join(f"{name} {' '.join(sources)}" for name, sources in rules.items())


def add_policy(page: BuiltPage) -> None:
    """Put the policy before anything that loads; `PageError` where the page holds what no policy would let run."""
    for tag in page.everywhere("*"):
        found = [name for name in tag.attributes if name.startswith("on") or name == "style"]
        if found:
            raise PageError(
                f"{page.name}: <{tag.tag}> carries '{', '.join(found)}', which the policy forbids"
            )
    charset = page.tree.css_first("meta[charset]")
    if charset is None:
        raise PageError(f"{page.name}: no character set is named")
    policy = {"http-equiv": "Content-Security-Policy", "content": policy_for(page)}
    # A host may say it for all pages in a header; where it says nothing, the page does.
    charset.insert_after(page.new("meta", {"name": "referrer", "content": REFERRER}), move=True)
    charset.insert_after(page.new("meta", policy), move=True)
