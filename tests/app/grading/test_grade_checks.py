"""Process rules: who must be known, what must be agreed to, what must be said, and how much is too much."""

from dataclasses import replace

import pytest

from app.engine.events import EndReason
from app.grading.errors import BadCheck, BadGoal, DomainFailed
from app.grading.grader import grade
from app.grading.verdict import FindingKind
from domains.kit.askings import Unasked
from domains.kit.checks import JSONObject, Limit, Mentions, Phrases
from domains.kit.goal import Goal
from domains.kit.state import State
from tests.app.grading.bike_shop import DONE, IDENTITY, YES, Play, goal_of, graded, kinds, only, shop, task_of

KNOWN = shop(IDENTITY)
AGREED = shop(YES)
GOAL = goal_of([DONE])
BOOKED = goal_of([("book", {"repair_id": "R1", "day": "2026-05-09"})])


def test_a_write_after_identification_holds() -> None:
    play = Play().calls("find_customer", email="ada@moss.example").plan([DONE])
    verdict = graded(GOAL, play, domain=KNOWN)
    assert verdict.success
    assert verdict.parts["checks"].matched == verdict.parts["checks"].total == 1


def test_a_write_without_identification_fails() -> None:
    verdict = graded(GOAL, Play().plan([DONE]), domain=KNOWN)
    assert (only(verdict).kind, only(verdict).where, only(verdict).step) == (FindingKind.CHECK_FAILED, "identity", 1)
    assert (verdict.success, verdict.partial) == (False, 0.5)


def test_identification_after_the_write_is_too_late() -> None:
    play = Play().plan([DONE]).calls("find_customer", email="ada@moss.example")
    assert kinds(graded(GOAL, play, domain=KNOWN)) == [FindingKind.CHECK_FAILED]


def test_a_failed_look_up_identifies_nobody() -> None:
    play = Play("I am ann@moss.example").calls("find_customer", email="ann@moss.example").plan([DONE])
    assert kinds(graded(GOAL, play, domain=KNOWN)) == [FindingKind.CHECK_FAILED]


def test_an_identity_that_the_customer_has_not_given_is_a_guess() -> None:
    play = Play("My bike, please.").calls("find_customer", email="ada@moss.example").plan([DONE])
    assert kinds(graded(GOAL, play, domain=KNOWN)) == [FindingKind.CHECK_FAILED]


def test_an_identity_given_only_after_the_look_up_is_a_guess() -> None:
    play = Play("My bike, please.").calls("find_customer", email="ada@moss.example").says("You are?")
    assert kinds(graded(GOAL, play.customer("ada@moss.example").plan([DONE]), domain=KNOWN)) == [
        FindingKind.CHECK_FAILED
    ]


def test_the_account_that_is_logged_in_needs_not_be_said_and_identifies_nobody_else() -> None:
    task = task_of(GOAL)
    logged_in = task.model_copy(update={"scenario": task.scenario.model_copy(update={"account": "Ada@moss.example"})})
    for email, held in (("ada@moss.example", True), ("velo@nord.example", False)):
        play = Play("My bike, please.").calls("find_customer", email=email).plan([DONE])
        verdict = grade(logged_in, play.end(EndReason.CUSTOMER_DONE), KNOWN)
        assert verdict.success is held


@pytest.mark.parametrize("said", ["Ada@Moss.example", "it's ADA@MOSS.EXAMPLE, thanks"])
def test_letter_case_of_what_the_customer_said_does_not_count(said: str) -> None:
    assert graded(GOAL, Play(said).calls("find_customer", email="ada@moss.example").plan([DONE]), domain=KNOWN).success


def test_a_telephone_number_may_be_written_in_another_way() -> None:
    play = Play("(555) 010 1234").calls("find_customer_by", by="phone", value="555-010-1234").plan([DONE])
    assert graded(GOAL, play, domain=KNOWN).success


def test_a_number_may_be_spaced_in_another_way() -> None:
    play = Play("It is 555 0101 234.").calls("find_customer_by", by="phone", value="555-010-1234").plan([DONE])
    assert graded(GOAL, play, domain=KNOWN).success


def test_a_number_inside_another_one_has_not_been_given() -> None:
    play = Play("My order is 9555-010-12345.").calls("find_customer_by", by="phone", value="555-010-1234")
    assert kinds(graded(GOAL, play.plan([DONE]), domain=KNOWN)) == [FindingKind.CHECK_FAILED]


def test_a_refused_write_needs_no_identification() -> None:
    play = Play().calls("set_status", repair_id="R99", status="done")
    play.calls("find_customer", email="ada@moss.example").plan([DONE])
    assert graded(GOAL, play, domain=KNOWN).success


