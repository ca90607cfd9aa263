"""Speakers and quotations that an import finds: how they are kept and listed, and what of them nobody may read."""

import json
from pathlib import Path

import pytest

from talkbuilder.diagnostics import Report
from talkbuilder.evidence.library.exposed import kept_by
from talkbuilder.evidence.proof.proof import prove
from talkbuilder.posts.archive import Asking, Told
from talkbuilder.posts.search.find import meant
from talkbuilder.posts.search.index import opened
from talkbuilder.posts.search.posts import cards
from talkbuilder.source.project import Project
from talkbuilder.stages.read import read_library
from tests.posts.importers.sample import item, wxr
from tests.posts.test_archive import counts, files, index, take_in

TALK = (
    "Anna Weaver: How many wells do you have?\n\nOld Miller: I have four wells.\n\nOne of them is dry.\n\n"
    "Anna Weaver: Who carries the water?\n\nOld Miller: “We never slept in May,” my children say. They carry it."
)
PEOPLE = "# Mine.\nwalker: {credit: A walker, role: author}\n\nbaker: {credit: A baker, role: public} # last\n"
BOY = "He said he was fourteen and had walked all night."
STATION = item(
    "At the station",
    f"I waited for the last train.\n\n<blockquote>{BOY}</blockquote>\n\n[caption id='a']<img src='a.jpg'> Twelve boys "
    "slept in the hall[/caption]\n\nThere were nine beds.",
)


def folder_of(root: Path) -> Path:
    (root / "assets").mkdir(parents=True, exist_ok=True)
    (root / "talks").mkdir(exist_ok=True)
    (root / "assets/people.yaml").write_text(PEOPLE, "utf-8")
    return root


def verdicts(root: Path, quotes: str) -> dict[str, list[str]]:
    """The codes of what is wrong with quotations."""
    (root / "assets/quotes.yaml").write_text(quotes, "utf-8")
    proof = prove(read_library(Project(root), Report()))
    return {one.id: [fault.code for fault in one.faults if fault.is_error] for one in proof.verdicts}


def quotation(text: str, speaker: str, post: str = "a-talk") -> str:
    return f'"{text}", speaker: {speaker}, post: {post}'


def proposed(root: Path, words: str) -> list[tuple[str, bool]]:
    """The speakers that `find --new-quote` fills in, and whether a voice is missing."""
    library = read_library(Project(root), Report())
    posts = opened(root, lambda: cards(library))
    assert posts is not None
    with posts:
        found = meant(posts, (words,))
    return [(one.speaker, one.is_unclear) for one in found]


def test_who_speaks_is_listed_and_added_to_people_at_their_end(tmp_path: Path) -> None:
    told = Told(date="2011", voices={"anna weaver": "walker", "Old Miller": "owner"})
    tally, said = take_in(folder_of(tmp_path), TALK.encode(), "a talk.txt", told=told)
    assert (said, counts(tally)) == ([], (1, 0, 0))
    listed = (tmp_path / "assets/sources.yaml").read_text("utf-8")
    assert "a-talk:\n  kind: interview\n  title: a talk\n  date: 2011\n  speakers: [walker, owner]\n" in listed
    people = (tmp_path / "assets/people.yaml").read_text("utf-8")
    assert people.startswith(PEOPLE)
    assert "\nowner: #" in people
    assert people.endswith("  credit: Somebody who was interviewed\n  role: source\n  may_be_named: false\n")
    assert tally is not None
    assert [(one.name, one.lines, one.who, one.is_new) for one in tally.speakers] == [
        ("Anna Weaver", 2, "walker", False),
        ("Old Miller", 2, "owner", True),
    ]


