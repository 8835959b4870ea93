"""Leave out of a sentence what only connects it with those before it: "however", "It was … who", "No wonder that"."""

import re

from quizgen.text.word_forms import capitalized

_CONNECTION = re.compile(
    r"(?:However|Therefore|Moreover|Furthermore|In addition|As a result|Consequently|Thus|Hence|For example"
    r"|For instance|In fact|Indeed|Meanwhile|Finally|Similarly|In contrast|By contrast|On the other hand|Eventually"
    r"|(?:Amazingly|Amusingly|Annoyingly|Astonishingly|Confusingly|Curiously|Fortunately|Incredibly|Ironically|Luckily"
    r"|Oddly|Sadly|Strangely|Surprisingly|Tragically|Unfortunately|Unsurprisingly)(?: enough)?(?=,)"
    r"|(?:Odder|Stranger|Worse|Better) still(?=,)|Altogether|In total|In all(?=,| (?:some|about|nearly|\d)"
    r"| the [a-z]+ (?:was|were|had|[a-z]+ed)\b)"
    r"|To this day|Even today|For (?:this|that) reason"
    r"|(?:Worse|Better|More) (?:was|were) (?:still )?to (?:come|follow)[:;]"
    r"|Whatever (?:the|its|their|his|her) (?:(?:exact|real|true) )?(?:answer|cause|case|explanation|facts|merits|motive"
    r"|origin|reason|truth)s?(?: (?:of|behind|for) [^,;:]*)?(?=,)"
    r"|Whatever (?:had |has |may have )?(?:really |actually )?happened(?=,)"
    r"|Be that as it may|True or (?:not|false)(?=,)"
    r"|Un(?:deterred|daunted|discouraged|perturbed|moved|impressed)"
    r"|Afterwards?|Soon afterwards|In the end|At first|Later|At last|Instead(?! of\b)|Nevertheless|Still|But|Yet),? "
)
_CHANGED = re.compile(
    r"(?:This|That|All this|All that|It all|Things|Everything) (?:changed|ended|began|started|happened|stopped) "
    r"(?P<when>(?:in|on) [^,]*\b\d{4}), when "
    r"|(?:Still )?(?:Worse|Better|More) (?:came|followed|happened) (?P<then>(?:in|on) [^,]*\b\d{4}), when "
)
"""What leads over to an event: "This changed in 1851, when a new law …", "Worse came in 1851, when"."""
_INSIDE = re.compile(
    r"(?<=\w) (?:therefore|also|then)(?= (?!and\b)[a-z]+)(?<!and then)(?<!was then)(?<!were then)(?<!since then)"
    r"(?<!by then)(?<!By then)(?<!Since then)(?<!Until then)(?<!only also)"
    r"|, on the other hand,|, (?:by comparison|by contrast|in contrast|for example|for instance|in turn),"
    r"|, however,|, therefore,|,? however(?=\.$)| instead(?=\.$)|,? too(?=[.]$)|,? as well(?=[.]$)"
)
_PHRASE = re.compile(r"(?:Like|Unlike|In|On|At|For|With|Despite|Among|Of|From) [^,;:]*")
"""What precedes a comma even if "however" after it is left out: "Unlike its rival, however, it has no locks"."""
CLEFT = re.compile(r"It (?:was|is) (?P<who>[A-ZÀ-Þ][^,;:]*(?P<aside>, (?:an?|the) [^,;:]*,)?) who ")
"""A sentence such as "It was Ida Lund, an engineer, who built it", in which "it" refers to nothing."""
_NO_SURPRISE = re.compile(
    r"(?:It (?:is|was) (?:hardly|scarcely|not|no|little)? ?(?:surprising|surprise|strange|wonder|remarkable)"
    r"|(?:No|Small|Little) wonder,?) that (?=[a-zA-Z])"
    r"|(?:That|This) (?:is|was) why (?=[a-zA-Z])|What is (?:certain|clear|known|sure) is that (?=[a-zA-Z])"
)
"""What introduces a sentence of its own: an opinion of it, or a reference to its cause."""


def without_connections(text: str) -> str:
    """Return the sentence ``text`` without what only connects it with those before it."""
    text = CLEFT.sub(r"\g<who> ", text) if CLEFT.match(text) is not None else text
    text = _CHANGED.sub(lambda found: f"{capitalized(found['when'] or found['then'])} ", text)
    text = _NO_SURPRISE.sub("", _CONNECTION.sub("", text, count=1), count=1)
    return capitalized(_without_links(text))


def _without_links(text: str) -> str:
    """Return ``text`` without words such as "however", but with the comma after an opening phrase."""

    def rest(link: re.Match[str]) -> str:
        return "," if link[0].endswith(",") and _PHRASE.fullmatch(text[: link.start()]) is not None else ""

    return _INSIDE.sub(rest, text)
