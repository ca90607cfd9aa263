"""A small talk folder of our own writing, with every kind of slide; tests change it to their need."""

from talkbuilder.diagnostics import Report
from talkbuilder.kinds import WRITTEN
from talkbuilder.layout.page import Deck
from talkbuilder.pipeline import BuildOptions, build
from talkbuilder.source.events import EVERYDAY, Event, Occasion
from talkbuilder.source.project import MemoryProject
from talkbuilder.stages.read import read_events
from tests.cases import apart_from_timing, picture

# Samples rest on little. Nobody has rung the number of one, or says of which year its figures are, and their titles
# name no more than a subject, or are of any length, as their texts.
OF_SAMPLES = frozenset({"C020", "C021", "C109", "C321", "C406", "C407", "C408", "C456"})

NO_WORDS = "bcdfghjkmq"  # letters of which random texts are made: they spell nothing that could be judged

ASSETS: dict[str, str | bytes] = {
    "assets/people.yaml": """
bureau: {credit: A bureau that counts, role: source, may_be_named: true}
witness: {credit: A witness, role: public}
""",
    "assets/sources.yaml": """
first:
  title: The first post
  date: 2012-04
  voices:
  - {who: bureau, from: The bureau counted, to: live there}
  - {who: witness, from: The wind, to: word}
second:
  title: The street that it names
  cite_as: "The […] post"
  date: 2012-05-17
  voices: [{who: witness, from: The grass, to: was seven}]
third:
  title: What was counted
  date: 2012-05
  voices:
  - {who: bureau, from: The bureau counted 20, to: 191 goats}
  - {who: witness, from: Supposedly, to: in all}
""",
    "assets/facts.yaml": """
herds: {says: The bureau counted 88 herds in 2010, show: "88", value: 88, unit: herds, measure: herds counted,
  as_of: 2010, source: bureau, kind: primary, post: first, exact: counted 88 herds}
people: {says: About 16 million people live there, show: about 16 million, value: 16000000, precision: about,
  measure: people living there, place: KZ, as_of: 2012, source: bureau, kind: secondary, post: first,
  exact: about 16 million}
told: {says: Somebody told of sheep, show: sheep, source: witness, kind: hearsay, post: second, exact: of sheep,
  status: disputed}
old: {says: It was once seven, show: seven, source: witness, kind: opinion, post: second, exact: seven, status: retired}
herds-2008: {says: The bureau counted 20 herds in 2008, show: "20", value: 20, unit: herds, measure: herds counted,
  as_of: 2008, source: bureau, kind: primary, post: third, exact: 20 herds in 2008}
herds-2009: {says: The bureau counted 49 herds in 2009, show: "49", value: 49, unit: herds, measure: herds counted,
  as_of: 2009, source: bureau, kind: primary, post: third, exact: 49 herds in 2009}
wells-2009: {says: The bureau counted 24 wells in 2009, show: "24", value: 24, unit: wells, measure: wells counted,
  as_of: 2009, source: bureau, kind: primary, post: third, exact: 24 wells in 2009}
wells-2010: {says: The bureau counted 32 wells in 2010, show: "32", value: 32, unit: wells, measure: wells counted,
  as_of: 2010, source: bureau, kind: primary, post: third, exact: 32 wells in 2010}
shepherds: {says: The bureau counted 32 shepherds in 2010, show: "32", value: 32, unit: shepherds,
  measure: shepherds counted, as_of: 2010, source: bureau, kind: primary, post: third, exact: 32 shepherds in 2010}
riding: {says: In 2010 29 shepherds rode, show: "29", value: 29, unit: shepherds, measure: shepherds who rode,
  as_of: 2010, part_of: shepherds, source: bureau, kind: primary, post: third,
  exact: "in 2010, of whom 29 rode"}
walking: {says: In 2010 three shepherds walked, show: three, value: 3, unit: shepherds, measure: shepherds who walked,
  as_of: 2010, part_of: shepherds, source: bureau, kind: primary, post: third,
  exact: "in 2010, of whom 29 rode and three walked"}
goats: {says: The bureau counted at least 191 goats in 2010, show: at least 191, value: 191, unit: goats,
  precision: at-least, measure: goats counted, as_of: 2010, source: bureau, kind: primary, post: third,
  exact: in 2010 at least 191 goats}
camels: {says: "Supposedly there were 265 camels in 2011", show: "265", value: 265, unit: camels,
  measure: camels told of, as_of: 2011, source: witness, kind: hearsay, post: third,
  exact: Supposedly there were 265 camels in 2011}
""",
    "assets/quotes.yaml": """
grass: {text: "The grass was *higher* than {we} were.", speaker: witness, post: second}
wind: {text: The wind never stopped, speaker: witness, post: first, translated: a summary of a translation}
""",
    "assets/posts/first.txt": "The bureau counted 88 herds in 2010. And about 16 million people live there."
    "\n\nThe wind never stopped, in a word.\n",
    "assets/posts/second.txt": "The grass was *higher* than {we} were. Somebody told of sheep. It was seven.\n",
    "assets/posts/third.txt": "The bureau counted 20 herds in 2008. It counted 49 herds in 2009. "
    "It counted 24 wells in 2009. It counted 32 wells in 2010. It counted 32 shepherds in 2010, of whom 29 rode and "
    "three walked. And in 2010 at least 191 goats.\n\nSupposedly there were 265 camels in 2011, in all.\n",
    "assets/actions.yaml": """
call: {do: Call somebody, phone: 555-0100, text: "555-0101", message: GRASS, url: example.org, recipient: Somebody,
  address: Far off}
help: {do: "If there is danger, call", phone: "555", code: none}
line: {do: Call when you need help, phone: 1-555-555-0100, text: "555-0101", message: GRASS, url: example.org,
  recipient: The line of the steppe, poster: true, danger: help}
nothing: {do: Think about it}
""",
    "assets/media.yaml": """
steppe: {file: steppe.png, alt: Grass up to the horizon under a wide sky, credit: "Picture: nobody", people: []}
broken: {file: broken.png, alt: Nothing can be seen here at all, credit: "Picture: nobody", people: []}
missing: {file: missing.png, alt: This picture is not there, credit: "Picture: nobody", people: []}
""",
    "assets/drawings/gate.svg": """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 100">
<title>A gate that stands half open</title>
<g id="gate"><rect id="post" class="saddle" x="20" y="20" width="10" height="70" rx="3"/>
<path class="saddle stroke-night" d="M30 30L90 40V80L30 84Z" stroke-width="2"/></g>
<circle id="sun" class="gold" cx="150" cy="40" r="20"/><line class="stroke-night" x1="0" y1="90" x2="200" y2="90"/>
</svg>""",
    "assets/drawings/field.svg": """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 960 540" data-ground="night"
preserveAspectRatio="xMaxYMax slice"><desc>A field at night</desc>
<rect id="field" class="deep" y="400" width="960" height="140"/>
<circle id="moon" class="moon" cx="600" cy="300" r="40"/>
</svg>""",
    "assets/drawings/hut.svg": """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100"><title>A hut</title>
<text x="10" y="10">No shape</text></svg>""",
    "assets/images/broken.png": b"\x89PNG\r\n\x1a\nno more",
}

