"""For RL trainers: a factory of rollouts, objects with a method for each tool.

The shape is that of `environment_factory` in TRL's `GRPOTrainer`: called without arguments, the factory gives an object
whose public methods are the model's tools, beside `reset`, which is given a row of the dataset and returns what the
customer opens with, and `get_reward`.

    factory = environment_factory("http://127.0.0.1:8000", key, agent="policy@7")
    rows = factory.rows(client.tasks("retail"))
    GRPOTrainer(model=…, train_dataset=Dataset.from_list(rows), environment_factory=factory)
"""

from collections.abc import Iterable, Mapping
from types import TracebackType
from typing import Any, Literal, Self

from .conversation import Conversation
from .errors import ClientError
from .flows import Retry
from .methods import method_of
from .synchronous import Client, Session
from .views import JSON, Author, DomainView, tool_call, tool_message

Score = Literal["success", "partial"]
NOT_THE_AGENTS = frozenset({"sim_uncertain", "customer_error", "customer_left", "infrastructure"})
"""Ends that say nothing about the agent."""
OVER = "The conversation has ended."


class Rollout:
    """One conversation, played by calling methods; `EnvironmentFactory` adds one for each tool of the business.

    What is not a tool is a property or private, since trainers take every public method for a tool.
    """

    def __init__(self, client: Client, order: Mapping[str, JSON], score: Score = "success"):
        self._client = client
        self._order = dict(order)
        self._score = score
        self._session: Session | None = None

    def reset(self, task: str | None = None, seed: str | int | None = None, **_row: Any) -> str:
        """Open a conversation and return what the customer opens with; one that is still open is abandoned.

        Args:
            task: Id of the task; without it, that of the factory.
            seed: The same task, seed and messages replay identically.
        """
        if self._session is not None and self._session.open:
            self._session.abandon()
        given = {"task": task, "seed": seed}
        order = self._order | {name: value for name, value in given.items() if value is not None}
        if "task" not in order:
            raise ClientError("reset needs a task: a `task` column in the dataset, or environment_factory(…, task=…)")
        self._session = session = self._client.open_session(**order)
        # The rows of a dataset have the policy, and not what is told of one session.
        return f"(Logged in as {session.account}) {session.customer}" if session.account else session.customer

    def talk_to_customer(self, text: str) -> str:
        """Say something to the customer. They see nothing but what you say here.

        Args:
            text: What you say.

        Returns:
            What the customer answers.
        """
        session = self.session
        if not session.open:
            return OVER
        return _told(session, session.send(text).customer or "")

    def get_reward(self) -> float | None:
        """The reward of the conversation, which ends if it is still open.

        None where the end says nothing about the agent: such a rollout should not be learned from. Raises
        `ClientError` where the key is not told the reward.
        """
        session = self.session
        if session.open:
            session.end()
        if session.end_reason in NOT_THE_AGENTS:
            return None
        if session.reward is None:
            session.refresh()
        value = _partial(session) if self._score == "partial" else session.reward
        if value is None:
            raise ClientError(
                f"the {self._score} of session {session.id} is not told: task {session.task} needs a key with more "
                "feedback (regulars keys create … --feedback)"
            )
        return value

    @property
    def session(self) -> Session:
        """The conversation; raises `ClientError` before the first `reset`."""
        if self._session is None:
            raise ClientError("there is no conversation yet: call reset first")
        return self._session

    @property
    def messages(self) -> list[dict[str, JSON]]:
        """The conversation as OpenAI-style messages: speech as content, tools as calls."""
        return self.session.messages

    @property
    def authors(self) -> list[Author]:
        """Who wrote each of `messages`; only the agent's are the model's own."""
        return self.session.authors


class EnvironmentFactory:
    """Makes rollouts of one business; see `environment_factory`."""

    def __init__(self, client: Client, domain: DomainView, order: Mapping[str, JSON], score: Score = "success"):
        self.client = client
        self.domain = domain
        self._order = dict(order)
        self._score = score
        methods = {tool["function"]["name"]: method_of(tool, _called) for tool in domain.tools}
        if taken := {name for name in methods if hasattr(Rollout, name) or name.startswith("_")}:
            raise ClientError(f"tools of {domain.name} cannot be methods beside those of a rollout: {sorted(taken)}")
        name = f"{domain.name.title().replace('-', '').replace('_', '')}Rollout"
        self.kind: type[Rollout] = type(
            name, (Rollout,), {"__doc__": f"A conversation with {domain.title}.", **methods}
        )
        """The class of the rollouts; trainers log the reward under its name."""

    def __call__(self) -> Rollout:
        """A rollout; it talks to nobody before its `reset`."""
        return self.kind(self.client, self._order, self._score)

    def rows(self, tasks: Iterable[str], seeds: Iterable[str | int] = (0,)) -> list[dict[str, JSON]]:
        """Rows of a dataset, one for each task and seed: `prompt` (the policy and an empty turn, to which the trainer
        adds what `reset` returns), `task`, `seed`."""
        prompt = [{"role": "system", "content": self.domain.policy}, {"role": "user", "content": ""}]
        varied = [str(seed) for seed in seeds]
        return [{"prompt": prompt, "task": task, "seed": seed} for task in tasks for seed in varied]

    def close(self) -> None:
        """Close the connections of all rollouts."""
        self.client.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def environment_factory(
    base_url: str,
    key: str | None = None,
    *,
    agent: str = "anonymous",
    domain: str | None = None,
    score: Score = "success",
    client: Client | None = None,
    retry: Retry | None = None,
    **options: JSON,
) -> EnvironmentFactory:
    """A factory of rollouts for an RL trainer.

    `domain` may be left out where one business is served. `score` is what `get_reward` gives: `success` (1.0 or 0.0),
    or `partial` (in [0, 1]), which needs a key with full feedback. `options` are other fields of `POST /v1/sessions`,
    `task` among them. Raises `ClientError`.
    """
    client = client or Client(base_url, key, retry=retry)
    if domain is None:
        served = [view.name for view in client.domains()]
        if len(served) != 1:
            raise ClientError(f"name the domain: this service has {', '.join(served) or 'none'}")
        domain = served[0]
    return EnvironmentFactory(client, client.domain(domain), {"agent": agent, **options}, score)


def _called(rollout: Rollout, name: str, arguments: dict[str, JSON]) -> str:
    """Call a tool of the business; what is wrong with the call, its result says."""
    session = rollout.session
    if not session.open:
        return OVER
    view = session.send(tool_message([tool_call(f"call_{session.step}", name, arguments)]))
    return _told(session, "\n".join(view.results))


def _told(session: Conversation, answer: str) -> str:
    return answer if session.open else f"{answer}\n\n({OVER})".strip()


def _partial(session: Conversation) -> float | None:
    return None if session.grade is None else float(session.grade["partial"])
