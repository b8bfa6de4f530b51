"""What agents of the shop must not ask for, and how they would suggest the reasons for a cancellation."""

from domains.kit.lexicon import phrases

_ALL_OF = r"(?:full|complete|entire|whole|long)"
_ON_CARD = r"(?= (?:of|on|from) (?:the (?:front|face) of )?(?:your|the) (?:\w+ )?card\b)"
_ON_BACK = r" (?:(?:that |which )?(?:is|are) )?(?:printed )?(?:on|at|from) the (?:back|rear|reverse)"
SECRETS = (
    r"(?:passwords?|pass ?codes?|passphrase)",
    rf"{_ALL_OF} (?:\w+ )?card numbers?",
    rf"{_ALL_OF} numbers?{_ON_CARD}",
    rf"(?:{_ALL_OF} )?(?:16|sixteen)[- ]digit (?:\w+ )?(?:card )?numbers?",
    r"(?:16|sixteen) digits",
    r"card numbers? in full",
    r"(?:credit|debit|bank) card numbers?",
    r"(?:(?:three|3)[- ]digit )?security (?:code|number)s?",
    r"(?:card )?verification (?:code|number|value)s?",
    r"cv[vc]2?(?:s|[- ](?:code|number))?",
    r"(?:three|3)[- ]digit (?:security |verification |card )?codes?",
    r"(?:(?:last )?(?:three|3) digits|(?:three|3)[- ]digit number)" + _ON_BACK,
    r"(?:code|number|digits)" + _ON_BACK + r" of (?:the|your) (?:\w+ )?card",
    r"(?:one[- ]time|access|login|log-?in) (?:pass)?codes?",
    r"code (?:that )?(?:we|i) (?:have )?(?:just )?(?:sent|texted|e-?mailed)(?: (?:to )?you)?",
    r"(?:(?:four|4)[- ]digit )?(?:(?:secret|bank|account) )?pin(?: number)?(?! codes?\b)",
)
"""What is asked of nobody, as it is called."""
SECRET_WORDS = phrases(
    "password; passwords; pass; passcode; passcodes; passphrase; number; numbers; digit; digits; code; codes; value; "
    "values; cvv; cvvs; cvc; cvcs; cvv2; cvc2; otp; pin"
)
_ORDER = (
    r"(?: (?:it|this|that|them|these|those|(?:this |that )?one|any of it|all of it|(?:the|this|that|your) (?:whole "
    r"|entire )?(?:order|purchase|goods|parcel)|(?:order )?r\d{6}))"
)
_BY_MISTAKE = r"(?:by mistake|by accident|in error|accidentally|mistakenly|by error)"
_NOT_ANY_MORE = r"(?: any ?more| any longer| after all)"
SUGGESTED = {
    "no longer needed": (
        r"\b(?:you (?:simply |just |really |perhaps |maybe )*(?:no longer|do not|did not|not)|do not you) "
        rf"(?:really |actually )?(?:need|require){_ORDER}{_NOT_ANY_MORE}?(?=\W*$|[,?!.:;)]| or\b)",
        r"(?:(?<!items )(?<!things )(?<!ones )no longer (?:needed|required|necessary))",
        rf"\bnot (?:needed|required)(?:{_NOT_ANY_MORE})",
    ),
    "ordered by mistake": (
        rf"\b(?:order(?:ed)?|placed|bought|purchased|made)(?:{_ORDER})? {_BY_MISTAKE}",
        rf"\b{_BY_MISTAKE} (?:ordered|placed|bought)",
        r"\b(?:was|is) (?:it|this|that|(?:the|this|your) order)"
        rf"(?: (?:ordered|placed|made|done|just|simply))* {_BY_MISTAKE}",
        r"\b(?:was|is) (?:the|this|your) order(?: just| simply)? (?:a mistake|an accident)",
        r"\bmistaken order",
    ),
}
"""The reasons for which an order can be cancelled, as they are put to somebody who has given none."""
SUGGESTING_WORDS = phrases(
    "need; needed; require; required; necessary; mistake; accident; error; accidentally; mistakenly; mistaken"
)
GIVES_A_REASON = phrases(
    "mistake; mistaken; mistakenly; accident; accidental; accidentally; error; erroneously; oops; whoops; twice; "
    "double; duplicate; meant to; did not mean; didn't mean; intend; unintentionally; inadvertently; changed my mind; "
    "no longer; longer need; any more; anymore; not needed; unneeded; no need; no use; don't need; do not need; "
    "dont need; needn't; don't want it; do not want it; don't want them; unwanted; because; since; reason; cheaper; "
    "expensive; afford; price; money; elsewhere; another shop; other shop; another store; found; slow; too late; "
    "too long; takes; delay; gift; bought; got one; have one; already"
)
"""Customers who say why they cancel an order use one of these, whatever the reason."""
