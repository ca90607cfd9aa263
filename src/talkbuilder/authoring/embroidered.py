"""What a sentence adds to what happened: how, on whose order, what came of it, and what else a list holds."""

import re
from collections.abc import Iterator

from talkbuilder.authoring.told import OF_THE_ROOM, PAST_DEED, Known, Sentence, words_of
from talkbuilder.evidence.words import stem, stems
from talkbuilder.talk.signing import WrittenSlide
from talkbuilder.talk.talk import Slide
from talkbuilder.talk.typed import Typed

_DONE = re.compile(rf"\b(?:was|were|had|{PAST_DEED}|goes?|walks?|comes?|came|leaves?)\b", re.IGNORECASE)
_MANNER = re.compile(
    r"\b(?:(?:by|at|in the|under cover of) (?:night|dark(?:ness)?|daylight)|by day|in secret|in the dark|before (?:dawn"
    r"|daybreak|sunrise)|after (?:dark|midnight|sunset)|on foot|barefoot|in silence|one by one|hand in hand|in chains"
    r"|at gunpoint|in handcuffs|behind (?:closed|locked) doors|behind (?:his|her|their) backs?|by (?:bus|train|car"
    r"|plane"
    r"|boat|truck|ship)|in (?:trucks|vans|cars|boats|crates)|all alone|with (?:bare|empty) hands|without a word"
    r"|(?:in|with) tears|in rags|half (?:naked|starved|asleep|dead))\b",
    re.IGNORECASE,
)
_MADE = re.compile(
    r"\b(?P<words>(?:(?:was|were|are|is|been|being|got) (?:\w+ly )?(?:told|ordered|commanded|forced|compelled|made"
    r"|pushed|pressed|pressured|obliged|paid|bribed|persuaded|warned|instructed) (?:not )?to|ha(?:d|s|ve) to(?: be)?"
    r"|(?:on|by) (?:the )?(?:orders?|instructions?|command) (?:from|of)|at (?:his|her|their) (?:behest|command|bidding)"
    r"|made sure that|saw to it that|(?:was|were) not asked|had no (?:choice|say)|under pressure))\b",
    re.IGNORECASE,
)
# 'Nobody had to', 'as if they were told to', 'he has to do with it'.
_NOT_MADE = re.compile(
    r"\b(?:nobody|no one|not|never|none|nothing|if|whether|what|that is all one)(?: \w+){0,5} \Z"
    r"|n[’']t(?: \w+){0,2} \Z",
    re.IGNORECASE,
)
_COMPELS = re.compile(
    r"\b(?:forc(?:e|es|ing|ed(?! (?:\w+ ){0,3}(?:labor|servitude|prostitution|marriage)))|ma(?:ke|kes|de)|told"
    r"|order\w*|command\w*|ha(?:d|s|ve) to|must|compel\w*|oblig\w+|requir\w+|coerc\w+"
    r"|pressur\w+|servitude|slave\w*|should|need\w*|cannot|unable|forb\w+|bann?ed|barred|demand\w*|insist\w*|asked|paid"
    r"|threat\w*|want\w*|supposed to|was to|were to|warn\w*|persuad\w*|encourag\w*|law|rules?|sentenc\w+|captiv\w+)\b",
    re.IGNORECASE,
)
_ENDED = re.compile(
    r"\b(?:by the time (?:he|she|they|it)|in the end,? (?:he|she|they|it|all)"
    r"|(?:afterwards?|after that|later|from then on|soon|a (?:year|month|week|day) later),? "
    r"(?:he|she|they|it|most|all|nobody|some|each|every)"
    r"|once (?:he|she|they) (?:is|are|was|were|has|have|had|leaves?|left|goes?|comes?|came)"
    r"|when (?:he|she|they) (?:leaves?|left|goes? home|comes? out|came out)"
    r"|(?:some|many|most|all|each) of them (?:now|[^.;,]{1,30} (?:now|today)\b)|(?:that|this) is how (?:he|she|they)"
    r"|it (?:works|worked|helps|helped)(?=[.!]?\s*\Z)"
    r"|(?:it|that|this) (?:makes?|gives?|turns?|made|gave|turned|lets?|helps?|helped|keeps?|kept) (?:him|her|them))\b",
    re.IGNORECASE,
)
_UNSURE = re.compile(
    r"\b(?:hope[sd]?|wish(?:es|ed)?|know|knows|if|whether|perhaps|maybe|may|might|could|should|would|supposed"
    r"|want(?:s|ed)?)\b",
    re.IGNORECASE,
)
_WAS_SO = re.compile(
    r"\b(?:(?:and )?(?:that|this) is (?:just |exactly )?how it (?:was|is|went|happened)|so it (?:was|went|happened)"
    r"|(?:and )?it was (?:just |exactly )?(?:so|like that)|(?:that|this) (?:really )?happened|that is what happened)\b",
    re.IGNORECASE,
)
_FANCIED = re.compile(r"\b(?:imagine|picture|think of|suppose|say that|close your eyes|you)\b", re.IGNORECASE)
_ANYBODY = re.compile(
    r"\A\W*(?P<who>whoever|who(?= (?:knows|has|pays|talks|stays|owns|gives|asks)\b)|(?:anyone|anybody|everyone"
    r"|everybody"
    r"|those|he|she|all|people) who|if you (?:know|have|pay))\b",
    re.IGNORECASE,
)
_GOOD = re.compile(
    r"\b(?:friends?|the right people|connections|enough money|money|power)(?: in high places)? (?:goes|go|walks?|gets?"
    r"|comes?|buys?|opens?|sets?) (?:\w+ )?(?:free|out|doors|off|judges|everything)\b",
    re.IGNORECASE,
)
# What one may be given or go to: plain words in talk to a room, and as a label of a list a thing that it holds.
_THINGS = stems(
    "job school class classroom house home car bus ticket church family friend child baby food meal bread soup bed"
    " money book phone garden coat coffee tea blanket doctor teacher trip travel shoe boot kitchen supper breakfast"
    " dinner piano radio movie library lesson training bike notebook work"
)
_THING = re.compile(
    r"\W*(?:(?:an?|some|their|his|her|own|new|good|better|free|warm|hot|small|real|more|enough|and"
    r"|even) )*(?P<what>\w+)",
    re.IGNORECASE,
)
# What takes place among people, by nouns that are plain as verbs: 'we meet', 'I hear'. 'Call' alone is a bid.
_EVENT = re.compile(
    r"\W*(?:(?:an?|the|another|first|second|last|new|final|short|long|secret|quiet|public|private|phone|town|court|late"
    r"|early|no|some|many|and|then|more) )*(?P<what>hearings?|meetings?|parties|talks|(?<=\w )(?:call|party"
    r"|march|test|offer"
    r"|order|bet|trick|move)|(?:call|test|order|bet|trick)s)\b"
    r"(?=\W*\Z|,? (?:for|to|with|at|in|by|from|on|of|before|after|between|over|about)\b)",
    re.IGNORECASE,
)
# Of these the verb tells nothing of the noun: who heard has had no hearing.
_LITERAL = ("hearing", "meeting", "part", "march", "call", "talk", "mov")
_LISTS = frozenset(("icons", "bullets", "steps", "timeline", "compare"))
_WITH_THINGS = frozenset(("icons", "bullets"))
_LABEL_KEYS = frozenset(("head", "bullets", "text"))
_LABEL = 5  # words that a label has at most


