"""Calls recorded in a file, one JSON document a line, from which tests are answered without any model."""

import asyncio
from difflib import SequenceMatcher
from hashlib import sha256
from json import dumps
from pathlib import Path

from pydantic import ValidationError

from app.errors import RegularsError
from app.models.provider import AttemptFailed, Given
from app.models.redaction import Redactor
from app.models.script import last_text
from domains.kit.records import JSON, Frozen
from simulators.model import ChatRequest, Message, Usage

EXCERPT = 200
_NOT_COMPARED = {"timeout", "stream", "api_base"}
"""How one would have waited, and where the model was: a recording is played elsewhere."""


class RecordedCall(Frozen):
    """One line of a recording. It has no keys in it."""

    request: ChatRequest
    message: Message
    finish_reason: str | None = None
    usage: Usage = Usage()
    """What the answer took when it was recorded."""


class BadRecording(RegularsError):
    """A file is no recording."""

    status = 503
    name = "bad_recording"
    title = "The recording cannot be used"
    what_to_do = "Name a file that was recorded with REGULARS_MODEL_RECORDING."


class Recording:
    """A `Memory` in one file. It answers what was recorded, and records what is new, or refuses it in a replay.

    A request that comes twice gets the answer that was recorded first, while recording as well: so a replay takes the
    same path. Recordings can be joined, cut and edited by line.
    """

    def __init__(self, path: Path, *, replay: bool, redactor: Redactor | None = None):
        """Reads the file; raises `BadRecording` where it is none, or where there is nothing to replay."""
        self._path = path
        self._replay = replay
        self._redactor = redactor or Redactor()
        self._writing = asyncio.Lock()
        self._calls: dict[str, RecordedCall] = {}
        if replay or path.exists():
            for call in _read(path):
                self._calls.setdefault(_digest(call.request), call)

    async def find(self, request: ChatRequest, version: str | None) -> Given | None:  # noqa: ARG002 - of any version
        """The answer that was recorded; in a replay, raises `AttemptFailed` where there is none."""
        asked = self._clean(request)
        call = self._calls.get(_digest(asked))
        if call is not None:
            return Given(call.message, call.finish_reason, call.usage)
        if self._replay:
            raise AttemptFailed(self._missing(asked), kind="unscripted")
        return None

    async def keep(self, request: ChatRequest, version: str | None, given: Given) -> None:  # noqa: ARG002 - of any
        """Add a line to the file; raises `OSError` where that cannot be done."""
        asked = self._clean(request)
        call = RecordedCall(
            request=asked,
            message=self._redactor.values(given.message),
            finish_reason=given.finish_reason,
            usage=given.usage,
        )
        digest = _digest(asked)
        async with self._writing:
            if digest not in self._calls:
                await asyncio.to_thread(self._append, call.model_dump_json(exclude_defaults=True))
                self._calls[digest] = call

    def _clean(self, request: ChatRequest) -> ChatRequest:
        values = self._redactor.values(request.model_dump(mode="json"))
        if request.api_base is not None:
            values["api_base"] = self._redactor.text(request.api_base)
        return ChatRequest.model_validate(values)

    def _append(self, line: str) -> None:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        with self._path.open("a", encoding="utf-8") as file:
            file.write(line + "\n")

    def _missing(self, request: ChatRequest) -> str:
        asked = f"{self._path} has no call with {len(request.messages)} messages, the last of them {_shown(request)}"
        if not self._calls:
            return f"{asked}; it has no calls at all"
        number, nearest = max(enumerate(self._calls.values(), 1), key=lambda each: _likeness(request, each[1].request))
        differing = [name for name in ChatRequest.model_fields if _differs(name, request, nearest.request)]
        return (
            f"{asked}; the nearest of its {len(self._calls)} calls is number {number}, with "
            f"{len(nearest.request.messages)} messages, the last of them {_shown(nearest.request)} "
            f"(it differs in {', '.join(differing)})"
        )


def _read(path: Path) -> list[RecordedCall]:
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise BadRecording(f"{path} cannot be read: {type(error).__name__}") from None
    calls = []
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                calls.append(RecordedCall.model_validate_json(line))
            except ValidationError:
                raise BadRecording(f"{path}, line {number} is no recorded call") from None
    return calls


def _digest(request: ChatRequest) -> str:
    return sha256(dumps(_compared(request), sort_keys=True).encode()).hexdigest()


def _compared(request: ChatRequest) -> JSON:
    return request.model_dump(mode="json", exclude=_NOT_COMPARED)


def _differs(name: str, one: ChatRequest, other: ChatRequest) -> bool:
    return name not in _NOT_COMPARED and getattr(one, name) != getattr(other, name)


def _likeness(one: ChatRequest, other: ChatRequest) -> tuple[float, float]:
    words = SequenceMatcher(None, last_text(one), last_text(other), autojunk=False).ratio()
    return words, -abs(len(one.messages) - len(other.messages))


def _shown(request: ChatRequest) -> str:
    said = last_text(request)
    return repr(said if len(said) <= EXCERPT else said[:EXCERPT] + "…")
