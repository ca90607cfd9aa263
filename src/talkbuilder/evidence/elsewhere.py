"""Words that are not in their post, in another one of the library; asked only of a quotation that failed."""

from functools import cache

from talkbuilder.evidence.library import Library
from talkbuilder.evidence.post_text import AUTHOR, PostText
from talkbuilder.evidence.sources import Source
from talkbuilder.evidence.verdicts import Elsewhere, Search
from talkbuilder.evidence.voices import voice_words


def search_of(library: Library) -> Search:
    """Finds words in any post of a library; each post is read once, and nothing is reported of it."""

    @cache
    def heard(id: str) -> PostText | None:
        post, text = library.sources[id], library.texts(id)
        if text is None or not isinstance(post, Source):
            return None
        return PostText(text, voice_words(post.voices), library.author_of(post))

    def search(words: str) -> Elsewhere | None:
        for id in library.sources:
            post_text = heard(id)
            place = next(post_text.places(words), None) if post_text else None
            if post_text and place:
                return Elsewhere(id, post_text.speakers(*place)[0] or AUTHOR)
        return None

    return search
