"""No sentence of the project is a paper's own."""

import subprocess
import sys

from tests.support.pages import ROOT
from tests.support.shared import ORIGINALITY, needs_originality


@needs_originality
def test_no_sentence_is_copied_from_a_paper() -> None:
    command = [sys.executable, str(ORIGINALITY), "docs", "calculators"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
