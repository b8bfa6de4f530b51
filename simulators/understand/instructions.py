"""Rules for INSTRUCT: something to be done outside the chat or on the customer's device."""

from simulators.understand.clauses import Sentence
from simulators.understand.imperatives import asked_to_act, commands, ought
from simulators.understand.words import expression, listed

_OUT_VERB = (
    r"(?:call|visit|have (?:a|another) look (?:in|at|on) your (?:e-?mails?|inbox|account|app|bill|statement|phone"
    r"|device)|destroy|email (?:it|them|the|us)|take a look|set (?:a|up|your)|go to|head (?:over )?to|scroll"
    r"|put (?:the|your)|log ?(?:in|into|on|out|back)|check in (?:online|at)|accept (?:the|it|this)"
    r"|check it and accept|refresh|reconnect|reseat|clean|soak|wash|fold|scrub|clear (?:your|the)|reboot|empty your"
    r"|delete|sign (?:in|into|out|the|a)|open|restart|reboot|turn|power|switch (?:off|on|it|your|the|to)|download"
    r"|install|uninstall|unplug|plug|toggle|click|tap|press|navigate|dial|ship|drop|print|bring|mail|pack|pack up"
    r"|scan|swipe|follow the|use the (?:link|label|prepaid|return|code|app)|contact (?!me)|reach out to (?!me|us)"
    r"|reset|reinsert|remove|insert|disconnect|connect (?:to|the|your)|check (?:if|whether|that)|file (?:a|the|an)"
    r"|send (?:it|them|those|these|(?:the|your)(?: [\w-]+){1,5}) back\b|check (?:your|the) (?:\w+ )?(?:e?-?mail|inbox"
    r"|spam|phone|device"
    r"|settings|app|website|sim|status bar|junk|cable|screen|signal|connection|router|modem)|enable|disable"
    r"|hold (?:down|the)|run|update your (?:app|device|phone|software|browser)|keep|attach|place (?:the|your)|arrive"
    r"|present|take (?:the|your) (?:\w+ ){1,3}(?:to|out)|try (?:a|another|the|using|again|restarting|turning|to"
    r"|\w+ing)|speak (?:to|with) (?:your|a (?:doctor|lawyer))|send (?:back|it back|the (?:item|package|product"
    r"|device)s? back)|return (?:it|them|this|the (?:item|package|device|product)s?) (?:to|using|with|in|within|by)"
    r"|submit (?:a|the|your) (?:form|claim|request) (?:on|at|through|via)|fill (?:out|in)|select [\"'\u201c]"
    r"|look (?:at|for) the|move (?:closer|near\w*|to (?:a|an|another) (?:window|spot|place|area|location|room))"
    r"|wait (?:\d+|a few|about|for (?:your|the)|until))"
)
_INSTRUCT = expression(
    r"(?:^(?:(?:in|on|from|under|at|with|once|after|to) [^,]{3,60}, )?(?:then|next|now|first|finally|second|third"
    r"|also|and|after that|step \d+|once done|from there|to do (?:so|this|that)|instead|alternatively"
    r"|lastly)?[,:]? ?(?:please |kindly |simply |just |always |never |go ahead and |you can "
    rf"|you may |try to )?{_OUT_VERB}\b)"
    r"|\b(?:please|kindly|just|simply|you (?:will |would |may |might )?(?:need|have|want) to|you (?:should|must|can"
    r"|could|may|might|will need to)|(?:ask|advise|recommend|suggest|encourage|request)(?: that)?(?: you)?(?: to)?"
    r"|be sure to|make sure to|make sure you|remember to|do not forget to"
    rf"|try to|best to|(?:left|remaining|remains|outstanding|now) (?:is )?(?:for you )?to)(?: also| then| first"
    rf"| directly| simply| just| please| try| do)* {_OUT_VERB}\b|\b(?:how to|here is"
    rf"|steps?|following)\b[^:]*: (?:please |first,? |simply )?{_OUT_VERB}\b"
    r"|\b(?:try|recommend|suggest) (?:\w+ing (?:your|the|it|off|on))\b|\b(?:(?:make|be) sure|(?:please|kindly|then|,) "
    r"ensure) (?:that )?(?:your|the|all"
    r"|it)\b|\bkeep (?:an eye|your receipt|the (?:tags|packaging|original))\b"
)
_PLEASE_DO = expression(
    r"(?:(?:then|next|now|also|and|finally|first|so|once that is done|when you are ready)[, ]+)*(?:please"
    r"|kindly) (?:also |now |just |then |first )?(?!(?:provide|share|tell|give|specify|clarify|supply|state|indicate"
    r"|enter|include|list|describe|choose|select|pick|verify|confirm|let|type|furnish|submit|elaborate|identify"
    r"|advise|reply|respond|explain|double-check|quote|point|spell|paste|read|walk|resend|re-enter|send (?!it back)"
    r"|say|repeat|write|answer|approve|agree|note|be|see|find|feel|accept|wait|hold|stand|stay|bear|allow|reach"
    r"|remember|keep|review|do|know|understand|rest|excuse|forgive|ignore|disregard|end|ask|go ahead|proceed|have"
    r"|leave|fill|show|look over|go over|help|consider|continue|correct|update me|inform|bring up)\b)[a-z]{3,}\b"
)
_BEGINS_OUT = expression(rf"(?:(?:then|next|now|also|and),? )?(?:please |kindly |now |just )*{_OUT_VERB}\b")
_OUT_GATE = listed(
    "file call visit go log sign open restart reboot turn power switch download install uninstall unplug plug",
    "toggle click tap press navigate dial ship drop print bring mail pack scan swipe follow use contact reach",
    "reset reinsert remove insert disconnect connect check send enable disable hold run update keep attach place",
    "arrive present take try speak return submit fill select look move wait sure restarting turning recommend",
    "suggest head scroll put set destroy email unplugging rebooting toggling login accept refresh reconnect",
    "reseat clean soak wash fold scrub clear empty delete have ensure",
)
_CAN_YOU = expression(rf"\b(?:can|could|would) you (?:please |also |now |just |try to |first |kindly )*{_OUT_VERB}\b")
_BACK_TO_US = expression(
    r"\b(?:contact|call|reach out to|visit|message|write to) (?:us|me)\b(?! at\b| on\b)|\bfeel free to\b"
    r"|\bhesitate to\b|\bwould you\b|\bdo you\b|\bshall i\b|\bcan i\b|\bi can\b|\blike me to\b"
)
_AND_THEN = expression(
    r", and (?:once|when|after|as soon as|then) you [^,]+, (?:i|we) can\b.*|, and (?:please )?(?:feel free|do not "
    r"hesitate)\b.*"
)
"""What comes after the doing: the agent goes on, or is there for more."""
_WHERE_TO_LOOK = expression(
    r"please (?:do |also )?(?:check|look in(?:to)?|have a look in) your (?:e-?mails?|inbox|spam|account)\b"
)


