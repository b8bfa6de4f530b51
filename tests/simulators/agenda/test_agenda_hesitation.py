"""People who have a proposal explained once more, in words that fit how long it was."""

import pytest

from domains.kit.records import JSON
from simulators.agenda.wording.english import ENGLISH
from tests.simulators.agenda.retail_shop import moves_of, replies_to, shopper
from tests.simulators.agenda.test_agenda_kept import SHIPPING

PROPOSAL = "R123456 would go from express to standard shipping. Shall I?"
PREAMBLE = "Before I do anything, let me go through what this means step by step, so that there are no surprises. " * 4


@pytest.mark.parametrize("wording", ["a", "b"])
def test_only_a_long_proposal_is_called_a_lot(wording: str) -> None:
    at_length = ENGLISH.wordings(wording).at_length
    who: JSON = {**SHIPPING}
    for seed in map(str, range(12)):
        scenario = shopper(who, traits=("hesitant",), wording=wording)
        short, long = (replies_to(scenario, text, seed=seed)[-1] for text in (PROPOSAL, f"{PREAMBLE}{PROPOSAL}"))
        assert moves_of(short) == moves_of(long) == ["hesitate"]
        assert short.text not in at_length
        assert long.text in at_length
