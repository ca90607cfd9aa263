"""What a quotation declares to differ from its post: `[…]` omits, `[word]` inserts, `[T]he` changes a letter's case."""

import re
from collections.abc import Callable, Iterator

from msgspec import Struct

from talkbuilder.claims.figures import figures
from talkbuilder.claims.normal import lowered
from talkbuilder.claims.operators import found
from talkbuilder.claims.texts import irregular_verbs, stem, word_set
from talkbuilder.diagnostics import Diagnostic
from talkbuilder.evidence.library.quotes import Quote

_MOST_INSERTED = 3  # words: a name, a pronoun, a tense; more than that is somebody else's sentence
_EDIT = r"\[(?P<omission>…)\]|\[(?P<letter>[^\W\d_])\](?=\w)|\[(?P<insert>[^\[\]]+)\]"
_BESIDE = r"\W*(?:\w\W+)?"  # a single letter between them hides nothing
_WORD = r"\w"
_ENDINGS = frozenset({"s", "es", "d", "ed", "n", "en", "ing", "'s"})  # of another tense or number: work[ed]
_SCALE = r"\b(?:hundred|thousand|million|billion)s?\b|%|\bper ?cent\b"
_TOKENS = r"[\w'-]+"
_MOST_NAMES = 3  # words of a name
# Of one verb, what stands for it in another tense; of another number it would be said of others.
_TENSES = {
    "is": ("was",),
    "am": ("was", "is"),
    "are": ("were", "is"),
    "was": ("is",),
    "were": ("are",),
    "has": ("had",),
    "have": ("had", "has"),
    "had": ("has", "have"),
    "do": ("did", "does"),
    "does": ("did",),
}
_PRONOUNS = word_set("""
    i me my mine myself we us our ours you your he him his she her hers it its they them their theirs this that
    these those one
""")
_ARTICLES = word_set("the a an this that his her their its my our")
_TENSE_ENDINGS = ("ing", "ed", "es", "s", "d", "")


class Piece(Struct, frozen=True):
    """Words that must stand in the post, and what is declared to stand before them: nothing, an omission, an insert."""

    words: str
    after_omission: bool = False
    other_case: bool = False  # of the first letter
    after_insert: str = ""  # the words in brackets right before them


class Insert(Struct, frozen=True):
    """Words in brackets, and where in the quotation they are."""

    words: str
    before: str  # the quotation up to it
    behind: str

    @property
    def is_first(self) -> bool:
        return not re.search(_WORD, self.before)

    @property
    def is_last(self) -> bool:
        return not re.search(_WORD, self.behind)

    @property
    def is_beside_omission(self) -> bool:
        before, behind = self.before.rpartition("[…]"), self.behind.partition("[…]")
        return bool(before[1] and _is_next(before[2])) or bool(behind[1] and _is_next(behind[0]))


class Reading(Struct, frozen=True):
    pieces: tuple[Piece, ...]
    inserts: tuple[Insert, ...] = ()


def readings(text: str, is_in_post: Callable[[str], bool]) -> Iterator[Reading]:
    """How a quotation with brackets may be meant: some of them may be the post's own."""
    if "[" not in text:
        yield Reading((Piece(text),))
        return
    own = {found[0] for found in re.finditer(_EDIT, text) if is_in_post(found[0])}
    if own:
        yield _read(text, own)
    yield _read(text, set())


def _read(text: str, own: set[str]) -> Reading:
    pieces: list[Piece] = []
    inserts: list[Insert] = []
    at, omitted, letter, put = 0, False, "", ""
    for edit in (*(hit for hit in re.finditer(_EDIT, text) if hit[0] not in own), None):
        words = letter + text[at : edit.start() if edit else len(text)]
        if re.search(_WORD, words):
            words = words.strip() if not letter else words.rstrip()
            pieces.append(Piece(words, omitted, bool(letter), put))
            omitted, put = False, ""
        if edit is None:
            break
        omitted = omitted or bool(edit["omission"])
        letter = edit["letter"] or ""
        if edit["insert"]:
            inserts.append(Insert(edit["insert"], text[: edit.start()], text[edit.end() :]))
            put = "" if put else edit["insert"]  # of two side by side nobody knows which one stands for the post's
        at = edit.end()
    return Reading(tuple(pieces), tuple(inserts))


def misused(quote: Quote, insert: Insert, dropped: str, paragraph: str, replaced: str = "") -> Iterator[Diagnostic]:
    """What is wrong with an insert; whether it changes what is meant, a person judges. `dropped` is what the quotation
    cuts off on its side, `paragraph` what is around it in the post, both in small letters; `replaced` are words of the
    post in whose place it stands."""
    if insert.is_beside_omission:
        yield beside_omission(quote, insert)
    elif not (keeps_words(insert, dropped) or is_other_tense(lowered(insert.words).strip(), lowered(replaced).strip())):
        yield from _put_in(quote, insert, paragraph)
        yield from _rewriting(quote, insert)


