"""The server of one preview: its pages, the news as they come, and what the pages ask for."""

import asyncio
import os
import shlex
import shutil
import subprocess
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response, StreamingResponse
from starlette.routing import Route
from starlette.types import ASGIApp

from talkbuilder.authoring.rehearsals import edition_of
from talkbuilder.evidence.library.reviews import REVIEWS
from talkbuilder.layout.typefaces import FONTS
from talkbuilder.preview.checking import Answer, Checker
from talkbuilder.preview.choosing import Choice, occasion_of
from talkbuilder.preview.editing import Agreed, Editing
from talkbuilder.preview.guard import Guard, same
from talkbuilder.preview.identity import Identity
from talkbuilder.preview.presenting import Clickers, Stage, Told, keep, picture, told_of_takes
from talkbuilder.preview.reviewing import Answered, Reviewing, Undone
from talkbuilder.preview.session import Listener, Session
from talkbuilder.preview.sourcing import Filling, Naming, Place, Sought, Sourcing
from talkbuilder.preview.watching import BUILD, changes

_PAGE = Path(__file__).with_name("page")
_PAGES = {"": "desk.html", "presenter": "presenter.html", "review": "review.html"}
_TYPES = {"html": "text/html", "css": "text/css", "js": "text/javascript", "ttf": "font/ttf"}
_IMAGES = {"png": "image/png", "jpg": "image/jpeg"}
_SCRIPTS = ("clicker", "clock", "kept", "news", "stage")
_CLICKER = frozenset(("clicker", "news", "stage", "page/clicker.css", *(f"page/{one}.js" for one in _SCRIPTS)))
_ALIVE_SECONDS = 15  # so often something is sent, that a page that was closed is noticed
_MOST_BYTES = 100_000  # of what a page may ask
_WRONG = PlainTextResponse("that cannot be asked", 400)
_Answer = Mapping[str, Any]
_Answering = Callable[[Request], Awaitable[Response]]


class NoNetwork(Exception):
    """This machine is on no network, or nobody may listen there."""


class _Spent(Struct, frozen=True, forbid_unknown_fields=True):
    spent: dict[str, float]


class _Asked(Struct, frozen=True, forbid_unknown_fields=True):
    """Whether somebody wants telephones to be let in, where they are not yet."""

    opens: bool


class _Line(Struct, frozen=True, forbid_unknown_fields=True):
    file: str
    line: int


