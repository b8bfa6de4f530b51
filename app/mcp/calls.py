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
from domains.kit.records import JSON
from domains.kit.tools import TALK

Context = ServerRequestContext[JSON]
Found = TypeVar("Found")
SIGN_SECONDS = 5.0
"""Between two signs to the client that its call is being worked on, at most; a tenth of the whole wait, if less."""


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
            return await self._call(context, call, mark)
        except RegularsError as error:
            return _refused(f"{error.detail}. {error.what_to_do}")

    async def _call(self, context: Context, call: types.CallToolRequestParams, mark: Mark) -> types.CallToolResult:
        calling = self.seat.sessions.queue.call(
            self.seat.session_id,
            call.name,
            _text(call.arguments or {}),
            key=mark.key,
            wait=self._wait,
            step=mark.step or self.step,
        )
        called = await self._seen_through(context, calling)
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
            self.seat.session_id, text, key=mark.key, wait=self._wait, step=mark.step or self.step
        )
        return _told((await self._seen_through(context, speaking)).answer)

    async def _hear(self, context: Context) -> types.CallToolResult:
        """What the customer said last; a reply that is still to come is waited for."""
        sessions, session_id = self.seat.sessions, self.seat.session_id
        row = await sessions.row(session_id)
        if row.awaits == Awaits.CUSTOMER:
            answering = sessions.steps.answer_of(session_id, row.step, wait=self._wait)
            return _told(await self._seen_through(context, answering))
        view = await sessions.view(session_id)
        return _heard(_words(view["messages"])[-1:], view)

    async def _seen_through(self, context: Context, work: Awaitable[Found]) -> Found:
        """See work through, although the client may have gone: a step is not left half done."""
        signs = asyncio.create_task(_signs(context, min(SIGN_SECONDS, max(self._wait / 10, 0.01))))
        try:
            with CancelScope(shield=True):
                done = await work
            return done  # noqa: RET504 - within the scope, the types would have it that nothing may be returned
        finally:
            signs.cancel()

    @property
    def _wait(self) -> float:
        return self.seat.sessions.keeper.settings.customer_wait_seconds


async def _signs(context: Context, seconds: float) -> None:
    passed = 0.0
    while True:
        await asyncio.sleep(seconds)
        passed += seconds
        await context.session.report_progress(passed, message="Waiting for the customer.")


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
