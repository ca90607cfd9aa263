"""The theme of a talk: one of ours or of the author's by its name, or that of somebody's template."""

from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from talkbuilder.diagnostics import Diagnostic, Report, Source, Span, also, near
from talkbuilder.evidence.library.library import Library
from talkbuilder.layout.items import Image
from talkbuilder.layout.theme import Theme
from talkbuilder.layout.typefaces import is_measured, twin
from talkbuilder.source.events import Occasion
from talkbuilder.source.fields import Text
from talkbuilder.source.outline import Outline, Slide
from talkbuilder.source.parse import parse
from talkbuilder.source.reader import Reader
from talkbuilder.themes import THEMES
from talkbuilder.themes.make import make
from talkbuilder.units import Aspect, Box

if TYPE_CHECKING:
    from talkbuilder.themes.written import OwnTheme

DEFAULT_THEME = "steppe"
FOLDER = "assets/themes"


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
    name = occasion.look or (outline.theme.value if outline.theme else DEFAULT_THEME)
    span = outline.theme.span if outline.theme and not occasion.look else None
    return named(name, occasion.shape, library, report, span)


def named(name: str, shape: Aspect, library: Library, report: Report, span: Span | None = None) -> Theme | None:
    """A theme of ours or of the author's; None (reported) where there is none of that name, or it has faults."""
    if name in THEMES:
        return _bundled(name, shape)
    if source := library.themes(name):
        theme, faults = _own(source, shape, library)
        for fault in faults:
            report(fault)
        return theme
    is_file = name.lower().endswith((".potx", ".pptx"))
    hint = f"'talkbuilder build --template {name}' sets a talk in a template" if is_file else ""
    hint = hint or also(near(name, names_of(library)), "'talkbuilder theme new NAME' makes one of your own")
    report(Diagnostic("E001", f"no theme '{name}'", span, hint, "" if span else FOLDER))
    return None


def names_of(library: Library) -> tuple[str, ...]:
    return *THEMES, *(name for name in library.theme_names() if name not in THEMES)


@cache
def _bundled(name: str, shape: Aspect) -> Theme:
    return make(THEMES[name](shape))


def _own(source: Source, shape: Aspect, library: Library) -> tuple[Theme | None, tuple[Diagnostic, ...]]:
    written = _read(source, Report())
    logo = library.images(written.logo.value) if written and written.logo else None
    return _made(source.name, source.text, shape, logo, library.image_names())


def _read(source: Source, report: Report) -> "OwnTheme | None":
    from talkbuilder.themes.written import OwnTheme  # which only a theme of the author's needs

    node = parse(source, report)
    read = Reader(report).model(node, OwnTheme) if node is not None else None
    return read if isinstance(read, OwnTheme) else None


@lru_cache(maxsize=8)  # the preview knows by its identity that a theme is the same
def _made(
    file: str, text: str, shape: Aspect, logo: bytes | None, pictures: tuple[str, ...]
) -> tuple[Theme | None, tuple[Diagnostic, ...]]:
    """The theme of a file, and what was reported of it; `pictures` are those that could be its logo."""
    from talkbuilder.themes.written import check_contrast, table_of

    report = Report()
    written = _read(Source(file, text), report)
    if written is None:
        return None, report.diagnostics
    base = THEMES.get(written.from_.value)
    if base is None:
        hint = near(written.from_.value, THEMES)
        report(Diagnostic("E001", f"no theme '{written.from_.value}' to make one of", written.from_.span, hint))
        return None, report.diagnostics
    image = _logo(written.logo, logo, pictures, report) if written.logo else None
    name = file.rpartition("/")[2].removesuffix(".yaml")
    table = table_of(written, name, base(shape), base("16:9"), image)
    check_contrast(written, table, report)
    for family in (written.fonts.titles, written.fonts.text) if written.fonts else ():
        if family:
            _measure(family.value, report, family.span)
    return None if report.failed else make(table), report.diagnostics


def _measure(family: str, report: Report, span: Span | None = None, file: str = "") -> None:
    """Reports a family whose letters are of a width that nobody here knows."""
    if not is_measured(family):
        message = f"the font '{family}' is not on this computer: it is measured as a wide '{twin(family)}'"
        hint = "build where you present, or where that font is installed, and lines break as they will there"
        report(Diagnostic("T007", message, span, hint, file))


def _logo(named: Text, data: bytes | None, pictures: tuple[str, ...], report: Report) -> Image | None:
    if data is None:
        report(
            Diagnostic("E001", f"no picture '{named.value}' in assets/images", named.span, near(named.value, pictures))
        )
        return None
    from talkbuilder.layout.pictures import NotAPicture, prepare

    try:
        made, extension, width, height = prepare(data)
    except NotAPicture as why:
        report(Diagnostic("E015", f"'{named.value}' cannot be shown: {why}", named.span, why.hint))
        return None
    return Image("Logo", Box(0, 0, width, height), made, extension, width, height, named.span)


def _asked(outline: Outline) -> tuple[Text, ...]:
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
    found = read_template(data, name, report, Source(*mapping) if mapping else None, asked)
    theme = found.theme if found else None
    for family in dict.fromkeys((theme.own.fonts.titles, theme.own.fonts.text)) if theme else ():
        _measure(family, report, file=name)
    return theme, report.diagnostics
