"""No sentence of the project is a paper's own."""

import subprocess
import sys

import pytest

from tests.support.pages import ROOT

ORIGINALITY = ROOT.parent / "shared" / "tools" / "originality"


@pytest.mark.skipif(not ORIGINALITY.is_file(), reason="needs ../shared: the tool that knows the papers' text")
def test_no_sentence_is_copied_from_a_paper() -> None:
    command = [sys.executable, str(ORIGINALITY), "docs", "calculators"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
