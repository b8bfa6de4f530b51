"""Refusals that name only the rule and what stands in its way; messages in which the same rule lets something go."""

import pytest

from domains.retail.lexicon import LEXICON
from simulators.understand.acts import Act
from simulators.understand.reader import understand

AGAINST = [
    "R123456 reached you 43 days ago; returns close after 30.",
    "R123456 was shipped this morning. Address changes only work before that.",
    "I checked R123456: status shipped, and shipped orders keep their address.",
    "Payment of R123456 is locked since it has shipped.",
    "R123456 has been shipped, and only pending orders can be cancelled.",
    "R123456 already had its payment changed once, and that is the limit.",
    "R123456 went out yesterday - too late for a cancellation.",
    "The parcel R123456 is already with the carrier; I have no way to redirect it.",
    "R123456 was delivered 35 days ago; we accept returns up to day 30.",
    "R123456 has been with you since 44 days ago, and there's a 30-day window.",
]
ENDINGS = ["", " Anything else?", " Is that okay?", " I hope you understand."]
FOR = [
    "R123456 is pending, and only pending orders can be cancelled, so that's fine.",
    "Good news: R123456 came 12 days ago; returns close after 30.",
    "Address changes only work before shipping, and R123456 is still in time.",
    "Returns are open for 30 days. You can send it back.",
    "R123456 was delivered 25 days ago; we accept returns up to day 30.",
]


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize("head", ["", "I've checked everything. ", "Bad news: "])
@pytest.mark.parametrize("text", AGAINST)
def test_a_rule_that_stands_in_the_way_is_a_no(text: str, head: str, ending: str) -> None:
    acts = understand(f"{head}{text}{ending}", LEXICON).acts
    assert Act.REFUSE in acts
    assert Act.CLAIM_DONE not in acts


@pytest.mark.parametrize("text", FOR)
def test_a_rule_that_is_kept_is_none(text: str) -> None:
    assert Act.REFUSE not in understand(text, LEXICON).acts


@pytest.mark.parametrize(
    "text",
    [
        "Only pending orders can be cancelled. Which one is it?",
        "Returns close after 30 days. When did it arrive?",
        "Address changes only work before shipping. Shall I send R123456 to 86 Rowan Drive?",
    ],
)
def test_a_rule_beside_a_question_is_none(text: str) -> None:
    assert Act.REFUSE not in understand(text, LEXICON).acts
