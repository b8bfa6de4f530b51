"""The scripted provider: models named `scripted/NAME` answer from a script, and fail on what is not in it."""

import re
from collections.abc import Mapping
from pathlib import Path

from app.models.provider import AttemptFailed, Given, Heard
from app.models.retries import kind_of, worth_retrying
from app.models.script import BadScript, Script, ScriptLine, last_text, line_for, message_of, position, read_script
from app.models.timing import Timing
from simulators.model import ChatRequest, ModelFailed, Usage

PREFIX = "scripted/"
EXCERPT = 200

_DRAFT = re.compile(r"<draft>(.*?)</draft>", re.DOTALL)


def faithful(request: ChatRequest) -> ScriptLine | str:
    """A customer's model that words nothing anew: it repeats what stands between `<draft>` and `</draft>`.

    The last draft of the last message counts. What has none is not in the script.
    """
    drafts = _DRAFT.findall(last_text(request))
    if not drafts:
        raise ModelFailed(_unscripted("faithful", request, "it has no <draft>"), kind="unscripted")
    return str(drafts[-1]).strip()


BUILT_IN: Mapping[str, Script] = {"faithful": faithful}


class ScriptedProvider:
    """Plays scripts: those registered by name, and JSON-lines files named by their path (`scripted/./calls.jsonl`).

    Its answers are not cached: they cost nothing, and a function may not answer alike twice.
    """

    version = None

    def __init__(self, scripts: Mapping[str, Script] | None = None, *, timing: Timing | None = None):
        self._scripts = {**BUILT_IN, **(scripts or {})}
        self._timing = timing or Timing()
        self._read: dict[str, tuple[float, Script]] = {}

    def place(self, request: ChatRequest) -> str:  # noqa: ARG002 - all scripts are in one place
        """Always the same."""
        return "scripted"

    async def prepare(self) -> None:
        """Nothing is needed."""

    async def attempt(self, request: ChatRequest, number: int, heard: Heard) -> Given:
        """What the script has for the request; raises `AttemptFailed` where that is a failure, or nothing."""
        name = request.model.removeprefix(PREFIX)
        line = self._line(name, request, number)
        if line.delay:
            await self._timing.sleep(line.delay)
        if line.fail is not None:
            raise _failure(line.fail, line)
        await self._spoken(line, heard if request.stream else None)
        usage = Usage(
            prompt_tokens=line.prompt_tokens, completion_tokens=line.completion_tokens, cost_usd=line.cost_usd
        )
        reason = line.finish_reason or ("tool_calls" if line.tool_calls else "stop")
        return Given(message_of(line, request), reason, usage)

    async def close(self) -> None:
        """Nothing is held."""

    async def _spoken(self, line: ScriptLine, heard: Heard | None) -> None:
        """Let the time pass that the words take; with `heard`, each of them is heard as it comes."""
        words = max(1, len((line.text or "").split()))
        if heard is None:
            if line.pace:
                await self._timing.sleep(line.pace * words)
            return
        for _ in range(words):
            if line.pace:
                await self._timing.sleep(line.pace)
            heard()

    def _line(self, name: str, request: ChatRequest, number: int) -> ScriptLine:
        script = self._script(name)
        if callable(script):
            try:
                said = script(request)
            except ModelFailed as failure:
                raise AttemptFailed(str(failure), kind=failure.kind) from None
            return ScriptLine(text=said) if isinstance(said, str) else said
        line = line_for(script, request, number)
        if line is None:
            raise AttemptFailed(_unscripted(name, request, f"it has {len(script)} lines"), kind="unscripted")
        return line

    def _script(self, name: str) -> Script:
        if name in self._scripts:
            return self._scripts[name]
        path = Path(name)
        if not path.is_file():
            known = ", ".join(sorted(self._scripts))
            detail = f"there is no script {name!r}: neither a file nor one of {known}"
            raise AttemptFailed(detail, kind="unknown_model")
        changed = path.stat().st_mtime
        if name not in self._read or self._read[name][0] != changed:
            try:
                self._read[name] = changed, read_script(path)
            except BadScript as error:
                raise AttemptFailed(f"no script: {error}", kind="unknown_model") from None
        return self._read[name][1]


def _unscripted(name: str, request: ChatRequest, why: str) -> str:
    last = request.messages[-1] if request.messages else {}
    said = last_text(request)
    shown = said if len(said) <= EXCERPT else said[:EXCERPT] + "…"
    return (
        f"the script {name!r} has no answer to this call ({why}): after {position(request)} assistant messages, "
        f"the last message is from {last.get('role', 'nobody')!r} and says {shown!r}"
    )


def _failure(fail: int | str, line: ScriptLine) -> AttemptFailed:
    if fail == "timeout":
        return AttemptFailed("scripted: no answer in time", kind="timeout", again=True)
    if fail == "connection":
        return AttemptFailed("scripted: no connection", kind="unavailable", again=True)
    status = int(fail)
    return AttemptFailed(
        f"scripted: HTTP {status}", kind=kind_of(status), again=worth_retrying(status), retry_after=line.retry_after
    )
