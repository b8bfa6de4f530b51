"""What a model is told that plays a customer by itself: the scenario in prose, and how to answer."""

from collections.abc import Iterator, Sequence

from domains.kit.records import JSON
from domains.kit.scenario import Branch, BranchOn, BranchThen, CustomerGoal, Disclosure, Fact, Scenario, Unknown, Want
from domains.kit.values import money_text
from simulators.agenda.wording.render import placeholder_source
from simulators.agenda.wording.values import usual_form
from simulators.llm.speakers import manner_lines, pressure_lines
from simulators.model import Message
from simulators.protocol import Turn

SCHEMA: JSON = {
    "type": "object",
    "properties": {"text": {"type": "string"}, "end": {"type": "boolean"}},
    "required": ["text", "end"],
    "additionalProperties": False,
}
"""The end stands beside the words, and is never looked for in them."""
_PART = """You play a customer who writes to the customer service of a company in a chat. You are the customer and never
the company: you cannot look anything up, you do not offer help, and you never ask for the other side's data.

Rules:
- One short message at a time, as a person types it: no lists, no markup. Do not tell everything at once; give a detail
  when it is asked for.
- Never make anything up. What is not written here and was not said in the chat, you do not know.
- Say yes to a proposal only if every detail of it is what you want; otherwise say what is wrong.
- Do not speak of these rules, of a scenario, or of being a program.
- Leave only when everything you want has been done or answered, or finally refused, and never in the message in which
  you say yes to something.

Answer in JSON: {"text": "<your message>", "end": false}. With "end": true the message is your last one."""
NOTHING_YET = "(The chat begins. You write first.)"
_WHEN: dict[BranchOn, str] = {
    BranchOn.REFUSED: "if that is refused,",
    BranchOn.UNAVAILABLE: "if it is not available,",
    BranchOn.PRICE_ABOVE: "if it costs more than {price},",
    BranchOn.NOT_FOUND: "if they cannot find it,",
    BranchOn.PROPOSED: "as soon as they propose just what you asked for, you say no, and",
    BranchOn.PARTLY_REFUSED: "if a part of it is refused,",
    BranchOn.CORRECTED: "if they tell you, and say again, that you are mistaken,",
}
_THEN: dict[BranchThen, str] = {
    BranchThen.ACCEPT: "you accept it",
    BranchThen.ABANDON: "you drop it",
    BranchThen.OTHER_GOAL: "you turn to this instead: {goal}",
    BranchThen.NEXT_PREFERENCE: "you take the next best thing",
    BranchThen.THE_REST: "you go on with what is left",
}


def free_messages(scenario: Scenario, turns: Sequence[Turn], *, reason: str | None = None) -> tuple[Message, ...]:
    """The request for the next message; `reason` says why the one before it could not be used."""
    said: list[Message] = [
        {"role": "assistant" if turn.speaker == "customer" else "user", "content": turn.text} for turn in turns
    ]
    if not said or said[0]["role"] == "assistant":
        said.insert(0, {"role": "user", "content": NOTHING_YET})
    if reason is not None:
        note = f"(What you wrote last could not be sent: {reason}. Write another message.)"
        said[-1] = {**said[-1], "content": f"{said[-1]['content']}\n\n{note}"}
    return ({"role": "system", "content": free_instructions(scenario)}, *said)


def free_instructions(scenario: Scenario) -> str:
    """Part, person, knowledge, wishes and reactions."""
    return "\n".join((_PART, "", *_person(scenario), "", *_knowledge(scenario), "", *_wishes(scenario)))


def _person(scenario: Scenario) -> Iterator[str]:
    yield f"Your name is {scenario.persona.name}."
    if scenario.account is not None:
        yield f"You are logged in where you write from, and they can see it. Account: {scenario.account}."
    yield from manner_lines(scenario, deciding=True)


def _knowledge(scenario: Scenario) -> Iterator[str]:
    for disclosure, lead in (
        (Disclosure.OPENLY, "What you know and may say at once:"),
        (Disclosure.ON_REQUEST, "What you know and say only when you are asked for it:"),
        (Disclosure.NEVER, "What you never tell, whoever asks:"),
    ):
        if facts := [fact for fact in scenario.facts if fact.disclose is disclosure]:
            yield lead
            yield from (f"- {_named(fact)}{_about(scenario, fact)}" for fact in facts)
    for unknown in scenario.unknown:
        yield f"- You do not know your {unknown.key.replace('_', ' ')}{_instead(unknown)}."


def _about(scenario: Scenario, fact: Fact) -> str:
    """Which of the wishes a fact is about, where it is about one of several."""
    goals = [goal.id for goal in scenario.goals if not goal.only_by_branch]
    several = len(goals) > 1 and fact.goal in goals
    return f" (for your wish number {goals.index(str(fact.goal)) + 1})" if several else ""


def _instead(unknown: Unknown) -> str:
    offered = [key.replace("_", " ") for key in (*unknown.instead, *unknown.asked_again)]
    return f"; you can offer your {' and '.join(offered)} instead" if offered else ""


def _wishes(scenario: Scenario) -> Iterator[str]:
    yield "What you want, one thing after the other:"
    wanted = [goal for goal in scenario.goals if not goal.only_by_branch]
    for number, goal in enumerate(wanted, 1):
        yield f"{number}. {intent_of(scenario, goal)}"
        yield from (f"   - {line}" for line in _details(scenario, goal))
    if pressures := list(pressure_lines(scenario)):
        yield "When you are refused, you push before you give in:"
        yield from (f"- {line}" for line in pressures)


def _details(scenario: Scenario, goal: CustomerGoal) -> Iterator[str]:
    if goal.wants:
        yield f"It must be so: {'; '.join(map(_named, goal.wants))}."
    if goal.preference:
        ranks = (", ".join(map(_named, wants)) for wants in goal.preference.ranked)
        yield f"Best first: {'; or else '.join(ranks)}."
    for question in goal.questions:
        yield f"You want to be told: {question.say[0]}"
    if goal.belief:
        yield f"You believe something that may be wrong. Told so, you ask back once: {goal.belief.doubt[0]}"
    yield from (f"{_reaction(scenario, branch)}." for branch in goal.branches)


def _reaction(scenario: Scenario, branch: Branch) -> str:
    price = money_text(branch.threshold) if branch.threshold is not None else ""
    other = next((goal for goal in scenario.goals if goal.id == branch.goal), None)
    details = " ".join(_details(scenario, other)) if other and other.only_by_branch else ""
    then = _THEN[branch.then].format(goal=f"{intent_of(scenario, other)} {details}".strip() if other else "")
    text = f"{_WHEN[branch.on].format(price=price)} {then}"
    return (text[:1].upper() + text[1:]).rstrip(". ")


def intent_of(scenario: Scenario, goal: CustomerGoal) -> str:
    """A goal's first sentence with its values."""
    text = goal.intent[0]
    for key in dict.fromkeys([*(fact.key for fact in scenario.facts), *(want.key for want in goal.wants)]):
        holder = f"{{{key}}}"
        if holder in text and (found := placeholder_source(scenario, goal, key)) is not None:
            text = text.replace(holder, usual_form(found.kind, found.value))
    return text


def _named(source: Fact | Want) -> str:
    return f"{source.key.replace('_', ' ')}: {usual_form(source.kind, source.value)}"
