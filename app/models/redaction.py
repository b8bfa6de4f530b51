"""Keys stay here: what looks like one is taken out of every text that leaves the gateway."""

import os
import re
import time
from collections.abc import Callable, Collection, Mapping
from json import dumps
from math import inf
from urllib.parse import quote

from domains.kit.records import JSON

INSTEAD = "[redacted]"
SHORTEST = 6
"""Characters. Shorter values ("none", "1") are placeholders, and would take ordinary words with them."""

FRESH_SECONDS = 0.1

_NAMED_LIKE_A_KEY = re.compile(r"(^|_)(API_?KEY|KEY|TOKEN|SECRET|PASSWORD|CREDENTIALS?)(_ID)?$", re.IGNORECASE)
_HEADER = re.compile(
    r"""(?P<name>\b(?:proxy-)?authorization|\b(?:x-)?(?:goog-)?api-key)(?P<between>\\?["']?\s*[:=,]\s*(?:b?\\?["'])?)"""
    r"""(?:(?:bearer|basic|token)\s+)?[^\s"'\\,}\])]+""",
    re.IGNORECASE,
)
_BEARER = re.compile(r"\b(?P<scheme>bearer|basic)\s+[A-Za-z0-9._~+/=-]{6,}", re.IGNORECASE)
_USERINFO = re.compile(r"(?P<scheme>\b[a-z][a-z0-9+.-]*://)[^\s/?#@\"']+@", re.IGNORECASE)
_QUERY = re.compile(r"(?P<name>[?&](?:api[_-]?key|key|token|access_token)=)[^&\s\"'#]+", re.IGNORECASE)


class Redactor:
    """Takes values of variables that are named like keys, credentials in headers, and user parts of URLs out of text.

    A key that was set later is one as well: for texts, which are few, the variables are read anew each time; for
    values, which are in every call, where that was not done within the last tenth of a second.
    """

    def __init__(
        self,
        variables: Mapping[str, str] = os.environ,
        *,
        secret: Collection[str] = (),
        monotonic: Callable[[], float] = time.monotonic,
    ):
        """`secret` are names of variables that are keys, whatever they are named like."""
        self._variables = variables
        self._secret = frozenset(secret)
        self._monotonic = monotonic
        self._known: list[str] = []
        self._read_at = -inf

    def text(self, text: str) -> str:
        """The text without secrets."""
        self._read()
        for secret in self._known:
            text = text.replace(secret, INSTEAD)
        text = _USERINFO.sub(rf"\g<scheme>{INSTEAD}@", text)
        text = _HEADER.sub(rf"\g<name>\g<between>{INSTEAD}", text)
        text = _BEARER.sub(rf"\g<scheme> {INSTEAD}", text)
        return _QUERY.sub(rf"\g<name>{INSTEAD}", text)

    def values(self, value: JSON) -> JSON:
        """The same JSON with the values of variables taken out of each string, in keys as well.

        Nothing else is changed: what people and models write about headers and addresses is theirs.
        """
        if self._monotonic() - self._read_at > FRESH_SECONDS:
            self._read()
        return _without(value, self._known) if self._known else value

    def _read(self) -> None:
        self._read_at = self._monotonic()
        named = (
            value for name, value in self._variables.items() if name in self._secret or _NAMED_LIKE_A_KEY.search(name)
        )
        whole = {value.strip() for value in named if len(value.strip()) >= SHORTEST}
        written = {form for value in whole for form in (value, quote(value, safe=""), dumps(value)[1:-1])}
        # Longest first: of a key that holds another one, nothing may be left over.
        self._known = sorted(written, key=len, reverse=True)


def _without(value: JSON, secrets: list[str]) -> JSON:
    if isinstance(value, str):
        for secret in secrets:
            value = value.replace(secret, INSTEAD)
        return value
    if isinstance(value, dict):
        return {_without(key, secrets): _without(item, secrets) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_without(item, secrets) for item in value]
    return value
