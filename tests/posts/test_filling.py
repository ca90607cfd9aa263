"""Words that are marked in a source: whose they are, what is made of them, and what is refused."""

from pathlib import Path

import pytest

from talkbuilder.diagnostics import Refused, Report
from talkbuilder.evidence.library.library import Library
from talkbuilder.evidence.library.protected import Protected, protect, write_protected
from talkbuilder.evidence.proof.judge import Judge
from talkbuilder.evidence.proof.post_text import LABEL, PostText, Turn
from talkbuilder.posts.search.filling import Filled, Kind, add, fill
from talkbuilder.posts.search.new_fact import year_before
from talkbuilder.posts.search.speakers import Marked, Speaker, mark, named, parts_of, source_of
from talkbuilder.source.project import Project
from talkbuilder.stages.read import read_library
from tests.corpora.tables import from_table
from tests.running import edit, put, run
from tests.wells import OVERHEARD

OFFICE = {"speaker": "office"}
OWN = {
    "says": "In 2011 at least 171 of 212 wells held water",
    "measure": "wells that held water",
    "value": "171",
    **OFFICE,
}
COUNTED, ASKED = "Of the 212 wells that were counted in 2011, at least 171 held water.", "I have four wells, and nobody"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return put(tmp_path, OVERHEARD)


@pytest.fixture
def book(folder: Path) -> Path:
    """The same, where what is told of the wells is no report: a book may quote anybody."""
    edit(folder / "assets" / "sources.yaml", "kind: report", "kind: book")
    return folder


def read(folder: Path) -> tuple[Library, Judge]:
    library = read_library(Project(folder), Report())
    return library, Judge(library, {}, for_lock=False)


def marked(folder: Path, words: str, post: str = "report") -> Marked:
    library, judge = read(folder)
    start = OVERHEARD[f"assets/posts/{post}.txt"].index(words)
    found = mark(post, start, start + len(words), library, judge)
    assert found
    return found


def filled(folder: Path, words: str, kind: Kind = "fact", own: dict[str, str] | None = None) -> Filled:
    return fill(kind, marked(folder, words), *read(folder), own or {})


def add_speaker(folder: Path, library: Library, where: Marked, told: Speaker) -> str:
    one = named(folder, library, where, told)
    one.write(folder)
    return one.id


def faults(one: Filled) -> list[str]:
    return [fault.code for fault in one.tried.faults if fault.is_error]


def spoken(folder: Path, post: str = "report") -> list[tuple[str, str]]:
    library, judge = read(folder)
    found = source_of(post, library, judge)
    assert found
    source, text = found
    told = text, library.publisher_of(source), judge.nobodys(source, text)
    parts = [part for one in text.paragraphs for part in parts_of(*told, one)]
    assert all(text.original[one.start : one.end].strip() for one in parts)
    return [(one.who, text.original[one.start : one.end].strip()) for one in parts]


def test_a_paragraph_is_cut_where_another_speaks(folder: Path) -> None:
    assert spoken(folder)[2:] == [
        ("office", "The miller said,"),
        ("", "“I have four wells, and nobody ever asked me which.”"),
        ("office", "He carried the water home."),
    ]
    assert spoken(folder, "letter") == [
        ("miller", "I have four wells, and four children who carry the water."),
        ("neighbor", "Nobody asked them."),
    ]


def test_of_a_source_without_an_author_all_is_nobodys_until_one_is_named(folder: Path) -> None:
    edit(folder / "assets" / "sources.yaml", ", by: office", "")
    assert {who for who, _ in spoken(folder)} == {""}
    library, _ = read(folder)
    assert add_speaker(folder, library, marked(folder, COUNTED), Speaker(who="office")) == "office"
    assert "kind: report, by: office}" in (folder / "assets" / "sources.yaml").read_text("utf-8")
    assert spoken(folder)[0][0] == "office"


