"""From parsed arguments to a build's options."""

import argparse
import sys
from pathlib import Path

from sitegen.build import Options
from sitegen.commands import UsageError
from sitegen.commands.findings import visible
from sitegen.commands.tongue import Say
from sitegen.effects.pool import cores
from sitegen.model import NOTHING, Said, said, said_by


def require_folder(path: str) -> None:
    """Nothing where a path is a folder; raises UsageError where it is none."""
    if not Path(path).is_dir():
        raise UsageError(said("{path} is no folder", path=path))


def options_from(arguments: argparse.Namespace) -> Options:
    """The options of a build, with absolute folders; raises UsageError where there is no such folder."""
    require_folder(arguments.root)
    root = Path(arguments.root).resolve()
    output = Path(
        getattr(arguments, "output", "") or root / "public"
    ).resolve()  # a link is never taken for the folder
    base_url = getattr(arguments, "base_url", "")
    problem = _problem(base_url) if base_url else NOTHING
    if problem:
        raise UsageError(said("{key}: {problem}", key=f"--base-url {base_url}", problem=problem))
    if output == root or output in root.parents or output.parent == output:
        raise UsageError(
            said(
                "--output {path}: the site cannot be built over the folder it is made from", path=str(output)
            )
        )
    if root in output.parents and output.relative_to(root).parts[0] in (
        "content", "seeds", "templates", ".sitegen", "sitegen", "tests", ".git", ".venv",
    ):  # fmt: skip
        raise UsageError(said("--output {path}: this folder holds sources", path=str(output)))
    return Options(
        root=str(root),
        output=str(output),
        base_url=base_url,
        jobs=arguments.jobs or cores(),
        drafts=getattr(arguments, "drafts", False),
        future=getattr(arguments, "future", False),
        strict=getattr(arguments, "strict", False),
        search=not getattr(arguments, "no_search", False),
        fresh=getattr(arguments, "fresh", False),
        as_of=arguments.as_of,
        one_index=getattr(arguments, "one_index", False),
    )


def _problem(base_url: str) -> Said:
    """What is wrong with an address that was given, if anything."""
    from sitegen.config.site import base_url_problem  # noqa: PLC0415  most builds are given none

    return base_url_problem(base_url)


def complain(problem: Said | Exception, say: Say) -> None:
    """One line on standard error."""
    message = problem if isinstance(problem, Said) else said_by(problem)
    print(visible(f"sitegen: {say(message)}"), file=sys.stderr)
