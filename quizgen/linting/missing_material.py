"""Find references in English to pictures, texts and questions that a question does not contain."""

import re

from quizgen.linting.wording import AUXILIARY
from quizgen.text.content_words import unquoted
from quizgen.text.lazy_pattern import lazy_pattern

DRAWN_OR_PRINTED = "chart diagram graph map picture image photo photograph figure table example".split()
"""What a stem may show as a picture or in print."""
_MATERIAL = (
    "program code snippet listing script output query circuit passage excerpt extract poem dialogue conversation"
    " illustration drawing screenshot cartoon advertisement timeline equation formula sentence structure molecule"
    " sequence expression function loop melody chord recipe contract clause paragraph letter email quotation quote"
    " headline document recording clip audio video spreadsheet ledger scenario stanza verse matrix array text data"
    " dataset proof"
).split()
_SHOWN = rf"(?:{'|'.join((*DRAWN_OR_PRINTED, *_MATERIAL))})"
_SIGHTS = (
    r"(?:[a-z-]+ ){0,2}(?:signs?|symbols?|plots?|vases?|statues?|sculptures?|lights?|markings?|labels?|stamps?"
    r"|chords?|scales?"
    r"|intervals?|gears?|leaflets?|posters?|tickets?|receipts?|invoices?|masks?|costumes?|dress(?:es)?|helmets?|swords?"
    r"|ships?|vehicles?|cars?|insects?|fish|mushrooms?|trees?|skulls?|crystals?|spectrum|slopes?|parabolas?|rectangles?"
    r"|squares?|circles?|cubes?|pyramids?|cones?|cylinders?|numbers?|fractions?|phrases?|idioms?|proverbs?|lines"
    r"|paintings?|portraits?|flags?|logos?|shapes?|triangles?|polygons?"
    r"|animals?|plants?"
    r"|birds?|flowers?|lea(?:f|ves)|minerals?|rocks?|bones?|organs?|cells?|buildings?|curves?|circuits?|words?|verbs?"
    r"|statements?|lines? of code|reaction|angle|solid|knots?|tools?|instruments?|uniforms?|coins?)"
)
"""What is shown below or above a stem."""
_DRAWN = "diagram|figure|illustration|drawing|screenshot|cartoon|picture|photo|photograph|sketch"
"""What is hardly ever the subject of a question, unless the stem mentions it before."""
# "The table below", "the program shown above", "the following code", "see Figure 2".
_NOT_THERE = lazy_pattern(
    # Once for all: nothing is tried inside of a word, and an alternative is skipped by its first letter.
    r"\b(?:"
    rf"(?:the|this|that|each|which) (?:[\w-]+ ){{0,2}}?{_SHOWN}s? (?:(?:is |are )?(?:shown|given|printed|displayed)"
    r" )?(?:above|below|on the (?:left|right|next page|board|screen|wall|slide|poster))\b"
    r"(?! (?:the|an?|\d|sea|zero|ground|which|whose|it|them|him|her)\b)"
    rf"|(?<!of )the following (?:[\w-]+ ){{0,2}}?{_SHOWN}\b(?! (?:of|to|from|for|about|in which)\b)"
    rf"|the {_SHOWN} (?:shown|pictured|displayed|provided|given)(?: here)?(?=[,?.]| (?:is|are|was|do|does|when|if)\b)"
    r"|(?:see|in|of|from|to|does|on) (?:the )?(?:[Ff]igure|[Ff]ig\.|[Dd]iagram|[Ee]xhibit|[Tt]able|[Gg]raph) \d\b"
    r"|as (?:shown|seen|pictured|depicted|described|mentioned|stated|explained) (?:above|below|earlier|previously)\b"
    r"|the (?:[\w-]+ ){0,2}?(?:shown|given|listed|mentioned|described|printed|displayed|pictured|quoted|reproduced"
    r"|depicted|drawn|sketched|outlined|illustrated|portrayed|plotted) (?:above(?! all\b)|below|here)\b"
    r"|the above(?:-mentioned)? [a-z]+\b"
    r"|in the (?:equation|expression|sequence|formula)\?$"
    r"|(?:missing|wrong|misspelled|incorrect|left out|redundant) (?:in|from) the (?:sentence|text|paragraph|table"
    r"|code)\?$"
    r"|which of the (?:two |three |four |five |six )?(?:pictures|photos|photographs|images|diagrams|graphs|charts|maps"
    r"|drawings) (?:shows?|depicts?|represents?|matches|illustrates?)\b"
    r"|(?:row|column|line|cell|bar|slice|panel|step) (?:\d{1,3}|(?-i:[A-Z])\d?) (?:of|in) the (?:chart|diagram"
    r"|graph|figure"
    r"|table|spreadsheet|score|pattern|plan|listing)\b(?! of\b)"
    rf"|^(?:given|using|based on) the (?:data|values|figures|information|{_SHOWN})"
    rf"(?=,| in the (?:{_SHOWN})\b)"
    r"|the (?:red |blue |black |green )?arrows? (?:points?|indicates?|shows?|marks?)\b(?![^?]*\bin an? )"
    r"|do(?:es)? the (?:red |blue |black |green )?arrows? (?:point|indicate|show|mark)\b(?![^?]*\bin an? )"
    r"|(?:marked|indicated|circled|highlighted|underlined) (?:by|with|in) (?:(?:an?|the) )?(?:(?:red|blue|black"
    r"|green) )?"
    r"(?:arrow|star|cross|circle|asterisk|dot|bracket|red|blue|green|yellow) (?:in|on) the [a-z]+(?=\?)"
    r"|(?:marked|indicated|shown|pointed out) (?:by|with) the (?:red |blue |black )?arrow\b"
    r"|the (?:person|man|woman|child|chef|player|driver|worker|animal|bird|insect|plant|flower|tree|building|object"
    r"|structure|bone|organ|sign|dish|tool|car|ship) in (?:the|this) image\b"
    # "The yacht in the diagram", "marked on the map", "according to the chart", "the organ labeled B".
    rf"|(?:in|on) (?:the|this) (?:{_DRAWN})(?=[,?.]| (?:{AUXILIARY}|labell?ed|marked|shows?|called)\b"
    r"| (?!(?:book|frame|room|album|series|program|file|format|plane|editor|essay|strip|gallery)s?\b)[a-z]+"
    r"(?: to| at| from| for| on| in| with)?\?)"
    rf"|^(?:look at|study|examine|consider|use|using|refer to|read|listen to|watch) (?:the|this) (?:[\w-]+ )?"
    rf"(?:{_DRAWN}|map|graph|chart|table|timeline|passage|text|dialogue|recording|audio|clip|video|strip|tracing|scan"
    rf"|x-ray)"
    r"(?=[,.]| and\b| to (?:find|answer|determine|calculate|work out|identify|decide|complete|estimate|tell)\b)"
    rf"|(?:marked|labell?ed|shaded|highlighted|circled|numbered|indicated|plotted|outlined)(?: [\w-]+){{0,4}}?"
    rf" (?:in|on) the {_SHOWN}(?=[,?.]| (?:{AUXILIARY})\b)"
    rf"|(?:judging by|according to|based on|read(?:ing)? from) the {_SHOWN}(?=[,?.])"
    r"|(?:is|are) (?:labell?ed|marked|numbered)(?: with| by| as)?(?: the)?(?: letter| number)? (?-i:[A-Z]|\d{1,2})\?$"
    r"|the (?:part|structure|organ|bone|muscle|region|area|point|angle|layer|country|city|component|object) "
    r"(?:that is |which is )?(?:labell?ed|marked|numbered)(?: with)?(?: the)?(?: letter| number)?"
    rf" (?-i:[A-Z]|\d{{1,2}})(?=[,?.]?$|[,.] | (?:{AUXILIARY})\b)"
    r")",
    re.IGNORECASE,
)
_MAY_BE_SHOWN = lazy_pattern(rf"\ban? (?:[\w-]+ )?{_SHOWN}\b|\b{_SHOWN}s\b", re.IGNORECASE)
"""A picture that the stem is about: if you take a photograph of a waterfall, what happens in the photograph?"""
# "What does the sign below mean?", "What is the plot below called?", "What do these road markings mean?"
_SEEN_HERE = lazy_pattern(
    rf"\bthe {_SIGHTS} (?:below|above)(?=\?|,| (?:{AUXILIARY}|means?|called|shows?|depicts?|represents?|stands?|tells?"
    r"|says?|belongs?|comes?|contains?|expresses|express|refers?|indicates?|describes?|illustrates?|warns?|allows?|forbids?"
    r"|prohibits?|come|express)\b)"
    r"|\bwhat (?:does|do) (?:this|these) (?:[a-z]+ )?(?:signs?|symbols?|markings?|icons?|gestures?) (?:mean|indicate"
    r"|show)"
    r"|\bthe (?!(?:movie|film|series|program|episode|play|show)\b)(?:[a-z]+ )?[a-z]+ (?:shown|pictured|depicted)"
    r"(?=\?| (?:tells?|means?|says?|indicates?|belongs?|represents?|warns?)\b)"
    r"|\b(?:mentioned|discussed|described|introduced|named) (?:earlier|previously)(?=[?,])",
    re.IGNORECASE,
)
_MAY_BE_SEEN = lazy_pattern("below|above|shown|pictured|depicted|sign|symbol|marking|icon|gesture|earlier|previously")
"""Every match of ``_SEEN_HERE`` contains one of these."""
REFERRING_WORDS = frozenset(
    "above below following shown given pictured displayed provided see figure fig diagram exhibit table graph left"
    " right page board screen wall slide poster earlier previously above-mentioned marked labeled labelled shaded"
    " highlighted circled numbered indicated plotted outlined judging according based read reading"
    " equation expression sequence formula chart spreadsheet score pattern plan listing"
    " look study examine consider use using refer listen watch here printed quoted reproduced depicted drawn"
    " underlined sketched illustrated portrayed image arrow arrows"
    " missing wrong misspelled incorrect redundant pictures photos photographs images diagrams graphs charts maps"
    " drawings"
    " sign signs symbol symbols marking markings icon icons gesture gestures".split()
).union(_DRAWN.split("|"))
"""Every reference to material that is not in the question contains one of these words."""

