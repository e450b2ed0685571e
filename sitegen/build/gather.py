"""Every source file's entry: from the memo where nothing it depends on changed, else analysed."""

import datetime as dt
import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from sitegen.build.options import Options, Progress, in_order
from sitegen.build.settle import Keys, Outline, Settings
from sitegen.build.warm import Warm
from sitegen.effects import pool
from sitegen.effects.disk import Disk, Found, scan
from sitegen.effects.memo import DamagedError, Fresh, Kept, Memo, decode_entry, encode
from sitegen.model import Body, Diagnostic, Entry, Said, Told, Where, put_by, said, said_by
from sitegen.model.place import ITEMS

if TYPE_CHECKING:
    from sitegen.analyse import Tools
    from sitegen.classify import Vocabulary
    from sitegen.model import Analysis

_CHUNK = 50  # files a worker takes at a time
_VOCABULARY = "vocabulary-"  # the memo's name for it, before the digest of what it is compiled from
_POOL_FROM = 150  # files below which one process is quicker


class Gathered(Struct, frozen=True):
    """All entries in path order, what was said about all files, how many were read anew, all digests.

    ``told`` are findings of the entries, by path, ``notes`` the rest of what was said.
    """

    entries: tuple[Entry, ...]
    notes: tuple[Diagnostic, ...]
    told: tuple[Told, ...]
    read: int
    paths: frozenset[str]
    digests: str


class _Task(Struct, frozen=True):
    """What a worker needs for every file of its share."""

    root: str
    tools: "Tools"
    keys: Keys
    disk: Disk
    pictured: str


class Survey(Struct, frozen=True):
    """The files there are: those whose entry still holds, those only touched, those to analyse."""

    good: Mapping[str, Kept]
    touched: tuple[Kept, ...]
    changed: tuple[Found, ...]
    gone: tuple[str, ...]
    notes: tuple[Diagnostic, ...]

    @property
    def unchanged(self) -> bool:
        """Whether every file there is was analysed before, and none has gone."""
        return not self.changed and not self.gone

    def digests(self) -> str:
        """Every file with its digest, sorted."""
        return _digests(self.good)


def _digests(kept: Mapping[str, Kept]) -> str:
    return "\n".join([f"{path}\0{kept[path].digest}" for path in sorted(kept)])


def survey(options: Options, outline: Outline, disk: Disk, memo: Memo | None) -> Survey:
    """Compare the files there are with the memo: by stamp, and where that differs by content."""
    found, notes = scan(options.root, ITEMS)
    kept = {} if memo is None or options.fresh else memo.files()
    now = (outline.as_of.isoformat(), outline.pictured)
    good: dict[str, Kept] = {}
    stale: list[Found] = []
    for file in found:
        path = file[0]
        entry = kept.get(path)
        if entry and entry[:3] == file and _holds(entry, outline.keys.of(path), now):
            good[path] = entry
        else:
            stale.append(file)
    touched, changed = _really_changed(options.root, disk, stale, kept, outline.keys, now)
    good.update({entry.path: entry for entry in touched})
    paths = {file.path for file in found}
    gone = tuple(path for path in kept if path not in paths)
    return Survey(good, tuple(touched), tuple(changed), gone, notes)


def gather(
    options: Options,
    settings: Settings,
    surveyed: Survey,
    disk: Disk,
    memo: Memo | None,
    progress: Progress,
    warm: Warm,
) -> Gathered:
    """The entries of all files of the site; the memo is brought up to date where one is given."""
    good = dict(surveyed.good)
    entries = warm.entries(good)
    if memo is not None and len(entries) < len(good):
        entries |= memo.entries({path: kept for path, kept in good.items() if path not in entries})
    new: Iterable[Fresh] = ()
    if surveyed.changed:
        made_from = (settings.key, settings.as_of, settings.pictured)
        # Before the memo's own transaction: it may keep something new.
        tools = warm.value("tools", made_from, lambda: tools_for(settings, memo))
        new = _analysed(options, settings, tools, surveyed.changed, disk, progress)
    if memo is not None:
        memo.restamp(surveyed.touched)
        memo.forget(surveyed.gone)
        new = memo.save(new)
    for one in new:
        good[one.file.path] = one.file
        entries[one.file.path] = decode_entry(one.entry)
    gathered = _gathered(good, entries, surveyed.notes, len(surveyed.changed))
    warm.keep(good, entries)
    return gathered


def _analysed(
    options: Options,
    settings: Settings,
    tools: "Tools",
    files: Sequence[Found],
    disk: Disk,
    progress: Progress,
) -> Iterator[Fresh]:
    """What the analysis of these files gives, one after the other: all their bodies at once are too many."""
    task = _Task(options.root, tools, settings.keys, disk, settings.pictured)
    count = 0
    for done in pool.run(
        _analyse_all, _as_it_is, task, files, jobs=options.jobs, chunk=_CHUNK, threshold=_POOL_FROM
    ):
        yield from done
        count += len(done)
        progress("read", count, len(files))


