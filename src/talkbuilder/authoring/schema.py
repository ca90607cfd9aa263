"""The JSON Schemas of what authors write, from the models: they give editors completion and hover help."""

import types
from collections.abc import Mapping
from typing import Any, Literal, Union, get_args, get_origin

from talkbuilder.authoring.examples import with_examples
from talkbuilder.evidence.library.library import MODELS
from talkbuilder.evidence.library.reviews import REVIEWS, Review
from talkbuilder.kinds import WRITTEN
from talkbuilder.source import ids
from talkbuilder.source.allow import Allow, Judgement
from talkbuilder.source.events import Event
from talkbuilder.source.fields import Broken, Entry, Field, Written, fields_of
from talkbuilder.source.outline import Outline, Slide
from talkbuilder.stages.read import EVENTS

_NAMED = r"^[A-Za-z][A-Za-z0-9]*(-[A-Za-z0-9]+)*$"  # a rule, a code or its name

_DRAFT = "http://json-schema.org/draft-07/schema#"  # the newest that the YAML plug-ins of editors know well

# What holds entries: its file, and the model of an entry.
_ENTRIES: Mapping[str, tuple[str, type[Entry]]] = {
    **{name: (f"assets/{name}.yaml", model) for name, model in MODELS.items()},
    EVENTS: (f"talks/{EVENTS}.yaml", Event),
}
_REVIEWS = "reviews"
# What is no entry: lists of words, whatever they are.
_LISTS: Mapping[str, dict[str, Any]] = {
    "synonyms": {
        "$schema": _DRAFT,
        "title": "assets/synonyms.yaml",
        "description": "A word, and the words that mean the same to whoever searches with 'talkbuilder find'.",
        "type": "object",
        "additionalProperties": {"type": "array", "items": {"type": "string"}, "minItems": 1},
        "examples": [{"shelter": ["refuge", "safe house"]}],
    },
}
NAMES = ("outline", *_ENTRIES, _REVIEWS, *_LISTS)


def schema(name: str) -> dict[str, Any]:
    """The JSON Schema of a kind of file, named as in NAMES."""
    return _LISTS[name] if name in _LISTS else with_examples(name, _schema(name))


def _schema(name: str) -> dict[str, Any]:
    if name == "outline":
        kinds = {kind.name: _object(kind.model) for kind in WRITTEN.values() if kind.model}
        return {"$schema": _DRAFT, "title": "A talk", **_object(Outline), "definitions": kinds}
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


def _slide() -> dict[str, Any]:
    """A slide, by the key that names its kind: what is said of one is then about that kind, and not about the first.

    A kind beside which another's key may stand goes before that. Without any, the keys of all are proposed.
    """
    known = {kind.name: {field.name for field in fields_of(kind.model)} for kind in WRITTEN.values() if kind.model}
    names = sorted(known, key=lambda name: -len(known[name] & known.keys()))
    common = _object(Slide)["properties"]
    contents = {name: {"description": _of_kind(name)} for name in known}
    made: dict[str, Any] = {
        "type": "object",
        "properties": {**common, **contents},
        "additionalProperties": False,
        "if": {"propertyNames": {"enum": list(common)}},
        "then": {"type": "string", "errorMessage": f"the slide has no content: add one of {', '.join(known)}"},
    }
    for name in reversed(names):
        made = {"if": {"required": [name]}, "then": {"$ref": f"#/definitions/{name}"}, "else": made}
    return {"type": "object", **made}


def _of_kind(name: str) -> str:
    model = WRITTEN[name].model
    return " ".join((model.__doc__ or "").split())


def _entry(model: type[Entry]) -> dict[str, Any]:
    """An entry, however it is written."""
    if own := getattr(model, "schema", None):
        return dict(own)
    models = dict.fromkeys((model, *model.others.values()))
    return _object(model) if len(models) == 1 else {"anyOf": [_object(one) for one in models]}


def _object(model: type[Written]) -> dict[str, Any]:
    fields = fields_of(model)
    return {
        "type": "object",
        "description": " ".join((model.__doc__ or "").split()),
        "properties": {field.name: _property(field) for field in fields},
        "required": [field.name for field in fields if field.required],
        "additionalProperties": False,
    }


def _described(own: dict[str, Any], model: type[Written]) -> dict[str, Any]:
    """The schema that a model brings, with what it says of its keys."""
    docs = {field.name: {"description": field.doc} for field in fields_of(model) if field.doc}
    if "anyOf" in own:
        return {**own, "anyOf": [_described(one, model) for one in own["anyOf"]]}
    if "properties" in own:
        return {**own, "properties": {key: docs.get(key, {}) | one for key, one in own["properties"].items()}}
    return own


def _property(field: Field) -> dict[str, Any]:
    made: dict[str, Any] = {"description": field.doc} if field.doc else {}
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


def _type(kind: Any) -> dict[str, Any]:
    simple: dict[Any, dict[str, Any]] = {
        int: {"type": "integer"},
        float: {"type": "number"},
        bool: {"type": "boolean"},
    }
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
    return _object(kind)
