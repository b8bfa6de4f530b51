"""Arithmetic with amounts: a small grammar of its own, exact, and nothing else is evaluated.

sum     = product { ("+" | "-") product }
product = factor { "*" factor }
factor  = ["-"] ( amount | "(" sum ")" )
"""

import re
from collections.abc import Iterator
from decimal import Context as Exactly
from decimal import Decimal
from typing import Annotated

from pydantic import Field

from domains.kit.records import JSON
from domains.kit.state import Context
from domains.kit.tools import Refused, ToolKind, tool

LONGEST = 200
"""Characters of an expression; its result has no more digits, so that a precision of as many is exact."""
DEEPEST = 20
_TOKEN = re.compile(r"\s*(?:\$?(?P<amount>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)|(?P<sign>[-+*()\u00d7\u2212]))")
_SIGNS = {"\u00d7": "*", "\u2212": "-"}
_EXACTLY = Exactly(prec=LONGEST)


@tool(ToolKind.THINK)
def calculate(
    _context: Context,
    expression: Annotated[
        str,
        Field(description="Amounts with +, -, * and brackets, such as '2 * $24.50 + $4.50' or '120.00 - (35 + 9.99)'."),
    ],
) -> JSON:
    """Work out a sum, difference or product of amounts exactly. It knows no prices: look them up first."""
    if len(expression) > LONGEST:
        raise Refused(f"The expression is longer than {LONGEST} characters. Work it out in parts.")
    return {"result": _text(_Sum(expression).value())}


class _Sum:
    """An expression, read from left to right."""

    def __init__(self, expression: str):
        self.rest = [*_tokens(expression), ""]
        self.depth = 0

    def value(self) -> Decimal:
        """The value of the whole expression."""
        result = self._sum()
        if self.rest[0]:
            raise Refused(f"{self.rest[0]!r} is not expected there. Put +, - or * between amounts, and close brackets.")
        return result

    def _sum(self) -> Decimal:
        result = self._product()
        while self.rest[0] in {"+", "-"}:
            add = _EXACTLY.add if self.rest.pop(0) == "+" else _EXACTLY.subtract
            result = add(result, self._product())
        return result

    def _product(self) -> Decimal:
        result = self._factor()
        while self.rest[0] == "*":
            self.rest.pop(0)
            result = _EXACTLY.multiply(result, self._factor())
        return result

    def _factor(self) -> Decimal:
        part = self.rest.pop(0) if self.rest[0] else ""
        if part == "-" and self.rest[0] != "-":
            return _EXACTLY.minus(self._factor())
        if part == "(":
            return self._bracketed()
        if not part[:1].isdigit():
            raise Refused(f"An amount is missing before or after {part!r}." if part else "An amount is missing.")
        return Decimal(part)

    def _bracketed(self) -> Decimal:
        self.depth += 1
        if self.depth > DEEPEST:
            raise Refused(f"More than {DEEPEST} brackets are open. Work it out in parts.")
        result = self._sum()
        if self.rest.pop(0) != ")":
            raise Refused("A bracket is not closed.")
        self.depth -= 1
        return result


def _tokens(expression: str) -> Iterator[str]:
    """Amounts without sign and separators, and signs."""
    at = 0
    while at < len(expression.rstrip()):
        found = _TOKEN.match(expression, at)
        if found is None:
            raise Refused(
                f"{expression[at:].strip()[:20]!r} cannot be read. Only amounts such as $1,234.50, the signs + - * and "
                "brackets can be used."
            )
        sign = found["sign"]
        yield _SIGNS.get(sign, sign) if sign else found["amount"].replace(",", "")
        at = found.end()


def _text(value: Decimal) -> str:
    """With two decimals, or with more where there are more."""
    exact = f"{value.normalize(_EXACTLY):f}"
    whole, _, cents = exact.partition(".")
    return f"{whole}.{cents:0<2}"
