"""What a reviewer of a slide is told first: words, causes, heads and ways that nothing on the slide bears out."""

from pathlib import Path

import pytest

from talkbuilder.authoring.slides import SlideSubject, slide_subjects
from talkbuilder.authoring.unsaid import sentences_of
from talkbuilder.diagnostics import Report
from talkbuilder.source.project import DiskProject, MemoryProject
from talkbuilder.stages.read import read_library, read_outline
from talkbuilder.stages.resolve import resolve
from talkbuilder.talk.talk import Talk
from tests.cases import LIBRARY, TALK, picture, talk

ROOT = Path(__file__).parents[2]


def fact(id: str, says: str, show: str, more: str = "") -> str:
    pointer = " ".join(says.split()[:8])
    return (
        f"{id}:\n  says: {says}\n  show: {show}\n  source: example-person\n  kind: secondary\n  post: village\n"
        f"  exact: {pointer}\n{more}"
    )


FACTS = "".join(
    (
        fact("mill-closed", "The mill by the river closed in 2011", "closed in 2011"),
        fact("bakers", "Some bakers moved to the market", "moved to the market"),
        fact("ferry", "The ferry carried farmers over the lake", "over the lake"),
        fact("bridge", "Masons from Uzbekistan built the bridge", "built the bridge", "  place: UZ\n"),
        fact("orchard", "The orchard gave apples after the frost", "gave apples"),
        fact("trade", "Trade fell in the year of the flood", "fell"),
        fact("example-kz", "Farmers in Kazakhstan know it", "know it", "  place: KZ\n"),
        fact("letters", "Farmers wrote letters about the lake", "letters"),
    )
)
DRAWING = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><title>A mill</title>'
    '<rect class="teal" width="4" height="4"/></svg>'
)
FILES: dict[str, str | bytes] = {
    **LIBRARY,
    "assets/facts.yaml": LIBRARY["assets/facts.yaml"] + FACTS,
    "assets/drawings/mill.svg": DRAWING.encode(),
    "assets/images/gate.png": picture(),
}


def subjects(slides: str, facts: str = "") -> tuple[SlideSubject, ...]:
    """Of a talk of these slides; `facts` are more entries than those of the library."""
    files = {**FILES, "assets/facts.yaml": f"{FILES['assets/facts.yaml']!s}{facts}", TALK: talk(slides)}
    project, report = MemoryProject(files), Report()
    outline = read_outline(project, "talk", report)
    assert outline, [one.message for one in report.diagnostics]
    made = resolve("talk", outline, read_library(project, report), report)
    assert made.is_whole, [one.message for one in report.diagnostics]
    return slide_subjects(made)


def reasons(slides: str, facts: str = "") -> tuple[str, ...]:
    """Of the first slide that is written."""
    return subjects(slides, facts)[2].doubts


def bullet(text: str, cite: str = "mill-closed, bakers") -> str:
    return f'- title: What happened there\n  bullets: ["{text}", "{{bakers}}"]\n  cite: [{cite}]\n  notes: So.\n'


def noted(text: str, cite: str = "mill-closed, bakers") -> str:
    return f"- title: What happened there\n  drawing: mill\n  cite: [{cite}]\n  notes: |\n    {text}\n"


PLAIN_FORGERIES = (
    bullet("Oil money pays for the mill"),
    bullet("A landlord owns the market"),
    bullet("Smugglers use the river at night"),
    noted("The mayor sold the bakers’ tools."),
    noted("Two brothers burned the mill down."),
    noted("It was the priest who shut the mill."),
    "- title: The mill poisoned the river\n  drawing: mill\n  cite: [mill-closed]\n  notes: So.\n",
    "- title: What happened there\n  drawing: mill\n  caption: The owner lived in a palace\n  notes: So.\n",
)


@pytest.mark.parametrize("slides", PLAIN_FORGERIES)
def test_words_that_no_entry_of_the_slide_says_are_told(slides: str) -> None:
    assert any(one.startswith("no entry of this slide says '") for one in reasons(slides))


@pytest.mark.parametrize(
    ("slides", "words"),
    [
        (noted("Their neighbors can only dream of that."), "'dream'"),
        (noted("A baker will find a job in any town."), "'job' or 'town'"),
        (noted("The family of the baker could sleep again."), "'family' or 'sleep'"),
        (bullet("In the night their families {bakers}"), "'night' or 'families'"),
        (noted("A church of bakers {bakers} in winter."), "'church' or 'winter'"),
        (noted("They sharpen it, and sweep."), "'sharpen' or 'sweep'"),
    ],
)
def test_plain_words_tell_of_others_more_than_its_entry_and_what_they_could(slides: str, words: str) -> None:
    assert any(one.startswith(f"no entry of this slide says {words}: ") for one in reasons(slides)), reasons(slides)


