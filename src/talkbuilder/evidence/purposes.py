"""What something is for, or what somebody only wishes for, must not become a deed: 'a plan to drain the marsh'."""

import re
from collections.abc import Iterator

from talkbuilder.evidence.meanings import is_explained
from talkbuilder.evidence.normal import lowered
from talkbuilder.evidence.wording import SPOKEN, Bend, Passage, Word, Wording, wording
from talkbuilder.evidence.words import PASTS, stems

_ADVERB = r"(?:(?:\w+ly|better|further|even|also|more) )?"
_PURPOSE = re.compile(
    r"\b(?P<words>(?:designed|intended|meant|supposed|destined|created|founded|launched|set up|introduced|established"
    r"|formed|built|drafted|written) to|(?:aimed|aiming|aims?|directed|targeted) (?:at|to)|in order to|so as to"
    r"|(?:with|for) the (?:aim|goal|intention|hope|idea) of|in (?:an|the) (?:effort|attempt|hope|bid)"
    r" (?:to|of)|(?:program(?:me)?|plan|campaign|project|law|bill|measure|scheme|strategy|initiative|attempt|effort"
    r"|proposal|appeal|petition|promise|pledge|fund|grant|mandate|task|mission|bid|request|vow|threat)s? to)"
    rf" (?:not )?{_ADVERB}(?P<deed>[\w'-]+)"
)
# Of whom one 'would love to' or is 'thinking of' doing something, it is not told that they do it.
_WISH = re.compile(
    r"\b(?P<words>(?:(?:would|should|i'd|we'd|he'd|she'd|they'd) (?:(?:\w+ly|also|still|so|much|even|all) )?"
    r"(?:(?:prefer|like|love|hate|be (?:glad|happy|willing|ready))(?: not)? to|rather|sooner)"
    r"|(?:tempted|inclined|keen|eager|anxious|itching|longing|dying|willing)(?: not)? to)"
    r" (?P<plain>[\w'-]+)"
    r"|(?:(?:think|dream|talk|speak)(?:s|ing)?|thought|dreamed|dreamt|talked|spoke|idea|thought|notion) (?:of|about)"
    r" (?P<of>\w+ing)"
    r"|(?:consider(?:s|ed|ing)?|contemplat(?:es|ed|ing)|(?:feel|feels|felt|feeling) like) (?P<like>\w+ing))\b"
)
# With what else one only begins to speak.
_SPOKEN = SPOKEN | stems("tell share point know see hear ask invite dedicate begin start be have do")
# Their past is their plain form.
_UNCHANGED = frozenset(
    ("quit", "cut", "put", "set", "let", "shut", "hit", "hurt", "split", "spread", "cast", "burst", "shed", "beat")
)
_NEAR = 3  # words before a deed in which stands what keeps it a wish
_KEEPS = re.compile(
    r"\b(?:to|for|aim(?:s|ed|ing)|intend(?:s|ed)|meant|designed|planned|plans? to|suppos\w+|hop(?:es|ed|ing)|promised"
    r"|should|shall|will|would|could|can|may|might|must|try|tries|tried|trying|attempted|seeks?|sought|want(?:s|ed)"
    r"|ought)\b"
)
_FOR = re.compile(
    r"\b(?P<words>in order (?:not )?to|so as (?:not )?to|so that|for the (?:sake|purpose|benefit) of|with a view to"
    r"|with the (?:aim|goal|intention|purpose|idea|object) of)\b"
)
_TELLS_FOR = frozenset(
    (
        *("to", "for", "so", "that", "order", "aim", "goal", "purpose", "intention", "intending", "lest", "hope"),
        *("hoping", "meaning", "planning", "wanting", "idea", "thought", "might", "would", "could"),
    )
)
_TO_DEED = 5  # words before a deed among which stands what makes a purpose of it
_NO_DEED = frozenset(("be", "have", "do", "the", "a", "an", "get", "make", "take", "go", "come"))
_REACH = 6  # words before a deed in which 'to' or 'for' may stand


