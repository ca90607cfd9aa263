"""Talk folders of our own writing that tests begin with: each folder beside this file is one."""

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from talkbuilder.authoring.starter import start


def files(name: str) -> dict[str, str]:
    """The texts of a folder, by their paths."""
    folder = Path(__file__).parent / name
    paths = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in paths}


@cache
def begun(name: str = "talk") -> dict[str, bytes]:
    """What `talkbuilder new` writes, but for the manual, by the paths; made once for all tests of a process."""
    with TemporaryDirectory() as folder:
        start(Path(folder), name)
        paths = [path for path in sorted(Path(folder).rglob("*")) if path.is_file()]
        return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}
