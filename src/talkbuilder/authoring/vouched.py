"""What a speaker vouches for: marks of one's own around what others do, and 'I saw it' beside what was only heard."""

import re
from collections.abc import Iterable, Iterator

from talkbuilder.authoring.retold import is_person
from talkbuilder.authoring.told import Sentence, words_of
from talkbuilder.evidence.facts import Fact
from talkbuilder.evidence.library import Library
from talkbuilder.evidence.words import PASTS
from talkbuilder.talk.accusing import accusations, is_power
from talkbuilder.talk.covering import marked
from talkbuilder.talk.talk import Paragraph
from talkbuilder.talk.typed import Typed

_DONE = re.compile(rf"\b(?:was|were|had|did|got|\w{{2,}}ed|{'|'.join(sorted(PASTS))}|has|have|is|are)\b", re.IGNORECASE)
_LONGEST = 8  # words of a mark that are shown
_WITNESS = re.compile(
    r"\b(?:I (?:stood|was|sat|waited) (?:right |just )?(?:there|here|beside|next|among|with them|in the (?:room"
    r"|crowd))"
    r"|I(?:[’']ve| have)? (?:also |even )?(?:saw|seen|watched|witnessed|looked at) (?:it|this|that|all of (?:it"
    r"|this)|him|her"
    r"|them|so)\b"
    r"|(?:with|before|in front of) my (?:own )?(?:two )?eyes|I can vouch|I know (?:it|this"
    r"|that) (?:at )?first[ -]?hand"
    r"|first[ -]hand|eyewitness|I was (?:a witness|present|an? (?:eye)?witness)|I counted them (?:all )?myself"
    r"|(?:seen|saw|checked|counted|heard) (?:it |this |that |them )?(?:all )?myself)\b"
    r"|\b(?:what|things|all that|everything) I saw\b|\bmy own eyes\b",
    re.IGNORECASE,
)
_NOT = re.compile(r"\b(?:not|never|nobody|without)\b|n[’']t\b", re.IGNORECASE)
_CRIMES = re.compile(
    r"\b(?:payroll|brib\w+|corrupt\w*|crooked|gangs?|mafia|criminals?|crimes?|murder\w*|kill\w*|kickbacks?"
    r"|thie(?:f|ves)|steals?"
    r"|stole|stolen|liars?|lie[sd]?|cheat\w*|fraud\w*|guilty|abus\w+|beat(?:s|en)?|sells?|sold|rap(?:e|es|ed|ist)"
    r"|traffick\w+"
    r"|slaves?|smuggl\w+|launder\w*|blackmail\w*|paid off|bought off|in on it|cover(?:s|ed)? (?:it|this"
    r"|that)? ?up)\b",
    re.IGNORECASE,
)
_OTHERS = re.compile(
    r"\b(?:they|them|their|he|she|him|his|everybody there|everyone there|people there)\b", re.IGNORECASE
)
_MY_OWN = re.compile(r"\b(?:I|me|my|mine|we|us|our|myself)\b|\b(?:I|we)[’']", re.IGNORECASE)


def of_marks(paragraph: Paragraph) -> Iterator[str]:
    """Marks of one's own around what is said of others: they go for what a speaker knows of themselves."""
    for _, run, _ in marked(paragraph):
        text = run.text
        if _MY_OWN.search(text):
            continue
        words = [word for word in words_of(text) if is_power(word) or is_person(word)]
        wrong = _CRIMES.search(text) or (words and any(accusations(text)))
        is_told = " " in text.strip() and bool(_DONE.search(text))
        if wrong or (is_told and (words or _OTHERS.search(text))):
            about = wrong[0] if isinstance(wrong, re.Match) else (words[0] if words else "them")
            yield f"'{about}' is about others, and marked as what the speaker alone knows: “{_short(text)}”"


def of_witness(sentences: Iterable[Sentence], library: Library) -> Iterator[str]:
    """That the speaker saw it, beside what the speaker was told or has read."""
    every = tuple(sentences)
    for at, sentence in enumerate(every):
        found = _WITNESS.search(sentence.typed)
        if not found or _NOT.search(sentence.typed) or "?" in sentence.typed:
            continue
        for other in every[max(0, at - 1) : at + 2]:
            ids = [one.id for one in other.cited if _is_told(one.id, library)]
            if ids and not any(not _is_told(one.id, library) for one in other.cited):
                yield f"'{found[0]}' stands beside '{ids[0]}', which the speaker did not see: “{sentence.short}”"
                break


def of_heads(texts: Iterable[Typed], library: Library) -> Iterator[str]:
    """The same of a head or a title over it."""
    for typed in texts:
        ids = [id.value for id in (*typed.under, *typed.beside) if _is_told(id.value, library)]
        found = _WITNESS.search(typed.text.value) if ids and typed.is_seen else None
        if found and not _NOT.search(typed.text.value):
            yield f"'{found[0]}' stands over '{ids[0]}', which the speaker did not see"


def _is_told(id: str, library: Library) -> bool:
    fact = library.facts.get(id)
    return isinstance(fact, Fact) and fact.kind != "observation"


def _short(text: str) -> str:
    words = text.split()
    return " ".join(words) if len(words) <= _LONGEST else " ".join(words[:_LONGEST]) + " …"
