"""The archive of imported sources: takes in what a file holds, adds what is new, and changes nothing else unasked."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from secrets import token_hex
from urllib.parse import urlsplit

import msgspec
from msgspec import Struct

from talkbuilder.diagnostics import Diagnostic, Refused, Report, also, near
from talkbuilder.evidence.library.derived import depends_on
from talkbuilder.evidence.library.exposed import kept_by
from talkbuilder.evidence.library.facts import Fact
from talkbuilder.evidence.library.library import Library
from talkbuilder.evidence.library.people import Person
from talkbuilder.evidence.library.protected import Protected
from talkbuilder.evidence.library.quotes import Quote
from talkbuilder.evidence.library.sources import CALLED, Kind, Source, with_article
from talkbuilder.evidence.proof.attribution import is_clear, overheard, told, unclear, whose
from talkbuilder.evidence.proof.post_text import PostText
from talkbuilder.evidence.proof.voices import heard_in, voice_words
from talkbuilder.posts.archive.listing import Listing, NewPerson, NewSource, add
from talkbuilder.posts.archive.protecting import is_calling, with_speakers, write_lists
from talkbuilder.posts.archive.same import Known, marked, same_words, slug
from talkbuilder.posts.archive.scrub import without_addresses
from talkbuilder.posts.archive.speaking import Speaker, Spoken, is_role, key_of, spoken
from talkbuilder.posts.archive.store import Store, hash_of, kept
from talkbuilder.posts.archive.tally import Heard, Tally, Whose, tell_left_out
from talkbuilder.posts.importers.kind import ImportedPost, Importer, title_of
from talkbuilder.source import addresses
from talkbuilder.source.dates import dates_in
from talkbuilder.source.fields import Broken
from talkbuilder.source.ids import is_id
from talkbuilder.source.nodes import shorten
from talkbuilder.source.project import Project
from talkbuilder.stages.read import read_library

_MOST_LISTED = 8
_HEADS, _MOST_IN_HEAD = 4, 8  # paragraphs at the beginning, and words of one that may tell of when a text is
_DAY = len("2012-04-18")
_ASKING = frozenset({"q", "question", "interviewer", "host", "moderator", "facilitator", "reporter"})
_ASKED, _ANSWERED = "An interviewer", "Somebody who was interviewed"
_ME, _MYSELF = "me", "The speaker"  # as a new folder has whoever uses it
_GUEST = "Another author of the blog"
PERSON = "PERSON"  # stands for whoever it is, where that is to be filled in
_QUOTING = frozenset({"report", "article"})  # which seldom quote, and then somebody whose words they are
_OPENS = re.compile(r'(?:[“„«]|(?<!\w)")(?=\w)')
_TITLE = 300  # characters; far beyond any title, and short enough for the index


class Asking(Struct, frozen=True):
    """Somebody who can be asked what neither a file nor the options tell; each answers "" where that is left open."""

    title: Callable[[str], str]  # of a file that tells none, with what it is called
    date: Callable[[str, str], str]  # of a title, with what its head tells
    # Who that is, with the names of those who are told already, and whose words a title holds: an id of people.yaml, or
    # what slides call them.
    who: Callable[[Speaker, Mapping[str, str]], str]
    by: Callable[[str], str]
    own: Callable[[str], bool | None]  # whether a page of that title is of one's own blog; None where that is left open


class Told(Struct, frozen=True, kw_only=True):
    """What somebody says of the sources of a file that does not tell it; "" for nothing."""

    date: str = ""
    kind: Kind | None = None
    by: str = ""  # an id of people.yaml, or what slides may call them
    voices: Mapping[str, str] = {}  # who is speaking behind which name: an id of people.yaml
    ask: Asking | None = None


_NOTHING = Told()


class Archive:
    """The posts of a talk folder."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._store = Store(root)
        self._listing: Listing
        self._credits: dict[str, str] = {}  # what slides call people who are new, by their ids
        self._resting: dict[str, tuple[list[str], list[str]]] | None = None

    @cached_property
    def _posts(self) -> Library:
        """What is told of the posts that are listed, and of people."""
        return read_library(Project(self._root), Report(), ("sources", "people"))

    @cached_property
    def protected(self) -> Protected:
        """What is protected, with what was imported since."""
        return kept_by(self._posts)[0]

    def telling(self) -> list[str]:
        """The sources that are listed under titles with protected names, by their ids."""
        return [id for id, title in Listing(self._root).titles.items() if self.protected.hits(title)]

    def take_in(
        self, name: str, data: bytes, importer: Importer, report: Report, update: bool = False, told: Told = _NOTHING
    ) -> Tally | None:
        """Imports a file: all of it, or nothing (None) where an error is reported.

        `update` lets it replace posts that have changed; `told` is what the file itself does not tell.
        """
        tally = Tally(name=name, format=importer.name)
        if told.by:
            told = msgspec.structs.replace(told, by=self._called(told.by) or self._named(told.by))
        try:
            with self._store.changing():
                self._settle()  # what an import that was killed had ready
                with self._store.preparing():
                    self._listing = Listing(self._root)
                    self._stage(data, importer, report, tally, update, told)
                    if report.failed:
                        return None
                    self._listing.check()
                    if tally.hidden:
                        write_lists(self._root, self.protected)
                    self._store.commit(self._listing.staged)
                self._settle()
        except Refused as fault:
            report(fault.diagnostic)
            return None
        return tally

    def settle(self) -> None:
        """Ends what an import that was killed had ready. Raises Refused where that cannot be done."""
        with self._store.changing():
            self._settle()

    def _settle(self) -> None:
        if (listed := self._store.settle()) is not None:
            add(self._root, listed)
            self._store.settled()

    def _stage(self, data: bytes, importer: Importer, report: Report, tally: Tally, update: bool, told: Told) -> None:
        hash = hash_of(data)
        known = Known(self._listing.titles, self._store.contents.posts, self._listing.marks)
        left_out: Counter[str] = Counter()
        cut_short: list[ImportedPost] = []
        undated: list[ImportedPost] = []
        named: set[str] = set()
        authors: dict[str, str] = {}
        for found in importer.posts(data, tally.name, report):
            if not isinstance(found, ImportedPost):
                left_out[found.why] += 1
                continue
            post = _tidied(found, told.date)
            # A whole blog asks nothing of each of its posts.
            told = told if importer.kind != "post" or found.is_page else msgspec.structs.replace(told, ask=None)
            post, is_titled = self._titled(post, tally.name, told), False
            if not post.date and importer.kind != "post" and len(likely := _likely_date(post, heads=0)) == _DAY:
                post, is_titled = msgspec.structs.replace(post, date=likely), True
            if told.ask and not post.date and post.title not in self._listing.titles.values():
                post = msgspec.structs.replace(post, date=told.ask.date(post.title, _likely_date(post)))
            heard = spoken(post, tuple(told.voices), told.kind == "interview")
            named |= {key_of(one.name) for one in heard.speakers}
            post = _without_name(post, heard)
            kind, is_guessed = (told.kind, False) if told.kind else self._kind(post, importer, heard, told)
            own = self._told_of(heard, kind, told)
            unnamed = self._unnamed(post, zip(heard.speakers, own, strict=True))
            names = with_speakers(self.protected, (one for one in unnamed if not is_calling(one)), post.text)
            id, hears = self._stage_post(post, heard, hash, known, report, update, tally, names)
            speakers = self._speakers(id, heard, own, told, tally, names) if hears else ()
            if hears and (line := self._moved(id, post, kind, told, tally)):
                report(_moved(id, line, tally.name))
            self._protect(id, post, tally)
            if is_titled and id not in self._listing.titles:
                tally.titled[id] = post.date
            if is_guessed and id not in self._listing.titles:
                tally.guessed.append(id)
            self._list(id, post, kind, told, speakers, tally)
            authors |= {id: post.author} if post.author and kind == "post" and not told.by else {}
            self._weigh(id, post, heard if hears else Spoken(), kind, speakers, tally)
            if differing := tuple(self._differing(id, told, heard, tells_date=bool(_date(found.date)))):
                tally.unchanged[id] = differing
            cut_short += [post] if post.cut_short else []
            undated += [post] if not (post.date or id in self._listing.titles) else []
        self._credit(authors, tally)
        if unheard := [one for one in told.voices if key_of(one) not in named]:
            report(_unheard(unheard[0], tally))
        tally.left_out = dict(sorted(left_out.items()))
        tally.cut_short, tally.undated = len(cut_short), len(undated)
        if not report.failed:
            for fault in _faults(tally, cut_short, undated):
                report(fault)
            copy = without_addresses(data) if importer.has_addresses else (data,)
            self._store.stage_original(hash, tally.name, importer.name, copy)

    def _titled(self, post: ImportedPost, name: str, told: Told) -> ImportedPost:
        """A post of which only the file's name tells a title, under the one that somebody gives it, now or before."""
        if post.title != title_of(name):
            return post
        contents = self._store.contents
        files = {hash for hash, one in contents.files.items() if one.name == name}
        kept = (one.title for one in contents.posts.values() if one.file in files)
        title = next(kept, "") or (told.ask.title(post.title).strip() if told.ask else "")
        return msgspec.structs.replace(post, title=title[:_TITLE] or post.title)

    def _kind(self, post: ImportedPost, importer: Importer, heard: Spoken, told: Told) -> tuple[Kind, bool]:
        """What a source is, and whether that is only guessed: a page from another site than the posts that are here is
        no post of theirs, and one by somebody else than who gives the talks neither."""
        if heard.speakers and importer.kind != "post":
            return "interview", False
        if importer.kind != "post" or not post.is_page:
            return importer.kind, False
        if post.is_news or (told.by and not self._is_own(told.by)):
            return "article", False
        sites = {urlsplit(one.url).hostname for one in self._store.contents.posts.values() if one.url}
        if not told.by and post.url and sites:
            return "post" if urlsplit(post.url).hostname in sites else "article", False
        if told.by or post.title in self._listing.titles.values():
            return "post", False
        is_own = told.ask.own(post.title) if told.ask else None
        return "article" if is_own is False else "post", is_own is None

    def _told_of(self, heard: Spoken, kind: Kind, told: Told) -> list[str]:
        """Who the speakers are, as options and people.yaml tell it; "" for each whom they do not name."""
        voices = {key_of(name): who for name, who in told.voices.items()}
        meant: Sequence[Speaker] = ()
        if kind == "interview" and told.by:
            meant = _asking(heard.speakers) if self._is_own(told.by) else _answering(heard.speakers)
        named = (voices.get(key_of(one.name), "") or self._called(one.name) for one in heard.speakers)
        return [who or (told.by if one in meant else "") for one, who in zip(heard.speakers, named, strict=True)]

    def _is_own(self, who: str) -> bool:
        """Whether somebody is who gives the talks."""
        return who in (_ME, *(one.id for one in self._posts.authors))

    def _speakers(
        self, id: str, heard: Spoken, own: Sequence[str], told: Told, tally: Tally, names: Protected
    ) -> tuple[str, ...]:
        """Who the speakers of a source are, ids of people.yaml; of those whom nobody names, new ones. So are those
        whose ids or credits hold one of the `names`, for what is committed tells none."""
        listed = self._listed(id)
        known = [one.value for one in listed.speakers] if listed else []
        is_new = id not in self._listing.titles
        found = []
        taken = {who: one.name for one, who in zip(heard.speakers, own, strict=True)}
        for number, one in enumerate(heard.speakers):
            who = known[number] if number < len(known) else own[number]
            unnamed = f"{id}-speaker-{number + 1}"
            if not who and is_new:
                who = (self._named(told.ask.who(one, taken)) if told.ask else "") or unnamed
                taken[who] = one.name
            is_added = is_new and who not in self._posts.people
            if is_added and any(map(names.hits, (who, self._credits.get(who, "")))):
                tally.renamed[who] = who = unnamed
            tally.speakers.append(Heard(id, one.name, one.lines, who, is_added))
            found.append(who)
        if not is_new and len(known) < len(heard.speakers):
            tally.unlisted[id] = f"speakers: [{', '.join(one or PERSON for one in found)}]"
        return tuple(found)

    def _moved(self, id: str, post: ImportedPost, kind: Kind, told: Told, tally: Tally) -> str:
        """The line that names who speaks in a source whose new text has its speakers in another order than the one
        that was listed, which goes by it; "" where they are where they were."""
        listed, before = self._listed(id), self._store.text(id)
        if before is None or listed is None:
            return ""
        old = spoken(msgspec.structs.replace(post, text=before), tuple(told.voices), kind == "interview").speakers
        known = {key_of(one.name): who.value for one, who in zip(old, listed.speakers, strict=False)}
        heard = [(key_of(one.name), one.who) for one in tally.speakers if one.post == id]
        if len(old) != len(listed.speakers) or all(known.get(name, who) == who for name, who in heard):
            return ""
        return f"speakers: [{', '.join(known.get(name, PERSON) for name, _ in heard)}]"

    def _named(self, answer: str) -> str:
        """The id of somebody whom the user tells by it, or by what slides call them; one that is new is called so."""
        id = answer if is_id(answer) else slug(answer)
        if id and id not in self._posts.people:
            credit = answer[:1].upper() + (answer[1:].replace("-", " ") if is_id(answer) else answer[1:])
            self._credits[id] = _MYSELF if id == _ME else credit
        return id

    def _called(self, name: str) -> str:
        """Whom people.yaml knows by a name: the id of one whose credit it is, or of its one author; "" for nobody."""
        people = [*self._posts.of(Person)]
        authors = [one.id for one in people if one.role == "author"]
        if name == _ME and _ME not in self._posts.people and len(authors) == 1:
            return authors[0]
        return next((one.id for one in people if key_of(one.credit.value) == key_of(name)), "")

    def _list(
        self, id: str, post: ImportedPost, kind: Kind, told: Told, speakers: tuple[str, ...], tally: Tally
    ) -> None:
        """Prepares an entry of assets/sources.yaml, unless there is one, or nobody tells its date."""
        if not post.date or id in self._listing.titles:
            return
        title, is_post = " ".join(post.title.split()), kind == "post"
        publisher, url = ("", "") if is_post else (" ".join(post.publisher.split()), post.url)
        url = url if addresses.is_web_address(url) else ""
        publisher, url = ("" if self.protected.hits(one) else one for one in (publisher, url))
        mark = cite_as = ""
        if _is_telling(post, self.protected):
            mark, title = marked(title, token_hex(8)), ""
            cite_as = f"{with_article(CALLED[kind]).capitalize()} of {post.date[:4]}"
            tally.untitled.append(id)
        people = tuple(
            NewPerson(
                id=one.who,
                credit=self._credits.get(one.who) or (_ASKED if _asks(one.name) else _ANSWERED),
                role="source" if kind == "interview" else "critic",
            )
            for one in tally.speakers
            if one.post == id and one.is_new
        )
        by = told.by
        if told.ask and not by and not is_post and not speakers and (answer := told.ask.by(title)):
            by = self._called(answer) or self._named(answer)
        if by in self._credits and by not in self._posts.people and by not in speakers:
            people += (
                NewPerson(id=by, credit=self._credits[by], role="author" if by == _ME else "source", is_known=True),
            )
        told_of = id, kind, by, title, mark, cite_as, publisher, post.date, url, speakers, people
        self._listing.stage(NewSource(*told_of))
        if any(one.id == by for one in people):
            hint = near(by, self._posts.people)
            meant = f"; {hint}" if hint.startswith("did you mean") else ""
            tally.publishers[by] = f"'{self._credits.get(by, by)}'{meant}"
        if not by and not is_post and not speakers:
            tally.nobodys_sources[id] = kind

    def _protect(self, id: str, post: ImportedPost, tally: Tally) -> None:
        """Puts on the list the names before the lines of those whom nothing says may be named, once they are listed."""
        if not post.date or id in self._listing.titles:
            return
        names = list(self._unnamed(post, ((one, one.who) for one in tally.speakers if one.post == id)))
        tally.roles += filter(is_calling, names)
        unnamed = [one for one in names if not is_calling(one)]
        self.protected = with_speakers(self.protected, unnamed, post.text)
        tally.hidden += filter(self.protected.hits, unnamed)

    def _unnamed(self, post: ImportedPost, heard: Iterable[tuple[Speaker | Heard, str]]) -> Iterator[str]:
        """The names of speakers, each given with who that is, as far as people.yaml does not tell them and nobody has
        published them as their own: the blogger's are no secret, nor are the blog's."""
        blogger = self._posts.people.get(self._posts.blogger or "")
        own = [post.author, post.publisher, blogger.credit.value if isinstance(blogger, Person) else ""]
        site = "".join(post.url.replace("-", "").split("/")[2:3]).split(".")
        for one, who in heard:
            person, words = self._posts.people.get(who), {*key_of(one.name).split()}
            told = {*key_of(person.credit.value).split(), *who.split("-")} if isinstance(person, Person) else set[str]()
            untold = [word for word in one.name.split() if key_of(word) not in told]
            is_told = not untold or (isinstance(person, Person) and person.may_be_named)
            is_own = any(words <= {*key_of(name).split()} for name in own) or "".join(key_of(one.name).split()) in site
            if not (is_role(one.name) or is_told or is_own):
                yield " ".join(untold)

    def _credit(self, authors: Mapping[str, str], tally: Tally) -> None:
        """Names whose words posts hold that another has written than who wrote the blog: who wrote most of them,
        unless people.yaml knows somebody of theirs as the author."""
        known = {
            name: self._called(name) or (slug(name) if slug(name) in self._posts.people else "") or self._wrote(name)
            for name in authors.values()
        }
        mine = [name for name, id in known.items() if id and id == self._posts.blogger]
        strangers = Counter(name for name in authors.values() if not known[name])
        mine = mine or [name for name, _ in strangers.most_common(1)]
        for id, name in authors.items():
            who = known[name] or f"{id}-author"  # what is committed names nobody who may not be named
            new = () if known[name] else (NewPerson(id=who, credit=_GUEST),)
            if name not in mine and self._listing.credit(id, who, new):
                tally.guests[id] = Heard(id, name, 1, who, bool(new))
                known[name] = who

    def _wrote(self, name: str) -> str:
        """Who is listed as the author of what was imported before under that name; "" for nobody."""
        listed = (self._listed(id) for id, one in self._store.contents.posts.items() if name and one.author == name)
        return next((one.by.value for one in listed if one and one.by), "")

    def _differing(self, id: str, told: Told, heard: Spoken, tells_date: bool) -> Iterator[str]:
        """What somebody says of a source that is listed already, and that its entry tells otherwise."""
        if not (listed := self._listed(id)):
            return
        if told.kind not in (None, listed.kind):
            yield "kind"
        if told.by not in ("", self._posts.author_of(listed)):
            yield "by"
        if told.date not in ("", listed.date.value) and not tells_date:
            yield "date"
        voices = {key_of(name): who for name, who in told.voices.items()}
        for one, who in zip(heard.speakers, listed.speakers, strict=False):
            if voices.get(key_of(one.name), who.value) != who.value:
                yield "voice"
                return

    def _stage_post(
        self,
        post: ImportedPost,
        heard: Spoken,
        hash: str,
        known: Known,
        report: Report,
        update: bool,
        tally: Tally,
        names: Protected,
    ) -> tuple[str, bool]:
        """The id of a post, which tells none of the `names`, and whether who is speaking in it is now known as it
        was heard."""
        entry = kept(post, hash, heard.stretches)
        id = known.claim(post, entry.sha256, _is_telling(post, names))
        before = self._store.text(id)
        changed = before is not None and not same_words(before, post.text)
        tally.new += before is None
        tally.changed += changed
        tally.known += before is not None and not changed
        tally.posts += 1
        tally.words += entry.words
        tally.lost_links += len(post.lost_links)
        tally.pictures += len(post.pictures)
        tally.unbalanced += sum(map(_is_unbalanced, post.text.split("\n\n")))
        if changed:
            report(self._change(id, post.title, tally.name, update))
        if before is None or update:
            self._store.stage(id, entry, post.text)
            return id, True
        there = self._store.contents.posts[id]
        if post.date and not there.date:
            self._store.amend(id, date=post.date)
        if there.sha256 == entry.sha256 and not there.stretches:
            self._store.amend(id, stretches=entry.stretches)
        return id, self._store.contents.posts[id].stretches == entry.stretches

    def _weigh(
        self, id: str, post: ImportedPost, heard: Spoken, kind: Kind, speakers: Sequence[str], tally: Tally
    ) -> None:
        """What of a post is told beside its numbers: what it is, whose its passages are, and names in it."""
        kind = listed.kind if (listed := self._listed(id)) else kind
        tally.kinds[kind] = tally.kinds.get(kind, 0) + 1
        tally.nobodys += self._nobodys(id, kind, post.text, heard, speakers)
        if names := len(self.protected.hits(post.text)):
            tally.protected[id] = names

    def _listed(self, id: str) -> Source | None:
        """What sources.yaml says of a source that was there before."""
        listed = self._posts.sources.get(id)
        return listed if isinstance(listed, Source) else None

    def _nobodys(self, id: str, kind: Kind, text: str, heard: Spoken, speakers: Sequence[str]) -> Iterator[Whose]:
        """The passages of a source that no voice covers, and that are not known to be its author's."""
        quotes = [one.start() + 1 for one in _OPENS.finditer(text)] if kind in _QUOTING else []
        if not heard.stretches and not quotes and is_clear(text, kind):
            return
        listed = self._listed(id)
        voices = voice_words(listed.voices) if listed else ()
        # Of speakers who are not listed yet the line to add is told once, and not with each line of theirs.
        turns = heard_in(heard.stretches, [one or PERSON for one in speakers])
        post_text = PostText(text, voices, None, turns)
        places = (post_text.place(at, at + 1) for at in quotes)
        quoted = [one for place in places if (one := overheard(post_text, *place))]
        for one in dict.fromkeys((*unclear(post_text, kind), *quoted)):
            yield Whose(id, told(one, post_text, self.protected), one.why, whose(one, post_text, self.protected))

    def _change(self, id: str, title: str, name: str, update: bool) -> Diagnostic:
        """Tells that a post is no longer what it was, and what rests on it."""
        facts, quotes = self._rests_on(id)
        named = [f"{word} {_some(ids)}" for word, ids in (("facts", facts), ("quotes", quotes)) if ids]
        rest = f"; on it rest {' and '.join(named)}" if named else "; nothing rests on it"
        if update:
            hint = "run 'talkbuilder verify' to see whether they still hold" if named else ""
            return Diagnostic("I009", f"'{shorten(title)}' has changed and was replaced{rest}", file=name, hint=hint)
        hint = "the text that was imported before is kept; --update takes this one"
        return Diagnostic("I009", f"'{shorten(title)}' has changed{rest}", file=name, hint=hint)

    def _rests_on(self, id: str) -> tuple[list[str], list[str]]:
        """The facts and the quotes that are taken from a post."""
        if self._resting is None:
            self._resting = {}
            library = read_library(Project(self._root), Report())
            for at, entries in enumerate((library.facts, library.quotes)):
                for one in entries.values():
                    for post in _posts_of(one):
                        self._resting.setdefault(post, ([], []))[at].append(one.id)
        return self._resting.get(id, ([], []))


