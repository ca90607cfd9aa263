"""Where words were proved before: a position is only ever moved to the same words where they stand once."""

from msgspec import structs

from talkbuilder.diagnostics import Diagnostic
from talkbuilder.evidence.lock import Proved
from talkbuilder.evidence.post_text import PostText
from talkbuilder.evidence.quotes import Quote
from talkbuilder.evidence.quoting import Found


def settle(quote: Quote, post_text: PostText, found: Found, before: Proved | None) -> Found:
    """Of words that stand more than once, the place at which they were proved; they move to none of several."""
    places = (found.stretch, *found.also)
    if before is None or before.post != quote.post.value:
        asked = f"these words stand {len(places)} times in the post: is the first place the one that is meant?"
        return structs.replace(found, review=(*found.review, asked))
    for place in places:
        if post_text.origin(*place)[0] == before.offset:
            return structs.replace(found, pieces=(place,))
    message = f"the post was changed: these words are not where they were proved, and stand at {len(places)} others"
    hint = "take more words into the quotation, until they stand in the post only once"
    return Found((), (Diagnostic("E102", message, quote.text.span, hint),))
