"""C505 unspoken-word: a word that is written and never said."""

import re
from collections.abc import Iterator, Mapping

from talkbuilder.diagnostics import Diagnostic
from talkbuilder.talk.phrases import Phrases, hits, triggers
from talkbuilder.talk.said import Said, sentences_with
from talkbuilder.talk.talk import Talk

_PLAIN: Mapping[str, str] = {
    "<utilize>": "use",
    "utilise": "use",
    "utilised": "used",
    "utilising": "using",
    "endeavour": "try",
    "endeavoured": "tried",
    "<commence>": "begin",
    "<endeavor>": "try",
    "<facilitate>": "help",
    "<purchase>": "buy",
    "<reside>": "live",
    "<terminate>": "end",
    "<cease>": "stop",
    "<deem>": "think",
    "<procure>": "get",
    "<necessitate>": "need",
    "<transpire>": "happen",
    "<inquire>": "ask",
    "<individual> (?:who|were|was|are|is|have|had)": "person, or people",
    "moreover": "and",
    "furthermore": "and",
    "nevertheless": "still",
    "nonetheless": "still",
    "notwithstanding": "in spite of",
    "whereby": "by which, or a new sentence",
    "wherein": "where",
    "whereas": "but",
    "thereby": "and so",
    "therein": "in it",
    "thereof": "of it",
    "hence": "so",
    "henceforth": "from now on",
    "hitherto": "until now",
    "heretofore": "until now",
    "albeit": "though",
    "amongst": "among",
    "whilst": "while",
    "aforementioned": "that",
    "inasmuch as": "since",
    "insofar as": "as far as",
    "consequently": "so",
    "additionally": "also",
    "subsequently": "later",
    "subsequent to": "after",
    "prior to": "before",
    "pertaining to": "about",
    "with regard to": "about",
    "in regard to": "about",
    "with respect to": "about",
    "in the event that": "if",
    "due to the fact that": "because",
    "in spite of the fact that": "though",
    "at this point in time": "now",
    "in excess of": "more than",
    "a multitude of": "many",
    "a plethora of": "many",
    "numerous": "many",
    "approximately": "about",
    "and/or": "or",
}
# Of each the word that is said least otherwise: one that is in a text lets all be looked for.
_SIGNS = " ".join("or" if key == "and/or" else max(re.findall("[a-z]+", key), key=len) for key in _PLAIN)
_ANY = Phrases(_SIGNS, tuple(_PLAIN))
_EACH = {words: Phrases(_SIGNS, (words,)) for words in _PLAIN}


def check(talk: Talk) -> Iterator[Diagnostic]:
    for one in sentences_with(talk, *triggers(_ANY)):
        for found in hits(_ANY, one.text):
            yield _fault(one, found.said)


def _fault(one: Said, word: str) -> Diagnostic:
    plain = next(_PLAIN[key] for key, wording in _EACH.items() if any(hits(wording, word)))
    return Diagnostic("C505", f"“{word}” is written, and hardly ever said", one.place_of(word), f"say: {plain}")
