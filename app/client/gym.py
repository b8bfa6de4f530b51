"""Conversations as a Gymnasium environment. Importing this module registers it as `Regulars-v0`.

    import gymnasium
    import regulars_client.gym

    env = gymnasium.make("Regulars-v0", base_url="http://127.0.0.1:8000", domain="retail")
    said, info = env.reset(seed=1)
    said, reward, terminated, truncated, info = env.step("Could you tell me your e-mail address, please?")

Needs the extra `gym`: `pip install 'regulars[gym]'`.
"""

from collections.abc import Mapping, Sequence
from json import JSONDecodeError, loads
from typing import Any

from .errors import ClientError
from .synchronous import Client, Session
from .views import JSON, StepView, tool_call, tool_message

try:
    import gymnasium
    from gymnasium.spaces import Text
except ImportError as missing:
    raise ImportError("regulars_client.gym needs Gymnasium: pip install 'regulars[gym]'") from missing

ID = "Regulars-v0"
UNKNOWN = "\N{REPLACEMENT CHARACTER}"
"""Stands in observations for characters that are not in `CHARACTERS`."""
CHARACTERS = "".join(
    [
        "\t\n",
        *map(chr, [*range(0x20, 0x7F), *range(0xA0, 0x250), *range(0x2010, 0x2040), *range(0x20A0, 0x20C1)]),
        UNKNOWN,
    ]
)
"""What texts are made of: ASCII, the Latin letters of Europe, punctuation, currencies."""
_KNOWN = frozenset(CHARACTERS)
CUT_SHORT = frozenset(
    {"step_limit", "agent_timeout", "sim_uncertain", "customer_error", "customer_left", "infrastructure"}
)
"""Ends that come from outside the task: `truncated`. All others are `terminated`."""


