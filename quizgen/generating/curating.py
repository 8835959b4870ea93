"""Offer the candidates that a curator would take as they are, and cut off what hangs on the text around them.

Every other candidate is left out with the reason, so that what is offered can be relied on.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from quizgen.generating.attributions import NO_SOURCE, may_claim
from quizgen.generating.blanks import best_answers, is_good, is_year
from quizgen.generating.candidates import Candidate, Draft
from quizgen.generating.clauses import is_crowded, second_statement
from quizgen.generating.doubts import doubt_about, is_unique
from quizgen.generating.entities import FoundEntity, is_nationality, person_in
from quizgen.generating.given_names import GIVEN_NAMES
from quizgen.generating.lead_ins import written_in
from quizgen.generating.links import NOTABLE, is_one_of_several, other_kind, unlinked_subject
from quizgen.generating.marking import MARKS, Find, Span, marked
from quizgen.generating.noun_phrases import descriptions_in
from quizgen.generating.offering import why_incomplete, why_unconnected
from quizgen.generating.pronouns import opening_pronoun, unexplained_word
from quizgen.generating.tails import FINITE, LONGEST, aside_in, is_list, is_needless, possible_ends, words_of_limit
from quizgen.generating.tenses import IRREGULAR_PAST, in_simple_past
from quizgen.generating.worth import lack_of_worth
from quizgen.questions.mark_problems import mark_problems
from quizgen.questions.marks import find_marks
from quizgen.text.dates import MONTH, YEAR_ALONE
from quizgen.text.folding import fold
from quizgen.text.lexicon import ROLES, TITLES
from quizgen.text.numbers import BELOW_TWENTY, TENS
from quizgen.text.sentences import QUOTE
from quizgen.text.word_forms import capitalized, singular
from quizgen.text.words import listed

_DAY = re.compile(rf"\b\d{{1,2}} (?:{MONTH})\b|\b(?:{MONTH}) \d{{1,2}}\b")
_ON_OTHERS = re.compile(r"^The (?:[A-Z][\w’'-]* )?[a-z]|\b(?:he|she|him|his|her|had)\b")
"""What a lead-in may explain."""
_PART_OF_IT = re.compile(r"[^,;:]{0,30} of it\b")
"""What only the sentence before can explain, since it may be about a part: "Half of it was sold"."""
_THEIR = re.compile(r"\b(?:they|them|their)\b")
_OF_THEIR_LIVES = re.compile(
    r"\b(?P<word>their) (?:[a-z]+ )?(?:ages?|births?|blood|bod(?:y|ies)|brains?|deaths?|diet|lifespans?|lives|skins?"
    r"|tails?|teeth|young)\b"
)
"""What is that of the animals in the title rather than of those who study it: "12 records of their births"."""
_SEVERAL = re.compile(
    r"\b[a-z]{2,}[^\Wsui]s\b|\band\b|\b(?:people|[a-z]*men|children|cattle|police|feet|both|most|many|few|every"
    r"|each|any)\b"
    r"|[A-Z]\w+s\b(?<!ss)|\b[Nn]obody\b"
)
"""What "they" may mean in the same sentence."""
_COPY = re.compile(
    r"(?:[^,;:]{3,20}, )?An? (?:[\w-]+ )?(?:copy|replica|model|version|translation|edition|sequel|reproduction"
    r"|imitation|statue|portrait|biography|sample|survivor|descendant|successor|predecessor|rival)\b(?! of\b)",
    re.IGNORECASE,
)
"""What is always that of something: "A full-size copy was made in Kent"."""
_TOLD = re.compile(r" (?:of|that|who|which|whose|where|called|named|known)\b|,? [*“\"]?[A-Z]| \d")
"""What says which one is meant."""
_BARE_NAME = re.compile(rf"(?P<name>[A-ZÀ-Þ][\w’'-]+)(?:,| (?:{IRREGULAR_PAST}|[a-z]{{3,}}ed)\b)")
"""A subject of one word without an article: "Field, undaunted, came back"."""
_FIRST_NAME = re.compile(r"(?P<name>[A-ZÀ-Þ][\w-]+) (?:is|was|has|had|lies|lay)\b")
_TITLED = re.compile(r"(?:Emperor|Empress|King|Pope|President|Prince|Princess|Queen|Tsar) [A-ZÀ-Þ]")
_FULL_NAME = r"(?:(?:(?:af|d[aeiu]|de la|der|la|le|van|van der|von) )?[A-ZÀ-Þ][\w’'.-]+ ?){2,4}"
_WHO_IT_IS = re.compile(
    r"^(?:(?:[Ii]n|[Oo]n|[Bb]y) [^,;:]*?\d{4},? )?"
    rf"(?:[Tt]he (?:[A-ZÀ-Þ][a-z]+ )?(?:[a-z-]+ ){{1,2}}{_FULL_NAME}|{_FULL_NAME}, (?:an?|the|then|[a-z]+ of) )"
)
"""A subject with who it is: "The Austrian zoologist Ida Lund", "Ole Krag, mayor of Kent, "."""
_SAYS_WHO = re.compile(r" was an? ")
_OFTEN = 4
"""The number of sentences with the name of somebody who is known to whoever knows the subject."""
_LAST = 20
"""The number of characters at the end of a statement by which its end is found in the sentence."""
_SMALL = listed("the and for its from with that was were who how what when where why our his her their")
_ALSO_WAS = re.compile(
    r"[^,;]*(?:, [^,;]*,[^,;]*)?(?P<and> and) (?:also |now |then )?(?:is|was|are|were|has|have|had)\b"
)
"""A second predicate that could be a sentence of its own: "sold ships and was ruined in 1870"."""
_WITH_ASIDE = re.compile(r"(?:[A-Za-z]+ )?[A-ZÀ-Þ][^,;]*, [^,;]*, (?=(?:is|was|are|were|has|had|[a-z]{2,}ed)\b)")
"""A subject with something about it: "The Ostby Queen, designed by Ida Lund, was"."""
_RELATIVE = re.compile(r"\b(?:that|which|who|whose|where|when)\b")
_ANOTHER_CLAUSE = re.compile(
    r";|: (?:he|she|they|it) (?=[a-z])"
    rf"|^(?!(?:[Ww]hen|[Ww]hile|[Aa]fter|[Bb]efore|[Aa]s|[Ii]f|[Ss]ince|[Bb]ecause|[Aa]lthough) )"
    rf"[^,;:]*{FINITE.pattern}"
    r"[^;:]*, (?:he|she|they|it) (?:is|are|was|were|has|have|had) [^,;:]*, and (?:yet |then )?[a-z]+ [a-z]"
)
_AND_ANOTHER = re.compile(
    rf", and (?:in \d{{4}},? |for (?:about )?[\w-]+ (?:years|months|decades) )?(?:(?:he|she|it|they) [a-z]"
    rf"|(?:(?:the|an?|its|his|her|their|some|many|most|about|{'|'.join((*BELOW_TWENTY, *TENS))}) (?:[\w’'-]+ ){{1,4}}?"
    r"|[A-ZÀ-Þ][\w’'-]+ (?:[A-ZÀ-Þ][\w’'-]+ )*(?:(?:of|from|in) [A-ZÀ-Þ\d][\w’'-]* )?"
    r"|(?:(?:the|an?) (?:[\w’'-]+ ){1,3})?(?:[A-ZÀ-Þ][\w’'-]+ )*[A-ZÀ-Þ][\w’'-]+, (?:an?|now|the|then|who) [^,;:]*, )"
    rf"(?:is|are|has|have|{IRREGULAR_PAST}|[a-z]{{3,}}ed"
    r"|[a-z]{2,}[^s\W]s(?= (?:at|by|down|from|over|through|under|up)\b))\b)"
    rf"|, (?:while|whereas) (?:[A-ZÀ-Þ][\w’'-]+ ){{2,4}}(?:is|was|has|had|{IRREGULAR_PAST}|[a-z]{{3,}}ed) [^,;:]*\d"
)
"""What begins a second main clause with a subject of its own: ", and they swim", ", and sixty people watched"."""


def curated(draft: Draft, title: str, *, with_unclear: bool = False) -> Draft:
    """Return ``draft`` with only those candidates that need no change; with all, if ``with_unclear`` is set.

    What such a candidate lacks is then its ``doubt``.
    """
    if not draft.english:
        return draft
    people = {fold(one.name): one for one in draft.entities if one.type == "person"}
    entities = {fold(name): one for one in draft.entities for name in (one.name, *one.aliases)}
    words = _telling(title)
    texts = [*(one.sentence for one in draft.candidates), *(text for _, text, _ in draft.left_out)]
    parts = [one.name for one in people.values() if " " not in one.name and fold(one.name) not in words]
    parts = [name for name in parts if _is_part_of_name(name, texts)]
    surnames = {one.name.split()[-1] for one in people.values() if " " in one.name}
    main = {fold(name) for name in _often_named(people, texts)}
    hero = person_in(title)
    is_of_person = hero is not None and (fold(hero) in people or fold(hero.split()[0]) in GIVEN_NAMES)
    kept: list[Candidate] = []
    left_out = list(draft.left_out)
    refused = 0

    def usable(one: Candidate) -> Candidate | str:
        if one.doubt is not None:
            return one.doubt
        part = next(
            (name for name in parts if re.search(rf"\b{re.escape(name)}\b(?!['’]s| [A-Z])", one.statement)), None
        )
        first = _BARE_NAME.match(_plain(one.statement)[0])
        part = first["name"] if part is None and first is not None and first["name"] in surnames else part
        better = _best(one, people, entities, words, draft.answers) if part is None else f"{part!r} is not a full name"
        if not isinstance(better, str) and better.lead_in:
            better = _with_lead_in(better, people, entities, words, main, is_of_person=is_of_person)
        if isinstance(better, str) or (one.lead_in and not better.lead_in):
            return better  # which the name of its subject has been written into, if it is one
        text, answers = _plain(better.statement)
        return why_unconnected(text, len(better.lead_in), answers, one.subject) or better

    for one in draft.candidates:
        better = usable(one)
        if (
            not isinstance(better, str)
            and better.statement != one.statement
            and not may_claim(_plain(better.statement)[0])
        ):
            better = replace(better, claims=False, attribution=None)  # the claim has been cut off
        claimed = one if isinstance(better, str) else better
        lacks_source = claimed.claims and claimed.attribution is None
        if lacks_source and not with_unclear:
            better = NO_SOURCE
        if not isinstance(better, str):
            kept.append(replace(better, doubt=NO_SOURCE) if lacks_source else better)
            cut = [*filter(None, (_cut_off(one, better), better.cut_off))]
            second = _second(one, cut[0], draft.answers) if cut else None
            better = usable(second) if second is not None else "it has been cut off from a candidate fact"
            if not isinstance(better, str):
                kept.append(better)
                del cut[0]
            left_out += ((one.paragraph, end, "it has been cut off from a candidate fact") for end in cut)
        elif with_unclear:
            kept.append(one if one.unclear else replace(one, doubt=NO_SOURCE if lacks_source else better))
        else:
            refused += 1
            part = _of_only_one(one, draft.answers)
            other = usable(part) if part is not None else better
            kept += () if isinstance(other, str) else (other,)
            left_out.append((one.paragraph, one.sentence, better))
    return replace(draft, candidates=tuple(kept), left_out=tuple(sorted(left_out)), unclear=draft.unclear + refused)


def _telling(title: str) -> set[str]:
    """Return the words of ``title`` (folded, singular) that show what it names."""
    every = re.findall(r"[^\W\d_]{3,}", title)
    # A European law is not about the European eel.
    telling = [word for word in every if not is_nationality(word)] or every
    return {fold(singular(word)) for word in telling} - _SMALL


def _often_named(people: Mapping[str, FoundEntity], texts: Sequence[str]) -> Iterator[str]:
    """Yield the people in so many of ``texts`` that whoever reads of the subject reads of them, too."""
    counts = Counter(word for text in texts for word in set(re.findall(r"\b[A-ZÀ-Þ][\w’'-]*\w", text)))
    for one in people.values():
        last = one.name.split()[-1]
        if counts[last] + counts[f"{last}'s"] + counts[f"{last}’s"] >= _OFTEN:
            yield one.name


def _is_part_of_name(name: str, texts: Sequence[str]) -> bool:
    """Return whether one of ``texts`` has more of the ``name`` of somebody, which was not found in it."""
    whole = re.compile(rf"(?<=[a-z,] )(?P<first>[A-ZÀ-Þ][^\W\d_]+) {re.escape(name)}\b")
    found = (one for text in texts for one in whole.finditer(text))
    return any(one["first"].lower() not in ROLES | TITLES for one in found)


def _best(
    one: Candidate,
    people: Mapping[str, FoundEntity],
    entities: Mapping[str, FoundEntity],
    words: set[str],
    find: Find,
) -> Candidate | str:
    """Return ``one`` as a curator would take it, or the reason why nobody would; ``find`` finds answers in a text."""
    plain, every = _plain(one.statement)
    begin = len(one.lead_in)
    longest = LONGEST + max(len(plain[begin:].split()) - len(one.sentence.split()), 0)  # "Ida Lund" for "Lund"
    longest += words_of_limit(plain, begin)
    spans = [span for span in every if is_good(plain, span, people)]
    first: str | None = None
    names_part = _names(plain[begin:], words)
    ends = [end for end in possible_ends(plain, begin) if _names(plain[begin:end], words) or not names_part]
    if (second := _second_predicate(plain, begin)) is not None and second not in ends:
        ends = sorted([*ends, second], reverse=True)
    while len(ends) > 1 and is_needless(plain, ends[1], spans):
        del ends[0]
    if len(ends) > 1 and _is_another_fact(plain, ends[1], spans):
        ends = [*ends[1:], ends[0]]
    for end in ends:
        text = plain if end == len(plain) else f"{plain[:end]}."
        inside = [span for span in spans if span[1] <= end]
        problem = doubt_about(
            text,
            begin,
            people,
            words,
            one.settled,
            longest,
            is_one_thing=one.about is not None and one.about.is_one_thing,
        )
        if problem is None and (is_list(text[begin:]) or is_crowded(text[begin:]) or _says_two(text[begin:])):
            problem = "it states more than one fact"
        if problem is None:
            answers = best_answers(text, begin, inside, people, entities, find)
            if isinstance(answers, str):
                problem = answers
            elif lack := (
                lack_of_worth(text, begin, answers, entities) or why_incomplete(text, begin, answers, one.sentence)
            ):
                problem = lack
            elif (statement := marked(*_in_simple_past(text, begin, answers))) is not None:
                return replace(one, statement=statement)
            else:
                problem = "it has no short answer to mark"
        first = first or problem
    assert first is not None
    if (aside := aside_in(plain, begin)) is not None and not one.cut_off:
        start, stop = aside
        rest = f"{plain[:start]}{plain[stop:]}"
        length = stop - start
        left = [span if span[1] <= start else (span[0] - length, span[1] - length) for span in every]
        left = [span for old, span in zip(every, left, strict=True) if old[1] <= start or stop <= old[0]]
        if (shorter := marked(rest, left)) is not None:
            better = _best(replace(one, statement=shorter), people, entities, words, find)
            return first if isinstance(better, str) else replace(better, cut_off=plain[start:stop].strip(", "))
    return first


def _in_simple_past(text: str, begin: int, answers: Sequence[Span]) -> tuple[str, list[Span]]:
    """Return ``text`` and its ``answers`` with "used" for "had used" if nothing earlier is left to compare it with."""
    body = in_simple_past(text[begin:])
    if not (less := len(text) - begin - len(body)):
        return text, [*answers]
    had = text.index(" had ", begin)
    return text[:begin] + body, [(start - less, end - less) if start > had else (start, end) for start, end in answers]


def _depends(body: str) -> bool:
    """Return whether a lead-in may explain some words of ``body``."""
    if _ON_OTHERS.search(body) is not None or unexplained_word(body) is not None or _COPY.match(body) is not None:
        return True
    bare = (one for one in descriptions_in(body) if not one.has_adjective and not is_unique(one))
    return any(
        _TOLD.match(body, one.end) is None or (one.text.endswith("s") and body.startswith(" of ", one.end))
        for one in bare
    )


def _with_lead_in(
    one: Candidate,
    people: Mapping[str, FoundEntity],
    entities: Mapping[str, FoundEntity],
    words: set[str],
    main: Collection[str],
    *,
    is_of_person: bool,
) -> Candidate | str:
    """Return ``one``, or the reason why its lead-in does not make clear what it is about."""
    about = one.lead_in.removesuffix(": ")
    text, spans = _plain(one.statement)
    body = text[len(one.lead_in) :]
    whole_name = one.about.inside if one.about is not None and one.about.inside else about
    if is_of_person and whole_name.split()[-1] in body:
        at = len(one.lead_in)
        alone = marked(capitalized(body), [(start - at, end - at) for start, end in spans])
        return replace(one, statement=alone, lead_in="") if alone is not None else "it has no short answer to mark"
    if is_of_person:
        return f"it does not name {whole_name}"  # whose name before what somebody else did would mislead
    if opening_pronoun(capitalized(body)) == "It" or _PART_OF_IT.match(body):
        return "'It' refers to an earlier sentence"  # which may have been about something else
    if (their := _THEIR.search(body)) is not None and _SEVERAL.search(body, 0, their.start()) is None:
        return f"{their[0]!r} refers to an earlier sentence"
    if one.about is not None and not one.settled and (other := other_kind(body, one.about)) is not None:
        return f"it does not say what {other!r} has to do with {about!r}"
    if one.about is not None and is_one_of_several(body, one.about):
        return f"it does not say which of {one.about.inside} it is about"
    if one.about is not None and one.about.is_kind and (whose := _OF_THEIR_LIVES.search(body)) is not None:
        return f"{whose['word']!r} refers to an earlier sentence"
    if one.about is not None and one.about.says_only_where:
        if (problem := doubt_about(text, 0, people, words)) is not None:
            return problem
        if _depends(body):
            return f"it does not say what it has to do with {about!r}"
    is_dated_event = one.about is not None and not about.startswith(one.about.name)  # whose year is not given away
    if not is_dated_event and not one.settled and all(is_year(text, span) for span in spans):
        return f"it has only a date to ask about, and does not name {about!r}"
    written = _written_in(one)
    if one.about is None or not written.lead_in:
        return written
    if (who := unlinked_subject(body, one.about, entities)) is None:
        return written
    is_titled = _TITLED.match(who) is not None
    is_person = (fold(who.partition(" of ")[0]) in people or is_titled) and " " in who
    is_notable = is_person and NOTABLE.search(body) is not None
    is_known = is_person and (is_titled or _WHO_IT_IS.search(body) is not None or fold(who) in main)
    is_telling = YEAR_ALONE.search(body) is not None or _SAYS_WHO.search(body) is not None
    if (is_notable and one.about.is_said) or (is_known and is_telling):
        return written
    return f"it does not say what {who!r} has to do with {about!r}"


def _written_in(one: Candidate) -> Candidate:
    """Return ``one`` with the name of what it is about at its place in the sentence, if there is one."""
    body = one.statement[len(one.lead_in) :]
    first = _FIRST_NAME.match(body)
    if first is not None and re.search(rf"\b{first['name']}\b", one.lead_in) is not None:
        return replace(one, statement=body, lead_in="")  # "The Eruption of Ostby: Ostby was 12 miles wide"
    written = written_in(body, one.about, one.settled) if one.about is not None else None
    if written is None or any(True for _ in mark_problems(written)):
        return one
    return replace(one, statement=capitalized(written), lead_in="")


def _cut_off(one: Candidate, better: Candidate) -> str:
    """Return the end of the statement of ``one`` that ``better`` does not have."""
    whole, left = _plain(one.statement)[0], _plain(better.statement)[0]
    whole = whole[len(one.lead_in) - len(better.lead_in) :].replace(f", {better.cut_off},", "", 1)
    begin, end = len(better.lead_in), len(left) - 1
    last = left[-_LAST:-1]
    if not whole.startswith(left[:-1]) and last in whole:  # "the heart" may have become "the heart of the hedgehog"
        end = whole.rindex(last) + len(last)
    elif not whole.startswith(left[:-1]):  # "had used" may have become "used"
        ends = (at for at in range(end, len(whole)) if in_simple_past(f"{whole[begin:at]}.") == left[begin:])
        end = next(ends, end)
    return whole[end:].lstrip(" ,;–—") if end < len(whole) - 1 else ""


def _second(one: Candidate, end: str, answers: Find) -> Candidate | None:
    """Return what the ``end`` that was cut off from ``one`` says by itself, or None if it says nothing."""
    plain, begin = _plain(one.statement)[0], len(one.lead_in)
    before = plain.removesuffix(end)[begin:].rstrip(" ,;.–—")
    body = second_statement(before, end)
    if body is None or may_claim(body) or (_DAY.search(body) is not None and YEAR_ALONE.search(body) is None):
        return None
    if end.startswith("which "):  # of the only one of its kind
        one, begin = replace(one, lead_in="", about=None, settled=()), 0
    text = f"{one.lead_in}{body}" if begin else capitalized(body)
    spans = answers(text, MARKS)
    statement = None if isinstance(spans, str) else marked(text, [span for span in spans if span[0] >= begin])
    if statement is None:
        return None
    return replace(one, statement=statement, claims=False, attribution=None, unclear=(), cut_off="")


def _of_only_one(one: Candidate, answers: Find) -> Candidate | None:
    """Return what the last clause of ``one`` says of the only one of its kind, or None if it says nothing."""
    plain = _plain(one.statement)[0]
    at = plain.rfind(", which ")
    return _second(one, plain[at + len(", ") :], answers) if at > 0 else None


def _plain(statement: str) -> tuple[str, list[Span]]:
    """Return ``statement`` without its marks, and the bounds of their answers."""
    plain, end, spans = "", 0, []
    for mark in find_marks(statement):
        plain += statement[end : mark.start]
        spans.append((len(plain), len(plain) + len(mark.answer)))
        plain += mark.answer
        end = mark.end
    return plain + statement[end:], spans


def _names(text: str, words: set[str]) -> bool:
    """Return whether ``text`` has one of the ``words`` (folded, singular)."""
    return any(fold(singular(word)) in words for word in re.findall(r"[^\W\d_]{3,}", text))


def _is_another_fact(text: str, end: int, spans: Sequence[Span]) -> bool:
    """Return whether something else has a fact of its own after ``end``, before which there is one to ask for."""
    return _AND_ANOTHER.match(text, end) is not None and any(span[1] <= end for span in spans)


def _says_two(body: str) -> bool:
    """Return whether ``body`` has two statements that are joined by a semicolon, or have each its own "was"."""
    bare = QUOTE.sub("…", body)
    return _ANOTHER_CLAUSE.search(bare) is not None or _second_predicate(bare, 0) is not None


def _second_predicate(text: str, begin: int) -> int | None:
    """Return where a second predicate of the main clause in ``text`` begins that could be a sentence of its own."""
    aside = _WITH_ASIDE.match(text, begin)
    verb = FINITE.search(text, begin if aside is None else aside.end())
    if verb is None or _RELATIVE.search(text, begin, verb.start()) is not None:
        return None
    second = _ALSO_WAS.match(text, verb.end())
    is_of_clause = second is None or _RELATIVE.search(text, verb.end(), second.start("and")) is not None
    return None if second is None or is_of_clause else len(text[: second.start("and")].rstrip(","))
