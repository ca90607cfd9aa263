"""E160: passages of which nobody tells whose words they are, and what looks like one and is the blogger's."""

from talkbuilder.evidence.proof.attribution import is_clear, overheard, unclear, whose
from talkbuilder.evidence.proof.post_text import QUOTED, PostText, Turn, VoiceWords
from tests.corpora.tables import from_table
from tests.evidence.valley import POST, POSTS, codes, found, quote

MINE = "I walked to the mill, and I saw the river. "
LETTER = "“The mill stands still.\n\nThe river carries little.\n\nCome and see it.”"


def passages(*paragraphs: str, voices: tuple[VoiceWords, ...] = ()) -> list[str]:
    """The passages that are nobody's, as the text that is searched has them."""
    text = "\n\n".join(paragraphs)
    post_text = PostText(text, voices, "walker")
    if not voices:
        assert is_clear(text) == (not unclear(post_text))
    return [post_text.text[one.start : one.end] for one in unclear(post_text)]


@from_table
def test_what_may_be_somebody_elses_is_found(paragraphs: tuple[str, ...]) -> None:
    inside = passages(*paragraphs)
    assert "river carries little" in " ".join(inside)
    assert MINE.strip() not in " ".join(inside)


@from_table
def test_what_is_plainly_the_bloggers_is_not(paragraphs: tuple[str, ...]) -> None:
    assert passages(*paragraphs) == []


def test_a_voice_ends_the_doubt() -> None:
    miller = VoiceWords("miller", "The mill stands", "see it.")
    assert passages(MINE, LETTER, MINE, voices=(miller,)) == []


def test_what_a_voice_leaves_over_stays_nobodys() -> None:
    miller = VoiceWords("miller", "The mill stands", "carries little.")
    assert passages(MINE, LETTER, MINE, voices=(miller,)) == [' Come and see it."']
    later = VoiceWords("miller", "The river carries", "see it.")
    assert passages(MINE, LETTER, MINE, voices=(later,)) == ['"The mill stands still. ']


def test_where_no_end_can_be_seen_a_voice_tells_it() -> None:
    paragraphs = ("Dear Walker,", "The river carries little.", MINE)
    assert passages(*paragraphs) != []
    assert passages(*paragraphs, voices=(VoiceWords("miller", "Dear Walker", "carries little."),)) == []
    assert passages(*paragraphs, voices=(VoiceWords("miller", "The river", "carries little."),)) != []


def test_naming_one_speaker_of_a_letter_gives_nobody_the_rest() -> None:
    letter = ("Dear Walker,", "The river carries little.", "The mill stands.", "Yours,", MINE)
    one = VoiceWords("miller", "The river", "carries little.")
    assert passages(*letter, voices=(one,)) == ["Dear Walker, ", " The mill stands. Yours,"]


def test_without_an_end_a_letter_ends_with_a_heading_or_the_text_and_a_quotation_with_its_block() -> None:
    letter = ("Dear Walker,", "The river carries little.", MINE.strip())
    assert passages(*letter, "How I came home", MINE) == [f"{' '.join(letter)} How I came home"]
    assert passages(*letter) == [" ".join(letter)]
    assert passages("“The mill stands.", "“The river, too.", MINE, MINE) == ['"The mill stands. "The river, too.']


def test_a_quotation_that_is_set_apart_ends_where_it_ends_though_a_voice_tells_whose_it_is() -> None:
    announced, said = "On the last page it said:", "We mend mills."
    text = "\n\n".join((announced, said, "We had that framed.", "I see it each day."))
    apart = Turn(QUOTED, len(announced) + 2, len(announced) + 2 + len(said))
    for voices in ((), (VoiceWords("miller", "We mend", "mills."),)):
        post_text = PostText(text, voices, "walker", (apart,))
        inside = [post_text.text[one.start : one.end] for one in unclear(post_text)]
        assert inside == ([] if voices else [said])


def test_the_hint_for_a_speaker_whom_no_voice_tells_is_how_to_record_it() -> None:
    (told,) = found(quotes=quote("I walked through the valley", "miller"))
    assert told.code == "E103"
    assert told.hint.startswith(
        "if somebody says it there, add under 'voices:' of 'valley' in assets/sources.yaml who that is: - {who: PERSON,"
    )


