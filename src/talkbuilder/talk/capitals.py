"""Names of persons and institutions in a text: words with a capital that plain talk has none for."""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from talkbuilder.talk.vocabulary import is_english

IsKnown = Callable[[str], bool]

_TITLES = (
    "Mr Mrs Ms Miss Dr Prof Professor President Minister Senator Governor Mayor Judge Justice Officer Sergeant"
    " Captain Colonel General Father Sister Brother Bishop Archbishop Cardinal Pope Reverend Rev Imam Rabbi"
    " Prince Princess King Queen Saint St Sir Lady Lord Congressman Congresswoman Representative Ambassador"
    " Secretary Director Chief Detective Sheriff Deacon Pastor Ministry Department Office Bureau University"
    " Institute Committee Commission Court"
)
_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday"
_MONTHS = "January February March April May June July August September October November December"
_FAITH = (
    "God Lord Jesus Christ Holy Spirit Bible Scripture Gospel Psalm Psalms Testament Old New Christmas Easter"
    " Lent Advent Pentecost Thanksgiving Christian Christians Christianity Catholic Catholics Protestant"
    " Protestants Lutheran Lutherans Baptist Baptists Methodist Methodists Orthodox Jew Jews Jewish Muslim"
    " Muslims Islam Islamic Buddhist Buddhists Hindu Hindus Ramadan Eve Day Year Good Samaritan Samaritans"
    " Genesis Exodus Isaiah Matthew Mark Luke John Romans Amen Father Mary Moses Paul Savior Almighty Koran"
    " Quran Torah Passover Eden Hanukkah Joseph Abraham Isaac Jacob Jonah Noah Adam Nazareth Bethlehem Jerusalem"
    " Galilee Jericho Sinai Jordan Babylon Judea Samaria Canaan Nineveh Capernaum Bethany"
)
# Classes of people, of whom the Bible tells or who sit in the next church.
_CLASSES = (
    "Levite Pharisee Sadducee Israelite Philistine Canaanite Moabite Amalekite Midianite Gentile Nazarene Galilean"
    " Judean Roman Anglican Episcopalian Presbyterian Quaker Mennonite Amish Evangelical Pentecostal Adventist"
    " Calvinist Puritan"
)
# Of whom stories tell that all know, and what is used every day: nobody looks for the evidence of these.
_OF_STORIES = (
    "Rahab Hagar Samson Delilah Goliath Solomon Elijah Elisha Ezekiel Hosea Cain Abel Esau Boaz Lazarus Zacchaeus"
    " Bartimaeus Nicodemus Barnabas Silas Judas Pilate Herod Caesar Pharaoh Magi Emmaus Gethsemane Golgotha Damascus"
    " Corinthians Ephesians Galatians Philippians Colossians Thessalonians Hebrews Revelation Leviticus Deuteronomy"
    " Proverbs Ecclesiastes Acts Epiphany Cinderella Grinch Scrooge Goldilocks Rapunzel Pinocchio Aladdin Crusoe"
    " Hamlet"
    " Macbeth Santa Claus Superman Batman Sherlock Oz Narnia Hobbit Gandalf Frodo Aesop Achilles Pandora Sisyphus"
    " Midas"
    " Icarus Ulysses Odysseus Narcissus Google Facebook YouTube Instagram TikTok WhatsApp Zoom Skype Wikipedia"
    " PowerPoint Scrabble Lego Kleenex Velcro Xerox Polaroid Wi-Fi Bluetooth Netflix Maps"
)
# The same, where many are called so today: the book of Ruth.
_OF_BOOKS = frozenset(
    word
    for words in (
        "Ruth Naomi Esther Deborah Sarah Rebekah Leah Miriam Aaron Joshua Gideon Samuel Saul David Jeremiah Daniel",
        "Amos Micah Job Benjamin Martha Thomas Peter Andrew Timothy Titus Lydia Philip Stephen Gabriel James Jude",
    )
    for word in words.split()
)
_BOOK = re.compile(
    r"\b(?:(?:[Bb]ook|[Ss]tory|[Pp]salm|[Ss]ong|[Ll]etter) (?:of|to)|[Pp]rophet|[Aa]postle|[Dd]isciple) \Z"
)
_KIN = (
    "Mom Dad Mum Mother Father Grandma Grandpa Aunt Uncle Pastor Reverend Sir Madam Ma’am Mr Mrs Chairwoman Chairman"
    " Principal Librarian"
)
_PEOPLES = (
    "African Albanian American Arab Arabic Armenian Asian Australian Austrian Azerbaijani Belgian Brazilian"
    " British Briton Bulgarian Burmese Cambodian Canadian Chechen Chinese Croatian Cuban Czech Danish Dane"
    " Dutch Egyptian English Estonian Ethiopian European Filipino Finnish Finn French Georgian German Greek"
    " Haitian Hispanic Hungarian Icelandic Indian Indonesian Iranian Iraqi Irish Israeli Italian Japanese"
    " Jordanian Kazakh Kazakhstani Kenyan Korean Kurdish Kyrgyz Latin Latino Latvian Lebanese Lithuanian"
    " Malaysian Mexican Moldovan Mongolian Moroccan Native Nepali Nigerian Norwegian Pakistani Palestinian"
    " Persian Peruvian Polish Pole Portuguese Roma Romanian Russian Saudi Scandinavian Scottish Scot Serbian"
    " Slavic Slovak Somali Soviet Spanish Swahili Swedish Swede Swiss Syrian Tajik Tatar Thai Tibetan Turkish"
    " Turk Turkic Turkmen Uighur Ukrainian Uyghur Uzbek Vietnamese Welsh Minnesotan Midwestern Midwesterner"
    " Southern Northern Eastern Western Westerner"
)
_LANDS = (
    "Africa America Antarctica Arctic Asia Atlantic Australia Balkans Baltic Britain Caribbean Caspian"
    " Caucasus Central Crimea East Earth England Eurasia Europe Holland Korea Mediterranean Mexico Midwest"
    " Middle North Pacific Scotland Siberia South States Union United USSR Wales West World Great Plains Steppe"
    " Aral Sea Black Cold War Internet Northeast Northwest Southeast Southwest Twin Cities Mississippi Volga"
    " River Altai Balkhash Tian Shan Tien Pamir Pamirs Ural Urals Gobi Silk Road Baikonur Issyk Kul Irtysh Ishim "
    "Caspian"
    " Lake"
)
_LETTERS = (
    "I I’m I’ve I’d I’ll I'm I've I'd I'll OK TV US USA U.S UK EU PDF DVD CD PS AM PM ID QR PIN FAQ SMS T Q A B C X"
)
_PLAIN = frozenset(
    word
    for words in (_DAYS, _MONTHS, _FAITH, _CLASSES, _OF_STORIES, _KIN, _PEOPLES, _LANDS, _LETTERS)
    for word in words.split()
)
_OF_CLASSES = frozenset(_CLASSES.split())
_TITLE_WORDS = frozenset(_TITLES.split())
_BEGINS = (
    "A An The And But Or So If In On At By For From To Of Off Out Up With Without As When While Where What Who"
    " Whom Whose Why How Which That This These Those There Here Then Now My Our Your His Her Its Their We You"
    " He She It They I One No Not Nobody Never Is Are Was Were Do Does Did Have Has Had Can Could Will Would"
    " Should May Might Must Let Please Thank Thanks Dear Hello Good Welcome Many Most Some All Both Each Every"
    " Any Few More Only Even Also Still Once Last Next First Second Under Over After Before During Between"
    " Among Since Until Because Though Although Yes Just About Against Across Through Near Today Tonight"
    " Yesterday Ask Tell Think Look See Imagine Remember Call Give Take Bring Come Go Read Write Say Meet Two"
    " Three Four Five Six Seven Eight Nine Ten Dozens Hundreds Thousands Millions Buses Men Women Children"
    " People Police Experts"
)
_BEGIN_WORDS = frozenset(_BEGINS.split())
# First names that are plain words as well. As the first word of a sentence one of them names somebody only where a
# verb or a mark follows that goes with a name: 'Frank told us', and not 'Frank talk helps'.
_ALSO = (
    "Amber Basil Bob Bobs Bush Buddy Carol Carols Clay Constance Cooper Dale Dales Dean Deans Don Duke Earl Ebony"
    " Felicity Flora Frank Gene Genes Ginger Heath Heather Holly Iris Irises Ivy Jack Jacks Jade Jasmine June Lance"
    " Laurel Lily Lilies Mason Masons Merry Mike Miles Myrtle Nick Olive Olives Opal Pat Pats Pearl Pearls Peg Pegs"
    " Prudence Ray Rays Reed Reeds Robin Robins Rosemary Sage Sandy Sherry Sterling Sue Tawny Temperance Victor"
    " Victors Violet Violets Wade"
)
_ALSO_WORDS = frozenset(_ALSO.split())
_GOES_WITH_A_NAME = re.compile(
    r"(?:[,:;’']|\s*\Z|[.!?]| (?:and|who|is|was|has|had|does|did|will|would|could|says|tells|told|said|saw|went|came"
    r"|took|knew|knows|sold|sells|owns|runs|ran|got|gets|made|makes|gave|gives|wrote|writes|left|led|let|kept"
    r"|keeps|held|paid"
    r"|pays|bought|buys|brought|thought|thinks|fell|felt|stood|met|lost|won|spent|built|hid|drove|wants|lives"
    r"|works|likes|loves"
    r"|takes|sees|goes|comes|asks|helps|believes|never|always|once|also|[a-z]{2,}ed)\b)"
)
_WORD = r"[A-ZÀ-ÖØ-ÞĀ-ŽА-Я](?:[\w]|[’'-](?=\w)|\.(?=[A-Z]))*"
_STOP = "(?:(?<=\\bDr)\\.|(?<=\\bMr)\\.|(?<=\\bMrs)\\.|(?<=\\bMs)\\.|(?<=\\bSt)\\.|(?<=\\bProf)\\.|(?<=\\b[A-Z])\\.)?"
_RUN = re.compile(
    rf"(?<![\w@/.{{])(?:{_WORD})(?:{_STOP} (?:(?:of|for|and|the|on|de|van|von|al) (?:the )?)?(?:{_WORD}))*"
)
_WORDS = re.compile(_WORD)
_ENDS = frozenset((". ", "? ", "! "))
_FIRST = re.compile(r"(?:\A|[.!?…:]|\A[-–•*#]|\n)[\s\"“‘'’”(\[*]*\Z|[“‘\"(—]\Z")
_ROAD = re.compile(r"(?:I|US|A|E|M)-?\d{1,3}")
_ACRONYM = re.compile(r"[A-Z][A-Z0-9&.-]*[A-Z]s?\Z")
# Characters before the first word of a sentence: blanks, a pause, quote marks, the mark of a list.
_LONGEST_OPENING = 80
_LEAST_OF_A_NAME = 4  # letters, where all words have capitals
_MOST_OF_A_TITLE = 0.6
# In headings these have a capital or not, as people like it.
_SMALL_IN_TITLES = frozenset(
    ("Is", "Be", "Us", "Me", "Him", "Them", "Than", "Into", "Onto", "Behind", "Beside", "Above", "Below", "Around")
) | {"Along", "Beyond", "Like", "Nor", "Yet", "Via", "Upon", "Within", "Toward", "Am", "Been", "Do", "Not"}
_LETTERS_OF_A_WORD = re.compile(r"[^\W\d_]+")