def test_each_is_proved_with_their_own_words_alone(tmp_path: Path) -> None:
    voices = {"Anna Weaver": "baker", "Old Miller": "owner"}
    take_in(folder_of(tmp_path), TALK.encode(), "a talk.txt", told=Told(date="2011", voices=voices))
    rows = {
        "own": quotation("I have four wells.", "owner"),
        "further": quotation("One of them is dry.", "owner"),
        "other": quotation("I have four wells.", "baker"),
        "asked": quotation("How many wells do you have?", "owner"),
        "named": quotation("Old Miller: I have four wells.", "owner"),
        "told": quotation("We never slept in May", "owner"),
        "own-too": quotation("They carry it.", "owner"),
    }
    quotes = "".join(f"{id}: {{text: {row}}}\n" for id, row in rows.items())
    assert verdicts(tmp_path, quotes) == {
        "own": [],
        "further": [],
        "other": ["E103"],
        "asked": ["E103"],
        "named": ["E103"],
        "told": ["E160"],
        "own-too": [],
    }
    assert proposed(tmp_path, "I have four wells") == [("owner", False)]
    assert proposed(tmp_path, "how many wells do you have") == [("baker", False)]
    assert proposed(tmp_path, "we never slept in May") == [("", True)]


def test_without_a_word_all_are_added_unnamed_and_no_committed_file_holds_a_name(tmp_path: Path) -> None:
    take_in(folder_of(tmp_path), TALK.encode(), "old miller.txt", told=Told(date="2011"))
    (title,) = list(index(tmp_path)["posts"])
    assert title.startswith("interview-")
    assert f"speakers: [{title}-speaker-1, {title}-speaker-2]" in files(tmp_path)["assets/sources.yaml"].decode()
    for path, data in files(tmp_path).items():
        if not path.startswith("assets/posts/"):
            assert b"miller" not in data.lower(), path
            assert b"weaver" not in data.lower(), path
    assert counts(take_in(tmp_path, TALK.encode(), "old miller.txt")[0]) == (0, 1, 0)


def test_names_before_the_lines_of_those_who_are_not_to_be_named_are_protected(tmp_path: Path) -> None:
    folder_of(tmp_path)
    (tmp_path / "assets/people.yaml").write_text(
        PEOPLE + "\nanna: {credit: Anna Weaver, role: public}\nmarta: {credit: A cook, role: public}\n", "utf-8"
    )
    named = Told(date="2011", voices={"Marta Pell": "marta"})
    tally, _ = take_in(tmp_path, TALK.replace("Old Miller", "Marta Pell").encode(), "again.txt", told=named)
    assert tally is not None
    assert tally.hidden == ["Pell"]  # people.yaml has the rest
    tally, _ = take_in(tmp_path, TALK.replace("Old Miller", "Marta").encode(), "a talk.txt", told=Told(date="2011"))
    kept, _ = kept_by(read_library(Project(tmp_path), Report()))
    assert tally is not None
    assert tally.hidden == ["Marta"]
    assert kept.hits("A friend of Marta came.")
    assert not kept.hits("Anna Weaver asked.")
    assert {path for path in files(tmp_path) if path.endswith("protected.txt")} == {"assets/posts/protected.txt"}


@pytest.mark.parametrize("id", ["anna", "weaver-a", "Anna, who asks"])
def test_no_word_of_a_name_is_left_unprotected_or_committed_whatever_somebody_is_called(
    id: str, tmp_path: Path
) -> None:
    asking = Asking(
        title=str,
        date=lambda *_: "",
        who=lambda one, _: id if "Anna" in one.name else "",
        by=lambda _: "",
        own=lambda _: True,
    )
    told = Told(date="2011", voices={"Anna Weaver": id}) if "," not in id else Told(date="2011", ask=asking)
    tally, _ = take_in(folder_of(tmp_path), TALK.encode(), "a talk.txt", told=told)
    kept, _ = kept_by(read_library(Project(tmp_path), Report()))
    assert tally is not None
    assert tally.hidden == ["Anna Weaver", "Old Miller"]
    assert all(kept.hits(f"{one} told me so.") for one in ("Anna", "Weaver", "Miller"))
    assert "speakers: [a-talk-speaker-1, a-talk-speaker-2]" in files(tmp_path)["assets/sources.yaml"].decode()
    assert b"anna" not in files(tmp_path)["assets/people.yaml"].lower()


