"""Files into the twin: pages and feeds rendered in as many processes as pay, the search index beside them."""

import hashlib
import os
from collections.abc import Mapping, Sequence

from msgspec import Struct

from sitegen.build.options import Options, Progress
from sitegen.build.settle import Settings
from sitegen.build.warm import Warm
from sitegen.effects import pagefind, pool
from sitegen.effects.disk import Disk
from sitegen.effects.memo import Bodies, Memo
from sitegen.effects.swap import Swap
from sitegen.feed import Rendered
from sitegen.publish import Manifest, Stamp
from sitegen.publish.shards import Shard
from sitegen.render.templates import TemplateBrokenError, Templates, compile_templates, template_fault
from sitegen.site import Composition, index_document, index_signature, make
from sitegen.text import routes

_CHUNK = 64  # files a worker takes at a time
_POOL_FROM = 256  # files below which one process is quicker
_SHARDS_AT_ONCE = 2


class _Task(Struct, frozen=True):
    """What a worker needs for every file of its share."""

    composition: Composition
    templates: Mapping[str, str]
    memo: str
    target: str
    cache: str
    disk: Disk
    warm: Warm


def write_files(
    options: Options,
    settings: Settings,
    composition: Composition,
    paths: Sequence[str],
    swap: Swap,
    memo: Memo,
    progress: Progress,
    warm: Warm,
) -> dict[str, Stamp]:
    """The files of these paths, rendered and written into the twin; their stamps by path."""
    task = _Task(
        composition, settings.templates, memo.path, swap.twin, f"{options.root}/.sitegen", swap.disk, warm
    )
    stamps: dict[str, Stamp] = {}
    # Feeds stand beside the pages of their shelf, so that sorted paths share the bodies they read.
    for done in pool.run(
        _write_all, _set_up, task, sorted(paths), jobs=options.jobs, chunk=_CHUNK, threshold=_POOL_FROM
    ):
        for path, digest, size in done:
            stamps[path] = Stamp(composition.wanted[path], digest, size)
        progress("write", len(stamps), len(paths))
    return stamps


class _Desk(Struct, frozen=True):
    """A process's own means: its way to the bodies, its compiled templates, its rendered feed items."""

    task: _Task
    bodies: Bodies
    templates: Templates
    rendered: Rendered


def _set_up(task: _Task) -> _Desk:
    bodies = Bodies(Memo(task.memo, to_read=True), paths_by_id(task.composition))
    texts = task.templates
    templates = task.warm.value("templates", texts, lambda: compile_templates(texts))
    return _Desk(task, bodies, templates.afresh(), Rendered())


def paths_by_id(composition: Composition) -> dict[str, str]:
    """Each article's source path by its id."""
    return {article.id: article.path for article in composition.site.articles}


def _write_all(desk: _Desk, paths: Sequence[str]) -> list[tuple[str, str, int]]:
    """Render and write some files; path, digest and size of each."""
    task = desk.task
    out = []
    for path in paths:
        if path in task.composition.images:
            out.append(_image(task, path))
            continue
        try:
            artifact = make(task.composition, path, desk.bodies, desk.templates, desk.rendered)
        except Exception as error:
            fault = template_fault(error)
            if fault is None:
                raise
            raise TemplateBrokenError(fault) from None
        task.disk.write(f"{task.target}/{path}", artifact.data)
        digest = hashlib.blake2b(artifact.data, digest_size=12).hexdigest()
        out.append((path, digest, len(artifact.data)))
    return out


def _image(task: _Task, path: str) -> tuple[str, str, int]:
    """A converted image put into the twin; its name holds its content's digest."""
    kept = f"{task.cache}/{path}"
    task.disk.link(kept, f"{task.target}/{path}")
    return path, path, os.stat(kept).st_size  # noqa: PTH116  strings


class IndexWork(Struct, frozen=True):
    """What the search index needs: shards to make again with their signature, and files that stay."""

    make: tuple[tuple[Shard, str], ...]
    keep: tuple[str, ...]
    wanted: Mapping[str, str]


def index_as_it_is(current: Manifest) -> IndexWork:
    """The published index left alone, for a build that is in a hurry."""
    files = {path: stamp.signature for path, stamp in current.items() if routes.is_search(path)}
    return IndexWork((), tuple(sorted(files)), files)


def plan_index(composition: Composition, current: Manifest, code: str) -> IndexWork:
    """Shards whose signature is already published stay; ``wanted`` are the paths that stay for them."""
    published: dict[str, list[str]] = {}
    for path, stamp in current.items():
        if routes.is_search(path):
            published.setdefault(stamp.signature, []).append(path)
    to_make = []
    keep: list[str] = []
    wanted: dict[str, str] = {}
    for shard in composition.shards:
        signature = index_signature(composition, shard, code)
        files = [path for path in published.get(signature, ()) if path.startswith(shard.folder)]
        if files:
            keep += files
            wanted.update(dict.fromkeys(files, signature))
        else:
            to_make.append((shard, signature))
    return IndexWork(tuple(to_make), tuple(sorted(keep)), wanted)


class Indexer(Struct):
    """Pagefind at work on the shards that need it, two at a time."""

    composition: Composition
    memo: Memo
    disk: Disk
    folder: str
    language: str
    waiting: list[tuple[Shard, str]]
    running: list[tuple[Shard, str, pagefind.Run]]

    def begin(self) -> None:
        """Start as many as may run at once."""
        bodies = Bodies(self.memo, paths_by_id(self.composition))
        while self.waiting and len(self.running) < _SHARDS_AT_ONCE:
            shard, signature = self.waiting.pop(0)
            documents = (
                index_document(self.composition, article, bodies[article.id]) for article in shard.articles
            )
            work = f"{self.folder}/{shard.name or 'all'}"
            run = pagefind.start(self.disk, work, documents, self.language)
            self.running.append((shard, signature, run))

    def finish(self, target: str) -> dict[str, Stamp]:
        """Wait for all, and put their bundles in the target folder; the stamps of their files."""
        stamps: dict[str, Stamp] = {}
        while self.running:
            shard, signature, run = self.running.pop(0)
            files = pagefind.finish(run)
            self.begin()
            for path, size in files:
                published = shard.folder + path
                self.disk.link(f"{run.bundle}/{path}", f"{target}/{published}")
                digest = hashlib.blake2b(self.disk.read(f"{run.bundle}/{path}"), digest_size=12).hexdigest()
                stamps[published] = Stamp(signature, digest, size)
            self.disk.remove_tree(run.bundle)
        self.disk.remove_tree(self.folder)
        return stamps

    def abandon(self) -> None:
        """End the processes that are still running."""
        for _, _, run in self.running:
            run.process.kill()
            run.process.wait()
