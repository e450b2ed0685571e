"""`sitegen learn SOURCE`: lines that recur in a source's captures, as rows for an editor to accept."""

import argparse
import os

from sitegen.build.gather import tools_for
from sitegen.build.options import Options
from sitegen.build.settle import settle
from sitegen.clean.learn import learn
from sitegen.commands.settings import complain
from sitegen.effects.disk import Disk, scan
from sitegen.read import decode, read
from sitegen.recognise import recognise


def run(arguments: argparse.Namespace) -> int:
    """Print the proposed rows; nothing is changed."""
    root = os.path.abspath(arguments.root)  # noqa: PTH100  strings
    disk = Disk()
    settings = settle(Options(root, root), disk, None)
    tools = tools_for(settings)
    if arguments.source not in {profile.id for profile in tools.profiles}:
        known = ", ".join(profile.id for profile in tools.profiles) or "none yet"
        complain(Exception(f"there is no content/sources/{arguments.source}.toml (known: {known})"))
        return 2
    documents = []
    for found in scan(root, settings.config.site.source_dirs)[0]:
        source, _ = decode(found.path, disk.read(f"{root}/{found.path}"), "")
        document = read(source)
        if recognise(document, tools.profiles, tools.lexicon).profile == arguments.source:
            documents.append(document)
    proposals = learn(documents)
    print(f"# {len(documents)} captures de {arguments.source}, {len(proposals)} lignes qui reviennent")
    print(f"# à relire, puis à ajouter à content/sources/{arguments.source}.toml")
    for proposal in proposals:
        print(f"\n{proposal.toml()}")
    return 0
