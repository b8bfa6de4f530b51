"""The ReAct agent: a thought and an action in turn (Yao et al., 2022), as text, whatever the provider offers."""

import re
from json import dumps, loads

from app.agents.minds.mind import Mind
from app.agents.minds.prompts import Manner, as_text_only, catalogue
from app.agents.minds.spoken_calls import spoken_calls
from app.client import JSON, AsyncSession

INSTRUCTION = """\
You work in turns. In each turn write exactly two parts:
Thought: what you know, what the policy says about it, and what you do next. The customer never sees it.
Action: one JSON object. Either {{"name": TOOL, "arguments": {{...}}}} to use a tool, or \
{{"name": "respond", "arguments": {{"content": TEXT}}}} to say TEXT to the customer.
What a tool gives comes back as a line that begins with Observation.

Tools:
{tools}"""
RESPOND = "respond"
_ACTION = re.compile(r"^\s*\**action\**\s*:\s*", re.IGNORECASE | re.MULTILINE)
_THOUGHT = re.compile(r"^\s*\**thought\**\s*:\s*", re.IGNORECASE)


def _action(name: str, arguments: JSON) -> str:
    return f"Action: {dumps({'name': name, 'arguments': arguments}, ensure_ascii=False)}"


_MANNER = Manner(
    act=_action, say=lambda text: _action(RESPOND, {"content": text}), result="Observation: ", thought="Thought: "
)


class ReAct:
    """Thoughts go with the message as its reasoning: kept, and never heard by the customer."""

    def __init__(self, mind: Mind, seed: str):
        self.mind = mind
        self.seed = seed

    async def play(self, session: AsyncSession) -> None:
        """Think and act until the session has ended; raises `simulators.model.ModelFailed`."""
        names = {str(tool["function"]["name"]) for tool in session.tools} | {RESPOND}
        instruction = INSTRUCTION.format(tools=catalogue(session.tools))
        mind = self.mind.of(session.id, self.seed)
        while session.open:
            policy, *conversation = as_text_only(session.messages, _MANNER)
            policy = {"role": "system", "content": f"{policy['content']}\n\n{instruction}"}
            answer = await mind.ask([policy, *conversation], step=session.step)
            await session.send(acted(answer.text, names, step=session.step))


def acted(text: str, names: set[str], *, step: int) -> dict[str, JSON]:
    """The message that a turn amounts to. Without an action that can be read, all that is no thought is said."""
    parts = _ACTION.split(text, maxsplit=1)
    thought = _THOUGHT.sub("", parts[0]).strip() if len(parts) > 1 or _THOUGHT.match(text) else ""
    action = parts[1] if len(parts) > 1 else ("" if thought else text)
    spoken = spoken_calls(action, names, step=step)
    reasoning = {"reasoning_content": thought} if thought else {}
    if not spoken.calls:
        return {"role": "assistant", "content": spoken.rest, **reasoning}
    first = spoken.calls[0]
    if first["function"]["name"] == RESPOND:
        return {"role": "assistant", "content": _response(first), **reasoning}
    return {"role": "assistant", "content": None, "tool_calls": [first], **reasoning}


def _response(call: JSON) -> str:
    content = loads(call["function"]["arguments"]).get("content", "")
    return content if isinstance(content, str) else str(content)
