"""`talkbuilder schema`: the JSON Schema of an outline or a library file."""

import argparse

from talkbuilder.commands.console import FINE, wrong

NAME = "schema"
HELP = "print a JSON Schema"
DESCRIPTION = "Prints the JSON Schema of a file, by which editors complete and explain keys."


def arguments(parser: argparse.ArgumentParser) -> None:
    help = "outline (default), events, facts, quotes, people, posts, actions, media"
    parser.add_argument("file", nargs="?", default="outline", metavar="FILE", help=help)


def run(options: argparse.Namespace) -> int:
    import json

    from talkbuilder.authoring.schema import NAMES, schema
    from talkbuilder.diagnostics import near

    if options.file not in NAMES:
        return wrong(f"no schema '{options.file}'", near(options.file, NAMES))
    print(json.dumps(schema(options.file), ensure_ascii=False, indent=2))
    return FINE
