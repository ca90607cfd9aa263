"""Questions that a copy of the process answers."""

import os
import subprocess
import sys

import pytest

from talkbuilder.diagnostics import Report
from talkbuilder.pipeline import build
from tests.sample import built, project, slide, talk

_ASK = "import os, sys, time\nfrom talkbuilder.beside import ask_beside\nmine = os.getpid()\n"
_COPIES = sys.platform == "linux" and len(os.sched_getaffinity(0)) > 1


def _told(program: str) -> str:
    """What a program prints that asks something in a process of its own: tests run in one that has threads."""
    done = subprocess.run([sys.executable, "-c", _ASK + program], capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.skipif(not _COPIES, reason="copies are made on Linux with two cores or more")
@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("True", "True"),
        ("False", "False"),
        ("os.getpid() != mine", "True"),  # it is asked elsewhere
        ("1 / 0", "False"),
        ("sys.exit(3)", "False"),
        ("os.kill(os.getpid(), 9)", "False"),
    ],
)
def test_a_copy_says_yes_or_nothing(question: str, answer: str) -> None:
    program = f"print('before', end=' ')\nanswer = ask_beside(lambda: {question})\nprint(answer())"
    assert _told(program) == f"before {answer}\n"


@pytest.mark.skipif(not _COPIES, reason="copies are made on Linux with two cores or more")
def test_the_question_is_answered_while_the_process_goes_on() -> None:
    program = (
        "reading, writing = os.pipe()\nanswer = ask_beside(lambda: os.read(reading, 1) == b'x')\n"
        "os.write(writing, b'x')\nprint(answer())"
    )
    assert _told(program) == "True\n"


@pytest.mark.parametrize(
    "before",
    [
        "import threading\nthreading.Thread(target=time.sleep, args=(1,), daemon=True).start()",
        "import multiprocessing",
        "sys.platform = 'win32'",
        "os.sched_getaffinity = lambda _: {0}",
    ],
)
def test_where_a_copy_could_hang_or_is_of_no_use_whoever_asks_looks(before: str) -> None:
    assert _told(f"{before}\nprint(ask_beside(lambda: True)())") == "False\n"


def test_a_library_without_faults_is_not_looked_at_again() -> None:
    program = (
        "from talkbuilder import checks, pipeline\nfrom talkbuilder.diagnostics import Report\n"
        "from tests.sample import project, slide, talk\n"
        "looked = []\n"
        "def check(library):\n    looked.append(os.getpid())\n    return iter(FAULTS)\n"
        "import talkbuilder.checks.unproved\n"
        "talkbuilder.checks.unproved.check = check\n"
        "checks.ON_LIBRARY.names = ('unproved',)\n"
        "report = Report()\n"
        "decks = list(pipeline.build(project(talk(slide('number'))), ('talk',), report))\n"
        "print(len(decks), len(looked), [one.code for one in report.diagnostics if one.code < 'C01'])\n"
    )
    alone = 0 if _COPIES else 1
    assert _told(program.replace("FAULTS", "()")) == f"1 {alone} []\n"
    told = program.replace("FAULTS", "[pipeline.Diagnostic('C001', 'a fault')]")
    assert _told(told) == "1 1 ['C001']\n"


def test_faults_of_the_library_are_reported_whoever_found_them() -> None:
    report = Report()
    wrong = "herds: {says: The bureau counted 89 herds, value: 89, source: bureau, kind: primary, post: first, "
    list(build(project(talk(slide("quote")), facts=f"{wrong}exact: counted 88 herds}}\n"), ("talk",), report))
    assert "E108" in {one.code for one in report.diagnostics}
    assert "E108" not in {one.code for one in built(talk(slide("quote")))[1].diagnostics}


def test_faults_of_a_long_talk_are_the_same_whoever_found_them() -> None:
    program = (
        "from talkbuilder import pipeline\nfrom talkbuilder.diagnostics import Report\n"
        "from tests.sample import project, slide, talk\n"
        "outline = talk('\\n'.join(slide('quote', 'THE SAME', 'She said that 77 came.') for _ in range(40)))\n"
        "report = Report()\nlist(pipeline.build(project(outline), ('talk',), report))\n"
        "print(os.getpid() == mine, 'talkbuilder.checks.typed_claim' in sys.modules)\n"
        "print(*(f'{one.code} {one.place} {one.message} {one.hint}' for one in report.diagnostics), sep='\\n')\n"
    )
    alone, found = _told(f"import multiprocessing\n{program}").split("\n", 1)
    beside, told = _told(program).split("\n", 1)
    assert (alone, beside) == ("True True", f"True {not _COPIES}")
    assert told == found
    assert "C021" in told


