"""Scripts: what a scripted model says, line by line, and which line is whose turn.

A script has no memory. Whose turn it is follows from the request alone, so that any number of sessions may play one
script at once, in any process, and a request that is made again gets the same answer:

- Lines with `when` or `when_matches` speak wherever the last message fits, in any conversation, at any time.
- If none fits, the other lines speak in order: the first answers a conversation without assistant messages, the
  second one with one of them, and so on.
- Failures stand before the answer that comes in the end: each is met by one attempt of the same call. Failures with no
  answer after them last for good.
"""

import re
from collections.abc import Callable, Sequence
from json import dumps
from pathlib import Path
from typing import Literal

from pydantic import Field, ValidationError, model_validator

from domains.kit.records import JSON, Frozen
from simulators.model import ChatRequest, Message


class ScriptedToolCall(Frozen):
    """A call of a tool."""

    name: str
    arguments: dict[str, JSON] | str = {}
    """An object; or text that is passed on as it is, to play a model that writes bad JSON."""


class ScriptLine(Frozen):
    """One answer, or one failure, of a scripted model."""

    text: str | None = None
    tool_calls: tuple[ScriptedToolCall, ...] = ()
    reasoning: str | None = None
    """Goes into `reasoning_content`."""
    finish_reason: str | None = None
    """"stop" or "tool_calls" if left out."""
    fail: int | Literal["timeout", "connection"] | None = None
    """An HTTP status, or what else went wrong, instead of an answer."""
    retry_after: float | None = Field(None, ge=0)
    """With a failure: seconds, as the provider asks for in its Retry-After header."""
    delay: float = Field(0.0, ge=0)
    """Seconds until it is said."""
    pace: float = Field(0.0, ge=0)
    """Seconds that each word takes besides; an answer that is asked for part by part comes word by word."""
    when: str | None = None
    """Only where the last message has this in it, in any case of letters."""
    when_matches: str | None = None
    """Only where this regular expression is found in the last message."""
    prompt_tokens: int = Field(0, ge=0)
    completion_tokens: int = Field(0, ge=0)
    cost_usd: float = Field(0.0, ge=0)

    @model_validator(mode="after")
    def _says_one_thing(self) -> "ScriptLine":
        said = self.text is not None or bool(self.tool_calls)
        if said == (self.fail is not None):
            raise ValueError("a line has either `text` or `tool_calls`, or else `fail`")
        if self.when_matches is not None:
            try:
                re.compile(self.when_matches)
            except re.error as error:
                raise ValueError(f"`when_matches` is no regular expression: {error}") from None
        return self

    @property
    def conditional(self) -> bool:
        """Whether it says for itself where it is spoken."""
        return self.when is not None or self.when_matches is not None

    def fits(self, last: str) -> bool:
        """Whether its conditions hold for the text of the last message."""
        if self.when is not None and self.when.casefold() not in last.casefold():
            return False
        return self.when_matches is None or re.search(self.when_matches, last) is not None


Script = Sequence[ScriptLine] | Callable[[ChatRequest], ScriptLine | str]
"""Lines; or a function that answers each request (it may raise `ModelFailed`), to be registered under a name."""


class BadScript(Exception):
    """A file is no script."""


def read_script(path: Path) -> tuple[ScriptLine, ...]:
    """The lines of a JSON-lines file; raises `BadScript`, which quotes nothing of the file."""
    try:
        texts = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise BadScript(f"{path} cannot be read: {type(error).__name__}") from None
    lines = []
    for number, text in enumerate(texts, 1):
        if text.strip():
            try:
                lines.append(ScriptLine.model_validate_json(text))
            except ValidationError as error:
                first = error.errors(include_url=False, include_input=False, include_context=False)[0]
                where = ".".join(str(part) for part in first["loc"])
                raise BadScript(f"{path}, line {number}: {where + ': ' if where else ''}{first['msg']}") from None
    return tuple(lines)


def line_for(lines: Sequence[ScriptLine], request: ChatRequest, attempt: int) -> ScriptLine | None:
    """The line that the `attempt`-th attempt at a request gets; None if the script does not have it."""
    last = last_text(request)
    fitting = [line for line in lines if line.conditional and line.fits(last)]
    if fitting:
        return _of_attempt(_up_to_answer(fitting, 0), attempt)
    return _of_attempt(_up_to_answer([line for line in lines if not line.conditional], position(request)), attempt)


def position(request: ChatRequest) -> int:
    """How many assistant messages the conversation of a request has."""
    return sum(message.get("role") == "assistant" for message in request.messages)


def last_text(request: ChatRequest) -> str:
    """The text of the last message; that of all its parts where it has several."""
    content = request.messages[-1].get("content") if request.messages else None
    if isinstance(content, list):
        return "\n".join(str(part.get("text", "")) for part in content if isinstance(part, dict))
    return content if isinstance(content, str) else ""


def message_of(line: ScriptLine, request: ChatRequest) -> Message:
    """What a line says, as an assistant message. Ids of tool calls do not repeat within a conversation."""
    message: Message = {"role": "assistant", "content": line.text}
    if line.reasoning is not None:
        message["reasoning_content"] = line.reasoning
    if line.tool_calls:
        message["tool_calls"] = [
            {
                "id": f"call_{position(request)}_{number}",
                "type": "function",
                "function": {
                    "name": each.name,
                    "arguments": each.arguments if isinstance(each.arguments, str) else dumps(each.arguments),
                },
            }
            for number, each in enumerate(line.tool_calls)
        ]
    return message


def _up_to_answer(lines: Sequence[ScriptLine], answers_before: int) -> Sequence[ScriptLine]:
    """The failures before an answer, and the answer, after leaving out others with their failures."""
    begun = 0
    for number, line in enumerate(lines):
        if line.fail is None:
            if answers_before == 0:
                return lines[begun : number + 1]
            answers_before -= 1
            begun = number + 1
    return lines[begun:]


def _of_attempt(lines: Sequence[ScriptLine], attempt: int) -> ScriptLine | None:
    return lines[min(attempt, len(lines)) - 1] if lines else None