def instructs(sentence: Sentence) -> bool:
    """Whether it asks for something to be done outside the chat or on the customer's device."""
    if sentence.question and asked_to_act(sentence):
        return True
    plain = _AND_THEN.sub("", sentence.plain)
    if not sentence.question and (commands(sentence) or ought(sentence)) and not _BACK_TO_US.search(plain):
        return True
    if sentence.vocabulary.isdisjoint(_OUT_GATE):
        return False
    if sentence.question:
        return (_CAN_YOU.search(sentence.plain) or _BEGINS_OUT.match(sentence.plain)) is not None
    return not sentence.question and _INSTRUCT.search(sentence.plain) is not None and not _BACK_TO_US.search(plain)


def says_where_to_look(sentence: Sentence) -> bool:
    """Whether it says where the customer will find something: "please check your email for the code"."""
    return _WHERE_TO_LOOK.match(sentence.plain) is not None


def asks_to_do(sentence: Sentence) -> bool:
    """Whether it asks politely for any doing, other than to tell, to confirm or to wait."""
    return not sentence.question and _PLEASE_DO.match(sentence.plain) is not None


def begins_instruction(sentence: Sentence) -> bool:
    """Whether it first asks for something to be done, whatever it then asks to be told."""
    if not sentence.question and commands(sentence):
        return True
    return not sentence.vocabulary.isdisjoint(_OUT_GATE) and _BEGINS_OUT.match(sentence.plain) is not None
