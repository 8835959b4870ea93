"""Find what sentences without names and figures say: terms, causes, contrasts, steps of a process, numbers in words."""

import re
from collections.abc import Collection, Iterator

from quizgen.generating.bounds import RANGE_END
from quizgen.generating.draft_mentions import OF_NOTHING
from quizgen.text.folding import fold
from quizgen.text.noun_kinds import is_noun
from quizgen.text.numbers import BELOW_TWENTY, TENS

_TERM = r"(?P<answer>(?!(?:Today|Now|Then|Here|There|Still|Once)\b)[\w’'-]+(?: [\w’'-]+){0,3})"
_DEFINITIONS = (
    # "Ruby is a variety of corundum, an oxide of aluminium."
    re.compile(
        r"[A-Z][^,;:]* (?:of|from|with|by) (?P<answer>[a-z][\w-]{3,}), an? "
        r"(?:[\w-]+ ){1,3}?(?:of|that|which|made|from)\b"
    ),
    # "patented a machine, the illetta, which …"
    re.compile(r"[A-Z][^,;:]*\ban? (?:[\w-]+ ){0,3}?[a-z]+, the (?P<answer>[a-z][\w-]+(?: [a-z][\w-]+)?), "),
    # "Alum, a sulphate of aluminium, was used by dyers …"
    re.compile(
        r"(?P<answer>[A-Z][a-z]+), an? (?:[a-z-]+ ){0,2}?[a-z]+ (?:of|that|made|from) [^,;:]+, "
        r"(?:is|are|was|were|has|had|can)\b"
    ),
    # "A lock is a chamber …", "Herd immunity means that …", "Antibodies are proteins that …"
    re.compile(
        rf"(?:An? |The )?{_TERM} (?:is|are) (?:an?|the|any) "
        r"(?!(?:main|chief|only|best|biggest|greatest|most|key|big|great|major|real|first|last)\b)"
    ),
    re.compile(rf"(?:An? |The )?{_TERM} (?:means|mean|refers to|stands for)\b"),
    re.compile(
        rf"(?:The )?{_TERM} are (?!(?:[a-z]+ly )?[a-z]+ed )(?:[\w-]+ ){{1,3}}(?:that|which|whose|who|with|of|made)\b"
    ),
)
# "The working unit of the kidney is the nephron."
_IDENTIFIED = re.compile(
    r"The [^,;:]+ of [^,;:]+ (?:is|are) (?:the|an?) (?P<answer>[a-z][\w’'-]*(?: [a-z][\w’'-]*)?)\.$"
)
_OWN_TERM = r"[A-Z][\w-]+(?:['’]s)? [a-z][\w-]+(?=[,.;:)]|$)"
_NAMED = re.compile(
    # "it called the substance penicillin" does not name a substance.
    r"(?:(?:\b(?:is|are|was|were|be|been|now|also|usually)|,) (?:called|termed|known as) (?:an? |the )"
    r"|\b(?:called|termed|known as) )"
    rf"(?P<answer>{_OWN_TERM}|(?!(?:an?|the|less|more|for|on|by|off|it|him|his|her|their|its|them|this|these|all|any"
    r"|at|in|from|out|up|back|upon|into|together|away|down|to)\b)"
    r"[a-z][\w’'-]*(?: [\w’'-]+){0,2}?)"
    r"(?=[,.;:)]|$| (?:and|which|that|in|on|by|with|from|for|because|when|is|are|was|were|has|have|had|can|may"
    r"|will|often)\b)"
)
_NAMED_THEM = re.compile(
    r"\b(?:named|called) (?:it|them) (?P<answer>[a-z][\w’'-]*(?: [\w’'-]+){0,2}?)(?=[,.;:)]|$| and )"
)
# "gutta-percha, the sap of a tree", "the mirror galvanometer, an instrument in which …"
_PARTICIPLE = r"[a-z]+(?:ed|en) (?:in|by|with|as|from)"
_EXPLAINED_AFTER = re.compile(
    rf"\b(?:an?|the|(?:was|is|are|were)(?: {_PARTICIPLE})?|called) "
    rf"(?P<answer>(?!{_PARTICIPLE}\b)[a-z][\w’'-]+(?: [a-z][\w’'-]+){{0,2}}), (?:an?|the) [\w-]+ "
    r"(?:that|which|in which|of|for|with|from|used)\b"
)
# "Elephants communicate by infrasound, which is too low for humans to hear."
_EXPLAINED_MEANS = re.compile(r"\bby (?P<answer>[a-z][\w-]{3,}), (?:(?:in|by|through|during) )?which\b")

