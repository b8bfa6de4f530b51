"""The free customer: a language model plays the scenario by itself, as published simulated users do."""

import re
from functools import cached_property
from json import JSONDecodeError, loads

from pydantic import ValidationError

from domains.kit.records import JSON, Frozen
from domains.kit.scenario import Scenario
from simulators.agenda.lexicons import extended_lexicon
from simulators.llm.calls import Calls, replies_before, version_of
from simulators.llm.checks.fault import Fault
from simulators.llm.checks.questions import asks_it, questions_in
from simulators.llm.checks.stance import Stance, stance_of
from simulators.llm.failed import CustomerFailed
from simulators.llm.free_checks import end_fault, free_fault
from simulators.llm.free_prompt import SCHEMA, free_messages
from simulators.llm.tidying import cut, mended, one_line, tidied
from simulators.model import ChatModel, ModelFailed
from simulators.protocol import CustomerEnd, Intervention, Reply, View
from simulators.understand.acts import Act
from simulators.understand.reader import understand

ATTEMPTS = 3
"""How often a model is asked for one message before the customer is given up."""
_FENCED = re.compile(r"\A```(?:json)?\s*(?P<inside>\{.*\})\s*```\Z", re.DOTALL)
_THOUGHT = re.compile(r"\A\s*<think>.*?</think>\s*", re.DOTALL)


class Message(Frozen):
    """What the model must answer."""

    text: str
    end: bool


class FreeCustomer:
    """A customer made of a prompt: the whole scenario in prose, and the conversation.

    Guarded: a message with a fact that nobody has, in another role, or with an end before its time is asked for again
    and at last, where only the end was wrong, said without it; each such intervention is recorded. Where nothing can be
    said, `CustomerFailed` ends the session as the customer's error, not the agent's.

    What the grader gets: `stance` as the customer's own words read where the agent proposed something, and `asked`
    where a question of the scenario can be recognised. What it does not get, because nobody decides it: what the
    customer believes to be done (`believes` is None, so that no false claim is held against the agent on this word),
    what it was denied, and corrections. Facts may come before they are asked for, goals in another order, and a
    yes where the scenario wants a no: for figures that stand on the agent alone, use the worded customer.
    """

    kind = "free"
    at_once = False

    def __init__(self, model: str, chat: ChatModel, *, api_base: str | None = None) -> None:
        self.model = model
        self.chat = chat
        self.api_base = api_base

    @cached_property
    def version(self) -> str:
        """A digest of the code with its prompts, and of the model's name."""
        return version_of(self.kind, self.model, self.api_base)

    async def reply(self, view: View) -> Reply:
        """The customer's next message; raises `CustomerFailed`."""
        calls = Calls(self.chat, self.model, view.seed, replies_before(view), self.api_base)
        stopped: list[Intervention] = []
        fault: Fault | None = None
        for attempt in range(ATTEMPTS):
            messages = free_messages(view.scenario, view.turns, reason=fault.reason if fault else None)
            try:
                answer = await calls.ask("reply", messages, attempt=attempt, answer_schema=SCHEMA)
            except ModelFailed as failed:
                raise _failed(f"the model failed: {failed}", calls, stopped) from None
            message = _message(answer.text)
            fault = _fault(message, view) if message else Fault("schema", "it is not the JSON that was asked for")
            if message and fault is None:
                return _reply(message, view, calls, (*stopped, *mended(message.text, tidied(message.text))))
            if message and fault and fault.check == "ending" and message.text.strip() and attempt == ATTEMPTS - 1:
                early = Intervention(check=fault.check, text=cut(answer.text), instead="mended")
                return _reply(message.model_copy(update={"end": False}), view, calls, (*stopped, early))
            if fault:
                stopped.append(Intervention(check=fault.check, text=cut(answer.text), instead="again"))
        raise _failed(f"nothing that the model wrote could be said: {fault.reason if fault else ''}", calls, stopped)


def _fault(message: Message, view: View) -> Fault | None:
    lexicon, text = extended_lexicon(view.lexicon, view.scenario), tidied(message.text)
    wordless = not text and message.end
    if not wordless and (wrong := free_fault(text, view.scenario, lexicon, view.turns)) is not None:
        return wrong
    agrees = _stance(text, view) == "agree"
    return end_fault(view.scenario, lexicon, view.turns, agrees=agrees) if message.end else None


def _reply(message: Message, view: View, calls: Calls, interventions: tuple[Intervention, ...]) -> Reply:
    text = one_line(tidied(message.text))
    return Reply(
        text=text or None,
        end=CustomerEnd.DONE if message.end else None,
        stance=_stance(text, view),
        asked=_asked(text, view.scenario),
        inner={"replies": calls.step + 1},
        reading=_reading(view),
        models=tuple(calls.used),
        interventions=interventions,
    )


def _message(output: str) -> Message | None:
    text = _THOUGHT.sub("", output).strip()
    fenced = _FENCED.match(text)
    try:
        return Message.model_validate(loads(fenced["inside"] if fenced else text), strict=True)
    except (JSONDecodeError, ValidationError, RecursionError):
        return None


def _stance(text: str, view: View) -> Stance | None:
    """What the message says to a proposal of the agent; None where there was none."""
    heard = _heard(view)
    acts = understand(heard, extended_lexicon(view.lexicon, view.scenario)).acts
    return stance_of(text) if acts & {Act.CONFIRM, Act.OFFER} else None


def _asked(text: str, scenario: Scenario) -> tuple[str, ...]:
    sentences = questions_in(text)
    questions = [question for goal in scenario.goals for question in goal.questions]
    return tuple(question.key for question in questions if asks_it(sentences, question))


def _reading(view: View) -> JSON:
    reading = understand(_heard(view), extended_lexicon(view.lexicon, view.scenario))
    return {"acts": sorted(reading.acts), "slots": list(reading.slots), "by": "rules"} if view.turns else None


def _heard(view: View) -> str:
    return next((turn.text for turn in reversed(view.turns) if turn.speaker == "agent"), "")


def _failed(detail: str, calls: Calls, interventions: list[Intervention]) -> CustomerFailed:
    return CustomerFailed(detail, Reply(models=tuple(calls.used), interventions=tuple(interventions)))
