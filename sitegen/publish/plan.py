"""What to do so that a folder holds the new site: decided here, carried out by effects."""

from collections.abc import Mapping

from msgspec import Struct

from sitegen.publish.manifest import Manifest


class PublishPlan(Struct, frozen=True):
    """Paths to make again, paths that can stay as they are, and paths that go."""

    make: tuple[str, ...]
    keep: tuple[str, ...]
    remove: tuple[str, ...]

    @property
    def idle(self) -> bool:
        """Whether there is nothing to do."""
        return not self.make and not self.remove


def plan_publish(wanted: Mapping[str, str], previous: Manifest) -> PublishPlan:
    """The plan that turns the previous site into the wanted one (signature by path), each part sorted."""
    keep: list[str] = []
    make: list[str] = []
    for path, signature in wanted.items():
        stamp = previous.get(path)
        (keep if stamp is not None and stamp.signature == signature else make).append(path)
    remove = previous.keys() - wanted.keys()
    return PublishPlan(tuple(sorted(make)), tuple(sorted(keep)), tuple(sorted(remove)))
