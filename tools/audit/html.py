"""Every page of a built site through the Nu HTML checker, in one run of Java."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

JAR = Path(__file__).with_name("node_modules") / "vnu-jar" / "build" / "dist" / "vnu.jar"
# A file has no origin, so the checker takes all that a page loads for refused by its own policy. The browser tests see
# what is really refused.
PASSED_OVER = ".*Content Security Policy.*"


def java() -> str | None:
    """Java's path; None where it is not here."""
    found = shutil.which("java")
    # A Mac has a `java` that only says where to get one.
    works = found and subprocess.run([found, "-version"], capture_output=True, check=False).returncode == 0
    return found if works else None


def complaints(site: Path, runtime: str) -> list[str]:
    """Every error and warning of the checker, one line each."""
    options = ["--format", "json", "--stdout", "--exit-zero-always", "--skip-non-html"]
    command = [runtime, "-Xss4m", "-jar", str(JAR), *options, "--filterpattern", PASSED_OVER, str(site)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    root = f"file:{site}/"
    return [
        f"{told['url'].removeprefix(root)}:{told.get('lastLine', 0)} {told['message']}"
        for told in json.loads(done.stdout)["messages"]
    ]