@pytest.mark.parametrize(("asks", "who"), [("Question", "walker"), ("Anna Weaver", "a-talk-speaker-1")])
def test_who_gives_the_talk_is_whom_the_file_marks_as_asking_and_nobody_else(
    asks: str, who: str, tmp_path: Path
) -> None:
    text = TALK.replace("Anna Weaver", asks).replace("Old Miller", "Joseph")
    tally, _ = take_in(folder_of(tmp_path), text.encode(), "a talk.txt", told=Told(date="2011", by="me"))
    assert tally is not None
    assert [one.who for one in tally.speakers] == [who, "a-talk-speaker-2"]
    assert "Joseph" in tally.hidden


def test_a_word_of_everyday_before_lines_is_no_name_to_protect(tmp_path: Path) -> None:
    text = TALK.replace("Old Miller", "Farmer") + " One farmer is my brother."
    told = Told(date="2011", voices={"Farmer": "grower"})
    tally, _ = take_in(folder_of(tmp_path), text.encode(), "a talk.txt", told=told)
    assert tally is not None
    assert tally.hidden == ["Anna Weaver"]


def test_what_somebody_is_stands_before_lines_and_is_no_name(tmp_path: Path) -> None:
    text = "Teacher: You came late?\nMum: I did.\nBaker: I did not.\nMarta: Nor I.\n" * 2
    tally, _ = take_in(folder_of(tmp_path), text.encode(), "a talk.txt", told=Told(date="2011"))
    assert tally is not None
    assert (tally.hidden, tally.roles) == (["Marta"], ["Teacher", "Mum", "Baker"])
    kept, _ = kept_by(read_library(Project(tmp_path), Report()))
    assert not kept.hits("A baker, a teacher and a mum.")


def test_a_name_that_nobody_has_imports_nothing(tmp_path: Path) -> None:
    before = files(folder_of(tmp_path))
    tally, (said,) = take_in(
        tmp_path, TALK.encode(), "a talk.txt", told=Told(date="2011", voices={"Old Miler": "miller"})
    )
    assert (tally, said) == (None, "I013 no line begins with 'Old Miler:'")
    assert {name for name in files(tmp_path) if "lock" not in name and "gitignore" not in name} == set(before)


@pytest.mark.parametrize(
    ("by", "speakers"), [("baker", "a-talk-speaker-1, baker"), ("", "a-talk-speaker-1, a-talk-speaker-2")]
)
def test_whoever_is_said_to_answer_does(by: str, speakers: str, tmp_path: Path) -> None:
    talk = TALK.replace("Anna Weaver:", "Q:").encode()
    take_in(folder_of(tmp_path), talk, "a talk.txt", told=Told(date="2011", by=by))
    assert f"speakers: [{speakers}]" in (tmp_path / "assets/sources.yaml").read_text("utf-8")


def test_of_two_with_names_only_the_one_whose_credit_it_is_is_known(tmp_path: Path) -> None:
    people = folder_of(tmp_path) / "assets/people.yaml"
    people.write_text(people.read_text("utf-8") + "weaver: {credit: Anna Weaver, role: source}\n", "utf-8")
    take_in(tmp_path, TALK.encode(), "a talk.txt", told=Told(date="2011", by="weaver"))
    assert "speakers: [weaver, a-talk-speaker-2]" in (tmp_path / "assets/sources.yaml").read_text("utf-8")


def test_people_that_cannot_be_added_to_stop_the_import(tmp_path: Path) -> None:
    people = folder_of(tmp_path) / "assets/people.yaml"
    people.write_text("- a list\n", "utf-8")
    tally, (said,) = take_in(tmp_path, TALK.encode(), "a talk.txt", told=Told(date="2011"))
    assert (tally, said[:4]) == (None, "I011")
    assert people.read_text("utf-8") == "- a list\n"
    assert not (tmp_path / "assets/sources.yaml").exists()


