"""Cues of a language that tell what an amount is: a price, a charge on top, a balance."""

import re
from dataclasses import dataclass

AMOUNT = r"[$\u20ac\u00a3]\d[\d,.]*\d?"
"""An amount with its sign, for patterns of English."""


@dataclass(frozen=True)
class MoneyCues:
    """Regular expressions over a clause, case ignored; what they find holds one amount, the one that they tell of."""

    price: re.Pattern[str]
    """What something is to cost the customer."""
    extra: re.Pattern[str]
    """What is to be charged, be it all or a difference."""
    difference: re.Pattern[str]
    """What the new costs more than the old, where nothing of the sentence goes back."""
    goes_back: re.Pattern[str]
    """Says that an amount goes to the customer, or that something costs less."""
    stated: re.Pattern[str]
    """What something is said to cost where a sentence speaks of nothing else."""
    total: re.Pattern[str]
    """What an order comes to, which is neither."""
    balance: re.Pattern[str]
    """What is there to pay from."""
    at_most: re.Pattern[str]
    """What can be paid from something and no more than that."""
    afterwards: re.Pattern[str]
    """Says of a balance that it is what will be left."""
    what_i_paid: re.Pattern[str]
    """Says, in the customer's words, that an amount is what was paid before."""
    should_go: re.Pattern[str]
    """Asks where an amount should go, or what it should come from."""
    paid: re.Pattern[str]
    """What was paid for the one that the customer has."""
    of_the_swap: re.Pattern[str]
    """What is to be paid for having the new in place of the old, which beside a price is the difference."""
    joins: re.Pattern[str]
    """Stands between what is said of two amounts."""
    takes_from_it: re.Pattern[str]
    """Takes an amount from what was named before."""
    no_share: re.Pattern[str]
    """Tells of an amount as a rest, a price or a refund, and not as a share of what is paid."""
    in_shares: re.Pattern[str]
    """Speaks of paying for something in parts, or for a part of it."""
    as_it_is: re.Pattern[str]
    """Tells of an amount where it is now, or that it is let go there."""
    beyond_limit: re.Pattern[str]
    """Says that something is above what the customer would pay at most; `so` is what is not to stand before it."""
    falls_short: re.Pattern[str]
    """Says that there is less than it takes."""
    none_cheaper: re.Pattern[str]
    """Says that nothing costs less than what the customer has."""
    must_hold: re.Pattern[str]
    """Says that something has to be enough for all that is to be paid, or that something else pays as it is not."""
    holds_only: re.Pattern[str]
    """Says of what there is that it is no more."""
    the_rest: re.Pattern[str]
    """Speaks of what remains after a part."""
    if_meant: re.Pattern[str]
    """Names what else might have been meant, which is not proposed."""
    asks_amount: re.Pattern[str]
    """Asks how much something should be, along with a yes."""
    no_price: re.Pattern[str]
    """An amount that is not what something costs now: a difference, a balance, a total, or what was paid."""
    range_of_amounts: re.Pattern[str]
    """Two amounts, or one, between which or from which on a price may lie."""
    goes_to: re.Pattern[str]
    """Says of an amount what it becomes, and not between which two it lies."""
    amount: re.Pattern[str]
    """An amount."""
    works_out: re.Pattern[str]
    """Works an amount out of others."""
    asks_sum: re.Pattern[str]
    """Asks, in the customer's words, what several amounts come to, or what is left of one."""
    tells_sum: re.Pattern[str]
    """Tells that."""
    part_of_sum: re.Pattern[str]
    """Tells one of the amounts that it is made up of."""
    asks_difference: re.Pattern[str]
    """Asks, in the customer's words, by how much two amounts differ."""
    tells_difference: re.Pattern[str]
    """Tells that."""
    one_of_two: re.Pattern[str]
    """Tells one of the two."""
    sums: re.Pattern[str]
    """An amount that is a total, a price or a balance: how things stand, and nothing that is proposed."""