SLIDES = {
    "bullets": 'bullets:\n    - The bureau counted {herds}\n    - "**Two** kinds:":\n      - goats\n      - "*sheep*"',
    "statement": "statement: Nobody had asked the shepherds\n    cite: [grass]",
    "quote": "quote: grass",
    "number": "number: people",
    "chart": "chart: columns\n    facts: [herds-2009, herds]",
    "people": "people: {show: walking, of: shepherds, label: walked, rest: riding, others: rode}",
    "counts": "counts: [herds, {count: goats, head: seen, note: by the bureau}, camels]",
    "ask": "ask: call",
    "photo": "photo: steppe",
    "question": "question: Who came first, herds or people?\n    minutes: 3\n    ring: true\n    begin: Ask why.",
    "blank": "blank: The story of the herd",
    "map": "map: {focus: [KZ], label: [Almaty, Astana]}\n    lead: In the middle of Asia\n    cite: [herds]",
    "drawing": "drawing: gate\n    cite: [grass]",
    "compare": "compare:\n    - {head: Then, text: A well in every yard}\n"
    "    - {head: Now, points: ['{herds} herds', no wells]}\n    - {head: a map, missing: true}\n    cite: [grass]",
    "table": "table:\n      head: ['', '{own:2009}', '{own:2010}']\n      rows:\n"
    "      - [Herds counted, '{own:71}', '{herds}']\n"
    "      - [Wells, '{own:7}', '{own:5}']\n      accent: 2",
    "timeline": "timeline:\n    - {head: '{own:Seven} wells', text: and grass}\n"
    "    - {head: '{own:A drought}', from: 1901, to: 1910}\n"
    "    - {head: A count, fact: herds}\n    - {head: '{own:A road}', at: 2011-05, accent: true}",
    "steps": "steps:\n    - {head: A count, text: of all herds, icon: list-checks}\n"
    "    - {head: A road, icon: route}\n    - {head: A well, text: for all, icon: droplet, absent: true}\n"
    "    cite: [grass]",
    "icons": "icons:\n    - {icon: bus, head: A bus}\n    - {icon: tent-tree, head: A tent, text: under a tree}\n"
    "    cite: [grass]",
}
SLIDES |= {kind.name: kind.example.replace("\n", "\n    ") for kind in WRITTEN.values() if kind.example}


