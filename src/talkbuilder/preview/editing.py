"""Decks of a talk that somebody has edited: what of them can come into the outline, and what was agreed to written."""

import asyncio
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from zlib import crc32

from msgspec import Struct

from talkbuilder.authoring.differences import Answer
from talkbuilder.authoring.pulling import Held, NotWritten, as_objects, held, put
from talkbuilder.authoring.remaking import Unmade
from talkbuilder.outputs.fingerprint import is_as_built
from talkbuilder.preview.watching import BUILD

_COPY = re.compile(r"-edited-\d+$")  # which a build keeps of what it writes over


class Agreed(Struct, frozen=True, forbid_unknown_fields=True):
    """What becomes of each difference of a deck; `token` tells what was shown."""

    file: str
    token: str
    answers: tuple[Answer, ...]


class Editing:
    def __init__(self, root: Path, talk: str) -> None:
        self._root, self._talk = root, talk
        self._one_at_a_time = asyncio.Lock()

    async def files(self) -> tuple[str, ...]:
        return await asyncio.to_thread(self._files)

    async def told(self, asked: object = None) -> Mapping[str, Any]:
        async with self._one_at_a_time:
            return {"decks": [await asyncio.to_thread(self._deck, file) for file in await self.files()]}

    async def agree(self, asked: Agreed) -> Mapping[str, Any]:
        """Writes what was agreed to; tells where the outline is kept as it was, or why nothing was written."""
        async with self._one_at_a_time:
            if asked.file not in await self.files():
                return {"why": "this deck is no longer there"}
            return await asyncio.to_thread(self._agree, asked)

    def _files(self) -> tuple[str, ...]:
        found = sorted((*(self._root / BUILD).glob("*.pptx"), *(self._root / BUILD).glob("*/*.pptx")))
        return tuple(
            file.relative_to(self._root).as_posix()
            for file in found
            if file.is_file() and file.name.startswith(self._talk) and not _COPY.search(file.stem)
            if is_as_built(file) is False
        )

    def _deck(self, file: str) -> Mapping[str, Any]:
        try:
            found = held(self._root, self._root / file, file)
        except Unmade as fault:
            return {"file": file, "why": f"{fault}; {fault.hint}" if fault.hint else str(fault)}
        return {"file": file, "token": self._token(found), **as_objects(found.pulled)}

    def _agree(self, asked: Agreed) -> Mapping[str, Any]:
        try:
            found = held(self._root, self._root / asked.file, asked.file)
            differences = found.pulled.differences
            if self._token(found) != asked.token or len(differences) != len(asked.answers):
                raise NotWritten("the deck or the outline was changed meanwhile; look again")
            undo = put(found, [*zip(differences, asked.answers, strict=True)])
        except (Unmade, NotWritten, OSError) as fault:
            return {"why": f"nothing was written: {fault}"}
        return {"undo": undo.relative_to(self._root).as_posix() if undo else ""}

    def _token(self, found: Held) -> str:
        return f"{crc32(found.file.read_bytes(), crc32(found.data)):x}"
