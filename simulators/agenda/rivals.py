"""What a wrong proposal could name in the place of what is wanted."""

from collections.abc import Sequence

from domains.kit.scenario import CustomerGoal, Want
from simulators.agenda.deliberation import Deliberation
from simulators.agenda.second_thoughts import in_its_place


def rivals_of(talk: Deliberation, goal: CustomerGoal, want: Want) -> tuple[str, ...]:
    """What a wrong proposal could name instead of a want: its `among`, and what stands for it at other preferences or
    stood for it before the customer changed their mind."""
    present = talk.wants(goal)
    ranked = goal.preference.ranked if goal.preference else ()
    wanted = {each.value for each in present}
    others = [other for wants in ranked if want not in wants for other in _counterparts(want, wants, ranked)]
    forms = [form for other in others if other.value not in wanted for form in (other.say or (other.value,))]
    return (*want.among, *forms, *in_its_place(talk, goal, want))


def _counterparts(want: Want, wants: Sequence[Want], ranked: Sequence[Sequence[Want]]) -> list[Want]:
    """The wants of another preference in the place of this one; all of its key where the shapes differ."""
    own = next((each for each in ranked if want in each), ())
    if [each.key for each in own] == [each.key for each in wants]:
        return [wants[own.index(want)]]
    return [each for each in wants if each.key == want.key]
