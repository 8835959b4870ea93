"""Find candidate facts: sentences with something to ask for, which becomes their marks.

That is a date, a figure, a name or a short quotation, or else a term, a cause, a contrast or a step of a process.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice

from quizgen.facts.article import Article
from quizgen.generating.attributions import attribution
from quizgen.generating.clauses import statements_in
from quizgen.generating.context import Context, InContext
from quizgen.generating.conversions import without_conversions
from quizgen.generating.descriptions import central_nouns
from quizgen.generating.draft_mentions import draft_mentions
from quizgen.generating.entities import FoundEntity, find_entities, person_in
from quizgen.generating.given_names import GIVEN_NAMES
from quizgen.generating.homelands import country_of
from quizgen.generating.lead_ins import LeadIn, described, lead_in_of, named, of_country, said_by_author, with_country
from quizgen.generating.marking import Find, Span, answers_in, marked
from quizgen.generating.named import Named
from quizgen.generating.noun_phrases import VAGUE
from quizgen.generating.plans import came_to_nothing
from quizgen.generating.short_names import shared_surnames
from quizgen.generating.tenses import IRREGULAR_PAST
from quizgen.generating.topic import Topic, subject_of_title, topic_of
from quizgen.progress import Watcher
from quizgen.questions.base import PHRASE_WORDS
from quizgen.questions.fields import FORBIDDEN
from quizgen.text.folding import fold, occurs_in
from quizgen.text.mentions import Mention, find_mentions, known_names
from quizgen.text.sentences import WORD, body_paragraphs, is_english, sentences
from quizgen.text.word_forms import singular

_WORD = re.compile(r"\w+(?:['’]\w+)*")
_HEADING = re.compile(r"#+\s")
_LIST_ITEM = re.compile(r"(?:[-*•+]|\d{1,2}[.)]) ")
_TABLE = re.compile(r"\|")
_RULE = re.compile(r"[|:\s-]+")
_PICTURE = re.compile(r"!\[[^\]]*\]\([^)]*\)")
_FORMULA = re.compile(r" [+→⟶=] ")
_SHORTEST = 3
"""The minimum number of words in a statement."""
_TITLE_WORDS = 7
_ASKING = re.compile(r"(?:How|What|When|Where|Why|Who) ")
_HAS_VERB_OR_FIGURE = re.compile(r"\d|\b(?:is|are|was|were|has|have|had|can|[a-z]{3,}ed)\b")
_NOTE_WORDS = 8
_MAYBE_VERB = re.compile(
    rf"\b(?:is|are|has|have|can|cannot|may|must|will|does|do|(?:re|un|out|over|with)?(?:{IRREGULAR_PAST})"
    r"|\w{2,}ed|(?<!the )[a-z]{2,}[^s\W]s)\b"
    r"|^[A-Z][a-z]+s [a-z]+\b"
)
_SOMETHING_DID = re.compile(
    r"(?=.*\b\d{4}\b)(?:(?:In|On|By|Around|About) [^,]*?\d{4},? )?[Aa]n? "
    r"(?!(?:hundred|thousand|million|quarter|third|half|few)\b)"
    rf"(?!(?:[a-z-]+ )+[a-z-]+, [A-ZÀ-Þ])[^,;:]*?(?:, [A-ZÀ-Þ][^,;:]*,)? (?:{IRREGULAR_PAST}|[a-z]{{3,}}ed)\b"
)
"""What something without a name did once, which says little about a kind of things: "a well produced gas"."""
_UNUSABLE = re.compile(rf"[\t\n{FORBIDDEN}]")
_LONGEST_PARAGRAPH = 20_000
_OFTEN, _MANY = 6, 0.2
"""A name in so many sentences, and in such a share of all, is what the text is about."""
_PARAGRAPHS_AHEAD = 2
"""The paragraphs in which a text says what became of a plan: that of the plan and the next."""
_FAILED_LATER = "the text says later that this came to nothing"
_LONGEST = 2000
"""The maximum number of characters in a statement."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence that may become a fact; its ``statement`` contains the marks."""

    paragraph: int
    heading: str | None
    statement: str
    phrases: tuple[str, ...]
    attribution: str | None
    claims: bool
    """Whether the sentence reports what somebody says, so that the fact needs an attribution."""
    derived: str | None = None
    """How a date in the statement follows from the text, if the text does not have it."""
    unclear: tuple[str, ...] = ()
    """The words in the statement that only an earlier sentence explains; none unless ``draft`` is asked for them."""
    sentence: str = ""
    """The sentence of the text."""
    lead_in: str = ""
    """What the statement begins with if the sentence does not name what it is about: "The Erie Canal: "."""
    settled: tuple[str, ...] = ()
    """The phrases that mean something of what the lead-in names: "the score"."""
    about: LeadIn | None = None
    """What the lead-in names."""
    subject: LeadIn | None = None
    """What its section, or else the whole text, is about."""
    cut_off: str = ""
    """The end of the sentence that the statement leaves out, since it depends on other sentences."""
    doubt: str | None = None
    """Why a curator would not take it as it is."""


