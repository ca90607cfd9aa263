"""The JSON Schemas of what authors write, which give editors completion and hover help.

They are made from the models. Examples come from the gallery, from the talks of `talkbuilder new`, and from files of
their own in `more/`; the ids of a talk folder can be added as proposals, which do not rule out any other.
"""

import types
from collections.abc import Iterable, Iterator, Mapping
from importlib import resources
from typing import Any, Literal, Union, get_args, get_origin

from talkbuilder.diagnostics import Report, Source
from talkbuilder.diagnostics.codes import CODES
from talkbuilder.evidence.library.library import MODELS, Library
from talkbuilder.evidence.library.reviews import REVIEWS, Review
from talkbuilder.kinds import WRITTEN
from talkbuilder.outputs.pptx.template.roles import Roles
from talkbuilder.source import ids
from talkbuilder.source.allow import Allow, Judgement
from talkbuilder.source.events import Event
from talkbuilder.source.fields import Broken, Entry, Field, Written, fields_of
from talkbuilder.source.nodes import Node, plain
from talkbuilder.source.outline import Outline, Slide
from talkbuilder.source.parse import parse
from talkbuilder.stages.read import EVENTS
from talkbuilder.stages.theme import names_of
from talkbuilder.themes.written import OwnTheme

Offers = Mapping[str, tuple[str, ...]]
_Schema = dict[str, Any]

_NAMED = r"^[A-Za-z][A-Za-z0-9]*(-[A-Za-z0-9]+)*$"  # a rule, a code or its name

_DRAFT = "http://json-schema.org/draft-07/schema#"  # the newest that the YAML plug-ins of editors know well

# What holds entries: its file, and the model of an entry.
_ENTRIES: Mapping[str, tuple[str, type[Entry]]] = {
    **{name: (f"assets/{name}.yaml", model) for name, model in MODELS.items()},
    EVENTS: (f"talks/{EVENTS}.yaml", Event),
}
# What is one thing: a file of its own for each.
_SINGLE: Mapping[str, tuple[str, type[Written]]] = {
    "theme": ("assets/themes/<name>.yaml", OwnTheme),
    "template": ("assets/templates/<name>.yaml", Roles),
}
_REVIEWS = "reviews"
# What is no entry: lists of words, whatever they are.
_LISTS: Mapping[str, _Schema] = {
    "synonyms": {
        "$schema": _DRAFT,
        "title": "assets/synonyms.yaml",
        "description": "A word, and the words that mean the same to whoever searches with 'talkbuilder find'.",
        "type": "object",
        "additionalProperties": {"type": "array", "items": {"type": "string"}, "minItems": 1},
        "examples": [{"shelter": ["refuge", "safe house"]}],
    }
}
_FOLDERS = ("gallery/folder/talks", "gallery/folder/assets", "starter/files", "more")
_OUTLINES = ("gallery", "first", "second", "outline")  # what files of outlines are called there
_LONGEST = 60  # characters of an example: a longer one explains nothing more

# Where an example in full would be too long.
_SLIDE = {"title": "The market is open", "bullets": ["Seven wells", "One bridge"], "notes": "What you say."}
_SHORT: Mapping[str, Any] = {"sections": [{"section": "The village", "slides": [_SLIDE]}], "slides": [_SLIDE]}

# Which entries a key names, in whatever file it stands.
_KEYS: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(("number", "facts", "of", "accent", "show", "rest", "fact", "count", "counts"), ("facts",)),
    **dict.fromkeys(("conflicts_with", "from"), ("facts",)),
    **dict.fromkeys(("ask", "danger"), ("actions",)),
    **dict.fromkeys(("speaker", "speakers", "source", "who", "by", "protects"), ("people",)),
    "cite": ("facts", "quotes"),
    "quote": ("quotes",),
    "photo": ("media",),
    "post": ("sources",),
    "drawing": ("drawings",),
    "talk": ("talks",),
    "theme": ("themes",),
}
_TEXTS = frozenset({"theme", "speaker"})  # keys of texts that may name an entry

NAMES = ("outline", *_ENTRIES, *_SINGLE, _REVIEWS, *_LISTS)


def schema(name: str) -> _Schema:
    """The JSON Schema of a kind of file, named as in NAMES."""
    return _LISTS[name] if name in _LISTS else _with_examples(name, _schema(name))


def _schema(name: str) -> _Schema:
    if name == "outline":
        kinds = {kind.name: _object(kind.model) for kind in WRITTEN.values() if kind.model}
        return {"$schema": _DRAFT, "title": "A talk", **_object(Outline), "definitions": kinds}
    if name in _SINGLE:
        return {"$schema": _DRAFT, "title": _SINGLE[name][0], **_object(_SINGLE[name][1])}
    if name == _REVIEWS:
        return {"$schema": _DRAFT, "title": REVIEWS, "type": "array", "items": _object(Review)}
    file, model = _ENTRIES[name]
    return {
        "$schema": _DRAFT,
        "title": file,
        "type": "object",
        "propertyNames": {"pattern": getattr(model, "names", ids.PATTERN)},
        "additionalProperties": _entry(model),
    }