@pytest.mark.parametrize(
    "slides",
    [
        noted("We can drive home in the night, and you will sleep."),
        noted("Can a family dream of that?"),
        noted("Our neighbors know that they {bakers}."),
        noted("Please ask a neighbor or a friend who {bakers}."),
    ],
)
def test_plain_words_to_the_room_give_no_reason(slides: str) -> None:
    assert [one for one in reasons(slides) if one.startswith("no entry of this slide says '")] == []


FORGERIES = {
    "makes a cause of 'mill-closed'": (
        noted("The mill {mill-closed}, because the bakers moved to the market."),
        noted("Thanks to the bakers the mill {mill-closed}."),
        noted("It {mill-closed}, and that’s why the bakers moved."),
        bullet("The bakers came, so the mill {mill-closed}"),
        bullet("The market led to this: it {mill-closed}"),
    ),
    "behind 'bakers' comes": (
        noted("They {bakers}, and dropped it again."),
        noted("They {bakers}, but were thrown out."),
        noted("They {bakers}, then closed the doors on the farmers."),
        noted("They {bakers}, which was forbidden."),
        noted("They {bakers}, until the police stopped them."),
    ),
    "takes for granted": (
        noted("Why did the mayor close the mill?"),
        noted("How come nobody at the market was punished?"),
        noted("Since when has the river been dirty?"),
        noted("Who paid the bakers to move?"),
        noted("When will the mill owners stop?"),
        noted("Why did she?"),
    ),
    "tells what somebody said or found": (
        noted("A baker took me aside and told me more."),
        noted("Later the miller admitted it."),
        noted("Doctors have found that the mill was the reason."),
        noted("A study came to the same."),
        noted("He confessed it at the market."),
    ),
    "tells how the picture came to be": (
        "- title: What happened there\n  drawing: mill\n  caption: Drawn by a baker in the market\n  notes: So.\n",
        "- title: What happened there\n  drawing: mill\n  caption: From the archives of the mill\n  notes: So.\n",
        "- title: What happened there\n  drawing: mill\n  caption: An eyewitness saw the mill so\n  notes: So.\n",
        "- title: What happened there\n  drawing: mill\n  caption: Copied from a photo of the mill\n  notes: So.\n",
        "- title: What happened there\n  drawing: mill\n  lead: The original of the mill\n  notes: So.\n",
    ),
    "says who is speaking": tuple(
        f"- title: {title}\n  quote: example-quote\n  notes: So.\n"
        for title in (
            "A survivor remembers",
            "The boy tells it in his own words",
            "A guard writes home",
            "One mother complains aloud",
            "The officer answers",
        )
    ),
    "no entry of this slide says 'brick' or 'yards'": (
        noted("Did you know that the brick yards are his?"),
        noted("As you know, the brick yards are his."),
        noted("Have you heard of his brick yards?"),
        noted("Everybody knows that they are his brick yards."),
        noted("As we all know, the brick yards were his."),
    ),
    "says nothing of '": (
        noted("Every last one of them {bakers}."),
        noted("They used to be farmers, and they {bakers}."),
        noted("They still {bakers}."),
        noted("Nobody but them {bakers}."),
        noted("They {bakers} without any help."),
    ),
    **{
        f"no entry of this slide says '{word}': “": (noted(text),)
        for word, text in (
            ("Every", "Every baker moved to the market."),
            ("Only", "Only bakers moved to the market."),
            ("without", "The mill by the river closed without the bakers."),
        )
    },
    "stands with": (
        "- title: Then and now\n  compare:\n  - {head: The lake, text: 'It {mill-closed}'}\n"
        "  - {head: The mill, text: 'They went {ferry}'}\n  notes: So.\n",
        "- title: Then and now\n  compare:\n  - {head: Apples, text: 'It {bridge}'}\n"
        "  - {head: The bridge, text: 'It {orchard}'}\n  notes: So.\n",
        "- title: Then and now\n  steps:\n  - {head: A ferry, text: 'It {trade}'}\n"
        "  - {head: Trade, text: 'It went {ferry}'}\n  notes: So.\n",
        "- title: Then and now\n  compare:\n  - {head: By masons, text: 'It {mill-closed}'}\n"
        "  - {head: By the river, text: 'They {bridge}'}\n  notes: So.\n",
        "- title: Then and now\n  compare:\n  - {head: Letters, points: ['It {orchard}']}\n"
        "  - {head: The orchard, points: ['They wrote {letters}']}\n  notes: So.\n",
    ),
    "no entry of the way": tuple(
        f"- title: From where they came\n  map: {{focus: [KZ], routes: [{{route: {route}, cite: [{cite}]}}]}}\n"
        "  notes: So.\n"
        for route, cite in (
            ("UZ > KZ", "ferry"),
            ("TJ > UZ", "bridge"),
            ("RU > KZ", "bakers"),
            ("KZ > CN", "trade"),
            ("Moscow > Tashkent", "bridge"),
        )
    ),
    "is on the map, and": tuple(
        f"- title: Where it stands\n  map: {{focus: [KZ], label: [{label}], facts: [bridge]}}\n  notes: So.\n"
        for label in ("Almaty", "RU", "Astana", "{label: The old prison, latitude: 50.1, longitude: 70.2}", "CN")
    ),
}


