"""The author's word on a template: which of its layouts serves for what, as `assets/templates/<name>.yaml` says it."""

from collections.abc import Mapping, Sequence
from typing import Annotated, Any

from msgspec import Meta, Struct, defstruct

from talkbuilder.diagnostics import Diagnostic, Report, Source, near
from talkbuilder.outputs.pptx.template.layouts import Found, Read
from talkbuilder.outputs.pptx.template.roles import CANVAS, CHOSEN, ROLES, Match, Matches, called, names_of
from talkbuilder.source.fields import Text, Written, fields_of
from talkbuilder.source.parse import is_blank, parse
from talkbuilder.source.reader import Reader

FOLDER = "assets/templates"
DRAWN = "drawn"  # in the place of a layout's name: none of the template's is wanted

# A key a role, each with the name of a layout.
Roles: type[Written] = defstruct(  # type: ignore[assignment]  # a model like any other
    "Roles",
    [
        (name, Annotated[Text | None, Meta(description=f"the layout for {role.means}")], None)
        for name, role in ROLES.items()
    ],
    bases=(Written,),
    frozen=True,
    kw_only=True,
    module=__name__,
    namespace={"__doc__": "A file of assets/templates/: a role, and the layout of the template that serves for it."},
)


class Chosen(Struct, frozen=True):
    """What an author says of a template: a layout by role, None where ours are to be drawn."""

    layouts: Mapping[str, Found | None] = {}
    said: Mapping[str, Text] = {}  # by role, the words with their place


def read_mapping(source: Source | None, reads: Sequence[Read], template: str, report: Report) -> Chosen:
    """What a mapping says of a template that is called so; reports roles and layouts that there are not."""
    node = None if source is None or is_blank(source.text) else parse(source, report)
    read: Any = Reader(report).model(node, Roles) if node is not None else None
    if not isinstance(read, Roles):
        return Chosen()
    said = {field.name: text for field in fields_of(Roles) if (text := getattr(read, field.attribute))}
    layouts: dict[str, Found | None] = {}
    for role, text in said.items():
        if text.value == DRAWN:
            layouts[role] = None
        elif found := called(text.value, reads):
            layouts[role] = found
        else:
            hint = near(text.value, names_of(reads))
            report(Diagnostic("E001", f"no layout '{text.value}' in '{template}'", text.span, hint))
    return Chosen(layouts, said)


def unfit(matches: Matches, chosen: Chosen, report: Report) -> None:
    """Reports what the author has chosen and what cannot serve."""
    for role, match in matches.by_role.items():
        if chosen.layouts.get(role) and match.by != CHOSEN:
            message = f"{match.why_not[0]} as '{role}'" if match.why_not else f"it cannot serve as '{role}'"
            report(Diagnostic("T005", message, chosen.said[role].span, "name another, or write 'drawn'"))


_HEAD = """\
# Which layout of {file} serves for what. 'talkbuilder template' wrote this file, and it is yours to change:
# behind a colon stands the name of a layout, or 'drawn', where slides are to be drawn on the template's background.
"""


def mapping_text(matches: Matches, file: str, canvas: str) -> str:
    """A mapping as it is written for an author: what serves, and what else there is; `canvas` is drawn upon."""
    lines = [_HEAD.format(file=file)]
    lines += [f"{_line(match, matches, canvas):44}# {match.role.means}\n" for match in matches.by_role.values()]
    lines.append("\n# The layouts of the file:\n")
    lines += [f"#   {name}\n" for name in names_of(matches.reads)]
    return "".join(lines)


def _line(match: Match, matches: Matches, canvas: str) -> str:
    if match.found is not None:
        return f"{match.role.name}: {_quoted(called_as(match.found, matches.reads))}"
    if match.role.name == CANVAS:
        return f"# {CANVAS}: {_quoted(canvas)}" if canvas else f"# {CANVAS}:"
    return f"{match.role.name}: {DRAWN}"


def called_as(found: Found, reads: Sequence[Read]) -> str:
    """The name by which an author calls a layout."""
    return next(name for name in names_of(reads) if called(name, reads) == found)


def _quoted(name: str) -> str:
    """A name as YAML takes it for text."""
    return "'{}'".format(name.replace("'", "''"))
