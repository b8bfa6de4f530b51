"""The form of a message: a few plain sentences as people type them, and nothing that only programs write."""

import re
from collections import Counter

from simulators.llm.checks.fault import Fault

_USUAL = re.compile(r"[A-Za-z0-9 \n.,;:!?'\"()$\u20ac\u00a3%&/\u2013\u2014\u2018\u2019\u201c\u201d\u2026-]")
_NUMBER_SIGN = re.compile(r"#(?=\w)(?<!##)")
_LISTED = re.compile(r"^\s*(?:[-\u2013\u2014\u2022]|\(?\d{1,2}[.)]|[a-z]\))\s+\S", re.MULTILINE)
_SHOUTED = re.compile(r"\b[A-Z]{2,}\b")
_KNOWN_CAPITALS = frozenset({"OK", "ID", "AM", "PM", "AI", "FYI", "PS", "US", "UK"})
_SPELLED_OUT = re.compile(r"\b(?:\w[ .\u2013-]{1,2}){3,}\w\b")
_PROGRAM = re.compile(
    r"\b(?:null|undefined|true|false|json|xml|html|def|tool_calls?|function call|api|assistant:|user:|system:"
    r"|role:|content:|customer:|agent:)(?!\w)|\w\(\w*\)|://|\bwww\.|\\|\bstop word",
    re.IGNORECASE,
)
EXTRA_WORDS, FACTOR = 25, 2.0
"""A rewording may have this many times the words of the draft, and these on top."""
MOST_WORDS = 160
SIGNS_A_WORD = 12


def form_fault(text: str, *, like: str, most_words: int) -> Fault | None:
    """What is wrong with the form of a text, beside a text whose signs and capitals are all right."""
    if not any(sign.isalnum() for sign in text):
        return Fault("empty", "it says nothing")
    if len(text) > SIGNS_A_WORD * most_words or len(text.split()) > most_words:
        return Fault("length", f"it is too long; use at most {most_words} words")
    return _shape_fault(text, like) or _program_fault(text, like)


def _shape_fault(text: str, like: str) -> Fault | None:
    """Signs, lists, capitals, repetitions."""
    known = set(like) - {"#"}
    unusual = [sign for sign in _NUMBER_SIGN.sub("", text) if not _USUAL.match(sign) and sign not in known]
    if unusual:
        return Fault("form", f"it has signs that do not belong in plain text, such as {unusual[0]!r}")
    if _LISTED.search(text) and not _LISTED.search(like):
        return Fault("form", "it is a list; write plain sentences")
    if set(_SHOUTED.findall(text)) - set(_SHOUTED.findall(like)) - _KNOWN_CAPITALS:
        return Fault("form", "it has words in capitals that the draft has not")
    return Fault("length", "it says the same thing several times") if _repeats_itself(text) else None


def _program_fault(text: str, like: str) -> Fault | None:
    """What looks like code, or is spelled out so that no reader finds it."""
    if (program := _PROGRAM.search(text)) is not None and program.group().lower() not in like.lower():
        return Fault("form", "it looks like the text of a program; write what a person would type")
    if (spelled := _SPELLED_OUT.search(text)) is not None and spelled.group() not in like:
        return Fault("form", "it spells something out sign by sign")
    return None


def most_words_like(draft: str) -> int:
    """How many words a rewording of a draft may have."""
    words = len(draft.split())
    return max(words + EXTRA_WORDS // 2, min(MOST_WORDS, int(FACTOR * words) + EXTRA_WORDS))


def _repeats_itself(text: str) -> bool:
    sentences = Counter(part.strip().lower() for part in re.split(r"[.!?\n]+", text) if len(part.split()) > 2)
    return max(sentences.values(), default=0) > 1
