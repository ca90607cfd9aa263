"""C319 suicide-told: a suicide is told with how or where, or without the number of those who help."""

from collections.abc import Iterator

from talkbuilder.diagnostics import Diagnostic
from talkbuilder.layout.page import Deck
from talkbuilder.layout.texts import Told, fault, texts_of, texts_with
from talkbuilder.talk.phrases import Phrases, hits, words_in

_SELF = "(?:himself|herself|themselves|themself|myself|yourself|oneself)"
_OWN = "(?:his|her|their|my|your|one's)"
_DEED = Phrases(
    "suicide suicides suicidal death deaths leaped kill hang shoot jump leap take end drown poison throw overdose "
    "himself herself themselves themself myself yourself oneself",
    (
        "suicid(?:e|es|al)",
        f"<kill> {_SELF}",
        f"(?:<take>|<end>) {_OWN} (?:own )?(?:life|lives)",
        f"(?:<hang>|<shoot>|drown(?:ed|s|ing)?|poison(?:ed|s|ing)?) {_SELF}",
        rf"(?:<jump>|<leap>|leaped|plunged|fell|<throw> {_SELF}) (?:\w+ )?to {_OWN} deaths?",
        "<overdose> (?:and|on purpose)",
        "<take> (?:an|a \\w+) overdose",
        "(?:<jump>|<leap>|leaped|plunged) (?:from|off|out of|in front of) ~4 "
        "(?:and|to) (?:died|dies|die|was dead|killed)",
    ),
    (
        "(?:political|career|commercial|professional|social|economic) suicide",
        "suicide (?:bomb|bomber|bombing|attack|attacker|assault|hijacking|operation|squad|vest|mission)s?",
        f"<take> {_OWN} (?:life|lives) (?:back|seriously|further|into)",
    ),
)
_HOW = Phrases(
    "leaped plunged jump leap hang rope pill overdose gun shotgun shoot knife poison drown window floor roof bridge "
    "balcony train cliff railway tower river noose razor wrist gas pills roofs windows wrists "
    "storey story floors drowned "
    "poisoned throw",
    (
        f"(?:<jump>|<leap>|leaped|plunged|<throw> {_SELF})(?: (?:to|from|off|out|under|in front))?",
        f"(?:<hang>|<shoot>|drown(?:ed|s|ing)?|poison(?:ed|s|ing)?) {_SELF}",
        "(?:<rope>|nooses?|pills|<overdose>|guns?|<shotgun>|knife|knives|razors?|poison|wrists?|gas)",
        r"(?:windows?|\w+ floor|floor|roofs?|rooftop|bridges?|balcon(?:y|ies)|trains?|railway|cliffs?|river)",
    ),
)
_HINT = "leave out how and where: say 'he died by suicide', and that whoever thinks of it can call or text 988"
_HELP = "add that whoever thinks of it can call or text 988, day and night"


def check(deck: Deck) -> Iterator[Diagnostic]:
    """Looks at what is shown and said with one slide as a whole."""
    pages: dict[int, list[Told]] = {told.page: [] for told in texts_with(deck, _DEED)}
    for told in texts_of(deck) if pages else ():
        if told.page in pages:
            pages[told.page].append(told)
    for texts in pages.values():
        yield from _told(texts)


def _told(texts: list[Told]) -> Iterator[Diagnostic]:
    deeds = [(told, found.span) for told in texts for found in hits(_DEED, told.text)]
    if not deeds:
        return
    for told in texts:
        for found in hits(_HOW, told.text):
            yield fault(told, found.span, "C319", "{} tells how or where somebody died by suicide", _HINT)
    if not any("988" in words_in(told.text) for told in texts):
        told, at = deeds[0]
        yield fault(told, at, "C319", "{} stands on a slide that does not tell where to find help", _HELP)
