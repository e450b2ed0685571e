"""Templates compiled from texts."""

from collections.abc import Mapping
from copy import copy
from itertools import islice
from types import TracebackType
from typing import TYPE_CHECKING, Any

from jinja2 import BytecodeCache, Environment, FunctionLoader, StrictUndefined, Template
from jinja2.exceptions import TemplateSyntaxError
from jinja2.sandbox import safe_range

from sitegen.model import Diagnostic, Span, Where, said

if TYPE_CHECKING:
    from markupsafe import Markup

    from sitegen.render.views import Chrome


_REMEMBERED = 1500  # pieces of some hundred bytes, in each of several processes


class Templates:
    """Compiled templates, and what was rendered from them that more than one page shows.

    Nothing is compiled before it is used. ``memo`` only ever holds results of rendering, keyed by all that
    went in, so a second call can be answered without rendering; the older half goes when they are too many.
    """

    def __init__(self, files: Mapping[str, str], bytecode: BytecodeCache | None = None) -> None:
        self._files = files
        self.env = Environment(
            loader=FunctionLoader(self._source),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
            bytecode_cache=bytecode,
            cache_size=-1,
        )
        self.env.globals["range"] = safe_range  # a loop of a mistyped length ends
        self.chrome: dict[tuple[str, str], Chrome] = {}
        self.memo: dict[tuple[str, ...], Markup] = {}
        self._macros: dict[tuple[str, str], Any] = {}

    def afresh(self) -> "Templates":
        """The same templates, compiled already, with nothing rendered yet."""
        other = copy(self)
        other.chrome, other.memo = {}, {}
        return other

    def keep(self, key: tuple[str, ...], made: "Markup") -> "Markup":
        """The same markup, remembered."""
        if len(self.memo) >= _REMEMBERED:
            for old in list(islice(self.memo, _REMEMBERED // 2)):
                del self.memo[old]
        self.memo[key] = made
        return made

    def _source(self, name: str) -> tuple[str, str, None] | None:
        """A template's text under its own name, so that what fails in it can be pointed at."""
        return (self._files[name], f"templates/{name}", None) if name in self._files else None

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


class TemplateBrokenError(Exception):
    """A template cannot be rendered; the only argument is the finding that says where and why."""


def template_fault(error: Exception) -> Diagnostic | None:
    """The finding for what went wrong inside a template, None for a fault of the program itself."""
    if isinstance(error, TemplateSyntaxError):
        path, line = f"templates/{error.name or ''}", error.lineno
    else:
        path, line = _template_line(error.__traceback__)
    if not path:
        return None
    where = Where(path, Span(line, line))
    reason = f"{' '.join(str(error).split())[:200]} ({type(error).__name__})".strip()
    message = said("this template cannot be rendered: {reason}", reason=reason)
    hint = said("mend it, or remove it to have the default one")
    return Diagnostic("template-broken", "error", where, message, hint)


def _template_line(trace: TracebackType | None) -> tuple[str, int]:
    """The innermost template that was being rendered, and its line; ("", 0) where there was none."""
    found = ("", 0)
    while trace is not None:
        path = trace.tb_frame.f_code.co_filename
        if path.startswith("templates/"):
            template = trace.tb_frame.f_globals.get(
                "__jinja_template__"
            )  # none once Jinja has mended the trace
            line = template.get_corresponding_lineno(trace.tb_lineno) if template else trace.tb_lineno
            found = (path, line)
        trace = trace.tb_next
    return found


def compile_templates(files: Mapping[str, str], bytecode: BytecodeCache | None = None) -> Templates:
    """Templates from name → text, names relative to `templates/` ("pages/article.html")."""
    return Templates(files, bytecode)