def agreeing(proposal: str) -> Play:
    return Play().says(proposal).customer("Yes, please.", stance="agree")


def test_a_yes_to_the_very_values_holds() -> None:
    assert graded(GOAL, agreeing("Shall I set R1 to done?").plan([DONE]), domain=AGREED).success


def test_another_way_to_say_the_value_holds() -> None:
    assert graded(GOAL, agreeing("Shall I set the tourer, the red one, to done?").plan([DONE]), domain=AGREED).success


def test_a_yes_after_a_look_at_the_device_holds() -> None:
    play = Play().says("Shall I set R1 to done?")
    play.customer(None, calls=[{"tool": "tap", "arguments": {"repair_id": "R2"}}]).device("tap", repair_id="R2")
    assert graded(GOAL, play.customer("Yes, please.", stance="agree").plan([DONE]), domain=AGREED).success


def test_a_write_without_a_yes_fails() -> None:
    verdict = graded(GOAL, Play().says("I set R1 to done.").customer("Hm.").plan([DONE]), domain=AGREED)
    assert "had not agreed" in only(verdict).text


def test_a_yes_to_other_values_fails_and_names_them() -> None:
    verdict = graded(GOAL, agreeing("Shall I set R2 to done?").plan([DONE]), domain=AGREED)
    assert only(verdict).expected == ["repair_id"]


def test_a_yes_to_a_later_message_does_not_cover_an_earlier_proposal() -> None:
    for proposal in ("Set R1 to done?", "Shall I set R1 to done?"):
        play = asked_again(proposal, "When?", "Today. May I wash the blue one, too?")
        assert not graded(GOAL, play.plan([DONE]), domain=AGREED).success


@pytest.mark.parametrize("proposal", ["Set R1 to done?", "Shall I set R1 to done?"])
def test_a_yes_to_a_proposal_that_was_explained_and_asked_again_covers_it(proposal: str) -> None:
    play = asked_again(proposal, "When?", "Today. Yes?")
    assert graded(GOAL, play.plan([DONE]), domain=AGREED).success


def asked_again(proposal: str, reply: str, again: str, **between: str) -> Play:
    """A proposal that is answered somehow and then asked about once more, and the yes to that."""
    return Play().says(proposal).customer(reply, **between).says(again).customer("Yes.", stance="agree")


@pytest.mark.parametrize("again", ["So may I go ahead?", "Shall I do that for R1, then?", "Is that OK with you?"])
def test_asking_again_stands_on_the_proposal_just_before(again: str) -> None:
    play = asked_again("I would set R1 to done now. Is that all right?", "That makes it complete.", again)
    assert graded(GOAL, play.plan([DONE]), domain=AGREED).success


@pytest.mark.parametrize(
    "again",
    [
        "So may I go ahead with R2?",
        "May I go ahead with the blue one?",
        "May I go ahead on May 9?",
        "May I go ahead with only the first?",
        "Instead, may I go ahead and wash it?",
    ],
)
def test_asking_again_for_anything_else_is_a_proposal_of_its_own(again: str) -> None:
    play = asked_again("I would set R1 to done now. Is that all right?", "That makes it complete.", again)
    assert only(graded(GOAL, play.plan([DONE]), domain=AGREED)).kind == FindingKind.CHECK_FAILED


PROPOSED = "I would set R1 to done now, for $20. Is that all right?"
WONDERING = "Before I say yes: what would that mean for me?"


@pytest.mark.parametrize(
    "explained",
    [
        "It means that you can pick it up, and $5 are left of your deposit. Shall I go ahead?",
        "Good question! It would count as finished, which can't be undone. Shall I do it?",
        "A repair can be closed only once, so nothing more can be done afterwards. May I go ahead?",
        "You pay the $20 on May 9. Nothing else changes. Should I go ahead and set it?",
    ],
)
def test_what_a_proposal_means_may_be_explained_to_who_asks(explained: str) -> None:
    play = asked_again(PROPOSED, WONDERING, explained)
    assert graded(GOAL, play.plan([DONE]), domain=AGREED).success


@pytest.mark.parametrize(
    "explained",
    [
        "It means that R2 would be set to done. Shall I set R2 to done?",
        "I would rather set it to lost. Shall I go ahead?",
        "It would only get washed. Shall I go ahead?",
        "It means that the money goes to your gift card. Shall I go ahead?",
        "Which would you prefer, that I set it to done or to lost?",
    ],
)
def test_an_explanation_that_proposes_something_else_is_a_proposal_of_its_own(explained: str) -> None:
    play = asked_again(PROPOSED, WONDERING, explained)
    assert not graded(GOAL, play.plan([DONE]), domain=AGREED).success


