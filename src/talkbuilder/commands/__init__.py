"""The commands, one file each; a new command is a line here and a file beside this one.

Each has a DESCRIPTION, `Options` with `add(parser)`, and `run(options)`, which returns the exit status or raises what
ends it early. Only the one that is asked for is imported.
"""

from collections.abc import Mapping
from importlib import import_module
from types import ModuleType

COMMANDS: Mapping[str, str] = {
    "build": "build decks",
    "check": "look for faults",
    "completion": "complete commands in your shell",
    "coverage": "find what a built deck does not prove",
    "explain": "what a code means",
    "find": "search posts and library",
    "gallery": "build a deck with every kind of slide",
    "import": "take in sources",
    "new": "begin a talk",
    "preview": "see a talk while you write it",
    "protect": "keep names out of decks",
    "pull": "bring edits of a deck back into its outline",
    "review": "sign facts and quotations beside their posts",
    "schema": "print a JSON Schema",
    "selftest": "try the checks on forgeries",
    "sources": "list what a talk claims",
    "template": "look through a PowerPoint template",
    "theme": "list themes, or make one of your own",
    "time": "show how long a talk takes",
    "told": "where what has changed since was told",
    "used": "where an entry is used",
    "verify": "prove facts and quotations",
}
_MODULES = {"import": "importing"}  # a word of Python's own cannot name a module


def module_of(command: str) -> ModuleType:
    return import_module(f"talkbuilder.commands.{_MODULES.get(command, command)}")
