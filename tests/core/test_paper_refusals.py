"""Records of a paper that do not hang together are refused, by file, record and reason."""

from pathlib import Path

import pytest

from calculators.records.errors import RecordError
from calculators.records.papers import read_paper

FILES = {
    "paper.toml": 'id="sample"\ntitle="T"\nshort="S"\npublisher="P"\ndate="D"\nstatus="historic"\n',
    "paragraphs.toml": '[[paragraph]]\nlabel="1"\npage="summary"\n',
    "rules.toml": '[[rule]]\nid="r"\nvalue="8"\nunit="weeks"\nparagraph="1"\nstatement="{value}."\n',
    "bodies.toml": '[[body]]\nid="board"\nname="Board"\nkind="committee"\nremit="Decides."\nparagraph="1"\n',
}
PROCESS = (
    '[[process]]\nid="p"\ntitle="P"\nparagraph="1"\n[[process.step]]\nn="1"\naction="A"\nparagraph="1"\n'
)


@pytest.mark.parametrize("who", ["actor", "co_actor"])
def test_a_step_of_an_unknown_body_is_refused(tmp_path: Path, who: str) -> None:
    for name, text in FILES.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    steps = tmp_path / "processes.toml"
    steps.write_text(f'{PROCESS}{who}="board"\n', encoding="utf-8")
    assert read_paper(tmp_path).processes["p"].step[0].n == "1"
    steps.write_text(f'{PROCESS}{who}="nobody"\n', encoding="utf-8")
    with pytest.raises(RecordError, match="processes.toml: p: names the unknown body 'nobody'"):
        read_paper(tmp_path)
