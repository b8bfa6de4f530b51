"""When a fact has been told: clearly, whatever was listed before, and not by saying all that it could be."""

import random

import pytest

from app.grading.verdict import Finding, FindingKind
from tests.app.grading.asked_for import DAY, asked, told, verdict
from tests.app.grading.bike_shop import kinds, only

TABLE = "Your orders:\n" + "\n".join(f"- Order {number}: tyres ${number}3.10" for number in range(1, 11))


def untold(*messages: str) -> Finding:
    play = asked()
    for message in messages:
        play.says(message).customer("All right.")
    found = verdict(play)
    assert kinds(found) == [FindingKind.NOT_TOLD]
    return only(found)


ANSWERS = (
    "It is $45.",
    "So it's **$45.00** in total.",
    "You paid $45 for both.",
    "The lamp and the bell came to $45.00.",
    "Together they were 45 dollars.",
    "That makes $45.00.",
    "The sum is $45, as far as I can see.",
    "$45.00",
    "Sure: $30.00 for the lamp and $15.00 for the bell, so $45.00 together.",
)


@pytest.mark.parametrize("answer", ANSWERS)
def test_a_clear_answer_tells_it(answer: str) -> None:
    assert told(answer)


@pytest.mark.parametrize("answer", ANSWERS)
def test_a_clear_answer_tells_it_after_a_table(answer: str) -> None:
    assert told(TABLE, answer)


@pytest.mark.parametrize("answer", ANSWERS)
def test_a_clear_answer_tells_it_after_several_small_tables(answer: str) -> None:
    small = [
        "\n".join(f"- {thing} {number}: ${number}{row}.80" for row, thing in enumerate(("Tube", "Tyre", "Grip", "Cap")))
        for number in range(1, 5)
    ]
    assert told(*small, answer)


def test_a_clear_answer_tells_it_beside_a_table() -> None:
    assert told(f"{TABLE}\n\nFor the lamp and the bell together you paid $45.00.")


def test_a_labelled_line_of_a_bill_tells_it() -> None:
    rows = "\n".join(f"- tube {row}: $1{row}.10" for row in range(7))
    assert told(f"Here is the bill:\n{rows}\n- lamp and bell together: $45.00")


@pytest.mark.parametrize(
    "answer",
    [
        "There remains a gap: $45 is what it came to, with $5 for the post.",
        "It is $45.00, or $57.00 with express shipping.",
        "$20.00, $15.00, $10.00 and $45.00 in total.",
    ],
)
def test_any_answer_tells_it_while_few_values_have_gone_by(answer: str) -> None:
    assert told("Tubes are $10, tyres $20.", answer)


def test_other_values_after_it_leave_it_told() -> None:
    play = asked().says("You paid $45.00 for both.").customer("And the tyre?", asked=["tyre"])
    play.says("It is $20.").customer("And the tube?", asked=["tube"]).says("Actually, it is $5.").customer("Fine.")
    assert verdict(play).success


def test_another_wish_after_it_leaves_it_told() -> None:
    play = (
        asked().says("It is $45.00.").customer("Good. I'd like to bring back the saddle.").says("It would be $20.00.")
    )
    assert verdict(play).success


def test_bills_of_other_orders_after_it_leave_it_told() -> None:
    assert told("Order one:\n- Total: $45.00", "Order two:\n- Total: $60.00\n- Post: $4.50")


def test_a_mistake_in_another_thing_leaves_it_told() -> None:
    assert told("You paid $45.00 for both.", "I made a mistake: the repair of the saddle costs $60.00.")


@pytest.mark.parametrize(
    "messages",
    [
        ("It is $54.", "Sorry, I was wrong: it is $45."),
        ("You paid $54.00 for both.", "Correction: you paid $45.00 for both."),
        ("It's not $54 but $45.",),
        ("It is $54, or rather $45.",),
        ("It is $54. No, wait, it is $45.",),
        ("It is $54.", "It is $45."),
        ("It is $45.", "It is $54.", "No, it is $45 after all."),
        ("The price went from $40 to $45.",),
        ("It is not more than $45, and not less either: $45.",),
    ],
)
def test_a_correction_tells_what_stands_last(messages: tuple[str, ...]) -> None:
    assert told(*messages)


@pytest.mark.parametrize(
    "messages",
    [
        ("It is $45.", "Sorry, I was wrong: it is $54."),
        ("You paid $45.00 for both.", "Correction: you paid $54.00 for both."),
        ("You paid $45.00 for both.", "I misread that. It is $54.00."),
        ("It is $45. No, wait, it is $54.",),
        ("It is $45, or rather $54.",),
        ("It is $45.", "It is $54."),
        ("You paid $45.00 for the lamp and the bell.", "You paid $54.00 for the lamp and the bell."),
        ("It is $45.", "It is not $45, it is $54."),
        ("It is $45.", "I am afraid that was wrong. I cannot see it."),
    ],
)
def test_what_is_taken_back_is_not_told(messages: tuple[str, ...]) -> None:
    assert "taken back" in untold(*messages).text or "denied" in untold(*messages).text


