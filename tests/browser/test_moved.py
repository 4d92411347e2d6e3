"""Whoever comes by an old address is led to where the place stands now; any other fragment leads nowhere."""

import pytest

from tests.conftest import OpenPage

WHOLE = "frameworks/hertfordshire/accountability/"


def test_an_old_address_leads_to_where_the_place_stands_now(open_page: OpenPage) -> None:
    page = open_page(f"{WHOLE}#body-sha")
    page.wait_for_url(f"**/{WHOLE}sha/#body-sha")
    assert page.locator("h1").inner_text() == "Strategic health authority (SHA)"


@pytest.mark.parametrize("fragment", ["constructor", "toString", "%E0%A4%A", "no-such-place"])
def test_what_names_no_place_stays(open_page: OpenPage, fragment: str) -> None:
    page = open_page(f"{WHOLE}#{fragment}")
    page.wait_for_load_state("networkidle")
    assert page.url.endswith(f"{WHOLE}#{fragment}")