class Preview:
    """One talk on a server of its own, beside the review of all that its folder holds; `by` reviews.

    `listen_on_lan` begins to listen on the local network, if it does not yet, and tells at which host and port.
    It raises NoNetwork.
    """

    def __init__(
        self, root: Path, talk: str, identity: Identity, listen_on_lan: Callable[[], Awaitable[str]], by: str = ""
    ) -> None:
        self.identity = identity
        self._clickers = Clickers(identity.telephones)
        self._listen_on_lan = listen_on_lan
        self._lan = ""  # host and port, once it listens there
        self._root = root
        self._session = Session(root, talk)
        self._stage = Told()
        self._checker = Checker(root, talk, self._found)
        self._reviewing = Reviewing(root, by, lambda: self._session.changed((REVIEWS,)))
        self._sourcing = Sourcing(root)
        self._editing = Editing(root, talk)
        self._decks: Mapping[str, Any] = {"kind": "decks", "files": ()}
        self._findings: Mapping[str, Any] | None = None
        self._tasks: list[asyncio.Task[None]] = []
        self._session.drawn = self._checker.ask
        self._has_ended = False

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.identity.port}/{self.identity.key}/"

    @property
    def lets_telephones_in(self) -> bool:
        return bool(self._lan)

    async def admit(self) -> None:
        """Lets telephones in from now on. Raises NoNetwork."""
        self._lan = await self._listen_on_lan()
        self.identity = self.identity.keep(lan=self._lan.rpartition(":")[0])

    def pairing_address(self) -> str:
        """Where a telephone is paired, once; "" where none is let in."""
        return f"http://{self._lan}/pair/{self._clickers.new_code()}" if self._lan else ""

    def app(self) -> ASGIApp:
        desk = {
            "/{key}/page/{name}": self._file,
            "/{key}/fonts/{name}": self._file,
            "/{key}/media/{name}": self._image,
            "/{key}/news": self._news,
            "/{key}/": self._page,
            "/{key}/{page}": self._page,
        }
        asked = {
            "/{key}/stage": _asking(Stage, self._staged),
            "/{key}/keep": _asking(_Spent, self._keep),
            "/{key}/choose": _asking(Choice, self._choose),
            "/{key}/open": _asking(_Line, self._open),
            "/{key}/takes": _asking(Any, self._takes),
            "/{key}/pairing": _asking(_Asked, self._pairing),
            "/{key}/entries": _asking(Any, self._reviewing.told),
            "/{key}/answer": _asking(Answered, self._reviewing.answer),
            "/{key}/edited": _asking(Any, self._editing.told),
            "/{key}/agree": _asking(Agreed, self._editing.agree),
            "/{key}/undo": _asking(Undone, self._reviewing.undo),
            "/{key}/passages": _asking(Sought, self._sourcing.answer),
            "/{key}/around": _asking(Place, self._sourcing.answer),
            "/{key}/fill": _asking(Filling, self._sourcing.answer),
            "/{key}/speaker": _asking(Naming, self._sourcing.answer),
        }
        routes = [Route("/pair/{code}", self._pair)]
        routes += [Route(path, answer, methods=["POST"]) for path, answer in asked.items()]
        routes += [Route(path, answer) for path, answer in desk.items()]
        return Guard(Starlette(routes=routes), self._hosts, self._may)

    async def begin(self) -> None:
        """Watches and checks, until `end`."""
        watching, checking = asyncio.create_task(self._watch()), asyncio.create_task(self._checker.run())
        self._tasks = [watching, checking, asyncio.create_task(self._look_at_decks())]
        self._checker.ask(self._session.state.version, self._session.choice, ())

    @property
    def has_failed(self) -> bool:
        """Whether it no longer sees what is saved."""
        return any(task.done() for task in self._tasks[:1])

    async def end(self) -> None:
        """Ends all that was begun. Raises what made it fail, if anything did."""
        self._has_ended = True
        for task in self._tasks:
            task.cancel()
        self.identity.keep(telephones=(), lan="")  # who ends it means it; its windows still know it
        for listener in self._session.listeners:
            listener.news.put_nowait(None)
        ended = await asyncio.gather(*self._tasks, self._reviewing.end(), return_exceptions=True)
        for one in ended:
            if isinstance(one, Exception):
                raise one

    def _hosts(self) -> frozenset[str]:
        """The addresses at which it is found: on this machine, and on the local network, if it is open to that."""
        near = (f"{name}:{self.identity.port}" for name in ("127.0.0.1", "localhost"))
        return frozenset((*near, self._lan) if self._lan else near)

    def _may(self, path: str, is_near: bool) -> bool:
        key, _, rest = path.removeprefix("/").partition("/")
        if key == "pair":
            return bool(self._lan)
        if same(key, self.identity.key):
            return is_near
        return self._clickers.knows(key) and rest in _CLICKER

    async def _watch(self) -> None:
        async for found in changes(self._root):
            paths = frozenset(one for one in found if not one.startswith(f"{BUILD}/"))
            if paths != found:
                await self._look_at_decks()
            self._sourcing.changed(paths)
            if others := await self._reviewing.changed(paths):
                self._session.broadcast({"kind": "review"})
                await self._session.changed(others)

    async def _look_at_decks(self) -> None:
        self._decks = {"kind": "decks", "files": await self._editing.files()}
        self._session.broadcast(self._decks)

    def _found(self, answer: Answer) -> None:
        self._findings = {"kind": "findings", "version": answer.version, "findings": answer.findings}
        self._session.broadcast(self._findings)
        self._session.mark(answer.unproved)

    async def _page(self, request: Request) -> Response:
        name = request.path_params.get("page", "")
        is_clicker = self._clickers.knows(request.path_params["key"])
        page = "clicker.html" if is_clicker else _PAGES.get(name)
        return _sent(_PAGE / page) if page else _nothing()

    async def _file(self, request: Request) -> Response:
        file = _FILES.get("/".join(request.url.path.split("/")[-2:]))
        return _sent(file) if file else _nothing()

    async def _image(self, request: Request) -> Response:
        image = self._session.cards.images.get(request.path_params["name"])
        return Response(image.data, media_type=_IMAGES[image.extension]) if image else _nothing()

    async def _news(self, request: Request) -> Response:
        is_clicker = self._clickers.knows(request.path_params["key"])
        listener = self._session.join(sees_pictures=not is_clicker)
        listener.news.put_nowait(None if self._has_ended else self._stage.news(_now()))
        for news in (self._findings, self._decks) if not is_clicker else ():
            if news:
                listener.news.put_nowait(news)
        return StreamingResponse(self._events(listener), media_type="text/event-stream")

    async def _events(self, listener: Listener) -> AsyncIterator[bytes]:
        try:
            while True:
                try:
                    news = await asyncio.wait_for(listener.news.get(), _ALIVE_SECONDS)
                except TimeoutError:
                    yield b": still here\n\n"
                    continue
                if news is None:
                    return
                yield b"data: " + msgspec.json.encode(news) + b"\n\n"
        finally:
            self._session.listeners.discard(listener)

    async def _staged(self, stage: Stage) -> _Answer:
        self._stage.take(stage, _now())
        self._session.broadcast(self._stage.news(_now()))
        return {}

    async def _keep(self, asked: _Spent) -> _Answer:
        spent = {card.name: asked.spent[card.name] for card in self._session.state.cards if card.name in asked.spent}
        occasion = occasion_of(self._session.choice, self._session.project)
        try:
            return {"kept": keep(self._session.project, self._session.name, occasion, spent)}
        except OSError as fault:
            return {"kept": False, "why": fault.strerror}

    async def _choose(self, choice: Choice) -> _Answer:
        self._session.choose(choice)
        return {"version": self._session.state.version}

    async def _open(self, place: _Line) -> _Answer | None:
        root = self._root.resolve()
        with suppress(ValueError, OSError, RuntimeError):  # a NUL, a name without end, a link to itself: no file
            file = (root / place.file).resolve()
            if root in file.parents and file.is_file():
                return {"opened": open_line(file, max(1, place.line))}
        return None

    async def _takes(self, asked: object) -> _Answer:
        session = self._session
        edition = edition_of(occasion_of(session.choice, session.project))
        return {"takes": told_of_takes(session.project, session.name, edition)}

    async def _pairing(self, asked: _Asked) -> _Answer:
        if asked.opens or self._lan:
            try:
                await self.admit()  # this machine may be on another network by now
            except NoNetwork as fault:
                return {"address": "", "why": str(fault)}
        address = self.pairing_address()
        return {"address": address, "why": "", "picture": picture(address) if address else ""}

    async def _pair(self, request: Request) -> Response:
        key = self._clickers.pair(request.path_params["code"])
        if key is None:
            return PlainTextResponse("This code has been used. Ask the page for a new one, with the key C.", 403)
        self.identity = self.identity.keep(telephones=self._clickers.keys)
        return RedirectResponse(f"/{key}/clicker", 303)


