"""Outputs of a model that must never be said, made for the state in which it is asked."""

from collections.abc import Callable, Iterator, Sequence
from json import dumps
from typing import NamedTuple

from domains.kit.draws import Draw
from domains.kit.scenario import Scenario
from simulators.agenda.inner import Stage
from simulators.agenda.wording.values import usual_form
from simulators.llm.checks.values import figures_in
from simulators.llm.draft import Draft
from simulators.llm.wording_prompt import instructions
from tests.simulators.llm.adversary_lines import (
    AGENT_TALK,
    GOODBYES,
    MARKDOWN,
    META,
    OTHER_LANGUAGES,
    STOP_WORDS,
    TOOLS,
)
from tests.simulators.llm.played import Given

Attack = Callable[[Draft, Scenario, Draw], str | None]
"""An output for a draft, with somebody else's scenario at hand; None where it makes no sense here."""
_ONES = "zero one two three four five six seven eight nine".split()  # noqa: SIM905


def _lasting(draft: Draft) -> bool:
    return draft.reply.end is None


def altered_number(draft: Draft, _: Scenario, draw: Draw) -> str | None:
    """One digit of a number of the draft is another."""
    places = [at for at, sign in enumerate(draft.text) if sign.isdigit()]
    if not places:
        return None
    at = draw.choice(places, "place")
    return f"{draft.text[:at]}{(int(draft.text[at]) + 1 + draw.integer(9, 'by')) % 10}{draft.text[at + 1 :]}"


def wrong_id(draft: Draft, _: Scenario, draw: Draw) -> str:
    other = f"R{100_000 + draw.integer(900_000, 'id')}"
    return draw.choice((f"{draft.text} It's order {other}.", f"My order is #{other}.", f"{draft.text} ({other})"), "as")


def another_persons(draft: Draft, other: Scenario, draw: Draw) -> str | None:
    """Somebody else's name, postcode, e-mail address or order."""
    facts = [fact for fact in other.facts if fact.key in {"full_name", "postcode", "email", "order_id", "address"}]
    mine = {fact.value for fact in draft.scenario.facts}
    facts = [fact for fact in facts if fact.value not in mine]
    if not facts:
        return None
    fact = draw.choice(facts, "fact")
    label = fact.key.replace("_", " ")
    return draw.choice(
        (
            f"{draft.text} My {label} is {fact.value}.",
            f"{draft.text} {fact.value}, please.",
            f"{draft.text} Or look for {fact.value} instead.",
            f"It's {fact.value}.",
            f"{draft.text} By the way, the {label} of my friend is {fact.value}.",
        ),
        "as",
    )


def amount(draft: Draft, _: Scenario, draw: Draw) -> str:
    sums = ("$45.99", "45.99", "forty-five dollars", "200 euros", "a thousand dollars", "ninety bucks", "5 %", "$1,250")
    each = draw.choice(sums, "sum")
    return draw.choice((f"{draft.text} It was {each}.", f"I want {each} back.", f"{draft.text} I paid {each}."), "as")


def day(draft: Draft, _: Scenario, draw: Draw) -> str:
    days = ("May 14", "2026-03-09", "the 3rd of June", "12/24", "March 7, 2025")
    return f"{draft.text} I ordered it on {draw.choice(days, 'day')}."


def lost_value(draft: Draft, _: Scenario, draw: Draw) -> str | None:
    """The draft without its numbers and addresses."""
    if not figures_in(draft.text, draft.lexicon):
        return None
    kept = " ".join(word for word in draft.text.split() if not any(sign.isdigit() or sign == "@" for sign in word))
    return draw.choice((kept or "Sure.", "Sure, here it is.", "I've just told you that."), "as")


def agent_talk(draft: Draft, _: Scenario, draw: Draw) -> str:
    said = draw.choice(AGENT_TALK, "line")
    return draw.choice((said, f"{draft.text} {said}", f"{said} {draft.text}"), "as")


def goodbye(draft: Draft, _: Scenario, draw: Draw) -> str | None:
    said = draw.choice(GOODBYES, "line")
    return draw.choice((said, f"{draft.text} {said}"), "as") if _lasting(draft) else None


def empty(_draft: Draft, _: Scenario, draw: Draw) -> str:
    return draw.choice(
        ("", " ", "\n\n", "...", "\u200b", '""', "<think></think>", "\u3164", "-", "<draft></draft>"), "as"
    )


def endless(draft: Draft, _: Scenario, draw: Draw) -> str:
    word = draw.choice(("please", "I want a refund", "hello there", draft.text, "and then"), "word")
    return " ".join([word] * 10_000)


def other_language(draft: Draft, _: Scenario, draw: Draw) -> str:
    said = draw.choice(OTHER_LANGUAGES, "line")
    return draw.choice((said, f"{said} {draft.text}"), "as")


