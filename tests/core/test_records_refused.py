"""A record that cannot be so is refused where it is read, with file, record and reason: one of each kind."""

import re
from pathlib import Path

import pytest

from calculators.records.errors import RecordError
from calculators.records.papers import read_paper

FILES = {
    "paper": 'id="s"\ntitle="T"\nshort="S"\npublisher="P"\ndate="D"\nstatus="historic"\n',
    "paragraphs": '[[paragraph]]\nlabel="1"\npage="summary"\n',
    "rules": '[[rule]]\nid="r"\nvalue="8"\nunit="weeks"\nparagraph="1"\nstatement="{value} weeks."\n',
    "bodies": '[[body]]\nid="a"\nname="A"\nparagraph="1"\n',
    "processes": '[[process]]\nid="p"\ntitle="P"\nparagraph="1"\n'
    '[[process.step]]\nn="1"\naction="A"\nparagraph="1"\n',
    "accountability": '[[line]]\nid="l"\nfrom="a"\nto="a"\nkind="chairs"\nlabel="L"\nbasis="stated"\nparagraph="1"\n',
    "criteria": '[[objective]]\nid="o"\nnumber="1"\ntitle="O"\nparagraph="1"\n'
    '[[criterion]]\nid="c"\nlevel="1"\nkind="role"\ntext="T"\nparagraph="1"\nobjective="o"\n',
    "commitment": '[[commitment]]\nlevel="1"\nitems=["I"]\nparagraph="1"\n',
    "ambiguities": '[[ambiguity]]\nid="q"\ntitle="Q"\nissue="I"\nparagraph="1"\ndefault="x"\n'
    '[[ambiguity.reading]]\nid="x"\ntext="X"\n',
    "models": '[[model]]\nid="m"\norder="1"\nname="M"\nsummary="S"\nparagraph="1"\n'
    '[[question]]\nfield="f"\ngroup="g"\ntext="F"\nkind="yes/no"\n'
    '[[question.option]]\ncode="yes"\ntext="Y"\nbasis="stated"\nexcludes=["m"]\nparagraph="1"\n',
}


def paper_in(folder: Path, changed: dict[str, str]) -> Path:
    for name, text in (FILES | changed).items():
        (folder / f"{name}.toml").write_text(text, encoding="utf-8")
    return folder


def test_the_paper_that_is_spoilt_below_reads_as_it_stands(tmp_path: Path) -> None:
    assert read_paper(paper_in(tmp_path, {})).id == "s"


