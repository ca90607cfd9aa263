"""What a quotation leaves out that may carry the sense, for a person to weigh: a frame in the sentence before, a word
between words that stay, the first words of a sentence."""

import re
from collections.abc import Iterable, Iterator
from itertools import islice, pairwise

from talkbuilder.evidence.cues import negations
from talkbuilder.evidence.limits import FUNCTION, REPORTED
from talkbuilder.evidence.normal import Range, lowered
from talkbuilder.evidence.post_text import PostText
from talkbuilder.evidence.words import PASTS

_NAMED = re.compile(r"'([^\[\]]+)'(?=: is it needed)")
_MOST_BETWEEN = 6  # words: more of them are a part of the sentence, and no word of it
_MOST_FIRST = 2
_MOST_JOINED = 5
_WORDS = re.compile(r"[\w'-]+")
_PARTS = re.compile(r"[,;:()\"-]\s|\s[-(\"]|[,;:]\Z")  # what stands between these is set off, and missed by nobody
_LAST = re.compile(r"[\w'-]+\Z")
_OBJECTS = frozenset(  # with which begins what a verb is about
    (
        *("the", "a", "an", "this", "that", "these", "those", "my", "our", "your", "his", "her", "their", "its"),
        *("what", "how", "why", "where", "whether", "it", "him", "them", "me", "us", "you", "all", "some", "every"),
    )
)
# What may reach over the end of its sentence; ', they say,' and 'officially' do not.
_GOVERNING = re.compile(
    r"\baccording to\b|\bin the (?:words|opinion|view|eyes) of\b|\b(?:legend|rumou?r) ha[sd] it\b"
    r"|\bthe (?:story|rumou?r) goes\b"
    r"|\b(?:common|popular|usual|general|widespread|public|traditional) (?:idea|belief|view|opinion|wisdom|saying)s?\b"
    r"|\b(?:is|was|are|were) (?:common|usual|customary) to (?:think|say|believe)\b"
    r"|(?<!, )\b(?:people|they|some|many|most|everybody|everyone|neighbours|villagers) "
    r"(?:(?:often|all|also|always|still) )?(?:say|said|think|thought|believe|believed|claim|claimed)\b"
    r"|\b(?:is|was) (?:\w+ly |often )?(?:said|believed|thought|held|assumed|supposed) (?:that|to)\b"
)
_NEXT = re.compile(r" (?P<first>[\w'-]+)(?: [\w'-]+){0,2}")
_LINKS = frozenset(
    re.findall(
        r"\w+",
        "among around between through during since until within without toward towards near "
        "upon across along against above below behind inside outside despite per via like who whose such therefore",
    )
)
_LIMITS = frozenset(
    ("in", "on", "at", "for", "with", "by", "to", "before", "after", "during", "without", "from", "under")
)
_WHO = frozenset({"i", "we", "he", "she", "they", "you", "it", "there", "this", "that"})  # and then a verb
_STARTERS = frozenset(  # of a sentence, and no limit of what it is about
    re.findall(
        r"\w+",
        "yes oh well now indeed also thus today still yesterday tomorrow one each every once again her his its my our "
        "their your everybody everyone nobody somebody someone",
    )
)

# Right before a noun these tell of whom it is said: 'these monks break their vows' are not all monks.
_WHOSE = re.compile(
    r"\b(?P<words>th(?:e|o)se|my|our|your|his|her|their|its|such|certain|other)[\"'( ]+\Z", re.IGNORECASE
)
_GIVEN = re.compile(r"\b(?P<verb>\w+) her \Z")  # 'gave her apples': she got them, and they are not hers
_MANY = frozenset(("people", "men", "women", "children", "police", "mice", "geese", "oxen"))
_NO_PLURAL = re.compile(r"(?:ss|us|is)\Z|\A(?:has|was|does|is|says|this|his|always|perhaps)\Z")


def once(reasons: Iterable[str]) -> Iterator[str]:
    """Reasons, of those that name the same words or a part of them one alone: three say no more than one."""
    told: list[str] = []
    for reason in reasons:
        named = _NAMED.search(reason)
        if named is None or not any(named[1] in one or one in named[1] for one in told):
            yield reason
        told += [named[1]] if named else []


def framed(post_text: PostText, start: int) -> Iterator[str]:
    """The frame of the sentence before, under which a quotation may still stand: 'According to common belief, …'."""
    left = post_text.sentence(start, start + 1)[0]
    if left == 0 or post_text.paragraph(left) == left:
        return
    before, end = post_text.sentence(left - 1, left)
    before, end = post_text.of_one_voice(before, end, end - 1, end)
    if len(set(post_text.speakers(before, start + 1))) > 1:
        return
    sentence = lowered(post_text.text[before:end])
    if found := _GOVERNING.search(sentence):
        yield f"the sentence before says '{found[0]}': does what is quoted stand under that, too?"