@pytest.mark.parametrize(
    ("told", "slides"), [(told, slides) for told, forged in FORGERIES.items() for slides in forged]
)
def test_what_bends_a_slide_is_told_as_what_it_is(told: str, slides: str) -> None:
    found = reasons(slides)
    assert [one for one in found if told in one], found


HONEST = (
    noted("The restrooms are down the hall, on your left, and parking is behind the room."),
    noted("The exit is at the back."),
    noted("Bear with me: this part is a little dry and technical."),
    noted("The next slide is boring, so stay with me."),
    noted("To the north lies the mill that {mill-closed}."),
    noted("The mill lies far in the east, by the river."),
    noted("The mill {mill-closed}, and that’s why I’m here."),
    noted("The mill {mill-closed}, which is why I came to you tonight."),
    noted("The mill {mill-closed}, so I tell you this."),
    bullet("The mill {mill-closed}"),
    bullet("By the river a mill {mill-closed}"),
    noted("Look at the picture. What do you see?"),
    noted("The bakers went, and some of them {bakers}."),
    noted("I wonder what you would have done. Think about it for a minute."),
    noted("Please turn to the one beside you, and tell them what you heard."),
    noted("The mill {mill-closed}. Hold on to that."),
    noted("Why do we look away?"),
    noted("You may bring a lantern."),
    noted("Pick one lantern."),
    noted("That’s the question for the rest of the evening."),
    "- title: Somebody remembers\n  quote: example-quote\n  notes: So.\n",
    "- title: In somebody’s own words\n  quote: example-quote\n  notes: So.\n",
    noted("Masons {bridge}.", "bridge"),
    noted("The orchard {orchard}, after the frost.", "orchard"),
    "- title: Then and now\n  compare:\n  - {head: The mill, text: 'It {mill-closed}'}\n"
    "  - {head: The ferry, text: 'They went {ferry}'}\n  notes: So.\n",
    "- title: From where they came\n  map: {focus: [KZ], routes: [{route: UZ > KZ, cite: [bridge, example-kz]}]}\n"
    "  notes: So.\n",
    "- title: Where it stands\n  map: {focus: [UZ], label: [UZ], facts: [bridge]}\n  notes: So.\n",
)


@pytest.mark.parametrize("slides", HONEST)
def test_what_a_slide_rests_on_and_plain_talk_give_no_reason(slides: str) -> None:
    assert reasons(slides) == ()


def test_what_a_talk_comes_back_to_is_its_own_vocabulary() -> None:
    lantern = "- {title: The lantern went out, drawing: mill, cite: [mill-closed], notes: So.}\n"
    assert "lantern" in " ".join(reasons(lantern))
    again = "".join(lantern.replace("title: The", f"title: {which} a") for which in ("Once", "Twice", "At last"))
    assert "lantern" not in " ".join(reasons(again))


@pytest.mark.parametrize("name", ["kazakhstan", "human-trafficking"])
def test_of_our_own_talks_few_sentences_give_a_reason(name: str) -> None:
    project, report = DiskProject(ROOT), Report()
    outline = read_outline(project, name, report)
    assert outline
    made: Talk = resolve(name, outline, read_library(project, report), report)
    doubts = sum(len(one.doubts) for one in slide_subjects(made))
    sentences = sentences_of(made)
    assert sentences > 300
    assert doubts <= sentences / 4


@pytest.mark.parametrize(
    "slides",
    [
        noted("The restrooms are where the miners slept."),
        noted("The cellar of the miners is dry."),
        noted("The miller lies about the north."),
        noted("The mill {mill-closed}, and that’s why I was fired."),
        noted("The mill {mill-closed}, and that’s why we are poor."),
        noted("The mill {mill-closed}, so the bakers came here."),
    ],
)
def test_what_only_looks_like_a_practical_word_is_asked_about(slides: str) -> None:
    assert reasons(slides)


