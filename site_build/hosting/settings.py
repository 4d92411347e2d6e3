"""The same for other hosts: the file `_headers`, which some read, and settings to start from for three servers."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from site_build.hosting.headers import ALWAYS, ASKED_AGAIN, BY_HASH, KEPT, PACKS, TYPES, UNKNOWN
from site_build.writing.templating import environment

SERVERS = ("apache", "caddy", "nginx")


def write_headers(out: Path) -> None:
    """Write `_headers`, as Netlify, Cloudflare Pages and others read it."""
    (out / "_headers").write_text(settings("headers"), encoding="utf-8")


def settings(server: str) -> str:
    """The settings for one of `SERVERS`, to be put in place by hand."""
    types = {suffix.removeprefix("."): kind.partition(";")[0] for suffix, kind in TYPES.items()}
    return (
        environment()
        .get_template(f"hosting/{server}.jinja")
        .render(
            types=types,
            spelt=[kind for kind in types.values() if kind.startswith("text/")],
            unknown=UNKNOWN,
            packs=[kind for suffix, kind in types.items() if f".{suffix}" in PACKS],
            always=ALWAYS,
            folders=BY_HASH,
            kept=KEPT,
            again=ASKED_AGAIN,
        )
    )


def main(arguments: Sequence[str]) -> int:
    """Print the settings that are asked for."""
    parser = argparse.ArgumentParser(prog="python -m site_build hosting", description=__doc__)
    parser.add_argument("server", choices=SERVERS)
    print(settings(parser.parse_args(arguments).server), end="")
    return 0