def _slide() -> _Schema:
    """A slide, by the key that names its kind: what is said of one is then about that kind, and not about the first.

    A kind beside which another's key may stand goes before that. Without any, the keys of all are proposed.
    """
    known = {kind.name: {field.name for field in fields_of(kind.model)} for kind in WRITTEN.values() if kind.model}
    names = sorted(known, key=lambda name: -len(known[name] & known.keys()))
    common = _object(Slide)["properties"]
    models = ((kind.name, kind.model) for kind in WRITTEN.values() if kind.model)
    contents = {name: {"description": _object(model)["description"]} for name, model in models}
    made: _Schema = {
        "type": "object",
        "properties": {**common, **contents},
        "additionalProperties": False,
        "if": {"propertyNames": {"enum": list(common)}},
        "then": {"type": "string", "errorMessage": f"the slide has no content: add one of {', '.join(known)}"},
    }
    for name in reversed(names):
        made = {"if": {"required": [name]}, "then": {"$ref": f"#/definitions/{name}"}, "else": made}
    return {"type": "object", **made}


def _entry(model: type[Entry]) -> _Schema:
    """An entry, however it is written."""
    if own := getattr(model, "schema", None):
        return dict(own)
    models = dict.fromkeys((model, *model.others.values()))
    return _object(model) if len(models) == 1 else {"anyOf": [_object(one) for one in models]}


def _object(model: type[Written]) -> _Schema:
    fields = fields_of(model)
    return {
        "type": "object",
        "description": " ".join((model.__doc__ or "").split()),
        "properties": {field.name: _property(field) for field in fields},
        "required": [field.name for field in fields if field.required],
        "additionalProperties": False,
    }


def _described(own: _Schema, model: type[Written]) -> _Schema:
    """The schema that a model brings, with what it says of its keys."""
    docs = {field.name: {"description": field.doc} for field in fields_of(model) if field.doc}
    if "anyOf" in own:
        return {**own, "anyOf": [_described(one, model) for one in own["anyOf"]]}
    if "properties" in own:
        return {**own, "properties": {key: docs.get(key, {}) | one for key, one in own["properties"].items()}}
    return own


def _property(field: Field) -> _Schema:
    made: _Schema = {"description": field.doc} if field.doc else {}
    made |= _type(field.type)
    if isinstance(field.default, str | int | float | bool):
        made["default"] = field.default
    limits: Mapping[str, float | None] = {
        "minimum": field.least,
        "maximum": field.most,
        "minItems": field.fewest,
        "maxItems": field.longest,
    }
    return made | {key: limit for key, limit in limits.items() if limit is not None}


def _type(kind: Any) -> _Schema:
    simple: dict[Any, _Schema] = {int: {"type": "integer"}, float: {"type": "number"}, bool: {"type": "boolean"}}
    if kind in simple:
        return simple[kind]
    if kind is Slide:
        return _slide()
    if kind is Allow:
        return {"type": "object", "propertyNames": {"pattern": _NAMED}, "additionalProperties": _object(Judgement)}
    if own := getattr(kind, "schema", None):
        return _described(dict(own), kind) if issubclass(kind, Written) else dict(own)
    if get_origin(kind) is Literal:
        return {"enum": list(get_args(kind))}
    if get_origin(kind) is tuple:
        return {"type": "array", "items": _type(get_args(kind)[0])}
    if get_origin(kind) in (Union, types.UnionType):
        choices = [_type(one) for one in get_args(kind) if one not in (type(None), Broken)]
        return choices[0] if len(choices) == 1 else {"anyOf": choices}
    assert issubclass(kind, Written), kind
    assert not issubclass(kind, Entry), kind
    alone = [_type(field.type) for field in fields_of(kind) if field.name == kind.short]
    return {"anyOf": [*alone, _object(kind)]} if alone else _object(kind)


def _with_examples(name: str, schema: _Schema) -> _Schema:
    """A schema in which every key that is to be found in a file of that name has an example."""
    found = [plain(node) for node in _examples(name)]
    if name == "outline":
        slides = [slide for one in found for section in one["sections"] for slide in section["slides"]]
        slides += [plain(node) for kind in WRITTEN.values() if (node := parse(Source("", kind.example), Report()))]
        kinds = schema["definitions"]
        for kind in kinds:
            kinds[kind] = _exemplify(kinds[kind], [slide for slide in slides if kind in slide])
            kinds[kind] = _exemplify(kinds[kind], slides)
        _of_no_kind_yet(schema)["properties"].update(_contents(kinds, schema))
        return _exemplify(schema, found)
    if name in _SINGLE:
        return _exemplify(schema, found)
    if "items" in schema:
        return schema | {"items": _exemplify(schema["items"], [item for one in found for item in one])}
    entries = [entry for one in found for entry in one.values()]
    return schema | {"additionalProperties": _exemplify(schema["additionalProperties"], entries)}


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


