"""Templates compiled from texts."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from jinja2 import BytecodeCache, DictLoader, Environment, StrictUndefined, Template

if TYPE_CHECKING:
    from markupsafe import Markup

    from sitegen.render.frame import Chrome


class Templates:
    """Compiled templates, and what was rendered from them that more than one page shows.

    Nothing is compiled before it is used. ``memo`` only ever holds results of rendering, keyed by all that
    went in, so a second call can be answered without rendering.
    """

    def __init__(self, files: Mapping[str, str], bytecode: BytecodeCache | None = None) -> None:
        self._files = files
        self.env = Environment(
            loader=DictLoader(files),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
            bytecode_cache=bytecode,
            cache_size=-1,
        )
        self.chrome: dict[tuple[str, str], Chrome] = {}
        self.memo: dict[tuple[str, ...], Markup] = {}
        self._macros: dict[tuple[str, str], Any] = {}

    def text(self, name: str) -> str:
        """A template's own text, "" where there is none: for files that are data."""
        return self._files.get(name, "")

    def get(self, name: str) -> Template:
        """A compiled template."""
        return self.env.get_template(name)

    def macro(self, name: str, macro: str) -> Any:
        """A macro of a template, ready to call."""
        key = (name, macro)
        if key not in self._macros:
            self._macros[key] = getattr(self.get(name).module, macro)
        return self._macros[key]


def compile_templates(files: Mapping[str, str], bytecode: BytecodeCache | None = None) -> Templates:
    """Templates from name → text, names relative to `templates/` ("pages/article.html")."""
    return Templates(files, bytecode)
