"""Find why a sentence says too little or too much by itself: a date or place that only others name, or a judgment."""

import re

from quizgen.generating.dating import has_year, is_always, main_clause, undated
from quizgen.generating.descriptions import has_singular
from quizgen.generating.given_names import without_number
from quizgen.generating.named import NamedIn
from quizgen.generating.pronouns import here, there
from quizgen.generating.things import is_in_place
from quizgen.linting.relative_dates import day_without_year, relative_date
from quizgen.text.dates import MONTH, YEAR
from quizgen.text.noun_kinds import is_mainly
from quizgen.text.sentences import QUOTE
from quizgen.text.word_forms import singular

_WAS_THEN = re.compile(r"\b(?:was|were|could|had|would) (?P<when>then|now)\b")
_ANSWERING = re.compile(
    r"\b(?P<verb>(?:dis)?agreed|objected|refused|declined|followed suit"
    r"|took (?:control|over|part)|responsible|was (?:slow|quick) to (?:act|react))[.!]?$"
)
"""Verbs that say nothing without what they answer."""
_ARRIVED = re.compile(
    r"(?<!\bbe )(?<!\bwas )(?<!\bwere )(?<!\bis )(?<!\bare )(?<!\bbeen )(?<!\bnot )"
    r"\b(?P<verb>arrived|settled|landed|stayed|set out)"
    r"(?= with| (?:in|on) (?:\d|[A-Z])| and\b|,|\.$)"
)
_NEWS = re.compile(r"\b(?:news|rumou?rs?|reports?|letters?|messages?|word|orders?)\b")
"""What arrives without going anywhere: "When news of an attack arrived"."""
_NEARBY = re.compile(r"\bnearby(?=[.,;])")
_HOLIDAY = re.compile(
    rf"\b(?:\d{{1,2}} (?:{MONTH})|(?:{MONTH}) \d{{1,2}}) "
    r"(?=(?:as |to be )?(?:the |an? )?(?:[A-Z]\w+ ){1,4}(?:Day|Night)\b)"
)
"""A day of every year: "declared 20 May World Bee Day"."""
_OPINION = re.compile(
    r"\b(?:is|are|was|were|remains?|remained) (?:(?:an?|one of the|the) )?"
    r"(?:[a-z]+ly |very |most |rather |quite )*"
    r"(?:amazing|astonishing|awful|bad|beautiful|bold|brave|brilliant|charming|clever|delightful|disappointing|elegant"
    r"|exciting|fascinating|good|great|impressive|inspiring|interesting|lovely|magnificent|marvelous|memorable|odd"
    r"|outstanding|perfect|regrettable|remarkable|sad|shocking|spectacular|splendid|strange|striking|stunning"
    r"|superb|terrible|tragic|unfortunate|unforgettable|wonderful)\b(?! (?:deal|at|for|conductors?|number|many)\b)"
)
"""A judgment, which nobody can be asked for as a fact: "Steel was a bold choice"."""
_JUDGING = re.compile(
    r"^Perhaps\b|^(?:One|We|You) (?:is|are|may|might|can|could|should|ought|must|would|cannot|wonders?|hopes?)\b"
    r"|\b(?:the|an?) (?:obvious|sensible|sad|happy|fair|modest|best|natural) "
    r"(?:remedy|solution|answer|way|choice|end|lesson)\b"
    r"|^It (?:is|was) (?:(?!to\b)[a-z]+ )?"
    r"(?:a pity|a shame|tempting|fair|safe|sad|worth|hard|easy|no coincidence|no accident)\b"
    r"|(?<=['’]s )(?:[a-z]+ )?(?:vice|virtue|charm|genius|glory|tragedy) (?:is|was|lies|lay)\b"
    r"|\bthe least (?:important|interesting|remarkable) of\b|\b(?:no|small"
    r"|little) wonder\b"
    r"|\bin a way that no(?:body| [\w-]+)\b"
    r"|\bnever (?:let|allowed) [^,;.]*\b(?:forget|rest)\b|\bnever (?:forgot|forgave)\b"
    r"|\bit is (?:hardly|scarcely|barely|not) (?:credible|believable|likely)\b"
)
"""Words with which an author judges rather than reports."""
_OUGHT = re.compile(r"(?!According to )(?:(?!\b(?:how|that|what|whether)\b)[^.])*?\b(?P<ought>ought to)\b")
"""A judgment, unless somebody makes it whom the sentence is about: "he described what a ship ought to look like"."""
_SCENE = re.compile(
    rf"^In the [A-ZÀ-Þ][a-z]+ of (?:the )?(?:early |late |mid-)?{YEAR}s?\b"
    r"|^(?:Picture|Imagine|Consider|Think of|Once upon a time)\b"
    r"|\b(?:had|has|led|enjoyed|lived) an? (?:very |rather )?(?:short|long|brief|happy|hard|quiet|busy|eventful|full"
    r"|colou?rful|curious|strange|second|new) (?:life|career|reign|history|childhood|youth|existence|past|future)"
    r"(?=[.,;])"
    r"|\b(?:was|were|is|are|became|remained|proved) (?:still )?(?:an?|something of an?) "
    r"(?:(?:small|great|minor|major|big|mere|little|huge|real|true|complete|total|modest|quiet|instant|immediate) )?"
    r"(?:luxury|disaster|success|failure|sensation|triumph|problem|scandal|nuisance|nightmare|miracle|marvel|wonder"
    r"|revelation|blessing|curse|gamble|bargain|novelty|oddity|mess|puzzle|mystery|turning point|step forward)"
    r"(?=[.,;]|$)"
    r"|\bturned out to be as [a-z]+ as\b"
    r"|\b(?:was|were|is|are) an? (?:[a-z-]+, )*[a-z-]+,? (?:and|but|yet) [a-z-]+ "
    r"(?:affair|business|life|place|sight|time|world)(?=[.,;]|$)"
)
"""What sets a scene or values something without saying what happened: "had a short life", "was a small luxury",

or "was a dry and nervous place".
"""
_HEARSAY = re.compile(
    r"\b(?:is|are|was|were) (?:often |sometimes )?(?:said|rumou?red|alleged|supposed) to\b|\bhard to verify\b"
    r"|, it (?:appears|seems|is said|was said),"
    r"|\b[Ll]egend has it\b"
)
"""What nobody is sure of, so that it can be no answer."""
_AUTHOR = re.compile(
    r"\b(?:to|in) (?:my|our) (?:mind|view|opinion|eyes)\b|\bmy\b"
    r"|(?<!\w )\bI (?=[a-z])|(?<=[a-z] )I (?:think|believe|suppose|know|hope|say|find|am|have|had|was)\b"
)
"""The author, who is no source for a fact."""
_IN_QUOTE = re.compile(r"\b(?:[Ii]t|[Tt]his|[Tt]hey|[Tt]hem|[Tt]hese|[Tt]hose|[Tt]hat(?= (?:is|was|has|had)\b))\b")
_LACKING = re.compile(
    r"\b(?:pass|passed|passes|swam|sailed|drove|went|walked|rode) (?:through|across|over|inside)"
    r"(?=[.,;]| (?:in|on) (?:\d|[A-Z])| [a-z]+ly\b)|\b(?:at|on) either (?:end|side)\b(?! of\b)"
    r"|^It took (?!.*\bto\b)[^.]*"
    r"|\b(?:[Nn]obody|[Hh]ardly anybody) noticed(?= because\b|[.,;])"
    r"|, (?:about |some )?[\d,.]+ (?:kilometers|kilometres|miles|meters|metres) away(?=[,.;])"
    r"|\b(?:was|were|is|are) [a-z]+ed by (?:it|them)\b"
    r"|\b(?:stood|stands?|were|was|is|are) in the way\b(?! of\b)"
    r"|^[^,;:]*(?<!was )(?<!were )(?<!is )(?<!are )(?<!be )(?P<followed>\bfollowed)"
    r"(?= (?:in|on|soon|later|after|with) |[.,;])"
    r"|\b(?:for|after|from) (?:whom|which) (?:it|they) (?:is|are|was|were) named\b"
    r"|\btook over(?= in \d|[.,;])|\b(?:did|do|does|done) so\b|\bturned to (?:King |Queen )?[A-Z][^.,;]*(?=\.$)"
    r"|\b(?:was|were|is|are) (?:not )?(?:convinced|satisfied|impressed|persuaded|disappointed|successful)(?=[.,;])"
    r"|\btried again\b|\bonce (?:more|again)\b"
    r"|\b(?:people|[a-z]*men|[a-z]{3,}[^\Ws]s) (?:come|came|attend|attended|turn up|turned up)(?=[.,;])"
    r"|\bhad (?:had )?enough\b(?= and|[.,;])|\b(?:asked|called) for (?:its|their|his|her) [a-z]+"
    r"|\b(?:replied|responded|answered|reacted) (?:with|by)\b(?!.* to\b)"
    r"|\b(?:banned|stopped|restricted|taxed|allowed) (?:all )?(?:imports|exports)\b(?! of\b)"
)
"""What does not say what it answers, or what is banned."""