def test_whose_words_a_fact_rests_on_is_asked_as_of_a_quotation(book: Path) -> None:
    assert faults(filled(book, COUNTED, own=OWN | {"speaker": ""})) == ["E160"]


def test_what_only_a_person_knows_is_wanted_and_the_rest_is_read(folder: Path) -> None:
    first = filled(folder, COUNTED, own=OFFICE)
    assert faults(first) == ["E014"]
    assert first.numbers == (("212", "212"), ("at least 171", "171"))
    one = filled(folder, COUNTED, own={**OWN, "id": "wells-171"})
    told = {key: one.fields[key] for key in ("show", "precision", "as_of", "source", "kind")}
    assert told == {
        "show": "at least 171",
        "precision": "at-least",
        "as_of": "2011",
        "source": "office",
        "kind": "primary",
    }
    assert (faults(one), one.use, one.agrees) == (
        [],
        "{wells-171}",
        ("found in the passage, as it should be: 2011, 171 and 212",),
    )


@from_table
def test_what_a_source_says_of_itself_or_has_from_another_is_not_said_for_it(
    folder: Path, sentence: str, says: str, kind: str
) -> None:
    with (folder / "assets" / "posts" / "report.txt").open("a", encoding="utf-8") as report:
        start = report.tell()
        report.write(f"\n\n{sentence}\n")
    library, judge = read(folder)
    found = mark("report", start + 2, start + 2 + len(sentence), library, judge)
    assert found
    one = fill("fact", found, library, judge, OFFICE)
    assert (one.fields.get("says", ""), one.fields["kind"]) == (says, kind)
    assert any(fault.code == "E014" and "'says'" in fault.message for fault in one.tried.faults) == (not says)


def test_a_statement_that_has_nothing_of_its_passage_is_asked_about(folder: Path) -> None:
    assert "no word and no figure" in filled(folder, COUNTED, own={**OFFICE, "says": "the price f"}).tried.question
    assert "no word and no figure" not in filled(folder, COUNTED, own=OWN).tried.question


def test_a_fact_may_be_about_no_number(folder: Path) -> None:
    one = filled(folder, COUNTED, own={"says": "Many wells held water", "measure": "wells", "value": "", **OFFICE})
    assert (faults(one), {"value", "unit", "measure", "precision"} & {*one.fields}) == ([], set())


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("On that evening we served 63 meals.", "primary"),
        ("I saw 63 people at the door.", "observation"),
        ("The hall has 63 chairs.", "secondary"),
        ("Somebody told me that 63 of our guests had lost their homes.", "hearsay"),
        ("I told him that we served 63 meals.", "secondary"),
    ],
)
def test_of_my_own_text_what_was_told_is_hearsay_and_what_i_lived_is_at_first_hand(
    folder: Path, sentence: str, kind: str
) -> None:
    (folder / "assets" / "people.yaml").write_text("me: {credit: The speaker, role: author}\n", "utf-8")
    (folder / "assets" / "sources.yaml").write_text("report: {by: me, title: A report, date: 2012}\n", "utf-8")
    (folder / "assets" / "posts" / "report.txt").write_text(f"{sentence}\n", "utf-8")
    library, judge = read(folder)
    found = mark("report", 0, len(sentence), library, judge)
    assert found
    assert fill("fact", found, library, judge, {"speaker": "me"}).fields["kind"] == kind


@from_table
def test_what_a_check_would_refuse_is_not_written(own: dict[str, str], code: str, folder: Path) -> None:
    before = (folder / "assets" / "facts.yaml").read_bytes()
    one = filled(folder, COUNTED, own=OWN | own)
    assert code in faults(one)
    with pytest.raises(Refused):
        add(folder, one)
    assert (folder / "assets" / "facts.yaml").read_bytes() == before


