"""`python -m site_build [build|serve]`: write the static site, or show it and every change in its sources."""

import argparse
from pathlib import Path


def main() -> int:
    """Build the site once; with `serve`, answer requests and follow the sources until interrupted."""
    parser = argparse.ArgumentParser(prog="python -m site_build", description=__doc__)
    parser.add_argument("command", nargs="?", choices=["build", "serve"], default="build")
    parser.add_argument(
        "--out", type=Path, default=Path("site"), help="folder that `build` writes (default: site)"
    )
    parser.add_argument(
        "--port", type=int, default=8000, help="port of `serve` (default: 8000; 0 takes a free one)"
    )
    options = parser.parse_args()
    # Imported here: the processes that work for `serve` read this file too, and load what changed by themselves.
    if options.command == "serve":
        from site_build.watch.serve import serve

        serve(options.port)
    else:
        from site_build.build import build_site

        build_site(options.out)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
