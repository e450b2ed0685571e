"""`sitegen learn SOURCE`: lines that recur in a source's captures, as rows for an editor to accept."""

import argparse
import os

from sitegen.analyse import Tools, analyse, profile_of
from sitegen.build import Options, equipment
from sitegen.clean.learn import Capture, learn
from sitegen.commands.settings import complain, require_folder
from sitegen.commands.tongue import tongue
from sitegen.effects.disk import Disk, scan
from sitegen.model import Analysis, said, said_by
from sitegen.model.place import ITEMS
from sitegen.read import decode
from sitegen.read.decode import most_bytes
from sitegen.text.fold import fold


def run(arguments: argparse.Namespace) -> int:
    """Print the proposed rows; nothing is changed."""
    say = tongue(arguments)
    require_folder(arguments.root)
    root = os.path.abspath(arguments.root)  # noqa: PTH100  strings
    disk = Disk()
    settings, tools = equipment(Options(root, root), disk)
    profile = profile_of(_named(arguments.source, tools), tools.profiles)
    if profile is None:
        known = ", ".join(f"{one.id} ({one.name})" for one in tools.profiles)
        problem = said(
            "no file of content/sources/ is called '{name}' (known: {known})",
            name=arguments.source,
            known=known or said("none yet"),
        )
        complain(problem, say)
        return 2
    captures = []
    for found in scan(root, ITEMS)[0]:
        try:
            data = disk.read(f"{root}/{found.path}", most_bytes(found.path) + 1)
            analysis = analyse(decode(found.path, data, "")[0], tools)
        except Exception as error:  # noqa: BLE001  one file that cannot be read must not hide the others
            complain(said("{path}: {reason}", path=found.path, reason=said_by(error)), say)
            continue
        if analysis.recognition.profile == profile.id:
            captures.append(_capture(analysis))
    rules = (*profile.noise, *settings.config.lore.noise.rules)
    proposals = learn(captures, [rule.id for rule in rules])
    counted = said(
        "{captures} {captures|capture|captures} of {source}, {count} {count|line recurs|lines recur}",
        captures=len(captures),
        source=profile.name,
        count=len(proposals),
    )
    print(f"# {say(counted)}")
    print(f"# {say(said('read them, then add them to {path}', path=f'content/sources/{profile.id}.toml'))}")
    for proposal in proposals:
        print(f"\n{proposal.toml()}")
    return 0


def _named(name: str, tools: Tools) -> str:
    """The id of the profile that an editor names by its file's name or by the source's; "" for none."""
    wanted = fold(" ".join(name.split())).removesuffix(".toml")
    by_file = (one.id for one in tools.profiles if fold(one.id) == wanted)
    by_name = (one.id for one in tools.profiles if fold(" ".join(one.name.split())) == wanted)
    return next(by_file, "") or next(by_name, "")


def _capture(analysis: Analysis) -> Capture:
    """What was cut from a capture, and which of its lines say who wrote it, and when."""
    read = [
        field.candidates[0]
        for field in (analysis.metadata.authors, analysis.metadata.date)
        if field.candidates
    ]
    lines = [one.where.span.line for one in read if one.rank == "stated" and one.where.span]
    return Capture(analysis.cleaned.decisions, frozenset(lines), analysis.metadata.authors.value)
