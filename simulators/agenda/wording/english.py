"""The English pack: two sets of wordings that share no sentence."""

from simulators.agenda.wording import asides_a, asides_b, english_a, english_b, presses_a, presses_b, terse_a, terse_b
from simulators.agenda.wording.pack import Pack, Wordings

ENGLISH = Pack(
    sets={
        "a": Wordings(english_a.PLAIN, terse_a.TERSE, presses_a.PRESSES, english_a.WHOLE, asides_a.ASIDES),
        "b": Wordings(english_b.PLAIN, terse_b.TERSE, presses_b.PRESSES, english_b.WHOLE, asides_b.ASIDES),
    },
    fact=("my {label} is {value}", "the {label} is {value}"),
    correction=("the {label} should be {value}", "the right {label} is {value}"),
    want=("{label}: {value}", "the {label} should be {value}"),
    and_=" and ",
    no="No.",
)
