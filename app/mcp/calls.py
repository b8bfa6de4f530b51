"""What tools do: the business's own are called, and `talk_to_customer` speaks, each as one step of the session."""

import asyncio
from collections.abc import Awaitable, Mapping
from dataclasses import dataclass
from json import dumps, loads
from typing import TypeVar

from anyio import CancelScope
from mcp import types
from mcp.server import ServerRequestContext
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from app.engine.conversation import Awaits
from app.errors import InvalidRequest, RegularsError
from app.mcp.seat import Seat
from app.sessions.answers import Answer
from app.sessions.queue import Said
from domains.kit.records import JSON

Context = ServerRequestContext[JSON]
Found = TypeVar("Found")
TALK = "talk_to_customer"
"""The tool that speaks. A tool of a business that has the same name cannot be called over MCP."""
PATIENCE = 5.0
"""Seconds between two signs that the customer is still thinking."""


class Mark(BaseModel):
    """What a client may put into a call's `_meta`."""

    model_config = ConfigDict(extra="ignore", strict=True)

    key: str | None = Field(default=None, alias="regulars/idempotency-key", min_length=1, max_length=200)
    """The same key and call get the same answer again, and nothing runs twice."""
    step: int | None = Field(default=None, alias="regulars/step", ge=1, le=100_000)
    """Any step of the agent's turn to which the call belongs; where that is over, nothing runs."""


class Speech(BaseModel):
    """The arguments of `talk_to_customer`."""

    model_config = ConfigDict(extra="forbid", strict=True)

    text: str = Field(
        default="",
        description="What to say to the customer, word for word. Leave it out to hear what they said last without "
        "saying anything.",
    )


class Heard(BaseModel):
    """The structured result of `talk_to_customer`."""

    reply: str | None = Field(description="What the customer said; null if they have said nothing (yet).")
    ended: bool = Field(description="Whether the conversation has ended.")
    end_reason: str | None = Field(description="Why it ended; null while it goes on.")


@dataclass(frozen=True)
class Calls:
    """Calls of one request."""

    seat: Seat
    step: int | None
    """The step that the request as a whole names."""

    async def run(self, context: Context, call: types.CallToolRequestParams) -> types.CallToolResult:
        """Call a tool. What goes wrong comes back as a result that a language model can read."""
        try:
            mark = _mark(call.meta)
            if call.name == TALK:
                return await self._talk(context, call.arguments or {}, mark)
            return await self._call(call.name, call.arguments or {}, mark)
        except RegularsError as error:
            return _refused(f"{error.detail}. {error.what_to_do}")

    async def _call(self, tool: str, arguments: Mapping[str, JSON], mark: Mark) -> types.CallToolResult:
        sessions, wait = self.seat.sessions, self._wait
        called = await _unbroken(
            sessions.queue.call(
                self.seat.session_id, tool, _text(arguments), key=mark.key, wait=wait, step=mark.step or self.step
            )
        )
        standing = loads(called.answer.text or "{}")
        return _result([called.content], standing, is_error=called.is_error)

    async def _talk(self, context: Context, arguments: Mapping[str, JSON], mark: Mark) -> types.CallToolResult:
        try:
            text = Speech.model_validate(arguments).text
        except ValidationError:
            return _refused("The arguments must be an object with a string `text`, and nothing else.")
        if not text.strip():
            return await self._hear(context)
        speaking = self.seat.sessions.queue.speak(
            self.seat.session_id, text, key=mark.key, wait=min(PATIENCE, self._wait), step=mark.step or self.step
        )
        said = await _unbroken(speaking)
        return _told(await self._awaited(context, said))

    async def _hear(self, context: Context) -> types.CallToolResult:
        """What the customer said last; a reply that is still to come is waited for."""
        row = await self.seat.sessions.row(self.seat.session_id)
        if row.awaits == Awaits.CUSTOMER and (await self._awaited(context, Said(row.step, Answer(None)))).text is None:
            return _told(Answer(None))
        view = await self.seat.sessions.view(self.seat.session_id)
        return _heard(_words(view["messages"])[-1:], view)

    async def _awaited(self, context: Context, said: Said) -> Answer:
        """The answer to something that was said; its text is None if the customer takes too long."""
        loop = asyncio.get_running_loop()
        began, answer = loop.time(), said.answer
        while answer.text is None and not self.seat.stopping.is_set():
            passed = loop.time() - began
            if passed >= self._wait:
                break
            await context.session.report_progress(passed, message="The customer is thinking.")
            answering = self.seat.sessions.steps.answer_of(
                self.seat.session_id, said.step, wait=min(PATIENCE, self._wait - passed)
            )
            answer = await _unbroken(answering)
        return answer

    @property
    def _wait(self) -> float:
        return self.seat.sessions.keeper.settings.customer_wait_seconds


async def _unbroken(work: Awaitable[Found]) -> Found:
    """See work through although its client may have gone: a step is not left half done."""
    with CancelScope(shield=True):
        found = await work
    return found  # noqa: RET504 - within the scope it would not do: the types say that a scope may end without it


def _mark(meta: Mapping[str, JSON] | None) -> Mark:
    try:
        return Mark.model_validate(meta or {})
    except ValidationError as error:
        names = ", ".join(str(fault["loc"][0]) for fault in error.errors())
        raise InvalidRequest(f"_meta: {names} cannot be read") from None


def _text(arguments: Mapping[str, JSON]) -> str:
    try:
        return dumps(arguments)
    except RecursionError:
        raise InvalidRequest("the arguments are nested too deeply") from None


def _told(answer: Answer) -> types.CallToolResult:
    if answer.text is None:
        waiting = f"The customer is still thinking. Call {TALK} without text to go on waiting."
        return _result([waiting], {}, structured=Heard(reply=None, ended=False, end_reason=None))
    standing = loads(answer.text)
    return _heard(_words(standing["messages"]), standing)


def _heard(words: list[str], standing: Mapping[str, JSON]) -> types.CallToolResult:
    reply = "\n\n".join(words) or None
    ended = standing["status"] == "ended"
    nothing = "The customer left without a word." if ended else "The customer has said nothing yet: speak first."
    heard = Heard(reply=reply, ended=ended, end_reason=standing["end_reason"])
    return _result([reply or nothing], standing, structured=heard)


def _words(messages: list[dict[str, JSON]]) -> list[str]:
    return [message["content"] for message in messages if message["role"] == "user"]


def _result(
    texts: list[str], standing: Mapping[str, JSON], *, is_error: bool = False, structured: Heard | None = None
) -> types.CallToolResult:
    if standing.get("status") == "ended":
        texts = [*texts, f"The conversation has ended: {standing['end_reason']}."]
    result = types.CallToolResult(
        content=[types.TextContent(text=text) for text in texts],
        structured_content=None if structured is None else structured.model_dump(),
        is_error=is_error,
    )
    result.meta = {f"regulars/{name}": standing[name] for name in ("status", "step") if name in standing}
    return result


def _refused(text: str) -> types.CallToolResult:
    return types.CallToolResult(content=[types.TextContent(text=text)], is_error=True)