def _examples(name: str) -> Iterator[Node]:
    for folder in _FOLDERS:
        for stem in _OUTLINES if name == "outline" else (name,):
            file = resources.files("talkbuilder.authoring").joinpath(*folder.split("/"), f"{stem}.yaml")
            if file.is_file() and (node := parse(Source(stem, file.read_text("utf-8")), Report())):
                yield node


def _exemplify(schema: _Schema, values: list[Any]) -> _Schema:
    """A schema with examples from values that keep to it."""
    made = dict(schema)
    given = [one for one in values if isinstance(one, Mapping)]
    for key, inner in schema.get("properties", {}).items():
        under = [one[key] for one in given if key in one]
        made["properties"] = {**made["properties"], key: _exemplified(_exemplify(inner, under), key, under)}
    if isinstance(schema.get("additionalProperties"), dict):
        made["additionalProperties"] = _exemplify(
            schema["additionalProperties"], [v for one in given for v in one.values()]
        )
    if "items" in schema:
        made["items"] = _exemplify(schema["items"], [item for one in values if isinstance(one, list) for item in one])
    if "else" in schema:
        made["else"] = _exemplify(schema["else"], values)
    if "anyOf" in schema:  # what may be written once, or as a list, has the same examples
        each = [item for one in values for item in (one if isinstance(one, list) else (one,))]
        made["anyOf"] = [_exemplify(one, [each] if "items" in one else each) for one in schema["anyOf"]]
    return made


def _exemplified(schema: _Schema, key: str, values: list[Any]) -> _Schema:
    """With the first value that is short; of longer ones, the shortest."""
    if key in _SHORT:
        return {**schema, "examples": [_SHORT[key]]}
    if "examples" in schema:
        return schema
    if not values:  # a key that a sample has no use for, such as `skip`, may still be a switch
        return {**schema, "examples": [True]} if schema.get("type") == "boolean" else schema
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


def offers_of(library: Library, talks: Iterable[str], drawings: Iterable[str]) -> Offers:
    """What can be named, by the kind of thing."""
    entries = {field: tuple(sorted(getattr(library, field))) for field in MODELS}
    return {**entries, "talks": tuple(talks), "drawings": tuple(drawings), "themes": names_of(library)}


def with_ids(schema: _Schema, offers: Offers) -> _Schema:
    made: _Schema = _propose(schema, "", offers)
    if "definitions" in made:
        made["definitions"] = {**made["definitions"], "allow": _allow(made["properties"]["allow"])}
        for kind in made["definitions"].values():
            if "allow" in kind.get("properties", {}):
                kind["properties"]["allow"] = {"$ref": "#/definitions/allow"}
        made["properties"]["allow"] = {"$ref": "#/definitions/allow"}
    return made


def _allow(schema: _Schema) -> _Schema:
    """What may be allowed: rules, and codes with their names."""
    allowable = [code for code in CODES.values() if code.may_be_allowed]
    told = {code.id: code.name.replace("-", " ") for code in allowable}
    for code in allowable:
        if code.rule:
            told.setdefault(code.rule, code.name.replace("-", " "))
        told[code.name] = f"{code.id} {code.rule}".strip()
    judgement = schema["additionalProperties"]
    return {**schema, "properties": {name: {**judgement, "description": words} for name, words in sorted(told.items())}}


def _propose(schema: Any, key: str, offers: Offers) -> Any:
    """A schema, and all that stands in it, with proposals where a key names something."""
    if isinstance(schema, list):
        return [_propose(one, key, offers) for one in schema]
    if not isinstance(schema, dict):
        return schema
    made = {}
    for name, inner in schema.items():
        if name in ("properties", "definitions"):
            made[name] = {own: _propose(one, own, offers) for own, one in inner.items()}
        elif name in ("items", "anyOf", "additionalProperties", "if", "then", "else"):
            made[name] = _propose(inner, key, offers)
        else:
            made[name] = inner
    return _offering(made, key, offers)


def _offering(schema: _Schema, key: str, offers: Offers) -> _Schema:
    if schema.get("pattern") != ids.PATTERN and (key not in _TEXTS or "type" not in schema):
        return schema
    names = sorted({name for thing in _KEYS.get(key, ()) for name in offers.get(thing, ())})
    if not names:
        return schema
    about = ("description", "examples")
    described: _Schema = {name: schema[name] for name in schema if name in about}
    rest = {name: one for name, one in schema.items() if name not in about}
    return {**described, "anyOf": [{"enum": names}, rest]}
