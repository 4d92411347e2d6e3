"""The built bundle's Python, answering cases under Node."""

import json
import subprocess
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from calculators.engine.registry import ids

type Ask = Callable[[str, dict[str, str]], str]

HARNESS = Path(__file__).with_name("in_pyodide.mjs")


def start(python: Path, *calculators: str) -> subprocess.Popen[str]:
    """Node with the bundle in the folder `python`, all of it or what these rest on, waiting for a case a line."""
    command = ["node", str(HARNESS), str(python), *calculators]
    return subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8"
    )


def asking(process: subprocess.Popen[str]) -> Ask:
    """A function from a calculator's id and a case to the door's reply, as JSON text."""

    def ask(calculator: str, case: dict[str, str]) -> str:
        assert process.stdin
        assert process.stdout
        process.stdin.write(json.dumps({"calculator": calculator, "case": case}) + "\n")
        process.stdin.flush()
        reply = process.stdout.readline().rstrip("\n")
        assert reply, "Python under Node has stopped; its last words are above"
        return reply

    return ask


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the tests that start the browser's Python, so that a quick run can leave them out."""
    for item in items:
        if isinstance(item, pytest.Function) and "in_pyodide" in item.fixturenames:
            item.add_marker("pyodide")


@pytest.fixture(scope="session")
def in_pyodide(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ask]:
    """The reply of the core as the reader's browser gets it: the same runtime, library and wheels.

    Each calculator answers from its own parts, as on its page, and none of another is there.
    """
    # Imported here: the cases alone need nothing of the build, and run where only the core's packages are.
    from site_build.bundle.assemble import build_bundle

    out = tmp_path_factory.mktemp("bundle")
    build_bundle(out)
    with ExitStack() as running:
        asked: dict[str, Ask] = {}

        def ask(calculator: str, case: dict[str, str]) -> str:
            page = calculator if calculator in ids() else ids()[0]
            if page not in asked:
                process = running.enter_context(start(out / "assets" / "python", page))
                running.callback(process.kill)
                asked[page] = asking(process)
            return asked[page](calculator, case)

        yield ask