def embroidered(sentence: Sentence, known: Known, typed: Typed) -> Iterator[str]:
    """Reasons that name the words."""
    text = sentence.typed
    if sentence.is_own or "?" in text:
        return
    if (found := _WAS_SO.search(text)) and _FANCIED.search(text[: found.start()]):
        yield f"'{found[0]}' tells as true what is only imagined: “{sentence.short}”"
    if OF_THE_ROOM.search(text):
        return
    if _DONE.search(text) and (found := _MANNER.search(text)) and not known.has_word(found[0]):
        yield f"'{found[0]}' tells in what manner, and no entry here does: “{sentence.short}”"
    made = _MADE.search(text)
    if made and not (_NOT_MADE.search(text[: made.start()]) or _COMPELS.search(known.text)):
        yield f"'{made[0]}' tells that somebody made them do it, and no entry here does: “{sentence.short}”"
    if (found := _ENDED.search(text)) and not (_UNSURE.search(text) or known.has_word(found[0]) or sentence.cited):
        yield f"'{found[0]}' tells what came of it, and no entry here does: “{sentence.short}”"
    found = (_ANYBODY.match(text) or _GOOD.search(text)) if typed.key == "title" else None
    if found and not known.has_all(text):
        yield f"'{found[0].strip()}' tells of all such people, and no entry here does: “{sentence.short}”"


def of_listed(one: WrittenSlide, slide: Slide, known: Known) -> Iterator[str]:
    """A label of a list that holds a thing or an event of which no entry tells, beside what entries tell."""
    if slide.kind not in _LISTS:
        return
    texts = [typed for typed in one.texts if typed.key in _LABEL_KEYS]
    told = [typed for typed in texts if any(known.explains(stem(word)) for word in words_of(typed.text.value))]
    for typed, behind in zip(texts, [*texts[1:], None], strict=True) if told else ():
        label = typed.text.value
        is_label = len(label.split()) <= _LABEL and "{" not in label and not OF_THE_ROOM.search(label)
        found = _THING.match(label) if is_label and typed.key in ("head", "bullets") else None
        word = found["what"].lower() if found else ""
        if slide.kind in _WITH_THINGS and stem(word) in _THINGS and not known.explains(stem(word)):
            yield f"no entry of this slide says '{word}', as its list does: “{label}”"
        elif is_label and not (behind and behind.key == "text" and OF_THE_ROOM.search(behind.text.value)):
            yield from _event(label, known)


def _event(label: str, known: Known) -> Iterator[str]:
    """An event that a label names, told by a noun that plain talk has as a verb: 'a hearing'."""
    found = _EVENT.match(label)
    if found and not _names(found["what"].lower(), known):
        yield f"no entry of this slide tells of '{found[0].strip()}', as if it had taken place: “{label}”"


def _names(noun: str, known: Known) -> bool:
    """Whether entries have a noun, and of some not only its verb."""
    if not noun.startswith(_LITERAL):
        return known.explains(stem(noun))
    one = noun.removesuffix("s")
    return any(known.has_word(form) for form in (noun, one, f"{one}s"))
