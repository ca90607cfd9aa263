"""An example for every key of the files that authors write, from files that ship with the program and are built anyway.

What neither the gallery nor the talks of `talkbuilder new` have stands in files of its own, `more/`.
"""

from collections.abc import Iterator, Mapping
from importlib import resources
from typing import Any

from talkbuilder.diagnostics import Report, Source
from talkbuilder.kinds import WRITTEN
from talkbuilder.source.nodes import Node, Scalar, Sequence
from talkbuilder.source.parse import parse

_FOLDERS = ("gallery/folder/talks", "gallery/folder/assets", "starter/files", "more")
_OUTLINES = ("gallery", "first", "second", "outline")  # what files of outlines are called there
_LONGEST = 60  # characters of an example: a longer one explains nothing more

# What would be too long in full.
_SLIDE = {"title": "The market is open", "bullets": ["Seven wells", "One bridge"], "notes": "What you say."}
_SHORT: Mapping[str, Any] = {"sections": [{"section": "The village", "slides": [_SLIDE]}], "slides": [_SLIDE]}

_Schema = dict[str, Any]


def with_examples(name: str, schema: _Schema) -> _Schema:
    """A schema in which every key that is to be found in a file of that name has an example."""
    found = [_plain(node) for node in _files(name)]
    if name == "outline":
        slides = [slide for one in found for section in one["sections"] for slide in section["slides"]]
        slides += [_plain(node) for kind in WRITTEN.values() if (node := parse(Source("", kind.example), Report()))]
        kinds = schema["definitions"]
        for kind in kinds:
            kinds[kind] = _in(kinds[kind], [slide for slide in slides if kind in slide])
            kinds[kind] = _in(kinds[kind], slides)
        _of_no_kind_yet(schema)["properties"].update(_contents(kinds, schema))
        return _in(schema, found)
    if "items" in schema:
        return schema | {"items": _in(schema["items"], [item for one in found for item in one])}
    entries = [entry for one in found for entry in one.values()]
    return schema | {"additionalProperties": _in(schema["additionalProperties"], entries)}


def _of_no_kind_yet(schema: _Schema) -> _Schema:
    """The schema of a slide that has no content yet, where the keys of all kinds are proposed."""
    slide: _Schema = schema["properties"]["sections"]["items"]["properties"]["slides"]["items"]
    while "else" in slide:
        slide = slide["else"]
    return slide


def _contents(kinds: Mapping[str, _Schema], schema: _Schema) -> _Schema:
    """The keys that make a slide one of a kind, each with the example that it has in a slide of that kind."""
    proposed = _of_no_kind_yet(schema)["properties"]
    return {kind: {**proposed[kind], "examples": made["properties"][kind]["examples"]} for kind, made in kinds.items()}


def _files(name: str) -> Iterator[Node]:
    for folder in _FOLDERS:
        for stem in _OUTLINES if name == "outline" else (name,):
            file = resources.files("talkbuilder.authoring").joinpath(*folder.split("/"), f"{stem}.yaml")
            if file.is_file() and (node := parse(Source(stem, file.read_text("utf-8")), Report())):
                yield node


def _plain(node: Node) -> Any:
    match node:
        case Scalar(value):
            return value
        case Sequence(items):
            return [_plain(item) for item in items]
        case _:
            return {key.value: _plain(value) for key, value in node.entries}


def _in(schema: _Schema, values: list[Any]) -> _Schema:
    """A schema with examples from values that keep to it."""
    made = dict(schema)
    given = [one for one in values if isinstance(one, Mapping)]
    for key, inner in schema.get("properties", {}).items():
        under = [one[key] for one in given if key in one]
        made["properties"] = {**made["properties"], key: _exemplified(_in(inner, under), key, under)}
    if isinstance(schema.get("additionalProperties"), dict):
        made["additionalProperties"] = _in(schema["additionalProperties"], [v for one in given for v in one.values()])
    if "items" in schema:
        made["items"] = _in(schema["items"], [item for one in values if isinstance(one, list) for item in one])
    if "else" in schema:
        made["else"] = _in(schema["else"], values)
    if "anyOf" in schema:
        made["anyOf"] = [_in(one, values) for one in schema["anyOf"]]
    return made


def _exemplified(schema: _Schema, key: str, values: list[Any]) -> _Schema:
    """With the first value that is short; of longer ones, the shortest."""
    if key in _SHORT:
        return {**schema, "examples": [_SHORT[key]]}
    if "examples" in schema or not values:
        return schema
    short = next((one for one in values if len(str(one)) <= _LONGEST), min(values, key=lambda one: len(str(one))))
    return {**schema, "examples": [_typed(short, schema)]}


def _typed(value: Any, schema: _Schema) -> Any:
    """A value of the type that its schema asks for: all scalars are text until then."""
    if isinstance(value, list):
        return [_typed(one, schema.get("items", {})) for one in value]
    if isinstance(value, Mapping):
        inner = {
            key: one for form in (schema, *schema.get("anyOf", ())) for key, one in form.get("properties", {}).items()
        }
        return {key: _typed(one, inner.get(key, {})) for key, one in value.items()}
    match schema.get("type"):
        case "integer":
            return int(value)
        case "number":
            return float(value)
        case "boolean":
            return value == "true"
    if value == "false" and {"type": "boolean"} in schema.get("anyOf", ()):
        return False
    return value
