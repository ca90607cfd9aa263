"""Who is speaking where: what is read as an interview, what only looks like one, and what others are quoted with."""

import pytest

from talkbuilder.evidence.library.sources import LABEL, QUOTED, UNSURE
from talkbuilder.posts.archive.speaking import Spoken, spoken
from talkbuilder.posts.importers.kind import ImportedPost

_ASKED = ("How many wells do you have?", "I have four wells.", "Who carries the water?", "My four children do.")


def heard(text: str, **told: object) -> tuple[list[str], list[tuple[int, str]]]:
    """The names that are found, and what is said: by which of them, 0 in quotations, without the names themselves."""
    found = spoken(ImportedPost(title="A talk", text=text), **told)  # type: ignore[arg-type]
    return [one.name for one in found.speakers], said(found, text)


def said(found: Spoken, text: str) -> list[tuple[int, str]]:
    return [(one.speaker, text[one.start : one.end]) for one in found.stretches if one.speaker != LABEL]


def talk(first: str, second: str, between: str = "\n\n") -> str:
    return between.join(f"{(first, second)[at % 2]} {words}" for at, words in enumerate(_ASKED))


LABELS = {
    "names": ("Anna:", "Berta:"),
    "capitals": ("ANNA WEAVER:", "BERTA MILLER:"),
    "question and answer": ("Q:", "A:"),
    "as in court": ("Q.", "A."),
    "in full": ("Question:", "Answer:"),
    "initials": ("AW:", "BM:"),
    "initials with stops": ("A.W.:", "B.M.:"),
    "roles": ("Interviewer:", "Respondent 2:"),
    "a program's": ("Speaker 1:", "Speaker 2:"),
    "another program's": ("[SPEAKER_00]:", "[SPEAKER_01]:"),
    "with the time": ("[00:01:02] Anna:", "[00:01:05] Berta:"),
    "with the time behind": ("Anna (00:02):", "Berta (00:05):"),
    "in brackets": ("[Anna]", "[Berta]"),
    "with the day and the time": ("[12.03.21, 10:14] Anna:", "[12.03.21, 10:15] Berta:"),
    "with a remark": ("Anna (laughing):", "Berta (softly):"),
    "on a line of its own": ("Anna:\n", "Berta:\n"),
    "with the time on a line of its own": ("Anna  0:05\n", "Berta  1:10:05\n"),
    "a title and a name": ("Dr. Weaver:", "Mrs. Miller:"),
    "other letters": ("Әсел:", "Жанна:"),
}


@pytest.mark.parametrize("between", ["\n\n", "\n"])
@pytest.mark.parametrize(("first", "second"), LABELS.values(), ids=LABELS)
def test_lines_with_names_before_them_are_an_interview(first: str, second: str, between: str) -> None:
    names, lines = heard(talk(first, second, between))
    assert len(names) == 2
    assert [(who, " ".join(words.split())) for who, words in lines] == list(zip((1, 2, 1, 2), _ASKED, strict=True))


def test_a_role_that_is_also_spoken_of_is_a_speaker_if_it_stands_before_three_lines() -> None:
    lines = [f"{('Anna', 'Nurse')[at % 2]}: {words}" for at, words in enumerate((*_ASKED, *_ASKED))]
    text = "\n\n".join((*lines, "Anna: So you came as a nurse?"))
    assert heard(text)[0] == ["Anna", "Nurse"]
    assert heard(text.replace("Nurse: ", "", 2))[0] == []  # once or twice, it may be the head of a note


def test_what_several_say_in_one_block_ends_with_it() -> None:
    chat = "Anna: Who brings the pot?\nBerta: You do, I think.\nAnna: I have none.\nBerta: Then we ask."
    after = heard(f"{chat}\n\nSo I drove home on Saturday.\n\n{chat}")[1]
    assert (UNSURE, "So I drove home on Saturday.") in after


ARTICLES = {
    "notes": "Note: I moved it.\n\nUpdate: You can come.\n\nNote: It rained.\n\nUpdate: Will it?",
    "a recipe": "Ingredients: 2 cups of flour\n\nMethod: Mix it.\n\nIngredients: 1 egg\n\nMethod: Do you?",
    "dates of events": "Time: 7 pm\nPlace: The hall\nTime: 8 pm\nPlace: The barn, as we met\nTime: 9 pm\nPlace: Ours",
    "verses": "John 3:16 For God so loved\n\nMark 4:9 Who has ears?\n\nJohn 4:1 When I\n\nMark 1:1 The beginning",
    "myths": "Myth: You can see it.\n\nFact: You can not.\n\nMyth: I knew it.\n\nFact: We did not.\n\nMyth: Is it so?",
    "words of the text": "Hope: I have a hope.\n\nFear: I fear it.\n\nHope: Is there hope?\n\nFear: We all have fear.",
    "names once each": "Anna: I have four wells.\n\nBerta: Who carries your water?\n\nThen we walked home.",
    "a list of people": "Anna: baker\nBerta: miller\nAnna: sister of Carl\nBerta: aunt of Dora",
    "one name": "Anna: I came.\n\nAnna: I saw.\n\nAnna: Did I win?\n\nAnna: I did.",
    "a talk that is a small part": "Anna: I came.\n\n" + "We walked over the hills. " * 40 + "\n\nBerta: Did you?"
    "\n\nAnna: I did.\n\n" + "It rained on us for days. " * 40 + "\n\nBerta: Did it?",
    "times": "10:30 We met.\n\n11:00 I left.\n\n12:15 Did you see us?",
    "mails": "From: me\nTo: you\n\nHow are you?\n\nFrom: you\nTo: me\n\nI am well.",
}


@pytest.mark.parametrize("text", ARTICLES.values(), ids=ARTICLES)
def test_what_only_looks_like_one_has_no_speakers(text: str) -> None:
    assert heard(text)[0] == []


