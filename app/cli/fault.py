"""The one error that commands raise for what was to be expected."""

from collections.abc import Iterator
from contextlib import contextmanager


class CommandFailed(Exception):
    """A command could not do what was asked: what is wrong, and what to do about it."""

    def __init__(self, what: str, to_do: str = "", *, exit_code: int = 2) -> None:
        super().__init__(" ".join(_sentence(part) for part in (what, to_do) if part.strip()))
        self.exit_code = exit_code


def _sentence(text: str) -> str:
    line = " ".join(text.split())
    return line[:1].upper() + line[1:] + ("" if line[-1] in ".!?" else ".")


@contextmanager
def expected() -> Iterator[None]:
    """Errors of the service's own tree, and of domains, raised in this process, as errors of one line."""
    from app.errors import RegularsError
    from domains.kit.domain import DomainError

    try:
        yield
    except DomainError as error:
        raise CommandFailed(str(error), "Repair or remove that domain.") from None
    except RegularsError as error:
        raise CommandFailed(error.detail, error.what_to_do) from None
