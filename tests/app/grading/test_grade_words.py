"""What must be told, looked up, and never said."""

import pytest

from app.engine.events import EndReason
from app.grading.grader import grade
from app.grading.verdict import Attribution, FindingKind
from domains.kit.goal import AnyOf, CallPattern, ChangePattern, Goal, GoldCall, HandOver, Offer, Refuse, Tell, ToldFact
from domains.kit.scenario import Fact, Question
from domains.kit.values import ValueKind
from tests.app.grading.bike_shop import DONE, LOOK, SHOP, Play, goal_of, graded, kinds, only, task_of

PRICE = Goal(
    script=(Tell(keys=("price",)),),
    tell=(ToldFact(key="price", kind=ValueKind.MONEY, value="4500", say="It is $45."),),
)
REFUSAL = LOOK.model_copy(update={"script": (Refuse(what="cancel it", because="it is done"),)})

EITHER = REFUSAL.model_copy(
    update={
        "evidence": (
            AnyOf(
                any_of=(*LOOK.evidence, CallPattern(tool="find_customer", arguments={"email": "ada@moss.example"})),
            ),
        )
    }
)
"""A refusal whose fact two look-ups show."""


def asked() -> Play:
    return Play().says("How can I help?").customer("What does it cost?", asked=["price"])


@pytest.mark.parametrize("answer", ["It is $45.", "That comes to **$45.00** in all.", "45 dollars"])
def test_a_fact_in_any_usual_form_is_told(answer: str) -> None:
    assert graded(PRICE, asked().says(answer)).success


def test_a_fact_that_is_never_said_is_not_told() -> None:
    verdict = graded(PRICE, asked().says("It is $54."))
    assert only(verdict).kind is FindingKind.NOT_TOLD
    assert (only(verdict).where, only(verdict).expected, only(verdict).actual) == ("price", "4500", ["5400"])


def test_a_fact_said_before_the_question_is_not_told() -> None:
    play = Play().says("Repairs may be $45.").customer("And what does it cost?", asked=["price"]).says("I told you.")
    verdict = graded(PRICE, play)
    assert only(verdict).step == 1
    assert "before the customer had asked" in only(verdict).text


def test_a_fact_that_is_never_asked_for_may_be_told_at_any_time() -> None:
    assert graded(PRICE, Play().says("It is $45.")).success


def test_reasoning_tells_nothing() -> None:
    assert kinds(graded(PRICE, asked().thinks("It is $45."))) == [FindingKind.NOT_TOLD]


def test_held_text_that_never_reached_the_customer_tells_nothing() -> None:
    assert kinds(graded(PRICE, asked().holds("It is $45."))) == [FindingKind.NOT_TOLD]


def test_a_tool_result_tells_nothing() -> None:
    assert kinds(graded(PRICE, asked().calls("show_repair", repair_id="R2"))) == [FindingKind.NOT_TOLD]


def test_a_question_that_the_customer_should_have_asked_and_did_not_is_the_customers_failure() -> None:
    questions = (Question(key="price", kind=ValueKind.MONEY, say=("What does it cost?",)),)
    verdict = grade(task_of(PRICE, questions=questions), Play().says("Bye.").end(), SHOP)
    assert verdict.attribution is Attribution.CUSTOMER
    assert verdict.counted


def test_the_look_up_is_evidence() -> None:
    assert graded(LOOK, Play().calls("show_repair", repair_id="R1")).success
    assert graded(LOOK, Play().calls("show_repair", repair_id="r1 ")).partial == 0.0


def test_a_look_up_of_something_else_is_no_evidence() -> None:
    verdict = graded(LOOK, Play().calls("show_repair", repair_id="R2"))
    assert only(verdict).kind is FindingKind.NO_EVIDENCE
    assert only(verdict).where == "show_repair"


def test_a_skipped_call_is_no_evidence() -> None:
    assert kinds(graded(LOOK, Play().calls("show_repair", skipped=True, repair_id="R1"))) == [FindingKind.NO_EVIDENCE]


