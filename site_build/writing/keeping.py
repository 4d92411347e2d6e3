"""The button that keeps pages for reading without a network. How much that is, is told where the site is published.

The foot of every page has one too, written there by the frame (`overrides/partials/footer.html`).
"""

from __future__ import annotations

from markupsafe import Markup

from site_build.writing.page import Page

UNKNOWN = "…"
SIZE = '<span data-size="{}">{}</span>'
"""Where a button says how much of a kind comes over the network; unknown until the site is published."""

UNPACKED = '<span data-unpacked="{}">{}</span>'
ROOM = 'data-room="{}"'
"""Where a page, and a button for its script, say what that takes in the browser."""

ARCHIVE = "#site-zip"
"""Where a link to the whole site as one archive leads, until the site is published."""

ARCHIVED = '<span data-archived="">{}</span>'
"""Where a page says how large that is."""

WORDS = {
    "reading": "Keep for reading without a network: {}",
    "everything": "Keep everything, calculators too: {}",
    "remove": "Remove what is kept for use without a network",
}
BOX = Markup(
    '<div class="keep" data-keep="{kind}" {room} hidden><button type="button">{words}</button></div>'
)


def megabytes(count: int) -> str:
    """Bytes as a page tells them."""
    return f"{count / 1_000_000:.1f} MB"


def keep(page: Page, kind: str = "reading") -> str:
    """The button that keeps what reading takes, or everything, or removes it; a script shows it, as it needs one."""
    words = Markup(WORDS[kind]).format(Markup(SIZE).format(kind, UNKNOWN))
    room = Markup(ROOM).format(kind) if "{}" in WORDS[kind] else ""
    return str(BOX.format(kind=kind, room=room, words=words))


def kept_pages(page: Page) -> str:
    """Where a script lists the pages that are kept, and says which was asked for in vain."""
    script = page.link("assets/scripts/here.js")
    return f'<div data-kept-pages></div><script type="module" src="{script}"></script>'


def archive(page: Page) -> str:
    """The link to the whole site as one archive, with its size."""
    size = ARCHIVED.format(UNKNOWN)
    return f'<a id="site-zip" href="{ARCHIVE}" download="">Take the whole site with you</a>, as one archive of {size}'


def kept_size(page: Page, kind: str) -> str:
    """How much comes over the network, in a sentence or a cell."""
    return SIZE.format(kind, UNKNOWN)


def kept_room(page: Page, kind: str) -> str:
    """How much it takes in the browser, in a sentence or a cell."""
    return UNPACKED.format(kind, UNKNOWN)