# A name that was typed in small letters stands behind what somebody is to the speaker, or behind what they are called;
# the letter x alone stands for what a reference prints, which nobody typed.
_CALLED = re.compile(
    r"\b(?:(?:[Mm]y|[Oo]ur|[Aa]|[Tt]he) (?:former )?(?:student|friend|neighbou?r|colleague|teacher|girl|boy|woman"
    r"|man|driver|maid)"
    r"|named|whose name is|called) (?!x+\b)([a-z]{4,})\b"
)


def names(text: str, is_known: IsKnown) -> Iterator[tuple[int, int]]:
    """Runs of words with a capital that are no plain talk; `is_known` tells the names that the talk knows."""
    runs = _RUN.finditer(text)
    found = [
        (run.start() + name[0], run.start() + name[1])
        for run in runs
        if (name := _name(run[0], _is_first(text, run.start()), is_known)) and not _is_word(text, run)
    ]
    found += [one.span(1) for one in _CALLED.finditer(text) if not is_english(one[1]) and not is_known(one[1])]
    if not found:
        return
    is_in_capitals = _is_in_capitals(text)
    if is_in_capitals or _is_in_title_case(text):  # there a capital tells nothing, and the words do
        found = [
            (start, end)
            for start, end in found
            if _WELL_KNOWN.search(text, max(0, start - _LONGEST_OPENING), end)
            or _has_strange_word(text[start:end], is_known)
            or (not is_in_capitals and _is_somebody(text[start:end]))
        ]
    yield from found


