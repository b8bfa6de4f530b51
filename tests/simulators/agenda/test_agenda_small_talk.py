"""What customers say beside the matter, and that no reply says one thing twice."""

import re

import pytest

from domains.kit.records import JSON
from domains.kit.scenario import Trait
from simulators.agenda.wording.english import ENGLISH
from tests.simulators.agenda.retail_shop import CANCEL, LAST_DAY, moves_of, replies_to, shopper

SEEDS = tuple(str(number) for number in range(40))
SHIPPING: JSON = {
    "id": "shipping",
    "action": "change_order",
    "intent": ["I'd like to change how an order is shipped."],
    "wants": [{"key": "shipping_method", "kind": "choice", "value": "express shipping", "say": ["express"]}],
}
ASKS = ("What's your e-mail address?", "Which shipping method would you like?")
REFUSED = "I cannot cancel it, it was shipped already. Anything else?"


@pytest.mark.parametrize("wording", ENGLISH.sets)
@pytest.mark.parametrize("place", ["before", "after", "parting"])
def test_many_stories_can_be_told(wording: str, place: str) -> None:
    words = ENGLISH.sets[wording].small_talk
    told = 0
    for story in getattr(ENGLISH.sets[wording].asides[Trait.RAMBLING], place):
        ways = 1
        for name in set(re.findall(r"\{(\w+)\}", story)):
            ways *= len(set(words[name]))
        assert ways >= 3, story
        told += ways
    assert told >= 40


@pytest.mark.parametrize("wording", ENGLISH.sets)
def test_few_customers_tell_the_same_story(wording: str) -> None:
    told = [
        replies_to(shopper(CANCEL, wording=wording, traits=("rambling",)), "What's your name?", seed=seed)[-1].text
        for seed in SEEDS
    ]
    stories = [text for text in told if text and len(text) > 60]
    assert len(set(stories)) > 0.8 * len(stories)


def test_the_same_customer_tells_the_same_story_again() -> None:
    scenario = shopper(CANCEL, traits=("rambling",))
    assert replies_to(scenario, "What's your name?") == replies_to(scenario, "What's your name?")


@pytest.mark.parametrize("wording", ENGLISH.sets)
def test_a_word_on_what_one_gives_away_stands_before_nothing_else(wording: str) -> None:
    wary = ENGLISH.sets[wording].asides[Trait.SCEPTICAL].before_details
    customer = shopper(SHIPPING, wording=wording, traits=("sceptical",))
    asked = {ask: [replies_to(customer, ask, seed=seed)[-1].text or "" for seed in SEEDS] for ask in ASKS}
    assert any(text.startswith(wary) for text in asked[ASKS[0]])
    assert not any(text.startswith(wary) for text in asked[ASKS[1]])


@pytest.mark.parametrize("wording", ENGLISH.sets)
@pytest.mark.parametrize("traits", [(), ("terse",)])
def test_nobody_says_then_twice_on_leaving(wording: str, traits: tuple[str, ...]) -> None:
    for seed in SEEDS:
        reply = replies_to(shopper(CANCEL, wording=wording, traits=traits), REFUSED, REFUSED, seed=seed)[-1]
        assert moves_of(reply)[-1] == "leave"
        assert len(re.findall(r"\bthen\b", (reply.text or "").lower())) < 2


@pytest.mark.parametrize("wording", ENGLISH.sets)
def test_nobody_is_glad_to_hear_a_date(wording: str) -> None:
    answer = "The last day to return something from order R123456 is May 5, 2026. Anything else?"
    for seed in SEEDS:
        text = replies_to(shopper(LAST_DAY, wording=wording), answer, seed=seed)[-1].text or ""
        assert re.search(r"thank", text, re.IGNORECASE), text
        assert not re.search(r"glad|good to hear|perfect|wonderful|excellent|brilliant|great", text, re.IGNORECASE), (
            text
        )


@pytest.mark.parametrize("wording", ENGLISH.sets)
def test_a_thing_that_a_reply_has_named_is_pointed_at(wording: str) -> None:
    goal = {
        **CANCEL,
        "wants": [{"key": "item_choice", "kind": "choice", "value": "wool blanket", "say": ["wool blanket"]}],
    }
    lost = {"key": "order_id", "say": ["I can't find the number. It is the order that had the wool blanket in it."]}
    plain = shopper(goal, wording=wording, unknown=[lost]).model_dump(mode="json")
    plain["facts"] = [fact for fact in plain["facts"] if fact["key"] != "order_id"]
    customer = shopper(goal).model_validate(plain)
    text = replies_to(customer, "What's your e-mail, the order number, and which item is it?")[-1].text or ""
    assert text.count("wool blanket") == 1
    assert "that blanket" in text