def _is_telling(post: ImportedPost, kept: Protected) -> bool:
    """Whether the title of a post holds a protected name, which then is not listed."""
    return any(map(kept.hits, (post.title, post.slug)))


def _answering(speakers: Sequence[Speaker]) -> Sequence[Speaker]:
    """Who answers, of two of whom one asks the other; of two with names of their own nobody knows which is the
    author."""
    answering = [one for one in speakers if not (one.asks or _asks(one.name))]
    is_told = len(speakers) == 2 and len(answering) == 1 and any(is_role(one.name) for one in speakers)
    return answering if is_told else ()


def _asking(speakers: Sequence[Speaker]) -> Sequence[Speaker]:
    """Whom the file itself marks as the one who asks: who gives the talk is nobody else unasked."""
    return [one for one in speakers if _asks(one.name) or key_of(one.name) == _ME]


def _asks(name: str) -> bool:
    return key_of(name) in _ASKING


def _without_name(post: ImportedPost, heard: Spoken) -> ImportedPost:
    """A file that is called by one of its speakers has another title: what is listed is committed.

    What stands on the web under that title is public already.
    """
    words = {word for one in heard.speakers if not is_role(one.name) for word in key_of(one.name).split()}
    titled = set(re.findall(r"\w+", f"{post.title} {post.slug}".casefold()))
    common = set(re.findall(r"\b(?:an?|the) (\w+)", post.title.casefold()))  # 'with a volunteer': that is no name
    if post.url or not any(word in titled - common for word in words if len(word) > 2):
        return post
    title = f"Interview {sha256(post.text.encode()).hexdigest()[:4]}"
    return msgspec.structs.replace(post, title=title, slug="")


