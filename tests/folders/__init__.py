"""Talk folders of our own writing that tests begin with: each folder beside this file is one."""

from pathlib import Path


def files(name: str) -> dict[str, str]:
    """The texts of a folder, by their paths."""
    folder = Path(__file__).parent / name
    paths = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in paths}
