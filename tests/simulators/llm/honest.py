"""Rewordings that keep to their draft, in a model's many ways: what must be let through."""

PROPOSED = (
    "To sum up: I return the kettle of order R482913 and refund $34.90 to the gift card ending in 8405. "
    "Shall I go ahead?"
)
MISTAKEN = PROPOSED.replace("kettle", "toaster")
DONE = "Your return has been completed."

HONEST: dict[tuple[str, ...], tuple[str, ...]] = {
    (): (
        "Hello! I want to return the kettle from order R482913. How much would I get back?",
        "Good morning, I'd like to send back the kettle I bought, order number R482913. What refund will I get?",
        "Hey, it's about order #R482913. I would like to return the kettle. Could you tell me how much I'll get back?",
        "Hi there, I need to return a kettle from my order, R482913. What would the refund be?",
        "hi, can i return the kettle from R482913? and what is the refund?",
    ),
    ("What is your e-mail address?",): (
        "It's nora.weaver@mailhaven.example.",
        "Sure thing, you can find me under nora.weaver@mailhaven.example.",
        "My email: nora.weaver@mailhaven.example",
        "Of course! The address I use is nora.weaver@mailhaven.example.",
        "That would be nora.weaver@mailhaven.example, I believe.",
        "nora.weaver@mailhaven.example is the one I signed up with.",
    ),
    ("Please tell me your full name and postcode.",): (
        "I'm Nora Weaver and my postcode is 40318.",
        "The name is Nora Weaver, postcode 40318.",
        "Sure! Nora Weaver, and I live in 40318.",
        "Nora Weaver here. The postcode should be 40318.",
        "Full name: Nora Weaver, postcode: 40318.",
        "Yeah, so that's Nora Weaver, 40318.",
    ),
    ("Why do you want to return it?",): (
        "Honestly, I no longer need it.",
        "I no longer need it, that's all there is to it.",
        "Simple: I no longer need it.",
        "Because I no longer need it.",
    ),
    ("What is your phone number?",): (
        "I'd rather keep my phone number to myself.",
        "Sorry, but I don't feel comfortable sharing my phone number.",
        "I prefer not to share my phone number here.",
        "I don't want to give out my phone number, if that's okay.",
    ),
    ("Which item would you like to return?",): (
        "It's the kettle.",
        "The kettle, please.",
        "I'm talking about the kettle.",
        "That would be the kettle, thanks.",
    ),
    ("To which payment method should the refund go?",): (
        "Please put it on my gift card ending in 8405.",
        "I'd like it on the gift card ending in 8405.",
        "My gift card ending in 8405 would be great.",
        "Onto my gift card, the gift card ending in 8405.",
    ),
    (PROPOSED,): (
        "Yes, please go ahead.",
        "Absolutely, that works for me.",
        "Sure, please do.",
        "That's right, please proceed.",
        "Yes, that sounds great, thank you!",
        "Yep, go for it.",
        "Yes please!",
        "Perfect, you can go ahead with it.",
        "Yes, no problem with that at all.",
    ),
    (MISTAKEN,): (
        "No, that's wrong. It should be the kettle.",
        "No, I meant the kettle.",
        "That's not right, it's about the kettle.",
        "Nope, it's the kettle I want to send back.",
        "Hold on, no. I'm talking about the kettle here.",
    ),
    ("I'm sorry, this cannot be returned.",): (
        "But one of your people told me that this is covered.",
        "I was told by somebody on your team that this would be covered!",
        "That's odd, because a person at your company assured me it was covered.",
        "One of your people said this was covered, so please check.",
    ),
    (PROPOSED, DONE): (
        "So is it all done now?",
        "Just to make sure, has that gone through already?",
        "Okay, so it's been completed?",
        "Is everything finished, then?",
    ),
    (PROPOSED, DONE, "Yes, it is done."): (
        "Wonderful, thank you. I also need another order cancelled, the one with the lamp.",
        "Great! There's another order I'd like to cancel as well, the one with the lamp.",
        "Good. Could you also cancel a different order for me, the one with the lamp?",
    ),
    ("One moment please, I am checking that now.",): (
        "Okay, thank you.",
        "Sure, take your time.",
        "No worries, I'll wait.",
        "Alright, thanks a lot.",
        "No rush, thanks!",
    ),
    ("Would you like me to transfer you to a human agent?",): (
        "No, I'd rather stay with you. Can't you help me yourself?",
        "No, please don't hand me over. Could you not help me yourself?",
        "No thanks, don't transfer me. Can you help me instead?",
    ),
    ("I am transferring you to a human agent now.",): (
        "Alright, I'll talk to them.",
        "Okay, I'll speak with them then.",
        "Fine, then I will talk to them.",
    ),
    ("",): ("Hello, are you still there?", "Hey, is anyone there?", "Are you still with me?", "Anybody there?"),
    ("What is your e-mail address?", "I could not find a customer with that e-mail address."): (
        "That's strange. Once again: my e-mail is nora.weaver@mailhaven.example and the order number is R482913.",
        "Hm, please check again. It's nora.weaver@mailhaven.example, order R482913.",
        "Really? I have nora.weaver@mailhaven.example here, and #R482913 for the order.",
    ),
}
"""By the agent's messages in a conversation with Nora."""