def test_what_a_blog_quotes_in_blocks_is_nobodys_until_a_voice_says_whose(tmp_path: Path) -> None:
    tally, _ = take_in(folder_of(tmp_path), wxr(STATION))
    assert tally is not None
    assert [one.place.split(", ")[0] for one in tally.nobodys] == ["paragraph 2", "paragraph 3"]
    assert proposed(tmp_path, "He said he was fourteen") == [("", True)]
    assert proposed(tmp_path, "Twelve boys slept in the hall") == [("", True)]
    assert proposed(tmp_path, "I waited for the last train") == [("", False)]  # a person says that it is the author's
    quotes = "boy: {text: He said he was fourteen, speaker: %s, post: at-the-station}\n"
    own = "own: {text: I waited for the last train., speaker: walker, post: at-the-station}\n"
    assert verdicts(tmp_path, quotes % "walker" + own) == {"boy": ["E160"], "own": []}
    sources = tmp_path / "assets/sources.yaml"
    with sources.open("a", encoding="utf-8") as file:
        file.write(f"  voices:\n  {tally.nobodys[0].line.replace('PERSON', 'baker')}\n")
    assert verdicts(tmp_path, quotes % "walker") == {"boy": ["E103"]}
    assert verdicts(tmp_path, quotes % "baker") == {"boy": []}
    assert proposed(tmp_path, "He said he was fourteen") == [("baker", False)]


def test_a_post_of_another_author_of_the_blog_is_theirs(tmp_path: Path) -> None:
    own = [item(f"Walk {at}", f"I walked {at} miles that day.") for at in range(2)]
    guest = item("The books", "I counted the plates.").replace("creator>me<", "creator>hg<")
    folder_of(tmp_path)
    tally, _ = take_in(tmp_path, wxr(guest, *own))
    assert tally is not None
    assert [(id, one.who, one.is_new) for id, one in tally.guests.items()] == [("the-books", "the-books-author", True)]
    told = (tmp_path / "assets/sources.yaml").read_text("utf-8")
    assert (told.count("  by: "), "the-books:\n  by: the-books-author\n" in told) == (1, True)
    assert "the-books-author: # protected until you say who this is" in (tmp_path / "assets/people.yaml").read_text(
        "utf-8"
    )
    again, _ = take_in(tmp_path, wxr(*own, item("More books", "I counted cups.").replace("creator>me<", "creator>hg<")))
    assert again is not None
    assert [(id, one.who, one.is_new) for id, one in again.guests.items()] == [
        ("more-books", "the-books-author", False)
    ]
    quotes = "plates: {text: I counted the plates., speaker: %s, post: the-books}\n"
    assert verdicts(tmp_path, quotes % "walker") == {"plates": ["E103"]}


def test_what_was_imported_before_learns_it_when_it_is_imported_again(tmp_path: Path) -> None:
    take_in(folder_of(tmp_path), wxr(STATION))
    own = tmp_path / "assets/posts/index.json"
    known = own.read_text("utf-8")
    older = json.loads(known)
    for post in older["posts"].values():
        del post["stretches"]
    own.write_text(json.dumps(older), "utf-8")
    assert proposed(tmp_path, "He said he was fourteen") == [("", False)]
    (tmp_path / "assets/posts/.index.sqlite").unlink()
    assert counts(take_in(tmp_path, wxr(STATION))[0]) == (0, 1, 0)
    assert own.read_text("utf-8") == known
    assert proposed(tmp_path, "He said he was fourteen") == [("", True)]


def test_speakers_of_a_source_that_is_listed_already_are_told_and_nothing_is_written(tmp_path: Path) -> None:
    listed = folder_of(tmp_path) / "assets/sources.yaml"
    listed.write_text("a-talk: {kind: interview, title: a talk, date: 2011}\n", "utf-8")
    tally, _ = take_in(tmp_path, TALK.encode(), "a talk.txt", told=Told(voices={"Old Miller": "baker"}))
    assert tally is not None
    assert tally.unlisted == {"a-talk": "speakers: [PERSON, baker]"}
    assert listed.read_text("utf-8") == "a-talk: {kind: interview, title: a talk, date: 2011}\n"
    assert verdicts(tmp_path, f"own: {{text: {quotation('I have four wells.', 'baker')}}}\n") == {"own": ["E160"]}
    listed.write_text("a-talk: {kind: interview, title: a talk, date: 2011, speakers: [walker, baker]}\n", "utf-8")
    assert verdicts(tmp_path, f"own: {{text: {quotation('I have four wells.', 'baker')}}}\n") == {"own": []}


