"""Talks are mended in place: every other byte stays, and nothing else is said."""

import re
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from talkbuilder.authoring import mending
from talkbuilder.authoring.mending import edits_of, mend
from talkbuilder.diagnostics import Source
from tests.conftest import ROOT
from tests.corpora.tables import from_table

TALK, MENDED = (Path(__file__).with_name(f"{how}.yaml").read_text("utf-8") for how in ("unmended", "mended"))


def after(data: bytes) -> bytes:
    found = mend("talks/talk.yaml", data)
    return found.after if found else data


def test_prose_is_mended_and_every_other_byte_stays() -> None:
    assert after(TALK.encode()).decode() == MENDED


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_line_ends_and_a_byte_order_mark_stay(ends: str, mark: str) -> None:
    written, expected = ((mark + text.replace("\n", ends)).encode() for text in (TALK, MENDED))
    assert after(written) == expected


def test_the_difference_is_a_unified_diff() -> None:
    found = mend("talks/talk.yaml", b"talk: It's\nspeaker: Me\n")
    assert found
    assert found.difference == (
        "--- talks/talk.yaml\n+++ talks/talk.yaml\n@@ -1,2 +1,2 @@\n-talk: It's\n+talk: It’s\n speaker: Me\n"
    )


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"talk: it's\ntalk: it's\n",  # a fault
        b"talk: &a it's\n",
        b"talk: \xff it's\n",
        b'talk: "it\'s \\\n  so"\n',  # a style that says how lines are joined
        b'talk: "it\'s \\u201eso"\n',  # an escape may be a mark of any kind
    ],
)
def test_what_cannot_surely_be_mended_is_left_whole(data: bytes) -> None:
    assert mend("talks/talk.yaml", data) is None


@from_table
def test_a_talk_that_would_not_say_the_same_would_be_left_alone(before: str, after: str, is_same: bool) -> None:
    assert mending._is_same(Source("talks/talk.yaml", before), Source("talks/talk.yaml", after)) == is_same


WORDS = st.text(alphabet="ab's\"“”  .{}*-\n#:,\\é😀", max_size=40)


def written_as(style: str, text: str) -> str | None:
    """A line of YAML with a text in some style; None where that cannot hold it."""
    lines = "\n".join("    " + line if line.strip() else "" for line in text.split("\n"))
    match style:
        case "'":
            return "'" + text.replace("'", "''").replace("\n", "\n\n    ") + "'"
        case '"':
            return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'
        case "|" | ">":
            return f"{style}\n{lines}" if text.strip() and not text.startswith((" ", "\n")) else None
        case _:
            return " ".join(text.split("\n"))


def plainly(value: object) -> str:
    return re.sub(" +", " ", str(value).translate(str.maketrans("“”’", '""\'')))


@given(WORDS, st.sampled_from(["", "'", '"', "|", ">"]), st.sampled_from(["\n", "\r\n"]))
def test_whatever_is_written_says_the_same_after_it_was_mended(text: str, style: str, ends: str) -> None:
    value = written_as(style, text)
    if value is None:
        return
    head, tail = "# it's  so\nspeaker: it's  me\nnotes: ", "\n# it's  \"so\"\nid: it's  so\n"
    written = (head + value + tail).replace("\n", ends).encode()
    found = mend("talks/talk.yaml", written)
    if found is None:
        return
    assert found.after != written
    assert found.after.startswith(head.replace("\n", ends).encode())
    assert found.after.endswith(tail.replace("\n", ends).encode())
    before, now = yaml.safe_load(written.decode()), yaml.safe_load(found.after.decode())
    assert list(before) == list(now)
    assert [plainly(one) for one in before.values()] == [plainly(one) for one in now.values()]
    assert (before["speaker"], before["id"]) == (now["speaker"], now["id"])
    for quotation in re.findall("“([^”]*)”", now["notes"]):
        assert quotation in before["notes"]
    assert after(found.after) == found.after


def test_the_shipped_talks_have_nothing_to_mend() -> None:
    for path in sorted((ROOT / "talks").glob("*.yaml")):
        assert mend(path.name, path.read_bytes()) is None


def corrected(text: str) -> str:
    for edit in reversed(edits_of(text)):
        text = text[: edit.start] + edit.text + text[edit.end :]
    return text


@from_table
def test_what_has_one_reading_is_corrected(written: str, expected: str) -> None:
    assert corrected(written) == expected
    assert corrected(expected) == expected


@from_table
def test_what_may_be_meant_otherwise_is_left_alone(written: str) -> None:
    assert corrected(written) == written


def test_words_in_quotation_marks_stay_and_only_the_marks_are_corrected() -> None:
    assert corrected("He said \"it's  so\", and it's  not") == "He said “it's  so”, and it’s not"


def test_a_paragraph_that_cannot_be_told_stops_no_other() -> None:
    assert corrected("one \" alone\n\nand it's  so") == 'one " alone\n\nand it’s so'