_APPOSED_TERM = re.compile(
    r"\b[a-z]{3,} an? (?:[a-z-]+ ){0,2}(?P<kind>[a-z]{3,}), (?P<answer>(?:[a-z-]+ )?(?P<noun>[a-z-]{3,}))"
    r"(?=\.$|; |, (?:which|and (?:is|are|was|were|has|had|can)\b))"
)
"""What a kind of thing is called: "contains a yellow poison, vulpinic acid"."""
_NAMED_SO = re.compile(
    r"\b(?:that|which) (?:[\w’'-]+ ){1,3}(?:named|called|termed) "
    r"(?P<answer>[a-z][\w’'-]*(?: [a-z][\w’'-]*)?)(?=[.,;]|$)"
)
"""A name that somebody gave: "a method that Ida Lund named lichenometry"."""
_LINK = re.compile(r" (?:in|for|during|at|on|when)\b")
"""What follows the words that would be asked for: "depend on lichens in winter"."""
_FOUND = re.compile(
    r"(?<!be )\b(?:discovered|invented|isolated|patented|pioneered|introduced|coined|perfected) "
    r"(?:the )?(?:(?:word|term|name) )?[“\"‘*]?(?P<answer>(?!(?:an?|the|by|in|on|at|to|its|his|her|their|how|that|what"
    r"|for|from|with|there|independently)\b)[a-z][\w-]{3,}(?: [a-z][\w-]+)?)[”\"’*]?"
    r"(?=[.,;]| (?:in|at|on|from|with|while|as|to)\b)"
)
"""What somebody found or made for the first time: "discovered superconductivity"."""
_BY_MEANS = re.compile(
    r"\bby means of (?:an? |the )?(?P<answer>[a-z][\w-]{3,}), (?:an? )?(?:[a-z-]+ ){1,2}(?:of|that|which|with|made)\b"
)
"""A term with its explanation: "by means of chromatophores, small bags of pigment"."""
_KEPT_IN = re.compile(
    r"\b(?:stores?|keeps?|carry|carries|holds?|hides?|stored|kept) (?:its|their|his|her|the) [a-z]+ in "
    r"(?:an? |the |its |their )?(?P<answer>(?!order\b|case\b|this\b|that\b)[a-z-]+ [a-z-]+s?)"
    r"(?= (?:until|while|when|for|and)\b|[,.;])"
)
"""Where something is kept, which tells more than what: "store their catch in cheek pouches"."""
_LISTED_AS = re.compile(
    r"\b(?:listed|classified|classed|rated) as (?:an? )?(?P<answer>[a-z-]+(?: [a-z-]+){0,2}?)"
    r"(?=[.,;]| (?:by|in|on|since|under)\b)"
)
"""What something is listed as: "near threatened"."""
_COLORED = re.compile(
    r"\b(?:is|are|was|were) (?:usually |mostly |often |always )?(?:an? )?(?:[a-z]+ )??"
    r"(?P<answer>(?:(?:[a-z]+ish|dark|light|pale|deep|bright) )?(?:black|blue|brown|crimson|gr[ae]y|green|orange|pink"
    r"|purple|red|scarlet|turquoise|violet|white|yellow))(?=[.,;]| (?:with|when|in|on|at|until|because)\b)"
)
"""The color of something: "are a mottled brownish green"."""
_ANOTHER = re.compile(r"(?:second|third|fourth|further|new|special|certain|different) ")
_EXPLAINED_LATER = re.compile(r", an? (?P<answer>[a-z][\w-]+) (?:that|which|of|with|made)\b")
_LONGEST, _LONGEST_CAUSE = 9, 6
"""The largest numbers of words in an answer: nobody can be asked for a clause of twelve words."""
_OTHER_CLAUSE = re.compile(r",? (?:but|yet) ")
_SECOND_VERB = re.compile(
    r" and (?=(?:is|are|was|were|has|have|had|can|cannot|need|must|do|does|[a-z]{3,}ed|[a-z]{2,}[^s\W]s)\b)"
)
_BY_WAY_OF = re.compile(r" (?:through|by|from|at|on|into) ")
_REST_OF_LIST = re.compile(r"(?:, (?:[\w’'-]+ ){0,2}[\w’'-]+)+,? (?:and|or) (?:[\w’'-]+ ){0,2}[\w’'-]+(?=[.;:]|$)")
"""The other items of a list: a blank for one of them could hide any."""
_SECOND_CLAUSE = re.compile(r", and (?=[^,]*\b(?:was|were|is|are|has|had|[a-z]{3,}ed)\b)")
_BARE = re.compile(r"(?:the|its|their|his|her) [\w’'-]+")
"""A noun with nothing but an article, which tells too little to be an answer."""
_CAUSE = re.compile(
    r"(?:\b[Bb]ecause(?: of)?|, since|\b[Dd]ue to|\bcaused by|\bdepends? on(?! conditions| circumstances)) "
    r"(?P<answer>[^,.;:]{8,100})"
)
_PARTS = re.compile(
    r"\b(?:consists? (?:mainly |mostly |largely |chiefly |only )?of|contains?"
    r"|(?:is|are) made (?:(?:up )?of|from|by [a-z]+ing)) (?P<answer>[^.;:]{4,100})"
)
_DOES = re.compile(
    r"\b(?:(?:takes?|took) place in|occurs? in|lies? between|absorbs?|produces?|releases?|requires?"
    r"|needs?(?! (?:not|to|no)\b)|prevents?|stores?|transports?|protects?|separates?|surrounds?|binds?)"
    r" (?P<answer>[^,.;:]{4,100})"
)
"""What something does, and where."""
_CLAUSES = (
    # Causes
    _CAUSE,
    re.compile(r"\b(?:leads? to|led to|results? in|resulted in|causes?(?! of\b)) (?P<answer>[^,.;:]{4,100})"),
    re.compile(r"^Since (?=[a-z])(?P<answer>[^,.;:\d]{8,100}), "),
    re.compile(r"\b(?:thus|therefore|so) (?:made|had to|could|can|cannot|must) (?P<answer>[^,.;:]{8,100})"),
    re.compile(r", (?:and )?so (?!that\b)(?P<answer>[a-z][^,.;:]{12,100})(?=[.;])"),
    # Contrasts
    re.compile(r"(?:\bwhereas|, while) (?P<answer>[^,.;:]{4,100})"),
    re.compile(r"\b(?:found|seen|grown?s?|lives?|occurs?|made|spoken) only (?:in|on|at) (?P<answer>[^,.;:]{4,100})"),
    # Processes: what happens then
    re.compile(r"^(?:When|If|After|Once|As soon as) [^,]{5,120}, (?P<answer>[^.;:]{8,120})"),
    re.compile(r"\b(?:turns?|converts?|changes?|splits?) [^,.;:]{2,60} into (?P<answer>[^.;:]{4,100})"),
    _PARTS,
    re.compile(r"\b(?:so that|in order to) (?P<answer>[^,.;:]{8,100})"),
    _DOES,
)
_NEEDS = (_CAUSE, _PARTS, _DOES)
"""What is needed or contained."""
_NUMBER = re.compile(
    rf"(?<!\bbetween )(?<!\binto )(?<!\bthe )(?<!\bthese )"
    rf"(?<![\w-])(?P<answer>{'|'.join((*BELOW_TWENTY[2:13], *TENS[:5]))})\b(?= [a-z])"
)
_IN_RELATIVE_CLAUSE = re.compile(r"(?:An?|The|Each|Every|Any) (?:[\w’'-]+ ){1,3}(?:that|which|who|whom|whose) [^,;]*")
"""A subject with a clause about it. What follows "because" in it may include the main clause."""
_OBJECT = re.compile(r"(?:it|them|him|her|this|that|these|those)(?: (?:when|if|while|because|until|after|before)\b.*)?")
"""A pronoun alone, which cannot be an answer."""
_PRONOUN = re.compile(r"(?:it|they|he|she|this|these) ")
_RELATIVE = re.compile(r"\b(?:that|which|who)\b")
_THAT = re.compile(r",? (?:that|which|who) ")
_LIST = re.compile(r" (?:and|or) ")
_NAMING = re.compile(r"\b(?:is|are) (?:called|known)\b")
_NEXT_CLAUSE = re.compile(r" (?:when|if|while|because|although|until|unless|by [a-z]+ing)\b")
_WHOLE = re.compile(r"[ \"”'’]*(?:[,.;:!?)–—]|$)")
"""What follows an answer that ends where a phrase ends, rather than where it gets too long."""
_ASIDE = re.compile(r", (?:an?|which|who|held|made|built|[a-z]{3,}ed) ")
_CALLED_SO = re.compile(r", [A-ZÀ-Þ][\w’'.-]*(?: [\w’'.-]*[A-ZÀ-Þ][\w’'.-]*)*(?=[,.;])")
"""The name of what precedes it: "due to a doctor, Ida Lund."."""
_CONDITIONS = re.compile(r"(?:When|If|After|Once|As soon as) .*, [^,]*\b(?:or|and) [^,]*, (?=[a-z])")
"""A list of conditions: "If a pipe is old, bent or badly laid, " continues with the main clause."""
_SUPERLATIVE = re.compile(r"(?:most|least|best|worst|only|first|last|main|chief|other|[a-z]{3,}est)$", re.IGNORECASE)
_OPENING_CLAUSE = re.compile(r"(?:When|If|As|While|After|Before|Once|Since|Although|Because|Where) ")
_NO_TERMS = frozenset(
    "he she it they this that these those there here what who which one some others most both all each every"
    " few many several no"
    " such on in at from by with under during after before for between inside around near of to".split()
)


