"""The version of the rules covers what decides a result, and nothing else."""

import json
import re
import shutil
from pathlib import Path

import pytest

from calculators.engine.cases import load_cases
from calculators.engine.registry import folder, get, ids
from calculators.records import citations
from calculators.records.papers import Paper, load_paper, read_paper
from calculators.records.schemas import Rule
from calculators.uses.door import perform
from calculators.uses.meaning import read_source
from calculators.uses.rules_version import CORE, read_by, rules_version, version
from tests.support.every import every

HERTFORDSHIRE, NHSE = "papers/hertfordshire", "papers/co-commissioning-2014"
SHARE = """
def calculate(budget: Amount, working: Working) -> Result:
    \"\"\"The distance from the share.\"\"\"
    tolerance = working.rule("hertfordshire", "fair-share-tolerance")  # as the paper says
    return Result(budget.share - tolerance.quantity, "The answer in words")
"""
LEVELS = """
CRITERIA = load_paper("hertfordshire").criteria
SUPPORT = load_paper("hertfordshire").commitments
"""
MODELS = 'QUESTIONS = load_paper("co-commissioning-2014").questions'
OWN = "kinds/own/calculation.py"


def version_of(core: Path, code: str, change: tuple[str, str, str] | None = None) -> str:
    """The version of a calculator of this code, once a file of the core reads otherwise: name, old words, new."""
    home = core / "kinds" / "own"
    home.mkdir(parents=True)
    (core / OWN).write_text(code, encoding="utf-8")
    for room in ("values", "records", "engine", HERTFORDSHIRE, NHSE):
        shutil.copytree(CORE / room, core / room)
    if change:
        file = core / change[0]
        text, times = re.subn(change[1], change[2], file.read_text(encoding="utf-8"), count=1)
        assert times == 1, "the test looks for words that are not there"
        file.write_text(text, encoding="utf-8")
    return version(home, map(read_paper, (core / HERTFORDSHIRE, core / NHSE)), core)


