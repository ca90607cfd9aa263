"""Whatever a file holds, and whenever a process is killed: no traceback, no endless work, nothing lost or astray."""
