"""A result on paper and in Word, as a test reads them: pages, and the gaps that they name."""

import html
import re
import zipfile
from io import BytesIO
from pathlib import Path

from playwright.sync_api import Page

from tests.support.libreoffice import printed_by_libreoffice

SCREEN = 844
"""How high a phone's screen is, in pixels."""

PAPER, WORD = 2, 4
"""How many pages a result may take, but for one more that holds a wide table which was given."""

GAPS = 6
"""How many cells a row has that tells of a gap in a Word document."""


def pages(pdf: bytes) -> int:
    """How many pages a PDF has."""
    return len(re.findall(rb"/Type\s*/Page\b", pdf))


def on_paper(page: Page) -> int:
    """How many pages of A4 the browser prints this page on."""
    return pages(page.pdf(format="A4", prefer_css_page_size=True))


def in_word(files: dict[str, bytes], folder: Path) -> dict[str, int]:
    """How many pages LibreOffice gives to each Word document, by its name."""
    documents, target = folder / "word", folder / "printed"
    for place in (documents, target):
        place.mkdir()
    for name, data in files.items():
        (documents / f"{name}.docx").write_bytes(data)
    printed_by_libreoffice(documents.iterdir(), target, folder / "profile")
    return {name: pages((target / f"{name}.pdf").read_bytes()) for name in files}


def part_of(document: bytes, name: str) -> str:
    """One part of a Word document, as XML."""
    with zipfile.ZipFile(BytesIO(document)) as archive:
        return archive.read(name).decode()


def rows_of(document: bytes) -> list[list[str]]:
    """Each row of all tables of a Word document, as the texts of its cells."""
    rows = re.findall(r"<w:tr>.*?</w:tr>", part_of(document, "word/document.xml"), re.DOTALL)
    return [[_text(cell) for cell in re.findall(r"<w:tc>.*?</w:tc>", row, re.DOTALL)] for row in rows]


def gaps_in_word(document: bytes) -> dict[str, list[str]]:
    """The gaps that a Word document tells: what it says of each, by the name of the criterion."""
    header, *others = rows_of(document)
    assert header[0] == "Criterion"
    assert len(header) == GAPS
    # The first table ends where the next one has its header.
    end = next((place for place, cells in enumerate(others) if len(cells) not in {1, GAPS}), len(others))
    return {cells[0]: cells[1:] for cells in others[:end] if len(cells) == GAPS}


def _text(cell: str) -> str:
    return html.unescape("".join(re.findall(r"<w:t(?: [^>]*)?>([^<]*)</w:t>", cell)))
