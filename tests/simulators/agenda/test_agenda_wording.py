"""How moves are worded, and that no utterance leaves which the customer may not say."""

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest

from app.agents.listening import is_yes
from domains.kit.draws import Draw
from domains.kit.lexicon import Slot, Spoken
from domains.kit.records import JSON
from domains.kit.scenario import PACED, Scenario, Trait
from domains.kit.values import ValueKind
from simulators.agenda.customer import AgendaCustomer
from simulators.agenda.decide import open_conversation
from simulators.agenda.decision import Decision
from simulators.agenda.guard import Disclosed, check_utterance
from simulators.agenda.lexicons import extended_lexicon
from simulators.agenda.moves import MoveKind
from simulators.agenda.problems import problems
from simulators.agenda.wording import asides_a, english_a, presses_a
from simulators.agenda.wording.clauses import capital
from simulators.agenda.wording.english import ENGLISH
from simulators.agenda.wording.noise import marked_value, roughened
from simulators.agenda.wording.pack import Wordings
from simulators.understand.acts import Act
from simulators.understand.values import values_in
from tests.simulators.agenda.bike_shop import ASK_PRICE, CANCEL, LEXICON, RETURN, SWAP, Conversation, said, scenario_of

SETS = ENGLISH.sets
_NAMED = re.compile(r"\{(\w+)\}")


def told(wordings: Wordings, aside: str) -> Iterator[str]:
    """An aside with all words that may stand for its names, one name after the other."""
    names = dict.fromkeys(_NAMED.findall(aside))
    for at in range(max((len(wordings.small_talk[name]) for name in names), default=1)):
        words = {name: wordings.small_talk[name][at % len(wordings.small_talk[name])] for name in names}
        yield aside.format(**words)


@pytest.mark.parametrize("name", SETS)
@pytest.mark.parametrize("length", ["plain", "terse"])
def test_every_move_has_four_wordings(name: str, length: str) -> None:
    wordings: dict[MoveKind, tuple[str, ...]] = getattr(SETS[name], length)
    for kind in MoveKind:
        if kind not in {MoveKind.STATE_GOAL, MoveKind.PRESS}:
            assert len(set(wordings[kind])) >= 4, kind


@pytest.mark.parametrize("name", SETS)
def test_every_kind_of_pressure_has_words_for_who_waits(name: str) -> None:
    assert SETS[name].waiting.keys() == SETS[name].presses.keys()
    assert all(len(set(texts)) >= 4 for texts in SETS[name].waiting.values())


def said_in(wordings: Wordings) -> set[str]:
    """Every sentence of a set that is not the customer's own goal alone."""
    of_moves = (text for moves in (wordings.plain, wordings.terse) for texts in moves.values() for text in texts)
    pushes = (text for presses in (wordings.presses, wordings.waiting) for texts in presses.values() for text in texts)
    asides = (text for own in wordings.asides.values() for text in own.sentences())
    return {*of_moves, *pushes, *asides, *wordings.whole, *wordings.fact, *wordings.correction, *wordings.want} - {
        "{intent}"
    }


def test_the_two_sets_share_no_wording() -> None:
    assert not said_in(SETS["a"]) & said_in(SETS["b"])


def sentences() -> Iterator[str]:
    """Everything that the pack can say, its placeholders left out."""
    for wordings in ENGLISH.sets.values():
        pushes = (*wordings.presses.values(), *wordings.waiting.values())
        for texts in (*wordings.plain.values(), *wordings.terse.values(), *pushes):
            yield from (re.sub(r"\{\w+\}", "", text) for text in texts)
        for aside in wordings.asides.values():
            yield from (text for each in aside.sentences() for text in told(wordings, each))


def test_no_wording_brings_in_a_value() -> None:
    typed = {kind for kind in ValueKind if kind not in {ValueKind.CHOICE, ValueKind.TEXT, ValueKind.NAME}}
    for text in sentences():
        assert not [value for value in values_in(text, LEXICON) if value.kind in typed], text


