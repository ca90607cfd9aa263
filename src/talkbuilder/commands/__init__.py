"""The commands, one file each; a new command is a line here and a file beside this one.

Each has NAME, HELP (a few words), DESCRIPTION, `arguments(parser)`, which adds its options, and `run(options)`, which
returns the exit status. What a command needs it imports when it runs: `--help` must not wait for it.
"""

from talkbuilder.commands import build, check, explain, find, importing, new, schema, sources, time, used, verify

COMMANDS = (build, check, explain, find, importing, new, schema, sources, time, used, verify)
