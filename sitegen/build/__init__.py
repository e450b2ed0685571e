"""The conveyor: files become entries, entries a site, a site bytes, and bytes replace the output folder.

Each phase is a call; the decisions are in the pure rooms, the acts in `effects`.
"""

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from msgspec import Struct

from sitegen.build.gather import Gathered, Survey, gather, survey, tools_for
from sitegen.build.options import Options, Progress, Report, Status, in_order
from sitegen.build.settle import Outline, Settings, settle, sketch
from sitegen.build.warm import Warm
from sitegen.effects import clock
from sitegen.effects.calm import calm
from sitegen.effects.disk import Disk, is_left_over, readable
from sitegen.effects.lock import BusyError, lock
from sitegen.effects.memo import DamagedError, Memo, digest_of, discard, recalled
from sitegen.effects.pagefind import SearchIndexError
from sitegen.effects.swap import ForeignOutputError, Swap, TakenError
from sitegen.model import Diagnostic, Told, Where, said, said_by
from sitegen.publish import Manifest, plan_publish

if TYPE_CHECKING:  # what follows loads only where a build has something to do
    from sitegen.analyse import Tools
    from sitegen.build.produce import IndexWork
    from sitegen.group import Ledger
    from sitegen.model.standing import Basis
    from sitegen.render.picture import Shot
    from sitegen.site import Composition

__all__ = [
    "BusyError",
    "ForeignOutputError",
    "Options",
    "Progress",
    "Report",
    "SearchIndexError",
    "Settings",
    "Status",
    "TakenError",
    "Warm",
    "build",
    "check",
    "equipment",
    "settings_of",
    "tools_for",
]

LEDGER = "content/ledger.tsv"
_LEDGER = "ledger-"  # the memo's name for the ledger that has a text, before that text's digest
_LAST = "last"  # the memo's name for what the last build of an output was made from


class Last(Struct, frozen=True):
    """The last build that was published: the digest of all that went in, and what was said of it."""

    key: str
    counts: dict[str, int]
    own: tuple[Diagnostic, ...]
    told: tuple[Told, ...]


def build(options: Options, disk: Disk, progress: Progress, warm: Warm | None = None) -> Report:
    """Bring the output folder up to date with the content, or leave it as it is and say why.

    Raises BusyError where another build is at work, ForeignOutputError where the output is not ours,
    TakenError where somebody else's file stands in the site's way there, SearchIndexError where Pagefind
    fails, and OSError where the disk does; the old site stands in each case. ``warm`` is what the same
    process's builds leave to those that follow.
    """
    report, warm = Report(), warm or Warm()
    state, own = state_folder(options), os.path.join(options.root, ".sitegen")  # noqa: PTH118  strings
    disk.makedirs(state)
    disk.makedirs(own)
    # One lock for the sources' memo and ledger, one for the output: neither may be shared.
    with (
        calm(),
        lock(os.path.join(own, "lock")),  # noqa: PTH118  strings
        lock(os.path.join(state, "lock")),  # noqa: PTH118  strings
    ):
        swap = Swap(disk, options.output, state)
        swap.open()
        path = memo_path(options)
        try:
            _with_memo(options, disk, progress, report, swap, path, warm)
        except DamagedError:  # what it kept cannot be had: all is read anew
            report = Report()
            discard(path)
            _with_memo(options, disk, progress, report, swap, path, warm)
    return report


def _with_memo(
    options: Options, disk: Disk, progress: Progress, report: Report, swap: Swap, path: str, warm: Warm
) -> None:
    memo = Memo(path)
    try:
        _build(options, disk, progress, report, swap, memo, warm)
    finally:
        memo.close()


def check(options: Options, disk: Disk, progress: Progress) -> Report:
    """All that `build` would complain about; nothing is written.

    What earlier builds found out is believed as `build` believes it.
    """
    with recalled(memo_path(options)) as memo:
        try:
            return _check(options, disk, progress, memo)
        except DamagedError:
            return _check(options, disk, progress, None)


def _check(options: Options, disk: Disk, progress: Progress, memo: Memo | None) -> Report:
    from sitegen.group import read_ledger  # noqa: PLC0415  as above

    report = Report()
    outline = sketch(options, disk, memo)
    report.own += outline.notes
    settings = settle(options, disk, memo, outline)
    surveyed = survey(options, outline, disk, memo)
    gathered = _read(options, settings, surveyed, disk, memo, report, progress, Warm())
    ledger, ledger_notes = read_ledger(LEDGER, settings.ledger)
    report.own += ledger_notes
    _compose(options, settings, gathered, ledger, report, None, {}, None)
    report.own = in_order(report.own)
    return report