_PRICE_NOW = re.compile(
    rf"\b(?P<since>[Ss]ince (?:(?:{MONTH}) )?20\d\d)\b(?=[^.]*\b(?:admission|charged?|costs?|fares?|fees?|pay|pays|paid"
    r"|prices?|rents?|salar(?:y|ies)|tickets?|wages?)\b)(?=.*(?<!\w)[^\w ]?\d)(?!.*\b(?:until|had been|were|was)\b)"
)
"""What is paid today, which changes every few years."""


def judgment(text: str) -> str | None:
    """Return why ``text`` is no report: it judges, gives the author's opinion, or is uncertain."""
    if (judging := _JUDGING.search(text) or _SCENE.search(text)) is not None:
        return f"{judging[0]!r} is a judgment"
    if (ought := _OUGHT.match(text)) is not None:
        return f"{ought['ought']!r} is a judgment"
    if (author := _AUTHOR.search(without_number(QUOTE.sub("", text)))) is not None:
        return f"{author[0]!r} marks it as the author's opinion"
    if (hearsay := _HEARSAY.search(text)) is not None:
        return f"{hearsay[0]!r} marks it as uncertain"
    return None


def date_problem(text: str) -> str | None:
    """Return which words of ``text`` do not say which date is meant."""
    if (found := _WAS_THEN.search(text)) is not None and not any(map(str.isdigit, text)):
        return f"{found['when']!r} does not say which date is meant"
    if (words := undated(text) or relative_date(text)) is not None:
        return f"{words!r} does not say which date is meant"
    if (price := _PRICE_NOW.search(text)) is not None:
        return f"what has been paid {price['since'].replace('Since', 'since')} will soon be out of date"
    text = _HOLIDAY.sub("", text)
    if (day := day_without_year(main_clause(text) if has_year(text) else text)) is not None and not is_always(text):
        return f"{day!r} has no year"
    return None