def test_nothing_is_made_of_what_is_nobodys_until_somebody_is_named(folder: Path) -> None:
    one = filled(folder, ASKED, "quote")
    assert faults(one) == ["E160"]
    assert one.fields["speaker"] == ""
    library, _ = read(folder)
    who = add_speaker(folder, library, marked(folder, ASKED), Speaker(credit="The miller, in a talk", role="source"))
    assert who == "miller-in-talk"
    people, sources = ((folder / "assets" / f"{name}.yaml").read_text("utf-8") for name in ("people", "sources"))
    assert 'miller-in-talk: {credit: "The miller, in a talk", role: source}\n' in people
    assert '{who: miller-in-talk, from: "I have four wells,", to: "four wells, and nobody"}' in sources  # and no more
    assert (faults(filled(folder, ASKED, "quote")), filled(folder, ASKED, "quote").fields["speaker"]) == ([], who)


@pytest.mark.parametrize(
    "told",
    [Speaker(), Speaker(credit="A miller"), Speaker(credit="A miller", role="king"), Speaker(who="nobody-here")],
)
def test_a_speaker_who_cannot_be_is_not_written(told: Speaker, folder: Path) -> None:
    names = ("people", "sources")
    before = [(folder / "assets" / f"{name}.yaml").read_bytes() for name in names]
    library, _ = read(folder)
    with pytest.raises(Refused):
        add_speaker(folder, library, marked(folder, ASKED), told)
    assert [(folder / "assets" / f"{name}.yaml").read_bytes() for name in names] == before


def test_a_report_holds_the_words_of_whom_its_import_was_told(folder: Path) -> None:
    one = filled(folder, "A repair takes four days", "quote")
    assert (one.fields["speaker"], faults(one)) == ("office", [])
    library, _ = read(folder)  # and may hold another's all the same
    where = marked(folder, "He carried the water home")
    assert add_speaker(folder, library, where, Speaker(who="miller")) == "miller"
    assert filled(folder, "He carried the water home", "quote").fields["speaker"] == "miller"


def test_whose_words_a_quotation_has_that_no_voice_tells_is_for_a_person_to_say(book: Path) -> None:
    folder, words = book, "A repair takes four days"
    one = filled(folder, words, "quote")
    assert (one.fields["speaker"], faults(one)) == ("", ["E160"])
    assert faults(filled(folder, words, "quote", {"speaker": "miller"})) == ["E103"]
    library, _ = read(folder)
    assert add_speaker(folder, library, marked(folder, words), Speaker(credit="Miller", role="source"))
    assert filled(folder, words, "quote").fields["speaker"] == "miller-2"
    library, _ = read(folder)  # whom slides call the same in the same role is the same
    where = marked(folder, "He carried the water home")
    assert add_speaker(folder, library, where, Speaker(credit="miller", role="source")) == "miller-2"
    assert named(folder, library, marked(folder, COUNTED), Speaker(credit="Miller", role="staff")).id == "miller-3"
    assert "He carried" not in "".join(words for who, words in spoken(folder) if who == "office")


def test_a_voice_holds_the_words_that_were_marked_and_no_others(folder: Path) -> None:
    library, _ = read(folder)
    add_speaker(folder, library, marked(folder, "nobody ever asked me which"), Speaker(who="miller"))
    assert spoken(folder)[3:5] == [("", "“I have four wells, and"), ("miller", "nobody ever asked me which.”")]


def test_a_stretch_is_of_whole_words_without_its_quote_marks_and_of_one_speaker(folder: Path) -> None:
    assert marked(folder, "have four wells, and nobod").words == ASKED[2:]
    assert marked(folder, "“I have four wells, and nobody ever asked me which.”").words.endswith("me which.")
    library, judge = read(folder)
    text = OVERHEARD["assets/posts/report.txt"]
    for start, end in ((text.index("The miller"), text.index("which")), (-5, 0), (len(text), len(text) + 9)):
        assert mark("report", start, end, library, judge) is None
    assert mark("../report", 0, 9, library, judge) is None


