"""What is mended in a text has one reading only; everything else is left as it is."""

import pytest

from talkbuilder.authoring.prose import edits_of


def mended(text: str) -> str:
    for edit in reversed(edits_of(text)):
        text = text[: edit.start] + edit.text + text[edit.end :]
    return text


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("It's so", "It’s so"),
        ("we don't, they won't", "we don’t, they won’t"),
        ("the students' bus", "the students’ bus"),
        ("in the '90s", "in the ’90s"),
        ("O'Brien's", "O’Brien’s"),
        ('He said "so".', "He said “so”."),
        ('"So", he said, "it is."', "“So”, he said, “it is.”"),
        ('("so")', "(“so”)"),
        ('**"So"** it is', "**“So”** it is"),
        ('the word—"so"—again', "the word—“so”—again"),
        ("one  two   three", "one two three"),
        ("A sentence.  Another.", "A sentence. Another."),
        ("**bold**  and more", "**bold** and more"),
        ("{a-fact}  people", "{a-fact} people"),
        ("They said “so”, and it's so", "They said “so”, and it’s so"),
        ("one\n  indented  line", "one\n  indented line"),
    ],
)
def test_what_has_one_reading_is_mended(written: str, expected: str) -> None:
    assert mended(written) == expected
    assert mended(expected) == expected


@pytest.mark.parametrize(
    "written",
    [
        "nothing to mend",
        '6" wide, and 8" high',  # inches
        "a 5' 6\" man",
        'a 6" nail and a "so"',
        "he said 'so' twice",  # single marks may be quotation marks or apostrophes
        "'tis the students' bus",
        'one " alone',
        "a \"mark that is never closed, and it's so",
        'so"it"is',
        '" so "',
        "“it's  what somebody  said”",
        "“a quotation that it's begun\n\nand it's  going on”",
        "“a quotation of three paragraphs\n\nit's  so\n\nis closed at their end”",
        "‘it's  so’",
        "«it's  so»",
        '“so” and "so", it\'s  mixed',
        "{own: it's  seven}",
        "see https://example.org/it's",
        "[it is](https://example.org/it's)",
        "write to o'brien@example.org",
        "www.it's.example",
        "  leading and trailing  ",
        "one \n two",
        "one\u00a0\u00a0two",
        "one\t two",
        "5'4",
        "rock 'n' roll",
        "\"{own: 'so'}\n\n",
        'the "{a-fact" and so}',
        "he said it's \0  so",
    ],
)
def test_what_may_be_meant_otherwise_is_left_alone(written: str) -> None:
    assert mended(written) == written


def test_words_in_quotation_marks_stay_and_only_the_marks_are_mended() -> None:
    assert mended("He said \"it's  so\", and it's  not") == "He said “it's  so”, and it’s not"


def test_a_paragraph_that_cannot_be_told_stops_no_other() -> None:
    assert mended("one \" alone\n\nand it's  so") == 'one " alone\n\nand it’s so'