def test_the_blogger_may_be_named_too() -> None:
    doubtful = POST.replace("I walked through", "“I walked through")
    assert codes(quotes=quote("I walked through the valley"), posts__valley_txt=doubtful) == ["E160"]
    own = POSTS + "  - {who: walker, from: I walked through, to: turned since the flood.}\n"
    assert codes(quotes=quote("I walked through the valley"), posts__valley_txt=doubtful, sources_yaml=own) == []


def test_the_hint_is_the_line_to_add() -> None:
    doubtful = POSTS.replace("  - {who: miller, from: We don't grind, to: to anybody who asks.}\n", "")
    (told,) = found(quotes=quote("My brother has never sold his land", "miller"), sources_yaml=doubtful)
    assert told.code == "E160"
    line = told.hint.partition(": - ")[2]
    assert line == "{who: PERSON, from: We don't grind any, to: to anybody who asks.}"
    filled = doubtful + f"  - {line.replace('PERSON', 'miller')}\n"
    assert codes(quotes=quote("My brother has never sold his land", "miller"), sources_yaml=filled) == []


def test_words_with_commas_and_colons_are_written_so_that_they_read_back() -> None:
    text = "Dear Miller, come: the {river}, [carries] little, you see, as I said."
    post_text = PostText(text, (), "walker")
    assert whose(unclear(post_text)[0], post_text) == (
        '- {who: PERSON, from: "Dear Miller, come: the", to: "see, as I said."}'
    )


SAID = "The mill has stood still for years"


def heard(paragraph: str, words: str = SAID, voices: tuple[VoiceWords, ...] = ()) -> str | None:
    """What stands in the marks around these words, in the normal form."""
    post_text = PostText(f"I walked there.\n\n{paragraph}\n\nI walked home.", voices, "walker")
    (found,) = post_text.places(words)
    one = overheard(post_text, *found)
    return post_text.text[one.start : one.end] if one else None


@from_table
def test_words_in_marks_are_not_the_authors(paragraph: str) -> None:
    found = heard(paragraph)
    assert found is not None
    assert SAID in found


@from_table
def test_what_stands_outside_and_what_i_said_is_the_authors(paragraph: str) -> None:
    assert heard(paragraph) is None


def test_a_title_and_a_word_that_is_pointed_at_are_nobodys_speech() -> None:
    assert heard("I read “The Mill at the End of the Road” there.", "The Mill at the End of the Road") is None
    assert heard("They call it “old mill” there.", "old mill") is None


SHORT = "Nobody came"


@from_table
def test_a_few_words_that_are_spoken_are_not_the_authors_either(paragraph: str) -> None:
    assert heard(paragraph, SHORT) is not None


def test_two_words_that_are_spoken_are_not_the_authors() -> None:
    assert heard("“No, thanks!” the baker shouted.", "No, thanks") is not None
    assert heard("The baker said: “Not ever.”", "Not ever") is not None


@from_table
def test_a_few_words_that_are_pointed_at_or_are_mine_are_the_authors(paragraph: str, words: str) -> None:
    assert heard(paragraph, words) is None


def test_a_voice_around_them_tells_whose_they_are() -> None:
    assert heard(f"“{SAID},” a miller told me.", voices=(VoiceWords("miller", "The mill has", "for years"),)) is None


def test_a_quotation_of_them_shows_the_line_to_add() -> None:
    silent = POSTS.replace("  - {who: neighbour, from: Nobody mends, to: nobody needs}\n", "")
    assert silent != POSTS
    assert codes(quotes=quote("Nobody mends what nobody needs"), sources_yaml=silent) == ["E160"]
    assert codes(quotes=quote("and I believed her"), sources_yaml=silent, posts__valley_txt=POST) == []


def test_words_without_the_frame_that_tells_who_says_them_are_not_the_authors() -> None:
    for frame in ("The vicar says ", "My neighbour told me that ", "Greet (9) thinks ", "As the baker puts it, "):
        text = POST.replace("I walked through", f"{frame}I walked through")
        assert codes(quotes=quote("I walked through the valley"), posts__valley_txt=text) == ["E160"]
