"""The tool-calling agent: conversation and tools go to the model as they are, and its message to the service."""

from app.agents.minds.mind import Mind
from app.agents.minds.spoken_calls import spoken_calls
from app.client import JSON, AsyncSession


class ToolCalling:
    """What most teams build first. Its reasoning, where the provider gives it, is kept as reasoning."""

    def __init__(self, mind: Mind, seed: str):
        self.mind = mind
        self.seed = seed

    async def play(self, session: AsyncSession) -> None:
        """Ask and send until the session has ended; raises `simulators.model.ModelFailed`."""
        names = {str(tool["function"]["name"]) for tool in session.tools}
        mind = self.mind.of(session.id, self.seed)
        while session.open:
            answer = await mind.ask(session.messages, tools=session.tools, step=session.step)
            await session.send(_readable(answer.message, names, step=session.step))


def _readable(message: dict[str, JSON], tools: set[str], *, step: int) -> dict[str, JSON]:
    """The message, with calls that stand in its text where calls belong."""
    text = message.get("content")
    if message.get("tool_calls") or not isinstance(text, str):
        return message
    spoken = spoken_calls(text, tools, step=step)
    if not spoken.calls:
        return message
    return {**message, "content": spoken.rest or None, "tool_calls": spoken.calls}
