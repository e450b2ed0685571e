"""`sitegen new`: the beginnings of an article, ready to be written."""

import argparse
import json
import os

from sitegen.build import Options, settings_of
from sitegen.commands.settings import complain, require_folder
from sitegen.commands.tongue import tongue
from sitegen.effects.disk import Disk
from sitegen.model import said
from sitegen.model.place import ARTICLES
from sitegen.read.decode import legal
from sitegen.text.slug import slug

_MOST = 100  # articles of one day under one title
_LONGEST = 300

_SKELETON = """---
title: {title}
date: {date}
authors: []
source: ""
link: ""
countries: []
themes: []
tags: []
summary: ""
draft: true
---

"""


def run(arguments: argparse.Namespace) -> int:
    """Write the file and name it; 2 where the title cannot name one."""
    require_folder(arguments.root)
    root = os.path.realpath(arguments.root)
    title = " ".join(legal(arguments.title).split())
    name = slug(title, 60)
    if not name or len(title) > _LONGEST:
        problem = said("a title has letters or digits, and at most {count} of them", count=_LONGEST)
        complain(problem, tongue(arguments))
        return 2
    disk = Disk()
    day = settings_of(Options(root, os.path.join(root, "public"), as_of=arguments.as_of), disk).as_of  # noqa: PTH118
    text = _SKELETON.format(title=json.dumps(title, ensure_ascii=False), date=day)
    path = write_new(disk, root, f"{ARTICLES}/{day}-{name}", ".md", text)
    print(path)
    return 0


def write_new(disk: Disk, root: str, stem: str, suffix: str, text: str) -> str:
    """The path, relative to the root, of a new file with this text; an existing one is never touched."""
    for number in range(1, _MOST):
        path = f"{stem}{suffix}" if number == 1 else f"{stem}-{number}{suffix}"
        if disk.create(os.path.join(root, path), text.encode()):  # noqa: PTH118  strings
            return path
    raise FileExistsError(17, "there are a hundred of this name", stem)
