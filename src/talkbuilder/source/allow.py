"""`allow`: what an author has judged to be right as it is, by rule, code or name, each with why, by whom and when."""

from typing import Annotated, Any

from msgspec import Meta

from talkbuilder.diagnostics import near
from talkbuilder.diagnostics.codes import CODES, NEVER_ALLOWED, codes_for
from talkbuilder.source.fields import Broken, Day, Entry, Text, Written
from talkbuilder.source.nodes import Mapping, Node, Scalar, kind_of


class Judgement(Entry, frozen=True, kw_only=True):
    """A finding that may stand. It is named by its rule (SG-14), its code (C002) or the name of that (no-notes)."""

    why: Annotated[Text, Meta(description="why it may stand, for whoever reads the talk after you")]
    by: Annotated[Text, Meta(description="who has judged so")]
    on: Annotated[Day, Meta(description="on which day, such as 2026-11-25")]


class Allow(Written, frozen=True, kw_only=True):
    """What may stand on a slide, or in a whole talk."""

    judgements: tuple[Judgement, ...]

    @classmethod
    def read(cls, reader: Any, node: Node) -> "Allow | Broken":  # the reader knows fields, and so stands above
        """`{SG-14: {why: a reason, by: a name, on: 2026-11-25}}`."""
        if not isinstance(node, Mapping):
            rule = node.value if isinstance(node, Scalar) and codes_for(node.value) else "RULE"
            hint = f"write 'allow: {{{rule}: {{why: a reason, by: your name, on: 2026-11-25}}}}'"
            broken: Broken = reader.fault(
                "E004", f"expected rules with reasons, found {kind_of(node)}", node.span, hint
            )
            return broken
        found = []
        for key, value in node.entries:
            if key.value.upper() not in NEVER_ALLOWED and not codes_for(key.value):
                reader.fault("E001", f"no rule, code or name '{key.value}'", key.span, near(key.value, _names()))
            else:
                found.append(reader.model(value, Judgement, key.value, key.span))
        return cls(span=node.span, judgements=tuple(one for one in found if isinstance(one, Judgement)))


def _names() -> list[str]:
    """All that may stand there, as `near` looks for it."""
    return [name for code in CODES.values() if code.may_be_allowed for name in (code.rule, code.id, code.name) if name]
