"""C306 findable-shelter: a shelter is told of with its place, its size, its staff, its door or its visitors."""

from collections.abc import Iterator

from talkbuilder.diagnostics import Diagnostic
from talkbuilder.layout.page import Deck
from talkbuilder.layout.texts import Told, flagged
from talkbuilder.talk.phrases import Hit, Phrases

_SHELTER = "(?:<shelter>|safe houses?|(?:women's|crisis) (?:refuges?|centers?|centres?))"
_MANY = r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|sixteen|twenty|thirty)"
_WHERE = (
    r"(?:(?!the|a|this|that|my|our|each|every|any|which)\w+ (?:street|avenue|boulevard)"
    r"|(?-i:[A-Z]\w+ (?:Road|Lane|Square|Drive))|address"
    r"|blocks? (?:from|away|north|south|east|west)"
    r"|(?:behind|next to|across from|opposite|near) the (?:\w+)|in the (?:town|city|village) of)"
)
_SIZE = (
    f"(?:{_MANY} (?:beds?|rooms?|bedrooms?|women|men|people|residents|families|children|girls|places)|room for {_MANY})"
)
_STAFF = (
    "(?:staff|staffed|guards?|guarded|night shift|on duty|social workers? (?:is|are|works?)|the director|unguarded)"
)
_ENTRY = (
    "(?:gate|gates|front door|back door|side door|entrance|doorbell|bell|door code|buzzer|intercom|keypad|unlocked)"
)
_COMERS = "(?:visitors?|visiting hours|late night|knocks?|after dark)"
_DETAIL = f"(?:{_WHERE}|{_SIZE}|{_STAFF}|{_ENTRY}|{_COMERS})"
_PHRASES = Phrases(
    "shelter safe refuge refuges crisis",
    (
        f"{_SHELTER} ~9 {_DETAIL}",
        f"{_DETAIL} ~9 {_SHELTER}",
        rf"{_SHELTER} (?:\w+ )?(?:in|at|near|outside|of) (?P<town>(?-i:[A-Z]\w+(?: [A-Z]\w+)?))",
        rf"in (?P<at>(?-i:[A-Z]\w+(?: [A-Z]\w+)?)),? ~6 {_SHELTER}",
        rf"(?-i:\d+ [A-Z]\w+ (?:Street|Avenue|Road|Lane))[^.!?]{{0,80}} {_SHELTER}",
        rf"(?P<of>(?-i:[A-Z]\w+(?: [A-Z]\w+)?))'s (?:\w+ )?(?:\w+ )?{_SHELTER}",
    ),
    (
        r"(?:animal|pet|bus|tax|bomb|storm|picnic|dog|cat|rain|sun) <shelter>(?: ~8 \w+)?",
        "<shelter> (?:from|under|the|them|him|her|us|me|a|an|in place|dog|dogs)",
        "(?:find|found|take|took|taking|seek|sought|gave|give) shelter",
        rf"{_MANY} (?:\w+ )?shelters",
    ),
)
_HINT = "say neither where it is nor how it is run: 'a shelter in that country' is enough"


def check(deck: Deck) -> Iterator[Diagnostic]:
    yield from flagged(
        deck, "C306", _PHRASES, "{} helps to find a shelter and who lives there", _HINT, is_meant=_is_meant
    )


def _is_meant(told: Told, found: Hit) -> bool:
    """Whether the place that is named is a town: a whole country hides a shelter well enough."""
    town = next(iter(found.named.values()), "")
    if not town:
        return True
    from talkbuilder.geo.gazetteer import city_of  # which only who speaks of a shelter somewhere pays

    return any(city_of(one) for one in (town, town.split()[0]))