def talk(slides: str, closing: str = "closing: {title: Thank you, notes: Goodbye.}") -> str:
    """An outline with one section of these slides."""
    return (
        "talk: A talk\nspeaker: A speaker\nsubtitle: On something\ndate: 2026-11\nsummary: All of it.\n"
        "keywords: [grass, wind]\nnotes: Hello.\nsections:\n- section: First part\n  notes: It begins.\n  slides:\n"
        f"{slides}\n{closing}\nsources: {{title: Sources, notes: Ask me.}}\n"
    )


def part(title: str, *slides: str) -> str:
    """A part for `timed`: "A must 60" is a slide A of 60 seconds."""
    written = (slide.split() for slide in slides)
    return f"- section: {title}\n  slides:\n" + "".join(
        f"  - {{statement: {name}, cite: [grass], priority: {priority}, minutes: {float(seconds) / 60}}}\n"
        for name, priority, seconds in written
    )


def timed(*parts: str, minutes: int = 10, questions: int = 0) -> str:
    """An outline of parts; its cover, its closing and what opens a part take the 4 s of the change each."""
    return (
        f"talk: A talk\nspeaker: A speaker\nminutes: {minutes}\nquestions: {questions}\nsections:\n{''.join(parts)}"
        "closing: {title: Thank you}\nsources: {title: Sources, notes: Ask me for them all.}\n"
    )


def words(count: int) -> str:
    """So many words to say."""
    return " ".join(["word"] * count)


def slide(kind: str, title: str = "A headline", notes: str = "Some words.") -> str:
    """One slide of a kind, as it stands in an outline."""
    head = f"title: {title}\n    " if title else ""
    return f"  - {head}{SLIDES[kind]}\n    notes: {notes}"


def project(outline: str, **changed: str | bytes) -> MemoryProject:
    """A folder with one talk, `talk`, and the sample library; `changed` replaces assets/NAME.yaml."""
    files: dict[str, str | bytes] = {
        **ASSETS,
        "assets/images/steppe.png": picture(1280, 640),
        "talks/talk.yaml": outline,
    }
    return MemoryProject(files | {f"assets/{name}.yaml": text for name, text in changed.items()})


def built(outline: str, occasion: Occasion = EVERYDAY, **changed: str | bytes) -> tuple[Deck, Report]:
    """The deck of an outline, and all that was reported."""
    report = Report()
    (deck,) = build(project(outline, **changed), ("talk",), report, BuildOptions(occasion))
    return deck, report


def booked(keys: str) -> Occasion:
    """The occasion of one entry of talks/events.yaml, given by its keys beside `talk`."""
    files = {"talks/talk.yaml": "", "talks/events.yaml": f"evening: {{talk: talk, {keys}}}\n"}
    event = read_events(MemoryProject(files), Report())["evening"]
    assert isinstance(event, Event)
    return Occasion(event)


def codes(report: Report) -> list[str]:
    """What is reported, apart from how well time is used, and from how it is said: samples say very little."""
    return [one.code for one in apart_from_timing(report.diagnostics) if one.code not in OF_SAMPLES]
