"""Find two claims in one statement in English, by the words that join them."""

import re
from itertools import islice, pairwise

from quizgen.text.content_words import unquoted, words_of
from quizgen.text.lazy_pattern import lazy_pattern
from quizgen.text.noun_kinds import is_noun
from quizgen.text.numbers import any_number_word
from quizgen.text.verbs import is_irregular_past, is_third_person
from quizgen.text.words import listed

_VERB = r"(?:is|are|was|were|has|have|had|can|cannot|does|do|did|will|would|became|remained)"
_COUNTED = rf"\d[\d.,]*|{any_number_word(1, 19)}|twenty|thirty|forty|fifty|sixty"
_TWO_CLAIMS = lazy_pattern(
    rf",? and (?:also |then |therefore |thus )?(?:(?:it|he|she|they|this) |{_VERB}\b)"  # … and is …, … and it …
    rf"|, and (?:both|neither|each|none|all|so) {_VERB}\b"
    rf"|, (?:but|while|whereas) (?:it|he|she|they|the|a|an|\w+ {_VERB})\b"
    # "…, but cotton comes from a plant"
    r"|, (?:but|while|whereas) (?!(?:not|no|only|all|some|most|many|few|other|also|in|on|at|of|to|for|from|by|with|as"
    r"|if|when|sometimes|always|\w+ly)\b)\w+ [a-z]{2,}[^\Wsui]s(?= (?!and\b|or\b)\w)"
    r"|, where (?:he|she|they|it) (?=[a-z])"
    r"|^[Nn]ot only\b[^,]*, "
    r"|\bin (?:\d{4}|[A-Z][a-z]+) and (?:\w+ ){1,5}in (?:\d{4}|[A-Z][a-z]+)"  # founded in 1919 and dissolved in 1945
    r"|;\s"
    # "… is hotter because it rotates …": both may be true, and the reason may be wrong. "Not merely because …" is one.
    r"|(?<!merely)(?<!simply)(?<!solely)(?<!purely)(?<! only)(?<! just),? because (?!of\b)"
    r"|, so (?=(?:it|they|he|she|the|an?|its|their) [a-z])"
    # "A violin has four strings and a guitar six", "… in the south and polar bears in the north"
    rf"|\b(?:has|have|uses?|needs?|contains?|lasts?|takes?|weighs?|is|are|was|were) (?:about )?(?:{_COUNTED})\b[^,;]*?"
    rf"(?P<gapped>,? and )(?:in )?(?:(?!(?:between|both)\b)[\w'’-]+ ){{1,4}}(?:{_COUNTED})(?: [a-z]+)?\.?$",
)
# "Knitting uses two needles while crochet uses three", "Teams of one sport have six players, those of the other have …"
_SAME_VERB = lazy_pattern(
    rf"(?!(?:if|when|as|while|although|though|because|since|after|before|once|unless|the \w+er|the more|not)\b)"
    rf"[^,;]*?\b(?P<verb>{_VERB}|have|[a-z]{{2,}}[^\Wsui]s|[a-z]{{3,}}ed)\b[^,;]*?(?P<joined>,| while| whereas)"
    r" (?:(?!(?:which|that|who|whose|where|when|as|if|and|or|but)\b)[\w’'-]+ ){1,4}?(?P=verb)\b",
    re.IGNORECASE,
)
_CONCEDES = lazy_pattern(
    r"^(?P<joined>although|even though|because(?! of\b)|since(?=[^,]*, (?:it|they|he|she)\b)) [^,\d]*,"
    r" (?:it|they|he|she|the|an?) [^,]*$",
    re.IGNORECASE,
)
_SUBORDINATE = lazy_pattern(
    r"^(?:when|if|as|while|although|though|because|since|after|before|once|unless)\b[^,]*, ", re.I
)
_IN_CLAUSE = lazy_pattern(
    r"\b(?:that|which|who|whom|whose|where|when|if|because|so|until|while|as|to(?! (?:the|an?|its|their|his|her|most"
    r"|all|both|each|every|one|two|other|another|\d)\b)(?! [A-Z])|can|cannot|may|must|will|could|should"
    r"|would|might|help|helps|let|lets|make|makes|both|between|either|than)\b",
    re.IGNORECASE,
)
_AUXILIARY = listed("is are was were has have had does do did can will became remained")
_PRESENT = listed(
    "contains absorbs releases produces consists requires becomes remains increases decreases rises falls lies flows"
    " occurs happens belongs lacks possesses carries grows loses begins ends stores pumps filters breathes feeds lays"
    " lives eats drinks sleeps converts transports protects supports prevents allows keeps holds gives takes makes uses"
    " needs causes forms depends varies travels moves melts boils freezes expands contracts conducts reflects attracts"
    " repels orbits rotates weighs measures borders covers separates connects crosses joins reaches doubles halves"
    " describes explains tells appears dies marries kills writes speaks returns raises lowers reduces slows"
    " affects controls regulates determines represents means refers runs stops starts sorts sends receives encrypts"
    " compiles executes prints stays exists equals"
)
_PAST = listed(
    "became began rose fell grew wrote won lost took gave led fought died lived ruled reigned invented discovered"
    " founded conquered invaded defeated signed declared published composed painted designed built abolished introduced"
    " crossed reached sailed studied taught married received ended started ordered banned killed left went came"
    " made had increased decreased"
)

