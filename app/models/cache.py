"""Answers kept by content: the same request is answered again from a folder, by any process that shares it."""

import asyncio
import os
from hashlib import sha256
from json import dumps
from pathlib import Path

from pydantic import ValidationError

from app.batches import Batches
from app.models.provider import Given
from app.models.redaction import Redactor
from domains.kit.records import Frozen
from simulators.model import ChatRequest, Message


class KeptAnswer(Frozen):
    """One file of the cache."""

    key: str
    message: Message
    finish_reason: str | None = None


class ResponseCache:
    """A `Memory` in a folder, one file an answer. Files can be deleted at any time; one that cannot be read is a miss.

    Whether requests are the same is decided by everything in them but how it is waited for the answer, and by the
    provider's version.
    """

    def __init__(self, folder: Path, *, redactor: Redactor | None = None):
        self._folder = folder
        self._redactor = redactor or Redactor()
        self._batches = Batches(self._write_all)

    async def find(self, request: ChatRequest, version: str | None) -> Given | None:
        """The answer that is kept."""
        if version is None:
            return None
        # Not in a thread: to hand it over takes longer than to look.
        return self._read(key_of(request, version))

    async def keep(self, request: ChatRequest, version: str | None, given: Given) -> None:
        """Keep an answer; raises `OSError` where the folder cannot be written."""
        if version is None:
            return
        answer = KeptAnswer(
            key=key_of(request, version),
            message=self._redactor.values(given.message),
            finish_reason=given.finish_reason,
        )
        await self._batches.add(answer)

    def _read(self, key: str) -> Given | None:
        try:
            kept = KeptAnswer.model_validate_json(self._file(key).read_bytes())
        except (OSError, ValidationError):
            return None
        return Given(kept.message, kept.finish_reason) if kept.key == key else None

    async def _write_all(self, answers: list[KeptAnswer]) -> None:
        def write() -> None:
            for answer in answers:
                self._write(answer)

        await asyncio.to_thread(write)

    def _write(self, answer: KeptAnswer) -> None:
        file = self._file(answer.key)
        try:
            handle = _create(file)
        except FileNotFoundError:
            file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            handle = _create(file)
        # Not under another name first, which takes half as long again: what is there by half is no answer, and a miss.
        with os.fdopen(handle, "wb") as output:
            output.write(answer.model_dump_json().encode())

    def _file(self, key: str) -> Path:
        return self._folder / f"{key[:2]}/{key}.json"


def _create(file: Path) -> int:
    return os.open(file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)


def key_of(request: ChatRequest, version: str) -> str:
    """A digest of everything that an answer depends on."""
    asked = request.model_dump(mode="json", exclude={"timeout", "stream"})
    return sha256(dumps([version, asked], sort_keys=True).encode()).hexdigest()
