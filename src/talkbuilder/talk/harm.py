"""Words of harm: crime, death, bondage, blame; what no sentence may add to what is proved."""

from collections.abc import Iterator, Mapping
from functools import lru_cache

from talkbuilder.claims.normal import normalise
from talkbuilder.evidence.wording import wording
from talkbuilder.evidence.words import stem

# Each line: words that tell the same harm, of which one in a fact allows all of them.
_HARMS = (
    "slave slavery enslave servitude bondage serf slaveholder captive",
    "die dead death deadly deceased fatal lethal perish starve grave corpse funeral suicide",
    "kill murder execute hang shoot shot massacre slaughter slay lynch strangle drown behead genocide dead die killer",
    "steal stole stolen theft thief thieves rob robber robbery loot plunder embezzle pocket",
    "bribe bribery corrupt corruption fraud swindle cheat crooked launder",
    "arrest handcuff detain detention",
    "penal jail imprison prison prisoner convict gulag inmate",
    "guilt guilty culprit perpetrator blame fault",
    "criminal crime felon gangster offender offense mafia",
    "innocent",
    "convict conviction guilty",
    "prosecute prosecution trial",
    "beat beaten beating whip flog hit batter",
    "rape molest assault",
    "torture torment maim mutilate",
    "abuse mistreat exploit exploitation cruelty cruel brutal",
    "violence violent attack bomb terror terrorist riot war",
    "sell sold sale auction trade",
    "buy bought purchase",
    "kidnap abduct hostage chain shackle",
    "hate hatred despise loathe contempt",
    "ignore neglect overlook",
    "refuse reject",
    "conceal hide hid hidden cover-up hush",
    "lie liar lying lied deceive",
    "vanish disappear missing",
    "dismiss dismissal fire sack disgrace suspend",
    "deport expel banish exile",
    "prostitute prostitution brothel whore",
    "palace yacht villa limousine",
    "protest revolt uprising flee fled",
    "infect disease plague epidemic",
    "threaten threat blackmail extort",
    "betray betrayal traitor spy treason",
    "guilty illegal illegally unlawful",
)
# What is no harm wherever it stands, though it has the stem of one.
_HARMLESS = frozenset(
    ("trade", "hit", "fire", "trial", "trials", "lie", "lies", "lying", "cheat", "soldier", "soldiers")
)


def _by_stem() -> Mapping[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for line in _HARMS:
        stems = frozenset(stem(word) for word in line.split())
        for one in stems:
            found[one] = found.get(one, frozenset()) | stems
    return found


_HARM = _by_stem()


def harms(text: str, known: str) -> Iterator[str]:
    """The words of harm in a text that nothing of what is known tells."""
    words = [word for word in wording(normalise(text).text).words if word.stem in _HARM]
    if words:
        told = _stems(known)
        for word in words:
            if word.text not in _HARMLESS and told.isdisjoint(_HARM[word.stem] | {word.stem}):
                yield word.text


def is_harm(stem: str) -> bool:
    """Whether a word tells of a harm; it is given as its stem."""
    return stem in _HARM


def is_told_harm(word: str, known: str) -> bool:
    """Whether a word tells of a harm of which what is known tells as well, in whatever words."""
    return any(harms(word, "")) and not any(harms(word, known))


@lru_cache(maxsize=1024)
def _stems(known: str) -> frozenset[str]:
    return wording(known).all_stems
