"""The language in which a person is spoken to: the site's own, or the one that the command asks for."""

import argparse
from collections.abc import Callable
from functools import cached_property

from sitegen.effects.disk import Disk
from sitegen.effects.files import layers
from sitegen.model.said import Said
from sitegen.text.messages import Messages, is_language, language_of, read_messages

Say = Callable[[Said], str]


class Tongue:
    """Sentences in a language; its files are read when the first is said, so that silence costs nothing.

    ``language`` is the one asked for, "" for that of the site below ``root``.
    """

    def __init__(self, root: str, language: str = "") -> None:
        self._root, self._asked = root, language

    def __call__(self, message: Said) -> str:
        """The sentence in this language; in English where it cannot be had."""
        return self._messages.say(message)

    @property
    def language(self) -> str:
        """The language that is spoken."""
        return self._messages.language

    @cached_property
    def _messages(self) -> Messages:
        disk = Disk()
        try:
            language = self._asked if is_language(self._asked) else ""
            if not language:
                site = "\n".join(layers(disk, self._root, "content/site.toml", own_only=True))
                language = language_of(site, lambda name: bool(layers(disk, self._root, _path(name))))
            return read_messages(language, layers(disk, self._root, _path(language)))
        except OSError:  # what cannot be read cannot be said in it either
            return Messages()


def _path(language: str) -> str:
    return f"content/messages/{language}.toml"


def tongue(arguments: argparse.Namespace) -> Tongue:
    """The language that a command's person is spoken to in."""
    return Tongue(getattr(arguments, "root", "."), getattr(arguments, "lang", ""))
