"""C315 blamed-nation: a nationality and guilt, or the looks of a people, are named in one breath."""

import re
from collections.abc import Iterator

from talkbuilder.diagnostics import Diagnostic
from talkbuilder.layout.page import Deck
from talkbuilder.layout.texts import Told, flagged
from talkbuilder.talk.phrases import Hit, Phrases

_NATIONS = (
    "Afghan African Albanian Algerian American Angolan Arab Argentine Argentinian Armenian Asian Australian "
    "Austrian Azerbaijani Azeri Balkan Bangladeshi Belarusian Belgian Bolivian Bosnian Brazilian British "
    "Bulgarian Burmese Burundian Cambodian Cameroonian Canadian Caucasian Central_Asian Chadian Chechen Chilean "
    "Chinese Colombian Congolese Croatian Cuban Cypriot Czech Danish Dominican Dutch Eastern_European Ecuadorian "
    "Egyptian Emirati English Eritrean Estonian Ethiopian European Filipino Finnish French Gambian Georgian "
    "German Ghanaian Greek Guatemalan Gypsy Haitian Hispanic Honduran Hungarian Icelandic Indian Indonesian "
    "Iranian Iraqi Irish Israeli Italian Ivorian Jamaican Japanese Jewish Jordanian Kazakh Kazakhstani Kenyan "
    "Korean Kosovar Kurdish Kuwaiti Kyrgyz Laotian Latin_American Latino Latvian Lebanese Liberian Libyan "
    "Lithuanian Macedonian Malaysian Malian Maltese Mexican Middle_Eastern Moldovan Mongolian Montenegrin "
    "Moroccan Mozambican Muslim Namibian Nepalese Nepali Nicaraguan Nigerian North_African North_Korean Norwegian "
    "Omani Oriental Pakistani Palestinian Panamanian Paraguayan Persian Peruvian Polish Portuguese Puerto_Rican "
    "Qatari Roma Romanian Russian Rwandan Salvadoran Saudi Scottish Senegalese Serbian Singaporean Slavic Slovak "
    "Slovenian Somali South_African South_American Soviet Spanish Sri_Lankan Sudanese Swedish Swiss Syrian "
    "Taiwanese Tajik Tanzanian Tatar Thai Tibetan Togolese Trinidadian Tunisian Turk Turkish Turkmen Ugandan "
    "Ukrainian Uruguayan Uyghur Uzbek Venezuelan Vietnamese Welsh West_African Yemeni Zambian Zimbabwean "
)
_NATION = "(?:" + _NATIONS.strip().replace(" ", "|").replace("_", " ") + ")"
_GUILTY = (
    "(?:<boss>|<trafficker>|<pimp>|<smuggler>|<gang>|<mafia>|<cartel>|<criminal>|<recruiter>"
    "|<kidnapper>|<thug>|drug dealers?"
    "|<mobster>|gangsters?|crooks?|slave drivers?|exploiters?|human traffickers?|sex traffickers?|mobs?)"
)
_PHRASES = Phrases(
    "boss trafficker pimp smuggler gang mafia cartel criminal recruiter kidnapper thug dealer mobster gangster "
    "gangsters mob mobs crook crooks exploiter exploiters look looking appearance",
    (
        rf"{_NATION} (?:\w+ )?{_GUILTY}",
        f"{_GUILTY} (?:(?:who|that|there|here|today|involved) )?"
        f"(?:<be>|were) (?:(?:mostly|often|usually|all|always|mainly|mostly) )?{_NATION}s?",
        f"{_NATION}s? (?:<be>) (?:(?:mostly|often|usually|all|always|mainly|the) )?{_GUILTY}",
        rf"<look> (?:so |very |rather |a bit )?(?:{_NATION}|foreign)(?! \w+(?:s|ed)? )(?=\W|$)",
        f"<look> (?:so |very |rather )?{_NATION}(?=,| (?:and|so|to|are|is|was|were|have|had|get|may|can|will)\\b)",
        f"(?:{_NATION}|foreign) looking(?! (?:for|at|forward))",
        rf"{_GUILTY} ?, (?:a|an|both|all) {_NATION}s?",
        rf"{_GUILTY} from (?P<land>(?-i:[A-Z]\w+(?: [A-Z]\w+)?))",
        f"{_NATION} (?:looks?|appearance)(?= ?(?:[.,;!?]|$|about|of|on))",
    ),
    (
        f"(?:my|our|your|a friendly) {_NATION} boss",
        f"{_NATION} boss (?:battle|fight|level)s?",
        "recruiters? (?:for|of) (?:the |our |my |a )?(?:army|navy|company|school|team|club)",
        "look(?:s|ing|ed)? (?:forward|at|for)",
    ),
    " ".join(f"{name} {name}s" for name in _NATIONS.lower().replace("_", " ").split()) + " foreign from",
)
_LOOKS = re.compile(r"look\b", re.IGNORECASE)
_A_PEOPLE = re.compile(rf"\b{_NATION}s\b(?! {_NATION})")
_HINT = "leave the nationality out, or name a source that counted: traffickers come from everywhere"


def check(deck: Deck) -> Iterator[Diagnostic]:
    message = "{} blames a people for what some of them did"
    yield from flagged(deck, "C315", _PHRASES, message, _HINT, is_meant=_is_meant)


def _is_meant(told: Told, found: Hit) -> bool:
    """Whether a people is meant, and whether those who come from somewhere come from a country."""
    if "polish" in found.said.lower() and "Polish" not in found.said:
        return False  # in small letters, that is what one does with shoes
    if _LOOKS.match(found.said) and _A_PEOPLE.search(told.text, 0, found.span[0]):
        return False  # what all of a people look like blames none of them
    if "land" not in found.named:
        return True
    from talkbuilder.geo.atlas import world  # which only who speaks of traffickers from somewhere pays

    return any(area.name == found.named["land"] for area in world().areas.values())
