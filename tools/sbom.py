"""Writes the bill of materials of a release: CycloneDX 1.6 JSON, from the lock and the installed packages.

tools/sbom.py requirements.lock dist/sbom.cdx.json

Versions come from the lock; licences and who needs whom from the packages as installed. No clock and no
chance: the same lock gives the same bytes.
"""

import json
import re
import sys
import uuid
from collections.abc import Iterator, Mapping
from importlib import metadata
from pathlib import Path
from typing import Any

_PIN = re.compile(r"^([a-z0-9][a-z0-9._-]*)==(\S+)", re.MULTILINE)
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")


def canonical(name: str) -> str:
    """A package's name as indexes spell it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def purl(name: str, version: str) -> str:
    """The package's address among all packages (package URL)."""
    return f"pkg:pypi/{name}@{version}"


def licences(about: Any) -> list[dict[str, Any]]:
    """The licence as its package states it: an SPDX expression, else the words it uses."""
    if about["License-Expression"]:
        return [{"expression": about["License-Expression"]}]
    stated = [
        line.split(" :: ")[-1] for line in about.get_all("Classifier", []) if line.startswith("License")
    ]
    first_line = (about["License"] or "").strip().split("\n")[0]
    return [{"license": {"name": name}} for name in stated or [first_line] if name]


def component(name: str, version: str) -> dict[str, Any]:
    """One package of the lock."""
    about = metadata.metadata(name)
    if about["Version"] != version:
        sys.exit(f"{name} {about['Version']} is installed, the lock says {version}: make install")
    reference = purl(name, version)
    entry = {"type": "library", "bom-ref": reference, "name": name, "version": version, "purl": reference}
    found = licences(about)
    return {**entry, **({"licenses": found} if found else {})}


def needed(name: str, versions: Mapping[str, str]) -> Iterator[str]:
    """Addresses of the locked packages that a package asks for."""
    for line in metadata.requires(name) or ():
        found = _NAME.match(line)
        if found and "extra ==" not in line and canonical(found[0]) in versions:
            wanted = canonical(found[0])
            yield purl(wanted, versions[wanted])


def bill(lock: str) -> dict[str, Any]:
    """The whole bill for a lock's text."""
    versions = dict(sorted(_PIN.findall(lock)))
    version = metadata.version("sitegen")
    top = {"type": "application", "bom-ref": "sitegen", "name": "sitegen", "version": version}
    references = {"sitegen": "sitegen"} | {name: purl(name, versions[name]) for name in versions}
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, f'sitegen {version} {versions}')}",
        "version": 1,
        "metadata": {"component": {**top, "licenses": [{"expression": "MIT"}]}},
        "components": [component(name, versions[name]) for name in versions],
        "dependencies": [
            {"ref": reference, "dependsOn": sorted(set(needed(name, versions)))}
            for name, reference in references.items()
        ],
    }


def main() -> None:
    """Reads the lock named first, writes the bill to the path named second."""
    lock, target = map(Path, sys.argv[1:3])
    text = json.dumps(bill(lock.read_text("utf-8")), indent=2, ensure_ascii=False)
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text + "\n", "utf-8")
    print(f"{target} written")


if __name__ == "__main__":
    main()
