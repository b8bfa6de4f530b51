"""The episodes of one OpenEnv connection: each is a session whose seat the connection has."""

from asyncio import sleep
from hashlib import blake2b
from json import dumps, loads
from secrets import token_hex

from app.api.access import Grant
from app.api.openenv_schemas import Action, CallTool, ListTools, Observation, Reset, Say, Send, State, Tool
from app.api.opening import open_for, playable_ids
from app.api.schemas import OpenSession
from app.api.services import Services
from app.engine.events import EndReason
from app.errors import InvalidRequest, StepInProgress, UnknownTask
from domains.kit.domain import Domain
from domains.kit.records import JSON
from domains.kit.tools import TALK

LEAVING_ATTEMPTS = 20
_TALK = Tool(
    name=TALK,
    description="Say something to the customer, and get their answer. They see nothing but what you say here.",
    input_schema={
        "type": "object",
        "properties": {"text": {"type": "string", "description": "What you say."}},
        "required": ["text"],
        "additionalProperties": False,
    },
)


class Episodes:
    """One episode after another, with the rights of whoever has connected."""

    def __init__(self, grant: Grant, use: Services):
        self._grant = grant
        self._use = use
        self._now: dict[str, JSON] = {}
        """The session as its agent sees it, without messages; empty before the first reset."""
        self._episode_id: str | None = None
        self._step_count = 0

    async def reset(self, order: Reset) -> dict[str, JSON]:
        """Leave the episode before, and begin one."""
        await self.leave(EndReason.AGENT_ABANDONED)
        seed = token_hex(8) if order.seed is None else str(order.seed)
        task = order.task or self._drawn(order.domain, seed)
        given = order.model_dump(exclude={"task", "seed", "domain", "episode_id"}, exclude_unset=True)
        opened = await open_for(self._grant, self._use, OpenSession(task=task, seed=seed, **given))
        view = opened.answer
        # From here on there is something to leave, also if the customer's first words never come.
        self._see(view)
        self._episode_id, self._step_count = order.episode_id or opened.session_id, 0
        while view["status"] == "open" and view["awaits"] == "customer":
            await self._use.sessions.steps.answer_of(opened.session_id, 0, wait=self._wait)
            view = await self._use.sessions.view(opened.session_id)
        self._see(view)
        return self._told(view, view["messages"], tools=self._tools())

    async def step(self, action: Action) -> dict[str, JSON]:
        """Do what the action says, and tell what followed."""
        if isinstance(action, ListTools):
            return {
                "observation": {"tools": [tool.model_dump() for tool in self._tools()]},
                "reward": None,
                "done": False,
            }
        if not self._now:
            raise InvalidRequest("there is no episode yet: send a reset first")
        answer = await self._taken(_message_of(action))
        self._now |= {name: answer[name] for name in ("status", "step", "end_reason")}
        self._step_count += 1
        if not isinstance(action, CallTool):
            return self._told(answer, answer["messages"])
        return self._told(answer, answer["messages"], tool_name=action.tool_name)

    def state(self) -> dict[str, JSON]:
        """Where the episode stands."""
        now = {("session_id" if name == "id" else name): value for name, value in self._now.items() if name != "step"}
        return State(episode_id=self._episode_id, step_count=self._step_count, **now).model_dump(mode="json")

    async def leave(self, reason: EndReason) -> None:
        """End the episode if it is not over; a reply that is just being kept is waited for."""
        for attempt in range(LEAVING_ATTEMPTS if self._now.get("status") == "open" else 0):
            try:
                await self._use.sessions.end(self._now["id"], reason)
            except StepInProgress as working:
                if attempt + 1 == LEAVING_ATTEMPTS:
                    raise
                await sleep(working.retry_after or 0.0)
            else:
                break
        self._now = {}

    @property
    def _wait(self) -> float:
        return self._use.settings.customer_wait_seconds

    async def _taken(self, message: dict[str, JSON]) -> JSON:
        session_id, step, steps = self._now["id"], self._now["step"], self._use.sessions.steps
        answer = await steps.take(session_id, step, message, wait=self._wait)
        self._use.figures.steps.inc()
        while answer.text is None:
            answer = await steps.answer_of(session_id, step, wait=self._wait)
        return loads(answer.text)

    def _see(self, view: JSON) -> None:
        self._now = {name: view[name] for name in ("id", "task", "domain", "status", "step", "end_reason")}

    def _drawn(self, domain: str | None, seed: str) -> str:
        """A task that the key may play."""
        names = [self._use.catalog.domain(domain).name] if domain else list(self._use.catalog.domains)
        tasks = [task for name in names for task in playable_ids(self._grant, self._use, name)]
        if not tasks:
            raise UnknownTask("there is no task that this key may play")
        return tasks[int.from_bytes(blake2b(seed.encode(), digest_size=8).digest()) % len(tasks)]

    def _tools(self) -> list[Tool]:
        described = [tool.openai["function"] for tool in self._domain().tools]
        return [
            _TALK,
            *[
                Tool(name=each["name"], description=each["description"], input_schema=each["parameters"])
                for each in described
            ],
        ]

    def _domain(self) -> Domain:
        """The episode's; before the first reset the one business that is served, if it is one."""
        if self._now:
            return self._use.catalog.domain(self._now["domain"])
        served = list(self._use.catalog.domains.values())
        if len(served) != 1:
            raise InvalidRequest("several businesses are served: send a reset first")
        return served[0]

    def _told(self, answer: JSON, messages: list[JSON], **fields: JSON) -> dict[str, JSON]:
        texts = [message["content"] for message in messages if message["role"] in {"tool", "user"}]
        text = "\n".join(text for text in texts if text)
        if "tool_name" in fields:
            fields["result"] = text
        observation = Observation(
            text=text, messages=messages, end_reason=answer["end_reason"], grade=answer.get("grade"), **fields
        )
        return {
            "observation": observation.model_dump(mode="json", exclude_none=True),
            "reward": answer["reward"],
            "done": answer["status"] == "ended",
        }


def _message_of(action: Say | CallTool | Send) -> dict[str, JSON]:
    """The assistant message that an action stands for."""
    if isinstance(action, Send):
        return action.message
    if isinstance(action, Say):
        return {"role": "assistant", "content": action.text}
    if action.tool_name == TALK:
        return {"role": "assistant", "content": str(action.arguments.get("text", ""))}
    call = {"name": action.tool_name, "arguments": dumps(action.arguments)}
    return {"role": "assistant", "content": None, "tool_calls": [{"type": "function", "function": call}]}
