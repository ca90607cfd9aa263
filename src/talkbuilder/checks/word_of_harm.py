"""C028 word-of-harm: a text that stands on facts tells of a crime, a death or a guilt that none of them tells."""

from collections.abc import Iterator

from talkbuilder.diagnostics import Diagnostic
from talkbuilder.evidence.facts import Fact
from talkbuilder.evidence.quotes import Quote
from talkbuilder.source.fields import Id
from talkbuilder.talk.harm import harms
from talkbuilder.talk.referring import clause_of, said, sentences
from talkbuilder.talk.reread import Reread, reread
from talkbuilder.talk.talk import Paragraph, Talk
from talkbuilder.talk.typed import Typed

# Keys whose texts say what the numbers of a slide are, wherever these stand on it.
_LABELS = frozenset(("caption", "head", "label", "others", "note", "rows", "unit", "lead"))
_MOST_BLANKS = 4  # in what is a label and no sentence: the head of a column


def check(talk: Talk) -> Iterator[Diagnostic]:
    read = reread(talk)
    for one in read.texts:
        is_label = (one.key in _LABELS and bool(one.shown or one.cited)) or (one.key == "title" and bool(one.beside))
        is_label = is_label or (one.key == "text" and bool(one.cited) and one.text.value.count(" ") < _MOST_BLANKS)
        if not one.is_seen or not (is_label or "{" in one.text.value):
            continue
        known = _known(one, read)
        for paragraph in read.paragraphs(one.text) if known else ():
            texts = [paragraph.text] if is_label else list(_clauses(paragraph, read))
            for word in dict.fromkeys(word for text in texts for word in harms(text, known)):
                message = f"'{word}' is a harm that no fact of this slide tells"
                hint = "say what the fact says, or name in 'cite' the fact that tells it"
                yield Diagnostic("C028", message, one.text.span, hint)


def _clauses(paragraph: Paragraph, read: Reread) -> Iterator[str]:
    """Each clause of a paragraph that refers to a fact."""
    for one in sentences(paragraph, read.library):
        for start, end in dict.fromkeys(clause_of(one.text, printed.start) for printed in one.printed):
            yield one.text[start:end]


def _known(one: Typed, read: Reread) -> str:
    """All that the facts and quotations of a slide say, whether they are printed or not."""
    return " . ".join(_said(id, read) for id in dict.fromkeys((*one.beside, *one.shown, *one.cited)))


def _said(id: Id, read: Reread) -> str:
    found = read.library.facts.get(id.value) or read.library.quotes.get(id.value)
    if isinstance(found, Fact):
        return said(found)
    return found.text.value.lower() if isinstance(found, Quote) else ""
