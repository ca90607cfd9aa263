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
        "decks = dict(pipeline.build(project(talk(slide('number'))), ('talk',), report))\n"
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
        ("[partial(bytes, 100_000)] * 5_000", "[" + "100000, " * 4_999 + "100000]"),
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
    assert _told(program) == f"True {501 if _COPIES else 1_002}\nTrue 2006\n"
    assert _told(f"import multiprocessing\n{program}") == "True 1002\nTrue 2006\n"