def _moved(id: str, line: str, file: str) -> Diagnostic:
    """That the words of each speaker would go to another."""
    hint = f"write at '{id}' in assets/sources.yaml: {line}; then import it again"
    return Diagnostic("I013", "its speakers come in another order than they did", file=file, hint=hint)


def _unheard(name: str, tally: Tally) -> Diagnostic:
    """That nobody speaks in a file by a name that the user gave."""
    hint = also(near(name, [one.name for one in tally.speakers]), 'give a name just so, as --voice "Q=interviewer"')
    return Diagnostic("I013", f"no line begins with '{shorten(name)}:'", file=tally.name, hint=hint)


def _posts_of(entry: Fact | Quote | Broken) -> tuple[str, ...]:
    """The posts that an entry rests on."""
    match entry:
        case Fact():
            return tuple(dict.fromkeys(root.post.value for root in depends_on(entry)))
        case Quote():
            return (entry.post.value,)
        case _:
            return ()


def _tidied(post: ImportedPost, when: str) -> ImportedPost:
    """A post with a title that can be listed, a date that there is, and an address of the web."""
    title = post.title.strip() or " ".join(post.text.split()[:8]) + " …"
    url = post.url if post.url.startswith(("http://", "https://")) else ""
    return msgspec.structs.replace(post, title=title[:_TITLE].rstrip(), date=_date(post.date) or when, url=url)


