"""The agenda customer: reads the agent's message, decides what to do, and words it."""

from collections.abc import Callable
from dataclasses import replace
from functools import cached_property
from hashlib import sha256
from pathlib import Path

import simulators
from domains.kit.domain import source_digest
from domains.kit.draws import Draw
from domains.kit.lexicon import Lexicon
from domains.kit.records import JSON
from domains.kit.scenario import Scenario
from simulators.agenda.cues import cues_of
from simulators.agenda.decide import decide, open_conversation
from simulators.agenda.decision import Decision
from simulators.agenda.deliberation import Heard
from simulators.agenda.guard import Disclosed, check_utterance
from simulators.agenda.hearing import alike, attentive
from simulators.agenda.inner import Stage, recalled
from simulators.agenda.lexicons import extended_lexicon
from simulators.agenda.moves import Move, MoveKind
from simulators.agenda.wording.render import REMEMBERED, render
from simulators.agenda.wording.speaker import Wording
from simulators.protocol import Reply, View
from simulators.understand.acts import Reading
from simulators.understand.reader import understand
from simulators.understand.slots import CHOICE

Reader = Callable[[str, Lexicon], Reading]
"""Reads an agent's message with the words of a lexicon."""

OWN_CODE = ("agenda", "understand", "protocol.py")
"""What an agenda customer is made of; an import contract holds that it uses nothing else of this package."""


class AgendaCustomer:
    """The embedded customer: no model, no key, the same reply for the same view in every process."""

    kind = "agenda"
    at_once = True

    def __init__(self, *, strict: bool = False, read: Reader = understand) -> None:
        self.strict = strict
        """Whether an utterance that the guard stops is an error, instead of being said in the plainest words."""
        self.read = read

    @cached_property
    def version(self) -> str:
        """A digest of all code that a reply comes from: any change of it can change one."""
        here = Path(simulators.__path__[0])
        return sha256(" ".join(source_digest(here / part) for part in OWN_CODE).encode()).hexdigest()

    async def reply(self, view: View) -> Reply:
        """The customer's next turn, a function of the view alone."""
        return self.answer(view)

    def answer(self, view: View) -> Reply:
        """As `reply`, for callers that do not await."""
        lexicon = extended_lexicon(view.lexicon, view.scenario)
        if view.inner is None:
            decision, reading = open_conversation(view.scenario, lexicon), None
        else:
            heard = self._heard(view, lexicon)
            reading = heard.reading
            decision = decide(view.scenario, recalled(view.inner), heard, lexicon=lexicon, seed=view.seed)
        text, decision = self._worded(decision, view.scenario, lexicon, view.seed)
        return Reply(
            text=text,
            end=decision.end,
            stance=decision.stance,
            asked=decision.asked,
            believes=decision.believes(view.scenario),
            denied=decision.denied,
            inner=decision.inner.plain(),
            reading=_plain(reading, decision),
            corrections=decision.corrections,
        )

    def _heard(self, view: View, lexicon: Lexicon) -> Heard:
        said = [turn.text for turn in view.turns if turn.speaker == "agent"]
        text = said[-1] if said else ""
        cues = cues_of(view.scenario.language)
        repeated = len(said) > 1 and alike(text, said[-2], cues)
        reading = attentive(self.read(text, lexicon), cues, whole=_wants_whole(view), wrote=_has_seen_it(view))
        return Heard(text, reading, wrote=view.wrote, repeated=repeated)

    def _worded(self, decision: Decision, scenario: Scenario, lexicon: Lexicon, seed: str) -> tuple[str, Decision]:
        wording = Wording(scenario, lexicon, decision, Draw(seed, "wording"))
        text = render(wording)
        try:
            check_utterance(text, decision, scenario, lexicon)
        except Disclosed:
            if self.strict:
                raise
            text = render(replace(wording, plain=True))
            text = text if _passes(text, decision, scenario, lexicon) else _without_values(wording)
        said = (*decision.inner.said, *wording.used)[-REMEMBERED:]
        return text, replace(decision, inner=decision.inner.having(said=said))


def _wants_whole(view: View) -> bool:
    """Whether the goal that is being pursued is about no single thing of an order."""
    current = recalled(view.inner).current if view.inner is not None else None
    goal = next((goal for goal in view.scenario.goals if goal.id == current), None)
    ranked = goal.preference.ranked if goal is not None and goal.preference is not None else ()
    wants = [want for group in ranked for want in group]
    return goal is not None and not any(want.key == CHOICE for want in (*goal.wants, *wants))


def _has_seen_it(view: View) -> bool:
    """Whether what was agreed to last has been done since."""
    if view.inner is None:
        return False
    inner = recalled(view.inner)
    agreed = inner.goals[inner.current].stage is Stage.CONFIRMING
    return agreed and view.wrote and not inner.wrote_used


def _passes(text: str, decision: Decision, scenario: Scenario, lexicon: Lexicon) -> bool:
    try:
        check_utterance(text, decision, scenario, lexicon)
    except Disclosed:
        return False
    return True


def _without_values(wording: Wording) -> str:
    """What remains of a reply without everything that brings in a value or a sentence of the scenario."""
    moves = tuple(move for move in wording.decision.moves if not move.items and move.goal is None)
    decision = replace(wording.decision, moves=moves or (Move(MoveKind.PUZZLED),))
    return render(replace(wording, decision=decision, plain=True))


def _plain(reading: Reading | None, decision: Decision) -> JSON:
    """What was read and decided, compact, for people who look at a transcript."""
    moves = [move.plain() for move in decision.moves]
    if reading is None:
        return {"moves": moves}
    return {"acts": sorted(reading.acts), "slots": list(reading.slots), "moves": moves}
