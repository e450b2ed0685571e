"""The three standard streams, which whoever starts a program may have closed."""

import os
import sys


def fill_in() -> None:
    """Have each lead somewhere: a file that got a closed one's number would be written to by mistake."""
    for handle, name, mode in ((0, "stdin", "r"), (1, "stdout", "w"), (2, "stderr", "w")):
        try:
            os.fstat(handle)
        except OSError:
            os.open(os.devnull, os.O_RDWR)  # gets the lowest free number, which is this one
        if getattr(sys, name) is None:
            setattr(sys, name, open(handle, mode, encoding="utf-8", closefd=False))  # noqa: SIM115  for good