_COLON = lazy_pattern(r":\s*\S")
_QUOTE = lazy_pattern("[`\"“'‘]")
_TOO_SHORT = lazy_pattern(
    r"`(?:[\w.]+(?:\(\w{0,12}\))?|\w+ = [\w.]+)`|(?<!\w)[\"“'‘][\w-]+(?: [\w-]+)?[.,]?[\"”'’](?!\w)"
)
"""A name, a value, or a quotation of a word or two: too short to be the material that a stem refers to."""
_AMONG = lazy_pattern(r"\b(?:which|what|who|one|two|any|each|all|some|most|none|many) of $", re.IGNORECASE)


def missing_material(stem: str, *, has_options: bool = False) -> str | None:
    """Return the words of ``stem`` that point to a table, a program or a picture, unless it has several lines.

    A quotation, code, or text after a colon may be what the words refer to, and so may options: "Which of the metals
    listed below …".
    """
    plain = (_TOO_SHORT.sub(" ", stem) if _QUOTE.search(stem) else stem).strip()
    if "\n" in plain or unquoted(plain) != plain or _COLON.search(plain):
        return None
    found = _NOT_THERE.search(plain) or (_SEEN_HERE.search(plain) if _MAY_BE_SEEN.search(plain) else None)
    if found is None or _MAY_BE_SHOWN.search(plain[: found.start()]):
        return None
    return None if has_options and _AMONG.search(plain[: found.start()]) else found[0]