def _date(told: str) -> str:
    """A date as far as it can be one: of 2012-04-31 the month is left."""
    parts = re.fullmatch(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", told)
    if not parts or int(parts[1]) < 1970:  # no blog is older: it is a clock that was never set
        return ""
    for known in (told, told[:7], told[:4]):
        try:
            date.fromisoformat(known + "-01-01"[len(known) - 4 :] if len(known) < 10 else known)
        except ValueError:
            continue
        return known
    return ""


def _is_unbalanced(paragraph: str) -> bool:
    return paragraph.count("“") != paragraph.count("”") or paragraph.count('"') % 2 == 1


def _faults(tally: Tally, cut_short: list[ImportedPost], undated: list[ImportedPost]) -> Iterator[Diagnostic]:
    """What of a file's posts as a whole has to be told."""
    if not tally.posts:
        left_out = f" ({tell_left_out(tally)} left out)" if tally.left_out else ""
        hint = "see whether it is the right file; only posts and pages that everybody can read are imported"
        yield Diagnostic("I002", f"there is no post to import in this file{left_out}", file=tally.name, hint=hint)
    for post in cut_short:
        message = f"'{shorten(post.title)}' is cut short: {post.cut_short}"
        hint = "import the blog's own export file, or the saved page of this post, for the whole text"
        yield Diagnostic("I008", message, file=tally.name, hint=hint)
    if undated:
        message = f"no date is told for {_some([f'‘{shorten(post.title)}’' for post in undated])}"
        hint = "import it again with --date 2012-04 (as precise as you know); without one no source can be cited"
        if likely := next(filter(None, map(_likely_date, undated)), ""):
            hint = f"{hint}; it may be {likely}, as it says at its beginning"
        yield Diagnostic("I007", message, file=tally.name, hint=hint)


def _likely_date(post: ImportedPost, heads: int = _HEADS) -> str:
    """The most precise date that a title names, or a line below it that is no sentence; "" for none."""
    below = [one for one in post.text.split("\n\n")[:heads] if len(one.split()) <= _MOST_IN_HEAD]
    found = [one for text in (post.title, *below) for one in dates_in(text)]
    return max(found, key=len, default="")


def _some(names: list[str]) -> str:
    more = f", … ({len(names):,} in all)" if len(names) > _MOST_LISTED else ""
    return ", ".join(names[:_MOST_LISTED]) + more