def test_a_protected_name_gets_into_no_file(folder: Path) -> None:
    run("protect", "-C", folder, "carried", "wells that held")
    one = filled(folder, "He carried the water home", "quote", {"speaker": "office"})
    assert "E180" in faults(one)
    assert one.id == "water-home"  # and not carried-water-home
    with pytest.raises(Refused):
        add(folder, one)
    assert "E180" in faults(filled(folder, COUNTED, own=OWN))
    library, _ = read(folder)
    with pytest.raises(Refused):
        add_speaker(folder, library, marked(folder, ASKED), Speaker(credit="One who carried", role="source"))
    add_speaker(folder, library, marked(folder, "He carried the water home"), Speaker(who="miller"))
    assert "{who: miller, at: " in (folder / "assets" / "sources.yaml").read_text("utf-8")
    assert spoken(folder)[-1] == ("miller", "He carried the water home.")


MONEY = (
    "An engineer estimated in 2011 that two tunnels under the lane would cost about £85,000.",
    "In 2010 we carried 2,051 toads, and on 9 March it had been 412.",
    "Those who called early waited 1 hour; those who called late 4 hours.",
    "The first carrying was in 1897, by two shepherds.",
)


@pytest.fixture
def lane(folder: Path) -> Path:
    text = OVERHEARD["assets/posts/report.txt"]
    (folder / "assets" / "posts" / "report.txt").write_text("\n\n".join((text, *MONEY)), "utf-8")
    return folder


UNMARKED = ("Those who called early", "The first carrying was in 1897")


def of_lane(lane: Path, words: str, own: dict[str, str] | None = None) -> Filled:
    library, judge = read(lane)
    start = (lane / "assets" / "posts" / "report.txt").read_text("utf-8").index(words)
    found = mark("report", start, start + len(words), library, judge)
    assert found
    return fill("fact", found, library, judge, OFFICE | (own or {}))


def test_which_of_several_figures_is_meant_is_asked_and_what_follows_from_it_is_read(lane: Path) -> None:
    first = of_lane(lane, MONEY[0])
    assert (first.is_open, "value" in first.fields, faults(first)[0]) == (True, False, "E014")
    one = of_lane(lane, MONEY[0], {"value": "85000", "measure": "cost of two tunnels"})
    assert {key: one.fields[key] for key in ("show", "unit", "precision", "as_of")} == {
        "show": "about £85,000",
        "unit": "GBP",
        "precision": "about",
        "as_of": "2011",
    }
    assert (faults(one), "£85,000\n" in one.yaml) == ([], True)


@pytest.mark.parametrize(
    ("words", "value"),
    [("called early waited 1 hour", "1"), ("called late 4 hours", "4"), *((one, None) for one in UNMARKED)],
)
def test_the_figure_in_the_words_that_are_marked_is_meant_and_no_other(
    lane: Path, words: str, value: str | None
) -> None:
    one = of_lane(lane, words)
    assert (one.is_open, one.fields.get("value")) == (value is None, value)


def test_the_unit_is_asked_where_a_measure_is_named_and_a_day_of_a_date_is_no_number(lane: Path) -> None:
    one = of_lane(lane, MONEY[1], {"value": "412", "unit": "", "measure": "toads on one evening"})
    assert [shown for shown, _ in one.numbers] == ["2,051", "412"]
    assert "E014" in faults(one)


@pytest.mark.parametrize(
    ("said", "value", "unit", "id"),
    [
        ("Three boats went out 70 times, as times were.", "70", "calls", "three-boats-went-times"),
        ("Calls are calls, 61 serious calls.", "61", "calls", "calls-serious"),
        ("They took in 12 homeless men.", "12", "men", "took-homeless-men"),
        ("One hull weighed 18.5 kg.", "18.5", "kg", "hull-weighed-kg"),
    ],
)
def test_a_unit_is_a_thing_that_is_counted_and_no_word_stands_twice_in_a_name(
    folder: Path, said: str, value: str, unit: str, id: str
) -> None:
    (folder / "assets/posts/report.txt").write_text(said, "utf-8")
    found = mark("report", 0, len(said), *read(folder))
    assert found
    one = fill("fact", found, *read(folder), OFFICE | {"value": value, "measure": "calls for help"})
    assert (one.fields.get("unit"), one.id) == (unit, id)


