"""Labels, subjects, headlines, stories and pictures that tell of something else than entries do."""

import pytest

from talkbuilder.authoring.slides import slide_subjects
from talkbuilder.diagnostics import Report
from talkbuilder.source.project import MemoryProject
from talkbuilder.stages.read import read_library, read_outline
from talkbuilder.stages.resolve import resolve
from tests.authoring.test_unsaid import FILES, bullet, noted
from tests.cases import TALK, picture, talk

_COUNTED = "".join(
    f"{id}:\n  says: In {year} the bureau counted {value} {unit} {more}\n  show: '{value}'\n  value: {value}\n"
    f"  unit: {unit}\n  measure: {unit} {more}\n  as_of: {year}\n  source: example-person\n  kind: secondary\n"
    f"  post: village\n  exact: counted {value} {unit} {more}\n"
    for id, year, value, unit, more in (
        ("goats-2009", 2009, 20, "goats", "sold at the market"),
        ("goats-2010", 2010, 40, "goats", "sold at the market"),
        ("ships", 2010, 12, "ships", "built in the harbor"),
        ("steamers", 2010, 5, "ships", "built in the harbor with an engine"),
    )
)
_FACTS = f"{FILES['assets/facts.yaml']!s}{_COUNTED}"


def reasons(slides: str, **files: str | bytes) -> tuple[str, ...]:
    """Of the first slide that is written."""
    more = {name.replace("__", "/").replace("_dot_", "."): text for name, text in files.items()}
    project, report = MemoryProject({**FILES, "assets/facts.yaml": _FACTS, **more, TALK: talk(slides)}), Report()
    outline = read_outline(project, "talk", report)
    assert outline, [one.message for one in report.diagnostics]
    made = resolve("talk", outline, read_library(project, report), report)
    assert made.is_whole, [one.message for one in report.diagnostics]
    return slide_subjects(made)[2].doubts


def chart(keys: str, facts: str = "[goats-2009, goats-2010]") -> str:
    return f"- title: From year to year\n  chart: columns\n  facts: {facts}\n  {keys}\n  notes: So.\n"


def crowd(keys: str, title: str = "Some of the ships") -> str:
    return f"- title: {title}\n  people: {{show: steamers, of: ships, {keys}}}\n  notes: So.\n"


def counted(note: str) -> str:
    two = f"[{{count: goats-2010, head: sold, note: {note}}}, {{count: ships, head: built, note: in the harbor}}]"
    return f"- title: Two counts\n  counts: {two}\n  notes: So.\n"


def test_of_two_counts_each_rests_on_its_own_fact() -> None:
    assert "'harbor' stands with 'goats-2010', which does not say it" in reasons(counted("in the harbor"))
    assert reasons(counted("sold at the market")) == ()


def test_what_a_fact_counts_is_no_word_that_it_does_not_say() -> None:
    money = {"assets__facts_dot_yaml": _FACTS.replace("unit: goats", "unit: USD")}
    told = [one for note in ("dollars", "coins") for one in reasons(counted(note), **money) if "stands with" in one]
    assert told == ["'coins' stands with 'goats-2010', which does not say it"]


def test_how_a_picture_is_described_proves_nothing_of_how_it_came_to_be() -> None:
    drawing = FILES["assets/drawings/mill.svg"]
    assert isinstance(drawing, bytes)
    drawn = drawing.decode().replace("A mill", "A mill, drawn by a baker")
    told = reasons(
        "- title: What happened there\n  drawing: mill\n  notes: So.\n", assets__drawings__mill_dot_svg=drawn
    )
    assert "'drawn by' tells how the picture came to be, which nothing here proves: “A mill, drawn by a baker”" in told


@pytest.mark.parametrize(
    ("slides", "word"),
    [
        (chart("lead: Counted by my own students"), "students"),
        (chart("lead: Goats in an average month"), "month"),
        (chart("lead: Goats", "{set free: goats-2009, slaughtered: goats-2010}"), "slaughtered"),
        (chart("unit: children"), "children"),
        (chart("lead: Goats that the mayor bought"), "mayor"),
        (crowd("label: stolen, others: the others"), "stolen"),
        (crowd("label: with an engine, others: let off with a fine"), "fine"),
        (counted("by neighbors who called"), "neighbors"),
        (counted("to thieves"), "thieves"),
    ],
)
def test_a_label_with_a_word_that_its_figure_has_not_is_told(slides: str, word: str) -> None:
    found = reasons(slides)
    assert any("stands with" in one and f"'{word}'" in one for one in found), found


