"""Puts the default templates and vocabularies into the wheel (hatchling calls this while it builds one).

An editable installation gets none: there, they are read from the checkout itself.
"""

from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class DefaultsHook(BuildHookInterface):  # type: ignore[type-arg]
    """Adds what `pyproject.toml` lists under the hook's ``defaults``; a missing path stops the build."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Name the files to carry, from the checkout to their place in the package."""
        if version != "editable":
            build_data["force_include"].update(self.config["defaults"])
