"""C308 sensational-picture: what describes or names a picture speaks of chains, ropes, bars, wounds or fear."""

from collections.abc import Iterator

from talkbuilder.diagnostics import Diagnostic
from talkbuilder.layout.page import Deck
from talkbuilder.layout.texts import PICTURED, flagged
from talkbuilder.talk.phrases import PEOPLE, Phrases

_LIMBS = "(?:hands?|wrists?|arms?|feet|foot|ankles?|legs?|mouths?|eyes)"
_SOMEBODY = f"(?:{PEOPLE}|figure|silhouette|body|hostage|{_LIMBS})"
_PHRASES = Phrases(
    "chain rope cuff handcuff bars barred barcode code tape bruise cower crouch gag shackle cage tie bind blindfold "
    "blindfolded blindfolds whip whips whipped leash leashes black crying weeping wound wounds blood bloody noose",
    (
        "<chain>",
        "<rope>",
        "<cuff>",
        "<handcuff>",
        "<shackle>",
        "nooses?",
        "<barcode>",
        "bar code",
        "duct tape",
        rf"<tape> (?:shut|over|across|on) ?(?:\w+ )?(?:{_LIMBS})?",
        rf"{_LIMBS} (?:\w+ )?taped",
        "<bruise>",
        "black eye",
        "<cower>",
        r"<crouch> (?:\w+ )?(?:in|on|against) ~2 (?:dark|corner|floor|wall|shadows?)",
        f"(?:crying|weeping|bloody|wounded) {PEOPLE}",
        "<gag>",
        r"behind (?:\w+ )?bars",
        "(?:prison|jail|cell|iron|steel|metal|window|rusty|thick|cage) bars",
        "bars (?:of|on|before|across|over) (?:a |the |his |her )?(?:cell|prison|cage|window|jail|door|face)",
        f"{_SOMEBODY} ~5 bars|bars ~4 {_SOMEBODY}",
        "barred (?:window|door|cell)s?",
        "<cage>",
        rf"{_SOMEBODY} (?:\w+ )?(?:bound|tied)",
        f"(?:bound|tied) (?:up|together|{_LIMBS})",
        "(?:bound|tied) to a (?:chair|bed|pole|tree)",
        "blindfold(?:ed|s)?",
        "whip(?:s|ped)?",
        "leash(?:es)?",
    ),
    (
        "(?:supply|food|value|cold|mountain|bicycle|bike|store|restaurant|hotel|key|watch|daisy|block"
        "|paper|necklace|gold|silver) <chain>",
        "(?:shop|store|branch|hotel)s? of (?:a|the) <chain>",
        r"<chain> (?:of \w+|stores?|reaction|link fence)",
        "(?:tool|menu|status|color|colour|stacked|horizontal|vertical|chart) bars",
        "rope (?:bridge|ladder|swing|course|railing)s?",
        "(?:jump|tow|tent|climbing|skipping) <rope>",
        "(?:bird|rabbit|hamster|batting|lion) <cage>",
        "(?:coat|shirt|trouser|sleeve|pant|sock|ear|rotator) <cuff>",
        "<cuff> of",
        "(?:leather|spiral|home|out|in|north|south|east|west) bound",
        "bound (?:for|book|volume)s?",
        "hands? tied ~3 (?:ribbon|bow|parcel)",
    ),
)
_HINT = "show a place, an object or a drawing instead: an open door, a road, a telephone, hands that hold a card"


def check(deck: Deck) -> Iterator[Diagnostic]:
    yield from flagged(deck, "C308", _PHRASES, "{}: it is told as a sensation", _HINT, PICTURED)
