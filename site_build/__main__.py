"""`python -m site_build [build|serve|new]`: write the static site, serve it, or lay out what is new in it."""

import argparse
import sys
from pathlib import Path

from site_build.build import CONFIG, build_site
from site_build.serve import serve
from site_build.specimens.lay import main as lay_out


def main() -> int:
    """Build the site; with `serve`, stay and answer requests until interrupted; `new` has options of its own."""
    if sys.argv[1:2] == ["new"]:
        return lay_out(sys.argv[2:])
    parser = argparse.ArgumentParser(prog="python -m site_build", description=__doc__)
    parser.add_argument("command", nargs="?", choices=["build", "serve", "new"], default="build")
    parser.add_argument("--out", type=Path, default=Path("site"), help="folder to write (default: site)")
    parser.add_argument(
        "--config", type=Path, default=CONFIG, help="the generator’s settings (default: mkdocs.yml)"
    )
    parser.add_argument("--port", type=int, default=8000, help="port of `serve` (default: 8000)")
    options = parser.parse_args()
    build_site(options.out, options.config)
    if options.command == "serve":
        serve(options.out, options.port)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
