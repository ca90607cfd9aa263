"""Runs a preview until it is interrupted: finds a port, says where it is, and leaves nothing behind."""

import asyncio
import logging
import os
import socket
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import uvicorn

from talkbuilder.preview.identity import identity_at, ports_of
from talkbuilder.preview.server import NoNetwork, Preview

FIRST_PORT = 8760
_PORTS = 40  # of previews that run at the same time
_TICK_SECONDS = 0.02
_BACKLOG = 64


class PortTaken(Exception):
    """Something else listens at the port that was asked for."""


def listen(port: int | None, root: Path, talk: str) -> socket.socket:
    """A socket at a port, or else where windows may be waiting for this talk, or at the first port that is free.

    Raises PortTaken where there is none.
    """
    free = (*ports_of(root, talk), *range(FIRST_PORT, FIRST_PORT + _PORTS))
    for one in free if port is None else (port,):
        with suppress(OSError):
            return _bound("127.0.0.1", one)
    raise PortTaken


def _bound(host: str, port: int) -> socket.socket:
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        if os.name == "posix":
            # Without it a port stays taken for a minute after a preview has ended; nobody else can be listening there.
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((host, port))
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
    root: Path, talk: str, listener: socket.socket, lan: bool, ready: Callable[[Preview, str], None], by: str = ""
) -> None:
    """Serves until it is interrupted; calls `ready` with the preview, and the address for a telephone if one is let in.

    `by` reviews, where that is known. Raises NoNetwork where it cannot listen on the local network, as `lan` asks for.
    """
    with suppress(KeyboardInterrupt):
        asyncio.run(_Serving(root, talk, listener, by).run(lan, ready))


class _Serving:
    def __init__(self, root: Path, talk: str, listener: socket.socket, by: str) -> None:
        self._listener = listener
        identity = identity_at(listener.getsockname()[1], root, talk)
        self._preview = Preview(root, talk, identity, self._listen_on_lan, by)
        self._config = uvicorn.Config(
            self._preview.app(),
            log_level="error",
            access_log=False,
            lifespan="off",
            ws="none",
            server_header=False,
            date_header=False,
            timeout_graceful_shutdown=5,
        )
        # A browser that holds its connection while we end is no error that anybody must read.
        logging.getLogger("uvicorn.error").addFilter(lambda record: "graceful shutdown" not in str(record.msg))
        self._server = uvicorn.Server(self._config)
        self._lan: dict[str, str] = {}  # where it listens, by the address on the network

    async def run(self, lan: bool, ready: Callable[[Preview, str], None]) -> None:
        preview, server = self._preview, self._server
        await preview.begin()
        serving = asyncio.create_task(server.serve(sockets=[self._listener]))
        try:
            while not (server.started or serving.done()):
                await asyncio.sleep(_TICK_SECONDS)
            # Telephones that were let in before it died are still waiting, where this is still their network.
            if lan:
                await preview.admit()
            elif preview.identity.lan and preview.identity.lan == lan_address():
                with suppress(NoNetwork):
                    await preview.admit()
            ready(preview, preview.pairing_address() if lan else "")
            while not (server.should_exit or serving.done() or preview.has_failed):
                await asyncio.sleep(_TICK_SECONDS)
        finally:
            server.should_exit = True
            try:
                await preview.end()
            finally:
                await serving

    async def _listen_on_lan(self) -> str:
        """Listens at the address of this machine on its network, and nowhere else; tells host and port."""
        host = lan_address()
        if not host:
            raise NoNetwork("this machine is on no network: join the one that the telephone is on")
        if host not in self._lan:
            try:
                listener = self._bound_near(host)
            except OSError as fault:
                raise NoNetwork(f"this machine may not listen on its network: {fault.strerror}") from fault
            made = await asyncio.get_running_loop().create_server(self._protocol, sock=listener, backlog=_BACKLOG)
            self._server.servers.append(made)  # which closes it with the other
            self._lan[host] = f"{host}:{listener.getsockname()[1]}"
        return self._lan[host]

    def _bound_near(self, host: str) -> socket.socket:
        """At the same port if that is free."""
        with suppress(OSError):
            return _bound(host, self._listener.getsockname()[1])
        return _bound(host, 0)

    def _protocol(self) -> asyncio.Protocol:
        """As uvicorn itself makes it for the sockets that it begins with."""
        make: Any = self._config.http_protocol_class
        made: asyncio.Protocol = make(config=self._config, server_state=self._server.server_state, app_state={})
        return made