def _is_first(text: str, at: int) -> bool:
    """Whether a sentence begins there, or a quotation."""
    before = text[max(0, at - 2) : at]
    if not before or before in _ENDS:
        return True
    if before[-1] == " " and before[0].isalnum():
        return False
    return bool(_FIRST.search(text, max(0, at - _LONGEST_OPENING), at))


def _is_word(text: str, run: re.Match[str]) -> bool:
    """Whether a sentence begins with a plain word that could be somebody's first name."""
    if run[0] in _OF_BOOKS and _BOOK.search(text, max(0, run.start() - _LONGEST_OPENING), run.start()):
        return True
    if run[0] not in _ALSO_WORDS or not _is_first(text, run.start()):
        return False
    return not _GOES_WITH_A_NAME.match(text, run.end())


@lru_cache(maxsize=4096)  # most sentences begin with one of few words
def _name(run: str, is_first: bool, is_known: IsKnown) -> tuple[int, int] | None:
    """The part of a run that names somebody."""
    words = list(_WORDS.finditer(run))
    plain = [_is_plain(word[0]) or word[0] in _BEGIN_WORDS for word in words]
    for at in range(1, len(words)):
        if words[at][0] in _OF_CLASSES and words[at - 1][0] in _TITLE_WORDS:
            plain[at] = False  # Mr. Quaker is somebody
    for at in range(len(words)):
        for end in range(len(words), at, -1):
            if is_known(run[words[at].start() : words[end - 1].end()].removesuffix("’s").removesuffix("'s")):
                plain[at:end] = [True] * (end - at)
                break
    is_told = any(word[0].rstrip(".") in _TITLE_WORDS for word in words[:-1])
    telling = [
        at
        for at, word in enumerate(words)
        if not plain[at] and (at or not is_first or _is_acronym(word[0]) or not is_english(word[0]))
    ]
    if is_told and len(words) > 1 and not all(plain):
        telling = [at for at in range(len(words)) if not plain[at]]
    elif is_told and len(words) > 1 and words[0][0] in _TITLE_WORDS:
        telling = [0]  # Officer Johnson, though a city is called so
    if not telling:
        return None
    first = 0 if is_first and words[0][0] not in _BEGIN_WORDS and len(words) > 1 else telling[0]
    return words[first].start(), words[telling[-1]].end()


