"""The minimal agent: no plan and no thoughts, one act a turn, answered as JSON under a schema."""

from json import JSONDecodeError, dumps, loads

from app.agents.minds.mind import Mind
from app.agents.minds.prompts import Manner, as_text_only, catalogue
from app.client import JSON, AsyncSession, tool_call

INSTRUCTION = """\
Answer with one JSON object and nothing else. To use a tool: {{"tool": NAME, "arguments": {{...}}}}. To speak to the \
customer: {{"say": TEXT}}.

Tools:
{tools}"""
SCHEMA: JSON = {
    "type": "object",
    "properties": {"tool": {"type": "string"}, "arguments": {"type": "object"}, "say": {"type": "string"}},
}
_MANNER = Manner(
    act=lambda name, arguments: dumps({"tool": name, "arguments": arguments}, ensure_ascii=False),
    say=lambda text: dumps({"say": text}, ensure_ascii=False),
    result="Tool result: ",
)


class Minimal:
    """The least that can serve a customer; a floor to compare other designs with."""

    def __init__(self, mind: Mind, seed: str):
        self.mind = mind
        self.seed = seed

    async def play(self, session: AsyncSession) -> None:
        """Answer until the session has ended; raises `simulators.model.ModelFailed`."""
        instruction = INSTRUCTION.format(tools=catalogue(session.tools))
        mind = self.mind.of(session.id, self.seed)
        while session.open:
            policy, *conversation = as_text_only(session.messages, _MANNER)
            policy = {"role": "system", "content": f"{policy['content']}\n\n{instruction}"}
            answer = await mind.ask([policy, *conversation], step=session.step, answer_schema=SCHEMA)
            await session.send(acted(answer.text, step=session.step))


def acted(text: str, *, step: int) -> dict[str, JSON]:
    """The message that an answer amounts to; what is no such object is said as it is."""
    try:
        act = loads(text)
    except (JSONDecodeError, RecursionError):
        act = None
    if not isinstance(act, dict):
        return {"role": "assistant", "content": text}
    if isinstance(tool := act.get("tool"), str) and tool:
        arguments = act.get("arguments")
        call = tool_call(f"call_{step}_0", tool, arguments if isinstance(arguments, dict) else {})
        return {"role": "assistant", "content": None, "tool_calls": [call]}
    say = act.get("say")
    return {"role": "assistant", "content": say if isinstance(say, str) else text}
