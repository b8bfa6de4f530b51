"""Whole numbers as words."""

ONES = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
TEENS = ("ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen")
TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_SMALL = ("zero", *ONES, *TEENS)
_LIMIT = 1_000_000


def in_words(number: int) -> str:
    """A number below a million as words: `thirty-five`, `two hundred and thirty`, `one thousand two hundred`.

    Raises ValueError for any other number.
    """
    if not 0 <= number < _LIMIT:
        raise ValueError(f"only numbers from 0 to {_LIMIT - 1} are said as words, not {number}")
    thousands, below = divmod(number, 1000)
    if thousands:
        joint = " and " if below < 100 else " "
        return f"{in_words(thousands)} thousand" + (f"{joint}{in_words(below)}" if below else "")
    hundreds, below = divmod(number, 100)
    if hundreds:
        return f"{ONES[hundreds - 1]} hundred" + (f" and {in_words(below)}" if below else "")
    if number < len(_SMALL):
        return _SMALL[number]
    tens, ones = divmod(number, 10)
    return TENS[tens - 2] + (f"-{ONES[ones - 1]}" if ones else "")