def test_an_amount_that_nobody_asked_for_makes_a_proposal_of_its_own() -> None:
    play = asked_again(PROPOSED, "Fine weather.", "There is a fee of $5. Shall I go ahead?")
    assert not graded(GOAL, play.plan([DONE]), domain=AGREED).success


def test_asking_again_after_a_no_stands_on_nothing() -> None:
    play = asked_again("I would set R1 to done now. Is that all right?", "No.", "May I go ahead?", stance="reject")
    assert not graded(GOAL, play.plan([DONE]), domain=AGREED).success


def test_asking_again_stands_on_no_message_but_the_one_before() -> None:
    play = Play().says("I would set R1 to done now. Is that all right?").customer("Hm.").says("It is a red one.")
    play.customer("I know.").says("May I go ahead?").customer("Yes.", stance="agree")
    assert not graded(GOAL, play.plan([DONE]), domain=AGREED).success


def test_asking_again_stands_on_no_choice_that_was_put_up() -> None:
    play = asked_again("Which repair is it, R1 or R2?", "The first of them.", "May I go ahead?")
    assert not graded(GOAL, play.plan([DONE]), domain=AGREED).success


def test_asking_again_stands_on_nothing_that_the_customer_has_brought_in() -> None:
    play = asked_again("I would set R1 to done for $20.", "It was $15.", "May I go ahead?")
    assert not graded(GOAL, play.plan([DONE]), domain=AGREED).success


def test_a_no_takes_an_earlier_yes_back() -> None:
    play = agreeing("Set R1 to done?").says("Sure?").customer("No, wait.", stance="reject")
    assert not graded(GOAL, play.plan([DONE]), domain=AGREED).success


def test_a_no_to_something_else_leaves_an_earlier_yes_as_it_is() -> None:
    play = agreeing("Shall I set R1 to done?").says("And shall I tell sam@post.example of it?")
    assert graded(GOAL, play.customer("No.", stance="reject").plan([DONE]), domain=AGREED).success


@pytest.mark.parametrize(
    "doubt", ["Sure?", "It would cost $5 more. Still fine?", "So R1 to done, and not to lost@me.com?"]
)
def test_a_no_to_the_same_takes_the_yes_back(doubt: str) -> None:
    play = agreeing("Shall I set R1 to done?").says(doubt).customer("No.", stance="reject")
    assert not graded(GOAL, play.plan([DONE]), domain=AGREED).success


def test_a_yes_after_a_no_holds() -> None:
    play = Play().says("Set R1 to lost?").customer("No.", stance="reject").says("Set R1 to done?")
    assert graded(GOAL, play.customer("Yes.", stance="agree").plan([DONE]), domain=AGREED).success


def test_one_yes_covers_two_different_writes() -> None:
    plan = [DONE, ("set_status", {"repair_id": "R2", "status": "done"})]
    assert graded(goal_of(plan), agreeing("Set R1 and R2 to done?").plan(plan), domain=AGREED).success


def test_one_yes_does_not_cover_the_same_write_twice() -> None:
    plan = [("book", {"repair_id": "R1", "day": "2026-05-09"})] * 2
    play = agreeing("Book R1 for 2026-05-09?").plan(plan)
    assert kinds(graded(goal_of(plan), play, domain=AGREED)) == [FindingKind.CHECK_FAILED]


def test_a_second_yes_covers_the_second_equal_write() -> None:
    plan = [("book", {"repair_id": "R1", "day": "2026-05-09"})]
    play = agreeing("Book R1 for 2026-05-09?").plan(plan).says("And R1 again for 2026-05-09?")
    assert graded(goal_of(plan * 2), play.customer("Yes.", stance="agree").plan(plan), domain=AGREED).success


@pytest.mark.parametrize("day", ["2026-05-09", "May 9", "the 9th of May", "9 May 2026"])
def test_a_date_may_be_said_in_any_usual_way(day: str) -> None:
    play = agreeing(f"Book R1 for {day}?").calls("book", repair_id="R1", day="2026-05-09")
    assert graded(BOOKED, play, domain=AGREED).success


def test_an_amount_is_mentioned_as_money() -> None:
    plan = [("set_status", {"repair_id": "R1", "status": "done", "price": 123450})]
    assert graded(goal_of(plan), agreeing("R1 done for $1,234.50?").plan(plan), domain=AGREED).success
    assert not graded(goal_of(plan), agreeing("R1 done for $1,234.55?").plan(plan), domain=AGREED).success


