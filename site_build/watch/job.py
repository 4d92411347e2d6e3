"""What the server and the process that works for it say to each other."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Job:
    """The files changed since pages were last shown, the addresses looked at, and where to read and to write.

    `config` is the file of the generator's settings. `site` is what the last whole build has told, packed: the server
    never looks into it, for its classes may be others by now.
    """

    changed: Collection[str]
    looked_at: Collection[str]
    site: bytes
    config: Path
    first: Path
    whole: Path


@dataclass(frozen=True, slots=True)
class Ready:
    """A folder to show before those shown so far, and `what` that makes true, for the one who reads the terminal.

    It is shown `alone` where it is the whole site and needs no other below it. `core` names the sources of the
    calculators that it answers by, empty where they are those of before.
    """

    what: str
    folder: Path
    core: str = ""
    site: bytes = b""
    alone: bool = False


@dataclass(frozen=True, slots=True)
class Trouble:
    """Why the sources cannot be shown, in words."""

    words: str