@pytest.mark.skipif(not _COPIES, reason="copies are made on Linux with two cores or more")
@pytest.mark.parametrize(
    ("made", "answer"),
    [
        ("[b'one', b'', b'x' * 100000]", "[3, 0, 100000]"),
        ("[]", "[]"),
        ("[b'one', 1 / 0]", "[]"),
        ("[b'one', os.kill(os.getpid(), 9)]", "[]"),
    ],
)
def test_a_copy_makes_all_of_it_or_nothing(made: str, answer: str) -> None:
    program = f"from talkbuilder.beside import make_beside\nprint([*map(len, make_beside(lambda: {made})())])"
    assert _told(program) == f"{answer}\n"


def test_where_there_is_no_copy_nothing_is_made_beside() -> None:
    program = (
        "import multiprocessing\nfrom talkbuilder.beside import make_beside\nprint(*make_beside(lambda: [b'x'])())"
    )
    assert _told(program) == "\n"


@pytest.mark.skipif(not _COPIES, reason="copies are made on Linux with two cores or more")
def test_what_came_before_a_copy_ended_is_there() -> None:
    program = (
        "from talkbuilder.beside import make_beside\n"
        "pieces = make_beside(lambda: [os.getpid().to_bytes(8, 'big'), b'x' * 10_000_000])()\n"
        "os.kill(int.from_bytes(next(pieces), 'big'), 9)\nprint(sum(map(len, pieces)))\n"
    )
    assert _told(program) == "0\n"


@pytest.mark.skipif(not _COPIES, reason="copies are made on Linux with two cores or more")
def test_what_a_copy_makes_can_be_had_while_it_makes_the_rest() -> None:
    program = (
        "from talkbuilder.beside import make_beside\nhearing, telling = os.pipe()\n"
        "def made():\n    yield b'x' * 50_000\n    yield b'x' * 60_000\n    yield os.read(hearing, 5)\n    yield b''\n"
        "pieces = make_beside(made)()\n"
        "print(len(next(pieces)))\nos.write(telling, b'heard')\nprint(*map(len, pieces))\n"
    )
    assert _told(program) == "50000\n60000 5 0\n"


@pytest.mark.skipif(not _COPIES, reason="copies are made on Linux with two cores or more")
def test_a_copy_of_which_nobody_wants_more_ends() -> None:
    program = (
        "from talkbuilder.beside import make_beside\n"
        "pieces = make_beside(lambda: [b'one', b'x' * 10_000_000])()\nprint(next(pieces))\npieces.close()\n"
        "try:\n    os.waitpid(-1, 0)\nexcept ChildProcessError:\n    print('no copy is left')\n"
    )
    assert _told(program) == "b'one'\nno copy is left\n"


@pytest.mark.parametrize("waits", ["", "time.sleep(0.2)\n"])
def test_what_is_given_out_is_given_once_to_the_process_or_to_its_copy(waits: str) -> None:
    program = (
        "from talkbuilder.beside import given_out, make_beside\nnumbers = given_out(200)\n"
        "told = make_beside(lambda: [bytes([one]) for one in numbers])\n"
        f"{waits}own = [*numbers]\nother = [piece[0] for piece in told()]\n"
        "print(sorted([*own, *other]) == [*range(200)], bool(other))\n"
    )
    assert _told(program) in ("True True\n", "True False\n")[: 1 if waits and _COPIES else 2]


_READY = (
    "from functools import partial\nfrom talkbuilder.beside import get_ready_beside\n"
    "reading, writing = os.pipe()\nmaker = get_ready_beside(lambda: os.write(writing, b'ready'))\n"
)


