"""What the traits of a speaker add to set a. Nothing in here says yes or no, or names a value."""

from domains.kit.scenario import Trait
from simulators.agenda.wording.pack import Aside

ASIDES: dict[Trait, Aside] = {
    Trait.IMPATIENT: Aside(
        before=(
            "Come on.",
            "Listen.",
            "Let's be quick.",
            "Look here.",
            "Let's keep this brief.",
            "I'll keep this short.",
        ),
        after=(
            "I haven't got all day.",
            "Hurry up a bit.",
            "Make it quick.",
            "I'm in a rush.",
            "I've got other things to do.",
            "Time flies.",
        ),
        parting=(
            "That took long enough.",
            "Finally.",
            "I'm off, I'm late already.",
            "Got to run.",
        ),
    ),
    Trait.POLITE: Aside(
        before=(
            "Thank you for your patience.",
            "I hope you're well.",
            "Thanks for your help.",
            "It's kind of you to help.",
            "I appreciate you taking the time.",
            "You're very patient with me.",
        ),
        after=(
            "Many thanks.",
            "Thank you kindly.",
            "I'm grateful for your help.",
            "Thanks in advance.",
            "Thank you so much.",
            "Thank you for looking into it.",
        ),
        parting=(
            "Thank you for all your help.",
            "It was kind of you to help me.",
            "Many thanks, and have a good day.",
            "Thanks again.",
        ),
    ),
    Trait.CONFUSED: Aside(
        before=(
            "Um.",
            "Hm, let me see.",
            "I'm a bit lost here.",
            "Let me think.",
            "Oh, wait a moment.",
            "Bear with me, I'm slow at this.",
        ),
        after=(
            "I had to read that twice.",
            "This is all a bit much for me.",
            "I get muddled with these things.",
            "I'm slow with these things.",
            "I hope I've got that straight.",
            "I lose track so easily.",
        ),
        parting=(
            "I think I followed most of that.",
            "I hope I've understood it all.",
            "I'll have to read this over again.",
            "Goodness, that was a lot.",
        ),
    ),
    Trait.SCEPTICAL: Aside(
        before=(
            "Hm.",
            "I'm curious where this leads.",
            "I've stopped getting my hopes up.",
            "I've been through this sort of thing before.",
            "I like to have things in writing.",
            "I'm only saying it once.",
        ),
        before_details=(
            "I'm careful with such details, but well.",
            "I hope this stays between us.",
            "I suppose you need this.",
            "I'd have thought you had this already.",
            "I rarely give this out.",
        ),
        after=(
            "I'll keep a copy of this.",
            "I've been let down before.",
            "I'll believe it when I see it.",
            "I've learned to double-check.",
            "I've read too much small print in my life.",
            "I'm used to surprises by now.",
            "I've heard a lot of big words before.",
            "I keep notes of these things.",
        ),
        parting=(
            "I'll check it by and by.",
            "I'll make a note of the hour.",
            "I'll see for myself.",
            "I'll keep this conversation, in case.",
            "We'll see how it turns out.",
            "I'll be watching my account.",
        ),
    ),
    Trait.CHATTY: Aside(
        before=(
            "What a day it's been!",
            "You know, I was telling my neighbour about this.",
            "It's raining cats and dogs over here, by the way.",
            "I've just made myself some tea.",
            "I'm writing this on the sofa, by the way.",
            "My tea has gone cold, but never mind.",
            "The whole street is out in the garden today.",
        ),
        after=(
            "My sister always says I should write these things down.",
            "Anyway, that's how it is over here.",
            "I do like a good chat, you can tell.",
            "My cat is watching me type.",
            "I've been baking all morning, the kitchen is a sight.",
            "We've had such odd weather lately.",
            "I'm off to see a friend later, so I'm all smiles.",
        ),
        parting=(
            "It was lovely chatting.",
            "I'm off to water the plants.",
            "Now the cat wants her dinner.",
            "Enjoy the rest of your day.",
        ),
    ),
    Trait.FORMAL: Aside(
        greeting=("Good day.", "Good day to you."),
        before=(
            "Further to our exchange:",
            "With regard to my enquiry:",
            "If I may put it this way:",
            "For the record:",
            "To come to the point:",
            "As requested:",
        ),
        after=(
            "I trust that this is in order.",
            "I look forward to your reply.",
            "Kindly take note of it.",
            "I leave the rest to you.",
            "Please consider this as my statement.",
            "I thank you for your attention.",
        ),
        parting=(
            "With kind regards.",
            "Yours sincerely.",
            "I thank you for your assistance.",
            "I consider the matter closed.",
        ),
    ),
    Trait.RAMBLING: Aside(
        before=(
            "So my {him} was over for lunch, he's {his_project} again, a whole {season} he's been at it, and he said I "
            "should get in touch, so here I am.",
            "Where was I? The {noise} keeps going today, first {caller}, then {other_caller}. Anyway.",
            "It's funny, we used to have a shop like yours {round_here}, with {sign} on the door, and the lady knew "
            "everybody by name. That's long gone. But to the point.",
            "I've been meaning to deal with this {since}, and then {mishap}, you can imagine. Well.",
            "We were just talking about {building_site}, for years now, and there's still only {makeshift}, my {him} "
            "goes past it every day. But anyway.",
            "I meant to write {earlier}, only {tradesman} came, and he knows my {him}, so you can guess how long "
            "that took.",
            "I've got a pot of {jam} on the stove, {plenty} this year. Let me see.",
            "There was a letter from {old_place} today, after all these years, you'd hardly believe it. So, then.",
            "The {birds} are back {nest}, and they make such a racket. Now then.",
            "I had it all written down on {paper}, and then {taker} took it. Never mind.",
            "My {her} told me to do this by telephone, she does {everything} by telephone, but here I am.",
        ),
        after=(
            "It's like what happened to my {her} with her {curtains}, they measured it twice and it was still too "
            "{short}. But that's another story.",
            "And now the neighbours are {drilling} again, {each_day} the same, I can hardly hear myself think.",
            "My late {elder} would have written a letter about it, with {pen}, he loved letters.",
            "I only say this because we're {upheaval} next month, and there are {heaps} up to the ceiling already.",
            "I had {teacher} once who said that {virtue} is half of life, a tall man with {prop}, he never kept to it "
            "himself.",
            "They've changed the {timetable} again, you know, and now I have to walk past the {landmark}, which is "
            "pretty, mind you.",
            "My {her} collects {collection}, from every town she's been to, I keep thinking I should bring her one.",
            "It reminds me of the {season} when {hardship}, and we all {huddled} together.",
        ),
        parting=(
            "Well, I'd better see to the {jam}, or it'll be all over the stove.",
            "Now I'll go and tell my {her}, she'll want to hear the whole of it.",
            "I could go on, but the {visitors} are at the door.",
            "That's another thing off my list, and there's still the {chore} to do.",
            "Now I can see to the {store_room} at last, the {stores} want turning.",
            "My {him} is waving over the fence, he'll have news of the {parish}.",
            "So, and {tonight} they're showing that old film with the {film_thing}, I never miss it.",
        ),
    ),
    Trait.ANXIOUS: Aside(
        before=(
            "I'm a little nervous about this.",
            "I hope I'm doing this properly.",
            "I've been worrying about it all night.",
            "I really hope this goes well.",
            "I'm always uneasy about these things.",
            "I hope that I'm asking this properly.",
        ),
        after=(
            "I just want to be certain.",
            "These things keep me awake.",
            "I hope nothing goes amiss.",
            "I'd hate to make a mess of it.",
            "My stomach is in knots, to be honest.",
            "I'd feel better if it were over.",
        ),
        parting=(
            "I'll try to stop worrying now.",
            "I hope I can sleep tonight.",
            "I hope nothing else comes up.",
            "What a relief to have it behind me.",
        ),
    ),
}
