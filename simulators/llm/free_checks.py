"""What a message of a free customer must be like: a customer's words, with no fact that nobody has."""

from collections.abc import Iterator, Sequence

from domains.kit.lexicon import Lexicon
from domains.kit.scenario import Disclosure, Scenario
from domains.kit.values import ValueKind
from simulators.agenda.wording.values import usual_form
from simulators.llm.checks.fault import Fault
from simulators.llm.checks.form import form_fault
from simulators.llm.checks.language import language_fault, lexicon_words
from simulators.llm.checks.role import role_fault
from simulators.llm.checks.values import figures_in, foreign_fault, known_values
from simulators.llm.free_prompt import NOTHING_YET, free_instructions, intent_of
from simulators.protocol import Turn
from simulators.understand.acts import Act
from simulators.understand.reader import understand
from simulators.understand.values import says, values_in
from simulators.understand.words import spaced

MOST_WORDS = 120
_OUTCOMES = frozenset({Act.CLAIM_DONE, Act.REFUSE, Act.NOT_FOUND})
_LETS_GO = frozenset({Act.TRANSFER, Act.BYE})


def free_fault(text: str, scenario: Scenario, lexicon: Lexicon, turns: Sequence[Turn]) -> Fault | None:
    """The first thing that is wrong with a message; `lexicon` has the scenario's words."""
    own = "\n".join(_own(scenario))
    known = "\n".join((own, *(turn.text for turn in turns)))
    words = frozenset(spaced(known).split()) | lexicon_words(lexicon)
    heard = next((turn.text for turn in reversed(turns) if turn.speaker == "agent"), "")
    instructions = f"{free_instructions(scenario)}\n{NOTHING_YET}"
    return (
        form_fault(text, like=known, most_words=MOST_WORDS)
        or language_fault(text, language=scenario.language, known=words)
        or role_fault(text, said=own, instructions=instructions, heard=heard)
        or _secret_fault(text, scenario)
        or _figures_fault(text, known, lexicon)
        or foreign_fault(text, known, lexicon, scenario.language)
    )


def end_fault(scenario: Scenario, lexicon: Lexicon, turns: Sequence[Turn], *, agrees: bool) -> Fault | None:
    """Why the customer cannot leave now: they have just agreed to something, or still wait for an answer.

    A goal is taken to be answered by each sentence of the agent that claims a deed, refuses, or has not found
    something; a question by a value of its kind. A transfer and a farewell of the agent let the customer go.
    """
    if agrees:
        return Fault("ending", "you cannot leave in the message in which you say yes")
    heard = [turn.text for turn in turns if turn.speaker == "agent"]
    readings = [understand(text, lexicon) for text in heard]
    if any(reading.acts & _LETS_GO for reading in readings):
        return None
    answers = sum(bool(clause.acts & _OUTCOMES) for reading in readings for clause in reading.clauses)
    goals = [goal for goal in scenario.goals if not goal.only_by_branch]
    told = {value.kind for text in heard for value in values_in(text, lexicon)}
    waiting = [question for goal in goals for question in goal.questions if question.kind not in told]
    if answers < sum(goal.needs_write for goal in goals) or (waiting and not answers):
        return Fault("ending", "you cannot leave yet, there is something that you have got no answer to")
    return None


def _secret_fault(text: str, scenario: Scenario) -> Fault | None:
    kept = [fact for fact in scenario.facts if fact.disclose is Disclosure.NEVER]
    if any(says(text, fact.kind, fact.value, fact.say) for fact in kept):
        return Fault("secret", "it says something that you never tell")
    return None


def _figures_fault(text: str, known: str, lexicon: Lexicon) -> Fault | None:
    given = figures_in(known, lexicon)
    for figure in figures_in(text, lexicon):
        loose = figure.kind is ValueKind.NUMBER and says(known, ValueKind.ID, figure.value)
        if not loose and not any(figure.fits(other) for other in given):
            return Fault("value", f"nobody has said {figure.value!r} ({figure.kind.value}), and you do not know it")
    return None


def _own(scenario: Scenario) -> Iterator[str]:
    """What the scenario brings, but for what is never told."""
    yield scenario.persona.name
    yield scenario.account or ""
    for source in known_values(scenario):
        if getattr(source, "disclose", None) is not Disclosure.NEVER:
            yield from (usual_form(source.kind, source.value), *source.say)
    for goal in scenario.goals:
        yield from (intent_of(scenario, goal), *goal.intent)
        yield from (sentence for question in goal.questions for sentence in question.say)
        yield from (sentence for branch in goal.branches for sentence in branch.say)
        yield from goal.preference.say_next if goal.preference else ()
        yield from goal.belief.doubt if goal.belief else ()
        yield from (sentence for push in goal.pushes for sentence in push.say)
    for unknown in scenario.unknown:
        yield from unknown.say