def test_asides_neither_agree_nor_refuse() -> None:
    for wordings in ENGLISH.sets.values():
        for aside in wordings.asides.values():
            assert len({*aside.before, *aside.after}) >= 8
            for text in (text for each in aside.sentences() for text in told(wordings, each)):
                assert not re.search(r"\b(?:yes|no|not|don't|isn't|okay|go ahead|correct|wrong)\b", text.lower()), text


def test_no_yes_is_heard_in_hesitation_or_in_asides() -> None:
    for wordings in ENGLISH.sets.values():
        asides = [
            text for aside in wordings.asides.values() for each in aside.sentences() for text in told(wordings, each)
        ]
        for text in (*asides, *wordings.plain[MoveKind.HESITATE], *wordings.terse[MoveKind.HESITATE]):
            assert not is_yes(text), text


def test_every_trait_shows_in_words_or_in_pace() -> None:
    for wordings in ENGLISH.sets.values():
        assert set(Trait) - set(wordings.asides) - PACED == {Trait.TERSE}


@pytest.mark.parametrize("name", SETS)
@pytest.mark.parametrize("length", ["plain", "terse"])
def test_yes_and_no_stand_first_where_they_are_meant_and_nowhere_else(name: str, length: str) -> None:
    wordings = getattr(ENGLISH.sets[name], length)
    yes = {MoveKind.AGREE, MoveKind.BEAR_OUT, MoveKind.ACCEPT_TRANSFER}
    no = {
        MoveKind.CORRECT,
        MoveKind.DISPUTE,
        MoveKind.REJECT,
        MoveKind.NOT_ASKED_FOR,
        MoveKind.NO_NEED,
        MoveKind.DECLINE_TRANSFER,
    }
    for kind, texts in wordings.items():
        for text in texts:
            first = text.split()[0].strip(".,:").lower()
            assert (first == "yes") == (kind in yes), text
            assert first == "no" or kind not in no, text


def test_an_unknown_set_of_wordings_is_refused() -> None:
    with pytest.raises(ValueError, match="'z'"):
        ENGLISH.wordings("z")


def test_the_same_move_is_not_worded_alike_twice_running() -> None:
    talk = Conversation(scenario_of())
    texts = [talk.hear(said(f"One moment, please, step {word}.", Act.HOLD)).text for word in ("one", "two", "three")]
    assert len(set(texts)) == 3


def test_terse_customers_use_few_words() -> None:
    talk = Conversation(scenario_of(persona={"name": "M", "traits": ["terse"]}))
    talk.hear(said("Your postcode?", Act.REQUEST, slots=["postcode"]))
    assert len(talk.text.split()) <= 3
    talk.hear(said("Shall I cancel it?", Act.CONFIRM, actions=["cancel"]))
    assert len(talk.text.split()) <= 3


def test_money_and_dates_are_said_in_their_usual_form() -> None:
    facts = [
        {"key": "pickup_day", "kind": "date", "value": "2026-05-14"},
        {"key": "email", "kind": "money", "value": "123450"},
    ]
    talk = Conversation(scenario_of(facts=facts))
    talk.hear(said("Which day and price?", Act.REQUEST, slots=["pickup_day", "email"]))
    assert "May 14, 2026" in talk.text
    assert "$1,234.50" in talk.text


def test_the_words_of_a_fact_are_used_where_it_has_some() -> None:
    facts = [{"key": "pickup_day", "kind": "date", "value": "2026-05-14", "say": ["the 14th of May"]}]
    talk = Conversation(scenario_of(facts=facts))
    talk.hear(said("Which day?", Act.REQUEST, slots=["pickup_day"]))
    assert "the 14th of May" in talk.text


