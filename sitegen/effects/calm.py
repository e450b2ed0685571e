"""Less work for the collector of cycles while a site is built: a build makes few cycles and many values."""

import atexit
import gc
from collections.abc import Iterator
from contextlib import contextmanager

# New values between two looks: Python's own 700 would look through the whole site often, 100,000 six times
# in an edit. Reading 1,000 articles leaves 5,000 values in cycles, so that little waits for nothing.
_ALLOCATED = 1_000_000


@contextmanager
def calm() -> Iterator[None]:
    """Look for cycles seldom; what is loaded already is not looked through at all.

    Python looks through all there is once more when it ends, for nothing: that is left out as well.
    """
    atexit.unregister(gc.freeze)  # once does for any number of builds
    atexit.register(gc.freeze)
    before = gc.get_threshold()
    gc.freeze()
    gc.set_threshold(_ALLOCATED, 20, 50)
    try:
        yield
    finally:
        gc.set_threshold(*before)
        gc.unfreeze()
