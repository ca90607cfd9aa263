"""The theme of a talk: one of ours by its name, or that of somebody's template."""

from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from pathlib import Path

from talkbuilder.diagnostics import Diagnostic, Report, Source, near
from talkbuilder.evidence.library.library import Library
from talkbuilder.layout.theme import Theme
from talkbuilder.source.events import Occasion
from talkbuilder.source.fields import Text
from talkbuilder.source.outline import Outline, Slide
from talkbuilder.themes import THEMES
from talkbuilder.themes.make import make
from talkbuilder.units import Aspect

DEFAULT_THEME = "steppe"


def theme_of(
    outline: Outline, occasion: Occasion, library: Library, report: Report, template: Path | None
) -> Theme | None:
    """The theme that a talk is set in; None where there is none of its name, or the template cannot be used."""
    if template is not None:
        mapping, asked = library.templates(template.stem), _asked(outline)
        names = tuple(dict.fromkeys(one.value for one in asked))
        theme, faults = _foreign(template.name, template.read_bytes(), mapping and (mapping.name, mapping.text), names)
        for fault in (*faults, *(_unserved(asked, theme) if theme else ())):
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


def _asked(outline: Outline) -> tuple[Text, ...]:
    """The layouts that slides ask for."""
    slides = (slide for section in outline.sections for slide in section.slides)
    return tuple(slide.layout for slide in slides if isinstance(slide, Slide) and slide.layout)


def _unserved(asked: Iterable[Text], theme: Theme) -> Iterator[Diagnostic]:
    """What is asked for and not there; a template is chosen late, so that stops no talk."""
    for one in asked:
        if not theme.asked[one.value]:
            message = f"no layout '{one.value}' in the template '{theme.name}'"
            yield Diagnostic("T005", message, one.span, near(one.value, theme.called))


@lru_cache(maxsize=4)
def _foreign(
    name: str, data: bytes, mapping: tuple[str, str] | None, asked: tuple[str, ...]
) -> tuple[Theme | None, tuple[Diagnostic, ...]]:
    """The theme of a template, read once as long as it stays as it is, and what was reported of it."""
    from talkbuilder.outputs.pptx.template import read_template  # lxml takes 20 ms, which only a template pays

    report = Report()
    return read_template(data, name, report, Source(*mapping) if mapping else None, asked), report.diagnostics
