"""What rules and words together read, and that the weights are those which the labelled messages teach."""

import json

import pytest

from domains.kit.lexicon import Lexicon, Slot
from domains.kit.values import ValueKind
from simulators.understand.acts import Act
from simulators.understand.clauses import sentences
from simulators.understand.evidence import ACTS, Said, any_of, features_of, flags, grounds, read_weights, weigh
from simulators.understand.general import GENERAL
from simulators.understand.reader import understand
from simulators.understand.slot_evidence import learnt_slots, read_slot_weights, slot_grounds
from tests.simulators.understand.learning import best_leniency
from tests.simulators.understand.train import (
    SLOT_WEIGHTS,
    WEIGHTS,
    examples,
    lines,
    slot_weights_text,
    weights_text,
)


def acts(text: str) -> set[str]:
    return {act.value for act in understand(text, GENERAL).acts}


@pytest.mark.timeout(300)
def test_learning_again_gives_the_same_file_of_weights() -> None:
    assert weights_text() == WEIGHTS.read_text(encoding="utf-8")
    assert slot_weights_text() == SLOT_WEIGHTS.read_text(encoding="utf-8")


def test_what_was_read_blind_is_of_labelled_messages_and_weighs_every_act() -> None:
    known = examples()
    for one in lines("blind.jsonl"):
        assert one["id"] in known
        assert set(one["rules"]) <= {act.value for act in Act}
        assert len(one["words"]) == len(ACTS)
        assert set(one.get("slot_words", learnt_slots().keys)) == set(learnt_slots().keys)


def test_evidence_of_several_sentences_is_that_of_any() -> None:
    assert any_of([0.0]) == pytest.approx(0.0)
    assert any_of([0.0, 0.0]) == pytest.approx(1.0986, abs=1e-3)
    assert any_of([-50.0, 3.0]) == pytest.approx(3.0)
    assert any_of([900.0, -900.0]) == 12.0
    assert any_of([-900.0]) == -12.0


def test_words_are_summed_over_a_sentence_and_those_of_the_message_count_for_each() -> None:
    trust = [[0] * len(grounds(0, 0.0, flags(()), alone=True)) for _ in ACTS]
    features = {"pay": [0, 100], "pay $#": [0, 50], "* later": [1, 30]}
    weights = read_weights(json.dumps({"trust": trust, "features": features}))
    first, second = weigh(*features_of(sentences("Pay $3. Do it later.")), weights.vocabulary, count=len(ACTS))
    assert (first[0], second[0], first[1], second[1]) == (1.5, 0.0, 0.3, 0.3)


def test_numbers_count_as_one_word_whatever_they_are() -> None:
    assert features_of(sentences("It costs $12 for 3.")) == features_of(sentences("It costs $7.40 for 15."))


def test_a_word_is_weighed_by_its_beginning_and_ending_as_well() -> None:
    features = {"refun~": [0, 100], "~ing": [0, 10], "refunding": [0, 1], "refund it": [0, 3]}
    weights = read_slot_weights(json.dumps({"keys": ["email"], "trust": [1], "features": features}))
    said = [
        weigh(*features_of(sentences(text)), weights.vocabulary, count=1)[0][0]
        for text in ("Refund it.", "Refundable?", "Refunding, no refund, shipping.", "The king is fun.", "$12345.67")
    ]
    assert said == [1.03, 1.0, 2.21, 0.0, 0.0]


