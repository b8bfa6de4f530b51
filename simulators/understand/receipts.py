"""A change told as what has come of it: the state it has led to, and where or how things go from now on."""

from simulators.understand.clauses import Sentence
from simulators.understand.words import expression

_RECEIPT = expression(
    r"(?:(?:okay|ok|great|perfect|good news|excellent|wonderful|alright|all right|thank you|thanks|and)[,!:. -]+)*"
    r"(?:(?:and )?(?:here (?:it is|you are|you go)|as promised|as you asked)(?: in writing| again)?[:,] )?(?:"
    r"(?:your |the |this |that )(?:(?!status\b)\w+ )?(?:returns?|exchange|swap|split|refund|cancellation"
    r"|changes?|request|transfer"
    r"|booking|update|redirection)\b(?: (?:of|for|from|to|on) [^,;:?]{1,60}?)? (?:is|are) (?:now |all "
    r"|both )*(?:set up|registered|in place"
    r"|in the books|arranged|submitted|filed|requested(?=[.!,;:]|$| with\b)"
    r"|in(?=[.!,;:]))(?! (?:on|since|for when|once|when|if|as soon as|after|before|until"
    r"|unless|upon|automatically|in \w+ (?:steps?|stages?|parts?)|by (?:an?|our|the))\b)"
    r"|(?:your |the |this |that )(?:returns?|exchange|swap|cancellation|change) (?:is|are) (?:now |all |already )*"
    r"(?:on (?:its|their) way|under ?way|in motion)(?! (?:to|back|from|on|since|once|when|if|as soon as|after)\b)"
    r"|(?:your |the |this |that )(?:\w+ )?(?:returns?|exchange|swap|split|refund|cancellation|changes?|request|update)"
    r" (?:(?:has|have) (?:now |just )?gone|(?:just )?went) through\b(?! (?:on|in) \w+ \d)"
    r"|(?:it|that|everything) is (?:all |now )*(?:settled|arranged|in place|registered"
    r"|through(?: (?:now|as well|too|also))?(?! (?:the|your|to)\b))(?=[.!,:;]|$)"
    r"|(?:returns?|exchange|swap|split|refund|cancellation|redirection) (?:is|are) in the books\b"
    r"|(?:your |the )?(?:order |booking )?#?\w*\d\w* (?:is|are) (?:now )?cancell?ed and\b"
    r"|(?:your |the )?(?:\w+ )?#?\w*\d?\w* is now (?:heading|going|headed|addressed) to (?:\d|your new))"
)
"""A change told as the state it has led to; what is then to come does not count against it."""
_NOW_GOES = expression(
    r"(?:[\w' ]{1,30}[,!:.] )?(?:your |the )?(?:order |parcel )?#?\w*\d\w* now (?:goes|ships|travels|heads|comes)"
    r" (?:to (?:\d|your new)|(?:by|via|with) (?:express|standard|pick))(?!.*\b(?:would|will|if|once|instead of)\b)"
    r"|(?:[\w' ]{1,30}[,!:.] )?(?:(?:your |the )?(?:order |parcel )?#?\w*\d\w*|the order|it) (?:is|goes|ships|travels)"
    r" (?:on|by|via|with) (?:express|standard|pick-?up)(?: \w+)? now(?=[.,;:!]|$| and\b)"
)
"""Where or how something now goes: before a proposal, how things stand."""
_FROM_NOW = expression(
    r"(?:(?:okay|ok|great|perfect|thank you|thanks|done|all done|so|and)[,!:. -]+)*(?:your |the |this |that )?"
    r"(?:(?:refund|money|order|parcel|delivery|shipping|exchange|it)\b|#?\w*\d\w*|\$[\d.]+)"
    r"(?: (?:of|for|from|on|in|order) [^,;:?]{1,50}?| #?\w*\d\w*)* (?:will|is going to) now (?:go|ship|be (?:paid|sent"
    r"|refunded|credited|delivered|shipped|redirected|dispatched|posted))(?: back)? (?:(?:to|onto|on) (?:your|\d|an? "
    r"|the (?:new|other|gift|card|wallet|address))|(?:by|via|with|as) (?:express|standard|courier|pick))"
    r"(?!.*\b(?:if|unless|until|not|(?:once|when|after|as soon as) (?:you|i))\b)"
)
"""What from now on will happen, because it has been changed."""


def starts_now(sentence: Sentence) -> bool:
    """Whether it says what will happen from now on: "the refund will now be paid to your gift card"."""
    return "now" in sentence.vocabulary and not sentence.question and _FROM_NOW.match(sentence.plain) is not None


def is_receipt(sentence: Sentence) -> bool:
    """Whether it begins with the state that a change has led to: "the return is set up"."""
    return not sentence.question and begins_as_receipt(sentence.plain)


def begins_as_receipt(plain: str) -> bool:
    """The same of a text in lower case."""
    return _RECEIPT.match(plain) is not None


def now_goes(sentence: Sentence) -> bool:
    """Whether it says where or how an order now goes, which is a change unless one is only proposed."""
    return "now" in sentence.vocabulary and not sentence.question and _NOW_GOES.match(sentence.plain) is not None