def tools_for(settings: Settings, memo: Memo | None = None) -> "Tools":
    """The tools of analysis for these settings, their vocabulary from the memo where one is given."""
    from sitegen.analyse import equip  # noqa: PLC0415  a build that analyses nothing does not load it

    vocabulary = None if memo is None else _vocabulary(settings, memo)
    return equip(settings.config, settings.models, settings.as_of, settings.images, vocabulary)


def _vocabulary(settings: Settings, memo: Memo) -> "Vocabulary":
    """The compiled vocabulary: kept from a build with the same words, or made now and kept."""
    from sitegen.classify import Vocabulary, compile_vocabulary  # noqa: PLC0415  as above

    name = f"{_VOCABULARY}{settings.lore_digest}"
    kept = memo.value(name, Vocabulary)
    if kept is not None and kept.sound:
        return kept
    made = compile_vocabulary(settings.config.lore.countries, settings.config.lore.themes)
    memo.keep_value(_VOCABULARY, name, made)
    return made


def _holds(entry: Kept, key: str, now: tuple[str, str]) -> bool:
    """Whether an entry was made under the same settings, and the same day or images if it needs them."""
    return entry.key == key and (not entry.bound or all(part in now for part in entry.bound.split(" ")))


def _really_changed(
    root: str, disk: Disk, stale: Sequence[Found], kept: Mapping[str, Kept], keys: Keys, now: tuple[str, str]
) -> tuple[list[Kept], list[Found]]:
    """Files that were only touched, as entries with their new stamp, and files to analyse."""
    touched, changed = [], []
    for file in stale:
        entry, key = kept.get(file.path), keys.of(file.path)
        if entry and _holds(entry, key, now) and entry.size == file.size:
            try:
                same = _digest(disk.read(f"{root}/{file.path}", file.size + 1)) == entry.digest
            except OSError:
                same = False
            if same:
                touched.append(Kept(*file, entry.digest, key, entry.bound))
                continue
        changed.append(file)
    return touched, changed


def _digest(data: bytes) -> str:
    return hashlib.blake2b(data, digest_size=16).hexdigest()


def _gathered(
    good: Mapping[str, Kept], found: Mapping[str, Entry], notes: Sequence[Diagnostic], read: int
) -> Gathered:
    try:
        entries = tuple(found[path] for path in sorted(good))
    except KeyError as error:
        raise DamagedError(*error.args) from error
    all_notes = (*notes, *(note for entry in entries for note in entry.notes))
    told = tuple([entry.told for entry in entries if entry.told])
    return Gathered(entries, all_notes, told, read, frozenset(good), _digests(good))


def _as_it_is(task: _Task) -> _Task:
    """The tools were compiled before the workers started and came with them."""
    return task


def _analyse_all(task: _Task, files: Sequence[Found]) -> list[Fresh]:
    """Entries and bodies of some files, encoded; what fails is an entry that says so."""
    return [_analyse_one(task, file) for file in files]


def _analyse_one(task: _Task, file: Found) -> Fresh:
    from sitegen.analyse import analyse  # noqa: PLC0415  as above
    from sitegen.entry import entry_of  # noqa: PLC0415  as above
    from sitegen.read import decode  # noqa: PLC0415  as above
    from sitegen.read.decode import most_bytes  # noqa: PLC0415  as above

    bound, key = "", task.keys.of(file.path)
    digest = ""
    body = Body("", "")
    try:
        data = task.disk.read(f"{task.root}/{file.path}", most_bytes(file.path) + 1)
        digest = _digest(data)
        source, notes = decode(file.path, data, digest)
        analysis = analyse(source, task.tools, notes)
        entry, body = entry_of(analysis, task.tools)
        if told := put_by(file.path, tuple(in_order(list(entry.notes)))):
            entry = replace(entry, notes=(), told=told)
        bound = _bound(analysis, task.tools.as_of, task.pictured)
    except OSError as error:
        message = said("cannot be read: {reason}", reason=said_by(error))
        entry = _failed(file.path, "file-unreadable", message, said("check the file's permissions"))
        key = ""  # holds for this build alone: next time it may be readable
    except Exception as error:  # noqa: BLE001  a fault of ours must not hide the other files' findings
        reason = f"{type(error).__name__}: {error}"[:270]
        message = said("sitegen failed on this file: {reason}", reason=reason)
        entry = _failed(file.path, "crash", message, said("please report it with the file"))
        key = ""
    return Fresh(Kept(*file, digest, key, bound), encode(entry), encode(body))


def _bound(analysis: "Analysis", as_of: dt.date, pictured: str) -> str:
    """What else an entry depends on: the day for a date without year or ahead, the images if it names any."""
    dates = (*analysis.metadata.date.candidates, *analysis.metadata.updated.candidates)
    counted = any("without" in one.detector or "relative" in one.detector for one in dates)
    day = as_of.isoformat() if counted or analysis.metadata.awaiting else ""
    images = pictured if analysis.metadata.image.value or "![" in analysis.cleaned.body else ""
    return f"{day} {images}".strip()


def _failed(path: str, code: str, message: Said, hint: Said) -> Entry:
    return Entry(path, None, False, 0, 1.0, (Diagnostic(code, "error", Where(path), message, hint),))  # noqa: FBT003  draft