@dataclass(frozen=True, slots=True)
class Draft:
    """Everything found in an article.

    ``left_out`` lists the lines and sentences that gave no candidate: number of the paragraph, text, reason.
    """

    candidates: tuple[Candidate, ...]
    entities: tuple[FoundEntity, ...]
    left_out: tuple[tuple[int, str, str], ...]
    english: bool = True
    """Whether the text is in English; in other languages, names are not marked."""
    unclear: int = 0
    """How many of the sentences in ``left_out`` lack only names: what they refer to, or who says so."""
    answers: Find = field(default=lambda text, most: (), compare=False, repr=False)
    """Finds what a statement about the article may ask for, as ``answers_in`` does."""


def _why_unusable(text: str) -> str | None:
    """Return why no fact can be drafted from the paragraph ``text``, or None."""
    if len(text) > _LONGEST_PARAGRAPH:
        return f"it has more than {_LONGEST_PARAGRAPH:,} characters"
    return "it contains control characters" if _UNUSABLE.search(text) else None


def draft(
    article: Article,
    watch: Watcher | None = None,
    title: str | None = None,
    *,
    about: str | None = None,
    with_unclear: bool = False,
) -> Draft:
    """Find the sentences and entities of ``article`` that may become a seed, up to its list of sources.

    ``title`` is used instead of the title line of the article, to find the person whom the text is about. Statements
    that do not name what they are about begin with ``about``, what the author says that is, or else with the title.
    ``watch`` is called with the number of paragraphs done and their total. Sentences that refer to earlier ones, or
    do not name who says so, are left out, unless ``with_unclear`` is set and naming it would be enough.
    """
    english = is_english(" ".join(article.read))
    names = known_names(article.read)
    usable, left_out = _sentences_of(article, watch, english=english)
    plain = frozenset(word for text in article.read for word in _WORD.findall(text) if word.islower())
    find = _Finder(names, plain, english=english)
    find.know(_surnames(usable, find) - plain)
    title = title or article.title or ""
    found = find_entities(((one.sentence, find.mentions(one.sentence)) for one in usable), person_in(title))
    people = {one.name for one in found.values() if one.type == "person"}
    shared = shared_surnames(people, [one.sentence for one in usable])
    for entity in found.values():
        entity.aliases = [name for name in entity.aliases if name not in shared]
    candidates: list[Candidate] = []
    unclear = 0
    find.know({one.name.split()[0] for one in found.values() if one.type == "person"})
    things = (one.name for one in found.values() if one.type != "person")
    title = subject_of_title(title, [one.sentence for one in usable]) if english else title
    topic = topic_of(title, [one.sentence for one in usable], things, VAGUE) if english else None
    subjects = _named_by(title, found) | _in_many(usable, find, found) | _words_of_title(title, topic)
    for one in find.in_context(usable, found, title, topic, about):
        made = _candidate(one, article, found, subjects)
        if isinstance(made, str):
            left_out.append((one.paragraph, one.sentence, made))
        elif one.problem is not None and not with_unclear:
            left_out.append((one.paragraph, one.sentence, one.problem))
            unclear += 1
        else:
            candidates.append(made)
    entities = tuple({id(one): one for one in found.values() if one.type is not None}.values())

    def answers(text: str, most: int) -> Sequence[Span] | str:
        return answers_in(text, find.mentions(text), found, subjects, most)

    return Draft(tuple(candidates), entities, tuple(sorted(left_out)), english, unclear, answers)