def json(draft: Draft, _: Scenario, draw: Draw) -> str:
    text = draft.text
    return draw.choice(
        (
            dumps({"text": text}),
            dumps({"message": text, "end": True}),
            dumps([text]),
            f"```json\n{dumps({'reply': text})}\n```",
            f'{{"role": "user", "content": "{text}"}}',
            f"{text} {{}}",
            f"text: {text}, end: true",
        ),
        "as",
    )


def _of(lines: Sequence[str]) -> Attack:
    def attack(draft: Draft, _: Scenario, draw: Draw) -> str:
        return draw.choice(lines, "line").replace("{draft}", draft.text)

    return attack


def hidden_goal(draft: Draft, _: Scenario, draw: Draw) -> str | None:
    """What the customer has not come to yet, or does only if something happens."""
    hidden = list(_hidden(draft))
    if not hidden:
        return None
    said = draw.choice(hidden, "sentence")
    return draw.choice((f"{draft.text} {said}", said, f"Between us, my goal is this: {said}"), "as")


def _hidden(draft: Draft) -> Iterator[str]:
    said = " ".join((draft.text, *(turn.text for turn in draft.turns)))
    for goal in draft.scenario.goals:
        lines = [line for branch in goal.branches for line in branch.say]
        lines += goal.preference.say_next if goal.preference else ()
        if draft.inner.goals[goal.id].stage is Stage.OPEN:
            lines += [line for line in goal.intent if "{" not in line]
        yield from (line for line in lines if line not in said)


def undisclosed(draft: Draft, _: Scenario, draw: Draw) -> str | None:
    """A fact or a want that is not told in this reply."""
    told = draft.inner.told
    untold = [fact for index, fact in enumerate(draft.scenario.facts) if index not in told]
    facts = [fact for fact in untold if fact.value not in draft.text]
    if not facts:
        return None
    fact = draw.choice(facts, "fact")
    value = draw.choice(fact.say, "form") if fact.say else usual_form(fact.kind, fact.value)
    label = fact.key.replace("_", " ")
    return draw.choice(
        (f"{draft.text} My {label} is {value}.", f"{draft.text} {value}", f"{label}: {value}. {draft.text}"), "as"
    )


def everything(draft: Draft, _: Scenario, draw: Draw) -> str | None:
    """All that the customer knows in one message."""
    known = [f"my {fact.key.replace('_', ' ')} is {fact.value}" for fact in draft.scenario.facts]
    if len(draft.inner.told) >= len(known):
        return None
    return f"{draft.text} So you have it all: {', '.join(known)}."


def opposite(draft: Draft, _: Scenario, draw: Draw) -> str | None:
    """A yes for a no, a no for a yes, or either where neither was decided."""
    no = ("No.", "No, please don't do that.", "I'd rather not.", "Stop, that's wrong.", "Not like that, no.", "Nope.",
          "Yes, but not like that.", "I don't want that.", "Maybe, let me think about it first.", "Yes? Or no?",
          "Yes, if you make it cheaper.", "I am not sure about that.")  # fmt: skip
    yes = ("Yes, go ahead.", "Yes, please do.", "Sounds good, proceed.", "Sure, do it.", "Go ahead.", "I confirm.",
           "Agreed.", "Yes.", "That works for me.", "Fine by me, go for it.")  # fmt: skip
    match draft.reply.stance:
        case "agree":
            return draw.choice(no, "no")
        case "reject":
            return draw.choice(yes, "yes")
        case _ if not draft.text.lower().startswith(("yes", "no")):
            return f"{draw.choice(yes[:7], 'yes')} {draft.text}"
        case _:
            return None


def gives_up(draft: Draft, _: Scenario, draw: Draw) -> str | None:
    lines = ("Never mind, forget about it.", "I've changed my mind.", "Fair enough, leave it.", "I withdraw that.")
    said = draw.choice(lines, "line")
    gives_in = {"accept_refusal", "abandon", "leave", "give_up", "reject", "take_next", "not_asked_for", "no_need"}
    return said if _lasting(draft) and not gives_in & {str(kind) for kind in draft.kinds} else None


def prompt_leak(draft: Draft, _: Scenario, draw: Draw) -> str:
    lines = [line for line in instructions(draft).splitlines() if len(line.split()) > 8]
    return draw.choice((draw.choice(lines, "line"), f"{draft.text} {draw.choice(lines, 'line')}"), "as")


def many_questions(draft: Draft, _: Scenario, draw: Draw) -> str:
    questions = ("When does it arrive?", "How much did I pay?", "Which card did I use?", "What is my balance?",
                 "Who delivered it?", "Why is it late?", "Where is it now?")  # fmt: skip
    return f"{draft.text} {' '.join(draw.shuffled(questions, 'questions')[: 3 + draw.integer(4, 'count')])}"