@pytest.mark.skipif(not _COPIES, reason="copies are made on Linux with two cores or more")
@pytest.mark.parametrize(
    ("given", "answer"),
    [
        ("[partial(bytes, 3), partial(bytes, 100000)]", "[3, 100000]"),
        ("[]", "[]"),
        ("[partial(bytes, 3), partial(bytes, 'x')]", "[]"),
        ("[partial(bytes, 100_000)] * 200", "[" + "100000, " * 199 + "100000]"),
    ],
)
def test_a_copy_gets_ready_first_and_then_makes_all_that_it_is_given_or_nothing(given: str, answer: str) -> None:
    program = f"{_READY}print(os.read(reading, 5).decode())\nprint([*map(len, maker({given})())])"
    assert _told(program) == f"ready\n{answer}\n"


@pytest.mark.skipif(not _COPIES, reason="copies are made on Linux with two cores or more")
def test_a_copy_that_could_not_get_ready_makes_nothing() -> None:
    program = (
        "from functools import partial\nfrom talkbuilder.beside import get_ready_beside\n"
        "maker = get_ready_beside(lambda: 1 / 0)\nos.waitid(os.P_ALL, 0, os.WEXITED | os.WNOWAIT)\n"
        "print([*maker([partial(bytes, 3)])()])"
    )
    assert _told(program) == "[]\n"


@pytest.mark.skipif(not _COPIES, reason="copies are made on Linux with two cores or more")
def test_a_copy_that_is_never_given_anything_ends_with_its_original() -> None:
    # What is told is all that whoever holds its end has written: the copy holds it too, so this returns when both end.
    assert _told(f"{_READY}print(os.read(reading, 5).decode())") == "ready\n"


def test_where_there_is_no_copy_nobody_gets_ready() -> None:
    program = (
        "import multiprocessing\nfrom talkbuilder.beside import get_ready_beside\n"
        "print([*get_ready_beside(lambda: print('ready'))([])()])"
    )
    assert _told(program) == "[]\n"


def test_a_package_of_very_many_parts_is_the_same_wherever_they_are_made() -> None:
    program = (
        "from functools import partial\nfrom hashlib import sha256\n"
        "from talkbuilder.outputs.pptx.package import ROOT, Package\nfrom talkbuilder.outputs.pptx.xml import Xml\n"
        "package = Package()\n"
        "def part(number):\n    made.append(number)\n    return Xml(f'<slide{number}/>')\n"
        "made = []\n"
        "for number in range(1_002):\n"
        "    name = package.add(f'ppt/slide{number}.xml', 'x', partial(part, number))\n"
        "    package.relate(name, f'https://example.org/{number}', 'hyperlink', external=True)\n"
        "package.relate(ROOT, 'ppt/slide0.xml', 'officeDocument')\n"
        "found = dict(package.parts())\n"
        "print(all(found[f'ppt/slide{n}.xml'] == f'<slide{n}/>'.encode() for n in range(1_002)), len(made))\n"
        "print(all(f'/{n}\"'.encode() in found[f'ppt/_rels/slide{n}.xml.rels'] for n in range(1_002)), len(found))\n"
    )
    assert _told(program) == f"True {481 if _COPIES else 1_002}\nTrue 2006\n"
    assert _told(f"import multiprocessing\n{program}") == "True 1002\nTrue 2006\n"


_LARGE = (
    "from hashlib import sha256\nfrom io import BytesIO\n"
    "from talkbuilder import pipeline\nfrom talkbuilder.diagnostics import Report\n"
    "from talkbuilder.outputs.pptx import package, render\n"
    "from talkbuilder.stages import lay_out\n"
    "from tests.sample import project, slide, talk\n"
    "package._MANY = 20\n"
    "drawn = []\nonly = lay_out._only\n"
    "lay_out._only = lambda kind, *told: drawn.append(kind.name) or only(kind, *told)\n"
    "outline = talk('\\n'.join(slide(kind) for kind in ('quote', 'number', 'photo', 'bullets', 'chart', 'ask')))\n"
    "report = Report()\n"
    "made = project(outline)\n"
    "written = pipeline.read_outline(made, 'talk', report)\n"
    "library = pipeline.load_library(made, report)\n"
    "planned = pipeline.schedule('talk', written, library, pipeline.EVERYDAY, report)\n"
    "deck = lay_out.lay_out(planned, pipeline.theme_of(written, pipeline.EVERYDAY, report, None))\n"
    "print(len(drawn), end=' ')\n"
    "file = BytesIO()\nnext(iter(render(deck))).write(file)\n"
    "print(len(drawn), sha256(file.getvalue()).hexdigest())\n"
)


