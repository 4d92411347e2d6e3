"""What others made is named with its licence's text, on a page and in a bill of materials that machines read."""

import json
import re
from pathlib import Path
from urllib.parse import urljoin

from bs4 import BeautifulSoup
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

from site_build.publish.sbom import NAME, write_sbom
from site_build.publish.shipped import shipped
from tests.support.released import modules

PAGE = "about/licences/"
# A phrase of each licence that no other has: the text behind a name is that licence's own.
TERMS = {
    "BSD-3-Clause": r"Neither the name of|The name of the author may not|names of its\s+contributors",
    "ISC": r"Permission to use, copy, modify, and/or distribute this software for any purpose",
    "MIT": r"Permission is hereby granted, free of charge",
    "MPL-2.0": r"Mozilla Public License Version 2\.0",
    "OFL-1.1": r"SIL OPEN FONT LICENSE",
    "PSF-2.0": r"PYTHON SOFTWARE FOUNDATION LICENSE VERSION 2",
}


def test_the_page_names_each_package_and_leads_to_the_text_of_its_licence(site: Path) -> None:
    soup = BeautifulSoup((site / PAGE / "index.html").read_text(encoding="utf-8"), "lxml")
    rows = soup.select("article tbody tr")
    assert len(rows) == len(shipped()) > 20
    for row, each in zip(rows, shipped(), strict=True):
        package = each.package
        assert f"{package.name} {package.version}" in row.get_text(" ")
        links = [str(link["href"]) for link in row.select("a")]
        text = (site / urljoin(PAGE, links[0])).read_text(encoding="utf-8")
        assert re.search(TERMS[package.licence], text, re.I), f"{package.name} is not under {package.licence}"
        assert links[1:] == [package.source] * bool(package.source)


def test_no_wheel_or_library_is_shipped_without_being_named(site: Path) -> None:
    names = {each.package.name for each in shipped()}
    wheels = {
        file.name.split("-")[0].replace("_", "-") for file in site.glob("assets/python/wheels/**/*.whl*")
    }
    assert wheels
    # The core's own parts, a calculator or a paper each, are called after it.
    assert {name for name in wheels - names if not name.startswith("calculators-")} == {
        "calculators",
        "page-tools",
    }
    libraries = "".join(
        file.read_text(encoding="utf-8") for file in (modules(site) / "libraries").glob("*.js")
    )
    assert set(re.findall(r"^/\*! (\S+) ", libraries, re.M)) <= names


def test_the_bill_of_materials_is_valid_and_names_what_the_page_names(site: Path) -> None:
    text = (site / NAME).read_text(encoding="utf-8")
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(text) is None
    held = {part["purl"] for part in json.loads(text)["components"]}
    assert held == {each.package.purl for each in shipped()}


def test_the_bill_of_materials_is_the_same_each_time(site: Path, tmp_path: Path) -> None:
    write_sbom(tmp_path)
    assert (tmp_path / NAME).read_bytes() == (site / NAME).read_bytes()
