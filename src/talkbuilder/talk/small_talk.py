"""Figures that nobody could look up: idioms, what all know from the Bible, and what a speaker counts of the talk "
"itself."""

import re

from talkbuilder.patterns import compiled

_SMALL = "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_COUNT = f"(?:one|{_SMALL}|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|{_TENS})"  # of small things
_ORDINAL = (
    "fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth"
    rf"|seventeenth|eighteenth|nineteenth|twentieth|thirtieth|fortieth|fiftieth|hundredth|(?:{_TENS})-\w+(?:st|nd"
    rf"|rd|th)"
)
# What a speaker counts of the talk itself: none of it can be looked up.
OF_THE_TALK = (
    "questions?|things?|words?|ways|answers?|reasons?|examples?|stor(?:y|ies)|pictures?|slides?|parts?|points?|steps?"
    "|minutes?|moments?|seconds|sentences?|sides|minds|eyes|hands|ends|thoughts|rules|wishes|lines?|doors|halves|ideas?"
    "|pieces|requests?|thanks|chapters?|verses?|rows?|grade|time|person|floor|sense|nature|fiddle|helping|chance|hand"
    "|look|half|names|last|sheets|heads|legs|feet|kinds|songs?|hymns?|prayers?|counts|way|words|worlds|cheers"
    "|hour|heaven"
)
_US = r"(?:us|you)\b"
_IDIOMS = (
    "put two and two together|ten to one|back to square one|at sixes and sevens|24/7|for the most part|cloud nine"
    "|takes? two to (?:tango|quarrel|\\w+)|take five|high five|(?:nine|ninety) times out of (?:ten|a hundred)"
    "|nine lives(?:,? and [^.]{0,30}\\bten\\b)?|count(?:ed|ing)? to (?:three|ten|\\d+)|four eyes see more than two"
    "|two roads (?:meet|met|diverged?)|(?:a|one) hundred years old yet|a thousand (?:words|miles begins)"
    "|half the (?:fun|battle|way|time|joy|trouble|story|truth)|half of it\\b|half a loaf|(?:the"
    "|other) half of (?:the|this) room"
    "|six feet under|two cents|the eleventh hour|seventh heaven"
)
_BIBLE = (
    "two or three (?:are |have )?(?:gathered|come|meet)|the ninety[ -]nine\\b|(?:love,?|one of|and) these three"
    "|these three remain"
    "|seventy times seven|the ten commandments|(?:the )?(?:twelve|ten|three|five|seven) (?:disciples|apostles"
    "|tribes|lepers"
    "|virgins|plagues|wise men|kings|loaves|last words|sorrows)|forty days and forty nights"
    "|forty years in the (?:desert|wilderness)"
    "|thirty pieces of silver|psalms? \\d+(?::\\d+)?|(?:genesis|exodus|isaiah|matthew|mark|luke|john|romans"
    "|acts) \\d+(?::\\d+(?:-\\d+)?)?"
)
_AT_THE_TABLE = (
    "coffee|tea|soup|breakfast|lunch|supper|dinner|cake|doors|service|choir|we (?:start|begin|meet|end|eat)|see you"
)
_PATTERNS = (
    rf"\b(?:{_IDIOMS}|{_BIBLE}|(?:two|three) by (?:two|three)|the (?:four|seven) (?:corners|winds|seas))\b",
    rf"\b(?:{_COUNT}) of {_US}|\bthe (?:{_SMALL}) of (?:us|you|them)\b",
    rf"(?<![\d,.])\b(?:{_COUNT}|\d\d?|first|second|third|{_ORDINAL})(?: \w+)? (?:{OF_THE_TALK})\b(?!-)",
    rf"\bpart (?:{_COUNT}|\d\d?)(?: of (?:{_COUNT}|\d\d?))?\b",
    rf"\b(?:which|one|either|neither|each) of (?:the|these|those) (?:{_SMALL})\b(?= (?:would|do|did|is|will|shall"
    rf"|can)\b|\W*$)",
    rf"\b(?:{_AT_THE_TABLE}) (?:\w+ ){{0,4}}at (?:{_COUNT}|\d\d?)\b",
    r"\b\d{1,2} minutes?\b|\b(?:a|one) (?:hundred|thousand|million) (?:times|thanks|questions|things)\b",
    r"\bmost of (?:us|you|all|the time|my|our|it)\b|\b(?:almost|nearly) all of (?:us|you)\b",
    r"\bhalf (?:of )?(?:us|you)\b|\bonly half (?:the|of the) (?:story|battle|truth)\b|\bhalf (?:an|the) hour\b",
    r"\bhalf[ -]asleep\b|\b(?:good|better|other|first|second) half\b",
    r"\b(?!l\d|[oO]\d)[A-Za-z]+-?\d+\b|\b\d{1,2}:\d\d\b",  # A4, I-94; half past seven
)
SMALL_TALK = compiled("|".join(_PATTERNS), re.IGNORECASE)

COLD = compiled(rf"\b(?:minus|below) {_COUNT}\b|\b{_COUNT} below\b", re.IGNORECASE)

# What somebody who was there remembers, and nobody else: the weather, the day before.
AS_I_REMEMBER = compiled(r"\b(?:I|I[’']\w+|we|my|our|me|us|you|your)\b")