def term_in(sentence: str, known: Collection[str] = ()) -> tuple[int, int] | None:
    """Return the bounds of a color that ``sentence`` tells, or of a term not ``known`` (folded) that it explains."""
    if (colored := _COLORED.search(sentence)) is not None:
        return colored.span("answer")
    for pattern in _DEFINITIONS:
        found = pattern.match(sentence)
        if found is not None and _is_term(found["answer"]) and fold(found["answer"]) not in known:
            return found.span("answer")
    for pattern in (_NAMED, _NAMED_THEM, _EXPLAINED_AFTER, _EXPLAINED_MEANS):
        if (found := pattern.search(sentence)) is not None and not _is_in_clause(sentence, found):
            later = _EXPLAINED_LATER.match(sentence, found.end("answer"))
            is_vague = later is not None and _ANOTHER.match(found["answer"]) is not None
            return later.span("answer") if later is not None and is_vague else found.span("answer")
    if (found := _BY_MEANS.search(sentence)) is not None:
        return found.span("answer")
    if (found := _IDENTIFIED.match(sentence)) is not None:
        return found.span("answer")
    if (found := _NAMED_SO.search(sentence) or _FOUND.search(sentence)) is not None:
        return found.span("answer")
    if (found := _KEPT_IN.search(sentence) or _LISTED_AS.search(sentence)) is not None:
        return found.span("answer")
    found = _APPOSED_TERM.search(sentence)
    return found.span("answer") if found is not None and is_noun(found["noun"]) and is_noun(found["kind"]) else None


