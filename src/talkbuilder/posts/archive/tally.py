"""What an import found in a file, as it is told."""

from msgspec import Struct

from talkbuilder.evidence.library.sources import Kind


class Whose(Struct, frozen=True):
    """A passage of which nobody tells whose words it holds: where it stands, why, and the line to fill in."""

    post: str
    place: str
    why: str
    line: str


class Heard(Struct, frozen=True):
    """A speaker that was found: in which source, by which name, before how many lines, and who that is said to be."""

    post: str
    name: str
    lines: int
    who: str  # an id of people.yaml; "" where nobody says
    is_new: bool  # there, by this import


class Tally(Struct, kw_only=True):
    """What an import found in a file."""

    name: str
    format: str
    posts: int = 0
    kinds: dict[Kind, int] = {}  # how many of them are what, as they are listed
    words: int = 0
    new: int = 0
    known: int = 0
    changed: int = 0
    undated: int = 0
    cut_short: int = 0
    lost_links: int = 0
    pictures: int = 0
    unbalanced: int = 0  # paragraphs whose quote marks do not pair
    nobodys_sources: dict[str, str] = {}  # new ones that are no posts and do not tell by whom they are, with their kind
    titled: dict[str, str] = {}  # new ones whose dates are those in their titles
    guessed: list[str] = []  # new pages that are taken for posts, though nothing tells of which site they are
    publishers: dict[str, str] = {}  # whose words new ones hold, and who is new in people.yaml, with their credits
    unchanged: dict[str, tuple[str, ...]] = {}  # of those that were listed already, what was said and is not taken over
    hidden: list[str] = []  # names of speakers that are protected from now on
    renamed: dict[str, str] = {}  # ids that held such a name, with those that stand in their place
    roles: list[str] = []  # names that are taken for what somebody is, and are not protected
    protected: dict[str, int] = {}  # how many protected names and details a source holds, by its id
    untitled: list[str] = []  # that are listed without their titles, which hold protected names
    speakers: list[Heard] = []
    guests: dict[str, Heard] = {}  # by the posts that another has written than who wrote the blog
    unlisted: dict[str, str] = {}  # of sources that were listed already, the line that tells who their speakers are
    left_out: dict[str, int] = {}  # by why
    nobodys: list[Whose] = []


def tell_left_out(tally: Tally) -> str:
    """What was not imported, and why: 3 draft, 1 with a password."""
    return ", ".join(f"{number:,} {why}" for why, number in tally.left_out.items())
