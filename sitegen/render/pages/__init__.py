"""Page types, in the order in which they are planned: one module each."""

from collections.abc import Callable, Iterator
from types import ModuleType

from sitegen.render.pages import article, coverage, fixed, home, indexes, machine, names, share, shelf
from sitegen.render.world import Page, World

PLANS: tuple[Callable[[World], Iterator[Page]], ...] = (
    home.plan,
    article.plan,
    shelf.plan,
    indexes.plan,
    coverage.plan,
    fixed.plan,
    share.plan,
    machine.plan,
    names.plan,
)

# Page types that show the frame (header, footer), by kind.
VIEWS: dict[str, ModuleType] = {
    article.KIND: article,
    shelf.KIND: shelf,
    home.KIND: home,
    indexes.KIND: indexes,
    coverage.KIND: coverage,
    fixed.KIND: fixed,
}
