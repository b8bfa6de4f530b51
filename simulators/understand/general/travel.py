"""Slots of a journey."""

from domains.kit.values import ValueKind as Kind
from simulators.understand.general.entries import slot

TRAVEL = (
    slot(
        "passengers",
        Kind.NUMBER,
        "number of passengers",
        "how many passengers; passengers; passenger; passenger names; names of the passengers; each passenger",
        "every passenger; each traveler; every traveler; all travelers; all passengers; who will be traveling",
        "who is flying; who will be flying; who is traveling; who is going; who is coming",
        "names of all passengers; passenger details; passenger information; travelers; traveler; traveler names",
        "how many people; how many travelers; how many persons; how many adults; how many guests; how many of you",
        "how many seats; how many tickets; number of travelers; number of people; number of guests",
        "traveling party; party size; guests; anyone traveling with; traveling alone; who else is; companions",
        "travel companions; children traveling; number of seats; whose ticket",
    ),
    slot(
        "origin",
        Kind.TEXT,
        "origin",
        "departure city; departure airport; departure location; departure point; where are you flying from",
        "where you are flying from; origin city; origin airport; city of origin; city of departure",
        "airport of departure; flying from; departing from; leaving from; leave from; fly from; fly out of",
        "flying out of; starting from; traveling from; depart from; coming from; travel from; starting point",
        "where from; starting airport; starting city; fly out from; departure and; which airport are you",
        "from and to; from where; which city are you leaving; which airport will you; flying from and to",
    ),
    slot(
        "destination",
        Kind.TEXT,
        "destination",
        "destination city; destination airport; arrival city; arrival cities; where are you flying to",
        "where would you like to go; where would you like to fly; where do you want to go",
        "where do you want to fly; where you would like to go; where you would like to fly; flying to; fly to",
        "arrival airport; where are you traveling; which country; which countries; traveling to; travel to",
        "where are you headed; where you are headed; headed; heading; where are you heading; where are you going",
        "where you are going; going to; where to; from and to; and to; arriving at; arrival location",
        "what country; traveling; where you are traveling; arrival point; where are we flying",
        "which city are you flying to; country are you; country will you; final stop; abroad",
    ),
    slot(
        "cabin",
        Kind.CHOICE,
        "cabin class",
        "cabin; cabins; class of service; which cabin; what cabin; travel class; fare class; which class",
        "what class; economy or business; business or economy; economy, or business; economy or first",
        "seat preference; seating class; class would; class do; ticket class; fare type; class of travel",
        "which fare; ticket type; service class; class you; basic economy or; or business; flight class",
        "seat class; booking class",
    ),
    slot(
        "baggage",
        Kind.NUMBER,
        "number of bags",
        "bags; bag; checked bags; how many bags; baggage; luggage; how many checked bags; suitcases; suitcase",
        "how many suitcases; how many pieces of luggage; pieces of luggage; checked luggage; checked baggage",
        "how many pieces of baggage; carry-on; check in any; how many total bags",
    ),
    slot(
        "insurance",
        Kind.CHOICE,
        "travel insurance",
        "insurance; travel protection; trip protection; trip insurance; coverage for your trip",
        "insurance coverage; cancellation cover; protection plan",
    ),
)
