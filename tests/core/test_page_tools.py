"""The worker's tools: QR codes of links."""

import json

from browser.python.page_tools import qr


def test_a_link_becomes_an_image_and_a_long_one_words() -> None:
    assert json.loads(qr.reply("https://example.org/#a=1"))["image"].startswith("data:image/svg+xml")
    for length in (1_300, 2_900, 9_000):
        assert "too long" in json.loads(qr.reply("a" * length))["errors"]["qr"]
