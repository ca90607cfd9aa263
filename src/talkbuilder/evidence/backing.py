"""What of a source, of a page or of how somebody is credited speaks against an entry, for a person to weigh."""

import re
from collections.abc import Iterator, Mapping

from msgspec import structs

from talkbuilder.evidence.facts import Fact
from talkbuilder.evidence.normal import Range, lowered
from talkbuilder.evidence.people import Person
from talkbuilder.evidence.post_text import PostText
from talkbuilder.evidence.quotes import Quote
from talkbuilder.evidence.quoting import Found
from talkbuilder.evidence.sources import Source
from talkbuilder.evidence.words import stem, words
from talkbuilder.source.fields import Broken

# What makes an audience believe somebody more than others: an office, a profession, having been there.
_AUTHORITY = frozenset(
    re.findall(
        r"\w+",
        "diplomat ambassador consul envoy inspector investigator detective officer official police policeman "
        "policewoman sheriff soldier colonel general captain commander minister ministry secretary senator "
        "congressman congresswoman governor mayor president judge prosecutor attorney lawyer expert "
        "specialist scientist researcher scholar professor doctor physician nurse psychologist economist "
        "historian analyst journalist reporter correspondent editor auditor accountant commissioner director "
        "chief head chairman founder priest pastor bishop rabbi imam nun monk eyewitness witness survivor "
        "victim insider whistleblower agent spy guard government un unicef ",
    )
)
# What stands before words that are given whole: a voice does not introduce itself.
_INTRODUCED = re.compile(
    r"\b(?:the following|as follows|this is what|here is what|here's what)\b[^.!?:]*[.:]?\Z"
    r"|\b(?:w(?:rote|rites)|sa(?:id|ys)|reads|shared|posted)\b[^.!?]{0,40}:\Z",
)
_SELF = re.compile(r"\b(?:i|i've|i'm|i'd|my|myself)\b")
_MARKED = re.compile(r'"[^"]*"')


def backed(
    found: Found, entry: Fact | Quote, post: Source, post_text: PostText, people: Mapping[str, Person | Broken]
) -> Found:
    """What was found, with what its source leaves to ask, told of what the source is: a report is no post."""
    if found.pieces and not any(one.is_error for one in found.faults):
        who = people.get((entry.source if isinstance(entry, Fact) else entry.speaker).value)
        asked = reasons(entry, post, post_text, found.stretch, who if isinstance(who, Person) else None)
        found = structs.replace(found, review=(*found.review, *asked))
    if post.is_post:
        return found
    faults = (
        structs.replace(one, message=post.worded(one.message), hint=post.worded(one.hint)) for one in found.faults
    )
    return structs.replace(found, faults=tuple(faults), review=tuple(map(post.worded, found.review)))


def reasons(
    entry: Fact | Quote, post: Source, post_text: PostText, place: Range, person: Person | None
) -> Iterator[str]:
    """What a person is asked about the source of an entry that stands at a place."""
    if entry.page is not None and post.is_post:
        yield f"'page' is {entry.page.value}, and a post has no pages"
    if person is None:
        return
    yield from _more_than_it_says(person, post_text)
    if person.id != post_text.by:
        yield from _other_voice(person, post_text, place)


def _more_than_it_says(person: Person, post_text: PostText) -> Iterator[str]:
    """A credit that makes somebody an inspector of whom the source says nothing like that."""
    claimed = [word for word in words(person.credit.value) if word in _AUTHORITY]
    if not claimed or _is_institution(person):
        return
    known = {stem(word) for word in words(post_text.text)}
    strange = [word for word in claimed if stem(word) not in known]
    if strange:
        yield f"'{person.id}' is credited as '{strange[0]}', of which the source says nothing"


def _other_voice(person: Person, post_text: PostText, place: Range) -> Iterator[str]:
    """Words that somebody else says than the voice in which they stand: an 'I' in a report, or its introduction."""
    own = _MARKED.sub("", lowered(post_text.text[slice(*post_text.sentence(*place))]))
    if _is_institution(person) and (found := _SELF.search(own)):
        yield f"the sentence says '{found[0]}', and '{person.id}' is no single person: is it their voice?"
        return
    for start, end in post_text.paragraphs:
        if end <= place[0]:
            continue
        speakers = set(post_text.speakers(start, end))
        if speakers != {person.id}:
            if start > place[0]:
                return
            continue
        if found := _INTRODUCED.search(lowered(post_text.text[start:end]).rstrip()):
            yield f"behind it stands '{found[0].strip()}': does the voice of '{person.id}' begin only there?"
            return


def _is_institution(person: Person) -> bool:
    """Whether a credit is the name of a report or an office: 'A volunteer' may be any."""
    return person.role == "source" and lowered(person.credit.value).split()[:1] not in (["a"], ["an"])