def _rewriting(quote: Quote, insert: Insert) -> Iterator[Diagnostic]:
    """That it makes other words of the post's, or says more than who or what is meant."""
    if (glued := _glued(insert)) and glued not in _ENDINGS:
        hint = "put whole words in brackets, or an ending: work[ed]"
        message = f"'[{insert.words}]' makes another word of the post's"
        yield Diagnostic("E145", message, quote.text.span, hint)
    if len(re.findall(_TOKENS, _run(insert))) > _MOST_INSERTED:
        message = f"more than {_MOST_INSERTED} words are put in with '[{insert.words}]'"
        yield Diagnostic("E145", message, quote.text.span, "put in only what says who or what is meant")


def beside_omission(quote: Quote, insert: Insert) -> Diagnostic:
    hint = "quote the post's own words there: an insert explains, and never replaces"
    message = f"'[{insert.words}]' stands next to an omission, and so in place of the post's words"
    return Diagnostic("E145", message, quote.text.span, hint)


def _is_next(between: str) -> bool:
    return re.fullmatch(_BESIDE, between + " ") is not None


def keeps_words(insert: Insert, dropped: str) -> bool:
    """Whether an insert only keeps the post's own words where the sentence is cut."""
    if not (insert.is_first or insert.is_last):
        return False
    return re.search(rf"(?<!\w){re.escape(lowered(insert.words).strip())}(?!\w)", dropped) is not None


def _put_in(quote: Quote, insert: Insert, paragraph: str) -> Iterator[Diagnostic]:
    numbers = figures(insert.words)
    is_other_year = any(one.is_year and insert.words[one.start : one.end] not in paragraph for one in numbers)
    if is_other_year or any(not one.is_year for one in numbers) or re.search(_SCALE, lowered(insert.words)):
        message = f"'{insert.words}' is put in, and no post says it"
        yield Diagnostic("E108", message, quote.text.span, "put in no figure but a year that stands nearby")
    for put in found(insert.words, "negation")[:1]:
        message = f"'{put.words}' is put in, which reverses the meaning"
        yield Diagnostic("E106", message, quote.text.span, "put in only what says who or what is meant")


def _glued(insert: Insert) -> str:
    """What an insert makes one word with the post's words; nothing where there are blanks."""
    if insert.behind[:1].isalnum() or insert.before[-1:].isalnum():
        return lowered(insert.words) if not insert.behind[:1].isalnum() else f"{insert.words}-"
    return ""


def _run(insert: Insert) -> str:
    """An insert with those that stand right before and behind it."""
    before = re.search(r"(?:\[[^\[\]…]+\]\W*)*\Z", insert.before)
    behind = re.match(r"(?:\W*\[[^\[\]…]+\])*", insert.behind)
    return f"{before[0] if before else ''} {insert.words} {behind[0] if behind else ''}"


def may_stand_for(insert: str, gap: str) -> bool:
    """Whether what is put in may replace the few words of the post that stand between two pieces of a quotation."""
    own, post = re.findall(_TOKENS, lowered(insert)), re.findall(_TOKENS, gap)
    if not own or not post or re.search(r"[.;:!?,\"()]", gap.strip()):
        return False
    if len(own) == len(post) == 1 and is_other_tense(own[0], lowered(post[0])):
        return True
    if lowered(gap.strip()) in _PRONOUNS:
        return True
    if not all(word[0].isupper() for word in post) or len(post) > _MOST_NAMES:
        return False
    is_same_name = any(word in own for word in re.findall(_TOKENS, lowered(gap)))
    return is_same_name or own[0] in _ARTICLES or lowered(insert.strip()) in _PRONOUNS


def is_other_tense(one: str, other: str) -> bool:
    """Whether two words are forms of one verb: are and were, work and worked."""
    if one in _TENSES.get(other, ()):
        return True
    if {one, other} & irregular_verbs():
        return one != other and stem(one) == stem(other)
    return one != other and not _roots(one).isdisjoint(_roots(other))


def _roots(word: str) -> frozenset[str]:
    """What may be left of a word without the ending of a tense: 'mov' of moved, moves and moving."""
    if len(word) < 4:
        return frozenset((word,))
    bare = {word[: len(word) - len(ending)] for ending in _TENSE_ENDINGS if word.endswith(ending)}
    return frozenset(one.removesuffix("e") for one in bare if len(one) > 2)
