"""Keys stay here: what looks like one is taken out of every text that leaves the gateway."""

import os
import re
from collections.abc import Mapping
from json import dumps
from urllib.parse import quote

from domains.kit.records import JSON

INSTEAD = "[redacted]"
SHORTEST = 6
"""Characters. Shorter values ("none", "1") are placeholders, and would take ordinary words with them."""

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

    The variables are read anew each time: a key that was set later is one as well.
    """

    def __init__(self, variables: Mapping[str, str] = os.environ):
        self._variables = variables

    def text(self, text: str) -> str:
        """The text without secrets."""
        for secret in self._secrets():
            text = text.replace(secret, INSTEAD)
        text = _USERINFO.sub(rf"\g<scheme>{INSTEAD}@", text)
        text = _HEADER.sub(rf"\g<name>\g<between>{INSTEAD}", text)
        text = _BEARER.sub(rf"\g<scheme> {INSTEAD}", text)
        return _QUERY.sub(rf"\g<name>{INSTEAD}", text)

    def values(self, value: JSON) -> JSON:
        """The same JSON with the values of variables taken out of each string, in keys as well.

        Nothing else is changed: what people and models write about headers and addresses is theirs.
        """
        secrets = self._secrets()
        return _without(value, secrets) if secrets else value

    def _secrets(self) -> list[str]:
        named = (value for name, value in self._variables.items() if _NAMED_LIKE_A_KEY.search(name))
        whole = {value.strip() for value in named if len(value.strip()) >= SHORTEST}
        written = {form for value in whole for form in (value, quote(value, safe=""), dumps(value)[1:-1])}
        # Longest first: of a key that holds another one, nothing may be left over.
        return sorted(written, key=len, reverse=True)


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