_FILES = {f"page/{file.name}": file for file in _PAGE.iterdir() if file.suffix in (".css", ".js")}
_FILES |= {f"fonts/{file.name}": file for file in FONTS.glob("*.ttf")}


def _now() -> float:
    return time.monotonic()


def _asking(kind: type[Any], does: Callable[[Any], Awaitable[_Answer | None]]) -> _Answering:
    """What answers a page that sends one of a kind; None is for what cannot be asked."""

    async def answer(request: Request) -> Response:
        data = b""
        async for piece in request.stream():
            data += piece
            if len(data) > _MOST_BYTES:
                return _WRONG
        try:
            asked = msgspec.json.decode(data, type=kind)
        except (msgspec.MsgspecError, UnicodeDecodeError):
            return _WRONG
        told = await does(asked)
        return _WRONG if told is None else Response(msgspec.json.encode(told), media_type="application/json")

    return answer


def _sent(file: Path) -> Response:
    return Response(file.read_bytes(), media_type=_TYPES[file.suffix[1:]])


def _nothing() -> Response:
    return PlainTextResponse("there is nothing at this address", 404)


# How the editors that have windows are told of a line, by the name of their program.
_LINES = {
    "code code-insiders codium cursor windsurf": "--goto {file}:{line}",
    "subl zed": "{file}:{line}",
    "gedit gnome-text-editor xed pluma gvim mvim": "+{line} {file}",
    "kate kwrite mate bbedit idea pycharm webstorm": "--line {line} {file}",
    "emacsclient": "--no-wait +{line} {file}",
    "notepad++": "-n{line} {file}",
}
_EDITORS = {name: told.split() for names, told in _LINES.items() for name in names.split()}


def editor() -> list[str] | None:
    """The command of $VISUAL or $EDITOR that has a window of its own; None where neither has."""
    for variable in ("VISUAL", "EDITOR"):
        try:
            command = shlex.split(os.environ.get(variable, ""))
        except ValueError:  # a quote mark is never closed
            continue
        if command and Path(command[0]).stem in _EDITORS and shutil.which(command[0]):
            return command
    return None


def open_line(file: Path, line: int) -> bool:
    """Opens a file at a line, without waiting; whether there is an editor for that."""
    command = editor()
    if command is None:
        return False
    told = [one.format(file=file, line=line) for one in _EDITORS[Path(command[0]).stem]]
    silent = subprocess.DEVNULL
    subprocess.Popen([*command, *told], stdin=silent, stdout=silent, stderr=silent, start_new_session=True)
    return True
