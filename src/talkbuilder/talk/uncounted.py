"""Amounts that are told without a number: almost everybody, countless, a fortune, second to none, a decade ago."""

from typing import Literal

Sort = Literal["share", "rank", "money", "figure", "date"]

_PEOPLE = (
    "workers|victims|migrants|employers|officers|officials|judges|foreigners|traffickers|builders|policemen|prisoners"
    "|laborers|Kazakhs|girls|shelters|companies|factories|hotels|landlords|owners|foremen|buyers|recruiters|politicians"
)
_MEMBERS = f"{_PEOPLE}|men|women|boys|children|students|people|families|villages"
_HERE = "(?! (?:here|of (?:us|you)|in (?:this|the) room|I know|who came|tonight))"
_CURRENCY = "dollars?|euros?|pounds|cents?|tenge|rub(?:el|le)s?|bucks"
_FOREIGN = (
    "cinquante|mille|vingt|trente|quarante|soixante|hundert|tausend|zwanzig|dreißig|vierzig|fünfzig|cincuenta|cuarenta"
    "|treinta|veinte|millones|ciento|тысяч\\w*|миллион\\w*|сто|двести|пятьдесят|сорок|тридцать|двадцать|жүз|мың"
    "|елу|қырық"
)
_ROMAN = "M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})"
_MONTH = "January|February|March|April|May|June|July|August|September|October|November|December"
_WEEKDAY = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_STATE = "country|city|state|nation|people|place|government|police|town|village|capital|republic|land"

# As in counted: what is found, a sign of it, and where it stands.
# Before what ends as superlatives do: the words that are none.
NO_NOUN = (
    r"(?!(?:(?:harv|for|gu|inter|requ|cont|prot|pri|arr|[ncwtrvpzj]|ch|qu|gr|conqu|temp|unr|cr|f|inqu|beh|bequ|ev)ests?"
    r"|(?:hon|dishon|mod|immod|earn|manif|inv|sugg|dig|ing|att|det|infest|div|mol|cong)est)\b)"
)