def settings_of(options: Options, disk: Disk) -> Settings:
    """A site's settings for a command that writes nothing."""
    with recalled(memo_path(options)) as memo:
        return settle(options, disk, memo)


def equipment(options: Options, disk: Disk) -> "tuple[Settings, Tools]":
    """A site's settings and the tools to analyse a file, for a command that writes nothing."""
    with recalled(memo_path(options)) as memo:
        settings = settle(options, disk, memo)
        return settings, tools_for(settings, memo)


def memo_path(options: Options) -> str:
    """Where builds keep what they found out of the sources."""
    return os.path.join(options.root, ".sitegen", "memo.sqlite")  # noqa: PTH118  strings


def state_folder(options: Options) -> str:
    """Where the twin of this output is kept: with the memo where that is the same disk, else beside it."""
    parent = os.path.dirname(options.output) or "/"  # noqa: PTH120  strings
    while not os.path.isdir(parent):  # noqa: PTH112  strings
        parent = os.path.dirname(parent)  # noqa: PTH120  strings
    name = os.path.relpath(options.output, options.root).replace(os.sep, "-").strip(".-")
    if os.stat(parent).st_dev == os.stat(options.root).st_dev:  # noqa: PTH116  strings
        return os.path.join(options.root, ".sitegen", f"out-{name}")  # noqa: PTH118  strings
    return os.path.join(parent, f".{os.path.basename(options.output)}.sitegen-{name}")  # noqa: PTH118, PTH119  strings


def _cache(options: Options) -> str:
    """Where converted images are kept between builds."""
    return os.path.join(options.root, ".sitegen")  # noqa: PTH118  strings


@contextmanager
def _timed(report: Report, phase: str) -> Iterator[None]:
    start = clock.seconds()
    try:
        yield
    finally:
        report.seconds[phase] = report.seconds.get(phase, 0.0) + clock.seconds() - start


def _held(options: Options, outline: Outline, report: Report) -> bool:
    """Whether what was found keeps the site from being published."""
    errors = report.errors() + (report.warnings() if options.strict else [])
    if not errors:
        return False
    report.status = "content-errors"
    own = any(note.where.path.endswith(".toml") or note.where.path == LEDGER for note in errors)
    return outline.basics.on_error == "hold" or options.strict or own


def _read(
    options: Options,
    settings: Settings,
    surveyed: Survey,
    disk: Disk,
    memo: Memo | None,
    report: Report,
    progress: Progress,
    warm: Warm,
) -> Gathered:
    with _timed(report, "read"):
        gathered = gather(options, settings, surveyed, disk, memo, progress, warm)
    report.own += [*settings.config.notes, *gathered.notes]
    report.told = gathered.told
    report.counts["files"] = len(gathered.paths)
    report.counts["read"] = gathered.read
    report.counts["cut"] = sum(entry.cut for entry in gathered.entries)
    return gathered


def _compose(
    options: Options,
    settings: Settings,
    gathered: Gathered,
    ledger: "Ledger",
    report: Report,
    disk: Disk | None,
    current: Manifest,
    basis: "Basis | None",
) -> "Composition":
    """The site composed; images are converted where a disk is given to keep them on."""
    from sitegen.config.overrides import unused  # noqa: PLC0415  as above
    from sitegen.group import publishable  # noqa: PLC0415  as above
    from sitegen.site import Material, compose  # noqa: PLC0415  as above

    with _timed(report, "plan"):
        articles, left_out = publishable(
            gathered.entries, settings.as_of, drafts=options.drafts, future=options.future
        )
        used = {path for entry in gathered.entries for path in entry.pictures}
        shots = tuple({shot.path: shot for shot in settings.images.values() if shot.path in used}.values())
        sizes, image_notes = _converted(options, disk, shots)
        report.own += [*settings.image_notes, *image_notes]
        material = Material(
            config=settings.config,
            templates=settings.templates,
            assets=settings.assets,
            pages=settings.pages,
            ledger=ledger,
            known_paths=gathered.paths,
            as_of=settings.as_of,
            code=settings.code,
            shots=shots,
            image_sizes=sizes,
            one_index=options.one_index,
            drafts=options.drafts,
            digest=_matter(options, settings, settings.ledger_digest),
            basis=basis,
            published={path: stamp.signature for path, stamp in current.items()} if basis else {},
        )
        composition = compose(articles, material)
    waiting = sum(note.code == "future-left-out" for note in left_out)
    if waiting and settings.config.site.as_of == settings.as_of:
        message = said(
            "as_of makes {day} today for this site, so {count} later {count|article waits|articles wait}",
            day=str(settings.as_of),
            count=waiting,
        )
        hint = said("remove that line of site.toml to have the real day")
        report.own.append(Diagnostic("as-of-old", "warning", Where("content/site.toml"), message, hint))
    report.own += [*left_out, *composition.notes, *unused(settings.config.choices.overrides, gathered.paths)]
    report.counts["articles"] = len(articles)
    report.counts["undated"] = sum(article.date is None for article in articles)
    return composition