@pytest.fixture(scope="module")
def unchanged(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The version of each calculator as it stands, by its code."""
    return {code: version_of(tmp_path_factory.mktemp("core"), code) for code in (SHARE, LEVELS, MODELS)}


def begins(id: str, field: str, by: str = "id") -> str:
    """A pattern for a record's field, up to its value."""
    return rf'(?s)({by} = "{id}"\n.*?{field} = ")'


RULES, CRITERIA = f"{HERTFORDSHIRE}/rules.toml", f"{HERTFORDSHIRE}/criteria.toml"
MORE, INDEED = r"\g<1>1", r"\g<1>Indeed "
DECIDING = {
    "the value of a rule": (SHARE, RULES, begins("fair-share-tolerance", "value"), MORE),
    "a formula": (SHARE, OWN, "share - tolerance", "share + tolerance"),
    "which rule is read": (SHARE, OWN, "fair-share-tolerance", "fair-share-shift-cap"),
    "shared arithmetic": (SHARE, "values/quantities.py", r"self\.value - other", "self.value + other"),
    "a threshold": (LEVELS, CRITERIA, begins("o1-l1-a", "threshold"), MORE),
    "a score": (LEVELS, CRITERIA, begins("o2-l1-a", "score"), MORE),
    "a rule that a record names": (LEVELS, RULES, begins("commitment-l2-gp-sessions", "value"), MORE),
    "what an answer rules out": (
        MODELS,
        f"{NHSE}/models.toml",
        r'excludes = \["[a-z-]+"',
        'excludes = ["delegated"',
    ),
}
TELLING = {
    "a statement": (SHARE, RULES, begins("fair-share-tolerance", "statement"), INDEED),
    "the force of a rule": (SHARE, RULES, rf'{begins("fair-share-tolerance", "force")}will"', r'\1must"'),
    "another rule": (SHARE, RULES, begins("risk-pool-rate-herts", "value"), MORE),
    "a criterion that it does not read": (SHARE, CRITERIA, begins("o1-l1-a", "threshold"), MORE),
    "a word of the glossary": (SHARE, f"{HERTFORDSHIRE}/glossary.toml", r'(meaning = ")', INDEED),
    "what a body does": (LEVELS, f"{HERTFORDSHIRE}/bodies.toml", r'(remit = ")', INDEED),
    "the words of a criterion": (LEVELS, CRITERIA, begins("o1-l1-a", "text"), INDEED),
    "the words of a question": (
        MODELS,
        f"{NHSE}/models.toml",
        begins("new_practices", "text", by="field"),
        INDEED,
    ),
    "a comment": (SHARE, OWN, "as the paper says", "as it says"),
    "a docstring": (SHARE, OWN, "The distance", "How far it is"),
    "a hint of its type": (SHARE, OWN, "budget: Amount", "budget: Budget"),
    "a sentence": (SHARE, OWN, "The answer in words", "The answer, in other words"),
    "how a result is kept": (SHARE, "engine/result.py", "def to_json", "def as_json"),
}


@pytest.mark.parametrize(("code", "file", "old", "new"), DECIDING.values(), ids=DECIDING)
def test_what_decides_changes_the_version(
    tmp_path: Path, unchanged: dict[str, str], code: str, file: str, old: str, new: str
) -> None:
    assert version_of(tmp_path, code, (file, old, new)) != unchanged[code]


@pytest.mark.parametrize(("code", "file", "old", "new"), TELLING.values(), ids=TELLING)
def test_what_is_only_told_leaves_the_version(
    tmp_path: Path, unchanged: dict[str, str], code: str, file: str, old: str, new: str
) -> None:
    assert version_of(tmp_path, code, (file, old, new)) == unchanged[code]


def test_every_calculator_has_a_version_of_its_own() -> None:
    versions = {id: rules_version(id) for id in ids()}
    assert len(set(versions.values())) == len(versions)
    assert all(re.fullmatch("[0-9a-f]{10}", told) for told in versions.values())


@pytest.mark.parametrize("calculator", ids())
def test_every_rule_that_a_case_reads_counts(calculator: str, monkeypatch: pytest.MonkeyPatch) -> None:
    read: set[tuple[str, str]] = set()
    find = Paper.rule

    def rule(paper: Paper, id: str) -> Rule:
        read.add((paper.id, id))
        return find(paper, id)

    citations.rule.cache_clear()
    monkeypatch.setattr(Paper, "rule", rule)
    for case in load_cases(calculator):
        perform("run", calculator, json.dumps({"case": case.input}), "/")
    sources = [read_source(f.read_text(encoding="utf-8")) for f in folder(calculator).glob("*.py")]
    counted = {
        (document, place.removeprefix("rules/"))
        for document in get(calculator).documents
        for place, _ in read_by(sources, load_paper(document))
    }
    assert read - counted == set()
    assert read


@pytest.mark.parametrize("calculator", ids())
def test_a_calculator_reads_a_rule_by_its_name_and_not_all_of_them(calculator: str) -> None:
    """Else the version could not tell which of a paper's rules it reads."""
    calls = re.compile(r"(?:paper|load_paper\([^()]*\))\.rules\b")
    for file in every(folder(calculator).glob("*.py"), "modules"):
        assert calls.findall(file.read_text(encoding="utf-8")) == [], file.name


def test_a_version_without_sources_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="holds no sources"):
        version(tmp_path, ())


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("a = 1", "a = 2"),
        ("a = 'x'", "a = 'y'"),
        ("a = f'{b}'", "a = f'{b:x}'"),
        ("a = '; '", "a = ', '"),
        ("a = 1 - 2", "a = 2 - 1"),
        ("a = 10", "a = '10'"),
    ],
)
def test_what_a_module_does_tells_it_apart(one: str, other: str) -> None:
    assert read_source(one).meaning != read_source(other).meaning


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("a = (1)  # why", "a = 1"),
        ("def f(a: int) -> int:\n    'Why.'\n    return a", "def f(a): return a"),
        ("a = 'a sentence'", "a = 'another sentence'"),
        ("a = f'{b} days'", "a = f'{b} whole days'"),
        ("a: int = 1", "a: str = 1"),
    ],
)
def test_how_it_is_written_does_not(one: str, other: str) -> None:
    assert read_source(one).meaning == read_source(other).meaning