UNCOUNTED: tuple[tuple[Sort, str, str], ...] = (
    (
        "share",
        "almost|nearly|virtually|practically|about",
        r"\b(?:almost|nearly|virtually|practically|just about) (?:everybody|everyone|everything|nobody|no one|nothing"
        rf"|any(?:body|one)|all|none|every|no)\b(?! (?:right|one)){_HERE}",
    ),
    (
        "share",
        "everybody|everyone",
        r"\b(?:everybody|everyone) (?:over )?there (?:is|was|has|had|know|own|keep|s\w+)s?\b",
    ),
    (
        "share",
        "all|no|none",
        rf"(?:^|(?<=[,;:] )|(?<=that )|(?<=because )|(?<=where ))(?:all|no|none of)(?: the)? (?:\w+ )?(?:{_PEOPLE})\b",
    ),
    (
        "share",
        "hardly|scarcely|barely",
        r"\b(?:hardly|scarcely|barely) (?:any|an?|one)\b(?! (?:word|minute|moment|thing))",
    ),
    ("share", "single", r"\bnot (?:a|one) single (?!word|time|step|thing|question|day|minute|night|star|tree)\w+"),
    ("share", "next", r"\bnext to (?:none|nobody|no one|nothing|no \w+)\b"),
    ("share", "share|bulk|part|mass|proportion", r"\b(?:lion[’']s|larger|greater|better|biggest) share of\b"),
    ("share", "bulk", r"\bthe (?:great )?bulk of\b"),
    ("share", "part|mass", r"\b(?:greate(?:r|st)|large(?:r|st)|bigge(?:r|st)) (?:part|mass|number) of\b"),
    (
        "share",
        "part|proportion|percentage|number",
        r"\ba (?:large|big|great|huge|high|considerable) (?:part|proportion|percentage|number) of\b(?! (?:my|this))",
    ),
    ("share", "overwhelmingly|predominantly", r"\b(?:overwhelmingly|predominantly)\b"),
    ("share", "mostly|mainly|largely", rf"\b(?:mostly|mainly|largely) (?:young )?(?:{_MEMBERS})\b"),
    ("share", "often|cases", r"\bmore often than not\b|\bin (?:most|nearly all|almost all|all|nine) cases\b"),
    ("share", "[½¼¾⅓⅔⅛]", r"[½¼¾⅓⅔⅛] (?:of|the)\b"),
    (
        "share",
        "other",
        r"\bevery other (?!day|week|time|month|year|row|line|word|sentence|evening|morning|night|step|way|thing)\w+",
    ),
    (
        "rank",
        "anywhere|nowhere|any",
        r"\b(?:than|as|like) (?:in )?(?:anywhere|nowhere)(?: else)?\b|\bnowhere (?:else|in the world|on earth)\b",
    ),
    ("rank", "any", rf"\bthan (?:in )?any (?:other )?(?:{_STATE})\b"),
    ("rank", "no", rf"\bno (?:other )?(?:{_STATE})\b(?: \w+){{1,6}}? (?:worse|better|more|less|so|as|\w+er)\b"),
    # Of a place that is named no more is so, and none is like it.
    (
        "rank",
        "nowhere|history|century|memory",
        r"\b(?:nowhere (?:in|on|across|else in) |never (?:before )?in )(?!my|our)(?:[\w’'-]+ ){1,6}?(?:is|are"
        r"|was|were|has|have|had|do|does"
        r"|did|can|could)\b(?! I\b| we\b)(?: \w+){0,5}? (?:so|such|as|more|fewer|less|worse|better|\w{3,}er)\b",
    ),
    ("rank", "none", r"\bsecond to none\b"),
    (
        "rank",
        "equal|match|rival|unmatched|unrival\\w+|unparalleled|unequaled|unsurpassed|unprecedented|beats|tops|leads|top|bottom",
        r"\b(?:unmatched|unrivall?ed|unparalleled|unequall?ed|unsurpassed|unprecedented)\b"
        r"|\b(?:has|have|had|is|are|was|were|knows?) (?:no equal|without (?:equal|rival|match))\b"
        r"|\b(?:beats|tops|leads) (?:all|every|the (?:world|list|region|continent))\b"
        r"|\b(?:the (?:very )?)?(?:top|bottom) of (?:the|every|any|all) (?:list|table|ranking|heap|world)s?\b",
    ),
    (
        "rank",
        "put|combined|rest",
        r"\b(?:than|as) (?:in )?(?:all|both|every|the (?:other|whole|rest)|[A-Z]\w+)\b(?! of (?:you|us|my"
        r"|our))[^.,;:!?]{0,40}"
        r"\b(?:put together|combined|taken together)\b"
        r"|\b(?:than|as) (?:in )?the (?:rest|whole) of (?!my|our|your|us)\w+",
    ),
    (
        "rank",
        r"memory|history|record|ever|recorded|\w+est|worst",
        rf"\b(?:worst|most \w+|{NO_NOUN}\w+est)\b(?: \w+){{0,4}}? (?:in (?:living memory|history)|on record"
        r"|(?<!I )(?<!we )(?<!you )(?<![’']ve )(?<!have )(?<!had )ever(?! (?:had|met|made))|recorded)\b",
    ),
    (
        "rank",
        r"\w+est|worst",
        rf"\bthe (?:very )?(?!best|rest){NO_NOUN}(?:worst|\w+est) (?:\w+ ){{0,3}}?of (?:them all|all (?!my|our|you)\w+"
        r"|the century|its kind)\b",
    ),
    (
        "figure",
        "frees?|saves?|feeds?|rescues?|houses?",
        r"\b(?:frees|saves|feeds|rescues|houses) (?:one|an?|\w+) (?:slave|child|girl|family|woman|man|person"
        r"|victim|children|slaves|girls)\b",
    ),
    ("share", "most", rf"\b(?:do|does|did|are|were|have|can|will|would) most (?:{_MEMBERS})\b"),
    (
        "rank",
        "only",
        rf"\bthe only (?:other )?(?:{_STATE}|shelter|group|men|women) (?:that|which|where|who|in|of"
        rf"|to)\b(?! (?:me|us|I|you))",
    ),
    (
        "rank",
        "ever",
        r"\bthe (?:very )?(?:first|last|only) (?!time|thing|day|question|word|step)\w+(?: \w+){0,4}? (?:of all "
        r"|that )?ever\b"
        r"(?! (?:I|we|you)\b)",
    ),
    ("rank", "unique", r"\bunique (?:in|among|to)\b"),
    # What people or their work are given for, where no sum is told.
    (
        "money",
        "sold|traded|swapped|exchanged|costs?|worth|price|cheaper|fetch|fetches|fetched",
        r"\bfor (?:about |only |less than |no more than |little more than )?the price of (?:an?|one|two|three|some)\b"
        r"|\b(?:sold|traded|swapped|exchanged|bought|hired)(?: \w+){0,3}? for (?:an?|some|two|three|less than|next to"
        r"|little more than|as little as) (?!while|long|friend|change|moment|walk|few|better|good|reason|minute"
        r"|day|week|month"
        r"|year|time|living)\w+"
        r"|\b(?:costs?|(?:is|are|was|were) worth|fetch(?:es|ed)?|(?:is|are|was"
        r"|were) cheaper than) (?:no more than |less than"
        r"|little more than |about as much as |as much as |as little as )?(?:an?|two|three) (?!lot|bit|try|look"
        r"|walk|visit|trip"
        r"|thought|prayer|moment|minute|day|word)\w+",
    ),
    ("money", "fortune", r"\ba (?:small |whole |large )?fortune\b"),
    (
        "money",
        _CURRENCY,
        rf"\b(?:a couple of|a few|several|some|a handful of)(?: hundred| thousand)? (?:{_CURRENCY})\b",
    ),
    ("money", "costs?|pay|pays|paid|earns?", r"\bcosts? (?:less|more|no more|as much|as little) (?:than|as)\b"),
    (
        "figure",
        "couple",
        r"\ba couple of (?!minutes|things|questions|words|hours|slides|steps|pictures|weeks|days|times|you"
        r"|us\b)(?:\w+ )?\w+",
    ),
    ("figure", "several", rf"\bseveral (?:of (?:the|them|these|those|my)|(?:\w+ )?(?:{_MEMBERS})) (?=\w)"),
    (
        "figure",
        "whole",
        r"\bwhole (?:busloads|trainloads|villages|families|armies|classes|towns|generations)\b|\ba whole (?:host"
        r"|army|bus|train)\b",
    ),
    (
        "figure",
        "countless|innumerable|untold|umpteen|myriads?|fourscore|threescore|gross",
        r"\b(?:countless|innumerable|untold|umpteen|myriads?|fourscore|threescore)\b|\ba gross of\b",
    ),
    ("figure", _FOREIGN, rf"\b(?:{_FOREIGN})(?: (?:{_FOREIGN}))*\b"),
    (
        "figure",
        "(?-i:[MDCLXVI]{2,})",
        rf"(?<!War )(?<!Part )(?<!Paul )(?<!Chapter )(?<![A-Z][a-z] )\b(?-i:(?!CD|DC|CC|MD|XL|CV|MC|MI|DI|LI|MM"
        rf"|II\b|DVD)(?=[MDCLXVI]{{2}}){_ROMAN})\b",
    ),
    ("figure", r"\d|k|m|bn", r"(?<![\w.])\d[\d.,]*(?:k|m|bn|x)\b|\b(?:l|O)(?=[\d,lO]*\d)[\d,lO]+\b"),
)
# The same of days; what somebody remembers who was there is none.
VAGUE_DATES: tuple[tuple[str, str], ...] = (
    ("eve|day|christmas", r"\b(?:Christmas|New Year[’']s|Easter) (?:Eve|Day|Sunday|night)\b"),
    (
        "ago",
        r"\b(?:an?|\w+|several|a few|many)(?: \w+)? (?:years?|decades?|winters?|summers?|centur(?:y|ies)|months?"
        r"|weeks?|generations?) ago\b",
    ),
    # A day of something that happened once.
    (
        "early|late|mid|middle|beginning|mondays?|tuesdays?|wednesdays?|thursdays?|fridays?|saturdays?|sundays?",
        rf"\b(?i:on|one|by) (?:an? |the |that )?(?:(?:cold|hot|early|late|dark|rainy|winter|summer|spring|fall"
        rf"|{_WEEKDAY}) )*"
        rf"{_WEEKDAY}\b(?: (?:morning|evening|night|afternoon))? (?:in|of) \w+"
        rf"|\b(?i:in|by|at|since|until) (?:the )?(?:early|late|mid|beginning of|end of|middle of)[ -](?:{_MONTH})\b"
        rf"|\b(?i:on|by) (?:an? |one )(?:\w+ )?{_WEEKDAY}\b(?= \w+(?: \w+)?(?: \w+)? \w+(?:ed|t)\b|,)",
    ),
    ("yesterday", r"\b(?:the day before )?yesterday\b"),
    ("turn", r"\bat the turn of the (?:century|millennium)\b"),
    (
        "last",
        r"\b(?:in|of|since|the) (?:\w+ of )?last (?:year|month|spring|summer|fall|autumn|winter)\b"
        rf"|\blast (?:{_MONTH})\b",
    ),
)