@pytest.mark.parametrize(
    "slides",
    [
        chart("lead: Goats sold at the market"),
        chart("lead: 'Goats, as the bureau counted them'"),
        chart("lead: At the market", "{goats: goats-2009, goats sold: goats-2010}"),
        chart("unit: goats"),
        crowd("label: with an engine, others: the others"),
        counted("at the market"),
    ],
)
def test_a_label_in_the_words_of_its_figure_gives_no_reason(slides: str) -> None:
    assert [one for one in reasons(slides) if "stands with" in one] == []


@pytest.mark.parametrize(
    "slides",
    [
        noted("The judges {bakers}."),
        noted("In those days the soldiers {bakers}."),
        noted("The police there {bakers}."),
        noted("A widow {ferry}.", "ferry"),
        noted("The consul’s driver {ferry}.", "ferry"),
        bullet("Two nurses {ferry}", "ferry"),
    ],
)
def test_somebody_else_before_a_reference_is_told(slides: str) -> None:
    assert any("says nothing of '" in one for one in reasons(slides))


@pytest.mark.parametrize(
    "slides",
    [
        noted("The bakers {bakers}."),
        noted("They {bakers}."),
        noted("Farmers say that it went {ferry}.", "ferry"),
        noted("My teacher told me, and so it went {ferry}.", "ferry"),
        noted("Masons {bridge}.", "bridge"),
    ],
)
def test_whom_an_entry_names_may_stand_before_its_reference(slides: str) -> None:
    assert [one for one in reasons(slides) if "says nothing of '" in one] == []


@pytest.mark.parametrize(
    "title",
    [
        "A girl at the market",
        "What the judge saw",
        "The soldiers’ side of it",
        "For a widow it was hard",
        "What a guard did",
    ],
)
def test_a_headline_over_entries_that_name_nobody_like_that_is_told(title: str) -> None:
    slide = f"- title: {title}\n  bullets: ['It {{mill-closed}}', 'They {{bakers}}']\n  notes: So.\n"
    found = reasons(slide)
    assert any("under this title" in one for one in found), found


@pytest.mark.parametrize(
    "title", ["The mill and the bakers", "A baker can choose", "What it was like", "Who are you?", "Bakers, and a mill"]
)
def test_a_headline_of_whom_its_entries_name_gives_no_reason(title: str) -> None:
    slide = f"- title: {title}\n  bullets: ['It {{mill-closed}}', 'They {{bakers}}']\n  notes: So.\n"
    assert [one for one in reasons(slide) if "under this title" in one] == []


@pytest.mark.parametrize(
    "sentence",
    [
        "She had a little girl, and they took her away at night.",
        "He waited at the door till morning, and nobody came home.",
        "Her mother left the house to him.",
        "They never gave the boy his picture back.",
        "The teacher’s friend told the family the next morning.",
    ],
)
def test_a_story_in_plain_words_that_no_entry_tells_is_told(sentence: str) -> None:
    found = reasons(noted(sentence))
    assert any("no entry of this slide tells '" in one for one in found), found


@pytest.mark.parametrize(
    "sentence",
    [
        "I had a little room, and I went home at night.",
        "They moved to the market by the river.",
        "The bakers moved, and the mill closed.",
        "Did she tell you what her mother did?",
        "You had a teacher like that, and you went home glad.",
        "She may have gone home the next morning.",
        "He is worried, and his friend is tired.",
    ],
)
def test_what_one_did_oneself_or_an_entry_tells_is_no_story(sentence: str) -> None:
    assert [one for one in reasons(noted(sentence)) if "tells '" in one] == []


@pytest.mark.parametrize(
    "title",
    [
        "This is the door behind which she slept",
        "That’s the road where they waited",
        "Here is the table at which his mother sat",
        "These are the walls that he built",
        "Those were the stairs where nobody helped her",
    ],
)
def test_a_drawing_told_as_the_very_thing_is_told(title: str) -> None:
    found = reasons(f"- title: {title}\n  drawing: mill\n  notes: So.\n")
    assert any("is pointed at" in one for one in found), found


@pytest.mark.parametrize(
    "title", ["A door, as I remember it", "This is a drawing", "A mill by a river", "Look at this", "That is all I saw"]
)
def test_a_drawing_called_what_it_is_gives_no_reason(title: str) -> None:
    slide = f"- title: {title}\n  drawing: mill\n  notes: So.\n"
    assert [one for one in reasons(slide) if "is pointed at" in one] == []


def drawn(title: str) -> bytes:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><title>{title}</title>'
        '<rect class="teal" width="4" height="4"/></svg>'
    ).encode()


