"""The theme of a talk: one of ours by its name, or that of somebody's template."""

from functools import cache, lru_cache
from pathlib import Path

from talkbuilder.diagnostics import Diagnostic, Report, near
from talkbuilder.layout.theme import Theme
from talkbuilder.source.events import Occasion
from talkbuilder.source.outline import Outline
from talkbuilder.themes import THEMES
from talkbuilder.themes.make import make
from talkbuilder.units import Aspect

DEFAULT_THEME = "steppe"


def theme_of(outline: Outline, occasion: Occasion, report: Report, template: Path | None) -> Theme | None:
    """The theme that a talk is set in; None where there is none of its name, or the template cannot be used."""
    if template is not None:
        theme, faults = _foreign(template.name, template.read_bytes())
        for fault in faults:
            report(fault)
        return theme
    name = outline.theme.value if outline.theme else DEFAULT_THEME
    if name in THEMES:
        return _bundled(name, occasion.shape)
    span = outline.theme.span if outline.theme else None
    is_file = name.lower().endswith((".potx", ".pptx"))
    hint = f"'talkbuilder build --template {name}' sets a talk in a template" if is_file else near(name, THEMES)
    report(Diagnostic("E001", f"no theme '{name}'", span, hint))
    return None


@cache
def _bundled(name: str, shape: Aspect) -> Theme:
    return make(THEMES[name](shape))


@lru_cache(maxsize=4)
def _foreign(name: str, data: bytes) -> tuple[Theme | None, tuple[Diagnostic, ...]]:
    """The theme of a template, read once as long as it stays as it is, and what was reported of it."""
    from talkbuilder.outputs.pptx.template import read_template  # lxml takes 20 ms, which only a template pays

    report = Report()
    return read_template(data, name, report), report.diagnostics