_PLURAL = listed(
    "contain absorb consist require become remain belong lack possess carry grow lose breathe lay reproduce exist occur"
    " depend live eat have are"
)
_NOUNS_TOO = listed(
    "uses needs causes forms stars means measures covers returns runs stops starts ends falls rises orders"
)
_OBJECT = listed("a an the its their his her it them no all only into from to by at in on with through")
_NOT_IN_SUBJECT = listed("of in on at by for to from with into through during") | _AUXILIARY
_AND = lazy_pattern(r",? and (?:also |then |therefore |thus )?")
# If it is the only comma, it does not belong to a list.
_TWO_CLAUSES = lazy_pattern(r"[^,;:]{12,}(?P<joined>, and )\w+ \w+ \w[^,;:]*")
_SECOND_SENTENCE = lazy_pattern(r"[^.?!]{20,}\. (?P<joined>(?:It|They|He|She) (?:also )?)[a-z]")
_GIVEN = lazy_pattern(r"\s*(?:an? |suppose|let |if |consider|imagine|assume|given|two |three )", re.IGNORECASE)
_LONGEST_SUBJECT = 4
"""The most words of the subject of a second clause: "and solid sodium chloride dissolves"."""
_MOST_JOINTS = 20
"""No claim has so many parts, and each is looked at together with all that is before it."""


def joining_words(text: str) -> str | None:
    """Return the words that join two claims in ``text``, such as "and"; None if it makes only one claim."""
    statement = unquoted(text)
    # "Between 1914 and 1918" and "both … and" join parts of one claim.
    if (found := _TWO_CLAIMS.search(statement)) is not None:
        joined = found["gapped"] or found[0]
    elif (conceding := _CONCEDES.match(statement)) is not None:
        joined = conceding["joined"].lower()
    elif (clauses := _TWO_CLAUSES.fullmatch(statement)) is not None:
        joined = clauses["joined"]
    elif " and " in statement and _joins_verbs(statement):
        joined = "and"
    elif (repeated := _SAME_VERB.match(statement)) is not None:
        joined = repeated["joined"].strip()
    elif (second := _SECOND_SENTENCE.match(statement)) is not None and not _GIVEN.match(statement):
        joined = second["joined"]
    else:
        return None
    return joined.strip(" ,") or ","