def _sentences_of(
    article: Article, watch: Watcher | None, *, english: bool
) -> tuple[list["_Usable"], list[tuple[int, str, str]]]:
    """Return the sentences of ``article``, and what is left out of it with its paragraph and the reason."""
    usable: list[_Usable] = []
    left_out: list[tuple[int, str, str]] = []
    heading: str | None = None
    for number in body_paragraphs(article.paragraphs):
        if watch is not None:
            watch(number, len(article.paragraphs))
        text, written = article.read[number - 1], article.paragraphs[number - 1]
        if not text or (number == 1 and article.title is not None):
            continue
        if (why := _why_unusable(text)) is not None:
            left_out.append((number, text, why))
        elif _HEADING.match(written):
            heading = text[:200].strip()
        elif _TABLE.match(written):
            if not _RULE.fullmatch(written):
                left_out.append((number, text, "it is a table row"))
        elif _PICTURE.fullmatch(written) or _is_title(text):
            left_out.append((number, text, "it looks like a title or a caption"))
        elif _LIST_ITEM.match(written) and text[0].islower():
            left_out.append((number, text, "it is an item of a list that begins in the preceding sentence"))
        else:
            each = statements_in(text) if english else sentences(text)
            usable += (_Usable(number, heading, sentence) for sentence in each)
    return usable, left_out


def _is_in_title(name: str, title: str) -> bool:
    """Return whether ``title`` names a person, if only without the names in the middle."""
    words = name.split()
    if re.search(rf"\b{re.escape(words[-1])}['’]s ", title):
        return True  # "Hokusai's Great Wave"
    return any(occurs_in(fold(each), fold(title)) for each in (name, f"{words[0]} {words[-1]}") if " " in each)


def _words_of_title(title: str, topic: Topic | None) -> frozenset[str]:
    """Return what the ``topic`` is called, or the words of a ``title`` that is a name: winter, for "The Winter War"."""
    if topic is not None:
        return frozenset(fold(name) for name in (topic.noun, topic.plural) if name)
    words = title.lstrip("# ").split()
    is_name = 1 < len(words) <= _TITLE_WORDS and all(word[0].isupper() for word in words)
    return frozenset(map(fold, words)) if is_name else frozenset()


def _named_by(title: str, found: Mapping[str, FoundEntity]) -> frozenset[str]:
    """Return the folded names of the entities that ``title`` names."""
    words = f"{fold(title)}\n{' '.join(map(singular, fold(title).split()))}"  # a Cod War, in "The Cod Wars"
    return frozenset(
        name
        for name, one in found.items()
        if occurs_in(fold(one.name), words) or (one.type == "person" and _is_in_title(one.name, title))
    )


def _in_many(usable: Sequence["_Usable"], find: "_Finder", found: Mapping[str, FoundEntity]) -> frozenset[str]:
    """Return the folded names of the entities that so many sentences name that the text is about them."""
    counts = Counter(
        name
        for one in usable
        for name in {found[key].name for key in map(fold, _names_in(find.mentions(one.sentence))) if key in found}
    )
    often = {name for name, number in counts.items() if number >= _OFTEN and number >= _MANY * len(usable)}
    return frozenset(key for key, one in found.items() if one.name in often)


def _surnames(usable: Iterable["_Usable"], find: "_Finder") -> set[str]:
    """Return the surnames of those who have a given name, which may occur alone only where a sentence begins."""
    names = (name.split() for one in usable for name in _names_in(find.mentions(one.sentence)))
    return {words[-1] for words in names if len(words) in {2, 3} and fold(words[0]) in GIVEN_NAMES}


def _names_in(mentions: Iterable[Mention]) -> Iterator[str]:
    return (one.text for one in mentions if one.kind == "name")


@dataclass(frozen=True, slots=True)
class _Usable:
    """A sentence of the article, what it becomes by itself with its mentions, or the problem with it."""

    paragraph: int
    heading: str | None
    sentence: str
    statement: str = ""
    mentions: tuple[Mention, ...] = ()
    derived: str | None = None
    problem: str | None = None
    unclear: tuple[str, ...] = ()
    lead_in: LeadIn | None = None
    subject: LeadIn | None = None
    cut_off: str = ""
    settled: tuple[str, ...] = ()
    doubt: str | None = None


