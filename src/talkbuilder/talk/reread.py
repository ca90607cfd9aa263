"""The texts of a talk, read again by the checks that look at its prose: once for all of them."""

from talkbuilder.evidence.facts import Fact
from talkbuilder.evidence.quotes import Quote
from talkbuilder.source.fields import Text
from talkbuilder.talk.markup import Markup
from talkbuilder.talk.talk import Citation, Paragraph, Talk
from talkbuilder.talk.typed import typed


class Reread:
    """What a talk's author wrote, text by text, and each as it is printed.

    It reports nothing: what is wrong with a text was told when its talk was resolved.
    """

    def __init__(self, talk: Talk) -> None:
        self.outline, self.library = talk.outline, talk.library
        self.texts = tuple(typed(talk.outline))
        self._markup = Markup(talk.library, None)
        self._read: dict[Text, tuple[Paragraph, ...]] = {}

    def paragraphs(self, text: Text | None) -> tuple[Paragraph, ...]:
        """The paragraphs of a text, with what its references print."""
        if text is None:
            return ()
        if text not in self._read:
            self._read[text] = self._markup.paragraphs(text)
        return self._read[text]

    def cite(self, entry: Fact | Quote) -> Citation:
        return self._markup.cite(entry)


_latest: list[Reread] = []


def reread(talk: Talk) -> Reread:
    """The texts of a talk: the same object for all checks of it, and of its editions."""
    if not _latest or _latest[0].outline is not talk.outline or _latest[0].library is not talk.library:
        _latest[:] = [Reread(talk)]
    return _latest[0]
