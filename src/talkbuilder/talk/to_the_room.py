"""Small counts in what is said to a room: what it is asked to do, what is going to come. They claim nothing."""

import re
from collections.abc import Iterator

_FEW = "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
_TEENS = "thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty"
_COUNT = rf"(?:one|{_FEW}|{_TEENS}|[2-9]|1\d|20)"
_BIDS = (
    "add|ask|bring|borrow|build|call|carry|check|choose|circle|clap|close|come|compare|copy|count|cross|cut"
    "|decide|discuss"
    "|divide|drag|draw|drink|drop|eat|fill|find|fold|form|gather|get|give|go|grab|guess|hand|help|hold|hum"
    "|imagine|invite"
    "|join|keep|learn|leave|lend|light|list|listen|look|make|mark|match|meet|move|name|open|pack|pair|pass|pick"
    "|picture|place"
    "|plan|point|pour|pray|press|pull|push|put|raise|reach|read|rest|ring|save|sell|send|set|share|show|sign|sing"
    "|sit|skip"
    "|smile|solve|sort|spell|spend|stand|start|stay|step|stick|stop|swap|take|talk|tap|taste|tell|think|number"
    "|toss|touch|trade"
    "|try"
    "|turn|underline|use|visit|vote|wait|walk|wash|watch|wave|write"
)
_OPENING = (
    r"(?:and|so|but|now|then|first|next|last|please|just|maybe|okay|let[’']s"
    r"|let us|let me|everyone|everybody|kids|folks"
    r"|if you (?:can|like|want|would)|when you[’']re ready|don[’']t|do|at your tables?"
    r"|with your neighbor|in pairs|in groups)"
)
_BE = "is|are|was|were|has|have|had"
_BIDDEN = re.compile(rf"\W*(?:{_OPENING},? )*(?:{_BIDS})\b(?! (?:{_BE})\b)", re.IGNORECASE)
_TO_COME = re.compile(
    r"\b(?:I|we|you)(?:[’']ll|[’']m going to|[’']re going to|[’']d like| will| need| want| may| might| can"
    r"| have to| get| should| would like| could use)\b",
    re.IGNORECASE,
)
_ASKED = re.compile(
    r"\b(?:would|could|will|do|can|have|are|may|might|should) (?:you|we|I)\b[^?]*\?"
    r"|\b(?:does|has|can|is|would|will|could) (?:any|some)(?:body|one)\b[^?]*\?",
    re.IGNORECASE,
)
# With these a count is one of others, who are none of the room, or of what was done.
_OF_OTHERS = re.compile(
    r"\b(?:(?:wo)?m[ae]n|child(?:ren)?|boys?|girls?|victims?|slaves?|workers?|bodies|dead|graves?|cases?"
    r"|countr(?:y|ies)|shelters?|persons?|students?|famil(?:y|ies)|survivors?|guards?|prisoners?|migrants?"
    r"|governments?|police|ministers?|officials?|judges?|compan(?:y|ies)|owners?|boss(?:es)?|traffickers?|gangs?"
    r"|brothels?|hotels?|factor(?:y|ies)|villages?|towns?|cities"
    r"|who|whom|whose|which|that|sold|killed|died|percent|dollars?|years?|ago|times|than|them|they|he|she|him"
    r"|every|million|thousand|hundred|because|since|Kazakh\w*|Astana|Almaty)\b"
    r"|\b(?-i:[A-Z])\w+(?<!\bI) (?-i:[A-Z])",
    re.IGNORECASE,
)
_SMALL = re.compile(
    rf"(?<![\w.,-]){_COUNT}(?: of (?:the |these |those |your |our )(?:{_COUNT})?)?"
    rf"(?![\w%]|[.,:]\d|-| (?:in|out of) (?:{_COUNT}\b|\d))",
    re.IGNORECASE,
)
# Round numbers by which who speaks means no more than many: a hundred cups of tea. What they saw or counted is counted.
_ROUND = re.compile(
    r"\b(?:a|one) (?:hundred|thousand|million)\b(?! (?:and|dollars|euros|tenge|people|hundred))", re.IGNORECASE
)
_ME = re.compile(r"\b(?:I|me|my|we|us|our|you|your)\b|\b(?:I|we|you)[’']", re.IGNORECASE)
_COUNTED = re.compile(
    r"\b(?:saw|seen|count(?:ed)?|met|found|heard|know of|knew|taught|visited|interviewed|there (?:are|were|is|was))\b",
    re.IGNORECASE,
)

# Of what the slide shows there: 'the smaller of the two.'
_OF_THESE = re.compile(
    r"\b(?:\w+er|first|second|last|one|each|both|either|neither) of (?:the|these) (?P<count>two|three"
    r"|four)(?=[,.;:!?]|\Z)"
)


def small_counts(sentence: str) -> Iterator[tuple[int, int]]:
    """The counts of a sentence that bids, promises or asks those who listen for something, and tells of nobody else.

    Round numbers that only mean many are such counts as well.
    """
    if _ROUND.search(sentence) and _ME.search(sentence) and not _COUNTED.search(sentence):
        told = _ROUND.sub(" ", sentence)
        if not _OF_OTHERS.search(told):
            yield from (found.span() for found in _ROUND.finditer(sentence))
    yield from (found.span("count") for found in _OF_THESE.finditer(sentence))
    if _OF_OTHERS.search(sentence):
        return
    if _BIDDEN.match(sentence) or _TO_COME.search(sentence) or _ASKED.search(sentence):
        yield from (found.span() for found in _SMALL.finditer(sentence))