def _following(usable: Sequence[_Usable], number: int) -> Iterator[str]:
    """Yield the sentences after the one with that ``number``, in its paragraph and the next one."""
    paragraphs = {usable[number].paragraph}
    for one in islice(usable, number + 1, None):
        paragraphs.add(one.paragraph)
        if len(paragraphs) > _PARAGRAPHS_AHEAD:
            return
        yield one.sentence


def _first_word(sentence: str) -> str:
    word = WORD.search(sentence)
    return re.sub(r"['’]s$", "", word[0]) if word is not None else ""


class _Finder:
    """Finds mentions in sentences, and rewords sentences by what the ones before them say."""

    def __init__(self, names: frozenset[str], plain: frozenset[str], *, english: bool) -> None:
        self._names, self._plain = names, plain
        self._english = english
        self._found: dict[str, tuple[Mention, ...]] = {}

    def know(self, words: Collection[str]) -> None:
        """Take ``words``, parts of the names of people, for names wherever they are: "Mary and her brother"."""
        new = set(words) - self._names
        self._names |= new
        # Only a single word at the start of a sentence has to be known, to be a name.
        self._found = {sentence: found for sentence, found in self._found.items() if _first_word(sentence) not in new}

    def mentions(self, sentence: str) -> tuple[Mention, ...]:
        """Return the mentions in ``sentence``; they are kept, since the context asks for them several times."""
        if (found := self._found.get(sentence)) is None:
            found = draft_mentions(sentence, self._names, self._plain)
            if not self._english:  # other languages use capitals differently
                found = tuple(one for one in found if one.kind != "name")
            self._found[sentence] = found
        return found

    def in_context(
        self,
        usable: Sequence[_Usable],
        found: Mapping[str, FoundEntity],
        title: str,
        topic: Topic | None,
        about: str | None,
    ) -> Iterator[_Usable]:
        shared = shared_surnames(
            {one.name for one in found.values() if one.type == "person"}, [one.sentence for one in usable]
        )

        def named_in(sentence: str) -> list[Named]:
            return [
                Named(one.start, one.end, entity.name, entity.type == "person")
                for one in self.mentions(sentence)
                if one.kind == "name" and (entity := found.get(fold(one.text))) and one.text not in shared
            ]

        people = (one.name for one in found.values() if one.type == "person")
        hero = next((name for name in people if _is_in_title(name, title)), None)
        subject = found.get(fold(topic.name.removeprefix("the "))) if topic is not None else None
        place = subject.name if subject is not None and subject.type == "place" else None
        texts = [one.sentence for one in usable]
        of_title = self._lead_in(title, topic, texts, about) if self._english else None
        context, paragraph = Context(named_in, hero, title, topic, place, central_nouns(texts)), 0
        for number, one in enumerate(usable):
            lead_in = _of_section(one.heading, found, self._plain, self._names) or of_title
            context.begin_section(lead_in)
            if one.paragraph != paragraph:
                context.end_paragraph()
                paragraph = one.paragraph
            read = context.read(one.sentence) if self._english else InContext(one.sentence)
            text = without_conversions(read.text)
            mentions = self.mentions(text)
            several = next((each.text for each in mentions if each.kind == "name" and each.text in shared), None)
            problem = f"{several!r} may be one of several people" if several is not None else None
            yield replace(
                one,
                statement=text,
                mentions=mentions,
                derived=read.derived,
                problem=read.problem or problem,
                unclear=read.unclear,
                lead_in=lead_in if read.is_led and read.problem is None else None,
                subject=lead_in,
                cut_off=read.cut_off,
                settled=read.settled,
                doubt=_FAILED_LATER if came_to_nothing(one.sentence, _following(usable, number)) else None,
            )

    def _lead_in(self, title: str, topic: Topic | None, sentences: Sequence[str], about: str | None) -> LeadIn | None:
        """Return what statements begin with that do not name what the text is about."""
        of_title = lead_in_of(title, topic, sentences, self._plain)
        country = country_of(about or title, sentences)
        if about:
            lead_in = said_by_author(about, of_title, self._plain, self._names)
        elif of_title is not None:
            lead_in = described(of_title, sentences)
        elif country is not None:
            return of_country(country, title, sentences, self._plain, self._names)
        else:
            return None
        return with_country(lead_in, country, title, sentences) if country is not None else lead_in


