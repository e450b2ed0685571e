"""`sitegen serve`: build, show the site on this machine, build again on every change."""

import argparse
import ipaddress
import sys
import threading
from collections.abc import Iterator

from sitegen.build import (
    BusyError,
    ForeignOutputError,
    Options,
    Report,
    SearchIndexError,
    TakenError,
    Warm,
    build,
    settings_of,
)
from sitegen.build.options import few
from sitegen.commands.build import foreign, taken
from sitegen.commands.findings import FEW, tell
from sitegen.commands.progress import silent
from sitegen.commands.settings import complain, options_from
from sitegen.commands.tongue import Say, tongue
from sitegen.effects.disk import Disk
from sitegen.effects.server import Server, Shown, headers_of
from sitegen.effects.watch import changes
from sitegen.model import Said, said, said_by

_EVERY = 0.5  # seconds between two looks at the files


def run(arguments: argparse.Namespace) -> int:
    """Serve until interrupted."""
    say = tongue(arguments)
    options = options_from(arguments)
    disk = Disk()
    prefix = settings_of(options, disk).config.site.prefix
    shown = Shown(
        options.output, prefix, headers_of(options.root, disk), arguments.host, not arguments.no_reload
    )
    try:
        server = Server((arguments.host, arguments.port), shown)
    except OSError as error:
        problem = said(
            "{host}, port {port}: {reason}; choose another --port",
            host=arguments.host,
            port=str(arguments.port),
            reason=said_by(error),
        )
        complain(problem, say)
        return 2
    threading.Thread(target=server.serve_forever, daemon=True).start()
    port = server.server_address[1]
    if not _is_loopback(arguments.host):
        complain(said("everybody on this network can read the site while this runs"), say)
    stop = threading.Event()
    first, warm, last = True, Warm(), None
    try:
        for _ in changes(options.root, lambda: stop.wait(_EVERY)):
            last = _build(options, disk, warm, last, say) or last
            server.changed()
            if first:
                name = f"[{arguments.host}]" if ":" in arguments.host else arguments.host
                print(say(said("{url} (Ctrl-C ends it)", url=f"http://{name}:{port}{prefix}/")), flush=True)
                first = False
    except KeyboardInterrupt:
        print(say(said("stopped")), file=sys.stderr)
    finally:
        server.shutdown()
        server.server_close()
    return 0


def _build(options: Options, disk: Disk, warm: Warm, last: Report | None, say: Say) -> Report | None:
    """Bring the site up to date, and say what keeps it from being so; the old one is shown meanwhile.

    Warnings that the last build gave are not said again.
    """
    try:
        report = build(options, disk, silent, warm)
    except ForeignOutputError as error:
        complain(foreign(error), say)
        return None
    except TakenError as error:
        complain(taken(error), say)
        return None
    except (BusyError, SearchIndexError) as error:
        complain(error, say)
        return None
    except OSError as error:
        complain(said("{path}: {reason}", path=str(error.filename or ""), reason=said_by(error)), say)
        return None
    warnings = report.few_warnings(FEW) if last is None else few(report.new_warnings(last), FEW)
    tell(report.errors(), warnings, say)
    print(", ".join(map(say, _state(report))), flush=True)
    return report


def _state(report: Report) -> Iterator[Said]:
    """The site in a line."""
    articles = report.counts.get("articles", report.counts.get("files", 0))
    yield said("{count} {count|article|articles}", count=articles)
    if "pages" in report.counts:
        made = sum(report.counts.get(f"{kind}-written", 0) for kind in ("pages", "feeds"))
        yield said("{count} {count|page or feed|pages and feeds} written", count=made)
    else:
        yield said("not published")
    if warned := report.warned():
        yield said("{count} {count|warning|warnings} (`sitegen check` shows all)", count=warned)


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
