"""Times what the program does with thousands of posts: import them, verify a library against them, find words in them.

The blog is invented, of plain words, and the same every time; a smaller one is the beginning of a larger.
"""

import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from itertools import accumulate
from pathlib import Path
from random import Random

from tests.bench import table
from tests.bench.race import Contender, Result, Stumbled, environment, race, together
from tests.bench.targets import FIND_FIRST, FINDS, VERIFY, import_of

_SMALL = 1_000
_RUNS = {_SMALL: 5, 10_000: 3}
_QUICK_RUNS = {_SMALL: 3}
_FIND_RUNS = 7
_ENTRIES = 1_000  # every other one a fact, every other one a quotation, each in a post of its own

_WORDS = 1_500
_SENTENCE, _PARAGRAPH = 15, 75  # words
_COMMON = (
    *("the", "a", "and", "of", "in", "to", "on", "with", "they", "we", "came", "went", "saw", "found", "old", "new"),
    *("house", "road", "people", "day", "evening", "morning", "winter", "summer", "children", "bread", "water", "long"),
    *("open", "quiet", "small", "green", "told", "walked", "carried", "under", "behind", "before", "every", "again"),
)
_STEMS = (
    *("stone", "mill", "bridge", "field", "wood", "lamp", "corn", "sand", "rain", "snow", "wind", "hill", "lake"),
    *("gate", "yard", "barn", "boat", "rope", "cart", "wheel", "glass", "wool", "salt", "clay", "brick", "straw"),
    *("apple", "berry", "honey", "river", "market", "garden", "harbour", "winter", "summer", "paper", "copper"),
    *("candle", "basket", "kettle", "ladder", "hammer", "needle", "feather", "pepper", "butter", "timber"),
)
# Common words, and some two thousand made of two stems: 'millstone', 'candlewood'; the later, the rarer.
_VOCABULARY = _COMMON + tuple(sorted({one + other for one in _STEMS for other in _STEMS if one != other}, key=len))
_WEIGHTS = tuple(accumulate(1 / (place + 8) for place in range(len(_VOCABULARY))))
_QUERIES = (("candlefeather", "harbourlamp"), ("bread", "market"), ('"greetings from the writer"',))

_HEAD = """<?xml version="1.0" encoding="UTF-8" ?>
<!-- This is a WordPress eXtended RSS file -->
<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"
 xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>A blog</title><wp:wxr_version>1.2</wp:wxr_version>
"""
_LISTED = re.compile(r"^(letter-(\d+)):\n(?:  .+\n)+", re.MULTILINE)
_PEOPLE = "writer: {credit: Somebody from the town, role: author}\nfriend: {credit: A friend, role: source}\n"


def measure(scratch: Path, quick: bool) -> Mapping[str, Result]:
    """Everything about posts by name; prints the table. Raises Stumbled."""
    runs = _QUICK_RUNS if quick else _RUNS
    folders = {posts: scratch / f"{posts}-posts" for posts in runs}
    results = _imports(folders, runs)
    most = max(runs)
    _write_library(folders[most], most)
    results += _uses(folders[most], 3 if quick else _FIND_RUNS)
    title = f"Posts of {_WORDS:,} words: {_ENTRIES:,} entries verified, and words found, in {most:,} of them"
    print(table.of_results(title, results, import_of(_SMALL)))
    return {result.name: result for result in results}


def _imports(folders: Mapping[int, Path], runs: Mapping[int, int]) -> list[Result]:
    """Whole imports into an empty folder, in turn; what the last one of each imported stays."""
    contenders = {
        posts: Contender(import_of(posts), _ours("import", str(_write_export(folder, posts)), "-C", str(folder)))
        for posts, folder in folders.items()
    }
    _single(contenders[_SMALL])  # the warm-up
    found: dict[int, list[Result]] = {posts: [] for posts in folders}
    for number in range(max(runs.values())):
        for posts, folder in folders.items():
            if number < runs[posts]:
                shutil.rmtree(folder / "assets", ignore_errors=True)
                found[posts].append(_single(contenders[posts]))
    return [together(results) for results in found.values()]


def _uses(folder: Path, runs: int) -> list[Result]:
    """`verify` without a lock, `find` without an index, and `find` with it."""
    verify = Contender(VERIFY, _ours("verify", "-C", str(folder)))
    _assert_says(verify, f"{_ENTRIES // 2} facts, {_ENTRIES // 2} quotes; {_ENTRIES:,} proved; 0 faults")
    asked = zip(FINDS, _QUERIES, strict=True)
    finds = [Contender(name, _ours("find", *words, "-C", str(folder))) for name, words in asked]
    for find in finds:
        _assert_says(find, "letter-")
    first = Contender(FIND_FIRST, finds[0].command)
    return [
        _each_time(folder / "assets" / "evidence.lock", verify, runs),
        _each_time(folder / "assets" / "posts" / ".index.sqlite", first, min(runs, 3)),
        *race(finds, runs),
    ]


