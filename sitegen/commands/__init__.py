"""The commands, each with its options: a table to read, and a module that runs it.

Rows are named tuples: loading what makes Structs would take half of the time in which `--help` answers.
"""

from typing import NamedTuple


class Option(NamedTuple):
    """An option or argument: its flags, and argparse's settings; "date", "count" and "port" are our types."""

    flags: tuple[str, ...]
    settings: dict[str, object]


class Command(NamedTuple):
    """A command: its name, its module, a line of help, its options."""

    name: str
    module: str
    help: str
    options: tuple[Option, ...]


class UsageError(Exception):
    """The arguments do not fit the folder they name."""


def _flag(name: str, text: str) -> Option:
    return Option((name,), {"action": "store_true", "help": text})


def _value(name: str, metavar: str, text: str, **settings: object) -> Option:
    return Option((name,), {"metavar": metavar, "help": text, **settings})


ROOT = _value("--root", "DIR", "the site's folder (default: here)", default=".")
AS_OF = _value("--as-of", "DATE", "what today means (default: site.toml's, else today)", type="date")
LANG = _value("--lang", "CODE", "speak this language, such as fr or en (default: site.toml's)", default="")
JOBS = _value(
    "--jobs", "N", "processes to use (default: as many as there are cores)", type="count", default=0
)

COMMANDS: tuple[Command, ...] = (
    Command(
        "build",
        "sitegen.commands.build",
        "build the site into public/",
        (
            ROOT,
            _value("--output", "DIR", "where the site goes (default: ROOT/public)", default=""),
            _value("--base-url", "URL", "the site's address (default: site.toml's)", default=""),
            JOBS,
            _flag("--drafts", "publish drafts too"),
            _flag("--future", "publish what is dated after today too"),
            _flag("--strict", "take warnings for errors"),
            _flag("--no-search", "leave the search index as it is"),
            _flag("--one-index", "make the search index in one piece, for a release"),
            _flag("--fresh", "use nothing of earlier builds"),
            _flag("--quiet", "say nothing but errors"),
            AS_OF,
            LANG,
        ),
    ),
    Command(
        "check",
        "sitegen.commands.check",
        "say all that a build would complain about, without writing",
        (
            ROOT,
            JOBS,
            _flag("--strict", "take warnings for errors"),
            _flag("--quiet", "errors only"),
            AS_OF,
            LANG,
        ),
    ),
    Command(
        "explain",
        "sitegen.commands.explain",
        "show what was cut from a file and where each field was read",
        (
            ROOT,
            _flag("--json", "one JSON object a file, one per line"),
            AS_OF,
            LANG,
            Option(("paths",), {"metavar": "PATH", "nargs": "+", "help": "a file, or - for standard input"}),
        ),
    ),
    Command(
        "serve",
        "sitegen.commands.serve",
        "build the site, show it on this machine, and build again on every change",
        (
            ROOT,
            _value("--output", "DIR", "where the site goes (default: ROOT/public)", default=""),
            _value("--base-url", "URL", "the site's address (default: site.toml's)", default=""),
            _value(
                "--host",
                "ADDRESS",
                "listen on this address (default: this machine only)",
                default="127.0.0.1",
            ),
            _value("--port", "N", "listen on this port (default: 8000)", type="port", default=8000),
            JOBS,
            _flag("--drafts", "show drafts too"),
            _flag("--future", "show what is dated after today too"),
            _flag("--strict", "take warnings for errors"),
            _flag("--no-search", "leave the search index as it is"),
            _flag("--no-reload", "do not reload open pages after a build"),
            AS_OF,
            LANG,
        ),
    ),
    Command(
        "new",
        "sitegen.commands.new",
        "begin an article: a file with its front matter in content/articles/",
        (
            ROOT,
            AS_OF,
            LANG,
            Option(("title",), {"metavar": "TITLE", "help": "the article's title"}),
        ),
    ),
    Command(
        "import",
        "sitegen.commands.import_",
        "fetch a page and keep its text as a capture in seeds/",
        (
            ROOT,
            _flag("--allow-private", "fetch from private addresses and unusual ports too"),
            _flag("--ignore-robots", "fetch what robots.txt asks robots to leave alone"),
            AS_OF,
            LANG,
            Option(("url",), {"metavar": "URL", "help": "the page's address"}),
        ),
    ),
    Command(
        "evaluate",
        "sitegen.commands.evaluate",
        "measure cleaning, metadata or labels on a labelled corpus",
        (
            ROOT,
            _value("--language", "CODE", "only pages of this language", default=""),
            _value("--worst", "N", "how many of the worst pages to show", type="count", default=10),
            AS_OF,
            LANG,
            Option(("measure",), {"choices": ("noise", "metadata", "countries", "themes")}),
            Option(("corpus",), {"metavar": "CORPUS", "help": "JSON Lines, compressed with gzip or not"}),
        ),
    ),
    Command(
        "learn",
        "sitegen.commands.learn",
        "propose noise rules from lines that recur in a source's captures",
        (
            ROOT,
            LANG,
            Option(
                ("source",),
                {"metavar": "SOURCE", "help": "the source's name, or its file's in content/sources/"},
            ),
        ),
    ),
    Command(
        "ping",
        "sitegen.commands.ping",
        "tell the WebSub hub which feeds changed; run it after a deploy",
        (ROOT, _value("--output", "DIR", "the built site (default: ROOT/public)", default=""), LANG),
    ),
)
