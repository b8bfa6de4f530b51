"""The manners there are, by name: how plain, terse, verbose, list-loving and chatty agents word the same acts."""

from dataclasses import replace

from app.agents.manner import Manner

PLAIN = Manner(
    name="plain",
    ask=(
        "Could you please tell me your {slots}?",
        "I still need your {slots}. Could you give me that, please?",
    ),
    propose=(
        "I can {summary}. Shall I go ahead? Please answer yes or no.",
        "To be sure that I have it right, I would {summary}. Is that correct, and shall I do it? (yes/no)",
        "Once more: I would {summary}. Would you like me to go ahead? (yes/no)",
    ),
    claim=("Done: {receipt}.", "{Receipt}."),
    offer=(
        "I am sorry, {missing} is not available. I can offer {choices} instead. Which one would you like?",
        "Unfortunately {missing} is not available. I can offer {choices} instead. Please tell me which one you want.",
    ),
    offer_nothing=("I am sorry, {missing} is not available, and there is nothing that I can offer in its place.",),
    refuse=(
        "I am sorry, but I cannot {what}, because {because}.",
        "I understand that this is disappointing. I still cannot {what}: {because}, and I cannot make an exception.",
        "I am sorry, my answer stays the same: I cannot {what}, because {because}.",
        "I have to repeat that I cannot {what}. The reason is that {because}.",
    ),
    more=("Is there anything else I can help you with?", "Can I help you with anything else?"),
    assure=("Yes, it is done: {receipts}.", "Yes, I have completed it: {receipts}."),
    tell=("{facts}", "As I said: {facts}"),
    hand_over=("I am transferring you to a colleague now.",),
    bye=("You are welcome. Goodbye!", "Thank you for contacting us. Have a good day!"),
)

VERBOSE = Manner(
    name="verbose",
    ask=(
        "I would be more than happy to look into this for you. In order for me to assist you further, could you please "
        "provide me with your {slots}?",
        "I apologize for having to ask again. Before I can continue, I still need your {slots}. "
        "Could you please share that with me?",
    ),
    propose=(
        "Thank you for your patience while I checked everything for you. Here is what I would do:\n\n"
        "- I would {summary}.\n\nShall I go ahead with this? Please reply with **yes** or **no**.",
        "I apologize for the confusion. To make sure that everything is exactly as you wish, let me summarize it once "
        "more:\n\n- I would {summary}.\n\nDo you confirm that this is right (yes/no)?",
        "Thank you for bearing with me. Just to be perfectly sure:\n\n- I would {summary}.\n\n"
        "Would you like me to go ahead with this (yes/no)?",
    ),
    claim=(
        "Thank you very much for confirming. I am pleased to let you know that {receipt}.",
        "Everything has been taken care of: {receipt}.",
    ),
    offer=(
        "I have checked this carefully for you, and I am very sorry to say that {missing} is not available. "
        "What I can offer you instead is {choices}. Which one would you like?",
    ),
    offer_nothing=(
        "I have checked this carefully for you, and I am very sorry to say that {missing} is not available. "
        "There is nothing else that I can offer in its place.",
    ),
    refuse=(
        "I completely understand your situation, and I am truly sorry for the inconvenience. Unfortunately, "
        "I cannot {what}, because {because}.",
        "I hear you, and I really wish that I could give you a different answer. However, I cannot {what}: "
        "{because}, and our policy leaves me no room for an exception.",
        "I do appreciate your patience, and I am sorry to disappoint you. My answer remains that I cannot {what}, "
        "because {because}.",
    ),
    more=(
        "Is there anything else that I can help you with today?",
        "If there is anything more on your mind, I am glad to help. Can I assist you with anything else?",
    ),
    assure=("Yes, absolutely. I can confirm that it is done: {receipts}.",),
    tell=("Thank you for asking! {facts}", "Of course, I am happy to repeat that. {facts}"),
    hand_over=("I am transferring you to one of my colleagues now, who will take it from here.",),
    bye=(
        "You are most welcome! It was a pleasure to help you. Have a wonderful day, and goodbye!",
        "Thank you for contacting us. Take care, and goodbye!",
    ),
    greeting="Thank you so much for reaching out to us today!",
    joiner="\n\n",
)

TERSE = Manner(
    name="terse",
    ask=("Your {slots}?", "Please give me your {slots}."),
    propose=("I would {summary}. OK?", "So: {summary}. Shall I? (yes/no)", "I would {summary}. Do you confirm?"),
    claim=("Done. {Receipt}.",),
    offer=("{Missing} is not available. I can offer {choices}. Which one?",),
    offer_nothing=("{Missing} is not available, and neither is anything like it.",),
    refuse=(
        "Sorry, I can't {what}: {because}.",
        "No, I can't {what}. {because}.",
        "It stays a no: I can't {what}, because {because}.",
    ),
    more=("Anything else?", "Is there anything else?"),
    assure=("Yes, done: {receipts}.",),
    tell=("{facts}",),
    hand_over=("Transferring you to a colleague now.",),
    bye=("Goodbye.", "Bye, have a good day."),
)

