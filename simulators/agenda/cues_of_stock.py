"""Cues of a language that say that something is not to be had."""

import re

_SOME = r"(?:it|that|this|the|any|one|those|these|them|an?)\b"
_CANNOT = (
    r"(?:can(?:not| not|['\u2019]t)|(?:is|am|are|not)(?: not|n['\u2019]t)? able to|unable to|no longer"
    r"|(?:do|does|wo)(?:n['\u2019]t| not)|will not"
    r"|(?:not|n['\u2019]t) (?:something|anything|one)(?: (?:that|which))? (?:we|i) (?:can|could)"
    r"|(?:something|one)(?: (?:that|which))? (?:we|i) (?:can(?:not|['\u2019]t)|could(?:n['\u2019]t| not)))"
)
ENGLISH = re.compile(
    r"(?<!\bnot )(?<!n['\u2019]t )(?<!\bnot been )(?<!n['\u2019]t been )(?<!\bnever )(?<!\bnearly )"
    r"(?<!\balmost )(?<!\bsoon )"
    r"\b(?:unavailable|unobtainable|sold[ -]out|out[ -]of[ -](?:stock|print)|back[ -]?ordered|discontinued"
    r"|(?<!\bhave )(?:no|zero) stock|(?:0|none) in stock|in_stock\W+false|stock (?:\w+ )*is exhausted|temporarily out"
    r"|(?:it['\u2019]s|is) out(?=\W*$)|no luck with|wait until it(?:['\u2019]s| is) back|isn['\u2019]t there"
    r"|stock is (?:at )?zero|stock: (?:0|none|zero)|fully booked|booked (?:up|out)|all taken|run out|ran out)\b"
    r"|(?:\bnot|n['\u2019]t|\bno longer|\bneither|\bnor|\bnever) (?:(?!out\b)\w+ ){0,3}?"
    rf"(?:available|in stock|on offer|offered|free|carry|stock|obtainable|to be (?:had|found)|have {_SOME})"
    r"|\bno longer (?:\w+ )?(?:made|produced|sold|stocked|carried|supplied)\b"
    r"|\bcan(?:not|['\u2019]t| no longer)(?: \w+)? be (?:had|obtained|supplied|ordered|bought)\b"
    rf"|\b{_CANNOT} (?:\w+ )?(?:ship|supply|obtain|source|sell|get hold of)\b"
    r"|\bno\W+(?!other (?:items?|things?|articles?|products?|orders?)\b)"
    r"(?!(?:\w+ )?(?:sum|amount|money|balance|difference|charge|cost|fee)s?\b)(?:[\w-]+\W+){0,4}?"
    r"(?:available|in stock|left|free|remaining|exists?|to be had|to give|to offer)\b"
    r"|\bnone (?:left|available|in stock|to be had|of (?:it|that|them|those|these|the))\b"
    r"|\b(?:is|are|was|were|\w+['\u2019]s|they['\u2019]re|has|have) (?:(?:\w+ly|all|now"
    r"|just|already) )?gone\b(?! (?:to|through|out|into|back|from|up|off|ahead|with|by|on|over)\b)"
    r"|\b(?:we(?:['\u2019]re| are)|i(?:['\u2019]m| am)|completely|clean|fresh) (?:(?:\w+ly|all|now|just) )?out of\b"
    r"(?! (?:office|town|time|scope|reach|hours|date))"
    r"|\blast (?:\W*[\w-]+){0,6}? (?:(?:has|have) (?:just |already )?(?:been )?|was |were |is |just )sold\b"
    r"|\bmissing from (?:our|the) (?:shelf|shelves|stock|warehouse|range)\b",
    re.IGNORECASE,
)
"""Says that something is unavailable."""
