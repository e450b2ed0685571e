"""What describing needs beside the capture itself."""

import datetime as dt
from zoneinfo import ZoneInfo

from msgspec import Struct

from sitegen.config.lexicon import Lexicon
from sitegen.config.sources import Profile
from sitegen.model import Declared


class Context(Struct, frozen=True):
    """The site's side of an article: its languages, sources, day and zone.

    ``override`` holds an editor's corrections for this file, read like front matter but ranked above it;
    ``override_path`` is the file that they stand in, which whatever is said of them names.
    ``captured`` is the day on which the page was copied, where known: only then does "hier" mean a day.
    ``posted`` is the day that an article's own name states, as Jekyll and Eleventy name files.
    """

    lexicon: Lexicon
    profiles: tuple[Profile, ...]
    as_of: dt.date
    time_zone: str = "Europe/Paris"
    override: tuple[Declared, ...] = ()
    override_path: str = ""
    captured: dt.date | None = None
    posted: dt.date | None = None

    @property
    def zone(self) -> dt.tzinfo:
        """The site's time zone; UTC where the name is none."""
        try:
            return ZoneInfo(self.time_zone)
        except (KeyError, ValueError, OSError):
            return dt.UTC

    def profile(self, profile_id: str) -> Profile | None:
        """The profile with an id, None where there is none."""
        return next((profile for profile in self.profiles if profile.id == profile_id), None)
