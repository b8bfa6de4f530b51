"""Gold: follows a task's script as an agent that talks its way through, and is sent only what any agent is sent."""

from collections.abc import Sequence
from typing import assert_never

from app.agents import listening
from app.agents.manner import Manner
from app.agents.notes import Meaning, Part
from app.agents.protocol import Brief, Stuck
from app.agents.talk import Over, Talk
from app.client import AsyncSession
from domains.kit.goal import (
    Ask,
    Correct,
    GoldCall,
    HandOver,
    Look,
    Move,
    NextGoal,
    Offer,
    Propose,
    Refuse,
    Suggest,
    Tell,
)
from domains.kit.scenario import BranchOn, CustomerGoal, Fact, Want

_PROPOSALS = 4
_FAREWELLS = 6
_FRUITLESS = 3
"""Questions running that bring nothing new, after which no more is asked."""


class Gold:
    """Follows `Goal.script`. It reads the customer only for a yes, a question, and values it has asked for."""

    def __init__(self, brief: Brief, script: Sequence[Move] | None = None, *, asks_first: bool = True):
        self.brief = brief
        self.task = brief.whole_task()
        self.script = self.task.goal.script if script is None else tuple(script)
        self.asks_first = asks_first

    async def play(self, session: AsyncSession) -> None:
        """Follow the script, then see the customer off."""
        talk = Talk(session)
        try:
            await _Performance(talk, self.brief, asks_first=self.asks_first).follow(self.script)
        except Over:
            return
        await session.end()


