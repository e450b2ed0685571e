"""The same function over many items, in as many processes as pay."""

import gc
import os
from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar

C = TypeVar("C")
S = TypeVar("S")
I = TypeVar("I")  # noqa: E741  an item
R = TypeVar("R")

# One slot per worker process, filled once by the pool's initialiser: a large context is not sent per call.
_worker: dict[str, Any] = {}


def cores() -> int:
    """Processors that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def run(
    function: Callable[[S, Sequence[I]], R],
    prepare: Callable[[C], S],
    context: C,
    items: Sequence[I],
    *,
    jobs: int,
    chunk: int,
    threshold: int,
) -> Iterator[R]:
    """Results of the function over chunks of the items, in order; in this process where items are few.

    ``prepare`` turns the context into what the function works with, once per process: what is costly to make
    or cannot be sent belongs there.
    """
    chunks = [items[start : start + chunk] for start in range(0, len(items), chunk)]
    if jobs <= 1 or len(items) < threshold:
        ready = prepare(context)
        for part in chunks:
            yield function(ready, part)
        return
    import multiprocessing  # noqa: PLC0415  only where work is shared
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415  as above

    # A look for cycles writes to every value it passes: what workers share would be copied for each of them.
    gc.freeze()
    methods = multiprocessing.get_all_start_methods()
    method = multiprocessing.get_context("fork" if "fork" in methods else "spawn")
    with ProcessPoolExecutor(
        min(jobs, len(chunks)), mp_context=method, initializer=_receive, initargs=(function, prepare, context)
    ) as executor:
        yield from executor.map(_call, chunks)


def _receive(function: Callable[..., Any], prepare: Callable[[Any], Any], context: object) -> None:
    _worker["function"], _worker["ready"] = function, prepare(context)


def _call(part: Sequence[Any]) -> Any:
    return _worker["function"](_worker["ready"], part)