def dependence(text: str, named_in: NamedIn) -> str | None:
    """Return which verb or "there" in ``text`` says nothing without an earlier sentence."""
    if (answering := _ANSWERING.search(text)) is not None:
        return f"{answering['verb']!r} refers to an earlier sentence"
    arrived = _ARRIVED.search(text)
    if arrived is not None and not _is_idea(text[: arrived.start()].rstrip()) and names_no_place(text, named_in):
        return f"{arrived['verb']!r} does not name a place"
    if _NEARBY.search(text) is not None:
        return "'nearby' refers to an earlier sentence"
    if here(text) is not None:
        return "'here' refers to the place that the text is about"
    for quote in QUOTE.finditer(text):
        word = _IN_QUOTE.search(quote[0])
        if word is not None and not has_singular(quote[0][: word.start()]):
            return f"{word[0]!r} in the quotation refers to something that the sentence does not name"
    if (opinion := _OPINION.search(text)) is not None:
        return f"{opinion[0]!r} is a judgment"
    if (lacking := _LACKING.search(text)) is not None:
        return f"{(lacking['followed'] or lacking[0])!r} refers to an earlier sentence"
    if (place := there(text)) is not None and names_no_place(text[:place], named_in):
        return "'there' refers to an earlier sentence"
    return None


def _is_idea(subject: str) -> bool:
    """Return whether ``subject`` is what arrives without going anywhere: "When news of an attack", "Paid leave"."""
    last = singular(subject.lower().rpartition(" ")[2])
    is_abstract = is_mainly(last, "abstraction") and not (is_mainly(last, "group") or is_mainly(last, "person"))
    return is_abstract or _NEWS.search(subject) is not None


def names_no_place(text: str, named_in: NamedIn) -> bool:
    """Return whether ``text`` names no place."""
    return not any(is_in_place(text, one) for one in named_in(text) if not one.is_person)
