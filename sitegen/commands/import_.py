"""`sitegen import`: a page's text into `seeds/`, as if it had been pasted."""

import argparse
import json
import os
from urllib.parse import urlsplit

from sitegen.build.options import Options
from sitegen.build.settle import settle
from sitegen.commands.new import write_new
from sitegen.commands.settings import complain
from sitegen.commands.tongue import tongue
from sitegen.effects.disk import Disk
from sitegen.effects.fetch import FetchError, fetch
from sitegen.model import said
from sitegen.model.place import CAPTURES
from sitegen.read.decode import MAX_BYTES, MAX_LINES
from sitegen.read.webpage import text_of
from sitegen.text.addresses import safe_address, untracked
from sitegen.text.slug import slug


def run(arguments: argparse.Namespace) -> int:
    """Fetch, write a new capture, and name it; 1 where the page was not to be had."""
    say = tongue(arguments)
    root = os.path.realpath(arguments.root)
    if not os.path.isdir(root):  # noqa: PTH112  strings
        complain(said("{path} is no folder", path=arguments.root), say)
        return 2
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
    day = settle(Options(root, os.path.join(root, "public"), as_of=arguments.as_of), disk, None).as_of  # noqa: PTH118
    parts = urlsplit(page.url)
    last = next((part for part in reversed(parts.path.split("/")) if slug(part)), "")
    name = slug(f"{parts.hostname} {last.rsplit('.', 1)[0]}", 80) or "page"
    link = safe_address(untracked(page.url))
    head = f"---\nlink: {json.dumps(link)}\n---\n\n" if link else ""
    path = write_new(disk, root, f"{CAPTURES}/{day}-{name}", ".txt", head + text)
    print(path)
    return 0