def left_between(post_text: PostText, places: tuple[Range, ...]) -> Iterator[str]:
    """The few words of a clause that an omission takes out between words that stay: 'forcibly'."""
    for (_, before), (behind, _) in pairwise(places):
        gap = post_text.text[before:behind]
        count = len(_WORDS.findall(gap))
        is_one_sentence = post_text.sentence(before - 1, before) == post_text.sentence(behind, behind + 1)
        is_set_off = post_text.text[before - 1] in ",;:(" or _PARTS.search(gap)
        if 0 < count <= _MOST_BETWEEN and is_one_sentence and not is_set_off:
            yield f"it leaves out '{gap.strip()}': is it needed?"


def other_object(post_text: PostText, places: tuple[Range, ...]) -> Iterator[str]:
    """A verb that loses its object and takes what is left for one: 'fear [the winter, or laugh at] the wolves'."""
    for (_, before), (behind, _) in pairwise(places):
        if post_text.sentence(before - 1, before) != post_text.sentence(behind, behind + 1):
            continue
        gap, verb = post_text.text[before:behind], _LAST.search(post_text.text, 0, before)
        left_out, rest = _WORDS.findall(lowered(gap)), _NEXT.match(post_text.text, behind - 1)
        if not (verb and rest and gap[:1] == " " and gap[1:2].isalpha() and left_out[0] in _OBJECTS):
            continue
        is_list = lowered(rest["first"]) in _OBJECTS and (left_out[-1] in ("and", "or") or gap.rstrip().endswith(","))
        if lowered(verb[0]) not in FUNCTION | _LINKS and not is_list:
            yield f"it takes out what the post has behind '{verb[0]}': does '{rest[0].strip()}' belong to it?"


def left_before(post_text: PostText, start: int) -> Iterator[str]:
    """The first words of a sentence where they belong to what is quoted: 'Adult' victims, 'My friends and' I."""
    left = post_text.sentence(start, start + 1)[0]
    left, _ = post_text.of_one_voice(left, start, start, start + 1)
    head = post_text.text[left:start].strip(" \"'(")
    words = _WORDS.findall(lowered(head))
    if not words or not head[-1].isalnum() or words[0] in _WHO or post_text.text[start - 1] in "\"'":
        return
    is_joined = len(words) <= _MOST_JOINED and len(words) > 1 and words[-1] in ("and", "or") and "," not in head
    if is_joined or (len(words) <= _MOST_FIRST and _is_limit(words, post_text.text[start:])):
        yield f"the sentence begins with '{head}': is it needed?"


def whose(post_text: PostText, start: int) -> Iterator[str]:
    """A 'these' or 'his' right before the quotation, without which its first noun is all of its kind."""
    left = post_text.sentence(start, start + 1)[0]
    left, _ = post_text.of_one_voice(left, start, start, start + 1)
    head = post_text.text[left:start]
    found, given = _WHOSE.search(head), _GIVEN.search(head)
    first = (one[0] for one in islice(_WORDS.finditer(post_text.text, start), 2))
    noun = next(filter(_is_plural, first), "")
    if found and noun and not (given and (given["verb"].endswith("ed") or given["verb"] in PASTS)):
        yield f"it cuts off the '{found['words']}' before '{noun}': is it needed?"


def _is_plural(word: str) -> bool:
    low = word.lower()
    return low in _MANY or (low.endswith("s") and not _NO_PLURAL.search(low))


def left_behind(post_text: PostText, end: int) -> Iterator[str]:
    """The next words of a clause that is cut before it says all: 'the guard helped | thieves to the boat'."""
    right = post_text.sentence(end - 1, end)[1]
    _, right = post_text.of_one_voice(end - 1, right, end - 1, end)
    found = _NEXT.match(post_text.text, end, right)
    if found is None or post_text.text[end - 1] in ".!?":
        return
    first = lowered(found["first"])
    if first not in FUNCTION | _LINKS or (first in _LIMITS and _is_denied(post_text, end)):
        yield f"the sentence goes on with '{found[0].strip()}': is it needed?"


def _is_denied(post_text: PostText, end: int) -> bool:
    """Whether a cut clause denies something, which may hold only for what follows: 'no lessons | in two shifts'."""
    left = post_text.sentence(end - 1, end)[0]
    clause = _PARTS.split(post_text.text[left:end])[-1]
    return bool(negations(clause))


def _is_limit(head: list[str], behind: str) -> bool:
    """Whether the first words may be a limit of the noun behind them, and no time, place or subject."""
    first = _WORDS.search(lowered(behind))
    if first is None or first[0] in FUNCTION or head[0] in FUNCTION | _STARTERS:
        return False
    return head[-1] not in FUNCTION | REPORTED | _STARTERS
