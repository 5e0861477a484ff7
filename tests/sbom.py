"""`make sbom`: all that we run on, as CycloneDX, from the lock alone and without a network."""

import sys
from pathlib import Path

from cyclonedx.model import HashAlgorithm, HashType
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.output.json import JsonV1Dot6
from packageurl import PackageURL
from pip_requirements_parser import InstallRequirement, RequirementsFile

LOCK = Path(__file__).parent.parent / "requirements.lock"
BUILT = LOCK.parent / "sbom.json"


def written(lock: Path) -> str:
    """The bill as JSON. Raises ValueError for a line that is no package with a version."""
    found = RequirementsFile.from_file(str(lock))
    if found.invalid_lines:
        raise ValueError(f"{lock.name} has lines that are no packages: {found.invalid_lines}")
    bom = Bom(components=map(_component, found.requirements))
    bom.metadata.component = us = Component(name="glitterkaktus", type=ComponentType.APPLICATION)
    bom.register_dependency(us, bom.components)
    return JsonV1Dot6(bom).output_as_string(indent=2)


def _component(package: InstallRequirement) -> Component:
    version = package.get_pinned_version
    if not version:
        raise ValueError(f"{package.name} has no version")
    return Component(
        name=package.name,
        version=version,
        type=ComponentType.LIBRARY,
        purl=PackageURL("pypi", name=package.name, version=version),
        # One for each of the files among which an installation chooses.
        hashes=[
            HashType(alg=HashAlgorithm.SHA_256, content=option.removeprefix("sha256:"))
            for option in package.hash_options
        ],
    )


if __name__ == "__main__":
    BUILT.write_text(written(LOCK), "utf-8")
    sys.stdout.write(f"{BUILT.name}\n")
