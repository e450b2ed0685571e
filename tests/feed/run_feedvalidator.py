"""Errors and warnings of the W3C feed validator over feeds named on standard input, as JSON.

Run as a program, since the validator is no package of ours and has its own needs.
"""

import json
import sys
from pathlib import Path

if __name__ == "__main__":
    sys.path.insert(0, sys.argv[1])
    out, sys.stdout = sys.stdout, sys.stderr
    import feedvalidator
    from feedvalidator import compatibility

    found = []
    for name, address in json.load(sys.stdin):
        events = feedvalidator.validateString(Path(name).read_bytes(), firstOccurrenceOnly=0, base=address)
        found += [
            f"{address}:{event.params.get('line', 0)} {type(event).__name__} {event.params}"
            for event in compatibility.AA(events["loggedEvents"])
        ]
    out.write(json.dumps(found))
