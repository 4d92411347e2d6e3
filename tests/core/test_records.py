"""A malformed data file fails with file, record and reason."""

import json
import tomllib
from dataclasses import dataclass
from pathlib import Path

import pytest

from calculators.records.errors import RecordError
from calculators.records.papers import Paper, load_paper, paper_ids, read_paper
from calculators.records.reading import read_records, record_files
from calculators.records.tables import tables


@dataclass(frozen=True, kw_only=True)
class Part:
    n: str


@dataclass(frozen=True, kw_only=True)
class Thing:
    id: str
    value: str | tuple[str, ...]
    from_: str = ""
    part: tuple[Part, ...] = ()


def read(tmp_path: Path, text: str) -> tuple[Thing, ...]:
    file = tmp_path / "papers" / "sample" / "things.toml"
    file.parent.mkdir(parents=True)
    file.write_text(text, encoding="utf-8")
    return read_records(file, "thing", Thing)


def test_records_keep_order_lists_and_nested_tables(tmp_path: Path) -> None:
    text = (
        '[[thing]]\nid="a"\nvalue=["1","2"]\nfrom="b"\n[[thing.part]]\nn="1"\n[[thing]]\nid="b"\nvalue="3"\n'
    )
    first, second = read(tmp_path, text)
    assert first == Thing(id="a", value=("1", "2"), from_="b", part=(Part(n="1"),))
    assert second.value == "3"


def test_records_written_as_json_are_the_same(tmp_path: Path) -> None:
    text = '[[thing]]\nid="a"\nvalue=["1","2"]\n[[thing.part]]\nn="1"\n'
    (written,) = read(tmp_path, text)
    file = tmp_path / "papers" / "sample" / "things.toml"
    file.with_suffix(".json").write_text(json.dumps(tomllib.loads(text)), encoding="utf-8")
    file.unlink()
    assert record_files(file.parent) == [file]
    assert read_records(file, "thing", Thing, required=False) == (written,)


@pytest.mark.parametrize(
    ("text", "record", "reason"),
    [
        ("not toml", "the file", "is not TOML"),
        ("", r"\[\[thing\]\]", "is missing"),
        ("x = 1", r"\[\[x\]\]", "is not known here: use thing"),
        ('[[thing]]\nid="a"\nvalue="1"\n[[thnig]]\nid="b"', r"\[\[thnig\]\]", "is not known here: use thing"),
        ('[[thing]]\nid="a"\nvalue="1"\nvalu="1"', "a", "unknown key 'valu': use 'value'"),
        ('[[thing]]\nid="a"', "a", "lacks value"),
        ('[[thing]]\nvalue="1"', "number 1", "lacks id"),
        ('[[thing]]\nid="a"\nvalue=1', "a", "value must be text in quotes"),
        ('[[thing]]\nid="a"\nvalue=["1", 2]', "a", "value item 2 must be text in quotes"),
        ('[[thing]]\nid="a"\nvalue=" "', "a", "value must not be empty"),
        ('[[thing]]\nid="a"\nvalue="1"\ncolour="red"', "a", "unknown key 'colour'"),
        ('[[thing]]\nid="a"\nvalue="1"\npart="x"', "a", "part must be a list"),
        ('[[thing]]\nid="a"\nvalue="1"\npart=["x"]', "a, part", "must be a table"),
        ('[[thing]]\nid="a"\nvalue="1"\n[[thing]]\nid="a"\nvalue="2"', "a", "is there twice"),
    ],
)
def test_a_malformed_file_names_file_record_and_reason(
    tmp_path: Path, text: str, record: str, reason: str
) -> None:
    with pytest.raises(RecordError, match=f"papers/sample/things.toml: .*{record}.*{reason}"):
        read(tmp_path, text)


