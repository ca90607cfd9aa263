"""Where a text says that somebody says so: according to X, X reports; small talk ("I said", "as they say") is none."""

import re
from collections.abc import Iterator
from functools import lru_cache

_SAYS = (
    "says?|said|claimed|reported|writes?|wrote|admit(?:s|ted)?|warn(?:s|ed)|explain(?:s|ed)|confirm(?:s|ed)"
    "|announce[sd]?|argue[sd]?|declare[sd]?|den(?:y|ies|ied)|insist(?:s|ed)?|reveal(?:s|ed)?"
    "|estimated|complain(?:s|ed)?|testif(?:y|ies|ied)|alleged?s?|conclude[sd]?|predict(?:s|ed)?|ruled"
    "|confirm|warn|concede[sd]?|contends?|swears?|swore"
)
# These say something only with what they say behind them: "shows a bus" does not.
_SAYS_THAT = (
    "stated?s?|claims?|reports?|notes?|noted|estimates?"
    "|shows?|showed|finds?|found|tells?(?: \\w+){0,3}?|told(?: \\w+){0,3}?|suggests?|suggested|agrees?|agreed"
    "|believes?|believed"
    "|proves?|proved|indicates?|indicated|promise[sd](?: \\w+)?|mentions?|mentioned|knows|thinks?"
)
_SAYERS = (
    "experts|researchers|scientists|studies|surveys|reports|police|officials|critics|historians|economists|doctors"
    "|lawyers|newspapers|journalists|activists|analysts|authorities|sources|statistics|figures|data|observers|workers"
    "|victims|survivors|judges|prosecutors|teachers|witnesses|research|inspectors|scholars|nurses|eyewitnesses"
    "|diplomats"
    "|media|papers|guards|soldiers|priests"
)
_NOBODY = (
    "i|you|we|he|she|it|they|who|that|which|what|nobody|somebody|someone|anybody|anyone|everybody|everyone|one"
    "|this|these"
    "|those|people|others|some|many|few|none|thing|time|way|word|words|more|all|both|question|slide|picture|map"
    "|screen"
    "|mother|father|mom|dad|grandmother|grandfather|grandma|grandpa|brother|sister|wife|husband|son|daughter|aunt"
    "|uncle"
    "|friend|neighbor|neighbour|mine|bible|gospel|scripture|psalm|hymn|song|prayer|god|lord|jesus|christ|story"
    "|leaflet"
    "|example|paul|moses|isaiah|david|solomon|matthew|mark|luke|john|peter|james|joseph|abraham|job"
    "|bus|train|cat|dog|stomach|alarm|watch|mirror|recipe|label|horse|phone"
    "|sky|clock|weather|wind|sentence|title|headline|heading|slides|page|them|us|theirs|hers|sign|self|myself"
    "|heart|fear|poem|grace|amen|mass|tag|program|invitation|flyer|poster|menu|calendar|mug|cookie|scale"
    "|thermometer|musketeers|princess|wolf|fox|rabbit|hare|turtle|proverb|saying|adage|riddle|joke|witch|fairy|giant|troll|parrot"
    # And what is no noun at all.
    "|and|or|but|to|not|would|could|will|can|must|may|might|should|did|do|does|has|have|had|be|is|are|was|were|been"
    "|ever|easier|as|than|if|so|let|please|just|only|sooner|soon|least|less|rather|better|used"
)
_DETERMINED = (
    r"\b(?:the|an?|my|our|his|her|its|their|this|that|these|those|one|another|most|some|many|several|two|three)"
)
_ADVERB = "(?:never|always|also|even|once|later|now|often|still|once|recently|openly|finally|has|have|had)"
_PLAN = r"(?!plan\b|me\b|us\b|you\b|him\b|her\b|them\b|taste\b|need\b)"

_FORWARD = re.compile(
    rf"(?P<subject>{_DETERMINED} (?:[\w’'-]+ ){{0,3}}?|\b)(?P<who>[\w’'-]+) (?:{_ADVERB} )?"
    rf"(?P<verb>(?:{_SAYS})(?=\W|$)|(?:{_SAYS_THAT})(?=:|,? (?:that|how|why|what)\b))",
    re.I,
)
_ASIDE = re.compile(
    rf", (?P<subject>{_DETERMINED} |)(?P<who>[\w’'-]+) "
    r"(?:find|found|believe|believed|think|agree|show|showed|claim|claimed|report|reported|note|noted|state"
    r"|stated)s?(?=[,.!?]|\Z)",
    re.I,
)
_BACKWARD = re.compile(
    rf"(?<=[,.!?”\"’'])\s(?:{_SAYS}|told) (?!that\b)(?P<who>(?:{_DETERMINED} )(?:[\w-]+ )?[\w-]+|[A-Z]\w+)"
)
_ACCORDING = re.compile(rf"\b(?:according to|as reported by|in the words of|quoted by) {_PLAN}[\w’'-]+(?: \w+)?", re.I)
_ONLY = re.compile(rf"(?:{_NOBODY})\Z", re.I)
_MANY = re.compile(rf"(?:{_SAYERS})\Z", re.I)


