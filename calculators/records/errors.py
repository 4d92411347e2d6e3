"""What goes wrong when a paper's records are read."""

from pathlib import Path


class RecordError(ValueError):
    """A data file is malformed: the message names the file, the record and the reason."""

    def __init__(self, file: Path, record: str, reason: str) -> None:
        """Name the file by its last folders, so that the message reads the same on every machine."""
        self.file, self.record, self.reason = file, record, reason
        super().__init__(f"{'/'.join(file.parts[-3:])}: {record}: {reason}")
