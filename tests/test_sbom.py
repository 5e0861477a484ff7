"""The bill of materials names what is locked: each package, its version and its hashes."""

import json
import re
from pathlib import Path

import pytest

from tests.sbom import LOCK, written


def test_the_bill_holds_all_that_is_locked() -> None:
    locked: dict[tuple[str, str], set[str]] = {}
    for line in LOCK.read_text("utf-8").splitlines():
        if package := re.match(r"([a-z0-9][a-z0-9._-]*)==([^ ;\\]+)", line):
            hashes = locked[package[1], package[2]] = set()
        elif found := re.match(r" +--hash=sha256:([0-9a-f]{64})", line):
            hashes.add(found[1])
    bill = json.loads(written(LOCK))
    assert (bill["bomFormat"], bill["specVersion"]) == ("CycloneDX", "1.6")
    told = {
        (one["name"], one["version"]): {hash["content"] for hash in one["hashes"]}
        for one in bill["components"]
    }
    assert told == locked
    assert len(told) > 50
    assert all(hashes for hashes in told.values())
    assert {one["purl"] for one in bill["components"]} == {
        f"pkg:pypi/{name}@{version}" for name, version in locked
    }


def test_what_has_no_version_is_told(tmp_path: Path) -> None:
    lock = tmp_path / "requirements.lock"
    lock.write_text("starlette>=1\n")
    with pytest.raises(ValueError, match="starlette has no version"):
        written(lock)