def _is_in_clause(sentence: str, found: re.Match[str]) -> bool:
    """Return whether ``found``, what seems to be a term and its explanation, is where a clause meets the main clause.

    "When an ambulance passes, the pitch of its siren drops" explains no term.
    """
    return _OPENING_CLAUSE.match(sentence) is not None and "," not in sentence[: found.start("answer")]


def cause_in(sentence: str) -> tuple[int, int] | None:
    """Return the bounds of the cause that ``sentence`` gives."""
    found = _CAUSE.search(sentence)
    if found is None or _IN_RELATIVE_CLAUSE.fullmatch(sentence[: found.start()]):
        return None
    if _WHOLE.match(sentence, found.end("answer")) is None:
        return None
    if (called := _name_of(sentence, found)) is not None:
        return found.start("answer"), called.end()
    return found.start("answer"), found.start("answer") + len(found["answer"].rstrip(" \"”'’"))


def _name_of(sentence: str, found: re.Match[str]) -> re.Match[str] | None:
    """Return the name of whoever or whatever the answer ``found`` describes, if it follows in ``sentence``."""
    is_one = found["answer"].startswith(("a ", "an "))
    return _CALLED_SO.match(sentence, found.end("answer")) if is_one else None


def explained_in(sentence: str, known: Collection[str] = ()) -> Iterator[tuple[int, int]]:
    """Yield the bounds of what ``sentence`` explains, the most likely answer first; terms that are not ``known``."""
    if (term := term_in(sentence, known)) is not None:
        yield term
    for pattern in (*_CLAUSES, _NUMBER):
        found = pattern.search(sentence)
        if found is None or (pattern is _NUMBER and _is_no_answer(sentence, found)):
            continue
        if _OBJECT.fullmatch(found["answer"]) or _BARE.fullmatch(found["answer"].strip()) or _name_of(sentence, found):
            continue
        is_cause = pattern is _CAUSE
        if not is_cause and _PRONOUN.match(found["answer"]):
            continue
        if is_cause and _NAMING.search(found["answer"]):
            continue
        if is_cause and _IN_RELATIVE_CLAUSE.fullmatch(sentence[: found.start()]):
            continue
        start = found.start("answer")
        if found.start() == 0 and (conditions := _CONDITIONS.match(sentence)) is not None:
            start = max(start, conditions.end())
        answer = sentence[start : found.end("answer")]
        is_cut = pattern is not _NUMBER and _WHOLE.match(sentence, found.end("answer")) is None
        if is_cut and (is_cause or _NEXT_CLAUSE.search(answer) is None):
            continue
        if not is_cause and (cut := _NEXT_CLAUSE.search(answer)) and _RELATIVE.search(answer[: cut.start()]):
            continue  # "needs snow that lasts until May"
        answer = answer if is_cause else _NEXT_CLAUSE.split(_ASIDE.split(answer, maxsplit=1)[0], maxsplit=1)[0]
        answer = _OTHER_CLAUSE.split(_SECOND_CLAUSE.split(answer, maxsplit=1)[0], maxsplit=1)[0]
        if pattern is _PARTS:
            answer = _THAT.split(answer, maxsplit=1)[0]
            if _LIST.search(answer) is None:
                answer = answer.partition(", ")[0]  # "consists of the root of a rush, three inches long"
        if pattern is _DOES:
            answer = _BY_WAY_OF.split(answer, maxsplit=1)[0]
        if pattern in _NEEDS and (not is_cause or sentence.endswith(" on ", 0, start)):
            answer = _LINK.split(answer, maxsplit=1)[0]
            later = _EXPLAINED_LATER.match(sentence, start + len(answer))
            if later is not None and answer.startswith(("a ", "an ")):
                yield later.span("answer")  # "contain a third partner, a yeast that …"
                continue
        if _BARE.fullmatch(answer.strip()):
            continue  # "store their catch", before "until"
        if len(answer.split()) > _LONGEST:
            answer = _SECOND_VERB.split(answer, maxsplit=1)[0]
        if pattern is not _NUMBER and _REST_OF_LIST.match(sentence, start + len(answer)) is not None:
            continue
        if len(answer.split()) <= (_LONGEST_CAUSE if is_cause else _LONGEST):
            yield start, start + len(answer.rstrip(" \"”'’"))


def _is_no_answer(sentence: str, number: re.Match[str]) -> bool:
    """Return whether ``number`` counts nothing, or is one end of a range: "two" in "from three months to two years"."""
    is_end = RANGE_END.search(sentence[: number.start("answer")]) is not None
    return is_end or OF_NOTHING.match(sentence, number.end()) is not None


def _is_term(text: str) -> bool:
    first, *_, last = f"{text} {text}".split()
    if re.search(r"['’]s? ", text):
        return False  # "Titan's northern shore is a cliff"
    return first.lower() not in _NO_TERMS and last not in {"one", "ones"} and not _SUPERLATIVE.match(first)
