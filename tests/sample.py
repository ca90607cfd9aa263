"""A small talk folder of our own writing, with every kind of slide; tests change it to their need."""

from talkbuilder.diagnostics import Report
from talkbuilder.kinds import WRITTEN
from talkbuilder.layout.page import Deck
from talkbuilder.pipeline import BuildOptions
from talkbuilder.source.events import EVERYDAY, Event, Occasion
from talkbuilder.stages.read import read_events
from tests import folders
from tests.cases import apart_from_timing, build_once, picture
from tests.memory import MemoryProject

# Samples rest on little. Nobody has rung the number of one, or says of which year its figures are, and their titles
# name no more than a subject, or are of any length, as their texts.
OF_SAMPLES = frozenset({"C020", "C021", "C109", "C321", "C406", "C407", "C408", "C456"})

NO_WORDS = "bcdfghjkmq"  # letters of which random texts are made: they spell nothing that could be judged

ASSETS: dict[str, str | bytes] = {**folders.files("sample"), "assets/images/broken.png": b"\x89PNG\r\n\x1a\nno more"}

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
    "memory": "memory: a meal, a ride home\n    seconds: 40\n    without: names\n    when: One winter\n"
    "    line: We talked.\n    drawing: gate",
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
    deck = build_once(project(outline, **changed), report, BuildOptions(occasion))
    assert deck is not None
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
