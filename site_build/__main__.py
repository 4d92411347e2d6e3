"""`python -m site_build [build|serve|new|hosting]`: write the site, show its changes, lay out new parts, set hosts up.

Each command is imported when it is asked for: the processes that work for `serve` read this file too, and load what
has changed by themselves.
"""

import argparse
import sys
from pathlib import Path

from calculators.records.folders import SITE


def main() -> int:
    """Build the site once; with `serve`, follow the sources until interrupted; the others have options of their own."""
    if sys.argv[1:2] == ["new"]:
        from site_build.specimens.lay import main as lay_out

        return lay_out(sys.argv[2:])
    if sys.argv[1:2] == ["hosting"]:
        from site_build.hosting.settings import main as tell

        return tell(sys.argv[2:])
    parser = argparse.ArgumentParser(prog="python -m site_build", description=__doc__)
    parser.add_argument("command", nargs="?", choices=["build", "serve", "new", "hosting"], default="build")
    parser.add_argument(
        "--out", type=Path, default=Path("site"), help="folder that `build` writes (default: site)"
    )
    parser.add_argument(
        "--config",
        type=Path,
        default=SITE / "mkdocs.yml",
        help="the generator’s settings (default: mkdocs.yml)",
    )
    parser.add_argument(
        "--port", type=int, default=8000, help="port of `serve` (default: 8000; 0 takes a free one)"
    )
    options = parser.parse_args()
    if options.command == "serve":
        from site_build.watch.serve import serve

        serve(options.port, options.config)
    else:
        from site_build.build import build_site

        build_site(options.out, options.config)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
