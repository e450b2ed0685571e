"""Puts pip into a virtual environment that was made without it (Debian's python3 has no ensurepip).

Run with the environment's own Python. One wheel is fetched from the package index, its hash checked here.
"""

import hashlib
import os
import re
import ssl
import subprocess
import sys
import tempfile
import urllib.error
import urllib.parse
import urllib.request
from pathlib import Path

NAME = "pip-25.3-py3-none-any.whl"
SHA256 = "9655943313a94722b7774661c21049070f6bbb0a1516bf02f7c8d5d9201514cd"
INDEX = "https://pypi.org/simple"
TIMEOUT = 60  # seconds


def fetch(url: str) -> bytes:
    """The bytes at an address, over https."""
    if not url.startswith("https://") and not os.environ.get("PIP_INDEX_URL"):
        sys.exit(f"not an https address: {url}")
    context = ssl.create_default_context(cafile=os.environ.get("PIP_CERT"))
    with urllib.request.urlopen(url, timeout=TIMEOUT, context=context) as answer:  # noqa: S310  checked above
        return bytes(answer.read())


def address_of_wheel(index: str) -> str:
    """The wheel's address, as the index's page for pip gives it."""
    page = f"{index.rstrip('/')}/pip/"
    found = re.search(rf'href="([^"]*{re.escape(NAME)})[#"]', fetch(page).decode())
    if found is None:
        sys.exit(f"{page} does not list {NAME}")
    return str(urllib.parse.urljoin(page, found[1]))


def main() -> None:
    """Fetches the wheel, checks it and has it install itself."""
    try:
        wheel = fetch(address_of_wheel(os.environ.get("PIP_INDEX_URL", INDEX)))
    except (urllib.error.URLError, TimeoutError) as error:
        sys.exit(f"could not fetch pip: {error}")
    if hashlib.sha256(wheel).hexdigest() != SHA256:
        sys.exit(f"{NAME} is not the file it should be: its hash differs")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / NAME
        path.write_bytes(wheel)
        command = [sys.executable, f"{path}/pip", "install", "--quiet", "--no-deps", "--no-index", str(path)]
        sys.exit(subprocess.run(command, check=False).returncode)


if __name__ == "__main__":
    main()
