"""What is kept is made once, is never stale, and is whole whenever the build is killed."""

import os
from pathlib import Path

import pytest

from site_build import kept as module
from site_build.kept import kept, key_of, key_of_files, tidy, write_whole


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache of its own for each test."""
    monkeypatch.setattr(module, "CACHE", tmp_path)
    return tmp_path


def test_a_thing_is_made_once_for_its_key() -> None:
    made: list[int] = []

    def make() -> dict[str, int]:
        made.append(1)
        return {"made": len(made)}

    assert [kept("room", "a", make) for _ in range(2)] == [{"made": 1}, {"made": 1}]
    assert kept("room", "b", make) == {"made": 2}
    assert kept("other", "a", make) == {"made": 3}


def test_what_cannot_be_read_is_made_again(cache: Path) -> None:
    kept("room", "a", lambda: [1])
    (cache / "room" / "a").write_text("[", encoding="utf-8")
    assert kept("room", "a", lambda: [2]) == [2]


def test_no_two_lists_of_parts_share_a_key() -> None:
    lists = [("ab", "c"), ("a", "bc"), ("abc",), ("abc", ""), ("a", "b", "c"), ("2 ab", "1 c")]
    assert len({key_of(*parts) for parts in lists}) == len(lists)
    assert key_of("é") == key_of("é".encode())


def test_a_files_name_and_content_are_part_of_the_key(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "ROOT", tmp_path)
    file, keys = tmp_path / "code" / "a.py", set()
    file.parent.mkdir()
    for content in ("1", "2"):
        file.write_text(content, encoding="utf-8")
        keys.add(key_of_files(file.parent))
    file.rename(file.with_name("b.py"))
    keys.add(key_of_files(file.parent))
    assert len(keys) == 3


def test_what_fails_to_be_made_or_written_leaves_nothing(
    cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(ZeroDivisionError):
        kept("room", "a", lambda: 1 / 0)

    def fail(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "replace", fail)
    with pytest.raises(KeyboardInterrupt):
        write_whole(cache / "room" / "a", "text")
    assert list((cache / "room").iterdir()) == []


def test_a_full_room_loses_what_was_longest_unused(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for age, name in enumerate(("old", "new", "newest")):
        kept("room", name, lambda: "x" * 98)
        os.utime(cache / "room" / name, (age, age))
    kept("room", "old", lambda: "")
    monkeypatch.setattr(module, "ROOM", 200)
    tidy(["room"], since=float("inf"))
    assert sorted(file.name for file in (cache / "room").iterdir()) == ["newest", "old"]


def test_what_this_build_has_used_stays_however_much_it_is(
    cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for age, name in enumerate(("before", "first", "second")):
        kept("room", name, lambda: "x" * 98)
        os.utime(cache / "room" / name, (age, age))
    monkeypatch.setattr(module, "ROOM", 0)
    tidy(["room"], since=1)
    assert sorted(file.name for file in (cache / "room").iterdir()) == ["first", "second"]
