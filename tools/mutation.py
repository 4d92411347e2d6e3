"""`make mutate`: change the calculations one place at a time, and see whether a test of the core notices.

mutmut makes the mutants and keeps what it found in `mutants/`, so a run that was stopped goes on where it was.
`pyproject.toml` says which code is mutated: what runs once, while a module is read, cannot be. A mutant that no test
can tell from the code is explained in `tests/mutation/survivors.toml`.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from mutmut.mutation.data import SourceFileMutationData
from mutmut.mutation.diff_apply import get_diff_for_mutant
from mutmut.stats import status_by_exit_code
from mutmut.utils.file_utils import walk_mutatable_files

ROOT = Path(__file__).resolve().parent.parent
SURVIVORS = ROOT / "tests" / "mutation" / "survivors.toml"
MUTMUT = Path(sys.executable).with_name("mutmut")
AIM = 95
FIRST = "calculators.values.bounds.*"
SURVIVED = {"survived", "no tests"}
UNTRIED = {"not checked", "check was interrupted by user"}
SKIPPED = next(code for code, status in status_by_exit_code.items() if status == "skipped")
LITERAL = re.compile(r"\"[^\"\n]*\"|'[^'\n]*'")
# What does nothing where the code is right: a guard against lists of two lengths, and a word to the type checker.
IDLE = re.compile(r"strict=(True|False|None)|,\s*(?=\))|(?<=\bcast\()[^,]+")


@dataclass(frozen=True, slots=True)
class Mutant:
    """One change to the code: the lines as they were and as they became."""

    file: str
    was: str
    now: str
    status: str

    @property
    def unjudged(self) -> bool:
        """Whether only a sentence for readers changed, or what does nothing: no test could find anything wrong."""
        return _that_counts(self.was) == _that_counts(self.now)


def mutants() -> list[Mutant]:
    """Every mutant of the last run, tried or not."""
    return [mutant for data in _by_file() for _, mutant in _of(data)]


def pass_over() -> None:
    """Leave the unjudged untried: they would take the longest, since every test passes with them."""
    for data in _by_file():
        for name, mutant in _of(data):
            if mutant.unjudged and mutant.status in UNTRIED:
                data.exit_code_by_key[name] = SKIPPED
        data.save()


def _by_file() -> Iterator[SourceFileMutationData]:
    for path in walk_mutatable_files():
        data = SourceFileMutationData(path=path)
        data.load()
        yield data


def _of(data: SourceFileMutationData) -> Iterator[tuple[str, Mutant]]:
    for name, code in [*data.exit_code_by_key.items()]:
        lines = get_diff_for_mutant(name, path=data.path).splitlines()[2:]
        was, now = ("\n".join(line[1:].strip() for line in lines if line.startswith(s)) for s in ("-", "+"))
        yield name, Mutant(str(data.path), was, now, status_by_exit_code[code])


def report(found: list[Mutant]) -> bool:
    """Print the score by file, and what is wrong with it; whether it is as it should be."""
    sums = [mutant for mutant in found if not mutant.unjudged]
    for file, number in sorted(Counter(mutant.file for mutant in sums).items()):
        print(_score(file, [mutant for mutant in sums if mutant.file == file]), f"of {number}")
    print(_score("all calculations", sums), f"of {len(sums)}")
    print(f"sentences for readers and guards, not tried: {len(found) - len(sums)}")
    left = {(m.file, m.was, m.now) for m in sums if m.status in SURVIVED}
    told = {(s["file"], s["was"].strip(), s["now"].strip()) for s in _explained()}
    for file, was, now in sorted(left - told):
        print(f"\nsurvived without an explanation: {file}\n- {was}\n+ {now}")
    for file, was, now in sorted(told - left):
        print(f"\nexplained, and no survivor: {file}\n- {was}\n+ {now}")
    untried = sum(mutant.status in UNTRIED for mutant in sums)
    if untried:
        print(f"\n{untried} mutants are not tried yet: run `make mutate` again")
    killed = sum(mutant.status not in SURVIVED for mutant in sums)
    return left == told and not untried and 100 * killed >= AIM * len(sums)


def main() -> int:
    """Try the mutants that have not been tried, and report them all."""
    # Asked for the mutants of one file, mutmut makes those of all.
    if stopped := _mutmut(FIRST):
        return stopped
    pass_over()
    return _mutmut() or not report(mutants())


def _mutmut(*names: str) -> int:
    workers = str(os.cpu_count() or 1)
    environment = os.environ | {"HYPOTHESIS_PROFILE": "quick", "PYTHONDONTWRITEBYTECODE": "1"}
    command = [str(MUTMUT), "run", "--max-children", workers, *names]
    return subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode


def _explained() -> list[dict[str, str]]:
    held: list[dict[str, str]] = tomllib.loads(SURVIVORS.read_text(encoding="utf-8")).get("survivor", [])
    return held


def _score(name: str, some: list[Mutant]) -> str:
    killed = sum(mutant.status not in SURVIVED | UNTRIED for mutant in some)
    return f"{name}: {100 * killed / len(some) if some else 100:.1f}%, {killed}"


def _that_counts(code: str) -> str:
    """The code without idle parts and the words of each text with a space; what is worked out in them stays."""
    worded = LITERAL.sub(
        lambda text: "".join(re.findall(r"\{.*?\}", text[0])) if " " in text[0] else text[0], code
    )
    while worded != (less := IDLE.sub("", worded)):
        worded = less
    return worded


if __name__ == "__main__":
    sys.exit(main())
