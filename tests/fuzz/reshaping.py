"""Mutations of shape: a list where a text is wanted, keys where a list is, nothing where something is."""

from random import Random
from typing import Any

import yaml

_LONGEST = 40_000  # bytes: of a longer file, one part is much like another
_Loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)  # for which every scalar is text
_OTHER: tuple[Any, ...] = ("", "a", "1", "-1", "true", [], {}, [[]], [{}], ["a"], ["a", "b"], {"a": "b"}, [["a"], "b"])


def reshaped(data: bytes, random: Random) -> bytes:
    """A YAML file of which some part has another shape, or stands elsewhere as well; whatever is none, as it is."""
    if len(data) > _LONGEST:
        return data
    try:
        tree: Any = yaml.load(data, Loader=_Loader)  # it makes nothing but texts, lists and keys
    except (yaml.YAMLError, ValueError, RecursionError):
        return data
    places = [*_places(tree)]
    if not places:
        return data
    for _ in range(random.choice((1, 1, 2, 3))):
        at, key = random.choice(places)
        match random.choice(("other", "other", "another's", "in a list", "under a key", "gone", "twice")):
            case "other":
                at[key] = random.choice(_OTHER)
            case "another's":
                there, other = random.choice(places)
                at[key] = there[other] if _is_there(there, other) else "a"
            case "in a list" if _is_there(at, key):
                at[key] = [at[key]]
            case "under a key" if _is_there(at, key):
                at[key] = {"a": at[key]}
            case "gone" if _is_there(at, key):
                del at[key]
            case "twice" if isinstance(at, list) and _is_there(at, key):
                at.append(at[key])
        places = [place for place in places if _is_there(*place)] or [*_places(tree)]
        if not places:
            break
    try:
        return yaml.dump(tree, Dumper=_Plain, allow_unicode=True, sort_keys=False).encode("utf-8", "surrogatepass")
    except (RecursionError, yaml.YAMLError):  # it holds itself by now
        return data


class _Plain(yaml.SafeDumper):
    """Writes what stands in two places twice, and no anchors."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


def _is_there(at: Any, key: Any) -> bool:
    return 0 <= key < len(at) if isinstance(at, list) else key in at


def _places(node: Any) -> Any:
    """Every value of a tree, as what holds it and under which key or number."""
    inner = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    for key, value in inner:
        yield node, key
        yield from _places(value)
