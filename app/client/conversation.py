"""What sync and async sessions share: where a conversation stands, and how an answered step moves it on."""

from collections.abc import Iterable, Mapping

from .errors import ClientError
from .views import JSON, Author, SessionView, StepView, author_of


class Conversation:
    """One conversation as its agent sees it; `messages` grows with every step."""

    def __init__(self, view: SessionView, *, token: str | None = None, wait: int = 25):
        self.id = view.id
        self.task = view.task
        self.domain = view.domain
        self.agent = view.agent
        self.tools = view.tools
        """OpenAI-style tools."""
        self.account = view.account
        """Who is logged in, as the business knows them; None where nobody is."""
        self.limits = view.limits
        self.token = view.token or token
        """Takes the agent's seat; keep it to go on with the session from elsewhere."""
        self.wait = wait
        """Seconds that the service may hold a request for a slow customer before the client asks again."""
        self.messages: list[dict[str, JSON]] = list(view.messages)
        """OpenAI-style messages so far, the policy first: ready to be given to a model."""
        self.status = view.status
        self.awaits = view.awaits
        self.step = view.step
        """The step that the next message takes."""
        self.end_reason = view.end_reason
        self.reward = view.reward
        self.grade = view.grade

    @property
    def open(self) -> bool:
        """Whether the session takes another message."""
        return self.status == "open"

    @property
    def customer(self) -> str:
        """What the customer said last; empty before they have spoken."""
        said = [message for message in self.messages if message.get("role") == "user"]
        return str(said[-1].get("content") or "") if said else ""

    @property
    def authors(self) -> list[Author]:
        """Who wrote each of `messages`, in the same order.

        Only what the `agent` wrote is the model's own: train on those tokens, and on no customer's, tool's or policy's.
        """
        return [author_of(message) for message in self.messages]

    def _took(self, message: Mapping[str, JSON], view: StepView) -> StepView:
        self.messages += [dict(message), *view.messages]
        self.status, self.awaits, self.step = view.status, view.awaits, view.step
        self.end_reason, self.reward, self.grade = view.end_reason, view.reward, view.grade
        return view

    def _seen(self, view: SessionView) -> None:
        if view.id != self.id:
            raise ClientError(f"asked for session {self.id} and got {view.id}")
        self.messages = list(view.messages) or self.messages
        self.status, self.awaits, self.step = view.status, view.awaits, view.step
        self.end_reason, self.reward, self.grade = view.end_reason, view.reward, view.grade


def order(
    task: str,
    *,
    agent: str,
    seed: str | int,
    metadata: Mapping[str, str] | None,
    options: Mapping[str, JSON],
) -> dict[str, JSON]:
    """The body that opens a session; what is not given is left to the service."""
    body = {"task": task, "agent": agent, "seed": str(seed), **options}
    if metadata:
        body["metadata"] = dict(metadata)
    return {name: value for name, value in body.items() if value is not None}


def orders_of(
    orders: Iterable[str | Mapping[str, JSON]], *, agent: str, options: Mapping[str, JSON]
) -> list[dict[str, JSON]]:
    """The bodies that open many sessions, each with what it leaves out."""
    given: list[Mapping[str, JSON]] = [{"task": each} if isinstance(each, str) else each for each in orders]
    return [_order(**{"agent": agent, **options, **each}) for each in given]


def _order(*, seed: str | int = 0, **fields: JSON) -> dict[str, JSON]:
    return {"seed": str(seed), **{name: value for name, value in fields.items() if value is not None}}
