"""Runs a preview until it is interrupted: finds a port, says where it is, and leaves nothing behind."""

import asyncio
import socket
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import uvicorn

from talkbuilder.preview.codes import in_characters
from talkbuilder.preview.server import Preview, Where

FIRST_PORT = 8760
_PORTS = 40  # of previews that run at the same time
_TICK_SECONDS = 0.02
_BACKLOG = 64


class PortTaken(Exception):
    """Something else listens at the port that was asked for."""


def listen(port: int | None, lan: bool) -> socket.socket:
    """A socket at a port, or at the first one that is free. Raises PortTaken where there is none."""
    for one in range(FIRST_PORT, FIRST_PORT + _PORTS) if port is None else (port,):
        with suppress(OSError):
            return _bound(one, lan)
    raise PortTaken


def _bound(port: int, lan: bool) -> socket.socket:
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        # Without it a port stays taken for a minute after a preview has ended; nobody else can be listening there.
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(("0.0.0.0" if lan else "127.0.0.1", port))
        listener.listen(_BACKLOG)
    except OSError:
        listener.close()
        raise
    return listener


def lan_address() -> str:
    """The address of this machine on its network; "" where it is on none. Nothing is sent for that."""
    with suppress(OSError), socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asking:
        asking.connect(("192.0.2.1", 9))  # set aside for examples: nobody is there
        address: str = asking.getsockname()[0]
        return address
    return ""


def serve(
    root: Path, talk: str, listener: socket.socket, lan: str, ready: Callable[[str, str], None], by: str = ""
) -> None:
    """Serves until it is interrupted; calls `ready` with the address, and with a telephone's code for the terminal.

    `by` reviews, where that is known.
    """
    preview = Preview(root, talk, Where(listener.getsockname()[1], lan), by)
    with suppress(KeyboardInterrupt):
        asyncio.run(_serve(preview, listener, lambda: ready(preview.address, _code(preview, lan))))


def _code(preview: Preview, lan: str) -> str:
    if not lan:
        return ""
    address = preview.pairing_address()
    return f"{in_characters(address)}\n{address}"


async def _serve(preview: Preview, listener: socket.socket, ready: Callable[[], None]) -> None:
    config = uvicorn.Config(
        preview.app(),
        log_level="error",
        access_log=False,
        lifespan="off",
        ws="none",
        server_header=False,
        date_header=False,
        timeout_graceful_shutdown=1,
    )
    server = uvicorn.Server(config)
    await preview.begin()
    serving = asyncio.create_task(server.serve(sockets=[listener]))
    try:
        while not (server.started or serving.done()):
            await asyncio.sleep(_TICK_SECONDS)
        ready()
        while not (server.should_exit or serving.done() or preview.has_failed):
            await asyncio.sleep(_TICK_SECONDS)
    finally:
        server.should_exit = True
        try:
            await preview.end()
        finally:
            await serving
