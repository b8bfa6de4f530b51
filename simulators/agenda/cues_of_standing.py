"""Cues of a language that tell how things stand, and whether somebody owns to that or doubts it."""

import re
from dataclasses import dataclass


@dataclass(frozen=True)
class StandingCues:
    """Regular expressions over a clause, case ignored."""

    so_already: re.Pattern[str]
    """Says that something is as it should be already, or that nothing needs changing."""
    stays_with: re.Pattern[str]
    """Says with what, or with whom, something stays."""
    stays_with_you: re.Pattern[str]
    """Says that something stays with the customer."""
    asks_if_stays: re.Pattern[str]
    """Asks whether something stays."""
    still: re.Pattern[str]
    """Says that something goes on as it is, or that it is too late for it."""
    in_stock: re.Pattern[str]
    """Says that something is to be had now."""
    is_there: re.Pattern[str]
    """Tells what there is of something."""
    only: re.Pattern[str]
    """Tells that there is nothing beside it."""
    listed: re.Pattern[str]
    """Stands between what is told of one thing that there is and what is told of another."""
    apart_from: re.Pattern[str]
    """Sets apart what the customer has, or what was named before."""
    yours: re.Pattern[str]
    """Speaks of what the customer has, or of what something was."""
    asks_if_come: re.Pattern[str]
    """Asks whether something has come."""
    is_now: re.Pattern[str]
    """Says what the customer's own is from now on."""
    not_come: re.Pattern[str]
    """Says, in the customer's words, that something has not come, and wants nothing else done."""
    on_its_way: re.Pattern[str]
    """Says that something is being delivered."""
    mistaken: re.Pattern[str]
    """Owns that what was told is not so."""
    stands_by: re.Pattern[str]
    """Says once more that something is as it was told."""
    unsure: re.Pattern[str]
    """Stands before what is not so, or not known to be."""


def _of(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


_OWN = r"\byour (?:\w+ )?(?:account|profile|e-?mail|address|(?:phone )?number)\b"
_CARRIER = (
    r"(?:the|our|a|your) (?:\w+ )?(?:carriers?|couriers?|(?:parcel|delivery|shipping) (?:service|company|partner))"
)
ENGLISH = StandingCues(
    so_already=_of(
        r"\balready\b(?! (?:been )?(?:\w+ly )?(?:changed|used|had|made|done|left|shipped|sent|processed|returned"
        r"|exchanged|dispatched|cancell?ed|moved|redirected)\b)(?! (?:on|under) (?:its|the|their) way)"
        r"|\b(?:nothing|no need) (?:(?:left|more|else|there) )?to (?:be )?chang(?:e|ed)\b"
        r"|\bno changes? (?:is |are |was )?(?:needed|necessary|required)\b|\bnothing needs (?:to be )?chang(?:ing|ed)\b"
    ),
    stays_with=_of(r"\b(?:stay|remain)(?:s|ing)? (?:with|at|on|by|as|in|set to)\b(?!.*\b(?:until|till|unless|if)\b)"),
    stays_with_you=_of(r"\b(?:stay|remain)(?:s|ing)? with (?:you|u)\b"),
    asks_if_stays=_of(
        r"\b(?:do|does|should|shall|may|can|will|would) (?:that|it|this|they|those|(?:the|your) [\w-]+) (?:\w+ )?"
        r"(?:stay|remain)\b"
    ),
    still=_of(
        r"\b(?:will|would|['\u2019]ll|does|do) (?:still|continue to|remain|stay|keep)\b|\bstill go(?:es)?\b"
        r"|\btoo late\b|\b(?:cannot|can['\u2019]t|can no longer|won['\u2019]t|will not)\b"
    ),
    in_stock=_of(
        r"(?:\b(?:is|are)|['\u2019](?:s|re))(?: (?!not\b|never\b)\w+){0,3} (?:in stock|available|to be had|there)\b"
        r"(?! (?:again|from|once|when|as soon|later|until|in \w+ (?:days?|weeks?))\b)"
    ),
    is_there=_of(
        r"\b(?:comes? in|available|in stock|on offer|offered|to be had|obtainable|there(?:['\u2019]s| is| are"
        r"| would be)"
        r"|(?:we|i)(?:['\u2019]ve| (?:do |would |could )?(?:have|got|carry|stock|offer))|(?:options|choices"
        r"|alternatives"
        r"|versions|variants) (?:are|would be)|left|exists?|remain(?:s|ing)?)\b"
    ),
    only=_of(r"\b(?:only|just|down to|solely|exclusively|nothing (?:but|other than)|limited to|no other than)\b"),
    listed=_of(r"[;!?\n]|[.](?!\d)|\s[\u2013\u2014]\s|,? (?:but|while|whereas|and in)\b|, (?=in\b)"),
    apart_from=_of(
        r"(?:\b(?:apart from|besides?|except(?: for)?|other than|in addition to)\b|\bnot counting\b)"
        r"[^,;.?!]*?\b(?:you|yours?)\b[^,;.?!]*"
    ),
    yours=_of(
        r"\b(?:you(?:r|rs)?|was|were|ordered|bought|paid|not|no|none|never|cannot|gone|out of|sold)\b|n['\u2019]t\b"
    ),
    asks_if_come=_of(
        r"(?:\b(?:not|never|nothing|has|have|did|is|was)\b|n['\u2019]t\b)[^?]{0,60}?\b(?:arrived?|come|came|reach(?:ed)?"
        r"|turn(?:ed)? up|shown? up|received?|delivered|got)\b[^?]*\?"
    ),
    is_now=_of(rf"{_OWN}.*\b(?:now|from now on|has been|changed|updated|replaced)\b|\b(?:now|from now on)\b.*{_OWN}"),
    not_come=_of(
        r"^(?!.*\b(?:want|like|please|cancel|refund|return|change|money)\b)"
        r".*(?:\b(?:not|never|nothing)\b|n['\u2019]t\b)(?: \w+){0,3}?"
        r" (?:arrived?|come|came|reach(?:ed)?|turn(?:ed)? up|shown? up|received?|been delivered|got here)\b"
    ),
    on_its_way=_of(
        r"\bon (?:its|the|their) way(?! back\b)|\bin transit\b|\ben route\b|\bout for delivery\b"
        r"|\b(?:is|are|it['\u2019]s)(?: \w+){0,2} (?:travell?ing|under ?way)\b"
        rf"|\b(?:with|at|to|by) {_CARRIER}|\b{_CARRIER} (?:now |already |currently )?(?:has|have|is|are)\b"
        r"|\bhas (?:already |just )?left (?:us|our (?:shop|store|warehouse|hands))\b"
        r"|\b(?:has|have) (?:already |just )?been (?:shipped|sent|dispatched)\b"
    ),
    mistaken=_of(r"\b(?:you(?:['\u2019]re| are) right|mistake\w*|i was wrong|my (?:error|fault))\b"),
    stands_by=_of(
        r"\b(?:i(?:['\u2019]m| am)|quite|absolutely|very|pretty) (?:sure|certain)\b|(?:\bhave|['\u2019]ve) checked\b"
        r"|\bthat(?:['\u2019]s| is) (?:just )?(?:it|how it is|the thing)\b"
    ),
    unsure=_of(
        r"\b(?:if|whether|unless|until|once|before|when|as soon as|never|no longer|should|could|might|may|ask|check|"
        r"contact|speak|talk)\b|\bnot (?:yet )?(?:been )?(?:\w+ )?$|n['\u2019]t (?:\w+ ){0,2}$"
    ),
)