@pytest.mark.parametrize(
    "message",
    [
        "It is not $45.",
        "You didn't pay $45.00.",
        "It's $54 rather than $45.",
        "It is $54 instead of $45.",
        "It is $45 or $54.",
        "It is either $54 or $45.",
        "It is $44, $45 or $46.",
        "It is $44, $45, $46 and $47.",
        "One of $44, $45 and $46.",
        "Maybe $44, $45, $46.",
        "It is between $45 and $54.",
        "It is $45-54, that is $45.00-$54.00.",
        "It is anywhere from $40 to $45.",
        "It is $40 to $45.",
    ],
)
def test_what_is_denied_or_left_open_is_not_told(message: str) -> None:
    assert not told(message)


def test_a_date_that_is_left_open_is_not_told() -> None:
    assert told("It came on March 3.", goal=DAY)
    assert told("It was not delivered until March 3, 2026.", goal=DAY)
    assert told("You can send it back from March 3 to April 2, 2026.", goal=DAY)
    assert not told("It came on March 2 or 3, 2026.", goal=DAY)
    assert not told("It came on March 2 or on March 3.", goal=DAY)
    assert not told("It did not come on March 3.", goal=DAY)


def test_a_value_in_a_list_of_more_than_five_is_not_told() -> None:
    assert "more than 5" in untold("Here: " + "; ".join(f"a thing for ${row}.00" for row in range(41, 47))).text


def test_a_value_among_five_is_told() -> None:
    assert told("$41, $42, $43 and $44 before, $45 now, so $45.")


COMPARED = (
    "The goods are $33.00. With express at $12.00 in place of standard at $4.50, it comes to **$45.00** in all, which"
    " is $7.50 more than the $37.50 you've paid.",
    "The lamp is $30.00 instead of $32.00, the bell $15.00 rather than $16.00, so $45.00, $3.00 less than $48.00.",
)


@pytest.mark.parametrize("answer", COMPARED)
def test_amounts_that_it_is_only_compared_with_are_none_that_it_could_be(answer: str) -> None:
    assert told(answer)


def test_an_amount_that_another_is_compared_with_is_not_told_by_that() -> None:
    rows = "; ".join(f"one is $1.00 more than the ${row}.00" for row in range(41, 47))
    assert not told(f"Here: {rows}.")


FRAMES = (
    "It is {}.",
    "You paid {} for the lamp and the bell.",
    "Together that makes {}.",
    "- Price: {}",
    "The lamp and bell: {}",
)


@pytest.mark.parametrize("frame", FRAMES)
@pytest.mark.parametrize("many", [1, 2, 3, 5])
def test_values_that_are_tried_one_message_after_the_other_are_not_told(frame: str, many: int) -> None:
    wrong = [f"${number}.00" for number in range(50, 70)]
    for position in range(many):
        last = wrong[15 : 15 + many - 1]
        last.insert(position, "$45.00")
        tries = [wrong[at : at + many] for at in range(0, 15, many)]
        assert not told(*(frame.format(", ".join(values)) for values in (*tries, last)))


def test_values_that_are_tried_in_changing_words_are_not_told() -> None:
    rng = random.Random(7)
    for _ in range(20):
        wrong = [rng.choice(FRAMES).format(f"${number}.00") for number in range(50, 65)]
        assert not told(*wrong, rng.choice(FRAMES).format("$45.00"))


def test_values_that_are_tried_in_one_message_are_not_told() -> None:
    lines = [f"You paid ${number}.00 for both." for number in range(38, 48)]
    assert "more than 5" in untold("\n".join(lines)).text


def test_a_guess_that_others_follow_is_not_told() -> None:
    assert not told("It is $44.", "It is $45.", "It is $46.")


def test_a_table_that_is_read_out_line_by_line_tells_none_of_its_lines() -> None:
    lines = [f"Line {row}: $5{row}.10, $5{row}.20 and $5{row}.30." for row in range(4)]
    assert not told(*lines, "Line 5: $45.00 and $46.00.")


def test_records_that_are_read_out_tell_nothing() -> None:
    rows = [f'{{"id": "B{row}", "paid": "${row}7.10", "price": "${row}8.20", "fee": "${row}9.30"}}' for row in range(6)]
    assert not told(*rows, '{"id": "B7", "paid": "$45.00", "price": "$77.20"}')
