"""What is added to a file of the library stands where it belongs, and every other byte is as it was."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from talkbuilder.authoring import adding
from talkbuilder.authoring.adding import with_entries, with_key, with_voice, write
from talkbuilder.diagnostics import Refused, Report, Source
from talkbuilder.source.nodes import Mapping
from talkbuilder.source.parse import parse
from tests.corpora.tables import from_table

VOICE = {"who": "miller", "from": "I have", "to": "it, yes"}
WRITTEN = '{who: miller, from: I have, to: "it, yes"}'
FILE = "assets/sources.yaml"
LINES = "\n  - " + WRITTEN


def voiced(text: str) -> str:
    return with_voice(text.encode(), FILE, "a", VOICE).decode()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a:\n  title: x # one\n# two\n\nb: {}\n", f"a:\n  title: x # one\n  voices:{LINES}\n# two\n\nb: {{}}\n"),
        ("a: {title: x} # one\nb: {title: y}\n", f"a: {{title: x, voices: [{WRITTEN}]}} # one\nb: {{title: y}}\n"),
        (
            "a:\n  voices:\n  - {who: q, from: w, to: e} # one\n  # two\n  date: 2011\n",
            f"a:\n  voices:\n  - {{who: q, from: w, to: e}} # one{LINES}\n  # two\n  date: 2011\n",
        ),
        (
            "a:\n  title: x\n  voices:\n    - who: q\n      from: w\n      to: e\n\nb: {}\n",
            f"a:\n  title: x\n  voices:\n    - who: q\n      from: w\n      to: e\n    - {WRITTEN}\n\nb: {{}}\n",
        ),
        ("a:\n  title: x\n  voices: []\n", f"a:\n  title: x\n  voices: [{WRITTEN}]\n"),
        ("a:\n  voices: [{who: q}]\n  title: x", f"a:\n  voices: [{{who: q}}, {WRITTEN}]\n  title: x"),
        ("a:\n  title: >-\n    x\n    y\n", f"a:\n  title: >-\n    x\n    y\n  voices:{LINES}\n"),
        ("a:\n  title: x", f"a:\n  title: x\n  voices:{LINES}\n"),
        ("{a: {title: x}}\n", f"{{a: {{title: x, voices: [{WRITTEN}]}}}}\n"),
    ],
)
def test_a_voice_stands_behind_the_last_one_of_its_source(before: str, after: str) -> None:
    assert voiced(before) == after
    assert voiced(before.replace("\n", "\r\n")) == after.replace("\n", "\r\n")
    assert voiced(f"\ufeff{before}") == f"\ufeff{after}"


@from_table
def test_what_has_no_place_for_it_is_refused_and_told(before: str, told: str) -> None:
    with pytest.raises(Refused) as refused:
        voiced(before)
    assert told in str(refused.value) or refused.value.diagnostic.code == "R004"
    assert refused.value.diagnostic.hint


def test_a_key_is_added_once() -> None:
    assert with_key(b"a:\n  title: x\n", FILE, "a", "by", "me") == b"a:\n  title: x\n  by: me\n"
    with pytest.raises(Refused, match="'a' has 'by' already"):
        with_key(b"a:\n  by: you\n", FILE, "a", "by", "me")


def test_an_entry_stands_at_the_end_and_under_a_name_of_its_own() -> None:
    assert with_entries(b"", FILE, "a:\n  title: x\n") == b"a:\n  title: x\n"
    added = with_entries(b"b: {title: y} # one\r\n# two", FILE, "a:\n  title: x\n")
    assert added == b"b: {title: y} # one\r\n# two\r\n\r\na:\r\n  title: x\r\n"
    with pytest.raises(Refused, match="'a' stands there already"):
        with_entries(added, FILE, "a:\n  title: x\n")
    with pytest.raises(Refused, match="without changing the rest"):
        with_entries(b"{b: {title: y}}\n", FILE, "a:\n  title: x\n")
    with pytest.raises(Refused, match="UTF-8"):
        with_entries(b"b: {title: \xff}\n", FILE, "a:\n  title: x\n")


_REMARKS = st.sampled_from(["", " # a remark", "\n# a line", "\n\n", "\n  # further in"])
_VALUES = st.sampled_from(["x", '"y: z"', "[1, 2]", "{k: v}", ">-\n    folded\n    text", "'don''t'", "|\n    kept"])


@given(st.lists(st.tuples(_VALUES, _REMARKS), min_size=1, max_size=4), _REMARKS, st.booleans())
def test_every_byte_that_was_there_is_there(values: list[tuple[str, str]], end: str, is_windows: bool) -> None:
    rows = "".join(
        f"\n  k{at}: {value}{'' if value[0] in '>|' else remark}" for at, (value, remark) in enumerate(values)
    )
    text = f"# head\na:{rows}\n\nb:\n  title: y{end}\n"
    text = text.replace("\n", "\r\n") if is_windows else text
    try:
        found = voiced(text)
    except Refused:
        return
    at = next(at for at in range(len(found)) if not text.startswith(found[: at + 1]))
    length = len(found) - len(text)
    assert any(found[:s] + found[s + length :] == text for s in range(max(0, at - length), at + 1))
    node = parse(Source(FILE, found), Report())
    assert isinstance(node, Mapping)
    assert [key.value for key, _ in node.entries] == ["a", "b"]


def test_what_somebody_saves_meanwhile_is_kept(tmp_path: Path) -> None:
    file = tmp_path / FILE
    file.parent.mkdir()
    file.write_text("b: {title: y}\n", "utf-8")
    tries: list[bytes] = []

    def change(data: bytes) -> bytes:
        if not tries:  # an editor saves between reading and writing
            file.write_text("b: {title: y}\nc: {title: z}\n", "utf-8")
        tries.append(data)
        return with_entries(data, FILE, "a: {title: x}\n")

    assert write(tmp_path, FILE, change).count(b"title") == 3
    assert file.read_text("utf-8") == "b: {title: y}\nc: {title: z}\n\na: {title: x}\n"


def test_a_file_that_never_rests_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(adding, "MOST_TRIES", 2)
    file = tmp_path / FILE
    file.parent.mkdir()

    def change(data: bytes) -> bytes:
        file.write_bytes(data + b"#\n")
        return data + b"a: {title: x}\n"

    with pytest.raises(Refused, match="again and again"):
        write(tmp_path, FILE, change)
    assert file.read_bytes() == b"#\n" * 2
