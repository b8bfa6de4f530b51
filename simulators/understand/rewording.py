"""What is asked for in other words of the same meaning."""

import re
from collections.abc import Sequence

_SHARED = re.compile(
    r"\b(\w+) (?:and|or|&|/) (?:your )?(?!(?:the|an?|your|its|their) )(\w+) "
    r"(names?|numbers?|dates?|address(?:es)?|codes?|ids?|digits)\b"
)
_OF = re.compile(r"\b(numbers?|ids?|names?|address|code|model|type|reference) (?:of|for) (?:the|your|this|that) (\w+)")
_WHICH_OF = re.compile(
    r"\b(which|what) (?:of|among) (?:your|the|these|those|our|my)(?: \w+)??(?= (?!(?:applies|suits|works|is|was"
    r"|sounds|looks|fits|has|does)\b)(\w+s)\b)"
)
_WHICH_VERY = re.compile(r"\b(which|what) (?:specific|exact|particular|other|type of|kind of)(?= )")


def reworded(text: str, taken: Sequence[tuple[int, int]]) -> str:
    """ "first and last name" as "first name and last name", "number of the order" as "order number".

    What begins in a span that is taken already stays as it is.
    """

    def shared(found: re.Match[str]) -> str:
        whole = any(start <= found.start(1) and found.end(1) <= end for start, end in taken)
        return found.group() if whole else f"{found[1]} {found[3]} and {found[2]} {found[3]}"

    def swapped(found: re.Match[str]) -> str:
        touched = any(start < found.end() and found.start() < end for start, end in taken)
        return found.group() if touched else f"{found[2]} {found[1]}"

    text = _WHICH_VERY.sub(r"\1", _WHICH_OF.sub(r"\1", text)) if "which" in text or "what" in text else text
    return _SHARED.sub(shared, _OF.sub(swapped, text))