SPEAKING = LEXICON.extended(
    [
        Slot(key="part", kind=ValueKind.CHOICE, label="part", form="the {value}"),
        Slot(
            key="way",
            kind=ValueKind.CHOICE,
            label="way",
            form="my {value}",
            spoken=(Spoken(wording="a", wish=("use {value}",)), Spoken(wording="b", wish=("{value} is for that",))),
        ),
        Slot(key="cause", kind=ValueKind.CHOICE, label="cause", whole=True),
    ]
)
PARTS: JSON = {
    **CANCEL,
    "wants": [
        {"key": "part", "kind": "choice", "value": "bell"},
        {"key": "part", "kind": "choice", "value": "saddle"},
        {"key": "way", "kind": "choice", "value": "voucher"},
    ],
}
CAUSE: JSON = {"key": "cause", "kind": "choice", "value": "mistake", "say": ["it came too late"]}


def asked(*slots: str, seeds: int = 30, **changes: JSON) -> set[str]:
    """What customers say when they are asked for slots of a domain that has words for some."""
    found = set()
    for seed in range(seeds):
        talk = Conversation(scenario_of(PARTS, facts=[CAUSE], **changes), seed=str(seed), lexicon=SPEAKING)
        found.add(talk.hear(said("Please tell me.", Act.REQUEST, slots=slots)).text or "")
    return found


def test_values_stand_in_a_sentence_as_the_domain_says() -> None:
    for text in asked("part"):
        assert re.search(r"\bthe bell and the saddle\b", text, re.IGNORECASE) or "the part should be" in text, text


@pytest.mark.parametrize(("wording", "clause"), [("a", "use my voucher"), ("b", "my voucher is for that")])
def test_a_wish_is_worded_as_the_domain_says_in_each_set_of_wordings(wording: str, clause: str) -> None:
    texts = asked("way", wording=wording)
    assert any(clause in text.lower() for text in texts)
    assert all("my voucher" in text.lower() and "way" not in text for text in texts)


def test_a_value_that_is_a_clause_gets_no_other_words_around_it() -> None:
    texts = asked("cause")
    assert len(texts) > 2
    for text in texts:
        assert re.fullmatch(r"(?:It|Well, it|Because it|You see, it) came too late\.", text), text


def test_a_domain_without_words_of_its_own_names_the_slot() -> None:
    talk = [Conversation(scenario_of(), seed=str(seed)) for seed in range(30)]
    texts = {each.hear(said("Why?", Act.REQUEST, slots=["reason"])).text or "" for each in talk}
    assert any("eason" in text for text in texts)


def test_one_value_is_spoken_of_in_the_singular_and_several_are_not() -> None:
    texts = asked("part", "way", "cause", persona={"name": "M", "traits": ["terse"]})
    assert not any("It's" in text for text in texts)


def test_a_goal_is_said_again_before_it_is_insisted_on() -> None:
    talk = Conversation(scenario_of())
    talk.hear(said("Is there anything else?", Act.ASK_MORE))
    assert talk.moves == ["restate"]
    talk.hear(said("Anything else?", Act.ASK_MORE))
    assert talk.moves == ["insist"]


VAGUE = said("I need something from you.", Act.REQUEST, slots=["other"])


def restatements(intent: str, *, traits: tuple[str, ...] = (), wording: str = "a") -> list[str]:
    """What customers say when a request is not understood, by several draws."""
    texts = []
    for seed in range(16):
        persona: JSON = {"name": "M", "traits": list(traits)}
        scenario = scenario_of({**CANCEL, "intent": [intent]}, persona=persona, wording=wording)
        talk = Conversation(scenario, seed=str(seed))
        talk.hear(VAGUE)
        texts.append(talk.text)
    return texts


@pytest.mark.parametrize("wording", SETS)
@pytest.mark.parametrize(
    "intent",
    ["Also, please cancel my repair.", "And then please cancel my repair.", "While I'm here: please cancel my repair."],
)
def test_what_is_said_again_goes_on_from_nothing(intent: str, wording: str) -> None:
    for text in restatements(intent, wording=wording):
        assert re.search(r"(?:^|: |\. )Please cancel my repair\.", text), text