@lru_cache(maxsize=16384)
def _is_plain(word: str) -> bool:
    own = re.sub(r"[’']s?\Z", "", word).rstrip(".")
    if _ROAD.fullmatch(own):
        return True
    return own in _PLAIN or own.removesuffix("s") in _PLAIN or all(part in _PLAIN for part in own.split("-"))


def _has_strange_word(run: str, is_known: IsKnown) -> bool:
    words = (word for word in _LETTERS_OF_A_WORD.findall(run) if len(word) >= _LEAST_OF_A_NAME)
    return any(not is_english(word) and not _is_plain(word.title()) and not is_known(word.title()) for word in words)


def _is_somebody(run: str) -> bool:
    """Whether plain words name somebody all the same: Judge Baker, Hope House, Frank and Ivy."""
    words = _LETTERS_OF_A_WORD.findall(run)
    if any(word in _ALSO_WORDS or word in _OF_BOOKS for word in words):
        return True
    return len(words) > 1 and (words[0] in _TITLE_WORDS or bool(_INSTITUTION.search(run)))


def _is_acronym(word: str) -> bool:
    return bool(_ACRONYM.match(word)) and len(word) > 1


def _is_in_capitals(text: str) -> bool:
    letters = [one for one in text if one.isalpha()]
    return " " in text.strip() and len(letters) > 4 and sum(one.isupper() for one in letters) > 0.8 * len(letters)


def _is_in_title_case(text: str) -> bool:
    """Whether a heading has capitals everywhere, as Some Headings Have, so that they tell nothing."""
    if text.rstrip().endswith((".", "?", "!")):
        return False
    words = _LETTERS_OF_A_WORD.findall(text)
    long = [word[0].isupper() for word in words if len(word) > 3]
    if len(long) > 3 and sum(long) > _MOST_OF_A_TITLE * len(long):
        return True
    telling = [word[0].isupper() for word in words if word.title() not in _BEGIN_WORDS | _SMALL_IN_TITLES]
    # 'Mark and Bill' is two names.
    joints = sum(word in ("and", "or") for word in words)
    return len(telling) > 1 and all(telling) and len(words) > len(telling) + joints


# Bodies whose names are plain words.
_WELL_KNOWN = re.compile(
    r"\b(?:United Nations|(?:State|Justice|Labor) Department|White House|Supreme Court|Red (?:Cross|Crescent)"
    r"|World Bank"
    r"|Peace Corps|Amnesty International|European Union|Human Rights Watch|Nobel|Pulitzer)\b",
    re.IGNORECASE,
)
_INSTITUTION = re.compile(
    r"\b(?:Nations|Department|Ministry|Government|University|Institute|Committee|Commission|Court|Congress|Senate"
    r"|Parliament"
    r"|Bureau|Agency|Organi[sz]ation|Bank|Church|Embassy|International|Council|Office|House|Police|Times|Post"
    r"|News|report"
    r"|government|ministry|police|embassy|[A-Z]{2,})\b"
)


def is_institution(words: str) -> bool:
    """Whether a name, or whoever says something, is a body and no person."""
    return bool(_INSTITUTION.search(words))
