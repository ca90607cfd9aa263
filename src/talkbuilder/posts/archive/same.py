"""Which post a post is: one that is listed or kept already, or a new one, and then under which id."""

import re
import unicodedata
from collections import defaultdict, deque
from collections.abc import Iterator, Mapping
from hashlib import sha256

from talkbuilder.evidence.library.protected import hash_of
from talkbuilder.posts.archive.store import Kept
from talkbuilder.posts.importers.kind import ImportedPost
from talkbuilder.source.ids import as_id, is_device

_QUOTES = re.compile("[\"'`´‘’‚‛“”„‟«»‹›]")
_DASHES = re.compile("[‐-―−]")
_LONGEST_ID = 60
# Kazakh and Russian letters, as passports spell them; others are left out of an id.
_LATIN = str.maketrans(
    dict(zip("абвгдеёзийклмнопрстуфыэәғқңөұүһі", "abvgdeezijklmnoprstufyeagqnouuhi", strict=True))
    | {"ж": "zh", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ю": "yu", "я": "ya", "ъ": "", "ь": ""}
)


def key_of(title: str) -> str:
    """What is equal of titles that only differ in spaces, quote marks, dashes and capitals."""
    plain = _DASHES.sub("-", _QUOTES.sub("", unicodedata.normalize("NFKC", title)))
    return " ".join(plain.casefold().split())


def same_words(one: str, other: str) -> bool:
    """Whether texts only differ in spaces and in the kind of their quote marks, dashes and ellipses."""
    return one == other or _plain(one) == _plain(other)


def _plain(text: str) -> str:
    return " ".join(_DASHES.sub("-", _QUOTES.sub("'", text)).replace("...", "…").split())


def marked(title: str, salt: str) -> str:
    """What is committed in place of a title: who has the title can tell that it is this one."""
    return f"{salt} {hash_of(bytes.fromhex(salt), key_of(title))}"


class Known:
    """The posts that are known, by all that may tell one from another; each is found once in a file."""

    def __init__(self, titles: Mapping[str, str], posts: Mapping[str, Kept], marks: Mapping[str, str]) -> None:
        """`marks` are those of listed posts whose titles are not told."""
        self._marks = {id: mark for id, mark in marks.items() if id not in posts}
        self._found: set[str] = set()
        self._ids = {*titles, *posts}
        self._next: dict[str, int] = {}
        self._by: defaultdict[tuple[str, ...], deque[str]] = defaultdict(deque)
        for id in (*titles, *(id for id in posts if id not in titles)):
            keys = {key_of(titles[id])} if titles.get(id) else set()
            if id in posts:
                keys.add(key_of(posts[id].title))
            for key in keys:
                for trait in _traits(posts[id]) if id in posts else (("listed",),):
                    self._by[key, *trait].append(id)

    def claim(self, post: ImportedPost, hash: str, is_telling: bool = False) -> str:
        """The id of the post: that of the known one which it is, else a new one, with nothing of a title `is_telling`.

        A title that is listed without a text is taken at its word. Where a text is kept, a post of the same title is
        another one if its address differs or its date contradicts.
        """
        key = key_of(post.title)
        for id in [id for id, mark in self._marks.items() if marked(post.title, mark.split()[0]) == mark]:
            del self._marks[id]
            self._found.add(id)
            return id  # a text that is kept under another id is of an older list, and stays
        again = self._by.get((key, "text", hash))
        if again and again[-1] in self._found:
            return again[-1]  # the same post twice in one file
        for trait in _searched(post, hash):
            free = self._by.get((key, *trait), deque())
            while free and free[0] in self._found:
                free.popleft()
            if free:
                self._found.add(free[0])
                return free[0]
        id = self._new_id("notes" if is_telling else _base(post))
        self._found.add(id)
        self._by[key, "text", hash].append(id)
        return id

    def _new_id(self, base: str) -> str:
        id = base
        while id in self._ids:
            self._next[base] = self._next.get(base, 1) + 1
            id = f"{base}-{self._next[base]}"
        self._ids.add(id)
        return id


def _base(post: ImportedPost) -> str:
    return slug(post.title) or slug(post.slug) or f"post-{sha256(post.title.encode()).hexdigest()[:8]}"


def _traits(post: Kept) -> Iterator[tuple[str, ...]]:
    """What a kept post can be found by."""
    yield "text", post.sha256
    if post.url:
        yield "url", _address(post.url)
    yield ("any",)
    yield "date", post.date
    for cut in (4, 7, 10):
        if len(post.date) >= cut:
            yield "within", post.date[:cut]


def _searched(post: ImportedPost, hash: str) -> Iterator[tuple[str, ...]]:
    """By what a post is looked for, the surest first."""
    yield "text", hash
    if post.url:
        yield "url", _address(post.url)
    yield ("listed",)
    if not post.date:
        yield ("any",)
        return
    yield "within", post.date
    for cut in (7, 4):
        if len(post.date) > cut:
            yield "date", post.date[:cut]
    yield "date", ""


def _address(url: str) -> str:
    return re.sub(r"^https?://(?:www\.)?|/?(?:\?utm_[^#]*)?(?:#.*)?$", "", url.lower())


def slug(title: str) -> str:
    """Small letters, digits and hyphens: what is left of a title in an id."""
    spelled = _QUOTES.sub("", title.lower()).translate(_LATIN)
    letters = unicodedata.normalize("NFKD", spelled).encode("ascii", "ignore").decode()
    words = as_id(letters)
    if len(words) > _LONGEST_ID:
        words = words[: _LONGEST_ID + 1].rpartition("-")[0] or words[:_LONGEST_ID]
    return f"post-{words}" if is_device(words) else words
