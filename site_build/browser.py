"""Our browser modules as they are published: without the comments and indents that only a developer reads."""

from __future__ import annotations

from pathlib import Path

COMMENT = ("//", "/*", "*")


def lean(source: str) -> str:
    """The module's lines of code. A comment of its own lines goes; no text of ours spans lines."""
    lines = (line.strip() for line in source.splitlines())
    return "".join(f"{line}\n" for line in lines if line and not line.startswith(COMMENT))


def write_modules(sources: Path, target: Path) -> None:
    """Write each module of `sources` to `target`."""
    target.mkdir(parents=True, exist_ok=True)
    for module in sorted(sources.glob("*.js")):
        text = module.read_text(encoding="utf-8")
        (target / module.name).write_text(lean(text), encoding="utf-8")
