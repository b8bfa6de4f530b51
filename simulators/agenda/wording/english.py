"""The English pack: two sets of wordings that share no sentence."""

import re

from simulators.agenda.wording import (
    asides_a,
    asides_b,
    english_a,
    english_b,
    presses_a,
    presses_b,
    small_talk_a,
    small_talk_b,
    terse_a,
    terse_b,
)
from simulators.agenda.wording.pack import Pack, Wordings

_A = Wordings(
    plain=english_a.PLAIN,
    terse=terse_a.TERSE,
    presses=presses_a.PRESSES,
    waiting=presses_a.WAITING,
    fact=("my {label} is {value}", "the {label} is {value}"),
    correction=("the right {label} is {value}", "the {label} should be {value}"),
    want=("the {label} should be {value}",),
    answered=("OK, thanks.", "Thanks, that helps.", "I see, thanks.", "Good to know, thanks.", "Thanks for looking."),
    grudging=("Yes, all right, put it that way, then.", "Yes, fine, if it has to be put like that."),
    keeps_to=("No, I want it as I asked.", "No, I'd still like what I asked for.", "No, please do it the way I asked."),
    at_length=("That's a lot at once. How would it work?", "That was a lot to read. What changes in short?"),
    whole=("{value}", "well, {value}", "because {value}", "you see, {value}"),
    asides=asides_a.ASIDES,
    small_talk=small_talk_a.SMALL_TALK,
)
_B = Wordings(
    plain=english_b.PLAIN,
    terse=terse_b.TERSE,
    presses=presses_b.PRESSES,
    waiting=presses_b.WAITING,
    fact=("for the {label} I have {value}", "{value} is my {label}"),
    correction=("the {label} has to be {value}", "{value} is the right {label}"),
    want=("I'd like {value} as the {label}",),
    answered=("Right, thank you.", "Ah, thank you.", "Thank you, noted.", "That's useful, thank you.", "Many thanks."),
    grudging=("Yes, if you say so, have it your way.", "Yes, well, call it that if you must."),
    keeps_to=("No, that's not what I came for.", "No, I stand by what I asked.", "No, my wish is the same."),
    at_length=("There's so much in there. Could you put it simply?", "My head is spinning. What comes of it, briefly?"),
    whole=("it's just that {value}", "simply put, {value}", "the thing is, {value}", "the fact is that {value}"),
    asides=asides_b.ASIDES,
    small_talk=small_talk_b.SMALL_TALK,
)
_LINKS = re.compile(
    r"^(?:(?:and )?then,? |and "
    r"|(?:also|besides|another thing|a further thing|one more thing|while [\w' ]{3,20})[,:] )(?=\S)",
    re.IGNORECASE,
)
_GOES_ON_FROM_NO = re.compile(
    r"(?:then|wait|hm|in that case|on second thoughts?|it (?:isn['\u2019]t|was|had|would)|forget it"
    r"|leave it|I (?:wouldn['\u2019]t|had|was|['\u2019]d only)|only)\b",
    re.IGNORECASE,
)
_ONCE = re.compile(
    r"\b(?:then|well|anyway|thanks|thank you|all right|understood|that['\u2019]s all|leave (?:it|that))\b",
    re.IGNORECASE,
)
ENGLISH = Pack(
    sets={"a": _A, "b": _B},
    and_=" and ",
    that=("that {noun}", "those {noun}"),
    once=_ONCE,
    no="No",
    goes_on_from_no=_GOES_ON_FROM_NO,
    links=_LINKS,
)