def _joins_verbs(statement: str) -> bool:
    """Return whether "and" joins two clauses of ``statement``, or two verbs of one subject, by a list of verbs.

    "The king and the queen ruled" has a verb only after "and", and "can bind and release" is one claim.
    """
    statement = _SUBORDINATE.sub("", statement.strip())
    for found in islice(_AND.finditer(statement), _MOST_JOINTS):
        before, after = statement[: found.start()], words_of(statement[found.end() :])[:6]
        if _IN_CLAUSE.search(before):
            return False
        first = words_of(before)[1:]
        is_present = not _PRESENT.isdisjoint(first) or not _AUXILIARY.isdisjoint(first)
        is_past = not _PAST.isdisjoint(first)
        is_plural = not _PLURAL.isdisjoint(first)
        if after and _is_verb_of_same_subject(first, after, statement[found.end() :]):
            return True
        if not (is_present or is_past or is_plural or _has_verb(first)) or not after:
            continue
        verb, *rest = after
        has_object = bool(rest) and rest[0] in _OBJECT
        if first and _is_likely_verb(first[-1]) and _is_likely_verb(verb):
            continue  # "receives and pumps the blood"
        if verb in _PRESENT and is_present and (verb not in _NOUNS_TOO or has_object):
            return True
        if (verb in _PAST and is_past) or (verb in _PLURAL and is_plural and verb not in _AUXILIARY):
            return True
        if _has_subject_and_verb(after) and (_has_verb(first) or is_past):
            return True
        if verb in {"its", "their", "his", "her", "the", "a", "an"} and (is_present or is_past):
            # A noun of one or two words, and then a verb: "and its frequency increases".
            for at in (2, 3):
                subject, then = after[1:at], after[at : at + 1]
                if not then or not _NOT_IN_SUBJECT.isdisjoint(subject):
                    continue
                has_object = then[0].endswith("s") and not (_DETERMINERS | _NUMBERS).isdisjoint(after[at + 1 : at + 2])
                if then[0] in _PRESENT | _AUXILIARY or has_object:
                    return True
    return False


def _is_verb_of_same_subject(first: list[str], after: list[str], written: str) -> bool:
    """Return whether ``after``, the words after "and" (``written`` in the statement), begin with a verb.

    It is known by its form and by what follows it. ``first`` are the words between the first one and "and".
    """
    verb, *rest = after
    is_present = verb.endswith("s") and not verb.endswith(("ss", "us", "is"))
    if not first or verb in _NOT_IN_SUBJECT or not (_has_verb(first[:-1]) or _has_likely_verb(first[:-1])):
        return False
    # "Receives and pumps the blood", "opened and closed the gate": both are done to the same object.
    if not rest or _is_likely_verb(first[-1]):
        return False
    if is_present:
        return (
            rest[0] in _BEFORE_OBJECT
            or is_third_person(verb)
            or (verb.endswith(("ates", "izes", "ises", "ifies")) and not is_noun(verb))
            or (len(rest) == 1 and rest[0].endswith("ly") and not first[-1].endswith("s"))
        )
    is_past = verb.endswith("ed") or verb in _PAST or is_irregular_past(verb)
    return is_past and (rest[0] in _DETERMINERS or _BEFORE_NAME.match(written) is not None)


_DETERMINERS = listed("a an the its their his her it them")
_BEFORE_OBJECT = _DETERMINERS | listed("no all into more less only up away")
_NUMBERS = listed("one two three four five six seven eight nine ten no")
_BEFORE_NAME = lazy_pattern(r"[a-z]+ [A-Z][a-z]")


def _is_likely_verb(word: str) -> bool:
    return word in _PRESENT - _NOUNS_TOO or is_third_person(word) or word.endswith("ed") or is_irregular_past(word)


def _has_likely_verb(words: list[str]) -> bool:
    """Return whether one of ``words`` looks like a past or, before an article, like a verb in the present."""
    return any(word.endswith("ed") or word in _PAST or is_irregular_past(word) for word in words) or any(
        word.endswith("s") and following in _DETERMINERS for word, following in pairwise(words)
    )


def _has_verb(words: list[str]) -> bool:
    """Return whether one of ``words`` is certainly a verb."""
    return any(word in _AUXILIARY or word in _PRESENT - _NOUNS_TOO or is_third_person(word) for word in words)


def _has_subject_and_verb(words: list[str]) -> bool:
    """Return whether ``words`` begin with a short subject and its verb."""
    at = next(
        (at for at, word in enumerate(words) if word in _AUXILIARY or word in _NOT_IN_SUBJECT or is_third_person(word)),
        None,
    )
    return at is not None and 0 < at <= _LONGEST_SUBJECT and words[at] not in _NOT_IN_SUBJECT - _AUXILIARY