YEARS = "".join(
    f"{id}:\n  says: In {year} the miller sold {value} {what}\n  show: '{value}'\n  value: {value}\n  unit: {what}\n"
    f"  measure: {what} sold\n  as_of: {year}\n  source: example-person\n  kind: secondary\n  post: village\n"
    f"  exact: sold {value} {what}\n"
    for id, year, value, what in (
        ("sacks-2010", 2010, 30, "sacks"),
        ("sacks-2011", 2011, 50, "sacks"),
        ("loaves-2010", 2010, 90, "loaves"),
        ("loaves-2011", 2011, 70, "loaves"),
    )
)


@pytest.mark.parametrize(
    ("said", "is_so"),
    [
        ("The miller sold {sacks-2011} sacks. That is more than the year before, when it was {sacks-2010}.", True),
        ("The miller sold {loaves-2011} loaves. That is less than the year before: {loaves-2010}.", True),
        ("The miller sold {loaves-2010} loaves. That is more than the year after: {loaves-2011}.", True),
        ("The miller sold {sacks-2010} sacks. That is more than the year after: {sacks-2011}.", False),
        ("The miller sold {sacks-2011} sacks. That is less than the year before, when it was {sacks-2010}.", False),
        ("The miller sold {loaves-2011} loaves. That is more than the year before: {loaves-2010}.", False),
        ("The miller sold {sacks-2011} sacks. That is more than in the town with {sacks-2010}.", False),
    ],
)
def test_figures_of_two_years_are_compared_the_way_they_go(said: str, is_so: bool) -> None:
    found = reasons(noted(said, "sacks-2010, sacks-2011, loaves-2010, loaves-2011"), YEARS)
    assert ([one for one in found if "says nothing of" in one] == []) == is_so, found


@pytest.mark.parametrize(
    "text",
    [
        "They {bakers}. [pause 10] And the mill {mill-closed}.",
        "[pause 5] They {bakers}.",
        "They {bakers}. [pause]",
        "The mill [pause 3 s] {mill-closed}.",
        "[ pause 12 ] They {bakers}.",
        "They {bakers}. [Pause 4]",
    ],
)
def test_a_pause_is_no_word(text: str) -> None:
    assert reasons(noted(text)) == ()


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("They had a pause.", "pause"),
        ("They {bakers}. [pause while smugglers come]", "smugglers"),
        ("[smugglers] They {bakers}.", "smugglers"),
        ("They {bakers}. [pause 5] Smugglers came.", "smugglers"),
        ("They {bakers}. [pause five]", "pause"),
        ("[pause 5, smugglers] They {bakers}.", "smugglers"),
    ],
)
def test_what_stands_beside_a_pause_is_one(text: str, word: str) -> None:
    assert any(f"'{word}'" in one for one in reasons(noted(text)))


def of_so(text: str) -> list[str]:
    return [one for one in reasons(noted(text)) if one.startswith("'so' makes a cause")]


@pytest.mark.parametrize(
    "text",
    [
        "That was so for the ones who {bakers}.",
        "It is so then, and they {bakers}.",
        "That’s so, and the mill {mill-closed}.",
        "If that is so, the mill {mill-closed}.",
        "It had been so before they {bakers}.",
        "It was not so when the mill {mill-closed}.",
    ],
)
def test_so_behind_to_be_means_thus(text: str) -> None:
    assert of_so(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The bakers moved, so the mill {mill-closed}.",
        "It was late and so the mill {mill-closed}.",
        "The frost was so strong that the mill {mill-closed}.",
        "It was so dry the mill {mill-closed}.",
        "The farmer was there so the mill {mill-closed}.",
        "That was so, and it was late, so the mill {mill-closed}.",
    ],
)
def test_any_other_so_makes_a_cause(text: str) -> None:
    assert len(of_so(text)) == 1


@pytest.mark.parametrize(
    ("text", "is_told"),
    [
        ("The mistakes are all mine.", False),
        ("The words are mine and not theirs.", False),
        ("A friend of mine said that they {bakers}.", False),
        ("Two neighbors of mine know it.", False),
        ("Mine is a short story.", False),
        ("This picture was mine.", False),
        ("The bakers dug in a mine.", True),
        ("It is a kind of mine.", True),
        ("They were mine workers.", True),
        ("A son of mine workers {bakers}.", True),
        ("The mine is deep.", True),
        ("Gold from one mine of mine owners.", True),
        ("Next to the market is mine number two.", True),
    ],
)
def test_what_is_mine_is_no_mine(text: str, is_told: bool) -> None:
    assert any("'mine'" in one for one in reasons(noted(text))) == is_told


def test_who_is_mine_is_still_told_of() -> None:
    assert reasons(noted("A smuggler of mine knows it."))[0].startswith("no entry of this slide says 'smuggler': ")
