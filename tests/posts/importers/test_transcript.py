"""What transcription programs write: the words of each, under the name that the file tells, without the times."""

import pytest

from tests.posts.importers.sample import read

_TIMES = ("00:00:01.000 --> 00:00:04.000", "00:00:04.000 --> 00:00:09.500 align:start", "00:01:09.500 --> 00:01:12.000")


def vtt(*cues: str) -> bytes:
    blocks = (f"{number}\n{time}\n{cue}" for number, (time, cue) in enumerate(zip(_TIMES, cues, strict=False), start=1))
    return "\n\n".join(("WEBVTT", "NOTE made by a program", *blocks)).encode()


def srt(*cues: str) -> bytes:
    return vtt(*cues).partition(b"program\n\n")[2].replace(b".000", b",000").replace(b"\n", b"\r\n")


WRITTEN = {
    "Zoom": (vtt("Anna Weaver: How many\nwells?", "Old Miller: Four wells,", "Old Miller: one thing: all dry."), None),
    "Teams": (vtt("<v Anna Weaver>How many wells?</v>", "<v Old Miller>Four wells,</v>", "<v Old Miller>one thing: "
                  "all dry.</v>"), None),
    "Teams, two in a cue": (vtt("<v Anna Weaver>How many wells?</v> <v Old Miller>Four wells,</v>", "<v Old Miller>one "
                                "thing: all dry.</v>"), None),
    "Whisper": (srt("[SPEAKER_00]: How many wells?", "[SPEAKER_01]: Four wells,", "[SPEAKER_01]: one thing: all dry."),
                ("SPEAKER_00", "SPEAKER_01")),
    "Otter": (b"Anna Weaver  0:00  \nHow many wells?\n\nOld Miller  0:04  \nFour wells,\none thing: all dry.\n\n"
              b"Anna Weaver  1:00:04  \n\nTranscribed by https://otter.ai\n", None),
}  # fmt: skip


@pytest.mark.parametrize(("data", "names"), WRITTEN.values(), ids=WRITTEN)
def test_turns_stand_under_the_names_of_their_speakers(data: bytes, names: tuple[str, str] | None) -> None:
    (post,), left_out, faults = read(data, "a_talk.txt")
    first, second = names or ("Anna Weaver", "Old Miller")
    assert (left_out, faults, post.title, post.labels) == ([], (), "a talk", (first, second))
    assert post.text == f"{first}: How many wells?\n\n{second}: Four wells, one thing: all dry."


def test_subtitles_without_names_are_one_text() -> None:
    (post,), _, _ = read(vtt("We left", "at <i>dawn</i> &amp; walked.", "{\\an8}It rained."), "film.vtt")
    assert (post.text, post.labels) == ("We left at dawn & walked. It rained.", ())
    (post,), _, _ = read(b"[00:00.000 --> 00:05.000]  We left.\n[00:05.000 --> 00:06.000]  It rained.\n", "a.txt")
    assert post.text == "We left. It rained."


def test_a_cue_without_a_name_among_others_is_nobodys_who_is_known() -> None:
    (post,), _, _ = read(vtt("<v Anna>We left.</v>", "It rained.", "<v Anna>Then home.</v>"), "a.vtt")
    assert post.text == "Anna: We left.\n\nUnknown speaker: It rained.\n\nAnna: Then home."


def test_a_long_turn_has_paragraphs() -> None:
    (post,), _, _ = read(vtt("Anna: " + "We walked on. " * 21, "Anna: It rained.", "Berta: Did it?"), "a.vtt")
    assert [one[:12] for one in post.text.split("\n\n")] == ["Anna: We wal", "It rained.", "Berta: Did i"]


def test_a_transcript_without_words_is_left_out() -> None:
    assert read(vtt("", " "), "a.vtt")[1] == ["without text"]


@pytest.mark.parametrize("text", ["Trains\n\nWells  10:30\nMill  11:00\n", "We left at 10:30\nand came at 11:00\n"])
def test_a_timetable_is_no_transcript(text: str) -> None:
    (post,), _, _ = read(text.encode(), "a.txt")
    assert post.labels == ()


_TALK = ("{1}Anna: How many?", "{2}Old Miller: Four wells,\nall dry.", "{3}Anna: {4}", "{5}Anna: Why?", "")


def chat(head: str, *more: str) -> str:
    """A chat, each message behind the same day and time, with what stands for a picture."""
    return "\n".join((*more, *_TALK)).format("", head, head, head, _PICTURES[head[0]], head)


_PICTURES = {"[": "\u200eimage omitted", "1": "<Media omitted>", "3": "photo.jpg (file attached)"}
CHATS = {
    "an iPhone": chat("[12/03/2024, 09:15:02] ", "\u200e[12/03/2024, 09:14:02] Anna: \u200eMessages are encrypted."),
    "an Android": chat("12/03/2024, 09:15 - ", "12/03/2024, 09:14 - Messages are encrypted."),
    "American": chat("3/12/24, 9:15\u202fAM - "),
    "German": chat("12.03.24, 09:15 - "),
}


@pytest.mark.parametrize("chat", CHATS.values(), ids=CHATS)
def test_the_messages_of_a_chat_are_those_of_who_sent_them(chat: str) -> None:
    (post,), _, faults = read(chat.encode(), "chat.txt")
    assert (post.labels, post.date, faults) == (("Anna", "Old Miller"), "2024", ())
    assert post.text == "Anna: How many?\n\nOld Miller: Four wells,\nall dry.\n\nAnna: Why?"