class _Performance:
    """One script in one session: what has been said and done so far."""

    def __init__(self, talk: Talk, brief: Brief, *, asks_first: bool):
        task = brief.whole_task()
        self.talk = talk
        self.asks_first = asks_first
        self.brief = brief
        self.notes = brief.notes
        self.lexicon = brief.lexicon
        self.task = task
        self.goals = [goal for goal in task.scenario.goals if not goal.only_by_branch]
        self.place = 0
        """Of the move that is being made, in the script."""
        self.goal_started = 0
        """How much of what the customer said belongs to earlier goals."""
        self.outbox = [Part(self.manner.greeting)] if self.manner.greeting else []
        """What goes out with the next message that needs a reply."""
        self.receipts: list[str] = []
        self.refusals: list[Refuse] = []
        self.facts: list[str] = []
        self.pressure = len(task.scenario.pressure)
        """Pushes against refusals that the customer has left."""
        self.asks_back = any(goal.belief is not None for goal in self._reachable())
        """Whether they have yet to hold on to what they believe."""
        self.invited = False
        """Whether "anything else?" has been asked since the last move."""

    @property
    def manner(self) -> Manner:
        """How the present message is worded."""
        return self.brief.manner.at(self.talk.session.step, self.brief.draw("manner").stream_of(self.task.id))

    async def follow(self, script: Sequence[Move]) -> None:
        if self.manner.asks_all_first:
            await self._ask_all(script)
        for place, move in enumerate(script):
            self.place = place
            await self._make(move, upcoming=script[place + 1] if place + 1 < len(script) else None)
        self.notes.finished = self.talk.session.step
        await self._see_off()

    async def _make(self, move: Move, *, upcoming: Move | None) -> None:
        match move:
            case Ask():
                await self._ask(move)
            case Look():
                await self._call(move.calls)
            case Offer():
                await self._say(self._part(Meaning.OFFER, self.manner.offering(move.unavailable, move.alternatives)))
            case Propose():
                await self._propose(move)
            case Suggest():
                await self._suggest(move)
            case Correct():
                await self._correct(move)
            case Tell():
                self._tell(move)
            case Refuse():
                await self._refuse(move, last=upcoming is None or isinstance(upcoming, NextGoal))
            case HandOver():
                await self._hand_over(move)
            case NextGoal():
                await self._next_goal()
            case _:
                assert_never(move)

    async def _ask_all(self, script: Sequence[Move]) -> None:
        """Asks at the start for all that the script asks for anywhere; the moves then ask for what is still missing."""
        slots = tuple(dict.fromkeys(slot for move in script if isinstance(move, Ask) for slot in move.slots))
        if slots:
            text = self.manner.asking([self._label(slot) for slot in slots])
            await self._say(Part(text, Meaning.ASK, slots=slots))

    async def _ask(self, move: Ask) -> None:
        unknown = {item.key for item in self.task.scenario.unknown}
        missing, times, fruitless = self._missing(move.slots), 0, 0
        while missing and fruitless < _FRUITLESS:
            text = self.manner.asking([self._label(slot) for slot in missing], times=times)
            await self._say(self._part(Meaning.ASK, text, *missing))
            times += 1
            left = [slot for slot in self._missing(missing) if slot not in unknown and self._sayable(slot)]
            fruitless = fruitless + 1 if left == missing else 0
            missing = left

    def _missing(self, slots: Sequence[str]) -> list[str]:
        return [slot for slot in slots if not self._known(slot)]

    async def _propose(self, move: Propose) -> None:
        if self.asks_first:
            await self._agree(move)
        await self._call(move.calls)
        self.notes.note(self.talk.session.step - 1, self._part(Meaning.WRITE, ""))
        self.receipts.append(move.receipt)
        self.outbox.append(self._part(Meaning.CLAIM, self.manner.claiming(move.receipt)))

    async def _agree(self, move: Propose) -> None:
        for times in range(_PROPOSALS):
            reply = await self._say(self._part(Meaning.PROPOSE, self.manner.proposing(move.summary, times=times)))
            if listening.is_yes(reply):
                return
        raise Stuck(f"the customer did not agree to {move.summary!r}; they last said {self.talk.last!r}")

    async def _suggest(self, move: Suggest) -> None:
        reply = await self._say(self._part(Meaning.SUGGEST, self.manner.proposing(move.summary)))
        if listening.is_yes(reply):
            raise Stuck(f"the customer agreed to {move.summary!r}, and was to change their mind")

    async def _correct(self, move: Correct) -> None:
        for times in range(2):
            await self._say(self._part(Meaning.CORRECT, self.manner.telling([move.truth], times=times)))

    def _tell(self, move: Tell) -> None:
        told = {fact.key: fact.say for fact in self.task.goal.tell}
        sentences = [told[key] for key in move.keys]
        self.facts += sentences
        self.outbox.append(self._part(Meaning.TELL, self.manner.telling(sentences)))

    async def _refuse(self, move: Refuse, *, last: bool) -> None:
        self.refusals.append(move)
        for times in range(self._pushes() + 1):
            self.outbox.append(self._part(Meaning.REFUSE, self.manner.refusing(move.what, move.because, times=times)))
            await (self._invite(times=times) if last else self._say())
        self.pressure, self.asks_back = 0, False

    def _pushes(self) -> int:
        """How often the customer will push back: known from the scenario, so that their words need no reading."""
        branches = (branch for goal in self._reachable() for branch in goal.branches)
        turns_away = any(branch.on is BranchOn.REFUSED for branch in branches)
        return self.pressure + self.asks_back or (0 if turns_away else 1)

    async def _hand_over(self, move: HandOver) -> None:
        parts = [*self.outbox, self._part(Meaning.HAND_OVER, self.manner.handing_over())]
        self.outbox = []
        self.notes.note(self.talk.session.step, *parts)
        await self.talk.call([(move.call.tool, move.call.arguments)], beside=self._worded(parts))

    async def _next_goal(self) -> None:
        if not self.invited:
            await self._invite()
        if self.receipts and listening.is_doubt(self.talk.last):
            self.outbox.append(Part(self.manner.assuring(self.receipts), Meaning.ASSURE))
            await self._invite(times=1)
        self.goals = self.goals[1:]
        self.goal_started = max(len(self.talk.heard) - 1, 0)

    async def _see_off(self) -> None:
        if not self.invited:
            await self._invite()
        for times in range(_FAREWELLS):
            if listening.is_content(self.talk.last) or not (self.facts or self.receipts or self.refusals):
                await self._say(Part(self.manner.parting(times=times), Meaning.PART))
                continue
            if self.facts:
                self.outbox.append(Part(self.manner.telling(self.facts, times=times + 1), Meaning.ASSURE))
            if self.receipts:
                self.outbox.append(Part(self.manner.assuring(self.receipts, times=times), Meaning.ASSURE))
            for refusal in self.refusals:
                text = self.manner.refusing(refusal.what, refusal.because, times=times + 1)
                self.outbox.append(Part(text, Meaning.ASSURE))
            await self._invite(times=times + 1)

    async def _invite(self, *, times: int = 0) -> str:
        reply = await self._say(Part(self.manner.inviting(times=times), Meaning.INVITE))
        self.invited = True
        return reply

    def _part(self, meaning: Meaning, text: str, *slots: str) -> Part:
        """A part of the present move, about the present goal or one that a branch can lead to."""
        return Part(text, meaning, self.place, slots, tuple(goal.id for goal in self._reachable()))

    async def _say(self, part: Part | None = None) -> str:
        parts = [*self.outbox, part] if part is not None else self.outbox
        self.outbox = []
        self.invited = False
        self.notes.note(self.talk.session.step, *parts)
        return await self.talk.say(self._worded(parts))

    def _worded(self, parts: Sequence[Part]) -> str:
        return self.manner.joiner.join(part.text for part in parts)

    async def _call(self, calls: Sequence[GoldCall]) -> None:
        for result in await self.talk.call([(call.tool, call.arguments) for call in calls]):
            if result.is_error:
                raise Stuck(f"the gold call {result.tool}({dict(result.arguments)}) failed: {result.content}")

    def _label(self, slot: str) -> str:
        known = self.lexicon.slot(slot)
        return known.label if known is not None else slot.replace("_", " ")

    def _known(self, slot: str) -> bool:
        return any(
            listening.says(
                self.talk.heard[0 if isinstance(known, Fact) and known.goal is None else self.goal_started :], known
            )
            for known in self._sayable(slot)
        )

    def _sayable(self, slot: str) -> list[Fact | Want]:
        """What the customer can say to a slot for the present goal, or for one that a branch can lead to."""
        goals = self._reachable()
        ids = {None, *(goal.id for goal in goals)}
        facts = [fact for fact in self.task.scenario.facts if fact.key == slot and fact.goal in ids]
        wants = [want for goal in goals for want in _wants(goal) if want.key == slot]
        return [*facts, *wants]

    def _reachable(self) -> list[CustomerGoal]:
        return self.goals[:1] + [goal for goal in self.task.scenario.goals if goal.only_by_branch]


def _wants(goal: CustomerGoal) -> list[Want]:
    ranked = goal.preference.ranked if goal.preference is not None else ()
    return [*goal.wants, *(want for wants in ranked for want in wants)]
