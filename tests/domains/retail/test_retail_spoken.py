"""The words that the shop gives its customers for values."""

import re

from domains.retail import DOMAIN
from simulators.agenda.wording.english import ENGLISH

SETS = ("a", "b")


def clauses(wording: str) -> set[str]:
    slots = DOMAIN.lexicon.slots
    return {each for slot in slots for own in slot.spoken if own.wording == wording for each in (*own.tell, *own.wish)}


def test_the_sets_of_wordings_share_no_clause_and_every_clause_holds_the_value() -> None:
    assert clauses("a")
    assert not clauses("a") & clauses("b")
    assert all(clause.count("{value}") == 1 for wording in SETS for clause in clauses(wording))


def test_a_slot_with_words_of_its_own_has_them_in_every_set() -> None:
    for slot in DOMAIN.lexicon.slots:
        assert not slot.spoken or {own.wording for own in slot.spoken} == set(SETS), slot.key


def test_no_aside_speaks_of_goods_of_the_shop() -> None:
    wants = [want for task in DOMAIN.tasks.values() for goal in task.scenario.goals for want in goal.wants]
    goods = {form.lower() for want in wants if want.key == "item_choice" for form in (want.value, *want.say)}
    named = re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(goods)))})\b")
    for wordings in ENGLISH.sets.values():
        told = [text for aside in wordings.asides.values() for text in aside.sentences()]
        for text in (*told, *(word for words in wordings.small_talk.values() for word in words)):
            assert not named.search(text.lower()), text