TOLD = (
    "The bench on which the police count their bribes",
    "A cellar where children slept",
    "The ladder that a guard pulled up",
    "A truck of the Ministry, loaded and waiting",
    "The bread that her sister never got",
    "A gate with an armed man beside it",
    "A bus with guards at both doors",
    "A window, barred from outside",
    "Hands that are chained to a bed",
    "A face with bruises, seen from the side",
    "A harbor on the day its sailors came home",
    "A shed on the morning of the great strike",
    "A bench, its owner long since gone abroad",
    "A boat that was saved by a nun",
    "A freed goat on a meadow",
    "A harbor during the week after the wedding",
)


@pytest.mark.parametrize("told", TOLD)
def test_what_nobody_can_see_in_a_drawing_is_told(told: str) -> None:
    slide = "- title: Look at this\n  drawing: shed\n  notes: So.\n"
    found = reasons(slide, assets__drawings__shed_dot_svg=drawn(told))
    assert any(one.startswith("nobody can see '") for one in found), found


@pytest.mark.parametrize("told", TOLD)
def test_what_nobody_can_see_in_a_photo_is_told(told: str) -> None:
    slide = "- title: Look at this\n  photo: shed\n  caption: A shed\n  notes: So.\n"
    media = f"shed: {{file: shed.png, alt: '{told}', credit: 'Photo: the speaker', people: []}}\n"
    found = reasons(slide, assets__media_dot_yaml=media, assets__images__shed_dot_png=picture())
    assert any(one.startswith("nobody can see '") for one in found), found


@pytest.mark.parametrize(
    "told",
    [
        "A bench under a tree, seen from the side",
        "A shelf of books with a gap where one could stand",
        "Two cups on a table, both of them warm",
        "A form that is not filled in",
        "A bus at night, its windows lit",
        "A meadow on the morning of a summer day",
        "A shed at the end of the day, its door open",
        "A harbor in the evening light",
        "A coat, its sleeves long and gray",
    ],
)
def test_what_can_be_seen_in_a_drawing_gives_no_reason(told: str) -> None:
    slide = "- title: Look at this\n  drawing: shed\n  notes: So.\n"
    assert [one for one in reasons(slide, assets__drawings__shed_dot_svg=drawn(told)) if "nobody can see" in one] == []


@pytest.mark.parametrize(
    "do",
    [
        "Write to the senator who owns the mill",
        "Ask the bishop why his builders got no wages",
        "Shame the boss who owns the mill",
        "Tell the sheriff that you know",
        "Call the owner and ask for his slaves",
    ],
)
def test_an_action_that_tells_of_somebody_is_read_as_a_bullet(do: str) -> None:
    more = f"{FILES['assets/actions.yaml']!s}\nurge: {{do: {do}, recipient: You}}\n"
    found = reasons("- title: One thing\n  ask: urge\n  notes: So.\n", assets__actions_dot_yaml=more)
    assert any(one.startswith("no entry of this slide says '") for one in found), found


@pytest.mark.parametrize(
    "do",
    [
        "Call if you need help",
        "Ask your school which books they want",
        "Hold a sale, and give away the profit",
        "Read one book this week",
        "Tell somebody what you heard",
    ],
)
def test_an_action_that_only_asks_gives_no_reason(do: str) -> None:
    more = f"{FILES['assets/actions.yaml']!s}\nurge: {{do: '{do}', recipient: Your Own Town Library}}\n"
    assert reasons("- title: One thing\n  ask: urge\n  notes: So.\n", assets__actions_dot_yaml=more) == ()


@pytest.mark.parametrize(
    "do",
    [
        "Call the people who got the miller out",
        "Thank the officer who closed the mill",
        "Write to the shelter that lost its roof",
        "Help the girl who ran from the market",
        "Join the group that freed the bakers",
    ],
)
def test_an_action_that_takes_a_deed_for_granted_is_told(do: str) -> None:
    more = f"{FILES['assets/actions.yaml']!s}\nurge: {{do: {do}, recipient: You}}\n"
    found = reasons("- title: One thing\n  ask: urge\n  notes: So.\n", assets__actions_dot_yaml=more)
    assert any("is taken for granted" in one for one in found), found


@pytest.mark.parametrize(
    "do",
    [
        "Call the one who taught you",
        "Ask whoever is next to you",
        "Join a group near you",
        "Write to the friend who asked you",
        "Bring what you have",
    ],
)
def test_an_action_of_the_audience_takes_nothing_for_granted(do: str) -> None:
    more = f"{FILES['assets/actions.yaml']!s}\nurge: {{do: {do}, recipient: You}}\n"
    found = reasons("- title: One thing\n  ask: urge\n  notes: So.\n", assets__actions_dot_yaml=more)
    assert [one for one in found if "is taken for granted" in one] == []
