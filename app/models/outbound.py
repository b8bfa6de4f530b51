"""Where agents behind a URL may be: this machine, and the hosts that the operator has named."""

from collections.abc import Collection
from ipaddress import ip_address
from urllib.parse import urlsplit


class AddressRefused(ValueError):
    """A URL that must not be called; the message says why and what to do."""


def check_address(url: str, hosts: Collection[str] = ()) -> str:
    """The URL, if it is one of HTTP on this machine or on one of `hosts`; raises `AddressRefused`.

    Hosts are compared as they are written, without asking for their addresses: a name that points elsewhere today than
    yesterday must have been named by somebody.
    """
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname, parts.port
    except ValueError as error:
        raise AddressRefused(f"{url!r} is no URL: {error}") from None
    if parts.scheme not in {"http", "https"} or not host:
        raise AddressRefused(f"{url!r} is no URL of HTTP: write http://HOST:PORT/PATH")
    if parts.username is not None or parts.password is not None:
        raise AddressRefused("the URL has a user or password in it; put credentials into headers, from the environment")
    if _is_here(host) or host in {name.lower() for name in hosts}:
        return url
    raise AddressRefused(
        f"{host} is not on this machine, and not among the hosts that agents may be at; "
        f"""name it: REGULARS_AGENT_HOSTS='["{host}"]'"""
    )


def _is_here(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False
