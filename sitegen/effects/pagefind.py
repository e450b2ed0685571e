"""Pagefind run as a process, beside the rest of the build."""

import os
from collections.abc import Iterable
from typing import TYPE_CHECKING

from msgspec import Struct

from sitegen.effects.disk import Disk, walk
from sitegen.model.said import said, said_by

if TYPE_CHECKING:
    import subprocess

# What the search page loads; Pagefind's own interfaces are not used and would double the bundle.
_UNUSED = ("pagefind-ui", "pagefind-modular-ui", "pagefind-component-ui", "pagefind-highlight")


class SearchIndexError(Exception):
    """Pagefind could not be run or failed; the sentence holds what it said."""


class Run(Struct, frozen=True):
    """A running Pagefind and the folder that it fills."""

    process: "subprocess.Popen[bytes]"
    bundle: str


def start(disk: Disk, folder: str, documents: Iterable[tuple[str, bytes]], language: str) -> Run:
    """Index the documents into `folder`/bundle, in a process of its own."""
    import subprocess  # noqa: PLC0415  only where there is something to index

    from pagefind_bin import get_executable  # noqa: PLC0415  as above

    site, bundle = f"{folder}/site", f"{folder}/bundle"
    disk.remove_tree(folder)
    disk.makedirs(site)
    for url, data in documents:
        disk.write(f"{site}{url}index.html", data)
    command = [
        str(get_executable()), "--silent", "--force-language", language,
        "--site", site, "--output-path", bundle,
    ]  # fmt: skip
    environment = {key: value for key, value in os.environ.items() if not key.startswith("PAGEFIND_")}
    try:
        process = subprocess.Popen(  # noqa: S603  our own arguments
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            env=environment,
        )
    except OSError as error:
        raise SearchIndexError(said("pagefind cannot be started: {reason}", reason=said_by(error))) from error
    return Run(process, bundle)


def finish(run: Run) -> tuple[tuple[str, int], ...]:
    """Wait for Pagefind; the files of its bundle that the search page needs, with their sizes."""
    out, _ = run.process.communicate()
    if run.process.returncode:
        reason = out.decode("utf-8", "replace").strip()[-500:]
        raise SearchIndexError(said("pagefind failed: {reason}", reason=reason))
    return tuple((path, size) for path, size in walk(run.bundle) if not path.startswith(_UNUSED))
