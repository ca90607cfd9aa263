"""Figures that nobody could look up: idioms, what all know from the Bible, and what a speaker counts of the talk "
"itself."""

import re

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
    "|minutes?|moments?|seconds|sentences?|sides|minds|eyes|hands|ends|thoughts|rules|wishes|lines?|doors|halves"
    "|ideas?"
    "|pieces|requests?|thanks|chapters?|verses?|rows?|grade|time|person|floor|sense|nature|fiddle|helping|chance|hand"
    "|look|half|names|last|sheets|heads|legs|feet|kinds|songs?|hymns?|prayers?|counts|way|words|worlds|cheers"
    "|hour|heaven|ears|mouths?|corners|rounds?|turns?|colou?rs?|breaths?|shoes|socks|tries|attempts?|tunes?|choices?"
    "|options?|boxes|blanks?|clues?|hints?|riddles?|guesses|sips?|bites?|spoons?|clicks?|taps|beats|syllables?"
    "|vowels?"
    "|verbs?|nouns?|paragraphs?|stanzas?|headings?|columns?|fingers?|toes|knees|elbows|shoulders"
)
_US = r"(?:us|you)\b"
_IDIOMS = (
    "(?:ten out of ten|five out of five)(?:,? (?:for|but) [^.]{0,30}\\bzero)?|zero (?:in on|for)|eleventh[ -]hour"
    "|worth (?:more than )?a (?:hundred|thousand|million)|(?:better|rather) [^.]{0,40}than a (?:hundred|thousand"
    "|million)|every second (?:counts|matters)|thank (?:two|three|four|five) (?:people|of you)"
    "|(?:a|one) (?:hundred|thousand|million) (?:cups|reasons|ways|excuses|pieces|words|miles|stories|songs|hugs"
    "|mornings"
    "|nights|dreams|thoughts|plans|ideas|errands|chores|dishes|diapers|worries|details|lessons|tiny \\w+|small \\w+)"
    "|two birds with one stone|two[’']s company|two truths|nine[ -]to[ -]five|fold\\w* (?:\\w+ ){1,3}in half"
    "|(?:tear|tore|rip|ripp|slice|snap)\\w* (?:\\w+ ){1,3}in half|every other"
    " (?:(?:sun|mon|tues|wednes|thurs|fri|satur)day|page|chair|pew|seat|stitch)s?|two wrongs|three[’']s a crowd"
    "|three (?:is|are) a crowd|two peas|two shakes"
    "|two(?:[ -]way street|-faced)"
    "|six of one(?:,? (?:and )?half a dozen of the other)?|half a dozen of the other|a dime a dozen"
    "|nineteen to the dozen"
    "|the whole nine yards|to the nines|saves nine|one in a million"
    "|(?:million|sixty-four[ -]thousand)[ -]dollar question"
    "|a (?:hundred|thousand|million) (?:miles away|and one things|other things|little things)|on all fours"
    "|(?:fifth|third) wheel|sixth sense|third degree|third time lucky|fourth wall|forty winks|twenty questions"
    "|catch[ -]22"
    "|fifty[ -]fifty|(?:take|give (?:me|it)) (?:five|ten)|(?:a|one) hundred percent|ground zero|square one"
    "|second to last"
    "|seven[ -]year itch|three (?:strikes|sheets to the wind)|four[ -]letter words?|two thumbs(?: up)?"
    "|(?:one|two|three)[, ]+(?:two|three)[, ]+(?:three|four|go)|on the double|two steps forward|two tries"
    "|for two pins|in two minds|ten[ -]foot pole|eight(?:h)? ball|eyes in the back"
    "put two and two together|ten to one|back to square one|at sixes and sevens|24/7|for the most part|cloud nine"
    "|takes? two to (?:tango|quarrel|\\w+)|take five|high five|(?:nine|ninety) times out of (?:ten|a hundred)"
    "|nine lives(?:,? and [^.]{0,30}\\bten\\b)?|count(?:ed|ing)? (?:up )?to (?:three|five|ten|twenty|a hundred"
    "|\\d+)|from one to (?:three|four|five|six|ten)|four eyes see more than two"
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
_HOUR = rf"(?:{_COUNT}|\d\d?)"
_CLOCK = (
    rf"(?:(?:half past|(?:a )?quarter (?:past|to)|(?:five|ten|twenty|twenty[ -]five) (?:past|to)) )?{_HOUR}(?:"
    rf" (?:fifteen|thirty|forty[ -]five))?"
)
_BODIES = (
    "men|women|children|boys|girls|people|victims|slaves|workers|bodies|dead|graves|cases|countries|shelters"
    "|persons|students"
    "|families|survivors|guards|prisoners|migrants"
)
_NEAR = (
    "back|front|tables?|doors?|screen|slide|handouts?|sheets?|walls?|chairs?|kitchen|hall|hallway|lobby|room"
    "|board|shelf"
    "|shelves|page|picture|drawing|desks?|floor|corner|entrance|baskets?|program|seats?|pews?|piano|lectern|exit"
    "|counter"
)
# What is numbered, and no amount: page two of the handout.
_NUMBERED = (
    "pages?|rows?|tables?|sheets?|slides?|steps?|questions?|hymns?|songs?|verses?|chapters?|lines?|lessons?"
    "|exercises?"
    "|items?|columns?|stations?|tracks?|stanzas?|acts?|scenes?|rules?|doors?|points?"
)
_OF_THE_EVENING = (
    "start|begin|stop|end|close|finish|meet|leave|open|eat|sing|pray|break|lock up|go home|head home|(?:be|are|am|is)"
    " (?:back|here|there|done|home|outside|ready|over|out)|be|have (?:coffee|tea|cake|supper|until)|run|clear"
    "|stay|wait|goe?|rang|ring|began|ended|started|opened|closed"
)
_OF_AN_EVENING = (
    "bell|bus|kitchen|library|hall|building|talk|evening|service|class|choir|doors?|film|second half|break|coffee"
    "|cake|soup"
    "|janitor|caretaker|singing|practice|rehearsal|alarm|lesson|meeting|game|concert|mass|worship|potluck|supper"
    "|lunch"
    "|breakfast|sale|reading|story hour|music|bar|shop|play|show"
)
_PATTERNS = (
    rf"\A\W*(?:or |maybe |perhaps )?{_COUNT}\?\W*\Z|\bclock (?:strikes|struck|says|reads|hits) {_HOUR}\b",
    rf"\b{_HOUR} (?:hours?|days?|weeks?|months?|years?) from (?:now|today|tonight|tomorrow|this)\b",
    rf"\b(?:{_NUMBERED}) (?:number )?{_HOUR}(?:,? (?:and|to|or|through) {_HOUR})?(?!\w|[,.]\d"
    r"| (?!has|is|was|says|shows|tells|lists|asks)\w+s\b"
    r"| (?:hundred"
    r"|thousand|million|men|women|children|people))",
    rf"\bhymns? (?:number )?(?:\d{{1,3}}|{_COUNT}(?: hundred)?(?: (?:and )?{_COUNT})?)\b",
    # What is at hand, or is held up.
    rf"\b(?:here are|look at(?: these| the)?|I(?:[’']ve| have)? (?:got |just )?(?:brought|put out|printed|laid"
    rf" out)(?: you| along| here)?|I[’']m holding|I hold(?: up)?)(?: up| the| these)? (?:{_COUNT}|\d\d?)"
    r" (?!(?:[\w’'-]+ )?(?:"
    rf"{_BODIES})\b)\w+",
    rf"\b(?:there are|there[’']re|you[’']ll find|you find|you can see) (?:one|{_SMALL}|[1-9]|1[0-2]) (?!(?:[\w’'-]+"
    rf" )?(?:{_BODIES})\b)"
    rf"(?:[\w’'-]+ ){{1,3}}?(?:on|at|in|under|by|outside|near|beside) (?:the|your|this|our|each|every)"
    rf" (?:{_NEAR})\b",
    rf"\b(?:half|(?:a )?quarter|five|ten|twenty)(?: minutes)? past(?: {_HOUR}\b| midnight| noon|(?= ?[,.;!?]|\Z))"
    rf"|\b(?:a )?quarter (?:to|till|of) {_HOUR}(?=\W*(?:\Z|[,.;!?])| (?:and|so|but)\b)",
    rf"\b(?:we|you|I|let[’']s|it all|it|doors|(?:the|our|my) (?:{_OF_AN_EVENING})|(?:{_OF_AN_EVENING}))"
    r"(?:[’'](?:ll|re|ve|d|m)| will| can| have to| must)?"
    rf" (?:{_OF_THE_EVENING})s?(?: (?!sold|bought|girls?|boys?|child\w*|victims?|\w+ed\b)[\w’'-]+){{0,3}}?"
    rf" (?:at|by|till|until|before|around|about|after|from) {_CLOCK}(?: ?o[’']clock| ?[ap]\.?m\b\.?)?"
    r"(?=\W*(?:\Z|[,.;!?])| (?:and|so|but|or|sharp|tonight|tomorrow|in the (?:morning|evening|afternoon))\b)",
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
SMALL_TALK = re.compile("|".join(_PATTERNS), re.IGNORECASE)

COLD = re.compile(rf"\b(?:minus|below) {_COUNT}\b|\b{_COUNT} below\b", re.IGNORECASE)

# What somebody who was there remembers, and nobody else: the weather, the day before.
AS_I_REMEMBER = re.compile(r"\b(?:I|I[’']\w+|we|my|our|me|us|you|your)\b")
