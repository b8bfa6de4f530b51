"""Thinking aloud, and handing over."""

from tests.domains.retail.floor import PENDING, added, done, open_shop, refused


def test_thinking_changes_nothing() -> None:
    state = open_shop()
    assert done(state, "think", thought="Is it pending?") == "Noted."
    assert state.changes() == []


def test_a_hand_over_ends_the_session_and_is_kept() -> None:
    state = open_shop()
    outcome = state.call("transfer_to_human", {"topic": "missing parcel", "summary": "Not here.", "order_id": PENDING})
    assert outcome.ends_session
    assert added(state, "handoffs") == [{"topic": "missing parcel", "order_id": PENDING, "customer_id": "C20001"}]


def test_the_words_of_a_hand_over_do_not_count() -> None:
    one, other = open_shop(), open_shop()
    done(one, "transfer_to_human", topic="product safety", summary="It burnt.")
    done(other, "transfer_to_human", topic="product safety", summary="A fire.")
    assert one.digest() == other.digest()


def test_a_topic_that_is_not_listed_is_refused() -> None:
    assert "topic" in refused(open_shop(), "transfer_to_human", topic="complaint", summary="Angry.")


def test_a_hand_over_about_an_unknown_order_is_refused() -> None:
    arguments = {"topic": "missing parcel", "summary": "Not here.", "order_id": "R999999"}
    assert "There is no order" in refused(open_shop(), "transfer_to_human", **arguments)
