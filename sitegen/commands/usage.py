"""What is wrong with the words of a command, in the language of the site that it names."""

import re
from collections.abc import Callable, Sequence

from sitegen.commands.tongue import Tongue
from sitegen.model.said import Said, said


def usage(message: str, words: Sequence[str]) -> str:
    """A complaint of argparse's in the language that the command's words ask for, or its site's."""
    return Tongue(_after("--root", words) or ".", _after("--lang", words))(_told(message))


def _after(option: str, words: Sequence[str]) -> str:
    """The value that an option has, "" where it is not given."""
    for number, word in enumerate(words):
        if word.startswith(f"{option}="):
            return word.partition("=")[2]
        if word == option and number + 1 < len(words):
            return words[number + 1]
    return ""


def _told(message: str) -> Said:
    """A complaint as a sentence that has translations; argparse's own words for what is not known."""
    for pattern, sentence in _FORMS:
        if found := re.fullmatch(pattern, message, re.DOTALL):
            return sentence(found)
    return Said(message)


_Form = tuple[str, Callable[[re.Match[str]], Said]]
# What argparse says, and the command line's own types, each with its sentence.
_FORMS: tuple[_Form, ...] = (
    (r"argument (.+?): (.*)", lambda m: said("{key}: {problem}", key=m[1], problem=_told(m[2]))),
    (r"the following arguments are required: (.*)", lambda m: said("{key} is missing", key=m[1])),
    (r"unrecognized arguments: (.*)", lambda m: said("nothing reads {words} here", words=m[1])),
    (
        r"invalid choice: '?(.*?)'? \(choose from (.*)\)",
        lambda m: said("'{value}' is none of {choices}", value=m[1], choices=m[2].replace("'", "")),
    ),
    (r"expected (?:one|at least one|\d+) arguments?", lambda _: said("it takes a value after it")),
    (
        r"ambiguous option: (\S+) could match (.*)",
        lambda m: said("{option} may be one of {choices}", option=m[1], choices=m[2]),
    ),
    (
        r"ignored explicit argument (.*)",
        lambda m: said("it takes no value, and {value} is one", value=m[1]),
    ),
    (
        r"'(.*)' is no date such as 2025-12-31",
        lambda m: said("'{value}' is no date such as 2025-12-31", value=m[1]),
    ),
    (
        r"'(.*)' is no number from 1 to 256",
        lambda m: said("'{value}' is no number from 1 to 256", value=m[1]),
    ),
    (r"'(.*)' is no port such as 8000", lambda m: said("'{value}' is no port such as 8000", value=m[1])),
)