def test_a_deck_at_which_nobody_has_looked_is_drawn_while_it_is_written_and_is_the_same_wherever_that_is() -> None:
    before, drawn, beside = _told(_LARGE).split()
    assert before == "0"
    alone_before, alone_drawn, alone = _told(f"import multiprocessing\n{_LARGE}").split()
    assert (alone_before, beside) == ("0", alone)
    assert int(drawn) < int(alone_drawn) or not _COPIES


@pytest.mark.skipif(not _COPIES, reason="copies are made on Linux with two cores or more")
def test_a_copy_that_ends_while_it_draws_costs_nothing_but_time() -> None:
    dies = "package.make_beside = lambda made, real=package.make_beside: real(lambda: mortal(made()))\n"
    mortal = (
        "import itertools\n"
        "def mortal(pieces):\n    yield from itertools.islice(pieces, 5)\n    os.kill(os.getpid(), 9)\n"
    )
    whole = _told(_LARGE).split()
    died = _told(_LARGE.replace("drawn = []", f"{mortal}{dies}drawn = []", 1)).split()
    assert died[2] == whole[2]
    assert int(died[1]) > int(whole[1])


@pytest.mark.skipif(not _COPIES, reason="copies are made on Linux with two cores or more")
def test_a_large_deck_is_looked_at_ahead_and_again_only_if_it_has_changed() -> None:
    program = (
        "import tempfile\nfrom pathlib import Path\nfrom talkbuilder.outputs import fingerprint\n"
        "looked = []\nreal = fingerprint._is_zip_as_built\nhearing, telling = os.pipe()\n"
        "def look(path):\n    looked.append(path)\n    found = real(path)\n"
        "    os.write(telling, b'x')\n    return found\n"
        "fingerprint._is_zip_as_built = look\n"
        "from talkbuilder.outputs.pptx import render\nfrom tests.sample import built, slide, talk\n"
        "fingerprint._LARGE = 1\n"
        "with tempfile.TemporaryDirectory() as folder:\n"
        "    path = Path(folder) / 'talk.pptx'\n"
        "    with path.open('wb') as file:\n"
        "        next(iter(render(built(talk(slide('quote')))[0]))).write(file)\n"
        "    fingerprint.look_ahead(path)\n"
        "    print(fingerprint.is_as_built(path), len(looked))\n"
        "    fingerprint.look_ahead(path)\n"
        "    os.read(hearing, 1)\n    os.read(hearing, 1)\n"  # the copy has seen it as it was
        "    with path.open('ab') as file:\n"
        "        file.write(b'by a hand')\n"
        "    print(fingerprint.is_as_built(path), len(looked))\n"
        "    fingerprint.look_ahead(path)\n"
        "    print(fingerprint.is_as_built(path), len(looked))\n"
        "    fingerprint.look_ahead(path.with_name('none'))\n"
    )
    assert _told(program) == "True 0\nFalse 1\nFalse 2\n"


@pytest.mark.parametrize(
    ("before", "outline", "prepared"),
    [
        pytest.param("", talk(slide("bullets")), 1, marks=pytest.mark.skipif(not _COPIES, reason="nobody looks")),
        ("", talk(slide("bullets", "A {fact-that-is-not-there}")), 0),
        ("", talk(slide("bullets", "A title without any room " * 40)), 0),
        ("import multiprocessing\n", talk(slide("bullets")), 0),
    ],
    ids=["sound", "faulty", "too full", "nobody looks elsewhere"],
)
def test_a_deck_without_faults_so_far_is_prepared_while_another_core_looks(
    before: str, outline: str, prepared: int
) -> None:
    program = (
        f"{before}from talkbuilder.diagnostics import Report\nfrom talkbuilder.pipeline import build\n"
        "from tests.sample import project\nready = []\n"
        f"for deck, _ in build(project({outline!r}), ('talk',), Report(), prepare=lambda *one: ready.append(one[0])):\n"
        "    print(len(ready), all(one is deck for one in ready))\n"
    )
    assert _told(program) == f"{prepared} True\n"
