"""What a source's profile reads from its pages: its field rows, as if the page had stated them as data."""

import re
from functools import lru_cache

from sitegen.config.sources import FieldPattern, Profile
from sitegen.metadata.page import Page
from sitegen.model import Declared

_LONGEST = 400  # characters of a line that states a field


def field_entries(page: Page, profile: Profile | None) -> tuple[Declared, ...]:
    """The value of each field row that finds one, from the first line in which it does."""
    if profile is None or not profile.fields:
        return ()
    patterns = _compiled(profile.fields)
    found: dict[str, Declared] = {}
    for line in page.lines:
        for field, pattern in patterns:
            if field not in found and len(line.text) <= _LONGEST:
                match = pattern.search(line.text)
                value = (match[1] or "").strip() if match else ""
                if value:
                    found[field] = Declared(field, value, line.block.span)
    return tuple(found.values())


@lru_cache(maxsize=256)
def _compiled(rows: tuple[FieldPattern, ...]) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The expressions of a profile's rows, which held when they were loaded."""
    return tuple((row.field, re.compile(row.pattern, re.IGNORECASE)) for row in rows)