def test_cents_are_not_said_as_dollars() -> None:
    plan = [("set_status", {"repair_id": "R1", "status": "done", "price": 2000})]
    assert graded(goal_of(plan), agreeing("R1 done for $20?").plan(plan), domain=AGREED).success
    assert not graded(goal_of(plan), agreeing("R1 done for $2000?").plan(plan), domain=AGREED).success


def test_an_amount_that_is_left_out_needs_no_mention_and_one_that_is_written_does() -> None:
    plan = [("set_status", {"repair_id": "R1", "status": "done", "price": 500})]
    assert only(graded(goal_of(plan), agreeing("R1 done?").plan(plan), domain=AGREED)).expected == ["price"]


def test_the_mentions_are_judged_on_the_state_before_the_call() -> None:
    plan = [DONE, ("drop_repair", {"repair_id": "R1"})]
    goal = goal_of([("drop_repair", {"repair_id": "R1"})])
    assert graded(goal, agreeing("The red tourer to done, and off the list?").plan(plan), domain=AGREED).success


def test_mentions_that_raise_are_named() -> None:
    def broken(state: State, name: str, arguments: JSONObject) -> Mentions:
        raise KeyError(name)

    with pytest.raises(DomainFailed, match="set_status"):
        graded(GOAL, agreeing("R1 done?").plan([DONE]), domain=replace(AGREED, mentions=broken))


def test_a_banned_phrase_fails_its_check() -> None:
    check = Phrases(id="no_promises", text="Promise nothing.", gate=True, banned=(r"\bi promise\b",))
    verdict = graded(GOAL, Play().says("I PROMISE it.").plan([DONE]), domain=shop(check))
    assert (only(verdict).where, only(verdict).step) == ("no_promises", 1)
    assert not verdict.success


def test_a_required_phrase_must_be_heard() -> None:
    check = Phrases(id="thanks", text="Thank them.", gate=True, required=("thank you",))
    assert graded(GOAL, Play().plan([DONE]).says("Thank you!"), domain=shop(check)).success
    assert not graded(GOAL, Play().plan([DONE]).thinks("Thank you!"), domain=shop(check)).success


def test_a_report_never_touches_success() -> None:
    check = Phrases(id="thanks", text="Thank them.", required=("thank you",))
    verdict = graded(GOAL, Play().plan([DONE]), domain=shop(check))
    assert (verdict.success, verdict.partial) == (True, 1.0)
    assert only(verdict).gate is False
    assert verdict.parts["checks"].matched == 0


def test_a_wrong_pattern_raises() -> None:
    with pytest.raises(BadCheck, match="thanks"):
        graded(GOAL, Play().says("Hm.").plan([DONE]), domain=shop(Phrases(id="thanks", text="", banned=("(",))))


def test_what_must_not_be_asked_for_is_named_where_it_is() -> None:
    check = Unasked(id="secrets", text="Ask for no lock code.", things=(r"lock codes?",), words=("code",))
    verdict = graded(GOAL, Play().says("Hm. What's your lock code?").plan([DONE]), domain=shop(check))
    assert (only(verdict).where, only(verdict).step, only(verdict).actual) == ("secrets", 1, "What's your lock code?")
    assert not verdict.success
    assert graded(GOAL, Play().says("Keep your lock code to yourself.").plan([DONE]), domain=shop(check)).success


def test_a_wrong_expression_for_what_must_not_be_asked_for_raises() -> None:
    with pytest.raises(BadCheck, match="secrets"):
        graded(
            GOAL, Play().says("Hm.").plan([DONE]), domain=shop(Unasked(id="secrets", text="", things=("(",), words=()))
        )


@pytest.mark.parametrize(("of", "most"), [("steps", 2), ("tool_calls", 2), ("tool_errors", 0), ("customer_replies", 1)])
def test_a_limit_names_the_step_that_went_over_it(of: str, most: int) -> None:
    play = Play().says("Hm?").customer("Hm!").calls("show_repair", repair_id="R9").calls("show_repair", repair_id="R1")
    check = Limit.model_validate({"id": "limit", "text": "Be quick.", "of": of, "most": most, "gate": True})
    verdict = graded(GOAL, play.plan([DONE]), domain=shop(check))
    assert only(verdict).expected == most
    assert only(verdict).actual == {"steps": 4, "tool_calls": 3, "tool_errors": 1, "customer_replies": 2}[of]
    assert graded(GOAL, _again(play), domain=shop(check.model_copy(update={"most": 9}))).success


def _again(play: Play) -> Play:
    fresh = Play()
    fresh.events, fresh.state, fresh.step = play.events[:-1], play.state, play.step
    return fresh


def test_checks_alone_do_not_make_a_goal() -> None:
    with pytest.raises(BadGoal):
        grade(task_of(Goal(script=())), Play().end(), shop(IDENTITY, YES))
