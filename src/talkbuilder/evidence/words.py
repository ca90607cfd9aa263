"""The words of a text that carry its content, and the stem that all forms of such a word share."""

import re
from functools import lru_cache

from talkbuilder.claims.normal import lowered

_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")

# What says nothing by itself: grammar, and how somebody tells what another one says.
LITTLE_WORDS = frozenset(
    (
        *("a", "an", "the", "this", "that", "these", "those", "such", "same", "own", "it", "its", "itself", "there"),
        *("i", "me", "my", "myself", "we", "us", "our", "ours", "you", "your", "yours", "he", "him", "his"),
        *("she", "her", "hers", "herself", "himself", "they", "them", "their", "theirs", "themselves", "one", "ones"),
        *("who", "whom", "whose", "which", "what", "when", "where", "why", "how", "whether", "while", "since", "as"),
        *("of", "by", "in", "for", "on", "at", "to", "from", "with", "into", "onto", "upon", "about", "over", "under"),
        *("through", "during", "between", "among", "within", "along", "around", "across", "after", "before", "behind"),
        *(
            "beside",
            "besides",
            "beyond",
            "towards",
            "toward",
            "against",
            "per",
            "via",
            "due",
            "off",
            "out",
            "up",
            "down",
            "away",
        ),
        *("and", "or", "but", "nor", "so", "than", "then", "if", "unless", "because", "although", "though", "however"),
        *("yet", "therefore", "too", "also", "again", "ever", "even", "just", "very", "rather", "quite", "else"),
        *("here", "now", "already", "still", "together", "instead", "other", "others", "another", "whatever", "etc"),
        *("is", "are", "was", "were", "be", "been", "being", "am", "has", "have", "had", "having", "do", "does", "did"),
        *("done", "doing", "can", "could", "may", "might", "must", "shall", "should", "will", "would", "ought"),
        *("not", "no", "never", "none", "nothing", "nobody", "neither", "without", "cannot", "only", "any", "some"),
        *("all", "every", "each", "both", "many", "much", "more", "most", "few", "fewer", "less", "least", "several"),
        *("get", "gets", "got", "getting", "go", "goes", "going", "went", "gone", "come", "comes", "came", "coming"),
        *("make", "makes", "made", "making", "take", "takes", "took", "taken", "taking", "put", "let", "lets"),
        *("thing", "things", "something", "anything", "way", "ways", "kind", "kinds", "sort", "lot", "number"),
        *("say", "says", "said", "saying", "tell", "tells", "told", "write", "writes", "wrote", "written", "writing"),
        *("report", "reports", "reported", "call", "calls", "called", "according", "well", "like", "s"),
        *("mr", "mrs", "ms", "dr"),
        *("zero", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
        *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty", "thirty"),
        *("forty", "fifty", "sixty", "seventy", "eighty", "ninety", "hundred", "thousand", "million", "billion"),
        *("dozen", "half", "third", "quarter", "first", "second", "fourth", "fifth", "sixth", "seventh", "eighth"),
        *("ninth", "tenth", "twice", "percent", "dozens", "hundreds", "thousands", "millions", "billions", "thirds"),
    )
)

# Forms that no ending makes.
_IRREGULAR = {
    form: word
    for word, forms in {
        "man": "men",
        "woman": "women",
        "child": "children",
        "person": "people persons peoples",
        "foot": "feet",
        "life": "lives",
        "begin": "began begun",
        "break": "broke broken",
        "bring": "brought",
        "build": "built",
        "buy": "bought",
        "catch": "caught",
        "choose": "chose chosen",
        "die": "died dead dying death deaths",
        "bind": "bound",
        "bite": "bit bitten",
        "breed": "bred",
        "deal": "dealt",
        "dig": "dug digging",
        "draw": "drew drawn",
        "feed": "fed",
        "forbid": "forbade forbidden",
        "hang": "hung",
        "lay": "laid",
        "lend": "lent",
        "mean": "meant",
        "shake": "shook shaken",
        "shoot": "shot",
        "stick": "stuck",
        "swear": "swore sworn",
        "tear": "tore torn",
        "weave": "wove woven",
        "drink": "drank drunk",
        "drive": "drove driven",
        "eat": "ate eaten",
        "fall": "fell fallen",
        "feel": "felt",
        "fight": "fought",
        "find": "found",
        "flee": "fled",
        "fly": "flew flown flies",
        "forget": "forgot forgotten",
        "forgive": "forgave forgiven",
        "freeze": "froze frozen",
        "give": "gave given gift gifts",
        "grow": "grew grown growth",
        "hear": "heard",
        "hide": "hid hidden",
        "hold": "held",
        "keep": "kept",
        "know": "knew known knowledge",
        "lead": "led",
        "leave": "left",
        "lose": "lost loss losses",
        "meet": "met",
        "pay": "paid",
        "ride": "rode ridden",
        "ring": "rang rung",
        "rise": "rose risen",
        "run": "ran",
        "see": "saw seen",
        "seek": "sought",
        "sell": "sold sale sales",
        "send": "sent",
        "show": "shown showed",
        "sing": "sang sung",
        "sink": "sank sunk",
        "sit": "sat",
        "sleep": "slept",
        "speak": "spoke spoken speech",
        "spend": "spent",
        "stand": "stood",
        "steal": "stole stolen theft",
        "strike": "struck",
        "swim": "swam swum",
        "teach": "taught",
        "think": "thought",
        "throw": "threw thrown",
        "understand": "understood",
        "try": "tried tries trying",
        "lie": "lied lies lying",
        "cry": "cried cries",
        "dry": "dried dries",
        "use": "used uses using user users",
        "wake": "woke woken",
        "wear": "wore worn",
        "win": "won",
        "poor": "poverty impoverished",
        "hungry": "hunger",
        "high": "height",
        "long": "length",
        "strong": "strength strengthen strengthens strengthened strengthening",
        "wide": "width",
        "deep": "depth",
        "choice": "choices",
    }.items()
    for form in forms.split()
}
# Deeds that end in no -ed.
PASTS = frozenset(
    (
        *("gave", "given", "took", "taken", "sold", "bought", "sent", "found", "saw", "seen", "held", "kept", "led"),
        *("left", "lost", "paid", "built", "brought", "caught", "beat", "beaten", "stole", "stolen", "taught", "drove"),
        *(
            "driven",
            "threw",
            "thrown",
            "chose",
            "chosen",
            "fought",
            "met",
            "fed",
            "bitten",
            "hid",
            "hidden",
            "won",
            "shot",
            "forbade",
        ),
        *("struck", "broke", "froze", "hurt", "heard", "told", "asked", "forgave", "betrayed", "born", "grew", "grown"),
        *(
            "came",
            "went",
            "fell",
            "began",
            "sat",
            "stood",
            "lay",
            "ran",
            "slept",
            "rode",
            "wrote",
            "flew",
            "fled",
            "died",
        ),
    )
)
_ENDINGS = sorted(
    (
        *("ifications", "ification", "ifying", "ified", "ifies", "izations", "ization", "ations", "ation", "ators"),
        *("ator", "ating", "ated", "ates", "ate", "izing", "ized", "izes", "ize", "ments", "ment", "ness", "ances"),
        *("ance", "ences", "ence", "ancy", "encies", "ency", "ants", "ant", "ents", "ent", "ical", "ally", "ily"),
        *("ly", "ful", "ions", "ion", "ings", "ing", "ied", "ies", "ed", "ers", "er", "ors", "or", "est", "es", "s"),
        *("able", "ible", "als", "al", "ity", "ives", "ive", "ic", "stan", "e", "y", "i"),
    ),
    key=len,
    reverse=True,
)
# Those that a word may have, by its last two letters, and by its last where these are in none that is longer.
_BY_LAST: dict[str, tuple[str, ...]] = {
    last: tuple(one for one in _ENDINGS if last.endswith(one) or (len(last) > 1 and one.endswith(last)))
    for last in {ending[-2:] for ending in _ENDINGS}
}
_KEPT = {"ifications": "if", "ification": "if", "ifying": "if", "ified": "if", "ifies": "if"}
_LEAST_STEM = 4
# Endings of number and tense alone, which are taken even off a short word: 'wells', 'dug' not, 'aged'.
_FORMS = ("ings", "ing", "ies", "ied", "es", "ed", "s", "e", "y")
_LEAST_SHORT = 3
# Written so here and so there: harbour and harbor, centre and center, organise and organize, defence and defense; only
# a word that has the letters in question is searched for them.
_SPELLINGS = (
    ("our", re.compile(r"(?<=\w{2})our(?=s|ed|ing|er|able|ful|hood|ite|$)"), "or"),
    ("tre", re.compile(r"tre(?=s?$)"), "ter"),
    ("is", re.compile(r"(?<=\w{2})is(?=e[ds]?$|ing$|ation)"), "iz"),
    ("ence", re.compile(r"(?<=def|off|lic|ret)ence(?=s?$)"), "ense"),
    ("ogue", re.compile(r"ogue(?=s?$)"), "og"),
)


def content_words(text: str) -> tuple[str, ...]:
    """The stems of the words that carry a text's content, in order; figures are none."""
    return tuple(stem(word) for word in words(text) if word not in LITTLE_WORDS)


def stems(words: str) -> frozenset[str]:
    """The stems of words between blanks."""
    return frozenset(stem(word) for word in words.split())


def words(text: str) -> list[str]:
    """All words of a text in small letters, without the `'s` behind one."""
    return [one.removesuffix("'s").rstrip("'") for one in _WORD.findall(lowered(text).replace("’", "'"))]


@lru_cache(maxsize=1 << 15)
def stem(word: str) -> str:
    """What the forms of a word share: 'investigat' of investigated, investigates and investigations.

    It is cut rather too short than too long: 'nation' and 'national' are one word here.
    """
    word = _IRREGULAR.get(word, word)
    if len(word) > 4:
        for letters, pattern, plain in _SPELLINGS:
            if letters in word:
                word = pattern.sub(plain, word)
    shorter = _shortened(word, "")
    while shorter != word:
        word, shorter = shorter, _shortened(shorter, "s")
    return _IRREGULAR.get(word, word)


def _shortened(word: str, kept: str) -> str:
    """A word without its ending; the ending `kept` stays: the s of 'closes' is taken off once."""
    for ending in () if word[-1:] == kept else _BY_LAST.get(word[-2:]) or _BY_LAST.get(word[-1:], ()):
        if not word.endswith(ending):
            continue
        rest = len(word) - len(ending)
        if rest >= _LEAST_STEM or (rest >= _LEAST_SHORT and ending in _FORMS):
            if ending == "s" and word[rest - 1] in "su":
                return word  # 'less', 'bus'
            return _undoubled(word[:rest] + _KEPT.get(ending, ""))
    return word


def _undoubled(word: str) -> str:
    """'ship' of 'shipp', but 'sell' as it is."""
    is_double = len(word) > 4 and word[-1] == word[-2] and word[-1] not in "aeiouls"
    return word[:-1] if is_double else word
