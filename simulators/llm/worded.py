"""The worded customer: the agenda decides what is said, and a language model says it."""

from functools import cached_property

from simulators.agenda.customer import AgendaCustomer
from simulators.llm.calls import Calls, replies_before, version_of
from simulators.llm.checks import rewording_fault
from simulators.llm.checks.fault import Fault
from simulators.llm.draft import Draft
from simulators.llm.reading import read_with_model
from simulators.llm.tidying import cut, mended, one_line, tidied
from simulators.llm.wording_prompt import instructions, wording_messages
from simulators.model import ChatModel, ModelFailed
from simulators.protocol import Intervention, Reply, View

ATTEMPTS = 3
"""How often a model is asked for one reply before the template speaks."""


class WordedCustomer:
    """As the agenda customer, in a model's words. Decisions, stance and end are the agenda's in every case.

    Each text of the model is checked against the template before it is said (`checks.rewording_fault`). One that fails
    is asked for again with the reason, and after `ATTEMPTS` the template speaks; so it does at once where the model
    itself fails. Whatever was stopped is recorded in `Reply.interventions`, every call in `Reply.models`.
    """

    kind = "worded"
    at_once = False

    def __init__(self, model: str, chat: ChatModel, *, reads: bool = False, api_base: str | None = None) -> None:
        self.model = model
        self.chat = chat
        self.api_base = api_base
        self.reads = reads
        """Whether the model also reads the agent's messages, beside the reader; see `read_with_model`."""

    @cached_property
    def version(self) -> str:
        """A digest of the agenda, of all code and prompts beside it, and of the model's name."""
        return version_of(self.model, self.api_base, self.reads)

    async def reply(self, view: View) -> Reply:
        """The customer's next turn. It is always given: a failing model costs no more than its words."""
        calls = Calls(self.chat, self.model, view.seed, replies_before(view), self.api_base)
        decided = await self._decided(view, calls)
        if not decided.text:
            return decided.model_copy(update={"models": tuple(calls.used)})
        draft = Draft.of(decided, view)
        text, interventions = await self._worded(draft, calls)
        return decided.model_copy(
            update={"text": text, "models": tuple(calls.used), "interventions": tuple(interventions)}
        )

    async def _decided(self, view: View, calls: Calls) -> Reply:
        if not self.reads or view.inner is None:
            return AgendaCustomer().answer(view)
        read = await read_with_model(view, calls)
        reply = AgendaCustomer(read=lambda *_: read.reading).answer(view)
        return reply.model_copy(update={"reading": {**(reply.reading or {}), **read.plain()}})

    async def _worded(self, draft: Draft, calls: Calls) -> tuple[str, list[Intervention]]:
        """What is said, and what was stopped on the way."""
        stopped: list[Intervention] = []
        fault: Fault | None = None
        for attempt in range(ATTEMPTS):
            try:
                messages = wording_messages(draft, reason=fault.reason if fault else None)
                answer = await calls.ask("word", messages, attempt=attempt)
            except ModelFailed as failed:
                return draft.text, [*stopped, Intervention(check="model", text=failed.kind, instead="template")]
            text, fault = checked(answer.text, draft)
            if fault is None:
                return text, [*stopped, *mended(answer.text, text)]
            last = attempt == ATTEMPTS - 1
            stopped.append(
                Intervention(check=fault.check, text=cut(answer.text), instead="template" if last else "again")
            )
        return draft.text, stopped


def checked(output: str, draft: Draft) -> tuple[str, Fault | None]:
    """A model's output as it can be said, and what is wrong with it."""
    text = tidied(output)
    fault = rewording_fault(text, draft, instructions=instructions(draft))
    return one_line(text), fault
