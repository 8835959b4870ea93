"""Recognize the past tense of English verbs."""

import re

from quizgen.text.dates import YEAR

IRREGULAR_PAST = (
    "was|were|had|did|went|met|took|began|became|fell|broke|left|came|sent|held|won|lost|found|led|built|heard|made|gave"
    "|got|saw|wrote|rose|grew|kept|sank|set|split|ran|spoke|stood|told|sold|paid|put|read|said|bought|brought|fought"
    "|thought|taught|drew|chose|drove|flew|hung|knew|laid|lay|meant|sat|shot|shut|spent|spread|struck|swept|threw|wore"
    "|shrank|sprang|stole|tore|woke|wound|bound|bred|burst|cast|cost|cut|dealt|dug|fed|fled|froze|hid|hit|hurt|lent|lit"
    "|rode|rang|sang|shook|slept|slid|swam|swung|underwent|withdrew|understood|overtook"
    "|arose|ate|awoke|bent|blew|caught|clung|crept|drank|felt|forbade|foresaw|forgot|forgave|knelt|overcame|overthrew"
    "|rebuilt|shone|sought|spun|strode|stuck|swore|undertook|wept|withstood"
)
_PAST = re.compile(
    # "Spotted hyenas live", "the spotted hyena lives": an adjective
    rf"\b(?:{IRREGULAR_PAST}|(?![A-Z])(?<!\b[Tt]he )(?<!\b[Aa] )(?<!\b[Aa]n )"
    rf"(?!hundred|sacred|naked|kindred|called\b|named\b|known\b|estimated\b)\w{{2,}}[^e\W]ed)\b"
)
_PRESENT = re.compile(
    r"\b(?:is|are|has|have|can|may|must|will|does|do|contains?|lays?|lives?|eats?|grows?|needs?|takes?|becomes?"
    r"|makes?|means?"
    r"|gives?|keeps?|holds?|uses?|turns?|forms?|works?|protects?|produces?|absorbs?|stores?"
    r"|consists?|weighs?|belongs?|comes?|lies?|exists?|seems?|reaches|carries|extends?|includes?|occurs?|differs?)\b"
)


_PRESENT_AFTER = re.compile(rf"{_PRESENT.pattern}|[a-z]{{2,}}[^s\W]s (?=the|an?|its|in|on|at|to)")
_ASIDE = re.compile(
    rf", (?:[a-z]+ly )?(?P<participle>(?:{IRREGULAR_PAST}|[a-z]{{2,}}ed)) (?:together )?(?:by|for|with|in|from)"
    r" [^,]*(?:,|\.?$)"
)
"""A participle, which is not the verb of the sentence if that is in the present tense."""


def past_verb(text: str) -> re.Match[str] | None:
    """Return the first verb of ``text`` in the past tense, unless one in the present tense comes before it."""
    found = _PAST.search(text)
    aside = _ASIDE.search(text) if found is not None else None
    if found is not None and aside is not None and aside.start("participle") == found.start():
        verb = _PRESENT_AFTER.match(text[aside.end() :].lstrip())
        found = None if verb is not None else found  # "The device, developed by Ida Lund, weighs 12 grams"
    return None if found is None or _PRESENT.search(text, 0, found.start()) else found


_SAME_FORM = (
    "bought|brought|built|caught|cost|cut|fought|found|held|kept|laid|led|left|lent|lost|made|met|paid|put|read|sent|set"
    "|sold|spent|taught|thought|told|won"
)
_HAD_DONE = re.compile(rf" had (?P<been>been )?(?P<participle>[a-z]{{2,}}ed|{_SAME_FORM})\b(?! (?:to|that)\b)")
_EARLIER = re.compile(
    r"\b(?:after|already|before|by (?=\d|the |then|[a-z]+ \d)|ever|for|long|never|not|once|since|still|that|then|until"
    r"|what|when|where|which|while|who|whom|whose|yet)\b",
    re.IGNORECASE,
)
"""Words with which the past perfect says what was earlier than something else in its sentence."""
_SAID_YEAR = re.compile(
    rf"\b(?:in|of|on) (?:about |around |early |late )?(?:the )?(?:\d{{1,2}} )?(?:[A-Z][a-z]+ )?{YEAR}s?\b", re.I
)
_SEVERAL = re.compile(r"(?:\b[a-z]{2,}[^\Wsu]s|\band [\w’'-]+|\b(?:people|men|women))$")


def in_simple_past(text: str) -> str:
    """Return ``text`` in the simple past if only the sentence before it asks for "had": "Ida had made it in 1870"."""
    found = _HAD_DONE.search(text)
    if found is None or _SAID_YEAR.search(text) is None or text.count(" had ") > 1:
        return text
    before, after = text[: found.start()], text[found.end() :]
    verb = past_verb(f"{before}.")
    if verb is not None or _EARLIER.search(before) is not None or _EARLIER.search(after) is not None:
        return text
    if found["been"]:
        done = f"{'were' if _SEVERAL.search(before.partition(' of ')[0]) else 'was'} {found['participle']}"
    else:
        done = found["participle"]
    return f"{before} {done}{after}"
