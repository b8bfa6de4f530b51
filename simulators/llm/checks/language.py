"""Whether a text is in the customer's language, by the words that everybody uses in it."""

import re
from functools import cache
from itertools import chain

from domains.kit.lexicon import Lexicon
from simulators.agenda.wording.pack import Wordings
from simulators.agenda.wording.speaker import pack_of
from simulators.llm.checks.fault import Fault
from simulators.understand.amounts import NUMBER_WORDS
from simulators.understand.indexed import indexed
from simulators.understand.words import listed, spaced

FAMILIAR_SHARE = 0.55
"""Of the words of a text; a rewording in English has four in five and more, one in another language one in ten."""
_ENGLISH = listed(
    "a able about above absolutely accept according account actually add added additionally advance afraid after",
    "afternoon again against ago agree ah alas all almost along already alright also although always am among",
    "amount an and another any anybody anymore anyone anything anyway apologies apologize appears appreciate",
    "appreciated are around arrange arrive arrived as ask asked asking assist assistance at available away",
    "awesome back bad basically be became because been before began behind believe below besides best better",
    "between big both bother bought box brilliant bring but buy by bye call called came can cannot care carry",
    "case certain certainly chance change changed charge charged chat cheaper check checking cheers choice choose",
    "chose clear clearly close come comes complete completely concern confirm confirmed confirming connect",
    "considering contact cool correct could couldn't couple course customer date day days deal decide decided",
    "definitely delighted deliver delivered delivery detail details did didn't difference different difficult do",
    "does doesn't doing don't done down due during e each earlier early easier easily easy either else email end",
    "enough entire especially even evening ever every everything exact exactly excellent exchange expect expected",
    "explain fair fantastic far feel few figure file final finally find fine finish finished first follow",
    "following for forget forgot forgotten forward found frankly free friend from full further furthermore gave",
    "get getting gift give given giving glad gladly go goes going gone good goodbye goodness gosh got grateful",
    "great greetings guess had hand handle happen happened happens happy hard has hasn't hate have haven't having",
    "he hear heard hello help helped helpful helping her here hers hey hi high him his hm hmm hold home honestly",
    "hope hopefully hoping hour hours house how however i i'd i'll i'm i've idea if immediately important in",
    "indeed information inside instead interested into is isn't issue it it's item items its itself job just keep",
    "keeping kept kind kindly knew know last late later least leave left less let let's letting life like likely",
    "line list listed little live long longer look looking looks lost lot lots love lovely made mail make makes",
    "making manage many marvellous marvelous matter matters may maybe me mean means meant meanwhile mention",
    "mentioned message method mind mine missing mistake moment money month more moreover morning most move moved",
    "much must my myself name named near necessary need needed needs never nevertheless new news next nice no",
    "nobody none nope nor not note nothing now number obviously of off offer often oh ok okay old on once one",
    "ones online only open option options or order ordered orders originally other others otherwise ought our out",
    "over own package paid parcel part particular party past patience pay paying payment people perfect perfectly",
    "perhaps person phew phone pick picked place placed plan please pleased pleasure point possible possibly",
    "postcode prefer preferred pretty previous price probably problem proceed process product promise promised",
    "provide purchase purchased put question questions quick quickly quite rather reach read ready real really",
    "reason receive received recently regarding regardless regards registered regrettably remember remove replace",
    "reply request requested require required resolve rest result return right sadly said same saw say saying",
    "says second see seem seems seen sell send sending sense sent set several shall she ship shipped shipping",
    "shop short should show side simple simply since size small so some somebody somehow someone something",
    "sometimes somewhere soon sorry sort sorted sound sounds speak spell splendid spoke start started status stay",
    "still stop store straight such super support suppose supposed sure switch take taken takes taking talk tell",
    "telling terms terrific than thank thanks that that's the their them then there there's therefore these they",
    "they're thing things think this those though thought thrilled through till time today together told tomorrow",
    "tonight too took total towards tried trouble true trust try trying turn two type ugh uh um under understand",
    "understood unfortunately until up update upset us use used useful using usual usually very via wait waiting",
    "want wanted wants was wasn't way we we're week weeks welcome well went were weren't what what's whatever",
    "when where whether which while who whoa whole why will wish with within without won't wonder wonderful",
    "wondering word words work working works worried worry worth would wouldn't wow write writing wrong yeah year",
    "yep yes yesterday yet yikes you you'd you'll you're you've your yours yourself yup zip",
)
_FOREIGN = re.compile(
    r"\b(?:der|das|und|ist|nicht|ich|bitte|mein|meine|sie|ja|nein|danke|hallo|el|los|las|por|favor|pedido|quiero"
    r"|gracias|hola|si|sim|para|que|les|est|je|mon|ma|merci|bonjour|oui|vous|pas|il|che|sono|grazie|ciao|buongiorno"
    r"|het|een|niet|mijn|alstublieft|dank|jag|och|tack|nie|prosz\w+|dzi\w+kuj\w+|obrigad[oa]|voglio|ordine)\b",
    re.IGNORECASE,
)


def language_fault(text: str, *, language: str, known: frozenset[str]) -> Fault | None:
    """What is wrong if a text is not in the language; `known` are further words that may stand in it."""
    said = [word for word in spaced(text).split() if word.isalpha() or "'" in word]
    new = [word for word in said if word.removesuffix("'s") not in known]
    if not new:
        return None
    if any(_FOREIGN.fullmatch(word) for word in new):
        return Fault("language", "it is in another language; write English")
    unusual = [word for word in new if not {word, word.removesuffix("'s")} & vocabulary(language)]
    if len(unusual) == len(said) or (len(unusual) > 1 and len(unusual) > (1 - FAMILIAR_SHARE) * len(new)):
        return Fault("language", "many of its words are unusual; write plain English")
    return None


def lexicon_words(lexicon: Lexicon) -> frozenset[str]:
    """The words for what a business does and asks for."""
    return indexed(_lexicon_words, lexicon)


def _lexicon_words(lexicon: Lexicon) -> frozenset[str]:
    spoken = [*(word for action in lexicon.actions for word in action.words), *(slot.label for slot in lexicon.slots)]
    return frozenset(word for text in spoken for word in spaced(text).split())


@cache
def vocabulary(language: str) -> frozenset[str]:
    """Words that everybody uses: those of the templates, and common ones beside them."""
    sets = pack_of(language).sets.values()
    return (
        _ENGLISH
        | NUMBER_WORDS
        | frozenset(word for wordings in sets for text in _texts(wordings) for word in spaced(text).split())
    )


def _texts(wordings: Wordings) -> chain[str]:
    asides = chain.from_iterable((*each.before, *each.after, *each.parting) for each in wordings.asides.values())
    presses = (*wordings.presses.values(), *wordings.waiting.values())
    templates = (*wordings.plain.values(), *wordings.terse.values(), *presses)
    return chain(asides, chain.from_iterable(templates))