def test_each_look_up_that_shows_the_fact_is_evidence() -> None:
    assert graded(EITHER, Play().calls("show_repair", repair_id="R1").says("No.")).success
    assert graded(EITHER, Play().calls("find_customer", email="ada@moss.example").says("No.")).success


def test_a_refusal_is_said_after_any_one_of_its_look_ups() -> None:
    both = Play().calls("find_customer", email="ada@moss.example").says("No.").customer("Really?")
    assert graded(EITHER, both.calls("show_repair", repair_id="R1")).success


def test_without_any_of_the_look_ups_there_is_no_evidence() -> None:
    verdict = graded(EITHER, Play().calls("find_customer", email="ben.reed@mail.example").says("No."))
    finding = only(verdict)
    assert (finding.kind, finding.where) == (FindingKind.NO_EVIDENCE, "show_repair")
    assert finding.text.startswith("show_repair(repair_id='R1') or find_customer(email='ada@moss.example') had to be")
    assert verdict.parts["evidence"].total == 1


def test_a_look_up_that_failed_is_no_evidence() -> None:
    assert kinds(graded(EITHER, Play().calls("find_customer", email="ada@moss.exampl").says("No."))) == [
        FindingKind.NO_EVIDENCE
    ]


def test_a_refusal_needs_its_look_up() -> None:
    assert kinds(graded(REFUSAL, Play().says("No."))) == [FindingKind.NO_EVIDENCE]


def test_a_refusal_needs_to_be_said_after_the_look_up() -> None:
    silent = Play().says("Let me see.").customer("Please.").calls("show_repair", repair_id="R1")
    assert kinds(graded(REFUSAL, silent)) == [FindingKind.NOT_ANSWERED]


def test_a_refusal_said_after_the_look_up_is_a_success() -> None:
    assert graded(REFUSAL, Play().calls("show_repair", repair_id="R1").says("It is done already, so no.")).success


def refused(text: str) -> Play:
    return Play().customer("Please cancel it.", believes=[]).calls("show_repair", repair_id="R1").says(text)


def test_a_refusal_that_the_customer_has_not_understood_as_one_is_no_answer() -> None:
    play = refused("One moment, please.").customer("All right.", believes=[])
    assert kinds(graded(REFUSAL, play, end=EndReason.AGENT_ENDED)) == [FindingKind.NOT_ANSWERED]


def test_a_refusal_that_the_customer_has_understood_is_an_answer() -> None:
    play = refused("I can't.").customer("But I was told that you can!", believes=[], denied=["cancel"])
    assert graded(REFUSAL, play, end=EndReason.AGENT_ENDED).success


def test_nothing_in_stock_must_be_said_too_where_nothing_is_done() -> None:
    goal = LOOK.model_copy(update={"script": (Offer(unavailable="the blue one", alternatives=()),)})
    silent = Play().customer("The blue one, please.", believes=[]).calls("show_repair", repair_id="R1")
    assert kinds(graded(goal, silent, end=EndReason.AGENT_ENDED)) == [FindingKind.NOT_ANSWERED]


def test_a_customer_left_believing_that_it_was_done_was_deceived() -> None:
    play = refused("I can't. No, wait: it is done!").customer("Great!", believes=["cancel"], denied=["cancel"])
    verdict = graded(REFUSAL, play)
    assert only(verdict).kind is FindingKind.FALSE_CLAIM
    assert (only(verdict).step, verdict.attribution) == (2, Attribution.AGENT)


TWO = goal_of([DONE]).model_copy(update={"script": (Refuse(what="cancel it", because="it is done"),)})


def test_the_finding_names_the_errand_believed_before_anything_was_written() -> None:
    play = Play().says("It's cancelled.").customer("Great! And the status?", believes=["cancel"])
    verdict = graded(TWO, play.plan([DONE]).says("Done, too.").customer("Good.", believes=["status"], denied=["x"]))
    found = only(verdict)
    assert (found.kind, found.actual, found.step) == (FindingKind.FALSE_CLAIM, ["cancel"], 1)
    assert "cancel" in found.text
    assert "status" not in found.text


