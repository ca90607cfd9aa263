"""What people call keys and choices before they know ours."""

from collections.abc import Iterable

from talkbuilder.diagnostics import near

# Each with what is meant by it, of which a model has one at most.
_CALLED = {
    "minutes": "duration length time slot",
    "talk": "title name heading presentation",
    "section": "title name heading part chapter",
    "sections": "parts chapters section",
    "title": "heading headline head header",
    "lead": "subtitle subheading kicker",
    "notes": "speaker-notes speakernotes script speech say",
    "credit": "name",
    "cite": "source sources reference references",
    "extra": "optional",
    "about": "roughly circa ca approximately approx around",
    "at-least": "minimum",
    "says": "text statement fact claim",
    "text": "quote words says",
    "source": "by speaker who person",
    "speaker": "author presenter lecturer teacher by who person source",
    "url": "link address website web href",
    "alt": "description caption describes",
    "file": "image picture photo src path",
    "date": "day when year published",
    "place": "where location venue",
    "starts": "time begins start",
    "must": "high important always 1",
    "should": "medium normal 2",
    "could": "low optional 3",
    "share": "pie donut doughnut",
    "bars": "bar horizontal",
    "columns": "column vertical histogram",
    "article": "website webpage page news newspaper",
    "post": "source source-id from report document blog blogpost",
    "book": "novel memoir",
    "data": "dataset statistics table",
    "observation": "eyewitness saw",
    "hearsay": "rumour rumor second-hand secondhand",
    "public": "politician official journalist",
}


_A_SLIP = 0.75  # so much alike are a word and the same with a slip; 'janitor' and 'author' are 0.62
_LOOKS = (
    "color colour font fontsize font-size size width height background layout style align alignment bold animation"
    " transition position x y left top master template"
)


def no_look(key: str) -> str:
    """The hint for a key that would say how a slide looks, which nobody writes; "" for any other."""
    is_one = key.lower().replace("_", "-") in _LOOKS.split()
    return "leave it out: how slides look is for the theme, or the '--template' of a build, to say" if is_one else ""


def chosen(written: str, choices: Iterable[str]) -> str:
    """The hint for a choice that there is not: a slip is mended, and whoever had another word in mind sees all."""
    return meant(written, choices, _A_SLIP)


def meant(written: str, known: Iterable[str], likeness: float = 0.6) -> str:
    """The hint for a key or a choice that is none of those that are known."""
    if (text := written.lstrip("-")) != written:
        return f"a blank belongs behind the dash: '- {text[:30].rstrip()} …'"
    names = tuple(known)
    plain = written.strip("“”‘’\"'").lower().replace("_", "-").replace(" ", "-")
    hint = near(written, names, likeness)
    if hint.startswith("did you mean") and plain not in _ALL:
        return hint
    found = next((name for name in names if plain in _CALLED.get(name, "").split()), "")
    return f"write '{found}'" if found else hint


_ALL = frozenset(word for called in _CALLED.values() for word in called.split())