class RegularsEnv(gymnasium.Env[str, Any]):
    """One conversation an episode.

    **Observation**: what came back from the last action as text: the customer's words, or results of tools.
    `info["messages"]` has it whole, as OpenAI-style messages.

    **Action**: text is said to the customer. A tool call is `{"name": …, "arguments": {…}}`, as a mapping or as JSON
    text. An OpenAI-style assistant message (a mapping with `content` or `tool_calls`) is sent as it is.

    **Reward**: 0 until the end, then 1.0 for success and 0.0 otherwise; where the key is told nothing it is 0.0, and
    `info` has no `reward`.

    `info` has `step`, `messages` (what is new; after `reset` all, the policy first), after `reset` also `task`, `seed`
    and `tools`, and at the end `end_reason`, `reward` and, with a key of full feedback, `partial`. The session itself,
    with its id and all messages, is `env.unwrapped.session`.

    Episodes are the same for the same seeds: `reset(seed=…)` draws task and customer, and each `reset()` after it too.
    """

    metadata: dict[str, Any] = {"render_modes": ["ansi"], "render_fps": 1}

    def __init__(
        self,
        base_url: str = "http://127.0.0.1:8000",
        key: str | None = None,
        *,
        domain: str | None = None,
        tasks: Sequence[str] | None = None,
        agent: str = "gymnasium",
        longest: int = 20_000,
        render_mode: str | None = None,
        client: Client | None = None,
        **options: JSON,
    ):
        """`tasks` are those to draw from; without them, all of `domain`, or of the one business that is served.

        Texts have at most `longest` characters. `options` are other fields of `POST /v1/sessions`.
        """
        self.observation_space = Text(longest, min_length=0, charset=CHARACTERS)
        self.action_space = Text(longest, min_length=0, charset=CHARACTERS)
        self.render_mode = render_mode
        self._longest = longest
        self._client = client or Client(base_url, key)
        self._domain = domain
        self._tasks = list(tasks) if tasks is not None else None
        self._order: dict[str, Any] = {"agent": agent, **options}
        self._session: Session | None = None

    @property
    def session(self) -> Session:
        """The conversation; raises `ClientError` before the first `reset`."""
        if self._session is None:
            raise ClientError("there is no conversation yet: call reset first")
        return self._session

    def reset(self, *, seed: int | None = None, options: dict[str, Any] | None = None) -> tuple[str, dict[str, Any]]:
        """Open a conversation; the observation is what the customer opens with. One that is open is abandoned.

        `options` may name the `task` and the session's `seed`, which are drawn otherwise.
        """
        super().reset(seed=seed)
        self._leave()
        drawn: dict[str, Any] = {"task": self._drawn_task(), "seed": int(self.np_random.integers(2**31))}
        chosen = drawn | {name: value for name, value in (options or {}).items() if name in drawn}
        self._session = session = self._client.open_session(**self._order, **chosen)
        about = {"task": chosen["task"], "seed": str(chosen["seed"]), "tools": list(session.tools)}
        return self._text(session.customer), about | {"step": session.step, "messages": list(session.messages)}

    def step(self, action: Any) -> tuple[str, float, bool, bool, dict[str, Any]]:
        """Say something or call a tool. Raises `ClientError`, also where the conversation is over."""
        session = self.session
        view = session.send(message_of(action, session.step))
        cut = session.end_reason in CUT_SHORT
        observed = self._text("\n".join([*view.results, *([view.customer] if view.customer else [])]))
        return observed, float(session.reward or 0.0), not session.open and not cut, cut, _info(session, view)

    def render(self) -> str | None:
        """The conversation as text, where `render_mode` is `ansi`."""
        if self.render_mode != "ansi":
            return None
        session = self.session
        said = zip(session.authors, session.messages, strict=True)
        lines = [f"{author}: {message.get('content') or message.get('tool_calls') or ''}" for author, message in said]
        return "\n".join(lines[1:])

    def close(self) -> None:
        """Leave the conversation and close the connections."""
        self._leave()
        self._client.close()

    def _leave(self) -> None:
        if self._session is not None and self._session.open:
            self._session.abandon()
        self._session = None

    def _drawn_task(self) -> str:
        if self._tasks is None:
            self._tasks = self._all_tasks()
        return self._tasks[int(self.np_random.integers(len(self._tasks)))]

    def _all_tasks(self) -> list[str]:
        domains = [self._domain] if self._domain else [view.name for view in self._client.domains()]
        found = [task for domain in domains for task in self._client.tasks(domain)]
        if not found:
            raise ClientError(f"there are no tasks to play in {', '.join(domains) or 'this service'}")
        return found

    def _text(self, said: str) -> str:
        return "".join(letter if letter in _KNOWN else UNKNOWN for letter in said[: self._longest])


def message_of(action: Any, step: int) -> dict[str, JSON]:
    """The assistant message that an action stands for."""
    given = action if isinstance(action, Mapping) else _object_in(str(action))
    if given is None:
        return {"role": "assistant", "content": str(action)}
    if "name" in given:
        return tool_message([tool_call(f"call_{step}", str(given["name"]), given.get("arguments") or {})])
    return {"role": "assistant", **given}


def _object_in(text: str) -> Mapping[str, JSON] | None:
    """The tool call that a text is, if it is one."""
    try:
        found = loads(text) if text.lstrip().startswith("{") else None
    except JSONDecodeError:
        return None
    return found if isinstance(found, dict) and "name" in found else None


def _info(session: Session, view: StepView) -> dict[str, Any]:
    info: dict[str, Any] = {"step": session.step, "messages": list(view.messages)}
    partial = session.grade["partial"] if session.grade is not None else None
    ending = {"end_reason": session.end_reason, "reward": session.reward, "partial": partial}
    # What is not known is left out: vectorised environments keep numbers in arrays, which have no place for None.
    return info | {name: value for name, value in ending.items() if value is not None}


if ID not in gymnasium.registry:
    gymnasium.register(ID, entry_point=f"{__name__}:{RegularsEnv.__name__}")
