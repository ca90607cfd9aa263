"""A slide as its author wrote it, of the kind whose key it carries."""

from collections.abc import Sequence

from talkbuilder.kinds import WRITTEN
from talkbuilder.source.fields import Broken
from talkbuilder.source.nodes import Mapping, Node, Scalar, kind_of
from talkbuilder.source.outline import Slide
from talkbuilder.source.reader import Reader
from talkbuilder.source.slips import COMMON_KINDS, equated, kind_meant, unquoted


def read_slide(reader: Reader, node: Node) -> Slide | Broken:
    """A slide, of the kind whose key it carries."""
    if not isinstance(node, Mapping):
        hint = "begin with 'title:' and one of " + ", ".join(f"'{name}:'" for name in WRITTEN)
        return reader.fault(
            "E004", f"a slide must have keys, found {kind_of(node)}", node.span, equated(node) or unquoted(node) or hint
        )
    contents = [key for key, _ in node.entries if key.value in WRITTEN]
    if not contents:
        return _without_kind(reader, node)
    kind, extras = _kind_of(contents)
    for extra in extras:
        hint = "a slide has one kind of content; make two slides of it"
        reader.fault("E007", f"'{extra.value}' beside '{kind.value}'", extra.span, hint)
    model = WRITTEN[kind.value].model
    assert model is not None
    rest = tuple(entry for entry in node.entries if entry[0] not in extras)
    return reader.model(Mapping(rest, node.span), model)


def _kind_of(contents: Sequence[Scalar]) -> tuple[Scalar, tuple[Scalar, ...]]:
    """Of keys that name kinds, the one that is the slide's: that beside which most of them may stand; and the rest."""

    def strangers(key: Scalar) -> tuple[Scalar, ...]:
        model = WRITTEN[key.value].model
        return tuple(
            one for one in contents if one is not key and one.value not in getattr(model, "__struct_fields__", ())
        )

    kind = min(contents, key=lambda key: len(strangers(key)))
    return kind, strangers(kind)


def _without_kind(reader: Reader, node: Mapping) -> Broken:
    """Says what a slide lacks; a key that nearly names a kind is most likely the one that was meant."""
    common = {field for field in Slide.__struct_fields__ if field != "span"}
    strange: list[Scalar] = [key for key, _ in node.entries if key.value not in common]
    for key in strange:
        hint = kind_meant(key.value, (*WRITTEN, *common))
        if len(strange) == 1 or hint not in (f"did you mean '{one}'?" for one in common):
            return reader.fault("E006", f"unknown kind of slide '{key.value}'", key.span, hint)
        reader.fault("E002", f"unknown key '{key.value}'", key.span, hint)
    first = node.entries[0][0].span if node.entries else node.span
    others = (name for name in WRITTEN if name not in COMMON_KINDS)
    hint = "add one of " + ", ".join(f"'{name}:'" for name in (*COMMON_KINDS, *others))
    return reader.fault("E006", "the slide has no content", first, hint)