BODY = '[[body]]\nid="a"\nname="A"\nparagraph="1, para 1"\n'
PAPER = 'id="sample"\ntitle="T"\nshort="S"\npublisher="P"\ndate="D"\nstatus="historic"\n'
PARAGRAPHS = '[[paragraph]]\nlabel="1, para 1"\npage="summary"\n'
RULE = (
    '[[rule]]\nid="r"\nvalue="8"\nunit="weeks"\nparagraph="{label}"\n'
    'statement="Within {{value}} weeks."\n{more}'
)


def paper_with(tmp_path: Path, rules: str, paragraphs: str = PARAGRAPHS) -> Path:
    for name, text in (("paper.toml", PAPER), ("paragraphs.toml", paragraphs), ("rules.toml", rules)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def test_a_paper_reads_and_knows_its_addresses(tmp_path: Path) -> None:
    paper = read_paper(paper_with(tmp_path, RULE.format(label="1, para 1", more="")))
    assert paper.url("1, para 1") == "frameworks/sample/summary/#p-1-para-1"
    assert paper.rule("r").sentence == "Within 8 weeks."
    with pytest.raises(RecordError, match="rules.toml: nope: is not there"):
        paper.rule("nope")


def test_two_labels_with_one_anchor_are_refused(tmp_path: Path) -> None:
    twice = PARAGRAPHS + '[[paragraph]]\nlabel="1 para 1"\npage="summary"\n'
    with pytest.raises(RecordError, match="is there twice"):
        read_paper(paper_with(tmp_path, RULE.format(label="1, para 1", more=""), twice))


def test_every_paper_of_the_project_loads_and_every_kind_of_record_is_used() -> None:
    papers = [load_paper(id) for id in paper_ids()]
    assert [paper.id for paper in papers] == list(paper_ids())
    kinds = {held.kind for paper in papers for held in paper.all_records}
    assert kinds == {table.key for table in tables(Paper)} - {"paragraph", "part"}


def test_records_from_the_build_are_read_when_they_are_asked_for(tmp_path: Path) -> None:
    paper_with(tmp_path, RULE.format(label="1, para 1", more=""))
    (tmp_path / "bodies.toml").write_text(BODY, encoding="utf-8")
    for file in tmp_path.glob("*.toml"):
        held = tomllib.loads(file.read_text(encoding="utf-8"))
        file.with_suffix(".json").write_text(json.dumps(held), encoding="utf-8")
        file.unlink()
    (tmp_path / "bodies.json").rename(tmp_path / "later")
    paper = read_paper(tmp_path)
    assert paper.rule("r").value == "8"
    (tmp_path / "later").rename(tmp_path / "bodies.json")
    assert paper.body("a").name == "A"
    (tmp_path / "bodies.json").unlink()
    assert paper.body("a").name == "A"


def test_every_record_is_held_with_its_place_and_what_it_cites(tmp_path: Path) -> None:
    two = PARAGRAPHS + '[[paragraph]]\nlabel="2"\npage="summary"\n'
    paper_with(tmp_path, RULE.format(label="1, para 1", more='force="must"\nstanding="in force"\n'), two)
    (tmp_path / "bodies.toml").write_text(BODY, encoding="utf-8")
    step = '[[process]]\nid="p"\ntitle="P"\nparagraph="1, para 1"\n[[process.step]]\nn="1"\naction="A"\n'
    (tmp_path / "processes.toml").write_text(f'{step}paragraph="2"\nactor="a"\n', encoding="utf-8")
    paper = read_paper(tmp_path)
    assert [(held.file, held.kind, held.id, held.paragraphs) for held in paper.all_records] == [
        ("rules.toml", "rule", "r", ("1, para 1",)),
        ("bodies.toml", "body", "a", ("1, para 1",)),
        ("processes.toml", "process", "p", ("1, para 1", "2")),
    ]
    assert paper.all_records[1].record is paper.body("a")
    assert (paper.rule("r").force, paper.rule("r").standing) == ("must", "in force")
    assert paper.rule("r").document == paper.processes["p"].step[0].document == "sample"
