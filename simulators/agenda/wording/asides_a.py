"""What the traits of a speaker add to set a. Nothing in here says yes or no, or names a value."""

from domains.kit.scenario import Trait
from simulators.agenda.wording.pack import Aside

ASIDES: dict[Trait, Aside] = {
    Trait.IMPATIENT: Aside(
        before=("Come on.", "Listen.", "Let's be quick.", "Look here."),
        after=("I haven't got all day.", "Hurry up a bit.", "Make it quick.", "I'm in a rush."),
    ),
    Trait.POLITE: Aside(
        before=(
            "Thank you for your patience.",
            "I hope you're well.",
            "Thanks for your help.",
            "It's kind of you to help.",
        ),
        after=("Many thanks.", "Thank you kindly.", "I'm grateful for your help.", "Thanks in advance."),
    ),
    Trait.CONFUSED: Aside(
        before=("Um.", "Hm, let me see.", "I'm a bit lost here.", "Let me think."),
        after=(
            "At least I think so.",
            "This is all a bit much for me.",
            "I get muddled with these things.",
            "I think that is it.",
        ),
    ),
    Trait.SCEPTICAL: Aside(
        before=("Well, we'll see.", "If you say so.", "Hm.", "I have my doubts."),
        after=(
            "I hope it goes better this time.",
            "I've been let down before.",
            "I'll believe it when I see it.",
            "Let's hope so.",
        ),
    ),
    Trait.CHATTY: Aside(
        before=(
            "What a day it's been!",
            "You know, I was telling my neighbour about this.",
            "It's raining cats and dogs over here, by the way.",
            "I've just made myself some tea.",
        ),
        after=(
            "My sister always says I should write these things down.",
            "Anyway, that's how it is over here.",
            "I do like a good chat, you can tell.",
            "My cat agrees, by the look of her.",
        ),
    ),
    Trait.FORMAL: Aside(
        before=(
            "Further to our exchange:",
            "With regard to my enquiry:",
            "If I may put it this way:",
            "For the record:",
        ),
        after=(
            "I trust that this is in order.",
            "I look forward to your reply.",
            "Kindly take note of it.",
            "I remain at your disposal.",
        ),
    ),
    Trait.RAMBLING: Aside(
        before=(
            "So my brother-in-law was over for lunch, he's painting his boat again, a whole summer he's been at it, "
            "and he said I should get in touch, so here I am.",
            "Where was I? The phone keeps ringing today, first the dentist, then a survey about yoghurt. Anyway.",
            "It's funny, we used to have a shop like yours round the corner, with a bell on the door, "
            "and the lady knew everybody by name. That's long gone. But to the point.",
            "I've been meaning to deal with this all week, and then the washing machine flooded the kitchen, "
            "you can imagine. Well.",
        ),
        after=(
            "It's like what happened to my aunt with her curtains, they measured them twice and they were still "
            "too short. But that's another story.",
            "And now the neighbours are drilling again, every afternoon the same, I can hardly hear myself think.",
            "My late grandfather would have written a letter about it, with a fountain pen, he loved letters.",
            "I only say this because we're about to go camping, and the tent has a hole, so my head is elsewhere.",
        ),
    ),
    Trait.ANXIOUS: Aside(
        before=(
            "I'm a little nervous about this.",
            "I hope I'm doing this properly.",
            "I've been worrying about it all night.",
            "I really hope this goes well.",
        ),
        after=(
            "I just want to be certain.",
            "These things keep me awake.",
            "I hope nothing goes amiss.",
            "I'd hate to make a mess of it.",
        ),
    ),
}