# What each pattern finds has a word of these in it: to look words up takes a tenth of the time of searching.
_SAYING = re.compile(rf"(?:{_SAYS}|told)\Z", re.I)
_SAYING_THAT = re.compile(rf"(?:{_SAYS_THAT})\Z", re.I)
_THAT = frozenset(("that", "how", "why", "what"))
_QUOTING = frozenset(("according", "reported", "words", "quoted"))


@lru_cache(maxsize=16384)
def _is_saying(word: str) -> bool:
    return bool(_SAYING.match(word))


@lru_cache(maxsize=16384)
def _is_saying_that(word: str) -> bool:
    return bool(_SAYING_THAT.match(word))


def sayings(text: str, words: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Where it stands, from the one who says so to the verb; `words` are those of the text, in small letters."""
    if not _QUOTING.isdisjoint(words):
        yield from (found.span() for found in _ACCORDING.finditer(text))
    says, says_that = any(map(_is_saying, words)), any(map(_is_saying_that, words))
    for found in _BACKWARD.finditer(text) if says else ():
        if not _ONLY.match(found["who"].rpartition(" ")[2]):
            yield found.start() + 1, found.end()
    forward = says or (says_that and (":" in text or not _THAT.isdisjoint(words)))
    aside = (says or says_that) and ", " in text
    for found in (*(_FORWARD.finditer(text) if forward else ()), *(_ASIDE.finditer(text) if aside else ())):
        who = _SHORTENED.sub("", found["who"])
        if _ONLY.match(who) or (not found["subject"] and not who[0].isupper() and not _MANY.match(who)):
            continue
        if not found["subject"] and _is_first_small_word(who):
            continue
        if _is_silence(text, found):
            continue
        if _ABOUT_ME.match(text, found.end()) or _WHATEVER.search(text, 0, found.start()):
            continue
        yield found.start(), found.end()


_SHORTENED = re.compile(r"[’'](?:ll|ve|d|m|re)\Z")  # I'd, they've
_WHATEVER = re.compile(r"(?:whatever|no matter what) \Z", re.I)
_ABOUT_ME = re.compile(r"(?: that)? (?:I|me|my)\b")
_SMALL = re.compile(
    r"(?:As|So|And|But|Or|Now|Needless|Easier|To|Not|Never|Just|Please|Let|Do|If|When|What|Who|Then|Also)\Z"
)


def _is_first_small_word(who: str) -> bool:
    return bool(_SMALL.match(who))


# Who does not say it, or says nothing of it, says nothing that could be looked up: 'the clerks wouldn't testify'.
_DENIED = re.compile(r"n['’]t\b(?: (?:ever|even|always))*|\b(?:never|not)(?: (?:once|even))*", re.I)
_UNSAID = re.compile(
    r"\b(?:says?|said|tells?|told|testif(?:y|ies|ied)|reports?|reported|writes?|wrote|mentions?|mentioned|explain(?:s|ed)?"
    r"|reveal(?:s|ed)?|states?|stated|shows?|showed|notes?|noted|indicates?|indicated)(?: (?:me|us|you|them))?\Z",
    re.I,
)
_NOTHING = re.compile(
    r"(?: (?:me|us|you|them))? (?:nothing|not a word|no word)"
    r"(?= (?:about|on|at all)\b| of (?!\w+(?: \w+)? (?:is|was|are|were)\b)|[.,;!?]|\Z)",
    re.I,
)
_ALL_THE_SAME = re.compile(r",? (?:that|so)\b|[^.!?]*\b(?:but|only|until|except|instead)\b", re.I)


def _is_silence(text: str, found: re.Match[str]) -> bool:
    if not _UNSAID.search(found[0]):
        return False
    is_denied = _DENIED.search(found[0]) and not _ALL_THE_SAME.match(text, found.end())
    return bool(is_denied or _NOTHING.match(text, found.end()))