def _converted(
    options: Options, disk: Disk | None, shots: "tuple[Shot, ...]"
) -> tuple[Mapping[str, int], tuple[Diagnostic, ...]]:
    """Every form of these images made where it is missing; their sizes by published path."""
    if not shots or disk is None:
        return {}, ()
    from sitegen.effects.images import convert_all  # noqa: PLC0415  only where there are images

    return convert_all(options.root, disk, _cache(options), shots)


def _build(
    options: Options, disk: Disk, progress: Progress, report: Report, swap: Swap, memo: Memo, warm: Warm
) -> None:
    with _timed(report, "settings"):
        outline = sketch(options, disk, memo)
        surveyed = survey(options, outline, disk, memo)
        notes = (*outline.notes, *surveyed.notes)
        key = _key(options, outline, outline.ledger_digest, surveyed.digests(), notes)
        last = memo.value(_LAST, Last) if surveyed.unchanged and swap.current and not options.fresh else None
    if last is not None and last.key == key:
        report.counts = {
            **last.counts,
            "read": 0,
            **{name: 0 for name in last.counts if name.endswith("-written")},
        }
        report.own, report.told = list(last.own), last.told
        _held(options, outline, report)  # what was left out then still is
        memo.restamp(surveyed.touched)
        return
    key = _rebuild(options, outline, surveyed, disk, progress, report, swap, memo, warm)
    report.own = in_order(report.own)
    if key:
        with suppress(OSError, DamagedError):  # published already; the next build only looks again
            memo.keep_value(_LAST, _LAST, Last(key, report.counts, tuple(report.own), report.told))


def _rebuild(
    options: Options,
    outline: Outline,
    surveyed: Survey,
    disk: Disk,
    progress: Progress,
    report: Report,
    swap: Swap,
    memo: Memo,
    warm: Warm,
) -> str:
    """The site built and published; the digest of all that it is made from, "" where it was held back."""
    report.own += outline.notes
    with _timed(report, "settings"):
        settings = settle(options, disk, memo, outline)
        ledger, ledger_notes = _ledger(settings, memo)
        report.own += ledger_notes
    gathered = _read(options, settings, surveyed, disk, memo, report, progress, warm)
    if _held(options, outline, report):
        return ""
    current: Manifest = {} if options.fresh else swap.current
    basis = _basis(swap, memo) if current else None
    composition = _compose(options, settings, gathered, ledger, report, disk, current, basis)
    if _held(options, outline, report):
        return ""
    from sitegen.render.templates import TemplateBrokenError  # noqa: PLC0415  as above
    from sitegen.site import basis_for  # noqa: PLC0415  as above

    try:
        _publish(options, settings, composition, swap, memo, report, progress, warm)
    except TemplateBrokenError as error:
        report.own += error.args
        report.counts.pop("pages", None)  # nothing was published
        report.status = "content-errors"
        return ""
    promised = _keep_ledger(options, settings, composition, disk, memo, report)
    with suppress(OSError, DamagedError):  # as in `_build`
        made = basis_for(composition, _matter(options, settings, promised))
        memo.keep_value(_basis_name(swap), f"{_basis_name(swap)}{swap.mark}", made)
    return _key(options, outline, promised, gathered.digests, (*outline.notes, *surveyed.notes))


def _ledger(settings: Settings, memo: Memo) -> "tuple[Ledger, tuple[Diagnostic, ...]]":
    """The ledger of the settings' text: the one kept when it was written, else read line by line."""
    from sitegen.group import Ledger, read_ledger  # noqa: PLC0415  as above

    kept = memo.value(f"{_LEDGER}{settings.ledger_digest}", Ledger)
    return (kept, ()) if kept is not None else read_ledger(LEDGER, settings.ledger)


def _basis_name(swap: Swap) -> str:
    """The memo's name for what an output was planned from, before the mark of what that output holds."""
    return f"basis-{os.path.basename(swap.state)}-"  # noqa: PTH119  strings


def _basis(swap: Swap, memo: Memo) -> "Basis | None":
    """What the published site was planned from, where it is the last one that was published here."""
    from sitegen.model.standing import Basis  # noqa: PLC0415  as above

    return memo.value(f"{_basis_name(swap)}{swap.mark}", Basis)


