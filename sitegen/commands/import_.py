"""`sitegen import`: a page's text into `seeds/`, as if it had been pasted."""

import argparse
import json
import os
from typing import Any
from urllib.parse import urlsplit

from sitegen.analyse import Tools, analyse
from sitegen.build import Options, equipment
from sitegen.commands.new import write_new
from sitegen.commands.settings import complain, require_folder
from sitegen.commands.tongue import tongue
from sitegen.effects.disk import Disk
from sitegen.effects.fetch import FetchError, fetch
from sitegen.metadata.keys import PAGE_DATA
from sitegen.model import Field, Metadata, SourceFile, said
from sitegen.model.place import CAPTURES
from sitegen.read.decode import MAX_BYTES, MAX_LINES, legal, page_text
from sitegen.read.webpage import own_address, text_of
from sitegen.text.addresses import host_of, safe_address, untracked
from sitegen.text.slug import slug


def run(arguments: argparse.Namespace) -> int:
    """Fetch, write a new capture, and name it; 1 where the page was not to be had."""
    say = tongue(arguments)
    require_folder(arguments.root)
    root = os.path.realpath(arguments.root)
    try:
        page = fetch(
            arguments.url, allow_private=arguments.allow_private, ignore_robots=arguments.ignore_robots
        )
    except FetchError as error:
        complain(error, say)
        return 1
    text = text_of(page.data, page.media_type, page.charset)
    if not text.strip():
        complain(said("{url} holds no text: it may be made by scripts; paste it by hand", url=page.url), say)
        return 1
    if len(text.encode()) > MAX_BYTES // 2 or text.count("\n") > MAX_LINES:
        complain(said("{url} holds more text than an article can have", url=page.url), say)
        return 1
    disk = Disk()
    settings, tools = equipment(Options(root, os.path.join(root, "public"), as_of=arguments.as_of), disk)  # noqa: PTH118
    day = settings.as_of
    parts = urlsplit(page.url)
    last = next((part for part in reversed(parts.path.split("/")) if slug(part)), "")
    name = slug(f"{parts.hostname} {last.rsplit('.', 1)[0]}", 80) or "page"
    source = "" if page.media_type == "text/plain" else page_text(page.data, page.charset)
    link = _address(source, page.url)
    shown = SourceFile(f"{CAPTURES}/{day}-{name}.html", legal(source), "")
    keys = {**({"link": link} if link else {}), **(_told(shown, tools) if source else {})}
    lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in keys.items()]
    head = "\n".join(["---", *lines, "---", "", ""]) if lines else ""
    path = write_new(disk, root, f"{CAPTURES}/{day}-{name}", ".txt", head + text)
    print(path)
    return 0


def _address(source: str, fetched: str) -> str:
    """The address that a page gives as its own, if it leads to the same site; else the one that was asked."""
    own = safe_address(untracked(own_address(source))) if source else ""
    hosts = sorted((host_of(own), host_of(fetched)), key=len)
    same = hosts[0] == hosts[1] or hosts[1].endswith(f".{hosts[0]}")  # "m.example.org"
    return own if own and same and urlsplit(own).path.strip("/") else safe_address(untracked(fetched))


def _told(page: SourceFile, tools: Tools) -> dict[str, str | list[str]]:
    """What the page tells programs alone, and a build of its source would take: its text does not have it."""
    found: Metadata = analyse(page, tools).metadata
    out: dict[str, str | list[str]] = {}
    for key, stamp in (("date", found.date), ("updated", found.updated)):
        if _is_told(stamp) and stamp.value:
            out[key] = (stamp.value.moment or stamp.value.day).isoformat()
    if _is_told(found.authors):
        out["authors"] = list(found.authors.value)
    if _is_told(found.source) and found.source.value:
        out["source"] = found.source.value.name
    return out


def _is_told(field: Field[Any]) -> bool:
    return bool(field.candidates) and field.candidates[0].detector == PAGE_DATA
