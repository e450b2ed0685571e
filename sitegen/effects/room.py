"""The memory that a process may have, and what is asked of it before anything large is loaded."""

import os
from typing import Final

NEEDED: Final = 200  # megabytes of addresses for a small site


def make_do() -> int:
    """Have the numerical library take no memory for threads that nobody uses; the megabytes there may be.

    That library ends a process itself where it gets no memory, so it must be known before; 0 is no limit.
    """
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    try:
        import resource  # noqa: PLC0415  Windows has none
    except ImportError:
        return 0
    most, _ = resource.getrlimit(resource.RLIMIT_AS)
    return 0 if most == resource.RLIM_INFINITY else max(1, most // 1_000_000)
