"""The English pack: two sets of wordings that share no sentence, and what the traits of a speaker add to them."""

from domains.kit.scenario import Trait
from simulators.agenda.wording import english_a, english_b
from simulators.agenda.wording.pack import Pack, Wordings

_LEADS = {
    Trait.IMPATIENT: ("Come on.", "Listen.", "Let's be quick.", "Look here."),
    Trait.POLITE: (
        "Thank you for your patience.",
        "I hope you're well.",
        "Thanks for your help.",
        "It's kind of you to help.",
    ),
    Trait.CONFUSED: ("Um.", "Hm, let me see.", "I'm a bit lost here.", "Let me think."),
    Trait.SCEPTICAL: ("Well, we'll see.", "If you say so.", "Hm.", "I have my doubts, but all right."),
    Trait.CHATTY: (
        "What a day it's been!",
        "You know, I was telling my neighbour about this.",
        "It's raining cats and dogs over here, by the way.",
        "I've just made myself some tea.",
    ),
}
_TAILS = {
    Trait.IMPATIENT: ("I don't have all day.", "Please hurry.", "Make it quick.", "I'm in a rush."),
    Trait.POLITE: ("Many thanks.", "Thank you kindly.", "I'm grateful for your help.", "Thanks in advance."),
    Trait.CONFUSED: ("At least I think so.", "This is all a bit much for me.", "I get muddled with these things.",
                     "I think that is it."),
    Trait.SCEPTICAL: ("I hope that works this time.", "I've been let down before.", "I'll believe it when I see it.",
                      "Let's hope so."),
    Trait.CHATTY: (
        "My sister always says I should write these things down.",
        "Anyway, that's how it is over here.",
        "I do like a good chat, you can tell.",
        "My cat agrees, by the look of her.",
    ),
}  # fmt: skip

ENGLISH = Pack(
    sets={
        "a": Wordings(english_a.PLAIN, english_a.TERSE, english_a.PRESSES),
        "b": Wordings(english_b.PLAIN, english_b.TERSE, english_b.PRESSES),
    },
    fact=("my {label} is {value}", "the {label} is {value}"),
    correction=("the {label} should be {value}", "the right {label} is {value}"),
    want=("{label}: {value}", "the {label} should be {value}"),
    and_=" and ",
    no="No.",
    leads=_LEADS,
    tails=_TAILS,
)