_TASK = r"(?:questions?|problems?|exercises?|tasks?|quiz|examples?|items?|part)"
_ANSWER = r"(?:answers?|results?|solutions?)"
# "The noun from the previous question", "your answer to question 3", "the verb you just conjugated".
_ELSEWHERE = lazy_pattern(
    rf"\b(?:the|your|this) (?:previous|preceding|above|earlier|(?:last|next)(?! items?\b)) (?:{_TASK}|{_ANSWER})\b"
    r"(?! (?:of|that|in|asked)\b)"
    r"|\b(?:from|in|to|of|for|see|using|as in) (?:question|problem|exercise|task) (?:no\.? ?)?#?\d{1,3}\b(?! of\b)"
    rf"|\byour (?:(?:previous|last|earlier|first) )?{_ANSWER} (?:to|from|for|in) (?:the )?"
    rf"(?:previous|preceding|last|first|above|{_TASK} \d|(?:{_TASK} )?\(?[a-h]\)"
    # In "to 3 significant figures" and "in 2 or 3 words", the number counts something.
    r"|\d{1,2}[a-h]?(?:(?!\.\d)[.,;:?!)]|$|\s+(?:above|below|is|was|as|by|(?:and|or|to)(?! \d))\b))"
    r"|\b(?:in|from|of|to) part \([a-h1-9]\)"
    r"|\b(?:that )?you(?: have|['’]ve)? just (?:heard|seen|saw|read|watched|listened to|conjugated|calculated"
    r"|computed|named|identified|answered|learned|learnt"
    r"|solved|translated|chose|chosen|selected|drew|drawn|listed|worked out|found|defined)\b",
    re.IGNORECASE,
)
ELSEWHERE_WORDS = frozenset(
    "previous preceding last next above earlier question problem exercise task answer answers result results solution"
    " solutions part just".split()
)
"""Every reference to another question contains one of these words."""