@pytest.mark.parametrize(
    ("file", "old", "new", "reason"),
    [
        ("rules", '"weeks"', '"furlongs"', "r: has the unit 'furlongs', which is none of percent, GBP"),
        ("rules", '"8"', '"eight"', "r: has the value 'eight', which is none of the unit weeks: write a number"),
        ("rules", '"8"', '["8", "nine"]', "r: has the value 'nine', which is none of the unit weeks"),
        ("rules", '"8"', "[]", "r: lacks value"),
        ("rules", '"8"\nunit="weeks"', '"2007-13"\nunit="date"', "r: has the value '2007-13', which is none of"),
        ("rules", '"8"\nunit="weeks"', '"31 March"\nunit="date"', "r: has the value '31 March', which is none"),
        ("rules", '"8"\nunit="weeks"', '"2009/11"\nunit="financial year"', "r: has the value '2009/11', which"),
        ("rules", '"weeks"', '"text"', "r: has the value '8', which is none of the unit text: write words"),
        ("rules", '"8"\nunit="weeks"', '"words"\nunit="list"', "r: has the unit list, so its value must be a list"),
        ("rules", '"weeks"', '"weeks"\nop="is"', "r: has the op 'is', which is none of >, >=, <, <="),
        ("rules", '"weeks"', '"weeks"\nbasis="hoped"', "r: has the basis 'hoped', which is none of stated, implied"),
        ("rules", '"weeks"', '"weeks"\nforce="shall"', "r: has the force 'shall', which is none of must, will, should"),
        ("rules", '"weeks"', '"weeks"\nforce=""', "r: has the force '', which is none of must, will, should"),
        ("rules", '"weeks"', '"weeks"\nstanding="old"', "r: has the standing 'old', which is none of in force"),
        ("rules", '"weeks"', '"weeks"\ndocument="brent"', "r: has an unknown key 'document'"),
        ("rules", 'paragraph="1"', 'paragraph="9"', "r: cites the unknown paragraph '9'"),
        ("rules", '"weeks"', '"weeks"\nalso=["9"]', "r: cites the unknown paragraph '9'"),
        ("rules", '"weeks"', '"weeks"\nambiguity=["z"]', "r: names the unknown ambiguity 'z'"),
        ("rules", '"weeks"', '"weeks"\nreads=["q: y"]', "r: reads 'q', and does not name it as an ambiguity"),
        ("rules", '"weeks"', '"weeks"\nambiguity=["q"]\nreads=["q: z"]', "r: reads 'q' as 'z', which is none of its"),
        ("rules", '"weeks"', '"weeks"\nambiguity=["q"]\nreads=["q: x"]', "r: reads 'q' as 'x', which it does without"),
        ("accountability", 'to="a"', 'to="z"', "l: names the unknown body 'z'"),
        ("accountability", "chairs", "winks_at", "l: has the kind 'winks_at', which is none of accountable_to"),
        ("accountability", "stated", "hoped", "l: has the basis 'hoped', which is none of stated, implied"),
        ("accountability", 'basis="stated"\n', "", "l: lacks basis"),
        ("accountability", 'paragraph="1"', 'paragraph="9"', "l: cites the unknown paragraph '9'"),
        ("bodies", 'name="A"', 'name="A"\nkind="club"', "a: has the kind 'club', which is none of organisation"),
        ("processes", 'action="A"\nparagraph="1"', 'action="A"\nparagraph="9"', "p: cites the unknown paragraph '9'"),
        ("processes", 'action="A"', 'action="A"\nco_actor="z"', "p: names the unknown body 'z'"),
        ("processes", 'action="A"', 'action="{z}"', "p: names the unknown rule 'z'"),
        ("criteria", 'objective="o"', 'objective="z"', "c: names the unknown objective 'z'"),
        ("criteria", 'level="1"', 'level="1"\nambiguity=["z"]', "c: names the unknown ambiguity 'z'"),
        ("criteria", 'level="1"', 'level="1"\ncount="x"', "c: counts something, so it needs a threshold"),
        ("criteria", 'level="1"', 'level="1"\nthreshold="9"', "c: needs both a threshold and its unit"),
        ("criteria", 'level="1"', 'level="1"\nthreshold="most"\nunit="percent"', "c: has the value 'most', which"),
        ("criteria", 'level="1"', 'level="1"\nscore="high"', "c: has the value 'high', which is none of"),
        ("commitment", 'level="1"', 'level="1"\npopulation_rule="z"', "1: names the unknown rule 'z'"),
        ("commitment", '["I"]', '["{z}"]', "1: names the unknown rule 'z'"),
        ("ambiguities", 'default="x"', 'default="z"', "q: has the default 'z', which is none of its readings"),
        ("models", '["m"]', '["z"]', "f: names the unknown model 'z'"),
        ("models", '["m"]\nparagraph="1"', '["m"]\nparagraph="9"', "f: cites the unknown paragraph '9'"),
        ("models", "[[model]]", "[[modle]]", "[[modle]]: is not known here: use aspect, condition"),
    ],
)  # fmt: skip
def test_a_record_that_cannot_be_so_is_refused(
    tmp_path: Path, file: str, old: str, new: str, reason: str
) -> None:
    assert old in FILES[file]
    changed = FILES[file].replace(old, new)
    with pytest.raises(RecordError, match=re.escape(f"{file}.toml: {reason}")):
        read_paper(paper_in(tmp_path, {file: changed}))


def test_a_file_that_no_paper_has_is_refused(tmp_path: Path) -> None:
    with pytest.raises(
        RecordError, match=r"glosary\.toml: the file: is none that a paper has: accountability"
    ):
        read_paper(paper_in(tmp_path, {"glosary": ""}))
