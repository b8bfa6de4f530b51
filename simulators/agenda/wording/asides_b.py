"""What the traits of a speaker add to set b: held out from set a. Nothing in here says yes or no, or names a value."""

from domains.kit.scenario import Trait
from simulators.agenda.wording.pack import Aside

ASIDES: dict[Trait, Aside] = {
    Trait.IMPATIENT: Aside(
        before=("Let's get on with it.", "This is taking ages.", "Quickly now.", "I've waited long enough."),
        after=("Time is short.", "And be fast about it.", "My break is nearly over.", "The sooner the better."),
    ),
    Trait.POLITE: Aside(
        before=(
            "I do appreciate your time.",
            "It's good of you to look into this.",
            "Thank you for being so helpful.",
            "I'm much obliged to you.",
        ),
        after=(
            "That's very kind of you.",
            "With thanks for your trouble.",
            "I really appreciate it.",
            "You're most helpful, thank you.",
        ),
    ),
    Trait.CONFUSED: Aside(
        before=("Er.", "Now where did I put that.", "I'm getting mixed up.", "Oh dear, so many details."),
        after=(
            "If I've understood it properly.",
            "Unless I'm mixing things up.",
            "My head is spinning a little.",
            "I'm new to all this.",
        ),
    ),
    Trait.SCEPTICAL: Aside(
        before=("I've heard that before.", "We shall see.", "So they say.", "Colour me doubtful."),
        after=(
            "I'm keeping an eye on this.",
            "Promises are cheap.",
            "I'd be surprised if it went smoothly.",
            "I've learned to be careful.",
        ),
    ),
    Trait.CHATTY: Aside(
        before=(
            "The sun has come out at last over here.",
            "I've got the radio on, they're playing all the old songs.",
            "My dog is staring at me as I type.",
            "Such a week, I can tell you.",
        ),
        after=(
            "My husband would laugh if he saw me typing.",
            "Well, such is life.",
            "I could talk about this for hours.",
            "The kettle is whistling, by the way.",
        ),
    ),
    Trait.FORMAL: Aside(
        before=(
            "In reply to your message:",
            "I beg to state the following:",
            "Concerning the matter at hand:",
            "As a matter of form:",
        ),
        after=(
            "I should be obliged for your attention to it.",
            "I leave the matter in your hands.",
            "I await your response.",
            "Be so good as to note this.",
        ),
    ),
    Trait.RAMBLING: Aside(
        before=(
            "I was going to do this from the train, but then there was a school class in the carriage, singing, "
            "all the way to the coast, lovely children though. Back to business.",
            "My hairdresser says these things happen to everybody, and she would know, the stories she hears. "
            "Now then.",
            "We had the whole family here, everybody wanting the bathroom at the same time, so I've only just "
            "sat down.",
            "The postman has just been, with a parcel for next door, they get something every single day. Anyhow.",
        ),
        after=(
            "Which reminds me, I still have a ladder of my cousin's in the shed, he lent it to me and moved away.",
            "In the old days people simply walked into a shop and talked about the weather first, I miss that.",
            "My son keeps telling me to use the other computer, but that one makes a humming noise.",
            "There's a blackbird on the balcony now, it comes every morning for the crumbs, a cheeky thing.",
        ),
    ),
    Trait.ANXIOUS: Aside(
        before=(
            "Sorry, I get worked up about such things.",
            "My heart is racing a bit.",
            "I always fear the worst.",
            "I've gone over this in my head so often.",
        ),
        after=(
            "I couldn't bear it if this went awry.",
            "I'd sleep better knowing it's settled.",
            "I'm a worrier, I know.",
            "I want this to go well so badly.",
        ),
    ),
}
