"""Link farms: several links and little else."""

from sitegen.clean.lines import Line

_SHARE = 0.8
_LABEL = 70  # characters of a link's words; sentences are longer


def is_linkfarm(line: Line) -> bool:
    """Whether a line holds two links or more, with hardly a word outside them."""
    if line.links < 2 or line.block.kind in ("table", "code"):  # noqa: PLR2004  a lone link may be the text
        return False
    words = sum(map(str.isalnum, line.plain))
    return line.linked >= _SHARE * words and line.linked / line.links < _LABEL


def is_lone_link(line: Line) -> bool:
    """Whether a line is one link and nothing else."""
    return line.links == 1 and line.linked >= len(line.plain.strip(" .:|>–-")) - 1 > 0