def test_what_the_user_says_goes_before_what_it_looks_like() -> None:
    text = ARTICLES["names once each"] + "\n\nAnna: We did."
    assert heard(text, is_interview=True)[0] == ["Anna", "Berta"]
    assert heard("Man in front: I saw it.\n\nWe all did.", named=["man in FRONT"])[0] == ["Man in front"]


def test_a_further_paragraph_is_the_speakers_where_somebody_with_a_name_asks() -> None:
    text = talk("Q:", "Anna:").replace("four wells.", "four wells.\n\nOne of them is dry.")
    assert (2, "One of them is dry.") in heard(text)[1]
    nobody_asks = text.replace("?", ".").replace("Q:", "Berta:")
    assert (UNSURE, "One of them is dry.") in heard(nobody_asks)[1]


@pytest.mark.parametrize("more", ["On growing up", "[The tape ends.]", "Man in audience: I saw it.", "Carl: I saw it."])
def test_what_stands_between_the_lines_is_nobodys(more: str) -> None:
    text = talk("Q:", "Anna:").replace("four wells.", f"four wells.\n\n{more}")
    assert (UNSURE, more) in heard(text)[1]


def test_a_name_with_a_line_of_its_own_before_an_interview_is_nobodys() -> None:
    text = f"We cooked late.\n\nPetra: My freezer is full.\n\nWe laughed.\n\n{talk('Q:', 'Anna:')}"
    assert heard(text)[1][0] == (QUOTED, "Petra: My freezer is full.")


@pytest.mark.parametrize(("label", "more"), [("Edna.", ""), ("Fenn, 71:", ""), ("Edna", ""), ("Edna", "\n")])
def test_a_bold_name_before_an_i_is_nobodys_and_one_before_anything_else_the_authors(label: str, more: str) -> None:
    def lines(words: str) -> list[tuple[int, str]]:
        text = f"We cooked late.\n\n{label}{more} {words}\n\nThey laughed."
        at = text.index(label)
        return said(spoken(ImportedPost(title="A talk", text=text, bold=((at, at + len(label)),))), text)

    assert lines("I knitted it.") == [(QUOTED, f"{label}{more} I knitted it.")]
    assert (lines("It was knitted.") == []) is (":" not in label)


def test_what_stands_next_to_a_name_in_a_list_is_nobodys_too() -> None:
    lines = ["Joan: I come for the tea.", "Father Paul: The tea is good.", "Note: The tea is free."]
    text = "\n\n".join(["My father came too.", *lines, "Father Abel: The end."])
    assert heard(text)[1] == [(QUOTED, f"{one}") for one in lines[:2]]


def test_what_is_set_apart_is_not_the_speakers_before() -> None:
    text = talk("Q:", "Anna:").replace("four wells.", "four wells.\n\nWhat else do you do?")
    at = text.index("What else")
    post = ImportedPost(title="A talk", text=text, apart=((at, at + len("What else do you do?")),))
    assert (UNSURE, "What else do you do?") in said(spoken(post), text)


def test_the_paragraph_behind_the_last_line_is_nobodys_and_an_authors_text_goes_on() -> None:
    before, behind = "I met her in May.", "Then I went home."
    _, lines = heard(f"{before}\n\n{talk('Q:', 'Anna:')}\n\n{behind}\n\nI slept.")
    assert [who for who, _ in lines] == [1, 2, 1, 2, UNSURE, UNSURE]
    long = "We walked over the hills. " * 20
    _, lines = heard(f"{long}\n\n{talk('Q:', 'Anna:')}\n\n{behind}\n\n{long}")
    assert lines[-1] == (UNSURE, behind)


def test_names_in_bold_need_no_colon() -> None:
    text = talk("Anna", "Berta")
    ends = [(text.index(words) - 1, name) for words, name in zip(_ASKED, ("Anna", "Berta") * 2, strict=True)]
    bold = tuple((end - len(name), end) for end, name in ends)
    found = spoken(ImportedPost(title="A talk", text=text, bold=bold))
    assert [who for who, _ in said(found, text)] == [1, 2, 1, 2]
    assert heard(text) == ([], [])


def test_a_name_within_a_paragraph_begins_a_turn_too() -> None:
    text = "\n\n".join([talk("Q:", "A:")] * 2).replace("\n\nA: My", " A: My", 1)
    assert [who for who, _ in heard(text)[1]] == [1, 2] * 4


def test_a_quotation_in_a_block_stays_one_within_an_answer() -> None:
    text = talk("Q:", "Anna:").replace("four wells.", "four wells.\n\nHe never told me.")
    at = text.index("He never")
    post = ImportedPost(title="A talk", text=text, quoted=((at, at + 17),))
    assert (QUOTED, "He never told me.") in said(spoken(post), text)


MAILS = {
    "lines": ("I agree.\n\n> He said he was\n> fourteen.\n\nSo do I.", "> He said he was\n> fourteen."),
    "a forum's": ("I agree.\n\n[quote=Anna]He was fourteen.\n\nSo was I.[/quote]", None),
    "forwarded": ("See below.\n\n---- Original Message ----\n\nHe was fourteen.", None),
    "with its head": ("See below.\n\nFrom: A writer\nSent: Monday\n\nHe was fourteen.", None),
    "with its date": ("See below.\n\nOn 27 May 2020, A. Pell wrote:\nHello.\nHe was fourteen.\n\nSo was I.", None),
}


@pytest.mark.parametrize(("text", "quoted"), MAILS.values(), ids=MAILS)
def test_what_a_mail_quotes_is_nobodys(text: str, quoted: str | None) -> None:
    assert heard(text)[1] == [(QUOTED, quoted or text.partition("\n\n")[2])]
