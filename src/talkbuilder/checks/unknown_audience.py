"""E001 unknown-id, for audiences: a name that the talk does not know would show people what is not meant for them."""

from collections.abc import Iterator

from talkbuilder.diagnostics import Diagnostic, also, near
from talkbuilder.talk.talk import Talk


def check(talk: Talk) -> Iterator[Diagnostic]:
    listed = {one.value for one in talk.outline.audiences}
    used = [one for slide in talk.slides for one in (*slide.only, *slide.not_)]
    for one in used if listed else ():
        if one.value not in listed:
            hint = also(near(one.value, listed), "'audiences:' of the talk lists them")
            yield Diagnostic("E001", f"no audience '{one.value}'", one.span, hint)
    known = listed or {one.value for one in used}
    asked, event = talk.occasion.listeners, talk.occasion.event
    if asked and known and asked not in known:
        span = event.audience.span if event and event.audience and not talk.occasion.audience else None
        hint = also(near(asked, known), "'audiences:' of the talk lists whom it is for")
        yield Diagnostic("E001", f"no audience '{asked}' in '{talk.name}'", span, hint, f"talks/{talk.name}.yaml")