def _each_time(written: Path, contender: Contender, runs: int) -> Result:
    """Runs without the file that the run before wrote."""
    results = []
    for _ in range(runs):
        written.unlink()
        results.append(_single(contender))
    return together(results)


def _single(contender: Contender) -> Result:
    return race([contender], 1, warm_up=False)[0]


def _assert_says(contender: Contender, words: str) -> None:
    """What ends well may still have proved or found nothing; the warm-up tells."""
    ended = subprocess.run(contender.command, capture_output=True, text=True, env=environment())
    if words not in ended.stdout:
        said = ended.stdout[-2000:] + ended.stderr[-1000:]
        raise Stumbled(f"{contender.name} was to say '{words}' and said:\n{said}")


def _ours(*arguments: str) -> tuple[str, ...]:
    return (sys.executable, "-m", "talkbuilder", *arguments)


def _write_export(folder: Path, posts: int) -> Path:
    """A talk folder with a WordPress export beside its talks; a post at a time, so that this process stays small."""
    (folder / "talks").mkdir(parents=True)
    export = folder / "export.xml"
    with export.open("w", encoding="utf-8") as file:
        file.write(_HEAD)
        for number in range(posts):
            date = f"{2002 + number % 10}-{number % 12 + 1:02d}-{number % 28 + 1:02d}"
            file.write(
                f"<item><title>Letter {number}</title><link>http://blog.example/{number}</link>"
                f"<content:encoded><![CDATA[{_post(number)}]]></content:encoded><wp:post_date>{date} 09:30:00"
                "</wp:post_date><wp:status>publish</wp:status><wp:post_type>post</wp:post_type></item>\n"
            )
        file.write("</channel></rss>\n")
    return export


def _post(number: int) -> str:
    """A post as its author typed it, with a letter of a friend in it."""
    random = Random(number)
    words = random.choices(_VOCABULARY, cum_weights=_WEIGHTS, k=_WORDS - 50)
    sentences = [" ".join(words[at : at + _SENTENCE]).capitalize() for at in range(0, len(words), _SENTENCE)]
    step = _PARAGRAPH // _SENTENCE
    paragraphs = [". ".join(sentences[at : at + step]) + "." for at in range(0, len(sentences), step)]
    paragraphs[0] += f' There is <em>more</em> in <a href="http://blog.example/{number // 2}">another letter</a>.'
    value, year = _counted(number)
    paragraphs.insert(5, f"In the evening the mill counted {value:,} visitors in {year}. Some stayed for the night.")
    paragraphs[12:12] = [
        f"Dear reader of letter {number}, here is what we saw.",
        f"{_said(number)}. We wrote it down.",
        f"With many greetings from the writer of letter {number}.",
    ]
    return "\n\n".join(paragraphs)


def _counted(number: int) -> tuple[int, int]:
    return 1_000 + number * 7, 1990 + number % 20


def _said(number: int) -> str:
    return f"The lamp in house {number} stayed bright all through the winter, and everybody came to see it"


def _write_library(folder: Path, posts: int) -> None:
    """Facts and quotations for the posts that were imported, every so many posts one, and the voice of each."""
    cited = range(0, posts, posts // _ENTRIES)
    index = folder / "assets" / "sources.yaml"

    def voiced(found: re.Match[str]) -> str:
        number = int(found[2])
        voice = f"who: friend, from: 'Dear reader of letter {number},', to: 'from the writer of letter {number}.'"
        return found[0] + (f"  voices:\n  - {{{voice}}}\n" if number in cited else "")

    index.write_text(_LISTED.sub(voiced, index.read_text(encoding="utf-8")), encoding="utf-8")
    (folder / "assets" / "people.yaml").write_text(_PEOPLE)
    (folder / "assets" / "facts.yaml").write_text("".join(map(_fact, cited[::2])))
    (folder / "assets" / "quotes.yaml").write_text("".join(map(_quote, cited[1::2])))


def _fact(number: int) -> str:
    value, year = _counted(number)
    return (
        f"count-{number}:\n  says: The mill counted {value:,} visitors in {year}\n  value: {value}\n  unit: visitors\n"
        f"  precision: exact\n  measure: visitors counted at the mill\n  place: mill-{number}\n  as_of: {year}\n"
        f"  source: writer\n  kind: secondary\n  post: letter-{number}\n"
        f"  exact: the mill counted {value:,} visitors in {year}\n"
    )


def _quote(number: int) -> str:
    return f"words-{number}:\n  text: {_said(number)}\n  speaker: friend\n  post: letter-{number}\n"
