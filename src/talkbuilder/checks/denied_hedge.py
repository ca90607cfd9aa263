"""C029 denied-hedge: what is only told or believed stands under or beside words that call it certain."""

from collections.abc import Iterator

from talkbuilder.diagnostics import Diagnostic
from talkbuilder.evidence.certain import called_certain
from talkbuilder.evidence.facts import Fact
from talkbuilder.evidence.hedges import hedge_of
from talkbuilder.source.fields import Id
from talkbuilder.talk.referring import sentences
from talkbuilder.talk.reread import Reread, reread
from talkbuilder.talk.talk import Talk
from talkbuilder.talk.typed import Typed

# Keys whose texts speak of all that their slide shows, be it printed by them or not.
_OVER_ALL = frozenset(("title", "lead", "caption", "head", "label", "note", "others", "statement"))


def check(talk: Talk) -> Iterator[Diagnostic]:
    read = reread(talk)
    for one in read.texts:
        if not (one.key in _OVER_ALL and (one.shown or one.cited)) and "{" not in one.text.value:
            continue
        found = _whole(one, read) or _in_sentence(one, read)
        if found:
            words, id = found
            message = f"'{words}' calls certain what '{id}' only tells as hearsay, an opinion or a guess"
            hint = "say how it is known: 'in my opinion', 'I was told that'; or leave the words out"
            yield Diagnostic("C029" if one.is_seen else "C027", message, one.text.span, hint)


def _whole(one: Typed, read: Reread) -> tuple[str, str] | None:
    """What a title, a caption or a lead calls certain, and a doubtful fact of its slide."""
    if one.key not in _OVER_ALL or not (words := called_certain(one.text.value)):
        return None
    doubtful = _doubtful((*one.beside, *one.shown, *one.cited), read)
    return (words, doubtful) if doubtful else None


def _in_sentence(one: Typed, read: Reread) -> tuple[str, str] | None:
    for paragraph in read.paragraphs(one.text) if "{" in one.text.value else ():
        for sentence in sentences(paragraph, read.library):
            doubtful = next((fact.id for fact in sentence.facts if hedge_of(fact)), "")
            if doubtful and (words := called_certain(sentence.text)):
                return words, doubtful
    return None


def _doubtful(ids: tuple[Id, ...], read: Reread) -> str:
    found = (read.library.facts.get(id.value) for id in ids)
    return next((fact.id for fact in found if isinstance(fact, Fact) and hedge_of(fact)), "")
