"""What the traits of a speaker add to set b: held out from set a. Nothing in here says yes or no, or names a value."""

from domains.kit.scenario import Trait
from simulators.agenda.wording.pack import Aside

ASIDES: dict[Trait, Aside] = {
    Trait.IMPATIENT: Aside(
        before=(
            "Let's get on with it.",
            "This is taking ages.",
            "Quickly now.",
            "I've waited long enough.",
            "Let me be brief.",
            "I'm on my way out.",
        ),
        after=(
            "Time is short.",
            "And be fast about it.",
            "My break is nearly over.",
            "The sooner the better.",
            "There's a queue behind me.",
            "I'd like to be done soon.",
        ),
        parting=(
            "About time.",
            "I must dash.",
            "I have to go now.",
            "At long last.",
        ),
    ),
    Trait.POLITE: Aside(
        before=(
            "I do appreciate your time.",
            "It's good of you to look into this.",
            "Thank you for being so helpful.",
            "I'm much obliged to you.",
            "You're a great help to me.",
            "Thanks ever so much for bearing with me.",
        ),
        after=(
            "That's very kind of you.",
            "With thanks for your trouble.",
            "I really appreciate it.",
            "You're most helpful, thank you.",
            "I'm thankful for your efforts.",
            "It's a pleasure dealing with you.",
        ),
        parting=(
            "You've been a great help, thank you.",
            "All the best to you, and thanks.",
            "Thank you, and take good care.",
            "My thanks to you.",
        ),
    ),
    Trait.CONFUSED: Aside(
        before=(
            "Er.",
            "I'm getting mixed up.",
            "Oh dear, so many details.",
            "Let me collect my thoughts.",
            "My, this is complicated.",
            "One thing after the other.",
        ),
        before_details=("Now where did I put that.", "I have it here somewhere, on a slip of paper."),
        after=(
            "I had to go through it again.",
            "I do mix things up at times.",
            "My head is spinning a little.",
            "I'm new to all this.",
            "These screens get the better of me.",
            "It's all Greek to me, really.",
        ),
        parting=(
            "I'll ask my daughter to explain it to me.",
            "I think it's clear to me now, more or less.",
            "My head needs a rest.",
            "So many steps for one thing.",
        ),
    ),
    Trait.SCEPTICAL: Aside(
        before=(
            "Past experience makes me careful.",
            "I'm taking notes.",
            "I've seen such things go astray.",
            "I'm reading this closely.",
            "I have my doubts, but let's see.",
            "I'd like this to be watertight.",
        ),
        before_details=(
            "I trust that you keep this to yourselves.",
            "You should have this on record, I'd say.",
            "I'm wary of giving things out.",
            "I wonder why that matters.",
        ),
        after=(
            "I'm keeping an eye on this.",
            "I've heard many promises.",
            "I'd be surprised if it went smoothly.",
            "I've learned to be careful.",
            "I've been told all sorts of things before.",
            "Seeing is believing.",
            "I read everything to the end these days.",
        ),
        parting=(
            "I'll look at my statement next week.",
            "Time will tell.",
            "I'll hold you to it.",
            "I've saved a copy of all this.",
        ),
    ),
    Trait.CHATTY: Aside(
        before=(
            "The sun has come out at last over here.",
            "I've got the radio on, they're playing all the old songs.",
            "My dog is staring at me as I type.",
            "Such a week, I can tell you.",
            "I've just come in from the market, bags everywhere.",
            "There's a lovely smell from the bakery downstairs.",
            "I was in the middle of a crossword, actually.",
        ),
        after=(
            "My husband would laugh if he saw me typing.",
            "Well, such is life.",
            "I could talk about this for hours.",
            "The ice-cream van is outside, by the way.",
            "My niece is visiting, she keeps us all amused.",
            "I've got my feet up, very cosy.",
            "The neighbours are having a party, I can hear the band.",
        ),
        parting=(
            "Nice talking to you.",
            "Back to my crossword now.",
            "The dog needs his walk.",
            "Give my regards to your colleagues.",
        ),
    ),
    Trait.FORMAL: Aside(
        greeting=("Good morning.", "Good evening to you."),
        before=(
            "In reply to your message:",
            "I beg to state the following:",
            "Concerning the matter at hand:",
            "As a matter of form:",
            "Permit me to say this:",
            "With reference to the above:",
        ),
        after=(
            "You have my thanks in advance.",
            "I leave the matter in your hands.",
            "I await your response.",
            "I trust that this will do.",
            "I rely on your diligence.",
            "I am grateful for your assistance.",
        ),
        parting=(
            "Yours faithfully.",
            "With best regards.",
            "I am obliged to you.",
            "I regard this as concluded.",
        ),
    ),
    Trait.RAMBLING: Aside(
        before=(
            "I was going to do this from the {transport}, but then there was {crowd} in the front, {at_it}, all the "
            "way to the {terminus}, lovely people though. Back to business.",
            "My {adviser} says these things happen to everybody, and she would know, {insight}. Now then.",
            "We had {guests} here, everybody wanting the {room} at the same time, so I've only just sat down.",
            "The {messenger} has just been, with {delivery} for next door, they get something {often}. Anyhow.",
            "I've been sorting the {lumber_room}, {finds}, {more_finds} that nobody remembers buying. So, now I've "
            "got a minute.",
            "The doctor told me to {exercise}, so I do, as far as the {destination} and back, and there's always "
            "somebody to talk to. Well then.",
            "I was at my {kin}'s {party} last week, they had {music}, at that age, imagine. Anyway, to business.",
            "They've dug up the {road} again, and the {van} went round by the {water} and got stuck. Oh well.",
            "I've finally found my {lost}, they were in the {hiding_place}, of all places. So.",
            "The {animal} next door has moved in with us, more or less, it just sits {spot} and looks. Let me "
            "concentrate.",
        ),
        after=(
            "Which reminds me, I still have {loan} of my {kin}'s in the {lumber_room}, lent to me {long_ago} and never "
            "asked for since.",
            "In the old days people simply walked into a shop and talked about {small_topic} first, I miss that.",
            "My {kin} keeps telling me to use the other {device}, but that one {quirk}.",
            "There's {visitor_bird} on the {ledge} now, it comes every {time_of_day} for the {scraps}, a cheeky thing.",
            "We had a lodger once who {habit}, every {weekday} evening, a very quiet man.",
            "The new baker puts {spice} in everything, I've got used to it, but my {kin} keeps well away.",
            "I keep meaning to learn {skill}, there's an old {relic} in the hall, we keep {ornaments} on it.",
            "My father used to {trade}, the house was full of them, and each one {difference}.",
        ),
        parting=(
            "Well, the {baking} should be ready by this time, I can smell it.",
            "I'll have some {snack}, and then there's the {pastime}, and then we'll see.",
            "My {kin} will be round any minute with the photographs, {how_many} of them.",
            "And now for the {lumber_room}, it won't tidy itself.",
            "The {club} meets {when}, and I haven't looked at my part yet.",
            "I must be off to the {plot}, the {crop} are up to the roof of the shed.",
        ),
    ),
    Trait.ANXIOUS: Aside(
        before=(
            "Sorry, I get worked up about such things.",
            "My heart is racing a bit.",
            "I always fear the worst.",
            "I've gone over this in my head so often.",
            "I'm trying to stay calm.",
            "I hope there's nothing amiss with my account.",
        ),
        after=(
            "I couldn't bear it if this went awry.",
            "I'd sleep better knowing it's settled.",
            "I'm a worrier, I know.",
            "I want this to go well so badly.",
            "It's been weighing on me.",
            "I can't help fretting.",
        ),
        parting=(
            "I can breathe again, almost.",
            "I'll try to put it out of my mind.",
            "I do hope that's the end of it.",
            "My nerves will thank me.",
        ),
    ),
}