def test_an_act_is_taken_below_even_chances_where_f1_is_higher_so_and_otherwise_as_it_is() -> None:
    def leniency(of_ten: int) -> float:
        """Where what speaks for an act is right so often, and what does not speak for it never misses one."""
        rows = [[1.0, float(at % 2)] for at in range(200)]
        answers = [at % 2 == 1 and at % 20 < 2 * of_ten for at in range(200)]
        folds = [at // 2 % 5 for at in range(200)]
        return best_leniency(rows, answers, shares=[1.0] * 200, folds=folds, penalty=1.0)

    assert leniency(4) == pytest.approx(0.5, abs=0.3)
    assert leniency(9) == 0.0


def test_rules_are_trusted_less_where_a_request_names_nothing() -> None:
    trust = dict(zip(range(6), learnt_slots().trust, strict=True))
    assert trust[1] > 0
    assert trust[2] > 0 > trust[4]
    assert slot_grounds("email", 2.0, {"details"}) == [1.0, 2.0, 0.0, 0.0, 0.0, 0.0]
    assert slot_grounds("details", 2.0, {"details"}) == [1.0, 2.0, 1.0, 2.0, 1.0, 0.0]
    assert slot_grounds("email", 2.0, {"email", "phone"}) == [1.0, 2.0, 1.0, 2.0, 0.0, 1.0]


def test_weights_of_slots_are_read_by_place() -> None:
    weights = read_slot_weights('{"keys": ["email", "phone"], "trust": [1], "features": {"call": [1, 250]}}')
    assert weigh([Said({"call"}, {"call"})], set(), weights.vocabulary, count=2) == [[0.0, 2.5]]


def test_a_slot_that_only_this_lexicon_has_is_left_to_the_rules() -> None:
    own = Lexicon(slots=(Slot(key="gate", kind=ValueKind.TEXT, label="gate", ask=("which gate",)),))
    assert understand("Which gate, and what is your email address?", own).slots == ("gate",)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("When an order is with the carrier, it is out of our hands, so I am not able to redirect it.", {"REFUSE"}),
        ("Please let me know with a yes if you want me to cancel it.", {"CONFIRM"}),
        ("Your lamp is now grey, $18.50 was refunded to your card.", {"CLAIM_DONE"}),
        ("I have notified a staff member, and they will be with you shortly.", {"TRANSFER"}),
        ("I am currently unable to access the list of appointments.", {"REFUSE"}),
        (
            "Oh no, the linen shirt in coral is not available! But I can offer you blue or white. Which do you want?",
            {"INFORM", "OFFER", "REQUEST"},
        ),
        ("I can escalate this to my manager if you'd like.", {"OFFER"}),
        ("Let me check the status. I see that the parcel is in Leipzig.", {"INFORM"}),
        ("I see that the parcel is in Leipzig. Let me check the status.", {"INFORM", "HOLD"}),
    ],
)
def test_a_message_is_read(text: str, expected: set[str]) -> None:
    assert acts(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "It has been processed and is already with the carrier.",
        "The parcel has been packed and is waiting at the depot.",
        "Your case has been closed and is still in our archive.",
    ],
)
def test_where_a_thing_now_is_by_its_record_is_no_claim(text: str) -> None:
    assert "CLAIM_DONE" not in acts(text)


def test_what_is_to_be_done_is_no_claim_and_what_was_announced_so_and_done_is() -> None:
    assert "CLAIM_DONE" not in acts("Your order is to be cancelled.")
    assert "CLAIM_DONE" in acts("Your order has been cancelled, and the refund is to be expected tomorrow.")


def test_what_is_proposed_beside_what_stands_without_it_waits_for_a_yes_and_a_choice_of_two_does_not() -> None:
    assert "CONFIRM" in acts("Shall I change order R123456 to express shipping, or do you prefer standard after all?")
    assert "CONFIRM" in acts("Should I send it to Leipzig, or would you rather leave the address as it is?")
    assert "CONFIRM" not in acts("Shall I exchange it, or would you rather return it?")


def test_not_to_verify_for_want_of_a_detail_is_a_refusal() -> None:
    read = acts("I'm sorry, I can't verify you yet because I still need your date of birth. Please send it.")
    assert {"REFUSE", "REQUEST"} <= read


def test_a_request_that_only_words_speak_for_still_names_what_is_asked() -> None:
    for line in lines("labelled.jsonl"):
        reading = understand(line["text"], GENERAL)
        assert bool(reading.slots) == (Act.REQUEST in reading.acts), line["id"]
        assert reading.acts == {act for clause in reading.clauses for act in clause.acts}, line["id"]