@pytest.mark.parametrize("wording", SETS)
def test_a_goal_with_a_colon_gets_none_before_it(wording: str) -> None:
    for text in restatements("And then there's my bike: I need its repair cancelled.", wording=wording):
        assert text.count(":") == 1, text
        assert "There's my bike: I need" in text


@pytest.mark.parametrize("trait", ["chatty", "formal", "polite", "impatient"])
def test_one_lead_in_is_enough_for_what_is_said_again(trait: str) -> None:
    leads = [text for text in restatements("Please cancel it.", traits=(trait,), wording="b") if ":" in text]
    assert leads
    assert all(text.split("Please cancel it.")[0].count(":") <= 1 for text in leads)


def test_nothing_stands_before_a_greeting_or_beside_a_push() -> None:
    for trait in (Trait.FORMAL, Trait.POLITE, Trait.RAMBLING):
        for seed in range(10):
            persona = {"name": "M", "traits": [trait.value]}
            talk = Conversation(scenario_of(persona=persona, pressure=["urgency"]), seed=str(seed))
            assert talk.text.startswith(asides_a.ASIDES[trait].greeting or english_a.PLAIN[MoveKind.OPEN])
            talk.hear(said("That is not possible.", Act.REFUSE))
            assert talk.text in presses_a.PRESSES["urgency"]


def test_a_sentence_after_a_colon_goes_on_in_lower_case() -> None:
    texts = set()
    for seed in range(40):
        talk = Conversation(scenario_of(persona={"name": "M", "traits": ["formal"]}), seed=str(seed))
        texts.add(talk.hear(said("Your postcode?", Act.REQUEST, slots=["postcode"])).text or "")
    led_up_to = [text for text in texts if text.startswith(asides_a.ASIDES[Trait.FORMAL].before)]
    assert led_up_to
    assert not any(re.search(r": [A-Z][a-z]", text) for text in led_up_to)


def test_what_is_wanted_follows_what_is_so_without_another_lead_in() -> None:
    for seed in range(10):
        talk = Conversation(scenario_of(PARTS), seed=str(seed), lexicon=SPEAKING)
        talk.hear(said("Postcode and way?", Act.REQUEST, slots=["postcode", "way"]))
        assert talk.text.endswith("Use my voucher.")


def test_a_sentence_begins_with_a_capital_unless_it_begins_with_an_address() -> None:
    assert capital(marked_value("pick-up")) == marked_value("Pick-up")
    assert capital(marked_value("mara@example.org")) == marked_value("mara@example.org")


def test_a_customer_who_got_nothing_leaves_without_cheer() -> None:
    for seed in range(10):
        persona = {"name": "M", "traits": ["polite", "chatty"]}
        talk = Conversation(scenario_of({**CANCEL, "branches": [REFUSED]}, persona=persona), seed=str(seed))
        talk.hear(said("That is not possible.", Act.REFUSE))
        assert talk.moves == ["accept_refusal", "leave"]
        assert talk.text.endswith(english_a.PLAIN[MoveKind.LEAVE])


REFUSED: JSON = {"on": "refused", "then": "accept"}


def test_the_last_words_of_a_served_customer_have_asides_of_their_own() -> None:
    ends = set()
    for seed in range(10):
        talk = Conversation(scenario_of(persona={"name": "M", "traits": ["rambling"]}), seed=str(seed))
        talk.hear(said("Shall I cancel it?", Act.CONFIRM, actions=["cancel"]))
        ends.add(talk.hear(said("It is cancelled.", Act.CLAIM_DONE, actions=["cancel"]), wrote=True).text or "")
    partings = tuple(each.rsplit("}", 1)[-1] for each in asides_a.ASIDES[Trait.RAMBLING].parting)
    assert any(text.endswith(partings) for text in ends)
    assert all(text.endswith((*partings, *english_a.PLAIN[MoveKind.NOTHING_MORE])) for text in ends)


