"""Cues of a language that tell what a message says no to of several things, and what it goes on with."""

import re
from dataclasses import dataclass


@dataclass(frozen=True)
class PartCues:
    """Regular expressions over parts of a clause, case ignored."""

    stands_between: re.Pattern[str]
    """Stands between what is said of one thing and what is said of another."""
    joins: re.Pattern[str]
    """Joins two sentences, or two things of one sentence."""
    says: re.Pattern[str]
    """Is there in a part that says something, and does not only name."""
    no: re.Pattern[str]
    """Says no to something, leaves it out, or leaves it where it is."""
    firm_no: re.Pattern[str]
    """Says that something cannot be done, or is not."""
    no_matter: re.Pattern[str]
    """A no that refuses nothing: that something was not used, does no harm, does not go at the same time."""
    of_later: re.Pattern[str]
    """Speaks of what comes after that which is proposed."""
    postpones: re.Pattern[str]
    """Puts something off to be dealt with after the rest."""
    points_back: re.Pattern[str]
    """Begins what is said of the thing that was named before."""
    belongs: re.Pattern[str]
    """Says of something that it is one of those of which a rule was told before."""
    alone: re.Pattern[str]
    """Says that nothing else goes along."""
    the_other: re.Pattern[str]
    """Means one of several things, or what remains of them, without naming it."""
    along: str
    """Does one of `{deeds}` with one of `{own}` and one of `{others}`, or the other way round; to be filled."""
    whole: str
    """Does one of `{deeds}` with all that there is; to be filled."""
    and_also: str
    """Joins one thing of a kind to another."""
    crossed_out: re.Pattern[str]
    """A sign that stands for a no."""
    ticked: re.Pattern[str]
    """A sign that stands for a yes."""


def _of(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


_AND_ALSO = r",? (?:and(?: also)?|plus|as well as|along with|together with|&) "
_NOT = r"(?:\b(?:not|never|no|cannot|without|neither|nor)\b|n['\u2019]t\b)"
ENGLISH = PartCues(
    stands_between=_of(
        r"[,;:|\u2013\u2014]|\s-\s|\b(?:but|however|while|whereas|although|though|because|since)\b"
        r"|\b(?=(?:without|except|excluding|minus|leaving|instead of|rather than)\b)|\band (?=not\b)"
    ),
    joins=_of(r"(?<=\))\s*(?:and|&)\s|\s(?:and|&|so)\s"),
    says=_of(
        r"\b(?:is|are|was|were|be|has|have|had|can|could|may|might|will|would|shall|should|does|do|keeps?|stays?"
        r"|remains?|leave|goes|go|comes?|returns?|cannot|falls?|counts?|qualif\w+)\b|n['\u2019]t\b|['\u2019]ll\b|\)"
    ),
    no=_of(
        r"\b(?:not|no|never|cannot|neither|nor|unable|impossible|without|except(?:ed|ing|ion)?|exclud\w+|minus|exempt"
        r"|declin\w+|den(?:y|ied)|refus\w+|reject\w+|barred|ineligible|non[- ]?(?:returnable|refundable|exchangeable)"
        r"|(?:rul(?:es?|ed|ing)|leave|leaving|left|stays?|is) out|outside|past|beyond|too late|late for|expired|elapsed"
        r"|lapsed|closed|passed|ended|over|final|keep(?:s|ing)?|kept|stays?|staying|remains?|leave|leaving|left"
        r"|drop(?:ped)?|yours|afraid|unfortunately|regrettably|sadly)\b|n['\u2019]t\b"
    ),
    firm_no=_of(
        r"\b(?:cannot|unable|impossible|excluded|no longer|too late|stays?|remains?|(?:can|will|would|may)(?: \w+)? not"
        r"|not (?:\w+ )?(?:possible|eligible|an option|able|open|allowed|covered|included|cancellable)|no)\b"
        r"|\b(?:ca|wo|would|could)n['\u2019]t\b|^(?=.*n['\u2019]t\W*$)|\bnot\W*$|^\W*not\b"
        r"|\bwill (?:now |still |simply |then )?be delivered\b|\bcontinues (?:on )?its way\b"
    ),
    no_matter=_of(
        rf"{_NOT}(?: \w+){{0,5}}? (?:final sale|problem|issue|trouble|matter|fee|cost|charge|reason|restrictions?"
        r"|objection|opened|unpacked|used|worn|washed|damaged|broken|faulty|needed|wanted|need|want|like|fit|affect\w*"
        r"|only|yet|at once|together|at the same time|in one go|both|(?:this|the same) step|undone|reversed|revoked"
        r"|shipped|dispatched|sent|processed|left|packed|picked|carrier|courier)\b"
        r"|\b(?:stays?|remains?|keep|leave|leaving)\b[^,;.]*\bfor (?:now|the moment)\b"
    ),
    of_later=_of(
        r"\b(?:afterwards?|later on|from then on|(?:after|once) (?:that|this|it|the (?:split|change|exchange|swap"
        r"|switch|return|cancellation|refund|update|request|submission))(?: is| has been)?)\b"
    ),
    postpones=_of(
        r"\bnext\W*$|\bnext,? (?:we|i)\b|\b(?:later|afterwards?|after (?:that|this)|separately|another time"
        r"|for (?:now|the moment)|in a moment|in a second step|then (?:we|i)|turn to|come (?:back )?to)\b"
        r"|\b(?:now|first)\b.*\bthen\b"
    ),
    points_back=_of(r"^\W*(?:(?:and|but|so|sadly|unfortunately|as)\W+)?(?:it|its|this|that|they|these|those)\b"),
    belongs=_of(
        r"\b(?:(?:is|was|being) (?:one|such|among)\b|(?:one|some) of (?:them|those|these)|such (?:an?|items?|products?)"
        r"|belongs?|counts?|falls?|applies|apply|goes for|includes?|including"
        r"|covers|concerns|affects|that kind|this kind)\b"
    ),
    alone=_of(r"\b(?:only|just|alone|solely|by itself|by themselves|on (?:its|their) own)\b"),
    the_other=_of(
        r"\b(?:the (?:rest|others?|remaining)|(?:the|your) (?:other|remaining|second|first) (?:\w+ )?(?:items?|ones?"
        r"|things?|products?|pieces?|articles?|orders?)|one of (?:them|the(?:se|m)?|your|those))\b"
    ),
    along=r"\b(?:{deeds})\b(?: (?:of|both|the|your|all))*(?: (?!(?:for|with|by|to|from|of)\b)[\w-]+){{0,2}}? "
    rf"(?:(?:{{own}})(?: \([^()]*\))?{_AND_ALSO}(?:the |your |an? )?(?:[\w-]+ ){{{{0,2}}}}?(?:{{others}})"
    rf"|(?:{{others}})(?: \([^()]*\))?{_AND_ALSO}(?:the |your |an? )?(?:[\w-]+ ){{{{0,2}}}}?(?:{{own}}))\b",
    whole=r"\b(?:{deeds})\b (?:back )?(?:everything|all (?:of )?(?:the )?items|the (?:whole|entire|complete) order"
    r"|all of it)\b",
    and_also=_AND_ALSO,
    crossed_out=_of("[\u274c\u274e\u2716\u2717\u2718\u2715\u26d4\U0001f6ab\U0001f6d1\U0001f44e]"),
    ticked=_of("[\u2705\u2714\u2713\u2611\U0001f44d\U0001f7e2]"),
)
