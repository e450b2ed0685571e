"""The scripts that texts are written in, Latin aside, each with its letters."""

from sitegen.text.lazily import lazily

SCRIPTS = {
    "cyrillic": lazily(r"[\u0400-\u04ff]"),
    "armenian": lazily(r"[\u0531-\u058f]"),
    "arabic": lazily(r"[\u0600-\u06ff]"),
    "greek": lazily(r"[\u0370-\u03ff]"),
    "hebrew": lazily(r"[\u0590-\u05ff]"),
    "georgian": lazily(r"[\u10a0-\u10ff]"),
    "han": lazily(r"[\u4e00-\u9fff]"),
}
