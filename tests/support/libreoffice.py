"""LibreOffice as a reader's spreadsheet: it opens files, and saves each as a workbook."""

import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path

SOFFICE = shutil.which("soffice")
AS_CSV = "CSV:44,34,76,1,,2057,false,true"
"""Commas, UTF-8, British English, and dates and percentages taken for what they look like, as a person's own would."""


def saved_by_libreoffice(files: Iterable[Path], target: Path, profile: Path) -> None:
    """Save each file, CSV or XLSX, into `target` as XLSX under the same stem; `profile` keeps its settings apart."""
    given = sorted(files)
    options = ["--infilter=" + AS_CSV] if given[0].suffix == ".csv" else []
    _convert("xlsx", options, given, target, profile)


def printed_by_libreoffice(files: Iterable[Path], target: Path, profile: Path) -> None:
    """Print each document into `target` as PDF under the same stem; `profile` keeps its settings apart."""
    _convert("pdf", [], sorted(files), target, profile)


def _convert(kind: str, options: list[str], files: list[Path], target: Path, profile: Path) -> None:
    command = [
        str(SOFFICE),
        f"-env:UserInstallation={profile.as_uri()}",
        "--headless",
        "--convert-to",
        kind,
    ]
    subprocess.run(
        [*command, *options, "--outdir", str(target), *map(str, files)],
        check=True,
        capture_output=True,
        timeout=300,
    )
    assert {path.stem for path in files} <= {path.stem for path in target.glob(f"*.{kind}")}