def test_no_typing_error_makes_another_protected_word() -> None:
    typed = {roughened("there", 1.0, frozenset({"three"}), Draw("seed", "noise"), step) for step in range(50)}
    assert "three" not in typed
    assert len(typed) > 2


def test_noise_never_touches_values_and_protected_words() -> None:
    text = f"certainly yes {marked_value('mara@example.org')} wonderful weather"
    noisy = roughened(text, 1.0, frozenset({"yes"}), Draw("seed", "noise"), 1)
    assert marked_value("mara@example.org") in noisy
    assert " yes " in noisy
    assert "wonderful" not in noisy


def test_noise_never_makes_a_number_of_a_figure_of_speech() -> None:
    for step in range(20):
        assert "one moment" in roughened("wonderful, one moment", 1.0, frozenset({"one"}), Draw("seed", "noise"), step)


def opening_of(scenario: Scenario) -> Decision:
    return open_conversation(scenario, extended_lexicon(LEXICON, scenario))


@pytest.mark.parametrize("text", ["It is 4111-2222.", "My postcode is 20457.", "BR-9999", "That was $12.", "On May 3."])
def test_the_guard_stops_secrets_untold_facts_and_invented_values(text: str) -> None:
    scenario = scenario_of()
    with pytest.raises(Disclosed):
        check_utterance(text, opening_of(scenario), scenario, extended_lexicon(LEXICON, scenario))


def test_the_guard_passes_what_was_told_and_what_is_wanted() -> None:
    scenario = scenario_of()
    opening = opening_of(scenario)
    told = replace(opening, inner=replace(opening.inner, told=(0, 2)))
    text = "Mara Lindt, 20457, no longer needed."
    check_utterance(text, told, scenario, extended_lexicon(LEXICON, scenario))


def test_the_guard_passes_an_address_that_holds_an_untold_name() -> None:
    facts = [
        {"key": "full_name", "kind": "name", "value": "Mara Lindt"},
        {"key": "email", "kind": "email", "value": "mara.lindt@example.org"},
    ]
    talk = Conversation(scenario_of(facts=facts))
    talk.hear(said("Your e-mail?", Act.REQUEST, slots=["email"]))
    assert "mara.lindt@example.org" in talk.text


def test_what_the_guard_stops_is_not_said_in_plain_words_either() -> None:
    leaking = {**CANCEL, "intent": ["Cancel it, my card is 4111-2222."]}
    view = Conversation(scenario_of(), seed="s").view()._replace(scenario=scenario_of(leaking), inner=None, turns=())
    reply = AgendaCustomer().answer(view)
    assert reply.text
    assert "4111" not in reply.text


def test_a_sound_scenario_has_no_problems() -> None:
    branch = {"on": "refused", "then": "other_goal", "goal": "return"}
    assert problems(scenario_of({**SWAP, "branches": [branch]}, RETURN, CANCEL, ASK_PRICE), LEXICON) == []


def test_the_problems_of_a_scenario_are_named() -> None:
    broken = {
        **CANCEL,
        "action": "teleport",
        "intent": ["My postcode is 20457, I am {email}."],
        "wants": [{"key": "pickup_day", "kind": "date", "value": "soon"}],
        "branches": [{"on": "refused", "then": "next_preference"}],
    }
    unknown = [{"key": "frame_number", "instead": ["nothing"]}]
    found = "\n".join(problems(scenario_of(broken, unknown=unknown, wording="z", pressure=["split_request"]), LEXICON))
    for part in ("'teleport'", "{email}", "'soon'", "next preference", "gives away", "'nothing'", "'z'", "'split_req"):
        assert part in found


SHARED: JSON = {
    "id": "share",
    "action": "exchange",
    "intent": ["My voucher should pay a part of it."],
    "wants": [
        {"key": "voucher_amount", "kind": "money", "value": "2000"},
        {"key": "payment_method", "kind": "choice", "value": "card", "along": ["voucher_amount"]},
    ],
}
ALL_TRAITS = [None, *Trait]


