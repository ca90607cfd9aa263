"""The manual, talks/README.md: chapters that lie beside this file, and what is made of the program itself.

That is every kind of slide, with what an author writes, its picture and its keys, and the keys of the library.
"""

import re
from base64 import b64encode
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from importlib import resources
from io import BytesIO
from itertools import pairwise
from typing import Any, get_args

from markdown_it import MarkdownIt
from markdown_it.token import Token

from talkbuilder.authoring.gallery import gallery, written_for
from talkbuilder.evidence.library.library import MODELS
from talkbuilder.kinds import WRITTEN
from talkbuilder.kinds.kind import Kind
from talkbuilder.outputs import OUTPUTS
from talkbuilder.source.fields import Field, Written, fields_of
from talkbuilder.source.outline import Showing, Slide

_INTRODUCTION = """\
# The manual

All that talkbuilder does; what to begin with tells the [README](../README.md). This page is made by the program.
"""
_CHAPTERS = (  # by their files; what has none is made below
    "outline",
    "kinds",
    "every slide",
    "claims",
    "time",
    "library",
    "keys of the library",
    "sources",
    "find",
    "proof",
    "review",
    "people",
    "words",
    "template",
    "edited",
    "print",
    "wrong",
    "commands",
    "repository",
)
_KINDS = """\
## Every kind of slide

What you write for a slide, and what becomes of it. The key that holds the content says which kind a slide is. All of
these are slides of one deck: `talkbuilder gallery` builds it, and its notes hold what stands here.
"""
_TABLE = "| key | what it holds |\n| --- | --- |\n"

_Example = tuple[str, str]  # the name of a picture, and what is written for it


def manual() -> Mapping[str, bytes]:
    """The files by their paths from talks/: the manual, and a picture of every slide of the gallery."""
    deck = gallery("16:9")
    assert deck is not None
    files: dict[str, bytes] = {}
    examples: defaultdict[str, list[_Example]] = defaultdict(list)
    for page, file in zip(deck.pages, OUTPUTS["svg"].render(deck), strict=True):
        if page.kind in WRITTEN:
            drawn = BytesIO()
            file.write(drawn)
            before = len(examples[page.kind])
            name = f"{page.kind}-{before + 1}.svg" if before else f"{page.kind}.svg"
            examples[page.kind].append((name, written_for(page)))
            files[f"pictures/{name}"] = drawn.getvalue()
    made = {
        "kinds": "\n".join([_KINDS, *(_part(kind, examples[kind.name]) for kind in WRITTEN.values())]),
        "every slide": _every_slide(),
        "keys of the library": _library(),
    }
    lies = resources.files(__name__) / "chapters"
    chapters = [made.get(name) or (lies / f"{name}.md").read_text("utf-8") for name in _CHAPTERS]
    return {"README.md": "\n".join([_INTRODUCTION, _contents(chapters), *chapters]).encode(), **files}


def _contents(chapters: Iterable[str]) -> str:
    """A line for each chapter, which leads to it."""
    heads = [line.removeprefix("## ") for text in chapters for line in text.splitlines() if line.startswith("## ")]
    return "".join(f"- [{head}](#{anchor(head)})\n" for head in heads)


def anchor(head: str) -> str:
    """What GitHub makes of a heading."""
    return re.sub(r"[^\w -]", "", head.lower()).replace(" ", "-")


def _part(kind: Kind, examples: list[_Example]) -> str:
    assert kind.model is not None
    assert examples or kind.example, f"the gallery has no slide of the kind '{kind.name}', and it has no example"
    lines = [f"### {kind.name}", "", " ".join((kind.model.__doc__ or "").split()), ""]
    for picture, written in examples or [("", kind.example.rstrip())]:
        lines += [f"![{kind.name}](pictures/{picture})", ""] if picture else []
        lines += ["```yaml", f"- {written.replace(chr(10), chr(10) + '  ')}", "```", ""]
    common = {field.name for field in fields_of(Slide)}
    more = f"\n{kind.manual}" if kind.manual else ""
    return "\n".join([*lines, ""]) + _TABLE + "".join(_rows(kind.model, common)) + more


def _every_slide() -> str:
    lead = next(field for field in fields_of(Showing) if field.name == "lead")
    said = "## What every slide may have\n\n" + _TABLE + "".join(_rows(Slide, set()))
    return said + f"\nKinds that show something may have a lead as well. `lead`: {lead.doc}.\n"


def _library() -> str:
    """The keys of what an entry of each file of the library may hold."""
    parts = ["## The keys of the library\n"]
    for name, model in MODELS.items():
        keys = {field.name: field for one in (model, *model.others.values()) for field in fields_of(one)}
        parts.append(f"### {name}.yaml\n\n{_TABLE}" + "".join(_row(field) for field in keys.values()))
    return "\n".join(parts)


def _rows(model: type[Written], but: set[str], under: str = "") -> Iterator[str]:
    """A row of the table for each key, and for the keys of what stands under it."""
    for field in fields_of(model):
        if field.name not in but and not (field.name == "lead" and issubclass(model, Showing)):
            yield _row(field, under)
            for nested in _models(field.type):
                yield from _rows(nested, set(), f"{under}{field.name}: ")


def _row(field: Field, under: str = "") -> str:
    told = field.required or "left out" in field.doc
    needed = "" if told else "; may be left out" if field.default in (None, (), "") else _left(field)
    return f"| `{under}{field.name}` | {field.doc.replace('|', '/')}{needed} |\n"


def _left(field: Field) -> str:
    value = str(field.default).lower() if isinstance(field.default, bool) else field.default
    return f"; left out: {value}"


def _models(kind: Any) -> Iterator[type[Written]]:
    """The models that stand in a field, in a list or beside other types; those that read themselves say how."""
    if isinstance(kind, type) and issubclass(kind, Written):
        if not hasattr(kind, "read"):
            yield kind
        return
    for one in get_args(kind):
        yield from _models(one)


@cache
def page() -> bytes:
    """The manual as one page for a browser, which asks for nothing that is not in it: talk folders have it."""
    files = manual()
    reader = MarkdownIt("commonmark", {"html": False}).enable("table")
    tokens = reader.parse(files["README.md"].decode())
    _lead_to_heads(tokens)
    for token in tokens:
        for child in token.children or ():
            _hold_pictures(child, files)
    body = reader.renderer.render(tokens, reader.options, {})
    style = resources.files(__name__).joinpath("page.css").read_text("utf-8")
    head = f"<meta charset='utf-8'><title>The manual of talkbuilder</title><style>{style}</style>"
    return f"<!doctype html>\n<html lang='en'><head>{head}</head>\n<body>\n{body}</body></html>\n".encode()


def _lead_to_heads(tokens: Sequence[Token]) -> None:
    """Gives each heading the name by which the contents lead to it; what leads out of the manual is left as words."""
    for token, following in pairwise(tokens):
        if token.type == "heading_open":
            token.attrSet("id", anchor(following.content))
        for at, child in enumerate(token.children or ()):
            if child.type == "link_open" and not re.match(r"#|https?:", str(child.attrGet("href"))):
                assert token.children
                closing = next(one for one in token.children[at:] if one.type == "link_close")
                for one in (child, closing):
                    one.type, one.tag, one.nesting = "text", "", 0


def _hold_pictures(token: Token, files: Mapping[str, bytes]) -> None:
    if token.type == "image":
        drawn = b64encode(files[str(token.attrGet("src"))]).decode()
        token.attrSet("src", f"data:image/svg+xml;base64,{drawn}")
