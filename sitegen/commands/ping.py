"""`sitegen ping`: tell the hub which feeds changed since it was last told; run it after a deploy."""

import argparse
import hashlib
import json
import os

from sitegen.build import Options, settings_of
from sitegen.commands.settings import complain, require_folder
from sitegen.commands.tongue import tongue
from sitegen.effects.disk import Disk, walk
from sitegen.effects.hub import HubError, post
from sitegen.feed.websub import MEDIA_TYPE, changed_feeds, ping_body
from sitegen.model import said


def run(arguments: argparse.Namespace) -> int:
    """Send one form with every changed feed; 1 where the hub could not be told."""
    say = tongue(arguments)
    require_folder(arguments.root)
    root = os.path.abspath(arguments.root)  # noqa: PTH100  strings
    output = os.path.abspath(arguments.output or os.path.join(root, "public"))  # noqa: PTH100, PTH118  strings
    disk = Disk()
    site = settings_of(Options(root, output), disk).config.site
    if not site.hub:
        complain(said("content/site.toml names no hub"), say)
        return 2
    if not os.path.isdir(output):  # noqa: PTH112  strings
        complain(said("{path} is no folder; build the site first", path=output), say)
        return 2
    state = os.path.join(root, ".sitegen", "pinged.json")  # noqa: PTH118  strings
    after = {
        path: hashlib.blake2b(disk.read(f"{output}/{path}"), digest_size=12).hexdigest()
        for path, _ in walk(output)
        if path.endswith((".xml", ".json"))
    }
    changed = changed_feeds(_told(disk, state), after)
    if not changed:
        print(say(said("no feed changed")))
        return 0
    try:
        status = post(site.hub, ping_body(changed, site), MEDIA_TYPE)
    except HubError as error:
        complain(error, say)
        return 1
    disk.makedirs(os.path.dirname(state))  # noqa: PTH120  strings
    disk.replace(state, json.dumps(after, sort_keys=True).encode())
    told = said(
        "{count} {count|feed|feeds} told to {hub} ({status})",
        count=len(changed),
        hub=site.hub,
        status=str(status),
    )
    print(say(told))
    return 0


def _told(disk: Disk, state: str) -> dict[str, str]:
    """The digests that the hub was last told of; none where that is not known."""
    try:
        known = json.loads(disk.read(state))
    except (OSError, ValueError):
        return {}
    return {str(path): str(digest) for path, digest in known.items()} if isinstance(known, dict) else {}