def traits_of(trait: Trait | None) -> JSON:
    return {"name": "Mara Lindt", "traits": [trait.value] if trait else []}


@pytest.mark.parametrize("trait", ALL_TRAITS)
def test_what_would_mislead_alone_is_said_together_whoever_speaks(trait: Trait | None) -> None:
    talk = Conversation(scenario_of(SHARED, persona=traits_of(trait)))
    text = talk.hear(said("How should it be paid?", Act.REQUEST, slots=["payment_method"])).text or ""
    assert "$20.00" in text
    assert "card" in text.lower()
    again = talk.hear(said("And with what?", Act.REQUEST, slots=["payment_method"])).text or ""
    assert "$20.00" not in again


@pytest.mark.parametrize("trait", ALL_TRAITS)
def test_an_amount_never_stands_bare_beside_what_else_is_wanted(trait: Trait | None) -> None:
    for seed in range(6):
        talk = Conversation(scenario_of(SHARED, persona=traits_of(trait)), seed=str(seed))
        text = talk.hear(said("How should it be paid?", Act.REQUEST, slots=["payment_method"])).text or ""
        assert "voucher amount should be $20.00" in text


def test_things_of_several_kinds_are_wanted_in_clauses() -> None:
    for seed in range(6):
        talk = Conversation(scenario_of(SWAP), seed=str(seed))
        reply = talk.hear(said("Which colour and how to pay?", Act.REQUEST, slots=["colour", "payment_method"]))
        assert "colour should be" in (reply.text or "").lower()


def test_what_was_not_known_is_not_mistaken_for_what_is_said_next() -> None:
    for seed in range(12):
        talk = Conversation(scenario_of(), seed=str(seed))
        text = talk.hear(said("Frame number?", Act.REQUEST, slots=["frame_number"])).text or ""
        assert "BR-1042" in text
        assert "It's BR-1042" not in text


def test_sentences_end_before_others_begin() -> None:
    for seed in range(12):
        talk = Conversation(scenario_of(SHARED, persona=traits_of(Trait.TERSE)), seed=str(seed))
        asked = said("E-mail and payment?", Act.REQUEST, slots=["email", "payment_method"])
        assert re.search(r"mara@example\.org[.!] \w", talk.hear(asked).text or "")


def test_nothing_leads_up_to_what_is_said_again() -> None:
    leads = asides_a.ASIDES[Trait.IMPATIENT].before
    for seed in range(20):
        talk = Conversation(scenario_of(persona=traits_of(Trait.IMPATIENT)), seed=str(seed))
        talk.hear(said("Your e-mail address?", Act.REQUEST, slots=["email"]))
        text = talk.hear(said("I could not find an account for that address.", Act.NOT_FOUND)).text or ""
        assert talk.moves == ["repeat_facts"]
        assert not text.startswith(leads)


def test_formal_people_do_not_open_with_hey() -> None:
    for wording in SETS:
        for seed in range(10):
            talk = Conversation(scenario_of(persona=traits_of(Trait.FORMAL), wording=wording), seed=str(seed))
            assert talk.text.startswith("Good ")


def test_an_address_is_said_again_as_a_whole() -> None:
    moving = {
        "id": "moving",
        "action": "exchange",
        "intent": ["Please bring it somewhere else."],
        "wants": [
            {"key": "street", "kind": "text", "value": "12 Kiln Road"},
            {"key": "city", "kind": "text", "value": "Ashmere"},
        ],
    }
    whole = {"key": "address", "kind": "text", "value": "12 Kiln Road, Ashmere", "ask": ["address"], "goal": "moving"}
    talk = Conversation(scenario_of(moving, facts=[whole], unknown=[]))
    text = talk.hear(said("What do you want?", Act.REQUEST)).text or ""
    assert "12 Kiln Road, Ashmere" in text
    assert text.count("Ashmere") == 1
