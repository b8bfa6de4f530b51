"""A customer of the bicycle shop who asks what two things cost together, or when something came, and what is told."""

from app.engine.events import EndReason
from app.grading.grader import grade
from app.grading.verdict import Grade
from domains.kit.goal import Goal, Tell, ToldFact
from domains.kit.scenario import Question
from domains.kit.values import ValueKind
from tests.app.grading.bike_shop import SHOP, Play, task_of

ASKS = "How much did I pay for the lamp and the bell together?"
PAID = Goal(
    script=(Tell(keys=("both_paid",)),),
    tell=(
        ToldFact(
            key="both_paid",
            kind=ValueKind.MONEY,
            value="4500",
            say="You paid $45.00 for the lamp and the bell together.",
        ),
    ),
)
QUESTION = Question(key="both_paid", kind=ValueKind.MONEY, say=(ASKS,))
DAY = Goal(
    script=(Tell(keys=("delivered_on",)),),
    tell=(ToldFact(key="delivered_on", kind=ValueKind.DATE, value="2026-03-03", say="It came on March 3, 2026."),),
)


def asked(goal: Goal = PAID) -> Play:
    (fact,) = goal.tell
    return Play().says("How can I help?").customer(ASKS if goal is PAID else "When did it come?", asked=[fact.key])


def verdict(play: Play, goal: Goal = PAID) -> Grade:
    return grade(task_of(goal, questions=(QUESTION,)), play.end(EndReason.CUSTOMER_DONE), SHOP)


def told(*messages: str, goal: Goal = PAID) -> bool:
    """Whether these messages tell it, with a customer who only nods between them."""
    play = asked(goal)
    for message in messages:
        play.says(message).customer("All right.")
    return verdict(play, goal).success