LISTS = Manner(
    name="lists",
    ask=(
        "To continue I need the following information from you:\n\n{bullets}\n\nPlease provide all of it.",
        "I still need the following:\n\n{bullets}\n\nPlease provide it, so that I can continue.",
    ),
    propose=(
        "### Summary of the change\n\n- I will {summary}\n\n**Do you confirm? (yes/no)**",
        "### Corrected summary\n\n- I will {summary}\n\n**Is this correct, and shall I proceed? (yes/no)**",
    ),
    claim=("### Completed\n\n- {Receipt}.",),
    offer=(
        "Unfortunately, {missing} is not available. These are the options that I can offer:\n\n{bullets}\n\n"
        "Which one would you like?",
    ),
    offer_nothing=("Unfortunately, {missing} is not available, and there are no other options that I can offer.",),
    refuse=(
        "I'm sorry, but I'm unable to {what}.\n\n- **Reason:** {because}",
        "I understand your frustration. However, I'm unable to {what}.\n\n- **Reason:** {because}\n"
        "- I cannot make exceptions to this.",
        "As I said, I'm unable to {what}, because {because}. I cannot make an exception to this rule.",
    ),
    more=("Is there anything else I can assist you with?", "Do you need help with anything else?"),
    assure=("Yes, this has been completed:\n\n- {receipts}.",),
    tell=("Here is what I found:\n\n- {facts}", "Once again:\n\n- {facts}"),
    hand_over=("I'm transferring you to a human colleague now.",),
    bye=("You're welcome! Have a great day!",),
    joiner="\n\n",
)

CHATTY = Manner(
    name="chatty",
    ask=(
        "No worries, I've got you! Could you just send me your {slots}? Then I can have a look.",
        "Hmm, I think one thing is still missing on my side. What was your {slots} again?",
    ),
    propose=(
        "Okay, so here's the plan: I'll {summary}. Does that sound good to you? Just say yes and I'll do it!",
        "Oops, my bad! Let me try that again: I'll {summary}. Is that right, and should I go ahead?",
        "Third time lucky! I'll {summary}. Shall I do it?",
    ),
    claim=("Yay, all set! {Receipt}.", "And that's done: {receipt}."),
    offer=(
        "Oh no, it looks like {missing} is not available! But hey, I can offer you {choices}. Which one do you want?",
    ),
    offer_nothing=("Oh no, it looks like {missing} is not available, and I've nothing else like it to offer. Sorry!",),
    refuse=(
        "Oh, I'm really sorry to say this, but I can't {what}, because {because}. I wish I could!",
        "I totally get it, and I'd be annoyed too! But I really can't {what}, because {because}.",
        "I hear you! Sadly it's still the same: I can't {what}, because {because}.",
    ),
    more=("Anything else I can do for you today?", "So, is there anything else on your list?"),
    assure=("Yep, it's done, pinky promise: {receipts}.",),
    tell=("Good question! {facts}", "Sure thing, here it is again. {facts}"),
    hand_over=("Hang tight, I'm transferring you to a colleague right now!",),
    bye=("You're so welcome! Bye and have a lovely day!",),
    greeting="Hey there, thanks so much for getting in touch!",
)

ALL_AT_ONCE = replace(
    PLAIN,
    name="all_at_once",
    ask=(
        "Before I start, please answer these questions:\n\n{numbers}",
        "Some answers are still missing:\n\n{numbers}\n\nPlease answer them, so that I can go on.",
    ),
    greeting="Hello, and thank you for your message.",
    joiner="\n\n",
    asks_all_first=True,
)

ASSISTANT = Manner(
    name="assistant",
    ask=(
        "I'd be happy to help you with that! To get started, could you please provide the following details?\n\n"
        "{bullets}\n\nOnce I have this information, I can look into it for you.",
        "Thank you! I just need a bit more information to proceed:\n\n{bullets}\n\n"
        "Could you please share these details?",
    ),
    propose=(
        "Great news! I've reviewed everything, and I can take care of this for you.\n\n"
        "## Proposed change\n\n- I will **{summary}**\n\n"
        "**Would you like me to proceed with this? (yes/no)**",
        "I apologize for the confusion! Let me correct that:\n\n## Updated details\n\n- I will **{summary}**\n\n"
        "**Does this look correct, and shall I go ahead? (yes/no)**",
    ),
    claim=("## All set!\n\nI've completed your request: **{receipt}**.",),
    offer=(
        "I appreciate your patience while I checked on this.\n\n## Availability\n\n"
        "Unfortunately, {missing} is **not available** at the moment. However, I can offer the following "
        "alternatives:\n\n{bullets}\n\nWhich of these would you prefer?",
    ),
    offer_nothing=(
        "I appreciate your patience while I checked on this. Unfortunately, {missing} is **not available** at the "
        "moment, and there are no alternatives that I can offer.",
    ),
    refuse=(
        "I completely understand how important this is to you. Unfortunately, I'm **not able to {what}**, because "
        "{because}.",
        "I truly understand your frustration, and I wish I had better news. Unfortunately, I'm still not able to "
        "{what}, because {because}. This is a firm policy on our end.",
        "Thank you for your understanding. As mentioned, I'm unable to {what}, since {because}.",
    ),
    more=(
        "Is there anything else I can help you with today?",
        "Please let me know: is there anything else I can assist you with?",
    ),
    assure=("Absolutely! I can confirm that this has been completed: **{receipts}**.",),
    tell=(
        "Great question! Here's what I found:\n\n**{facts}**",
        "Of course! To recap:\n\n**{facts}**",
    ),
    hand_over=("I'll transfer you to one of our human agents now, who will be able to assist you further.",),
    bye=(
        "You're very welcome! It was a pleasure assisting you. Have a wonderful day! 😊",
        "Thank you for reaching out! Take care, and have a great day!",
    ),
    joiner="\n\n",
)

MIXED = replace(PLAIN, name="mixed", mixes=(PLAIN, VERBOSE, TERSE, LISTS, CHATTY, ASSISTANT))

MANNERS = {manner.name: manner for manner in (PLAIN, VERBOSE, TERSE, LISTS, CHATTY, ALL_AT_ONCE, ASSISTANT, MIXED)}