def _of_section(
    heading: str | None, found: Mapping[str, FoundEntity], common: frozenset[str], names: frozenset[str]
) -> LeadIn | None:
    """Return the lead-in of a section whose ``heading`` is a name that the text uses: "The Danube"."""
    name = (heading or "").lstrip("# ")
    return named(name, common, names) if fold(name.removeprefix("The ")) in found else None


def _candidate(
    one: _Usable, article: Article, found: Mapping[str, FoundEntity], subjects: frozenset[str]
) -> Candidate | str:
    """Return the candidate that ``one`` becomes, or the reason why it becomes none."""
    if one.problem is not None and not one.unclear:
        return one.problem
    if len(one.statement) > _LONGEST:
        return "it is too long for a statement"
    if _FORMULA.search(one.statement):
        return "it is a formula"
    if len(_WORD.findall(one.statement)) < _SHORTEST:
        return "it is too short for a statement"
    if one.problem is None and len(one.sentence.split()) <= _NOTE_WORDS and _MAYBE_VERB.search(one.sentence) is None:
        return "it is a note rather than a sentence"
    if one.lead_in is not None and one.lead_in.is_kind and _SOMETHING_DID.match(one.statement):
        return f"it does not say what this has to do with {one.lead_in.name!r}"
    answers = answers_in(one.statement, one.mentions, found, subjects)
    if one.problem is not None and (isinstance(answers, str) or not _is_telling(answers, one.mentions)):
        return one.problem
    if isinstance(answers, str):
        return answers
    with_name = any(each.start == 0 and _type_of(each, found) is not None for each in one.mentions)
    plain = one.statement if one.lead_in is None else one.lead_in.begin(one.statement, with_name=with_name)
    added = len(plain) - len(one.statement)
    statement = marked(plain, [(start + added, end + added) for start, end in answers])
    if statement is None:
        return one.problem or "it has no short answer to mark"
    lead_in = "" if one.lead_in is None else f"{one.lead_in.before(one.statement)}: "
    first = next((words.start() for words in _WORD.finditer(one.sentence)), 0)
    at = next((mention.start for mention in find_mentions(one.sentence)), first)
    phrases = tuple(phrase for phrase in _phrases(one.sentence, at) if article.has(phrase, one.paragraph))
    who, claims = attribution(one.statement, one.mentions, found)
    return Candidate(
        one.paragraph,
        one.heading,
        statement,
        phrases,
        who,
        claims,
        one.derived,
        one.unclear,
        one.sentence,
        lead_in,
        one.settled,
        one.lead_in,
        one.subject,
        one.cut_off,
        one.doubt,
    )


def _type_of(one: Mention, found: Mapping[str, FoundEntity]) -> str | None:
    entity = found.get(fold(one.text)) if one.kind == "name" else None
    return entity.type if entity is not None else None


def _is_telling(answers: Sequence[tuple[int, int]], mentions: Sequence[Mention]) -> bool:
    """Return whether one of the ``answers`` is a name, date or figure, so that its sentence is worth completing."""
    told = {(one.start, one.end) for one in mentions if one.kind in {"name", "date", "figure"}}
    return not told.isdisjoint(answers)


def _is_title(text: str) -> bool:
    if text[-1] in ".!?…”\"')":
        return False
    is_sentence = _HAS_VERB_OR_FIGURE.search(text) is not None and _ASKING.match(text) is None
    words = [word for word in _WORD.findall(text) if len(word) > 3]
    capitals = sum(word[0].isupper() for word in words)
    return capitals * 3 > len(words) * 2 or (len(text.split()) <= _TITLE_WORDS and not is_sentence)


def _phrases(sentence: str, at: int) -> Iterator[str]:
    """Yield a few words of ``sentence`` around the index ``at``."""
    words = list(_WORD.finditer(sentence))
    first = next((index for index, word in enumerate(words) if word.end() > at), 0)
    window = words[max(0, first - 2) :][:PHRASE_WORDS]
    while window and re.match(r"[.,]\d", sentence[window[-1].end() :]):  # do not cut 3,605 after the 3
        window = window[:-1]
    if window:
        yield sentence[window[0].start() : window[-1].end()]