def test_what_slides_show_names_what_is_counted_where_it_is_seen_before_it_is_written(folder: Path) -> None:
    own = {"says": "In 2011 at least 171 wells held water", "value": "171", "measure": "wells with water", "page": "12"}
    assert filled(folder, COUNTED, own=own).fields["show"] == "at least 171"
    one = fill("fact", marked(folder, COUNTED), *read(folder), own, proposes=True)
    told = {key: one.fields.get(key) for key in ("unit", "show", "page")}
    assert told == {"unit": "wells", "show": "at least 171 wells", "page": "12"}
    del own["measure"]  # which only a person knows
    assert "measure" not in fill("fact", marked(folder, COUNTED), *read(folder), own, proposes=True).fields


def test_the_year_of_the_source_is_proposed_where_the_text_names_none(folder: Path) -> None:
    (folder / "assets" / "posts" / "report.txt").write_text("The office has 14 carts and a boat.", "utf-8")
    library, judge = read(folder)
    cart = mark("report", 0, 20, library, judge)
    assert cart
    one = fill("fact", cart, library, judge, {"measure": "carts"})
    assert (one.year, one.year_why) == ("2011", "the report is of October 2011")


def test_the_year_is_the_one_that_the_text_names_last_up_to_the_heading() -> None:
    text = PostText(
        "Wells\n\nIn 2011 we counted 12, 3 more than in 2010. Nine were dry.\n\nOthers were not.\n\nTrees\n\nTwo fell.",
        *((), None, ()),
    )
    places = [text.text.index(words) for words in ("Nine", "Others", "Two")]
    assert [year_before(text, at)[0] for at in places] == ["2011", "2011", ""]


def test_the_name_before_what_somebody_says_is_no_part_of_why_a_year_is_right() -> None:
    text = PostText("Orsolya: In 2011 we counted. Nine were dry.", (), None, (Turn(LABEL, 0, 9), Turn("o", 9, 43)))
    assert year_before(text, text.text.index("Nine")) == ("2011", "In 2011 we counted.")


@pytest.mark.parametrize("before", ["In 2011 Orsolya counted the gates.", "In 2011 a smith counted the gates."])
def test_why_a_year_is_right_is_proposed_without_a_protected_name(before: str, folder: Path) -> None:
    (folder / "assets/posts/protected.txt").write_bytes(write_protected(protect(Protected(b"salt" * 4), "Orsolya")))
    (folder / "assets/posts/report.txt").write_text(f"{before} It had 14 carts and a boat.", "utf-8")
    library, judge = read(folder)
    cart = mark("report", len(before) + 1, len(before) + 20, library, judge)
    assert cart
    one = fill("fact", cart, library, judge, {"measure": "carts"})
    told = "" if "Orsolya" in before else ": In 2011 a smith counted …"
    assert (one.year, one.year_why) == ("2011", f"the text names it before{told}")


@pytest.mark.parametrize("words", ["since spring 2009", "until May 2009", "from 2009 on"])
def test_a_year_since_which_something_is_is_not_the_year_of_a_figure(words: str, folder: Path) -> None:
    said = f"It had 14 carts {words}."
    (folder / "assets/posts/report.txt").write_text(f"In 2011 a smith counted. {said}", "utf-8")
    library, judge = read(folder)
    cart = mark("report", 25, 25 + len(said), library, judge)
    assert cart
    one = fill("fact", cart, library, judge, {"measure": "carts", "value": "14"})
    assert (one.fields.get("as_of"), one.year) == (None, "2011")