def other_question(stem: str) -> str | None:
    """Return the words of ``stem`` that refer to another question or to its answer."""
    found = _ELSEWHERE.search(unquoted(stem))
    return found[0] if found is not None else None


_LESSON_NOUNS = (
    "class lecture lesson chapter unit module seminar session slide slides video textbook handout worksheet workshop"
    " course tutorial webinar"
).split()
_TOLD = (
    r"(?:saw|seen|learn(?:ed|t)|discussed|covered|heard|read|studied|noted|mentioned|said|stated|explained|showed|shown"
    r"|described|found|introduced|practi[cs]ed)"
)
_DAY = r"(?:last (?:week|month|time|term)|yesterday|today|(?:mon|tues|wednes|thurs|fri)day)"
_LESSON = (
    rf"(?:(?:the|our|your|this|my) )?(?:(?:last|previous|preceding|first|second|third|{_DAY}['’]s) )?"
    rf"(?:{'|'.join(_LESSON_NOUNS)})\b(?: \d+\b)?"
    # In "class II levers", it is another class.
    r"(?=[,.:;?!]|$| (?:that|how|why|about|last|today|yesterday|this)\b)"
)
_THERE = (
    rf"(?: (?:earlier|above|previously|before|already|{_DAY}|(?:(?:at|by) )?the (?:start|beginning|end)"
    rf"|(?:in|on|from|during|at|of) {_LESSON}))"
)
# "As we saw in last week's lecture", "as discussed in the last chapter", "Remember from class", "in today's lecture".
_RECALLED = lazy_pattern(
    rf"\bas (?:I|we|you)(?: have|['’]ve| all)?(?: already| just| all)? {_TOLD}(?:{_THERE}+|(?=,))"
    rf"|\bas (?:was |already )?{_TOLD}{_THERE}+"
    rf"|\b(?:remember|recall)(?:ing)?{_THERE}+"
    rf"|^(?:in|from|during) (?:our|your|the) (?:last|previous|first) (?:{'|'.join(_LESSON_NOUNS)}),? (?:I|we|you) "
    rf"(?:have |['’]ve )?{_TOLD}\b"
    rf"|\b(?:in|on|from|during|at) {_DAY}['’]s (?:{'|'.join(_LESSON_NOUNS)})\b",
    re.IGNORECASE,
)
RECALLING_WORDS = frozenset({"as", "remember", "remembering", "recall", "recalling", *_LESSON_NOUNS})
"""Every reference to a lesson that the learner is supposed to have attended contains one of these words."""


def recalled_lesson(stem: str) -> str | None:
    """Return the words of ``stem`` that remind of a lesson or a slide: "As we saw in last week's lecture"."""
    found = _RECALLED.search(unquoted(stem))
    return found[0] if found is not None else None