def _of(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


_WHOLE = rf"(?>{AMOUNT})"
_NOT_BACK = r"(?! (?:will be |is |to be |would be )?(?:refund|credit|back\b|return|less\b|cheaper|lower|total))"
_PAST = r"was|were|been|had|originally|paid|refund\w*|credit\w*|total"
_ON_THE_WAY = rf"(?:(?!\b(?:{_PAST})\b)[^.;\n$\u20ac\u00a3])"
_GAP = rf"(?:(?!\b(?:{_PAST}|difference|limit|with)\b)[^.;\n$\u20ac\u00a3])"
_NOW = r"(?: (?:now|actually|really|in fact|currently|today|only|just))* ?"
_HOLDS = r"(?:holds|has|contains|carries|shows|is (?:worth|down to))"
_SWAP = r"exchange|swap|switch|change|upgrade|replacement"
_SO = r"so|i\.e|that is|which means|that means|meaning|hence|therefore|thus|then|effectively|in effect"
_TO_PAY = rf"(?:(?!\b(?:{_PAST}|price|total)\b)[^.;\n$\u20ac\u00a3]){{0,25}}?"
_LITTLE = r"(?:only |just |a total of |about |no more than )*"
ENGLISH = MoneyCues(
    price=_of(
        rf"(?:\b(?<!old )(?<!original )(?<!previous )(?:price|cost)s?\b{_GAP}{{0,30}}?|\b(?:at|for) (?:[\w'\u2019]+ )??"
        rf"{_GAP}{{0,25}}?|\b(?:it|that|this)(?: is|['\u2019]s| comes to| would be| will be){_NOW}){_WHOLE}{_NOT_BACK}"
        r"(?! (?:more|extra|on top|difference))"
    ),
    extra=_of(
        r"(?:\b(?<!was )(?<!were )(?<!been )(?:charg(?:es?|ed|ing)|bill(?:ed|ing)?|debit(?:ed|ing)?|pay(?:ing|able)?"
        rf"|owe|due|surcharge)\b{_ON_THE_WAY}{{0,40}}?{_WHOLE}{_NOT_BACK}"
        rf"|{AMOUNT}{_ON_THE_WAY}{{0,25}}?\b(?:charged|billed|debited|due|to pay|payable|extra|on top|more)\b)"
    ),
    difference=_of(rf"\bdifference\b{_ON_THE_WAY}{{0,40}}?{_WHOLE}|{AMOUNT} (?:price )?difference\b"),
    goes_back=_of(
        r"\b(?:refund\w*|credit\w*|back|favou?r|less|lower|cheaper|sav(?:e[sd]?|ing)|owe you|returned)\b"
        r"|(?<!\w)[-\u2212\u2013][$\u20ac\u00a3]"
    ),
    stated=_of(rf"\b(?:is|are|costs?){_NOW} {_WHOLE}{_NOT_BACK}(?! (?:more|extra|on top|difference))"),
    total=_of(rf"\b(?:order |sub)?totals?\b[^.;\n$]{{0,20}}{AMOUNT}|{AMOUNT} (?:in total|altogether|in all)\b"),
    balance=_of(
        rf"\bcard\b[^.;\n$]{{0,40}}?\b{_HOLDS} [^.;\n$]{{0,20}}?{AMOUNT}"
        rf"|\b(?:it|yours|\d{{4}}) (?:\w+ ){{0,2}}?{_HOLDS} {_LITTLE}{AMOUNT}"
        rf"|\byou(?: have|['\u2019]ve got) {_LITTLE}{AMOUNT} (?:left )?on\b"
        rf"|\bcard(?: ending in)?(?: \d{{4}})?: {AMOUNT}"
        rf"|\b(?<!remaining )(?<!outstanding )balance\b(?! due)(?! (?:of|on) (?:the|your|this) (?:order|payment))"
        rf"[^.;\n$]{{0,40}}?{AMOUNT}|\b(?:only|just) {AMOUNT}(?: is| are)?(?: left| available| remaining)?(?: on| in)\b"
        rf"|{AMOUNT}(?: is| are)? (?:left|available|remaining) (?:on|in) (?:it|the|your|this|that)\b"
        rf"|\bat {AMOUNT},? (?:the|your|its) [^.;\n$]{{0,30}}?\bbalance\b"
        rf"|{AMOUNT}[^.;\n$]{{0,60}}?\b(?:is )?all (?:that )?(?:it|there|the card|your card|you have)\b"
    ),
    at_most=_of(
        r"\b(?:the (?:most|maximum|limit|highest amount)|at (?:the )?most|(?:a )?maximum of|no more than|not more than"
        rf"|up to)\b(?! (?:once|twice|one))[^.;\n$]{{0,60}}?{AMOUNT}"
        rf"|{AMOUNT} (?:(?:from|of|on|with|off) (?:\w+ ){{1,3}}?)?"
        r"(?:at (?:the )?most\b|(?:is|as) the (?:most|maximum|limit)\b)"
    ),
    afterwards=_of(r"\b(?<!I )(?<!we )(?:will|would|leav\w+|after\w*|then)\b"),
    what_i_paid=_of(r"\bI(?: have|['\u2019]ve)? (?:originally )?paid\b"),
    should_go=_of(
        r"^\W*(?:\d[.)]\W*)?(?:(?:and|so|then|also)\W+)?(?:should|shall|would|will|does|do you want|would you like) "
        r"(?:it|that|this|the|your|any)\b[^?]*"
        r"\b(?:refunded|go(?:es)?|charged|credited|paid|taken|billed|debited|put|come)\b[^?]*"
        r"\b(?:to|on|onto|from|with|by|using)\b[^?]*\?"
    ),
    paid=_of(
        rf"\b(?:paid|bought|originally|was|were)\b[^.;\n$\u20ac\u00a3]{{0,40}}?{_WHOLE}"
        rf"|{AMOUNT}\W{{0,3}}(?:is what |that )?(?:you|i|was|were)(?: have|['\u2019]ve)?(?: \w+ly| already)? ?paid\b"
    ),
    of_the_swap=_of(
        rf"\b(?:{_SWAP})\b(?: (?:itself|then|here|to \w+))? ?(?:price |cost |fee |charge )?"
        rf"(?:would|will|['\u2019]d|['\u2019]ll|costs?|cost|comes?|is|of|works?|runs?|sets?)\b{_TO_PAY}{_WHOLE}"
        rf"|\b(?:{_SO})\b(?:(?!\b(?:price|{_PAST})\b)[^.;\n$\u20ac\u00a3]){{0,30}}?"
        rf"\b(?:pay|owe|cost you|to pay|due|leaves?|leaving)\b{_TO_PAY}{_WHOLE}"
        rf"|\b(?:leaves?|leaving)\b{_TO_PAY}{_WHOLE}"
    ),
    joins=_of(r"\b(?:and|plus|while|whereas|so that)\b"),
    takes_from_it=_of(
        rf"{AMOUNT} (?:from|off|with|on) (?:it|this|that)\b"
        r"|\bit (?:can|could|would|will|may|only) (?:\w+ )?(?:pay|cover|take|contribute|bear)\b[^.;\n]{0,20}?"
        rf"{AMOUNT}"
    ),
    no_share=_of(
        r"\b(?:rest|remain\w*|left|leav\w+|after\w*|other|total|price[sd]?|costs?|shipping|refund\w*|back|credit\w*"
        r"|difference|short|less|more)\b"
    ),
    in_shares=_of(
        r"\b(?<!without )(?<!rather than )(?<!instead of )(?<!no )(?<!than )(?:(?:a )?split\w*|divid\w+|combin\w+"
        r"|partial(?:ly)?|partly|in part|part[- ]pay\w*"
        r"|(?:two|several|separate) (?:parts|payments|portions|methods|amounts|sources|cards)"
        r"|(?:with|by|on|from|using|use) both|both (?:methods|cards)"
        r"|(?:pay\w*|cover\w*|take\w*|charg\w+|put\w*|bear\w*|contribut\w+)(?: \w+){0,4}?"
        r" (?:a |one |for )*(?:part|portion|share)"
        r"|(?:a|one) (?:part|portion|share) of (?:it|that|(?:the|your|an) (?:order|total|payment|amount|price|sum))"
        r"|us(?:e|es|ed|ing) up|emptied|as far as it (?:goes|reaches)|up to (?:its|the) balance"
        r"|half (?:on|with|to|from|by)|as much as (?:possible|it (?:has|holds|can)|there is)|used first"
        r"|what(?:ever)? (?:it|that|the gift card) (?:does not|doesn['\u2019]t|cannot|can['\u2019]t)"
        r" (?:cover|pay|reach))\b"
        rf"|(?<!the )(?<!all )(?<!full )(?<!whole )(?<!entire )(?<!total )(?<!total of ){AMOUNT} of "
        r"(?:(?:order|your|the|this|that|it|its|total|payment)\b|#?[A-Z]{0,3}\d)"
    ),
    as_it_is=_of(
        r"\b(?:now|current(?:ly)?|at present|presently|at the moment|so far|until now|already|was|were|held|hold"
        r"|releas\w+|reversed?|freed?|cancel\w*|paid|unused)\b"
    ),
    beyond_limit=_of(
        r"(?P<so>(?:\b(?:not|never|if|whether|unless|in case|should|without)\b|n['\u2019]t\b)[^.;?!]{0,30}?)?"
        r"\b(?:(?:exceeds?|exceeding|above|over|beyond|past|(?:more|higher) than|in spite of|despite)"
        r"(?: (?:the|your|that) [$\u20ac\u00a3][\d.,]+ (?:that |which )?you[^.;?!]{0,20})?"
        r" (?:(?:the|your|that) )?(?:[\w.$\u20ac\u00a3]+ ){0,2}?(?:limit|budget|maximum|ceiling)"
        r"|(?:limit|budget|maximum|ceiling)(?: of [$\u20ac\u00a3][\d.,]+\d)? (?:is|would be|has been) exceeded)\b"
    ),
    falls_short=_of(
        r"(?:\bnot|n['\u2019]t) (?:\w+ )?(?:hold|have|cover|carry|reach|stretch|enough|sufficient|suffice)"
        r"|\btoo (?:low|little|small)\b|\bfalls? short\b|\binsufficient\b|\blacks? [$\u20ac\u00a3]"
        r"|[$\u20ac\u00a3][\d.,]*\d (?:short\b|too little|less than (?:the|what|it))"
    ),
    none_cheaper=_of(
        r"\b(?:none|nothing|no|not (?:any|one|a(?: single)?)|isn['\u2019]t (?:any|a)|couldn['\u2019]t find (?:any|one"
        r"|a)|can['\u2019]t find"
        r" (?:any|one|a))\b[^.;?!]{0,60}?\b(?:cheaper|below|less|under|lower|save|saves|saving)\b(?! than \w+ of)"
        r"|\b(?:all|every|everything|any)\b[^.;?!]{0,50}?\b(?:more|dearer|at least|higher|pricier)\b"
        r"|\b(?:already|is|are|has|have|got|was)\b[^.;?!]{0,25}?\bthe (?:cheapest|lowest|least expensive|best price)"
        r"(?:[- ]priced)?\b(?! (?:one )?(?:in stock )?is (?!the one you|yours))"
        r"|\bthe cheapest\b[^.;?!]{0,40}\bis (?:the one you|yours|what you)\b|\bwouldn['\u2019]t save\b"
        r"|\b(?:the lowest[- ]priced|a cheaper (?:version|variant|one) does(?:n['\u2019]t| not))\b"
    ),
    must_hold=_of(
        r"\b(?:has|have|needs?|must|should|ought)\b[^,;.?$]{0,30}?\b(?:hold|cover|pay|carry|have|bear)\b"
        r"[^,;.?]{0,20}?\b(?:whole|entire|full|all|total|complete\w*|everything|the lot)\b"
        r"|\bneed the (?:whole|full|entire)\b"
        r"|\b(?:need|use|take) (?:a different|another) (?:method|card|way)|\b(?:i['\u2019]ll|i will|i['\u2019]d"
        r"|let me) (?:leave|keep)\b"
        r"|\bdoes(?:n['\u2019]t| not) (?:work|do)\b|\bwo(?:n['\u2019]t) (?:work|do|go through)\b|\bfor that reason\b"
    ),
    holds_only=_of(rf"\b(?:only|just) {_HOLDS}|\b{_HOLDS} (?:only|just|no more than)\b"),
    the_rest=_of(
        r"\b(?:remain(?:ing|der|s)?(?! (?:as|unchanged|untouched|the same|with you)\b)|the rest|left over|partly"
        r"|in part|split|divide[ds]?)\b"
    ),
    if_meant=_of(
        r"\b(?:did|do) you (?:\w+ )?mean\b|\bif (?:you(?:['\u2019]d| would)? (?:\w+ )?(?:meant|mean|want|wanted|prefer"
        r"|like)|that(?:['\u2019]s| is) what you)\b|\bwould be (?:the other|another|an alternative)\b"
    ),
    asks_amount=_of(r"\bhow much\b.*\?"),
    no_price=_of(
        rf"{AMOUNT} (?:more|less|extra|cheaper|lower|higher|difference|on top|additional(?:ly)?|back|left|available"
        r"|total|in total|altogether|in all|surcharge|refund|(?:that )?(?:you|i)(?: have|['\u2019]ve)?"
        r"(?: originally)? paid)\b"
        r"|\b(?:difference|extra|surcharge|balance|total|sum|credit(?:ed)?|refund(?:ed)?|holds?|shipping|delivery|paid"
        r"|originally|discount|saving|limit|was|were)s?"
        r"(?: (?:of|is|was|at|to|you|the|an?|for|it|just|only|extra|additional|cost|now|would|be|comes))*"
        rf"\W{{0,3}}{AMOUNT}"
    ),
    range_of_amounts=_of(
        rf"\bbetween {AMOUNT} and {AMOUNT}|{AMOUNT} ?(?:-|\u2013|to) ?{AMOUNT}|\bstart(?:s|ing)? (?:at|from)\b"
        rf"|\b(?:priced|available|costs?|is|are) from {AMOUNT}|\brang(?:e[sd]?|ing)\b|\bat least {AMOUNT}"
    ),
    goes_to=_of(
        r"\b(?:ris(?:e[sn]?|ing)|rose|go(?:es|ing|ne)?|went|increas(?:e[sd]?|ing)|chang(?:e[sd]?|ing)|up|down|climb\w*"
        rf"|jump\w*|mov(?:e[sd]?|ing)|grow\w*|tak(?:e[sn]?|ing)|drop\w*|fall\w*)\b[^.;\n$]{{0,30}}{AMOUNT} to {AMOUNT}"
    ),
    amount=_of(AMOUNT),
    works_out=_of(rf"{AMOUNT}(?:[^=;.?]|\.\d){{0,120}}(?:=|\b(?:makes|making|equals|gives|comes to)\b) ?{AMOUNT}"),
    asks_sum=_of(
        r"\b(?:in total|in all|altogether|together|whole|entire|total|add up|come to|would (?:be left|remain)"
        r"|how much would (?:be left|remain))\b"
    ),
    tells_sum=_of(
        r"\b(?:totals?|in all|altogether|together|sum|adds? up|comes? (?:out )?(?:to|at)|amounts? to|brings?"
        r"|leaves?|left"
        r"|remain(?:s|ing|der)?|whole|entire|instead of|rather than|all in|everything)\b"
        r"|\b(?:that|this|it|which|they) (?:all )?makes? [$\u20ac\u00a3]|^\W*(?:so )?making [$\u20ac\u00a3]"
    ),
    part_of_sum=_of(
        r"\b(?:fees?|surcharge|shipping (?:is|costs?|adds|would)|each|apiece|per (?:piece|item|unit)|holds|has"
        r"|more than (?:now|before|today|at present)|extra|on top)\b"
    ),
    asks_difference=_of(r"\b(?:how much (?:more|less|dearer|cheaper)|by how much|difference)\b"),
    tells_difference=_of(
        r"\b(?:more|less|differences?|differs?|up|rise[ns]?|rising|rose|risen|increase[ds]?|dearer|higher|extra"
        r"|cheaper|jump(?:ed)?|climb(?:ed)?|gap|pricier|sav(?:e[sd]?|ing)|on top|by [$\u20ac\u00a3]|plus)\b"
        r"|\+ ?[$\u20ac\u00a3]"
    ),
    one_of_two=_of(r"\b(?:paid|today|now|currently|at present|costs?|price[ds]?|was|is|were|are)\b"),
    sums=_of(
        r"\b(?:total|sum|balance|price|cost|worth|value|credit|amount due)s?(?: of the order)?"
        r"(?: (?:now|currently|today))?(?: (?:is|are|was|of|at|comes to|stands at|holds))?(?: now)?"
        r"\W{0,4}[$\u20ac\u00a3]?\d[\d,.]*\d?[$\u20ac\u00a3]?"
        r"|[$\u20ac\u00a3]\d[\d,.]*\d? (?:in total|total|in all|altogether|left on it|on it|balance|available)\b"
    ),
)
