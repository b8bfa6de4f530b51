"""The part of the conformance suite that looks at a domain's checks."""

import re
from collections.abc import Callable, Iterable, Iterator

from domains.kit.askings import Unasked, Unsuggested
from domains.kit.checks import Before, Check, Claims, Confirmed, Identified, Phrases, Promises, Refusals
from domains.kit.domain import Domain
from domains.kit.facts import OwnWords


def checks_name_what_is_there(domain: Domain) -> Iterator[str]:
    """Checks name tools and arguments of the domain, and each has an id of its own."""
    ids = [check.id for check in domain.checks]
    yield from (f"two checks have the id {check_id!r}" for check_id in sorted({i for i in ids if ids.count(i) > 1}))
    for check in domain.checks:
        yield from (f"check {check.id}: {problem}" for problem in _problems(domain, check))


def _problems(domain: Domain, check: Check) -> Iterator[str]:
    match check:
        case Phrases() | Unasked():
            yield from _pattern_problems(
                check.things if isinstance(check, Unasked) else (*check.banned, *check.required)
            )
        case Before():
            yield from _before_problems(domain, check)
        case Claims():
            yield from _unknown_tools(domain, (name for deed in check.deeds for name in deed.tools))
            for slot in (deed.slot for deed in check.deeds if deed.slot is not None):
                known = domain.lexicon.slot(slot)
                if known is None or known.pattern is None:
                    yield f"the lexicon has no slot {slot!r} with a pattern of identifiers"
        case Promises():
            yield from _unknown_tools(domain, (name for promise in check.promises for name in promise.tools))
        case OwnWords(tool=name, argument=argument, slot=key):
            yield from _unknown_tools(domain, (name,))
            yield from _argument_problems(domain, {name: (argument,)})
            if domain.lexicon.slot(key) is None:
                yield f"the lexicon has no slot {key!r}"
        case Unsuggested():
            yield from _pattern_problems(way for ways in check.values.values() for way in ways)
            yield from _unknown_actions(domain, (check.action,))
        case Refusals():
            yield from _unknown_actions(domain, check.paying)


def _pattern_problems(patterns: Iterable[str]) -> Iterator[str]:
    for pattern in patterns:
        try:
            re.compile(pattern)
        except re.error as error:
            yield f"{pattern!r} is no regular expression: {error}"


def _before_problems(domain: Domain, check: Before) -> Iterator[str]:
    named = list(check.tools)
    match check.requires:
        case Identified(by=by, whose=whose):
            named += (*by, *whose)
            yield from _argument_problems(domain, {name: (argument,) for name, argument in whose.items()})
        case Confirmed(values=values):
            named += values
            yield from _argument_problems(domain, values)
    yield from _unknown_tools(domain, named)


def _unknown_actions(domain: Domain, keys: Iterable[str]) -> Iterator[str]:
    known = {action.key for action in domain.lexicon.actions}
    return (f"the lexicon has no action {key!r}" for key in keys if key not in known)


def _unknown_tools(domain: Domain, names: Iterable[str]) -> Iterator[str]:
    return (f"there is no tool {name!r}" for name in dict.fromkeys(names) if domain.toolbox.get(name) is None)


def _argument_problems(domain: Domain, values: dict[str, tuple[str, ...]]) -> Iterator[str]:
    for name, arguments in values.items():
        if tool := domain.toolbox.get(name):
            known = tool.parameters.get("properties", {})
            yield from (f"tool {name} has no argument {argument!r}" for argument in arguments if argument not in known)


CHECKS: tuple[Callable[[Domain], Iterable[str]], ...] = (checks_name_what_is_there,)