def bends(ours: Wording, passage: Passage) -> Iterator[Bend]:
    """A deed that the post tells only as what something is for."""
    yield from _wishes(ours, passage)
    theirs = passage.wording
    for found in _PURPOSE.finditer(lowered(passage.text)):
        if found["deed"] in _NO_DEED or not _is_near(found, passage):
            continue
        deed = next((one for one in theirs.words if one.start == found.start("deed")), None)
        if deed is None or any(_is_done(theirs, at) for at, one in enumerate(theirs.words) if one.stem == deed.stem):
            continue
        if any(_is_done(ours, at) for at, one in enumerate(ours.words) if one.stem == deed.stem):
            words = passage.text[found.start("words") : found.end("words")]
            hint = "tell what it is for, as the post does, and not as done"
            yield Bend("E123", f"it has lost the '{words}' of the post", hint)
            return


def reasons(says: str, passage: Passage) -> Iterator[str]:
    """A purpose that the post does not tell: 'they sold the harp so as to live on it'."""
    mine = _FOR.search(lowered(says))
    if mine is None:
        return
    behind = [word for word in wording(says).words if word.start >= mine.end() and word.is_content]
    if not behind:
        return
    words = passage.wording.words
    strange = next((word.text for word in behind if not is_explained(word.stem, passage.wording.all_stems)), "")
    places = [at for at, one in enumerate(words) if is_explained(behind[0].stem, frozenset((one.stem,)))]
    if strange:
        yield f"it says '{mine['words']}', and the post tells no purpose with '{strange}'"
    elif not any(one.text in _TELLS_FOR for at in places for one in words[max(0, at - _TO_DEED) : at]):
        yield f"it says '{mine['words']}', and the post does not tell '{behind[0].text}' as a purpose"


def _wishes(ours: Wording, passage: Passage) -> Iterator[Bend]:
    """A deed that the post tells only as what somebody would like, or thinks of."""
    theirs = passage.wording
    for found in _WISH.finditer(lowered(passage.text)):
        group = next(name for name in ("plain", "of", "like") if found[name])
        deed = next((one for one in theirs.words if one.start == found.start(group)), None)
        if deed is None or deed.stem in _SPOKEN or not _is_near(found, passage):
            continue
        if any(_is_done(theirs, at) for at, one in enumerate(theirs.words) if one.stem == deed.stem):
            continue
        if any(_is_done(ours, at, _NEAR) for at, one in enumerate(ours.words) if one.stem == deed.stem):
            words = passage.text[found.start() : found.start(group)].strip()
            yield Bend(
                "E123", f"it has lost the '{words}' of the post", "tell it as a wish or a thought, as the post does"
            )


def _is_near(found: re.Match[str], passage: Passage) -> bool:
    """Whether a purpose stands in what is pointed to, or reaches into it in the same clause."""
    start, end = passage.own
    if found.end() <= start:
        return not re.search(r"[;:.]", passage.text[found.end() : start])
    return found.start() < end


def _is_done(text: Wording, at: int, reach: int = _REACH) -> bool:
    """Whether a word tells a deed, and neither what is to be done nor how it may be."""
    word = text.words[at]
    is_past = word.text.endswith("ed") or word.text in PASTS or word.text in _UNCHANGED
    is_present = word.text.endswith("s") and not word.text.endswith("ss") and _is_behind_subject(text, at)
    if not (is_past or is_present):
        return False
    before = " ".join(one.text for one in text.words[max(0, at - reach) : at] if one.clause == word.clause)
    return not _KEEPS.search(before)


def _is_behind_subject(text: Wording, at: int) -> bool:
    return at > 0 and _is_noun(text.words[at - 1]) and text.words[at - 1].clause == text.words[at].clause


def _is_noun(word: Word) -> bool:
    return word.is_content and not word.text.endswith(("ed", "ly", "ing"))
