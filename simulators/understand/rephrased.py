"""Questions put in plainer words before it is read what they ask for."""

from dataclasses import replace

from simulators.understand.clauses import Sentence
from simulators.understand.words import expression

_ENOUGH = expression(
    r"\b(?:who|which|what|how)\b[^,;:?()]{3,60} \((?P<thing>(?:your|the|an?) [^()]{2,60}?) (?:is (?:all (?:that )?"
    r"(?:i|we) (?:really )?need|enough|fine|plenty|sufficient)|(?:will|would) (?:do|be enough|be fine|suffice))\)"
)
"""A question, and behind it what is enough to answer it: "who am I speaking with (your e-mail is all I need)"."""

_WHO_BY = expression(
    r"\bwho am i [a-z]+ing (?:with|to)(?: today| here)?(?: \(|,? i\.?e\.?,? (?:what is )?)"
    r"(?P<thing>(?:your|the account's|the) (?:\w+ )?e-?mail(?: address)?)\b\)?"
)
"""Asks who somebody is by an e-mail address: "who am I speaking with (your e-mail)"."""
_TO_NAME = expression(r"\bname (?=(?:me |us )?(?:the|an?|which|what|where|how|one|both|each|your|every\w*)\b)")
"""The deed, and not what somebody is called: "please name the method"."""


_EVERYTHING = expression(
    r"\b(?:everything|anything|whatever|all) (?:that )?you (?:would like|want|wish|need|plan)(?: me)? to "
    r"(?P<deed>return|exchange|send back|change|swap|cancel)\b"
)
_YOURSELF = expression(r"\b(?:identify|verify) yourself (?:with|by|through|using) ")
_LETTERED = expression(r"\((?:[a-h]|i{1,3}|iv|v|[1-9])\) ?")
"""Numbers things that are asked for in one line."""
_HOW_MUCH = expression(r"\b(?:how many (?:dollars|euros|pounds)|(?:what|which) sum)\b")
_WHAT_PAYS = expression(
    r"\b(?:what|who) (?:pays|will pay|should pay)(?= (?:for )?the (?:other|rest|remain|balance|difference))"
)
_WHICH_MAIL = expression(r"(?P<before>\be-?mail\b[^.?!]{0,30}?[:,;\u2013\u2014-] (?:so )?(?:which|what) )(?=address\b)")
"""Names before a question what kind of address is meant: "I look you up by e-mail: which address is it?"."""


_PLEASE = expression(r",? please,(?= (?:and )?(?:your|the|tell|let|which|what)\b)")
_BY_TELLING = expression(r"\b(?:start|begin) by (?:telling|giving|sending) (?P<whom>me|us)\b")
_SO_THAT = expression(
    r",? so (?:that )?(?:i|we) (?:can|could|may|am able to|are able to) [^,;:?.()]{2,60}?"
    r"(?=,? (?:along with|as well as|together with|plus|and (?:also )?(?:the|your|which|what|why|tell))\b|,)"
)
"""Says in the middle of a request what for something is asked."""
_INCLUDING = expression(r" \((?:incl(?:uding|\.)?|with|and) [^()]*\)")
"""Says of something that is asked for what belongs to it: "the new address (incl. postcode)"."""


def rephrased(sentence: Sentence) -> Sentence:
    """The sentence with each question that says what would answer it as one for just that; to name is to tell."""
    plain = _LETTERED.sub("", sentence.plain) if "(" in sentence.plain else sentence.plain
    if "name" in sentence.vocabulary:
        plain = _TO_NAME.sub("tell ", plain)
    if "you" in sentence.vocabulary and sentence.question:
        plain = _EVERYTHING.sub(r"which items would you like to \g<deed>", plain)
    if "yourself" in sentence.vocabulary:
        plain = _YOURSELF.sub("tell me ", plain)
    if "by" in sentence.vocabulary:
        plain = _BY_TELLING.sub(r"tell \g<whom>", plain)
    if "please" in sentence.vocabulary:
        plain = _PLEASE.sub(",", plain)
    if "so" in sentence.vocabulary:
        plain = _SO_THAT.sub(",", plain)
    if "(" in plain:
        plain = _INCLUDING.sub("", plain)
        plain = _ENOUGH.sub(r"what is \g<thing>", plain)
    if "who" in sentence.vocabulary:
        plain = _WHO_BY.sub(r"what is \g<thing>", plain)
    if "address" in sentence.vocabulary:
        plain = _WHICH_MAIL.sub(r"\g<before>e-mail ", plain)
    plain = _WHAT_PAYS.sub("which payment method pays", _HOW_MUCH.sub("what amount", plain))
    return sentence if plain == sentence.plain else replace(sentence, plain=plain)