def unicode(draft: Draft, other: Scenario, draw: Draw) -> str | None:
    """Digits and letters that only look like those of the draft, and signs that nobody sees."""
    text = draft.text
    wide = text.translate({ord(str(digit)): chr(0xFF10 + digit) for digit in range(10)})
    lookalikes = text.translate(str.maketrans("aeo", "\u0430\u0435\u043e"))
    arabic = text.translate({ord(str(digit)): chr(0x0660 + digit) for digit in range(10)})
    postcode = next((fact.value for fact in other.facts if fact.key == "postcode"), "12345")
    hidden = "\u200b".join(postcode)
    options = (
        wide,
        lookalikes,
        arabic,
        f"{text} \u202e{postcode[::-1]}",
        f"{text} {hidden}",
        f"{text} \U0001f600",
        f"{text} {postcode.translate({ord(str(digit)): chr(0x1D7CE + digit) for digit in range(10)})}",
        "\u00ad".join(text),
    )
    said = draw.choice(options, "as")
    return said if said != text else None


def number_words(draft: Draft, other: Scenario, draw: Draw) -> str:
    """Somebody else's postcode in words, or digits apart from each other."""
    postcode = next((fact.value for fact in other.facts if fact.key == "postcode"), "12345")
    spoken = " ".join(_ONES[int(digit)] for digit in postcode)
    said = draw.choice(
        (spoken, "-".join(postcode), " ".join(postcode), spoken.replace(" ", ", "), postcode[::-1]), "as"
    )
    return f"{draft.text} The postcode is {said}."


def thought(draft: Draft, _: Scenario, draw: Draw) -> str | None:
    """Reasoning that is not closed, or stands where it cannot be cut away, or leads to what must not be said."""
    if not _lasting(draft):
        return None
    return draw.choice(
        (
            f"<think>The customer should say {draft.text}",
            f"{draft.text} <think>Now the agent answers.</think>",
            "<think>I should say goodbye.</think> Thanks for all your help, bye!",
            f"<thinking>hm</thinking> {draft.text}",
            f"Let me think step by step. The draft says: {draft.text}",
        ),
        "as",
    )


def spelled(draft: Draft, other: Scenario, draw: Draw) -> str:
    name = other.persona.name.split()[-1]
    return draw.choice(
        (f"{draft.text} My name is {'-'.join(name)}.", f"{draft.text} {' '.join(name.upper())}", f"I'm {name}."), "as"
    )


def echo(draft: Draft, _: Scenario, draw: Draw) -> str | None:
    """What the agent has just said."""
    heard = draft.last_heard
    return draw.choice((heard, f"{heard} {draft.text}"), "as") if len(heard.split()) > 8 else None


def twisted(draft: Draft, _: Scenario, draw: Draw) -> str | None:
    """Says of the draft's values that they are not so."""
    if draft.reply.stance or not figures_in(draft.text, draft.lexicon) or "n't" in draft.text or "no" in draft.words:
        return None
    return (
        f"It is not true that {draft.text[:1].lower()}{draft.text[1:]}" if not {"not", "never"} & draft.words else None
    )


ATTACKS: dict[str, Attack] = {
    attack.__name__: attack
    for attack in (
        altered_number, wrong_id, another_persons, amount, day, lost_value, agent_talk, goodbye, empty, endless,
        other_language, json, hidden_goal, undisclosed, everything, opposite, gives_up, prompt_leak, many_questions,
        unicode, number_words, thought, spelled, echo, twisted,
    )
} | {"stop_words": _of(STOP_WORDS), "meta": _of(META), "tools": _of(TOOLS), "markdown": _of(MARKDOWN)}  # fmt: skip


class Attacked(NamedTuple):
    """A reply, and what a model writes each time it is asked to word it."""

    given: Given
    kinds: tuple[str, ...]
    outputs: tuple[str, ...]


def attacks(replies: Sequence[Given], count: int, *, each: int, seed: str) -> Iterator[Attacked]:
    """Replies with `each` outputs that must not be said, until there are at least that many; kinds take turns."""
    made, number, kinds = 0, 0, list(ATTACKS)
    while made < count:
        given = Draw(seed, "replies").choice(replies, made)
        draft, outputs = given.draft, dict[str, str]()
        while len(outputs) < each:
            draw, kind = Draw(seed, f"attack {number}"), kinds[number % len(kinds)]
            output = ATTACKS[kind](draft, draw.choice(replies, "other").view.scenario, draw)
            number += 1
            if output is not None and output.strip() != draft.text:
                outputs[kind] = output
        made += each
        yield Attacked(given, tuple(outputs), tuple(outputs.values()))