def _matter(options: Options, settings: Settings, ledger: str) -> str:
    """The digest of all that a site is planned from besides its articles; ``ledger`` is that of its text."""
    return digest_of(repr(_asked(options)), settings.whole, ledger)


def _key(options: Options, outline: Outline, ledger: str, digests: str, notes: tuple[Diagnostic, ...]) -> str:
    """The digest of all that a build is made from; ``notes`` are of files that cannot be read."""
    return digest_of(repr(_asked(options)), outline.whole, ledger, digests, repr(notes))


def _asked(options: Options) -> tuple[object, ...]:
    """What of the options can change the site; the number of jobs cannot."""
    search = (options.search, options.one_index)
    return (options.output, options.base_url, options.drafts, options.future, options.strict, *search)


def _publish(
    options: Options,
    settings: Settings,
    composition: "Composition",
    swap: Swap,
    memo: Memo,
    report: Report,
    progress: Progress,
    warm: Warm,
) -> None:
    """Write what changed into the twin and exchange it with the output; nothing at all where nothing did."""
    from sitegen.build.produce import (  # noqa: PLC0415  as above
        Indexer,
        index_as_it_is,
        plan_index,
        write_files,
    )

    current = {} if options.fresh else swap.current
    search = options.search
    index = plan_index(composition, current, settings.code) if search else index_as_it_is(current)
    wanted = {**composition.wanted, **index.wanted}
    plan = plan_publish(wanted, current)
    _count(report, composition, plan.make, index)
    if plan.idle and not index.make:
        return
    swap.current = dict(current)
    with _timed(report, "write"):
        swap.prepare(plan.keep)
    indexer = Indexer(
        composition,
        memo,
        swap.disk,
        f"{swap.state}/index",
        settings.config.site.language,
        list(index.make),
        [],
    )
    try:
        with _timed(report, "search"):
            indexer.begin()
        with _timed(report, "write"):
            stamps = write_files(options, settings, composition, plan.make, swap, memo, progress, warm)
        with _timed(report, "search"):
            indexed = indexer.finish(swap.twin)
    finally:
        indexer.abandon()
    with _timed(report, "publish"):
        kept = {path: current[path] for path in plan.keep}
        foreign = swap.commit({**kept, **stamps, **indexed}, [*stamps, *indexed])
    report.own += _of_others(options, foreign)


def _of_others(options: Options, foreign: tuple[str, ...]) -> list[Diagnostic]:
    """A warning for each thing in the output folder that sitegen did not write."""
    base = os.path.relpath(options.output, options.root)
    message = said("sitegen did not write this; it stays in the output folder as it is")
    hint = said("keep the original elsewhere: who builds on another machine does not have it")
    return [
        Diagnostic("output-foreign", "warning", Where(readable(f"{base}/{path}")), message, hint)
        for path in foreign
        if not is_left_over(path.rpartition("/")[2])  # a system's own, in every folder that it shows
    ]


def _count(report: Report, composition: "Composition", made: tuple[str, ...], index: "IndexWork") -> None:
    """What is written and what is kept, by kind of file."""
    fresh = set(made)
    planned = (("pages", composition.pages), ("feeds", composition.plans))
    for (kind, paths), count in zip(planned, composition.counts, strict=True):
        report.counts[kind] = count
        report.counts[f"{kind}-written"] = sum(path in fresh for path in paths)
    report.counts["shards"] = len(composition.shards)
    report.counts["shards-written"] = len(index.make)


def _keep_ledger(
    options: Options,
    settings: Settings,
    composition: "Composition",
    disk: Disk,
    memo: Memo,
    report: Report,
) -> str:
    """Write down the ids and addresses just published; the ledger's digest now. Drafts promise nothing."""
    from sitegen.group import write_ledger  # noqa: PLC0415  as above

    if options.drafts or options.future:
        return settings.ledger_digest
    text = write_ledger(composition.ledger)
    if text == settings.ledger:
        return settings.ledger_digest
    try:
        # Made in our own folder, so that a kill leaves no litter among the sources.
        ledger, beside = f"{options.root}/{LEDGER}", f"{options.root}/.sitegen/ledger.new"
        disk.replace(ledger, text.encode("utf-8", "surrogateescape"), beside)
    except OSError as error:
        message = said(
            "the ledger of ids and addresses could not be written: {reason}", reason=said_by(error)
        )
        hint = said("build once where the folder can be written, and commit content/ledger.tsv")
        report.own.append(Diagnostic("ledger-unwritten", "warning", Where(LEDGER), message, hint))
        return settings.ledger_digest
    digest = digest_of(text)
    with suppress(OSError, DamagedError):  # as in `_build`
        memo.keep_value(_LEDGER, f"{_LEDGER}{digest}", composition.ledger)
    return digest
