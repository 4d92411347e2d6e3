"""Where the browser for the tests is. `python -m tests.chromium` makes sure that there is one."""

import os
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
ON_A_MAC = (
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
)
# The first two, for the address bar, cost each window two pages of their own. The rest is Playwright's own list of
# what calls home or disturbs a test: this flag takes the place of Playwright's.
WITHOUT = (
    "WebUIOmniboxPopup",
    "WebUIOmniboxAimPopup",
    "AimEnabled",
    "AvoidUnnecessaryBeforeUnloadCheckSync",
    "DestroyProfileOnBrowserClose",
    "HttpsFirstBalancedModeAutoEnable",
    "HttpsUpgrades",
    "LensOverlay",
    "MediaRouter",
    "NetworkTimeServiceQuerying",
    "OptimizationHints",
    "PaintHolding",
    "PreconnectToSearch",
    "ThirdPartyStoragePartitioning",
)
# Without the middle three the browser calls home at every start.
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--hide-scrollbars",
    f"--disable-features={','.join(WITHOUT)}",
)
# A test starts Python, asks it little and ends: to optimise its code costs more than it saves. Not for measuring.
SHORT_LIVED = ("--js-flags=--liftoff-only",)


def find() -> str | None:
    """The browser's path: the variable CHROMIUM where it is set, else the first one found."""
    named = [os.environ["CHROMIUM"]] if os.environ.get("CHROMIUM") else list(NAMES)
    found = [path for name in named if (path := shutil.which(name))]
    found += [path for path in ON_A_MAC if Path(path).exists()]
    return found[0] if found else None


@cache
def version() -> str:
    """What the browser calls itself: name and version; nothing where there is none."""
    path = find()
    if not path:
        return ""
    done = subprocess.run([path, "--version"], capture_output=True, text=True, check=False)
    return done.stdout.strip()


def install() -> None:
    """Install Debian's Chromium where this process may do so."""
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        return
    print("No browser found: installing Debian's chromium", flush=True)
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    for words in (["update"], ["install", "-y", "--no-install-recommends", "chromium"]):
        subprocess.run(["apt-get", "-q", *words], check=False, stdout=subprocess.DEVNULL, env=environment)


def main() -> int:
    """Find or install the browser; exit 1 with words where neither can be done."""
    if not find():
        install()
    if find():
        return 0
    print("The browser tests need Chromium or Chrome: install one, or name it in the variable CHROMIUM.")
    return 1


if __name__ == "__main__":
    sys.exit(main())
