"""`sitegen serve`: build, show the site on this machine, build again on every change."""

import argparse
import ipaddress
import sys
import threading

from sitegen.build import (
    BusyError,
    ForeignOutputError,
    Options,
    Report,
    SearchIndexError,
    TakenError,
    Warm,
    build,
)
from sitegen.build.settle import settle
from sitegen.commands.findings import FEW, many, tell
from sitegen.commands.progress import silent
from sitegen.commands.settings import UsageError, complain, options_from
from sitegen.effects.disk import Disk
from sitegen.effects.server import Server, Shown, headers_of
from sitegen.effects.watch import changes

_EVERY = 0.5  # seconds between two looks at the files


def run(arguments: argparse.Namespace) -> int:
    """Serve until interrupted."""
    try:
        options = options_from(arguments)
    except UsageError as error:
        complain(error)
        return 2
    disk = Disk()
    prefix = settle(options, disk, None).config.site.prefix
    shown = Shown(
        options.output, prefix, headers_of(options.root, disk), arguments.host, not arguments.no_reload
    )
    try:
        server = Server((arguments.host, arguments.port), shown)
    except OSError as error:
        complain(
            Exception(f"{arguments.host}, port {arguments.port}: {error.strerror}; choose another --port")
        )
        return 2
    threading.Thread(target=server.serve_forever, daemon=True).start()
    port = server.server_address[1]
    if not _is_loopback(arguments.host):
        complain(Exception("everybody on this network can read the site while this runs"))
    stop = threading.Event()
    first, warm, last = True, Warm(), None
    try:
        for _ in changes(options.root, lambda: stop.wait(_EVERY)):
            last = _build(options, disk, warm, last) or last
            server.changed()
            if first:
                name = f"[{arguments.host}]" if ":" in arguments.host else arguments.host
                print(f"http://{name}:{port}{prefix}/ (Ctrl-C ends it)", flush=True)
                first = False
    except KeyboardInterrupt:
        print("stopped", file=sys.stderr)
    finally:
        server.shutdown()
        server.server_close()
    return 0


def _build(options: Options, disk: Disk, warm: Warm, last: Report | None) -> Report | None:
    """Bring the site up to date, and say what keeps it from being so; the old one is shown meanwhile.

    Warnings that the last build gave are not said again.
    """
    try:
        report = build(options, disk, silent, warm)
    except ForeignOutputError as error:
        complain(Exception(f"{error} holds files that sitegen did not write; choose another --output"))
        return None
    except TakenError as error:
        complain(Exception(f"{error} is not sitegen's, and the site needs its place; move it elsewhere"))
        return None
    except (BusyError, SearchIndexError) as error:
        complain(error)
        return None
    except OSError as error:
        complain(Exception(f"{error.strerror}: {error.filename}"))
        return None
    if last is None:
        tell(report.errors(), report.few_warnings(FEW), report.warned())
    else:
        new = report.new_warnings(last)
        tell(report.errors(), new[:FEW], len(new))
    made = sum(report.counts.get(f"{kind}-written", 0) for kind in ("pages", "feeds"))
    state = "not published" if "pages" not in report.counts else f"{made} pages and feeds written"
    warned = f", {many(report.warned(), 'warning')} (`sitegen check` shows all)" if report.warned() else ""
    print(
        f"{report.counts.get('articles', report.counts.get('files', 0))} articles, {state}{warned}",
        flush=True,
    )
    return report


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
