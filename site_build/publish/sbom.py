"""The bill of materials: every package that the site ships, in CycloneDX's JSON, the same for the same packages."""

from __future__ import annotations

import tomllib
from datetime import UTC, datetime
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

from cyclonedx.contrib.license.factories import LicenseFactory
from cyclonedx.model import ExternalReference, ExternalReferenceType, XsUri
from cyclonedx.model.bom import Bom, BomMetaData
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.output import make_outputter
from cyclonedx.schema import OutputFormat, SchemaVersion
from packageurl import PackageURL

from site_build.publish.shipped import shipped

ROOT = Path(__file__).resolve().parents[2]
NAME = "sbom.cdx.json"
# No clock and no chance: the list depends on what is shipped alone.
DATED = datetime(1980, 1, 1, tzinfo=UTC)


def write_sbom(out: Path) -> None:
    """Write `out`/sbom.cdx.json."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    licences = LicenseFactory()
    site = Component(
        name="commissioning-worked-out",
        version=project["version"],
        type=ComponentType.APPLICATION,
        bom_ref="site",
        licenses=[licences.make_from_string(project["license"])],
    )
    parts = [
        Component(
            name=each.package.name,
            version=each.package.version,
            type=ComponentType.LIBRARY,
            bom_ref=each.package.purl,
            purl=PackageURL.from_string(each.package.purl),
            licenses=[licences.make_from_string(each.package.licence)],
            description=each.part,
            external_references=[
                ExternalReference(type=ExternalReferenceType.VCS, url=XsUri(source))
                for source in [each.package.source]
                if source
            ],
        )
        for each in shipped()
    ]
    serial = uuid5(NAMESPACE_URL, " ".join(each.package.purl for each in shipped()))
    bom = Bom(components=parts, metadata=BomMetaData(component=site, timestamp=DATED), serial_number=serial)
    bom.register_dependency(site, parts)
    text = make_outputter(bom, OutputFormat.JSON, SchemaVersion.V1_6).output_as_string(indent=1)
    (out / NAME).write_text(text + "\n", encoding="utf-8")