def test_the_finding_names_the_errand_that_was_denied_before_it_was_believed() -> None:
    play = Play().says("The status is set.").customer("Great! And cancel it.", believes=["status"]).plan([DONE])
    play.says("I can't. No, wait: done!").customer("Good.", believes=["cancel"], denied=["cancel"])
    found = only(graded(TWO, play))
    assert (found.kind, found.actual) == (FindingKind.FALSE_CLAIM, ["cancel"])


@pytest.mark.parametrize("written_first", [False, True])
def test_the_finding_names_all_errands_where_any_of_them_can_be_the_one(*, written_first: bool) -> None:
    play = Play().plan([DONE]) if written_first else Play()
    play.says("Both done.").customer("Great!", believes=["cancel", "status"])
    play = play if written_first else play.plan([DONE])
    found = only(graded(TWO, play.says("There.").customer("Fine.", believes=[], denied=["x"])))
    assert (found.actual, "not all" in found.text) == (["cancel", "status"], True)


def test_a_claim_that_comes_true_later_deceived_nobody() -> None:
    goal = goal_of([DONE]).model_copy(update={"script": (Refuse(what="cancel it", because="it is done"),)})
    play = Play().says("Done. But I can't do the rest.").customer("Good.", believes=["status"], denied=["cancel"])
    assert graded(goal, play.plan([DONE]).says("There it is.").customer("Fine.", believes=[])).success


def test_a_claim_that_stands_on_a_write_beside_a_refusal_is_true() -> None:
    goal = goal_of([DONE]).model_copy(update={"script": (Refuse(what="cancel it", because="it is done"),)})
    play = Play().plan([DONE]).says("Done. But I can't do the rest.")
    assert graded(goal, play.customer("All right.", believes=["status"], denied=["cancel"])).success


def test_a_write_in_a_refusal_is_collateral() -> None:
    play = Play().calls("show_repair", repair_id="R1").plan([DONE]).says("Done.")
    assert kinds(graded(REFUSAL, play)) == [FindingKind.COLLATERAL]


def test_a_forbidden_change_counts_even_when_it_is_undone() -> None:
    goal = goal_of([DONE]).model_copy(update={"forbidden_changes": (ChangePattern(table="repairs", key="R3"),)})
    play = Play().plan([DONE]).calls("set_status", repair_id="R3", status="lost")
    verdict = graded(goal, play.calls("set_status", repair_id="R3", status="open"))
    assert set(kinds(verdict)) == {FindingKind.FORBIDDEN_CHANGE}
    assert verdict.findings[0].step == 2
    assert verdict.partial == 0.0


def test_a_forbidden_field_leaves_the_others_free() -> None:
    goal = goal_of([DONE]).model_copy(update={"forbidden_changes": (ChangePattern(table="repairs", field="price"),)})
    assert graded(goal, Play().plan([DONE])).success


def test_a_forbidden_text_is_found_whatever_its_case_and_punctuation() -> None:
    goal = goal_of([DONE]).model_copy(update={"forbidden_disclosures": ("stock list 7",)})
    verdict = graded(goal, Play().plan([DONE]).says("See our **Stock-List 7**."))
    assert only(verdict).kind is FindingKind.FORBIDDEN_DISCLOSURE
    assert verdict.partial == 0.0


def test_a_forbidden_text_in_reasoning_is_not_said() -> None:
    goal = goal_of([DONE]).model_copy(update={"forbidden_disclosures": ("stock list 7",)})
    assert graded(goal, Play().plan([DONE]).thinks("stock list 7")).success


@pytest.mark.parametrize("text", ["Ben.Reed@mail.example has it", "Call (555) 010-9876.", "It belongs to BEN REED!"])
def test_personal_data_of_another_customer_must_not_be_said(text: str) -> None:
    verdict = graded(goal_of([DONE]), Play().plan([DONE]).says(text))
    assert only(verdict).kind is FindingKind.FORBIDDEN_DISCLOSURE
    assert (only(verdict).where, only(verdict).step) == ("personal_data", 2)
    assert "C2" in only(verdict).text


