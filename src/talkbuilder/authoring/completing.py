"""What a talk folder itself has to offer while one types: ids, talks, themes, and the rules that may be allowed.

They are proposed, not prescribed: an entry that was written a minute ago is no mistake until the next build knows it.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from talkbuilder.diagnostics.codes import CODES
from talkbuilder.evidence.library.library import MODELS, Library
from talkbuilder.source import ids
from talkbuilder.themes import THEMES

# Which entries a key names, in whatever file it stands.
_NAMED: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(("number", "facts", "of", "accent", "show", "rest", "fact", "count", "counts"), ("facts",)),
    **dict.fromkeys(("conflicts_with", "from"), ("facts",)),
    **dict.fromkeys(("ask", "danger"), ("actions",)),
    **dict.fromkeys(("speaker", "source", "who", "by", "protects"), ("people",)),
    "cite": ("facts", "quotes"),
    "quote": ("quotes",),
    "photo": ("media",),
    "post": ("sources",),
    "drawing": ("drawings",),
    "talk": ("talks",),
    "theme": ("themes",),
}
_TEXTS = frozenset({"theme", "speaker"})  # keys of texts that may name an entry

Offers = Mapping[str, tuple[str, ...]]
_Schema = dict[str, Any]


def offers_of(library: Library, talks: Iterable[str], drawings: Iterable[str]) -> Offers:
    """What can be named, by the kind of thing."""
    entries = {field: tuple(sorted(getattr(library, field))) for field in MODELS}
    return {**entries, "talks": tuple(talks), "drawings": tuple(drawings), "themes": tuple(sorted(THEMES))}


def with_ids(schema: _Schema, offers: Offers) -> _Schema:
    """A schema that proposes what can be named."""
    made: _Schema = _in(schema, "", offers)
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


def _in(schema: Any, key: str, offers: Offers) -> Any:
    """A schema, and all that stands in it, with proposals where a key names something."""
    if isinstance(schema, list):
        return [_in(one, key, offers) for one in schema]
    if not isinstance(schema, dict):
        return schema
    made = {}
    for name, inner in schema.items():
        if name in ("properties", "definitions"):
            made[name] = {own: _in(one, own, offers) for own, one in inner.items()}
        elif name in ("items", "anyOf", "additionalProperties", "if", "then", "else"):
            made[name] = _in(inner, key, offers)
        else:
            made[name] = inner
    return _offering(made, key, offers)


def _offering(schema: _Schema, key: str, offers: Offers) -> _Schema:
    if schema.get("pattern") != ids.PATTERN and (key not in _TEXTS or "type" not in schema):
        return schema
    names = sorted({name for thing in _NAMED.get(key, ()) for name in offers.get(thing, ())})
    if not names:
        return schema
    about = ("description", "examples")
    described: _Schema = {name: schema[name] for name in schema if name in about}
    rest = {name: one for name, one in schema.items() if name not in about}
    return {**described, "anyOf": [{"enum": names}, rest]}
