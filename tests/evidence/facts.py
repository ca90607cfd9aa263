"""Facts of the valley that are true, as the keys of their entries."""

from typing import Any

LEAKS: dict[str, Any] = {
    "says": "Inspectors counted 88 leaks in 2010",
    "value": 88,
    "measure": "leaks counted",
    "as_of": 2010,
    "exact": "counted 88 leaks in 2010",
}
BARRELS: dict[str, Any] = {
    "says": "The river carries about 16 million barrels a year, a miller wrote",
    "show": "about 16 million barrels",
    "value": 16_000_000,
    "precision": "about",
    "measure": "barrels a year",
    "as_of": 2012,
    "source": "miller",
    "exact": "it only carries about 16 million barrels a year",
}
RANK: dict[str, Any] = {
    "says": "I’ve heard that a bridge is ranked 10th (or 13th) for accidents",
    "show": "10th",
    "value": 10,
    "precision": "rank",
    "measure": "rank of the bridge by accidents",
    "as_of": 2012,
    "source": "miller",
    "kind": "hearsay",
    "exact": "our bridge is ranked 10th or 13th",
}
LETTERS: dict[str, Any] = {
    "says": "At least 191 letters reached it",
    "show": "at least 191",
    "value": 191,
    "precision": "at-least",
    "measure": "letters received",
    "as_of": 2012,
    "exact": "191 letters and over one thousand signatures",
}
SIGNATURES: dict[str, Any] = LETTERS | {
    "says": "More than 1,000 signatures reached it",
    "show": "over 1,000",
    "value": 1000,
    "precision": "over",
    "measure": "signatures received",
}
MONEY: dict[str, Any] = {
    "says": "The office received $70,000 for repairs",
    "show": "$70,000",
    "value": 70000,
    "unit": "USD",
    "measure": "money for repairs",
    "as_of": 2010,
    "as_of_why": "the list is that of 2010",
    "exact": "received $ 70,000 for repairs",
}
FAMILIES: dict[str, Any] = {
    "says": "27 families moved away",
    "value": 27,
    "measure": "families that moved",
    "as_of": 2010,
    "exact": "Twenty-seven families moved away",
}
WEEKS: dict[str, Any] = {
    "says": "The walk took 3½ weeks",
    "value": 3.5,
    "measure": "weeks of walking",
    "as_of": 2011,
    "source": "walker",
    "kind": "observation",
    "exact": "for 3 1/2 weeks in the summer of 2011",
}
PIPES: dict[str, Any] = {
    "says": "It repaired 82 pipes in 2010",
    "value": 82,
    "measure": "pipes repaired",
    "as_of": 2010,
    "exact": "it repaired 82 pipes",
}
LEAD: dict[str, Any] = PIPES | {
    "says": "12 of the pipes repaired in 2009 were of lead",
    "value": 12,
    "measure": "lead pipes repaired",
    "as_of": 2009,
    "exact": "including 12 pipes of lead",
}
OWNERS: dict[str, Any] = {
    "says": "It fined three owners in 2009 too",
    "value": 3,
    "measure": "owners fined",
    "as_of": 2009,
    "exact": "fined three owners in 2010, the same number as in 2009",
}
DAM: dict[str, Any] = {
    "says": "Supposedly the dam is fifth on a list of old dams",
    "value": 5,
    "precision": "rank",
    "measure": "rank of the dam",
    "as_of": 2012,
    "kind": "hearsay",
    "exact": "the dam is fifth on a list",
}
LAMBS: dict[str, Any] = {
    "says": "A shepherd told of seven lambs that were lost",
    "value": 7,
    "measure": "lambs lost",
    "as_of": 2012,
    "source": "shepherd",
    "kind": "hearsay",
    "exact": "her flock had lost seven lambs",
}
WOLVES: dict[str, Any] = {
    "says": "The walker thinks that wolves took the lambs",
    "source": "walker",
    "kind": "opinion",
    "exact": "wolves took them",
}
ICE: dict[str, Any] = {
    "says": "The ice may have cracked the wall",
    "source": "walker",
    "kind": "observation",
    "exact": "the ice may have cracked the wall",
}
LAND: dict[str, Any] = {
    "says": "A miller’s brother has never sold his land",
    "source": "miller",
    "exact": "sold his land",
}
FOREST: dict[str, Any] = {
    "says": "A third of the valley is forest",
    "show": "a third",
    "exact": "A third of the valley",
}
BRIDGE: dict[str, Any] = {
    "says": "The footbridge was closed in autumn",
    "source": "walker",
    "kind": "observation",
    "exact": "footbridge was closed",
    "within": ["in spring. The", "in autumn"],
}
PASSES: dict[str, Any] = {
    "says": "There are three passes",
    "value": 3,
    "measure": "passes of the valley",
    "as_of": 2012,
    "source": "walker",
    "kind": "secondary",
    "exact": "knows all about the three passes",
}
SPRINGS: dict[str, Any] = {
    "says": "Two of the four springs ran dry",
    "value": 2,
    "measure": "springs that ran dry",
    "as_of": "2011-05",
    "source": "walker",
    "kind": "observation",
    "exact": "Two of the four springs ran dry",
}
BEFORE = LEAKS | {"says": "49 leaks in 2009", "value": 49, "as_of": 2009, "exact": "49 leaks in 2009"}