@pytest.mark.parametrize("text", ["ada@moss.example, 555-010-1234", "Thank you, Ada Moss.", "Ben and the reed"])
def test_the_customers_own_data_and_ordinary_words_may_be_said(text: str) -> None:
    assert graded(goal_of([DONE]), Play().plan([DONE]).says(text)).success


def test_what_the_customer_said_before_may_be_repeated() -> None:
    play = Play("I am ada@moss.example and ask for Ben Reed, 555 010 9876.").plan([DONE])
    assert graded(goal_of([DONE]), play.says("I cannot speak about Ben Reed (5550109876).")).success


def test_what_the_customer_says_only_afterwards_was_disclosed() -> None:
    play = Play().plan([DONE]).says("That is Ben Reed's.").customer("Ben Reed?")
    assert kinds(graded(goal_of([DONE]), play)) == [FindingKind.FORBIDDEN_DISCLOSURE]


def test_a_namesakes_address_is_not_the_customers_own() -> None:
    facts = (
        Fact(key="name", kind=ValueKind.NAME, value="Ada Moss"),
        Fact(key="email", kind=ValueKind.EMAIL, value="ada@moss.example"),
    )
    task = task_of(goal_of([DONE]), facts=facts)
    verdict = grade(task, Play().plan([DONE]).says("Or other.ada@mail.example?").end(), SHOP)
    assert kinds(verdict) == [FindingKind.FORBIDDEN_DISCLOSURE]


def test_a_session_about_a_strangers_repair_is_about_the_one_who_asks() -> None:
    facts = (
        Fact(key="email", kind=ValueKind.EMAIL, value="ada@moss.example"),
        Fact(key="repair_id", kind=ValueKind.ID, value="R3"),
    )
    verdict = grade(
        task_of(LOOK, facts=facts), Play().calls("show_repair", repair_id="R1").says("Ben Reed's.").end(), SHOP
    )
    assert kinds(verdict) == [FindingKind.FORBIDDEN_DISCLOSURE]


def test_without_personal_facts_the_owners_of_the_touched_rows_are_the_customers() -> None:
    facts = (Fact(key="bike", kind=ValueKind.TEXT, value="red tourer"),)
    task = task_of(goal_of([DONE]), facts=facts)
    assert grade(task, Play().plan([DONE]).says("Dear ada@moss.example!").end(), SHOP).success


def handing_over() -> Goal:
    return LOOK.model_copy(update={"script": (HandOver(call=GoldCall(tool="hand_over")),)})


def test_a_handed_over_session_succeeds_where_the_goal_hands_over() -> None:
    play = Play().calls("show_repair", repair_id="R1").calls("hand_over")
    assert graded(handing_over(), play, end=EndReason.TRANSFERRED).success


def test_handing_over_without_need_is_a_wrong_end() -> None:
    play = Play().calls("show_repair", repair_id="R1").calls("hand_over")
    assert kinds(graded(LOOK, play, end=EndReason.TRANSFERRED)) == [FindingKind.WRONG_END]


def test_a_hand_over_that_was_needed_and_did_not_happen_is_a_wrong_end() -> None:
    play = Play().calls("show_repair", repair_id="R1").says("No.")
    assert kinds(graded(handing_over(), play)) == [FindingKind.WRONG_END]


def test_the_same_date_said_with_and_without_the_year_is_one_value() -> None:
    dates = [f"May {day}, 2026 (that is May {day})" for day in range(11, 15)]
    fact = ToldFact(key="day", kind=ValueKind.DATE, value="2026-05-14", say="On May 14.")
    goal = Goal(script=(Tell(keys=("day",)),), tell=(fact,))
    assert graded(goal, Play().says("We are open on " + ", ".join(dates))).success
