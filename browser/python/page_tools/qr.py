"""A QR code of a link, as an image that the page can show without any request."""

from __future__ import annotations

import json

import segno

LARGEST = 25
"""The highest version that a phone still reads from a few centimetres of paper: 117 modules a side."""

TOO_LONG = (
    "The link is too long for a QR code that a phone could read. "
    "Use “Save as a file”, below the form, and send that instead."
)


def reply(text: str) -> str:
    """`{"image"}`, the address of an SVG, or `{"errors"}` with words where the text is too long."""
    try:
        code = segno.make_qr(text, error="L", boost_error=False)
    except segno.DataOverflowError:
        return json.dumps({"errors": {"qr": TOO_LONG}})
    if int(code.version) > LARGEST:
        return json.dumps({"errors": {"qr": TOO_LONG}})
    return json.dumps({"image": code.svg_data_uri(scale=1, border=4, omitsize=True)})
