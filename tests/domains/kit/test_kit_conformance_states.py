"""Conformance of states that a domain brings itself: what the kit's own state rules out by construction."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, fields

import pytest

from domains.kit.changes import Actor, Change
from domains.kit.conformance import problems
from domains.kit.domain import Domain
from domains.kit.records import JSON
from domains.kit.state import State
from domains.kit.tools import Outcome, ToolKind


class Seedless(State):
    """Gives the same new keys whatever the seed."""

    def __init__(self, domain: Domain, _seed: str):
        super().__init__(domain.world, domain.toolbox, seed="always the same")


class Hosted(State):
    def __init__(self, domain: Domain, seed: str):
        super().__init__(domain.world, domain.toolbox, seed=seed)


class Forgetful(Hosted):
    """Loses the first of the changes that it loads."""

    def load(self, changes: Iterable[Change]) -> None:
        super().load(list(changes)[1:])


class Leaky(Hosted):
    """Counts reads in a row of the world."""

    def call(self, name: str, arguments: str | Mapping[str, JSON], *, actor: Actor = Actor.AGENT) -> Outcome:
        outcome = super().call(name, arguments, actor=actor)
        tool = self.toolbox.get(name)
        if tool is not None and tool.kind is ToolKind.READ and not outcome.is_error:
            title = self.dump()["books"]["B-01"]["title"]
            self.load([Change(table="books", key="B-01", before={"title": title}, after={"title": title + "!"})])
        return outcome


class Unsending(Hosted):
    """Takes back every notice that it has sent."""

    def call(self, name: str, arguments: str | Mapping[str, JSON], *, actor: Actor = Actor.AGENT) -> Outcome:
        outcome = super().call(name, arguments, actor=actor)
        sent = [change for change in outcome.changes if change.table == "notices"]
        self.load([change.model_copy(update={"before": change.after, "after": None}) for change in sent])
        return outcome


class Credulous(Hosted):
    """Takes any call for a good one."""

    def call(self, name: str, arguments: str | Mapping[str, JSON], *, actor: Actor = Actor.AGENT) -> Outcome:
        outcome = super().call(name, arguments, actor=actor)
        return Outcome(content="Fine.", changes=outcome.changes)


@dataclass(frozen=True)
class HostedDomain(Domain):
    """A domain with a state of another kind."""

    opened: Callable[[Domain, str], State] = Hosted

    def open_state(self, seed: str) -> State:
        return self.opened(self, seed)


def hosted(library: Domain, opened: Callable[[Domain, str], State]) -> HostedDomain:
    return HostedDomain(**{field.name: getattr(library, field.name) for field in fields(library)}, opened=opened)


@pytest.mark.parametrize(
    ("opened", "check", "words"),
    [
        (Seedless, "new_keys_follow_the_seed", "two seeds give the same new key"),
        (Forgetful, "states_can_be_rebuilt", "digest of the rebuilt state is another one"),
        (Leaky, "reading_changes_nothing", "find_member is declared read and changed the state"),
        (Unsending, "append_only_holds", "notices is append-only"),
        (Credulous, "bad_calls_are_answered", "a call of an unknown tool by the agent is no error"),
    ],
)
def test_a_state_that_breaks_its_word_is_named(
    library: Domain, opened: Callable[[Domain, str], State], check: str, words: str
) -> None:
    found = problems(hosted(library, opened))
    assert any(line.startswith(f"{check}: ") and words in line for line in found), found


def test_a_state_that_keeps_its_word_conforms(library: Domain) -> None:
    assert problems(hosted(library, Hosted)) == []
