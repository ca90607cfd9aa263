"""C304 recognizable-person: so many details of one person that acquaintances would recognize them.

Only sentences count that speak of somebody who is protected, on slides that cite them: that have "she" or "he", or the
word that the slide prints for the person, or are their own words. What the speaker says of other people is not theirs.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache

from talkbuilder.claims.texts import sentences
from talkbuilder.diagnostics import Diagnostic
from talkbuilder.evidence.library.people import Person
from talkbuilder.talk.plan import Plan
from talkbuilder.talk.talk import Slide

MOST_DETAILS = 2
_WORK = (
    r"teacher|nurse|doctor|cook|waitress|waiter|cleaner|seamstress|farmer|shepherd|driver|welder|builder|mason|"
    r"engineer|lawyer|journalist|accountant|translator|interpreter|secretary|manager|director|soldier|officer|baker|"
    r"hairdresser|shop assistant|librarian|programmer|musician|artist|writer|cashier|nanny|maid|miner|judge|barber|"
    r"electrician|plumber|carpenter|pilot|guard|policem[ae]n|butcher|tailor|gardener|midwife|dentist|singer|actor|actress"
)
_PEOPLE = (
    r"Kazakh|Uzbek|Kyrgyz|Tajik|Turkmen|Uighur|Uyghur|Russian|Ukrainian|Turkish|Korean|Chechen|Tatar|Chinese|Mongolian|"
    r"Afghan|Dungan|Kurd(?:ish)?|Karakalpak|Azeri|Armenian|Georgian|Roma|German|Polish|"
    r"Nigerian|Filipina|Vietnamese|Thai|Mexican|Honduran|Somali|Ojibwe|Dakota|Lakota"
)
_BUSINESS = (
    r"bakery|shop|store|caf[eé]|restaurant|salon|farm|kiosk|school|company|business|stall|mill|garage|hotel|workshop|"
    r"studio"
)
_KIN = (
    r"husband|wife|mother|father|sons?|daughters?|child|children|baby|brothers?|sisters?|twins?|parents|aunt|uncle|"
    r"grand(?:mother|father|parents|sons?|daughters?|child(?:ren)?)|step(?:mother|father|sister|brother)|cousins?|nephews?|"
    r"nieces?|fianc[eé]e?|\w+-in-law"
)
_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_ILL = (
    r"blind(?:ness)?|deaf|disab\w+|wheelchair|eyesight|cancer|HIV|(?-i:AIDS)|tuberculosis|epilep\w+|surger(?:y|ies)|amputat\w+|"
    r"diabet\w+|asthma|kidney|stroke|depression|limp(?:s|ed)?|scars?|sight|hearing"
)
_DETAILS: Mapping[str, str] = {
    "job": rf"\b(?:works?|worked|working|trained|employed) (?:as|at|for) an?\b|\b(?:is|was|became|be|now|once) an? "
    rf"(?:\w+ )?(?:{_WORK})\b|\b(?:mayor|headm[ai]ster|principal|director|head) of\b"
    r"|\b(?:keeps|kept|raises) (?:bees|sheep|goats|cows|horses|hens|chickens)\b|\b(?:went on to|now|used to) (?:teach"
    r"|nurse|cook|sew|farm)\b|\b(?:her|his|my) own class\b|\bwork(?:s|ed|ing)? (?:\w+ )?(?:at|in|for) (?:an?|the)\b"
    r"|\b(?:teach(?:es)?|taught|studie[sd]) (?!us|me|them|you|it)\w+|\b(?:drives?|drove) an? (?:taxi|cab|bus|truck"
    r"|lorry|tram|van)\b|\b(?:repair|mend)(?:s|ed)? \w+s\b|\b(?:sells|sold) \w+ (?:at|in|on|by)\b"
    rf"|\b(?:runs?|ran|owns?|owned|keeps|kept|opened|has|had|manages?d?) "
    rf"(?:an?|the|her|his) (?:\w+ )?(?:{_BUSINESS})\b",
    "family": rf"\b(?:her|his|my) (?:\w+ )?(?:{_KIN})\b|\bpregnan(?:t|cy)\b"
    r"|\b(?:is|was|got) (?:married|divorced|widowed)\b"
    r"|\b(?:widow(?:er)?|orphan(?:ed)?)\b|\b(?:mother|father) of\b|\bgave birth\b|\bin an orphanage\b"
    rf"|\b(?:has|had|with|raise[sd]?|raising|lost|left|brought up) "
    rf"(?:(?:an?|one|two|three|four|five|six|her|his|their|my|several|small|little|young|grown) ){{0,2}}(?:{_KIN})\b"
    r"|\b(?:newly|recently|just|twice|never) (?:married|divorced|widowed)\b"
    r"|\b(?:single|young|unmarried) (?:mother|father)\b",
    "date": rf"\b(?:in|since|until|on|of) (?:{_MONTH}(?: \d+)?,? )?(?:19|20)\d\d\b|\b(?:in|on) {_MONTH}\b"
    r"|\btwenty (?:ten|eleven|twelve|\w+teen|twenty)\b|\b(?:\d+|\w+teen|twenty|thirty|forty"
    r"|fifty)(?:-\w+)?[ -]years?[ -]old\b|\b(?:she|he|I) (?:was|is|turned) (?:only |just |about )?(?:\d\d|ten|eleven"
    r"|twelve|\w+teen|(?:twen|thir|for|fif|six)ty)(?:-\w+)?(?! \w+s\b(?! old))\b|\bat (?:the age of )?(?:1\d|ten"
    r"|eleven|twelve|\w+teen)\b(?! (?:o.clock|in the|\w+s\b))",
    "ethnicity": rf"\b(?:ethnic (?:{_PEOPLE})|(?:an?|the) (?:\w+ )?(?:{_PEOPLE}) (?:woman|man|girl|boy|mother|father|"
    rf"family|student|teacher|worker|migrant)|(?:is|was|am) (?:an? )?(?:{_PEOPLE})(?=[,.]| (?:and|by|from|who)\b)"
    rf"|an? (?:{_PEOPLE}) (?:by birth|from)\b)",
    "illness": rf"\b(?:her|his|my) (?:\w+ )?(?:{_ILL})\b|\b(?:is|was|went|am|has|had|lost|lives with|walks with|from) "
    rf"(?:an? |her |his |my |the )?(?:\w+ )?(?:{_ILL})\b"
    r"|\blost (?:an?|her|his|my|one|both) (?:\w+ )?(?:legs?|arms?|hands?|foot|feet|eyes?|fingers?|kidneys?)\b"
    r"|\b(?:uses?|needs|in|with) an? (?:wheelchair|cane|crutch|hearing aid)\b"
    r"|\b(?:hand|arm|leg|eye|foot|finger|ear)s? (?:is|are|was|were) (?:missing|gone|paralyzed|lame)\b"
    r"|\ban? (?:\w+ )?(?:blind|deaf|disabled) (?:wom[ae]n|m[ae]n|girl|boy)\b",
}
# Where a name is that of a place as well.
_WHENCE = (
    r"(?<!letter )(?<!call )(?<!message )(?<!word )\bfrom\b|\b(?:came|comes|moved|returned|sent|taken) to\b"
    r"|\b(?:mayor|market|streets?|suburbs?) of\b"
)


def check(plan: Plan) -> Iterator[Diagnostic]:
    told: dict[str, dict[str, None]] = {}
    for slide in plan.talk.slides:
        for person in plan.talk.told_by(slide):
            if person.is_protected:
                before = len(known := told.setdefault(person.id, {}))
                known.update(dict.fromkeys(_details(slide, person)))
                if before <= MOST_DETAILS < len(known):
                    message = f"{len(known)} details of '{person.id}' are told: {', '.join(known)}"
                    hint = "leave out what the talk does not need: a country and one more are enough"
                    yield Diagnostic("C304", message, slide.title.span, hint)


def _details(slide: Slide, person: Person) -> Iterator[str]:
    spoken_of = re.compile(rf"\b(?:s?he|her|hers|his|him|{_noun(person.credit.value)})\b", re.IGNORECASE)
    own = " ".join(one.text for one in slide.aloud)
    texts = [own] if own else []
    for paragraph in (*slide.seen, *slide.notes):
        texts += (one for one in sentences(paragraph.text) if spoken_of.search(one))
    for text in texts:
        yield from (kind for kind, pattern in _patterns().items() if pattern.search(text))
        if _has_town(text):
            yield "place"


def _noun(credit: str) -> str:
    """What a slide calls a person: "student" of "A former student in Kazakhstan"."""
    head = re.split(r",| (?:in|of|from|who|at|with|near)\b", credit, maxsplit=1)[0].split()
    return re.escape(head[-1]) if head else "she"


def _has_town(text: str) -> bool:
    from talkbuilder.geo.gazetteer import possible_towns_in  # slow, and seldom needed: the names of cities

    return any(True for _ in possible_towns_in(re.sub(_WHENCE, "in", text)))


@cache
def _patterns() -> Mapping[str, re.Pattern[str]]:
    return {kind: re.compile(words, re.IGNORECASE) for kind, words in _DETAILS.items()}