def test_speakers_in_another_order_are_listed_anew_before_the_new_text_is_taken(tmp_path: Path) -> None:
    told = Told(date="2011", voices={"Anna Weaver": "walker", "Old Miller": "owner"})
    take_in(folder_of(tmp_path), TALK.encode(), "a talk.txt", told=told)
    changed = f"Smith: I shoe the horses.\n\n{TALK}".encode()
    now = Told(date="2011", voices={"Smith": "smith", **told.voices})
    _, said = take_in(tmp_path, changed, "a talk.txt", told=now, update=True)
    assert [one[:4] for one in said] == ["I009", "I013"]
    assert "Smith" not in (tmp_path / "assets/posts/a-talk.txt").read_text("utf-8")
    sources = tmp_path / "assets/sources.yaml"
    sources.write_text(sources.read_text("utf-8").replace("[walker, owner]", "[smith, walker, owner]"), "utf-8")
    tally, said = take_in(tmp_path, changed, "a talk.txt", told=now, update=True)
    assert tally is not None
    assert [one[:4] for one in said] == ["I009"]
    assert [(one.name, one.who) for one in tally.speakers] == [
        ("Smith", "smith"),
        ("Anna Weaver", "walker"),
        ("Old Miller", "owner"),
    ]


def test_a_post_that_is_called_by_one_of_its_speakers_is_listed_without_its_title(tmp_path: Path) -> None:
    lines = "<p><b>{0}:</b> I came late.</p><p><b>Q:</b> And why did you stay?</p><p><b>{0}:</b> You asked me to.</p>"
    told = [
        item("Orsolya and the red barn", lines.format("Orsolya") * 2),
        item("Ana Bela Tarrow on nights", lines.format("ANA BELA TARROW") * 2),
    ]
    tally, _ = take_in(folder_of(tmp_path), wxr(*told), "blog.xml")
    assert tally is not None
    assert tally.hidden == ["Orsolya", "ANA BELA TARROW"]
    assert tally.untitled == ["notes", "notes-2"]
    for path, data in files(tmp_path).items():
        if not path.startswith("assets/posts/"):
            assert not any(name in data.lower() for name in (b"orsolya", b"tarrow", b"red barn")), path
    assert counts(take_in(tmp_path, wxr(*told), "blog.xml")[0]) == (0, 2, 0)


@pytest.mark.parametrize("name", ["Marta", "MARTA VELDT", "Hill Side"])
def test_what_the_blogger_and_the_blog_are_called_is_no_secret(name: str, tmp_path: Path) -> None:
    folder_of(tmp_path)
    people = "me: {credit: Marta Veldt, role: author}\n"
    (tmp_path / "assets/people.yaml").write_text(people, "utf-8")
    lines = f"<p>{name}: Why did you stay?</p><p>Orsolya: You asked me to.</p>"
    tally, _ = take_in(tmp_path, wxr(item("Late", lines * 2).replace("blog.example", "hill-side.example")), "blog.xml")
    assert tally is not None
    assert tally.hidden == ["Orsolya"]


def test_a_passage_that_may_be_anybodys_is_told_without_protected_names(tmp_path: Path) -> None:
    asked = "Q: Why did you stay?\n\nOrsolya: You asked me to.\n\n"
    text = asked * 2 + "Orsolya has been a cook ever since, and so has Orsolya's mother.\n"
    tally, _ = take_in(folder_of(tmp_path), text.encode(), "a talk.txt", told=Told(date="2011"))
    assert tally is not None
    assert [one.place for one in tally.nobodys] == [
        "paragraph 5, 12 words: … has been a cook ever since, and so has … mother."
    ]
